// SPDX-License-Identifier: MIT
// Judges the finished files of every edition's site, without a browser.
//
// Comes in: OUT, a finished "make guide". Goes out: one claim for each check
// and file. Referees: the W3C's Nu checker (vnu), html-validate, and parse5 for
// our own checks: policy, links, titles, ids, sizes, fonts.
import { existsSync, readFileSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { gzipSync, inflateSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { parse } from "yaml";
import { Claims, POLICY, attribute, folded, openOutputs, readPage, text } from "./edition.mjs";
import { claimMeasured, claimStructure } from "./structure.mjs";

const require = createRequire(import.meta.url);
const { out, all } = openOutputs();
const claims = new Claims();

const KB = 1024;
const SIZE_MAX = { css: 12 * KB, js: 12 * KB, page: 50 * KB, picture: 300 * KB };

// What vnu says and we leave standing, each with its reason.
const VNU_IGNORED = [
  // Pages are read again by an XML parser, which needs the slash.
  /^Trailing slash on void elements has no effect/,
  // vnu takes a file's own address for another host than its neighbours'.
  // That they load under the policy is claimed in browser.mjs.
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “[^/:]*\/?[a-z]+-[0-9a-f]{8}\.(css|js)” blocked/,
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “\/[^:]*[a-z]+-[0-9a-f]{8}\.(css|js)” blocked/,
  /^Resource violates Content Security Policy \(meta tag\): image “[^/:]*\/?(figures\/[a-z0-9-]*|logo)-[0-9a-f]{8}\.(png|jpg|svg)” blocked/,
  // In browsers since 2024; vnu's table of properties is older.
  /“field-sizing”: Property “field-sizing” doesn't exist/,
];

const STRICT = {
  root: true,
  extends: [
    "html-validate:recommended",
    "html-validate:document",
    "html-validate:a11y",
  ],
  rules: {
    "void-style": ["error", { style: "selfclosing" }],
    "attr-quotes": ["error", { style: "double" }],
    "attribute-boolean-style": ["error", { style: "name" }], // XML, too
    "no-inline-style": "error",
    "valid-id": ["error", { relaxed: true }], // ids hold dots, as the blocks' do
    // Numbers are kept whole by the style sheet, so that their text is that of
    // the booklet; claimed in browser.mjs.
    "tel-non-breaking": "off",
    "long-title": "off", // the guide's own title stands in every title
    "no-trailing-whitespace": "off", // of no meaning to a reader
    "require-sri": "off", // files of the same folder
    // Forms here send nothing; their one button takes an answer back.
    "wcag/h32": "off",
  },
};

// Runs vnu once over files of one kind; each file's messages, ignored ones
// left out.
function vnu(files, kind) {
  const messages = new Map(files.map((f) => [resolve(f), []]));
  if (files.length === 0) return messages;
  const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  const run = spawnSync(
    "java",
    ["-jar", jar, ...kind, "--format", "json", "--stdout", ...files],
    { encoding: "utf8", maxBuffer: 64 * KB * KB },
  );
  if (run.error !== undefined || run.stdout === "") {
    claims.claim(false, "vnu runs", [String(run.error ?? run.stderr)]);
    return messages;
  }
  for (const m of JSON.parse(run.stdout).messages) {
    if (VNU_IGNORED.some((pattern) => pattern.test(m.message))) continue;
    const file = m.url === undefined ? undefined : decodeURI(m.url.replace(/^file:(\/\/)?/, ""));
    const list = messages.get(file);
    const line = `${m.lastLine ?? 0}:${m.lastColumn ?? 0} ${m.subType ?? m.type}: ${m.message}`;
    if (list === undefined) claims.claim(false, `vnu judges ${file}`, [line]);
    else list.push(line);
  }
  return messages;
}

function claimVnu(files, kind) {
  for (const [file, messages] of vnu(files, kind))
    claims.none(messages, `vnu finds nothing in ${relative(out, file)}`);
}

const validator = new HtmlValidate(STRICT);

function claimHtmlValidate(file) {
  const report = validator.validateStringSync(readFileSync(file, "utf8"), file);
  const wrong = report.results.flatMap((r) =>
    r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
  );
  claims.none(wrong, `html-validate finds nothing in ${relative(out, file)}`);
}

// --- addresses ---------------------------------------------------------------

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

// Addresses of an element that a browser follows or loads.
function addresses(element) {
  const found = [];
  for (const { name, value } of element.attrs) {
    if (["href", "src", "poster", "data", "action", "formaction", "cite", "data-index", "data-worker"].includes(name))
      found.push(value);
    if (name === "srcset" || name === "imagesrcset")
      found.push(...value.split(",").map((part) => part.trim().split(/\s/)[0]));
  }
  return found;
}

function cssAddresses(css) {
  const found = [...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map((m) => m[2]);
  found.push(...[...css.matchAll(/@import\s+(["'])(.*?)\1/g)].map((m) => m[2]));
  return found;
}

// Only a link that a reader follows may lead to another host; "canonical" and
// "alternate" name this very page and load nothing.
function mayLeave(element, address) {
  if (element.tagName === "a") return /^(https?|tel|sms|mailto):/i.test(address);
  return (
    element.tagName === "link" &&
    ["canonical", "alternate"].includes(attribute(element, "rel")) &&
    /^https:/i.test(address)
  );
}

// The file that an address leads to; null if it lies outside the edition. A
// page that answers at any depth (404) has addresses from the host's root.
function target(edition, page, address) {
  let path = address.replace(/[?#].*$/s, "");
  if (path === "") return page.path;
  let base = dirname(page.path);
  if (path.startsWith("/")) {
    const root = edition.address?.pathname ?? "/";
    if (page.name !== "404.html" || !path.startsWith(root)) return null;
    path = path.slice(root.length);
    base = edition.site;
  }
  const file = resolve(base, decodeURIComponent(path));
  return file.startsWith(`${edition.folder}/`) ? file : null;
}

function fragmentProblem(edition, file, fragment) {
  if (fragment === "" || !file.endsWith(".html")) return null;
  const page = edition.pages.find((p) => p.path === file) ?? readPage(file, edition.site);
  return page.ids.includes(decodeURIComponent(fragment)) ? null : `no id "${fragment}" there`;
}

function linkProblem(edition, page, element, address) {
  if (ELSEWHERE.test(address))
    return mayLeave(element, address) ? null : "leaves the folder";
  const file = target(edition, page, address);
  if (file === null) return "leads out of the edition";
  if (!existsSync(file) || !statSync(file).isFile()) return "leads nowhere";
  return fragmentProblem(edition, file, address.split("#")[1] ?? "");
}

function claimLinks(edition, page) {
  const wrong = [];
  for (const element of page.all) {
    for (const address of addresses(element)) {
      const problem = linkProblem(edition, page, element, address);
      if (problem !== null) wrong.push(`<${element.tagName}> ${address}: ${problem}`);
    }
  }
  claims.none(wrong, `${edition.name}/${page.name} links and loads only what is there`);
}

function claimCssAddresses(edition, file) {
  const wrong = cssAddresses(readFileSync(file, "utf8")).filter(
    (a) => ELSEWHERE.test(a) || a.startsWith("/") || !existsSync(resolve(dirname(file), a)),
  );
  claims.none(wrong, `${relative(out, file)} loads only what is there`);
}

// WCAG 2.2, 1.3.4: a phone may be held either way.
function claimAnyOrientation(file) {
  const css = readFileSync(file, "utf8");
  claims.claim(!/\(\s*orientation\s*:/.test(css), `${relative(out, file)} asks for no orientation`);
}

// --- one page ----------------------------------------------------------------

function claimPolicy(where, page) {
  const metas = page.tags("meta").filter(
    (m) => attribute(m, "http-equiv")?.toLowerCase() === "content-security-policy",
  );
  claims.claim(
    metas.length === 1 && attribute(metas[0], "content") === POLICY,
    `${where} has the one policy`,
    metas.map((m) => attribute(m, "content")),
  );
  const loaders = page.all.findIndex((e) => ["link", "script", "style", "img"].includes(e.tagName));
  claims.claim(
    metas.length > 0 && (loaders < 0 || page.all.indexOf(metas[0]) < loaders),
    `${where} sets the policy before it loads anything`,
  );
}

// A form that a browser never sends: no address, and the method of dialogs.
function staysHere(form) {
  const names = form.attrs.map((a) => a.name).sort().join();
  const buttons = form.childNodes.filter((n) => n.tagName !== undefined);
  return names === "class,data-web,id,method" && attribute(form, "method") === "dialog" &&
    buttons.length === 1 && buttons[0].tagName === "button" && attribute(buttons[0], "type") === "reset";
}

function claimNothingInline(where, page) {
  const wrong = [];
  for (const e of page.all) {
    if (e.tagName === "style") wrong.push("<style>");
    if (e.tagName === "form" && !staysHere(e)) wrong.push("<form>");
    if (["iframe", "object", "embed", "base"].includes(e.tagName)) wrong.push(`<${e.tagName}>`);
    if (e.tagName === "script" && attribute(e, "src") === undefined) wrong.push("<script> inline");
    for (const a of e.attrs) {
      if (a.name === "style" || a.name.startsWith("on"))
        wrong.push(`<${e.tagName} ${a.name}="${a.value}">`);
      if (/^\s*javascript:/i.test(a.value)) wrong.push(`<${e.tagName} ${a.name}> runs script`);
    }
  }
  claims.none(wrong, `${where} has no inline style or script and no form that is sent`);
}

function claimHead(where, page) {
  const root = page.tags("html")[0];
  const lang = attribute(root, "lang") ?? "";
  claims.claim(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) && Intl.getCanonicalLocales(lang)[0] === lang,
    `${where} names its language`,
    [lang],
  );
  claims.claim(["ltr", "rtl"].includes(attribute(root, "dir")), `${where} names its direction`);
  const heads = page.tags("h1");
  claims.claim(heads.length === 1 && folded(text(heads[0])) !== "", `${where} has one h1`);
  const view = page.tags("meta").find((m) => attribute(m, "name") === "viewport");
  claims.claim(
    view !== undefined && !/user-scalable|maximum-scale/.test(attribute(view, "content")),
    `${where} can be zoomed`,
  );
}

function claimHeadings(where, page) {
  const wrong = [];
  let last = 0;
  for (const e of page.all) {
    const level = /^h([1-6])$/.exec(e.tagName)?.[1];
    if (level === undefined) continue;
    if (folded(text(e)) === "") wrong.push(`<${e.tagName}> is empty`);
    if (last > 0 && Number(level) > last + 1) wrong.push(`h${last} is followed by h${level}`);
    last = Number(level);
  }
  claims.none(wrong, `${where} skips no level of headings`);
}

function claimIds(where, page) {
  const twice = page.ids.filter((id, i) => page.ids.indexOf(id) !== i);
  claims.none(twice, `${where} has no id twice`);
}

function claimNothingEmpty(where, page) {
  const wrong = page.all
    .filter((e) => ["p", "li", "ul", "ol", "dt", "a", "label", "legend"].includes(e.tagName))
    .filter((e) => folded(text(e)) === "" && attribute(e, "aria-label") === undefined)
    .map((e) => `<${e.tagName} class="${attribute(e, "class") ?? ""}">`);
  claims.none(wrong, `${where} has no empty paragraph, list, link or label`);
}

function claimHelp(edition, where, page) {
  const help = edition.helps.get(page.lang);
  const leads = (a) => {
    const href = attribute(a, "href") ?? "";
    return !ELSEWHERE.test(href) && target(edition, page, href) === help?.path;
  };
  claims.claim(
    help !== null && (page === help || page.tags("a").some(leads)),
    `${where} leads to the help page`,
  );
}

// --- sizes and fonts ---------------------------------------------------------

function gzipped(file) {
  return gzipSync(readFileSync(file), { level: 6 }).length;
}

// What a server sends of it: the packed file beside it, if there is one.
function sent(file) {
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
}

function claimSmall(file, most) {
  const bytes = gzipped(file);
  claims.claim(bytes <= most, `${relative(out, file)} is at most ${most / KB} KB gzipped`, [
    `${(bytes / KB).toFixed(1)} KB`,
  ]);
}

// A page, the files that it names, and the fonts of its style sheets: as a server
// sends them that packs texts itself, and as they lie packed. WOFF is compressed
// already, so that servers send it as it is. The guide's photos come
// on top, the first at once and others when they are nearly in view: each has a
// limit of its own.
function claimWeight(edition, where, page) {
  const loaded = new Set([page.path]);
  for (const e of page.all) {
    const rel = attribute(e, "rel") ?? "";
    const loads = ["script", "img", "source"].includes(e.tagName) ||
      (e.tagName === "link" && ["stylesheet", "icon", "preload"].includes(rel));
    if (!loads) continue;
    for (const a of addresses(e)) loaded.add(target(edition, page, a));
  }
  loaded.delete(null);
  for (const file of [...loaded].filter((f) => /\.(png|jpg)$/.test(f))) {
    loaded.delete(file);
    claims.claim(existsSync(file) && statSync(file).size <= SIZE_MAX.picture,
      `${where}: ${file.replace(/.*\//, "")} is at most ${SIZE_MAX.picture / KB} KB`);
  }
  for (const css of [...loaded].filter((f) => f.endsWith(".css") && existsSync(f))) {
    for (const a of cssAddresses(readFileSync(css, "utf8"))) loaded.add(resolve(dirname(css), a));
  }
  const there = [...loaded].filter((f) => existsSync(f));
  const bytes = there.reduce((sum, f) => sum + (/\.woff2?$/.test(f) ? statSync(f).size : gzipped(f)), 0);
  claims.claim(bytes <= SIZE_MAX.page, `${where} and all it loads is at most 50 KB gzipped`, [
    `${(bytes / KB).toFixed(1)} KB in ${loaded.size} files`,
  ]);
  edition.heaviest ??= {};
  edition.heaviest[page.lang] = Math.max(edition.heaviest[page.lang] ?? 0,
    there.reduce((sum, f) => sum + sent(f), 0));
}

// The name records of a WOFF 1.0 file: [number, words].
function fontNames(file) {
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 0, 4) !== "wOFF") return null;
  let table = null;
  for (let i = 0; i < bytes.readUInt16BE(12); i++) {
    const at = 44 + 20 * i;
    if (bytes.toString("latin1", at, at + 4) !== "name") continue;
    const [offset, packed, whole] = [4, 8, 12].map((k) => bytes.readUInt32BE(at + k));
    const part = bytes.subarray(offset, offset + packed);
    table = packed < whole ? inflateSync(part) : part;
  }
  if (table === null) return [];
  const records = [];
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + 12 * i;
    const [id, length, offset] = [6, 8, 10].map((k) => table.readUInt16BE(at + k));
    const from = table.readUInt16BE(4) + offset;
    const words = Buffer.from(table.subarray(from, from + length)).swap16().toString("utf16le");
    records.push([id, words]);
  }
  return records;
}

// Names that a licence keeps for the whole font: those of its copyright line,
// and the default face's own.
function reservedNames(records) {
  const copyright = records.find(([id]) => id === 0)?.[1] ?? "";
  const kept = /Reserved Font Names?(.*)/is.exec(copyright)?.[1] ?? "";
  return ["Andika", ...[...kept.matchAll(/["“']([^"”']+)["”']/g)].map((m) => m[1])];
}

function claimFont(file) {
  const where = relative(out, file);
  const records = fontNames(file);
  claims.claim(records !== null && records.length > 0, `${where} is a WOFF with names`);
  if (records === null) return;
  // Family, unique id, full name, PostScript name, typographic family, and
  // the compatible full name; 0 and 13 have to name the font they came from.
  const own = records.filter(([id]) => [1, 3, 4, 6, 16, 18, 21, 25].includes(id));
  const wrong = own.filter(([, words]) =>
    reservedNames(records).some((name) => words.toLowerCase().includes(name.toLowerCase())),
  );
  claims.claim(own.some(([id]) => id === 1), `${where} has a family name`);
  claims.none(wrong.map(([id, words]) => `${id}: ${words}`), `${where} was renamed`);
  claims.claim(records.some(([id]) => id === 0), `${where} keeps its copyright line`);
  const licence = join(dirname(file), "OFL.txt");
  const words = existsSync(licence) ? readFileSync(licence, "utf8") : "";
  claims.claim(
    words.includes("SIL OPEN FONT LICENSE Version 1.1") && words.length > 3500,
    `${where} has the whole licence beside it`,
  );
}

// --- everything --------------------------------------------------------------

function claimEdition(edition) {
  const titles = new Map();
  claims.claim(edition.help !== null, `${edition.name} has a page with numbers to call`);
  claims.claim(edition.pages.some((p) => p.name === "404.html"), `${edition.name} has a 404 page`);
  for (const page of edition.pages) {
    const where = `${edition.name}/${page.name}`;
    const title = folded(page.tags("title").map(text).join(""));
    claims.claim(
      title !== "" && !titles.has(`${page.lang} ${title}`),
      `${where} has a title of its own`,
      [`"${title}", as ${titles.get(`${page.lang} ${title}`)}`],
    );
    titles.set(`${page.lang} ${title}`, page.name);
    claimPolicy(where, page);
    claimNothingInline(where, page);
    claimHead(where, page);
    claimHeadings(where, page);
    claimIds(where, page);
    claimNothingEmpty(where, page);
    claimLinks(edition, page);
    claimHelp(edition, where, page);
    claimWeight(edition, where, page);
    claimHtmlValidate(page.path);
  }
  const ending = (name) => edition.files.filter((f) => f.endsWith(name));
  for (const file of ending(".css")) {
    claimCssAddresses(edition, file);
    claimAnyOrientation(file);
    claimSmall(file, SIZE_MAX.css);
  }
  for (const file of ending(".js")) claimSmall(file, SIZE_MAX.js);
  const fonts = edition.files.filter((f) => /\.(woff2?|ttf|otf)$/.test(f));
  claims.claim(fonts.length > 0, `${edition.name} has web fonts`);
  for (const file of fonts) claimFont(file);
}

// The two pages that are not the site's: the list of editions, a report each.
function claimOwnPage(file) {
  const where = relative(out, file);
  claims.claim(existsSync(file), `${where} is there`);
  if (!existsSync(file)) return;
  const folder = dirname(file);
  const page = readPage(file, folder);
  const edition = { name: where, folder, site: folder, pages: [page], help: null, address: null };
  claimHead2(where, page);
  claimIds(where, page);
  claimLinks(edition, page);
  claimHtmlValidate(file);
}

function claimHead2(where, page) {
  claims.claim(attribute(page.tags("html")[0], "lang") !== undefined, `${where} names its language`);
  claims.claim(page.tags("h1").length === 1, `${where} has one h1`);
  claims.none(page.tags("script").map(() => "<script>"), `${where} has no script`);
}

// What lies under the lines and words of a figure at night: they are as easy to
// read as text, and no colour is blue.
function claimFiguresAtNight() {
  const { colours } = parse(readFileSync(new URL("../../themes/default/theme.yaml", import.meta.url), "utf8"));
  const channels = (colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => c / 255).map((c) =>
      c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const role of Object.keys(colours).filter((name) => name.startsWith("role-"))) {
    const { dark } = colours[role];
    const contrast = (light(colours.ink.dark) + 0.05) / (light(dark) + 0.05);
    claims.claim(contrast >= 7, `ink on ${role} can be read at night`, [contrast.toFixed(2)]);
    const [r, g, b] = channels(dark);
    claims.claim(b <= Math.max(r, g), `${role} is not blue at night`, [dark]);
  }
}

for (const edition of all) {
  claimEdition(edition);
  claimStructure(claims, edition);
}
claimMeasured(claims);
claimFiguresAtNight();
const own = [join(out, "index.html"), ...all.map((e) => join(e.folder, "report.html"))];
for (const file of own) claimOwnPage(file);
claimVnu([...all.flatMap((e) => e.pages.map((p) => p.path)), ...own.filter(existsSync)], []);
claimVnu(all.flatMap((e) => e.files.filter((f) => f.endsWith(".css"))), ["--css"]);
claimVnu(all.flatMap((e) => e.files.filter((f) => f.endsWith(".svg"))), ["--svg"]);
claims.close();
