// SPDX-License-Identifier: MIT
// Golden accessibility trees: what Chromium hands to a screen reader for the
// start page, a chapter, a worksheet and the help page of the guide of all
// components, and for its search page.
//
// Comes in: BUILD (the folder that holds the binary); Chromium. Goes out: claims;
// with REGOLD=1 or UPDATE=1, new files in tests/golden/trees, for reading.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { launchChromium } from "./chromium.mjs";
import { Claims, editions } from "./edition.mjs";
import { openSources } from "./host.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const golden = join(root, "tests/golden/trees");
const rewrite = ["1"].includes(process.env.REGOLD ?? process.env.UPDATE);
const PAGES = [
  { name: "home", file: "index.html", width: 1280 },
  { name: "home-on-a-phone", file: "index.html", width: 320 },
  { name: "chapter", file: "choosing.html", width: 1280 },
  { name: "worksheet", file: "sheet-check.html", width: 1280 },
  { name: "help", file: "help.html", width: 1280 },
];
const claims = new Claims();

// --- a tree as text ----------------------------------------------------------

// Boxes without a meaning, and the pieces that a line of text was shaped in.
const THROUGH = new Set(["none", "generic", "InlineTextBox", "ignored", "LayoutTableCell"]);
const STATES = ["level", "checked", "pressed", "expanded", "selected", "required", "disabled", "invalid", "live"];

function statesOf(node) {
  const found = [];
  for (const { name, value } of node.properties ?? []) {
    const told = String(value.value);
    if (!STATES.includes(name) || told === "" || (name === "level" && node.role.value !== "heading")) continue;
    if (told === "false" && !["checked", "expanded", "pressed"].includes(name)) continue;
    found.push(`[${name}=${told}]`);
  }
  return found;
}

// One node's own line: its role, what it is called, what it holds and says.
function lineOf(node) {
  const name = (node.name?.value ?? "").replace(/\s+/g, " ").trim();
  const description = (node.description?.value ?? "").replace(/\s+/g, " ").trim();
  return [
    node.role.value === "StaticText" ? "text" : node.role.value,
    ...(name === "" ? [] : [JSON.stringify(name).replace(/^(.*)( \[current=\w+\])"$/, '$1"$2')]),
    ...(description === "" || description === name ? [] : [`(${description})`]),
    ...statesOf(node),
  ].join(" ");
}

// Text that only repeats what its parent or its control is called says nothing
// twice; what holds one thing only and is called nothing is that thing.
function treeOf(node, byId, called) {
  const children = (node.childIds ?? []).map((id) => byId.get(id)).filter((n) => n !== undefined);
  const name = (node.name?.value ?? "").trim();
  const role = node.role?.value;
  if (node.ignored || THROUGH.has(role)) return children.flatMap((n) => treeOf(n, byId, called));
  if (role === "StaticText") return name === "" || called.includes(name) ? [] : [lineOf(node)];
  let below = children.flatMap((n) => treeOf(n, byId, name === "" ? called : name));
  if (role === "LabelText") {
    const controls = below.filter((line) => typeof line === "string" && !line.startsWith("text "));
    below = below.filter((line) => typeof line !== "string" || !line.startsWith("text ") ||
      !controls.some((control) => control.includes(line.slice(5))));
  }
  if (["LabelText", "Legend", "paragraph"].includes(role) && name === "" && below.length <= 1) return below;
  return [below.length === 0 ? lineOf(node) : { [lineOf(node)]: below }];
}

async function snapshot(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  // Where one is now is told to screen readers, but not to this tool.
  for (const node of nodes.filter((n) => n.role?.value === "link")) {
    const { node: { attributes } } = await session.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
    const at = attributes.indexOf("aria-current");
    if (at >= 0) node.name.value += ` [current=${attributes[at + 1]}]`;
  }
  await session.detach();
  const byId = new Map(nodes.map((n) => [n.nodeId, n]));
  return stringify(treeOf(nodes[0], byId, ""), { lineWidth: 0 });
}

// --- everything --------------------------------------------------------------

function firstDifference(expected, found) {
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  const i = at < 0 ? a.length : at;
  return [`line ${i + 1}`, `expected ${a[i] ?? "the end"}`, `found    ${b[i] ?? "the end"}`,
    "REGOLD=1 writes the files anew"];
}

const out = mkdtempSync(join(tmpdir(), "bifolio-trees-"));
const binary = join(resolve(process.env.BUILD ?? join(root, "out/build/rel")), "bifolio");
const run = spawnSync(binary, ["build", join(root, "tests/guides/components"), "-o", out, "--only", "site", "--quiet"],
  { env: { ...process.env, BIFOLIO_SHARE: root }, encoding: "utf8" });
claims.claim(run.status === 0, "the guide of all components can be built", [run.stderr ?? String(run.error)]);
if (run.status === 0) {
  const [edition] = editions(out);
  if (edition.pages.some((p) => p.name === "search.html")) PAGES.push({ name: "search", file: "search.html", width: 1280 });
  const sources = await openSources(edition);
  const browser = await launchChromium();
  mkdirSync(golden, { recursive: true });
  for (const { name, file, width } of PAGES) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, serviceWorkers: "block" });
    await page.goto(await sources.at("http") + file, { waitUntil: "load" });
    const found = await snapshot(page);
    await page.close();
    const path = join(golden, `${name}.yaml`);
    if (rewrite) writeFileSync(path, found);
    const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
    claims.claim(found === expected, `the tree of ${name} is the one that was read`, firstDifference(expected, found));
    claims.claim(found.split("\n").length > 20, `the tree of ${name} holds a page`);
  }
  await browser.close();
  sources.close();
}
rmSync(out, { recursive: true });
claims.close();
