// SPDX-License-Identifier: MIT
// Two more referees over every page of every edition, each in its own way of
// looking: pa11y with HTML CodeSniffer, and linkinator.
//
// Comes in: OUT, a finished "make guide"; Chromium. Goes out: claims, and how
// long each referee took. vnu and html-validate judge the same files in
// pages.mjs, axe-core in browser.mjs.
import { createRequire } from "node:module";
import { LinkChecker } from "linkinator";
import puppeteer from "puppeteer-core";
import { CHROMIUM_FLAGS, findChromium, pool } from "./chromium.mjs";
import { Claims, openReadable } from "./edition.mjs";
import { openSources } from "./host.mjs";

const pa11y = createRequire(import.meta.url)("pa11y");
const { all } = openReadable();
const claims = new Claims();

// What HTML CodeSniffer says that is wrong of our pages, with a reason each; one
// that no page needs any more is a failure, too.
const PA11Y_WRONG = [
  // A form around one question, that only its "take back" button belongs to:
  // there is nothing to send, and the policy forbids to send it.
  { code: /\.H32\.2$/, at: /^<form class="take-back" method="dialog"/ },
];

async function timed(what, task) {
  const started = Date.now();
  await task();
  console.log(`# ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

// --- pa11y -------------------------------------------------------------------

async function claimPa11y(browser, page, base, edition, file) {
  await page.goto(base + file.name, { waitUntil: "load" });
  const { issues } = await pa11y(base + file.name, {
    browser, page, ignoreUrl: true, runners: ["htmlcs"], standard: "WCAG2AA",
    includeWarnings: false, includeNotices: false, viewport: { width: 1280, height: 1024 },
  });
  const open = issues.filter((issue) => {
    const reason = PA11Y_WRONG.find((wrong) => wrong.code.test(issue.code) && wrong.at.test(issue.context));
    if (reason !== undefined) reason.used = true;
    return reason === undefined;
  });
  claims.none(open.map((i) => `${i.code}: ${i.selector} ${i.message} ${i.context}`),
    `pa11y finds nothing in ${edition.name}/${file.name}`);
}

async function claimByPa11y() {
  const browser = await puppeteer.launch({
    executablePath: findChromium(), headless: true,
    args: [...CHROMIUM_FLAGS, ...(process.getuid() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    for (const edition of all) {
      const sources = await openSources(edition);
      const base = await sources.at("http");
      const files = [...edition.pages];
      const work = async () => {
        const page = await browser.newPage();
        for (let file = files.shift(); file !== undefined; file = files.shift())
          await claimPa11y(browser, page, base, edition, file);
        await page.close();
      };
      await pool([work, work], 2);
      sources.close();
    }
  } finally {
    await browser.close();
  }
  claims.none(PA11Y_WRONG.filter((wrong) => !wrong.used).map((wrong) => `${wrong.code}`),
    "each exception of pa11y's is needed");
}

// --- linkinator --------------------------------------------------------------

// Links to other hosts are not asked for: the site's own must all be there,
// with what they point at. Pages that nothing links to are looked at, too.
async function claimByLinkinator(edition) {
  const sources = await openSources(edition);
  const base = await sources.at("http");
  const host = new URL(base).host;
  const outside = new Set();
  const result = await new LinkChecker().check({
    path: edition.pages.filter((p) => p.name !== "404.html").map((p) => base + p.name),
    recurse: false, checkCss: true, checkFragments: true, concurrency: 8,
    linksToSkip: async (link) => {
      if (!/^https?:/.test(link) || new URL(link).host === host) return false;
      outside.add(link);
      return true;
    },
  });
  const broken = result.links.filter((l) => l.state === "BROKEN");
  claims.none(broken.map((l) => `${l.status ?? "?"}: ${l.url} in ${l.parent}`),
    `linkinator finds nothing in ${edition.name}`);
  const seen = new Set(result.links.filter((l) => l.state === "OK").map((l) => l.url.split("#")[0]));
  claims.none(edition.pages.map((p) => base + p.name).filter((a) => !seen.has(a) && !a.endsWith("/404.html")),
    `linkinator saw every page of ${edition.name}`);
  claims.claim(result.links.length > edition.pages.length, `linkinator follows links in ${edition.name}`);
  console.log(`# ${edition.name}: ${result.links.length} links, ${outside.size} of them to other hosts`);
  sources.close();
}

for (const name of ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
  delete process.env[name];
await timed("pa11y", claimByPa11y);
await timed("linkinator", async () => {
  for (const edition of all) await claimByLinkinator(edition);
});
claims.close();
