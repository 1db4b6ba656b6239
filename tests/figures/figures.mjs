// SPDX-License-Identifier: MIT
// Holds every figure of the guide, in every language, to the rules of
// drawing.mjs, and those rules to drawings that break them.
//
// Comes in: content/; goes out: claims. A drawing that no page shows is told
// and is no failure.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { Claims } from "../site/edition.mjs";
import { faults } from "./drawing.mjs";

const claims = new Claims();
const content = fileURLToPath(new URL("../../content/", import.meta.url));

const SHAPE = '<circle cx="160" cy="50" r="20" class="role-tint1" fill="#f1ebe4" stroke="currentColor" ' +
  'stroke-width="2.2" stroke-linecap="round"/>';
const LABEL = '<text x="160" y="90" data-label="one" font-size="14" text-anchor="middle" fill="currentColor">One</text>';
const GOOD = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 100">${SHAPE}${LABEL}</svg>`;
const ENTRY = {
  alt: "One round shape with a word below it: there is only one of them.",
  labels: { one: "One" },
  source: "Drawn for this guide",
  licence: "CC BY 4.0",
};
const WRONG = [
  ["a fourth weight of line", GOOD.replace('"2.2"', '"2"'), ENTRY, /wide, not/],
  ["a hairline", GOOD.replace('"2.2"', '"0.4"'), ENTRY, /under 0.5 pt/],
  ["a line with blunt ends", GOOD.replace(' stroke-linecap="round"', ""), ENTRY, /round ends/],
  ["a colour of its own", GOOD.replace('class="role-tint1" ', "").replace("#f1ebe4", "#ff0000"), ENTRY, /no tint/],
  ["a tint that is another's where no theme is", GOOD.replace("#f1ebe4", "#ffffff"), ENTRY, /where no theme/],
  ["a coloured line", GOOD.replace('stroke="currentColor"', 'stroke="#265240"'), ENTRY, /line colour/],
  ["a shape over the edge", GOOD.replace('cy="50"', 'cy="20"'), ENTRY, /cut off/],
  ["a curve over the edge", GOOD.replace(SHAPE, SHAPE + '<path d="M9 9C9 20 20 40 30 101" fill="none"/>'), ENTRY, /cut off/],
  ["a drawing too high for its page", GOOD.replace("320 100", "320 200"), ENTRY, /viewBox/],
  ["a small label", GOOD.replace('"14"', '"11"'), ENTRY, /under 12 pt/],
  ["a label without words", GOOD, { ...ENTRY, labels: {} }, /has no words/],
  ["words without a label", GOOD, { ...ENTRY, labels: { one: "One", two: "Two" } }, /nowhere in it/],
  ["words too long for their place", GOOD.replace('x="160" y="90"', 'x="20" y="90"'),
    { ...ENTRY, labels: { one: "One, two, three" } }, /no room/],
  ["no entry", GOOD, undefined, /no entry/],
  ["no alternative", GOOD, { ...ENTRY, alt: undefined }, /letters long/],
  ["an alternative too long to listen to", GOOD, { ...ENTRY, alt: "It goes on. ".repeat(20).trim() }, /letters long/],
  ["an alternative that says picture", GOOD, { ...ENTRY, alt: `Picture of ${ENTRY.alt}` }, /tells that it is/],
  ["no licence", GOOD, { ...ENTRY, licence: undefined }, /no licence/],
];

claims.none(faults(GOOD, ENTRY), "a good drawing passes");
for (const [name, svg, entry, expected] of WRONG) {
  const found = faults(svg, entry);
  claims.claim(found.some((f) => expected.test(f)), `${name} is found`, found);
}

const drawings = readdirSync(join(content, "figures")).filter((n) => n.endsWith(".svg")).sort();
const guide = parse(readFileSync(join(content, "guide.yaml"), "utf8"));
const languages = Object.keys(guide.languages);
const pages = readdirSync(content, { recursive: true }).map(String).filter((n) => n.endsWith(".md")).sort();
const shown = new Set();
for (const page of pages) {
  const text = readFileSync(join(content, page), "utf8");
  for (const [, file] of text.matchAll(/!\[[^\]]*\]\(figures\/([^\s)]+)/g)) {
    claims.claim(drawings.includes(file), `${page}: figures/${file} is there`);
    shown.add(file);
  }
}

// A language has the entries of those that it extends, but for its own.
function entriesOf(language) {
  const under = guide.languages[language].extends;
  const path = join(content, language, "figures.yaml");
  claims.claim(under || existsSync(path), `${language}: figures.yaml is there, or another language's`);
  const own = existsSync(path) ? parse(readFileSync(path, "utf8")).figures ?? {} : {};
  if (!under) return own;
  const inherited = entriesOf(under);
  for (const file of Object.keys(own))
    claims.claim(JSON.stringify(own[file]) !== JSON.stringify(inherited[file]), `${language}: ${file} differs from ${under}'s`);
  return { ...inherited, ...own };
}

for (const language of languages) {
  const entries = entriesOf(language);
  // A partial language describes what its pages show.
  const partial = guide.languages[language].partial === "yes";
  for (const file of drawings.filter((f) => !partial || entries[f])) {
    const svg = readFileSync(join(content, "figures", file), "utf8");
    claims.none(faults(svg, entries[file]), `${language}: ${file} is of the same hand as the others`);
  }
  for (const file of Object.keys(entries)) {
    claims.claim(drawings.includes(file), `${language}: ${file} of figures.yaml is drawn`);
  }
}
for (const file of drawings.filter((n) => !shown.has(n))) console.log(`# no page shows ${file}`);
claims.close();
