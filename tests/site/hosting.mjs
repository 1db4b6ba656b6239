// SPDX-License-Identifier: MIT
// Judges what a server and other programs are given: packed files, checksums,
// headers, redirects, feed, shared picture, worker, printed code.
//
// Comes in: OUT, a finished "make guide", and BUILD, whose binary builds a guide
// of our own with old addresses, changes and two languages; nginx, Chromium.
// Goes out: claims.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync,
  statSync, writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse, stringify } from "yaml";
import { launchChromium } from "./chromium.mjs";
import { Claims, attribute, editions, folded, openOutputs, text } from "./edition.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const bifolio = join(resolve(process.env.BUILD ?? join(root, "out/build/rel")), "bifolio");
const { all } = openOutputs();
const claims = new Claims();
const scratch = mkdtempSync(join(tmpdir(), "bifolio-hosting-"));
const TEXT = /\.(css|html?|js|json|svg|txt|xml)$/;
const HASHED = /-[0-9a-f]{8}\.(?!html?$)[a-z0-9]+$/;
// Asked for under this very name, by servers, programs or people.
const WELL_KNOWN = /(\.html?|\.gz|^print\/.*\.pdf|(^|\/)(feed|sitemap)\.xml|robots\.txt|OFL\.txt|licence\.txt|_headers|_redirects|sw\.js)$/;

const nameIn = (edition, file) => relative(edition.site, file).split(sep).join("/");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

function run(command, args, options = {}) {
  return spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
}

// --- files -------------------------------------------------------------------

function claimChecksums(edition) {
  const sums = join(edition.folder, "hosting/SHA256SUMS");
  const checked = run("sha256sum", ["-c", "--strict", "--quiet", sums], { cwd: edition.site });
  claims.claim(checked.status === 0, `${edition.name}: sha256sum agrees`, [checked.stdout, checked.stderr]);
  const listed = readFileSync(sums, "utf8").trim().split("\n").map((l) => l.slice(66));
  const there = edition.files.map((f) => nameIn(edition, f));
  claims.claim(
    listed.length === there.length && there.every((f) => listed.includes(f)),
    `${edition.name}: every file of the site has its checksum`,
    there.filter((f) => !listed.includes(f)),
  );
}

function claimPacked(edition) {
  const wrong = [];
  for (const file of edition.files.filter((f) => TEXT.test(f))) {
    const name = nameIn(edition, file);
    const bytes = readFileSync(file);
    if (!existsSync(`${file}.gz`)) {
      if (name !== "sw.js" && gzipSync(bytes, { level: 9 }).length < bytes.length - 40)
        wrong.push(`${name} would be smaller`);
      continue;
    }
    const packed = readFileSync(`${file}.gz`);
    if (!gunzipSync(packed).equals(bytes)) wrong.push(`${name}.gz is something else`);
    if (packed.length >= bytes.length) wrong.push(`${name}.gz is no smaller`);
    // Flags, time and system of the head: nothing of this machine.
    if (packed.subarray(3, 8).some((b) => b !== 0)) wrong.push(`${name}.gz names a time or file`);
  }
  for (const file of edition.files.filter((f) => f.endsWith(".gz")))
    if (!existsSync(file.slice(0, -3))) wrong.push(`${nameIn(edition, file)} packs nothing`);
  claims.none(wrong, `${edition.name}: packed files are what they stand for`);
}

function claimFingerprints(edition) {
  const wrong = edition.files.map((f) => nameIn(edition, f)).filter((f) => !WELL_KNOWN.test(f) && !HASHED.test(f));
  claims.none(wrong, `${edition.name}: what pages load has its hash in its name`);
}

// "/*" -> { name: value } of a _headers file.
function readHeaders(file) {
  const rules = new Map();
  let rule = null;
  for (const line of readFileSync(file, "utf8").split("\n").filter((l) => l !== "")) {
    if (!line.startsWith(" ")) rules.set(line, (rule = {}));
    else rule[line.slice(2, line.indexOf(":", 2))] = line.slice(line.indexOf(":", 2) + 2);
  }
  return rules;
}

// What a host that reads the rules sends with a file: as Cloudflare and Netlify
// do, every rule that fits; "*" is anything, ":name" anything but a "/".
function headersFor(rules, path) {
  const fits = (rule) => new RegExp(`^${rule.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*").replace(/:[a-z]+/g, "[^/]+")}$`).test(path);
  return [...rules].filter(([rule]) => fits(rule)).flatMap(([, said]) => Object.entries(said));
}

function policyOf(page) {
  const meta = page.tags("meta").find((m) => attribute(m, "http-equiv") === "Content-Security-Policy");
  return attribute(meta, "content");
}

function claimHeaders(edition) {
  const rules = readHeaders(join(edition.site, "_headers"));
  const every = rules.get("/*");
  const home = edition.pages.find((p) => p.name === "index.html");
  claims.claim(
    every["Content-Security-Policy"] === `${policyOf(home)}; frame-ancestors 'self'`,
    `${edition.name}: the policy of the header is that of the pages`,
    [every["Content-Security-Policy"], policyOf(home)],
  );
  claims.claim(
    every["X-Content-Type-Options"] === "nosniff" && every["Referrer-Policy"] === "no-referrer" &&
      /camera=\(\)/.test(every["Permissions-Policy"]) && every["Cache-Control"] === undefined,
    `${edition.name}: every answer has the headers that keep it safe`,
  );
  const names = edition.files.map((f) => nameIn(edition, f)).filter((f) => !f.endsWith(".gz"));
  const wrong = names.filter((f) => {
    const said = headersFor(rules, `/${f}`).filter(([name]) => name === "Cache-Control").map(([, value]) => value);
    return said.join(", ") !== (HASHED.test(f) ? "public, max-age=31536000, immutable" : "");
  });
  claims.none(wrong, `${edition.name}: what has its hash in its name is kept for good, and nothing else`);
  claims.claim(rules.size <= 30, `${edition.name}: hosts take as many rules`, [rules.size]);
}

// --- for other programs ------------------------------------------------------

const property = (page, name) =>
  attribute(page.tags("meta").find((m) => attribute(m, "property") === name) ?? { attrs: [] }, "content");
const item = (page, name) =>
  attribute(page.tags("meta").find((m) => attribute(m, "itemprop") === name) ?? { attrs: [] }, "content");

function claimGraph(edition) {
  const wrong = [];
  for (const page of edition.pages) {
    const canonical = page.tags("link").find((e) => attribute(e, "rel") === "canonical");
    const image = property(page, "og:image");
    if (canonical === undefined) {
      if (image !== undefined || property(page, "og:url") !== undefined)
        wrong.push(`${page.name} has an address and no canonical one`);
      continue;
    }
    if (property(page, "og:url") !== attribute(canonical, "href")) wrong.push(`${page.name}: og:url`);
    if (!folded(property(page, "og:title") ?? "")) wrong.push(`${page.name}: og:title`);
    const file = join(edition.site, image?.slice(edition.address.href.length) ?? "nothing");
    if (!image?.startsWith(edition.address.href) || !existsSync(file)) {
      wrong.push(`${page.name}: og:image ${image}`);
      continue;
    }
    const png = readFileSync(file);
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    if (png.toString("latin1", 1, 4) !== "PNG" || size.join() !== "1200,630" || !property(page, "og:image:alt"))
      wrong.push(`${page.name}: og:image is ${size}`);
    if (property(page, "twitter:card") !== undefined) wrong.push(`${page.name} names one company's site`);
  }
  claims.none(wrong, `${edition.name}: shared links have title, address and picture`);
}

// Nobody has reviewed the guide: no page may say so.
function claimReview(edition, reviewed) {
  const wrong = edition.pages.filter((page) => {
    const type = attribute(page.tags("html")[0], "itemtype");
    if (!/^https:\/\/schema\.org\/(Medical)?WebPage$/.test(type)) return true;
    if (item(page, "dateModified") === undefined) return true;
    const told = type.endsWith("MedicalWebPage") || item(page, "lastReviewed") !== undefined;
    return reviewed === null ? told || item(page, "reviewedBy") !== undefined :
      item(page, "reviewedBy") !== reviewed.by || item(page, "lastReviewed") !== reviewed.on;
  });
  claims.none(wrong.map((p) => p.name), `${edition.name}: a review is told if there was one, and only then`);
}

const ATOM = `
import json, sys, xml.etree.ElementTree as E
A = "{http://www.w3.org/2005/Atom}"
root = E.parse(sys.argv[1]).getroot()
assert root.tag == A + "feed", root.tag
def one(e, name):
    found = e.findall(A + name)
    assert len(found) == 1, (e.tag, name, len(found))
    assert found[0].text and found[0].text.strip(), name
    return found[0].text
def links(e):
    return [[l.get("rel"), l.get("href"), l.get("type")] for l in e.findall(A + "link")]
out = {"id": one(root, "id"), "title": one(root, "title"), "updated": one(root, "updated"),
    "author": one(root.find(A + "author"), "name"), "links": links(root), "lang":
    root.get("{http://www.w3.org/XML/1998/namespace}lang"), "entries": []}
for e in root.findall(A + "entry"):
    out["entries"].append({"id": one(e, "id"), "title": one(e, "title"), "updated": one(e, "updated"),
        "content": one(e, "content"), "links": links(e)})
print(json.dumps(out))
`;

function readFeed(file) {
  const told = run("python3", ["-c", ATOM, file]);
  return told.status === 0 ? JSON.parse(told.stdout) : { problem: told.stderr.trim().split("\n").pop() };
}

function claimFeed(edition) {
  const feeds = edition.files.filter((f) => f.endsWith("/feed.xml"));
  const home = edition.pages.find((p) => p.name === "index.html");
  const named = home.tags("link").some((l) => attribute(l, "type") === "application/atom+xml");
  claims.claim((feeds.length > 0) === named, `${edition.name}: a feed is named if it is there`);
  if (edition.address === null)
    claims.claim(feeds.length === 0, `${edition.name}: without an address there is no feed`);
  for (const file of feeds) {
    const feed = readFeed(file);
    const where = `${edition.name}/${nameIn(edition, file)}`;
    claims.claim(feed.problem === undefined, `${where} is Atom`, [feed.problem]);
    if (feed.problem !== undefined) continue;
    const wrong = [];
    const ids = [feed.id, ...feed.entries.map((e) => e.id)];
    if (new Set(ids).size !== ids.length) wrong.push("an id stands twice");
    if (ids.slice(1).some((id) => !/^tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[^\s]+$/.test(id))) wrong.push("an id is no tag URI");
    const times = [feed.updated, ...feed.entries.map((e) => e.updated)];
    if (times.some((t) => !/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(t))) wrong.push(`times: ${times}`);
    if (feed.updated !== [...times].sort().pop()) wrong.push("the newest entry is newer than the feed");
    if (!feed.links.some(([rel, href]) => rel === "self" && href === feed.id)) wrong.push("no link to itself");
    for (const [rel, href] of feed.entries.flatMap((e) => e.links))
      if (rel !== "alternate" || !existsSync(join(edition.site, href.slice(edition.address.href.length))))
        wrong.push(`${href} leads nowhere`);
    claims.none(wrong, `${where} has what a feed has to have`);
  }
}

// The code on the booklet's back cover, read by a scanner of codes.
function claimCode(edition, report) {
  for (const o of report.outputs.filter((x) => x.kind === "booklet")) {
    const prefix = join(scratch, `${edition.name}-${o.lang}`);
    run("pdftoppm", ["-r", "150", "-png", "-f", String(o.pages), "-l", String(o.pages), join(edition.folder, o.path), prefix]);
    const picture = readdirSync(scratch).find((f) => f.startsWith(`${edition.name}-${o.lang}`) && f.endsWith(".png"));
    const read = run("zbarimg", ["-q", "--raw", join(scratch, picture ?? "missing")]).stdout.trim();
    if (edition.address === null) {
      claims.claim(read === "", `${edition.name}: without an address nothing is printed to scan`, [read]);
      continue;
    }
    const page = read.slice(edition.address.href.length).split("#");
    claims.claim(
      read.startsWith(edition.address.href) && page[1] === `v=${report.version}` &&
        /^([A-Za-z-]+\/)?current\.html$/.test(page[0]) && existsSync(join(edition.site, page[0])),
      `${edition.name}: the code of ${o.path} leads to the page that knows its version`,
      [read],
    );
  }
}

function claimFiles(edition, reviewed) {
  const report = JSON.parse(readFileSync(join(edition.folder, "report.json"), "utf8"));
  claimChecksums(edition);
  claimPacked(edition);
  claimFingerprints(edition);
  claimHeaders(edition);
  claimGraph(edition);
  claimReview(edition, reviewed);
  claimFeed(edition);
  claimCode(edition, report);
  const named = report.outputs.filter((o) => o.kind === "hosting");
  claims.claim(
    ["site/_headers", "hosting/nginx.conf", "hosting/SHA256SUMS"].every((p) => named.some((o) => o.path === p)) &&
      named.every((o) => statSync(join(edition.folder, o.path)).size === o.bytes),
    `${edition.name}: the report names the files for servers`,
  );
  const outside = report.outputs.filter((o) => o.path.startsWith("print/"))
    .filter((o) => !existsSync(join(edition.site, o.path)) ||
      sha256(readFileSync(join(edition.site, o.path))) !== sha256(readFileSync(join(edition.folder, o.path))));
  claims.none(outside.map((o) => o.path), `${edition.name}: the site's folder holds all that its pages offer`);
}

// --- a guide of our own ------------------------------------------------------

const CHANGES = [
  { date: "2026-11-23", version: "2026.11", what: "Two <numbers> & a page are new.", page: "get-help" },
  { date: "2026-11-23", version: "2026.11", what: "Clearer words.", page: "get-help" },
  { date: "2026-08-01", version: "2026.08", what: "A worksheet is shorter.", page: "w2" },
  { date: "2026-05-01", version: "2026.05", what: "The first version." },
];

const OLD = { "time.html": ["slow.html", "old-guide/"], "w2.html": ["sheets/two.htm"] };

function edit(file, change) {
  const all = parse(readFileSync(file, "utf8"));
  change(all);
  writeFileSync(file, stringify(all, { lineWidth: 0 }));
}

function addToHead(file, line) {
  writeFileSync(file, readFileSync(file, "utf8").replace(/^---\n/, `---\n${line}\n`));
}

function makeGuide(folder, port, path) {
  cpSync(join(root, "content"), folder, { recursive: true });
  addToHead(join(folder, "en-GB/03-time.md"), `redirects: [${OLD["time.html"]}]`);
  const sheet = readdirSync(join(folder, "en-GB/worksheets")).find((f) => f.startsWith("02-"));
  addToHead(join(folder, "en-GB/worksheets", sheet), `redirects: [${OLD["w2.html"]}]`);
  writeFileSync(join(folder, "en-GB/changes.yaml"), stringify({ format: 1, changes: CHANGES }));
  mkdirSync(join(folder, "en-IE"), { recursive: true });
  edit(join(folder, "guide.yaml"), (g) => {
    g.languages["en-IE"] = { extends: "en-GB" };
    g.reviewed_by = "Dr A. Example, paediatrician, 2026-06-01";
  });
  edit(join(folder, "clinics/example-uk.yaml"), (p) => {
    p.site_url = `http://127.0.0.1:${port}${path}`;
    p.languages = ["en-GB", "en-IE"];
  });
}

function build(guide, out, ...more) {
  const done = run(bifolio, ["build", guide, "-o", out, "--clinic", "example-uk", "--quiet", ...more],
    { env: { ...process.env, BIFOLIO_SHARE: root } });
  claims.claim(done.status === 0, "a guide with old addresses and changes is built", [done.stderr]);
  return editions(out)[0];
}

function claimMoved(edition) {
  const wrong = [];
  for (const folder of ["", "en-IE/"]) {
    for (const [to, old] of Object.entries(OLD)) {
      for (const address of old) {
        const name = folder + (address.endsWith("/") ? `${address}index.html` : address);
        const file = join(edition.site, name);
        if (!existsSync(file)) {
          wrong.push(`${name} is not there`);
          continue;
        }
        const html = readFileSync(file, "utf8");
        const href = /content="0; url=([^"]*)"/.exec(html)?.[1] ?? "";
        if (relative(edition.site, resolve(dirname(file), href)) !== folder + to) wrong.push(`${name} leads to ${href}`);
        if (!html.includes(`<a href="${href}">`)) wrong.push(`${name} has no link`);
        if (!html.includes(`<link rel="canonical" href="${edition.address}${folder}${to}"`)) wrong.push(`${name} names itself`);
      }
    }
  }
  claims.none(wrong, "old addresses lead to the pages of today, in each language");
  const lines = readFileSync(join(edition.site, "_redirects"), "utf8").trim().split("\n").map((l) => l.split(" "));
  claims.claim(
    lines.length === 6 && lines.every(([from, to, code]) =>
      code === "301" && existsSync(join(edition.site, from)) && existsSync(join(edition.site, to))),
    "_redirects says the same",
    lines.map((l) => l.join(" ")),
  );
  const map = readFileSync(join(edition.site, "sitemap.xml"), "utf8");
  claims.claim(!map.includes("slow.html") && !map.includes("old-guide"), "the sitemap has no old addresses");
}

function claimStableFeed(edition, guide, out) {
  const file = join(edition.site, "feed.xml");
  const before = readFeed(file);
  claims.claim(before.entries?.length === CHANGES.length && before.entries[0].content === CHANGES[0].what,
    "every change is in the feed, in its very words");
  writeFileSync(join(guide, "en-GB/changes.yaml"), stringify({ format: 1, changes:
    [{ date: "2026-11-23", version: "2026.11", what: "One more.", page: "get-help" }, ...CHANGES] }));
  build(guide, out, "--only", "site");
  const after = readFeed(file);
  claims.claim(
    after.entries.length === CHANGES.length + 1 &&
      before.entries.every((e, i) => after.entries[i + 1].id === e.id && after.entries[i + 1].content === e.content),
    "a new change leaves the ids of the others as they are",
    [...before.entries, ...after.entries].map((e) => e.id),
  );
}

// Each language's pages name one index, which is there and is all there is.
function claimSearched(edition, lang) {
  const named = ["", "en-IE/"].map((folder) => {
    const index = /data-index="([^"]*)"/.exec(readFileSync(join(edition.site, folder, "search.html"), "utf8"))?.[1] ?? "";
    return folder + index;
  });
  claims.none(named.filter((f) => !existsSync(join(edition.site, f))), `--lang ${lang} leaves both languages an index`);
  const hashes = named.map((f) => /-[0-9a-f]{8}\.js$/.exec(f)?.[0]);
  const stale = edition.files.map((f) => nameIn(edition, f))
    .filter((f) => /(^|\/)search\//.test(f) && !hashes.some((h) => f.replace(/\.gz$/, "").endsWith(h)));
  claims.none(stale, `--lang ${lang} leaves no index that is out of date`);
}

// One language alone is made anew: what is carried over is told of, too.
function claimOneLanguage(guide, out) {
  const chapter = join(guide, "en-GB/03-time.md");
  for (const lang of ["en-IE", "en-GB"]) {
    writeFileSync(chapter, `${readFileSync(chapter, "utf8")}\nMore for ${lang}.\n`);
    const edition = build(guide, out, "--lang", lang);
    claimChecksums(edition);
    claimPacked(edition);
    claimSearched(edition, lang);
    claims.claim(existsSync(join(edition.site, "en-IE/slow.html")) && existsSync(join(edition.site, "slow.html")),
      `--lang ${lang} leaves the other's old addresses`);
  }
}

// --- nginx -------------------------------------------------------------------

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

function findNginx() {
  const unpacked = join(process.env.TOOLS ?? join(root, "out/tools"), "nginx/usr/sbin/nginx");
  if (existsSync(unpacked)) return unpacked;
  const there = run("sh", ["-c", "command -v nginx || ls /usr/sbin/nginx"]).stdout.trim();
  if (there !== "") return there;
  claims.claim(false, "there is an nginx (tests/tools.sh fetches it)");
  claims.close();
}

const TYPES = `types { text/html html htm; text/css css; text/javascript js; image/svg+xml svg;
 image/png png; font/woff woff; application/pdf pdf; text/plain txt; text/xml xml; }`;

// A server whose root holds the site at "path", with nothing but its file.
async function serveWith(nginx, edition, port, path) {
  const home = join(scratch, "server");
  for (const folder of ["", "logs", "temp", dirname(`html${path}`)]) mkdirSync(join(home, folder), { recursive: true });
  rmSync(join(home, `html${path}`), { recursive: true, force: true });
  cpSync(edition.site, join(home, `html${path}`), { recursive: true });
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((t) => `${t}_temp_path temp;`).join("\n");
  writeFileSync(join(home, "nginx.conf"), `daemon off; master_process off; pid nginx.pid; error_log logs/error.log;
${process.getuid() === 0 ? "user root;" : ""}
events {}
http { access_log off; ${temp} ${TYPES} default_type application/octet-stream;
server { listen 127.0.0.1:${port}; root html; include ${join(edition.folder, "hosting/nginx.conf")}; } }
`);
  const args = ["-p", `${home}/`, "-c", join(home, "nginx.conf"), "-e", join(home, "logs/error.log")];
  const tested = run(nginx, [...args, "-t"]);
  claims.claim(tested.status === 0 && !/\[(warn|emerg)\]/.test(tested.stderr), "nginx -t takes the file for nginx", [tested.stderr]);
  const server = spawn(nginx, args, { stdio: "ignore" });
  for (let i = 0; i < 100; i++) {
    if (await fetch(`http://127.0.0.1:${port}${path}/`).then(() => true, () => false)) return server;
    await new Promise((done) => setTimeout(done, 50));
  }
  claims.claim(false, "nginx starts", [readFileSync(join(home, "logs/error.log"), "utf8")]);
  return server;
}

const ask = (url, headers = {}) => fetch(url, { redirect: "manual", headers });

async function claimAnswers(edition, base) {
  const rules = readHeaders(join(edition.site, "_headers"));
  const wrong = [];
  for (const file of edition.files.filter((f) => !/\.(gz|pdf)$|_headers|_redirects/.test(f))) {
    const name = nameIn(edition, file);
    const answer = await ask(base + name, { "accept-encoding": TEXT.test(name) ? "gzip" : "identity" });
    const body = Buffer.from(await answer.arrayBuffer());
    const moved = Object.values(OLD).flat().some((o) => name.replace(/^en-IE\//, "").startsWith(o));
    if (moved) {
      const to = answer.headers.get("location") ?? "";
      if (answer.status !== 301 || !existsSync(join(edition.site, new URL(to, base).href.slice(base.length))))
        wrong.push(`${name}: ${answer.status} ${to}`);
      continue;
    }
    if (answer.status !== 200 || !body.equals(readFileSync(file))) wrong.push(`${name}: ${answer.status}`);
    for (const [header, value] of Object.entries(rules.get("/*")))
      if (answer.headers.get(header) !== value) wrong.push(`${name}: ${header}: ${answer.headers.get(header)}`);
    const kept = headersFor(rules, `/${name}`).find(([header]) => header === "Cache-Control")?.[1] ?? "no-cache";
    if (answer.headers.get("cache-control") !== kept) wrong.push(`${name}: ${answer.headers.get("cache-control")}`);
    if (existsSync(`${file}.gz`) !== (answer.headers.get("content-encoding") === "gzip")) wrong.push(`${name}: not as packed`);
  }
  claims.none(wrong, "nginx answers with each file, its headers, packed where it is");
  const feed = await ask(`${base}feed.xml`);
  claims.claim(feed.headers.get("content-type") === "application/atom+xml; charset=utf-8" &&
    feed.headers.get("x-content-type-options") === "nosniff", "a feed is called one", [feed.headers.get("content-type")]);
  const missing = await ask(`${base}nothing/here-01234567.css`);
  const words = await missing.text();
  claims.claim(missing.status === 404 && words === readFileSync(join(edition.site, "404.html"), "utf8") &&
    !/immutable/.test(missing.headers.get("cache-control") ?? "") && missing.headers.get("content-security-policy") !== null,
    "what is not there is answered with the guide's own page");
  for (const name of ["_headers", "_redirects"])
    claims.claim((await ask(base + name)).status === 404, `${name} is nobody's to read`);
  const bare = await ask(base.slice(0, -1));
  claims.claim(bare.status === 301 && new URL(bare.headers.get("location"), base).pathname === new URL(base).pathname,
    "the folder is found without its slash");
  const again = await ask(`${base}time.html`);
  const same = await ask(`${base}time.html`, { "if-none-match": again.headers.get("etag") });
  claims.claim(same.status === 304, "a page that has not changed is not sent again");
}

// --- browser -----------------------------------------------------------------

function watch(page, said) {
  page.on("console", (m) => {
    if (["error", "warning"].includes(m.type())) said.push(m.text());
  });
  page.on("pageerror", (e) => said.push(String(e)));
}

async function claimPages(browser, edition, base) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  const away = [];
  watch(page, said);
  page.on("request", (r) => { if (!r.url().startsWith(base)) away.push(r.url()); });
  for (const p of edition.pages.filter((x) => x.name !== "404.html").slice(0, 60)) {
    const answer = await page.goto(base + p.name);
    if (answer !== null && answer.status() >= 400) said.push(`${p.name}: ${answer.status()}`);
  }
  await page.goto(`${base}no/such/page.html`);
  claims.claim(await page.locator("h1").count() === 1 &&
    await page.evaluate(() => getComputedStyle(document.querySelector("main")).maxWidth !== "none"),
    "the 404 page finds its styles from any depth");
  claims.none(said.filter((s) => !/status of 404/.test(s)), "pages below a folder load without a word in the console");
  claims.none(away, "and nothing from outside it");
  await page.goto(`${base}downloads.html`);
  const files = await page.$$eval("main a[href$='.pdf']", (links) => links.map((a) => a.href));
  const status = await Promise.all(files.map(async (f) => (await ask(f)).status));
  claims.claim(files.length >= 4 && status.every((s) => s === 200), "what is to be printed is there", [String(status)]);
  await context.close();
}

async function claimCurrent(browser, base) {
  const page = await browser.newPage();
  const said = [];
  watch(page, said);
  const look = async (copy) => {
    await page.goto("about:blank");
    await page.goto(`${base}current.html${copy}`);
    return {
      status: folded(await page.locator("[role=status]").textContent()),
      marks: await page.locator(".changes strong").count(),
    };
  };
  const newest = await look("#v=2026.11");
  claims.claim(/2026\.11.*newest/.test(newest.status) && newest.marks === 0, "a copy of the newest version is told so", [newest.status]);
  const older = await look("#v=2026.08");
  claims.claim(/2026\.08.*newer/.test(older.status) && older.marks === 2,
    "an older copy is told so, with what is new since", [older.status, String(older.marks)]);
  const oldest = await look("#v=2026.05");
  claims.claim(oldest.marks === 3, "an even older one has more that is new", [String(oldest.marks)]);
  const strange = await look("#v=2019.1");
  claims.claim(/2019\.1.*newer/.test(strange.status) && strange.marks === 0, "of an unknown copy no changes are claimed");
  for (const copy of ["", "#changes", "#v=%3Cb%3E", "#v=<img src=x>", `#v=${"9".repeat(41)}`])
    claims.claim((await look(copy)).status === "", `"${copy}" says nothing of a copy`);
  claims.none(said, "nothing is said in the console");
  await page.goto(`${base}current.html#v=2026.05`);
  await page.evaluate(() => { location.hash = "#v=2026.11"; });
  await page.waitForFunction(() => /newest one/.test(document.querySelector("[role=status]").textContent));
  claims.claim(await page.locator("[role=status] p").count() === 1, "a second scan takes the place of the first");
  await page.close();
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const plain = await bare.newPage();
  await plain.goto(`${base}current.html#v=2026.05`);
  const words = folded(await plain.locator("main").textContent());
  claims.claim(/newest version is 2026\.11/.test(words) && /If it says version 2026\.11/.test(words) && words.includes("A worksheet is shorter."),
    "without script the page tells the version, how to compare and what changed");
  await plain.goto(`${base}slow.html`).catch(() => {});
  await plain.waitForURL(`${base}time.html`);
  claims.claim(plain.url() === `${base}time.html`, "an old address leads on without script");
  await bare.close();
}

const workerReady = () => navigator.serviceWorker.ready.then((r) => r.active.state);
const cacheNames = (page) => page.evaluate(() => caches.keys());

// Waits for "what" of the page's caches, for ten seconds.
async function cachesBecome(page, what) {
  for (let i = 0; i < 100; i++) {
    const names = await cacheNames(page);
    if (what(names)) return names;
    await new Promise((done) => setTimeout(done, 100));
  }
  return cacheNames(page);
}

async function claimOffline(browser, served, guide, out, base) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  await page.goto(`${base}index.html`);
  claims.claim(
    (await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((r) => r.length))) === 0 &&
      (await cacheNames(page)).length === 0 && !existsSync(join(served.edition.site, "sw.js")) &&
      !served.edition.files.some((f) => /\/(offline|worker)-/.test(f)),
    "without the profile's word nothing is kept on a device",
  );
  const profile = join(guide, "clinics/example-uk.yaml");
  edit(profile, (p) => { p.offline = "yes"; });
  served.put(build(guide, out, "--only", "site"));
  watch(page, said);
  await page.evaluate(() => caches.open("of another guide"));
  await page.goto(`${base}index.html`);
  await page.evaluate(workerReady);
  const first = await cachesBecome(page, (names) => names.length === 2);
  const own = first.find((n) => n !== "of another guide");
  const stored = await page.evaluate(async (name) =>
    (await (await caches.open(name)).keys()).map((r) => r.url), own);
  claims.claim(stored.length > 20 && stored.every((u) => u.startsWith(base) && !/\.(pdf|gz|xml)$|_headers/.test(u)),
    "pages and what they load are kept, PDFs are not", stored.slice(0, 5));
  await page.reload();
  const booklet = `${base}print/en-GB/booklet.pdf`;
  const asked = await page.evaluate((url) => fetch(url).then((r) => r.arrayBuffer()).then((b) => b.byteLength), booklet);
  await cachesBecome(page, () => true);
  await served.stop();
  const there = [];
  for (const name of ["index.html", "", "time.html", "w9.html", "current.html", "en-IE/time.html", "get-help.html"]) {
    await page.goto(base + name, { timeout: 15000 }).catch((e) => there.push(`${name}: ${e.message.split("\n")[0]}`));
    const seen = await page.evaluate(() => [document.querySelectorAll("h1").length,
      getComputedStyle(document.body).fontFamily, document.fonts.check("1em 'Bifolio Text'")]).catch(() => []);
    if (seen[0] !== 1 || !/Bifolio Text/.test(seen[1])) there.push(`${name}: ${seen}`);
  }
  claims.none(there, "without a network every page is there, with its style");
  const kept = await page.evaluate((url) => fetch(url).then((r) => r.arrayBuffer()).then((b) => b.byteLength, () => 0), booklet);
  claims.claim(asked > 10000 && kept === asked, "a PDF that was opened is there as well", [`${asked} ${kept}`]);
  const never = await page.evaluate((url) => fetch(url).then(() => true, () => false), `${base}print/en-GB/large-print.pdf`);
  claims.claim(!never, "one that was not is not");
  await served.start();
  edit(join(guide, "guide.yaml"), (g) => { g.version = "2026.12"; });
  served.put(build(guide, out, "--only", "site"));
  await page.goto(`${base}current.html`);
  claims.claim(/2026\.12/.test(await page.locator(".lead").textContent()), "with a network a page is the newest one at once");
  const second = await cachesBecome(page, (names) => names.length === 2 && !names.includes(own));
  claims.claim(second.length === 2 && !second.includes(own) && second.includes("of another guide"),
    "a new version takes the place of the old one, and of no other guide", second);
  edit(profile, (p) => { p.offline = "remove"; });
  served.put(build(guide, out, "--only", "site"));
  await page.goto(`${base}index.html`);
  const last = await cachesBecome(page, (names) => names.length === 1);
  const workers = await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((r) => r.length));
  claims.claim(last.join() === "of another guide" && workers === 0, "once it is to be removed nothing is left", [...last, String(workers)]);
  claims.none(said.filter((s) => !/ERR_CONNECTION_REFUSED|ERR_FAILED|fetching the script/.test(s)), "nothing is said in the console");
  await context.close();
}

// --- everything --------------------------------------------------------------

async function main() {
  for (const edition of all) claimFiles(edition, null);
  const port = await freePort();
  const path = "/a/b";
  const base = `http://127.0.0.1:${port}${path}/`;
  const guide = join(scratch, "guide");
  const out = join(scratch, "out");
  makeGuide(guide, port, path);
  const edition = build(guide, out);
  if (edition === undefined) return;
  claimFiles(edition, { by: "Dr A. Example, paediatrician, 2026-06-01", on: "2026-06-01" });
  claimMoved(edition);
  const nginx = findNginx();
  const live = join(scratch, `server/html${path}`);
  const served = {
    edition,
    process: await serveWith(nginx, edition, port, path),
    put(made) {
      renameSync(live, `${live}.old`);
      cpSync(made.site, live, { recursive: true });
      rmSync(`${live}.old`, { recursive: true });
    },
    stop() {
      const ended = new Promise((done) => this.process.once("exit", done));
      this.process.kill();
      return ended;
    },
    async start() { this.process = await serveWith(nginx, editions(out)[0], port, path); },
  };
  const browser = await launchChromium();
  try {
    await claimAnswers(edition, base);
    await claimPages(browser, edition, base);
    await claimCurrent(browser, base);
    await claimOffline(browser, served, guide, out, base);
  } finally {
    await browser.close();
    await served.stop();
  }
  edit(join(guide, "guide.yaml"), (g) => { g.version = "2026.11"; });
  const plain = build(guide, out);
  claimStableFeed(plain, guide, out);
  claimOneLanguage(guide, out);
}

try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
claims.close();
