// SPDX-License-Identifier: MIT
// What there is to judge: the editions of the real guide, as "make guide" left
// them, and those of the small guides of tests/golden and tests/guides, built
// here.
//
// Environment: OUT, GUIDE (the real guide's source), BUILD (the binary's
// folder), ONLY (the name of one small guide).
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const out = process.env.OUT ?? join(root, "out");
const bifolio = join(resolve(process.env.BUILD ?? join(root, "out/build/rel")), "bifolio");
export const themes = join(root, "themes");

function editionsIn(folder, source, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory() && existsSync(join(folder, e.name, ".bifolio")))
    .map((e) => ({ name: name ?? e.name, clinic: e.name, folder: join(folder, e.name), source }));
}

// { name, clinic, folder, source } of each edition of the real guide.
export function realEditions() {
  return editionsIn(out, resolve(process.env.GUIDE ?? join(root, "content")));
}

// Builds the small guides and hands each to "judge"; a guide that cannot be
// built is told to "claim".
export async function smallEditions(claim, judge) {
  const golden = join(root, "tests/golden");
  const scratch = mkdtempSync(join(tmpdir(), "bifolio-cases-"));
  try {
    const cases = readdirSync(join(golden, "guides")).map((name) => join(golden, "guides", name));
    // These are whole, without what the others share.
    const whole = ["tiny", "languages"].map((name) => join(root, "tests/guides", name));
    cases.push(join(root, "tests/guides/components"), ...whole);
    for (const folder of cases.sort()) {
      const name = basename(folder);
      if (process.env.ONLY && name !== process.env.ONLY) continue;
      const source = join(scratch, name, "guide");
      if (!whole.includes(folder)) cpSync(join(golden, "base"), source, { recursive: true });
      cpSync(folder, source, { recursive: true, force: true });
      const remove = join(folder, "remove");
      if (existsSync(remove))
        for (const path of readFileSync(remove, "utf8").trim().split("\n")) rmSync(join(source, path));
      if (existsSync(join(folder, "make")))
        spawnSync("bash", [join(folder, "make")], { cwd: source, env: { ...process.env, root } });
      const run = spawnSync(bifolio, ["build", source, "-o", join(scratch, name, "out"), "--quiet"], {
        encoding: "utf8",
        env: { ...process.env, BIFOLIO_SHARE: root },
      });
      const editions = editionsIn(join(scratch, name, "out"), source, name);
      claim(run.status === 0 && editions.length === 1, `${name}: it can be built`, run.stderr ?? String(run.error));
      for (const edition of editions) await judge(edition);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
