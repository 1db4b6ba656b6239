/* SPDX-License-Identifier: MIT */
/*
 * Finished pages -> are they well-formed?
 *
 * Pages are polyglot: the same bytes are right as HTML and as XML.  Owner of
 * libxml2 in site.
 */
#include "site/reread.h"

#include <libxml/parser.h>
#include <limits.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

void
reread_start(void)
{
	xmlInitParser();
}

static unsigned
positive(int n)
{
	return n > 0 ? (unsigned)n : 0;
}

bool
reread_page(struct diag_list *dl, const char *file, const char *html,
    size_t len)
{
	const xmlError *error;
	xmlParserCtxtPtr context;
	xmlDocPtr doc;
	const char *message;
	struct span at = { file, 0, 0 };
	bool ok;

	if (len > INT_MAX)
		return false;
	context = xmlNewParserCtxt();
	if (context == NULL)
		mem_exhausted();
	doc = xmlCtxtReadMemory(context, html, (int)len, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	ok = doc != NULL && context->wellFormed;
	if (!ok) {
		error = xmlCtxtGetLastError(context);
		if (error != NULL) {
			at.line = positive(error->line);
			at.col = positive(error->int2);
		}
		/* libxml2 ends its messages with a newline. */
		message = error != NULL && error->message != NULL ?
		    error->message : "no reason given";
		diag_source(dl, file, html, len);
		diag_error_class(dl, DIAG_CONFIGURATION, "page-not-well-formed",
		    at, "close every element in the theme's templates, as in "
		    "<br />", "this page is not well-formed: %.*s",
		    (int)strcspn(message, "\n"), message);
	}
	if (doc != NULL)
		xmlFreeDoc(doc);
	xmlFreeParserCtxt(context);
	return ok;
}
