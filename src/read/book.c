/* SPDX-License-Identifier: MIT */
/*
 * Comes in: a guide's folder, guide.yaml, a profile, a theme and a language.
 * Goes out: the book that every output is made from.  Mistakes never stop the
 * reading before the end, so that an editor sees all of them at once.
 */
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/messages.h"
#include "base/str.h"
#include "conf/guide.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "doc/node.h"
#include "read/guide.h"
#include "read/help_lines.h"
#include "read/live.h"
#include "read/read.h"
#include "read/sources.h"
#include "read/values.h"

struct book_reader {
	struct arena			*arena;
	struct diag_list		*dl;
	const struct conf_guide		*conf;
	const struct conf_profile	*profile;
	const struct conf_language	*language;
	const struct conf_term		*terms;
	size_t				 term_count;
	struct source_files		 sources;
	struct guide_reader		 guide;
	struct guide_values		 values;
	struct book			*book;
};

static const struct conf_language *
find_language(const struct conf_guide *conf, const char *tag)
{
	for (size_t i = 0; i < conf->language_count; i++) {
		if (str_equal(conf->languages[i].tag, tag))
			return &conf->languages[i];
	}
	return NULL;
}

static const char *
text_or(const struct conf_text *t, const char *otherwise)
{
	return t->text != NULL ? t->text : otherwise;
}

/* What stands in guide.yaml. */
static void
fill_guide(struct book_reader *r)
{
	const struct conf_language *language = r->language;
	const struct conf_guide *conf = r->conf;
	struct book *b = r->book;

	b->guide_id = text_or(&conf->id, "guide");
	b->title = text_or(&language->title, b->guide_id);
	b->strapline = language->strapline.text;
	b->lang = language->tag;
	b->right_to_left = conf_right_to_left(language->tag);
	b->version = text_or(&conf->version, "0");
	b->date = text_or(&conf->date, "");
	b->next_review = text_or(&conf->next_review, "");
	b->date_words = conf_date_words(r->arena, b->date, b->lang);
	b->next_review_words = conf_date_words(r->arena, b->next_review,
	    b->lang);
	b->credit = text_or(&language->credit, "");
	b->author = text_or(&conf->author, "");
	b->reviewed_by = conf->reviewed_by.text;
	b->licence = conf->licence.text;
	b->edition_code = arena_printf(r->arena, "%s %s %s %s", b->guide_id,
	    b->version, r->profile->id, b->lang);
}

/* What stands in the clinic's profile; the site's address has no final
 * slash, so that paths can be put behind it. */
static void
fill_clinic(struct book_reader *r)
{
	const struct conf_profile *p = r->profile;
	struct book_clinic *c = &r->book->clinic;
	size_t len;

	r->book->edition = p->live ? EDITION_LIVE : EDITION_SAMPLE;
	c->id = p->id;
	c->name = p->name.text;
	c->strapline = p->strapline.text;
	c->phone = p->phone.text;
	c->phone_display = p->phone_display.text != NULL ?
	    p->phone_display.text : p->phone.text;
	c->email = p->email.text;
	c->hours = p->hours.text;
	c->address = p->address.text;
	c->site_url = p->site_url.text;
	c->booking_url = p->booking_url.text;
	c->leave_to = p->leave_to.text;
	c->emergency_text = p->emergency_text.text;
	c->services = p->services.text;
	c->region = p->region.text;
	c->offline = p->offline == CONF_OFFLINE_YES;
	if (c->site_url != NULL) {
		len = strlen(c->site_url);
		while (len > 0 && c->site_url[len - 1] == '/')
			len--;
		c->site_url = arena_strndup(r->arena, c->site_url, len);
		/* The default language is at the root. */
		if (!str_equal(r->book->lang, p->default_language.text))
			c->site_url = arena_printf(r->arena, "%s/%s",
			    c->site_url, r->book->lang);
	}
}

static void
fill_help(struct book_reader *r, const struct file_root *root)
{
	struct conf_help_line *all;
	struct help_choice choice;
	size_t count;

	r->book->help_broken = !conf_help_read(r->arena, r->dl, root, &all,
	    &count) || !conf_help_words_read(r->arena, r->dl, root, r->language,
	    r->conf->default_language.text, all, count);
	if (r->book->help_broken)
		return;
	help_lines_choose(r->arena, r->dl, r->conf, r->profile, all, count,
	    &choice);
	r->book->help = choice.lines;
	r->book->help_count = choice.count;
	/* That was said once; pages need not say it again. */
	r->book->help_broken = choice.count == 0;
	if (choice.checked != NULL)
		r->book->help_checked_words = conf_date_words(r->arena,
		    choice.checked, r->book->lang);
}

static void
fill_glossary(struct book_reader *r, const struct file_root *root)
{
	const struct conf_glossary_word *all;
	struct book_term *terms;
	size_t count;

	r->book->terms_broken = !conf_glossary_read(r->arena, r->dl, root,
	    r->language, &all, &count);
	if (r->book->terms_broken)
		return;
	terms = ARENA_ARRAY(r->arena, struct book_term, count + 1);
	for (size_t i = 0; i < count; i++) {
		terms[i].term = all[i].term.text;
		terms[i].say = all[i].say.text;
		terms[i].meaning = all[i].meaning.text;
	}
	r->book->terms = terms;
	r->book->term_count = count;
}

static void
fill_sources(struct book_reader *r, const struct file_root *root)
{
	const struct conf_source *all;
	struct book_source *sources;
	size_t count;

	r->book->sources_broken = !conf_sources_read(r->arena, r->dl, root,
	    &all, &count);
	if (r->book->sources_broken)
		return;
	sources = ARENA_ARRAY(r->arena, struct book_source, count + 1);
	for (size_t i = 0; i < count; i++) {
		sources[i].id = all[i].id.text;
		sources[i].organisation = all[i].organisation.text;
		sources[i].title = all[i].title.text;
		sources[i].year = all[i].year.text;
		sources[i].address = all[i].address.text;
	}
	r->book->sources = sources;
	r->book->source_count = count;
}

/* The chapter's tree; after an error one empty paragraph, so that the rest of
 * the book can be checked. */
static struct doc_node *
read_body(struct book_reader *r, const struct source_file *f)
{
	struct span first = { f->file, f->body_line, 1 };
	struct doc_node *root = NULL;

	r->guide.include_count = 0;
	r->guide.include_bytes = 0;
	r->guide.include_refused = false;
	r->guide.node_count = 0;
	if (f->body > 0)
		root = guide_document(&r->guide, first, f->text + f->body,
		    f->len - f->body);
	if (root != NULL)
		return root;
	first = (struct span){ f->file, 1, 1 };
	root = doc_new(r->arena, DOC_DOCUMENT, first);
	doc_append(root, doc_new(r->arena, DOC_PARAGRAPH, first));
	return root;
}

/* The words of the head are in lists, bookmarks and tags: no place for what
 * may be blank. */
static void
refuse_values(struct book_reader *r, const struct front_matter *front)
{
	const struct conf_text *const texts[] = { &front->title,
	    &front->nav_title, &front->summary, &front->for_whom,
	    &front->duration, &front->why, &front->closing };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (texts[i]->text == NULL ||
		    strstr(texts[i]->text, "{{") == NULL)
			continue;
		diag_say(r->dl, diag_find(r->dl, texts[i]->at, "{{"), NULL,
		    SAY_PLACEHOLDER_HEAD);
	}
}

static const char *const *
keywords_of(struct arena *a, const struct front_matter *front)
{
	const char **words;

	words = ARENA_ARRAY(a, const char *, front->keyword_count);
	for (size_t i = 0; i < front->keyword_count; i++)
		words[i] = text_or(&front->keywords[i], "");
	return words;
}

static void
fill_chapter(struct book_reader *r, struct chapter *c, const char *id,
    struct source_file *f)
{
	const struct front_matter *front = &f->front;

	f->used = true;
	refuse_values(r, front);
	c->kind = front->kind;
	c->id = id;
	c->title = text_or(&front->title, id);
	c->nav_title = text_or(&front->nav_title, c->title);
	c->summary = front->summary.text;
	c->keywords = keywords_of(r->arena, front);
	c->keyword_count = front->keyword_count;
	c->file = f->file;
	c->source_name = f->name;
	c->number = front->number;
	c->minutes = front->minutes;
	c->for_whom = front->for_whom.text;
	c->duration = front->duration.text;
	c->why = front->why.text;
	c->closing = front->closing.text;
	c->in_booklet = front->in_booklet;
	c->not_kept = front->not_kept;
	c->discreet = front->discreet;
	c->tab_title = front->tab_title.text;
	c->redirects = front->redirects;
	c->redirect_count = front->redirect_count;
	c->root = read_body(r, f);
}

/* A file whose front matter is broken, and so has no id, is taken to be the
 * chapter that is missing: its mistake has been said. */
static struct source_file *
broken_source(struct book_reader *r)
{
	for (size_t i = 0; i < r->sources.files.len; i++) {
		struct source_file *f = &r->sources.files.items[i];

		if (!f->used && !f->whole && f->front.id.text == NULL)
			return f;
	}
	return NULL;
}

static void
missing_chapter(struct book_reader *r, const struct conf_text *id)
{
	const char **names, *near;
	size_t count = 0;

	names = ARENA_ARRAY(r->arena, const char *,
	    r->sources.files.len + 1);
	for (size_t i = 0; i < r->sources.files.len; i++) {
		const struct source_file *f = &r->sources.files.items[i];

		if (f->front.id.text != NULL)
			names[count++] = f->front.id.text;
	}
	near = str_nearest(id->text, names, count);
	diag_say_class(r->dl, DIAG_CONTENT, id->at, near != NULL ?
	    arena_printf(r->arena, HINT_CHAPTER_MISSING, near) :
	    arena_printf(r->arena, HINT_CHAPTER_MISSING_2, id->text),
	    SAY_CHAPTER_MISSING, r->language->tag, id->text);
}

/* A partial edition says so before anything else: on its start page, or else
 * on its first. */
static void
put_partial_notice(struct book_reader *r)
{
	struct book *b = r->book;
	struct chapter *on = &b->chapters[0];
	struct doc_node *callout, *label, *words;

	for (size_t i = b->chapter_count; i-- > 0;) {
		if (b->chapters[i].kind == CHAPTER_START)
			on = &b->chapters[i];
	}
	callout = doc_new(r->arena, DOC_CALLOUT, on->root->at);
	callout->u.callout.kind = CALLOUT_NOTE;
	label = doc_new(r->arena, DOC_LABEL, callout->at);
	doc_append_text(r->arena, label, book_word(b, "callout-note"));
	doc_append(callout, label);
	words = doc_new(r->arena, DOC_PARAGRAPH, callout->at);
	doc_append_text(r->arena, words, book_word_with(b, r->arena,
	    "partial-notice", "count", arena_printf(r->arena, "%zu",
	    b->chapter_count), "total", arena_printf(r->arena, "%zu",
	    r->conf->order_count), NULL));
	doc_append(callout, words);
	if (on->root->first != NULL)
		doc_insert_before(on->root->first, callout);
	else
		doc_append(on->root, callout);
}

/* A language that is left with nothing has its first chapter missing. */
static void
say_partial(struct book_reader *r)
{
	const struct conf_language *language = r->language;

	if (r->book->chapter_count == 0)
		missing_chapter(r, &r->conf->order[0]);
	else if (r->book->left_out_count == 0)
		diag_say(r->dl, language->partial_word.at, NULL,
		    SAY_PARTIAL_WHOLE, language->tag);
	else
		put_partial_notice(r);
}

/*
 * Files with an id of their own first, so that a broken file is never taken
 * for a chapter that is there.
 */
static void
read_chapters(struct book_reader *r)
{
	const struct conf_guide *conf = r->conf;
	struct source_file **of = ARENA_ARRAY(r->arena, struct source_file *,
	    conf->order_count + 1);
	struct chapter *chapters = ARENA_ARRAY(r->arena, struct chapter,
	    conf->order_count + 1);
	const struct map *by_id = sources_by_id(r->arena, &r->sources);
	size_t count = 0;

	r->book->left_out = ARENA_ARRAY(r->arena, const char *,
	    conf->order_count + 1);
	for (size_t i = 0; i < conf->order_count; i++) {
		of[i] = map_find(by_id, conf->order[i].text);
		if (of[i] != NULL)
			of[i]->used = true;
	}
	for (size_t i = 0; i < conf->order_count; i++) {
		struct source_file *f = of[i];

		if (f == NULL)
			f = broken_source(r);
		if (f == NULL && r->language->partial)
			r->book->left_out[r->book->left_out_count++] =
			    conf->order[i].text;
		else if (f == NULL)
			missing_chapter(r, &conf->order[i]);
		else
			fill_chapter(r, &chapters[count++],
			    conf->order[i].text, f);
	}
	r->book->chapters = chapters;
	r->book->chapter_count = count;
	if (r->language->partial)
		say_partial(r);
}

/* What is written and in no output. */
static void
read_spares(struct book_reader *r)
{
	struct book_spare *spares = ARENA_ARRAY(r->arena, struct book_spare,
	    r->sources.files.len + 1);
	size_t count = 0;

	for (size_t i = 0; i < r->sources.files.len; i++) {
		const struct source_file *f = &r->sources.files.items[i];

		if (f->used || f->front.id.text == NULL || f->stranger)
			continue;
		spares[count++] = (struct book_spare){ f->name,
		    f->front.id.text, f->refused };
		if (f->refused)
			continue;
		diag_say(r->dl, f->front.id.at, arena_printf(r->arena,
		    HINT_CHAPTER_UNUSED, f->front.id.text),
		    SAY_CHAPTER_UNUSED);
	}
	r->book->spares = spares;
	r->book->spare_count = count;
}

/* An id stands in the list of a page's head once. */
static void
check_repeats(struct book_reader *r, const char *name,
    const struct conf_text *ids, size_t count)
{
	struct map *seen = map_new(r->arena);

	for (size_t i = 0; i < count; i++) {
		struct conf_text *first = ARENA_NEW(r->arena,
		    struct conf_text);

		*first = ids[i];
		if (map_add(seen, ids[i].text, first))
			continue;
		first = map_find(seen, ids[i].text);
		diag_say(r->dl, ids[i].at, arena_printf(r->arena,
		    HINT_REPEATED, first->at.line), SAY_REPEATED, ids[i].text,
		    name);
	}
}

/* The sources that a page names have to be in sources.yaml.  One that no page
 * names is no mistake: it is in the list of them all. */
static void
check_source_ids(struct book_reader *r, const struct front_matter *front)
{
	const struct book *b = r->book;
	const char **ids;

	/* A list for each page is a square of pages. */
	if (front->source_count == 0)
		return;
	ids = ARENA_ARRAY(r->arena, const char *, b->source_count + 1);
	for (size_t i = 0; i < b->source_count; i++)
		ids[i] = b->sources[i].id;
	for (size_t i = 0; i < front->source_count && !b->sources_broken;
	    i++) {
		const struct conf_text *id = &front->sources[i];
		const char *near;
		size_t k = 0;

		while (k < b->source_count && !str_equal(ids[k], id->text))
			k++;
		if (k < b->source_count)
			continue;
		near = str_nearest(id->text, ids, b->source_count);
		diag_say(r->dl, id->at, near != NULL ? arena_printf(r->arena,
		    HINT_SOURCE_UNKNOWN, near) : HINT_SOURCE_UNKNOWN_2,
		    SAY_SOURCE_UNKNOWN, id->text);
	}
}

/* The ids of all worksheets.  Where a head is broken its id is not known: then
 * NULL, since that mistake comes first. */
static const char *const *
worksheet_ids(struct book_reader *r, size_t *count)
{
	const char **ids = ARENA_ARRAY(r->arena, const char *,
	    r->sources.files.len + 1);

	*count = 0;
	for (size_t i = 0; i < r->sources.files.len; i++) {
		const struct source_file *f = &r->sources.files.items[i];

		if (f->front.id.text == NULL)
			return NULL;
		if (f->front.kind == CHAPTER_WORKSHEET)
			ids[(*count)++] = f->front.id.text;
	}
	return ids;
}

/* The worksheets that a page names have to be there. */
static void
check_worksheet_ids(struct book_reader *r, const struct front_matter *front,
    const char *const *ids, size_t count)
{
	for (size_t i = 0; i < front->worksheet_count; i++) {
		const struct conf_text *id = &front->worksheets[i];
		const char *near;
		size_t k = 0;

		while (k < count && !str_equal(ids[k], id->text))
			k++;
		if (k < count)
			continue;
		near = str_nearest(id->text, ids, count);
		diag_say(r->dl, id->at, near != NULL ? arena_printf(r->arena,
		    HINT_WORKSHEET_UNKNOWN, near) : HINT_WORKSHEET_UNKNOWN_2,
		    SAY_WORKSHEET_UNKNOWN, id->text);
	}
}

/* Whether a worksheet is in the booklet stands at its head and in guide.yaml's
 * print list: the list is what counts, and both should say the same. */
static void
check_in_booklet(struct book_reader *r, const struct source_file *f)
{
	const struct conf_text *word = &f->front.in_booklet_word;
	const struct conf_text *printed = NULL;

	if (f->front.kind != CHAPTER_WORKSHEET || word->text == NULL)
		return;
	for (size_t i = 0; i < r->conf->print_count; i++) {
		if (str_equal(r->conf->print[i].text, f->front.id.text))
			printed = &r->conf->print[i];
	}
	if (printed != NULL && !f->front.in_booklet)
		diag_say(r->dl, word->at, NULL, SAY_IN_BOOKLET_PRINTED,
		    f->front.id.text, printed->at.file, printed->at.line);
	else if (printed == NULL && f->front.in_booklet)
		diag_say(r->dl, word->at, arena_printf(r->arena,
		    HINT_IN_BOOKLET_MISSING, f->front.id.text),
		    SAY_IN_BOOKLET_MISSING, f->front.id.text,
		    r->conf->print[0].at.file, r->conf->print[0].at.line);
}

/* What the heads of the pages say has to agree with the rest of the guide. */
static void
check_heads(struct book_reader *r)
{
	size_t worksheet_count;
	const char *const *worksheets = worksheet_ids(r, &worksheet_count);

	for (size_t i = 0; i < r->sources.files.len; i++) {
		const struct source_file *f = &r->sources.files.items[i];

		if (!f->used || !f->whole)
			continue;
		check_repeats(r, "worksheets", f->front.worksheets,
		    f->front.worksheet_count);
		check_repeats(r, "sources", f->front.sources,
		    f->front.source_count);
		if (worksheets != NULL)
			check_worksheet_ids(r, &f->front, worksheets,
			    worksheet_count);
		check_source_ids(r, &f->front);
		check_in_booklet(r, f);
	}
	live_check(r->arena, r->dl, r->conf, r->profile, &r->sources);
}

/* A term of a whole language is there to be used; one that a page of an
 * extending language does without is no mistake. */
static void
check_terms(struct book_reader *r)
{
	for (size_t i = 0; r->language->folder_count == 1 &&
	    i < r->term_count; i++) {
		if (map_find(r->values.asked, arena_printf(r->arena, "term.%s",
		    r->terms[i].name)) == NULL)
			diag_say(r->dl, r->terms[i].at, NULL, SAY_TERM_UNUSED,
			    r->terms[i].name);
	}
}

static const struct chapter *
changed_chapter(struct book_reader *r, const struct conf_text *id)
{
	const struct chapter *c = book_chapter(r->book, id->text);
	const char **ids, *near;

	if (c != NULL)
		return c;
	ids = ARENA_ARRAY(r->arena, const char *, r->book->chapter_count + 1);
	for (size_t i = 0; i < r->book->chapter_count; i++)
		ids[i] = r->book->chapters[i].id;
	near = str_nearest(id->text, ids, r->book->chapter_count);
	diag_say(r->dl, id->at, near != NULL ? arena_printf(r->arena,
	    HINT_CHANGES_PAGE, near) : HINT_CHANGES_PAGE_2, SAY_CHANGES_PAGE,
	    id->text);
	return NULL;
}

static void
fill_changes(struct book_reader *r, const struct file_root *root)
{
	const struct conf_change *all;
	struct book_change *changes;
	size_t count;

	if (!conf_changes_read(r->arena, r->dl, root, r->language,
	    &r->conf->date, &all, &count))
		return;
	changes = ARENA_ARRAY(r->arena, struct book_change, count + 1);
	for (size_t i = 0; i < count; i++) {
		changes[i].date = all[i].date.text;
		changes[i].date_words = conf_date_words(r->arena,
		    all[i].date.text, r->book->lang);
		changes[i].version = all[i].version.text;
		changes[i].what = all[i].what.text;
		if (all[i].page.text != NULL)
			changes[i].chapter = changed_chapter(r, &all[i].page);
	}
	r->book->changes = changes;
	r->book->change_count = count;
}

/* conf/ has checked that each part is an id of order or one of these words;
 * an id without a chapter has its message. */
static void
fill_print(struct book_reader *r)
{
	const struct conf_guide *conf = r->conf;
	struct print_part *parts = ARENA_ARRAY(r->arena, struct print_part,
	    conf->print_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < conf->print_count; i++) {
		struct print_part part = { PRINT_CHAPTER, NULL };
		const char *word = conf->print[i].text;

		if (str_equal(word, "cover"))
			part.kind = PRINT_COVER;
		else if (str_equal(word, "contents"))
			part.kind = PRINT_CONTENTS;
		else if (str_equal(word, "notes"))
			part.kind = PRINT_NOTES;
		else if (str_equal(word, "back-cover"))
			part.kind = PRINT_BACK_COVER;
		else
			part.chapter = book_chapter(r->book, word);
		if (part.kind == PRINT_CHAPTER && part.chapter == NULL)
			continue;
		parts[count++] = part;
	}
	r->book->print = parts;
	r->book->print_count = count;
}

const struct book *
read_book(struct arena *a, struct diag_list *dl,
    const struct file_root *guide, const struct conf_guide *conf,
    const struct conf_profile *profile, const struct theme *theme,
    struct read_pictures *pictures, const char *lang)
{
	struct book_reader r = { .arena = a, .dl = dl, .conf = conf,
	    .profile = profile, .language = find_language(conf, lang) };

	if (r.language == NULL) {
		diag_say_class(dl, DIAG_CONFIGURATION,
		    conf->default_language.at, NULL, SAY_LANGUAGE_UNKNOWN,
		    lang);
		return NULL;
	}
	r.book = ARENA_NEW(a, struct book);
	fill_guide(&r);
	fill_clinic(&r);
	fill_help(&r, guide);
	fill_glossary(&r, guide);
	fill_sources(&r, guide);
	guide_reader_init(&r.guide, a, dl);
	r.guide.root = guide;
	r.guide.pictures = pictures;
	r.guide.grey = profile->grey;
	r.guide.language = r.language;
	r.book->words = theme_strings_read(a, dl, theme, r.language);
	r.guide.words = r.book->words;
	(void)conf_terms_read(a, dl, guide, r.language, &r.terms,
	    &r.term_count);
	r.values = guide_values_of(a, r.book, profile, r.terms, r.term_count);
	r.guide.values = &r.values;
	r.guide.right_to_left = r.book->right_to_left;
	r.guide.figures = conf_figures_read(a, dl, guide, r.language);
	if (r.book->words == NULL || !sources_read(a, dl, guide,
	    r.language, &r.sources))
		return NULL;
	guide_logo(&r.guide, profile, theme, &r.book->clinic);
	read_chapters(&r);
	read_spares(&r);
	fill_changes(&r, guide);
	check_heads(&r);
	guide_check_snippets(&r.guide);
	guide_check_figures(&r.guide);
	check_terms(&r);
	r.book->drawings = r.guide.drawings;
	doc_resolve(a, dl, r.book);
	fill_print(&r);
	return r.book;
}
