// SPDX-License-Identifier: MIT
// What each kind of page holds besides its text: landmarks, the way from the
// start, files with their true facts, sharing, the state of review, and a page
// about accessibility that claims no tool which the tests do not run.
//
// Comes in: editions as edition.mjs reads them, with the packed bytes of each
// language's heaviest page and what it loads; and the repository's own lists of
// test tools. Goes out: claims.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { attribute, folded, kindOf, text } from "./edition.mjs";

const root = new URL("../../", import.meta.url).pathname;

function classes(element) {
  return (attribute(element, "class") ?? "").split(/\s+/);
}

function inside(element, test) {
  for (let e = element.parentNode; e?.tagName !== undefined; e = e.parentNode) if (test(e)) return true;
  return false;
}

function withClass(page, name) {
  return page.all.filter((e) => classes(e).includes(name));
}

// One main, a header, a footer; every nav has a name of its own.
function claimLandmarks(claims, where, page) {
  const count = (tag) => page.tags(tag).filter((e) => !inside(e, (p) => p.tagName === "main")).length;
  claims.claim(count("header") === 1 && count("footer") === 1 && page.tags("main").length === 1,
    `${where} has one header, one main part and one foot`);
  const names = page.tags("nav").map((nav) => {
    const by = attribute(nav, "aria-labelledby");
    const label = by === undefined ? attribute(nav, "aria-label") :
      text(page.all.find((e) => attribute(e, "id") === by) ?? nav);
    return folded(label ?? "");
  });
  claims.none(names.filter((n, i) => n === "" || names.indexOf(n) !== i),
    `every list of links of ${where} has a name of its own`);
  const skips = page.tags("a").slice(0, 2).map((a) => attribute(a, "href"));
  claims.claim(skips[0] === "#text" && /help/.test(skips[1] ?? ""),
    `${where} begins with a way to the text and a way to help`, skips);
}

// Home, the page above, and the page itself, which is no link.
function claimCrumbs(claims, where, page) {
  const home = page.name.replace(/.*\//, "") === "index.html";
  const bars = withClass(page, "crumbs");
  claims.claim(bars.length === (home ? 0 : 1), `${where} says once where it is`);
  if (bars.length !== 1) return;
  const items = page.all.filter((e) => e.tagName === "li" && inside(e, (p) => p === bars[0]));
  const links = page.tags("a").filter((a) => inside(a, (p) => p === bars[0]));
  const sheet = withClass(page, "worksheet").length > 0;
  const hrefs = links.map((a) => attribute(a, "href").replace(/.*\//, ""));
  claims.claim(hrefs.join() === (sheet ? "index.html,worksheets.html" : "index.html"),
    `${where} is reached from the start as it says`, hrefs);
  const last = page.all.filter((e) => attribute(e, "aria-current") === "page" &&
    inside(e, (p) => p === items[items.length - 1]));
  claims.claim(last.length === 1 && last[0].tagName === "span" && folded(text(last[0])) !== "",
    `${where} names itself last`);
}

// A number is dialled as it is written.
function claimDialled(claims, where, page) {
  const wrong = page.tags("a")
    .filter((a) => /^tel:/.test(attribute(a, "href") ?? "") && ["dial", "call"].some((c) => classes(a).includes(c)))
    .filter((a) => !text(a).replace(/[\s()–-]/g, "").includes(
      attribute(a, "href").slice(4).replace(/^\+\d\d/, "")))
    .map((a) => `${attribute(a, "href")}: ${folded(text(a))}`);
  claims.none(wrong, `buttons of ${where} dial what they say`);
}

// The help bar, its button in the header, or the help page itself.
function isHelp(edition, page) {
  return page.name === edition.help?.name || kindOf(page) === "help";
}

// The tool's words in the language of a page, or in that which it belongs to.
function wordsOf(page) {
  const named = [page.lang, page.lang.split("-")[0], "en-GB"]
    .map((tag) => join(root, "themes/default/strings", `${tag}.yaml`)).filter(existsSync);
  return Object.assign({}, ...named.reverse().map((file) => parse(readFileSync(file, "utf8"))));
}

// Without the signs that set a name or a number apart.
function plain(words) {
  return words.replace(/[\u2066-\u2069]/g, "");
}

function claimHelpInReach(claims, edition, where, page) {
  const buttons = withClass(page, "help-button").filter((a) => a.tagName === "a");
  const behind = buttons.filter((a) => inside(a, (p) => p.tagName === "details"));
  if (isHelp(edition, page)) return;
  claims.claim(buttons.length === 2 && behind.length === 0,
    `help is in reach in ${where}, and behind no menu`);
}

function claimState(claims, edition, where, page) {
  const foot = page.tags("footer").map(text).map(folded).join(" ");
  claims.claim(/\d{4}/.test(foot) && (/review/i.test(foot) || foot.includes(wordsOf(page).sample)),
    `the end of ${where} tells its version, its date and who reviewed it`, [foot]);
  const links = page.tags("a").filter((a) => inside(a, (p) => p.tagName === "footer"));
  claims.claim(links.some((a) => /(^|\/)accessibility\.html$/.test(attribute(a, "href"))),
    `the end of ${where} leads to the page about accessibility`);
}

// By mail without script; what needs script stands hidden until there is some.
function claimShare(claims, edition, where, page) {
  const parts = withClass(page, "share");
  const chapter = withClass(page, "chapter").length > 0 || isHelp(edition, page);
  claims.claim(parts.length === (chapter ? 1 : 0), `${where} can be handed on if it is a chapter or help`);
  if (parts.length !== 1) return;
  const within = (tag) => page.tags(tag).filter((e) => inside(e, (p) => p === parts[0]));
  const address = attribute(parts[0], "data-address");
  const mail = new URL(attribute(within("a")[0], "href"));
  claims.claim(mail.protocol === "mailto:" && mail.pathname === "" &&
    (mail.searchParams.get("body") ?? "").endsWith(`\r\n${address}`) &&
    (mail.searchParams.get("subject") ?? "") === attribute(parts[0], "data-title"),
  `${where} goes by mail with its title and address`, [mail.href]);
  const own = folded(attribute(parts[0], "data-title")) === folded(text(page.tags("h1")[0]));
  const leaves = page.all.some((e) => attribute(e, "data-leave") !== undefined);
  claims.claim(own !== leaves, `${where} is handed on under its title, or without it if it is discreet`);
  claims.claim(within("button").every((b) => attribute(b, "hidden") !== undefined) &&
    (address !== "" || attribute(parts[0], "hidden") !== undefined),
  `${where} shows no button that does nothing`);
}

function pagesOf(pdf) {
  const run = spawnSync("qpdf", ["--show-npages", pdf], { encoding: "utf8" });
  return run.status === 0 ? Number(run.stdout) : Number.NaN;
}

// "263 KB", "1.2 MB": in thousands, rounded up.
function sizeWords(bytes) {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1000)} KB`;
  const tenths = Math.ceil(bytes / 1e5);
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}

// Each card: a kind of file, what it is good for, three steps, true facts.
function claimDownloads(claims, edition, where, page) {
  const cards = page.all.filter((e) => e.tagName === "li" && classes(e).includes("card"));
  for (const [i, card] of cards.entries()) {
    const within = (tag) => page.tags(tag).filter((e) => inside(e, (p) => p === card));
    const href = attribute(within("a")[0], "href");
    const facts = plain(folded(text(within("p")[0])));
    const steps = within("li").length;
    claims.claim(steps === 3 && within("p").length === 2, `${href} in ${where} has its use and three steps`);
    if (!href.endsWith(".pdf")) {
      const pages = edition.pages.filter((p) => dirname(p.path) === dirname(page.path)).length;
      claims.claim(i === 0 && facts.includes(String(pages)), `the website comes first in ${where}, with its pages`, [facts, String(pages)]);
      continue;
    }
    const file = resolve(dirname(page.path), href);
    const numbers = [pagesOf(file), pagesOf(file) / 2].map(String);
    claims.claim(facts.startsWith("PDF") && facts.endsWith(sizeWords(statSync(file).size)) &&
      numbers.some((n) => new RegExp(`\\b${n}\\b`).test(facts)),
    `${href} in ${where} is as large as it says`, [facts, numbers.join(" "), sizeWords(statSync(file).size)]);
  }
  const order = ["index", "booklet", "booklet-sheets", "large-print", "worksheets", "worksheets-fill"];
  const at = cards.map((card) => page.tags("a").find((a) => inside(a, (p) => p === card)))
    .map((a) => order.indexOf(attribute(a, "href").replace(/.*\//, "").replace(/(-a4|-letter)?\.[a-z]+$/, "")));
  claims.claim(at.every((n, i) => n >= 0 && (i === 0 || n > at[i - 1])), `${where} keeps the order`, [at.join()]);
}

// A picture for each sheet, which nobody has to hear about.
function claimGallery(claims, edition, where, page) {
  const cards = page.all.filter((e) => e.tagName === "li" && classes(e).includes("card"));
  const drawn = cards.map((card) => page.tags("path").filter((e) => inside(e, (p) => p === card))
    .map((e) => attribute(e, "d")).join(" "));
  claims.claim(cards.length > 0 && drawn.every((d) => d.length > 120), `${where} has a picture of each sheet`);
  claims.claim(new Set(drawn).size === drawn.length, `no two pictures of ${where} are the same`);
  claims.claim(page.tags("svg").filter((e) => classes(e).includes("sketch"))
    .every((e) => attribute(e, "aria-hidden") === "true"), `pictures of ${where} are decorative`);
}

// --- what the page about accessibility may claim ------------------------------

// The version of a tool that the tests install; "" if they have it from the
// system, undefined if they do not have it.
function installedVersion(tool) {
  const lock = JSON.parse(readFileSync(join(root, "tests/package-lock.json"), "utf8"));
  const own = JSON.parse(readFileSync(join(root, "tests/package.json"), "utf8")).dependencies;
  if (own[tool] !== undefined) return lock.packages[`node_modules/${tool}`]?.version;
  const script = readFileSync(join(root, "tests/tools.sh"), "utf8");
  return new RegExp(`${tool} (\\d+(?:\\.\\d+)*)`, "i").exec(script)?.[1];
}

// Does a script of an area name the tool?
function isRun(tool) {
  const areas = readFileSync(join(root, "tests/run.sh"), "utf8");
  const folders = new Set([...areas.matchAll(/(tests\/[a-z]+)\/[A-Za-z_]+\.(?:mjs|sh|py)/g)].map((m) => m[1]));
  const needle = tool.toLowerCase();
  return [...folders].some((folder) => readdirSync(join(root, folder))
    .filter((name) => /\.(mjs|sh|py)$/.test(name) && name !== "structure.mjs")
    .some((name) => readFileSync(join(root, folder, name), "utf8").toLowerCase().includes(needle)));
}

export function claimMeasured(claims) {
  const { checks } = parse(readFileSync(join(root, "themes/default/measured.yaml"), "utf8"));
  claims.claim(checks.length > 0, "measured.yaml names tools");
  for (const { tool, version, found } of checks) {
    const installed = installedVersion(tool);
    claims.claim(installed !== undefined && installed === String(version),
      `${tool} of measured.yaml has the version that the tests install`, [`${version}`, `${installed}`]);
    claims.claim(isRun(tool), `${tool} of measured.yaml is run by the tests`);
    claims.claim(found === 0, `${tool} of measured.yaml found what the tests let pass: nothing`);
  }
}

function claimStatement(claims, edition, where, page) {
  const { checks } = parse(readFileSync(join(root, "themes/default/measured.yaml"), "utf8"));
  const words = folded(text(page.tags("main")[0]));
  claims.none(checks.map((c) => `${c.tool} ${c.version}`).filter((t) => !words.includes(t)),
    `${where} names every tool that was used`);
  claims.claim(words.includes("WCAG 2.2") && words.includes("PDF/UA-1"), `${where} names its standards`);
  const kilobytes = Number(/(\d+) KB/.exec(words)?.[1]);
  const heaviest = edition.heaviest[page.lang];
  claims.claim(kilobytes === Math.ceil(heaviest / 1000),
    `${where} tells what the heaviest page weighs`, [`${kilobytes} KB`, `${heaviest}`]);
  const told = folded(wordsOf(page)["accessibility-contrast"]).replace(/[.()]/g, "\\$&").replace(/\{(light|dark)\}/g, "(\\d+\\.\\d+)");
  const ratios = (new RegExp(told).exec(plain(words)) ?? []).slice(1).map(Number);
  claims.claim(ratios.length === 2 && ratios.every((r) => r >= 7 && r <= 21), `${where} tells the lowest contrast`);
}

export function claimStructure(claims, edition) {
  for (const page of edition.pages) {
    const where = `${edition.name}/${page.name}`;
    claimLandmarks(claims, where, page);
    claimCrumbs(claims, where, page);
    claimDialled(claims, where, page);
    claimHelpInReach(claims, edition, where, page);
    claimState(claims, edition, where, page);
    claimShare(claims, edition, where, page);
    const name = page.name.replace(/.*\//, "");
    if (name === "downloads.html") claimDownloads(claims, edition, where, page);
    if (name === "worksheets.html") claimGallery(claims, edition, where, page);
    if (name === "accessibility.html") claimStatement(claims, edition, where, page);
  }
  claims.claim(edition.pages.some((p) => p.name === "accessibility.html"),
    `${edition.name} has a page about accessibility`);
}
