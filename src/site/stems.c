/* SPDX-License-Identifier: MIT */
/*
 * Tags of languages -> Snowball's algorithms, words -> stems.
 *
 * Comes in: a tag, words.  Goes out: stems.  Knows no pages.
 */
#include "site/stems.h"

#include <stdlib.h>
#include <string.h>

#include <libstemmer.h>

#include "base/arena.h"

/* Longer than any word to look for; their stems are themselves. */
#define WORD_BYTES 255

struct stems {
	struct sb_stemmer	*stemmer;	/* NULL: no algorithm */
};

/* All that libstemmer 2.2 has, by the first part of the tag. */
static const struct algorithm {
	const char	*language, *name;
} algorithms[] = {
	{ "ar", "arabic" }, { "ca", "catalan" }, { "da", "danish" },
	{ "de", "german" }, { "el", "greek" }, { "en", "english" },
	{ "es", "spanish" }, { "eu", "basque" }, { "fi", "finnish" },
	{ "fr", "french" }, { "ga", "irish" }, { "hi", "hindi" },
	{ "hu", "hungarian" }, { "hy", "armenian" }, { "id", "indonesian" },
	{ "it", "italian" }, { "lt", "lithuanian" }, { "nb", "norwegian" },
	{ "ne", "nepali" }, { "nl", "dutch" }, { "nn", "norwegian" },
	{ "no", "norwegian" }, { "pt", "portuguese" }, { "ro", "romanian" },
	{ "ru", "russian" }, { "sr", "serbian" }, { "sv", "swedish" },
	{ "ta", "tamil" }, { "tr", "turkish" }, { "yi", "yiddish" },
};

static const char *
algorithm_of(const char *lang)
{
	size_t len = strcspn(lang, "-");

	for (size_t i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]);
	    i++) {
		if (strlen(algorithms[i].language) == len &&
		    strncmp(algorithms[i].language, lang, len) == 0)
			return algorithms[i].name;
	}
	return NULL;
}

struct stems *
stems_open(const char *lang)
{
	const char *name = algorithm_of(lang);
	struct stems *s;

	s = mem_alloc(sizeof(*s));
	s->stemmer = NULL;
	if (name == NULL)
		return s;
	s->stemmer = sb_stemmer_new(name, "UTF_8");
	/* The names above are there: it can only be memory. */
	if (s->stemmer == NULL)
		mem_exhausted();
	return s;
}

void
stems_close(struct stems *s)
{
	sb_stemmer_delete(s->stemmer);
	free(s);
}

const char *
stems_of(struct stems *s, struct arena *a, const char *word)
{
	const sb_symbol *stem;
	size_t len = strlen(word);

	if (s->stemmer == NULL || len > WORD_BYTES)
		return arena_strndup(a, word, len);
	stem = sb_stemmer_stem(s->stemmer, (const sb_symbol *)word, (int)len);
	if (stem == NULL)
		mem_exhausted();
	return arena_strndup(a, (const char *)stem,
	    (size_t)sb_stemmer_length(s->stemmer));
}
