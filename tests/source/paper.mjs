// SPDX-License-Identifier: MIT
// What the booklet has to say, as a tree of structure elements, from the source
// alone (guide.mjs) and the theme's words; and, in the same form, what the website
// has to say of each chapter.
//
// A node: { role, kids: [text or node], alt, ink, links: [{ text, uri }] or
// [{ text, chapter, heading }] }. "ink: false": nothing is drawn for it, so
// readers that start from a page cannot see it. The role Artifact: drawn words
// outside the tree. Page numbers, and the places of pages for notes, cannot be
// known from the source: they are handed in. Footnotes are the last kids of their
// chapter, wherever its pages have them.
import { allBlocks, fillWords, linkTarget, someone } from "./guide.mjs";

function node(role, text = "", more = {}) {
  return { role, links: [], kids: text === "" ? [] : [text], ...more };
}

function group(role, kids, more = {}) {
  return { role, links: [], kids, ...more };
}

class Paper {
  constructor(guide, pageOf, pageBehind, medium = "print") {
    this.guide = guide;
    this.pageBehind = pageBehind;
    this.medium = medium;
    // Words of the website that stand between its blocks.
    this.between = [];
    this.words = guide.words;
    this.pageOf = pageOf;
    this.current = null;
  }

  word(key, values) {
    return fillWords(this.words, key, values);
  }

  // A link from paper to what is not printed is words only; one to another page
  // is followed by its number.
  wordsOf(role, inline, { kids, ...more } = {}) {
    const links = inline.links
      .map(({ text, to, end }) => ({ text, end, ...linkTarget(this.guide, to, this.current) }))
      .filter((l) => this.medium === "web" || l.uri !== undefined || this.guide.print.includes(l.chapter));
    let { text } = inline;
    let longer = 0;
    for (const link of links) {
      const page = link.uri === undefined && this.medium === "print" ? this.pageBehind(link) : null;
      if (page === null) continue;
      const behind = ` ${this.word("link-page", { page })}`;
      text = text.slice(0, link.end + longer) + behind + text.slice(link.end + longer);
      longer += behind.length;
      link.text += behind;
    }
    const { spans = [], expansions = [], struck = [] } = inline;
    return node(role, text, { links, spans, expansions, struck, ...more, ...(kids ? { kids: kids(text) } : {}) });
  }

  // -------------------------------------------------------------- blocks

  // Whole sheets have what is printed, and what only the booklet has no room for.
  shows(only) {
    if (this.medium === "web") return only !== "print";
    return only === "print" || (only === "sheet" && this.guide.binding === "loose");
  }

  blocks(blocks, chapter) {
    return blocks.flatMap((block) => this.block(block, chapter));
  }

  block(block, chapter) {
    switch (block.kind) {
      case "paragraph":
        return [this.wordsOf("P", block)];
      case "heading":
        return [this.wordsOf(`H${block.level}`, block)];
      case "quote":
        return [group("BlockQuote", this.blocks(block.blocks, chapter))];
      case "code":
        return [node("P", block.text)];
      case "rule":
        return [];
      case "contents":
        return this.medium === "web" ? this.chapterList() : [];
      case "list":
        return [this.list(block, chapter)];
      case "table":
        return [this.table(block)];
      case "footnote":
        return [group("Note", [node("Lbl", `${block.number}.`), ...this.blocks(block.blocks, chapter)])];
      case "only":
        return this.shows(block.medium) ? this.blocks(block.blocks, chapter) : [];
      case "callout":
        return [group("Div", [this.wordsOf("P", block.label), ...this.blocks(block.blocks, chapter)])];
      case "figure":
        return this.figure(block);
      case "facts":
        return [group("L", block.facts.map((f) => group("LI", [node("Lbl", f.name), this.wordsOf("LBody", f)])))];
      case "help":
        return this.help(block, chapter);
      case "answer": {
        const label = block.label?.text ?? chapter.title;
        return [
          ...(block.label ? [this.wordsOf("P", block.label)] : []),
          node("Form", "", { alt: this.word("answer-space", { label }) }),
        ];
      }
      case "ticks":
        return [
          ...(block.label ? [this.wordsOf("P", block.label)] : []),
          group("L", block.items.map((item) => group("LI", [
            group("Lbl", [node("Form", "", { alt: this.word("checklist-box", { label: item.text }) })]),
            this.wordsOf("LBody", item),
          ]))),
        ];
      case "choices":
        return [
          this.wordsOf("P", block.label),
          group("L", block.items.map((item) => group("LI", [
            group("Lbl", [node("Form", "", { alt: this.word("choice-of", { label: block.label.text, choice: item.text }) })]),
            this.wordsOf("LBody", item),
          ]))),
        ];
      case "scale":
        return this.scale(block);
      case "answers":
        return this.answers(block);
      case "card":
        return [...(this.medium === "web" ? [] : [node("P", this.word("card-cut"))]), ...this.answers(block)];
      case "wheel":
        return [
          ...(block.label ? [this.wordsOf("P", block.label)] : []),
          group("L", block.items.map((item) => group("LI", [
            group("Lbl", [node("Form", "", { alt: item.text })]),
            this.wordsOf("LBody", item),
          ]))),
          ...(block.note ? [node("P", block.note)] : []),
        ];
      case "grid":
        return this.grid(block);
      default:
        throw new Error(`${block.kind} on paper`);
    }
  }

  list(list, chapter) {
    const items = list.items.map((item, i) => {
      const label = list.ordered ? [node("Lbl", `${list.start + i}${list.delimiter}`)] : [];
      const task = list.tasks?.[i];
      if (task) label.push(group("Lbl", [node("Form", "", { alt: this.word(`task-${task}`), checked: task === "done" })]));
      // In a tight list the first paragraph is the item itself.
      const [first, ...rest] = item;
      const body = list.tight && first?.kind === "paragraph"
        ? this.wordsOf("LBody", first, { kids: (text) => [text, ...this.blocks(rest, chapter)] })
        : group("LBody", this.blocks(item, chapter));
      return group("LI", [...label, body]);
    });
    return group("L", items, { numbering: list.ordered ? "Decimal" : "Disc" });
  }

  figure(figure) {
    const words = figure.words.join(" ");
    const caption = figure.caption;
    if (figure.decorative)
      return [
        ...(words ? [node("Artifact", words)] : []),
        ...(caption ? [this.wordsOf("P", caption)] : []),
      ];
    const drawn = node("Figure", words, { alt: figure.alt });
    return caption ? [group("Div", [drawn, this.wordsOf("Caption", caption)])] : [drawn];
  }

  helpLine(line) {
    const word = line.text_word;
    const text = !line.text_to ? null
      : word ? this.word("help-text", { word, number: line.text_to })
      : this.word("help-text-only", { number: line.text_to });
    const own = (key) => line[key] && node("P", line[key], { lang: line.langs[key] });
    const parts = [own("name"), line.number && node("P", line.display), text && node("P", text), own("hours"), own("note")]
      .filter(Boolean);
    if (line.web) parts.push(node("P", line.web, { links: [{ text: line.web, uri: `https://${line.web}` }] }));
    return group("Div", parts);
  }

  help(block, chapter) {
    if (block.lines.length === 0) return [];
    const levels = [...new Set(block.lines.map((l) => l.level))];
    const between = (role, text) => {
      if (this.medium === "web") this.between.push(text);
      return this.medium === "web" ? [] : [node(role, text)];
    };
    const cards = levels.map((level) => group("Sect", [
      ...between("H2", this.word(`help-level-${level}`)),
      ...block.lines.filter((l) => l.level === level).map((l) => this.helpLine(l)),
    ]));
    // What is said of all lines is said once a chapter.
    const last = [...allBlocks(chapter.blocks.filter((b) => b.medium !== "web"))].filter((b) => b.kind === "help").at(-1);
    if (block !== last) return cards;
    const below = [
      this.guide.helpChecked
        ? this.word(this.guide.helpVerified ? "help-checked" : "help-seen", { date: this.guide.helpChecked })
        : "",
      this.medium === "print" && !this.guide.live && chapter.kind === "help" ? this.word("sample") : "",
    ].filter(Boolean).join(" ");
    if (below) cards.push(...between("P", below));
    return cards;
  }

  answers(block) {
    return [
      ...(block.label ? [this.wordsOf("P", block.label)] : []),
      ...block.items.flatMap((item) => [
        this.wordsOf("P", item),
        node("Form", "", { alt: this.word("answer-space", { label: item.text }) }),
      ]),
    ];
  }

  // Eleven circles have the numbers from 0 to 10 in them.
  scale(scale) {
    const numbers = scale.circles === 11 ? [...Array(11).keys()].join(" ") : "";
    const alt = this.word("scale-spoken", {
      label: scale.label.text,
      left: scale.words[0].text,
      right: scale.words.at(-1).text,
    });
    return [
      this.wordsOf("P", scale.label),
      node("Form", numbers, { alt }),
      ...scale.words.map((w) => this.wordsOf("P", w)),
    ];
  }

  grid(grid) {
    const head = group("TR", [
      node("TD", "", { ink: false }),
      ...grid.columns.map((c) => node("TH", c.text, { scope: "Column" })),
    ]);
    const rows = grid.rows.map((row) => group("TR", [
      node("TH", row.text, { scope: "Row" }),
      ...grid.columns.map((column) => group("TD", [
        node("Form", column.choices.join(" "), {
          alt: this.word("grid-cell", { row: row.text, column: column.text }),
          ink: column.drawn,
        }),
      ])),
    ]));
    return [
      group("Table", [
        ...(grid.label ? [this.wordsOf("Caption", grid.label)] : []),
        group("THead", [head]),
        group("TBody", rows),
      ]),
      ...(grid.note ? [node("P", grid.note)] : []),
    ];
  }

  chapterList() {
    const item = ({ id, navTitle }) =>
      group("LI", [node("LBody", navTitle, { links: [{ text: navTitle, chapter: id, heading: null }] })]);
    return [group("L", this.guide.chapters.map(item))];
  }

  // A table of one row has no heads.
  table(table) {
    const cell = (words, role, scope) =>
      words.text === "" ? node("TD", "", { ink: false }) : this.wordsOf(role, words, { scope });
    const headless = table.rows.length === 0;
    const head = group("TR", table.head.map((c) => headless ? cell(c, "TD") : cell(c, "TH", "Column")));
    const rows = table.rows.map((row) => group("TR", row.map((c, i) =>
      i === 0 && table.rowHeads ? cell(c, "TH", "Row") : cell(c, "TD"))));
    const caption = table.caption ? [this.wordsOf("Caption", table.caption)] : [];
    if (headless) return group("Table", [...caption, head]);
    // Where the body goes on, a page begins with the head's words once more.
    return group("Table", [...caption, group("THead", [head]), group("TBody", rows)],
      { again: table.head.map((c) => c.text).join(" ") });
  }

  // --------------------------------------------------------------- parts

  chapter(chapter) {
    const parts = [];
    if (chapter.kind === "chapter") parts.push(node("P", String(chapter.number)));
    parts.push(node("H1", chapter.title));
    if (chapter.summary && !["help", "about"].includes(chapter.kind)) parts.push(node("P", chapter.summary));
    return group("Sect", [...parts, ...this.blocks(chapter.blocks, chapter)], { chapter: chapter.id });
  }

  // Whom to ring; without the name where the line has no room for it, which a
  // reader of sources cannot know: the kind line decides.
  someone(chapter) {
    const line = someone(this.guide);
    if (!line) return [];
    const closing = chapter.closing ?? this.word("worksheet-keep");
    const whole = `${line.name} ${line.display}`;
    const room = { loose: 80, single: 52 }[this.guide.binding] ?? 58;
    return [node("P", closing.length + whole.length < room ? whole : line.display)];
  }

  worksheet(chapter) {
    const facts = [
      chapter.forWhom ? this.word("worksheet-for", { words: chapter.forWhom }) : "",
      chapter.duration ? this.word("worksheet-time", { words: chapter.duration }) : "",
    ].filter(Boolean).join(" ");
    return group("Sect", [
      node("P", this.word("worksheet", { number: chapter.number })),
      ...(facts ? [node("P", facts)] : []),
      node("H1", chapter.title),
      ...(chapter.why ? [node("P", chapter.why)] : []),
      ...this.blocks(chapter.blocks, chapter),
      node("P", chapter.closing ?? this.word("worksheet-keep")),
      ...this.someone(chapter),
      ...(this.guide.live ? [] : [node("P", this.word("sample"))]),
      // Each sheet says of which edition it is, those that are handed out with the
      // guide's name.
      node("P", this.guide.binding === "loose" ? this.guide.editionCode : this.guide.shortCode),
    ], { chapter: chapter.id });
  }

  cover() {
    const g = this.guide;
    return group("Sect", [
      node("H1", g.title),
      node("P", g.strapline),
      ...(g.clinic.name ? [node("P", g.clinic.name)] : []),
      node("P", this.word("language-name")),
    ]);
  }

  contents() {
    const printed = this.guide.print.map((id) => this.guide.chapter(id)).filter(Boolean);
    const row = (chapter) => {
      const text = `${chapter.navTitle} ${this.pageOf(chapter.id)}`;
      const label = chapter.kind === "chapter" ? [node("Lbl", String(chapter.number))] : [];
      return group("TOCI", [...label, text], { links: [{ text, chapter: chapter.id, heading: null }] });
    };
    const toc = (chapters) => group("TOC", chapters.map(row));
    const help = printed.find((c) => c.kind === "help");
    // Help has a box of its own; the page before the contents is not listed.
    const before = this.guide.print.slice(0, this.guide.print.indexOf("contents"));
    const chapters = printed.filter((c) => c.kind !== "worksheet" && c !== help && !(c.kind === "start" && before.includes(c.id)));
    const worksheets = printed.filter((c) => c.kind === "worksheet");
    const parts = [node("H1", this.word("contents"))];
    if (chapters.length > 0) parts.push(toc(chapters));
    if (worksheets.length > 0) parts.push(node("H2", this.word("contents-worksheets")), toc(worksheets));
    if (help) {
      const text = `${this.word("contents-help-label")} ${this.word("contents-help", { page: this.pageOf(help.id) })}`;
      parts.push(node("P", text, { links: [{ text, chapter: help.id, heading: null }] }));
    }
    return group("Sect", parts);
  }

  notes() {
    return group("Sect", [
      node("H1", this.word("notes")),
      node("P", this.word("notes-line")),
      node("Form", "", { alt: this.word("notes") }),
    ]);
  }

  backCover() {
    const g = this.guide;
    const c = g.clinic;
    const parts = [node("P", this.word("back-cover-line"))];
    const line = someone(g);
    if (line) parts.push(node("P", this.word("back-cover-help")), node("P", line.name), node("P", line.display));
    if (c.site_url) {
      const address = c.site_url.replace(/^https?:\/\//, "");
      parts.push(
        node("Figure", "", { alt: this.word("qr-alt", { address: `${address}/current.html` }) }),
        node("P", this.word("qr-label")),
        node("P", address, { links: [{ text: address, uri: c.site_url }] }),
      );
    }
    if (c.name) parts.push(node("H2", c.name));
    const rows = [["clinic-phone", c.phone_display], ["clinic-email", c.email], ["clinic-hours", c.hours], ["clinic-address", c.address]]
      .filter(([, value]) => value)
      .map(([key, value]) => group("LI", [node("Lbl", this.word(key)), node("LBody", value)]));
    if (rows.length > 0) parts.push(group("L", rows));
    if (c.emergency_text) parts.push(node("P", c.emergency_text));
    parts.push(
      node("P", this.word("back-cover-version", { version: g.version, date: g.dateWords })),
      node("P", this.word("next-review", { date: g.nextReviewWords })),
    );
    if (!g.live) parts.push(node("P", this.word("sample")));
    if (g.partial) parts.push(node("P", this.word("partial-line")));
    return group("Sect", parts);
  }

  part(part) {
    if (part === "cover") return this.cover();
    if (part === "contents") return this.contents();
    if (part === "back-cover") return this.backCover();
    const chapter = this.guide.chapter(part);
    this.current = chapter;
    return notesLast(chapter.kind === "worksheet" ? this.worksheet(chapter) : this.chapter(chapter));
  }

  document(notesBefore) {
    const notes = (part) => notesBefore.filter((p) => p === part).map(() => this.notes());
    const sections = this.guide.print
      .filter((part) => part !== "notes")
      .flatMap((part) => [...notes(part), this.part(part)]);
    return group("Document", [...sections, ...notes("end")]);
  }
}

// A chapter with its footnotes behind all else.
export function notesLast(sect) {
  const note = (kid) => kid.role === "Note";
  return { ...sect, kids: [...sect.kids.filter((k) => !note(k)), ...sect.kids.filter(note)] };
}

// "pageOf": chapter id -> the page number printed in the contents; "pageBehind":
// the same for the next link of the text ({ chapter, heading }), null if it has
// none; "notesBefore": for each spare page the part of guide.yaml's plan before
// which it stands, or "end".
export function expectedPaper(guide, pageOf, pageBehind, notesBefore) {
  return new Paper(guide, pageOf, pageBehind).document(notesBefore);
}

// Of each chapter on the website, by its id: { tree, between } with its blocks, and
// the words that stand between them.
export function expectedWeb(guide) {
  const web = new Paper(guide, () => 0, () => null, "web");
  return new Map(guide.chapters.map((chapter) => {
    web.current = chapter;
    // A sample says so at the end of every page.
    web.between = guide.live ? [] : [web.word("sample")];
    // So does a language that nobody has checked.
    if (guide.partial) web.between.push(web.word("partial-line"));
    const tree = group("Sect", web.blocks(chapter.blocks, chapter));
    return [chapter.id, { tree, between: web.between }];
  }));
}
