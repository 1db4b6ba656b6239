/* SPDX-License-Identifier: MIT */
/*
 * Comes in: an SVG file.  Goes out: struct drawing, or messages.  What is not
 * on the allow-list is refused, never dropped in silence, unless it is a drawing
 * program's note to itself: a figure looks the same on paper and on the screen
 * or it is not built.  Owner of libxml2 in read/.
 */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "read/figures.h"
#include "read/read.h"
#include "read/svg_tree.h"
#include "read/text.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
/* The largest viewBox, in units. */
#define MAX_SIDE ((int64_t)20000 * SVG_UNIT)

/* What drawing programs note for themselves: namespaces that begin so. */
static const char *const private_namespaces[] = {
	"http://www.inkscape.org/", "http://sodipodi.sourceforge.net/",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"http://creativecommons.org/ns#", "http://web.resource.org/cc/",
	"http://purl.org/dc/", "http://ns.adobe.com/", "ns_",
	"http://www.serif.com/", "http://www.bohemiancoding.com/",
	"http://www.figma.com/", "http://vectornator.io", "http://boxy-svg.com",
	"https://boxy-svg.com"
};

static bool
is_private(const xmlNs *ns)
{
	for (size_t i = 0; ns != NULL && ns->href != NULL && i <
	    sizeof(private_namespaces) / sizeof(private_namespaces[0]); i++)
		if (str_starts((const char *)ns->href, private_namespaces[i]))
			return true;
	return false;
}

/* Where a line starts; the end of the text if there are fewer. */
static const char *
line_start(const struct svg_reader *r, long line)
{
	const char *s = r->text, *next;

	for (; line > 1; line--) {
		next = strchr(s, '\n');
		if (next == NULL)
			return s;
		s = next + 1;
	}
	return s;
}

static bool
is_tag(const char *s, const char *name)
{
	size_t len = strlen(name);

	return s[0] == '<' && strncmp(s + 1, name, len) == 0 &&
	    strchr(" \t\r\n/>", s[1 + len]) != NULL;
}

/* libxml2 gives the line where a tag ends; where it starts is found in the
 * text: on that line, or else the nearest one in front of it. */
static struct span
place_of(const struct svg_reader *r, const struct svg_node *node)
{
	struct span at = { r->file, 1, 1 };
	const char *line, *s;

	if (node->line <= 0)
		return at;
	at.line = (unsigned)node->line;
	if (node->tag[0] == '\0')
		return at;
	line = line_start(r, node->line);
	for (s = line; *s != '\0' && *s != '\n'; s++) {
		if (is_tag(s, node->tag)) {
			at.col = (unsigned)(s - line) + 1;
			return at;
		}
	}
	for (s = line; s > r->text && !is_tag(s, node->tag);)
		s--;
	if (!is_tag(s, node->tag))
		return at;
	for (; line > s; line--)
		at.line -= line[-1] == '\n';
	while (line > r->text && line[-1] != '\n')
		line--;
	at.col = (unsigned)(s - line) + 1;
	return at;
}

void
svg_refuse(struct svg_reader *r, const struct svg_node *node,
    const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, ...)
{
	struct buf text;
	va_list ap;

	r->messages++;
	if (r->messages > SVG_MAX_MESSAGES)
		return;
	buf_init(&text);
	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	diag_add(r->dl, level, id, place_of(r, node), hint != NULL ? hint :
	    own_hint, "%s", text.data);
	buf_release(&text);
}

static struct svg_node *
new_node(struct svg_reader *r, const xmlNode *xml)
{
	struct svg_node *node = ARENA_NEW(r->arena, struct svg_node);

	node->name = arena_strdup(r->arena, xml->type == XML_ELEMENT_NODE ?
	    (const char *)xml->name : "");
	node->tag = xml->type != XML_ELEMENT_NODE || xml->ns == NULL ||
	    xml->ns->prefix == NULL ? node->name :
	    arena_printf(r->arena, "%s:%s", (const char *)xml->ns->prefix,
	    node->name);
	node->line = xmlGetLineNo(xml);
	return node;
}

static void
take_attributes(struct svg_reader *r, const xmlNode *xml,
    struct svg_node *node)
{
	for (const xmlAttr *a = xml->properties; a != NULL; a = a->next) {
		xmlChar *value;
		const char *prefix = "";

		if (is_private(a->ns))
			continue;
		if (a->ns != NULL)
			prefix = a->ns->prefix == NULL ? "?" :
			    arena_strdup(r->arena, (const char *)
			    a->ns->prefix);
		value = xmlNodeListGetString(xml->doc, a->children, 1);
		node->size += value == NULL ? 0 : strlen((const char *)value);
		svg_take_attribute(r, node, prefix,
		    arena_strdup(r->arena, (const char *)a->name),
		    str_trim(r->arena, value == NULL ? "" :
		    (const char *)value));
		xmlFree(value);
	}
}

/* Is it an element of SVG?  Says so if not, unless it is passed over. */
static bool
is_svg(struct svg_reader *r, const xmlNode *xml, struct svg_node *node)
{
	if (is_private(xml->ns))
		return false;
	if (xml->ns == NULL || !str_equal((const char *)xml->ns->href,
	    SVG_NAMESPACE)) {
		svg_refuse(r, node, xml->ns == NULL ? HINT_SVG_ELEMENT
		    SVG_NAMESPACE HINT_SVG_ELEMENT_2 : NULL, SAY_SVG_ELEMENT,
		    node->name);
		return false;
	}
	return !str_equal(node->name, "metadata") &&
	    svg_find_kind(r, node);
}

/* Takes an element in below "parent"; NULL if what is in it is not looked
 * at. */
static struct svg_node *
take_element(struct svg_reader *r, const xmlNode *xml,
    struct svg_node *parent)
{
	struct svg_node *node = new_node(r, xml);

	if (!is_svg(r, xml, node)) {
		/* A note without a drawing round it. */
		if (parent == NULL && r->messages == 0)
			svg_refuse(r, node, NULL, SAY_SVG_ELEMENT_PLACE,
			    node->name);
		return NULL;
	}
	if (!svg_may_hold(parent, node)) {
		if (parent != NULL && parent->kind != SVG_SVG && parent->kind
		    != SVG_G && node->kind != SVG_SVG)
			svg_refuse(r, node, NULL, SAY_SVG_ELEMENT_INSIDE,
			    node->name, parent->name);
		else
			svg_refuse(r, node, NULL, SAY_SVG_ELEMENT_PLACE,
			    node->name);
		return NULL;
	}
	take_attributes(r, xml, node);
	node->parent = parent;
	if (parent == NULL)
		r->root = node;
	else if (parent->last == NULL)
		parent->first = node;
	else
		parent->last->next = node;
	if (parent != NULL)
		parent->last = node;
	if (node->id != NULL)
		(void)map_add(r->ids, node->id, node);
	return node;
}

static void
take_other(struct svg_reader *r, const xmlNode *xml,
    const struct svg_node *parent)
{
	struct svg_node *node;

	if (xml->type == XML_COMMENT_NODE)
		return;
	if (xml->type == XML_TEXT_NODE || xml->type ==
	    XML_CDATA_SECTION_NODE) {
		if (str_blank((const char *)xml->content) ||
		    parent->kind == SVG_TEXT || parent->kind == SVG_TSPAN ||
		    parent->kind == SVG_TITLE || parent->kind == SVG_DESC)
			return;
		node = new_node(r, xml);
		svg_refuse(r, node, NULL, SAY_SVG_TEXT_OUTSIDE);
		return;
	}
	node = new_node(r, xml);
	svg_refuse(r, node, NULL, SAY_SVG_ELEMENT_OTHER);
}

/* All nodes in the order of the file, without recursion. */
static void
take_all(struct svg_reader *r, const xmlNode *root)
{
	struct svg_node *parent = NULL, *node;
	const xmlNode *xml = root;
	int depth = 1;

	while (xml != NULL && r->messages < SVG_MAX_MESSAGES) {
		node = NULL;
		if (xml->type != XML_ELEMENT_NODE) {
			take_other(r, xml, parent);
		} else if (++r->elements > SVG_MAX_ELEMENTS) {
			svg_refuse(r, new_node(r, xml), NULL,
			    SAY_SVG_TOO_MANY, SVG_MAX_ELEMENTS);
			return;
		} else {
			node = take_element(r, xml, parent);
		}
		if (node != NULL && xml->children != NULL) {
			if (++depth > SVG_MAX_DEPTH) {
				svg_refuse(r, node, NULL, SAY_SVG_TOO_DEEP,
				    SVG_MAX_DEPTH);
				return;
			}
			parent = node;
			xml = xml->children;
			continue;
		}
		while (xml != root && xml->next == NULL) {
			xml = xml->parent;
			parent = parent->parent;
			depth--;
		}
		xml = xml == root ? NULL : xml->next;
	}
}

/* Around the root there may be comments. */
static void
take_document(struct svg_reader *r, const xmlDoc *doc)
{
	for (const xmlNode *xml = doc->children; xml != NULL; xml = xml->next) {
		if (xml->type == XML_ELEMENT_NODE)
			take_all(r, xml);
		else if (xml->type != XML_COMMENT_NODE)
			svg_refuse(r, new_node(r, xml), NULL,
			    SAY_SVG_ELEMENT_OTHER);
	}
}

/* The size comes from the viewBox, or from width and height in pixels. */
static bool
read_size(struct svg_reader *r)
{
	const char *box = svg_attribute(r->root, "viewBox");
	const char *width = svg_attribute(r->root, "width");
	const char *height = svg_attribute(r->root, "height");
	struct svg_view *v = &r->view;
	bool fine;

	fine = box != NULL ? svg_view_box(box, v) :
	    width != NULL && height != NULL &&
	    svg_whole_number(width, &v->width) &&
	    svg_whole_number(height, &v->height);
	if (!fine || v->width < SVG_UNIT / 1000 || v->height <
	    SVG_UNIT / 1000 || v->width > MAX_SIDE || v->height > MAX_SIDE) {
		svg_refuse(r, r->root, NULL, SAY_SVG_SIZE);
		return false;
	}
	r->drawing->width = svg_thousandths(v->width);
	r->drawing->height = svg_thousandths(v->height);
	return true;
}

/* Shapes behind an empty clip are not seen; of the clips and gradients only
 * those are kept that shapes refer to. */
static void
finish(struct svg_reader *r)
{
	VEC(struct drawing_shape) seen = { NULL, 0, 0 };
	struct drawing *d = r->drawing;
	const struct drawing_clip *clip;

	for (size_t i = 0; i < r->shapes.len; i++) {
		struct drawing_shape *shape = &r->shapes.items[i];

		for (clip = shape->clip; clip != NULL && clip->step_count > 0;
		    clip = clip->outer)
			svg_count_steps(r, r->root, clip->step_count);
		if (clip != NULL)
			continue;
		d->coloured |= shape->fill == ROLE_COLOUR || shape->fill ==
		    ROLE_GRADIENT || shape->stroke == ROLE_COLOUR;
		*vec_push(r->arena, &seen) = *shape;
	}
	d->shapes = seen.items;
	d->shape_count = seen.len;
	d->clips = (const struct drawing_clip *const *)r->clips.items;
	d->clip_count = r->clips.len;
	d->gradients = (const struct drawing_gradient *const *)
	    r->gradients.items;
	d->gradient_count = r->gradients.len;
}

static char *
duplicate(const char *s)
{
	size_t len = strlen(s) + 1;
	char *copy = mem_alloc(len);

	memcpy(copy, s, len);
	return copy;
}

/* Keeps the first thing that libxml2 finds wrong. */
static void
keep_error(void *context, xmlErrorPtr error)
{
	xmlParserCtxtPtr parser = context;
	struct svg_reader *r = parser->_private;
	struct span at = { r->file, error->line > 0 ? (unsigned)error->line :
	    1, error->int2 > 0 ? (unsigned)error->int2 : 1 };
	size_t len = error->message == NULL ? 0 : strcspn(error->message,
	    "\n");

	if (r->messages++ > 0)
		return;
	diag_say(r->dl, at, NULL, SAY_SVG_XML, (int)len,
	    error->message == NULL ? "" : error->message);
}

/* Declarations can make small files large and reach other files. */
static bool
has_declaration(struct svg_reader *r)
{
	const char *s = strstr(r->text, "<!DOCTYPE");
	struct span at = { r->file, 1, 1 };

	if (s == NULL)
		s = strstr(r->text, "<!ENTITY");
	if (s == NULL)
		return false;
	for (const char *p = r->text; p < s; p++) {
		at.col = *p == '\n' ? 1 : at.col + 1;
		if (*p == '\n')
			at.line++;
	}
	diag_say(r->dl, at, NULL, SAY_SVG_DOCTYPE);
	return true;
}

static xmlDoc *
parse(struct svg_reader *r)
{
	xmlParserCtxt *parser;
	xmlDoc *doc;

	/* On no memory libxml2 would go on with half a document. */
	xmlMemSetup(free, mem_alloc, mem_realloc, duplicate);
	parser = xmlNewParserCtxt();
	parser->_private = r;
	parser->sax->serror = keep_error;
	doc = xmlCtxtReadMemory(parser, r->text, (int)r->len, NULL, "UTF-8",
	    XML_PARSE_NONET);
	xmlFreeParserCtxt(parser);
	if (doc != NULL && (r->messages > 0 || doc->intSubset != NULL)) {
		xmlFreeDoc(doc);
		return NULL;
	}
	return doc;
}

const struct drawing *
svg_read(struct arena *a, struct diag_list *dl, const char *file,
    const char *name, const char *text, size_t len, const struct map *labels)
{
	struct svg_reader r = { .arena = a, .dl = dl, .file = file,
	    .labels = labels };
	struct span first = { file, 1, 1 };
	size_t bom = text_bom(text, len);
	xmlDoc *doc;

	r.text = text + bom;
	r.len = len - bom;
	if (r.len > SVG_MAX_BYTES) {
		diag_say(dl, (struct span){ file, 0, 0 }, NULL,
		    SAY_SVG_TOO_LARGE);
		return NULL;
	}
	if (!text_check(dl, first, text, len, false) || has_declaration(&r))
		return NULL;
	doc = parse(&r);
	if (doc == NULL)
		return NULL;
	r.drawing = ARENA_NEW(a, struct drawing);
	r.drawing->name = name;
	r.ids = map_new(a);
	take_document(&r, doc);
	xmlFreeDoc(doc);
	/* What is in it is not looked at before all of it may be there. */
	if (r.messages == 0 && read_size(&r))
		svg_draw(&r);
	if (r.messages == 0)
		finish(&r);
	return r.messages > 0 ? NULL : r.drawing;
}

const struct drawing *
read_drawing(struct arena *a, const char *svg, size_t len)
{
	/* Nobody asks what is in it. */
	return svg_read(a, diag_list_new(a), "", "", svg, len, NULL);
}
