/* SPDX-License-Identifier: MIT */
/*
 * Where words are divided: patterns of Debian by language, in UTF-8 and older
 * encodings; which words of a paragraph are, and what its lines then say.
 */
#include "type/hyphen.h"

#include "t.h"
#include "type_world.h"

#ifdef BIFOLIO_SANITIZED
/* libhyphen 2.8.8 forgets the digits of a pattern that a file has twice, as
 * the German one has. */
const char *__lsan_default_suppressions(void);

const char *
__lsan_default_suppressions(void)
{
	return "leak:hnj_malloc\n";
}
#endif

/* The word with hyphens at its places. */
static const char *
divided(const struct world *w, const struct hyphens *h, const char *lang,
    const char *word)
{
	size_t len = strlen(word);
	bool at[512];
	struct buf b;
	char *s;

	hyphens_places(h, lang, word, len, at);
	buf_init(&b);
	for (size_t i = 0; i < len; i++) {
		if (at[i])
			buf_putc(&b, '-');
		buf_putc(&b, word[i]);
	}
	s = arena_strndup(w->a, b.data, b.len);
	buf_release(&b);
	return s;
}

static void
test_words(struct t_state *t_, const struct world *w, struct hyphens *h)
{
	t_str(divided(w, h, "en-GB", "understanding"), "un-der-stand-ing",
	    "an English word");
	t_str(divided(w, h, "en", "Understanding"), "Un-der-stand-ing",
	    "capitals do not count, nor does the region");
	t_str(divided(w, h, "de-DE", "Schwangerschaft"),
	    "Schwan-ger-schaft", "a German one");
	t_str(divided(w, h, "de-AT", "Säuglingsschwester"),
	    "Säug-lings-schwes-ter", "with letters of an older encoding");
	t_str(divided(w, h, "de-DE", "Жодного"), "Жодного",
	    "letters that the encoding lacks: not divided");
	t_str(divided(w, h, "en-GB", "the"), "the", "no short word");
	t_str(divided(w, h, "en-GB", "over"), "over",
	    "no two letters on the next line");
	t_str(divided(w, h, "ar", "understanding"), "understanding",
	    "a language without patterns");
	t_str(divided(w, h, "en-GB", ""), "", "no word at all");
	t_str(divided(w, h, "en-GB", "unders\xFFtanding"),
	    "unders\xFFtanding", "what is not UTF-8 is left alone");
}

static void
test_open(struct t_state *t_, struct hyphens *h)
{
	struct buf why;

	buf_init(&why);
	t_ok(hyphens_open(h, "ar", HYPHENS_FOLDER, &why) && why.len == 0 &&
	    !hyphens_know(h, "ar"), "Arabic is not hyphenated, nothing to say");
	t_ok(!hyphens_open(h, "zu-ZA", "/nonexistent", &why),
	    "patterns that are missing are an error");
	t_ok(strstr(why.data, "apt-get install hyphen-zu") != NULL,
	    "that names the package");
	t_ok(!hyphens_know(h, "zu") && !hyphens_know(h, NULL),
	    "and the language stays unknown");
	t_ok(hyphens_know(h, "de-CH") && !hyphens_know(h, "den"),
	    "a language is a whole subtag");
	buf_release(&why);
}

/* How the lines read: soft hyphens as "-", lines ended by "|". */
static const char *
read_back(const struct world *w)
{
	struct buf b;
	char *s;

	buf_init(&b);
	for (size_t l = 0; l < w->lines.count; l++) {
		const struct type_line *line = &w->lines.lines[l];

		for (size_t r = 0; r < line->run_count; r++) {
			const struct type_run *run = &line->runs[r];

			for (size_t g = 0; g < run->glyph_count; g++) {
				uint32_t len;
				const char *text;

				text = type_glyph_text(run, g, &len);
				if (len == 2 && memcmp(text, "\xC2\xAD", 2) ==
				    0)
					buf_putc(&b, '-');
				else
					buf_put(&b, text, len);
			}
		}
		buf_putc(&b, '|');
	}
	s = arena_strndup(w->a, b.data, b.len);
	buf_release(&b);
	return s;
}

static void
test_lines(struct t_state *t_, struct world *w, const struct hyphens *h)
{
	const char *text = "He is understanding";

	w->measure.width = 100 * DIM_PT;
	set(w, text);
	t_str(read_back(w), "He is |understanding|", "whole words at first");
	w->measure.hyphens = h;
	w->measure.setting = TYPE_JUSTIFIED;
	set(w, text);
	t_str(read_back(w), "He is under-|standing|",
	    "a justified line that has to ends in a hyphen");
	t_ok(text_is_whole(w) && lines_add_up(w),
	    "that the text does not have");
	t_ok(w->lines.lines[0].end == strlen("He is under"),
	    "the line ends inside the word");
	t_ok(w->lines.lines[0].width == w->measure.width ||
	    w->lines.lines[0].width == w->measure.width - 1,
	    "and with its hyphen it fills the measure");
	t_int(w->lines.overfull, 0, "nothing sticks out");

	w->measure.setting = TYPE_RAGGED;
	w->measure.width = 60 * DIM_PT;
	set(w, text);
	t_str(read_back(w), "He is un-|derstand-|ing|",
	    "a word that no line holds is divided, not cut");
	set(w, "See example.org/understanding now");
	t_ok(strchr(read_back(w), '-') == NULL, "an address has no hyphen");
	set(w, "UNDERSTANDING");
	t_ok(strchr(read_back(w), '-') == NULL, "nor have capitals");
	w->measure.width = 75 * DIM_PT;
	set(w, "un\xC2\xAD""derstanding");
	t_str(read_back(w), "un-|derstanding|",
	    "a soft hyphen says where, and no place beside it");
}

/* A word is whole in one language and one span of "keep". */
static void
test_spans(struct t_state *t_, struct world *w, const struct hyphens *h)
{
	struct type_span spans[2];

	memset(&w->text, 0, sizeof(w->text));
	memset(spans, 0, sizeof(spans));
	w->text.bytes = "is understanding";
	w->text.len = strlen(w->text.bytes);
	w->text.spans = spans;
	w->text.span_count = 2;
	style_init(w, &spans[0].style);
	style_init(w, &spans[1].style);
	spans[0].end = spans[1].start = 5;
	spans[1].end = w->text.len;
	w->measure.width = 60 * DIM_PT;
	w->measure.hyphens = h;
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	t_ok(strstr(read_back(w), "-|") != NULL,
	    "a word of two spans is divided");
	spans[1].style.keep = true;
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	t_ok(strstr(read_back(w), "-|") == NULL,
	    "but not one that is kept together");
	spans[1].style.keep = false;
	spans[1].style.lang = "de-DE";
	type_paragraph(w->a, w->dl, &w->text, &w->measure, &w->lines);
	t_ok(strstr(read_back(w), "-|") == NULL,
	    "nor one half in another language");
}

T_MAIN
{
	struct hyphens *h;
	struct world w;
	struct buf why;

	world_init(&w);
	buf_init(&why);
	h = hyphens_new();
	if (!hyphens_open(h, "en-GB", HYPHENS_FOLDER, &why) ||
	    !hyphens_open(h, "de-DE", HYPHENS_FOLDER, &why)) {
		printf("Bail out! %s\n", why.data);
		exit(1);
	}
	test_words(t_, &w, h);
	test_open(t_, h);
	test_lines(t_, &w, h);
	test_spans(t_, &w, h);
	hyphens_free(h);
	hyphens_free(NULL);
	buf_release(&why);
	world_release(&w);
}
