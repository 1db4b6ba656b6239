/* SPDX-License-Identifier: MIT */
/*
 * Components that hold several places to write or to choose: what they unfold
 * to, what they refuse, and what is told of them.
 */
#include "doc_component_kit.h"

struct unfolding {
	const char	*name, *text, *want, *claim;
};

#define ID "#one-small-step."

static void
unfoldings(struct t_state *t_)
{
	static const struct unfolding cases[] = {
		{ "box", "label: Draw\nheight: 5\n",
		    "  answer 9:1 " ID "answer1 box width=full count=5 "
		    "name=\"one-small-step.answer1\"\n"
		    "    label 10:8 " ID "l1\n      text \"Draw\"\n",
		    "a box is an answer as high as it says" },
		{ "choose", "label: Who?\nitems: [a, b]\n",
		    "  choices 9:1 " ID "choices1 columns=1\n"
		    "    label 10:8 " ID "l1\n      text \"Who?\"\n"
		    "    choice 11:9 " ID "choice1\n      text \"a\"\n"
		    "    choice 11:12 " ID "choice2\n      text \"b\"\n",
		    "a list to choose from has choices" },
		{ "scale", "label: x\nleft: no\nright: yes\n",
		    "  scale 9:1 " ID "scale1 count=11 numbered\n"
		    "    label 10:8 " ID "l1\n      text \"x\"\n"
		    "    scale-word 11:7 " ID "end1 left\n"
		    "      text \"no\"\n"
		    "    scale-word 12:8 " ID "end2 right\n"
		    "      text \"yes\"\n", "a scale has numbers 0 to 10" },
		{ "scale", "label: x\ncircles: 5\nleft: a\nmiddle: b\n"
		    "right: c\n",
		    "  scale 9:1 " ID "scale1 count=5\n"
		    "    label 10:8 " ID "l1\n      text \"x\"\n"
		    "    scale-word 12:7 " ID "end1 left\n      text \"a\"\n"
		    "    scale-word 13:9 " ID "end2 middle\n"
		    "      text \"b\"\n"
		    "    scale-word 14:8 " ID "end3 right\n"
		    "      text \"c\"\n", "fewer circles are open" },
		{ "finish", "sentences: [I am]\n",
		    "  finish 9:1\n"
		    "    answer 10:13 " ID "answer1 lines width=full count=1 "
		    "name=\"one-small-step.answer1\"\n"
		    "      label 10:13 " ID "l1\n        text \"I am\"\n",
		    "a sentence is the label of its lines" },
		{ "rings", "rings: [me, you]\n",
		    "  rings 9:1\n"
		    "    answer 10:9 " ID "answer1 lines width=full count=2 "
		    "name=\"one-small-step.answer1\"\n"
		    "      label 10:9 " ID "l1\n        text \"me\"\n"
		    "    answer 10:13 " ID "answer2 lines width=full count=2 "
		    "name=\"one-small-step.answer2\"\n"
		    "      label 10:13 " ID "l2\n        text \"you\"\n",
		    "rings are places to write" },
		{ "card", "title: Call\nblanks: [Name]\nsize: a7\n",
		    "  card 9:1 a7\n"
		    "    label 10:8 " ID "l1\n      text \"Call\"\n"
		    "    answer 11:10 " ID "answer1 field width=full count=1 "
		    "name=\"one-small-step.answer1\"\n"
		    "      label 11:10 " ID "l2\n        text \"Name\"\n",
		    "a card has blanks" },
		{ "wheel", "tasks: [a, b, c]\nstars: 2\nnote: Colour.\n",
		    "  wheel 9:1 " ID "wheel1 stars=2 note=\"Colour.\"\n"
		    "    wheel-part 10:9 " ID "part1\n      text \"a\"\n"
		    "    wheel-part 10:12 " ID "part2\n      text \"b\"\n"
		    "    wheel-part 10:15 " ID "part3\n      text \"c\"\n",
		    "a wheel has parts" },
		{ "grid", "rows: [r]\ncolumns:\n- label: a\n  tick: yes\n"
		    "- label: b\n  choices: [x, y]\n",
		    "  grid 9:1 " ID "grid1 columns=2\n"
		    "    grid-row 12:1\n"
		    "      grid-cell 12:10 " ID "cell1 head column share=50\n"
		    "        text \"a\"\n"
		    "      grid-cell 14:10 " ID "cell2 head column share=50\n"
		    "        text \"b\"\n"
		    "    grid-row 10:8\n"
		    "      grid-cell 10:8 " ID "cell3 head\n"
		    "        text \"r\"\n"
		    "      grid-cell 10:8 " ID "cell4 tick "
		    "name=\"one-small-step.cell4\"\n"
		    "      grid-cell 10:8 " ID "cell5 choices word=\"x\" "
		    "word=\"y\" name=\"one-small-step.cell5\"\n",
		    "a grid without a label may be ticked and chosen from" },
	};
	struct kit k;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_new(&k);
		t_str(component_unfolded(&k, cases[i].name, cases[i].text),
		    arena_printf(k.arena, "document 1:1\n%s", cases[i].want),
		    cases[i].claim);
		kit_end(&k);
	}
}

static void
lists(struct t_state *t_)
{
	static const struct book_term terms[] = {
		{ "bond", NULL, "A tie." },
		{ "oxytocin", "ox-ee", "A hormone." },
	};
	static const struct book_source sources[] = {
		{ "nhs", "NHS", "Bonding", "2022", "https://www.nhs.uk/" },
		{ "x", "Some", "Leaflet", NULL, NULL },
	};
	struct kit k;

	kit_new(&k);
	kit_word(&k, "glossary-say", "Say: {say}.");
	k.book.terms = terms;
	k.book.term_count = 2;
	t_str(component_unfolded(&k, "glossary", ""),
	    "document 1:1\n  facts 9:1\n"
	    "    fact 9:1 " ID "fact1 name=\"bond\"\n"
	    "      text \"A tie.\"\n"
	    "    fact 9:1 " ID "fact2 name=\"oxytocin\"\n"
	    "      text \"Say: ox-ee.\"\n      text \" \"\n"
	    "      text \"A hormone.\"\n", "words to know are facts");
	kit_end(&k);
	kit_new(&k);
	kit_word(&k, "source", "{organisation}: {title}.");
	kit_word(&k, "source-year", "{organisation}: {title} ({year}).");
	k.book.sources = sources;
	k.book.source_count = 2;
	t_str(component_unfolded(&k, "sources", ""),
	    "document 1:1\n  list 9:1 tight\n    item 9:1\n"
	    "      paragraph 9:1 " ID "p1\n"
	    "        text \"NHS: Bonding (2022).\"\n        text \" \"\n"
	    "        link href=\"https://www.nhs.uk/\"\n"
	    "          text \"www.nhs.uk/\"\n    item 9:1\n"
	    "      paragraph 9:1 " ID "p2\n"
	    "        text \"Some: Leaflet.\"\n",
	    "sources are a list with addresses to read");
	kit_end(&k);
}

struct refused {
	const char	*name, *text, *first, *claim;
	unsigned	 line, col;
};

static void
refusals(struct t_state *t_)
{
	static const struct refused cases[] = {
		{ "box", "label: x\nheight: 2\n", "field-number field "
		    "\"height\" of \"box\" cannot hold this",
		    "a box that is too low", 11, 9 },
		{ "choose", "label: x\nitems: [a]\n", "field-count field "
		    "\"items\" has 1 entry", "nothing to choose from",
		    11, 8 },
		{ "scale", "label: x\nleft: a\n", "field-missing \"scale\" "
		    "needs a field \"right\"", "an end without words",
		    10, 1 },
		{ "rings", "rings: [a, b, c, d, e, f]\n", "field-count field "
		    "\"rings\" has 6 entries", "too many rings", 10, 8 },
		{ "wheel", "tasks: [a, b, c]\nstars: 4\n", "field-number "
		    "field \"stars\" of \"wheel\" cannot hold this",
		    "too many stars", 11, 8 },
		{ "card", "blanks: [a, b, c, d, e]\n", "card-full a card of "
		    "the size of a wallet cannot hold 5 blanks",
		    "too much for a small card", 10, 9 },
		{ "grid", "rows: [a]\ncolumns:\n- label: b\n  tick: yes\n"
		    "  circles: 3\n", "grid-column a place of this column "
		    "cannot hold all of these", "two things in a place",
		    12, 10 },
		{ "grid", "rows: [a]\ncolumns:\n- label: b\n"
		    "  choose: yes\n", "grid-choose-one there is one circle "
		    "in a row, so nothing to choose from",
		    "one circle to choose from", 13, 11 },
		{ "grid", "rows: [a]\ncolumns:\n- label: b\n"
		    "  choices: [x, '']\n", "field-type field \"choices\" of "
		    "\"grid\" cannot hold this", "a choice without words",
		    13, 16 },
		{ "glossary", "", "glossary-none there are no words to "
		    "explain here", "a glossary without words", 9, 1 },
		{ "sources", "", "sources-none there are no sources to list "
		    "here", "a list of no sources", 9, 1 },
	};
	struct kit k;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_new(&k);
		component_unfolded(&k, cases[i].name, cases[i].text);
		t_str(kit_first(&k), cases[i].first, cases[i].claim);
		if (diag_total(k.dl) > 0) {
			t_int(diag_nth(k.dl, 0)->at.line, cases[i].line,
			    "its line");
			t_int(diag_nth(k.dl, 0)->at.col, cases[i].col,
			    "its column");
			t_ok(kit_hint(&k)[0] != '\0', "its hint");
		}
		kit_end(&k);
	}
}

static void
descriptions(struct t_state *t_)
{
	const struct component_definition *const *all;
	struct buf out;
	size_t count;
	bool told = true;

	buf_init(&out);
	component_describe(&out);
	all = component_all(&count);
	for (size_t i = 0; i < count; i++)
		told &= strstr(out.data, all[i]->help) != NULL;
	t_ok(told, "every component is told of");
	t_ok(strstr(out.data, "\nlines: a question and lines to write on\n"
	    "  label: the question above the lines (Markdown in one line, at "
	    "most 600 bytes; needed)\n"
	    "  count: how many lines (a number, 1 to 12; 3 if left out)\n") !=
	    NULL, "with its fields, their limits and defaults");
	t_ok(strstr(out.data, "\n    share: ") != NULL,
	    "fields of columns stand deeper");
	buf_release(&out);
}

T_MAIN
{
	unfoldings(t_);
	lists(t_);
	refusals(t_);
	descriptions(t_);
}
