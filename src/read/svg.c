/* SPDX-License-Identifier: MIT */
/*
 * Comes in: an SVG file.  Goes out: struct drawing, or messages.  What is not
 * on the short lists below is refused, never dropped in silence: a figure
 * looks the same on paper and on the screen or it is not built.  Owner of
 * libxml2 in read/.
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
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/drawing.h"
#include "read/figures.h"
#include "read/svg_path.h"
#include "read/text.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
/* Messages of one file; more do not help. */
#define SVG_MAX_MESSAGES 20
#define DEFAULT_TEXT_SIZE 14000
#define DEFAULT_STROKE 1000
#define MAX_DASHES 16

struct svg_reader {
	struct arena		*arena;
	struct diag_list	*dl;
	const char		*file, *text;
	size_t			 len;
	const struct map	*labels;
	struct drawing		*drawing;
	VEC(struct drawing_shape) shapes;
	size_t			 elements;
	size_t			 messages;
};

/* What an element may hold. */
struct svg_element {
	const char	*name;
	bool		 painted;	/* takes fill, stroke and so on */
	const char	*own[7];	/* its other attributes */
};

static const struct svg_element elements[] = {
	{ "svg", false, { "viewBox" } },
	{ "g", false, { NULL } },
	{ "title", false, { NULL } },
	{ "desc", false, { NULL } },
	{ "path", true, { "d" } },
	{ "circle", true, { "cx", "cy", "r" } },
	{ "ellipse", true, { "cx", "cy", "rx", "ry" } },
	{ "rect", true, { "x", "y", "width", "height", "rx", "ry" } },
	{ "line", true, { "x1", "y1", "x2", "y2" } },
	{ "polyline", true, { "points" } },
	{ "polygon", true, { "points" } },
	{ "text", true, { "x", "y", "data-label", "font-size",
	    "text-anchor" } }
};

#define ELEMENT_COUNT (sizeof(elements) / sizeof(elements[0]))

static const char *const paint_names[] = { "fill", "stroke", "stroke-width",
    "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "class" };

#define PAINT_COUNT (sizeof(paint_names) / sizeof(paint_names[0]))

struct role_name {
	const char		*name;
	enum drawing_role	 role;
};

static const struct role_name roles[] = {
	{ "role-paper", ROLE_PAPER },
	{ "role-tint1", ROLE_TINT1 },
	{ "role-tint2", ROLE_TINT2 },
	{ "role-accent", ROLE_ACCENT }
};

#define ROLE_NAME_COUNT (sizeof(roles) / sizeof(roles[0]))

/* libxml2 gives the line; the column is where the tag is found in it. */
static struct span
place_of(const struct svg_reader *r, const xmlNode *node)
{
	struct span at = { r->file, 1, 1 };
	long line = xmlGetLineNo(node);
	const char *s = r->text, *end, *tag;
	char *open;

	if (line <= 0)
		return at;
	for (at.line = 1; at.line < (unsigned long)line; at.line++) {
		const char *next = strchr(s, '\n');

		if (next == NULL)
			return at;
		s = next + 1;
	}
	if (node->type != XML_ELEMENT_NODE)
		return at;
	open = arena_printf(r->arena, "<%s", (const char *)node->name);
	end = s + strcspn(s, "\n");
	tag = strstr(s, open);
	if (tag != NULL && tag < end)
		at.col = (unsigned)(tag - s) + 1;
	return at;
}

/* "hint": instead of the message's own; or NULL. */
__attribute__((format(printf, 7, 8)))
static void
refuse(struct svg_reader *r, const xmlNode *node, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...)
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

/* An attribute's value in the arena, or NULL. */
static const char *
attribute(struct svg_reader *r, xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
	const char *copy;

	if (value == NULL)
		return NULL;
	copy = str_trim(r->arena, (const char *)value);
	xmlFree(value);
	return copy;
}

/* A length, or "preset" if the attribute is not there and need not be. */
static int32_t
length(struct svg_reader *r, xmlNode *node, const char *name, bool required,
    int32_t preset)
{
	const char *s = attribute(r, node, name);
	int32_t value;

	if (s == NULL) {
		if (required)
			refuse(r, node, NULL, SAY_SVG_MISSING,
			    (const char *)node->name, name);
		return preset;
	}
	if (!svg_whole_number(s, &value)) {
		refuse(r, node, NULL, SAY_SVG_NUMBER, name, s);
		return preset;
	}
	return value;
}

static int32_t
positive(struct svg_reader *r, xmlNode *node, const char *name, bool required,
    int32_t preset)
{
	int32_t value = length(r, node, name, required, preset);

	if (value >= 0)
		return value;
	refuse(r, node, NULL, SAY_SVG_NUMBER_NEGATIVE, name);
	return preset;
}

static bool
is_known_attribute(const struct svg_element *element, const char *name)
{
	for (size_t i = 0; i < sizeof(element->own) / sizeof(element->own[0]) &&
	    element->own[i] != NULL; i++) {
		if (str_equal(element->own[i], name))
			return true;
	}
	for (size_t i = 0; element->painted && i < PAINT_COUNT; i++) {
		if (str_equal(paint_names[i], name))
			return true;
	}
	return false;
}

static const char *
attribute_hint(const char *name)
{
	if (str_equal(name, "transform"))
		return "write the points where they end up, without a "
		    "transform";
	if (str_equal(name, "style"))
		return "write fill, stroke and stroke-width as attributes";
	if (str_equal(name, "href") || str_starts(name, "on"))
		return "a figure has no links and no scripts";
	if (str_equal(name, "id"))
		return "delete it: nothing in a figure refers to it";
	if (str_equal(name, "width") || str_equal(name, "height"))
		return "the size comes from viewBox=\"0 0 width height\"";
	if (str_equal(name, "opacity") || str_ends(name, "-opacity"))
		return "choose a lighter role for the fill instead";
	return "delete it: shapes take points, fill, class, stroke and "
	    "stroke-width, -linecap, -linejoin, -dasharray";
}

static void
check_attributes(struct svg_reader *r, xmlNode *node,
    const struct svg_element *element)
{
	for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
		const char *name = (const char *)a->name;

		if (a->ns == NULL && is_known_attribute(element, name))
			continue;
		refuse(r, node, attribute_hint(name), SAY_SVG_ATTRIBUTE,
		    element->name, a->ns != NULL && a->ns->prefix != NULL ?
		    (const char *)a->ns->prefix : "", a->ns != NULL
		    && a->ns->prefix != NULL ? ":" : "", name);
	}
}

static enum drawing_role
read_role(struct svg_reader *r, xmlNode *node, const char *class)
{
	const char *names[ROLE_NAME_COUNT], *near;

	for (size_t i = 0; i < ROLE_NAME_COUNT; i++) {
		if (str_equal(roles[i].name, class))
			return roles[i].role;
		names[i] = roles[i].name;
	}
	near = str_nearest(class, names, ROLE_NAME_COUNT);
	refuse(r, node, near != NULL ? arena_printf(r->arena, HINT_SVG_CLASS,
	    near) : HINT_SVG_CLASS_2, SAY_SVG_CLASS, class);
	return ROLE_NONE;
}

/* The fill in words is only a fallback for programs that know no roles. */
static enum drawing_role
read_fill(struct svg_reader *r, xmlNode *node, bool may_be_missing,
    enum drawing_role preset)
{
	const char *fill = attribute(r, node, "fill");
	const char *class = attribute(r, node, "class");

	if (class != NULL)
		return read_role(r, node, class);
	if (fill == NULL && may_be_missing)
		return preset;
	if (fill != NULL && str_equal(fill, "none"))
		return ROLE_NONE;
	if (fill != NULL && str_equal(fill, "currentColor"))
		return ROLE_INK;
	if (fill == NULL)
		refuse(r, node, NULL, SAY_SVG_FILL, (const char *)node->name);
	else
		refuse(r, node, NULL, SAY_SVG_FILL_COLOUR,
		    (const char *)node->name);
	return ROLE_NONE;
}

/* One of two words; "wanted" is the one that makes it true. */
static bool
is_word(struct svg_reader *r, xmlNode *node, const char *name,
    const char *other, const char *wanted)
{
	const char *s = attribute(r, node, name);

	if (s == NULL || str_equal(s, other))
		return false;
	if (str_equal(s, wanted))
		return true;
	refuse(r, node, arena_printf(r->arena, HINT_SVG_VALUE, other, wanted),
	    SAY_SVG_VALUE, name, s);
	return false;
}

static void
read_dashes(struct svg_reader *r, xmlNode *node, struct drawing_shape *shape)
{
	const char *s = attribute(r, node, "stroke-dasharray");
	struct svg_cursor c = { s, NULL };
	int32_t *dashes;
	int64_t sum = 0;
	size_t count = 0;

	if (s == NULL || str_equal(s, "none"))
		return;
	/* An odd list is said twice, SVG 1.1 11.4. */
	dashes = ARENA_ARRAY(r->arena, int32_t, (size_t)MAX_DASHES * 2);
	for (; *c.s != '\0' && count < MAX_DASHES; svg_separator(&c)) {
		if (!svg_number(&c, &dashes[count]) || dashes[count] < 0)
			break;
		sum += dashes[count++];
	}
	if (*c.s != '\0' || sum == 0) {
		refuse(r, node, NULL, SAY_SVG_NUMBER_DASHES, s);
		return;
	}
	if (count % 2 != 0) {
		memcpy(dashes + count, dashes, count * sizeof(*dashes));
		count *= 2;
	}
	shape->dashes = dashes;
	shape->dash_count = count;
}

static void
read_stroke(struct svg_reader *r, xmlNode *node, struct drawing_shape *shape)
{
	if (!is_word(r, node, "stroke", "none", "currentColor"))
		return;
	shape->stroke_width = positive(r, node, "stroke-width", false,
	    DEFAULT_STROKE);
	shape->round_cap = is_word(r, node, "stroke-linecap", "butt",
	    "round");
	shape->round_join = is_word(r, node, "stroke-linejoin", "miter",
	    "round");
	read_dashes(r, node, shape);
}

/* The path of a shape that is not given as one; false after an error. */
static bool
read_outline(struct svg_reader *r, xmlNode *node, struct svg_path *path)
{
	const char *name = (const char *)node->name, *problem = NULL, *data;
	int32_t v[6];

	if (str_equal(name, "circle") || str_equal(name, "ellipse")) {
		bool circle = str_equal(name, "circle");

		v[0] = length(r, node, "cx", true, 0);
		v[1] = length(r, node, "cy", true, 0);
		v[2] = positive(r, node, circle ? "r" : "rx", true, 0);
		v[3] = circle ? v[2] : positive(r, node, "ry", true, 0);
		svg_ellipse(r->arena, path, v[0], v[1], v[2], v[3]);
		return true;
	}
	if (str_equal(name, "rect")) {
		v[0] = length(r, node, "x", true, 0);
		v[1] = length(r, node, "y", true, 0);
		v[2] = positive(r, node, "width", true, 0);
		v[3] = positive(r, node, "height", true, 0);
		v[4] = positive(r, node, "rx", false, 0);
		v[5] = positive(r, node, "ry", false, v[4]);
		svg_rectangle(r->arena, path, v[0], v[1], v[2], v[3],
		    attribute(r, node, "rx") != NULL ? v[4] : v[5], v[5]);
		return true;
	}
	if (str_equal(name, "line")) {
		svg_move(r->arena, path, length(r, node, "x1", true, 0),
		    length(r, node, "y1", true, 0));
		svg_line(r->arena, path, length(r, node, "x2", true, 0),
		    length(r, node, "y2", true, 0));
		return true;
	}
	data = attribute(r, node, str_equal(name, "path") ? "d" : "points");
	if (data == NULL)
		problem = "it has no points";
	else if (str_equal(name, "path"))
		(void)svg_path_data(r->arena, path, data, &problem);
	else
		(void)svg_points(r->arena, path, data,
		    str_equal(name, "polygon"), &problem);
	if (problem == NULL)
		return true;
	refuse(r, node, NULL, SAY_SVG_PATH, name, problem);
	return false;
}

static void
read_shape(struct svg_reader *r, xmlNode *node)
{
	struct svg_path path = { { NULL, 0, 0 } };
	struct drawing_shape shape = { .kind = DRAWING_PATH };
	bool line = str_equal((const char *)node->name, "line");

	if (!read_outline(r, node, &path))
		return;
	shape.fill = read_fill(r, node, line, ROLE_NONE);
	if (line)
		shape.fill = ROLE_NONE;
	read_stroke(r, node, &shape);
	shape.steps = path.steps.items;
	shape.step_count = path.steps.len;
	*vec_push(r->arena, &r->shapes) = shape;
}

static int
read_anchor(struct svg_reader *r, xmlNode *node)
{
	const char *s = attribute(r, node, "text-anchor");

	if (s == NULL || str_equal(s, "middle"))
		return 0;
	if (str_equal(s, "start"))
		return -1;
	if (str_equal(s, "end"))
		return 1;
	refuse(r, node, NULL, SAY_SVG_VALUE_ANCHOR, s);
	return 0;
}

/* Words come from figures.yaml, in the book's language; the file's own are for
 * programs that show it as it is. */
static void
read_text(struct svg_reader *r, xmlNode *node)
{
	struct drawing_shape shape = { .kind = DRAWING_TEXT };
	const char *words;

	shape.label = attribute(r, node, "data-label");
	if (str_blank(shape.label)) {
		refuse(r, node, NULL, SAY_SVG_TEXT);
		return;
	}
	words = r->labels == NULL ? NULL : map_find(r->labels, shape.label);
	if (str_blank(words))
		refuse(r, node, arena_printf(r->arena, HINT_LABEL_MISSING,
		    shape.label), SAY_LABEL_MISSING, shape.label);
	shape.words = words;
	shape.x = length(r, node, "x", true, 0);
	shape.y = length(r, node, "y", true, 0);
	shape.size = positive(r, node, "font-size", false,
	    DEFAULT_TEXT_SIZE);
	shape.anchor = read_anchor(r, node);
	shape.fill = read_fill(r, node, true, ROLE_INK);
	*vec_push(r->arena, &r->shapes) = shape;
}

static const struct svg_element *
find_element(struct svg_reader *r, xmlNode *node)
{
	const char *name = (const char *)node->name, *near;
	const char *names[ELEMENT_COUNT];

	for (size_t i = 0; i < ELEMENT_COUNT; i++) {
		names[i] = elements[i].name;
		if (str_equal(names[i], name) && node->ns != NULL &&
		    str_equal((const char *)node->ns->href, SVG_NAMESPACE))
			return &elements[i];
	}
	near = str_nearest(name, names, ELEMENT_COUNT);
	refuse(r, node, node->ns == NULL ?
	    HINT_SVG_ELEMENT SVG_NAMESPACE HINT_SVG_ELEMENT_2 : near != NULL ?
	    arena_printf(r->arena, HINT_SVG_ELEMENT_3, near) :
	    HINT_SVG_ELEMENT_4, SAY_SVG_ELEMENT, name);
	return NULL;
}

/* Reads one element; true if what is in it is to be read too. */
static bool
read_element(struct svg_reader *r, xmlNode *node)
{
	const struct svg_element *element = find_element(r, node);
	bool root = node->parent == NULL ||
	    node->parent->type != XML_ELEMENT_NODE;

	if (element == NULL)
		return false;
	if (root != str_equal(element->name, "svg")) {
		refuse(r, node, NULL, SAY_SVG_ELEMENT_PLACE, element->name);
		return false;
	}
	check_attributes(r, node, element);
	if (str_equal(element->name, "text"))
		read_text(r, node);
	else if (element->painted)
		read_shape(r, node);
	/* title and desc are replaced by figures.yaml's words. */
	return root || str_equal(element->name, "g");
}

static void
read_other(struct svg_reader *r, const xmlNode *node)
{
	if (node->type == XML_COMMENT_NODE)
		return;
	if (node->type == XML_TEXT_NODE) {
		if (!str_blank((const char *)node->content))
			refuse(r, node, NULL, SAY_SVG_TEXT_OUTSIDE);
		return;
	}
	refuse(r, node, NULL, SAY_SVG_ELEMENT_OTHER);
}

/* Text in <text>, <title> and <desc> is not looked at, but shapes inside of
 * other shapes would be lost. */
static void
refuse_children(struct svg_reader *r, const xmlNode *node)
{
	for (const xmlNode *c = node->children; c != NULL; c = c->next) {
		if (c->type != XML_ELEMENT_NODE)
			continue;
		refuse(r, c, NULL, SAY_SVG_ELEMENT_INSIDE,
		    (const char *)c->name, (const char *)node->name);
		return;
	}
}

/* All nodes in the order of the file, without recursion. */
static void
walk(struct svg_reader *r, xmlNode *root)
{
	xmlNode *node = root;
	int depth = 1;

	while (node != NULL && r->messages < SVG_MAX_MESSAGES) {
		bool inside = false;

		if (node->type != XML_ELEMENT_NODE) {
			read_other(r, node);
		} else if (++r->elements > SVG_MAX_ELEMENTS) {
			refuse(r, node, NULL, SAY_SVG_TOO_MANY,
			    SVG_MAX_ELEMENTS);
			return;
		} else {
			inside = read_element(r, node);
			if (!inside)
				refuse_children(r, node);
		}
		if (inside && node->children != NULL) {
			if (++depth > SVG_MAX_DEPTH) {
				refuse(r, node, NULL, SAY_SVG_TOO_DEEP,
				    SVG_MAX_DEPTH);
				return;
			}
			node = node->children;
			continue;
		}
		while (node != root && node->next == NULL) {
			node = node->parent;
			depth--;
		}
		node = node == root ? NULL : node->next;
	}
}

static void
read_view_box(struct svg_reader *r, xmlNode *root)
{
	const char *s = attribute(r, root, "viewBox");
	struct svg_cursor c = { s, NULL };
	int32_t v[4] = { 0 };
	size_t i;

	for (i = 0; s != NULL && i < 4; i++) {
		if (!svg_number(&c, &v[i]))
			break;
		svg_separator(&c);
	}
	if (i < 4 || *c.s != '\0' || v[0] != 0 || v[1] != 0 || v[2] <= 0 ||
	    v[3] <= 0) {
		refuse(r, root, NULL, SAY_SVG_SIZE);
		return;
	}
	r->drawing->width = v[2];
	r->drawing->height = v[3];
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
	walk(&r, xmlDocGetRootElement(doc));
	read_view_box(&r, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	r.drawing->shapes = r.shapes.items;
	r.drawing->shape_count = r.shapes.len;
	return r.messages > 0 ? NULL : r.drawing;
}
