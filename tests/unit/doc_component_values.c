/* SPDX-License-Identifier: MIT */
/*
 * Components: what their YAML may hold, and what they unfold to.
 */
#include "doc_component_kit.h"

#include "base/str.h"

static void
forms(struct t_state *t_)
{
	struct kit k;

	kit_new(&k);
	t_str(component_unfolded(&k, "lines", "label: How was it?\ncount: 4\n"),
	    "document 1:1\n"
	    "  answer 9:1 #one-small-step.answer1 lines width=full count=4 "
	    "name=\"one-small-step.answer1\"\n"
	    "    label 10:8 #one-small-step.l1\n"
	    "      text \"How was it?\"\n", "lines are an answer");
	kit_end(&k);
	kit_new(&k);
	t_str(component_unfolded(&k, "field", "label: Phone\nwidth: phone\n"),
	    "document 1:1\n"
	    "  answer 9:1 #one-small-step.answer1 field width=phone count=1 "
	    "name=\"one-small-step.answer1\"\n"
	    "    label 10:8 #one-small-step.l1\n"
	    "      text \"Phone\"\n", "a field is an answer of one line");
	kit_end(&k);
	kit_new(&k);
	t_str(component_unfolded(&k, "checklist", "label: Ideas\nitems:\n- a cuddle\n"
	    "- a song\ncolumns: 2\n"),
	    "document 1:1\n"
	    "  ticks 9:1 #one-small-step.ticks1 columns=2\n"
	    "    label 10:8 #one-small-step.l1\n"
	    "      text \"Ideas\"\n"
	    "    tick 12:3 #one-small-step.tick1 "
	    "name=\"one-small-step.tick1\"\n"
	    "      text \"a cuddle\"\n"
	    "    tick 13:3 #one-small-step.tick2 "
	    "name=\"one-small-step.tick2\"\n"
	    "      text \"a song\"\n", "a checklist is ticks");
	kit_end(&k);
	kit_new(&k);
	t_str(component_unfolded(&k, "grid", "label: This week\nrows: [Mon]\n"
	    "columns:\n- label: A moment\n  share: 37\n- label: Patience\n"
	    "  circles: 5\n  share: 31\nnote: Colour some.\n"),
	    "document 1:1\n"
	    "  grid 9:1 #one-small-step.grid1 columns=2 "
	    "note=\"Colour some.\"\n"
	    "    label 10:8 #one-small-step.l1\n"
	    "      text \"This week\"\n"
	    "    grid-row 13:1\n"
	    "      grid-cell 13:10 #one-small-step.cell1 head column "
	    "share=54\n"
	    "        text \"A moment\"\n"
	    "      grid-cell 15:10 #one-small-step.cell2 head column "
	    "share=46\n"
	    "        text \"Patience\"\n"
	    "    grid-row 11:8\n"
	    "      grid-cell 11:8 #one-small-step.cell3 head\n"
	    "        text \"Mon\"\n"
	    "      grid-cell 11:8 #one-small-step.cell4 write "
	    "name=\"one-small-step.cell4\"\n"
	    "      grid-cell 11:8 #one-small-step.cell5 circles count=5 "
	    "name=\"one-small-step.cell5\"\n",
	    "a grid has heads of columns, then rows");
	kit_end(&k);
}

static void
shares(struct t_state *t_)
{
	const struct doc_node *cell;
	struct kit k;
	int sum;

	kit_new(&k);
	component_unfolded(&k, "grid", "label: x\nrows: [a, b]\ncolumns:\n- label: a\n"
	    "- label: b\n- label: c\n");
	sum = 0;
	for (cell = k.chapters[3].root->first->first->next->first;
	    cell != NULL; cell = cell->next)
		sum += cell->u.cell.share;
	t_int(sum, 100, "shares add up to 100 also for three columns");
	kit_end(&k);
}

static void
data(struct t_state *t_)
{
	static const struct help_line lines[] = {
		{ .id = "emergency", .level = HELP_EMERGENCY, .name = "999" },
		{ .id = "samaritans", .level = HELP_TALK, .name = "S" },
	};
	struct kit k;

	kit_new(&k);
	k.book.help = lines;
	k.book.help_count = 2;
	t_str(component_unfolded(&k, "help", "level: talk\n"),
	    "document 1:1\n"
	    "  help 9:1\n"
	    "    help-line 9:1 #one-small-step.help1 line=samaritans\n",
	    "help has the lines of its level");
	kit_end(&k);
	kit_new(&k);
	t_ok(str_starts(component_unfolded(&k, "help", ""), "help-none there is no help "
	    "line to print here (level all, region unknown)"),
	    "a region without help lines is an error");
	kit_end(&k);
	kit_new(&k);
	t_str(component_unfolded(&k, "contents", ""),
	    "document 1:1\n  contents 9:1 #one-small-step.contents1\n",
	    "contents is one node");
	kit_end(&k);
	kit_new(&k);
	kit_word(&k, "about-author", "Written by");
	kit_word(&k, "about-reviewed-by", "Reviewed by");
	kit_word(&k, "about-not-reviewed", "Not yet reviewed");
	kit_word(&k, "about-version", "Version");
	kit_word(&k, "pair", "{first}, {second}");
	k.book.author = "The editors";
	k.book.version = "2026.11";
	k.book.date = "2026-11-23";
	k.book.credit = "An article.";
	t_str(component_unfolded(&k, "about", ""),
	    "document 1:1\n"
	    "  facts 9:1\n"
	    "    fact 9:1 #one-small-step.fact1 name=\"Written by\"\n"
	    "      text \"The editors\"\n"
	    "    fact 9:1 #one-small-step.fact2 name=\"Reviewed by\"\n"
	    "      text \"Not yet reviewed\"\n"
	    "    fact 9:1 #one-small-step.fact3 name=\"Version\"\n"
	    "      text \"2026.11, 2026-11-23\"\n"
	    "  paragraph 9:1 #one-small-step.p1\n"
	    "    text \"An article.\"\n",
	    "about says that nobody has reviewed it");
	kit_end(&k);
	kit_new(&k);
	kit_word(&k, "clinic-name", "Clinic");
	kit_word(&k, "clinic-phone", "Phone");
	k.book.clinic.name = "Example";
	k.book.clinic.phone = "01632960123";
	k.book.clinic.phone_display = "01632 960123";
	t_str(component_unfolded(&k, "clinic", ""),
	    "document 1:1\n"
	    "  facts 9:1\n"
	    "    fact 9:1 #one-small-step.fact1 name=\"Clinic\"\n"
	    "      text \"Example\"\n"
	    "    fact 9:1 #one-small-step.fact2 name=\"Phone\"\n"
	    "      link href=\"tel:01632960123\"\n"
	    "        text \"01632 960123\"\n",
	    "blank facts of a clinic leave no trace");
	kit_end(&k);
}

struct bad {
	const char	*name, *text, *first, *claim;
	unsigned	 line, col;
};

static void
bad(struct t_state *t_)
{
	static const struct bad cases[] = {
		{ "lines", "lable: x\nlabel: y\n", "field-unknown \"lines\" "
		    "has no field \"lable\"", "an unknown field", 10, 1 },
		{ "lines", "count: 3\n", "field-missing \"lines\" needs a "
		    "field \"label\"", "a field that is missing", 10, 1 },
		{ "lines", "label: x\ncount: 13\n", "field-number field "
		    "\"count\" of \"lines\" cannot hold this",
		    "a number too large", 11, 8 },
		{ "lines", "label: x\ncount: many\n", "field-number field "
		    "\"count\" of \"lines\" cannot hold this",
		    "a number in words", 11, 8 },
		{ "lines", "label: [a]\n", "field-type field \"label\" of "
		    "\"lines\" cannot hold this", "a list for words", 10, 8 },
		{ "lines", "label: ''\n", "field-type field \"label\" of "
		    "\"lines\" cannot hold this", "no words", 10, 8 },
		{ "field", "label: x\nwidth: wide\n", "field-choice field "
		    "\"width\" of \"field\" cannot hold this",
		    "a word that is no choice", 11, 8 },
		{ "checklist", "label: x\nitems: []\n", "field-count field "
		    "\"items\" has 0 entries", "a list of nothing", 11, 8 },
		{ "checklist", "label: x\nitems: [a, '']\n", "field-type "
		    "field \"items\" of \"checklist\" cannot hold this",
		    "an empty entry", 11, 12 },
		{ "grid", "label: x\nrows: [a]\ncolumns: [a]\n", "field-type "
		    "field \"columns\" of \"grid\" cannot hold this",
		    "columns that are words", 12, 11 },
		{ "grid", "label: x\nrows: [a]\ncolumns: [{labl: a}]\n",
		    "field-unknown \"grid\" has no field \"labl\"",
		    "a misspelt field of a column", 12, 12 },
		{ "contents", "title: x\n", "field-unknown \"contents\" has "
		    "no field \"title\"", "a field where there are none",
		    10, 1 },
		{ "lines", "- a\n", "field-type \"lines\" takes fields with "
		    "names", "a list for fields", 10, 1 },
	};
	struct kit k;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		kit_new(&k);
		t_ok(component_read_text(&k, cases[i].name, cases[i].text) == NULL,
		    cases[i].claim);
		t_str(kit_first(&k), cases[i].first, "its message");
		t_int(diag_nth(k.dl, 0)->at.line, cases[i].line, "its line");
		t_int(diag_nth(k.dl, 0)->at.col, cases[i].col, "its column");
		t_ok(!str_blank(kit_hint(&k)), "its hint");
		kit_end(&k);
	}
}

static void
list(struct t_state *t_)
{
	const struct component_definition *const *all;
	const struct component_field *field;
	size_t count;

	all = component_all(&count);
	for (size_t i = 0; i < count; i++) {
		t_ok(component_find(all[i]->name) == all[i],
		    "a component is found by its name");
		t_ok(i == 0 || strcmp(all[i - 1]->name, all[i]->name) < 0,
		    "components stand in order");
		for (field = all[i]->fields; field->name != NULL; field++)
			t_ok(!str_blank(field->help), "every field has help");
	}
	t_ok(component_find("linse") == NULL,
	    "a component that is not there is NULL");
}

T_MAIN
{
	forms(t_);
	shares(t_);
	data(t_);
	bad(t_);
	list(t_);
}
