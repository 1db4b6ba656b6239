// SPDX-License-Identifier: MIT
// What the finished PDFs say, in three readers, against the guide's source.
//
// Words: poppler, mupdf and pdf.js each read the booklet page by page; without
// its running line that is the source's text. Structure: role, text and
// alternative of every element as poppler, pdf.js and qpdf read them are what
// the source asks for, in its order. The sheets say the same: each side holds
// two pages of the booklet, and their tags read like the booklet's.
import { readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { realEditions, smallEditions, themes } from "../source/cases.mjs";
import { readGuide } from "../source/guide.mjs";
import { expectedPaper } from "../source/paper.mjs";
import { fold, openPdf } from "./reader.mjs";
import { allElements, leavesOf, linksOf, pdfjsPages, popplerTree, qpdfTree } from "./structure.mjs";

let passed = 0;
let failed = 0;
let judged = "";

function claim(ok, text, detail = "") {
  if (ok) passed++;
  else {
    failed++;
    console.log(`not ok - ${judged}${text}`);
    if (detail) console.log(String(detail).split("\n").slice(0, 12).map((l) => `  ${l}`).join("\n"));
  }
}

function words(text) {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

// The first difference of two lists in words.
function difference(found, expected, show = (x) => x) {
  let i = 0;
  while (i < found.length && i < expected.length && show(found[i]) === show(expected[i])) i++;
  if (i === found.length && i === expected.length) return "";
  const around = (list) => list.slice(Math.max(0, i - 4), i + 6).map(show).join("\n    ");
  return `at ${i} of ${expected.length} (found ${found.length})\n  found:\n    ${around(found)}\n  expected:\n    ${around(expected)}`;
}

// ------------------------------------------------------------------ reading

function lines(command, ...args) {
  const run = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${command}: ${run.stderr}`);
  return run.stdout;
}

function formFeeds(text) {
  return text.replace(/\f\s*$/, "").split("\f");
}

const readers = {
  poppler: async (path) => formFeeds(lines("pdftotext", "-raw", path, "-")),
  mupdf: async (path) => formFeeds(lines("mutool", "draw", "-F", "txt", "-o", "-", path)),
  // Without what is marked as an artifact, as a reading aid would have it; what
  // that was is judged apart.
  "pdf.js": async (path) => (await pdfjsPages(await openPdf(path))).map((page) => page.text),
};

// ------------------------------------------------------------ running lines

// What stands in the foot of page "number", as words from left to right: the
// folio at the outer edge, beside it on left pages the guide's title, on right
// ones the chapter's.
function feet(guide, number, partTitle) {
  const title = number % 2 === 0 || partTitle === null ? guide.title : partTitle;
  return words(number % 2 === 0 ? `${number} ${title}` : `${title} ${number}`);
}

function endsWith(list, tail) {
  return tail.length <= list.length && tail.every((w, i) => list[list.length - tail.length + i] === w);
}

// --------------------------------------------------------------- comparisons

// The words of the leaves of each part (cover, chapter, ...) of the booklet.
function partsOf(guide, expected) {
  return expected.kids.map((sect) => ({
    title: sect.chapter ? guide.chapter(sect.chapter).navTitle : null,
    words: words(leavesOf({ role: "Document", kids: [sect] }).map((l) => l.text).join(" ")),
  }));
}

// Takes pages one after the other: each must go on where the one before ended,
// and a part begins on a page of its own.
function compareWords(reader, guide, pages, parts) {
  let part = -1;
  let left = [];
  for (let i = 0; i < pages.length; i++) {
    const number = i + 1;
    let found = words(pages[i]);
    if (left.length === 0) {
      part++;
      left = [...(parts[part]?.words ?? [])];
    }
    const covered = i === 0 && guide.print[0] === "cover" ||
      i === pages.length - 1 && guide.print.at(-1) === "back-cover";
    if (!covered && reader !== "pdf.js") {
      const foot = feet(guide, number, parts[part]?.title ?? null);
      claim(endsWith(found, foot), `${reader}: page ${number} has its running line "${foot.join(" ")}"`,
        `ends: ${found.slice(-12).join(" ")}`);
      found = found.slice(0, found.length - foot.length);
    }
    const expected = left.splice(0, found.length);
    claim(found.join(" ") === expected.join(" "), `${reader}: page ${number} says what the source says`,
      difference(found, expected));
  }
  claim(left.length === 0 && part === parts.length - 1, `${reader}: nothing of the source is missing`,
    `${left.slice(0, 12).join(" ")} (part ${part + 1} of ${parts.length})`);
}

function show(leaf) {
  return `${leaf.path} "${leaf.text}"${leaf.alt === undefined ? "" : ` [${leaf.alt}]`}`;
}

function withoutAlt(leaves) {
  return leaves.map((l) => ({ ...l, alt: undefined }));
}

// Leaves that were cut by a page's end are joined if the next piece has the same
// path and the expected leaf goes on.
function joined(pieces, expected) {
  const result = [];
  let next = 0;
  for (const leaf of expected) {
    if (next >= pieces.length) break;
    const whole = { ...pieces[next++] };
    while (next < pieces.length && whole.text !== leaf.text && leaf.text.startsWith(whole.text) &&
      pieces[next].path === whole.path && leaf.text.startsWith(fold(`${whole.text} ${pieces[next].text}`)))
      whole.text = fold(`${whole.text} ${pieces[next++].text}`);
    // A form's or figure's drawing on two pages is still one element.
    result.push(whole);
  }
  return [...result, ...pieces.slice(next)];
}

function headingLevels(leaves) {
  let before = 0;
  const jumps = [];
  for (const leaf of leaves) {
    const level = Number(/^H([1-6])$/.exec(leaf.role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1) jumps.push(`H${level} "${leaf.text}" after H${before}`);
    before = level;
  }
  return jumps;
}

// ------------------------------------------------------------------- claims

function claimTrees(name, guide, expected, poppler, qpdf) {
  const all = leavesOf(expected).filter((l) => l.role !== "Artifact");
  const popplerLeaves = leavesOf(poppler);
  claim(difference(popplerLeaves, withoutAlt(all), show) === "", `${name}: poppler reads the source's structure`,
    difference(popplerLeaves, withoutAlt(all), show));
  const qpdfLeaves = leavesOf(qpdf.root);
  claim(difference(qpdfLeaves, all, show) === "", `${name}: structure, alternatives and fields are the source's`,
    difference(qpdfLeaves, all, show));
  const jumps = headingLevels(popplerLeaves);
  claim(jumps.length === 0, `${name}: headings skip no level`, jumps.join("\n"));
  claim(qpdf.lang === guide.lang, `${name}: its language is ${guide.lang}`, qpdf.lang);
  const wanted = [...allElements(expected)];
  const found = [...allElements(qpdf.root)];
  const count = (list, test) => list.filter(test).length;
  for (const scope of ["Column", "Row"])
    claim(count(found, (e) => e.attributes.Scope === scope) === count(wanted, (e) => e.scope === scope),
      `${name}: every head of a ${scope.toLowerCase()} says so`);
  for (const numbering of ["Disc", "Decimal"])
    claim(count(found, (e) => e.attributes.ListNumbering === numbering) === count(wanted, (e) => e.numbering === numbering),
      `${name}: every list with ${numbering} says so`);
  const forms = found.filter((e) => e.role === "Form");
  claim(forms.every((e) => e.attributes.O === "PrintField" && ["tv", "cb", "rb"].includes(e.attributes.Role) && e.attributes.Desc),
    `${name}: every field says what kind it is and what to write`, JSON.stringify(forms[0]?.attributes));
  claim(found.every((e) => e.role !== "Figure" || e.alt), `${name}: every figure has an alternative`);
  // A heading in the source is a block's name in the file.
  const wantedLinks = wanted.flatMap((e) => e.links).map((l) =>
    l.uri !== undefined ? `${fold(l.text)} -> ${l.uri}` : `${fold(l.text)} -> ${l.chapter}${l.heading ? `.${l.heading}` : ""}`);
  const foundLinks = linksOf(qpdf.root).map(({ text, to }) => `${text} -> ${to.uri ?? to.block ?? to.chapter ?? to.broken.join()}`);
  claim(difference(foundLinks, wantedLinks) === "", `${name}: links lead where the source's do`, difference(foundLinks, wantedLinks));
}

function claimFigures(name, guide, leaves) {
  const found = leaves.filter((l) => l.role === "Figure").map((l) => l.alt);
  const figures = new Map();
  for (const chapter of guide.chapters) for (const block of chapter.blocks) if (block.kind === "figure") figures.set(block.alt, block);
  for (const [alt, figure] of figures)
    claim(figure.decorative || found.includes(fold(alt)), `${name}: ${figure.src} has the alternative of figures.yaml`);
}

async function judgeBooklet(path, guide) {
  const pages = await pdfjsPages(await openPdf(path));
  const qpdf = qpdfTree(path, pages);
  const poppler = popplerTree(path);
  // Where each chapter begins, by its title's page, read with pdf.js.
  const starts = new Map();
  pages.forEach((page, i) => {
    const titles = leavesOf(page.tree).filter((l) => l.role === "H1").map((l) => l.text);
    for (const chapter of guide.chapters)
      if (titles.includes(fold(chapter.title)) && !starts.has(chapter.id)) starts.set(chapter.id, i + 1);
  });
  const noteWords = fold(guide.words.notes);
  const notes = pages.filter((p) => leavesOf(p.tree).some((l) => l.role === "H1" && l.text === noteWords)).length;
  claim(notes < 4 && pages.length % 4 === 0, "the booklet is padded to whole sheets by at most three pages");
  const expected = expectedPaper(guide, (id) => starts.get(id), notes);
  const all = leavesOf(expected).filter((l) => l.role !== "Artifact");

  for (const [name, read] of Object.entries(readers))
    compareWords(name, guide, await read(path), partsOf(guide, expected));
  claimTrees("booklet", guide, expected, poppler, qpdf);
  claimFigures("booklet", guide, leavesOf(qpdf.root));
  const drawn = all.filter((l) => l.ink !== false);
  const pieces = joined(pages.flatMap((p) => leavesOf(p.tree)), drawn);
  claim(difference(pieces, drawn, show) === "", "booklet: pdf.js reads the source's structure, page by page",
    difference(pieces, drawn, show));
  // Artifacts hold running lines and nothing else, in the order of the eye and
  // with a space in them.
  pages.forEach((page, i) => {
    const own = fold(page.artifacts.join(""));
    const titles = [guide.title, ...guide.chapters.map((c) => c.navTitle)];
    claim(own === "" || titles.some((t) => own === fold(i % 2 === 1 ? `${i + 1} ${t}` : `${t} ${i + 1}`)), `booklet: page ${i + 1} hides no words from readers`, own);
  });
  return { pages, expected };
}

// For each side the two pages of the booklet that it holds, in the order of its
// words; each page once.
function pairPages(sides, pages) {
  const pairs = [];
  const used = new Set();
  for (const side of sides) {
    const wanted = words(side).join(" ");
    let pair = null;
    for (let left = 0; left < pages.length && !pair; left++)
      for (let right = 0; right < pages.length && !pair; right++)
        if (left !== right && !used.has(left) && !used.has(right) &&
          [...words(pages[left]), ...words(pages[right])].join(" ") === wanted) pair = [left, right];
    pairs.push(pair);
    if (pair) pair.forEach((p) => used.add(p));
  }
  return { pairs, used };
}

async function judgeSheets(path, bookletPath, guide, booklet) {
  const sides = await pdfjsPages(await openPdf(path));
  claimTrees("sheets", guide, booklet.expected, popplerTree(path), qpdfTree(path, sides));
  let known = null;
  for (const [name, read] of Object.entries(readers)) {
    const pages = await read(bookletPath);
    const { pairs, used } = pairPages(await read(path), pages);
    claim(pairs.every(Boolean) && used.size === pages.length, `sheets: in ${name} each side says what two pages of the booklet say, each page once`,
      JSON.stringify(pairs));
    // Pages of notes say the same but for their running lines.
    const said = (list) => JSON.stringify(list.map((pair) => pair?.map((p) => words(pages[p]))));
    claim(!known || said(pairs) === said(known), `sheets: ${name} finds the same pages as the first reader`);
    known = known ?? pairs;
  }
  known.forEach((pair, i) => {
    if (!pair) return;
    // Read in the booklet's order, whatever stands left.
    const [first, second] = [...pair].sort((a, b) => a - b);
    const expected = [first, second].flatMap((p) => leavesOf(booklet.pages[p].tree));
    const found = leavesOf(sides[i].tree);
    const same = joined(expected, found);
    claim(difference(found, same, show) === "", `sheets: side ${i + 1} is read as page ${first + 1}, then ${second + 1}`,
      difference(found, same, show));
  });
}

// -------------------------------------------------------------------- main

// Values, switches, HTML's tags, tables and footnotes: this reader of sources
// knows CommonMark only; the golden tree, cmark-gfm and the comparison of site
// and booklet judge them.
const unread = new Set(["values-and-switches", "values-in-components", "tables", "footnotes"]);

async function judge(edition) {
  if (unread.has(edition.name)) return;
  const print = join(edition.folder, "print");
  for (const lang of readdirSync(print).sort()) {
    judged = `${edition.name}, ${lang}: `;
    const guide = readGuide(edition.source, { clinic: edition.clinic, lang, themes });
    const booklet = await judgeBooklet(join(print, lang, "booklet.pdf"), guide);
    const sheets = readdirSync(join(print, lang)).filter((f) => f.startsWith("booklet-sheets-"));
    claim(sheets.length === 1, "there is one file of sheets");
    for (const file of sheets) await judgeSheets(join(print, lang, file), join(print, lang, "booklet.pdf"), guide, booklet);
  }
  judged = "";
}

const editions = realEditions();
claim(editions.length > 0, "there is an edition to judge");
for (const edition of editions) await judge(edition);
await smallEditions(claim, judge);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
