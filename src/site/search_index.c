/* SPDX-License-Identifier: MIT */
/*
 * The inverted index: stems, their words, their places; cut into shards.
 *
 * Comes in: words of entries, in order.  Goes out: text for the browser.
 * Serial: the same words in the same order make the same bytes.
 */
#include "site/search_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "site/stems.h"
#include "site/words.h"

/* A stem that is in more entries tells pages apart no longer: of those beyond,
 * only places that weigh as much as a heading are kept. */
#define COMMON		4096
#define COMMON_WEIGHT	8
/* Bytes of a shard: a new letter starts a new one beyond the first, a new word
 * beyond the second. */
#define SHARD_BYTES	(4 * 1024)
#define SHARD_BYTES_MAX	(12 * 1024)

struct place {
	uint32_t	entry;
	unsigned	weight;
};

struct stem {
	size_t		number;
	VEC(struct place) places;
	VEC(const char *) words;	/* folded, each once */
	size_t		shard;		/* the last that has it, from 1 */
	size_t		line;		/* there */
};

/* A folded word and one of its stems. */
struct surface {
	const char	*word;
	struct stem	*stem;
};

struct line {
	struct stem	*stem;
	VEC(const char *) words;
};

struct search_index {
	struct arena	*arena;
	struct stems	*stems;
	struct map	*words;		/* lower case -> struct stem */
	struct map	*by_stem;	/* -> struct stem */
	size_t		 stem_count;
	VEC(struct surface) surfaces;
	/* The shard that is being made. */
	VEC(struct line) lines;
	size_t		 bytes;
	const char	*first;
	VEC(struct search_shard) shards;
};

struct search_index *
search_index_open(struct arena *a, const char *lang)
{
	struct search_index *ix = ARENA_NEW(a, struct search_index);

	ix->arena = a;
	ix->stems = stems_open(lang);
	ix->words = map_new(a);
	ix->by_stem = map_new(a);
	return ix;
}

void
search_index_close(struct search_index *ix)
{
	stems_close(ix->stems);
}

static void
add_surface(struct search_index *ix, struct stem *stem, const char *folded)
{
	struct surface *s;

	for (size_t i = 0; i < stem->words.len; i++) {
		if (str_equal(stem->words.items[i], folded))
			return;
	}
	*vec_push(ix->arena, &stem->words) = folded;
	s = vec_push(ix->arena, &ix->surfaces);
	s->word = folded;
	s->stem = stem;
}

/* The stem of a word that was not seen before; NULL if nothing of the word is
 * left when it is folded. */
static struct stem *
new_word(struct search_index *ix, struct arena *scratch, const char *word)
{
	const char *text, *folded;
	struct stem *stem;

	folded = words_fold(scratch, word);
	if (folded[0] == '\0')
		return NULL;
	text = stems_of(ix->stems, scratch, word);
	stem = map_find(ix->by_stem, text);
	if (stem == NULL) {
		stem = ARENA_NEW(ix->arena, struct stem);
		stem->number = ix->stem_count++;
		map_add(ix->by_stem, text, stem);
	}
	map_add(ix->words, word, stem);
	add_surface(ix, stem, arena_strdup(ix->arena, folded));
	return stem;
}

static void
add_place(struct search_index *ix, struct stem *stem, uint32_t entry,
    unsigned weight)
{
	struct place *last;

	last = stem->places.len > 0 ?
	    &stem->places.items[stem->places.len - 1] : NULL;
	if (last == NULL || last->entry != entry) {
		if (stem->places.len >= COMMON && weight < COMMON_WEIGHT)
			return;
		last = vec_push(ix->arena, &stem->places);
		last->entry = entry;
	}
	last->weight += weight;
	if (last->weight > SEARCH_WEIGHT_MAX)
		last->weight = SEARCH_WEIGHT_MAX;
}

void
search_index_add(struct search_index *ix, struct arena *scratch,
    uint32_t entry, const char *word, unsigned weight)
{
	struct stem *stem;

	stem = map_find(ix->words, word);
	if (stem == NULL)
		stem = new_word(ix, scratch, word);
	if (stem != NULL)
		add_place(ix, stem, entry, weight);
}

const char *
search_index_relatives(struct search_index *ix, struct arena *a,
    const char *word)
{
	const struct stem *stem;
	const char *folded, *text;
	struct buf out;

	buf_init(&out);
	folded = words_fold(a, word);
	buf_puts(&out, folded);
	stem = map_find(ix->by_stem, stems_of(ix->stems, a, word));
	for (size_t i = 0; stem != NULL && i < stem->words.len; i++) {
		if (!str_equal(stem->words.items[i], folded))
			buf_printf(&out, " %s", stem->words.items[i]);
	}
	text = arena_strdup(a, out.data);
	buf_release(&out);
	return text;
}

/* By UTF-16 units, as JavaScript compares: characters beyond U+FFFF, whose
 * bytes begin with F0 or more, stand before U+E000 to U+FFFF (EE, EF). */
static int
compare_units(const char *a, const char *b)
{
	const unsigned char *x = (const unsigned char *)a;
	const unsigned char *y = (const unsigned char *)b;

	while (*x != '\0' && *x == *y) {
		x++;
		y++;
	}
	if (*x >= 0xEE && *y >= 0xEE && (*x >= 0xF0) != (*y >= 0xF0))
		return *x >= 0xF0 ? -1 : 1;
	return (int)*x - (int)*y;
}

static int
compare_surfaces(const void *x, const void *y)
{
	const struct surface *a = x, *b = y;
	int order = compare_units(a->word, b->word);

	if (order != 0)
		return order;
	return a->stem->number < b->stem->number ? -1 :
	    a->stem->number > b->stem->number;
}

static bool
same_letter(const char *a, const char *b)
{
	if (*a != *b)
		return false;
	for (a++, b++; ((unsigned char)*a & 0xC0) == 0x80; a++, b++) {
		if (*a != *b)
			return false;
	}
	return true;
}

static void
put_places(struct buf *out, const struct stem *stem)
{
	static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	char number[16];
	uint32_t before, distance;
	size_t at;

	before = 0;
	for (size_t i = 0; i < stem->places.len; i++) {
		/* Entries are counted from 0, distances from 1. */
		distance = stem->places.items[i].entry + 1 - before;
		before += distance;
		at = sizeof(number);
		for (; distance > 1 || (distance == 1 && at < sizeof(number));
		    distance /= 36)
			number[--at] = digits[distance % 36];
		buf_put(out, number + at, sizeof(number) - at);
		buf_putc(out, (char)('A' + stem->places.items[i].weight - 1));
	}
}

static void
end_shard(struct search_index *ix)
{
	const struct line *line;
	struct search_shard *shard;
	struct buf out;

	if (ix->lines.len == 0)
		return;
	buf_init(&out);
	for (size_t i = 0; i < ix->lines.len; i++) {
		line = &ix->lines.items[i];
		for (size_t k = 0; k < line->words.len; k++)
			buf_printf(&out, k == 0 ? "%s" : " %s",
			    line->words.items[k]);
		buf_putc(&out, '|');
		put_places(&out, line->stem);
		buf_putc(&out, '\n');
	}
	shard = vec_push(ix->arena, &ix->shards);
	shard->first = ix->first;
	shard->text = arena_strndup(ix->arena, out.data, out.len);
	shard->len = out.len;
	buf_release(&out);
	memset(&ix->lines, 0, sizeof(ix->lines));
	ix->bytes = 0;
}

/* A word goes to the line of its stem; a shard that has none gets one. */
static void
put_surface(struct search_index *ix, const struct surface *s)
{
	struct stem *stem = s->stem;
	struct line *line;

	if (ix->lines.len == 0)
		ix->first = ix->shards.len == 0 ? "" : s->word;
	if (stem->shard != ix->shards.len + 1) {
		stem->shard = ix->shards.len + 1;
		stem->line = ix->lines.len;
		line = vec_push(ix->arena, &ix->lines);
		line->stem = stem;
		/* Most places take two bytes. */
		ix->bytes += 2 * stem->places.len + 2;
	}
	line = &ix->lines.items[stem->line];
	*vec_push(ix->arena, &line->words) = s->word;
	ix->bytes += strlen(s->word) + 1;
}

const struct search_shard *
search_index_shards(struct search_index *ix, size_t *count)
{
	const struct surface *s, *before;

	if (ix->surfaces.len > 0)
		qsort(ix->surfaces.items, ix->surfaces.len,
		    sizeof(ix->surfaces.items[0]), compare_surfaces);
	before = NULL;
	for (size_t i = 0; i < ix->surfaces.len; i++) {
		s = &ix->surfaces.items[i];
		if (before != NULL && ((ix->bytes > SHARD_BYTES &&
		    !same_letter(before->word, s->word)) ||
		    (ix->bytes > SHARD_BYTES_MAX &&
		    !str_equal(before->word, s->word))))
			end_shard(ix);
		put_surface(ix, s);
		before = s;
	}
	end_shard(ix);
	*count = ix->shards.len;
	return ix->shards.items;
}
