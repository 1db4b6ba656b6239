/* SPDX-License-Identifier: MIT */
/*
 * A theme's colours and fonts as CSS, in front of the theme's own site.css; its
 * scripts without what is for people only.
 *
 * site.css refers to colours as var(--paper) and to the face as var(--face).
 */
#include "site/site_int.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "conf/theme.h"
#include "site/web_font.h"

static void
put_palette(struct buf *out, const struct theme *theme,
    enum theme_palette palette, const char *selector)
{
	buf_printf(out, "%s{", selector);
	for (int i = 0; i < THEME_COLOUR_COUNT; i++)
		buf_printf(out, "--%s:#%06x;",
		    theme_colour_name((enum theme_colour)i),
		    (unsigned)theme->colours[i][palette]);
	buf_puts(out, "}\n");
}

static void
put_font(struct buf *out, const char *file, int weight)
{
	if (file == NULL)
		return;
	buf_printf(out, "@font-face{font-family:\"" WEB_FONT_FAMILY "\";"
	    "font-weight:%d;font-style:normal;font-display:swap;"
	    "src:url(\"%s\") format(\"woff\")}\n", weight, file);
}

/* A CSS string: quotes, backslashes and controls left out. */
static void
put_name(struct buf *out, const char *name)
{
	buf_putc(out, '"');
	for (; *name != '\0'; name++) {
		if (*name != '"' && *name != '\\' &&
		    (unsigned char)*name >= 0x20)
			buf_putc(out, *name);
	}
	buf_putc(out, '"');
}

/*
 * site.css without comments, indents and empty lines; strings are kept.  Not a
 * minifier: it only takes out what no rule needs.
 */
static void
put_rules(struct buf *out, const char *css)
{
	const char *end;
	char quote;

	quote = '\0';
	while (*css != '\0') {
		if (quote == '\0' && str_starts(css, "/*")) {
			end = strstr(css + 2, "*/");
			css = end != NULL ? end + 2 : css + strlen(css);
			continue;
		}
		if (quote != '\0' && *css == '\\' && css[1] != '\0') {
			buf_put(out, css, 2);
			css += 2;
			continue;
		}
		if (*css == '"' || *css == '\'') {
			if (quote == '\0')
				quote = *css;
			else if (quote == *css)
				quote = '\0';
		}
		if (quote == '\0' && strchr(" \t\r\n", *css) != NULL) {
			css += strspn(css, " \t\r\n");
			/* White space next to these means nothing. */
			if (out->len > 0 && strchr("{};,\n",
			    out->data[out->len - 1]) == NULL && *css != '\0' &&
			    strchr("{}", *css) == NULL)
				buf_putc(out, ' ');
			continue;
		}
		buf_putc(out, *css++);
	}
	buf_putc(out, '\n');
}

const char *
style_sheet(struct arena *a, const struct theme *theme, const char *css,
    const char *const font_files[2], size_t *len)
{
	struct buf out;
	const char *text;

	buf_init(&out);
	put_font(&out, font_files[0], 400);
	put_font(&out, font_files[1], 700);
	buf_puts(&out, ":root{--face:\"" WEB_FONT_FAMILY "\",");
	put_name(&out, theme->family);
	buf_puts(&out, ",\"Noto Sans\",Verdana,sans-serif}\n");
	put_palette(&out, theme, PALETTE_LIGHT, ":root,.coloured");
	buf_puts(&out, "@media (prefers-color-scheme:dark){");
	put_palette(&out, theme, PALETTE_DARK, ":root");
	buf_puts(&out, "}\n@media print{");
	put_palette(&out, theme, PALETTE_PRINT, ":root");
	buf_puts(&out, "}\n");
	put_rules(&out, css);
	text = arena_strndup(a, out.data, out.len);
	*len = out.len;
	buf_release(&out);
	return text;
}

const char *
hashed_name(struct arena *a, const char *stem, const char *ending,
    const void *bytes, size_t len)
{
	return arena_printf(a, "%s-%08x%s", stem,
	    (unsigned)(str_hash(bytes, len) >> 32), ending);
}
