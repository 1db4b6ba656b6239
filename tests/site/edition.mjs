// SPDX-License-Identifier: MIT
// What the referees of the site share: which editions and pages a finished
// "make guide" has, their elements, and the count of claims.
//
// Knows files only: nothing of the program that wrote them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { parse } from "parse5";

export { Claims } from "../claims.mjs";

// The one policy of every page; a server may add what only a header can say.
export const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; " +
  "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

function filesBelow(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(path));
    else found.push(path);
  }
  return found.sort();
}

// Every element of a parsed page, in order.
export function* elements(node) {
  if (node.tagName !== undefined) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}

export function attribute(element, name) {
  return element.attrs.find((a) => a.name === name)?.value;
}

export function text(node) {
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(text).join("");
}

export function folded(words) {
  return words.normalize("NFC").replace(/\s+/gu, " ").trim();
}

// One HTML file: its bytes, its elements, its ids.
export function readPage(path, root) {
  const html = readFileSync(path, "utf8");
  const all = [...elements(parse(html))];
  return {
    path,
    name: relative(root, path).split(sep).join("/"),
    html,
    all,
    lang: attribute(all.find((e) => e.tagName === "html"), "lang"),
    ids: all.map((e) => attribute(e, "id")).filter((id) => id !== undefined),
    tags: (...names) => all.filter((e) => names.includes(e.tagName)),
  };
}

function insideMain(element) {
  for (let e = element; e !== null && e !== undefined; e = e.parentNode) {
    if (e.tagName === "main") return true;
  }
  return false;
}

function dialLinks(page) {
  return page.tags("a").filter(
    (a) => attribute(a, "href")?.startsWith("tel:") && insideMain(a),
  );
}

// The page with the most numbers to call in its text: the help page.
function helpPage(pages) {
  const sorted = [...pages].sort((a, b) => dialLinks(b).length - dialLinks(a).length);
  return sorted.length > 0 && dialLinks(sorted[0]).length > 0 ? sorted[0] : null;
}

// What kind of page it is, as its template says on <main>; "plain" at least.
export function kindOf(page) {
  const main = page.tags("main")[0];
  return (main === undefined ? undefined : attribute(main, "class"))?.split(" ")[0] ?? "plain";
}

// One page of each kind: of each, the one with the most elements.
export function pageOfEachKind(pages) {
  const found = new Map();
  for (const page of pages) {
    const kind = page.name === "404.html" ? "not-found" : kindOf(page);
    if (!found.has(kind) || found.get(kind).all.length < page.all.length) found.set(kind, page);
  }
  return found;
}

// The help page of each language.
function helpPages(pages) {
  return new Map([...new Set(pages.map((p) => p.lang))].map((lang) => [lang, helpPage(pages.filter((p) => p.lang === lang))]));
}

// The address of the site on its host, read from its start page; null where
// the profile names none. It ends in "/".
function siteAddress(pages) {
  const start = pages.find((p) => p.name === "index.html");
  const link = start?.tags("link").find((e) => attribute(e, "rel") === "canonical");
  return link === undefined ? null : new URL(".", attribute(link, "href"));
}

// The editions in folder "out", each with its site's pages. Some areas judge the
// first more closely, so that is one with the most pages.
export function editions(out) {
  const found = [];
  for (const entry of readdirSync(out, { withFileTypes: true })) {
    const folder = join(out, entry.name);
    const site = join(folder, "site");
    if (!entry.isDirectory() || !existsSync(join(site, "index.html"))) continue;
    const files = filesBelow(site);
    const pages = files.filter((f) => f.endsWith(".html")).map((f) => readPage(f, site));
    found.push({
      name: entry.name,
      folder,
      site,
      files,
      pages,
      help: helpPage(pages.filter((p) => p.lang === pages.find((start) => start.name === "index.html").lang)),
      helps: helpPages(pages),
      address: siteAddress(pages),
    });
  }
  return found.sort((a, b) => b.pages.length - a.pages.length || (a.name < b.name ? -1 : 1));
}

// The folder of outputs, and its editions; ends the process if it has none.
export function openOutputs() {
  const out = resolve(process.env.OUT ?? "out");
  const all = existsSync(out) ? editions(out) : [];
  if (all.length === 0) {
    console.log(`not ok - ${out} holds an edition with a site`);
    console.log("0 passed, 1 failed");
    process.exit(1);
  }
  return { out, all };
}

// The same, with the pages that somebody reads: those that only lead on to
// where a page has moved to are gone before a browser could show them.
export function openReadable() {
  const { out, all } = openOutputs();
  for (const edition of all) {
    edition.pages = edition.pages.filter(
      (p) => !p.tags("meta").some((m) => attribute(m, "http-equiv")?.toLowerCase() === "refresh"));
  }
  return { out, all };
}
