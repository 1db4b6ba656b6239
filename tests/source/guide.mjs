// SPDX-License-Identifier: MIT
// Reads a guide's source: guide.yaml, a profile, one language's files.
//
// Comes in: folders. Goes out: chapters as plain blocks of words, in the order
// of the source. Written from the description of the format, bifolio(5); uses the
// reference parsers of CommonMark and YAML and nothing of bifolio.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { parse as parseYaml } from "yaml";
import { inlines } from "./inlines.mjs";
import { children, parseMarkdown, showValues } from "./markdown.mjs";

const componentNames = [
  "about", "box", "card", "checklist", "choose", "clinic", "contents", "field", "finish", "glossary", "grid",
  "help", "lines", "rings", "scale", "sources", "wheel",
];

const calloutKinds = {
  DO: "do", AVOID: "avoid", TRY: "try", NOTE: "note", HELP: "help", URGENT: "urgent", EMERGENCY: "emergency",
  // GitHub's names for the same things.
  TIP: "try", IMPORTANT: "note", WARNING: "urgent", CAUTION: "avoid",
};

const helpLevels = ["emergency", "urgent", "talk", "specialist", "baby"];

// All values as text, as an editor sees them: "on" is not true, 0161 not 161.
function readYaml(path) {
  return parseYaml(readFileSync(path, "utf8"), { schema: "failsafe" });
}

export function fillWords(words, key, values = {}) {
  if (words[key] === undefined) throw new Error(`no words called "${key}"`);
  return words[key].replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

function dateWords(date, lang) {
  const day = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(`${lang}-u-nu-latn`, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

// ---------------------------------------------------------------- inlines

function parseInlines(markdown, reader) {
  const document = parseMarkdown(String(markdown).trim());
  const blocks = children(document);
  if (blocks.length !== 1 || blocks[0].type !== "paragraph") throw new Error(`not one line of words: ${markdown}`);
  return inlines(children(blocks[0]), reader, document.hidden);
}

// Plain words with values in them.
function plain(text, reader) {
  return text.replace(/\{\{ *([a-z_]+\.[A-Za-z0-9_-]+) *\}\}/g, (all, name) => reader.value(name));
}

// ----------------------------------------------------------------- blocks

// [!KIND] at the head of a quote: the callout's kind, title and other blocks.
// If nothing is left of those, since their values are blank, there is no callout.
function callout(quote, reader, hidden) {
  const blocks = children(quote);
  if (blocks[0]?.type !== "paragraph") return null;
  const nodes = children(blocks[0]);
  let head = "";
  let used = 0;
  while (used < nodes.length && nodes[used].type === "text") head += nodes[used++].literal;
  const match = /^\[!([A-Za-z]+)\][ \t]*/.exec(head);
  if (!match) return null;
  const kind = calloutKinds[match[1].toUpperCase()];
  if (!kind) throw new Error(`callout ${match[1]}`);
  // The rest of the first line is the title, the rest of the paragraph a text.
  const end = nodes.findIndex((n) => n.type === "softbreak" || n.type === "linebreak");
  const first = end < 0 ? nodes : nodes.slice(0, end);
  const rest = end < 0 ? [] : nodes.slice(end + 1);
  const title = inlines(first, reader, hidden);
  Object.assign(title, withoutStart(title, match[0]));
  const label = title.text.trim() === "" ? plainWords(reader.words[`callout-${kind}`]) : title;
  const body = rest.length > 0 ? wordsBlock("paragraph", rest, reader, hidden) : [];
  body.push(...readBlocks(blocks.slice(1), reader, hidden));
  const had = rest.length > 0 || blocks.length > 1;
  return body.length > 0 || !had ? [{ kind: "callout", name: kind, label, blocks: body }] : [];
}

// Words without what they begin with.
function withoutStart({ text, links }, start) {
  return { text: text.slice(start.length), links: links.map((l) => ({ ...l, end: l.end - start.length })) };
}

function plainWords(text) {
  return { text, links: [], spans: [], expansions: [], struck: [] };
}

// Nothing if there is nothing in it but a blank value and its label.
function wordsBlock(kind, nodes, reader, hidden, more = {}) {
  const { label, ...words } = inlines(nodes, reader, hidden);
  return label ? [] : [{ kind, ...more, ...words }];
}

// The words in a drawing, in the drawing's order; programs put a tspan into a
// text.
function drawingWords(reader, name, labels) {
  if (!name.endsWith(".svg")) return [];
  const svg = readFileSync(join(reader.folder, "figures", name), "utf8");
  return [...svg.matchAll(/<(?:text|tspan)\b([^>]*)>([^<]+)<\/(?:text|tspan)>/g)].map(([, attributes, own]) => {
    const key = /\bdata-label="([^"]*)"/.exec(attributes)?.[1];
    return key === undefined ? own : labels[key];
  });
}

function figure(image, reader, hidden) {
  const name = basename(image.destination);
  const entry = reader.figures[name] ?? {};
  const written = inlines(children(image), reader, hidden).text;
  const decorative = entry.decorative === "yes";
  const caption = image.title ? plainWords(showValues(image.title, hidden, ({ name: value }) => reader.value(value))) : null;
  return {
    kind: "figure",
    src: image.destination,
    alt: decorative ? "" : entry.alt ?? written,
    decorative,
    words: drawingWords(reader, name, entry.labels ?? {}),
    caption,
  };
}

function texts(list, reader) {
  return list.map((text) => parseInlines(text, reader));
}

function optionalText(text, reader) {
  return text === undefined ? null : parseInlines(text, reader);
}

function fact(words, key, text, to) {
  if (!text || text.trim() === "") return [];
  return [{ name: words[key], text, links: to ? [{ text, to }] : [] }];
}

function aboutBlocks({ guide, words }) {
  return [{
    kind: "facts",
    facts: [
      ...fact(words, "about-author", guide.author),
      ...fact(words, "about-reviewed-by", guide.reviewedBy || words["about-not-reviewed"]),
      ...fact(words, "about-version", words.pair.replace("{first}", guide.version).replace("{second}", guide.dateWords)),
      ...fact(words, "about-next-review", guide.nextReviewWords),
      ...fact(words, guide.helpVerified ? "about-help-checked" : "about-help-seen", guide.helpChecked),
      ...fact(words, "about-licence", guide.licence),
    ],
  }, { kind: "paragraph", text: guide.credit, links: [] }];
}

function clinicBlocks({ guide, words }) {
  const c = guide.clinic;
  const bare = (address) => address?.replace(/^https?:\/\//, "");
  const blocks = [{
    kind: "facts",
    facts: [
      ...fact(words, "clinic-name", c.name),
      ...fact(words, "clinic-phone", c.phone_display, `tel:${c.phone}`),
      ...fact(words, "clinic-email", c.email, `mailto:${c.email}`),
      ...fact(words, "clinic-hours", c.hours),
      ...fact(words, "clinic-address", c.address),
      ...fact(words, "clinic-booking", bare(c.booking_url), c.booking_url),
      ...fact(words, "clinic-website", bare(c.site_url), c.site_url),
    ],
  }];
  if (c.emergency_text) blocks.push({ kind: "paragraph", text: c.emergency_text, links: [] });
  return blocks;
}

function source(s, words) {
  const text = fillWords(words, s.year ? "source-year" : "source", s);
  if (!s.address) return { kind: "paragraph", text, links: [] };
  const bare = s.address.replace(/^https?:\/\//, "");
  return { kind: "paragraph", text: `${text} ${bare}`, links: [{ text: bare, to: s.address }] };
}

function component(name, literal, reader) {
  const values = literal.trim() === "" ? {} : parseYaml(literal, { schema: "failsafe" });
  switch (name) {
    case "lines":
      return [{ kind: "answer", label: parseInlines(values.label, reader), lines: Number(values.count ?? 3) }];
    case "field":
      return [{ kind: "answer", label: parseInlines(values.label, reader), lines: 1 }];
    case "box":
      return [{ kind: "answer", label: parseInlines(values.label, reader), lines: 0 }];
    case "choose":
      return [{ kind: "choices", label: parseInlines(values.label, reader), items: texts(values.items, reader) }];
    case "scale":
      return [{
        kind: "scale",
        label: parseInlines(values.label, reader),
        circles: Number(values.circles ?? 11),
        words: texts([values.left, values.middle, values.right].filter((w) => w !== undefined), reader),
      }];
    case "finish":
      return [{ kind: "answers", label: optionalText(values.label, reader), items: texts(values.sentences, reader) }];
    case "rings":
      return [{ kind: "answers", label: optionalText(values.label, reader), items: texts(values.rings, reader) }];
    case "card":
      return [{ kind: "card", label: optionalText(values.title, reader), items: texts(values.blanks, reader) }];
    case "wheel":
      return [{ kind: "wheel", label: optionalText(values.label, reader), items: texts(values.tasks, reader), note: values.note ? plain(values.note, reader) : null }];
    case "glossary":
      return [{ kind: "facts", facts: reader.terms.map((t) => ({
        name: t.term,
        text: t.say ? `${fillWords(reader.words, "glossary-say", { say: t.say })} ${t.meaning}` : t.meaning,
        links: [],
      })) }];
    case "sources":
      return [{ kind: "list", ordered: false, tight: true, items: reader.sources.map((s) => [source(s, reader.words)]) }];
    case "checklist":
      return [{ kind: "ticks", label: parseInlines(values.label, reader), items: texts(values.items, reader) }];
    case "grid":
      return [{
        kind: "grid",
        label: optionalText(values.label, reader),
        rows: texts(values.rows, reader),
        columns: values.columns.map((c) => ({ ...parseInlines(c.label, reader), drawn: Number(c.circles ?? 0) > 0 || c.tick === "yes" || c.choose === "yes" || c.choices !== undefined,
          choices: (c.choices ?? []).map((w) => plain(w, reader)) })),
        note: values.note ? plain(values.note, reader) : null,
      }];
    case "help": {
      const level = values.level ?? "all";
      return [{ kind: "help", lines: reader.guide.help.filter((l) => level === "all" || l.level === level) }];
    }
    case "about":
      return aboutBlocks(reader);
    case "clinic":
      return clinicBlocks(reader);
    case "contents":
      return [{ kind: "contents" }];
    case "include":
      return readMarkdown(readFileSync(nearest(reader.folders, join("snippets", `${values.snippet}.md`)), "utf8"), reader);
    default:
      throw new Error(`component ${name}`);
  }
}

// "caption": its words, or null.
function table(node, caption, reader, hidden) {
  const rows = node.rows.map((row) => {
    const cells = row.map((cell) => (cell ? inlines(children(cell), reader, hidden) : plainWords("")));
    return { cells, bold: row[0] !== null && children(row[0]).length === 1 && row[0].firstChild.type === "strong" };
  });
  // A row of nothing but a blank value and its label.
  const goes = ({ cells }) => cells.some((c) => c.blank) && cells.slice(1).every((c) => c.blank ? c.label : c.text === "");
  const [head, ...body] = rows.filter((row, i) => i === 0 || !goes(row));
  return [{
    kind: "table",
    caption,
    head: head.cells,
    rows: body.map((r) => r.cells),
    rowHeads: head.cells[0].text === "" || rows.slice(1).every((r) => r.bold) && rows[0].bold,
  }];
}

function list(node, reader, hidden) {
  const items = children(node)
    .map((item) => ({ task: item.task ?? null, blocks: readBlocks(children(item), reader, hidden), had: item.firstChild !== null }))
    .filter((item) => item.blocks.length > 0 || !item.had);
  if (items.length === 0) return [];
  return [{
    kind: "list",
    ordered: node.listType === "ordered",
    start: node.listStart ?? 1,
    delimiter: ["paren", ")"].includes(node.listDelimiter) ? ")" : ".",
    tight: node.listTight,
    tasks: items.map((item) => item.task),
    items: items.map((item) => item.blocks),
  }];
}

function readBlock(node, reader, hidden) {
  switch (node.type) {
    case "paragraph": {
      const inner = children(node);
      if (inner.length === 1 && inner[0].type === "image") return [figure(inner[0], reader, hidden)];
      return wordsBlock("paragraph", inner, reader, hidden);
    }
    case "heading":
      return wordsBlock("heading", children(node), reader, hidden, { level: node.level });
    case "block_quote":
      return callout(node, reader, hidden) ?? [{ kind: "quote", blocks: readBlocks(children(node), reader, hidden) }];
    case "list":
      return list(node, reader, hidden);
    case "code_block": {
      const name = (node.info ?? "").trim();
      if (name === "include" || componentNames.includes(name)) return component(name, node.literal, reader);
      return [{ kind: "code", ...plainWords(node.literal) }];
    }
    case "thematic_break":
      return [{ kind: "rule" }];
    case "custom_block":
      // A footnote's words are read when all of the page is.
      return [];
    default:
      throw new Error(`${node.type} among blocks`);
  }
}

const comments = { "page-break": null, "web-only": "web", "print-only": "print", "not-in-booklet": "sheet", end: null };

// "caption" of the table that follows "node", or null.
function captionBefore(node, reader, hidden) {
  const first = node.type === "paragraph" ? node.firstChild : null;
  if (node.next?.added !== "table" || first?.type !== "text" || !/^Table:\s/.test(first.literal)) return null;
  const words = inlines(children(node), reader, hidden);
  return { ...words, ...withoutStart(words, /^Table:\s+/.exec(words.text)[0]) };
}

// Blocks side by side; switches and sections among them.
function readBlocks(nodes, reader, hidden) {
  const top = [];
  const open = [{ into: top }];
  let caption = null;
  for (const node of nodes) {
    const { into } = open.at(-1);
    if (node.type === "html_block") {
      const name = /^<!-- *([a-z-]+) *-->$/.exec(node.literal.trim())?.[1];
      if (!(name in comments)) throw new Error(`HTML: ${node.literal}`);
      if (comments[name]) {
        const only = { kind: "only", medium: comments[name], blocks: [] };
        into.push(only);
        open.push({ into: only.blocks });
      } else if (name === "end") open.pop();
    } else if (node.added === "section") {
      if (node.open) open.push({ into: reader.value(node.name) === "" ? [] : into });
      else open.pop();
    } else if (node.added === "table") {
      into.push(...table(node, caption, reader, hidden));
    } else if (!(caption = captionBefore(node, reader, hidden))) {
      into.push(...readBlock(node, reader, hidden));
    }
    if (node.added === "table") caption = null;
  }
  if (open.length !== 1) throw new Error("a switch or section without an end");
  return top;
}

function readMarkdown(markdown, reader) {
  const document = parseMarkdown(markdown);
  for (let walker = document.walker(), event; (event = walker.next()); )
    if (event.entering && event.node.added === "footnote" && !reader.footnotes.has(event.node.label))
      reader.footnotes.set(event.node.label, { node: event.node, hidden: document.hidden, number: 0 });
  return readBlocks(children(document), reader, document.hidden);
}

// The blocks of a page, and behind them those of the footnotes that it refers to,
// in the order of the first references.
function readPage(body, reader) {
  reader.footnotes = new Map();
  reader.noteOrder = [];
  const blocks = readMarkdown(body, reader);
  const notes = [];
  for (let i = 0; i < reader.noteOrder.length; i++) {
    const { node, hidden } = reader.noteOrder[i];
    notes.push({ kind: "footnote", number: i + 1, blocks: readBlocks(children(node), reader, hidden) });
  }
  return [...blocks, ...notes];
}

// A language and those that it extends, the nearest first.
function languageChain(yaml, lang) {
  const tags = [];
  for (let tag = lang; tag; tag = yaml.languages[tag].extends) tags.push(tag);
  return tags;
}

function nearest(folders, path) {
  const found = folders.find((f) => existsSync(join(f, path)));
  if (!found) throw new Error(`no ${path}`);
  return join(found, path);
}

// One map of all folders' files, the nearest folder's entries before others.
function readOver(folders, name, key) {
  const all = folders.map((f) => join(f, name)).filter((f) => existsSync(f)).map((f) => readYaml(f)[key] ?? {});
  return Object.assign({}, ...all.reverse());
}

// A word takes the place of the one that it is or names; others come behind.
function readGlossary(folders) {
  const words = [];
  for (const folder of [...folders].reverse()) {
    const path = join(folder, "glossary.yaml");
    const under = words.map((w) => w.term);
    for (const word of existsSync(path) ? readYaml(path).words ?? [] : []) {
      const place = under.indexOf(word.instead_of ?? word.term);
      if (place < 0) words.push(word);
      else words[place] = word;
    }
  }
  return words;
}

// ---------------------------------------------------------------- chapters

function chapterFiles(language) {
  const list = (folder) =>
    existsSync(join(language, folder))
      ? readdirSync(join(language, folder)).filter((n) => n.endsWith(".md")).sort().map((n) => join(folder, n))
      : [];
  return [...list("."), ...list("worksheets")];
}

function splitFrontMatter(text, file) {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$\n?/m.exec(text);
  if (!match || match.index !== 0) throw new Error(`${file}: no front matter`);
  return { front: parseYaml(match[1], { schema: "failsafe" }), body: text.slice(match[0].length) };
}

function readChapters(reader) {
  const byId = new Map();
  // The nearest language last, so that its pages take the places of others.
  for (const folder of [...reader.folders].reverse())
    for (const file of chapterFiles(folder)) {
      const { front, body } = splitFrontMatter(readFileSync(join(folder, file), "utf8"), file);
      byId.set(front.id, { file, front, body });
    }
  let number = 0;
  const { order, languages } = reader.guideYaml;
  const partial = languages[reader.guide.lang].partial === "yes";
  const chapters = order.filter((id) => !partial || byId.has(id)).map((id) => {
    const { file, front, body } = byId.get(id);
    const kind = front.kind ?? "chapter";
    if (kind === "chapter") number++;
    return {
      id,
      file,
      kind,
      number: kind === "chapter" ? number : front.number === undefined ? 0 : Number(front.number),
      title: front.title,
      navTitle: front.nav_title ?? front.title,
      summary: front.summary ?? null,
      forWhom: front.for ?? null,
      duration: front.duration ?? front.minutes ?? null,
      why: front.why ?? null,
      closing: front.closing ?? null,
      blocks: readPage(body, reader),
    };
  });
  // An edition without all chapters says so before anything else.
  if (chapters.length < order.length)
    (chapters.find((c) => c.kind === "start") ?? chapters[0]).blocks.unshift({
      kind: "callout", name: "note", label: plainWords(reader.words["callout-note"]),
      blocks: [{ kind: "paragraph", ...plainWords(fillWords(reader.words, "partial-notice", { count: chapters.length, total: order.length })) }],
    });
  return chapters;
}

// A link in the source of "chapter" -> { uri } or { chapter, heading }.
export function linkTarget(guide, to, chapter) {
  if (/^[a-z]+:/i.test(to)) return { uri: to };
  const [path, heading] = decodeURIComponent(to).split("#");
  if (path === "") return { chapter: chapter.id, heading };
  const found = guide.chapters.find((c) => c.file === path) ??
    guide.chapters.find((c) => basename(c.file) === basename(path));
  if (!found) throw new Error(`a link to nowhere: ${to}`);
  return { chapter: found.id, heading: heading ?? null };
}

// What help.yaml says in words, as the language says it, or in its own with "langs"
// telling which words those are.
function translateHelp(line, words, other) {
  const told = { ...line, langs: {} };
  for (const key of ["name", "hours", "note"]) {
    if (line[key] === undefined) continue;
    if (words[line[key].trim()] !== undefined) told[key] = words[line[key].trim()];
    else if (other) told.langs[key] = other;
  }
  return told;
}

function chooseHelp(folder, clinic, words, other) {
  const path = join(folder, "help.yaml");
  if (!existsSync(path)) return [];
  // A country's lines answer in all its parts.
  const places = [clinic.region, clinic.subregion, clinic.region?.split("-")[0]];
  const lines = (readYaml(path).lines || []).filter(
    (l) => l.status !== "unverified" && l.regions.some((r) => places.includes(r)),
  );
  return helpLevels.flatMap((level) => lines.filter((l) => l.level === level))
    .map((l) => translateHelp({ ...l, display: l.display ?? l.number }, words, other));
}

// Somebody to talk to who can be rung, or undefined.
export function someone(guide) {
  const rung = ["talk", "urgent", "specialist"].map((level) => guide.help.find((l) => l.level === level && l.number));
  return rung.find(Boolean);
}

// What {{name}} stands for; "" if it is blank.
function valueOf(guide, name) {
  const [group, key] = name.split(".");
  const own = {
    title: guide.title, strapline: guide.strapline, version: guide.version, date: guide.dateWords,
    next_review: guide.nextReviewWords, author: guide.author, reviewed_by: guide.reviewedBy,
    licence: guide.licence, credit: guide.credit,
  };
  const clinicKeys = [
    "name", "region", "subregion", "strapline", "phone", "phone_display", "email", "hours", "address", "site_url",
    "booking_url", "emergency_text", "services",
  ];
  if (group === "guide" && key in own) return own[key] ?? "";
  if (group === "clinic" && clinicKeys.includes(key)) return guide.clinic[key] ?? "";
  if (group === "term" && key in guide.terms) return guide.terms[key];
  if (name === "help.emergency") return guide.help.find((l) => l.level === "emergency" && l.display)?.display ?? "";
  if (name === "help.someone") return someone(guide) ? `${someone(guide).name}, ${someone(guide).display}` : "";
  throw new Error(`no value called ${name}`);
}

// "themes": the folder with the theme's folders in it.
export function readGuide(folder, { clinic, lang, themes }) {
  const yaml = readYaml(join(folder, "guide.yaml"));
  const profile = readYaml(join(folder, "clinics", `${clinic}.yaml`));
  // A theme without words of its own has those of the default theme.
  const chain = languageChain(yaml, lang);
  const folders = chain.map((tag) => join(folder, tag));
  const given = (key) => chain.map((tag) => yaml.languages[tag][key]).find((text) => text !== undefined);
  const strings = chain.flatMap((tag) => [join(folder, "themes", yaml.theme ?? "default"), join(themes, yaml.theme ?? "default"),
    join(themes, "default")].map((t) => join(t, "strings", `${tag}.yaml`))).filter((f) => existsSync(f));
  const words = Object.assign({}, ...strings.reverse().map(readYaml));
  profile.site_url = profile.site_url?.replace(/\/+$/, "");
  // The default language is at the root.
  if (profile.site_url && lang !== (profile.default_language ?? profile.languages[0])) profile.site_url += `/${lang}`;
  profile.phone_display = profile.phone_display ?? profile.phone;
  const primary = (tag) => tag.split("-")[0];
  const help = chooseHelp(folder, profile, readOver(folders, "help.yaml", "words"),
    primary(lang) === primary(yaml.default_language) ? null : yaml.default_language);
  const checked = help.map((l) => l.checked).filter(Boolean).sort()[0];
  const guide = {
    folder,
    lang,
    words,
    clinicId: clinic,
    editionCode: `${yaml.id} ${yaml.version} ${clinic} ${lang}`,
    // The booklet's sheets do not repeat the guide's name.
    shortCode: `${yaml.version} ${clinic} ${lang}`,
    clinic: profile,
    live: profile.edition === "live",
    title: given("title"),
    strapline: given("strapline"),
    credit: given("credit"),
    author: yaml.author,
    reviewedBy: yaml.reviewed_by,
    licence: yaml.licence,
    version: yaml.version,
    date: yaml.date,
    dateWords: dateWords(yaml.date, lang),
    nextReviewWords: dateWords(yaml.next_review, lang),
    help,
    helpVerified: help.every((l) => l.status === "verified"),
    helpChecked: checked ? dateWords(checked, lang) : null,
    rightToLeft: /^(ar|fa|he|ur|ps|ckb|yi)\b/.test(lang),
    terms: readOver(folders, "terms.yaml", "terms"),
  };
  const sourcesPath = join(folder, "sources.yaml");
  const reader = {
    folder,
    terms: readGlossary(folders),
    sources: existsSync(sourcesPath) ? readYaml(sourcesPath).sources ?? [] : [],
    folders,
    guide,
    guideYaml: yaml,
    words,
    figures: readOver(folders, "figures.yaml", "figures"),
  };
  reader.value = (name) => valueOf(guide, name);
  reader.footnote = (label) => {
    const note = reader.footnotes.get(label);
    if (!note) return null;
    if (note.number === 0) note.number = reader.noteOrder.push(note);
    return note.number;
  };
  guide.chapters = readChapters(reader);
  guide.partial = guide.chapters.length < yaml.order.length;
  const leftOut = (id) => yaml.order.includes(id) && !guide.chapters.some((c) => c.id === id);
  guide.print = yaml.print.filter((id) => !leftOut(id));
  guide.chapter = (id) => guide.chapters.find((c) => c.id === id);
  return guide;
}

// The blocks of a chapter one after the other, those inside others behind them.
export function* allBlocks(blocks) {
  for (const block of blocks) {
    yield block;
    if (block.blocks) yield* allBlocks(block.blocks);
    if (block.kind === "list") for (const item of block.items) yield* allBlocks(item);
  }
}
