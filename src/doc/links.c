/* SPDX-License-Identifier: MIT */
/*
 * Links: which are allowed, and what those inside the guide aim at.
 *
 * A link inside is the name of a chapter's file, with or without "#heading";
 * outside only web, mail and telephone (RELIABILITY: schemes are compared after
 * white space and control characters are taken out).
 */
#include "base/messages.h"
#include "doc/resolve_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/utf8.h"

struct link_job {
	struct arena			*arena;
	struct diag_list		*dl;
	const struct book		*book;
	struct map			*const *headings;
	struct map			*files;	/* name -> struct chapter */
	const struct chapter		*chapter;
	unsigned			 hints;	/* given so far */
};

/* After so many wrong links the nearest name is not looked for any more. */
#define HINTS_MAX 50
/* Headings that a hint names. */
#define HEADINGS_NAMED 8

static const char *const schemes[] = { "http", "https", "mailto", "tel",
    "sms" };

static bool
is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The scheme of "href" in lower case without hidden bytes, or NULL. */
static const char *
scheme_of(struct arena *a, const char *href)
{
	struct buf name;
	const char *result;
	unsigned char c;

	buf_init(&name);
	result = NULL;
	for (; *href != '\0'; href++) {
		c = (unsigned char)*href;
		if (c <= 0x20 || c == 0x7f)
			continue;
		if (c == ':') {
			if (name.len > 0)
				result = arena_strdup(a, name.data);
			break;
		}
		if (!is_ascii_letter(*href) && !(c >= '0' && c <= '9') &&
		    c != '+' && c != '-' && c != '.')
			break;
		buf_putc(&name, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') :
		    *href);
	}
	buf_release(&name);
	return result;
}

/* White space, controls, and what has no width or turns the direction. */
static bool
has_hidden_bytes(const char *href)
{
	size_t len = strlen(href), bytes;
	uint32_t c;

	for (; len > 0; href += bytes, len -= bytes) {
		bytes = utf8_decode(href, len, &c);
		if (bytes == 0)
			return true;
		if (c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad ||
		    c == 0x61c || (c >= 0x2000 && c <= 0x200f) ||
		    (c >= 0x2028 && c <= 0x202f) ||
		    (c >= 0x205f && c <= 0x206f) || c == 0x3000 ||
		    c == 0xfeff || c == '\\')
			return true;
	}
	return false;
}

/* "https://bank.example@evil.example/" leads to evil.example. */
static bool
has_user(const char *scheme, const char *href)
{
	const char *host, *at;

	if (!str_equal(scheme, "http") && !str_equal(scheme, "https"))
		return false;
	host = strchr(href, ':') + 1;
	host += strspn(host, "/");
	at = strchr(host, '@');
	return at != NULL && (size_t)(at - host) < strcspn(host, "/?#");
}

/* What stands behind "scheme:" has to lead somewhere. */
static bool
outside_is_whole(const char *scheme, const char *href)
{
	const char *rest;

	rest = strchr(href, ':') + 1;
	if (str_equal(scheme, "http") || str_equal(scheme, "https"))
		return str_starts(rest, "//") && rest[2] != '\0' &&
		    strchr("/?#:@", rest[2]) == NULL;
	if (str_equal(scheme, "mailto"))
		return strchr(rest, '@') != NULL && rest[0] != '@';
	return strcspn(rest, "0123456789") < strlen(rest);
}

static void
check_outside(const struct link_job *job, struct doc_node *link,
    const char *scheme)
{
	const char *href;
	bool known;

	href = link->u.link.href;
	known = false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		known = known || str_equal(schemes[i], scheme);
	if (!known) {
		diag_say(job->dl, link->at, NULL, SAY_LINK_SCHEME, scheme);
		return;
	}
	if (has_user(scheme, href)) {
		diag_say(job->dl, link->at, NULL, SAY_LINK_USER, href);
		return;
	}
	/* Renderers look at how an address starts. */
	if (!str_starts(href, scheme) && !has_hidden_bytes(href))
		link->u.link.href = href = arena_printf(job->arena, "%s%s",
		    scheme, strchr(href, ':'));
	if (has_hidden_bytes(href) || !outside_is_whole(scheme, href))
		diag_say(job->dl, link->at, NULL, SAY_LINK_BROKEN, href);
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* "%C3%9F" as the bytes it stands for; %00 stays as it is. */
static const char *
decode(struct arena *a, const char *s, size_t len)
{
	struct buf out;
	const char *result;
	int high, low;

	buf_init(&out);
	for (size_t i = 0; i < len; i++) {
		high = s[i] == '%' && i + 2 < len ? hex_value(s[i + 1]) : -1;
		low = high >= 0 ? hex_value(s[i + 2]) : -1;
		if (low >= 0 && high * 16 + low > 0) {
			buf_putc(&out, (char)(high * 16 + low));
			i += 2;
		} else {
			buf_putc(&out, s[i]);
		}
	}
	result = arena_strndup(a, out.data, out.len);
	buf_release(&out);
	return result;
}

/* "path" seen from the folder of "from", with "." and ".." worked out; NULL if
 * it leaves the language's folder. */
static const char *
path_from(struct arena *a, const char *from, const char *path)
{
	const char *folder_end, *part;
	struct buf out;
	const char *result;
	size_t len;

	buf_init(&out);
	folder_end = strrchr(from, '/');
	if (folder_end != NULL)
		buf_put(&out, from, (size_t)(folder_end - from));
	result = NULL;
	for (part = path;; part += len + 1) {
		len = strcspn(part, "/");
		if (len == 2 && memcmp(part, "..", 2) == 0) {
			if (out.len == 0)
				goto out;
			while (out.len > 0 && out.data[out.len - 1] != '/')
				out.data[--out.len] = '\0';
			if (out.len > 0)
				out.data[--out.len] = '\0';
		} else if (len > 0 && !(len == 1 && part[0] == '.')) {
			if (out.len > 0)
				buf_putc(&out, '/');
			buf_put(&out, part, len);
		}
		if (part[len] == '\0')
			break;
	}
	result = arena_strdup(a, out.data);
out:
	buf_release(&out);
	return result;
}

static const struct chapter *
find_chapter(const struct link_job *job, const char *path)
{
	const struct chapter *found;
	const char *here;

	/* As any viewer reads it: from the file's own folder. */
	here = path_from(job->arena, job->chapter->source_name, path);
	found = here != NULL ? map_find(job->files, here) : NULL;
	/* As guide.yaml and editors' lists show it: from the language's. */
	if (found == NULL) {
		here = path_from(job->arena, "", path);
		found = here != NULL ? map_find(job->files, here) : NULL;
	}
	return found;
}

/* The key of "map" that is nearest to "name", or NULL. */
static const char *
nearest_key(struct link_job *job, const struct map *map, const char *name)
{
	const char **names;
	size_t count;

	if (job->hints++ >= HINTS_MAX)
		return NULL;
	count = map_count(map);
	names = ARENA_ARRAY(job->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = map_key(map, i);
	return str_nearest(name, names, count);
}

/* The file that "path" names, if it is there and only its id is not in the
 * order; looked for as find_chapter does. */
static const struct book_spare *
find_spare(const struct link_job *job, const char *path)
{
	const char *const from[2] = { job->chapter->source_name, "" };
	const struct book *b = job->book;
	const char *name;

	for (size_t f = 0; f < 2; f++) {
		name = path_from(job->arena, from[f], path);
		for (size_t i = 0; name != NULL && i < b->spare_count; i++) {
			if (str_equal(b->spares[i].source_name, name))
				return &b->spares[i];
		}
	}
	return NULL;
}

static void
no_such_chapter(struct link_job *job, const struct doc_node *link,
    const char *path)
{
	const struct book_spare *spare;
	const char *near;

	spare = find_spare(job, path);
	if (spare != NULL && spare->refused)
		return;
	if (spare != NULL) {
		diag_say(job->dl, link->at, arena_printf(job->arena,
		    HINT_LINK_NOWHERE_SPARE, spare->id),
		    SAY_LINK_NOWHERE_SPARE, spare->source_name);
		return;
	}
	near = nearest_key(job, job->files, path);
	diag_say(job->dl, link->at, near != NULL ? arena_printf(job->arena,
	    HINT_LINK_NOWHERE, near) : HINT_LINK_NOWHERE_2, SAY_LINK_NOWHERE,
	    path);
}

/* A link that is there leads to what is there, on screen and on paper. */
static void
check_media(const struct link_job *job, const struct doc_node *link,
    const struct doc_node *heading)
{
	const char *where;

	if (doc_is_in(link, ONLY_WEB) && !doc_is_in(heading, ONLY_WEB))
		where = "printed";
	else if ((doc_is_in(link, ONLY_PRINT) &&
	    !doc_is_in(heading, ONLY_PRINT)) ||
	    (doc_is_in(link, ONLY_SHEET) && !doc_is_in(heading, ONLY_SHEET)))
		where = "on the web";
	else
		return;
	diag_say(job->dl, link->at, NULL, SAY_LINK_ONE_MEDIUM, where);
}

/* "its headings are #a, #b": the first of them. */
static const char *
headings_there(const struct link_job *job, const struct map *headings)
{
	const char *hint = NULL;

	for (size_t i = 0; i < map_count(headings) && i < HEADINGS_NAMED; i++)
		hint = hint == NULL ? arena_printf(job->arena,
		    HINT_LINK_NOWHERE_HEADING_3, map_key(headings, i)) :
		    arena_printf(job->arena, "%s, #%s", hint,
		    map_key(headings, i));
	return hint != NULL ? hint : HINT_LINK_NOWHERE_HEADING_2;
}

static void
find_heading(struct link_job *job, struct doc_node *link,
    const struct chapter *chapter, const char *slug)
{
	const struct map *headings;
	const struct doc_node *heading;
	const char *near;

	headings = job->headings[chapter - job->book->chapters];
	heading = map_find(headings, slug);
	if (heading != NULL) {
		link->u.link.block = heading->id;
		check_media(job, link, heading);
		return;
	}
	near = nearest_key(job, headings, slug);
	diag_say(job->dl, link->at, near != NULL ? arena_printf(job->arena,
	    HINT_LINK_NOWHERE_HEADING, near) : headings_there(job, headings),
	    SAY_LINK_NOWHERE_HEADING, chapter->file, slug);
}

/* A link without words has no name for those who hear the page. */
static void
check_words(const struct link_job *job, const struct doc_node *link)
{
	struct buf words;

	buf_init(&words);
	doc_plain_text(link, &words);
	if (str_blank(words.data))
		diag_say(job->dl, link->at, NULL, SAY_LINK_NO_WORDS);
	buf_release(&words);
}

static void
resolve_link(struct link_job *job, struct doc_node *link)
{
	const struct chapter *chapter;
	const char *href, *scheme, *hash, *path;

	check_words(job, link);
	href = link->u.link.href;
	if (str_blank(href)) {
		diag_say(job->dl, link->at, NULL, SAY_LINK_EMPTY);
		return;
	}
	scheme = scheme_of(job->arena, href);
	if (scheme != NULL) {
		check_outside(job, link, scheme);
		return;
	}
	hash = strchr(href, '#');
	path = decode(job->arena, href, hash != NULL ? (size_t)(hash - href) :
	    strlen(href));
	/* "//host" would be a link to another site. */
	if (href[0] == '/' || href[0] == '\\') {
		diag_say(job->dl, link->at, NULL, SAY_LINK_NOWHERE_SLASH,
		    href[0]);
		return;
	}
	chapter = *path == '\0' ? job->chapter : find_chapter(job, path);
	if (chapter == NULL) {
		no_such_chapter(job, link, path);
		return;
	}
	link->u.link.chapter = chapter;
	if (hash != NULL && hash[1] != '\0')
		find_heading(job, link, chapter, decode(job->arena, hash + 1,
		    strlen(hash + 1)));
}

void
resolve_links(struct arena *a, struct diag_list *dl, struct book *b,
    struct map *const *headings)
{
	struct link_job job;
	struct doc_node *node;

	job = (struct link_job){ a, dl, b, headings, map_new(a), NULL,
	    0 };
	for (size_t i = 0; i < b->chapter_count; i++)
		map_add(job.files, b->chapters[i].source_name,
		    &b->chapters[i]);
	for (size_t i = 0; i < b->chapter_count; i++) {
		job.chapter = &b->chapters[i];
		for (node = job.chapter->root; node != NULL;
		    node = doc_following(job.chapter->root, node)) {
			if (node->kind == DOC_LINK)
				resolve_link(&job, node);
		}
	}
}
