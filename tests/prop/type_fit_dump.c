/* SPDX-License-Identifier: MIT */
/*
 * Line breaking as plain text, for a script that compares it with TeX.
 *
 * Reads paragraphs from standard input, one command a line:
 *	parameters N...		12 numbers and 3 times 4 for the skips
 *	measure WIDTH FIRST-INDENT INDENT
 *	box W | glue W STRETCH ORDER SHRINK | penalty P | disc PRE POST WHOLE
 *	auto PRE POST WHOLE	a discretionary that hyphenation found
 *	break			breaks these items, forgets them
 *	ragged|justified|hyphens TEXT	sets it in the default face at 12.5 pt
 * and answers each break and text with the parameters, the measure, the items
 * and what came out.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "type/fit.h"
#include "type/font.h"
#include "type/hyphen.h"
#include "type/paragraph.h"
#include "type/setting.h"

#define ANDIKA	"/usr/share/fonts/truetype/andika/Andika-Regular.ttf"
#define SIZE	(DIM_PT * 25 / 2)

struct state {
	struct arena		*a;
	struct font		*font;
	struct hyphens		*hyphens;
	struct fit_parameters	 p;
	struct fit_measure	 m;
	VEC(struct fit_item)	 items;
};

static void
read_glue(char **s, struct fit_item *glue)
{
	glue->kind = FIT_GLUE;
	glue->width = strtoll(*s, s, 10);
	glue->stretch = strtoll(*s, s, 10);
	glue->stretch_order = (int)strtol(*s, s, 10);
	glue->shrink = strtoll(*s, s, 10);
}

static void
read_parameters(char *s, struct fit_parameters *p)
{
	int *numbers[] = {
		&p->pretolerance, &p->tolerance, &p->line_penalty,
		&p->adj_demerits, &p->double_hyphen_demerits,
		&p->final_hyphen_demerits, &p->hyphen_penalty,
		&p->ex_hyphen_penalty,
	};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		*numbers[i] = (int)strtol(s, &s, 10);
	p->emergency_stretch = strtoll(s, &s, 10);
	read_glue(&s, &p->left_skip);
	read_glue(&s, &p->right_skip);
	read_glue(&s, &p->par_fill_skip);
}

static void
read_item(struct state *st, const char *kind, char *s)
{
	struct fit_item *item;

	item = vec_push(st->a, &st->items);
	if (strcmp(kind, "box") == 0) {
		item->kind = FIT_BOX;
		item->width = strtoll(s, &s, 10);
	} else if (strcmp(kind, "glue") == 0) {
		read_glue(&s, item);
	} else if (strcmp(kind, "penalty") == 0) {
		item->kind = FIT_PENALTY;
		item->penalty = (int)strtol(s, &s, 10);
	} else {
		item->kind = FIT_DISCRETIONARY;
		item->automatic = strcmp(kind, "auto") == 0;
		item->width = strtoll(s, &s, 10);
		item->postbreak = strtoll(s, &s, 10);
		item->nobreak = strtoll(s, &s, 10);
	}
}

static void
write_glue(const struct fit_item *glue)
{
	printf(" %" PRId64 " %" PRId64 " %d %" PRId64, glue->width,
	    glue->stretch, glue->stretch_order, glue->shrink);
}

static void
write_question(const struct state *st)
{
	const struct fit_parameters *p = &st->p;

	printf("parameters %d %d %d %d %d %d %d %d %" PRId64, p->pretolerance,
	    p->tolerance, p->line_penalty, p->adj_demerits,
	    p->double_hyphen_demerits, p->final_hyphen_demerits,
	    p->hyphen_penalty, p->ex_hyphen_penalty, p->emergency_stretch);
	write_glue(&p->left_skip);
	write_glue(&p->right_skip);
	write_glue(&p->par_fill_skip);
	printf("\nmeasure %" PRId64 " %" PRId64 " %" PRId64 "\n", st->m.width,
	    st->m.first_indent, st->m.indent);
	for (size_t i = 0; i < st->items.len; i++) {
		const struct fit_item *item = &st->items.items[i];

		switch (item->kind) {
		case FIT_BOX:
			printf("box %" PRId64 "\n", item->width);
			break;
		case FIT_GLUE:
			printf("glue");
			write_glue(item);
			printf("\n");
			break;
		case FIT_PENALTY:
			printf("penalty %d\n", item->penalty);
			break;
		case FIT_DISCRETIONARY:
			printf("%s %" PRId64 " %" PRId64 " %" PRId64 "\n",
			    item->automatic ? "auto" : "disc", item->width, item->postbreak, item->nobreak);
			break;
		}
	}
}

static void
break_items(struct state *st)
{
	struct fit_breaks breaks;

	fit_break(st->a, st->items.items, st->items.len, &st->p, &st->m,
	    &breaks);
	write_question(st);
	printf("demerits %" PRId64 "\nat", breaks.demerits);
	for (size_t i = 0; i < breaks.count; i++)
		printf(" %zu", breaks.at[i]);
	printf("\nbadness");
	for (size_t i = 0; i < breaks.count; i++)
		printf(" %d", breaks.badness[i]);
	printf("\nend\n");
	st->items.len = 0;
}

/* The item at which a line ends that ends at byte "end". */
static size_t
item_of_end(const struct composition *c, size_t end)
{
	for (size_t i = 0; i < c->items.len; i++) {
		if (c->items.items[i].kind != FIT_BOX &&
		    c->ends.items[i] == end)
			return i;
	}
	return c->items.len;
}

/* The parameters that such a paragraph has to be set with. */
static void
text_parameters(struct state *st, const struct type_measure *measure)
{
	struct fit_breaks breaks;

	if (measure->setting == TYPE_RAGGED) {
		fit_parameters_ragged(&st->p, SIZE, measure->width);
		return;
	}
	fit_parameters_justified(&st->p, SIZE);
	fit_break(st->a, st->items.items, st->items.len, &st->p, &st->m,
	    &breaks);
	for (size_t i = 0; i < breaks.count; i++) {
		if (breaks.badness[i] > FIT_BADNESS_MOST)
			fit_parameters_loosen(&st->p);
	}
}

/* What the text is made of is the question, the lines of type_paragraph are the
 * answer. */
static void
set_text(struct state *st, const char *s, enum type_setting setting,
    const struct hyphens *hyphens)
{
	struct type_measure measure;
	struct fit_parameters none;
	struct diag_list *dl;
	struct composition c;
	struct type_lines lines;
	struct type_text text;
	struct type_span span;
	struct setting set;

	dl = diag_list_new(st->a);
	memset(&text, 0, sizeof(text));
	memset(&span, 0, sizeof(span));
	memset(&measure, 0, sizeof(measure));
	text.bytes = s;
	text.len = span.end = strlen(s);
	text.spans = &span;
	text.span_count = 1;
	span.style.fonts = (const struct font *const *)&st->font;
	span.style.font_count = 1;
	span.style.size = SIZE;
	span.style.lang = "en-GB";
	measure.width = st->m.width;
	measure.first_indent = st->m.first_indent;
	measure.indent = st->m.indent;
	measure.setting = setting;
	measure.hyphens = hyphens;

	setting_init(&set, dl, &text, hyphens);
	memset(&none, 0, sizeof(none));
	compose(&set, &measure, &none, &c);
	for (size_t i = 0; i < c.items.len; i++)
		*vec_push(st->a, &st->items) = c.items.items[i];
	text_parameters(st, &measure);
	type_paragraph(st->a, dl, &text, &measure, &lines);
	write_question(st);
	printf("demerits %" PRId64 "\nat", lines.demerits);
	for (size_t i = 0; i + 1 < lines.count; i++)
		printf(" %zu", item_of_end(&c, lines.lines[i].end));
	printf(" %zu\nend\n", st->items.len);
	setting_release(&set);
	st->items.len = 0;
}

static void
command(struct state *st, char *line)
{
	char *rest;

	line[strcspn(line, "\n")] = '\0';
	rest = line + strcspn(line, " ");
	if (*rest != '\0')
		*rest++ = '\0';
	if (strcmp(line, "parameters") == 0) {
		read_parameters(rest, &st->p);
	} else if (strcmp(line, "measure") == 0) {
		st->m.width = strtoll(rest, &rest, 10);
		st->m.first_indent = strtoll(rest, &rest, 10);
		st->m.indent = strtoll(rest, &rest, 10);
	} else if (strcmp(line, "break") == 0) {
		break_items(st);
	} else if (strcmp(line, "ragged") == 0) {
		set_text(st, rest, TYPE_RAGGED, NULL);
	} else if (strcmp(line, "justified") == 0) {
		set_text(st, rest, TYPE_JUSTIFIED, NULL);
	} else if (strcmp(line, "hyphens") == 0) {
		set_text(st, rest, TYPE_JUSTIFIED, st->hyphens);
	} else {
		read_item(st, line, rest);
	}
}

int
main(void)
{
	struct state st;
	struct buf why;
	char *line;
	size_t size;

	memset(&st, 0, sizeof(st));
	buf_init(&why);
	st.a = arena_new();
	st.font = font_load(ANDIKA, 0, &why);
	if (st.font == NULL) {
		fprintf(stderr, "%s\n", why.data);
		return 3;
	}
	st.hyphens = hyphens_new();
	if (!hyphens_open(st.hyphens, "en-GB", HYPHENS_FOLDER, &why)) {
		fprintf(stderr, "%s\n", why.data);
		return 3;
	}
	line = NULL;
	size = 0;
	while (getline(&line, &size, stdin) > 0)
		command(&st, line);
	free(line);
	buf_release(&why);
	hyphens_free(st.hyphens);
	font_free(st.font);
	arena_free(st.a);
	return 0;
}
