// SPDX-License-Identifier: MIT
// Footnotes in finished booklets: at the foot of a page, below its text and on
// its last line, each once, beginning on the page that refers to it first, and
// cut only where a case is made for it.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Claims } from "../claims.mjs";
import { realEditions, smallEditions } from "../source/cases.mjs";
import { openPdf } from "./reader.mjs";
import { allElements, pdfjsPages, placesOf, qpdfTree } from "./structure.mjs";

// Notes of a case that have to go on over a page.
const cut = { "notes-at-the-foot": 1 };
// The default theme's last baseline at A5, from the page's top.
const lastBaseline = 187.83;
const millimetre = 72 / 25.4;
const claims = new Claims();
const claim = (...what) => claims.claim(...what);

// Baselines of each marked content of a page, in millimetres from its top.
async function baselines(page) {
  const found = new Map();
  const open = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.id ?? null);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str.trim() !== "" && open.at(-1))
      found.set(open.at(-1), [...(found.get(open.at(-1)) ?? []), (page.view[3] - item.transform[5]) / millimetre]);
  }
  return found;
}

// The text of a page in the tree's order: { note, y }; and its notes.
async function readPage(page) {
  const lines = await baselines(page);
  const text = [];
  let notes = 0;
  const walk = (node, note) => {
    if (node.role === "Note") notes++;
    for (const kid of node.children ?? [])
      if (kid.type === "content") for (const y of lines.get(kid.id) ?? []) text.push({ note, y });
      else walk(kid, note || kid.role === "Note");
  };
  const root = await page.getStructTree();
  if (root) for (const kid of root.children) walk(kid, false);
  return { text, notes };
}

async function judgePage(page, number) {
  const { text, notes } = await readPage(page);
  if (!text.some((t) => t.note)) return 0;
  const own = text.filter((t) => t.note);
  const others = text.filter((t) => !t.note);
  const top = Math.min(...own.map((t) => t.y));
  const bottom = Math.max(...own.map((t) => t.y));
  claim(others.every((t) => t.y < top - 9 || t.y > bottom), `page ${number}: notes stand together, apart from the text`, `${top}`);
  // A sheet to write on has its foot below the notes, and read behind them.
  const below = others.filter((t) => t.y > bottom);
  const last = text.findLastIndex((t) => t.note);
  claim(below.every((t) => text.indexOf(t) > last), `page ${number}: what stands below the notes is read behind them`);
  if (below.length === 0 && others.length > 0)
    claim(Math.abs(bottom - lastBaseline) < 0.1, `page ${number}: notes end on the page's last line`, `${bottom}`);
  return notes;
}

async function judge({ name, folder }) {
  for (const lang of readdirSync(join(folder, "print")).sort()) {
    claims.about = `${name}, ${lang}: `;
    const path = join(folder, "print", lang, "booklet.pdf");
    const pdf = await openPdf(path);
    const places = await placesOf(pdf);
    const { root } = qpdfTree(path, await pdfjsPages(pdf));
    const notes = [...allElements(root)].filter((e) => e.role === "Note");
    const ids = new Set(notes.map((n) => n.id));
    claim(ids.size === notes.length && !ids.has(undefined), "each note is there once and has an id");
    const references = [...allElements(root)].filter((e) => e.role === "Reference")
      .flatMap((e) => [...allElements(e)]).filter((e) => e.role === "Link" && ids.has(e.annotations[0]?.dest));
    for (const note of notes) {
      // Nothing on paper may refer to a note.
      const pages = references.filter((r) => r.annotations[0].dest === note.id).map((r) => r.annotations[0].page);
      if (pages.length === 0) continue;
      const back = note.kids[0].kids?.[0]?.annotations?.[0];
      claim(note.kids[0].role === "Lbl" && back?.dest !== undefined && places.get(back.dest) === Math.min(...pages),
        `${note.id}: its number leads back to where the text refers to it first`);
      claim(places.get(note.id) === Math.min(...pages), `${note.id}: it begins on the page that refers to it`,
        `page ${places.get(note.id) + 1}, referred to on ${pages.map((p) => p + 1)}`);
    }
    let pieces = 0;
    for (let number = 1; number <= pdf.numPages; number++)
      pieces += await judgePage(await pdf.getPage(number), number);
    claim(pieces === notes.length + (cut[name] ?? 0), "notes are cut only where they must be", `${pieces} pieces of ${notes.length} notes`);
  }
  claims.about = "";
}

const editions = realEditions();
claim(editions.length > 0, "there is an edition to judge");
for (const edition of editions) await judge(edition);
await smallEditions(claim, judge);
claims.close();
