// SPDX-License-Identifier: MIT
// What is inside a line: nodes of markdown.mjs -> words.
//
// The result: { text, links: [{ text, to, end }], spans: [{ text, lang }],
// expansions: [{ text, title }], struck: [text], blank, label }. "to" is what
// stands in the source, with values in it, "end" where in the text the link's
// words end; "blank" says that a value without
// words is among the words, "label" that beside it there is nothing but a label
// or a sign.
import { children, showValues } from "./markdown.mjs";

// ------------------------------------------------------- bare addresses

function isDomain(domain) {
  const parts = domain.split(".");
  return parts.length > 1 && parts.every((p) => /^[\w-]+$/.test(p)) && !parts.slice(-2).some((p) => p.includes("_"));
}

// As GitHub has it: no punctuation at the end, no bracket that opens elsewhere.
function addressEnd(text) {
  let address = text;
  for (;;) {
    const opened = address.split("(").length;
    const closed = address.split(")").length;
    const entity = /&[A-Za-z0-9]+;$/.exec(address);
    if (/[?!.,:*_~'"]$/.test(address) || (address.endsWith(")") && closed > opened)) address = address.slice(0, -1);
    else if (entity) address = address.slice(0, -entity[0].length);
    else return address;
  }
}

// { at, text, to } of the bare addresses in a text.
function bareAddresses(text) {
  const found = [];
  for (const match of text.matchAll(/(?<=^|[\s*_~(])(?:(?:https?|ftp):\/\/|www\.)[^\s<]+/g)) {
    const address = addressEnd(match[0]);
    const domain = address.replace(/^[a-z]+:\/\//, "").split(/[/?#:]/)[0];
    if (isDomain(domain)) found.push({ at: match.index, text: address, to: address.startsWith("www.") ? `http://${address}` : address });
  }
  for (const match of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)) {
    const address = match[0].replace(/\.+$/, "");
    const inside = found.some((f) => match.index >= f.at && match.index < f.at + f.text.length);
    if (!inside && !/[-_]$/.test(address)) found.push({ at: match.index, text: address, to: `mailto:${address}` });
  }
  return found.sort((a, b) => a.at - b.at);
}

// ------------------------------------------------------------------ inlines

class Line {
  constructor(reader, hidden) {
    this.reader = reader;
    this.hidden = hidden;
    this.text = "";
    this.links = [];
    this.spans = [];
    this.expansions = [];
    this.struck = [];
    this.blank = false;
    this.label = "";
    this.linkDepth = 0;
    this.boldDepth = 0;
  }

  value(name) {
    const value = this.reader.value(name);
    if (value === "") this.blank = true;
    return value;
  }

  show(text) {
    return showValues(text, this.hidden, ({ name }) => this.value(name));
  }

  words(raw) {
    const text = this.show(raw);
    this.text += text;
    if (this.boldDepth === 0) this.label += showValues(raw, this.hidden, () => "");
  }

  // Words that may hold addresses and references to footnotes.
  prose(raw) {
    let at = 0;
    const marks = [...raw.matchAll(/\[\^([^\]\s]+)\]/g)]
      .map((m) => ({ at: m.index, text: m[0], number: this.reader.footnote(m[1].toLowerCase()) }))
      .filter((m) => m.number !== null);
    if (this.linkDepth === 0) marks.push(...bareAddresses(raw));
    for (const mark of marks.sort((a, b) => a.at - b.at)) {
      this.words(raw.slice(at, mark.at));
      if (mark.number) {
        const text = `[${mark.number}]`;
        this.text += text;
        this.links.push({ text, to: `#note${mark.number}`, end: this.text.length });
      } else {
        this.words(mark.text);
        this.links.push({ text: mark.text, to: mark.to, end: this.text.length });
      }
      at = mark.at + mark.text.length;
    }
    this.words(raw.slice(at));
  }

  // Tokens of one level: text, strokes, tags, nodes.
  static tokens(nodes) {
    const list = [];
    for (const node of nodes) {
      const last = list.at(-1);
      if (node.type !== "text") list.push({ node });
      else if (last?.raw !== undefined) last.raw += node.literal;
      else list.push({ raw: node.literal });
    }
    return list.flatMap((token) =>
      token.raw === undefined ? [token] : token.raw.split(/(~+)/).filter((s) => s !== "").map((raw) => ({ raw })));
  }

  // The token that ends what the stroke at "start" begins; -1 if none does.
  static strokeEnd(tokens, start) {
    const { raw } = tokens[start];
    const behind = tokens[start + 1];
    if (!/^~~?$/.test(raw) || !behind || /^\s/.test(behind.raw ?? "x")) return -1;
    return tokens.findIndex((t, i) => i > start + 1 && t.raw === raw && !/\s$/.test(tokens[i - 1].raw ?? "x"));
  }

  // The token with the end of an HTML element.
  static tagEnd(tokens, start, name) {
    let depth = 0;
    for (let i = start; i < tokens.length; i++) {
      const literal = tokens[i].node?.type === "html_inline" ? tokens[i].node.literal : "";
      if (new RegExp(`^<${name}[\\s>]`).test(literal)) depth++;
      if (literal === `</${name}>` && --depth === 0) return i;
    }
    throw new Error(`<${name}> without an end`);
  }

  element(tokens, start) {
    const { literal } = tokens[start].node;
    const name = /^<([a-z]+)/.exec(literal)?.[1];
    if (name === "br") {
      this.words(" ");
      return start;
    }
    if (!["abbr", "bdi", "kbd", "span", "sub", "sup"].includes(name)) throw new Error(`the tag ${literal}`);
    const end = Line.tagEnd(tokens, start, name);
    const from = this.text.length;
    this.run(tokens.slice(start + 1, end));
    const text = this.text.slice(from);
    const [, title] = /\btitle="([^"]*)"/.exec(literal) ?? [];
    const [, lang] = /\blang="([^"]*)"/.exec(literal) ?? [];
    if (name === "abbr" && title) this.expansions.push({ text, title });
    if (name === "span" && lang) this.spans.push({ text, lang });
    return end;
  }

  run(tokens) {
    for (let i = 0; i < tokens.length; i++) {
      const { raw, node } = tokens[i];
      if (raw?.startsWith("~")) {
        const end = Line.strokeEnd(tokens, i);
        if (end < 0) {
          this.words(raw);
          continue;
        }
        const from = this.text.length;
        this.run(tokens.slice(i + 1, end));
        this.struck.push(this.text.slice(from));
        i = end;
      } else if (raw !== undefined) {
        this.prose(raw);
      } else if (node.type === "html_inline") {
        i = this.element(tokens, i);
      } else {
        this.node(node);
      }
    }
  }

  node(node) {
    switch (node.type) {
      case "code":
        this.text += showValues(node.literal, this.hidden, ({ written }) => written);
        this.label += node.literal;
        break;
      case "softbreak":
      case "linebreak":
        this.words(" ");
        break;
      case "strong":
        this.boldDepth++;
        this.run(Line.tokens(children(node)));
        this.boldDepth--;
        break;
      case "emph":
        this.run(Line.tokens(children(node)));
        break;
      case "link":
        this.link(node);
        break;
      default:
        throw new Error(`${node.type} among inlines`);
    }
  }

  link(node) {
    const from = this.text.length;
    this.linkDepth++;
    this.run(Line.tokens(children(node)));
    this.linkDepth--;
    const text = this.text.slice(from);
    const to = this.show(decodeURI(node.destination));
    if (to.startsWith("lang:")) this.spans.push({ text, lang: to.slice("lang:".length) });
    else this.links.push({ text, to, end: this.text.length });
  }
}

// "reader" has value(name) and footnote(label): its number, or null if there is
// none with this label.
export function inlines(nodes, reader, hidden) {
  const line = new Line(reader, hidden);
  line.run(Line.tokens(nodes));
  const { text, links, spans, expansions, struck, blank } = line;
  const rest = line.label.trim();
  return { text, links, spans, expansions, struck, blank, label: blank && (rest.endsWith(":") || !/[\p{L}\p{N}]/u.test(rest)) };
}
