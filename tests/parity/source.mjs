// SPDX-License-Identifier: MIT
// What the finished website says, against the guide's source: the words of each
// chapter's blocks, in the source's order, and where its links lead; what is for
// the web alone and chapters that are not printed are among them.
//
// Site and booklet are compared block by block in parity.mjs, booklet and source
// in tests/pdf/text.mjs.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Claims } from "../claims.mjs";
import { fold } from "../pdf/reader.mjs";
import { allElements, leavesOf } from "../pdf/structure.mjs";
import { realEditions, smallEditions, themes } from "../source/cases.mjs";
import { readGuide } from "../source/guide.mjs";
import { expectedWeb } from "../source/paper.mjs";
import { readPageText, readSite } from "./html.mjs";

const claims = new Claims();
const claim = (...what) => claims.claim(...what);

function difference(found, expected) {
  let i = 0;
  while (i < found.length && found[i] === expected[i]) i++;
  if (i === found.length && i === expected.length) return "";
  const around = (list) => list.slice(Math.max(0, i - 6), i + 8).join(" | ");
  return `at ${i} of ${expected.length} (found ${found.length})\nsite:   ${around(found)}\nsource: ${around(expected)}`;
}

// The words of a chapter's head, which each medium arranges in its own way.
const headBlock = /\.(number|title|summary|for|time|why|closing)$/;

// Browsers make the numbers of lists; names of facts are no blocks.
function withoutLabels(element) {
  return {
    ...element,
    kids: element.kids
      .filter((kid) => typeof kid === "string" || kid.role !== "Lbl")
      .map((kid) => (typeof kid === "string" ? kid : withoutLabels(kid))),
  };
}

function words(text) {
  return fold(text).split(" ").filter((w) => w !== "");
}

function linkWords({ text, uri, chapter, heading, to }) {
  if (to) return `${fold(text)} -> ${to.uri ?? to.block ?? to.chapter}`;
  return `${fold(text)} -> ${uri ?? (heading ? `${chapter}.${heading}` : chapter)}`;
}

function judgeChapter(chapter, expected, blocks, all) {
  const own = blocks.filter((b) => !headBlock.test(b.id));
  const source = leavesOf({ role: "Document", kids: [withoutLabels(expected)] }).map((l) => l.text).join(" ");
  const wrong = difference(words(own.map((b) => b.text).join(" ")), words(source));
  claim(wrong === "", `${chapter.id}: the site says what the source says`, wrong);
  const links = difference(own.flatMap((b) => b.links).map(linkWords), [...allElements(expected)].flatMap((e) => e.links).map(linkWords));
  claim(links === "", `${chapter.id}: the site's links lead where the source's do`, links);
  const langs = difference(own.flatMap((b) => b.langs).map((s) => `${s.text} = ${s.lang}`), [...allElements(expected)]
    .flatMap((e) => [...(e.lang ? [{ text: e.kids.join(" "), lang: e.lang }] : []), ...(e.spans ?? [])])
    .map((s) => `${fold(s.text)} = ${s.lang}`));
  claim(langs === "", `${chapter.id}: words in other languages say so`, langs);
  const title = all.find((b) => b.id === `${chapter.id}.title`);
  claim(title !== undefined && title.text === fold(chapter.title), `${chapter.id}: its title is the source's`, title?.text);
}

async function judge(edition) {
  for (const lang of readdirSync(join(edition.folder, "print")).sort()) {
    claims.about = `${edition.name}, ${lang}: `;
    const guide = readGuide(edition.source, { clinic: edition.clinic, lang, themes });
    const own = join(edition.folder, "site", lang);
    const folder = existsSync(own) ? own : join(edition.folder, "site");
    const blocks = readSite(folder);
    for (const [id, { tree, between }] of expectedWeb(guide)) {
      const here = blocks.filter((b) => b.id.startsWith(`${id}.`));
      judgeChapter(guide.chapter(id), tree, here, blocks);
      const page = here[0] ? fold(readPageText(folder, here[0].page)) : "";
      const missing = between.filter((text) => !page.includes(fold(text)));
      claim(missing.length === 0, `${id}: what stands between its blocks is there too`, missing.join("\n"));
    }
  }
  claims.about = "";
}

const editions = realEditions();
claim(editions.length > 0, "there is an edition to judge");
for (const edition of editions) await judge(edition);
await smallEditions(claim, judge);
claims.close();
