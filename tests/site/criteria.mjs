// SPDX-License-Identifier: MIT
// The criteria of WCAG 2.2 that no rule of axe's looks at and that a script can:
// each claim begins with the number of its criterion.
//
// Comes in: OUT, a finished "make guide"; Chromium. Goes out: claims. What a
// page's text and style decide is asked of every page of every edition; what
// takes fingers is done on one page of each kind. 1.3.4 is in pages.mjs;
// 1.4.10, 1.4.12, 2.1.1, 2.4.3, 2.5.5 and 2.5.8 are in browser.mjs.
import { launchChromium, pool, watch } from "./chromium.mjs";
import * as criteria from "./criteria_probes.mjs";
import { Claims, attribute, folded, kindOf, openReadable, pageOfEachKind, text } from "./edition.mjs";
import { openSources } from "./host.mjs";
import * as probes from "./probes.mjs";

const { all } = openReadable();
const claims = new Claims();
const wanted = process.env.PAGES?.split(" ") ?? [];
const probesText = `(${probes.install.toString()})()`;

async function visit(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(probesText);
}

// --- what text and style decide ----------------------------------------------

async function claimStill(page, base, edition, file) {
  const where = `${edition.name}/${file.name}`;
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (width === 320) await visit(page, base + file.name);
    claims.none(await page.evaluate(criteria.outOfOrder), `1.3.2: the order is the one seen in ${where} (${width} px)`);
  }
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    claims.none(await page.evaluate(criteria.paleEdges), `1.4.11: edges and signs are seen in ${where} (${colorScheme})`);
  }
  claims.none(await page.evaluate(criteria.saidToPointers), `1.4.13: nothing is only for pointers in ${where}`);
  claims.none(await page.evaluate(criteria.shouldNotBeThere), `2.2, 2.3, 3.2.5, 3.3.8: nothing moves, opens or asks in ${where}`);
}

// 1.4.4: letters of twice the size, as readers set it in their browser.
async function claimLargeLetters(page, base, edition, file) {
  const where = `${edition.name}/${file.name}`;
  await visit(page, base + file.name);
  claims.none(await page.evaluate(probes.sideways), `1.4.4: nothing goes sideways with large letters in ${where}`);
  claims.none(await page.evaluate(probes.cutText), `1.4.4: no text is cut with large letters in ${where}`);
}

// 2.5.2, 2.5.4: nothing happens when a finger or a button goes down, nor when
// the device is moved.
async function claimListeners(page, where) {
  const session = await page.context().newCDPSession(page);
  const kinds = [];
  for (const expression of ["document", "window"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    const { listeners } = await session.send("DOMDebugger.getEventListeners",
      { objectId: result.objectId, depth: -1, pierce: true });
    kinds.push(...listeners.map((l) => l.type));
  }
  await session.detach();
  claims.none(kinds.filter((k) => /^(mousedown|pointerdown|touchstart|touchmove|dragstart|devicemotion|deviceorientation)$/.test(k)),
    `2.5.2, 2.5.4: nothing waits for a finger's going down in ${where}`);
}

async function claimEveryPage(browser, edition, base, files, seen) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  const page = await context.newPage();
  for (const file of files) {
    await claimStill(page, base, edition, file);
    await claimListeners(page, `${edition.name}/${file.name}`);
    seen.set(file.name, await page.evaluate(criteria.ways));
  }
  await context.close();
  const other = await large.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  for (const file of files) await claimLargeLetters(other, base, edition, file);
  await other.close();
}

// --- the site as a whole -----------------------------------------------------

// What two pages both have stands in the same order on both.
function orderProblem(first, second) {
  const order = first.filter((w) => second.includes(w));
  const other = second.filter((w) => first.includes(w));
  const at = order.findIndex((w, i) => w !== other[i]);
  return at < 0 ? null : `"${other[at]}" where "${order[at]}" was`;
}

// 3.2.3, 3.2.4 and 3.2.6 for the pages of one language.
function claimConsistent(edition, language, seen) {
  const [model, ...others] = [...seen.entries()];
  const wrong = [];
  const names = new Map();
  for (const [name, list] of seen) {
    for (const { words, leads, place, group } of list) {
      if (leads === "" || words === "") continue;
      const known = names.get(`${place} ${group} ${leads}`);
      if (known !== undefined && known !== words) wrong.push(`${name}: "${words}" and "${known}" lead to ${leads}`);
      names.set(`${place} ${group} ${leads}`, words);
    }
  }
  claims.none(wrong, `3.2.4: what leads to one page is called the same in ${edition.name} (${language})`);
  const key = (w) => `${w.place} ${w.group} ${w.words}`;
  const orders = [];
  for (const [name, list] of others) {
    const problem = orderProblem(model[1].map(key), list.map(key));
    if (problem !== null) orders.push(`${name}, unlike ${model[0]}: ${problem}`);
  }
  claims.none(orders, `3.2.3, 3.2.6: menus and help stand in the same order in ${edition.name} (${language})`);
}

function addressOf(page, href) {
  return new URL(href, `http://x/${page.name}`).pathname.slice(1) || "index.html";
}

// 2.4.5: from the start page to each page, and along one more way.
function claimTwoWays(edition) {
  const byName = new Map(edition.pages.map((p) => [p.name, p]));
  const linked = (page, inside) => new Set(page.tags("a").filter(inside)
    .map((a) => attribute(a, "href") ?? "").filter((h) => h !== "" && !/^[a-z]+:/.test(h) && !h.startsWith("../"))
    .map((h) => addressOf(page, h)));
  const within = (name) => (e) => {
    for (let n = e; n !== null && n !== undefined; n = n.parentNode) if (n.tagName === name) return true;
    return false;
  };
  const wrong = [];
  const ways = new Map(edition.pages.map((p) => [p.name, new Set()]));
  for (const page of edition.pages) {
    const kind = kindOf(page);
    const way = kind === "home" ? "the start page" : ["a-z", "search", "gallery", "downloads", "sitemap"].includes(kind) ? kind : "a neighbour";
    for (const name of linked(page, within("main"))) ways.get(name)?.add(way);
    for (const name of linked(page, within("header"))) if (name !== page.name) ways.get(name)?.add("the menu");
    for (const name of linked(page, within("footer"))) if (name !== page.name) ways.get(name)?.add("the foot");
  }
  for (const [name, found] of ways) {
    if (name === "404.html" || kindOf(byName.get(name)) === "home") continue;
    if (found.size < 2) wrong.push(`${name}: ${[...found].join(", ") || "none"}`);
  }
  claims.none(wrong, `2.4.5: two ways lead to each page of ${edition.name}`);
}

// --- what takes fingers ------------------------------------------------------

// Where the focus is, and what lies on it.
const placeText = `(() => {
  ${criteria.focusPlace.toString()}
  ${criteria.coveredFocus.toString()}
  const place = focusPlace();
  return place === null ? null : { ...place, covered: coveredFocus()?.wrong ?? [] };
})()`;

// Walks through a page by Tab or Shift+Tab until the focus leaves it. Each stop
// once; circles of one question count as one.
async function walk(page, key, atStop) {
  const stops = [];
  const seen = new Set();
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  for (let i = 0; i < 500; i++) {
    await page.keyboard.press(key);
    const place = await page.evaluate(placeText);
    if (place === null) return { stops, trapped: false };
    if (seen.has(place.key)) return { stops, trapped: i === 0 || stops.at(-1)?.key === place.key };
    seen.add(place.key);
    stops.push(place);
    await atStop(place);
  }
  return { stops, trapped: true };
}

async function claimWalks(page, address, where) {
  for (const [width, height] of [[320, 640], [768, 500], [1280, 720]]) {
    await page.setViewportSize({ width, height });
    const lists = [];
    for (const key of ["Tab", "Shift+Tab"]) {
      await visit(page, address);
      const covered = [];
      const { stops, trapped } = await walk(page, key, (place) => covered.push(...place.covered));
      const how = `${where} (${key}, ${width} x ${height})`;
      claims.claim(!trapped && stops.length > 0, `2.1.2: the keyboard gets out of ${how}`, [stops.at(-1)?.name]);
      claims.none(covered, `2.4.11, 2.4.12: nothing lies on the focus in ${how}`);
      lists.push(new Set(stops.map((s) => s.radio ?? s.key)));
    }
    const [there, back] = lists;
    claims.claim(there.size === back.size && [...there].every((k) => back.has(k)),
      `2.1.2: the keyboard finds the same on the way back in ${where} (${width} x ${height})`, [`${there.size} and ${back.size}`]);
  }
}

// 2.4.7, 2.4.13: at each kind of stop, what the focus changes on the screen is
// as large as a frame of two pixels, at 3:1.
async function claimSeenFocus(page, canvas, address, where) {
  await visit(page, address);
  const wrong = [];
  const looked = new Map();
  const { stops } = await walk(page, "Tab", async (place) => {
    const times = looked.get(place.kind) ?? 0;
    looked.set(place.kind, times + 1);
    if (times >= 2 || place.clip.width < 4 || place.clip.height < 4) return;
    const shot = async () => (await page.screenshot({ clip: place.clip, caret: "hide" })).toString("base64");
    const on = await shot();
    await page.evaluate(() => { window.bifolioStop = document.activeElement; document.activeElement.blur(); });
    const off = await shot();
    await page.evaluate(() => window.bifolioStop.focus({ preventScroll: true, focusVisible: true }));
    const changed = await canvas.evaluate(criteria.changedPoints, [on, off]);
    const needed = 4 * (place.width + place.height) * 0.9;
    if (changed < needed) wrong.push(`${changed} of ${Math.round(needed)} points: ${place.name}`);
  });
  claims.claim(stops.length > 0, `2.4.7: there is something to stop at in ${where}`);
  claims.none(wrong, `2.4.7, 2.4.13: the focus is seen in ${where}`);
}

// 2.1.4: letters, digits and signs, typed where nothing is to be written.
async function claimNoShortcuts(page, address, where) {
  await visit(page, address);
  await page.evaluate(() => {
    window.bifolioMoved = 0;
    new MutationObserver((list) => { window.bifolioMoved += list.length; })
      .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  const state = () => page.evaluate(() => [location.href, document.activeElement.localName, scrollX, scrollY,
    document.title, window.bifolioMoved].join(" "));
  const before = await state();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789/?.,;'[]-=+*!") await page.keyboard.press(key);
  claims.claim((await state()) === before, `2.1.4: no single key does anything in ${where}`, [before, await state()]);
}

// Works one control as its kind is worked; what it does to the page is looked
// at afterwards.
async function work(page, handle, kind) {
  if (kind === "button" || kind === "submit" || kind === "reset" || kind === "summary") return handle.press("Enter");
  if (kind === "checkbox" || kind === "radio") return page.keyboard.press("Space");
  if (kind === "select-one") return page.keyboard.press("ArrowDown");
  if (kind === "range") return page.keyboard.press("ArrowRight");
  return page.keyboard.type("ab");
}

// 3.2.1, 3.2.2, 4.1.3: to come to a control and to use it moves neither the
// reader nor the page, and what comes up is said aloud.
async function claimQuiet(page, log, base, address, where) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit(page, address);
  await page.evaluate(() => { window.print = () => {}; });
  await page.evaluate(criteria.watchChanges);
  log.requests.length = 0;
  const moved = [];
  const unheard = [];
  const controls = await page.$$("main input, main textarea, main select, main button, main summary, .help-bar button, footer button");
  for (const handle of controls) {
    if (!(await handle.isVisible()) || !(await handle.isEnabled())) continue;
    const kind = await handle.evaluate((e) => (e.localName === "summary" ? "summary" : e.type));
    if (kind === "file") continue;
    const name = await handle.evaluate((e) => window.bifolioProbe.name(e));
    const here = page.url();
    await handle.scrollIntoViewIfNeeded();
    await page.evaluate(() => window.bifolioMark());
    await handle.focus();
    if (page.url() !== here || !(await handle.evaluate((e) => e === document.activeElement)))
      moved.push(`on focus: ${name}`);
    unheard.push(...await handle.evaluate((e) => window.bifolioChanges(e)));
    const top = (await handle.boundingBox())?.y;
    await page.evaluate(() => window.bifolioMark());
    await work(page, handle, kind);
    // To search is to ask for another address, of the same page.
    const asks = await handle.evaluate((e) => e.closest("[role=search]") !== null).catch(() => false);
    const end = asks ? /[?#].*/ : /#.*/;
    if (page.url().replace(end, "") !== here.replace(end, "")) {
      moved.push(`to ${page.url()}: ${name}`);
      break;
    }
    const button = /button|submit|reset|summary/.test(kind);
    const [kept, lost] = await handle.evaluate((e) => [e === document.activeElement, document.activeElement === document.body]);
    if (lost) moved.push(`the focus is lost: ${name}`);
    if (!button && !kept) moved.push(`the focus goes on by itself: ${name}`);
    const now = (await handle.boundingBox())?.y;
    if (!button && top !== undefined && (now === undefined || Math.abs(now - top) > 2)) moved.push(`by ${now - top} px: ${name}`);
    // Time for what waits until a reader has stopped typing.
    if (!button) await page.waitForTimeout(20);
    unheard.push(...await handle.evaluate((e) => window.bifolioChanges(e)));
  }
  claims.none(moved, `3.2.1, 3.2.2: nothing moves when it is used in ${where}`);
  claims.none(unheard, `4.1.3: what comes up is said aloud in ${where}`);
  claims.none(log.requests.filter((url) => !url.startsWith(base)), `nothing is asked of another host by ${where}`);
}

// 4.1.3: places to speak from are there before there is something to say.
function claimStatusPlaces(edition, file) {
  const speaks = file.all.filter((e) => ["status", "alert"].includes(attribute(e, "role")) || e.tagName === "output");
  const scripted = file.tags("main").some((m) => ["worksheet", "search"].includes(attribute(m, "class")?.split(" ")[0]));
  if (!scripted) return;
  claims.none(speaks.filter((e) => folded(text(e)) !== "").map(() => "a status that speaks at once"),
    `4.1.3: nothing is said before something happens in ${edition.name}/${file.name}`);
}

async function claimKinds(browser, edition, base, kinds) {
  const work = async ([kind, file]) => {
    const where = `${edition.name}/${file.name}, a page of kind ${kind}`;
    const address = base + file.name;
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const log = watch(page);
    await claimWalks(page, address, where);
    await claimNoShortcuts(page, address, where);
    await claimQuiet(page, log, base, address, where);
    claimStatusPlaces(edition, file);
    await context.close();
    for (const [width, colorScheme, forcedColors] of [[320, "light", "none"], [1280, "dark", "none"], [1280, "light", "active"]]) {
      const other = await browser.newContext({ viewport: { width, height: 720 }, colorScheme, forcedColors, serviceWorkers: "block" });
      const [seen, canvas] = [await other.newPage(), await other.newPage()];
      await seen.bringToFront();
      await claimSeenFocus(seen, canvas, address, `${where} (${width} px, ${forcedColors === "active" ? "forced colours" : colorScheme})`);
      await other.close();
    }
  };
  await pool(kinds.map((entry) => () => work(entry)), 2);
}

// --- everything --------------------------------------------------------------

const browser = await launchChromium();
const large = await launchChromium(["--blink-settings=defaultFontSize=32"]);
try {
  for (const edition of all) {
    const sources = await openSources(edition);
    const base = await sources.at("http");
    const pages = edition.pages.filter((p) => wanted.length === 0 || wanted.includes(p.name));
    const seen = new Map(pages.map((p) => [p.name, []]));
    const half = Math.ceil(pages.length / 2);
    await Promise.all([pages.slice(0, half), pages.slice(half)]
      .map((files) => claimEveryPage(browser, edition, base, files, seen)));
    const languages = new Map();
    for (const p of pages) {
      const language = attribute(p.tags("html")[0], "lang");
      languages.set(language, [...(languages.get(language) ?? []), p]);
    }
    for (const [language, files] of languages)
      claimConsistent(edition, language, new Map(files.map((p) => [p.name, seen.get(p.name)])));
    if (wanted.length === 0) claimTwoWays(edition);
    // Editions have the same kinds of page; fingers need one of each.
    if (edition === all[0]) await claimKinds(browser, edition, base, [...pageOfEachKind(pages)]);
    sources.close();
  }
} finally {
  await browser.close();
  await large.close();
}
claims.close();
