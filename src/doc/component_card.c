/* SPDX-License-Identifier: MIT */
/*
 * `card`: a card to cut out, with blanks to fill in.
 */
#include "doc/component_int.h"

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"

/* Blanks with their labels that fit in two columns below a title. */
#define WALLET_BLANKS 4
#define A7_BLANKS 8

/* In the order of enum doc_card_size. */
static const char *const sizes[] = { "wallet", "a7", NULL };

static const struct component_field fields[] = {
	{ .name = "title", .type = COMPONENT_TEXT, .max = 80,
	    .help = "what stands at the head of the card" },
	{ .name = "blanks", .type = COMPONENT_TEXTS, .required = true,
	    .min = 1, .max = A7_BLANKS, .help = "the words above the lines, "
	    "a few each; a wallet card holds four" },
	{ .name = "size", .type = COMPONENT_CHOICE, .preset = "wallet",
	    .choices = sizes, .help = "wallet is 85 x 55 mm, a7 is "
	    "105 x 74 mm" },
	{ 0 }
};

static void
unfold(const struct component_place *place,
    const struct component_values *values, struct doc_node *into)
{
	const struct component_value *blanks, *title;
	struct doc_node *card;

	card = doc_new(place->arena, DOC_CARD, place->node->at);
	card->u.card.size = str_equal(component_value(values, "size")->word,
	    "a7") ? CARD_A7 : CARD_WALLET;
	title = component_value(values, "title");
	if (title->count > 0)
		doc_append(card, title->texts[0]);
	blanks = component_value(values, "blanks");
	if (card->u.card.size == CARD_WALLET && blanks->count > WALLET_BLANKS)
		diag_say(place->dl, blanks->at, arena_printf(place->arena,
		    HINT_CARD_FULL, WALLET_BLANKS), SAY_CARD_FULL,
		    blanks->count);
	component_add_answers(place, blanks, ANSWER_FIELD, 1, card);
	doc_append(into, card);
}

const struct component_definition component_card = {
	.name = "card",
	.help = "a card to cut out, with blanks to fill in",
	.fields = fields,
	.unfold = unfold,
};
