// SPDX-License-Identifier: MIT
// Every PDF of every edition, and of the small guides of tests/golden, before
// veraPDF (PDF/UA-1, PDF/A-2a) and qpdf: no failed rule, no warning. Also: no
// text under 12 pt, every font embedded.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Claims } from "../claims.mjs";
import { realEditions, smallEditions } from "../source/cases.mjs";

const jar = join(process.env.TOOLS, "greenfield-apps-1.28.2.jar");
const claims = new Claims(30);
const claim = (...what) => claims.claim(...what);

function pdfsBelow(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...pdfsBelow(path));
    else if (entry.name.endsWith(".pdf")) found.push(path);
  }
  return found.sort();
}

// The small guides' files are kept until all referees have seen them.
const scratch = mkdtempSync(join(tmpdir(), "bifolio-pdfs-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const editions = realEditions();
claim(editions.length > 0, "there is an edition to judge");
await smallEditions(claim, async (edition) => {
  cpSync(join(edition.folder, "print"), join(scratch, edition.name, "print"), { recursive: true });
  editions.push({ folder: join(scratch, edition.name) });
});
const pdfs = [];
for (const { folder } of editions) {
  const found = existsSync(join(folder, "print")) ? pdfsBelow(join(folder, "print")) : [];
  claim(found.length >= 2, `${folder}: there are a booklet and its sheets`);
  pdfs.push(...found);
}

if (!existsSync(jar)) {
  claim(false, "veraPDF is there");
} else {
  for (const flavour of ["ua1", "2a"]) {
    const run = spawnSync(
      "java",
      ["-cp", jar, "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour, "--format", "json", "--maxfailuresdisplayed", "-1", ...pdfs],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    let jobs = [];
    try {
      jobs = JSON.parse(run.stdout).report.jobs;
    } catch (error) {
      claim(false, `veraPDF ${flavour} answers`, run.stderr || error);
    }
    claim(jobs.length === pdfs.length, `veraPDF ${flavour} judged all ${pdfs.length} files`);
    for (const job of jobs) {
      const results = [job.validationResult ?? []].flat();
      const name = job.itemDetails?.name ?? "?";
      const rules = results.flatMap((r) => r.details?.ruleSummaries ?? []);
      claim(
        results.length > 0 && results.every((r) => r.compliant === true && r.details.failedRules === 0),
        `${name}: ${flavour} has no failed rule`,
        rules.map((r) => `${r.clause}-${r.testNumber} (${r.failedChecks}): ${r.description}`).join("\n") ||
          JSON.stringify(job.taskException ?? ""),
      );
    }
  }
}

for (const pdf of pdfs) {
  const qpdf = spawnSync("qpdf", ["--check", pdf], { encoding: "utf8" });
  claim(qpdf.status === 0, `${pdf}: qpdf --check`, qpdf.stdout + qpdf.stderr);
  const fonts = spawnSync("pdffonts", [pdf], { encoding: "utf8" });
  const rows = fonts.stdout.split("\n").slice(2).filter(Boolean);
  claim(
    rows.length > 0 && rows.every((r) => /\byes yes yes\b/.test(r)),
    `${pdf}: fonts are embedded, subset and readable`,
    fonts.stdout,
  );
  const info = spawnSync("pdfinfo", [pdf], { encoding: "utf8" });
  claim(/Tagged:\s+yes/.test(info.stdout) && /PDF version:\s+1\.7/.test(info.stdout), `${pdf}: tagged PDF 1.7`, info.stdout);
  claim(!/CreationDate:.*(19700101)/.test(info.stdout) && !/error/i.test(info.stderr), `${pdf}: poppler reads it without complaint`, info.stderr);
  const mutool = spawnSync("mutool", ["draw", "-F", "stext", "-o", "-", pdf], { encoding: "utf8", maxBuffer: 1 << 28 });
  // Debian's mupdf is built without colour management and says so.
  const complaints = mutool.stderr.split("\n").filter((l) => /error|warning/i.test(l) && !/ICC support is not available/.test(l));
  claim(complaints.length === 0, `${pdf}: mupdf reads it without complaint`, complaints.join("\n"));
  const sizes = [...mutool.stdout.matchAll(/<font name="[^"]*" size="([0-9.]+)"/g)].map((m) => Number(m[1]));
  const least = pdf.endsWith("/large-print.pdf") ? 18 : 12;
  claim(sizes.length > 0 && sizes.every((s) => s >= least - 0.01), `${pdf}: no text under ${least} pt`, `smallest ${Math.min(...sizes)}`);
}

claims.close();
