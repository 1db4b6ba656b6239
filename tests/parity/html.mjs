// SPDX-License-Identifier: MIT
// Reads a finished website: every element with data-block, by its id.
//
// A block: { id, page, text, alt, links: [{ text, to }], langs: [{ text, lang }],
// dials: [number], field: { kind, label } or null }. Its words are those of its element without
// elements that are blocks of their own (data-block) or that are words of the
// website only (data-web).
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { fold } from "../pdf/reader.mjs";

const inlineElements = new Set(["a", "abbr", "b", "bdi", "code", "del", "em", "i", "kbd", "span", "strong", "sub", "sup"]);

function attribute(node, name) {
  return node.attrs?.find((a) => a.name === name)?.value;
}

export function* elements(node) {
  if (node.attrs) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}

function allText(node) {
  if (node.nodeName === "#text") return node.value;
  const inner = (node.childNodes ?? []).map(allText).join("");
  return inlineElements.has(node.nodeName) ? inner : ` ${inner} `;
}

// "time.html#time.p3" -> { chapter, block }, and "#time.p3", for the id of a
// block begins with its chapter's; else the address as it is.
function target(href) {
  const here = /^#(([a-z0-9-]+)\..+)$/.exec(href);
  if (here) return { chapter: here[2], block: here[1] };
  const inside = /^([a-z0-9-]+)\.html(?:#(.*))?$/.exec(href);
  return inside ? { chapter: inside[1], block: inside[2] ?? null } : { uri: href };
}

function gather(node, found) {
  if (node.nodeName === "#text") {
    found.text += node.value;
    return;
  }
  const before = found.text.length;
  const apart = !inlineElements.has(node.nodeName);
  if (apart) found.text += " ";
  for (const child of node.childNodes ?? []) {
    if (attribute(child, "data-web") !== undefined || attribute(child, "data-block") !== undefined) continue;
    gather(child, found);
  }
  if (apart) found.text += " ";
  const lang = attribute(node, "lang");
  if (lang !== undefined) found.langs.push({ text: fold(found.text.slice(before)), lang });
  const href = attribute(node, "href");
  if (node.nodeName === "a" && href !== undefined) {
    const text = fold(found.text.slice(before));
    const classes = (attribute(node, "class") ?? "").split(" ");
    const button = classes.includes("dial") || classes.includes("call") ||
      [...elements(node)].some((e) => attribute(e, "data-web") !== undefined);
    // What dials is the website's; the number it shows is the block's.
    if (button && /^(tel|sms):/.test(href)) found.dials.push({ number: href.replace(/^(tel|sms):/, ""), text });
    else found.links.push({ text, to: target(href) });
  }
  if (node.nodeName === "img" && attribute(node, "alt") !== "") found.alt = fold(attribute(node, "alt"));
  if (node.nodeName === "svg" && attribute(node, "aria-label") !== undefined) found.alt = fold(attribute(node, "aria-label"));
}

function ancestor(node, test) {
  for (let up = node.parentNode; up; up = up.parentNode) if (up.attrs && test(up)) return up;
  return null;
}

// What a listener hears before a control.
function controlName(control, page) {
  const id = attribute(control, "id");
  const label =
    ancestor(control, (e) => e.nodeName === "label") ??
    [...elements(page)].find((e) => e.nodeName === "label" && attribute(e, "for") === id);
  return fold(label ? allText(label) : attribute(control, "aria-label") ?? "");
}

function legend(fieldset) {
  const own = fieldset?.childNodes.find((n) => n.nodeName === "legend");
  return own ? fold(allText(own)) : "";
}

// What a row, column or group is called before the control's own name.
function below(above, name) {
  return above === "" ? name : `${above}: ${name}`;
}

// A fieldset or the circles of a scale is one field, unless its circles are
// blocks of their own: then each of those is.
function fieldOf(node, page) {
  const type = attribute(node, "type");
  const row = legend(ancestor(node, (e) => e.nodeName === "fieldset" && (attribute(e, "class") ?? "").includes("grid-row")));
  if (node.nodeName === "textarea" || node.nodeName === "input") {
    const kind = { checkbox: "tick", radio: "circles" }[type] ?? "text";
    return { kind, label: below(row, controlName(node, page)) };
  }
  // What is done and what is to do, in a list: nothing to write on a screen.
  if (node.nodeName === "li" && (attribute(node, "class") ?? "").split(" ").includes("task")) return { kind: "tick", label: fold(allText(node)) };
  // The words of a part of a wheel stand for its stars.
  if (node.nodeName === "legend" && (attribute(node.parentNode, "class") ?? "").split(" ").includes("stars"))
    return { kind: "circles", label: fold(allText(node)) };
  const inner = [...elements(node)].filter((e) => e.nodeName === "input");
  if (inner.length === 0) return null;
  const radios = inner.every((e) => attribute(e, "type") === "radio" && !ancestorBlock(e, node));
  if (node.nodeName === "label" && inner.length === 1 && radios) return { kind: "circles", label: fold(allText(node)) };
  if (node.nodeName === "fieldset" && radios) return { kind: "circles", label: below(row, legend(node)) };
  if (node.nodeName === "div" && radios) return { kind: "circles", label: legend(ancestor(node, (e) => e.nodeName === "fieldset")) };
  if (inner.length === 1 && attribute(inner[0], "type") === "checkbox" && !ancestorBlock(inner[0], node)) return { kind: "tick", label: fold(allText(node)) };
  return null;
}

// Is there another block between the element and "node"?
function ancestorBlock(element, node) {
  for (let up = element; up !== node; up = up.parentNode) if (attribute(up, "data-block") !== undefined) return true;
  return false;
}

// All words of a page.
export function readPageText(folder, name) {
  const page = parse(readFileSync(join(folder, name), "utf8"));
  return [...elements(page)].filter((e) => e.nodeName === "body").map(allText).join(" ");
}

export function readSite(folder) {
  const blocks = [];
  for (const name of readdirSync(folder).filter((n) => n.endsWith(".html")).sort()) {
    const page = parse(readFileSync(join(folder, name), "utf8"));
    const worksheet = [...elements(page)].some((n) => n.tagName === "main" && attribute(n, "class") === "worksheet");
    for (const node of elements(page)) {
      if (attribute(node, "data-block") === undefined) continue;
      const found = { id: attribute(node, "id"), page: name, worksheet, text: "", alt: undefined, links: [], langs: [], dials: [] };
      gather(node, found);
      blocks.push({ ...found, text: fold(found.text), field: fieldOf(node, page) });
    }
  }
  return blocks;
}
