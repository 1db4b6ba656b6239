/* SPDX-License-Identifier: MIT */
/*
 * What a web server needs beside an edition's site: packed files, headers,
 * redirects, checksums.
 */
#ifndef SITE_HOSTING_H
#define SITE_HOSTING_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;
struct diag_list;
struct site_language;
struct stage;

/* No file of a site is larger: profiles limit what a build may write.  Fits a
 * size_t of 32 bits. */
#define SITE_FILE_CAP ((size_t)2 << 30)

struct hosting {
	/* All of the site's, the one at its root first. */
	const struct site_language	*languages;
	size_t				 language_count;
	/* Theme's worker.js: sw.js is made; NULL: it is not. */
	const char			*worker;
	bool				 worker_removed; /* one that was */
	/* Files of the edition that is live, in folder "live", which will be
	 * in the site beside those of the stage; paths in the site. */
	const char			*live;
	const char *const		*kept;
	size_t				 kept_count;
};

/* Is the file a text by its name's ending, so that servers are given it packed
 * as well? */
bool hosting_is_text(const char *path);
/* The name of the packed file beside "path". */
const char *hosting_packed(struct arena *a, const char *path);

/*
 * Once for an edition, after the sites of all its languages are in the stage.
 * Writes NAME.gz beside every text of the site that gets smaller and has none,
 * site/_headers and site/_redirects (as Netlify and Cloudflare Pages read
 * them), hosting/nginx.conf and hosting/SHA256SUMS (as sha256sum -c reads it,
 * in the folder "site").  Files that cannot be read back are an error in "dl".
 */
void hosting_build(struct arena *a, struct diag_list *dl,
    const struct hosting *h, int threads, struct stage *stage);

/* hosting_server.c.  "files": paths in the site, sorted. */
void hosting_headers(struct buf *out, const char *const *files,
    size_t count);
void hosting_redirects(struct arena *a, struct buf *out,
    const struct hosting *h);
void hosting_nginx(struct arena *a, struct buf *out, const struct hosting *h,
    const char *const *files, size_t count);
/* Does the name carry its file's hash, as hashed_name gives it? */
bool hosting_is_fingerprinted(const char *file);

#endif
