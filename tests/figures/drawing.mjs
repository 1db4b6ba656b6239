// SPDX-License-Identifier: MIT
// What the figures of this guide keep to, so that they look as if one hand had
// drawn them: three weights of line, four tints, one width, nothing cut off.
//
// Comes in: the text of an SVG file and its entry in figures.yaml; goes out:
// what is wrong with it, in words. Knows nothing of what the tool accepts.

// A figure is as wide as the text of an A5 page, and as high as a page with a
// caption leaves it; a higher one is made narrower, and its words collide.
export const PAGE_WIDTH_MM = 117;
export const WIDTH = 320;
export const HEIGHT_MOST = 155;
export const WEIGHTS = [1.4, 2.2, 3.4];
export const LABEL_SIZE = 14;
const POINTS_PER_UNIT = (PAGE_WIDTH_MM / 25.4) * 72 / WIDTH;
const LINE_LEAST_PT = 0.5;
const LABEL_LEAST_PT = 12;
const ALT_LEAST = 40;
const ALT_MOST = 160;
// The mean of Andika's small letters, of their size.
const LETTER = 0.52;
const ROLES = {
  "role-paper": "#ffffff",
  "role-tint1": "#f1ebe4",
  "role-tint2": "#d9e0dd",
  "role-accent": "#e2b39e",
};

export function elements(svg) {
  const bare = svg.replace(/<!--[^]*?-->/g, "");
  return [...bare.matchAll(/<([a-zA-Z]+)\b([^>]*?)\/?>/g)].map(([, name, rest]) => ({
    name,
    has: Object.fromEntries([...rest.matchAll(/([a-zA-Z0-9-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])),
  }));
}

export function labelsOf(svg) {
  return elements(svg).filter((e) => e.name === "text").map((e) => e.has["data-label"]);
}

function* points(e) {
  const n = (name) => Number(e.has[name]);
  if (e.name === "circle") {
    yield [n("cx") - n("r"), n("cy") - n("r")];
    yield [n("cx") + n("r"), n("cy") + n("r")];
  } else if (e.name === "rect") {
    yield [n("x"), n("y")];
    yield [n("x") + n("width"), n("y") + n("height")];
  } else if (e.name === "line") {
    yield [n("x1"), n("y1")];
    yield [n("x2"), n("y2")];
  } else if (e.name === "path") {
    // The points that a curve passes, not those that bend it.
    for (const [, verb, numbers] of e.has.d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
      const all = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
      const step = verb === "C" ? 6 : 2;
      for (let i = step - 2; i + 1 < all.length; i += step) yield [all[i], all[i + 1]];
    }
  }
}

function* faultsOfPaint(e) {
  const { fill, stroke, class: role } = e.has;
  if (role !== undefined) {
    if (ROLES[role] === undefined) yield `"${role}" is no tint of the theme`;
    else if (fill !== ROLES[role]) yield `${role} is "${fill}" where no theme is, not ${ROLES[role]}`;
  } else if (fill !== "none" && fill !== "currentColor" && e.name !== "line") {
    yield `the fill "${fill}" is no tint of the theme`;
  }
  if (stroke !== undefined && stroke !== "none" && stroke !== "currentColor") {
    yield `the line colour "${stroke}" is not that of the words`;
  }
}

function* faultsOfLine(e, height) {
  const drawn = e.has.stroke === "currentColor";
  const width = drawn ? Number(e.has["stroke-width"] ?? 1) : 0;
  if (drawn) {
    if (!WEIGHTS.includes(width)) yield `a line is ${width} wide, not ${WEIGHTS.join(", ")}`;
    if (width * POINTS_PER_UNIT < LINE_LEAST_PT) yield `a line is under ${LINE_LEAST_PT} pt in print`;
    if (e.has["stroke-linecap"] !== "round") yield `a line of a ${e.name} has no round ends`;
  }
  for (const [x, y] of points(e)) {
    const half = width / 2;
    if (!(x - half >= 0 && x + half <= WIDTH && y - half >= 0 && y + half <= height)) {
      yield `the ${e.name} is cut off at ${x} ${y}`;
    }
  }
}

function* faultsOfLabel(e, labels) {
  const key = e.has["data-label"];
  const size = Number(e.has["font-size"]);
  const words = labels?.[key];
  if (size !== LABEL_SIZE) yield `the label "${key}" is ${size} high, not ${LABEL_SIZE}`;
  if (size * POINTS_PER_UNIT < LABEL_LEAST_PT) yield `the label "${key}" is under ${LABEL_LEAST_PT} pt in print`;
  if (words === undefined) {
    yield `the label "${key}" has no words`;
    return;
  }
  const wide = [...String(words)].length * size * LETTER;
  const anchor = e.has["text-anchor"] ?? "middle";
  const left = Number(e.has.x) - (anchor === "start" ? 0 : anchor === "end" ? wide : wide / 2);
  if (left < 0 || left + wide > WIDTH) yield `the words "${words}" have no room`;
}

function* faultsOfEntry(entry) {
  if (!entry.source) yield "it does not say who drew it";
  if (!entry.licence) yield "it has no licence";
  if (entry.decorative === true || entry.decorative === "yes") return;
  const alt = entry.alt ?? "";
  if (alt.length < ALT_LEAST || alt.length > ALT_MOST) {
    yield `its alternative is ${alt.length} letters long, not ${ALT_LEAST} to ${ALT_MOST}`;
  }
  if (!/[.?]$/.test(alt)) yield "its alternative ends without a full stop";
  if (/^(?:an? |the )?(?:image|picture|drawing|figure|illustration|photo)\b/i.test(alt)) {
    yield "its alternative tells that it is a picture, not what it shows";
  }
}

// Everything that is wrong; an empty list is a good figure.
export function faults(svg, entry) {
  if (entry === undefined) return ["it has no entry in figures.yaml"];
  const [root, ...shapes] = elements(svg);
  const [x, y, width, height] = (root?.has.viewBox ?? "").split(/\s+/).map(Number);
  const found = [];
  if (root?.name !== "svg" || x !== 0 || y !== 0 || width !== WIDTH || !(height > 0 && height <= HEIGHT_MOST)) {
    found.push(`its viewBox is "${root?.has.viewBox}", not "0 0 ${WIDTH} " and at most ${HEIGHT_MOST}`);
  }
  for (const e of shapes) {
    found.push(...faultsOfPaint(e), ...faultsOfLine(e, height));
    if (e.name === "text") found.push(...faultsOfLabel(e, entry.labels));
  }
  const used = labelsOf(svg);
  for (const key of Object.keys(entry.labels ?? {})) {
    if (!used.includes(key)) found.push(`the words "${key}" are nowhere in it`);
  }
  if (new Set(used).size !== used.length) found.push("a label is in it twice");
  found.push(...faultsOfEntry(entry));
  return [...new Set(found)];
}
