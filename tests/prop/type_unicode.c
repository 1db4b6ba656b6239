/* SPDX-License-Identifier: MIT */
/*
 * Unicode's own test files against the functions that set paragraphs.
 *
 *	type_unicode FOLDER DIFFERENCES
 *
 * LineBreakTest.txt: the marks of itemise.  BidiCharacterTest.txt and
 * BidiTest.txt: itemise_levels and itemise_visual_order.  What ICU has
 * otherwise is listed in DIFFERENCES with its reason: nothing else may differ,
 * and each of these must.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "type/itemise.h"
#include "type/paragraph.h"

#define CODEPOINTS_MAX	256
#define SHOWN_MAX	100

struct sample {
	char		bytes[CODEPOINTS_MAX * 4];
	size_t		len;
	size_t		starts[CODEPOINTS_MAX];	/* byte of each code point */
	size_t		count;
};

struct score {
	long	passed, failed;
};

static void
sample_add(struct sample *s, uint32_t c)
{
	if (s->count == CODEPOINTS_MAX) {
		fprintf(stderr, "a sample is too long\n");
		exit(3);
	}
	s->starts[s->count++] = s->len;
	s->len += utf8_encode(c, s->bytes + s->len);
}

static void
text_of(const struct sample *s, bool right_to_left, struct type_text *text,
    struct type_span *span)
{
	memset(text, 0, sizeof(*text));
	memset(span, 0, sizeof(*span));
	span->end = s->len;
	span->style.lang = "en-GB";
	text->bytes = s->bytes;
	text->len = s->len;
	text->spans = span;
	text->span_count = 1;
	text->right_to_left = right_to_left;
}

static void
judge(struct score *score, bool fine, const char *what, const char *line)
{
	if (fine) {
		score->passed++;
		return;
	}
	if (++score->failed <= SHOWN_MAX)
		printf("not ok - %s: %s\n", what, line);
}

static FILE *
open_file(const char *folder, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "r");
	if (f == NULL) {
		printf("%s is missing: apt-get install unicode-data\n"
		    "0 passed, 1 failed\n", path);
		exit(1);
	}
	return f;
}

/* ------------------------------------------------------ known differences */

#define DIFFERENCES_MAX	128

/* What ICU answers where it differs, each with how often it was met. */
struct differences {
	char	*lines[DIFFERENCES_MAX];
	long	 met[DIFFERENCES_MAX];
	size_t	 count;
};

static void
differences_read(struct differences *d, const char *path)
{
	char line[8192];
	FILE *f;

	f = fopen(path, "r");
	if (f == NULL) {
		printf("%s is missing\n0 passed, 1 failed\n", path);
		exit(1);
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		if (d->count == DIFFERENCES_MAX) {
			printf("too many differences\n0 passed, 1 failed\n");
			exit(1);
		}
		d->lines[d->count++] = strdup(line);
	}
	fclose(f);
}

static bool
is_known(struct differences *d, const struct buf *ours)
{
	for (size_t i = 0; i < d->count; i++) {
		if (strcmp(d->lines[i], ours->data) == 0) {
			d->met[i]++;
			return true;
		}
	}
	return false;
}

/* Each that is listed has to be met, once. */
static void
differences_close(struct score *score, struct differences *d)
{
	for (size_t i = 0; i < d->count; i++) {
		judge(score, d->met[i] == 1,
		    "a known difference is not met once", d->lines[i]);
		free(d->lines[i]);
	}
}

static void
put_codepoint(struct buf *out, const char *before, const struct sample *s,
    size_t i)
{
	uint32_t c;

	utf8_decode(s->bytes + s->starts[i], s->len - s->starts[i], &c);
	buf_printf(out, "%s %04X", before, (unsigned)c);
}

/* ------------------------------------------------------------ line breaks */

#define BREAK	"\xC3\xB7"
#define NO_BREAK "\xC3\x97"

/* "line" up to the comment: code points with a sign before each and at the
 * end, U+00F7 for a break and U+00D7 for none. */
static void
judge_breaks(struct score *score, struct differences *d, const char *line)
{
	bool wanted[CODEPOINTS_MAX + 1], is, fine;
	struct type_items items;
	struct type_text text;
	struct type_span span;
	struct sample s;
	const char *at, *comment;
	struct arena *a;
	struct buf ours;
	char *end;

	memset(&s, 0, sizeof(s));
	comment = strchr(line, '#');
	for (at = line; at != NULL && at < comment;) {
		if (memcmp(at, BREAK, 2) == 0 || memcmp(at, NO_BREAK, 2) == 0) {
			wanted[s.count] = memcmp(at, BREAK, 2) == 0;
			at += 2;
		} else if (*at == ' ' || *at == '\t') {
			at++;
		} else {
			sample_add(&s, (uint32_t)strtoul(at, &end, 16));
			at = end;
		}
	}
	text_of(&s, false, &text, &span);
	a = arena_new();
	itemise(a, &text, &items);
	buf_init(&ours);
	buf_puts(&ours, "break");
	fine = true;
	for (size_t i = 0; i < s.count; i++) {
		is = i > 0 && (items.marks[s.starts[i]] & MARK_BREAK) != 0;
		fine = fine && is == wanted[i];
		put_codepoint(&ours, is ? " " BREAK : " " NO_BREAK, &s, i);
	}
	judge(score, fine || is_known(d, &ours), ours.data, line);
	buf_release(&ours);
	arena_free(a);
}

static void
test_breaks(struct score *score, struct differences *d, const char *folder)
{
	char line[8192];
	FILE *f;

	f = open_file(folder, "auxiliary/LineBreakTest.txt");
	while (fgets(line, sizeof(line), f) != NULL) {
		if (line[0] != '#' && line[0] != '\n')
			judge_breaks(score, d, line);
	}
	fclose(f);
}

/* ------------------------------------------------------------------- bidi */

/* Levels as the file has them, -1 for characters that are taken out; and the
 * order of the others from the left. */
struct wanted {
	int	levels[CODEPOINTS_MAX];
	int	order[CODEPOINTS_MAX];
	size_t	count, order_count;
};

static void
read_levels(const char *s, struct wanted *w)
{
	w->count = 0;
	while (*s != '\0' && *s != ';' && *s != '\n' &&
	    w->count < CODEPOINTS_MAX) {
		while (*s == ' ' || *s == '\t')
			s++;
		if (*s == '\0' || *s == ';' || *s == '\n' || *s == '\r')
			return;
		w->levels[w->count++] = *s == 'x' ? -1 :
		    (int)strtol(s, NULL, 10);
		s += strcspn(s, " \t;\n");
	}
}

static void
read_order(const char *s, struct wanted *w)
{
	w->order_count = 0;
	for (;;) {
		while (*s == ' ' || *s == '\t')
			s++;
		if (*s < '0' || *s > '9' || w->order_count == CODEPOINTS_MAX)
			return;
		w->order[w->order_count++] = (int)strtol(s, NULL, 10);
		s += strcspn(s, " \t\n");
	}
}

/* What we make of a sample, as the file would have it. */
struct answer {
	uint8_t	levels[CODEPOINTS_MAX];
	size_t	from[CODEPOINTS_MAX];	/* of those that are not taken out */
	int	order[CODEPOINTS_MAX];
	size_t	count;
};

static void
answer_bidi(const struct sample *s, bool right_to_left,
    const struct wanted *w, struct answer *ours)
{
	uint8_t kept[CODEPOINTS_MAX];
	const uint8_t *levels;
	struct type_text text;
	struct type_span span;
	struct arena *a;

	text_of(s, right_to_left, &text, &span);
	a = arena_new();
	levels = itemise_levels(a, &text);
	ours->count = 0;
	for (size_t i = 0; i < s->count; i++) {
		ours->levels[i] = levels == NULL ? right_to_left :
		    levels[s->starts[i]];
		if (i >= w->count || w->levels[i] < 0)
			continue;
		ours->from[ours->count] = i;
		kept[ours->count++] = ours->levels[i];
	}
	arena_free(a);
	if (ours->count > 0)
		itemise_visual_order(kept, ours->count, ours->order);
}

static bool
same_bidi(const struct sample *s, const struct wanted *w,
    const struct answer *ours)
{
	size_t turned, i;
	bool same;

	turned = 0;
	same = w->count == s->count && w->order_count == ours->count;
	for (size_t k = 0; same && k < ours->count; k++)
		turned += (size_t)(w->levels[ours->from[k]] & 1);
	for (size_t k = 0; same && k < ours->count; k++) {
		i = ours->from[k];
		/* Text of one direction has the paragraph's level in ICU, and
		 * looks the same. */
		if (turned == 0 || turned == ours->count)
			same = (ours->levels[i] & 1) == (turned != 0);
		else
			same = ours->levels[i] == w->levels[i];
		same = same && (int)ours->from[ours->order[k]] == w->order[k];
	}
	return same;
}

static void
judge_bidi(struct score *score, struct differences *d, const struct sample *s,
    bool right_to_left, const struct wanted *w, const char *line)
{
	struct answer ours;
	struct buf said;
	size_t k;

	answer_bidi(s, right_to_left, w, &ours);
	if (same_bidi(s, w, &ours)) {
		judge(score, true, "", line);
		return;
	}
	buf_init(&said);
	buf_puts(&said, right_to_left ? "bidi 1" : "bidi 0");
	for (size_t i = 0; i < s->count; i++)
		put_codepoint(&said, "", s, i);
	buf_putc(&said, ';');
	for (size_t i = k = 0; i < s->count; i++) {
		if (k < ours.count && ours.from[k] == i) {
			buf_printf(&said, " %d", ours.levels[i]);
			k++;
		} else {
			buf_puts(&said, " x");
		}
	}
	judge(score, is_known(d, &said), said.data, line);
	buf_release(&said);
}

/* code points; direction; resolved level; levels; order */
static void
test_bidi_characters(struct score *score, struct differences *d,
    const char *folder)
{
	char line[8192], *field[5], *at, *end;
	struct wanted w;
	struct sample s;
	FILE *f;

	f = open_file(folder, "BidiCharacterTest.txt");
	while (fgets(line, sizeof(line), f) != NULL) {
		if (line[0] == '#' || line[0] == '\n')
			continue;
		field[0] = line;
		for (size_t i = 1; i < 5; i++) {
			field[i] = strchr(field[i - 1], ';');
			if (field[i]++ == NULL) {
				judge(score, false, "bidi", line);
				break;
			}
		}
		memset(&s, 0, sizeof(s));
		for (at = line; *at != ';'; at = end) {
			sample_add(&s, (uint32_t)strtoul(at, &end, 16));
			if (at == end)
				break;
		}
		read_levels(field[3], &w);
		read_order(field[4], &w);
		judge_bidi(score, d, &s, field[2][0] == '1', &w, line);
	}
	fclose(f);
}

/* A character of each class (UAX 9, table 4). */
static uint32_t
character_of(const char *class, size_t len)
{
	static const struct {
		const char	*class;
		uint32_t	 codepoint;
	} characters[] = {
		{ "L", 'a' }, { "R", 0x5D0 }, { "EN", '3' }, { "ES", '+' },
		{ "ET", '$' }, { "AN", 0x660 }, { "CS", ',' }, { "B", 0x2029 },
		{ "S", '\t' }, { "WS", ' ' }, { "ON", '!' },
		{ "LRE", 0x202A }, { "LRO", 0x202D }, { "AL", 0x627 },
		{ "RLE", 0x202B }, { "RLO", 0x202E }, { "PDF", 0x202C },
		{ "NSM", 0x300 }, { "BN", 0xAD }, { "LRI", 0x2066 },
		{ "RLI", 0x2067 }, { "FSI", 0x2068 }, { "PDI", 0x2069 },
	};

	for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]);
	    i++) {
		if (strlen(characters[i].class) == len &&
		    memcmp(characters[i].class, class, len) == 0)
			return characters[i].codepoint;
	}
	return 0;
}

static void
sample_of_classes(struct sample *s, const char *classes)
{
	size_t len;

	memset(s, 0, sizeof(*s));
	for (; *classes != ';' && *classes != '\0'; classes += len) {
		classes += strspn(classes, " \t");
		len = strcspn(classes, " \t;");
		if (len > 0)
			sample_add(s, character_of(classes, len));
	}
}

/* Classes and a set of directions (1: automatic, 2: left to right, 4: right to
 * left) below levels and order.  We always know the direction. */
static void
test_bidi_classes(struct score *score, struct differences *d,
    const char *folder)
{
	static char line[65536];
	struct wanted w;
	struct sample s;
	long directions;
	FILE *f;

	memset(&w, 0, sizeof(w));
	f = open_file(folder, "BidiTest.txt");
	while (fgets(line, sizeof(line), f) != NULL) {
		if (strncmp(line, "@Levels:", 8) == 0) {
			read_levels(line + 8, &w);
		} else if (strncmp(line, "@Reorder:", 9) == 0) {
			read_order(line + 9, &w);
		} else if (line[0] != '#' && line[0] != '@' &&
		    line[0] != '\n') {
			directions = strtol(strchr(line, ';') + 1, NULL, 16);
			sample_of_classes(&s, line);
			for (int rtl = 0; rtl < 2; rtl++) {
				if ((directions & (rtl == 0 ? 2 : 4)) == 0)
					continue;
				judge_bidi(score, d, &s, rtl == 1, &w, line);
			}
		}
	}
	fclose(f);
}

int
main(int argc, char **argv)
{
	struct score score = { 0, 0 };
	struct differences d;

	if (argc != 3)
		return 2;
	memset(&d, 0, sizeof(d));
	differences_read(&d, argv[2]);
	test_breaks(&score, &d, argv[1]);
	test_bidi_characters(&score, &d, argv[1]);
	test_bidi_classes(&score, &d, argv[1]);
	differences_close(&score, &d);
	printf("%ld passed, %ld failed\n", score.passed, score.failed);
	return score.failed != 0;
}
