// SPDX-License-Identifier: MIT
// axe-core as every referee runs it: which rules, and what it leaves open that
// a person has looked at.  The engine runs inside a page of any browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

// Sent to a page as it is; gives back nothing.
export const AXE_SCRIPT = `${readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")}; undefined`;

// axe's rules that are not on by themselves, and those that are off.
const AXE_RULES = {
  "target-size": { enabled: true },
  // Cannot read style sheets of a folder; pages.mjs looks for it.
  "css-orientation-lock": { enabled: false },
  "p-as-heading": { enabled: true },
  "table-fake-caption": { enabled: true },
  "td-has-header": { enabled: true },
  "focus-order-semantics": { enabled: true },
  "label-content-name-mismatch": { enabled: true },
};

// What axe leaves for a person to look at, and what was seen.
const AXE_SEEN = [
  // One digit is too short for axe; our own probe measures its contrast.
  { rule: "color-contrast", target: /\.number\b/, said: /too short/ },
  // Labels of figures lie on what is drawn; our probe measures them, too.
  { rule: "color-contrast", target: /(^|> )text(\[|$)/, said: /image node|overlapped/ },
  // Numbers in drawings: one figure each, in ink on the page's own paper.
  { rule: "color-contrast", target: /(^|> )text(\[|$)/, said: /too short to determine/ },
  // The broken bar of "try not to" lies beside its text, not behind it.
  { rule: "color-contrast", target: /\.l\d+$/, said: /pseudo element/ },
  // A paragraph that holds one large button, with a verb: no heading.
  { rule: "p-as-heading", target: /\.help-dial/, said: /Unable to determine/ },
];

// Runs inside the page: all that axe found, as lines.
function lookAround(rules) {
  const lines = (results) => results.flatMap((r) => r.nodes.map((n) => ({
    rule: r.id, target: n.target.join(" "),
    text: `${r.id}: ${n.target.join(" ")} ${n.any[0]?.message ?? n.all[0]?.message ?? r.help}`,
  })));
  return window.axe.run(document, {
    resultTypes: ["violations", "incomplete"], rules, elementRef: false,
  }).then((found) => ({ violations: lines(found.violations), incomplete: lines(found.incomplete) }));
}

// Runs axe in a page of Playwright or Puppeteer. "open" is what it could not
// decide and nobody has looked at.
export async function runAxe(page, changes = {}) {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(AXE_SCRIPT);
  const found = await page.evaluate(lookAround, { ...AXE_RULES, ...changes });
  const open = found.incomplete.filter(
    (v) => !AXE_SEEN.some(
      (seen) => seen.rule === v.rule && seen.target.test(v.target) && seen.said.test(v.text),
    ),
  );
  return { violations: found.violations.map((v) => v.text), open: open.map((v) => v.text) };
}

// axe cannot judge what lies under the bar that stays on the screen: the window
// is made as high as the page, so that nothing does.
export async function axeOfWholePage(page, changes) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole + 200) });
  const found = await runAxe(page, changes);
  await page.setViewportSize({ width, height });
  return found;
}

export async function claimAxe(claims, page, where, changes) {
  const { violations, open } = await axeOfWholePage(page, changes);
  claims.none(violations, `axe finds nothing in ${where}`);
  claims.none(open, `axe leaves nothing open in ${where}`);
}
