/* SPDX-License-Identifier: MIT */
/*
 * A site -> what servers are told of it: _headers and _redirects as Netlify and
 * Cloudflare Pages read them, a file to include in nginx's configuration.
 *
 * All three say the same: the policy that is in every page, and that files
 * whose name carries their hash may be kept for good.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/book.h"
#include "site/hosting.h"
#include "site/policy.h"
#include "site/site_int.h"

#define HASH_DIGITS 8
#define KEPT_FOR_GOOD "public, max-age=31536000, immutable"
/* Cloudflare Pages takes no more; what has none is asked for anew. */
#define RULES_MOST 100
#define FEED "feed.xml"
#define FEED_TYPE "application/atom+xml; charset=utf-8"

/* What goes with every answer. */
static const struct {
	const char	*name, *value;
} headers[] = {
	/* A page cannot say of itself who may frame it: only a header can. */
	{ "Content-Security-Policy", SITE_POLICY "; frame-ancestors 'self'" },
	{ "X-Content-Type-Options", "nosniff" },
	{ "Referrer-Policy", "no-referrer" },
	{ "Permissions-Policy", "camera=(), geolocation=(), microphone=(), "
	    "payment=(), usb=()" },
	{ "Cross-Origin-Opener-Policy", "same-origin" }
};

#define HEADER_COUNT (sizeof(headers) / sizeof(headers[0]))

bool
hosting_is_fingerprinted(const char *file)
{
	const char *dot, *p;

	dot = strrchr(file, '.');
	if (dot == NULL || dot - file <= HASH_DIGITS ||
	    str_equal(dot, ".html") || str_equal(dot, ".htm"))
		return false;
	p = dot - HASH_DIGITS;
	return p[-1] == '-' &&
	    strspn(p, "0123456789abcdef") == HASH_DIGITS;
}

struct rules {
	struct arena		*arena;
	struct buf		*out;
	const char *const	*files;
	size_t			 count;		/* of files */
	struct map		*paths;		/* that have a rule */
	/* The folder that was looked at last. */
	const char		*folder, *folder_path;
};

static void
put_rule(struct rules *r, const char *path, const char *header)
{
	if (map_count(r->paths) < RULES_MOST - 1 &&
	    map_add(r->paths, path, r->out))
		buf_printf(r->out, "%s\n  %s\n", path, header);
}

/* What is behind the folder of a language. */
static const char *
below_language(const char *path)
{
	const char *slash = strchr(path, '/');

	return slash != NULL ? slash + 1 : "";
}

/* May all that lies in the folder be kept for good?  Packed files go with
 * those that they stand for.  "any": in this folder of any language. */
static bool
folder_is_kept(const struct rules *r, const char *folder, bool any)
{
	const char *file;

	for (size_t i = 0; i < r->count; i++) {
		file = any ? below_language(r->files[i]) : r->files[i];
		if (str_starts(file, folder) && !str_ends(file, ".gz") &&
		    !hosting_is_fingerprinted(file))
			return false;
	}
	return true;
}

/* The path of a rule for a whole folder ("pl/search/"), or NULL. */
static const char *
path_of_folder(const struct rules *r, const char *folder)
{
	const char *below = below_language(folder);

	if (below[0] != '\0' && folder_is_kept(r, below, true))
		return arena_printf(r->arena, "/:language/%s*", below);
	return folder_is_kept(r, folder, false) ?
	    arena_printf(r->arena, "/%s*", folder) : NULL;
}

/* Files are sorted: those of a folder stand together. */
static const char *
path_of_rule(struct rules *r, const char *file)
{
	const char *slash = strrchr(file, '/'), *folder;

	if (slash != NULL) {
		folder = arena_strndup(r->arena, file,
		    (size_t)(slash + 1 - file));
		if (r->folder == NULL || !str_equal(folder, r->folder)) {
			r->folder = folder;
			r->folder_path = path_of_folder(r, folder);
		}
		if (r->folder_path != NULL)
			return r->folder_path;
	}
	return arena_printf(r->arena, "/%s", file);
}

/*
 * A folder of nothing but files that never change has one rule, and a folder of
 * that name in those of all languages together, since the search of a large
 * guide has more files than hosts take rules.  Stars stand at the end only: how
 * one inside a name is read differs between hosts, and two rules that fit the
 * same file are joined by some.
 */
void
hosting_headers(struct buf *out, const char *const *files, size_t count)
{
	struct rules r = { .out = out, .files = files, .count = count };

	r.arena = arena_new();
	r.paths = map_new(r.arena);
	buf_puts(out, "/*\n");
	for (size_t i = 0; i < HEADER_COUNT; i++)
		buf_printf(out, "  %s: %s\n", headers[i].name,
		    headers[i].value);
	for (size_t i = 0; i < count; i++) {
		if (str_equal(files[i], FEED))
			put_rule(&r, "/" FEED, "Content-Type: " FEED_TYPE);
		else if (str_equal(below_language(files[i]), FEED))
			put_rule(&r, "/:language/" FEED,
			    "Content-Type: " FEED_TYPE);
	}
	for (size_t i = 0; i < count; i++) {
		if (hosting_is_fingerprinted(files[i]))
			put_rule(&r, path_of_rule(&r, files[i]),
			    "Cache-Control: " KEPT_FOR_GOOD);
	}
	arena_free(r.arena);
}

/* Calls "each" for every old address: both are paths in the site. */
static void
each_redirect(struct arena *a, struct buf *out, const struct hosting *h,
    void (*each)(struct arena *a, struct buf *out, const struct hosting *h,
    const char *from, const char *to))
{
	for (size_t l = 0; l < h->language_count; l++) {
		const struct book *b = h->languages[l].book;
		const char *folder = site_folder(a, h->languages, l);

		for (size_t i = 0; i < b->chapter_count; i++) {
			const struct chapter *c = &b->chapters[i];

			for (size_t k = 0; k < c->redirect_count; k++)
				each(a, out, h, arena_printf(a, "%s%s", folder,
				    c->redirects[k].address), arena_printf(a,
				    "%s%s.html", folder, c->id));
		}
	}
}

static void
put_redirect(struct arena *a, struct buf *out, const struct hosting *h,
    const char *from, const char *to)
{
	(void)a;
	(void)h;
	buf_printf(out, "/%s /%s 301\n", from, to);
}

void
hosting_redirects(struct arena *a, struct buf *out, const struct hosting *h)
{
	each_redirect(a, out, h, put_redirect);
}

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found;

	if (c >= 'A' && c <= 'F')
		c = (char)(c - 'A' + 'a');
	found = c != '\0' ? strchr(digits, c) : NULL;
	return found != NULL ? (int)(found - digits) : -1;
}

/* "caf%C3%A9" as the server sees it once it has read it. */
static char *
decoded(struct arena *a, const char *path)
{
	char *to, *text;

	text = to = arena_strdup(a, path);
	for (; *path != '\0'; path++) {
		if (*path == '%' && hex_value(path[1]) >= 0 &&
		    hex_value(path[2]) >= 0 && (hex_value(path[1]) > 1)) {
			*to++ = (char)(hex_value(path[1]) * 16 +
			    hex_value(path[2]));
			path += 2;
		} else {
			*to++ = *path;
		}
	}
	*to = '\0';
	return text;
}

/* In nginx's double quotes. */
static void
put_quoted(struct buf *out, const char *path)
{
	buf_putc(out, '"');
	for (; *path != '\0'; path++) {
		if (*path == '"' || *path == '\\')
			buf_putc(out, '\\');
		buf_putc(out, *path);
	}
	buf_putc(out, '"');
}

/* As an address to send somebody to: nginx has no escape for its "$". */
static void
put_address(struct buf *out, const char *path)
{
	buf_putc(out, '"');
	for (const char *p = path; *p != '\0'; p++) {
		if (strchr("$\"\\ ", *p) != NULL)
			buf_printf(out, "%%%02X", (unsigned)*p);
		else
			buf_putc(out, *p);
	}
	buf_putc(out, '"');
}

/* The path of the site on its host. */
static const char *
path_of(struct arena *a, const struct hosting *h)
{
	const char *path = page_site_path(a,
	    h->languages[0].book->clinic.site_url);

	return path[0] == '\0' ? "/" : path;
}

static void
put_nginx_head(struct buf *out, const struct hosting *h, const char *base)
{
	buf_puts(out, "# For nginx 1.18 or later, made by bifolio.\n#\n"
	    "# Copy the folder \"site\" to the server so that it answers at ");
	buf_puts(out, base);
	buf_puts(out, "\n# below the server's root, and include this file in "
	    "its server { } block:\n#\n"
	    "#     server {\n"
	    "#         listen 443 ssl;\n"
	    "#         root /var/www/html;\n"
	    "#         include /etc/nginx/bifolio.conf;\n"
	    "#     }\n#\n");
	if (h->languages[0].book->version != NULL)
		buf_printf(out, "# Version %s.\n",
		    h->languages[0].book->version);
	buf_puts(out, "\nset $bifolio_cache \"no-cache\";\n"
	    "if ($uri ~ \"-[0-9a-f]{8}\\.(?!html?$)[a-z0-9]+$\") {\n"
	    "\tset $bifolio_cache \"" KEPT_FOR_GOOD "\";\n}\n");
}

/* nginx takes this path as it is in its own server, without reading "%20" or the
 * like; it has no way to write "$" here, and "?" would end the path. */
static void
put_nginx_not_found(struct arena *a, struct buf *out, const char *base)
{
	const char *path = decoded(a, base);

	if (strpbrk(path, "$?") != NULL)
		return;
	buf_puts(out, "\terror_page 404 ");
	put_quoted(out, arena_printf(a, "%s404.html", path));
	buf_puts(out, ";\n");
}

static void
put_nginx_site(struct arena *a, struct buf *out, const char *base,
    const char *const *files, size_t count)
{
	static const char *const hidden[] = { "_headers", "_redirects" };

	buf_puts(out, "\nlocation ^~ ");
	put_quoted(out, decoded(a, base));
	buf_puts(out, " {\n\tindex index.html;\n\tcharset utf-8;\n"
	    "\tgzip_static on;\n");
	put_nginx_not_found(a, out, base);
	buf_puts(out, "\tadd_header Cache-Control $bifolio_cache;\n");
	for (size_t i = 0; i < HEADER_COUNT; i++)
		buf_printf(out, "\tadd_header %s \"%s\" always;\n",
		    headers[i].name, headers[i].value);
	for (size_t i = 0; i < count; i++) {
		if (!str_equal(files[i], FEED) && !str_ends(files[i], "/" FEED))
			continue;
		buf_puts(out, "\tlocation = ");
		put_quoted(out, decoded(a, arena_printf(a, "%s%s", base,
		    files[i])));
		buf_puts(out, " {\n\t\ttypes { }\n\t\tdefault_type \""
		    FEED_TYPE "\";\n\t}\n");
	}
	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++) {
		buf_puts(out, "\tlocation = ");
		put_quoted(out, decoded(a, arena_printf(a, "%s%s", base,
		    hidden[i])));
		buf_puts(out, " {\n\t\treturn 404;\n\t}\n");
	}
	buf_puts(out, "}\n");
}

static void
put_nginx_answer(struct arena *a, struct buf *out, const char *from,
    const char *to)
{
	buf_puts(out, "location = ");
	put_quoted(out, decoded(a, from));
	buf_puts(out, " {\n\treturn 301 ");
	put_address(out, to);
	buf_puts(out, ";\n}\n");
}

static void
put_nginx_redirect(struct arena *a, struct buf *out, const struct hosting *h,
    const char *from, const char *to)
{
	const char *base = path_of(a, h);

	put_nginx_answer(a, out, arena_printf(a, "%s%s", base, from),
	    arena_printf(a, "%s%s", base, to));
}

void
hosting_nginx(struct arena *a, struct buf *out, const struct hosting *h,
    const char *const *files, size_t count)
{
	const char *base = path_of(a, h);
	const size_t len = strlen(base);

	put_nginx_head(out, h, base);
	put_nginx_site(a, out, base, files, count);
	/* Without its slash the folder is still this site. */
	if (len > 1)
		put_nginx_answer(a, out, arena_strndup(a, base, len - 1),
		    base);
	each_redirect(a, out, h, put_nginx_redirect);
}
