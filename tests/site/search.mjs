// SPDX-License-Identifier: MIT
// Searches the guide as a reader does, in Chromium, from a server and from a
// folder: typed words, keys alone, the way back, words of distress, no script.
//
// Comes in: OUT, a finished "make guide" of the repository's own guide. Goes
// out: claims. Knows nothing of how the index is made but its files' names.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchChromium } from "./chromium.mjs";
import { Claims, attribute, folded, openOutputs, text } from "./edition.mjs";
import { openSources } from "./host.mjs";

const KB = 1024;
const claims = new Claims();
const { all } = openOutputs();

// --- files ---------------------------------------------------------------------

// Their packed twins are judged by the area of hosting.
function indexFiles(folder) {
  return readdirSync(folder).filter((n) => !n.endsWith(".gz"));
}

function claimFiles(edition) {
  const folder = join(edition.site, "search");
  const names = indexFiles(folder);
  const hashes = new Set(names.map((n) => /^(?:index|words-\d+|texts-\d+)-([0-9a-f]{8})\.js$/.exec(n)?.[1]));
  claims.claim(hashes.size === 1 && !hashes.has(undefined),
    `${edition.name}: the files of the index share one hash`, names);
  const size = (path) => gzipSync(readFileSync(path), { level: 6 }).length;
  const client = edition.files.filter((f) => /\/search-[0-9a-f]{8}\.js$/.test(f));
  claims.claim(client.length === 1 && size(client[0]) <= 4 * KB,
    `${edition.name}: the search's script is at most 4 KB`, client.map((f) => `${size(f)} bytes`));
  const large = names.filter((n) => size(join(folder, n)) > (n.startsWith("index") ? 2 : 10) * KB);
  claims.none(large, `${edition.name}: each file of the index is at most 10 KB`);
  const broken = names.filter((n) => {
    let called = 0;
    new Function("bifolioSearch", readFileSync(join(folder, n), "utf8"))(() => called++);
    return called !== 1;
  });
  claims.none(broken, `${edition.name}: each file of the index is a script with one call`);
}

// Every entry leads to a page and a heading that are there.
function claimEntries(edition) {
  const wrong = [];
  let count = 0;
  const take = (kind, number, data) => {
    for (const [href, title, page, words] of kind === "texts" ? data : []) {
      const [file, id] = href.split("#");
      const target = edition.pages.find((p) => p.name === file);
      count++;
      if (target === undefined || (id !== undefined && !target.ids.includes(id))) wrong.push(href);
      if (title === "" || (id === undefined) !== (page === "")) wrong.push(`${href}: "${title}"`);
      if (/\{\{|<[a-z]/.test(words)) wrong.push(`${href}: ${words}`);
    }
  };
  for (const name of indexFiles(join(edition.site, "search")))
    new Function("bifolioSearch", readFileSync(join(edition.site, "search", name), "utf8"))(take);
  claims.none(wrong, `${edition.name}: what can be found is there`);
  const pages = edition.pages.filter((p) => p.ids.some((id) => id.endsWith(".title")) && p.name !== "index.html");
  claims.claim(count > pages.length && pages.length > 5,
    `${edition.name}: every chapter and sheet can be found`, [`${count} entries, ${pages.length} pages`]);
}

// --- the A to Z ------------------------------------------------------------------

function claimIndexPage(edition) {
  const page = edition.pages.find((p) => p.name === "a-z.html");
  claims.claim(page !== undefined, `${edition.name}: there is an A to Z`);
  if (page === undefined) return;
  const lang = attribute(page.tags("html")[0], "lang");
  const heads = page.tags("h2").map((e) => text(e));
  const order = [...heads].sort(new Intl.Collator(lang, { numeric: true }).compare);
  claims.claim(heads.length > 10 && heads.join() === order.join() && new Set(heads).size === heads.length,
    `${edition.name}: letters stand in order, each once`, [heads.join(" ")]);
  const jumps = page.tags("nav").filter((e) => attribute(e, "class") === "letters")
    .flatMap((nav) => page.tags("a").filter((a) => a.parentNode.parentNode.parentNode === nav)).map(text);
  claims.claim(jumps.join() === heads.join(), `${edition.name}: each letter has a link`, jumps);
  const wrong = [];
  const collator = new Intl.Collator(lang, { numeric: true, ignorePunctuation: false });
  for (const section of page.tags("section")) {
    const titles = page.tags("a").filter((a) => a.parentNode.parentNode.parentNode === section)
      .map((a) => folded(text(a)).replace(/^[^\p{L}\p{N}]+/u, ""));
    if (titles.length === 0) wrong.push("a letter without entries");
    titles.forEach((t, i) => {
      if (i > 0 && collator.compare(titles[i - 1], t) > 0) wrong.push(`${titles[i - 1]} > ${t}`);
    });
  }
  claims.none(wrong, `${edition.name}: entries stand in the order of the language`);
  const all = page.tags("section").flatMap((section) =>
    page.tags("li").filter((e) => e.parentNode.parentNode === section)).map((e) => folded(text(e)));
  claims.claim(new Set(all).size === all.length, `${edition.name}: no entry stands twice`,
    all.filter((t, i) => all.indexOf(t) !== i));
  for (const p of edition.pages) {
    const leads = (name) => p.tags("a").some((a) => /(^|\/)([^/]*)$/.exec(attribute(a, "href") ?? "")?.[2] === name);
    claims.claim(leads("search.html") && leads("a-z.html"),
      `${edition.name}/${p.name} leads to the search and the A to Z`);
  }
}

// --- as a reader ----------------------------------------------------------------

// What is there for "words", once it is.
async function results(page, words) {
  await page.waitForFunction((w) => document.querySelector("[role=status]").textContent.includes(`“${w}”`), words);
  await page.waitForFunction(() => document.querySelector(".found ul") === null ||
    document.querySelector(".found li a") !== null);
  return page.evaluate(() => ({
    status: document.querySelector("[role=status]").textContent,
    rows: [...document.querySelectorAll(".found li")].map((li) => ({
      href: li.querySelector("a").getAttribute("href"),
      title: li.querySelector("a").textContent,
      bold: [...li.querySelectorAll("strong")].map((e) => e.textContent),
    })),
    help: document.querySelector(".distress")?.checkVisibility() ?? false,
    elsewhere: [...document.querySelectorAll(".elsewhere a")].filter((a) => a.checkVisibility())
      .map((a) => a.getAttribute("href")),
  }));
}

async function ask(page, words) {
  await page.fill("#query", "");
  await page.locator("#query").pressSequentially(words);
  await page.keyboard.press("Enter");
  return results(page, words);
}

// What is typed, and the page that has to be among the first three.
const QUERIES = [
  ["skin to skin", "skin-to-skin.html"],
  ["SKIN-TO-SKIN", "skin-to-skin.html"],
  ["crying", "a-little-and-good.html"],
  ["my baby won't stop crying", "a-little-and-good.html", true],
  ["cuddle", "skin-to-skin.html"],
  ["oxytocin", "skin-to-skin.html"],
  ["òxýtocin", "skin-to-skin.html"],
  ["oxyt", "skin-to-skin.html"],
  ["expectations", "expectations.html"],
  ["depresion", "when-it-stays-hard.html"],
  ["baby\u2019s", "small-moments.html", true],
  ["twins", "every-family.html"],
  ["download", "downloads.html"],
  ["worksheet 3", "w3.html"],
];

async function claimQueries(page, where) {
  for (const [words, wanted, anywhere] of QUERIES) {
    const found = await ask(page, words);
    const near = anywhere ? found.rows : found.rows.slice(0, 3);
    claims.claim(near.some((r) => r.href.split("#")[0] === wanted), `${where}: "${words}" finds ${wanted}`,
      [found.status, ...found.rows.map((r) => r.href)]);
    claims.claim(!found.help, `${where}: "${words}" is no word of distress`);
  }
  const typo = await ask(page, "sleap");
  claims.claim(/“sleep”.*“sleap”/.test(typo.status) && typo.rows.some((r) => r.bold.includes("sleep")),
    `${where}: one wrong letter is mended, and said`, [typo.status]);
  const stem = await ask(page, "holds");
  claims.claim(stem.rows.length > 0 && stem.rows.some((r) => r.bold.some((b) => /^hold/i.test(b))),
    `${where}: another form of a word is found, in Bold`, [stem.status]);
  const part = await ask(page, "breast milk");
  claims.claim(part.rows.length > 0 && part.status.includes("“milk” is not in this guide"),
    `${where}: a word that is nowhere is named`, [part.status]);
  const count = await ask(page, "baby");
  const told = Number(/^(\d+) results/.exec(count.status)?.[1]);
  claims.claim(told > 10 && count.rows.length === 10, `${where}: ten of many results are shown`, [count.status]);
  await page.getByRole("button", { name: "Show more results" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".found li").length > 10);
  const focus = await page.evaluate(() =>
    [...document.querySelectorAll(".found li a")].indexOf(document.activeElement));
  claims.claim(focus === 10, `${where}: more results begin where the focus goes`, [String(focus)]);
}

async function claimNothing(page, where) {
  for (const words of ["xyzzyq", "\u{1F600}", "<img src=x onerror=alert(1)>", "\"'\\", "a".repeat(5000), "__proto__ constructor"]) {
    await page.fill("#query", words);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(100);
    const odd = await page.evaluate(() => document.querySelectorAll("main img, main script").length);
    claims.claim(odd === 0, `${where}: "${words.slice(0, 20)}" is text`);
  }
  const none = await ask(page, "xyzzyq");
  claims.claim(none.rows.length === 0 && none.status === "Nothing found for “xyzzyq”. Try another word, or go to one of these:",
    `${where}: it is said that nothing is found, and what to do`,
    [none.status]);
  claims.claim(["index.html#chapters", "worksheets.html", "get-help.html"].every((h) => none.elsewhere.includes(h)),
    `${where}: then contents, worksheets and help are offered`, none.elsewhere);
}

// [words, is it distress?]
const DISTRESS = [
  ["suicidal", true], ["Suicide", true], ["I can't cope", true], ["i can\u2019t cope any more", true],
  ["CANNOT COPE", true], ["kill myself", true], ["i want to die", true], ["dying", true],
  ["I might hurt my baby", true], ["we are not safe", true], ["not really safe", true],
  ["he is hitting me", true], ["hearing voices", true], ["shaking my baby", true],
  ["I hate my baby", true], ["i hate being with my baby", true], ["hate myself", true],
  ["shaken baby", true], ["shaking baby", true],
  ["diet", false], ["safe sleep", false], ["cope", false], ["skill", false], ["not sleeping", false],
  ["baby hates the bath", false], ["hates sleep", false],
];

async function claimDistress(page, where) {
  // Only what appears inside a region that was there before is sure to be spoken.
  await page.fill("#query", "");
  await page.waitForFunction(() => !document.querySelector(".distress").checkVisibility());
  const spoken = await page.evaluate(() =>
    document.querySelector(".distress").parentElement.closest("[aria-live='polite']")?.checkVisibility() ?? false);
  claims.claim(spoken, `${where}: numbers that come are spoken, not only the count of results`);
  for (const [words, expected] of DISTRESS) {
    const found = await ask(page, words);
    claims.claim(found.help === expected, `${where}: "${words}" ${expected ? "brings help first" : "is not distress"}`);
  }
  await ask(page, "suicidal baby");
  const order = await page.evaluate(() => {
    const help = document.querySelector(".distress");
    const numbers = [...help.querySelectorAll("a[href^='tel:']")];
    return {
      before: help.compareDocumentPosition(document.querySelector(".found li")) === Node.DOCUMENT_POSITION_FOLLOWING,
      numbers: numbers.map((a) => a.getAttribute("href")),
      high: numbers.every((a) => a.getBoundingClientRect().height >= 44),
      first: numbers[0].getBoundingClientRect().bottom < innerHeight,
    };
  });
  claims.claim(order.before && order.high && order.first && order.numbers[0] === "tel:999",
    `${where}: numbers to call stand before all results, at once in sight`, [JSON.stringify(order)]);
  await page.route("**/search/*.js", (route) => route.abort());
  await page.reload();
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent !== "");
  const broken = await page.evaluate(() => [document.querySelector(".distress").checkVisibility(),
    document.querySelector("[role=status]").textContent]);
  claims.claim(broken[0] && broken[1].includes("could not be loaded"),
    `${where}: help needs no index, and an index that fails is told`, broken.map(String));
  await page.unroute("**/search/*.js");
}

async function claimAddress(page, base, where) {
  await page.goto(`${base}search.html`);
  await ask(page, "cuddle");
  await ask(page, "twins & more");
  claims.claim(page.url().endsWith("?q=twins%20%26%20more"), `${where}: the words stand in the address`, [page.url()]);
  const rows = (await results(page, "twins & more")).rows;
  await page.locator(".found li a").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith("search.html"));
  claims.claim(page.url().includes(rows[0].href), `${where}: a result opens its page`, [page.url()]);
  await page.goBack();
  const again = await results(page, "twins & more");
  claims.claim(again.rows[0]?.href === rows[0].href && (await page.inputValue("#query")) === "twins & more",
    `${where}: back comes to the same results`, [again.status]);
  await page.goBack();
  await page.waitForFunction(() => document.getElementById("query").value === "cuddle");
  claims.claim((await results(page, "cuddle")).rows.length > 0, `${where}: and back again to those before`);
  await page.goto(`${base}search.html?q=%E0%A4%A`);
  claims.claim((await page.inputValue("#query")) === "", `${where}: a broken address is an empty field`);
}

// From the start of a page, by Tab, letters and Enter alone.
async function claimKeys(page, base, where) {
  await page.goto(`${base}index.html`);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  for (let i = 0; i < 30 && (await focused()) !== "top-query"; i++) await page.keyboard.press("Tab");
  claims.claim((await focused()) === "top-query", `${where}: Tab reaches the field in the head`);
  await page.keyboard.type("oxytocin");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=oxytocin$/);
  const found = await results(page, "oxytocin");
  claims.claim(found.rows.length > 0, `${where}: Enter in the head leads to the results`, [found.status]);
  await page.focus("#query");
  await page.keyboard.press("Tab");
  const button = await page.evaluate(() => document.activeElement.tagName);
  await page.keyboard.press("Tab");
  const row = await page.evaluate(() => document.activeElement.getAttribute("href"));
  claims.claim(button === "BUTTON" && row === found.rows[0].href, `${where}: Tab goes on to the button and the results`,
    [button, row]);
  await page.focus("#query");
  await page.locator("#query").pressSequentially(" skin", { delay: 20 });
  await results(page, "oxytocin skin");
  claims.claim((await page.evaluate(() => document.activeElement.id)) === "query",
    `${where}: results come while one types, and the focus stays`);
  claims.claim(page.url().endsWith("?q=oxytocin%20skin"), `${where}: and the address follows`, [page.url()]);
}

// Screen readers hear the number once, when one stops typing.
async function claimQuiet(page, base, where) {
  await page.goto(`${base}search.html`);
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector("[role=status]").textContent))
      .observe(document.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true });
  });
  await page.locator("#query").pressSequentially("skin to skin", { delay: 60 });
  await results(page, "skin to skin");
  await page.waitForTimeout(800);
  const said = await page.evaluate(() => window.said);
  // A busy machine may type more slowly than a person who pauses.
  claims.claim(said.length <= 3 && /^\d+ results? for “skin to skin”/.test(said.at(-1)),
    `${where}: the number of results is announced when one pauses, not with each letter`, said);
}

async function claimWithoutScript(browser, base, where) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${base}search.html`);
  const sees = (selector) => page.locator(selector).first().isVisible();
  claims.claim((await sees(".no-script")) && !(await sees("#query")), `${where}: without script the page says so and has no dead field`);
  claims.claim(await sees(".distress a[href='tel:999']"), `${where}: without script the numbers to call stand there`);
  await page.locator(".elsewhere a[href='a-z.html']").click();
  claims.claim(page.url().endsWith("a-z.html") && (await sees("#letter-1")), `${where}: and the A to Z opens`);
  await context.close();
}

// A phone loads the directory, the shards of the words and the texts it shows.
async function claimLittle(browser, base, where) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loaded = [];
  page.on("request", (r) => loaded.push(r.url().slice(base.length)));
  await page.goto(`${base}search.html`);
  await page.waitForLoadState("load");
  claims.none(loaded.filter((u) => u.startsWith("search/")), `${where}: without words nothing of the index is loaded`);
  await ask(page, "oxytocin");
  const words = loaded.filter((u) => u.startsWith("search/words-"));
  claims.claim(words.length === 1, `${where}: one word loads one shard`, words);
  claims.none(loaded.filter((u) => /^[a-z]+:/.test(u) && !u.startsWith("search")), `${where}: nothing is asked of another place`);
  await context.close();
}

async function claimSource(browser, base, where) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  page.on("request", (r) => {
    if (!r.url().startsWith(base)) wrong.push(`asks for ${r.url()}`);
  });
  page.on("pageerror", (e) => wrong.push(e.message));
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type()) && !/ERR_FAILED/.test(m.text())) wrong.push(m.text());
  });
  await page.goto(`${base}search.html`);
  await claimQueries(page, where);
  await claimNothing(page, where);
  await claimDistress(page, where);
  await claimAddress(page, base, where);
  await claimKeys(page, base, where);
  await claimQuiet(page, base, where);
  claims.none(wrong, `${where}: no request leaves, nothing goes wrong`);
  claims.none(await context.cookies(), `${where}: no cookies`);
  await context.close();
  await claimWithoutScript(browser, base, where);
  await claimLittle(browser, base, where);
}

for (const edition of all) {
  claimFiles(edition);
  claimEntries(edition);
  claimIndexPage(edition);
}
const edition = all.find((e) => e.name === "example-uk");
claims.claim(edition !== undefined, "the sample edition of the guide is there");
if (edition !== undefined) {
  const browser = await launchChromium();
  const sources = await openSources(edition);
  await claimSource(browser, await sources.at("http"), "from a server");
  await claimSource(browser, await sources.at("file"), "from a folder");
  await browser.close();
  sources.close();
}
claims.close();
