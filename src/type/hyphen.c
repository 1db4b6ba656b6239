/* SPDX-License-Identifier: MIT */
/*
 * Finds pattern files by language, and asks libhyphen.
 *
 * libhyphen ends the process with 1 when there is no memory; words are short
 * and patterns are read before content, so that is the file's size at worst.
 */
#include "type/hyphen.h"

#include <ctype.h>
#include <hyphen.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "base/vec.h"

/* In code points.  The longest words of dictionaries have half as many. */
#define WORD_MIN	4
#define WORD_MAX	96
#define WORD_BYTES	(WORD_MAX * 4)
/* At least so many letters stand before and behind a hyphen. */
#define LETTERS_BEFORE	2
#define LETTERS_BEHIND	3
#define TAG_BYTES	64

/* A language, its file if the region decides, and its package. */
struct patterns {
	const char	*lang, *file, *package;
};

/* Longer tags first; a tag takes the first row that begins it.  Those without
 * a file have that of the region, of the language alone, or the first there
 * is. */
static const struct patterns known[] = {
	{ "en-US", "hyph_en_US.dic", "hyphen-en-us" },
	{ "en", "hyph_en_GB.dic", "hyphen-en-gb" },
	{ "pt-BR", "hyph_pt_BR.dic", "hyphen-pt-br" },
	{ "pt", "hyph_pt_PT.dic", "hyphen-pt-pt" },
	{ "nb", "hyph_nb_NO.dic", "hyphen-no" },
	{ "nn", "hyph_nn_NO.dic", "hyphen-no" },
	{ "af", NULL, "hyphen-af" }, { "as", NULL, "hyphen-as" },
	{ "be", NULL, "hyphen-be" }, { "bg", NULL, "hyphen-bg" },
	{ "bn", NULL, "hyphen-bn" }, { "ca", NULL, "hyphen-ca" },
	{ "cs", NULL, "hyphen-cs" }, { "da", NULL, "hyphen-da" },
	{ "de", NULL, "hyphen-de" }, { "el", NULL, "hyphen-el" },
	{ "es", NULL, "hyphen-es" }, { "fr", NULL, "hyphen-fr" },
	{ "gl", NULL, "hyphen-gl" }, { "gu", NULL, "hyphen-gu" },
	{ "hi", NULL, "hyphen-hi" }, { "hr", NULL, "hyphen-hr" },
	{ "hu", NULL, "hyphen-hu" }, { "id", NULL, "hyphen-id" },
	{ "is", NULL, "hyphen-is" }, { "it", NULL, "hyphen-it" },
	{ "kn", NULL, "hyphen-kn" }, { "lt", NULL, "hyphen-lt" },
	{ "lv", NULL, "hyphen-lv" }, { "ml", NULL, "hyphen-ml" },
	{ "mn", NULL, "hyphen-mn" }, { "mr", NULL, "hyphen-mr" },
	{ "nl", NULL, "hyphen-nl" }, { "or", NULL, "hyphen-or" },
	{ "pa", NULL, "hyphen-pa" }, { "pl", NULL, "hyphen-pl" },
	{ "ro", NULL, "hyphen-ro" }, { "ru", NULL, "hyphen-ru" },
	{ "sk", NULL, "hyphen-sk" }, { "sl", NULL, "hyphen-sl" },
	{ "sr", NULL, "hyphen-sr" }, { "sv", NULL, "hyphen-sv" },
	{ "ta", NULL, "hyphen-ta" }, { "te", NULL, "hyphen-te" },
	{ "uk", NULL, "hyphen-uk" }, { "zu", NULL, "hyphen-zu" },
};

struct dictionary {
	const struct patterns	*patterns;
	HyphenDict		*dict;
};

struct hyphens {
	struct arena			*a;
	VEC(struct dictionary)		 dictionaries;
};

struct hyphens *
hyphens_new(void)
{
	struct arena *a = arena_new();
	struct hyphens *h;

	h = ARENA_NEW(a, struct hyphens);
	h->a = a;
	return h;
}

void
hyphens_free(struct hyphens *h)
{
	if (h == NULL)
		return;
	for (size_t i = 0; i < h->dictionaries.len; i++)
		hnj_hyphen_free(h->dictionaries.items[i].dict);
	arena_free(h->a);
}

/* Is "tag" the tag "start" or one that goes on with a subtag? */
static bool
tag_begins(const char *tag, const char *start)
{
	for (; *start != '\0'; tag++, start++) {
		if (tolower((unsigned char)*tag) !=
		    tolower((unsigned char)*start))
			return false;
	}
	return *tag == '\0' || *tag == '-';
}

static const struct patterns *
patterns_of(const char *lang)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (tag_begins(lang, known[i].lang))
			return &known[i];
	}
	return NULL;
}

static const struct dictionary *
dictionary_of(const struct hyphens *h, const char *lang)
{
	const struct patterns *patterns;

	if (h == NULL || lang == NULL)
		return NULL;
	patterns = patterns_of(lang);
	for (size_t i = 0; patterns != NULL && i < h->dictionaries.len; i++) {
		if (h->dictionaries.items[i].patterns == patterns)
			return &h->dictionaries.items[i];
	}
	return NULL;
}

bool
hyphens_know(const struct hyphens *h, const char *lang)
{
	return dictionary_of(h, lang) != NULL;
}

/* The region of a tag such as "de-AT" or "sr-Latn-RS", in capitals; "" if it
 * has none. */
static const char *
region_of(struct arena *a, const char *lang)
{
	const char *part;
	char *region;
	size_t len;

	for (part = strchr(lang, '-'); part != NULL; part = strchr(part, '-')) {
		part++;
		len = strcspn(part, "-");
		if (len != 2)
			continue;
		region = arena_strndup(a, part, len);
		for (size_t i = 0; i < len; i++)
			region[i] = (char)toupper((unsigned char)region[i]);
		return region;
	}
	return "";
}

/* The path of the pattern file in "folder", or NULL. */
static const char *
find_file(struct arena *a, const struct patterns *p, const char *lang,
    const char *folder)
{
	const char *const *names, *exact, *plain, *start, *first;
	struct file_root root;
	size_t count;

	if (p->file != NULL)
		return file_join(a, folder, p->file);
	if (!file_root_open(&root, a, folder))
		return NULL;
	exact = arena_printf(a, "hyph_%s_%s.dic", p->lang, region_of(a, lang));
	plain = arena_printf(a, "hyph_%s.dic", p->lang);
	start = arena_printf(a, "hyph_%s_", p->lang);
	first = NULL;
	if (!file_list(&root, a, ".", &names, &count))
		count = 0;
	file_root_close(&root);
	for (size_t i = 0; i < count; i++) {
		if (str_equal(names[i], exact))
			return file_join(a, folder, exact);
		if (str_equal(names[i], plain) || (first == NULL &&
		    str_starts(names[i], start) && str_ends(names[i], ".dic")))
			first = names[i];
	}
	return first == NULL ? NULL : file_join(a, folder, first);
}

bool
hyphens_open(struct hyphens *h, const char *lang, const char *folder,
    struct buf *why)
{
	const struct patterns *patterns;
	struct dictionary *dictionary;
	const char *path;
	HyphenDict *dict;

	patterns = patterns_of(lang);
	if (patterns == NULL || hyphens_know(h, lang))
		return true;
	path = find_file(h->a, patterns, lang, folder);
	if (path == NULL || access(path, F_OK) != 0) {
		buf_printf(why, "there are no hyphenation patterns for \"%s\" "
		    "in %s; on Debian: apt-get install %s", lang, folder,
		    patterns->package);
		return false;
	}
	dict = hnj_hyphen_load(path);
	if (dict == NULL) {
		buf_printf(why, "cannot read the hyphenation patterns %s",
		    path);
		return false;
	}
	dictionary = vec_push(h->a, &h->dictionaries);
	dictionary->patterns = patterns;
	dictionary->dict = dict;
	return true;
}

/* A word in small letters, and where its letters lie in the original. */
struct small_word {
	char	bytes[WORD_BYTES];
	size_t	len;
	size_t	starts[WORD_MAX];	/* bytes of the original */
	size_t	count;			/* of code points */
};

/* False for what is too short or too long to be divided. */
static bool
make_small(const char *word, size_t len, struct small_word *small)
{
	size_t at, step;
	uint32_t c;

	small->len = small->count = 0;
	for (at = 0; at < len; at += step) {
		step = utf8_decode(word + at, len - at, &c);
		if (step == 0 || small->count == WORD_MAX)
			return false;
		small->starts[small->count++] = at;
		small->len += utf8_encode(unicode_lower(c),
		    small->bytes + small->len);
	}
	return small->count >= WORD_MIN;
}

/* The word in the encoding of old patterns, a byte a letter; false if that has
 * not all of its letters. */
static bool
convert(const char *to, struct small_word *small)
{
	char out[WORD_MAX], *in, *end;
	size_t in_left, out_left;
	iconv_t converter;
	bool whole;

	converter = iconv_open(to, "UTF-8");
	if (converter == (iconv_t)-1)
		return false;
	in = small->bytes;
	in_left = small->len;
	end = out;
	out_left = sizeof(out);
	whole = iconv(converter, &in, &in_left, &end, &out_left) == 0 &&
	    (size_t)(end - out) == small->count;
	iconv_close(converter);
	if (whole) {
		small->len = small->count;
		memcpy(small->bytes, out, small->len);
	}
	return whole;
}

void
hyphens_places(const struct hyphens *h, const char *lang, const char *word,
    size_t len, bool *at)
{
	const struct dictionary *dictionary;
	char digits[WORD_BYTES + 5];
	struct small_word small;
	int *pos, *cut;
	char **rep;

	memset(at, 0, len * sizeof(*at));
	dictionary = dictionary_of(h, lang);
	if (dictionary == NULL || !make_small(word, len, &small))
		return;
	if (!dictionary->dict->utf8 &&
	    !convert(dictionary->dict->cset, &small))
		return;
	memset(digits, 0, sizeof(digits));
	rep = NULL;
	pos = cut = NULL;
	if (hnj_hyphen_hyphenate3(dictionary->dict, small.bytes,
	    (int)small.len, digits, NULL, &rep, &pos, &cut, LETTERS_BEFORE,
	    LETTERS_BEHIND, 0, 0) == 0) {
		/* The digit of a letter says what may come behind it. */
		for (size_t i = 0; i + 1 < small.count; i++) {
			if ((digits[i] & 1) != 0 &&
			    (rep == NULL || rep[i] == NULL))
				at[small.starts[i + 1]] = true;
		}
	}
	for (size_t i = 0; rep != NULL && i < small.len; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
}
