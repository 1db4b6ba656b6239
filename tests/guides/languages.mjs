// SPDX-License-Identifier: MIT
// What a guide in several languages owes its readers, from its finished files:
// every page leads to the same page in each other language, or to the first one
// there; languages are called by their own names and marked; whole pages are in
// one direction; numbers keep the order of their groups among letters from right
// to left; the booklet from right to left is bound and laid out on sheets on the
// right.
//
// Environment: OUT (the guide's finished editions).
import { existsSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { Claims, attribute, elements, openOutputs, text } from "../site/edition.mjs";

const claims = new Claims();
const { all } = openOutputs();
const RIGHT = /^(ar|fa|he|ur|ps|ckb|yi)\b/;
const ISOLATES = { "\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1 };

function run(command, ...args) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${command}: ${done.stderr}`);
  return done.stdout;
}

// --- the switch --------------------------------------------------------------

function claimSwitch(edition, page) {
  const where = `${edition.name}/${page.name}`;
  const nav = page.tags("nav").find((n) => (attribute(n, "class") ?? "").split(" ").includes("languages"));
  const langs = [...edition.helps.keys()];
  if (langs.length === 1) {
    claims.claim(nav === undefined, `${where} has no switch where there is one language`);
    return;
  }
  claims.claim(nav !== undefined, `${where} has a switch of languages`);
  if (nav === undefined) return;
  const links = [...elements(nav)].filter((e) => e.tagName === "a");
  claims.claim(links.length === langs.length, `${where} offers each language once`, [String(links.length)]);
  claims.claim(new Set(links.map(text)).size === links.length, `${where} calls no two languages the same`, links.map(text));
  const current = links.filter((a) => attribute(a, "aria-current") !== undefined);
  claims.claim(current.length === 1 && attribute(current[0], "lang") === page.lang, `${where} marks its own language`);
  for (const link of links) {
    const lang = attribute(link, "lang");
    claims.claim(langs.includes(lang) && attribute(link, "hreflang") === lang, `${where} marks "${text(link)}" as ${lang}`);
    claims.claim((attribute(link, "dir") === "rtl") === RIGHT.test(lang), `${where} writes "${text(link)}" in its direction`);
    if (page.name === "404.html") continue;
    const path = resolve(dirname(page.path), attribute(link, "href"));
    const other = edition.pages.find((p) => p.path === path);
    claims.claim(other?.lang === lang, `${where} leads to a page in ${lang}`, [path]);
    const name = page.name.split("/").at(-1);
    const same = edition.pages.find((p) => p.lang === lang && p.name !== "404.html" && p.name.split("/").at(-1) === name);
    claims.claim(other?.name.split("/").at(-1) === (same ? name : "index.html"), `${where} leads to its counterpart, or to the first page`, [path]);
  }
}

function claimAlternates(edition, page) {
  if (edition.address === null || page.name === "404.html") return;
  const where = `${edition.name}/${page.name}`;
  const links = page.tags("link").filter((e) => attribute(e, "rel") === "alternate" && attribute(e, "hreflang") !== undefined);
  if (edition.helps.size === 1) return;
  for (const link of links) {
    const address = attribute(link, "href");
    claims.claim(address.startsWith(edition.address), `${where} names whole addresses of its other languages`, [address]);
    const path = address.slice(String(edition.address).length);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const other = edition.pages.find((p) => p.name === file);
    const lang = attribute(link, "hreflang");
    claims.claim(other && (lang === "x-default" || other.lang === lang), `${where} names a page in ${lang}`, [address]);
    // Two pages name each other, or neither counts.
    claims.claim(other?.tags("link").some((e) => attribute(e, "hreflang") === page.lang), `${where} is named by its page in ${lang}`);
  }
}

// --- from right to left --------------------------------------------------------

// The text of an element; what is inside isolates or bdi is between braces.
function marked(node) {
  if (node.nodeName === "#text") return [...node.value].map((c) => (ISOLATES[c] ? (ISOLATES[c] > 0 ? "{" : "}") : c)).join("");
  const inner = (node.childNodes ?? []).map(marked).join("");
  return node.tagName === "bdi" || (node.attrs ?? []).some((a) => a.name === "dir") ? `{${inner}}` : inner;
}

function claimNumbers(edition, page) {
  const where = `${edition.name}/${page.name}`;
  const wrong = [];
  for (const link of page.tags("a")) {
    if (!/^(tel|sms):/.test(attribute(link, "href") ?? "")) continue;
    let depth = 0;
    const bare = [...marked(link)].filter((c) => {
      depth += c === "{" ? 1 : c === "}" ? -1 : 0;
      return depth === 0 && c !== "}";
    }).join("");
    if (/\d[^\p{L}\d]+\d/u.test(bare)) wrong.push(marked(link));
  }
  claims.none(wrong, `${where} keeps numbers to call in order`);
}

// --- paper ---------------------------------------------------------------------

// Words of a page with their places, in points from the left.
function placed(path, page) {
  const html = run("pdftotext", "-bbox", "-f", String(page), "-l", String(page), path, "-");
  return [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)]
    .map(([, xMin, yMin, xMax, word]) => ({ x: Number(xMin), y: Number(yMin), end: Number(xMax), word }));
}

function pagesOf(path) {
  return Number(/^Pages:\s+(\d+)/m.exec(run("pdfinfo", path))[1]);
}

function folioOf(words, number, height) {
  return words.filter((w) => w.word === String(number)).sort((a, b) => b.y - a.y)[0];
}

function claimPaper(edition, lang) {
  const where = `${edition.name} ${lang}`;
  const folder = join(edition.folder, "print", lang);
  const booklet = join(folder, "booklet.pdf");
  const right = RIGHT.test(lang);
  const bytes = run("qpdf", "--qdf", "--object-streams=disable", booklet, "-");
  claims.claim(/\/Direction\s*\/R2L/.test(bytes) === right, `${where}: the booklet turns its pages ${right ? "to the right" : "to the left"}`);
  claims.claim(new RegExp(`/Lang\\s*\\(${lang}\\)`).test(bytes), `${where}: the booklet says its language`);
  const count = pagesOf(booklet);
  // Folios stand at the outer edge: of odd pages on the side away from the spine.
  for (let page = 2; page < count; page++) {
    const words = placed(booklet, page);
    const folio = folioOf(words, page);
    const middle = 420.94 / 2;
    const outerIsRight = (page % 2 === 1) !== right;
    claims.claim(folio !== undefined && folio.x > middle === outerIsRight, `${where}: page ${page} has its folio at the outer edge`);
  }
  // The cover is on the outer sheet's right half, or on its left one.
  const [sheets] = readdirSync(folder).filter((f) => f.startsWith("booklet-sheets-"));
  const cover = placed(booklet, 1);
  const side = placed(join(folder, sheets), 1);
  const width = Number(/^Page size:\s+([\d.]+)/m.exec(run("pdfinfo", join(folder, sheets)))[1]);
  const titles = side.filter((w) => w.word === cover[0].word && w.y > 0);
  claims.claim(titles.length > 0 && titles.every((w) => w.x < width / 2 === right), `${where}: the fold lies ${right ? "right" : "left"} of the cover`);
}

for (const edition of all) {
  for (const page of edition.pages) {
    const where = `${edition.name}/${page.name}`;
    const html = page.all.find((e) => e.tagName === "html");
    claims.claim((attribute(html, "dir") === "rtl") === RIGHT.test(page.lang), `${where} says its direction`);
    claimSwitch(edition, page);
    claimAlternates(edition, page);
    if (RIGHT.test(page.lang)) claimNumbers(edition, page);
  }
  for (const lang of readdirSync(join(edition.folder, "print"))) {
    claims.claim(existsSync(join(edition.folder, "print", lang, "booklet.pdf")), `${edition.name} ${lang} has a booklet`);
    claimPaper(edition, lang);
  }
}
claims.close();
