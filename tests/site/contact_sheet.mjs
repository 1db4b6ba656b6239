// SPDX-License-Identifier: MIT
// Pictures of each kind of page, for looking at: not a test.
//
// Usage: OUT=... node contact_sheet.mjs FOLDER [PAGE...]; make contact-sheet.
// Comes in: a finished "make guide"; goes out: FOLDER/EDITION-KIND.png, each
// with one page at three widths, by day and by night, side by side. Without a
// PAGE it is the largest page of each kind; "all" is every page.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchChromium } from "./chromium.mjs";
import { openReadable, pageOfEachKind } from "./edition.mjs";
import { openSources } from "./host.mjs";

const [folderName, ...wanted] = process.argv.slice(2);
if (folderName === undefined) {
  console.error("usage: node contact_sheet.mjs FOLDER [PAGE...]");
  process.exit(2);
}
const folder = resolve(folderName);
mkdirSync(folder, { recursive: true });
const { all } = openReadable();
const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];

// What to show of an edition: [name of the picture, page].
function chosen(edition) {
  if (wanted.length === 0) return [...pageOfEachKind(edition.pages)];
  return edition.pages.map((p) => [p.name.replace(/\.html$/, "").replaceAll("/", "-"), p])
    .filter(([name, p]) => wanted.includes("all") || wanted.includes(name) || wanted.includes(p.name));
}

async function shoot(browser, address, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, serviceWorkers: "block" });
  await page.goto(address, { waitUntil: "load" });
  // What stays at the edge of the window is shown at the edge of the page.
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  const picture = await page.screenshot({ fullPage: true });
  await page.close();
  return `<figure><figcaption>${width} px, ${colorScheme}</figcaption>` +
    `<img src="data:image/png;base64,${picture.toString("base64")}"></figure>`;
}

// All pictures of a page in one, at half their size.
async function sheet(browser, title, pictures, path) {
  const page = await browser.newPage({ viewport: { width: 2480, height: 400 } });
  await page.setContent(
    `<style>body{margin:16px;font:16px sans-serif;background:#888}figure{margin:0}img{zoom:.5;display:block}` +
    `div{display:flex;gap:16px;align-items:flex-start}</style><h1>${title}</h1><div>${pictures.join("")}</div>`,
    { waitUntil: "load" },
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

const browser = await launchChromium();
for (const edition of all) {
  const sources = await openSources(edition);
  const base = await sources.at("http");
  for (const [name, page] of chosen(edition)) {
    const pictures = [];
    for (const scheme of SCHEMES)
      for (const width of WIDTHS) pictures.push(await shoot(browser, base + page.name, width, scheme));
    const path = join(folder, `${edition.name}-${name}.png`);
    await sheet(browser, `${edition.name}: ${page.name}`, pictures, path);
    console.log(path);
  }
  sources.close();
}
await browser.close();
