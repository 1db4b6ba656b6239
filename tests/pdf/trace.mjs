// SPDX-License-Identifier: MIT
// What mupdf draws of a finished PDF, page by page, in millimetres from the
// trim's top left corner: glyphs with size and colour, paths with their extent.
// Knows nothing of how the file was made.
import { spawnSync } from "node:child_process";

const mm = 25.4 / 72;

function attributes(line) {
  const found = {};
  for (const [, name, value] of line.matchAll(/([a-z0-9]+)="([^"]*)"/g)) found[name] = value;
  return found;
}

function numbers(text) {
  return text.trim().split(/\s+/).map(Number);
}

function apply([a, b, c, d, e, f], x, y) {
  return [(a * x + c * y + e) * mm, (b * x + d * y + f) * mm];
}

// Where a cubic curve turns round in one direction: its extremes beside its ends.
function turns(p0, p1, p2, p3) {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const roots = [];
  if (Math.abs(a) < 1e-12) {
    if (Math.abs(b) > 1e-12) roots.push(-c / b);
  } else {
    const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
    roots.push((-b + root) / (2 * a), (-b - root) / (2 * a));
  }
  return roots.filter((t) => t > 0 && t < 1).map((t) =>
    (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3);
}

class Extent {
  constructor() {
    this.left = this.top = Infinity;
    this.right = this.bottom = -Infinity;
  }
  add(x, y) {
    this.left = Math.min(this.left, x);
    this.right = Math.max(this.right, x);
    this.top = Math.min(this.top, y);
    this.bottom = Math.max(this.bottom, y);
  }
  // What a clip leaves of it.
  cut(clip) {
    this.clipped = true;
    this.left = Math.max(this.left, clip.left);
    this.right = Math.min(this.right, clip.right);
    this.top = Math.max(this.top, clip.top);
    this.bottom = Math.min(this.bottom, clip.bottom);
  }
}

// [{ width, height, glyphs: [{ text, x, y, end, size, colour, layer }],
//    paths: [{ stroke, colour, line, layer, left, top, right, bottom }] }]
// A colour is "gray 0" and the like; a layer is the tag of the marked content.
// Extents of strokes are those of the line's middle, unless a clip cuts them.
export function tracedPages(path) {
  const run = spawnSync("mutool", ["trace", path], { encoding: "utf8", maxBuffer: 1 << 29 });
  if (run.status !== 0) throw new Error(run.stderr);
  const pages = [];
  let page = null;
  let layers = [];
  let matrix = null;
  let colour = "";
  let size = 0;
  let shape = null;
  let pen = [0, 0];
  let clips = [];
  for (const raw of run.stdout.split("\n")) {
    const line = raw.trim();
    const kind = /^<\/?([a-z_]+)/.exec(line)?.[1];
    const a = kind === undefined ? {} : attributes(line);
    if (kind === "page" && line[1] !== "/") {
      const [, , width, height] = numbers(a.mediabox);
      page = { width: width * mm, height: height * mm, glyphs: [], paths: [] };
      layers = [];
      clips = [];
      pages.push(page);
    } else if (kind === "layer") {
      layers.push(a.name);
    } else if (kind === "end_layer") {
      layers.pop();
    } else if (/^<clip_/.test(line)) {
      matrix = numbers(a.transform ?? "1 0 0 1 0 0");
      shape = new Extent();
      clips.push(shape);
    } else if (kind === "pop_clip") {
      clips.pop();
    } else if (/^<\/\w+_path/.test(line)) {
      if (shape !== null && !clips.includes(shape)) for (const clip of clips) shape.cut(clip);
      shape = null;
    } else if (/^<(fill|stroke)_(text|path)/.test(line)) {
      matrix = numbers(a.transform);
      colour = `${a.colorspace === "DeviceGray" ? "gray" : "rgb"} ${a.color}`;
      if (kind.endsWith("path")) {
        const stroke = kind.startsWith("stroke");
        shape = new Extent();
        Object.assign(shape, { stroke, colour, layer: layers.at(-1) ?? "", line: stroke ? Number(a.linewidth) * mm : 0 });
        page.paths.push(shape);
      }
    } else if (kind === "span" && line[1] !== "/") {
      const trm = numbers(a.trm);
      size = Math.hypot(trm[2], trm[3]);
    } else if (kind === "g") {
      const [x, y] = apply(matrix, Number(a.x), Number(a.y));
      const [end] = apply(matrix, Number(a.x) + Number(a.adv) * size, Number(a.y));
      page.glyphs.push({ text: a.unicode ?? "", x, y, end, size, colour, layer: layers.at(-1) ?? "" });
    } else if (shape !== null && (kind === "moveto" || kind === "lineto")) {
      pen = apply(matrix, Number(a.x), Number(a.y));
      shape.add(...pen);
    } else if (shape !== null && kind === "curveto") {
      const [p1, p2, p3] = [1, 2, 3].map((i) => apply(matrix, Number(a[`x${i}`]), Number(a[`y${i}`])));
      for (const x of turns(pen[0], p1[0], p2[0], p3[0])) shape.add(x, p3[1]);
      for (const y of turns(pen[1], p1[1], p2[1], p3[1])) shape.add(p3[0], y);
      shape.add(...p3);
      pen = p3;
    }
  }
  return pages;
}
