/* SPDX-License-Identifier: MIT */
/*
 * Messages: gathered in an arena, sorted and written when all are known.
 *
 * Whatever an editor wrote is made harmless for a terminal before it is shown.
 */
#include "base/diag.h"

#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#define TAB_COLUMNS	8
/* Columns of the source line that are shown, beside the four of the margin. */
#define SHOWN_COLUMNS	72
/* Bytes on either side of the caret that are looked at. */
#define NEAR_BYTES	512
#define CUT_MARK	"..."
#define CUT_COLUMNS	3

/* A file's name and, once known, its text. */
struct source {
	const char	*file;
	const char	*text;
	size_t		 len;
	VEC(size_t)	 lines;		/* where each begins; made on demand */
};

struct diag_list {
	struct arena		*arena;
	VEC(struct diag)	 items;
	struct map		*sources;	/* file -> struct source */
	struct map		*known;		/* id and place -> dl */
	struct map		*found;		/* see find_anywhere */
	size_t			 counts[DIAG_ERROR + 1];
	enum diag_class		 class;
	int			 exit_code;
	bool			 sorted;
};

struct diag_list *
diag_list_new(struct arena *a)
{
	struct diag_list *dl;

	dl = ARENA_NEW(a, struct diag_list);
	dl->arena = a;
	dl->sources = map_new(a);
	dl->known = map_new(a);
	dl->found = map_new(a);
	dl->class = DIAG_CONTENT;
	dl->sorted = true;
	return dl;
}

struct diag_list *
diag_list_beside(struct arena *a, const struct diag_list *of)
{
	struct diag_list *dl;
	const struct source *s;

	dl = diag_list_new(a);
	dl->class = of->class;
	for (size_t i = 0; i < map_count(of->sources); i++) {
		s = map_value(of->sources, i);
		if (s->text != NULL)
			diag_source(dl, s->file, s->text, s->len);
	}
	return dl;
}

/* The one record of "file", made if need be; NULL for no file. */
static struct source *
source_of(struct diag_list *dl, const char *file)
{
	struct source *s;

	if (file == NULL)
		return NULL;
	s = map_find(dl->sources, file);
	if (s == NULL) {
		s = ARENA_NEW(dl->arena, struct source);
		s->file = arena_strdup(dl->arena, file);
		if (!map_add(dl->sources, file, s))
			BUG("source \"%s\" is there and is not", file);
	}
	return s;
}

void
diag_source(struct diag_list *dl, const char *file, const char *text,
    size_t len)
{
	struct source *s;

	s = source_of(dl, file);
	if (s == NULL)
		BUG("a source without a file");
	s->text = text;
	s->len = len;
	s->lines.len = 0;
}

/* Is there a line end at byte "i"?  CR LF counts once, at its LF. */
static bool
ends_line(const struct source *s, size_t i)
{
	return s->text[i] == '\n' || (s->text[i] == '\r' &&
	    (i + 1 == s->len || s->text[i + 1] != '\n'));
}

/* Lines end in LF, CR LF or CR, as in CommonMark. */
static void
find_lines(struct diag_list *dl, struct source *s)
{
	size_t i;

	if (s->lines.len > 0)
		return;
	*vec_push(dl->arena, &s->lines) = 0;
	for (i = 0; i < s->len; i++) {
		if (ends_line(s, i))
			*vec_push(dl->arena, &s->lines) = i + 1;
	}
}

/* The byte of "at" in "s"; false if there is none. */
static bool
find_byte(struct diag_list *dl, struct source *s, struct span at, size_t *byte)
{
	if (s->text == NULL || at.line == 0)
		return false;
	find_lines(dl, s);
	if (at.line > s->lines.len)
		return false;
	*byte = s->lines.items[at.line - 1] + (at.col > 0 ? at.col - 1 : 0);
	return *byte <= s->len;
}

/* The first place of "words" in "s" from "from" on, not further than "lines"
 * lines down; false if they are not there. */
static bool
find_in(struct diag_list *dl, struct source *s, struct span from,
    unsigned lines, const char *words, struct span *found)
{
	struct span at = { s->file, from.line, from.col };
	size_t i, len = strlen(words);

	if (!find_byte(dl, s, from, &i))
		return false;
	for (; i + len <= s->len && at.line - from.line < lines; i++) {
		if (memcmp(s->text + i, words, len) == 0) {
			*found = at;
			return true;
		}
		at.col++;
		if (ends_line(s, i)) {
			at.line++;
			at.col = 1;
		}
	}
	return false;
}

/* The first place of "words" in any source, that of "first" before all others;
 * "first" itself if there is none.  Looked for once. */
static struct span
find_anywhere(struct diag_list *dl, struct span first, const char *words)
{
	const struct span start = { NULL, 1, 1 };
	struct source *own, *s;
	const char *key;
	struct span *at;

	key = arena_printf(dl->arena, "%s\n%s", first.file == NULL ? "" :
	    first.file, words);
	at = map_find(dl->found, key);
	if (at != NULL)
		return at->line > 0 ? *at : first;
	at = ARENA_NEW(dl->arena, struct span);
	map_add(dl->found, key, at);
	own = first.file == NULL ? NULL : map_find(dl->sources, first.file);
	if (own != NULL && find_in(dl, own, start, UINT_MAX, words, at))
		return *at;
	for (size_t i = 0; i < map_count(dl->sources); i++) {
		s = map_value(dl->sources, i);
		if (s != own && find_in(dl, s, start, UINT_MAX, words, at))
			return *at;
	}
	return first;
}

static bool
find_near(struct diag_list *dl, struct span from, const char *words,
    struct span *found)
{
	struct source *s;

	s = from.file == NULL || from.line == 0 || words[0] == '\0' ? NULL :
	    map_find(dl->sources, from.file);
	return s != NULL && find_in(dl, s, from, DIAG_FIND_LINES, words,
	    found);
}

struct span
diag_find(struct diag_list *dl, struct span from, const char *words)
{
	struct span found;

	return find_near(dl, from, words, &found) ? found : from;
}

struct span
diag_find_anywhere(struct diag_list *dl, struct span from, const char *words)
{
	struct span found;

	if (find_near(dl, from, words, &found) || words[0] == '\0')
		return words[0] == '\0' ? from : found;
	return find_anywhere(dl, from, words);
}

bool
diag_stands(struct diag_list *dl, struct span at, const char *words)
{
	struct source *s;
	size_t byte, len = strlen(words);

	s = at.file == NULL ? NULL : map_find(dl->sources, at.file);
	return s != NULL && find_byte(dl, s, at, &byte) &&
	    len <= s->len - byte && memcmp(s->text + byte, words, len) == 0;
}

static int
class_exit_code(enum diag_class class)
{
	switch (class) {
	case DIAG_CONTENT:
		return 1;
	case DIAG_CONFIGURATION:
		return 2;
	case DIAG_SYSTEM:
		return 3;
	}
	BUG("diagnostic class %d", (int)class);
}

/* Is there a message with this id at this place?  About whole files, or none,
 * several things may be said: there the words count too. */
static bool
said_before(struct diag_list *dl, const char *id, struct span at,
    const char *text)
{
	const char *file, *key;

	file = at.file == NULL ? "" : at.file;
	key = arena_printf(dl->arena, "%s\n%u\n%u\n%s\n%s", id, at.line,
	    at.col, file, at.line > 0 ? "" : text);
	return !map_add(dl->known, key, dl);
}

/* "text" is in the arena of the list. */
static void
add(struct diag_list *dl, enum diag_level level, enum diag_class class,
    const char *id, struct span at, const char *hint, const char *text)
{
	struct diag *d;
	int code;

	if (hint == NULL && level != DIAG_NOTE)
		BUG("message \"%s\" has no hint", id);
	if (said_before(dl, id, at, text))
		return;
	d = vec_push(dl->arena, &dl->items);
	d->level = level;
	d->class = class;
	d->id = id;
	d->at = at;
	if (at.file != NULL)
		d->at.file = source_of(dl, at.file)->file;
	d->text = text;
	d->hint = hint == NULL ? NULL : arena_strdup(dl->arena, hint);
	d->order = dl->items.len;
	dl->counts[level]++;
	dl->sorted = false;
	code = level == DIAG_ERROR ? class_exit_code(class) : 0;
	if (code > dl->exit_code)
		dl->exit_code = code;
}

/* The formatted text in the arena of the list. */
static __attribute__((format(printf, 2, 0))) char *
formatted(struct diag_list *dl, const char *fmt, va_list ap)
{
	struct buf b;
	char *text;

	buf_init(&b);
	buf_vprintf(&b, fmt, ap);
	text = arena_strndup(dl->arena, b.data, b.len);
	buf_release(&b);
	return text;
}

void
diag_add(struct diag_list *dl, enum diag_level level, const char *id,
    struct span at, const char *hint, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = formatted(dl, fmt, ap);
	va_end(ap);
	add(dl, level, dl->class, id, at, hint, text);
}

void
diag_error_class(struct diag_list *dl, enum diag_class class, const char *id,
    struct span at, const char *hint, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = formatted(dl, fmt, ap);
	va_end(ap);
	add(dl, DIAG_ERROR, class, id, at, hint, text);
}

void
diag_say_list(struct diag_list *dl, enum diag_class class, struct span at,
    const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, va_list ap)
{
	add(dl, level, class, id, at, hint != NULL ? hint : own_hint,
	    formatted(dl, fmt, ap));
}

void
diag_say(struct diag_list *dl, struct span at, const char *hint,
    enum diag_level level, const char *id, const char *own_hint,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_say_list(dl, dl->class, at, hint, level, id, own_hint, fmt, ap);
	va_end(ap);
}

void
diag_say_class(struct diag_list *dl, enum diag_class class, struct span at,
    const char *hint, enum diag_level level, const char *id,
    const char *own_hint, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	diag_say_list(dl, class, at, hint, level, id, own_hint, fmt, ap);
	va_end(ap);
}

enum diag_class
diag_set_class(struct diag_list *dl, enum diag_class class)
{
	enum diag_class former = dl->class;

	dl->class = class;
	return former;
}

static int
compare_discovery(const void *a, const void *b)
{
	const struct diag *const *x = a;
	const struct diag *const *y = b;

	return (*x)->order < (*y)->order ? -1 : (*x)->order > (*y)->order;
}

void
diag_join(struct diag_list *dl, const struct diag_list *from)
{
	const struct diag **found;
	const struct source *s;
	size_t i;

	for (i = 0; i < map_count(from->sources); i++) {
		s = map_value(from->sources, i);
		if (s->text != NULL && source_of(dl, s->file)->text == NULL)
			diag_source(dl, s->file, s->text, s->len);
	}
	if (from->items.len == 0)
		return;
	/* The other list may have been sorted for printing already. */
	found = mem_calloc(from->items.len, sizeof(struct diag *));
	for (i = 0; i < from->items.len; i++)
		found[i] = &from->items.items[i];
	qsort(found, from->items.len, sizeof(struct diag *),
	    compare_discovery);
	for (i = 0; i < from->items.len; i++)
		add(dl, found[i]->level, found[i]->class, found[i]->id,
		    found[i]->at, found[i]->hint,
		    arena_strdup(dl->arena, found[i]->text));
	free(found);
}

size_t
diag_count(const struct diag_list *dl, enum diag_level level)
{
	return dl->counts[level];
}

size_t
diag_total(const struct diag_list *dl)
{
	return dl->items.len;
}

int
diag_exit_code(const struct diag_list *dl)
{
	return dl->exit_code;
}

static int
compare_places(const void *a, const void *b)
{
	const struct diag *x = a;
	const struct diag *y = b;
	int difference;

	difference = strcmp(x->at.file == NULL ? "" : x->at.file,
	    y->at.file == NULL ? "" : y->at.file);
	if (difference != 0)
		return difference;
	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	if (x->at.col != y->at.col)
		return x->at.col < y->at.col ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
sort(struct diag_list *dl)
{
	if (!dl->sorted && dl->items.len > 1)
		qsort(dl->items.items, dl->items.len, sizeof(struct diag),
		    compare_places);
	dl->sorted = true;
}

const struct diag *
diag_nth(struct diag_list *dl, size_t i)
{
	if (i >= dl->items.len)
		BUG("message %zu of %zu", i, dl->items.len);
	sort(dl);
	return &dl->items.items[i];
}

/* May it reach a terminal?  Controls could start escape sequences, and
 * direction overrides could make a line look like another. */
static bool
is_harmless(uint32_t c)
{
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return false;
	return !(c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F ||
	    c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
	    (c >= 0x2066 && c <= 0x2069));
}

/* Decodes one character for showing; sets *c to U+FFFD if it must not be
 * shown.  Returns its bytes, at least 1; len > 0. */
static size_t
shown_character(const char *s, size_t len, uint32_t *c)
{
	size_t step;

	step = utf8_decode(s, len, c);
	if (step == 0)
		step = 1;
	if (*c != '\t' && !is_harmless(*c))
		*c = 0xFFFD;
	return step;
}

/* A message's words on one line. */
static void
put_words(struct buf *out, const char *s)
{
	uint32_t c;
	size_t len;

	for (len = strlen(s); len > 0;) {
		size_t step = shown_character(s, len, &c);

		if (*s == '\n' || *s == '\t')
			buf_putc(out, ' ');
		else
			buf_put_utf8(out, c);
		s += step;
		len -= step;
	}
}

/* One character of the source line as it is shown. */
struct cell {
	uint32_t	 c;
	unsigned	 column;	/* where it begins, from 0 */
	unsigned	 columns;
};

/* The part of a line near the caret. */
struct excerpt {
	struct cell	 cells[2 * NEAR_BYTES + 8];
	size_t		 count;
	size_t		 caret;		/* the cell; count: after the end */
	bool		 cut_before, cut_after;
};

/* Fills "x" from the line text[0..len), the caret being at byte "at". */
static void
take_excerpt(struct excerpt *x, const char *text, size_t len, size_t at)
{
	unsigned column;
	struct cell *cell;
	size_t i, end;

	memset(x, 0, sizeof(*x));
	i = at > NEAR_BYTES ? at - NEAR_BYTES : 0;
	while (i > 0 && i < at && ((unsigned char)text[i] & 0xC0) == 0x80)
		i++;
	end = len - at > NEAR_BYTES ? at + NEAR_BYTES : len;
	x->cut_before = i > 0;
	x->cut_after = end < len;
	x->caret = SIZE_MAX;
	for (column = 0; i < end; column += cell->columns) {
		size_t step;

		cell = &x->cells[x->count];
		step = shown_character(text + i, len - i, &cell->c);
		if (x->caret == SIZE_MAX && i + step > at)
			x->caret = x->count;
		cell->column = column;
		cell->columns = cell->c == '\t' ?
		    TAB_COLUMNS - column % TAB_COLUMNS :
		    (unsigned)utf8_columns(cell->c);
		x->count++;
		i += step;
	}
	if (x->caret == SIZE_MAX)
		x->caret = x->count;
	/* A mark has no column of its own: point at what it stands on. */
	while (x->caret > 0 && x->caret < x->count &&
	    x->cells[x->caret].columns == 0)
		x->caret--;
}

static unsigned
column_after(const struct excerpt *x)
{
	const struct cell *last;

	if (x->count == 0)
		return 0;
	last = &x->cells[x->count - 1];
	return last->column + last->columns;
}

/* Keeps the cells first..end-1 that fit in SHOWN_COLUMNS round the caret. */
static void
choose_cells(const struct excerpt *x, unsigned caret, size_t *first,
    size_t *end)
{
	unsigned from, width;

	from = caret > SHOWN_COLUMNS * 2 / 3 ? caret - SHOWN_COLUMNS / 2 : 0;
	*first = 0;
	*end = x->count;
	if (column_after(x) <= SHOWN_COLUMNS)
		return;
	while (*first < x->caret && x->cells[*first].column < from)
		(*first)++;
	/* Marks stay with their letter. */
	while (*first < x->caret && x->cells[*first].columns == 0)
		(*first)++;
	if (*first < x->count)
		from = x->cells[*first].column;
	for (*end = *first; *end < x->count; (*end)++) {
		width = x->cells[*end].column + x->cells[*end].columns - from;
		if (width > SHOWN_COLUMNS)
			break;
	}
}

static void
put_excerpt(struct buf *out, const struct excerpt *x, bool colour)
{
	unsigned caret, column, i;
	const struct cell *cell;
	size_t end, first, n;

	caret = x->caret < x->count ? x->cells[x->caret].column :
	    column_after(x);
	choose_cells(x, caret, &first, &end);
	column = 0;
	buf_puts(out, "    | ");
	if (first > 0 || x->cut_before) {
		buf_puts(out, CUT_MARK);
		column = CUT_COLUMNS;
	}
	column += caret - (first < x->count ? x->cells[first].column : 0);
	for (n = first; n < end; n++) {
		cell = &x->cells[n];
		if (cell->c != '\t') {
			buf_put_utf8(out, cell->c);
			continue;
		}
		for (i = 0; i < cell->columns; i++)
			buf_putc(out, ' ');
	}
	if (end < x->count || x->cut_after)
		buf_puts(out, CUT_MARK);
	buf_puts(out, "\n    | ");
	for (i = 0; i < column; i++)
		buf_putc(out, ' ');
	buf_puts(out, colour ? "\033[1;32m^\033[0m\n" : "^\n");
}

static void
put_source_line(struct diag_list *dl, struct buf *out, const struct diag *d,
    bool colour)
{
	struct excerpt x;
	struct source *s;
	size_t at, end, start;

	if (d->at.file == NULL || d->at.line == 0)
		return;
	s = map_find(dl->sources, d->at.file);
	if (s == NULL || s->text == NULL)
		return;
	find_lines(dl, s);
	if (d->at.line > s->lines.len)
		return;
	start = s->lines.items[d->at.line - 1];
	end = d->at.line < s->lines.len ? s->lines.items[d->at.line] : s->len;
	while (end > start &&
	    (s->text[end - 1] == '\n' || s->text[end - 1] == '\r'))
		end--;
	at = d->at.col == 0 ? 0 : d->at.col - 1;
	if (at > end - start)
		at = end - start;
	take_excerpt(&x, s->text + start, end - start, at);
	put_excerpt(out, &x, colour);
}

static const char *
level_word(enum diag_level level)
{
	switch (level) {
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	case DIAG_ERROR:
		return "error";
	}
	BUG("diagnostic level %d", (int)level);
}

static const char *
level_colour(enum diag_level level)
{
	switch (level) {
	case DIAG_NOTE:
		return "\033[1;36m";
	case DIAG_WARNING:
		return "\033[1;35m";
	case DIAG_ERROR:
		return "\033[1;31m";
	}
	BUG("diagnostic level %d", (int)level);
}

static void
put_message(struct diag_list *dl, struct buf *out, const struct diag *d,
    bool colour)
{
	if (colour)
		buf_puts(out, "\033[1m");
	put_words(out, d->at.file == NULL ? "bifolio" : d->at.file);
	if (d->at.file != NULL && d->at.line > 0) {
		buf_printf(out, ":%u", d->at.line);
		if (d->at.col > 0)
			buf_printf(out, ":%u", d->at.col);
	}
	buf_printf(out, ":%s %s%s:%s ", colour ? "\033[0m" : "",
	    colour ? level_colour(d->level) : "", level_word(d->level),
	    colour ? "\033[0m" : "");
	put_words(out, d->text);
	buf_putc(out, '\n');
	put_source_line(dl, out, d, colour);
	if (d->hint != NULL) {
		buf_puts(out, colour ? "\033[1mhint:\033[0m " : "hint: ");
		put_words(out, d->hint);
		buf_putc(out, '\n');
	}
}

void
diag_write(struct diag_list *dl, struct buf *out, bool colour)
{
	size_t i;

	sort(dl);
	for (i = 0; i < dl->items.len; i++)
		put_message(dl, out, &dl->items.items[i], colour);
}

void
diag_bug(const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	(void)fprintf(stderr, "bifolio: this is a bug in bifolio: %s:%d: ",
	    file, line);
	va_start(ap, fmt);
	(void)vfprintf(stderr, fmt, ap);
	va_end(ap);
	(void)fputc('\n', stderr);
	abort();
}
