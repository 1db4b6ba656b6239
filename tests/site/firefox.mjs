// SPDX-License-Identifier: MIT
// Another engine: one page of each kind in Debian's Firefox, driven by WebDriver
// BiDi, from a server and from a folder; by day, by night, in the reader's own
// colours, and on paper.
//
// Comes in: OUT, a finished "make guide"; Firefox; pdftotext. Goes out: claims.
// What holds in every engine is told by browser.mjs and criteria.mjs; here is
// what engines do differently: layout, keyboard, files, printing.
import { spawnSync } from "node:child_process";
import puppeteer from "puppeteer-core";
import { runAxe } from "./axe.mjs";
import { findProgram, watch } from "./chromium.mjs";
import { Claims, openReadable, pageOfEachKind } from "./edition.mjs";
import { mayOpen, openSources } from "./host.mjs";
import * as probes from "./probes.mjs";

const { all } = openReadable();
const claims = new Claims();
const probesText = `(${probes.install.toString()})(); undefined`;
const LINES = 60;

// Firefox has no way to ask for these at run time: each is a start of its own.
const LOOKS = {
  light: { "layout.css.prefers-color-scheme.content-override": 1 },
  dark: { "layout.css.prefers-color-scheme.content-override": 0 },
  forced: { "browser.display.document_color_use": 2 },
};

async function visit(page, log, address) {
  log.requests.length = 0;
  log.said.length = 0;
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(probesText);
}

async function claimLayout(page, where, look) {
  claims.none(await page.evaluate(probes.sideways), `nothing goes sideways in ${where}`);
  claims.none(await page.evaluate(probes.cutText), `no text is cut in ${where}`);
  claims.none(await page.evaluate(probes.brokenNumbers), `numbers are whole in ${where}`);
  claims.claim(await page.evaluate(() => [...document.fonts].some((f) => f.status === "loaded")),
    `its own letters are there in ${where}`);
  const { violations, open } = await runAxe(page, look === "forced" ? { "color-contrast": { enabled: false } } : {});
  claims.none(violations, `axe finds nothing in ${where}`);
  // What lies under a bar that stays is looked at in browser.mjs.
  claims.none(open.filter((line) => !/obscured|overlap/.test(line)), `axe leaves nothing open in ${where}`);
}

// A new page, in a window that has the focus: else no page can show it.
async function openPage(browser) {
  for (let i = 0; i < 10; i++) {
    const page = await browser.newPage();
    await page.goto("about:blank");
    if (await page.evaluate(() => document.hasFocus())) return page;
    await page.close();
  }
  throw new Error("Firefox gives its window no focus");
}

// Tab ends in the browser's own bars, where later pages would not get it back
// from: each walk has a page of its own.
async function claimKeyboard(browser, address, where) {
  const page = await openPage(browser);
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(probesText);
  const wrong = [];
  let left = false;
  for (let i = 0; i < 400 && !left; i++) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(probes.focusState);
    left = now === null || now.again;
    if (left) break;
    if (!now.shown || !now.inView) wrong.push(`not seen: ${now.name}`);
    if (!now.onTop) wrong.push(`covered: ${now.name}`);
    if (now.outline < 2) wrong.push(`no ring: ${now.name}`);
    if (!now.inOrder) wrong.push(`out of order: ${now.name}`);
  }
  claims.none(wrong, `Tab shows where it is in ${where}`);
  claims.none(await page.evaluate(probes.missedByTab), `Tab comes to everything in ${where}`);
  await page.close();
}

// The words of a page as it is printed.
async function printed(page) {
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  const run = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 1 << 26 });
  return run.stdout ?? "";
}

// Every line of a long answer is on paper, in an engine that cannot size a box
// by what is in it.
async function claimPaper(page, where) {
  const there = await page.$("main textarea") !== null;
  if (there) {
    await page.evaluate((count) => {
      for (const e of document.querySelectorAll("main textarea")) {
        e.value = Array.from({ length: count }, (_, i) => `line-${i + 1}-of-many`).join("\n");
        e.dispatchEvent(new Event("input", { bubbles: true }));
        e.dispatchEvent(new Event("change", { bubbles: true }));
        break;
      }
    }, LINES);
  }
  const words = await printed(page);
  const head = await page.evaluate(() => document.querySelector("h1").textContent.replace(/\s+/g, " ").trim());
  claims.claim(words.replace(/\s+/g, " ").includes(head.split(" ")[0]), `${where} can be printed`, [words.slice(0, 100)]);
  if (!there) return;
  const missing = Array.from({ length: LINES }, (_, i) => `line-${i + 1}-of-many`).filter((line) => !words.includes(line));
  claims.none(missing, `${LINES} lines of an answer are printed in ${where}`);
}

async function claimLook(look, edition, sources, kinds) {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: findProgram(["firefox-esr", "firefox"], "FIREFOX", "firefox-esr"),
    headless: true, extraPrefsFirefox: { ...LOOKS[look], "accessibility.tabfocus": 7, "focusmanager.testmode": true },
  });
  try {
    if (look === "light") console.log(`# ${await browser.version()}`);
    const page = await browser.newPage();
    const log = watch(page);
    for (const [kind, file] of kinds) {
      for (const from of look === "dark" ? ["file"] : ["http"]) {
        if (!mayOpen(edition, file, from)) continue;
        const base = await sources.at(from);
        for (const width of [320, 1280]) {
          const where = `${edition.name}/${file.name} (Firefox, ${look}, ${width} px, ${from}), a page of kind ${kind}`;
          await page.setViewport({ width, height: 800 });
          await visit(page, log, base + file.name);
          claims.none(log.requests.filter((url) => !url.startsWith(base) && !url.startsWith("data:")), `no request leaves the folder of ${where}`);
          claims.none([...log.said], `the browser has nothing to say about ${where}`);
          await claimLayout(page, where, look);
          if (look !== "forced" && width === 1280) await claimKeyboard(browser, base + file.name, where);
          if (look === "light" && width === 1280) await claimPaper(page, where);
        }
      }
    }
  } finally {
    await browser.close();
  }
}

const edition = all[0];
const sources = await openSources(edition);
const kinds = [...pageOfEachKind(edition.pages)];
for (const look of Object.keys(LOOKS)) await claimLook(look, edition, sources, kinds);
sources.close();
claims.close();
