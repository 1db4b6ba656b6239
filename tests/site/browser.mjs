// SPDX-License-Identifier: MIT
// Judges every page of every edition in a real browser.
//
// Comes in: OUT, a finished "make guide"; Chromium. Goes out: claims. Every page
// is seen in each of {light, dark, forced colours, print}, {320, 768, 1280 px},
// {script on, off}, {http, file}, {left to right, right to left}, by axe and by
// our own probes; and every pair of these circumstances is met on each kind of
// page, in editions behind the first, which have the same templates, on some
// page. Then every page is seen by keyboard, with wide text spacing, at 400 %,
// on paper and as XML: the keyboard goes through one page of each kind in windows
// of each size, through the others in one of them in turn; every worksheet of
// the first edition, and the largest of every other, is filled in.
// PAGES="w2.html about.html" looks at these alone, for work on one of them.
// MODES=all takes every combination of circumstances, for every page, and every
// size of window: "make soak".
import { MODES, everyRow, missingPairs, pairwiseRows, sharedRows } from "./modes.mjs";
import { AXE_SCRIPT, axeOfWholePage, claimAxe } from "./axe.mjs";
import { launchChromium, pool, watch } from "./chromium.mjs";
import { Claims, attribute, folded, kindOf, openReadable, pageOfEachKind, text } from "./edition.mjs";
import { mayOpen, openSources } from "./host.mjs";
import * as probes from "./probes.mjs";

const { all } = openReadable();
const claims = new Claims();
const wanted = process.env.PAGES?.split(" ") ?? [];
const whole = process.env.MODES === "all";
const rows = whole ? everyRow(MODES) : pairwiseRows(MODES);

// --- a page in the browser ---------------------------------------------------

const probesText = `(${probes.install.toString()})()`;

async function openContext(browser, row) {
  return browser.newContext({
    viewport: { width: row.width, height: 800 },
    colorScheme: row.scheme === "dark" ? "dark" : "light",
    forcedColors: row.scheme === "forced" ? "active" : "none",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
}

// Opens a page. "session" is there where scripts are off: they stay off until
// the page is loaded, so that none of its own runs and ours can.
async function visit(page, log, address, session = null) {
  log.requests.length = 0;
  log.said.length = 0;
  await session?.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(address, { waitUntil: "load" });
  await session?.send("Emulation.setScriptExecutionDisabled", { value: false });
  await page.evaluate(probesText);
}

function claimRequests(log, base, where) {
  claims.none(
    log.requests.filter((url) => !url.startsWith(base)),
    `no request leaves the folder of ${where}`,
  );
  claims.none([...log.said], `the browser has nothing to say about ${where}`);
}

// --- every page in every pair of circumstances -------------------------------

// What is said of a page on paper, whatever the sheet's width.
async function claimPrinted(page, where) {
  claims.none(await page.evaluate(probes.wrongOnPaper), `what is needed is printed in ${where}`);
  claims.none(await page.evaluate(probes.sideways), `nothing goes sideways in ${where}`);
  claims.none(await page.evaluate(probes.cutText), `no text is cut in ${where}`);
  const pale = await page.evaluate(probes.paleText, true);
  claims.none(pale.wrong, `text is dark in ${where}`);
  claims.claim(pale.paper.every((c) => c === 255), `paper is white in ${where}`, [pale.paper.join()]);
}

async function claimOnScreen(page, edition, row, where) {
  claims.none(await page.evaluate(probes.sideways), `nothing goes sideways in ${where}`);
  claims.none(await page.evaluate(probes.cutText), `no text is cut in ${where}`);
  claims.none(await page.evaluate(probes.smallTargets), `targets are large in ${where}`);
  claims.none(await page.evaluate(probes.brokenNumbers), `numbers are whole in ${where}`);
  if (row.scheme === "forced") {
    const forced = await page.evaluate(probes.colourNotForced);
    claims.none(forced, `colours are the reader's in ${where}`);
  } else {
    const pale = await page.evaluate(probes.paleText);
    claims.none(pale.wrong, `text has contrast in ${where}`);
    papers.set(`${edition.name} ${row.scheme}`, pale.paper.join());
  }
  if (!row.script) {
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll("button")].filter(window.bifolioProbe.shown).map(window.bifolioProbe.name));
    claims.none(dead, `no dead button in ${where}`);
  }
}

// axe reads colours that the browser has replaced; our probe does not. Paper
// has no targets, and what is not printed takes landmarks with it; a number in
// a frame, in bold, is a button that has become ink and no heading.
const AXE_CHANGES = {
  forced: { "color-contrast": { enabled: false } },
  print: { "target-size": { enabled: false }, region: { enabled: false }, bypass: { enabled: false },
    "skip-link": { enabled: false }, "p-as-heading": { enabled: false } },
};

async function claimPair(page, log, session, edition, sources, row, file) {
  const base = await sources.at(row.from, row.direction);
  const where = `${edition.name}/${file.name} (${row.scheme}, ${row.width} px, ` +
    `script ${row.script ? "on" : "off"}, ${row.from}, ${row.direction})`;
  await visit(page, log, base + file.name, session);
  claimRequests(log, base, where);
  if (row.scheme === "print") await claimPrinted(page, where);
  else await claimOnScreen(page, edition, row, where);
  await claimAxe(claims, page, where, AXE_CHANGES[row.scheme]);
}

const papers = new Map();

async function claimRow(browser, edition, sources, row, pages) {
  const context = await openContext(browser, row);
  // Sent once, not with each page; where scripts are off, it is.
  if (row.script) await context.addInitScript({ content: AXE_SCRIPT });
  const page = await context.newPage();
  if (row.scheme === "print") await page.emulateMedia({ media: "print" });
  const log = watch(page);
  const session = row.script ? null : await context.newCDPSession(page);
  for (const file of pages) {
    if (mayOpen(edition, file, row.from))
      await claimPair(page, log, session, edition, sources, row, file);
  }
  claims.claim((await context.cookies()).length === 0, `${edition.name} sets no cookie`);
  await context.close();
}

// --- by keyboard -------------------------------------------------------------

// The first stop is the skip link, and it leads to the text.
async function claimSkipLink(page, where) {
  await page.keyboard.press("Tab");
  const first = await page.evaluate(probes.focusState);
  const href = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
  claims.claim(
    first !== null && first.shown && first.inView && first.onTop && /^#./.test(href),
    `the first stop is a skip link in ${where}`,
    [JSON.stringify(first), href],
  );
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const after = await page.evaluate(() => ({
    inMain: document.activeElement?.closest("main") !== null,
    empty: document.querySelector("main").querySelector("a, button, input, textarea, summary") === null,
    top: document.querySelector(location.hash || "main").getBoundingClientRect().top,
    high: innerHeight,
  }));
  claims.claim(
    (after.inMain || after.empty) && after.top < after.high / 2,
    `the skip link leads to the text in ${where}`,
    [JSON.stringify(after)],
  );
}

async function claimTab(page, where) {
  const wrong = [];
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(probes.focusState);
    if (now === null || now.again) break;
    if (!now.shown || !now.inView) wrong.push(`not seen: ${now.name}`);
    if (!now.onTop) wrong.push(`covered: ${now.name}`);
    if (now.outline < 2) wrong.push(`no ring: ${now.name}`);
    if (now.ring < 3) wrong.push(`pale ring, ${now.ring.toFixed(1)}: ${now.name}`);
    if (!now.inOrder) wrong.push(`out of order: ${now.name}`);
  }
  claims.none(wrong, `Tab shows where it is in ${where}`);
  claims.none(await page.evaluate(probes.missedByTab), `Tab comes to everything in ${where}`);
}

// The menu of narrow windows opens by keyboard and all of it can be used.
async function claimMenu(page, where) {
  const summary = page.locator("header summary");
  if ((await summary.count()) === 0 || !(await summary.isVisible())) return;
  await summary.focus();
  await page.keyboard.press("Enter");
  claims.claim(
    await page.evaluate(() => document.querySelector("header details").open),
    `the menu opens by keyboard in ${where}`,
  );
  const { violations } = await axeOfWholePage(page);
  claims.none(violations, `axe finds nothing in the open menu of ${where}`);
  claims.none(await page.evaluate(probes.sideways), `the open menu goes nowhere sideways in ${where}`);
  await page.evaluate(() => { window.bifolioSeen = []; });
  const wrong = [];
  const links = await page.locator("header details a").count();
  for (let i = 0; i < links; i++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(probes.focusState);
    if (!now?.inMenu || !now.inView || !now.onTop || now.outline < 2) wrong.push(now?.name ?? "nothing");
  }
  claims.none(wrong, `Tab goes through the open menu of ${where}`);
}

const KEYBOARD_WINDOWS = [{ width: 320, height: 640 }, { width: 1280, height: 800 }];
// The menu lies over what is below it, in windows of a middle width too.
const MENU_WINDOWS = [...KEYBOARD_WINDOWS, { width: 768, height: 640 }];

// In all windows, or in the one whose turn it is.
async function claimKeyboard(page, log, base, edition, file, inAll) {
  const turn = edition.pages.indexOf(file) + all.indexOf(edition);
  const windows = (list, number) => (inAll ? list : [list[number % list.length]]);
  for (const [list, claimIn] of [
    [windows(KEYBOARD_WINDOWS, turn), [claimTab, claimSkipLink]],
    [windows(MENU_WINDOWS, Math.floor(turn / 2)), [claimMenu]],
  ]) {
    for (const size of list) {
      await page.setViewportSize(size);
      for (const claim of claimIn) {
        await visit(page, log, base + file.name);
        await claim(page, `${edition.name}/${file.name} (keyboard, ${size.width} x ${size.height})`);
      }
    }
  }
}

// --- places to write ---------------------------------------------------------

// All controls as a screen reader gets them: role, name, and the names of the
// groups around.
async function controls(context, page) {
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  const roles = ["textbox", "checkbox", "radio", "combobox", "spinbutton"];
  return nodes
    .filter((n) => !n.ignored && roles.includes(n.role?.value))
    .map((n) => {
      const groups = [];
      for (let p = byId.get(n.parentId); p !== undefined; p = byId.get(p.parentId)) {
        if (["group", "radiogroup"].includes(p.role?.value)) groups.unshift(folded(p.name?.value ?? ""));
      }
      return { role: n.role.value, name: folded(n.name?.value ?? ""), groups };
    });
}

// Names are those printed in the booklet: the words of the page's blocks.
async function claimNames(context, page, where, printed) {
  // What the page itself asks, as whether to keep what is written.
  const own = await page.evaluate(() => [...document.querySelectorAll(".keeping label")].map((e) => e.textContent));
  const found = (await controls(context, page)).filter((c) => !own.map(folded).includes(c.name));
  const wrong = [];
  const seen = new Set();
  for (const c of found) {
    const asked = c.role === "radio" ? c.groups.at(-1) : c.name;
    if (!printed.has(asked)) wrong.push(`${c.role} "${c.name}" asks "${asked}"`);
    for (const group of c.groups) {
      if (!printed.has(group)) wrong.push(`group "${group}" is not printed`);
    }
    const whole = [...c.groups, c.name].join(" / ");
    if (seen.has(whole)) wrong.push(`twice: ${whole}`);
    seen.add(whole);
  }
  claims.none(wrong, `places to write are called what is printed in ${where}`);
  return found.length;
}

async function claimFilling(page, where) {
  const wrong = [];
  await page.evaluate(() => {
    const first = document.querySelector("main .body input, main .body textarea");
    first.focus();
  });
  for (let i = 0; i < 400; i++) {
    const kind = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e?.closest("main .body")) return null;
      // A number to call may come forward between two places.
      return e.matches("input, textarea, [type=reset]") ? e.type : e.localName === "a" ? "reset" : null;
    });
    if (kind === null) break;
    if (kind === "reset") {
      await page.keyboard.press("Tab");
      continue;
    }
    if (kind === "radio" || kind === "checkbox") await page.keyboard.press("Space");
    else await page.keyboard.type("ñ 1");
    if (kind === "radio") await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
  }
  const empty = await page.evaluate(() => {
    const { name } = window.bifolioProbe;
    const radios = new Map();
    const list = [];
    for (const e of document.querySelectorAll("main .body input, main .body textarea")) {
      if (e.type === "radio") radios.set(e.name, (radios.get(e.name) ?? false) || e.checked);
      else if (e.type === "checkbox" ? !e.checked : e.value !== "ñ 1") list.push(name(e));
    }
    return [...list, ...[...radios].filter(([, set]) => !set).map(([group]) => group)];
  });
  wrong.push(...empty);
  claims.none(wrong, `every place is filled by keyboard in ${where}`);
}

// What was chosen can be taken back, by keyboard and without script, and nothing
// else goes with it.
async function claimTakeBack(page, where) {
  const groups = () => page.evaluate(() => {
    const found = {};
    for (const e of document.querySelectorAll("main .body input[type=radio]")) found[e.name] = (found[e.name] ?? false) || e.checked;
    return found;
  });
  const rest = () => page.evaluate(() =>
    [...document.querySelectorAll("main .body input[type=checkbox], main .body textarea, main .body input[type=text]")].map((e) => e.checked + e.value).join());
  const before = await rest();
  const wrong = [];
  for (const name of Object.keys(await groups())) {
    const button = page.locator(`form[id="back-${name}"] button`);
    if (!(await button.isVisible())) {
      wrong.push(`${name}: no button`);
      continue;
    }
    const chosen = await groups();
    await button.focus();
    await page.keyboard.press("Enter");
    const left = await groups();
    if (left[name]) wrong.push(`${name}: still chosen`);
    if (Object.keys(left).some((other) => other !== name && left[other] !== chosen[other])) wrong.push(`${name}: others changed`);
    if (!(await button.evaluate((e) => e === document.activeElement))) wrong.push(`${name}: the focus is lost`);
  }
  if ((await rest()) !== before) wrong.push("other answers changed");
  claims.none(wrong, `what was chosen can be taken back in ${where}`);
}

// Chosen must look otherwise than not chosen, and not by colour alone.
async function claimChosen(page, where) {
  const same = await page.evaluate(() => {
    const list = [];
    for (const e of document.querySelectorAll("main .body input[type=radio], main .body input[type=checkbox]")) {
      if (!e.checked) continue;
      const mark = getComputedStyle(e, "::after");
      const native = getComputedStyle(e).appearance !== "none";
      if (!native && (mark.content === "none" || parseFloat(mark.width) < 3)) list.push(e.name || e.id);
    }
    return list;
  });
  claims.none(same, `what is chosen has a mark in ${where}`);
}

async function claimWorksheet(context, page, log, base, edition, file, filled) {
  const where = `${edition.name}/${file.name}`;
  const printed = new Set(
    file.all.filter((e) => attribute(e, "data-block") !== undefined).map((e) => folded(text(e))),
  );
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await visit(page, log, base + file.name);
    const count = await claimNames(context, page, `${where} (${width} px)`, printed);
    claims.claim(count > 0, `${where} has places to write (${width} px)`);
  }
  if (filled) {
    await claimFilling(page, where);
    await claimChosen(page, where);
    await claimAxe(claims, page, `${where} (filled)`);
  }
  if (file.tags("button").some((b) => attribute(b, "data-print") !== undefined)) await claimPrintButton(page, where);
  if (filled) await claimTakeBack(page, where);
  await claimLongAnswers(page, where);
}

async function claimPrintButton(page, where) {
  const printed = await page.evaluate(() => {
    let count = 0;
    window.print = () => { count++; };
    for (const b of document.querySelectorAll("button")) {
      if (window.bifolioProbe.shown(b) && b.hasAttribute("data-print")) b.click();
    }
    return count;
  });
  claims.claim(printed === 1, `the button prints ${where}`);
}

// A long answer is on paper whole, with script and without.
async function claimLongAnswers(page, where) {
  await page.evaluate(() => {
    const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join("\n");
    for (const e of document.querySelectorAll("main textarea")) e.value = long;
  });
  await page.emulateMedia({ media: "print" });
  claims.none(await page.evaluate(probes.cutAnswers), `long answers are printed whole in ${where}`);
  await page.emulateMedia({ media: null });
}

// --- spacing, zoom, paper ----------------------------------------------------

async function claimSpacing(page, log, base, edition, file) {
  for (const width of [320, 1280]) {
    const where = `${edition.name}/${file.name} (wide spacing, ${width} px)`;
    await page.setViewportSize({ width, height: 800 });
    await visit(page, log, base + file.name);
    await page.evaluate(probes.spaceText);
    claims.none(await page.evaluate(probes.sideways), `nothing goes sideways in ${where}`);
    claims.none(await page.evaluate(probes.cutText), `no text is cut in ${where}`);
    claims.none(await page.evaluate(probes.brokenNumbers), `numbers are whole in ${where}`);
    await page.evaluate(probes.unspaceText);
  }
}

// 1280 x 1024 px at 400 %.
async function claimZoom(page, log, base, edition, file) {
  const where = `${edition.name}/${file.name} (400 %)`;
  await page.setViewportSize({ width: 320, height: 256 });
  await visit(page, log, base + file.name);
  claims.none(await page.evaluate(probes.sideways), `nothing goes sideways in ${where}`);
  const part = await page.evaluate(probes.stayingPart);
  claims.claim(part < 0.3, `most of the window is for reading in ${where}`, [`${part}`]);
}

async function claimPaper(page, log, base, edition, file) {
  const where = `${edition.name}/${file.name} (on paper)`;
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await visit(page, log, base + file.name);
  await claimPrinted(page, where);
  await page.emulateMedia({ media: null, colorScheme: null });
}

async function claimXml(page, edition, file) {
  claims.none(
    await page.evaluate(probes.readAsXml, file.html),
    `${edition.name}/${file.name} is the same page to an XML parser`,
  );
}

// --- what a site has as a whole ----------------------------------------------

async function claimNotFound(page, log, base, edition) {
  for (const lost of ["gone.html", "very/deep/gone.html"]) {
    const where = `${edition.name}/${lost}`;
    const answer = await page.goto(base + lost, { waitUntil: "load" });
    await page.evaluate(probesText);
    claims.claim(answer.status() === 404, `${where} is answered with 404`);
    const state = await page.evaluate(() => ({
      title: document.querySelector("h1")?.textContent ?? "",
      styled: getComputedStyle(document.body).margin === "0px" && document.styleSheets.length > 0,
      links: [...document.querySelectorAll("main a")].map((a) => a.href),
    }));
    claims.claim(state.title !== "", `${where} says what happened`);
    // Where no address is known, only pages beside the start page can be styled.
    if (edition.address === null && lost.includes("/")) continue;
    claims.claim(state.styled, `${where} has its style sheet`);
    const wrong = [];
    for (const link of state.links) {
      const there = await page.request.get(link);
      if (!there.ok()) wrong.push(`${there.status()}: ${link}`);
    }
    claims.none(wrong, `${where} leads on`);
    claims.claim(state.links.length >= 3, `${where} offers somewhere to go`);
  }
}

async function claimHelp(page, log, base, edition) {
  await visit(page, log, base + edition.help.name);
  const dial = await page.evaluate(() =>
    [...document.querySelectorAll("main a[href^='tel:']")].filter(window.bifolioProbe.shown).length);
  claims.claim(dial > 0, `${edition.name} has numbers to call on its help page`);
}

function claimSchemes(edition) {
  const [light, dark] = ["light", "dark"].map((s) => papers.get(`${edition.name} ${s}`));
  const sum = (rgb) => (rgb ?? "").split(",").map(Number).reduce((a, b) => a + b, 0);
  claims.claim(
    light !== undefined && dark !== undefined && sum(light) > 600 && sum(dark) < 150,
    `${edition.name} is light by day and dark by night`,
    [`${light} and ${dark}`],
  );
}

// The kinds of page that the claims above need something to look at.
function claimKinds(edition) {
  const some = (tag) => edition.pages.some((p) => p.tags(tag).length > 0);
  claims.claim(edition.help !== null, `${edition.name} has a help page`);
  claims.claim(some("textarea"), `${edition.name} has a page to write on`);
  claims.claim(some("button"), `${edition.name} has a page with a button that prints`);
}

async function claimSingles(browser, edition, sources, pages, first) {
  const context = await openContext(browser, { width: 1280, scheme: "light", script: true });
  const page = await context.newPage();
  const log = watch(page);
  const base = await sources.at("http");
  const largest = new Set(pageOfEachKind(edition.pages).values());
  for (const file of pages) {
    const closely = whole || (edition === all[0] && largest.has(file));
    await claimKeyboard(page, log, base, edition, file, closely);
    await claimSpacing(page, log, base, edition, file);
    await claimZoom(page, log, base, edition, file);
    await claimPaper(page, log, base, edition, file);
    await claimXml(page, edition, file);
    // A field to search with is no place to write.
    if (file.tags("input", "textarea").some((e) => attribute(e, "type") !== "search"))
      await claimWorksheet(context, page, log, base, edition, file, whole || edition === all[0] || largest.has(file));
  }
  if (first) {
    await claimNotFound(page, log, base, edition);
    if (edition.help !== null) await claimHelp(page, log, base, edition);
    if (wanted.length === 0) claimKinds(edition);
  }
  await context.close();
}

// --- everything --------------------------------------------------------------

// The pages that each row is for: all, or a share.
function pagesOfRows(edition) {
  if (whole) return rows.map(() => edition.pages);
  const kinds = edition.pages.map((file) => (edition === all[0] ? kindOf(file) : "any"));
  const shares = sharedRows(rows, kinds).map((numbers) => numbers.map((n) => edition.pages[n]));
  for (const kind of new Set(kinds)) {
    const met = rows.filter((row, i) => shares[i].some((file) => kinds[edition.pages.indexOf(file)] === kind));
    claims.none(missingPairs(MODES, met), `each pair of circumstances is met in ${edition.name} on pages of kind ${kind}`);
  }
  const alone = edition.pages.filter((file) => {
    const met = rows.filter((row, i) => shares[i].includes(file));
    return Object.entries(MODES).some(([name, values]) => !values.every((v) => met.some((row) => row[name] === v)));
  });
  claims.none(alone.map((file) => file.name), `each page of ${edition.name} is seen in every circumstance`);
  return shares;
}

claims.none(missingPairs(MODES, rows), "each pair of circumstances is in a row");
const browser = await launchChromium();
try {
  for (const edition of all) {
    if (wanted.length > 0) edition.pages = edition.pages.filter((p) => wanted.includes(p.name));
    const sources = await openSources(edition);
    const half = Math.ceil(edition.pages.length / 2);
    const pages = pagesOfRows(edition);
    const tasks = rows.map((row, i) => () => claimRow(browser, edition, sources, row, pages[i]));
    tasks.unshift(() => claimSingles(browser, edition, sources, edition.pages.slice(0, half), true));
    tasks.unshift(() => claimSingles(browser, edition, sources, edition.pages.slice(half), false));
    await pool(tasks, 2);
    claimSchemes(edition);
    sources.close();
  }
} finally {
  await browser.close();
}
claims.close();
