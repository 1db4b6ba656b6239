// SPDX-License-Identifier: MIT
// The grid and the margins of the booklet, measured in the finished file.
//
// Two readers that know nothing of how it was made: pdf.js says where words
// stand and what they are (the roles above them in the structure tree), mupdf
// what is drawn, how large and in which colour. Every measure below is one of
// the design's, in millimetres on the page as printed:
//
//   page A5 or half letter; inner 18, outer 13, top 15, bottom 18; nothing within
//   6 of the trim
//   body 12.5 pt on lines of 6, the first line's top at the top margin: baselines
//   at 19.83, 25.83, ... on every page, so that facing pages line up; half of
//   that (3) in callouts, tables, and where there is something to fill in
//   second headings 15 pt, 9 above and 3 below: on the half grid, by their own
//   baseline; first headings 22 pt on lines of 9, leads 15.5 pt on lines of 7.5
//   below a chapter's number: the title's last line ends at 72, the lead begins
//   at 81; other titles begin at the top
//   captions 12 pt, 3 below their figure, which is a multiple of 3 high
//   heads of columns 12 pt on lines of 5, the last 1 above its rule
//   the running line 12 pt, two lines below the last of the text: 199.83, on half
//   letter 205.83
//   nothing under 12 pt; all text black, but for the reversed label of an
//   emergency
//
// Free of the grid by design: covers, the rows of the contents (7.5), the boxes
// of the help page, head and foot of worksheets, labels in figures, rows of grids
// to fill in, what is inside a ring, a wheel or a card to cut out.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, cpSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Claims } from "../claims.mjs";
import { openPdf } from "./reader.mjs";
import { realEditions } from "../source/cases.mjs";
import { tracedPages } from "./trace.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const bifolio = join(resolve(process.env.BUILD ?? join(root, "out/build/rel")), "bifolio");
const mm = 25.4 / 72;
const tolerance = 0.05;
const margins = { inner: 18, outer: 13, top: 15, bottom: 18 };
const papers = [{ width: 148, height: 210, ...margins }, { width: 139.7, height: 215.9, ...margins }];
// That of the file which is judged.
let page = papers[0];
const grid = 6;
// Andika's, by its tables: ascent and descent in ems. The rest of a line is
// halved above and below.
const face = { ascent: 1.221, descent: 0.391 };

const claims = new Claims();
const claim = (...what) => claims.claim(...what);

// From the top of a line to its baseline, in millimetres.
function baseline(size, leading) {
  return ((leading / mm - (face.ascent + face.descent) * size) / 2 + face.ascent * size) * mm;
}

const body = baseline(12.5, 6);

function isOn(y, step, offset) {
  const off = ((y - page.top - offset) % step + step) % step;
  return Math.min(off, step - off) <= tolerance;
}

// ------------------------------------------------------------------ reading

// The roles above each marked content of a page, by its id.
function rolesOf(node, above, found) {
  for (const kid of node?.children ?? []) {
    if (kid.type === "content") found.set(kid.id, above);
    else if (kid.role) rolesOf(kid, [...above, kid.role], found);
  }
  return found;
}

// [{ text, x, y, end, size, roles }] in millimetres from the top left; roles is
// null for an artifact.
async function wordsOf(pdf, number) {
  const found = await pdf.getPage(number);
  const roles = rolesOf(await found.getStructTree(), [], new Map());
  const content = await found.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open = [];
  const words = [];
  for (const item of content.items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.tag === "Artifact" ? null : item.id);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str.trim() !== "") {
      const id = [...open].reverse().find((i) => i !== undefined);
      words.push({
        text: item.str,
        x: item.transform[4] * mm,
        y: page.height - item.transform[5] * mm,
        end: (item.transform[4] + item.width) * mm,
        size: Math.hypot(item.transform[2], item.transform[3]),
        roles: id === null ? null : roles.get(id) ?? [],
      });
    }
  }
  return words;
}

// ------------------------------------------------------------- what is what

const near = (a, b, by = tolerance) => Math.abs(a - b) <= by;
const isRule = (p) => p.stroke && p.bottom - p.top < 0.01 && p.right - p.left > 5;
const isBlack = (p) => p.colour === "gray 0";

// A page on which there is something to write: a worksheet has the only rule of
// 0.5 in the booklet; a page of notes is ruled.
function isForWriting(traced) {
  const rules = traced.paths.filter(isRule);
  const lines = rules.filter((p) => near(p.line, 0.18, 0.02) && p.right - p.left > 60).map((p) => p.top);
  return rules.some((p) => near(p.line, 0.5, 0.02) && isBlack(p)) ||
    lines.filter((y, i) => i > 0 && near(y - lines[i - 1], 9)).length >= 10;
}

// The tints and frames that words stand in: [{ left, top, bottom }]. A callout
// has its words 14 from the start edge, a box of the help page 4. A bar alone
// (the avoid callout, in grey) stands for its box.
function boxesOf(traced) {
  return traced.paths.filter((p) => p.layer === "Artifact" && p.bottom - p.top >= 11 &&
    (p.right - p.left > 50 || p.stroke && p.right - p.left < 0.01 && near(p.line, 1.2, 0.05)));
}

function boxAround(boxes, word) {
  return boxes.find((b) => word.y > b.top && word.y < b.bottom + 1);
}

// Does it stand in something that is drawn to be filled in: a ring, a part of a
// wheel, a card?
function isInsideForm(traced, word) {
  const isRound = (p) => p.stroke && p.right - p.left > 20 && near(p.right - p.left, p.bottom - p.top);
  return traced.paths.some((p) => (p.layer === "Form" && !isRule(p) || isRound(p)) && word.x >= p.left - 0.1 && word.x <= p.right &&
    word.y >= p.top && word.y <= p.bottom + 0.1);
}

// A grid to fill in has lines between its columns, other tables have not.
function isInGrid(traced, word) {
  return isBesideForm(traced, word) || traced.paths.some((p) => p.stroke && p.right - p.left < 0.01 && p.bottom - p.top >= 9 &&
    near(p.line, 0.18, 0.02) && word.y > p.top - 12 && word.y < p.bottom);
}

// Is there something to fill in within a row's height of the word, or one line
// and one pitch below it?
function isBesideForm(traced, word) {
  return traced.paths.some((p) => p.layer === "Form" && word.y > p.top - 17 && word.y < p.bottom + 8);
}

// Above or below a line by a third of the size, beside words that are on it.
function isRaised(word, words) {
  return words.some((w) => near(Math.abs(w.y - word.y), word.size * mm / 3) && isOn(w.y, grid, body));
}

const has = (word, ...roles) => roles.some((r) => word.roles.includes(r));

// What is wrong with the place of a word, or null.
function fault(word, context) {
  const { traced, boxes, writing, contents, numbered, words } = context;
  const says = (rule) => `y ${word.y.toFixed(2)}, ${word.size} pt, ${word.roles.at(-1)}: "${word.text.slice(0, 40)}" is not ${rule}`;
  const half = () => (isOn(word.y, grid / 2, body) ? null : says("on the half grid"));
  if (has(word, "TOC")) return null;
  const box = boxAround(boxes, word);
  // Pieces of a line from right to left: the first of them stands at its start.
  const atStart = context.rightToLeft && box !== undefined &&
    words.some((w) => near(w.y, word.y) && w.end > box.right - 13 && w.end < box.right);
  const helpBox = box !== undefined && !writing && (word.x < box.left + 13 || atStart) && box.right - box.left > 50;
  // What scissors follow is the one frame of the thinnest line: a card in it is
  // a page of its own.
  if (box?.stroke && near(box.line, 0.18, 0.02)) return null;
  if (helpBox || contents && (box !== undefined || !has(word, "H1"))) return null;
  // The black head of the help page's first box holds its icon too.
  if (box !== undefined && has(word, "H2") && near(word.size, 12.5, 0.01)) return null;
  if (isInsideForm(traced, word)) return null;
  if (has(word, "TH", "TD") && isInGrid(traced, word)) return null;
  if (has(word, "TH", "TD") && near(word.size, 12, 0.01)) {
    const rules = traced.paths.filter((p) => isRule(p) && near(p.line, 0.35, 0.02) && isBlack(p) && p.top > word.y).map((p) => p.top);
    const above = Math.min(...rules) - 1 - (5 - baseline(12, 5)) - word.y;
    const lines = Math.round(above / 5);
    return near(above, lines * 5) && lines < 6 ? null : says("on its head's rule");
  }
  if (near(word.size, 12, 0.01)) {
    if (has(word, "Caption")) return isOn(word.y, grid / 2, baseline(12, 6)) ? null : says("3 below its figure");
    // Labels of figures; head and foot of worksheets; sizes of the help page.
    return null;
  }
  if (near(word.size, 15.5, 0.01)) {
    if (!numbered) return null;
    return isOn(word.y - (81 - page.top), 7.5, baseline(15.5, 7.5)) ? null : says("on the lead's lines, from 81 on");
  }
  if (near(word.size, 22, 0.01) && has(word, "H1"))
    return isOn(numbered ? word.y - (72 - page.top) : word.y, 9, baseline(22, 9))
      ? null : says(numbered ? "hung 9 above the lead" : "at the top");
  if (near(word.size, 15, 0.01) && has(word, "H2"))
    return isOn(word.y, grid / 2, baseline(15, 6)) ? null : says("9 below and 3 above the text");
  if (!near(word.size, 12.5, 0.01)) return null;
  if (has(word, "TH", "TD") || box !== undefined) return half();
  // The head of a worksheet is 30 high.
  if (writing) return word.y < page.top + 30 ? null : half();
  if (isBesideForm(traced, word)) return half();
  if (isRaised(word, words)) return null;
  return isOn(word.y, grid, body) ? null : says("on the grid");
}

// -------------------------------------------------------------------- judging

// Left and right edge of the text block of a page.
function edges(number, rightToLeft) {
  const innerLeft = (number % 2 === 1) !== rightToLeft;
  return innerLeft ? [page.inner, page.width - page.outer] : [page.outer, page.width - page.inner];
}

// The baseline of the running line: there is one free line above it.
function runningLine() {
  return page.top + (Math.floor((page.height - page.bottom - page.top) / grid) + 1) * grid + body;
}

// Ink outside the text block; "foot" is the running line's.
function strays(traced, [left, right], number) {
  const found = [];
  const bottom = page.height - page.bottom;
  const foot = runningLine();
  for (const g of traced.glyphs) {
    if (g.text.trim() === "") continue;
    const inFoot = near(g.y, foot);
    if (inFoot && g.layer !== "Artifact") found.push(`page ${number}: "${g.text}" in the foot is no artifact`);
    if (Math.min(g.x, g.end) < left - 0.1 || Math.max(g.x, g.end) > right + 0.1)
      found.push(`page ${number}: "${g.text}" from ${g.x.toFixed(2)} to ${g.end.toFixed(2)} is not between ${left} and ${right}`);
    if (!inFoot && (g.y < page.top || g.y > bottom))
      found.push(`page ${number}: "${g.text}" at ${g.y.toFixed(2)} is above or below the text`);
  }
  for (const p of traced.paths) {
    // Lines end at the edge; half their thickness is across, not along.
    const along = isRule(p) || p.clipped ? 0 : p.line / 2;
    // The crescent of the chapter's number is flush by its eye, not its edge.
    const slack = p.layer === "Artifact" && p.top < page.top + 35 && p.colour.startsWith("rgb") ? 0.8 : 0.1;
    if (p.left - along < left - slack || p.right + along > right + slack || p.top - along < page.top - slack || p.bottom > bottom + 0.3)
      found.push(`page ${number}: a ${p.stroke ? "line" : "shape"} (${p.layer}, ${p.colour}) from ${p.left.toFixed(2)},${p.top.toFixed(2)} to ${p.right.toFixed(2)},${p.bottom.toFixed(2)}`);
  }
  return found;
}

// White words stand on something black, all others are black.
function wrongColours(traced, number) {
  const found = [];
  for (const g of traced.glyphs) {
    if (g.text.trim() === "" || g.colour === "gray 0") continue;
    const behind = traced.paths.findLast((p) => !p.stroke && p.left <= g.x && p.right >= g.end && p.top <= g.y - 2 && p.bottom >= g.y);
    if (g.colour !== "gray 1" || behind === undefined || !isBlack(behind))
      found.push(`page ${number}: "${g.text}" is ${g.colour}`);
  }
  return found;
}

async function judge(name, path) {
  const pdf = await openPdf(path);
  const traced = tracedPages(path);
  const rightToLeft = (await pdf.getViewerPreferences())?.Direction === "R2L";
  const off = [];
  const out = [];
  const colours = [];
  const small = [];
  let bodyLines = 0;
  page = papers.find((p) => near(p.width, traced[0].width)) ?? papers[0];
  claim(traced.length === pdf.numPages, `${name}: both readers see ${pdf.numPages} pages`);
  for (let number = 1; number <= pdf.numPages; number++) {
    const drawn = traced[number - 1];
    if (!near(drawn.width, page.width) || !near(drawn.height, page.height)) out.push(`page ${number}: ${drawn.width} x ${drawn.height}`);
    const words = await wordsOf(pdf, number);
    small.push(...drawn.glyphs.filter((g) => g.text.trim() !== "" && g.size < 11.995).map((g) => `page ${number}: "${g.text}" ${g.size} pt`));
    colours.push(...wrongColours(drawn, number));
    const covered = !drawn.glyphs.some((g) => g.layer === "Artifact" && near(g.y, runningLine()));
    if (covered) {
      for (const p of [...drawn.glyphs.filter((g) => g.text.trim() !== "").map((g) => ({ left: g.x, right: g.end, top: g.y - 3, bottom: g.y })), ...drawn.paths])
        if (p.left < 6 - 0.05 || p.right > page.width - 6 + 0.05 || p.top < 6 || p.bottom > page.height - 6) out.push(`page ${number}: ink within 6 of the trim`);
      continue;
    }
    out.push(...strays(drawn, edges(number, rightToLeft), number));
    const context = {
      words,
      traced: drawn,
      boxes: boxesOf(drawn),
      writing: isForWriting(drawn),
      contents: words.some((w) => w.roles?.includes("TOC")),
      rightToLeft,
      numbered: drawn.glyphs.some((g) => near(g.size, 27.7, 0.2)),
    };
    for (const word of words) {
      if (word.roles === null) continue;
      if (near(word.size, 12.5, 0.01)) bodyLines++;
      const wrong = fault(word, context);
      if (wrong !== null) off.push(`page ${number}: ${wrong}`);
    }
  }
  claim(bodyLines > 0, `${name}: there is text to measure`);
  claim(off.length === 0, `${name}: every line stands on its grid`, off);
  claim(out.length === 0, `${name}: no ink is outside the margins`, out);
  claim(colours.length === 0, `${name}: text is black`, colours);
  claim(small.length === 0, `${name}: nothing is under 12 pt`, small);
  await pdf.destroy();
}

// ------------------------------------------------------------------ what there is

function build(source, out) {
  return spawnSync(bifolio, ["build", source, "-o", out, "--only", "booklet", "--quiet"], {
    encoding: "utf8",
    env: { ...process.env, BIFOLIO_SHARE: root },
  });
}

async function judgeAll(name, out) {
  const clinics = readdirSync(out, { withFileTypes: true }).filter((e) => e.isDirectory() && existsSync(join(out, e.name, "print")));
  for (const clinic of clinics)
    for (const lang of readdirSync(join(out, clinic.name, "print")))
      await judge(`${name} ${lang}`, join(out, clinic.name, "print", lang, "booklet.pdf"));
  return clinics.length;
}

// Guides that are hard to set: kind, how much of it, language.
const hard = { mixed: ["mixed", "60"], "mixed-he": ["mixed", "60", "he"], "all-tables": ["tables", "16"] };
const wanted = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "bifolio-grid-"));
try {
  if (wanted.length === 0) {
    const editions = realEditions();
    claim(editions.length > 0, "there is an edition to measure");
    for (const { name, folder } of editions)
      for (const lang of readdirSync(join(folder, "print")))
        await judge(`${name} ${lang}`, join(folder, "print", lang, "booklet.pdf"));
  }
  const golden = join(root, "tests/golden");
  const cases = readdirSync(join(golden, "guides")).sort().map((n) => join(golden, "guides", n));
  // Its Chinese stands in a face with other measures than those above.
  cases.splice(cases.findIndex((folder) => basename(folder) === "cid-keyed-font"), 1);
  cases.push(join(root, "tests/guides/components"), join(root, "tests/guides/languages"), ...Object.keys(hard));
  for (const folder of cases) {
    const name = basename(folder);
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const source = join(scratch, name, "guide");
    if (folder in hard) {
      const [kind, count, ...language] = hard[folder];
      const run = spawnSync("python3", [join(root, "tests/torture/guide.py"), kind, count, source, ...language], { encoding: "utf8" });
      claim(run.status === 0, `${name}: it can be written`, [run.stderr]);
    } else {
      cpSync(join(golden, "base"), source, { recursive: true });
      cpSync(folder, source, { recursive: true, force: true });
      const remove = join(folder, "remove");
      if (existsSync(remove))
        for (const path of readFileSync(remove, "utf8").trim().split("\n")) rmSync(join(source, path));
      // What cannot be kept as text is made, such as pictures.
      if (existsSync(join(folder, "make"))) {
        const made = spawnSync("bash", [join(folder, "make")], { cwd: source, encoding: "utf8", env: { ...process.env, root } });
        claim(made.status === 0, `${name}: what it needs can be made`, [made.stderr]);
      }
    }
    const run = build(source, join(scratch, name, "out"));
    claim(run.status === 0, `${name}: it can be built`, [run.stderr]);
    if (run.status === 0) claim((await judgeAll(name, join(scratch, name, "out"))) > 0, `${name}: there is an edition`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
claims.close();
