// SPDX-License-Identifier: MIT
// One Chromium for a referee: found, started without anything that leaves the
// machine, and watched.
import { spawnSync } from "node:child_process";
import { chromium } from "playwright-core";

// Nothing but the machine itself has an address, so that a page that asks for
// another host fails loudly.
export const CHROMIUM_FLAGS = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

// The path of a program by one of its names; ends the process if it has none.
export function findProgram(names, variable, debianPackage) {
  if (process.env[variable]) return process.env[variable];
  for (const name of names) {
    const run = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (run.status === 0) return run.stdout.trim();
  }
  console.log(`not ok - there is a ${names[0]} (Debian package ${debianPackage})`);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

export function findChromium() {
  return findProgram(["chromium", "chromium-browser"], "CHROMIUM", "chromium");
}

// The same engine without the browser's own windows, which take longer to open
// than a page; where there is none, the whole browser.
function findShell() {
  return findProgram(["chromium-headless-shell", "chromium", "chromium-browser"], "CHROMIUM", "chromium-headless-shell");
}

export function launchChromium(flags = []) {
  return chromium.launch({
    executablePath: findShell(),
    chromiumSandbox: process.getuid() !== 0,
    // Letters as wide as in the browser's windows: the shell by itself puts
    // them on whole pixels.
    args: [...CHROMIUM_FLAGS, "--font-render-hinting=none", ...flags],
  });
}

// Runs tasks, at most "count" at a time.
export async function pool(tasks, count) {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: count }, work));
}

// Watches what a page asks for and what the browser says about it.
export function watch(page) {
  const log = { requests: [], said: [] };
  page.on("request", (r) => log.requests.push(r.url()));
  page.on("requestfailed", (r) => log.said.push(`failed: ${r.url()}`));
  page.on("response", (r) => {
    if (r.status() >= 400) log.said.push(`${r.status()}: ${r.url()}`);
  });
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) log.said.push(`${m.type()}: ${m.text()}`);
  });
  page.on("pageerror", (e) => log.said.push(`error: ${e.message}`));
  page.on("dialog", (d) => d.dismiss());
  return log;
}
