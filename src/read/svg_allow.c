/* SPDX-License-Identifier: MIT */
/*
 * The allow-list: which elements, attributes and properties a figure may have.
 *
 * Comes in: names and values.  Goes out: nodes that hold nothing else, or
 * messages.  Three lists: what has an effect, what drawing programs write
 * without need and is passed over, and everything else, which is refused.
 */
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "read/svg_tree.h"

#define SVG_NAME(id, name) name,
static const char *const element_names[] = { SVG_ELEMENTS(SVG_NAME) };
static const char *const property_names[] = { SVG_PROPERTIES(SVG_NAME) };
#undef SVG_NAME

/* What an element may hold beside properties, id, class, style, transform. */
static const char *const own_attributes[SVG_KIND_COUNT][12] = {
	[SVG_SVG] = { "viewBox", "preserveAspectRatio", "width", "height" },
	[SVG_SYMBOL] = { "viewBox", "preserveAspectRatio" },
	[SVG_USE] = { "x", "y", "width", "height" },
	[SVG_PATH] = { "d" },
	[SVG_CIRCLE] = { "cx", "cy", "r" },
	[SVG_ELLIPSE] = { "cx", "cy", "rx", "ry" },
	[SVG_RECT] = { "x", "y", "width", "height", "rx", "ry" },
	[SVG_LINE] = { "x1", "y1", "x2", "y2" },
	[SVG_POLYLINE] = { "points" },
	[SVG_POLYGON] = { "points" },
	[SVG_TEXT] = { "x", "y", "data-label" },
	[SVG_TSPAN] = { "x", "y", "data-label" },
	[SVG_LINEAR] = { "x1", "y1", "x2", "y2", "gradientUnits",
	    "gradientTransform", "spreadMethod" },
	[SVG_RADIAL] = { "cx", "cy", "r", "fx", "fy", "fr", "gradientUnits",
	    "gradientTransform", "spreadMethod" },
	[SVG_STOP] = { "offset" },
	[SVG_CLIP_PATH] = { "clipPathUnits" },
	[SVG_MASK] = { "x", "y", "width", "height", "maskUnits",
	    "maskContentUnits" }
};

/*
 * What drawing programs write and what changes nothing here: fonts, since
 * labels are set in the guide's own; hints to renderers; the colour that
 * currentColor would have, since here it is the ink's.
 */
static const char *const passed_over[] = {
	"font-family", "font-style", "font-variant", "font-weight",
	"font-stretch", "font", "font-variant-caps", "font-variant-ligatures",
	"font-variant-numeric", "font-variant-east-asian",
	"font-variant-alternates", "font-variant-position",
	"font-variation-settings", "font-feature-settings", "font-size-adjust",
	"line-height", "letter-spacing", "word-spacing", "text-align",
	"text-indent", "text-decoration", "text-decoration-line",
	"text-decoration-style", "text-decoration-color", "text-transform",
	"text-orientation", "text-rendering", "writing-mode", "direction",
	"unicode-bidi", "white-space", "shape-padding", "shape-margin",
	"inline-size", "dominant-baseline", "baseline-shift", "shape-rendering",
	"color-rendering", "image-rendering", "color-interpolation",
	"color-interpolation-filters", "color", "solid-color",
	"solid-opacity", "enable-background", "isolation", "pointer-events",
	"version", "baseProfile", "data-name", "type", "cursor",
	"stroke-dashadjust", "clip", "zoomAndPan", "contentScriptType",
	"contentStyleType", "tabindex", "role", "aria-hidden", "aria-label",
	"lang"
};

/* Properties that change nothing as long as they have this value. */
static const struct svg_attribute passed_with[] = {
	{ "filter", "none" }, { "marker", "none" },
	{ "marker-start", "none" }, { "marker-mid", "none" },
	{ "marker-end", "none" }, { "mix-blend-mode", "normal" },
	{ "paint-order", "normal" }, { "vector-effect", "none" },
	{ "paint-order", "fill" }
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool
is_listed(const char *const *list, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] != NULL && str_equal(list[i], name))
			return true;
	return false;
}

bool
svg_is_shape(enum svg_kind kind)
{
	switch (kind) {
	case SVG_PATH: case SVG_CIRCLE: case SVG_ELLIPSE: case SVG_RECT:
	case SVG_LINE: case SVG_POLYLINE: case SVG_POLYGON:
		return true;
	case SVG_SVG: case SVG_G: case SVG_DEFS: case SVG_SYMBOL:
	case SVG_USE: case SVG_TEXT: case SVG_TSPAN: case SVG_LINEAR:
	case SVG_RADIAL: case SVG_STOP: case SVG_CLIP_PATH: case SVG_MASK:
	case SVG_TITLE: case SVG_DESC: case SVG_KIND_COUNT:
		return false;
	}
	BUG("element kind %d", (int)kind);
}

bool
svg_may_hold(const struct svg_node *parent, const struct svg_node *child)
{
	if (parent == NULL || child->kind == SVG_SVG)
		return parent == NULL && child->kind == SVG_SVG;
	if (child->kind == SVG_TITLE || child->kind == SVG_DESC)
		return parent->kind != SVG_TITLE && parent->kind != SVG_DESC;
	switch (parent->kind) {
	case SVG_SVG: case SVG_G: case SVG_DEFS: case SVG_SYMBOL:
	case SVG_CLIP_PATH: case SVG_MASK:
		return child->kind != SVG_TSPAN && child->kind != SVG_STOP;
	case SVG_TEXT: case SVG_TSPAN:
		return child->kind == SVG_TSPAN;
	case SVG_LINEAR: case SVG_RADIAL:
		return child->kind == SVG_STOP;
	case SVG_USE: case SVG_PATH: case SVG_CIRCLE: case SVG_ELLIPSE:
	case SVG_RECT: case SVG_LINE: case SVG_POLYLINE: case SVG_POLYGON:
	case SVG_STOP: case SVG_TITLE: case SVG_DESC: case SVG_KIND_COUNT:
		return false;
	}
	BUG("element kind %d", (int)parent->kind);
}

/* What to do about elements that are known and not taken. */
static const struct svg_attribute element_hints[] = {
	{ "style", "save it as plain SVG with presentation attributes: in "
	    "Illustrator choose \"Presentation Attributes\" for styling, in "
	    "Inkscape \"Plain SVG\"" },
	{ "script", "delete it: a figure has no scripts" },
	{ "a", "delete it and keep what is in it: a figure has no links" },
	{ "image", "draw it with shapes; a photograph is no figure" },
	{ "foreignObject", "delete it; words stand in <text "
	    "data-label=\"...\">" },
	{ "filter", "delete it: shadows and blurs cannot be printed" },
	{ "pattern", "fill the shape with one colour or a gradient" },
	{ "marker", "draw the arrow's head as a shape (Stroke to Path)" },
	{ "textPath", "write level words: <text data-label=\"...\">" },
	{ "switch", "delete it and keep the <g> that is in it" },
	{ "animate", "delete it: a figure does not move" },
	{ "animateTransform", "delete it: a figure does not move" },
	{ "animateMotion", "delete it: a figure does not move" },
	{ "animateColor", "delete it: a figure does not move" },
	{ "set", "delete it: a figure does not move" }
};

bool
svg_find_kind(struct svg_reader *r, struct svg_node *node)
{
	const char *near;

	for (size_t i = 0; i < SVG_KIND_COUNT; i++) {
		if (str_equal(element_names[i], node->name)) {
			node->kind = (enum svg_kind)i;
			return true;
		}
	}
	for (size_t i = 0; i < COUNT(element_hints); i++) {
		if (str_equal(element_hints[i].name, node->name)) {
			svg_refuse(r, node, element_hints[i].value,
			    SAY_SVG_ELEMENT, node->name);
			return false;
		}
	}
	near = str_nearest(node->name, element_names, SVG_KIND_COUNT);
	svg_refuse(r, node, near != NULL ? arena_printf(r->arena,
	    HINT_SVG_ELEMENT_3, near) : NULL, SAY_SVG_ELEMENT, node->name);
	return false;
}

static const char *
attribute_hint(const char *name)
{
	if (str_starts(name, "on"))
		return "delete it: a figure has no scripts";
	if (str_ends(name, "href"))
		return "delete it: a figure has no links";
	if (str_starts(name, "marker"))
		return "draw the arrow's head as a shape (Stroke to Path)";
	if (str_equal(name, "filter"))
		return "delete it: shadows and blurs cannot be printed";
	if (str_equal(name, "mix-blend-mode"))
		return "delete it: colours do not mix on paper";
	return NULL;
}

/* Only things in this very file may be referred to. */
static bool
refers_outside(const char *value)
{
	const char *s;

	for (s = strstr(value, "url("); s != NULL; s = strstr(s + 4, "url("))
		if (s[4] != '#' && !str_starts(s + 4, "\"#") &&
		    !str_starts(s + 4, "'#"))
			return true;
	return false;
}

/* False if "name" is neither a property nor passed over. */
static bool
take_property(struct svg_reader *r, struct svg_node *node, const char *name,
    const char *value, bool style)
{
	if (refers_outside(value)) {
		svg_refuse(r, node, NULL, SAY_SVG_REFERENCE, name, value);
		return true;
	}
	for (size_t i = 0; i < SVG_PROPERTY_COUNT; i++) {
		if (!str_equal(property_names[i], name))
			continue;
		/* A style goes before attributes, SVG 1.1 6.4. */
		if (style || node->properties[i] == NULL)
			node->properties[i] = value;
		return true;
	}
	for (size_t i = 0; i < COUNT(passed_with); i++)
		if (str_equal(passed_with[i].name, name) &&
		    str_starts(value, passed_with[i].value))
			return true;
	return is_listed(passed_over, COUNT(passed_over), name) ||
	    str_starts(name, "-inkscape-");
}

static void
refuse_attribute(struct svg_reader *r, struct svg_node *node,
    const char *prefix, const char *name)
{
	const char *hint = attribute_hint(name);

	svg_refuse(r, node, hint != NULL ? hint : HINT_SVG_ATTRIBUTE,
	    SAY_SVG_ATTRIBUTE, node->name, prefix,
	    prefix[0] != '\0' ? ":" : "", name);
}

/* "a: b; c: d".  No at-rules, no comments, no escapes: nothing that would
 * make two readers see different things. */
static void
take_style(struct svg_reader *r, struct svg_node *node, const char *style)
{
	const char *end, *colon, *name, *value;

	if (strpbrk(style, "@\\{}<") != NULL || strstr(style, "/*") != NULL) {
		svg_refuse(r, node, NULL, SAY_SVG_STYLE, style);
		return;
	}
	for (; *style != '\0'; style = *end == ';' ? end + 1 : end) {
		end = style + strcspn(style, ";");
		colon = memchr(style, ':', (size_t)(end - style));
		name = str_trim(r->arena, arena_strndup(r->arena, style,
		    (size_t)((colon != NULL ? colon : end) - style)));
		if (colon == NULL) {
			if (name[0] != '\0')
				svg_refuse(r, node, NULL, SAY_SVG_STYLE,
				    name);
			continue;
		}
		value = str_trim(r->arena, arena_strndup(r->arena, colon + 1,
		    (size_t)(end - colon - 1)));
		if (!take_property(r, node, name, value, true))
			refuse_attribute(r, node, "style", name);
	}
}

static bool
takes_href(enum svg_kind kind)
{
	return kind == SVG_USE || kind == SVG_LINEAR || kind == SVG_RADIAL;
}

static void
take_href(struct svg_reader *r, struct svg_node *node, const char *name,
    const char *value)
{
	if (value[0] != '#' || value[1] == '\0')
		svg_refuse(r, node, NULL, SAY_SVG_REFERENCE, name, value);
	else if (node->href == NULL || str_equal(name, "href"))
		node->href = value;
}

/* The older spelling of href (SVG 1.1), and what says how to follow it. */
static bool
take_xlink(struct svg_reader *r, struct svg_node *node, const char *name,
    const char *value)
{
	if (!str_equal(name, "href"))
		return true;
	if (!takes_href(node->kind))
		return false;
	take_href(r, node, "xlink:href", value);
	return true;
}

void
svg_take_attribute(struct svg_reader *r, struct svg_node *node,
    const char *prefix, const char *name, const char *value)
{
	struct svg_attribute *a;

	if (prefix[0] != '\0') {
		if (str_equal(prefix, "xml") && !str_equal(name, "base"))
			return;
		if (str_equal(prefix, "xlink") &&
		    take_xlink(r, node, name, value))
			return;
		refuse_attribute(r, node, prefix, name);
		return;
	}
	if (str_equal(name, "id")) {
		node->id = value;
	} else if (str_equal(name, "class")) {
		node->class = value;
	} else if (str_equal(name, "style")) {
		take_style(r, node, value);
	} else if (str_equal(name, "href") && takes_href(node->kind)) {
		take_href(r, node, name, value);
	} else if (str_equal(name, "transform") || is_listed(
	    own_attributes[node->kind], COUNT(own_attributes[0]), name)) {
		a = vec_push(r->arena, &node->attributes);
		a->name = name;
		a->value = value;
	} else if (node->kind == SVG_SVG && (str_equal(name, "x") ||
	    str_equal(name, "y"))) {
		return;	/* The root's have no effect, SVG 1.1 5.1.2. */
	} else if (!take_property(r, node, name, value, false)) {
		refuse_attribute(r, node, "", name);
	}
}
