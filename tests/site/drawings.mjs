// SPDX-License-Identifier: MIT
// Compares figures on the site with the files that editors drew: both are
// painted by the browser and must differ by the rims of shapes alone.
//
// Comes in: OUT, a finished "make guide", and SOURCE, the guide's folder;
// Chromium. Goes out: claims.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "./chromium.mjs";
import { Claims, openOutputs } from "./edition.mjs";

const claims = new Claims();
const source = join(process.env.SOURCE, "figures");
const SCALE = 2;
// Rims of shapes: their points are rounded to thousandths. A line under a
// transform that stretches is as wide all round, which is a rim as well.
const MOST = 0.004;
const STYLE = ".role-paper{fill:#fff}.role-tint1{fill:#f1ebe4}.role-tint2{fill:#d9e0dd}" +
  ".role-accent{fill:#e2b39e}.line-paper{stroke:#fff}";

// Words are the site's own, in its own letters.
function alone(svg, [width, height]) {
  return svg.replace(/^[^]*?(?=<svg)/, "").replace(/<text\b[^]*?<\/text>/g, "")
    .replace(/<svg\b[^>]*>/, (tag) => {
      const kept = tag.replace(/\s(?:width|height|fill|class|role|aria-[a-z]+|xmlns)="[^"]*"/g, "");
      return kept.replace("<svg", `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`) +
        `<style>${STYLE}</style>`;
    });
}

// How many of the pixels differ, and how many are painted at all; in the page.
async function compared([one, other, width, height]) {
  async function painted(svg) {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  }
  const [a, b] = [await painted(one), await painted(other)];
  const count = { differ: 0, ink: 0 };
  for (let i = 0; i < a.length; i += 4) {
    const parts = [0, 1, 2].map((k) => Math.abs(a[i + k] - b[i + k]));
    if (Math.max(...parts) > 32) count.differ++;
    if (b[i] + b[i + 1] + b[i + 2] < 765) count.ink++;
  }
  return { differ: count.differ / (width * height), ink: count.ink / (width * height) };
}

const browser = await launchChromium();
try {
  const page = await browser.newPage();
  const sources = new Map(readdirSync(source).map((name) => [name, readFileSync(join(source, name), "utf8")]));
  const shown = openOutputs().all.flatMap((edition) => edition.pages)
    .flatMap(({ html }) => html.match(/<svg class="drawing coloured"[^]*?<\/svg>/g) ?? []);
  claims.claim(shown.length > 1, "the site shows drawings with colours");
  for (const [i, svg] of shown.entries()) {
    const size = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg).slice(1).map((n) => Number(n) * SCALE);
    for (const [name, file] of sources) {
      const { differ, ink } = await page.evaluate(compared, [alone(svg, size), alone(file, size), ...size]);
      claims.claim(ink > 0.1, `${name} can be seen at all`);
      claims.claim(differ < MOST, `drawing ${i + 1} looks as ${name} does`,
        [`${(differ * 100).toFixed(3)} % of the pixels differ`]);
    }
  }
} finally {
  await browser.close();
}
claims.close();
