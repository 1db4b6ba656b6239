/* SPDX-License-Identifier: MIT */
/*
 * Pages -> entries -> the files of the search.
 *
 * Each page and each headed section is an entry, numbered in order of reading.
 * Pages are cut into words on all threads, in batches; words go to the index
 * and texts to files in order.  Three kinds of file call the function
 * "bifolioSearch" of the theme's search.js: the directory, the shards of words
 * (site/search_index.h) and the texts that results show.
 */
#include "site/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/escape.h"
#include "site/search_index.h"
#include "site/search_text.h"
#include "site/words.h"

/* Pages whose words are in memory at a time. */
#define BATCH 64
/* search.js counts with it, too. */
#define ENTRIES_PER_FILE 8
/* Characters of an entry's text; results show the line with the first hit. */
#define TEXT_CHARACTERS 4000
/* More bytes than the longest word has. */
#define WORD_BYTES 255
/* Words of plain text alone say no more than this about an entry. */
#define TEXT_WEIGHT_MAX 6

struct hit {
	const char	*word;		/* lower case */
	unsigned	 weight, text_weight;
};

struct entry {
	const struct search_section *section;
	VEC(struct hit *) hits;
};

/* One page's words, in an arena of its own. */
struct cut_page {
	struct arena		*arena;
	struct search_sections	 sections;
	VEC(struct entry)	 entries;
};

struct file {
	const char	*name;		/* "texts-3" */
	const char	*bytes;
	size_t		 len;
};

struct writing {
	struct site		*site;
	struct arena		*arena;
	struct search_index	*index;
	uint32_t		 entries;
	struct buf		 texts;
	VEC(struct file)	 files;
	/* The batch. */
	size_t			 first;
	struct cut_page		 pages[BATCH];
};

static void
add_hit(struct cut_page *p, struct entry *e, struct map *seen,
    const char *word, enum search_weight weight)
{
	struct hit *hit;

	hit = map_find(seen, word);
	if (hit == NULL) {
		hit = ARENA_NEW(p->arena, struct hit);
		hit->word = word;
		map_add(seen, word, hit);
		*vec_push(p->arena, &e->hits) = hit;
	}
	if (weight == WEIGHT_TEXT || weight == WEIGHT_STRESSED)
		hit->text_weight += (unsigned)weight;
	else
		hit->weight += (unsigned)weight;
}

/* Of "l'enfant" also "enfant" is looked for. */
static const char *
behind_apostrophe(const char *word)
{
	const char *mark = strrchr(word, '\'');

	return mark != NULL && strlen(mark + 1) >= 3 ? mark + 1 : NULL;
}

static void
add_word(struct writing *w, struct cut_page *p, struct entry *e,
    struct map *seen, const char *text, size_t len, enum search_weight weight)
{
	const char *word;

	if (len > WORD_BYTES)
		return;
	word = words_lower(p->arena, w->site->book->lang, text, len);
	add_hit(p, e, seen, word, weight);
	word = behind_apostrophe(word);
	if (word != NULL)
		add_hit(p, e, seen, word, weight);
}

/* Words of "text", all of one weight or, with "section", of its runs'. */
static void
add_words(struct writing *w, struct cut_page *p, struct entry *e,
    struct map *seen, struct word_breaks *breaks, const char *text,
    enum search_weight weight, const struct search_section *section)
{
	size_t start, end, run;

	run = 0;
	word_breaks_start(breaks, text, strlen(text));
	while (word_breaks_next(breaks, &start, &end)) {
		if (section != NULL) {
			while (run + 1 < section->runs.len &&
			    section->runs.items[run].end <= start)
				run++;
			weight = section->runs.items[run].weight;
		}
		add_word(w, p, e, seen, text + start, end - start, weight);
	}
}

/* What stands round a chapter's words, and other words for it. */
static void
add_keywords(struct writing *w, struct cut_page *p, struct entry *e,
    struct map *seen, struct word_breaks *breaks, const struct chapter *c)
{
	if (c->kind == CHAPTER_WORKSHEET && c->number > 0)
		add_words(w, p, e, seen, breaks, book_word_with(w->site->book,
		    p->arena, "worksheet", "number", arena_printf(p->arena,
		    "%d", c->number), NULL), WEIGHT_TERM, NULL);
	for (size_t i = 0; i < c->keyword_count; i++)
		add_words(w, p, e, seen, breaks, c->keywords[i],
		    WEIGHT_HEADING, NULL);
}

static void
cut_section(struct writing *w, struct cut_page *p, struct word_breaks *breaks,
    const struct search_section *section, const struct chapter *c)
{
	struct map *seen = map_new(p->arena);
	struct entry *e;

	e = vec_push(p->arena, &p->entries);
	e->section = section;
	add_words(w, p, e, seen, breaks, section->title, section->id == NULL ?
	    WEIGHT_TITLE : WEIGHT_HEADING, NULL);
	if (c != NULL && section->id == NULL)
		add_keywords(w, p, e, seen, breaks, c);
	if (section->len > 0)
		add_words(w, p, e, seen, breaks, section->text, WEIGHT_TEXT,
		    section);
}

/* A page of our own has a title and one line. */
static void
own_section(struct writing *w, struct cut_page *p, const struct site_page *page)
{
	struct search_section *s = vec_push(p->arena, &p->sections.all);
	struct search_run *run;

	s->title = page->title;
	s->text = book_word(w->site->book, arena_printf(p->arena, "%s-lead",
	    page->template));
	s->len = strlen(s->text);
	run = vec_push(p->arena, &s->runs);
	run->end = s->len;
	run->weight = WEIGHT_STRESSED;
}

static bool
is_found(const struct site_page *page)
{
	return page->chapter != NULL ||
	    str_equal(page->template, "worksheets") ||
	    str_equal(page->template, "downloads");
}

static void
cut_page(void *context, size_t i)
{
	struct writing *w = context;
	const struct site_page *page = &w->site->pages[w->first + i];
	struct cut_page *p = &w->pages[i];
	struct word_breaks *breaks;

	memset(p, 0, sizeof(*p));
	if (!is_found(page))
		return;
	p->arena = arena_new();
	if (page->chapter != NULL)
		search_text_of(p->arena, page->chapter, &p->sections);
	else
		own_section(w, p, page);
	breaks = word_breaks_open(w->site->book->lang);
	for (size_t k = 0; k < p->sections.all.len; k++)
		cut_section(w, p, breaks, &p->sections.all.items[k],
		    page->chapter);
	word_breaks_close(breaks);
}

static void
add_file(struct writing *w, const char *name, const struct buf *bytes)
{
	struct file *f = vec_push(w->arena, &w->files);

	f->name = name;
	f->bytes = arena_strndup(w->arena, bytes->data, bytes->len);
	f->len = bytes->len;
}

static void
end_texts(struct writing *w)
{
	uint32_t number;

	if (w->texts.len == 0)
		return;
	number = (w->entries - 1) / ENTRIES_PER_FILE;
	buf_puts(&w->texts, "]);\n");
	add_file(w, arena_printf(w->arena, "texts-%u", (unsigned)number),
	    &w->texts);
	buf_clear(&w->texts);
}

/* The first "characters" of "text", in bytes. */
static size_t
shortened(const char *text, size_t characters)
{
	size_t at = 0;

	while (text[at] != '\0') {
		if (((unsigned char)text[at] & 0xC0) != 0x80 &&
		    characters-- == 0)
			break;
		at++;
	}
	return at;
}

/* ["page.html#heading","Heading","Page","Text"] */
static void
put_entry(struct writing *w, struct arena *scratch,
    const struct site_page *page, const struct search_section *s)
{
	const char *text;

	if (w->entries % ENTRIES_PER_FILE == 0)
		buf_printf(&w->texts, "bifolioSearch(\"texts\",%u,[\n",
		    (unsigned)(w->entries / ENTRIES_PER_FILE));
	else
		buf_puts(&w->texts, ",\n");
	text = arena_strndup(scratch, s->text, shortened(s->text,
	    TEXT_CHARACTERS));
	buf_putc(&w->texts, '[');
	escape_script(&w->texts, s->id == NULL ? page->file :
	    arena_printf(scratch, "%s#%s", page->file, s->id));
	buf_putc(&w->texts, ',');
	escape_script(&w->texts, s->title);
	buf_putc(&w->texts, ',');
	escape_script(&w->texts, s->id == NULL ? "" : page->title);
	buf_putc(&w->texts, ',');
	escape_script(&w->texts, text);
	buf_putc(&w->texts, ']');
	w->entries++;
	if (w->entries % ENTRIES_PER_FILE == 0)
		end_texts(w);
}

static void
add_entry(struct writing *w, const struct site_page *page,
    struct cut_page *p, const struct entry *e)
{
	const struct hit *hit;
	unsigned text_weight;

	for (size_t i = 0; i < e->hits.len; i++) {
		hit = e->hits.items[i];
		text_weight = hit->text_weight;
		if (text_weight > TEXT_WEIGHT_MAX)
			text_weight = TEXT_WEIGHT_MAX;
		search_index_add(w->index, p->arena, w->entries, hit->word,
		    hit->weight + text_weight);
	}
	put_entry(w, p->arena, page, e->section);
}

static void
gather(struct writing *w, int threads)
{
	const struct site_page *page;
	size_t count;

	for (; w->first < w->site->page_count; w->first += count) {
		count = w->site->page_count - w->first;
		if (count > BATCH)
			count = BATCH;
		pool_run(threads, count, cut_page, w);
		for (size_t i = 0; i < count; i++) {
			page = &w->site->pages[w->first + i];
			for (size_t k = 0; k < w->pages[i].entries.len; k++)
				add_entry(w, page, &w->pages[i],
				    &w->pages[i].entries.items[k]);
			arena_free(w->pages[i].arena);
		}
	}
	end_texts(w);
}

/* The shards, and in "firsts" the word that each begins with. */
static void
add_shards(struct writing *w, struct buf *firsts)
{
	const struct search_shard *shards;
	struct buf out;
	size_t count;

	shards = search_index_shards(w->index, &count);
	buf_init(&out);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_putc(firsts, ',');
		escape_script(firsts, shards[i].first);
		buf_clear(&out);
		buf_printf(&out, "bifolioSearch(\"words\",%zu,", i);
		escape_script(&out, shards[i].text);
		buf_puts(&out, ");\n");
		add_file(w, arena_printf(w->arena, "words-%zu", i), &out);
	}
	buf_release(&out);
}

/* One hash for all. */
static const char *
hash_of(const struct writing *w)
{
	struct buf all;
	const char *hash;

	buf_init(&all);
	for (size_t i = 0; i < w->files.len; i++)
		buf_printf(&all, "%s %016llx\n", w->files.items[i].name,
		    (unsigned long long)str_hash(w->files.items[i].bytes,
		    w->files.items[i].len));
	hash = arena_printf(w->arena, "%08x",
	    (unsigned)(str_hash(all.data, all.len) >> 32));
	buf_release(&all);
	return hash;
}

static void
write_files(struct writing *w, const struct buf *firsts, struct stage *stage)
{
	const char *hash = hash_of(w);
	const struct file *f;
	const char *path;
	struct buf out;

	buf_init(&out);
	buf_printf(&out, "bifolioSearch(\"index\",0,{\"hash\":\"%s\","
	    "\"entries\":%u,\"per\":%d,\"words\":[", hash,
	    (unsigned)w->entries, ENTRIES_PER_FILE);
	buf_put(&out, firsts->data, firsts->len);
	buf_puts(&out, "]});\n");
	add_file(w, "index", &out);
	buf_release(&out);
	for (size_t i = 0; i < w->files.len; i++) {
		f = &w->files.items[i];
		/* In the language's own folder, so that --lang takes away
		 * what was there. */
		path = arena_printf(w->arena, "site/%ssearch/%s-%s.js",
		    w->site->folder, f->name, hash);
		stage_write_file(stage, path, f->bytes, f->len);
	}
	w->site->search.index = arena_printf(w->site->arena,
	    "search/index-%s.js", hash);
}

/*
 * The words of distress, ready for search.js: phrases with ";" between them,
 * words with " ", and for each word all that share its stem with "|".  "*"
 * stands for any ending.
 */
static void
set_distress(struct writing *w)
{
	const char *list = book_word(w->site->book, "distress-words");
	const char *lang = w->site->book->lang, *word;
	struct buf out;
	size_t len;

	buf_init(&out);
	while (*list != '\0') {
		len = strcspn(list, " ,;");
		if (len > 0 && list[len - 1] == '*') {
			buf_printf(&out, "%s*", words_fold(w->arena,
			    arena_strndup(w->arena, list, len - 1)));
		} else if (len > 0) {
			word = search_index_relatives(w->index, w->arena,
			    words_lower(w->arena, lang, list, len));
			for (; *word != '\0'; word++)
				buf_putc(&out, *word == ' ' ? '|' : *word);
		}
		list += len;
		len = strspn(list, " ,;");
		if (len > 0 && *list != '\0')
			buf_putc(&out, memchr(list, ',', len) != NULL ||
			    memchr(list, ';', len) != NULL ? ';' : ' ');
		list += len;
	}
	w->site->search.distress = arena_strdup(w->site->arena, out.data);
	buf_release(&out);
}

void
search_write(struct site *s, int threads, struct stage *stage)
{
	struct writing *w;
	struct buf firsts;

	w = mem_calloc(1, sizeof(*w));
	w->site = s;
	w->arena = arena_new();
	w->index = search_index_open(w->arena, s->book->lang);
	buf_init(&w->texts);
	buf_init(&firsts);
	gather(w, threads);
	set_distress(w);
	add_shards(w, &firsts);
	write_files(w, &firsts, stage);
	buf_release(&firsts);
	buf_release(&w->texts);
	search_index_close(w->index);
	arena_free(w->arena);
	free(w);
}
