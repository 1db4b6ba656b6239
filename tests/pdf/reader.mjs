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

// NFC, white space folded.
export function fold(text) {
  return text.normalize("NFC").replace(/[\s\u00a0\u202f\u200b]+/g, " ").trim();
}
