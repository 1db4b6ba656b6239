/* SPDX-License-Identifier: MIT */
/*
 * Bare addresses become links (GFM 6.9): www. and schemes while it is known
 * what each text was in the source, addresses of mail when texts are whole.
 */
#include "read/gfm.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_letter_or_digit(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_host_character(const char *text, size_t len)
{
	uint32_t codepoint;

	return utf8_decode(text, len, &codepoint) > 0 &&
	    !unicode_is_space(codepoint) &&
	    !unicode_is_punctuation(codepoint);
}

/* Takes what is no part of an address off its end: stops, entities, brackets
 * without a partner. */
static size_t
trim_address(const char *text, size_t len)
{
	size_t opening = 0, closing = 0, start;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '<')
			len = i;
		else if (text[i] == '(')
			opening++;
		else if (text[i] == ')')
			closing++;
	}
	while (len > 0) {
		char last = text[len - 1];

		if (last == ')') {
			if (closing <= opening)
				return len;
			closing--;
			len--;
		} else if (last == ';') {
			for (start = len - 1; start > 0 &&
			    is_letter(text[start - 1]); )
				start--;
			if (start > 0 && start < len - 1 &&
			    text[start - 1] == '&')
				len = start - 1;
			else
				len--;
		} else if (strchr("?!.,:*_~'\"", last) != NULL) {
			len--;
		} else {
			return len;
		}
	}
	return 0;
}

/* Bytes of a host name at "text", or 0; "dotted": with a dot in it at least. */
static size_t
host_length(const char *text, size_t len, bool dotted)
{
	size_t i, dots = 0, before = 0, last = 0;

	for (i = 1; i + 1 < len; i++) {
		if (text[i] == '\\' && i + 2 < len)
			i++;
		if (text[i] == '_') {
			last++;
		} else if (text[i] == '.') {
			before = last;
			last = 0;
			dots++;
		} else if (text[i] != '-' &&
		    !is_host_character(text + i, len - i) &&
		    ((unsigned char)text[i] & 0xC0) != 0x80) {
			break;
		}
	}
	/* A line below in its last two parts: no name of a host. */
	if ((before > 0 || last > 0) && dots <= 10)
		return 0;
	return dotted && dots == 0 ? 0 : i;
}

/* An address that starts at "text", "host" bytes before its host: its length,
 * or 0. */
static size_t
address_length(const char *text, size_t len, size_t host, bool dotted)
{
	size_t end = host_length(text + host, len - host, dotted);

	if (end == 0)
		return 0;
	end += host;
	while (end < len && !is_space(text[end]) && text[end] != '<')
		end++;
	return trim_address(text, end);
}

struct address {
	size_t	start, end;		/* in the text for cmark */
	bool	www;
};

/* A scheme that ends before ":" at "off". */
static bool
scheme_address(const struct gfm_inlines *in, size_t least, size_t off,
    size_t end, struct address *found)
{
	static const char *const schemes[] = { "http://", "https://",
	    "ftp://" };
	const char *text = in->lines->text;
	size_t start = off, len;

	if (end - off < 4 || text[off + 1] != '/' || text[off + 2] != '/')
		return false;
	while (start > least && is_letter(text[start - 1]))
		start--;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		len = strlen(schemes[i]);
		if (off + 3 - start != len || end - start <= len ||
		    strncasecmp(text + start, schemes[i], len) != 0 ||
		    !is_host_character(text + start + len,
		    end - start - len))
			continue;
		found->start = start;
		found->www = false;
		found->end = start + address_length(text + start, end - start,
		    len, false);
		return found->end > start;
	}
	return false;
}

static bool
www_address(const struct gfm_inlines *in, size_t least, size_t off,
    size_t end, struct address *found)
{
	const char *text = in->lines->text;

	if (end - off < 4 || memcmp(text + off, "www.", 4) != 0)
		return false;
	if (off > least && !is_space(text[off - 1]) &&
	    strchr("*_~(", text[off - 1]) == NULL)
		return false;
	found->start = off;
	found->www = true;
	found->end = off + address_length(text + off, end - off, 0, true);
	return found->end > off;
}

/* Where the words of the line that holds "off" start and end; the end of a line
 * is a space, unless it is the block's last. */
static void
bounds_of(const struct gfm_inlines *in, size_t off, size_t *least,
    size_t *end)
{
	const struct source_lines *lines = in->lines;
	size_t line = source_lines_find(lines, off);
	size_t cell_end = strlen(GFM_CELL_END);
	const char *text = lines->text;

	*least = lines->items[line].content;
	*end = lines->items[line].end;
	if (line < in->last_line) {
		if (*end < lines->len)
			(*end)++;
		return;
	}
	if (*end >= *least + cell_end && memcmp(text + *end - cell_end,
	    GFM_CELL_END, cell_end) == 0)
		*end -= cell_end;
	while (*end > *least && is_space(text[*end - 1]))
		(*end)--;
}

static bool
find_address(const struct gfm_inlines *in, const struct doc_node *text,
    struct address *found)
{
	size_t least, end, off = text->source;
	size_t stop = off + strlen(text->text);
	const char *s = in->lines->text;

	bounds_of(in, off, &least, &end);
	for (; off < stop && off < end; off++) {
		if (s[off] == ':' &&
		    scheme_address(in, least, off, end, found) &&
		    found->start >= text->source)
			return true;
		if (s[off] == 'w' && www_address(in, least, off, end, found))
			return true;
	}
	return false;
}

/* Makes a link of the address that begins in "text"; returns the link. */
static struct doc_node *
link_address(struct gfm_inlines *in, struct doc_node *text,
    const struct address *address)
{
	struct doc_node *link, *before;
	struct span at = text->at;

	at.col += (unsigned)(address->start - text->source);
	link = doc_new(in->g->arena, DOC_LINK, at);
	link->source = address->start;
	if (address->start > text->source) {
		before = gfm_text(in, text->source, address->start, text->at);
		doc_insert_before(text, before);
	}
	doc_insert_before(text, link);
	gfm_take_source(in, text, address->end);
	doc_append(link, gfm_text(in, address->start, address->end, at));
	link->u.link.href = arena_printf(in->g->arena, "%s%s",
	    address->www ? "http://" : "", link->first->text);
	/* Nothing in it is looked at again. */
	link->first->source = in->lines->len;
	return link;
}

/* Brackets that are open where we are: an address inside may yet become the
 * words of a link, so it is left alone. */
static void
follow_brackets(const struct gfm_inlines *in, const struct doc_node *n,
    size_t *open)
{
	if (n->kind != DOC_TEXT || !gfm_is_plain(in, n))
		return;
	if (str_equal(n->text, "[") || str_equal(n->text, "!["))
		(*open)++;
	else if (str_equal(n->text, "]") && *open > 0)
		(*open)--;
}

void
gfm_web_addresses(struct gfm_inlines *in)
{
	struct doc_node *n, *next;
	struct address found;
	size_t open = 0;

	for (n = in->block->last; n != NULL && n->last != NULL; )
		n = n->last;
	in->last_line = n == NULL ? 0 :
	    source_lines_find(in->lines, n->source);
	for (n = in->block->first; n != NULL; n = next) {
		follow_brackets(in, n, &open);
		if (n->kind == DOC_LINK) {
			next = gfm_behind(in, n);
			continue;
		}
		next = doc_following(in->block, n);
		if (n->kind != DOC_TEXT || open > 0 ||
		    !gfm_is_plain(in, n) || !find_address(in, n, &found))
			continue;
		gfm_unwrap(in, n, found.end);
		found.end = gfm_source_reach(in, n, found.end);
		found.end = found.start + trim_address(in->lines->text +
		    found.start, found.end - found.start);
		if (found.end == found.start)
			continue;
		n = link_address(in, n, &found);
		next = gfm_behind(in, n);
	}
}

/* ------------------------------------------------------------------ mail */

struct mail {
	size_t	start, end;
	bool	whole;			/* with a scheme */
};

/* Does "scheme" end before text[end]? */
static bool
ends_scheme(const char *text, size_t least, size_t end, const char *scheme)
{
	size_t len = strlen(scheme);

	if (end - least < len || memcmp(text + end - len, scheme, len) != 0)
		return false;
	return end - len == least || !is_letter_or_digit(text[end - len - 1]);
}

/* The start of the name before "@", not before "least"; "*xmpp" is what its
 * scheme says. */
static size_t
mail_start(const char *text, size_t least, size_t at, bool *whole, bool *xmpp)
{
	size_t start = at;

	*whole = *xmpp = false;
	while (start > least) {
		char c = text[start - 1];

		if (c == ':' && ends_scheme(text, least, start, "mailto:")) {
			*whole = true;
		} else if (c == ':' &&
		    ends_scheme(text, least, start, "xmpp:")) {
			*whole = *xmpp = true;
		} else if (!is_letter_or_digit(c) &&
		    strchr(".+-_", c) == NULL) {
			break;
		}
		start--;
	}
	return start;
}

/* The end of the host behind "@" (at "at"); *dots: how many it has. */
static size_t
mail_end(const char *text, size_t at, bool xmpp, size_t *dots)
{
	size_t end;

	*dots = 0;
	for (end = at + 1; text[end] != '\0'; end++) {
		if (is_letter_or_digit(text[end]) || text[end] == '-' ||
		    text[end] == '_' || (text[end] == '/' && xmpp))
			continue;
		if (text[end] != '.' || !is_letter_or_digit(text[end + 1]))
			break;
		(*dots)++;
	}
	return end;
}

static bool
find_mail(const char *text, struct mail *found)
{
	size_t least = 0, at = 0, end, dots;
	bool xmpp;

	while (text[at += strcspn(text + at, "@")] != '\0') {
		found->start = mail_start(text, least, at, &found->whole,
		    &xmpp);
		least = at + 1;
		if (found->start == at) {
			at++;
			continue;
		}
		end = mail_end(text, at, xmpp, &dots);
		if (text[end] == '@') {
			at = end;
			continue;
		}
		if (end - at >= 2 && dots > 0 && is_letter(text[end - 1])) {
			found->end = at + trim_address(text + at, end - at);
			if (found->end > at)
				return true;
		}
		least = at = end;
	}
	return false;
}

/* Cuts the first address out of a text; returns what is behind it. */
static struct doc_node *
link_mail(struct gfm_inlines *in, struct doc_node *text,
    const struct mail *mail)
{
	struct arena *a = in->g->arena;
	struct span at = text->at;
	struct doc_node *link, *words, *rest;

	at.col += (unsigned)mail->start;
	link = doc_new(a, DOC_LINK, at);
	words = doc_append_text(a, link, "");
	words->text = arena_strndup(a, text->text + mail->start,
	    mail->end - mail->start);
	link->u.link.href = arena_printf(a, "%s%s",
	    mail->whole ? "" : "mailto:", words->text);
	rest = doc_new(a, DOC_TEXT, text->at);
	rest->text = text->text + mail->end;
	rest->at.col += (unsigned)mail->end;
	doc_insert_before(text, rest);
	doc_unlink(text);
	doc_insert_before(rest, link);
	text->text = arena_strndup(a, text->text, mail->start);
	if (mail->start > 0)
		doc_insert_before(link, text);
	if (rest->text[0] != '\0')
		return rest;
	doc_unlink(rest);
	return link;
}

void
gfm_mail_addresses(struct gfm_inlines *in)
{
	struct doc_node *n, *next;
	struct mail found;

	for (n = in->block->first; n != NULL; n = next) {
		while (n->kind == DOC_TEXT && find_mail(n->text, &found))
			n = link_mail(in, n, &found);
		next = n->kind == DOC_LINK ? gfm_behind(in, n) :
		    doc_following(in->block, n);
	}
}
