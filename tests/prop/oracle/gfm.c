/* SPDX-License-Identifier: MIT */
/*
 * Reads Markdown texts, each ended by a NUL byte, and writes the HTML that
 * libcmark-gfm makes of each with GitHub's additions, each ended by a NUL byte.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

static char *
to_html(const char *text, size_t len)
{
	static const char *const names[] = { "table", "strikethrough",
	    "autolink", "tasklist" };
	int options = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE;
	cmark_parser *parser = cmark_parser_new(options);
	cmark_node *root;
	char *html;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		cmark_parser_attach_syntax_extension(parser,
		    cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(parser, text, len);
	root = cmark_parser_finish(parser);
	html = cmark_render_html(root, options,
	    cmark_parser_get_syntax_extensions(parser));
	cmark_node_free(root);
	cmark_parser_free(parser);
	return html;
}

int
main(void)
{
	char *text = NULL, *html;
	size_t size = 0;
	ssize_t len;

	cmark_gfm_core_extensions_ensure_registered();
	while ((len = getdelim(&text, &size, '\0', stdin)) > 0) {
		if (text[len - 1] == '\0')
			len--;
		html = to_html(text, (size_t)len);
		fputs(html, stdout);
		putchar('\0');
		free(html);
	}
	free(text);
	return fflush(stdout) == 0 ? 0 : 1;
}
