// SPDX-License-Identifier: MIT
// The guide's own words: what they cover, how they are written, what goes with
// what, and whom they send for help.
//
// Every profile is built, and the guide once more for each region of help.yaml;
// finished pages and booklets are judged, in each language by the edition that
// has it. The source is read for what outputs do not show: claims, the caps of
// snippets, the words that are not printed.
// Environment: BUILD (the binary's folder), GUIDE (the guide's source).
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "parse5";
import { parse as parseYaml } from "yaml";
import { Claims } from "../claims.mjs";
import { elements, readSite } from "../parity/html.mjs";
import { points } from "./points.mjs";
import { banned, bannedEverywhere, blockCapitals, foreignWords, parentsSleep, safetyWords } from "./style.mjs";
import { foldings, hashRun, readingGrade, sentences, sharedRuns, syllables, wordsOf } from "./words.mjs";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const guide = resolve(process.env.GUIDE ?? join(root, "content"));
const bifolio = join(resolve(process.env.BUILD ?? join(root, "out/build/rel")), "bifolio");

const claims = new Claims();
const claim = (...what) => claims.claim(...what);

function none(list, text) {
  claim(list.length === 0, text, list.join("\n"));
}

// -------------------------------------------------------------------- source

function readYaml(path) {
  return parseYaml(readFileSync(path, "utf8"), { schema: "failsafe" });
}

function filesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

function profiles() {
  return readdirSync(join(guide, "clinics")).sort()
    .map((name) => ({ id: name.replace(/\.yaml$/, ""), ...readYaml(join(guide, "clinics", name)) }));
}

const settings = readYaml(join(guide, "guide.yaml"));
const clinics = profiles();
const help = readYaml(join(guide, "help.yaml")).lines;
const sources = readYaml(join(guide, "sources.yaml")).sources;

// A language and those that it extends, the nearest last.
function languageChain(tag) {
  const under = settings.languages[tag].extends;
  return [...(under ? languageChain(under) : []), tag];
}

function pageOf(file) {
  const [, front, body] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(readFileSync(file, "utf8"));
  return { file, front: parseYaml(front, { schema: "failsafe" }), body };
}

// What is said in a language: its own, and the rest of those that it extends,
// with its own words for terms.
function readLanguage(tag) {
  const folders = languageChain(tag).map((t) => join(guide, t));
  const inAll = (name, key) => folders.map((f) => join(f, name)).filter((f) => existsSync(f)).map((f) => readYaml(f)[key]);
  const terms = Object.assign({}, ...inAll("terms.yaml", "terms"));
  const fill = (text) => text.replace(/\{\{ *term\.([\w-]+) *\}\}/g, (all, name) => terms[name] ?? all);
  const pages = new Map();
  const snippets = new Map();
  for (const file of folders.flatMap(filesBelow).filter((f) => f.endsWith(".md"))) {
    if (file.includes("/snippets/")) snippets.set(basename(file, ".md"), fill(readFileSync(file, "utf8")));
    else {
      const page = pageOf(file);
      pages.set(page.front.id, { ...page, body: fill(page.body) });
    }
  }
  const glossary = [];
  for (const word of inAll("glossary.yaml", "words").flat()) {
    const place = glossary.findIndex((g) => g.term === (word.instead_of ?? word.term));
    glossary.splice(place < 0 ? glossary.length : place, place < 0 ? 0 : 1, word);
  }
  const strings = languageChain(tag).map((t) => join(root, "themes/default/strings", `${t}.yaml`)).filter((f) => existsSync(f));
  return {
    tag,
    folder: join(guide, tag),
    pages: [...pages.values()],
    snippets,
    glossary,
    figures: Object.assign({}, ...inAll("figures.yaml", "figures")),
    words: Object.assign({}, ...strings.map(readYaml)),
    credit: languageChain(tag).map((t) => settings.languages[t].credit).findLast(Boolean),
  };
}

const languages = new Map(Object.keys(settings.languages).map((tag) => [tag, readLanguage(tag)]));

// The words of a snippet: without the marks of lists, quotes and callouts, and
// without values, which differ by edition.
function snippetWords(text) {
  return text.replace(/^>?[ \t]*(?:\[![A-Z]+\]|[-*]|\d+\.)?[ \t]*/gm, "").replace(/[*]/g, "")
    .replace(/&nbsp;/g, " ").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w));
}

// ------------------------------------------------------------------ editions

const scratch = mkdtempSync(join(tmpdir(), "bifolio-content-"));

function build(source, out) {
  const run = spawnSync(bifolio, ["build", source, "-o", out, "--clinic", "all", "--quiet"], {
    encoding: "utf8",
    env: { ...process.env, BIFOLIO_SHARE: root },
  });
  claim(run.status === 0, `${basename(source)}: every edition is built`, run.stderr ?? String(run.error));
  return run;
}

// The guide's editions have one language each.
function languageOf(folder) {
  const [only, ...others] = readdirSync(join(folder, "print"));
  if (others.length > 0) throw new Error(`${folder}: several languages`);
  return only;
}

// Text of the booklet, a string for each page.
function bookletPages(folder) {
  const run = spawnSync("pdftotext", ["-raw", join(folder, "print", languageOf(folder), "booklet.pdf"), "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`pdftotext: ${run.stderr}`);
  return run.stdout.replace(/\f\s*$/, "").split("\f");
}

function oneLine(text) {
  return text.replace(/(\p{L})- (?=\p{L})/gu, "$1-").replace(/\s+/g, " ").trim();
}

// Chapter id -> its blocks, as the finished site has them.
function byChapter(folder) {
  const chapters = new Map();
  for (const block of readSite(join(folder, "site"))) {
    const id = block.id.split(".")[0];
    if (!chapters.has(id)) chapters.set(id, []);
    chapters.get(id).push(block);
  }
  return chapters;
}

function textOf(blocks) {
  return blocks.map((b) => [b.text, b.alt].filter(Boolean).join(" ")).filter(Boolean).join(" \n");
}

const isHelpLine = (block) => /\.help\d+$/.test(block.id);

// ------------------------------------------------------------------ coverage

function judgeCoverage(language, usual, editions) {
  const { pages } = language;
  const known = new Map(points.map((p) => [p.id, p]));
  claim(points.length === 50 && points.every((p, i) => p.id === `A${i + 1}`), "the list of points is A1 to A50");
  const claims = [
    ...pages.flatMap(({ front, file }) => (front.covers ?? []).map((id) => ({ id, by: basename(file), chapter: front.id }))),
    ...clinics.flatMap((c) => (c.covers ?? []).map((id) => ({ id, by: `clinics/${c.id}.yaml`, clinic: c.id }))),
  ];
  none(claims.filter((c) => !known.has(c.id)).map((c) => `${c.by}: ${c.id}`), "no page claims a point that the article has not");
  claim(language.words["about-not-reviewed"] === "Not yet reviewed by a clinician", `${language.tag}: it can say that no clinician has reviewed it`);
  none(points.map((p) => p.id).filter((id) => !claims.some((c) => c.id === id)), "each of A1 to A50 is claimed");
  // What is true of one clinic alone is claimed by its profile and by no page.
  for (const c of claims) {
    const own = known.get(c.id)?.clinic !== undefined;
    claim(own === (c.clinic !== undefined), `${c.id}: ${own ? "only a profile" : "a page"} claims it, not ${c.by}`);
  }
  for (const { id, clinic, says } of points) {
    const folder = clinic ? editions.get(clinic) : usual;
    const chapters = byChapter(folder);
    const by = claims.filter((c) => c.id === id).map((c) => c.chapter ?? "when-it-stays-hard");
    claim(by.some((chapter) => says.every((words) => words.test(textOf(chapters.get(chapter) ?? [])))),
      `${language.tag}, ${id}: the finished page that claims it says it`, `${by}: ${says.join(" ")}`);
  }
  // What the pages of the booklet claim is printed.
  const booklet = oneLine(bookletPages(usual).join("\n"));
  for (const { id, clinic, says } of points)
    if (!clinic && claims.some((c) => c.id === id && settings.print.includes(c.chapter)))
      claim(says.every((words) => words.test(booklet)), `${language.tag}, ${id}: the booklet says it`, says.join(" "));
}

// ------------------------------------------------------------------ snippets

const caps = { "safe-skin": 75, "safe-sleep": 85, "safe-bath": 115, "baby-ill": 35, "cope-crying": 60, "safe-sling": 25 };

// The blocks that a snippet has become on a page; [] if it is not there.
function inSnippets({ snippets }, text) {
  const said = [...snippets.values()].map((s) => oneLine(snippetWords(s).join(" ")));
  return text.length > 0 && said.some((s) => s.includes(oneLine(wordsIn(text).join(" "))));
}

const wordsIn = (text) => text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w));

// Does "text" hold the snippet? Whole, value for value.
function holds({ snippets }, text, name) {
  const parts = snippets.get(name).split(/\{\{[^}]*\}\}/).map((part) => snippetWords(part).join(" ")).filter(Boolean);
  const folded = wordsIn(text).join(" ");
  let from = 0;
  for (const part of parts) {
    const at = folded.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}

function judgeSnippets(language, folder) {
  const { pages, snippets } = language;
  for (const [name, cap] of Object.entries(caps)) {
    claim(snippets.has(name), `the snippet ${name} is there`);
    const count = snippetWords(snippets.get(name) ?? "").length;
    claim(count > 0 && count <= cap, `${name} has at most ${cap} words`, count);
    claim(pages.some((p) => new RegExp(`\\\`\`\`include\\nsnippet: ${name}\\n`).test(p.body)), `${name} is included somewhere`);
  }
  const chapters = byChapter(folder);
  for (const page of pages) {
    const { id } = page.front;
    if (id === "sources" || !chapters.has(id)) continue;
    // In the site's order; a snippet's own words do not ask for another.
    const blocks = chapters.get(id).filter((b) => !isHelpLine(b));
    const text = textOf(blocks);
    const own = blocks.filter((b) => !inSnippets(language, b.text)).map((b) => b.text).join("\n").replace(parentsSleep, "");
    for (const [word, name] of safetyWords)
      if (word.test(own)) claim(holds(language, text, name), `${id}: it says ${word}, so its page holds ${name}`, word.exec(own)[0]);
    // On paper the chapter has it too, or says where it is.
    if (!settings.print.includes(id)) continue;
    const printed = page.body.replace(/^<!-- web-only -->$[\s\S]*?^<!-- end -->$/gm, "");
    for (const [word, name] of safetyWords)
      if (word.test(printed.replace(/```[\s\S]*?```/g, "").replace(parentsSleep, "")))
        claim(printed.includes(`snippet: ${name}\n`) || /\]\([^)]*04-skin-to-skin\.md/.test(printed), `${id}: on paper it has ${name} or leads to it`);
  }
  // Nothing of a snippet is typed again.
  for (const page of pages)
    for (const [name, text] of snippets) {
      const body = foldings(page.body)[0].join(" ");
      const runs = foldings(snippetWords(text).join(" "))[0];
      for (let i = 0; i + 8 <= runs.length; i++)
        if (body.includes(runs.slice(i, i + 8).join(" "))) claim(false, `${basename(page.file)}: words of ${name} are included, not typed`, runs.slice(i, i + 8).join(" "));
    }
}

// ----------------------------------------------------------------- own words

function judgeOwnWords(editions) {
  const hashes = new Set(readFileSync(join(root, "tests/content/source-runs.txt"), "utf8").trim().split("\n"));
  claim(hashes.size > 800, "there is a list of the article's runs of seven words", hashes.size);
  // A run that the article has, so the way of folding is the list's.
  claim(hashes.has(hashRun(["time", "for", "yourself", "and", "ask", "for", "support"])), "the list is made as this test folds words");
  claim(sharedRuns("Have Time for\n“yourself” – and ask for **support**.", hashes).length === 1, "a run is found whatever stands between its words");
  const title = `${settings.adapted_from.title}`;
  for (const file of filesBelow(guide).filter((f) => /\.(md|yaml)$/.test(f)))
    none(sharedRuns(readFileSync(file, "utf8").replaceAll(title, "."), hashes), `${basename(file)}: no run of seven words is the article's`);
  for (const [clinic, folder] of editions) {
    none(sharedRuns(bookletPages(folder).join(" ").replaceAll(/\s+/g, " ").replaceAll(title, "."), hashes), `${clinic}: the booklet has no run of seven words of the article`);
  }
}

// --------------------------------------------------------------------- style

const isProse = (block) => /[.?!][”’)]?$/.test(block.text) && block.text.split(" ").length >= 4;

function judgeStyle(language, folder) {
  const { pages, glossary, words, credit } = language;
  const chapters = byChapter(folder);
  const known = new Set(glossary.flatMap((g) => g.term.toLowerCase().split(/[\s,]+/)));
  const table = Object.entries({ baby: 2, love: 1, feeling: 2, people: 2, little: 2, closeness: 2, wanted: 2, carried: 2,
    cuddles: 2, relationship: 4, family: 3, being: 2, quiet: 2, dangerous: 3, medicine: 3, worries: 2, midwife: 2,
    visitor: 3, armchair: 2, smokes: 1, before: 2, somebody: 3, often: 2, voices: 2, language: 2, reading: 2,
    playing: 2, emergency: 4, depression: 3, unhurried: 3, handled: 2, loved: 1, minutes: 2, services: 3, breathe: 1,
    clothes: 1, parents: 2, adoption: 3, table: 2, safe: 1, alcohol: 3, usually: 4, eyes: 1, yawning: 2, year: 1 });
  none(table.filter(([w, n]) => syllables(w) !== n).map(([w, n]) => `${w}: ${n}, not ${syllables(w)}`), "syllables are counted right");
  claim(readingGrade("The cat sat on the mat.").grade < 0 && readingGrade("Perinatal psychological interventions facilitate considerable interpersonal attachment.").grade > 20, "a hard sentence has a high grade, a plain one a low one");
  for (const { front } of pages) {
    const blocks = (chapters.get(front.id) ?? []).filter((b) => !isHelpLine(b));
    // Names of publications and what the profile and guide.yaml say are not
    // the chapter's.
    const own = blocks.filter((b) => front.id !== "sources" || !/\.p[2-9]|\.p\d\d/.test(b.id))
      .filter((b) => !b.text.includes(credit.slice(0, 40)))
      .filter((b) => b.text !== words["about-not-reviewed"]);
    const prose = own.filter((b) => isProse(b)).map((b) => b.text);
    for (const text of own.map((b) => b.text))
      for (const sentence of sentences(text)) {
        const count = wordsOf(sentence).length;
        claim(count <= 25, `${front.id}: no sentence has over 25 words`, `${count}: ${sentence}`);
      }
    for (const block of own) {
      const safety = inSnippets(language, block.text);
      for (const [word, allowedInSafety] of banned)
        if (!(safety && allowedInSafety)) claim(!word.test(block.text), `${front.id}: it does without ${word}`, block.text);
    }
    if (!["chapter", "help", "start"].includes(front.kind) || prose.length === 0) continue;
    const reading = readingGrade(prose.join(" "), known);
    claim(reading.grade <= 7, `${front.id}: its reading grade is at most 7`, reading.grade.toFixed(1));
    claim(reading.mean <= 13, `${front.id}: its sentences have at most 13 words on average`, reading.mean.toFixed(1));
    console.log(`# ${front.id}: ${reading.words} words, ${reading.mean.toFixed(1)} a sentence, grade ${reading.grade.toFixed(1)}`);
  }
  // What is forbidden at any place, also in data, in alternatives of figures,
  // and in the source's own marks.
  for (const file of filesBelow(language.folder).filter((f) => /\.(md|yaml)$/.test(f))) {
    const text = readFileSync(file, "utf8");
    for (const words of bannedEverywhere) claim(!words.test(text), `${basename(file)}: it does without ${words}`, words.exec(text)?.[0]);
    none((text.match(/\b[A-Z]{4,}\b/g) ?? []).filter((w) => !blockCapitals.has(w)), `${basename(file)}: no words in capitals`);
  }
  // Each of the five tips ends with leave to stop.
  for (const id of ["time", "skin-to-skin", "small-moments", "your-strengths", "a-little-and-good"])
    claim(/Or not today\./.test(textOf(chapters.get(id) ?? [])), `${id}: it gives leave to stop`);
  // Lists are short, and so are glossary entries.
  for (const page of pages)
    for (const list of page.body.match(/(?:^(?:> )?(?:-|\d+\.) .*\n)+/gm) ?? [])
      claim(list.trim().split("\n").length <= 6, `${page.front.id}: a list has at most 6 items`, list);
  claim(glossary.length >= 10 && glossary.length <= 12, "there are 10 to 12 words to know", glossary.length);
  for (const { term, meaning } of glossary) claim(wordsOf(meaning).length <= 20, `${term}: at most 20 words explain it`, meaning);
}

// -------------------------------------------------------------- nothing left

function judgeLeftovers(editions) {
  const left = /\{\{|\}\}|\bTODO\b|\bTBC\b|\bXXX\b|lorem|\[[A-Z ]+\]|\bundefined\b|Private: ?Dr/i;
  for (const [clinic, folder] of editions) {
    for (const [id, blocks] of byChapter(folder)) claim(!left.test(textOf(blocks)), `${clinic}, ${id}: nothing is left to fill in`, left.exec(textOf(blocks))?.[0]);
    const booklet = bookletPages(folder).join("\n");
    claim(!left.test(booklet) && !/Private:/.test(booklet), `${clinic}: nothing in the booklet is left to fill in`, left.exec(booklet)?.[0]);
    // Nobody has reviewed it, and nobody is named who has.
    claim(settings.reviewed_by === undefined || settings.reviewed_by !== "", "guide.yaml names a reviewer or none");
    const { words, credit, tag } = languages.get(languageOf(folder));
    if (!settings.reviewed_by) claim(textOf(byChapter(folder).get("about")).includes(words["about-not-reviewed"]), `${clinic}: it says that no clinician has reviewed it`);
    // Readers of PDFs mix what is from left to right and from right to left.
    const said = /^ar\b/.test(tag) ? textOf(byChapter(folder).get("about")) : oneLine(booklet);
    claim(said.includes(oneLine(credit)), `${clinic}: the credit is there`);
    claim(!/Cousins/.test(settings.author) && !/Cousins/.test(settings.reviewed_by ?? ""), "the article's author is not made this text's author or reviewer");
    const label = clinics.find((c) => c.id === clinic);
    for (const key of ["phone", "email", "hours", "address"])
      if (!label[key]) claim(!new RegExp(`^${words[`clinic-${key}`]}(\\s|$)`, "m").test(bookletPages(folder).at(-1)), `${clinic}: a blank ${key} leaves no label on the back cover`);
  }
  const ids = new Set(sources.map((s) => s.id));
  const pages = [...languages.values()].flatMap((language) => language.pages);
  for (const page of pages) none((page.front.sources ?? []).filter((id) => !ids.has(id)), `${page.front.id}: its sources are in sources.yaml`);
  for (const page of pages.filter((p) => p.front.kind === "chapter")) claim((page.front.sources ?? []).length > 0, `${page.front.id}: it says what it rests on`);
}

// ---------------------------------------------------------------------- help

const levels = ["emergency", "urgent", "talk", "specialist", "baby"];
const digits = (text) => text.replace(/\D/g, "");
const isDate = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

// The regions an editor may choose, and what each has to have.
const regions = {
  GB: ["999", "111", "116 123", "SHOUT", "0808 1961 776", "lullabytrust.org.uk", "iconcope.org", "bliss.org.uk", "app-network.org", "18000"],
  "GB-ENG": ["999", "0808 2000 247"], "GB-SCT": ["999", "0800 83 85 87", "0800 027 1234"],
  "GB-WLS": ["999", "0808 80 10 800", "0808 164 0123"], "GB-NIR": ["999", "0808 808 8000", "0808 802 1414"],
  US: ["911", "988", "1-833-852-6262", "1-800-944-4773", "741741"],
  IE: ["112", "116 123", "50808", "1800 111 888"],
  AU: ["000", "13 11 14", "1300 726 306", "1300 22 4636", "13 92 76"],
  NZ: ["111", "1737", "0800 611 116", "0800 933 922"],
  CA: ["911", "9-8-8", "811", "1-800-944-4773"],
  EU: ["112"],
};
// Old numbers, which still stand on old pages.
const withdrawn = ["18002738255", "08088010322", "1890"];

function judgeHelpData() {
  const ids = new Set();
  for (const line of help) {
    claim(!ids.has(line.id), `${line.id}: its id is its own`);
    ids.add(line.id);
    claim(levels.includes(line.level) && line.name && line.regions?.length > 0, `${line.id}: level, name and regions are there`);
    claim(["seen", "verified", "unverified"].includes(line.status) && Boolean(line.source), `${line.id}: it says how sure it is, and from where`);
    claim(isDate(line.checked) && isDate(line.check_by), `${line.id}: its dates are dates`);
    const days = (new Date(line.check_by) - new Date(line.checked)) / 86400000;
    claim(days > 0 && days <= 366, `${line.id}: it is checked again within a year`, days);
    claim(line.checked <= settings.date, `${line.id}: it was not checked after the guide was made`);
    claim(Boolean(line.number || line.text_to || line.web), `${line.id}: it can be reached`);
    if (line.number && line.display) claim(digits(line.number).endsWith(digits(line.display).replace(/^0/, "")), `${line.id}: the number shown is the number dialled`, `${line.number} ${line.display}`);
    none(withdrawn.filter((n) => n === digits(line.number ?? "") || digits(line.number ?? "").startsWith(`1890`)), `${line.id}: it is not a number of old`);
  }
  const reviewed = Boolean(settings.reviewed_by);
  if (!reviewed) none(help.filter((l) => l.status === "verified").map((l) => l.id), "no line says that a person has rung it while the guide is a sample");
  for (const region of Object.keys(regions))
    claim(help.some((l) => l.level === "emergency" && l.status !== "unverified" && l.regions.some((r) => region === r || region.startsWith(`${r}-`))), `${region}: there is a line for danger to life`);
}

// One made-up clinic for each region, with the real words.
function regionGuide() {
  const folder = join(scratch, "regions");
  cpSync(guide, folder, { recursive: true });
  rmSync(join(folder, "clinics"), { recursive: true });
  cpSync(join(guide, "clinics", `${settings.default_clinic}.yaml`), join(folder, "clinics", `${settings.default_clinic}.yaml`));
  const profile = readFileSync(join(guide, "clinics", `${settings.default_clinic}.yaml`), "utf8");
  // A country may have an edition of its own, with its language and paper.
  const own = {};
  for (const name of readdirSync(join(guide, "clinics"))) {
    const text = readFileSync(join(guide, "clinics", name), "utf8");
    const country = text.match(/^region: (\S+)$/m)?.[1];
    if (country && !profile.includes(`\nregion: ${country}\n`)) own[country] = text;
  }
  for (const region of Object.keys(regions)) {
    const [country] = region.split("-");
    const part = country === region ? "" : `\nsubregion: ${region}`;
    writeFileSync(join(folder, "clinics", `r-${region.toLowerCase()}.yaml`), (own[country] ?? profile).replace(/^region: .*$/m, `region: ${country}${part}`));
  }
  return folder;
}

function answersIn(line, region) {
  return line.status !== "unverified" && line.regions.some((r) => r === region || region.startsWith(`${r}-`));
}

function judgeRegion(region, folder) {
  const site = byChapter(folder).get("get-help");
  const html = readFileSync(join(folder, "site/get-help.html"), "utf8");
  const page = [...elements(parse(html))];
  const hrefs = page.filter((e) => e.nodeName === "a").map((e) => e.attrs.find((a) => a.name === "href")?.value ?? "");
  const own = help.filter((l) => answersIn(l, region));
  const lines = site.filter(isHelpLine);
  const printedPages = bookletPages(folder);
  const printed = oneLine(printedPages.join("\n"));
  claim(lines.length === own.length, `${region}: its help page has each line once`, `${lines.length} of ${own.length}`);
  for (const number of regions[region]) {
    claim(textOf(lines).includes(number), `${region}: ${number} is on its help page`);
    claim(printed.includes(number), `${region}: ${number} is in its booklet`);
  }
  for (const line of own) {
    if (line.number) claim(hrefs.includes(`tel:${line.number}`), `${region}: ${line.name} can be called with a thumb`);
    if (line.text_to) claim(hrefs.some((h) => h.startsWith(`sms:${line.text_to}`)), `${region}: ${line.name} can be texted with a thumb`);
    claim(printed.includes(line.name), `${region}: ${line.name} is in its booklet`);
  }
  // In order of danger, and nobody else's.
  const order = lines.map((b) => levels.indexOf(own.find((l) => b.text.startsWith(l.name))?.level));
  claim(order.every((level, i) => level >= 0 && (i === 0 || level >= order[i - 1])), `${region}: danger to life comes first`, order);
  const mine = new Set(own.flatMap((l) => [l.number, l.text_to].filter(Boolean).map(digits)));
  const allText = `${textOf([...byChapter(folder).values()].flat())} ${printed}`;
  for (const line of help.filter((l) => !answersIn(l, region)))
    for (const number of [line.display ?? line.number].filter((n) => n && digits(n).length > 4 && !mine.has(digits(line.number))))
      claim(!allText.includes(number), `${region}: ${number} (${line.status}, ${line.regions}) is not in it`);
  const emergency = own.find((l) => l.level === "emergency").display;
  claim(allText.includes(`Call ${emergency} if`), `${region}: the texts name ${emergency}`);
  // The booklet: whole sheets, and help on two facing pages.
  claim(printedPages.length % 4 === 0 && printedPages.length <= 32, `${region}: whole sheets, at most 32 pages`, printedPages.length);
  const first = printedPages.findIndex((p) => p.startsWith("Get help\n"));
  claim((first + 1) % 2 === 0 && first === printedPages.length - 3, `${region}: help is two facing pages before the back cover`, `page ${first + 1} of ${printedPages.length}`);
}

// The sheets to write on, and two cards to cut out.
const cards = ["help-card", "song-card"];
// Rings for names need a page of their own, so they are not on w8.
const rings = ["people"];
const onPaper = ["w2", "w4", "w6", "w8", "w10"];

function judgeSheetData({ pages }, folder) {
  const sheets = pages.filter((p) => p.front.kind === "worksheet");
  const ids = [...Array.from({ length: 12 }, (_, i) => `w${i + 1}`), ...cards, ...rings];
  claim(sheets.map((p) => p.front.id).sort().join() === [...ids].sort().join(), "there are twelve sheets to write on, two cards and the rings", sheets.map((p) => p.front.id));
  claim(settings.order.filter((id) => ids.includes(id)).every((id, i, all) => i === 0 || ids.indexOf(id) > ids.indexOf(all[i - 1])), "the website has the sheets in the order of their numbers");
  claim(settings.print.filter((id) => ids.includes(id)).join() === onPaper.join(), "five of them are in the booklet, in the order of their numbers");
  const chapters = byChapter(folder);
  for (const { front, body } of sheets) {
    claim(Number(front.number) === ids.indexOf(front.id) + 1, `${front.id}: its number is its own`, front.number);
    for (const key of ["for", "duration", "why", "closing", "summary"]) claim(Boolean(front[key]), `${front.id}: it has "${key}"`);
    claim((front.in_booklet === "yes") === onPaper.includes(front.id), `${front.id}: it says whether it is in the booklet`, front.in_booklet);
    const fields = /^```(lines|box|checklist|choose|field|finish|grid|rings|scale|wheel|card)$/m;
    claim(fields.test(body), `${front.id}: there is something to write on it`);
    claim(readFileSync(join(folder, "site", `${front.id}.html`), "utf8").includes("get-help.html"), `${front.id}: its web page leads to help`);
    claim(cards.includes(front.id) || pages.some((p) => p.front.worksheets?.includes(front.id)), `${front.id}: a chapter leads to it`);
    none([...textOf(chapters.get(front.id) ?? []).matchAll(/\b(?:score|scores|points|total|streak|well done|goal|target)\b/gi)].map((m) => m[0]), `${front.id}: nothing is counted or praised`);
  }
  // The check-in begins with whom to call, before there is anything to tick.
  const checkIn = sheets.find((p) => p.front.id === "w9").body;
  claim(/^\s*> \[!EMERGENCY\][^\n]*\{\{help\.emergency\}\}/.test(checkIn) && checkIn.indexOf("{{help.someone}}") < checkIn.indexOf("```grid"), "w9: danger to life and somebody to talk to come first");
}

// Each printed sheet is one page, behind its chapter, with somebody to call.
function judgeSheets(region, folder) {
  const own = help.filter((l) => answersIn(l, region) && l.number && !["emergency", "baby"].includes(l.level));
  const { pages } = languages.get(languageOf(folder));
  const printed = bookletPages(folder);
  const places = [];
  for (const id of onPaper) {
    const { front } = pages.find((p) => p.front.id === id);
    const place = printed.findIndex((page) => page.startsWith(`Worksheet ${front.number} `) || page.startsWith(`Worksheet ${front.number}\n`));
    claim(place > 0, `${region}: ${id} is in the booklet`);
    if (place <= 0) continue;
    places.push(place);
    const page = printed[place];
    claim([front.title, front.why, front.closing].every((words) => oneLine(page).includes(words)), `${region}: ${id} begins and ends on one page`);
    claim(own.length === 0 || own.some((l) => page.includes(l.display)), `${region}: ${id} has a number to call`);
    const chapter = pages.find((p) => p.front.id === settings.print[settings.print.indexOf(id) - 1]);
    const behind = pages.find((p) => p.front.id === settings.print.slice(settings.print.indexOf(id) + 1).find((next) => next !== "notes"));
    const opening = printed.slice(0, place).findLast((text) => /^\d+\s/.test(text)) ?? "";
    claim(oneLine(opening).includes(chapter.front.title), `${region}: ${id} follows its chapter`, opening.slice(0, 60));
    claim(printed.slice(place + 1).some((text, i, rest) => (i === 0 || (i === 1 && rest[0].startsWith("Notes"))) && oneLine(text).includes(behind.front.title)), `${region}: ${id} is one page`, printed[place + 1].slice(0, 60));
  }
  // Sheets of paper, not of the booklet: pages 1 and 2 share one.
  claim(new Set(places.map((place) => Math.floor(place / 2))).size === places.length, `${region}: no sheet to write on is behind another`, places.map((p) => p + 1));
  // What keeps a baby safe is open in front of you at once.
  const sleep = printed.findIndex((page) => page.includes("Safer sleep\n"));
  claim(sleep % 2 === 1 && printed[sleep + 1]?.includes("Sharing a bath safely\n"), `${region}: safer sleep and the safe bath face each other`, `page ${sleep + 1}`);
}

// -------------------------------------------------------------- translations

// What a text is made of, whatever its language: headings, callouts, figures,
// components, snippets, switches, entries of lists, values and numbers.
function shapeOf(body) {
  const words = body.replace(/\]\([^)]*\)/g, "]").replace(/\{\{[^}]*\}\}/g, "").replace(/^> (\d+\. )/gm, "$1");
  return {
    headings: (body.match(/^#+(?= )/gm) ?? []).join(),
    callouts: (body.match(/^> \[![A-Z]+\]/gm) ?? []).join(),
    figures: (body.match(/\]\(figures\/[\w.]+/g) ?? []).join(),
    components: (body.match(/^```[a-z]+$|^(?:snippet|level|count|columns): .*$/gm) ?? []).join(),
    switches: (body.match(/<!-- (?!page-break)[\w-]+ -->/g) ?? []).join(),
    items: (body.match(/^(?:> |  )?(?:-|\d+\.) /gm) ?? []).join(),
    values: (body.match(/\{\{[#/]?help\.\w+\}\}/g) ?? []).join(),
    numbers: (words.match(/\d+(?:\.\d+)?/g) ?? []).join(),
    bold: (body.match(/\*\*/g) ?? []).length,
  };
}

function claimShape(what, own, original) {
  const [a, b] = [shapeOf(own), shapeOf(original)];
  for (const key of Object.keys(a)) claim(a[key] === b[key], `TR-SHAPE: ${what} has the ${key} of its original`, `${a[key]}\n${b[key]}`);
}

// When and how lines of help answer is said in the language; names alone may stay.
// Each sheet has a number to call.
function judgeTranslatedHelp({ tag, folder: own }, folder) {
  const { words } = readYaml(join(own, "help.yaml"));
  const clinic = clinics.find((c) => c.id === basename(folder));
  const lines = help.filter((l) => l.status !== "unverified" && l.regions.includes(clinic.region));
  claim(lines.length > 0 && lines.some((l) => l.level === "emergency"), `${tag}: there are lines of help for ${clinic.region}`);
  none(lines.flatMap((l) => [l.hours, l.note]).filter((text) => text && !words[text]), `${tag}: hours and notes of help are translated`);
  none(lines.map((l) => l.name).filter((name) => /[a-z], |[a-z] services/.test(name) && !words[name]), `${tag}: what names of help tell is translated`);
  const sheets = join(folder, "print", tag, "worksheets");
  for (const file of readdirSync(sheets)) {
    const text = spawnSync("pdftotext", ["-raw", join(sheets, file), "-"], { encoding: "utf8" }).stdout;
    claim(lines.some((l) => l.display && text.includes(l.display)), `${tag}, ${file}: it has a number to call`, text);
  }
}

// Where pages end, and on the page about the guide, stands what nobody has checked.
function judgeUnchecked({ tag, words }, folder) {
  const site = join(folder, "site");
  for (const name of readdirSync(site).filter((f) => f.endsWith(".html")))
    for (const key of ["sample", "partial-line"])
      claim(readFileSync(join(site, name), "utf8").includes(`<p>${words[key]}</p>`), `${tag}, ${name}: it ends with its ${key}`);
  const about = textOf(byChapter(folder).get("about"));
  claim(about.includes(words["about-not-reviewed"]) && about.includes(words["partial-line"].replace(/\.$/, "")), `${tag}: the page about the guide says what nobody has checked`);
}

// A partial language: every page and snippet is a translation of the whole one,
// and nobody is led to believe that it has been checked.
function judgeTranslation(language, original, folder) {
  const { tag, pages, snippets, glossary, figures, words } = language;
  const status = /^> \[!NOTE\] .*\n(?:>.*\n)+?> \[.*not yet been checked by a native health reader.*\]\(lang:en\)\n\n/m;
  for (const { front, body } of pages) {
    const whole = original.pages.find((p) => p.front.id === front.id);
    claim(whole !== undefined, `${tag}, ${front.id}: there is an original`);
    if (whole === undefined) continue;
    for (const key of ["kind", "number", "covers", "in_booklet", "keep", "discreet"])
      claim(String(front[key]) === String(whole.front[key]), `${tag}, ${front.id}: its "${key}" is the original's`, front[key]);
    claim(front.status === "draft", `${tag}, ${front.id}: it is a draft`);
    if (front.id === "start") claim(status.test(body), `${tag}: the start page says in both languages that it is not checked`);
    claimShape(`${tag}, ${front.id}`, body.replace(status, ""), whole.body);
  }
  none([...original.snippets.keys()].filter((name) => !snippets.has(name)), `${tag}: every snippet is translated`);
  for (const [name, text] of snippets) {
    claim(original.snippets.has(name), `${tag}, ${name}: there is an original`);
    // What leads to a page that is left out leads to help.
    claimShape(`${tag}, ${name}`, text, original.snippets.get(name) ?? "");
  }
  claim(pages.some((p) => p.front.kind === "help"), `${tag}: it has the page of help`);
  judgeTranslatedHelp(language, folder);
  judgeUnchecked(language, folder);
  claim(glossary.length === original.glossary.length, `${tag}: it has all words to know`, glossary.length);
  for (const [file, figure] of Object.entries(figures))
    claim(Object.keys(figure.labels ?? {}).join() === Object.keys(original.figures[file]?.labels ?? {}).join(), `${tag}, ${file}: its words are those of the original`);
  const left = settings.order.filter((id) => !pages.some((p) => p.front.id === id));
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).left_out.filter((e) => e.lang === tag).map((e) => e.block);
  claim(left.length > 0 && left.every((id) => report.includes(id)), `${tag}: the report names the pages that are left out`, report);
  const notice = words["partial-notice"].replace("{count}", String(pages.length)).replace("{total}", String(settings.order.length));
  claim(textOf(byChapter(folder).get("start")).includes(notice), `${tag}: the start page says how much of the guide there is`, notice);
  claim(oneLine(bookletPages(folder).join("\n")).includes(String(settings.order.length)), `${tag}: so does the booklet`);
}

// ------------------------------------------------------------------- figures

function judgeFigures({ pages, snippets, figures }) {
  const drawings = readdirSync(join(guide, "figures")).filter((f) => f.endsWith(".svg"));
  const used = (f, text) => text.includes(`](figures/${f}`);
  none(drawings.filter((f) => !pages.some((p) => used(f, p.body))), "each drawing stands on a page");
  const beside = [["f03.svg", "safe-skin"], ["f04.svg", "safe-sleep"], ["f05.svg", "safe-bath"]];
  for (const [f, snippet] of beside)
    claim(pages.some((p) => new RegExp(`\\(figures/${f}[^\\n]*\\)\\n\\n\`\`\`include\\nsnippet: ${snippet}\\n`).test(p.body)), `${f} stands above ${snippet}`);
  // Its numbers are those of the list.
  const labels = figures["f03.svg"].labels;
  const steps = [...snippets.get("safe-skin").matchAll(/^>\s*(\d+)\. /gm)].map((m) => m[1]);
  claim(Object.values(labels).join() === steps.join(), "f03.svg: its numbers are those of safe-skin", steps);
}

// --------------------------------------------------- words of other countries

// Text of each page of the site, with what is said of figures and pages, and of
// each PDF; without the list of sources, which are called what they are called.
function textsOf(folder) {
  const texts = new Map();
  for (const name of readdirSync(join(folder, "site")).filter((f) => f.endsWith(".html") && f !== "sources.html")) {
    const html = readFileSync(join(folder, "site", name), "utf8");
    const said = [];
    for (const e of elements(parse(html))) {
      for (const { name: key, value } of e.attrs ?? [])
        if (["alt", "title", "aria-label", "placeholder", "content"].includes(key)) said.push(value);
      if (["script", "style"].includes(e.nodeName)) continue;
      for (const child of e.childNodes ?? []) if (child.nodeName === "#text") said.push(child.value);
    }
    texts.set(name, said.join("\n"));
  }
  const print = join(folder, "print", languageOf(folder));
  for (const file of filesBelow(print).filter((f) => f.endsWith(".pdf"))) {
    const run = spawnSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
    claim(run.status === 0 && run.stdout.length > 100, `${basename(file)}: its text can be read`, run.stderr);
    texts.set(file.slice(print.length + 1), run.stdout);
  }
  return texts;
}

function judgeForeignWords({ tag }, folder) {
  const list = foreignWords[tag] ?? [];
  // A language that shares its text with another can get the other's words.
  const shares = Object.entries(settings.languages).some(([name, { extends: under }]) => under && (name === tag || under === tag));
  claim(!shares || list.length > 0, `${tag}: there are words that only others use`);
  for (const [name, text] of textsOf(folder))
    none(list.map((w) => w.exec(text)?.[0]).filter(Boolean), `${tag}, ${name}: no words that only others use`);
}

// ---------------------------------------------------------------------- main

try {
  const out = join(scratch, "out");
  build(guide, out);
  const editions = new Map(clinics.map((c) => [c.id, join(out, c.id)]));
  for (const [tag, language] of languages) {
    // The default clinic's, where it speaks the language.
    const [clinic] = clinics.filter((c) => c.languages[0] === tag)
      .sort((a, b) => (b.id === settings.default_clinic) - (a.id === settings.default_clinic));
    claim(clinic !== undefined, `${tag}: an edition has it`);
    const usual = editions.get(clinic.id);
    if (settings.languages[tag].partial === "yes") {
      judgeTranslation(language, languages.get(settings.default_language), usual);
      continue;
    }
    judgeCoverage(language, usual, editions);
    judgeSnippets(language, usual);
    judgeStyle(language, usual);
    judgeSheetData(language, usual);
    judgeFigures(language);
    judgeForeignWords(language, usual);
  }
  judgeOwnWords(editions);
  judgeLeftovers(editions);
  judgeHelpData();
  const folder = regionGuide();
  build(folder, join(scratch, "regions-out"));
  for (const region of Object.keys(regions)) {
    const edition = join(scratch, "regions-out", `r-${region.toLowerCase()}`);
    judgeRegion(region, edition);
    judgeSheets(region, edition);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
claims.close();
