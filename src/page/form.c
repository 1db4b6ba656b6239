/* SPDX-License-Identifier: MIT */
/*
 * What the places to write of paper forms share: labels, tags, lines.
 */
#include "page/form.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* Writing lines, hundredths of a millimetre: half a point, which is what
 * printers of forms take; never typed underscores. */
#define WRITING_LINE DIM_MM100(18)

const char *
form_words(struct box_maker *m, const struct doc_node *node)
{
	const char *words;
	struct buf b;

	buf_init(&b);
	doc_plain_text(node, &b);
	words = arena_strndup(m->arena, b.data, b.len);
	buf_release(&b);
	return str_blank(words) ? NULL : words;
}

void
form_target(struct box_maker *m, struct page_box *box, const char *id)
{
	if (id != NULL)
		*vec_push(m->arena, &box->targets) = id;
}

dim
form_label(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, enum display_role role, dim x, dim width,
    uint32_t parent, const struct doc_node **rest)
{
	const struct doc_node *label = node->first;
	uint32_t tag;

	*rest = label;
	if (label == NULL || label->kind != DOC_LABEL)
		return 0;
	*rest = label->next;
	tag = display_tag(m->display, role, parent, label->id);
	form_target(m, box, label->id);
	return box_put_inlines(m, box, label, PAGE_H3, true, x, 0, width,
	    tag);
}

uint32_t
form_tag(struct box_maker *m, uint32_t parent, const char *id,
    enum display_field field, const char *name, const char *spoken)
{
	struct display_tag *form;
	uint32_t tag;

	tag = display_tag(m->display, TAG_FORM, parent, id);
	form = &m->display->tags.items[tag];
	form->field = field;
	form->field_name = name;
	form->alt = spoken == NULL ? name : spoken;
	return tag;
}

bool
form_try_centred(struct box_maker *m, struct page_box *box,
    const struct doc_node *node, bool bold, dim width, uint32_t tag,
    dim *height, dim *widest)
{
	struct diag_list *dl = m->dl, *tried;

	tried = diag_list_new(m->arena);
	m->dl = tried;
	*height = box_put_centred(m, box, node, PAGE_BODY, bold, 0, 0, width,
	    tag, widest);
	m->dl = dl;
	return diag_total(tried) == 0;
}

void
form_rule(struct box_maker *m, struct page_box *box, dim x, dim y, dim width,
    uint32_t tag)
{
	box_line(m, box, x, y, x + width, y, WRITING_LINE,
	    m->style->colours[PAGE_RULE], tag);
}
