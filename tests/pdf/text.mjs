// SPDX-License-Identifier: MIT
// What the finished PDFs say, in three readers, against the guide's source.
//
// Words: poppler, mupdf and pdf.js each read the booklet page by page; without
// its running line that is the source's text. Structure: role, text and
// alternative of every element as poppler, pdf.js and qpdf read them are what
// the source asks for, in its order. The sheets say the same: each side holds
// two pages of the booklet, and their tags read like the booklet's.
//
// Environment: that of cases.mjs; ONLY (the name of one edition to judge).
import { existsSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Claims } from "../claims.mjs";
import { realEditions, smallEditions, themes } from "../source/cases.mjs";
import { readGuide } from "../source/guide.mjs";
import { expectedPaper, notesLast } from "../source/paper.mjs";
import { addressesAmong, fold, hyphenatedAmong, joinAddresses, openPdf, turnedRound } from "./reader.mjs";
import { allElements, leavesOf, linksOf, pdfjsPages, placesOf, popplerTree, qpdfTree, withoutColourProfile } from "./structure.mjs";

const claims = new Claims(26);
const claim = (...what) => claims.claim(...what);

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

function lines(command, args, input) {
  const run = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${command}: ${run.stderr}`);
  return run.stdout;
}

function formFeeds(text) {
  return text.replace(/\f\s*$/, "").split("\f");
}

// pdftotext -raw turns the letters of words from right to left round and marks
// them, but leaves the words of a run as they stand from the left.
function wordsTurnedRound(text) {
  return text.replace(/\u202b[^\u202c\n]*\u202c(?: ?\u202b[^\u202c\n]*\u202c)+/g, (run) => run.match(/\u202b[^\u202c]*\u202c| /g).reverse().join(""));
}

// What "read" says of each file; a file is read once, however often it is asked
// for, while one guide is judged.
let alreadyRead = new Map();
function once(read) {
  return (path, addresses) => {
    if (!alreadyRead.has(path)) alreadyRead.set(path, new Map());
    const said = alreadyRead.get(path);
    if (!said.has(read)) said.set(read, read(path, addresses));
    return said.get(read);
  };
}

const taggedPages = once(async (path, addresses) => pdfjsPages(await openPdf(path), addresses));

// Pages as words; "addresses": of the web, that may go over lines.
const readers = {
  poppler: once(async (path, addresses) => formFeeds(joinAddresses(wordsTurnedRound(lines("pdftotext", ["-raw", "-", "-"], withoutColourProfile(path))), addresses))),
  mupdf: once(async (path, addresses) =>
    formFeeds(joinAddresses(turnedRound(lines("mutool", ["draw", "-F", "txt", "-o", "-", path])), addresses))),
  // Without what is marked as an artifact, as a reading aid would have it; what
  // that was is judged apart.
  "pdf.js": async (path, addresses) => (await taggedPages(path, addresses)).map((page) => page.text),
};

// Readers that go from left to right cannot tell where two pieces of a line from
// right to left meet. In guides of that direction their letters are compared with
// those that pdf.js finds by the tags; the order of words is judged there.
// "pages": the reader's, "tagged": those of pdf.js.
function letters(text) {
  return [...fold(text).replace(/\s/g, "")].sort().join("");
}

function inTaggedOrder(pages, tagged) {
  return pages.map((page, i) => {
    const whole = fold(`${tagged[i].text} ${tagged[i].artifacts.join("")}`);
    return letters(page) === letters(whole) ? whole : page;
  });
}

function leavesInTaggedOrder(leaves, tagged) {
  return leaves.map((leaf, i) => (tagged[i] && letters(leaf.text) === letters(tagged[i].text) ? { ...leaf, text: tagged[i].text } : leaf));
}

async function readLike(read, name, path, addresses, tagged, guide) {
  const pages = await read(path, addresses);
  return name === "pdf.js" || !guide.rightToLeft ? pages : inTaggedOrder(pages, tagged);
}

// ------------------------------------------------------------ running lines

// What stands in the foot of page "number", as words from left to right: the
// folio at the outer edge, beside it on left pages the guide's title, on right
// ones the chapter's.
function feet(guide, number, partTitle) {
  if (guide.binding === "single") return words(`${number} ${guide.title}`);
  const title = number % 2 === 0 || partTitle === null ? guide.title : partTitle;
  return words(number % 2 === 0 ? `${number} ${title}` : `${title} ${number}`);
}

function endsWith(list, tail) {
  return tail.length <= list.length && tail.every((w, i) => list[list.length - tail.length + i] === w);
}

// --------------------------------------------------------------- comparisons

function isNote(leaf) {
  return leaf.path.split("/").includes("Note");
}

// Footnotes stand at the foot of a page, in the midst of what goes on over it.
function notesApart(leaves) {
  return [...leaves.filter((l) => !isNote(l)), ...leaves.filter(isNote)];
}

// A tree in the source's order: each chapter's notes behind its text.
function inOrder(root) {
  return { ...root, kids: root.kids.map(notesLast) };
}

// Ways back from notes are judged in footnotes.mjs.
function withoutWaysBack(element) {
  const kids = element.kids.filter((kid) => element.role !== "Note" || kid.role !== "Lbl");
  return { ...element, kids: kids.map((kid) => (typeof kid === "string" ? kid : withoutWaysBack(kid))) };
}

// The words of the leaves of each part (cover, chapter, ...) of the booklet, and
// where among them the bodies of tables are: { from, to, head } in words; apart
// from them those of its footnotes.
function partsOf(guide, expected) {
  return expected.kids.map((sect) => {
    const heads = new Map();
    for (const table of allElements(sect))
      if (table.again !== undefined)
        for (const cell of allElements(table.kids.find((k) => k.role === "TBody"))) heads.set(cell, table);
    const part = { title: sect.chapter ? guide.chapter(sect.chapter).navTitle : null, words: [], notes: [], bodies: new Map() };
    for (const leaf of leavesOf({ role: "Document", kids: [sect] })) {
      if (isNote(leaf)) {
        part.notes.push(...words(leaf.text));
        continue;
      }
      const from = part.words.length;
      part.words.push(...words(leaf.text));
      const table = heads.get(leaf.element);
      if (!table) continue;
      if (!part.bodies.has(table)) part.bodies.set(table, { from, to: 0, head: words(table.again) });
      part.bodies.get(table).to = part.words.length;
    }
    return part;
  });
}

// How the words of a page are made of the next ones of the text, those of the
// notes at its foot and, on a sheet, more of the text: { text, notes } as numbers
// of words, or null.
function splitPage(found, left, notes) {
  const common = (a, b) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return i;
  };
  for (let before = common(found, left); before >= 0; before--) {
    const rest = found.slice(before);
    for (let own = common(rest, notes); own >= 0; own--)
      if (rest.slice(own).join(" ") === left.slice(before, found.length - own).join(" "))
        return { text: found.length - own, notes: own };
  }
  return null;
}

// Takes pages one after the other: each must go on where the one before ended,
// and a part begins on a page of its own. A page that goes on with a table has
// its head once more, which is not read out again; those of all pages are
// returned.
function compareWords(reader, guide, pages, parts) {
  const heads = [];
  let part = -1;
  let left = [];
  let notes = [];
  for (let i = 0; i < pages.length; i++) {
    const number = i + 1;
    let found = words(pages[i]);
    if (left.length === 0 && notes.length === 0) {
      part++;
      left = [...(parts[part]?.words ?? [])];
      notes = [...(parts[part]?.notes ?? [])];
    }
    const at = (parts[part]?.words.length ?? 0) - left.length;
    const body = [...(parts[part]?.bodies.values() ?? [])].find(({ from, to }) => from < at && at < to);
    heads.push(body?.head ?? []);
    if (body && reader !== "pdf.js") {
      claim(found.slice(0, body.head.length).join(" ") === body.head.join(" "), `${reader}: page ${number} has its table's head`, found.slice(0, 12).join(" "));
      found = found.slice(body.head.length);
    }
    const covered = i === 0 && guide.print[0] === "cover" ||
      i === pages.length - 1 && guide.print.at(-1) === "back-cover" || guide.binding === "loose";
    if (!covered && reader !== "pdf.js") {
      const foot = feet(guide, number, parts[part]?.title ?? null);
      claim(endsWith(found, foot), `${reader}: page ${number} has its running line "${foot.join(" ")}"`,
        `ends: ${found.slice(-12).join(" ")}`);
      found = found.slice(0, found.length - foot.length);
    }
    const split = splitPage(found, left, notes) ?? { text: found.length, notes: 0 };
    const expected = left.splice(0, split.text);
    notes.splice(0, split.notes);
    claim(split.notes > 0 || found.join(" ") === expected.join(" "), `${reader}: page ${number} says what the source says`,
      difference(found, expected));
  }
  claim(left.length === 0 && notes.length === 0 && part === parts.length - 1, `${reader}: nothing of the source is missing`,
    `${left.slice(0, 12).join(" ")} (part ${part + 1} of ${parts.length})`);
  return heads;
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
  const popplerLeaves = guide.rightToLeft ? leavesInTaggedOrder(leavesOf(inOrder(poppler)), all) : leavesOf(inOrder(poppler));
  claim(difference(popplerLeaves, withoutAlt(all), show) === "", `${name}: poppler reads the source's structure`,
    difference(popplerLeaves, withoutAlt(all), show));
  const root = inOrder(qpdf.root);
  const qpdfLeaves = leavesOf(root);
  claim(difference(qpdfLeaves, all, show) === "", `${name}: structure, alternatives and fields are the source's`,
    difference(qpdfLeaves, all, show));
  const jumps = headingLevels(popplerLeaves);
  claim(jumps.length === 0, `${name}: headings skip no level`, jumps.join("\n"));
  claim(qpdf.lang === guide.lang, `${name}: its language is ${guide.lang}`, qpdf.lang);
  const wanted = [...allElements(expected)];
  const found = [...allElements(root)];
  const count = (list, test) => list.filter(test).length;
  for (const scope of ["Column", "Row"])
    claim(count(found, (e) => e.attributes.Scope === scope) === count(wanted, (e) => e.scope === scope),
      `${name}: every head of a ${scope.toLowerCase()} says so`);
  for (const numbering of ["Disc", "Decimal"])
    claim(count(found, (e) => e.attributes.ListNumbering === numbering) === count(wanted, (e) => e.numbering === numbering),
      `${name}: every list with ${numbering} says so`);
  // ISO 32000-1, table 348. (poppler 22.12 warns of every attribute with the owner
  // PrintField in a Form: its table of that element's attributes has none.)
  const forms = found.filter((e) => e.role === "Form");
  const states = { tv: [undefined], cb: ["on", "off"], rb: ["off"] };
  const wrong = forms.find(({ attributes: a }) => a.O !== "PrintField" || !states[a.Role]?.includes(a.checked) || !a.Desc);
  claim(!wrong, `${name}: every field says what kind it is and what to write`, JSON.stringify(wrong?.attributes));
  const ticked = (list, test) => list.filter(test).map((e) => fold(e.alt)).join("\n");
  claim(ticked(forms, (e) => e.attributes.checked === "on") === ticked(wanted, (e) => e.checked), `${name}: what is done in the source is ticked`);
  // Spans: languages, what short forms stand for, words with a line through them.
  const said = (e) => fold(leavesOf({ role: "P", kids: e.kids }).map((l) => l.text).join(" "));
  const spansOf = (test, value) => found.filter((e) => e.role === "Span" && test(e)).map((e) => `${said(e)} = ${value(e)}`);
  const inSource = (key, value) => wanted.flatMap((e) => (e[key] ?? []).map((s) => `${fold(s.text ?? s)} = ${value(s)}`));
  const equal = (what, a, b) => claim(difference(a, b) === "", `${name}: ${what}`, difference(a, b));
  equal("words in other languages say so", spansOf((e) => e.lang, (e) => e.lang), inSource("spans", (s) => s.lang));
  const paragraphs = (list) => list.filter((e) => e.role === "P" && e.lang).map((e) => `${said(e)} = ${e.lang}`);
  equal("paragraphs in other languages say so", paragraphs(found), paragraphs(wanted));
  equal("short forms say what they stand for", spansOf((e) => e.expansion, (e) => e.expansion), inSource("expansions", (s) => s.title));
  equal("struck words say so", spansOf((e) => e.attributes.TextDecorationType === "LineThrough", () => ""), inSource("struck", () => ""));
  claim(found.every((e) => e.role !== "Figure" || e.alt), `${name}: every figure has an alternative`);
  // A heading in the source is a block's name in the file.
  const wantedLinks = wanted.flatMap((e) => e.links).map((l) =>
    l.uri !== undefined ? `${fold(l.text)} -> ${l.uri}` : `${fold(l.text)} -> ${l.chapter}${l.heading ? `.${l.heading}` : ""}`);
  const foundLinks = linksOf(withoutWaysBack(root)).map(({ text, to }) => `${text} -> ${to.uri ?? to.block ?? to.chapter ?? to.broken.join()}`);
  claim(difference(foundLinks, wantedLinks) === "", `${name}: links lead where the source's do`, difference(foundLinks, wantedLinks));
}

function claimFigures(name, guide, leaves) {
  const found = leaves.filter((l) => l.role === "Figure").map((l) => l.alt);
  const figures = new Map();
  const printed = guide.chapters.filter((c) => guide.print.includes(c.id));
  for (const chapter of printed) for (const block of chapter.blocks) if (block.kind === "figure") figures.set(block.alt, block);
  for (const [alt, figure] of figures)
    claim(figure.decorative || found.includes(fold(alt)), `${name}: ${figure.src} has the alternative of figures.yaml`);
}

function addressesOf(guide) {
  const all = [...allElements(expectedPaper(guide, () => 0, () => null, []))];
  return [...addressesAmong(all.flatMap((e) => e.links).map((l) => l.text)),
    ...hyphenatedAmong(all.flatMap((e) => e.kids.filter((k) => typeof k === "string")))];
}

// For each page of notes the part before which it stands. Spare pages stand
// where guide.yaml says, and never two behind each other while there are other
// places.
function notesPlaces(guide, pages, starts) {
  const noteWords = fold(guide.words.notes);
  const isNotes = (page) => leavesOf(page.tree).some((l) => l.role === "H1" && l.text === noteWords);
  const plan = guide.print.filter((part) => part !== "notes");
  const chapterAt = new Map([...starts].map(([id, number]) => [number - 1, id]));
  const after = (i) => {
    for (let next = i + 1; next < pages.length; next++)
      if (chapterAt.has(next)) return chapterAt.get(next);
    return plan.at(-1) === "back-cover" && i + 1 < pages.length ? "back-cover" : "end";
  };
  const places = pages.flatMap((page, i) => (isNotes(page) ? [after(i)] : []));
  if (guide.binding) {
    claim(places.length === 0, "single leaves have no spare pages", places.join());
    return places;
  }
  claim(places.length < 4 && pages.length % 4 === 0, "the booklet is padded to whole sheets by at most three pages");
  const planned = guide.print.indexOf("notes");
  claim(places.length === 0 || planned < 0 || places.includes(guide.print[planned + 1] ?? "end"),
    "pages for notes stand where the plan says", places.join());
  claim(new Set(places).size === places.length || guide.chapters.length <= places.length,
    "pages for notes do not follow each other", places.join());
  return places;
}

// The pages that links of the text lead to, in the tree's order: null for a
// link that stands on the very page.
function pagesBehind(guide, qpdf, places) {
  const { kids } = withoutWaysBack(inOrder(qpdf.root));
  const links = kids.filter((sect) => !sect.kids.some((kid) => kid.role === "TOC"))
    .flatMap((sect) => [...allElements(sect)])
    .filter((e) => e.role === "Link" && e.annotations[0]?.dest !== undefined);
  return () => {
    const link = links.shift();
    if (!link) return null;
    const page = places.get(link.annotations[0].dest);
    const words = fold(guide.words["link-page"].replace("{page}", page + 1));
    const said = fold(linksOf({ role: "P", kids: [link] })[0].text).endsWith(words);
    return page === link.annotations[0].page && !said ? null : page + 1;
  };
}

// "guide" with the print sequence of the document.
async function judgeDocument(path, guide, document = "booklet") {
  const addresses = addressesOf(guide);
  const pdf = await openPdf(path);
  const pages = await taggedPages(path, addresses);
  const qpdf = qpdfTree(path, pages);
  const poppler = popplerTree(path);
  // Where each chapter begins, by its title's page, read with pdf.js.
  const starts = new Map();
  pages.forEach((page, i) => {
    const titles = leavesOf(page.tree).filter((l) => l.role === "H1").map((l) => l.text);
    for (const chapter of guide.chapters)
      if (titles.includes(fold(chapter.title)) && !starts.has(chapter.id)) starts.set(chapter.id, i + 1);
  });
  const expected = expectedPaper(guide, (id) => starts.get(id),
    pagesBehind(guide, qpdf, await placesOf(pdf)), notesPlaces(guide, pages, starts));
  const all = leavesOf(expected).filter((l) => l.role !== "Artifact");

  let heads = [];
  for (const [name, read] of Object.entries(readers))
    heads = compareWords(name, guide, await readLike(read, name, path, addresses, pages, guide), partsOf(guide, expected));
  claimTrees(document, guide, expected, poppler, qpdf);
  claimFigures(document, guide, leavesOf(qpdf.root));
  const drawn = notesApart(all.filter((l) => l.ink !== false));
  const pieces = joined(notesApart(pages.flatMap((p) => leavesOf(p.tree))), drawn);
  claim(difference(pieces, drawn, show) === "", `${document}: pdf.js reads the source's structure, page by page`,
    difference(pieces, drawn, show));
  // Artifacts hold running lines and the heads of tables that go on, nothing else,
  // in the order of the eye and with a space in them.
  pages.forEach((page, i) => {
    const head = (heads[i] ?? []).join(" ");
    const all = fold(page.artifacts.join(""));
    const own = all.startsWith(head) ? all.slice(head.length) : all;
    const titles = [guide.title, ...guide.chapters.map((c) => c.navTitle)];
    claim(own === "" || titles.some((t) => own === fold(i % 2 === 1 || guide.binding === "single" ? `${i + 1} ${t}` : `${t} ${i + 1}`)), `${document}: page ${i + 1} hides no words from readers`, own);
  });
  return { pages, expected };
}

// For each side the two pages of the booklet that it holds, in the order of its
// words; each page once.
function pairPages(sides, pages, rightToLeft) {
  const form = (list) => (rightToLeft ? letters(list.join(" ")) : fold(list.join(" ")));
  const pairs = [];
  const used = new Set();
  for (const side of sides) {
    const wanted = form(words(side));
    let pair = null;
    for (let left = 0; left < pages.length && !pair; left++)
      for (let right = 0; right < pages.length && !pair; right++)
        if (left !== right && !used.has(left) && !used.has(right) &&
          form([...words(pages[left]), ...words(pages[right])]) === wanted) pair = [left, right];
    pairs.push(pair);
    if (pair) pair.forEach((p) => used.add(p));
  }
  return { pairs, used };
}

async function judgeSheets(path, bookletPath, guide, booklet) {
  const addresses = addressesOf(guide);
  const sides = await taggedPages(path, addresses);
  claimTrees("sheets", guide, booklet.expected, popplerTree(path), qpdfTree(path, sides));
  let known = null;
  for (const [name, read] of Object.entries(readers)) {
    const pages = await readLike(read, name, bookletPath, addresses, booklet.pages, guide);
    const { pairs, used } = pairPages(await read(path, addresses), pages, guide.rightToLeft);
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
    const expected = notesApart([first, second].flatMap((p) => leavesOf(booklet.pages[p].tree)));
    const found = notesApart(leavesOf(sides[i].tree));
    const same = joined(expected, found);
    claim(difference(found, same, show) === "", `sheets: side ${i + 1} is read as page ${first + 1}, then ${second + 1}`,
      difference(found, same, show));
  });
}

// The files on whole sheets of paper: large print is the booklet without spare
// pages; worksheets are all of the guide's, one a page, and each once more alone.
async function judgeWholeSheets(folder, guide) {
  const large = { ...guide, binding: "single", print: guide.print.filter((part) => part !== "notes") };
  await judgeDocument(join(folder, "large-print.pdf"), large, "large print");
  const sheets = guide.chapters.filter((c) => c.kind === "worksheet");
  const loose = (chapters) => ({ ...guide, binding: "loose", print: chapters.map((c) => c.id) });
  const all = join(folder, "worksheets.pdf");
  claim(existsSync(all) === sheets.length > 0, "there is a file of worksheets if there are any");
  if (sheets.length === 0) return;
  const { pages } = await judgeDocument(all, loose(sheets), "worksheets");
  claim(pages.length === sheets.length, "each worksheet is one page", `${pages.length} for ${sheets.length}`);
  const files = sheets.map((c) => `${String(c.number).padStart(2, "0")}-${c.id}.pdf`).sort();
  claim(readdirSync(join(folder, "worksheets")).sort().join() === files.join(), "each worksheet has a file of its own", files.join());
  for (const sheet of sheets) {
    const name = `${String(sheet.number).padStart(2, "0")}-${sheet.id}.pdf`;
    const single = await judgeDocument(join(folder, "worksheets", name), loose([sheet]), name);
    claim(single.pages.length === 1, `${name} is one page`, String(single.pages.length));
  }
}

// -------------------------------------------------------------------- main

async function judge(edition) {
  if (process.env.ONLY && edition.name !== process.env.ONLY) return;
  const print = join(edition.folder, "print");
  for (const lang of readdirSync(print).sort()) {
    claims.about = `${edition.name}, ${lang}: `;
    alreadyRead = new Map();
    const guide = readGuide(edition.source, { clinic: edition.clinic, lang, themes });
    const booklet = await judgeDocument(join(print, lang, "booklet.pdf"), guide);
    await judgeWholeSheets(join(print, lang), guide);
    const sheets = readdirSync(join(print, lang)).filter((f) => f.startsWith("booklet-sheets-"));
    claim(sheets.length === 1, "there is one file of sheets");
    for (const file of sheets) await judgeSheets(join(print, lang, file), join(print, lang, "booklet.pdf"), guide, booklet);
  }
  claims.about = "";
}

const editions = process.env.ONLY ? [] : realEditions();
claim(editions.length > 0, "there is an edition to judge");
for (const edition of editions) await judge(edition);
await smallEditions(claim, judge);
claims.close();
