// SPDX-License-Identifier: MIT
// Reads a guide's source: guide.yaml, a profile, one language's files.
//
// Comes in: folders. Goes out: chapters as plain blocks of words, in the order
// of the source. Written from the description of the format; uses the reference
// parsers of CommonMark and YAML and nothing of bifolio.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Parser } from "commonmark";
import { parse as parseYaml } from "yaml";

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
  return new Intl.DateTimeFormat(lang, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

function children(node) {
  const list = [];
  for (let child = node.firstChild; child; child = child.next) list.push(child);
  return list;
}

// ---------------------------------------------------------------- inlines

// { text, links: [{ text, to }] }; "to" is what stands in the source.
function inlines(nodes) {
  const result = { text: "", links: [] };
  for (const node of nodes) {
    switch (node.type) {
      case "text":
      case "code":
        result.text += node.literal;
        break;
      case "softbreak":
      case "linebreak":
        result.text += " ";
        break;
      case "strong":
      case "emph":
      case "link": {
        const inner = inlines(children(node));
        result.text += inner.text;
        result.links.push(...inner.links);
        if (node.type === "link" && !node.destination.startsWith("lang:"))
          result.links.push({ text: inner.text, to: node.destination });
        break;
      }
      default:
        throw new Error(`${node.type} among inlines`);
    }
  }
  return result;
}

function parseInlines(markdown) {
  const document = new Parser().parse(String(markdown).trim());
  const blocks = children(document);
  if (blocks.length !== 1 || blocks[0].type !== "paragraph") throw new Error(`not one line of words: ${markdown}`);
  return inlines(children(blocks[0]));
}

// ----------------------------------------------------------------- blocks

// [!KIND] at the head of a quote: the callout's kind, title and other blocks.
function callout(quote, reader) {
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
  const title = inlines(first);
  title.text = title.text.slice(match[0].length);
  const label = title.text.trim() === "" ? { text: reader.words[`callout-${kind}`], links: [] } : title;
  const body = readBlocks(blocks.slice(1), reader);
  if (rest.length > 0) body.unshift({ kind: "paragraph", ...inlines(rest) });
  return { kind: "callout", name: kind, label, blocks: body };
}

// The words in a drawing, in the drawing's order.
function drawingWords(reader, name, labels) {
  const svg = readFileSync(join(reader.folder, "figures", name), "utf8");
  return [...svg.matchAll(/<text\b([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, own]) => {
    const key = /\bdata-label="([^"]*)"/.exec(attributes)?.[1];
    return key === undefined ? own : labels[key];
  });
}

function figure(image, reader) {
  const name = basename(image.destination);
  const entry = reader.figures[name] ?? {};
  const written = inlines(children(image)).text;
  const decorative = entry.decorative === "yes";
  const caption = image.title ? { text: image.title, links: [] } : null;
  return {
    kind: "figure",
    src: image.destination,
    alt: decorative ? "" : entry.alt ?? written,
    decorative,
    words: drawingWords(reader, name, entry.labels ?? {}),
    caption,
  };
}

function texts(list) {
  return list.map((text) => parseInlines(text));
}

function optionalText(text) {
  return text === undefined ? null : parseInlines(text);
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
      ...fact(words, "about-version", `${guide.version}, ${guide.dateWords}`),
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
      return [{ kind: "answer", label: parseInlines(values.label), lines: Number(values.count ?? 3) }];
    case "field":
      return [{ kind: "answer", label: parseInlines(values.label), lines: 1 }];
    case "box":
      return [{ kind: "answer", label: parseInlines(values.label), lines: 0 }];
    case "choose":
      return [{ kind: "choices", label: parseInlines(values.label), items: texts(values.items) }];
    case "scale":
      return [{
        kind: "scale",
        label: parseInlines(values.label),
        circles: Number(values.circles ?? 11),
        words: texts([values.left, values.middle, values.right].filter((w) => w !== undefined)),
      }];
    case "finish":
      return [{ kind: "answers", label: optionalText(values.label), items: texts(values.sentences) }];
    case "rings":
      return [{ kind: "answers", label: optionalText(values.label), items: texts(values.rings) }];
    case "card":
      return [{ kind: "card", label: optionalText(values.title), items: texts(values.blanks) }];
    case "wheel":
      return [{ kind: "wheel", label: optionalText(values.label), items: texts(values.tasks), note: values.note ?? null }];
    case "glossary":
      return [{ kind: "facts", facts: reader.terms.map((t) => ({
        name: t.term,
        text: t.say ? `${fillWords(reader.words, "glossary-say", { say: t.say })} ${t.meaning}` : t.meaning,
        links: [],
      })) }];
    case "sources":
      return [{ kind: "list", ordered: false, tight: true, items: reader.sources.map((s) => [source(s, reader.words)]) }];
    case "checklist":
      return [{ kind: "ticks", label: parseInlines(values.label), items: texts(values.items) }];
    case "grid":
      return [{
        kind: "grid",
        label: optionalText(values.label),
        rows: texts(values.rows),
        columns: values.columns.map((c) => ({ ...parseInlines(c.label), drawn: Number(c.circles ?? 0) > 0 || c.tick === "yes" || c.choose === "yes" || c.choices !== undefined,
          choices: c.choices ?? [] })),
        note: values.note ?? null,
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
      return readMarkdown(readFileSync(join(reader.language, "snippets", `${values.snippet}.md`), "utf8"), reader);
    default:
      throw new Error(`component ${name}`);
  }
}

function readBlock(node, reader) {
  switch (node.type) {
    case "paragraph": {
      const inner = children(node);
      if (inner.length === 1 && inner[0].type === "image") return [figure(inner[0], reader)];
      return [{ kind: "paragraph", ...inlines(inner) }];
    }
    case "heading":
      return [{ kind: "heading", level: node.level, ...inlines(children(node)) }];
    case "block_quote":
      return [callout(node, reader) ?? { kind: "quote", blocks: readBlocks(children(node), reader) }];
    case "list":
      return [{
        kind: "list",
        ordered: node.listType === "ordered",
        start: node.listStart ?? 1,
        delimiter: ["paren", ")"].includes(node.listDelimiter) ? ")" : ".",
        tight: node.listTight,
        items: children(node).map((item) => readBlocks(children(item), reader)),
      }];
    case "code_block": {
      const name = (node.info ?? "").trim();
      if (name === "include" || componentNames.includes(name)) return component(name, node.literal, reader);
      return [{ kind: "code", text: node.literal, links: [] }];
    }
    case "thematic_break":
      return [{ kind: "rule" }];
    default:
      throw new Error(`${node.type} among blocks`);
  }
}

function readBlocks(nodes, reader) {
  return nodes.flatMap((node) => readBlock(node, reader));
}

function readMarkdown(markdown, reader) {
  return readBlocks(children(new Parser().parse(markdown)), reader);
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
  for (const file of chapterFiles(reader.language)) {
    const { front, body } = splitFrontMatter(readFileSync(join(reader.language, file), "utf8"), file);
    byId.set(front.id, { file, front, body });
  }
  let number = 0;
  return reader.guideYaml.order.map((id) => {
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
      blocks: readMarkdown(body, reader),
    };
  });
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

function chooseHelp(folder, clinic) {
  const path = join(folder, "help.yaml");
  if (!existsSync(path)) return [];
  // A country's lines answer in all its parts.
  const places = [clinic.region, clinic.subregion, clinic.region?.split("-")[0]];
  const lines = (readYaml(path).lines || []).filter(
    (l) => l.status !== "unverified" && l.regions.some((r) => places.includes(r)),
  );
  return helpLevels.flatMap((level) => lines.filter((l) => l.level === level))
    .map((l) => ({ ...l, display: l.display ?? l.number }));
}

// "themes": the folder with the theme's folders in it.
export function readGuide(folder, { clinic, lang, themes }) {
  const yaml = readYaml(join(folder, "guide.yaml"));
  const profile = readYaml(join(folder, "clinics", `${clinic}.yaml`));
  const words = readYaml(join(themes, yaml.theme ?? "default", "strings", `${lang}.yaml`));
  profile.site_url = profile.site_url?.replace(/\/+$/, "");
  profile.phone_display = profile.phone_display ?? profile.phone;
  const help = chooseHelp(folder, profile);
  const checked = help.map((l) => l.checked).filter(Boolean).sort()[0];
  const guide = {
    folder,
    lang,
    words,
    clinicId: clinic,
    clinic: profile,
    live: profile.edition === "live",
    title: yaml.languages[lang].title,
    strapline: yaml.languages[lang].strapline,
    credit: yaml.languages[lang].credit,
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
    print: yaml.print,
  };
  const figuresPath = join(folder, lang, "figures.yaml");
  const termsPath = join(folder, lang, "glossary.yaml");
  const sourcesPath = join(folder, "sources.yaml");
  const reader = {
    folder,
    terms: existsSync(termsPath) ? readYaml(termsPath).words ?? [] : [],
    sources: existsSync(sourcesPath) ? readYaml(sourcesPath).sources ?? [] : [],
    language: join(folder, lang),
    guide,
    guideYaml: yaml,
    words,
    figures: existsSync(figuresPath) ? readYaml(figuresPath).figures ?? {} : {},
  };
  guide.chapters = readChapters(reader);
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
