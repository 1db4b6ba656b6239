// SPDX-License-Identifier: MIT
// Reads a finished PDF with pdf.js: text with places, and the structure tree.
// Knows nothing of how the file was made.
import { readFileSync } from "node:fs";

// pdf.js 4 asks for this from Node 22 on; older Nodes are told how.
if (!Promise.withResolvers) {
  Promise.withResolvers = () => {
    let resolve, reject;
    const promise = new Promise((a, b) => ([resolve, reject] = [a, b]));
    return { promise, resolve, reject };
  };
}

const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");

export async function openPdf(path) {
  return pdfjs.getDocument({
    data: new Uint8Array(readFileSync(path)),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  }).promise;
}

// What stands on both sides of each soft hyphen, three letters each with the
// hyphen between: getTextContent leaves it out, the list of operators has it.
export async function softHyphens(page) {
  const { fnArray, argsArray } = await page.getOperatorList();
  let text = "";
  fnArray.forEach((fn, i) => {
    if (fn !== pdfjs.OPS.showText) return;
    for (const glyph of argsArray[i][0]) if (glyph?.unicode !== undefined) text += glyph.unicode;
  });
  const places = new Set();
  for (let at = text.indexOf("\u00ad"); at >= 0; at = text.indexOf("\u00ad", at + 1))
    places.add(text.slice(Math.max(0, at - 3), at + 3));
  return places;
}

// Text items of a page: { text, x, y, angle } in points, y up, angle in whole
// degrees of the text's direction. White space alone is left out.
export async function placedText(page) {
  const content = await page.getTextContent({ disableNormalization: true });
  return content.items
    .filter((item) => item.str !== undefined && item.str.trim() !== "")
    .map((item) => ({
      text: item.str.trim(),
      x: item.transform[4],
      y: item.transform[5],
      angle: Math.round((Math.atan2(item.transform[1], item.transform[0]) * 180) / Math.PI),
    }));
}

// Marks of direction are no words: readers put their own round words from right
// to left.
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// Where a sign stands in another face than the letters from right to left beside
// it, the pen goes back to the left for it, and readers see a space that nobody
// drew. Signs stand against letters by their own nature there.
function withoutGaps(text) {
  if (!/[\u0590-\u08ff]/.test(text)) return text.replace(/^(\d+) \.$/, "$1.");
  return text.replace(/ (?=[.,:;!?)\]»،؛؟]|\[\d)/g, "").replace(/(?<=[([«]) /g, "");
}

// NFC, white space folded; a word goes on behind a soft hyphen, also on the next
// line (ISO 32000-1, 14.8.2.2.3), and so does a line of ideographs.
export function fold(text) {
  return withoutGaps(text.normalize("NFC").replace(directions, "").replace(/\u00ad\s*/g, "")
    .replace(/([\p{scx=Han}\u3000-\u303f\uff00-\uffef])\s*\n\s*(?=[\p{scx=Han}\u3000-\u303f\uff00-\uffef])/gu, "$1")
    .replace(/[\s\u00a0\u202f\u200b]+/g, " ").trim());
}

// An address of the web that goes on in the next line, behind / or ? or -, is one
// word: no space was drawn, only the line ends. So is a word with a hyphen of its
// own. "addresses": those that may stand in the text, from where they are known;
// nothing else is joined.
export function joinAddresses(text, addresses) {
  for (const address of addresses) {
    const pattern = [...address].map((c) => c.replace(/[.*+?^${}()|[\]\\/]/, "\\$&") + (/[/?-]/.test(c) ? "\\n*" : "")).join("");
    text = text.replace(new RegExp(pattern, "g"), (found) => found.replaceAll("\n", "") + /\n*$/.exec(found)[0]);
  }
  return text;
}

// The texts among "texts" that can be such addresses.
export function addressesAmong(texts) {
  return [...new Set(texts.map(fold).filter((t) => /^\S+[/?-]\S+$/.test(t)))];
}

export function hyphenatedAmong(texts) {
  return [...new Set(texts.flatMap((t) => fold(t).match(/\p{L}+(?:-\p{L}+)+/gu) ?? []))];
}

// Letters from right to left stand in a page as the eye meets them from the left.
// poppler's pages and pdf.js turn them round; mupdf and poppler's tree do not, and
// see no space where the direction turns.
export function turnedRound(text) {
  return text
    .replace(/(?<=[\u0590-\u08ff])(?=\d)|(?<=\d)(?=[\u0590-\u08ff])/g, " ")
    .replace(/[\u0590-\u08ff]+(?:[^\S\n]+[\u0590-\u08ff]+)*/g, (run) => [...run].reverse().join(""));
}
