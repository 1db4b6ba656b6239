// SPDX-License-Identifier: MIT
// All figures of the guide on one sheet, for looking at: not a test.
//
// Usage: node sheet.mjs FOLDER [LANGUAGE]
// Comes in: content/ and the default theme's tints; goes out:
// FOLDER/print.png (as wide as an A5 page's text, grey, 150 dots an inch),
// FOLDER/light.png and FOLDER/dark.png (a phone of 320 px, twice as fine).
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { launchChromium } from "../site/chromium.mjs";
import { LABEL_SIZE, PAGE_WIDTH_MM, WIDTH } from "./drawing.mjs";

const [folderName, language = "en-GB"] = process.argv.slice(2);
if (folderName === undefined) {
  console.error("usage: node sheet.mjs FOLDER [LANGUAGE]");
  process.exit(2);
}
const folder = resolve(folderName);
mkdirSync(folder, { recursive: true });
const root = fileURLToPath(new URL("../../", import.meta.url));
const figures = join(root, "content", "figures");
const entries = parse(readFileSync(join(root, "content", language, "figures.yaml"), "utf8")).figures;
const { colours } = parse(readFileSync(join(root, "themes/default/theme.yaml"), "utf8"));
const ROLES = ["role-paper", "role-tint1", "role-tint2", "role-accent"];
const POINTS_PER_PIXEL = 72 / 96;
const printWidth = (PAGE_WIDTH_MM / 25.4) * 96;
// In print a label is 12 pt, whatever the drawing says.
const printLabel = 12 / POINTS_PER_PIXEL / (printWidth / WIDTH);
const SHEETS = [
  { name: "print", palette: "grey", ink: "#000000", page: "#ffffff", width: printWidth, label: printLabel, scale: 150 / 96, columns: 3 },
  { name: "light", palette: "light", width: 288, label: LABEL_SIZE, scale: 2, columns: 4 },
  { name: "dark", palette: "dark", width: 288, label: LABEL_SIZE, scale: 2, columns: 4 },
];

function drawing(file, width) {
  const labels = entries[file]?.labels ?? {};
  return readFileSync(join(figures, file), "utf8")
    .replace(/<svg /, `<svg width="${width}" `)
    .replace(/(data-label="([^"]*)"[^>]*>)[^<]*/g, (_, tag, key) => tag + (labels[key] ?? "?"));
}

const browser = await launchChromium();
for (const s of SHEETS) {
  const ink = s.ink ?? colours.ink[s.palette];
  const page = s.page ?? colours.paper[s.palette];
  const tints = ROLES.map((r) => `.${r}{fill:${colours[r][s.palette]}}`).join("");
  const shown = readdirSync(figures).filter((n) => n.endsWith(".svg")).sort()
    .map((file) => `<div>${drawing(file, s.width)}<p>${file}</p></div>`);
  const tab = await browser.newPage({
    viewport: { width: Math.ceil((s.width + 24) * s.columns + 24), height: 400 },
    deviceScaleFactor: s.scale,
  });
  await tab.setContent(`<style>${tints} body{margin:24px;background:${page};color:${ink};display:grid;gap:24px;
    grid-template-columns:repeat(${s.columns},auto);justify-content:start;align-items:end}
    p{margin:6px 0 0;font:11px Andika,sans-serif;opacity:.6} text{font-family:Andika,sans-serif;font-size:${s.label}px}
    svg{display:block}</style>${shown.join("")}`, { waitUntil: "load" });
  await tab.screenshot({ path: join(folder, `${s.name}.png`), fullPage: true });
  await tab.close();
}
await browser.close();
