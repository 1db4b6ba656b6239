// SPDX-License-Identifier: MIT
// Site and booklet say the same: blocks are matched by the ids that the
// finished HTML (id with data-block) and the finished PDF (ID of structure
// elements) have. What is on one and not on the other needs a reason in
// report.json; text, alternatives, links, fields and numbers of the rest are
// equal.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import YAML from "yaml";
import { Claims } from "../claims.mjs";
import { addressesAmong, fold, hyphenatedAmong, openPdf } from "../pdf/reader.mjs";
import { allElements, leavesOf, linksOf, pdfjsPages, placesOf, qpdfTree } from "../pdf/structure.mjs";
import { realEditions, smallEditions, themes } from "../source/cases.mjs";
import { readSite } from "./html.mjs";

const claims = new Claims();
const claim = (...what) => claims.claim(...what);

const fieldKinds = { tv: "text", cb: "tick", rb: "circles" };

// The element without those below it that are blocks of their own, and without
// the numbers of list items, which browsers make.
function ownPart(element) {
  const kids = element.kids
    .filter((kid) => typeof kid === "string" || (kid.id === undefined && kid.role !== "Lbl"))
    .map((kid) => (typeof kid === "string" ? kid : ownPart(kid)));
  return { ...element, kids };
}

function fieldOf(element) {
  return element?.role === "Form"
    ? { kind: fieldKinds[element.attributes.Role], label: fold(element.attributes.Desc ?? "") }
    : null;
}

// What paper says and the site does not: behind a link to another page its
// number. It is taken out of the tree, and has to be right.
async function takePages(pdf, root, lang) {
  // A language that extends another may have no words of its own.
  const words = [`${lang}.yaml`, "en-GB.yaml"].map((f) => join(themes, "default/strings", f)).filter((f) => existsSync(f))
    .map((f) => YAML.parse(readFileSync(f, "utf8"))["link-page"]).find(Boolean);
  const [before, after] = words.split("{page}").map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s"));
  const pattern = new RegExp(`\\s+${before}(\\S+?)${after}(\\s*)$`);
  const places = await placesOf(pdf);
  const labels = await pdf.getPageLabels();
  const label = (index) => labels?.[index] ?? String(index + 1);
  const contents = new Set(root.kids.filter((sect) => sect.kids.some((kid) => kid.role === "TOC")).flatMap((sect) => [...allElements(sect)]));
  for (const link of allElements(root)) {
    const [area] = link.annotations;
    if (link.role !== "Link" || area?.dest === undefined || contents.has(link)) continue;
    const page = places.get(area.dest);
    let tail = "";
    while (typeof link.kids.at(-1) === "string") tail = link.kids.pop() + tail;
    // From right to left it is in several pieces.
    if (/[\u0590-\u08ff]/.test(tail)) tail = ` ${fold(tail)}`;
    const said = pattern.exec(tail);
    link.kids.push(tail.replace(pattern, "$2"));
    claim(page !== undefined && (said ? said[1] === label(page) : page === area.page),
      `the link to ${area.dest} names its page`, `stands on ${label(area.page)}, leads to ${label(page)}: ${tail}`);
  }
}

// Blocks of the PDF in the tree's order.
function readBooklet(root) {
  const blocks = [];
  const walk = (element, item, note) => {
    if (element.role === "LI") item = element;
    if (element.role === "Note") note = true;
    if (element.id !== undefined) {
      const own = ownPart(element);
      const text = fold(leavesOf(own).map((l) => l.text).join(" "));
      let field = fieldOf(element);
      // A box to tick stands in the label of its item.
      if (!field && element.role === "LBody" && item) {
        const form = item.kids.filter((k) => k.role === "Lbl").flatMap((k) => k.kids).find((k) => k.role === "Form");
        field = fieldOf(form);
      }
      const alt = element.role === "Figure" ? fold(element.alt ?? "") : undefined;
      blocks.push({ id: element.id, text, alt, links: linksOf(own), field, note: note === true });
    }
    for (const kid of element.kids) if (typeof kid !== "string") walk(kid, item, note);
  };
  walk(root, null, false);
  return blocks;
}

// Digits as dialled at home: +44 1632 960100 is 01632 960100.
function digits(number) {
  return number.replace(/^\+44/, "0").replace(/\D/g, "");
}

function reasonFor(list, id) {
  return list.find(
    (e) => e.reason && (e.block === id || (e.block.endsWith(".*") && id.startsWith(e.block.slice(0, -1)))),
  );
}

// What only holds others says nothing and is no place to write.
function holder(block) {
  return block.text === "" && !block.field && block.alt === undefined;
}

function uniqueById(blocks, where) {
  const byId = new Map();
  for (const block of blocks) {
    claim(!byId.has(block.id) && block.id !== undefined, `${where}: ${block.id} is there once`, block.page);
    byId.set(block.id, block);
  }
  return byId;
}

// Where pieces of a line from right to left meet, readers of PDFs see spaces that
// are none; area "text" judges those.
let rightToLeft = false;
const words = (text) => (rightToLeft ? text.replace(/\s/g, "") : text);

function compare(site, paper) {
  const id = site.id;
  const shown = (value) => `site:    ${JSON.stringify(value[0])}\nbooklet: ${JSON.stringify(value[1])}`;
  const equal = (what, a, b) =>
    claim(JSON.stringify(a) === JSON.stringify(b), `${id}: ${what} the same`, shown([a, b]));
  equal("words are", words(site.text), words(paper.text));
  equal("links are", site.links, paper.links);
  equal("the field is", site.field, paper.field);
  equal("the alternative is", site.alt ?? null, paper.alt ?? null);
  for (const { number, text } of site.dials) {
    claim(digits(number) !== "" && digits(text).endsWith(digits(number)), `${id}: the button dials the number that it shows`, `${number}: ${text}`);
    claim(digits(paper.text).includes(digits(number)), `${id}: ${number} is printed too`, paper.text);
  }
}

// The blocks of a printed file.
async function paperOf(path, site, lang, where) {
  const blocks = [...site.values()];
  const addresses = [...addressesAmong(blocks.flatMap((b) => b.links).map((l) => l.text)),
    ...hyphenatedAmong(blocks.map((b) => b.text))];
  const pdf = await openPdf(path);
  const { root } = qpdfTree(path, await pdfjsPages(pdf, addresses));
  await takePages(pdf, root, lang);
  return uniqueById(readBooklet(root), where);
}

// Large print says what the booklet says, block for block. Of every worksheet of
// the site there is a sheet, on which all that is not for the web alone stands.
async function judgeWholeSheets(folder, lang, site, booklet, report) {
  const large = await paperOf(join(folder, "large-print.pdf"), site, lang, "large print");
  // Notes stand at the foot of whatever page the mark is on.
  const list = (map) => [...map.values()].sort((a, b) => Number(a.note) - Number(b.note)).map((b) => b.id).join();
  claim(list(large) === list(booklet), "large print has the booklet's blocks in its order");
  for (const block of large.values()) if (booklet.has(block.id)) compare({ ...booklet.get(block.id), dials: [] }, block);
  const sheets = [...site.values()].filter((b) => b.worksheet);
  claim(existsSync(join(folder, "worksheets.pdf")) === sheets.length > 0, "worksheets.pdf is there if there are worksheets");
  if (sheets.length === 0) return;
  const paper = await paperOf(join(folder, "worksheets.pdf"), site, lang, "worksheets");
  // A link to what is on another sheet of paper is words only.
  const inside = (link) => link.to.uri !== undefined || paper.has(link.to.block) || [...paper.keys()].some((id) => id.startsWith(`${link.to.chapter}.`));
  for (const block of sheets) {
    const own = paper.get(block.id);
    if (own) compare({ ...block, links: block.links.filter(inside) }, own);
    else if (!holder(block)) claim(report.not_printed.some((e) => e.block === block.id), `${block.id}: it is on no sheet, and the report says why`, block.text);
  }
  for (const block of paper.values())
    if (!holder(block) && !reasonFor(report.not_on_site, block.id)) claim(site.has(block.id), `${block.id}: what is on a sheet is on the site`, block.text);
}

async function judgeLanguage(edition, lang, siteFolder) {
  rightToLeft = /^ar\b/.test(lang);
  const path = join(edition, "print", lang, "booklet.pdf");
  const report = JSON.parse(readFileSync(join(edition, "report.json"), "utf8"));
  const site = uniqueById(readSite(siteFolder), "site");
  const paper = await paperOf(path, site, lang, "booklet");
  claim(paper.size > 0 && site.size > 0, `${lang}: there are blocks to compare`);
  for (const block of paper.values())
    if (!holder(block) && !reasonFor(report.not_on_site, block.id))
      claim(site.has(block.id), `${block.id}: what is printed is on the site`, block.text);
  for (const block of site.values()) {
    if (paper.has(block.id)) compare(block, paper.get(block.id));
    else if (!holder(block)) claim(reasonFor(report.not_printed, block.id) !== undefined, `${block.id}: it is not printed, and the report says why`, `${block.page}: ${block.text}`);
  }
  for (const { block } of report.not_on_site) claim(!site.has(block), `the report's reason for ${block} is needed`);
  // A reason for what is printed hides a later loss.
  for (const { block } of report.not_printed) {
    const covers = (id) => block === id || (block.endsWith(".*") && id.startsWith(block.slice(0, -1)));
    claim([...site.keys()].some(covers) && ![...paper.keys()].some(covers), `the report's reason for ${block} is needed`);
  }
  await judgeWholeSheets(join(edition, "print", lang), lang, site, paper, report);
  // Blocks come in the same order on both within a chapter; but the words of
  // its head, which each medium arranges in its own way.
  const head = /\.(number|title|summary|for|time|why)$/;
  const order = (ids) => ids.filter((id) => paper.has(id) && site.has(id) && !head.test(id));
  const chapters = new Set([...site.keys()].map((id) => id.split(".")[0]));
  for (const chapter of chapters) {
    // Footnotes stand at the end of a web page and at the foot of each page of
    // paper: in the same order, but apart from the text.
    for (const note of [false, true]) {
      const own = (map) => order([...map.keys()].filter((id) => id.startsWith(`${chapter}.`) && (paper.get(id)?.note ?? false) === note));
      claim(own(site).join() === own(paper).join(), `${chapter}: ${note ? "notes" : "blocks"} come in the same order`, `${own(site)}\n${own(paper)}`);
    }
  }
}

async function judge({ name, folder }) {
  for (const lang of readdirSync(join(folder, "print")).sort()) {
    claims.about = `${name}, ${lang}: `;
    const own = join(folder, "site", lang);
    await judgeLanguage(folder, lang, existsSync(own) ? own : join(folder, "site"));
  }
  claims.about = "";
}

const editions = realEditions();
claim(editions.length > 0, "there is an edition to judge");
for (const edition of editions) await judge(edition);
await smallEditions(claim, judge);
claims.close();
