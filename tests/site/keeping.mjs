// SPDX-License-Identifier: MIT
// Judges what worksheets keep in a browser, by doing what their readers do.
//
// Comes in: OUT, a finished "make guide"; BUILD, for a small guide of its own;
// Chromium; pdftotext. Goes out: claims. Pages are opened from folders, where
// all sites of a disk share one box.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { launchChromium } from "./chromium.mjs";
import { Claims, openOutputs } from "./edition.mjs";

const SCRIPTS_MOST = 12 * 1024;
const { all } = openOutputs();
const claims = new Claims();
const scratch = mkdtempSync(join(tmpdir(), "keeping-"));
const claim = (ok, text, details) => claims.claim(ok, text, details === undefined ? [] : [String(details)]);
const same = (found, wanted, text) => claim(found === wanted, text, `found ${JSON.stringify(found)}`);

// --- a guide of its own --------------------------------------------------------

// One that has more to bring forward and to leave to than the real guide.
function buildOwn() {
  const bifolio = join(resolve(process.env.BUILD ?? "out/build/rel"), "bifolio");
  const out = join(scratch, "out");
  const run = spawnSync(bifolio, ["build", "tests/guides/keeping", "-o", out, "--quiet"], {
    encoding: "utf8", env: { ...process.env, BIFOLIO_SHARE: process.cwd() },
  });
  same(run.status, 0, "the guide for keeping can be built");
  return pathToFileURL(`${out}/first/site/`).href;
}

const own = buildOwn();
const edition = all[0];
const site = pathToFileURL(`${edition.site}/`).href;
const sheets = edition.pages.filter((p) => p.html.includes("data-sheet="));
const not = sheets.filter((p) => p.html.includes('data-keep="no"'));

const browser = await launchChromium();

// --- a reader ------------------------------------------------------------------

const said = [];
const asked = [];

// A browser of somebody's own: nothing kept yet. "before" runs in each page.
async function reader(options = {}, before = null) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  if (before !== null) await context.addInitScript(before);
  return context;
}

async function open(context, address) {
  const page = await context.newPage();
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) said.push(`${address}: ${m.text()}`);
  });
  page.on("pageerror", (e) => said.push(`${address}: ${e.message}`));
  page.on("request", (r) => asked.push(r.url()));
  await page.goto(address);
  return page;
}

const area = (page) => page.locator(".body .write").first();
const status = (page) => page.locator("[data-kept] [role=status]").textContent();
const button = (page, name) => page.locator(`[data-do=${name}]`);
const kept = (page) => page.evaluate(() => Object.keys(localStorage).sort());
const word = (page, name) => page.locator("[data-keeping]").getAttribute(`data-${name}`);

// Waits until the page says the word "name".
async function says(page, name, hole = "") {
  const wanted = (await word(page, name)).replace(/\{\w+\}/, hole);
  await page.waitForFunction((text) =>
    document.querySelector("[data-kept] [role=status]").textContent === text, wanted, { timeout: 4000 }).catch(() => {});
  same(await status(page), wanted, `the page says "${name}"`);
}

async function paper(page, name) {
  const file = join(scratch, `${name}.pdf`);
  await page.pdf({ path: file, format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
}

// --- what readers do -----------------------------------------------------------

async function keepsAcrossVisits() {
  const context = await reader();
  const page = await open(context, `${own}s2.html`);
  const live = page.locator("[data-kept] [role=status]");
  same(await live.getAttribute("role"), "status", "what is said is a status, which does not interrupt");
  await area(page).fill("Two words");
  await page.locator("input[type=text].write").fill("Somebody");
  await page.locator(".circle input").nth(2).check();
  await says(page, "saved");
  claim(await page.locator("[data-kept]").isVisible(), "the status is seen");
  const [key, ...more] = await kept(page);
  same(key, "bifolio/1/keeping/first/en-GB/s2", "the key holds guide, edition, language and sheet");
  same(more.length, 0, "there is one box for a sheet");
  await page.reload();
  same(await area(page).inputValue(), "Two words", "what was written is there after a reload");
  same(await page.locator("input[type=text].write").inputValue(), "Somebody", "so is a field of one line");
  claim(await page.locator(".circle input").nth(2).isChecked(), "so is a circle");
  await says(page, "again");
  await page.locator(".take-back:has(button)").first().evaluate((form) => form.reset());
  await says(page, "saved");
  await page.reload();
  claim(!(await page.locator(".circle input").nth(2).isChecked()), "what was taken back is not kept");
  // Typing and leaving at once.
  await area(page).fill("Quick");
  await page.goto(`${own}s1.html`);
  same(await area(page).inputValue(), "", "another sheet from the same disk has nothing of it");
  await page.goto(`${own}s2.html`);
  same(await area(page).inputValue(), "Quick", "what was written just before leaving is kept");
  await area(page).fill("");
  await page.locator("input[type=text].write").fill("");
  await says(page, "saved");
  same((await kept(page)).length, 0, "an empty sheet leaves nothing behind");
  await context.close();
}

async function doesNotMix() {
  const context = await reader();
  const page = await open(context, `${site}${sheets.find((p) => !not.includes(p) && p.html.includes("<textarea")).name}`);
  await area(page).fill("Mine");
  await says(page, "saved");
  const other = await open(context, `${own}s2.html`);
  same(await area(other).inputValue(), "", "a sheet of another guide on the same disk stays empty");
  await area(other).fill("Yours");
  await says(other, "saved");
  same((await kept(other)).length, 2, "both are kept side by side");
  // The same sheet in two tabs says the same.
  const twin = await open(context, `${own}s2.html`);
  await area(twin).fill("Ours");
  await says(twin, "saved");
  await other.waitForFunction(() => document.querySelector(".body .write").value === "Ours", null, { timeout: 4000 }).catch(() => {});
  same(await area(other).inputValue(), "Ours", "a sheet that is open twice says the same in both");
  // All sheets of this guide, and no other's.
  await other.bringToFront();
  await button(other, "clear-all").click();
  await says(other, "cleared-all");
  same((await kept(other)).join(), (await kept(page)).filter((k) => !k.includes("/keeping/")).join(),
    "all sheets of one guide are cleared, and no other guide's");
  await button(other, "undo").click();
  same((await kept(other)).length, 2, "and come back");
  const list = await open(context, `${own}worksheets.html`);
  claim(await button(list, "clear-all").isVisible(), "the list of sheets can clear them");
  await button(list, "clear-all").click();
  await says(list, "cleared-all");
  same((await kept(list)).length, 1, "the list clears this guide's sheets alone");
  await button(list, "undo").click();
  same((await kept(list)).length, 2, "the list brings them back");
  same(await list.evaluate(() => document.activeElement.dataset.do), "clear-all", "the focus goes where the reader was");
  await context.close();
}

async function keepsNothing() {
  const context = await reader();
  const page = await open(context, `${own}s2.html`);
  await area(page).fill("Secret");
  await says(page, "saved");
  await page.locator("[data-keeping] input").check();
  await says(page, "removed");
  await area(page).fill("Secret too");
  await says(page, "not");
  same((await kept(page)).length, 0, "nothing is kept when the reader says so");
  claim((await page.locator(".private p").textContent()).includes("not kept"), "the note says so");
  await page.reload();
  claim(await page.locator("[data-keeping] input").isChecked(), "the choice holds after a reload");
  same(await area(page).inputValue(), "", "and nothing is there any more");
  same(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage))), '["forget"]',
    "the tab remembers the choice, and no word that was written");
  await area(page).fill("Now keep");
  await page.locator("[data-keeping] input").uncheck();
  await says(page, "saved");
  same((await kept(page)).length, 1, "the reader can change their mind");
  await context.close();
}

async function neverKeptByItself() {
  claim(["w9.html", "w10.html"].every((name) => not.some((p) => p.name === name)),
    "the sheets about danger and distress keep nothing by themselves");
  for (const { name } of not) {
    const context = await reader();
    const page = await open(context, `${site}${name}`);
    claim(await page.locator("[data-keeping] input").isChecked(), `${name} starts with "do not keep"`);
    await page.locator(".body .write, .body input").first().evaluate((e) => e.click());
    await page.waitForTimeout(600);
    same((await kept(page)).length, 0, `${name} keeps nothing by itself`);
    await context.close();
  }
}

async function clearsAndUndoes() {
  const context = await reader();
  const page = await open(context, `${own}s2.html`);
  await area(page).fill("Dear me");
  await says(page, "saved");
  await button(page, "clear").click();
  await says(page, "cleared");
  same(await area(page).inputValue(), "", "clearing empties the sheet");
  same((await kept(page)).length, 0, "and what was kept of it");
  same(await page.evaluate(() => document.activeElement.dataset.do), "clear", "the focus stays");
  await button(page, "undo").click();
  await says(page, "undone");
  same(await area(page).inputValue(), "Dear me", "undo brings it back");
  same((await kept(page)).length, 1, "also what was kept");
  claim(await button(page, "undo").isHidden(), "undo goes when it is done");
  same(await page.evaluate(() => document.activeElement.dataset.do), "clear", "the focus is on the button before it");
  await button(page, "clear").click();
  await area(page).fill("New");
  claim(await button(page, "undo").isHidden(), "what is written anew cannot be undone by mistake");
  await context.close();
}

async function hides() {
  const context = await reader();
  const page = await open(context, `${own}s2.html`);
  await area(page).fill("Private words");
  await says(page, "saved");
  await button(page, "hide").click();
  await says(page, "hidden");
  same(await button(page, "hide").getAttribute("aria-pressed"), "true", "the button is pressed");
  claim(await area(page).isHidden(), "the answers are not seen");
  claim(!(await page.locator("main").ariaSnapshot()).includes("Private words"), "nor heard");
  await button(page, "hide").click();
  await says(page, "shown");
  same(await area(page).inputValue(), "Private words", "and are not lost");
  await context.close();
}

async function savesToFiles() {
  const context = await reader();
  const page = await open(context, `${own}s2.html`);
  await area(page).fill("Line one\n<b>two</b> & “three”");
  await page.locator(".circle input").nth(1).check();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "save").click()]);
  const file = join(scratch, download.suggestedFilename());
  await download.saveAs(file);
  same(download.suggestedFilename(), "keeping-s2.json", "the file is named after guide and sheet");
  const data = JSON.parse(readFileSync(file, "utf8"));
  same([data.guide, data.edition, data.language, data.sheet, data.format].join(), "keeping,first,en-GB,s2,1",
    "the file says whose it is");
  await says(page, "file-saved", "keeping-s2.json");
  await button(page, "clear").click();
  const give = async (path) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "open").click()]);
    await chooser.setFiles(path);
  };
  await give(file);
  await says(page, "file-opened");
  same(await area(page).inputValue(), "Line one\n<b>two</b> & “three”", "what was saved comes back");
  claim(await page.locator(".circle input").nth(1).isChecked(), "with its circles");
  const refused = async (name, text, wanted, hole) => {
    const path = join(scratch, name);
    writeFileSync(path, text);
    await give(path);
    await says(page, wanted, hole);
    same(await area(page).inputValue(), "Line one\n<b>two</b> & “three”", `${name} changes nothing`);
  };
  const changed = (values) => JSON.stringify({ ...data, ...values });
  await refused("other-sheet.json", changed({ sheet: "s1", title: "<img src=x> sheet" }), "file-other", "<img src=x> sheet");
  await refused("no-json.json", "{ not json", "file-bad");
  await refused("other-guide.json", changed({ guide: "another" }), "file-guide");
  await refused("newer.json", changed({ format: 2 }), "file-newer");
  await refused("null.json", "null", "file-bad");
  await refused("list.json", changed({ answers: null }), "file-bad");
  await refused("box.json", JSON.stringify({ format: 1, answers: {} }), "file-bad");
  await refused("large.json", changed({ answers: { x: "y".repeat(1 << 20) } }), "file-bad");
  const path = join(scratch, "more.json");
  writeFileSync(path, changed({ answers: { ...data.answers, "s2.gone": "Old", "s2.bad": { a: 1 }, __proto__: null } }));
  await give(path);
  await says(page, "file-more");
  const again = await page.evaluate(() => JSON.parse(Object.values(localStorage)[0]).answers);
  same(again["s2.gone"], "Old", "an answer without a place is not lost");
  claim(!("s2.bad" in again), "what is no answer is not taken");
  await context.close();
}

async function meetsTrouble() {
  const key = "bifolio/1/keeping/first/en-GB/s2";
  let context = await reader();
  let page = await open(context, `${own}s2.html`);
  for (const broken of ["{ broken", "[]", "7", '{"format":1}', "null"]) {
    await page.evaluate(([k, v]) => localStorage.setItem(k, v), [key, broken]);
    await page.reload();
    await says(page, "broken");
  }
  await area(page).fill("Anew");
  await says(page, "saved");
  await context.close();
  context = await reader({}, () => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  page = await open(context, `${own}s2.html`);
  await says(page, "cannot");
  await area(page).fill("Anyway");
  await page.waitForTimeout(600);
  await says(page, "cannot");
  claim(await button(page, "save").isVisible(), "a file is still a way to save");
  await context.close();
  context = await reader({}, () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  page = await open(context, `${own}s2.html`);
  await area(page).fill("Too much");
  await says(page, "full");
  await context.close();
}

async function printsAll() {
  const context = await reader({}, () => { window.print = () => { window.printed = true; }; });
  const page = await open(context, `${own}s2.html`);
  const lines = Array.from({ length: 60 }, (_, i) => `line-${i + 1}-of-sixty`);
  await area(page).fill(lines.join("\n"));
  await page.locator("input[type=text].write").fill("A name that is far longer than the field in which it stands, so that it would be cut off");
  await page.locator(".circle input").nth(1).check();
  const filled = await paper(page, "filled");
  const missing = lines.filter((l) => !filled.includes(l));
  claim(missing.length === 0, "all 60 lines of a box are on paper", missing.join(" "));
  claim(filled.replace(/\s+/g, " ").includes("so that it would be cut off"), "so is a long line of a field");
  claim(filled.split("\f").length > 2, "they flow over pages");
  await button(page, "blank").click();
  claim(await page.evaluate(() => window.printed === true), "a blank sheet is printed by a button");
  const blank = await paper(page, "blank");
  claim(!/of-sixty|cut off/.test(blank), "a blank sheet has none of what was written");
  claim(blank.includes("What I think") && blank.includes("Who"), "and all of its questions");
  const mark = () => page.evaluate(() =>
    getComputedStyle(document.querySelectorAll(".circle input")[1], "::after").content);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => document.documentElement.classList.add("blank"));
  same(await mark(), "none", "nor its marks");
  await page.emulateMedia({ media: "screen" });
  same((await area(page).inputValue()).split("\n").length, 60, "printing changes nothing of it");
  await area(page).fill("Once more");
  claim((await paper(page, "again")).includes("Once more"), "a sheet that was printed blank is printed filled later");
  await context.close();
}

async function bringsHelp() {
  const context = await reader();
  const page = await open(context, `${own}s1.html`);
  const help = page.locator(".callout-emergency");
  const box = page.getByLabel("I feel unsafe");
  const place = () => page.evaluate(() => {
    const at = (s) => document.querySelector(s).getBoundingClientRect();
    const row = document.querySelector("[data-brings=emergency]").closest("label").getBoundingClientRect();
    return { below: at(".callout-emergency").top - row.bottom, top: at(".callout-emergency").top, bottom: at(".callout-emergency").bottom };
  });
  claim(!(await help.evaluate((e) => e.classList.contains("forward"))), "help stands in its place");
  await box.check();
  const { below, top, bottom } = await place();
  claim(below >= 0 && below < 60, "help comes right under the row", below);
  claim(top >= 0 && bottom <= 740, "it is in view", `${top} to ${bottom}`);
  claim(await box.evaluate((e) => e === document.activeElement), "the focus stays where it was");
  claim((await page.locator("[data-came]").textContent()).includes("Call 999 if you feel unsafe"), "it is spoken");
  claim(await help.evaluate((e) => e.classList.contains("forward")), "it is emphasised");
  await page.getByLabel("I slept").check();
  same(await help.count(), 1, "there is one of it");
  await box.uncheck();
  claim(await help.evaluate((e) => e.parentNode.classList.contains("body")), "and it goes back");
  same(await page.locator("[data-came]").textContent(), "", "and is silent again");
  await page.getByLabel("No", { exact: true }).check();
  claim(await page.locator(".callout-help").evaluate((e) => e.parentNode.classList.contains("body")), "a harmless answer moves nothing");
  await page.getByLabel("Yes", { exact: true }).check();
  claim(await page.locator(".callout-help.forward").isVisible(), "one of two answers brings help");
  await page.locator("[data-brings=help]").evaluate((e) => e.form.reset());
  await page.waitForTimeout(50);
  claim((await page.locator(".callout-help.forward").count()) === 0, "an answer that is taken back lets it go");
  await page.goto(`${site}w9.html`);
  for (const kind of ["emergency", "help"]) {
    await page.locator(`[data-brings=${kind}]`).first().check();
    claim(await page.locator(`.ticks .callout-${kind}.forward`).isVisible(), `w9.html brings forward its callout "${kind}"`);
    claim((await page.locator("[data-came]").textContent()).trim() !== "", "and says it");
  }
  await context.close();
}

async function leaves() {
  const context = await reader();
  const page = await open(context, `${own}only.html`);
  await page.goto(`${own}s1.html`);
  same(await page.title(), "Worksheet 1 - A guide to write in", "the tab of a discreet page tells nothing");
  await page.context().route("https://weather.example/**", (r) => r.fulfill({ body: "Rain", contentType: "text/html" }));
  await page.locator("[data-leave]").click();
  await page.waitForURL("https://weather.example/", { timeout: 4000 }).catch(() => {});
  same(page.url(), "https://weather.example/", "the page is left for the profile's address");
  await page.goBack();
  claim(page.url().endsWith("only.html"), "the button back does not lead to it", page.url());
  await page.goto(`${own}s2.html`);
  same(await page.title(), "Notes - A guide to write in", "tab_title is the tab's title");
  same(await page.locator("[data-leave]").count(), 0, "other pages have no such button");
  asked.splice(0, asked.length, ...asked.filter((url) => !url.startsWith("https://weather.example/")));
  for (const name of ["get-help.html", "when-it-stays-hard.html", "w9.html", "w10.html"]) {
    const found = edition.pages.find((p) => p.name === name);
    claim(found?.html.includes("data-leave=") === true, `${name} can be left at once`);
    const h1 = found?.html.match(/<h1[^>]*>([^<]*)/)[1];
    const head = found.html.slice(0, found.html.indexOf("</head>")).toLowerCase();
    claim(!head.match(/<title>([^<]*)/)[1].includes(h1.toLowerCase()), `${name} has a neutral title`);
    // What a chat shows of a link that is pasted into it.
    const told = [...head.matchAll(/ content="([^"]*)"/g)].map(([, words]) => words)
      .filter((words) => !words.startsWith("http") && !words.includes("default-src"));
    claim(told.every((words) => !words.includes(h1.toLowerCase()) && !/help|hard|cut off|ask|check-in|test/.test(words)),
      `${name} tells nothing to machines`, told);
  }
  await context.close();
}

async function worksWithoutScript() {
  const context = await reader({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of [`${own}s1.html`, `${own}s2.html`, `${own}worksheets.html`]) {
    await page.goto(address);
    const live = [];
    for (const b of await page.locator("button").all()) {
      if (await b.isVisible() && (await b.getAttribute("type")) !== "reset") live.push(await b.textContent());
    }
    claims.none(live, `${address.split("/").pop()} has no dead button`);
    claim(await page.locator("[data-keeping]").isHidden(), "nothing promises to keep what is written");
  }
  await page.goto(`${own}s1.html`);
  claim(await page.locator(".callout-emergency").isVisible(), "help is there without script");
  claim((await page.locator(".private").textContent()).includes("not saved"), "the note is true without script");
  same(await page.locator("[data-leave]").getAttribute("href"), "https://weather.example/", "the page can be left by a link");
  await context.close();
}

function fieldsAskForNothing() {
  for (const page of sheets) {
    const wrong = page.tags("textarea", "input").filter((e) => e.attrs.some((a) => a.name === "class" && a.value.startsWith("write")))
      .filter((e) => !["autocomplete=off", "spellcheck=false"].every((pair) => e.attrs.some((a) => `${a.name}=${a.value}` === pair)));
    claims.none(wrong.map((e) => e.tagName), `${page.name}: no browser fills in or spell-checks a field`);
  }
  const folder = edition.site;
  const bytes = readdirSync(folder).filter((f) => f.endsWith(".js"))
    .reduce((sum, f) => sum + gzipSync(readFileSync(join(folder, f)), { level: 9 }).length, 0);
  claim(bytes <= SCRIPTS_MOST, "all scripts together weigh at most 12 KB", bytes);
}

const flows = [
  keepsAcrossVisits, doesNotMix, keepsNothing, neverKeptByItself, clearsAndUndoes, hides,
  savesToFiles, meetsTrouble, printsAll, bringsHelp, leaves, worksWithoutScript,
];
try {
  fieldsAskForNothing();
  for (const flow of flows) {
    try {
      await flow();
    } catch (e) {
      claim(false, `${flow.name} runs to its end`, e.message.split("\n").slice(0, 4).join(" / "));
    }
  }
  claims.none(said, "no page says anything on the console");
  claims.none(asked.filter((url) => !/^(file|data|blob):/.test(url)), "no page asks for anything that is not in its folder");
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
claims.close();
