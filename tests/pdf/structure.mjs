// SPDX-License-Identifier: MIT
// Structure trees as finished PDFs have them, by three readers: poppler
// (pdfinfo), pdf.js (page by page), qpdf (the objects themselves).
//
// All give leaves in the order of the tree: { path: "Document/Sect/P", role,
// text, alt }. A leaf is an element's own words, those of inline elements
// included; an element without words is a leaf with "".
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fold, joinAddresses, softHyphens, turnedRound } from "./reader.mjs";

const inlineRoles = new Set(["Span", "Link", "Reference", "Code", "Quote"]);
// Hold other elements and no words, so an empty one says nothing.
const groupRoles = new Set(["Document", "Part", "Sect", "Div", "BlockQuote", "L", "LI", "Table", "THead", "TBody", "TR", "TOC"]);

function leaf(element, path, text) {
  return { path: path.join("/"), role: element.role, text, alt: element.alt === undefined ? undefined : fold(element.alt), ink: element.ink, element };
}

// A tree of { role, alt, kids: [text or node] } -> leaves.
export function leavesOf(root) {
  const leaves = [];
  const walk = (element, above) => {
    const path = [...above, element.role];
    const start = leaves.length;
    let pieces = [];
    const flush = () => {
      const text = fold(pieces.join(""));
      if (text !== "") leaves.push(leaf(element, path, text));
      pieces = [];
    };
    // Inline elements side by side are words of their own.
    const inline = (kid) => {
      let afterInline = false;
      for (const inner of kid.kids) {
        if (typeof inner === "string") {
          if (inner !== "") afterInline = false;
          pieces.push(inner);
        } else if (inlineRoles.has(inner.role)) {
          if (afterInline) pieces.push(" ");
          inline(inner);
          afterInline = true;
        } else {
          throw new Error(`${inner.role} inside ${kid.role}`);
        }
      }
    };
    let afterInline = false;
    for (const kid of element.kids) {
      if (typeof kid === "string") {
        if (kid !== "") afterInline = false;
        pieces.push(kid);
      } else if (inlineRoles.has(kid.role)) {
        if (afterInline) pieces.push(" ");
        inline(kid);
        afterInline = true;
      } else {
        afterInline = false;
        flush();
        walk(kid, path);
      }
    }
    flush();
    if (leaves.length === start && !groupRoles.has(element.role))
      leaves.push(leaf(element, path, ""));
  };
  walk(root, []);
  return leaves;
}

// ----------------------------------------------------------------- poppler

// poppler makes tables of the output's colour profile anew for each page, and for
// the words of each element, which takes twenty times as long as all else and
// changes no word: it is given the same bytes with another name for the list of
// profiles.
export function withoutColourProfile(path) {
  const bytes = readFileSync(path);
  const at = bytes.indexOf("/OutputIntents[");
  if (at >= 0) bytes.write("/OutputSkipped[", at, "latin1");
  return bytes;
}

export function popplerTree(path) {
  const run = spawnSync("pdfinfo", ["-struct-text", "-"], { input: withoutColourProfile(path), encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  const stack = [];
  let root = null;
  for (const line of run.stdout.split("\n")) {
    if (line.trim() === "") continue;
    const depth = /^ */.exec(line)[0].length / 2;
    const rest = line.trim();
    const top = () => stack[stack.length - 1].node;
    while (stack.length > 0 && stack[stack.length - 1].depth >= depth) stack.pop();
    if (rest.startsWith('"')) {
      top().kids.push(turnedRound(rest.slice(1, rest.lastIndexOf('"'))));
    } else if (rest.startsWith("/")) {
      const [, name, value] = /^\/(\S+)\s*(.*)$/.exec(rest);
      top().attributes[name] = value;
    } else if (!/^Object \d+ \d+$/.test(rest)) {
      const match = /^(\w+)(?: <([^>]*)>)?(?: "(?:[^"]*)")?(?: \((?:block|inline)\))?:?$/.exec(rest);
      if (!match) throw new Error(`pdfinfo says: ${rest}`);
      const node = { role: match[1], id: match[2], attributes: {}, kids: [] };
      if (stack.length > 0) top().kids.push(node);
      else if (root === null) root = node;
      else throw new Error("two roots");
      stack.push({ depth, node });
    }
  }
  return root;
}

// ------------------------------------------------------------------ pdf.js

// The words of each marked content of a page, those of its artifacts, and all
// but those in the order of the page's stream.
async function markedText(page) {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const hyphens = await softHyphens(page);
  let before = "";
  let lineEnded = false;
  const marks = new Map();
  const artifacts = [];
  const open = [];
  // Words before a running line and those behind it are on two pages.
  let latest = null;
  const endPage = () => {
    if (latest !== null) marks.set(latest, `${marks.get(latest)}\n`);
    latest = null;
  };
  let all = "";
  let last = null;
  // How far along the line of "way" an item starts.
  const along = ({ transform }, way) => {
    const length = Math.hypot(way.transform[0], way.transform[1]);
    return (transform[4] * way.transform[0] + transform[5] * way.transform[1]) / length;
  };
  for (const item of content.items) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps") {
      if (item.tag === "Artifact") artifacts.push("");
      open.push(item.tag === "Artifact" ? "Artifact" : item.id ?? null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      // What starts left of where the words before it ended is apart from them.
      const back = last && item.str !== "" && along(item, item) < along(last, item) + last.width - item.height / 2;
      const goesOn = item.str !== "" && hyphens.has(`${before.slice(-3)}\u00ad${item.str.slice(0, 2)}`);
      const text = (goesOn ? "" : back || lineEnded ? "\n" : "") + item.str;
      lineEnded = item.str === "" ? lineEnded || item.hasEOL : item.hasEOL;
      if (item.str !== "") before = item.str;
      if (item.str !== "") last = item;
      const owner = [...open].reverse().find((id) => id !== null);
      all += owner !== "Artifact" ? text : text.trim() === "" ? "" : "\n";
      if (owner === "Artifact") {
        artifacts[artifacts.length - 1] += text;
        if (text.trim() !== "") endPage();
      } else if (owner !== undefined) {
        marks.set(owner, (marks.get(owner) ?? "") + text);
        latest = owner;
      } else if (text.trim() !== "") throw new Error(`text without a mark: ${text}`);
    }
  }
  endPage();
  return { marks, text: all, artifacts: artifacts.map(fold).filter((t) => t !== "") };
}

// Per page: { tree, artifacts, marks, text }. "addresses": of the web, that may
// go over lines.
export async function pdfjsPages(pdf, addresses = []) {
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { marks, text, artifacts } = await markedText(page);
    for (const [id, words] of marks) marks.set(id, joinAddresses(words, addresses));
    const convert = (node) => ({
      role: node.role,
      alt: node.alt,
      lang: node.lang,
      kids: (node.children ?? [])
        .map((kid) => (kid.type === "content" ? marks.get(kid.id) ?? "" : kid.role ? convert(kid) : null))
        .filter((kid) => kid !== null),
    });
    const found = await page.getStructTree();
    const kids = (found?.children ?? []).map(convert);
    if (kids.length > 1) throw new Error("two roots");
    pages.push({ tree: kids[0] ?? null, artifacts, marks, text: joinAddresses(text, addresses) });
  }
  return pages;
}

// -------------------------------------------------------------------- qpdf

function unicode(value) {
  return typeof value === "string" ? value.replace(/^[ub]:/, "") : undefined;
}

function name(value) {
  return typeof value === "string" ? value.replace(/^\//, "") : undefined;
}

// The objects of the structure tree with the words of their marks from pdf.js:
// { role, id, alt, lang, attributes, annotations: [{ page, uri, dest, contents }],
// kids: [text or node] }. Also the catalogue's language.
export function qpdfTree(path, pages) {
  const run = spawnSync("qpdf", ["--json=2", "--json-stream-data=none", path], { encoding: "utf8", maxBuffer: 1 << 29 });
  if (run.status !== 0) throw new Error(run.stderr);
  const json = JSON.parse(run.stdout);
  const objects = json.qpdf[1];
  const resolve = (value) =>
    typeof value === "string" && /^\d+ \d+ R$/.test(value) ? resolve((objects[`obj:${value}`] ?? {}).value) : value;
  const words = (pageRef, mcid) => {
    const index = json.pages.findIndex((p) => p.object === pageRef);
    if (index < 0) throw new Error(`no page ${pageRef}`);
    return pages[index].marks.get(`p${pageRef.split(" ")[0]}R_mc${mcid}`) ?? "";
  };
  const listOf = (value) => (value === undefined ? [] : [resolve(value)].flat());
  const annotation = (dictionary, pageRef) => ({
    page: json.pages.findIndex((p) => p.object === pageRef),
    uri: unicode(resolve(dictionary["/A"])?.["/URI"]),
    dest: unicode(dictionary["/Dest"] ?? resolve(dictionary["/A"])?.["/D"]),
    contents: unicode(dictionary["/Contents"]),
  });
  const convert = (reference) => {
    const element = resolve(reference);
    const attributes = {};
    for (const a of listOf(element["/A"]))
      for (const [key, value] of Object.entries(resolve(a) ?? {}))
        attributes[key.slice(1)] = typeof value === "string" ? name(unicode(value)) : value;
    const node = {
      role: name(element["/S"]),
      id: unicode(element["/ID"]),
      alt: unicode(element["/Alt"]),
      lang: unicode(element["/Lang"]),
      expansion: unicode(element["/E"]),
      attributes,
      annotations: [],
      kids: [],
    };
    for (const kid of listOf(element["/K"])) {
      const value = resolve(kid);
      if (typeof value === "number") node.kids.push(words(element["/Pg"], value));
      else if (value["/Type"] === "/MCR") node.kids.push(words(value["/Pg"] ?? element["/Pg"], value["/MCID"]));
      else if (value["/Type"] === "/OBJR") node.annotations.push(annotation(resolve(value["/Obj"]), value["/Pg"] ?? element["/Pg"]));
      else node.kids.push(convert(kid));
    }
    return node;
  };
  const catalogue = resolve(objects.trailer.value["/Root"]);
  const tops = listOf(resolve(catalogue["/StructTreeRoot"])["/K"]);
  if (tops.length !== 1) throw new Error("not one top element");
  // listOf has resolved one reference already.
  const root = convert(tops[0]);
  return { root, lang: unicode(catalogue["/Lang"]), objects, resolve };
}

export function* allElements(element) {
  yield element;
  for (const kid of element.kids) if (typeof kid !== "string") yield* allElements(kid);
}

// Where the named places of a PDF are: index of the page by name.
export async function placesOf(pdf) {
  const places = new Map();
  for (const [name, [page]] of Object.entries(await pdf.getDestinations()))
    places.set(name, await pdf.getPageIndex(page));
  return places;
}

// Links below "element": their words, and { uri } or { chapter, block }, from
// the places' names "chapter" and "chapter.block".
export function linksOf(element) {
  return [...allElements(element)]
    .filter((e) => e.role === "Link")
    .map((e) => {
      const [first] = e.annotations;
      const text = fold(leavesOf({ role: "P", kids: e.kids }).map((l) => l.text).join(" "));
      const targets = new Set(e.annotations.map((a) => a.uri ?? a.dest));
      if (!first || targets.size !== 1) return { text, to: { broken: [...targets] } };
      if (first.uri !== undefined) return { text, to: { uri: first.uri } };
      const [chapter] = first.dest.split(".");
      return { text, to: { chapter, block: first.dest.includes(".") ? first.dest : null } };
    });
}
