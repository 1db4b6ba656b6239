// SPDX-License-Identifier: MIT
// Pictures of each kind of page, for looking at: not a test.
//
// Usage: OUT=... node contact_sheet.mjs FOLDER [PAGE...]
// Comes in: a finished "make guide"; goes out: FOLDER/EDITION-PAGE-WIDTH-
// SCHEME.png, and FOLDER/EDITION-SCHEME.png with all of them side by side.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { openOutputs } from "./edition.mjs";

const [folderName, ...wanted] = process.argv.slice(2);
if (folderName === undefined) {
  console.error("usage: node contact_sheet.mjs FOLDER [PAGE...]");
  process.exit(2);
}
const folder = resolve(folderName);
mkdirSync(folder, { recursive: true });
const { all } = openOutputs();
const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];

const found = spawnSync("sh", ["-c", "command -v chromium || command -v chromium-browser"], {
  encoding: "utf8",
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? found.stdout.trim(),
  chromiumSandbox: process.getuid() !== 0,
  args: ["--disable-gpu", "--no-first-run", "--disable-background-networking"],
});

// A 404 page with addresses from the host's root finds nothing in a folder.
async function openPage(page, edition, name) {
  const root = edition.address?.pathname;
  if (root !== undefined && root !== "/") {
    await page.route(`file://${root}**`, (route) => route.fulfill({
      path: join(edition.site, decodeURIComponent(new URL(route.request().url()).pathname).slice(root.length)),
    }));
  }
  await page.goto(pathToFileURL(join(edition.site, name)).href);
}

async function shoot(edition, name, width, scheme) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme, deviceScaleFactor: 1 });
  await openPage(page, edition, name);
  const path = join(folder, `${edition.name}-${name.replace(/\.html$/, "")}-${width}-${scheme}.png`);
  await page.screenshot({ path, fullPage: true });
  await page.close();
  return path;
}

// All pictures of a scheme in one, at half their size.
async function sheet(edition, scheme, paths) {
  const page = await browser.newPage({ viewport: { width: 2400, height: 800 } });
  const pictures = paths.map((p) =>
    `<img src="data:image/png;base64,${readFileSync(p).toString("base64")}" style="zoom:.5">`);
  await page.setContent(
    `<body style="margin:8px;display:flex;flex-wrap:wrap;gap:8px;align-items:flex-start;background:#888">${pictures.join("")}`,
    { waitUntil: "load" },
  );
  await page.screenshot({ path: join(folder, `${edition.name}-${scheme}.png`), fullPage: true });
  await page.close();
}

for (const edition of all) {
  const names = edition.pages.map((p) => p.name)
    .filter((n) => wanted.length === 0 || wanted.includes(n) || wanted.includes(n.replace(/\.html$/, "")));
  for (const scheme of SCHEMES) {
    const paths = [];
    for (const name of names) {
      for (const width of WIDTHS) paths.push(await shoot(edition, name, width, scheme));
    }
    await sheet(edition, scheme, paths);
  }
}
await browser.close();
