// SPDX-License-Identifier: MIT
// Where the pages that a browser is shown come from: a small server that does
// what a careful host does, and folders of an edition as it is or mirrored.
//
// Knows the files of finished editions; nothing of the program that wrote them.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { POLICY } from "./edition.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
  ".jpg": "image/jpeg", ".woff": "font/woff", ".pdf": "application/pdf", ".json": "application/json",
  ".txt": "text/plain; charset=utf-8", ".xml": "application/xml", ".webmanifest": "application/manifest+json",
};

// Two hundred and a file, or 404 and the page for what is not there.
function answer(edition, root, prefix, path) {
  let file = path.startsWith(prefix) ? join(root, path.slice(prefix.length)) : null;
  // The downloads lie beside the site's folder.
  if (file === null && path.includes("/print/")) file = join(edition.folder, path.slice(path.indexOf("/print/")));
  if (file !== null && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
  const inside = file !== null && (file.startsWith(`${root}/`) || file.startsWith(`${edition.folder}/`));
  return inside && existsSync(file) ? [200, file] : [404, join(root, "404.html")];
}

// Serves folder "root" of an edition below the path of its own address, or as it
// lies in its folder, with the policy as a header, too, so that a page is bound
// by both.
function serve(edition, root) {
  const prefix = edition.address?.pathname ?? "/site/";
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const [status, file] = answer(edition, root, prefix, path);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const headers = {
      "Content-Type": type,
      "Content-Security-Policy": `${POLICY}; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": /-[0-9a-f]{8}\.[a-z0-9]+$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
    };
    let bytes = readFileSync(file);
    if (/^text|json|xml|svg/.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      if (!packed.has(file)) packed.set(file, gzipSync(bytes));
      bytes = packed.get(file);
      headers["Content-Encoding"] = "gzip";
    }
    response.writeHead(status, { ...headers, "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({ server, base: `http://127.0.0.1:${server.address().port}${prefix}` }));
  });
}

// The same site written the other way: the layout of a right-to-left edition,
// with the words of this one. The page's own direction is all that is changed.
function mirrored(edition) {
  const folder = mkdtempSync(join(tmpdir(), "bifolio-mirrored-"));
  cpSync(edition.site, folder, { recursive: true });
  const turn = (at) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) turn(path);
      else if (path.endsWith(".html")) {
        const other = { ltr: "rtl", rtl: "ltr" };
        writeFileSync(path, readFileSync(path, "utf8").replace(/(<html\b[^>]*\bdir=")(ltr|rtl)"/,
          (whole, before, direction) => `${before}${other[direction]}"`));
      }
    }
  };
  turn(folder);
  return folder;
}

// Every way into an edition: sources.at("http", "ltr") is the address that its
// pages' names are put behind. "own" is the direction of its own language.
export async function openSources(edition) {
  const own = /<html\b[^>]*\bdir="(ltr|rtl)"/.exec(edition.pages[0]?.html ?? "")?.[1] ?? "ltr";
  const other = own === "ltr" ? "rtl" : "ltr";
  let turned = null;
  const servers = new Map();
  const bases = new Map();
  const at = async (from, direction = own) => {
    const key = `${from} ${direction}`;
    if (bases.has(key)) return bases.get(key);
    if (direction === other) turned ??= mirrored(edition);
    const root = direction === own ? edition.site : turned;
    if (from === "file") bases.set(key, pathToFileURL(`${root}/`).href);
    else {
      const { server, base } = await serve(edition, root);
      servers.set(key, server);
      bases.set(key, base);
    }
    return bases.get(key);
  };
  const close = () => {
    for (const server of servers.values()) {
      server.closeAllConnections();
      server.close();
    }
    if (turned !== null) rmSync(turned, { recursive: true });
  };
  return { at, own, other, close };
}

// A 404 page with addresses from the host's root cannot load from a folder,
// where nobody meets it: only a server sends it.
export function mayOpen(edition, page, from) {
  return from === "http" || page.name !== "404.html" || edition.address === null;
}
