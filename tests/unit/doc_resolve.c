/* SPDX-License-Identifier: MIT */
/*
 * Ids, numbers, structure: what resolve gives and what it refuses.
 */
#include "doc_book_kit.h"

#include "base/str.h"

static void
ids(struct t_state *t_)
{
	struct doc_node *root, *heads[7], *list, *item;
	struct kit k;

	kit_new(&k);
	root = k.chapters[1].root;
	heads[0] = kit_heading(&k, root, 2, "Give it time");
	heads[1] = kit_heading(&k, root, 2, "Give it time!");
	heads[2] = kit_heading(&k, root, 2, "Give it time 2");
	heads[3] = kit_heading(&k, root, 2, "P1");
	heads[4] = kit_heading(&k, root, 2, "Title");
	heads[5] = kit_heading(&k, root, 2, "Größe");
	heads[6] = kit_heading(&k, root, 2, "時間");
	list = kit_block(&k, root, DOC_LIST, NULL);
	list->u.list.tight = true;
	item = kit_block(&k, list, DOC_ITEM, NULL);
	kit_block(&k, item, DOC_PARAGRAPH, "In a list.");
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(kit_first(&k), "", "a good book has no errors");
	t_str(root->first->id, "rush-of-love.p1", "a paragraph's id");
	t_str(heads[0]->id, "rush-of-love.give-it-time", "a heading's id");
	t_str(heads[1]->id, "rush-of-love.give-it-time-2",
	    "the same words again");
	t_str(heads[2]->id, "rush-of-love.give-it-time-2-2",
	    "words that look like a number");
	t_str(heads[3]->id, "rush-of-love.p1-2",
	    "a heading never has a paragraph's id");
	t_str(heads[4]->id, "rush-of-love.title-2",
	    "nor that of the title");
	t_str(heads[5]->id, "rush-of-love.gre",
	    "an id has plain letters only");
	t_str(heads[6]->id, "rush-of-love.section",
	    "and is never empty");
	t_str(item->first->id, "rush-of-love.p2",
	    "a paragraph of a tight list has an id");
	t_ok(list->id == NULL && item->id == NULL,
	    "what only holds others has none");
	t_int(k.chapters[0].number, 0, "the start has no number");
	t_int(k.chapters[1].number, 1, "the first chapter is 1");
	t_int(k.chapters[2].number, 2, "the second is 2");
	t_str(k.chapters[3].source_name, "worksheets/02-step.md",
	    "a chapter's name in links is known");
	kit_end(&k);
}

static void
many_equal_headings(struct t_state *t_)
{
	struct kit k;
	size_t bytes;

	kit_new(&k);
	for (int i = 0; i < 20000; i++)
		kit_heading(&k, k.chapters[0].root, 2, "Again");
	bytes = arena_bytes(k.arena);
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(k.chapters[0].root->last->id, "before-you-start.again-20000",
	    "twenty thousand equal headings have their ids");
	t_ok(arena_bytes(k.arena) - bytes < (size_t)64 << 20,
	    "without much memory");
	kit_end(&k);
}

static void
minutes(struct t_state *t_)
{
	struct kit k;

	kit_new(&k);
	for (int i = 0; i < 60; i++)
		kit_block(&k, k.chapters[1].root, DOC_PARAGRAPH,
		    "one two three four five six seven eight nine ten");
	k.chapters[2].minutes = 7;
	doc_resolve(k.arena, k.dl, &k.book);
	t_int(k.chapters[0].minutes, 1, "a short chapter takes a minute");
	t_int(k.chapters[1].minutes, 3, "200 words are read in a minute");
	t_int(k.chapters[2].minutes, 7, "minutes that were given stay");
	kit_end(&k);
}

static void
first_error(struct t_state *t_, struct kit *k, const char *want,
    const char *claim)
{
	doc_resolve(k->arena, k->dl, &k->book);
	t_str(kit_first(k), want, claim);
	kit_end(k);
	kit_new(k);
}

static void
structure(struct t_state *t_)
{
	struct doc_node *callout;
	struct kit k;

	kit_new(&k);
	kit_heading(&k, k.chapters[1].root, 1, "Title");
	doc_resolve(k.arena, k.dl, &k.book);
	t_str(diag_nth(k.dl, 0)->id, "heading-one",
	    "a body has no heading of level 1");
	t_ok(strstr(kit_hint(&k), "title:") != NULL,
	    "the hint says where the title is");
	kit_end(&k);
	kit_new(&k);
	kit_heading(&k, k.chapters[1].root, 3, "Deep");
	first_error(t_, &k, "heading-jump this heading is of level 3, but "
	    "what stands above is of level 1", "the first heading is ##");
	kit_heading(&k, k.chapters[1].root, 2, "A");
	kit_heading(&k, k.chapters[1].root, 4, "B");
	first_error(t_, &k, "heading-jump this heading is of level 4, but "
	    "what stands above is of level 2", "no level is left out");
	kit_heading(&k, k.chapters[1].root, 2, "A");
	kit_heading(&k, k.chapters[1].root, 3, "B");
	kit_heading(&k, k.chapters[1].root, 2, "C");
	first_error(t_, &k, "", "going back up is fine");
	kit_heading(&k, k.chapters[1].root, 2, " ");
	first_error(t_, &k, "heading-empty this heading has no words",
	    "a heading has words");
	callout = kit_block(&k, k.chapters[1].root, DOC_CALLOUT, NULL);
	kit_block(&k, callout, DOC_LABEL, "x");
	kit_block(&k, kit_block(&k, callout, DOC_CALLOUT, NULL), DOC_LABEL,
	    "y");
	first_error(t_, &k, "callout-nested a callout cannot stand inside "
	    "another", "no callout inside another");
	doc_unlink(k.chapters[1].root->first);
	first_error(t_, &k, "chapter-empty this chapter has no text",
	    "a chapter has text");
	k.chapters[1].root = NULL;
	first_error(t_, &k, "", "a chapter that could not be read is let be");
	k.chapters[2].id = "rush-of-love";
	first_error(t_, &k, "chapter-id-twice the id \"rush-of-love\" is "
	    "there twice", "an id is there once");
	k.chapters[2].id = "cover";
	first_error(t_, &k, "chapter-id \"cover\" is the name of another "
	    "page", "an id is not that of another page");
	k.chapters[2].kind = CHAPTER_WORKSHEET;
	k.chapters[2].number = k.chapters[3].number = 2;
	first_error(t_, &k, "worksheet-number two worksheets have number 2",
	    "a worksheet's number is there once");
	kit_end(&k);
}

T_MAIN
{
	ids(t_);
	many_equal_headings(t_);
	minutes(t_);
	structure(t_);
}
