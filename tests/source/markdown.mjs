// SPDX-License-Identifier: MIT
// Markdown with the additions of bifolio(5) -> the nodes of commonmark.js, and
// some of its own: type "custom_block" with "added" set to
//
//   table      its rows of cells; a cell is a paragraph, or null if empty
//   footnote   its label; holds blocks
//   section    { open, name } of {{#name}} and {{/name}}
//
// and items with "task" set. Tables, footnotes, tasks and the marks of sections
// are found as the manual words them, by way of the reference parser's own
// blocks; what is inside a line is inlines.mjs.
import { Node, Parser } from "commonmark";

export function children(node) {
  const list = [];
  for (let child = node.firstChild; child; child = child.next) list.push(child);
  return list;
}

// ---------------------------------------------------------------- footnotes

// The parser looks at lines that begin with certain characters only; footnotes
// and sections are given one, outside fenced blocks.
const announced = "<\u0001";

function announce(markdown) {
  let fence = null;
  return markdown.split("\n").map((line) => {
    const [, mark] = /^[\s>]*(?:[-*+] +|\d+[.)] +)*(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark && fence === null) fence = mark;
    else if (mark && mark.startsWith(fence)) fence = null;
    if (fence !== null) return line;
    return line.replace(/^([ \t>]*)(\[\^[^\]\s]+\]:|\{\{[#/] *[a-z_.]+ *\}\}[ \t]*$)/, `$1${announced}$2`);
  }).join("\n");
}

function restOf(parser) {
  return parser.currentLine.slice(parser.nextNonspace);
}

function startAdded(parser) {
  if (parser.indented || !restOf(parser).startsWith(announced)) return 0;
  const rest = restOf(parser).slice(announced.length);
  parser.closeUnmatchedBlocks();
  parser.advanceNextNonspace();
  const footnote = /^\[\^([^\]\s]+)\]:[ \t]*/.exec(rest);
  const section = /^\{\{([#/]) *([a-z_.]+) *\}\}[ \t]*$/.exec(rest);
  const block = parser.addChild("custom_block", parser.nextNonspace);
  parser.advanceOffset(announced.length + (footnote ?? section)[0].length, false);
  if (footnote) {
    block.added = "footnote";
    block.label = footnote[1].toLowerCase();
    return 1;
  }
  block.added = "section";
  block.open = section[1] === "#";
  block.name = section[2];
  return 2;
}

const customBlock = {
  // A footnote goes on in lines that are indented by four spaces.
  continue(parser, container) {
    if (container.added !== "footnote") return 1;
    if (parser.blank) parser.advanceNextNonspace();
    else if (parser.indent >= 4) parser.advanceOffset(4, true);
    else return 1;
    return 0;
  },
  finalize() {},
  canContain: (type) => type !== "item",
  acceptsLines: false,
};

// ------------------------------------------------------------------- tables

function cells(line) {
  return line.trim().replace(/^\|/, "").replace(/(^|[^\\])\|$/, "$1").split(/(?<!\\)\|/).map((c) => c.trim().replaceAll("\\|", "|"));
}

function isDelimiterRow(line) {
  return /[|:]/.test(line) && cells(line).every((c) => /^:?-+:?$/.test(c));
}

function cellNode(words, at) {
  if (words === "") return null;
  const cell = new Node("paragraph", at);
  cell._string_content = words;
  return cell;
}

// Rows go on to the end of the paragraph that they are in.
function splitTable(paragraph) {
  const lines = paragraph._string_content.replace(/\n$/, "").split("\n");
  const at = lines.findIndex((line, i) => i > 0 && isDelimiterRow(line) && cells(line).length === cells(lines[i - 1]).length);
  if (at < 0) return;
  const width = cells(lines[at]).length;
  const rows = [lines[at - 1], ...lines.slice(at + 1)].map((line) => {
    const row = cells(line).slice(0, width);
    while (row.length < width) row.push("");
    return row.map((words) => cellNode(words, paragraph.sourcepos));
  });
  const table = new Node("custom_block", paragraph.sourcepos);
  table.added = "table";
  table.rows = rows;
  paragraph.insertAfter(table);
  for (const cell of rows.flat()) if (cell) table.appendChild(cell);
  if (at > 1) paragraph._string_content = lines.slice(0, at - 1).join("\n");
  else paragraph.unlink();
}

function splitTask(item) {
  const first = item.firstChild;
  const match = first?.type === "paragraph" && /^\[([ xX])\][ \t\n]+(?=\S)/.exec(first._string_content);
  if (!match) return;
  first._string_content = first._string_content.slice(match[0].length);
  item.task = match[1] === " " ? "open" : "done";
}

// ------------------------------------------------------------------- values

// {{name}} is one character while the words are read as Markdown.
const firstValue = 0xe000;

function hideValues(text, hidden) {
  return text.replace(/\{\{ *([a-z_]+\.[A-Za-z0-9_-]+) *\}\}/g, (written, name) => {
    hidden.push({ written, name });
    return String.fromCodePoint(firstValue + hidden.length - 1);
  });
}

// "text" with what "show" makes of each { written, name }.
export function showValues(text, hidden, show) {
  return text.replace(/[\ue000-\uf8ff]/g, (c) => show(hidden[c.codePointAt(0) - firstValue]));
}

// Blocks of "markdown"; "hidden" on the document: its values.
export function parseMarkdown(markdown) {
  const parser = new Parser();
  parser.blocks.custom_block = customBlock;
  parser.blockStarts = [startAdded, ...parser.blockStarts];
  const readInlines = parser.processInlines;
  const hidden = [];
  parser.processInlines = function (document) {
    const found = [];
    for (let walker = document.walker(), event; (event = walker.next()); ) if (event.entering) found.push(event.node);
    for (const node of found) if (node.type === "item") splitTask(node);
    for (const node of found) if (node.type === "paragraph") splitTable(node);
    for (let walker = document.walker(), event; (event = walker.next()); )
      if (event.entering && typeof event.node._string_content === "string" && ["paragraph", "heading"].includes(event.node.type))
        event.node._string_content = hideValues(event.node._string_content, hidden);
    readInlines.call(this, document);
  };
  const document = parser.parse(announce(markdown));
  document.hidden = hidden;
  return document;
}
