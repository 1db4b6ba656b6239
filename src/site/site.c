/* SPDX-License-Identifier: MIT */
/*
 * A book -> a website in the stage.
 *
 * First every page's values are made (in parallel), which say what characters
 * the fonts need, and let go but for the chapter's text; then fonts, style sheet
 * and script, whose names carry their hash; then the pages, some at a time, are
 * filled, read again and written in order.
 */
#include "base/messages.h"
#include "site/site_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/pool.h"
#include "base/str.h"
#include "conf/theme.h"
#include "doc/book.h"
#include "emit/stage.h"
#include "site/characters.h"
#include "site/compress.h"
#include "site/feed.h"
#include "site/hosting.h"
#include "site/mustache.h"
#include "site/reread.h"
#include "site/script.h"
#include "site/search.h"
#include "site/share_picture.h"
#include "site/sitemap.h"
#include "site/value.h"
#include "site/web_font.h"

/* Pages that are held in memory before they are written. */
#define BATCH 64

struct batch {
	struct site	*site;
	size_t		 first;
};

static void
set_icons(struct site *s)
{
	static const char *const callouts[CALLOUT_COUNT] = {
		[CALLOUT_DO] = "icon-do", [CALLOUT_AVOID] = "icon-avoid",
		[CALLOUT_TRY] = "icon-try", [CALLOUT_NOTE] = "icon-note",
		[CALLOUT_HELP] = "icon-help",
		[CALLOUT_URGENT] = "icon-urgent",
		[CALLOUT_EMERGENCY] = "icon-emergency"
	};
	static const enum doc_callout levels[HELP_LEVEL_COUNT] = {
		[HELP_EMERGENCY] = CALLOUT_EMERGENCY,
		[HELP_URGENT] = CALLOUT_URGENT, [HELP_TALK] = CALLOUT_HELP,
		[HELP_SPECIALIST] = CALLOUT_HELP, [HELP_BABY] = CALLOUT_NOTE
	};

	for (int i = 0; i < CALLOUT_COUNT; i++)
		s->icons.callouts[i] = templates_picture(s, callouts[i], NULL);
	for (int i = 0; i < HELP_LEVEL_COUNT; i++)
		s->icons.levels[i] = s->icons.callouts[levels[i]];
	s->icons.call = s->icons.callouts[CALLOUT_HELP];
}

static void
open_page(const struct site *s, struct site_page *page)
{
	if (page->arena != NULL)
		return;
	page->arena = arena_new();
	page->dl = diag_list_new(page->arena);
	page->values = page_values(s, page);
}

/* There are few pages of our own, and some are made of all others. */
static bool
is_own(const struct site_page *page)
{
	return page->chapter == NULL && page->moved_to == NULL;
}

static char *
content_of(const struct value *values)
{
	const char *text = value_find(values, "content")->text;
	size_t bytes = strlen(text) + 1;

	return memcpy(mem_alloc(bytes), text, bytes);
}

/* What its values say of characters, and its text, stay; making the other
 * values again takes less than keeping them. */
static void
look_at_page(void *context, size_t i)
{
	struct site *s = context;
	struct site_page *page = &s->pages[i];

	open_page(s, page);
	characters_add(s->characters, page->values);
	if (is_own(page))
		return;
	page->content = content_of(page->values);
	arena_free(page->arena);
	page->arena = NULL;
}

static void
fill(const struct site *s, struct site_page *page)
{
	const struct mustache *template;
	const char *html;
	struct buf out;

	open_page(s, page);
	template = map_find(s->templates, page->template);
	page_values_assets(s, page, page->values);
	buf_init(&out);
	if (mustache_render(page->dl, template, s->templates, page->values,
	    &out)) {
		html = arena_strndup(page->arena, out.data, out.len);
		page->html_len = out.len;
		if (reread_page(page->arena, page->dl, page->file,
		    page->template, html, out.len)) {
			page->html = html;
			page->gzip = compress_gzip(page->arena, html, out.len,
			    &page->gzip_len);
		} else {
			page->broken = html;
		}
	}
	buf_release(&out);
}

static void
fill_page(void *context, size_t i)
{
	const struct batch *batch = context;
	struct site_page *page = &batch->site->pages[batch->first + i];

	/* It tells of all others and is made when they are. */
	if (!page_is_statement(page))
		fill(batch->site, page);
}

/* The most that a page sends with what it loads, packed as it is stored. */
static void
measure(const struct site *s, struct site_report *report,
    const struct site_page *page, size_t assets)
{
	size_t bytes;

	bytes = assets + (page->gzip != NULL ? page->gzip_len :
	    page->html_len);
	/* Not every page loads every script. */
	for (size_t i = 0; i < map_count(s->assets.scripts); i++) {
		if (strstr(page->html, map_value(s->assets.scripts, i)) == NULL)
			continue;
		bytes += s->assets.script_bytes[i];
	}
	if (bytes > report->bytes_first_page)
		report->bytes_first_page = bytes;
}

static void
write_page(const struct site *s, const struct site_page *page,
    struct stage *stage, size_t assets, struct site_report *report)
{
	const char *path;

	if (page->html == NULL)
		return;
	measure(s, report, page, assets);
	path = arena_printf(s->arena, "site/%s%s", s->folder, page->file);
	stage_write_from(stage, path, page->html, page->html_len,
	    page->chapter != NULL ? page->chapter->file : NULL);
	if (page->gzip != NULL)
		stage_write_file(stage, hosting_packed(s->arena, path),
		    page->gzip, page->gzip_len);
	report->pages++;
}

/* Frees what making the page took; its messages move to the site's. */
static void
close_page(struct site *s, struct site_page *page)
{
	const struct diag *d;
	struct span at;

	free(page->content);
	page->content = NULL;
	if (page->arena == NULL)
		return;
	for (size_t i = 0; i < diag_total(page->dl); i++) {
		d = diag_nth(page->dl, i);
		at = d->at;
		at.file = at.file != NULL ? arena_strdup(s->arena, at.file) :
		    NULL;
		diag_error_class(s->dl, d->class, d->id, at,
		    arena_strdup(s->arena, d->hint), "%s", d->text);
	}
	if (page->broken != NULL)
		diag_source(s->dl, arena_strdup(s->arena, page->file),
		    arena_strndup(s->arena, page->broken, page->html_len),
		    page->html_len);
	arena_free(page->arena);
	page->arena = NULL;
}

/* The page about accessibility names the heaviest page, which it may be: it is
 * filled once to be weighed and once to be kept. */
static void
write_statement(struct site *s, struct stage *stage, size_t assets,
    struct site_report *report)
{
	struct site_page *page = NULL;

	for (size_t i = 0; i < s->page_count && page == NULL; i++) {
		if (page_is_statement(&s->pages[i]))
			page = &s->pages[i];
	}
	if (page == NULL)
		return;
	for (int i = 0; i < 2; i++) {
		page_statement_weight(s, page, report->bytes_first_page);
		fill(s, page);
		if (page->html != NULL)
			measure(s, report, page, assets);
	}
	write_page(s, page, stage, assets, report);
	close_page(s, page);
}

static void
write_pages(struct site *s, int threads, struct stage *stage, size_t assets,
    struct site_report *report)
{
	struct batch batch = { s, 0 };
	struct site_page *page;
	size_t count;

	for (; batch.first < s->page_count; batch.first += count) {
		count = s->page_count - batch.first;
		if (count > BATCH)
			count = BATCH;
		pool_run(threads, count, fill_page, &batch);
		for (size_t i = 0; i < count; i++) {
			page = &s->pages[batch.first + i];
			if (page_is_statement(page))
				continue;
			write_page(s, page, stage, assets, report);
			close_page(s, page);
		}
	}
	write_statement(s, stage, assets, report);
}

/* Writes a file under its hashed name and adds what it weighs. */
static const char *
write_asset(struct site *s, struct stage *stage, const char *stem,
    const char *ending, const void *bytes, size_t len, size_t *weight)
{
	const char *name, *path, *gzip = NULL;
	size_t gzip_len;

	name = hashed_name(s->arena, stem, ending, bytes, len);
	path = arena_printf(s->arena, "site/%s", name);
	if (hosting_is_text(name))
		gzip = compress_gzip(s->arena, bytes, len, &gzip_len);
	*weight += gzip != NULL ? gzip_len : len;
	/* Another language may have written the very same bytes. */
	if (stage_has(stage, path))
		return name;
	stage_write_file(stage, path, bytes, len);
	if (gzip != NULL)
		stage_write_file(stage, hosting_packed(s->arena, path), gzip,
		    gzip_len);
	return name;
}

/* The font's own words on its licence go with it. */
static void
write_licence(const struct site *s, struct stage *stage,
    const struct web_font *font)
{
	bool open;
	struct buf out;

	open = font->licence != NULL &&
	    strstr(font->licence, "Open Font License") != NULL;
	buf_init(&out);
	if (font->copyright != NULL)
		buf_printf(&out, "%s\n\n", font->copyright);
	if (font->licence != NULL)
		buf_printf(&out, "%s\n\n", font->licence);
	if (font->licence_url != NULL)
		buf_printf(&out, "%s\n\n", font->licence_url);
	buf_puts(&out, "The fonts in this folder were cut down to the "
	    "characters of this site and are called \"" WEB_FONT_FAMILY
	    "\", since the name of the whole font is kept for it.\n");
	/* The same for all languages. */
	if (s->current == 0)
		stage_write_file(stage, open ? "site/fonts/OFL.txt" :
		    "site/fonts/licence.txt", out.data, out.len);
	buf_release(&out);
}

static void
write_fonts(struct site *s, const struct site_font fonts[2],
    struct stage *stage, const char *names[2], size_t *weight)
{
	struct web_font font;
	const uint32_t *characters;
	size_t count;

	for (int i = 0; i < 2; i++) {
		names[i] = NULL;
		if (fonts[i].path == NULL)
			continue;
		/* Fields are written in the Regular. */
		characters = characters_used(s->arena, s->characters,
		    s->theme->templates, i == 0, &count);
		font = web_font_cut(s->arena, s->dl, fonts[i].path,
		    fonts[i].index, i == 1, characters, count);
		if (font.bytes == NULL)
			continue;
		names[i] = write_asset(s, stage, i == 0 ? "fonts/text" :
		    "fonts/text-bold", ".woff", font.bytes, font.len, weight);
		if (i == 0)
			write_licence(s, stage, &font);
	}
}

static const char *
site_file(const struct site *s, const char *name)
{
	const char *text;

	text = map_find(s->theme->site_files, name);
	if (text == NULL)
		diag_say_class(s->dl, DIAG_CONFIGURATION,
		    (struct span){ s->theme->folder, 0, 0 }, NULL,
		    SAY_THEME_FILE, name);
	return text;
}

/* The mark as a file of its own, in the theme's colours. */
static const char *
icon_file(struct site *s)
{
	struct value *colours;

	colours = value_map(s->arena);
	value_set_text(s->arena, colours, "sage", arena_printf(s->arena,
	    "#%06x", (unsigned)s->theme->colours[THEME_SAGE][PALETTE_LIGHT]));
	value_set_text(s->arena, colours, "accent", arena_printf(s->arena,
	    "#%06x", (unsigned)s->theme->colours[THEME_ACCENT][PALETTE_LIGHT]));
	return templates_picture(s, "icon-file", colours);
}

/* Those who show it beside a link ask for it by its whole address. */
static void
write_picture(struct site *s, struct stage *stage, const char *icon)
{
	const struct drawing *mark;
	size_t len, nothing = 0;
	const char *png;

	if (s->book->clinic.site_url == NULL)
		return;
	mark = s->read_drawing(s->arena, icon, strlen(icon));
	if (mark == NULL)
		return;
	png = share_picture(s->arena, mark,
	    s->theme->colours[THEME_PAPER][PALETTE_LIGHT], &len);
	/* No page loads it, so that it weighs nothing. */
	if (png != NULL)
		s->assets.picture = write_asset(s, stage, "share", ".png", png,
		    len, &nothing);
}

/* The worker's own text goes into sw.js, and what calls it is only there
 * where there is one. */
static bool
is_for_worker(const struct site *s, const char *file)
{
	return str_equal(file, "worker.js") || (str_equal(file, "offline.js") &&
	    !s->book->clinic.offline);
}

/* Each script of the theme is a file; templates name those that they load. */
static void
write_scripts(struct site *s, struct stage *stage)
{
	const struct map *files = s->theme->site_files;
	const char *file, *text, *stem, *name;

	s->assets.scripts = map_new(s->arena);
	s->assets.script_bytes = ARENA_ARRAY(s->arena, size_t,
	    map_count(files) + 1);
	for (size_t i = 0; i < map_count(files); i++) {
		file = map_key(files, i);
		if (!str_ends(file, ".js") || is_for_worker(s, file))
			continue;
		stem = arena_strndup(s->arena, file, strlen(file) - 3);
		text = script_sent(s->arena, map_value(files, i));
		name = write_asset(s, stage, stem, ".js", text, strlen(text),
		    &s->assets.script_bytes[map_count(s->assets.scripts)]);
		map_add(s->assets.scripts, stem, arena_strdup(s->arena,
		    name));
	}
	s->assets.script = map_find(s->assets.scripts, "site");
}

static size_t
write_assets(struct site *s, const struct site_font fonts[2],
    struct stage *stage)
{
	const char *css, *sheet, *icon, *names[2];
	size_t len, weight;

	weight = 0;
	css = site_file(s, "site.css");
	if (css == NULL || site_file(s, "site.js") == NULL)
		return 0;
	if (!style_check(s->arena, s->dl, theme_file_path(s, "site/site.css"),
	    css, s->theme->site_files))
		return 0;
	write_fonts(s, fonts, stage, names, &weight);
	sheet = style_sheet(s->arena, s->theme, css, names, &len);
	s->assets.stylesheet = write_asset(s, stage, "site", ".css", sheet, len,
	    &weight);
	write_scripts(s, stage);
	icon = icon_file(s);
	s->assets.icon = write_asset(s, stage, "mark", ".svg", icon,
	    strlen(icon), &weight);
	write_picture(s, stage, icon);
	return weight;
}

void
site_build(struct arena *a, struct diag_list *dl,
    const struct site_language *languages, size_t language_count,
    size_t current, const struct theme *theme,
    const struct drawing *(*read_drawing)(struct arena *a, const char *svg,
    size_t len), const struct site_font fonts[2],
    const struct site_download *downloads, size_t download_count, int threads,
    struct stage *stage, struct site_report *report)
{
	struct site s;
	size_t weight;

	memset(&s, 0, sizeof(s));
	memset(report, 0, sizeof(*report));
	s.arena = a;
	s.dl = dl;
	s.book = languages[current].book;
	s.languages = languages;
	s.language_count = language_count;
	s.current = current;
	s.folder = site_folder(a, languages, current);
	s.theme = theme;
	s.read_drawing = read_drawing;
	s.downloads = downloads;
	s.download_count = download_count;
	if (!templates_read(&s))
		return;
	set_icons(&s);
	s.words = page_words(&s);
	logo_name(&s);
	s.characters = characters_new(a);
	page_list(&s);
	page_shared(&s);
	page_languages_list(&s);
	reread_start();
	pool_run(threads, s.page_count, look_at_page, &s);
	weight = write_assets(&s, fonts, stage);
	search_write(&s, threads, stage);
	if (diag_count(dl, DIAG_ERROR) == 0) {
		write_pages(&s, threads, stage, weight, report);
		pictures_write(&s, stage);
		logo_write(&s, stage);
		sitemap_write(&s, stage);
		feed_write(&s, stage);
	}
	for (size_t i = 0; i < s.page_count; i++)
		close_page(&s, &s.pages[i]);
}
