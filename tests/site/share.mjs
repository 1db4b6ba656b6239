// SPDX-License-Identifier: MIT
// Hands a chapter on as a reader would, in Chromium: copies its address, gives
// it to the system, and sees what is said; with an address of the site and
// without, from a host and from a folder. Nothing may be asked of any host.
//
// Comes in: OUT, a finished "make guide". Goes out: claims.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchChromium } from "./chromium.mjs";
import { Claims, attribute, openOutputs } from "./edition.mjs";

const HOST = "https://guide.test/";
const claims = new Claims();
const { all } = openOutputs();
const edition = all[0];
const chapter = edition.pages.find((p) => p.all.some((e) => attribute(e, "data-share") !== undefined));
const address = attribute(chapter.all.find((e) => attribute(e, "data-share") !== undefined), "data-address");

const icon = attribute(chapter.tags("link").find((e) => attribute(e, "rel") === "icon"), "href");

// The page as it is made without the address of a site.
const nameless = chapter.html
  .replace(/data-address="[^"]*"/, 'data-address=""')
  .replace(/(data-failed="[^"]*")( hidden="hidden")?>/, '$1 hidden="hidden">')
  .replace(/(href="mailto:[^"]*%0D%0A)[^"]*"/, '$1"');

const browser = await launchChromium();

// A page of the edition at HOST; "html" in place of the chapter's own.
async function open(html, { allowed = true, shares = false } = {}) {
  const context = await browser.newContext();
  if (allowed) await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: HOST });
  const asked = [];
  await context.route("**/*", (route) => {
    const url = new URL(route.request().url());
    const file = join(edition.site, decodeURIComponent(url.pathname));
    // The browser asks for the page's icon when it pleases.
    if (!url.pathname.endsWith(icon)) asked.push(url.href);
    if (url.pathname === `/${chapter.name}`) return route.fulfill({ body: html, contentType: "text/html; charset=utf-8" });
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: "" });
  });
  const page = await context.newPage();
  await page.addInitScript(({ shares, allowed }) => {
    window.shared = [];
    if (shares) navigator.share = (what) => { window.shared.push(what); return Promise.resolve(); };
    else delete Navigator.prototype.share;
    if (!allowed) navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
  }, { shares, allowed });
  await page.goto(`${HOST}${chapter.name}#somewhere`);
  return { page, asked, context };
}

const visible = (page, selector) => page.locator(selector).isVisible();

async function claimCopied(html, expected, where) {
  const { page, asked, context } = await open(html);
  claims.claim(await visible(page, "[data-copy]"), `a button copies the address ${where}`);
  claims.claim(!(await visible(page, "[data-more]")), `a system without ways to share offers none ${where}`);
  const before = asked.length;
  await page.locator("[data-copy]").focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-status]:not(:empty)").waitFor({ timeout: 5000 }).catch(() => {});
  const said = await page.locator("[data-status]").textContent();
  claims.claim(said === await page.locator("[data-share]").getAttribute("data-copied"), `it says that it is copied ${where}`, [said]);
  const clipboard = await page.evaluate(() => navigator.clipboard.readText());
  claims.claim(clipboard === expected, `what is copied is the page's address ${where}`, [clipboard, expected]);
  claims.claim(asked.length === before, `nothing is asked of any host ${where}`, asked.slice(before));
  const mail = new URL(await page.locator("[data-mail]").getAttribute("href"));
  claims.claim(mail.searchParams.get("body").endsWith(`\r\n${expected}`), `the mail holds the address ${where}`, [mail.href]);
  claims.claim(await page.evaluate(() => document.activeElement.hasAttribute("data-copy")), `the focus stays ${where}`);
  await context.close();
}

async function claimFailed() {
  const { page, context } = await open(chapter.html, { allowed: false });
  await page.locator("[data-copy]").click();
  await page.locator("[data-status]:not(:empty)").waitFor({ timeout: 5000 }).catch(() => {});
  const said = await page.locator("[data-status]").textContent();
  claims.claim(said === await page.locator("[data-share]").getAttribute("data-failed"), "a copy that fails is told, with what to do", [said]);
  await context.close();
}

async function claimShared() {
  const { page, context } = await open(chapter.html, { shares: true });
  await page.locator("[data-more]").click();
  const shared = await page.evaluate(() => window.shared);
  claims.claim(shared.length === 1 && shared[0].url === (address || `${HOST}${chapter.name}`) && shared[0].title !== "",
    "the system is given the title and the address", [JSON.stringify(shared)]);
  await context.close();
}

async function claimFolder() {
  const folder = mkdtempSync(join(tmpdir(), "bifolio-share-"));
  const script = chapter.tags("script").map((e) => attribute(e, "src")).find((src) => /share-/.test(src));
  writeFileSync(join(folder, "page.html"), nameless);
  writeFileSync(join(folder, script.replace(/.*\//, "")), readFileSync(join(edition.site, script)));
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "page.html")).href);
  claims.claim(!(await visible(page, "[data-share]")), "a page in a folder, which nobody else can reach, is not offered");
  await page.close();
  rmSync(folder, { recursive: true });
}

await claimCopied(chapter.html, address || `${HOST}${chapter.name}`, "of a site with an address");
await claimCopied(nameless, `${HOST}${chapter.name}`, "of a site without one");
await claimFailed();
await claimShared();
await claimFolder();
await browser.close();
claims.close();
