/* SPDX-License-Identifier: MIT */
/*
 * JavaScript -> the same with less to send.
 *
 * Comes in: a script of the theme.  Goes out: its lines of code.  Knows no
 * JavaScript but its comments.
 */
#include "site/script.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

static const char *
past_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

/* The end of a comment that begins at "s", if nothing follows it on its line;
 * else NULL.  A licence is marked by an exclamation mark and stays. */
static const char *
comment_end(const char *s)
{
	const char *end;

	if (!str_starts(s, "/*") || s[2] == '!')
		return NULL;
	end = strstr(s + 2, "*/");
	if (end == NULL)
		return NULL;
	end += 2;
	end += strspn(end, " \t\r");
	return *end == '\n' || *end == '\0' ? end : NULL;
}

const char *
script_sent(struct arena *a, const char *text)
{
	const char *s, *end, *sent;
	struct buf out;

	if (strchr(text, '`') != NULL || strstr(text, "\\\n") != NULL ||
	    strstr(text, "\\\r") != NULL)
		return text;
	buf_init(&out);
	for (s = past_blanks(text); *s != '\0'; s = past_blanks(end)) {
		end = comment_end(s);
		if (end != NULL)
			continue;
		end = s + strcspn(s, "\n");
		buf_put(&out, s, (size_t)(end - s));
		buf_putc(&out, '\n');
	}
	sent = arena_strdup(a, out.data);
	buf_release(&out);
	return sent;
}
