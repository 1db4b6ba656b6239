// SPDX-License-Identifier: MIT
// Folds the finished sheets as paper and reads the booklet that comes out.
//
// What is known here: a sheet has a front and a back; a printer turns it over
// its short or its long edge; the stack is folded once in the middle with the
// first front outside; a reader turns leaves from the cover on. Nothing is known
// of how pages were placed. Each page that is read must hold the text of the
// same page of the reading file, upright, at the same place but for a shift
// along the line across the fold.
import { existsSync, mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Claims } from "../claims.mjs";
import { openPdf, placedText } from "./reader.mjs";

const bifolio = join(process.env.BUILD, "bifolio");
const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const claims = new Claims();
const claim = (...what) => claims.claim(...what);

// A guide whose booklet has "count" pages before padding, one chapter a page.
function writeGuide(folder, count) {
  mkdirSync(join(folder, "en-GB"), { recursive: true });
  mkdirSync(join(folder, "clinics"));
  const ids = [];
  for (let i = 1; i <= count; i++) {
    const id = `part-${i}`;
    ids.push(id);
    writeFileSync(
      join(folder, "en-GB", `${String(i).padStart(2, "0")}-${id}.md`),
      `---\ntitle: Part ${i}\nid: ${id}\nkind: plain\n---\n\nThis is part number ${i} of ${count}.\n`,
    );
  }
  writeFileSync(
    join(folder, "guide.yaml"),
    `format: 1
id: fold
version: "1"
date: 2026-01-01
next_review: 2027-01-01
author: the test
licence: MIT
adapted_from: {title: None, author: Nobody, publisher: None}
default_clinic: test
default_language: en-GB
theme: default
languages:
  en-GB: {title: Folding, strapline: A test, credit: Nobody}
order: [${ids.join(", ")}]
print: [${ids.join(", ")}]
`,
  );
  writeFileSync(
    join(folder, "clinics", "test.yaml"),
    "format: 1\nname: Test\nregion: GB\nlanguages: [en-GB]\nedition: sample\n",
  );
  // No guide goes without one.
  writeFileSync(
    join(folder, "help.yaml"),
    "format: 1\nlines:\n  - id: emergency\n    regions: [GB]\n    level: emergency\n    name: Somebody\n" +
      '    number: "999"\n    source: The tests\n    checked: 2026-01-01\n    check_by: 2027-01-01\n    status: seen\n',
  );
}

// Where a text on the back of a sheet is, seen from the front. "width" and
// "height" are those of the sheet as it lies before the reader.
const turn = {
  short: (t, width, height) => ({ x: width - t.x, y: t.y, up: t.angle === 0 }),
  long: (t, width, height) => ({ x: t.x, y: height - t.y, up: Math.abs(t.angle) === 180 }),
};

// The four pages of a sheet by the half of the paper they are on, seen from the
// front, each as a reader who holds that page upright would see it.
function readSheet(front, back, width, height, flip) {
  const halves = { frontLeft: [], frontRight: [], backLeft: [], backRight: [] };
  for (const t of front)
    halves[t.x < width / 2 ? "frontLeft" : "frontRight"].push({
      text: t.text,
      up: t.angle === 0,
      x: t.x < width / 2 ? t.x : t.x - width / 2,
      y: t.y,
    });
  for (const t of back) {
    const at = turn[flip](t, width, height);
    // From behind, the paper is mirrored left to right.
    const seen = width - at.x;
    halves[at.x < width / 2 ? "backLeft" : "backRight"].push({
      text: t.text,
      up: at.up,
      x: seen < width / 2 ? seen : seen - width / 2,
      y: at.y,
    });
  }
  return halves;
}

// Leaves from the cover to the middle, then from the middle to the end. What is
// read from right to left begins on the left half, and its spine is on the right.
function readBooklet(sheets, rightToLeft) {
  const right = (sheet) => [sheet.frontRight, sheet.backRight];
  const left = (sheet) => [sheet.frontLeft, sheet.backLeft];
  const [first, last] = rightToLeft ? [left, right] : [right, left];
  return [...sheets.flatMap(first), ...[...sheets].reverse().flatMap((sheet) => last(sheet).reverse())];
}

const order = (a, b) => b.y - a.y || a.x - b.x || (a.text < b.text ? -1 : 1);

function samePage(seen, wanted) {
  if (seen.length !== wanted.length) return `has ${seen.length} texts, not ${wanted.length}`;
  const a = [...seen].sort(order);
  const b = [...wanted].sort(order);
  let shift = null;
  for (let i = 0; i < a.length; i++) {
    if (a[i].text !== b[i].text) return `says "${a[i].text}", not "${b[i].text}"`;
    if (!a[i].up) return `"${a[i].text}" is not upright`;
    if (Math.abs(a[i].y - b[i].y) > 0.05) return `"${a[i].text}" is ${a[i].y - b[i].y} pt too high`;
    shift ??= a[i].x - b[i].x;
    if (Math.abs(a[i].x - b[i].x - shift) > 0.05) return `"${a[i].text}" stands apart from its page`;
  }
  // Creep: towards the fold, and never more than 2 mm.
  if (shift !== null && Math.abs(shift) > 5.7) return `is ${shift} pt beside its place`;
  return null;
}

async function sheetsOf(path, flip) {
  const pdf = await openPdf(path);
  const sheets = [];
  if (pdf.numPages % 2 !== 0) return { error: "a sheet has no back" };
  for (let i = 1; i <= pdf.numPages; i += 2) {
    const front = await pdf.getPage(i);
    const back = await pdf.getPage(i + 1);
    const [x0, y0, x1, y1] = front.view;
    const move = (t) => ({ ...t, x: t.x - x0, y: t.y - y0 });
    sheets.push(
      readSheet(
        (await placedText(front)).map(move),
        (await placedText(back)).map(move),
        x1 - x0,
        y1 - y0,
        flip,
      ),
    );
    if (x1 - x0 <= y1 - y0) return { error: "a sheet is not landscape" };
  }
  await pdf.destroy();
  return { sheets };
}

async function check(reading, sheetsFile, flip, what, rightToLeft = false) {
  const { sheets, error } = await sheetsOf(sheetsFile, flip);
  claim(!error, `${what}: ${error}`);
  if (error) return;
  const pdf = await openPdf(reading);
  const pages = readBooklet(sheets, rightToLeft);
  claim(pages.length === pdf.numPages, `${what}: ${pages.length} pages are folded, ${pdf.numPages} were laid out`);
  claim(pages.length % 4 === 0, `${what}: a folded sheet has four pages`);
  for (let i = 0; i < Math.min(pages.length, pdf.numPages); i++) {
    const page = await pdf.getPage(i + 1);
    const wrong = samePage(pages[i], await placedText(page));
    claim(wrong === null, `${what}: page ${i + 1} ${wrong}`);
  }
  await pdf.destroy();
}

const scratch = mkdtempSync(join(tmpdir(), "bifolio-fold-"));
try {
  for (let count = 1; count <= 40; count++) {
    const guide = join(scratch, `guide-${count}`);
    writeGuide(guide, count);
    for (const flip of count % 4 === 1 || count > 36 ? ["short", "long"] : [count % 2 ? "short" : "long"]) {
      const out = join(scratch, `out-${count}-${flip}`);
      const run = spawnSync(
        bifolio,
        ["build", guide, "-o", out, "--only", "booklet,sheets", "--flip", flip, "--quiet"],
        { encoding: "utf8", env: { ...process.env, BIFOLIO_SHARE: root } },
      );
      claim(run.status === 0, `${count} pages build: ${run.stderr}`);
      if (run.status !== 0) continue;
      const print = join(out, "test/print/en-GB");
      await check(
        join(print, "booklet.pdf"),
        join(print, "booklet-sheets-a4.pdf"),
        flip,
        `${count} pages, ${flip} edge`,
      );
      rmSync(out, { recursive: true });
    }
    rmSync(guide, { recursive: true });
  }
  // The guide's own editions, on the paper that each profile names.
  let editions = 0;
  for (const clinic of readdirSync(process.env.OUT).sort()) {
    const print = join(process.env.OUT, clinic, "print");
    for (const lang of existsSync(print) ? readdirSync(print) : []) {
      const sheets = readdirSync(join(print, lang)).filter((n) => /^booklet-sheets-/.test(n));
      claim(sheets.length === 1, `${clinic}: it is folded from one paper, not from ${sheets}`);
      const letter = /^paper: *half-letter$/m.test(readFileSync(join(root, "content/clinics", `${clinic}.yaml`), "utf8"));
      claim(sheets[0] === `booklet-sheets-${letter ? "letter" : "a4"}.pdf`, `${clinic}: ${sheets} are for the profile's paper`);
      await check(join(print, lang, "booklet.pdf"), join(print, lang, sheets[0]), "short", `${clinic}, ${lang}`, /^ar\b/.test(lang));
      editions++;
    }
  }
  claim(editions > 0, "there is an edition to fold");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
claims.close();
