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
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/messages.h"

void
reread_start(void)
{
	xmlInitParser();
}

/* The first thing that is wrong; the rest follows from it. */
struct fault {
	bool		 found;
	int		 line, col;
	char		 text[200];
};

#if LIBXML_VERSION >= 21200
typedef const xmlError *error_argument;
#else
typedef xmlErrorPtr error_argument;
#endif

static void
note_fault(void *user, error_argument error)
{
	struct fault *fault;

	fault = ((xmlParserCtxtPtr)user)->_private;
	if (fault->found || error->level < XML_ERR_ERROR)
		return;
	fault->found = true;
	fault->line = error->line;
	fault->col = error->int2;
	/* libxml2 ends its messages with a newline. */
	snprintf(fault->text, sizeof(fault->text), "%.*s",
	    error->message != NULL ? (int)strcspn(error->message, "\n") : 0,
	    error->message != NULL ? error->message : "");
}

static unsigned
positive(int n)
{
	return n > 0 ? (unsigned)n : 0;
}

/* Whether a page is well-formed the parser knows by itself: no tree is made of
 * what it reads. */
static void
build_nothing(xmlSAXHandlerPtr sax)
{
	sax->startElementNs = NULL;
	sax->endElementNs = NULL;
	sax->characters = NULL;
	sax->ignorableWhitespace = NULL;
	sax->cdataBlock = NULL;
	sax->comment = NULL;
	sax->processingInstruction = NULL;
	sax->reference = NULL;
}

bool
reread_page(struct arena *a, struct diag_list *dl, const char *file,
    const char *template, const char *html, size_t len)
{
	struct fault fault = { false, 0, 0, "no reason given" };
	xmlParserCtxtPtr context;
	xmlDocPtr doc;
	struct span at = { file, 0, 0 };
	bool ok;

	if (len > INT_MAX)
		return false;
	context = xmlNewParserCtxt();
	if (context == NULL)
		mem_exhausted();
	context->_private = &fault;
	context->sax->serror = note_fault;
	build_nothing(context->sax);
	doc = xmlCtxtReadMemory(context, html, (int)len, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	ok = doc != NULL && context->wellFormed;
	if (!ok) {
		at.line = positive(fault.line);
		at.col = positive(fault.col);
		diag_source(dl, file, html, len);
		diag_say_class(dl, DIAG_CONFIGURATION, at,
		    arena_printf(a, HINT_PAGE_NOT_WELL_FORMED, template),
		    SAY_PAGE_NOT_WELL_FORMED, fault.text);
	}
	if (doc != NULL)
		xmlFreeDoc(doc);
	xmlFreeParserCtxt(context);
	return ok;
}
