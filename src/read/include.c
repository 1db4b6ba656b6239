/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a block "include" that names a snippet.  Goes out: the snippet's
 * blocks in its place.  A snippet may include others; circles are named, and
 * what one chapter may include is bounded.
 */
#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "base/vec.h"
#include "conf/guide.h"
#include "doc/component.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/lines.h"
#include "read/text.h"

/* An include may stand this deep in lists and quotes. */
#define INCLUDE_MAX_PARENTS 16

struct snippet {
	const char	*file;
	const char	*text;		/* NULL: it could not be read */
	size_t		 len, bom;
	bool		 read_before;	/* its mistakes have been said */
};

struct snippet_names {
	const char	**items;
	size_t		 len, cap;
};

static bool
is_name(const char *s)
{
	for (size_t i = 0; s[i] != '\0'; i++) {
		if (!((s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' &&
		    s[i] <= '9') || s[i] == '-'))
			return false;
	}
	return s[0] != '\0';
}

/* The name in "snippet: name", or NULL after an error. */
static const char *
snippet_name(struct guide_reader *r, const struct doc_node *block,
    struct span *at)
{
	const struct yaml_node *yaml = guide_block_yaml(r, block);
	const struct component_values *values;
	const struct component_value *snippet;

	if (yaml == NULL)
		return NULL;
	/* None of its fields is Markdown. */
	values = component_read(r->arena, r->dl, component_find("include"),
	    yaml, NULL, NULL);
	if (values == NULL)
		return NULL;
	snippet = component_value(values, "snippet");
	if (!is_name(snippet->word)) {
		diag_say(r->dl, snippet->at, NULL, SAY_INCLUDE_NAME);
		return NULL;
	}
	*at = snippet->at;
	return snippet->word;
}

/* The names of the snippets in the language's folders from "first" on. */
static struct snippet_names
names_from(struct guide_reader *r, size_t first)
{
	struct snippet_names all = { NULL, 0, 0 };
	const char *const *names;
	size_t count;

	for (; first < r->language->folder_count; first++) {
		if (!file_list(r->root, r->arena, file_join(r->arena,
		    r->language->folders[first], "snippets"), &names, &count))
			continue;
		for (size_t i = 0; i < count; i++) {
			size_t len = strlen(names[i]);

			*vec_push(r->arena, &all) = arena_strndup(r->arena,
			    names[i], str_ends(names[i], ".md") ? len - 3 :
			    len);
		}
	}
	return all;
}

static const char *
snippet_hint(struct guide_reader *r, const char *name)
{
	struct snippet_names all = names_from(r, 0);
	const char *near;

	if (all.len == 0)
		return "make the folder snippets/ beside the chapters";
	near = str_nearest(name, all.items, all.len);
	if (near == NULL)
		return "make that file, or name one that is there";
	return arena_printf(r->arena, "did you mean %s?", near);
}

static struct snippet *
load_snippet(struct guide_reader *r, struct span at, const char *name)
{
	struct snippet *s = map_find(r->snippets, name);
	const char *path = NULL, *bytes = NULL;
	enum file_status status = FILE_MISSING;

	if (s != NULL)
		return s;
	s = ARENA_NEW(r->arena, struct snippet);
	map_add(r->snippets, name, s);
	/* The nearest language that has it. */
	for (size_t i = 0; i == 0 || (status == FILE_MISSING &&
	    i < r->language->folder_count); i++) {
		path = arena_printf(r->arena, "%s/snippets/%s.md",
		    r->language->folders[i], name);
		status = file_read(r->root, r->arena, path,
		    MARKDOWN_MAX_BYTES, &bytes, &s->len);
	}
	s->file = file_join(r->arena, r->root->path, path);
	if (status == FILE_FAILED) {
		diag_say_class(r->dl, DIAG_SYSTEM, at, NULL,
		    SAY_SNIPPET_UNREADABLE, path, strerror(errno));
		return s;
	}
	if (status != FILE_READ) {
		diag_say(r->dl, at, snippet_hint(r, name), SAY_SNIPPET_MISSING,
		    name, file_status_text(status));
		return s;
	}
	diag_source(r->dl, s->file, bytes, s->len);
	s->bom = text_bom(bytes, s->len);
	if (text_check(r->dl, (struct span){ s->file, 1, 1 }, bytes, s->len,
	    false))
		s->text = bytes;
	if (s->text != NULL && str_starts(s->text + s->bom, "---\n")) {
		diag_say(r->dl, (struct span){ s->file, 1, 1 }, NULL,
		    SAY_SNIPPET_FRONT_MATTER);
		s->text = NULL;
	}
	return s;
}

/* "a -> b -> a" if the snippet is one of those we are in. */
static bool
is_loop(struct guide_reader *r, struct span at, const char *name)
{
	struct buf way;
	size_t i = 0;

	while (i < r->depth && !str_equal(r->inside[i], name))
		i++;
	if (i == r->depth)
		return false;
	buf_init(&way);
	for (; i < r->depth; i++)
		buf_printf(&way, "%s -> ", r->inside[i]);
	buf_puts(&way, name);
	diag_say(r->dl, at, NULL, SAY_INCLUDE_LOOP, way.data);
	buf_release(&way);
	return true;
}

static bool
is_within_limits(struct guide_reader *r, const struct doc_node *block,
    struct span at, size_t bytes)
{
	struct diag_list *dl = r->include_refused ? NULL : r->dl;
	size_t parents = 0;

	for (const struct doc_node *n = block->parent; n != NULL;
	    n = n->parent)
		parents++;
	r->include_count++;
	r->include_bytes += bytes;
	if (r->depth < INCLUDE_MAX_DEPTH && parents <= INCLUDE_MAX_PARENTS &&
	    r->include_count <= INCLUDE_MAX_COUNT &&
	    r->include_bytes <= INCLUDE_MAX_BYTES)
		return true;
	/* Once is enough: what follows passes the limit as well. */
	r->include_refused = true;
	if (dl == NULL)
		return false;
	if (r->depth == INCLUDE_MAX_DEPTH)
		diag_say(dl, at, NULL, SAY_INCLUDE_TOO_DEEP,
		    INCLUDE_MAX_DEPTH);
	else if (parents > INCLUDE_MAX_PARENTS)
		diag_say(dl, at, NULL, SAY_INCLUDE_PLACE);
	else if (r->include_count > INCLUDE_MAX_COUNT)
		diag_say(dl, at, NULL, SAY_INCLUDE_TOO_MANY,
		    INCLUDE_MAX_COUNT);
	else
		diag_say(dl, at, NULL, SAY_INCLUDE_TOO_LONG,
		    INCLUDE_MAX_BYTES >> 20);
	return false;
}

static void
replace_by_children(struct doc_node *block, struct doc_node *document)
{
	struct doc_node *child;

	while ((child = document->first) != NULL) {
		doc_unlink(child);
		doc_insert_before(block, child);
	}
	doc_unlink(block);
}

void
guide_include(struct guide_reader *r, struct doc_node *block)
{
	struct diag_list *dl = r->dl;
	struct doc_node *document;
	struct snippet *snippet;
	struct span at = block->at;
	const char *name = snippet_name(r, block, &at);

	if (name == NULL)
		return;
	if (r->root == NULL) {
		diag_say(r->dl, at, NULL, SAY_INCLUDE_ALONE);
		return;
	}
	if (is_loop(r, at, name))
		return;
	snippet = load_snippet(r, at, name);
	if (snippet->text == NULL ||
	    !is_within_limits(r, block, at, snippet->len))
		return;
	r->inside[r->depth++] = name;
	/* The second time its own mistakes are known. */
	if (snippet->read_before)
		r->dl = diag_list_new(r->arena);
	snippet->read_before = true;
	document = guide_document(r, (struct span){ snippet->file, 1,
	    1 + (unsigned)snippet->bom }, snippet->text + snippet->bom,
	    snippet->len - snippet->bom);
	r->dl = dl;
	r->depth--;
	if (document != NULL)
		replace_by_children(block, document);
}

void
guide_check_snippets(struct guide_reader *r)
{
	struct snippet_names inherited = names_from(r, 1);
	const char *folder = file_join(r->arena, r->language->folders[0],
	    "snippets"), *const *names, *near;
	size_t count;

	if (r->language->folder_count == 1 || !file_is_folder(r->root, folder) ||
	    !file_list(r->root, r->arena, folder, &names, &count))
		return;
	for (size_t i = 0; i < count; i++) {
		const char *stem;
		size_t k = 0;

		if (!str_ends(names[i], ".md"))
			continue;
		stem = arena_strndup(r->arena, names[i],
		    strlen(names[i]) - 3);
		while (k < inherited.len &&
		    !str_equal(inherited.items[k], stem))
			k++;
		if (k < inherited.len || map_find(r->snippets, stem) != NULL)
			continue;
		near = str_nearest(stem, inherited.items, inherited.len);
		diag_say(r->dl, (struct span){ file_join(r->arena,
		    r->root->path, file_join(r->arena, folder, names[i])), 0,
		    0 }, near != NULL ? arena_printf(r->arena,
		    HINT_SNIPPET_STRANGER, near) : NULL, SAY_SNIPPET_STRANGER,
		    r->language->folders[1]);
	}
}
