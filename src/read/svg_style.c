/* SPDX-License-Identifier: MIT */
/*
 * What an element's properties say, and what it inherits.
 *
 * Comes in: the words of attributes.  Goes out: struct svg_style.  Black is
 * the ink and white the paper, so that line drawings follow the theme; every
 * other colour stays what it is.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "read/svg_tree.h"

#define DEFAULT_TEXT_SIZE (14 * SVG_UNIT)
#define DEFAULT_STROKE SVG_UNIT
#define DEFAULT_MITER (4 * SVG_UNIT)
#define MAX_DASHES 16

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

const char *
svg_attribute(const struct svg_node *node, const char *name)
{
	for (size_t i = 0; i < node->attributes.len; i++)
		if (str_equal(node->attributes.items[i].name, name))
			return node->attributes.items[i].value;
	return NULL;
}

int64_t
svg_length(struct svg_reader *r, const struct svg_node *node,
    const char *name, int64_t preset)
{
	const char *s = svg_attribute(node, name);
	int64_t value;

	if (s == NULL)
		return preset;
	if (svg_whole_number(s, &value))
		return value;
	svg_refuse(r, node, NULL, SAY_SVG_NUMBER, name, s);
	return preset;
}

int64_t
svg_extent(struct svg_reader *r, const struct svg_node *node,
    const char *name)
{
	int64_t value;

	if (svg_attribute(node, name) == NULL) {
		svg_refuse(r, node, NULL, SAY_SVG_MISSING, node->name, name);
		return 0;
	}
	value = svg_length(r, node, name, 0);
	if (value >= 0)
		return value;
	svg_refuse(r, node, NULL, SAY_SVG_NUMBER_NEGATIVE, name);
	return 0;
}

int64_t
svg_share(struct svg_reader *r, const struct svg_node *node,
    const char *name, const char *value, int64_t preset)
{
	struct svg_cursor c = { value, NULL };
	int64_t share;

	if (value == NULL)
		return preset;
	svg_spaces(&c);
	if (!svg_number(&c, &share) || (c.s[0] != '\0' &&
	    !str_equal(c.s, "%"))) {
		svg_refuse(r, node, NULL, SAY_SVG_NUMBER_SHARE, name, value);
		return preset;
	}
	if (c.s[0] == '%')
		share /= 100;
	if (share < 0)
		share = 0;
	return svg_ratio(share < SVG_UNIT ? share : SVG_UNIT, SVG_UNIT);
}

struct svg_matrix
svg_node_matrix(struct svg_reader *r, const struct svg_node *node,
    const char *name)
{
	const char *s = svg_attribute(node, name);
	struct svg_matrix m = svg_identity();

	if (s != NULL && !svg_transform(s, &m)) {
		svg_refuse(r, node, NULL, SAY_SVG_TRANSFORM, name, s);
		m = svg_identity();
	}
	return m;
}

struct svg_node *
svg_target(struct svg_reader *r, const struct svg_node *node,
    const char *name, const char *value)
{
	size_t skip = strcspn(value, "#"), len;
	struct svg_node *target;
	const char *id;

	len = value[skip] == '#' ? strcspn(value + skip + 1, "\"') ") : 0;
	id = arena_strndup(r->arena, value[skip] == '#' ? value + skip + 1 :
	    "", len);
	target = map_find(r->ids, id);
	if (target == NULL)
		svg_refuse(r, node, NULL, SAY_SVG_REFERENCE_MISSING, name,
		    value, id);
	return target;
}

/* Of several classes the one that is a role; others change nothing, since a
 * figure has no style sheet, unless one was meant for a role. */
static enum drawing_role
read_role(struct svg_reader *r, const struct svg_node *node,
    const char *class)
{
	const char *names[ROLE_NAME_COUNT], *near, *word;
	enum drawing_role role = ROLE_NONE;
	size_t len;

	for (; *class != '\0'; class += len + strspn(class + len, " \t\r\n")) {
		len = strcspn(class, " \t\r\n");
		word = arena_strndup(r->arena, class, len);
		near = NULL;
		for (size_t i = 0; i < ROLE_NAME_COUNT; i++) {
			names[i] = roles[i].name;
			if (str_equal(roles[i].name, word)) {
				role = roles[i].role;
				near = word;
			}
		}
		if (near == word || len == 0)
			continue;
		near = str_nearest(word, names, ROLE_NAME_COUNT);
		if (near != NULL || str_starts(word, "role"))
			svg_refuse(r, node, near != NULL ?
			    arena_printf(r->arena, HINT_SVG_CLASS, near) :
			    NULL, SAY_SVG_CLASS, word);
	}
	return role;
}

static void
read_paint(struct svg_reader *r, const struct svg_node *node,
    const char *name, const char *value, struct svg_paint *paint)
{
	uint32_t colour;

	paint->gradient = NULL;
	paint->role = ROLE_NONE;
	if (str_equal(value, "none") || str_equal(value, "transparent"))
		return;
	if (str_starts(value, "url(")) {
		paint->gradient = svg_target(r, node, name, value);
		if (paint->gradient == NULL)
			return;
		if (paint->gradient->kind != SVG_LINEAR &&
		    paint->gradient->kind != SVG_RADIAL)
			svg_refuse(r, node, NULL, SAY_SVG_REFERENCE_KIND, name,
			    value, paint->gradient->name);
		else
			paint->role = ROLE_GRADIENT;
		return;
	}
	if (str_equal_nocase(value, "currentColor")) {
		paint->role = ROLE_INK;
		return;
	}
	if (!svg_colour(value, &colour)) {
		svg_refuse(r, node, NULL, SAY_SVG_COLOUR, name, value);
		return;
	}
	paint->colour = colour;
	paint->role = colour == 0 ? ROLE_INK : colour == 0xffffff ?
	    ROLE_PAPER : ROLE_COLOUR;
}

/* Which of the words, separated by blanks, "value" is; "preset" if none. */
static int
read_word(struct svg_reader *r, const struct svg_node *node,
    enum svg_property property, const char *name, const char *const *words,
    int preset)
{
	const char *value = node->properties[property];
	struct buf hint;

	if (value == NULL || str_equal(value, "inherit"))
		return preset;
	buf_init(&hint);
	for (int i = 0; words[i] != NULL; i++) {
		if (str_equal(words[i], value)) {
			buf_release(&hint);
			return i;
		}
		buf_printf(&hint, "%s%s", i == 0 ? "write " :
		    words[i + 1] == NULL ? " or " : ", ", words[i]);
	}
	svg_refuse(r, node, arena_strdup(r->arena, hint.data), SAY_SVG_VALUE,
	    name, value);
	buf_release(&hint);
	return preset;
}

static int64_t
read_extent(struct svg_reader *r, const struct svg_node *node,
    enum svg_property property, const char *name, bool negative,
    int64_t preset)
{
	const char *s = node->properties[property];
	int64_t value;

	if (s == NULL || str_equal(s, "inherit"))
		return preset;
	if (!svg_whole_number(s, &value)) {
		svg_refuse(r, node, NULL, SAY_SVG_NUMBER, name, s);
		return preset;
	}
	if (value >= 0 || negative)
		return value;
	svg_refuse(r, node, NULL, SAY_SVG_NUMBER_NEGATIVE, name);
	return preset;
}

static void
read_dashes(struct svg_reader *r, const struct svg_node *node,
    struct svg_style *style)
{
	const char *s = node->properties[SVG_PROPERTY_STROKE_DASHARRAY];
	struct svg_cursor c = { s, NULL };
	int64_t *dashes, sum = 0;
	size_t count = 0;

	if (s == NULL || str_equal(s, "inherit"))
		return;
	style->dashes = NULL;
	style->dash_count = 0;
	if (str_equal(s, "none"))
		return;
	/* An odd list is said twice, SVG 1.1 11.4. */
	dashes = ARENA_ARRAY(r->arena, int64_t, (size_t)MAX_DASHES * 2);
	for (; *c.s != '\0' && count < MAX_DASHES; svg_separator(&c)) {
		if (!svg_number(&c, &dashes[count]) || dashes[count] < 0)
			break;
		if (str_starts(c.s, "px"))
			c.s += 2;
		sum += dashes[count++];
	}
	if (*c.s != '\0' || count == 0) {
		svg_refuse(r, node, NULL, SAY_SVG_NUMBER_DASHES, s);
		return;
	}
	if (sum == 0)
		return;
	if (count % 2 != 0) {
		memcpy(dashes + count, dashes, count * sizeof(*dashes));
		count *= 2;
	}
	style->dashes = dashes;
	style->dash_count = count;
}

static void
inherit_stroke(struct svg_reader *r, const struct svg_node *node,
    struct svg_style *s)
{
	static const char *const caps[] = { "butt", "round", "square", NULL };
	static const char *const joins[] = { "miter", "round", "bevel",
	    NULL };
	const char *stroke = node->properties[SVG_PROPERTY_STROKE];

	if (stroke != NULL && !str_equal(stroke, "inherit"))
		read_paint(r, node, "stroke", stroke, &s->stroke);
	s->stroke_width = read_extent(r, node, SVG_PROPERTY_STROKE_WIDTH,
	    "stroke-width", false, s->stroke_width);
	s->cap = (enum line_cap)read_word(r, node,
	    SVG_PROPERTY_STROKE_LINECAP, "stroke-linecap", caps,
	    (int)s->cap);
	s->join = (enum line_join)read_word(r, node,
	    SVG_PROPERTY_STROKE_LINEJOIN, "stroke-linejoin", joins,
	    (int)s->join);
	s->miter_limit = read_extent(r, node,
	    SVG_PROPERTY_STROKE_MITERLIMIT, "stroke-miterlimit", false,
	    s->miter_limit);
	s->dash_offset = read_extent(r, node,
	    SVG_PROPERTY_STROKE_DASHOFFSET, "stroke-dashoffset", true,
	    s->dash_offset);
	read_dashes(r, node, s);
}

static void
inherit_fill(struct svg_reader *r, const struct svg_node *node,
    struct svg_style *s)
{
	const char *fill = node->properties[SVG_PROPERTY_FILL];
	enum drawing_role role = ROLE_NONE;

	if (node->class != NULL)
		role = read_role(r, node, node->class);
	/* A colour beside a role is for programs that know no roles. */
	if (role != ROLE_NONE)
		s->fill = (struct svg_paint){ role, 0, NULL };
	else if (fill != NULL && !str_equal(fill, "inherit"))
		read_paint(r, node, "fill", fill, &s->fill);
}

static int64_t
inherit_share(struct svg_reader *r, const struct svg_node *node,
    enum svg_property property, const char *name, int64_t preset)
{
	const char *value = node->properties[property];

	return svg_share(r, node, name, value != NULL &&
	    str_equal(value, "inherit") ? NULL : value, preset);
}

struct svg_style
svg_first_style(void)
{
	return (struct svg_style){
		.fill = { ROLE_INK, 0, NULL },
		.fill_opacity = SVG_ONE, .stroke_opacity = SVG_ONE,
		.opacity = SVG_ONE,
		.stroke_width = DEFAULT_STROKE, .miter_limit = DEFAULT_MITER,
		.font_size = DEFAULT_TEXT_SIZE
	};
}

void
svg_inherit(struct svg_reader *r, const struct svg_node *node,
    struct svg_style *s)
{
	static const char *const rules[] = { "nonzero", "evenodd", NULL };
	static const char *const shown[] = { "visible", "hidden", "collapse",
	    NULL };
	static const char *const anchors[] = { "start", "middle", "end",
	    NULL };

	inherit_fill(r, node, s);
	inherit_stroke(r, node, s);
	s->fill_opacity = inherit_share(r, node, SVG_PROPERTY_FILL_OPACITY,
	    "fill-opacity", s->fill_opacity);
	s->stroke_opacity = inherit_share(r, node,
	    SVG_PROPERTY_STROKE_OPACITY, "stroke-opacity", s->stroke_opacity);
	/* A group's is taken as that of each shape in it: where they lie on
	 * each other, the lower one shines through. */
	s->opacity = svg_times(s->opacity, inherit_share(r, node,
	    SVG_PROPERTY_OPACITY, "opacity", SVG_ONE));
	s->even_odd = read_word(r, node, SVG_PROPERTY_FILL_RULE, "fill-rule",
	    rules, s->even_odd) != 0;
	s->clip_even_odd = read_word(r, node, SVG_PROPERTY_CLIP_RULE,
	    "clip-rule", rules, s->clip_even_odd) != 0;
	s->hidden = read_word(r, node, SVG_PROPERTY_VISIBILITY, "visibility",
	    shown, s->hidden) != 0;
	s->font_size = read_extent(r, node, SVG_PROPERTY_FONT_SIZE,
	    "font-size", false, s->font_size);
	/* Labels are centred unless they say otherwise. */
	s->anchor = read_word(r, node, SVG_PROPERTY_TEXT_ANCHOR,
	    "text-anchor", anchors, s->anchor + 1) - 1;
}
