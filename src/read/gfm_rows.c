/* SPDX-License-Identifier: MIT */
/*
 * Comes in: one line.  Goes out: the cells of a table's row, or what the row
 * below its head says (GFM 4.10).
 */
#include "read/gfm.h"

#include "base/arena.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static size_t
skip_space(const char *text, size_t off, size_t end)
{
	while (off < end && is_space(text[off]))
		off++;
	return off;
}

/* The next "|" that no "\" stands before, or "end". */
static size_t
find_pipe(const char *text, size_t off, size_t end)
{
	size_t start = off;

	for (; off < end; off++) {
		if (text[off] == '|' && (off == start || text[off - 1] != '\\'))
			return off;
	}
	return end;
}

static struct gfm_cell
trimmed(const char *text, size_t start, size_t end)
{
	struct gfm_cell cell = { 0, skip_space(text, start, end), end };

	while (cell.end > cell.start && is_space(text[cell.end - 1]))
		cell.end--;
	return cell;
}

size_t
gfm_row(const char *text, size_t start, size_t end, struct gfm_cell *cells,
    size_t most)
{
	size_t off = skip_space(text, start, end), count = 0;

	if (off < end && text[off] == '|')
		off = skip_space(text, off + 1, end);
	while (off < end) {
		size_t pipe = find_pipe(text, off, end);

		if (count < most)
			cells[count] = trimmed(text, off, pipe);
		count++;
		if (pipe == end)
			break;
		off = skip_space(text, pipe + 1, end);
	}
	return count;
}

/* ":---:" with white space round it; NULL-like 0 if it is not that. */
static size_t
pass_marker(const char *text, size_t off, size_t end)
{
	size_t dashes;

	off = skip_space(text, off, end);
	if (off < end && text[off] == ':')
		off++;
	for (dashes = off; off < end && text[off] == '-'; )
		off++;
	if (off == dashes)
		return 0;
	if (off < end && text[off] == ':')
		off++;
	return skip_space(text, off, end);
}

size_t
gfm_delimiter_row(const char *text, size_t start, size_t end)
{
	size_t off = start, columns = 0;

	if (off < end && text[off] == '|')
		off++;
	for (;;) {
		off = pass_marker(text, off, end);
		if (off == 0)
			return 0;
		columns++;
		if (off == end)
			return columns;
		if (text[off] != '|')
			return 0;
		off++;
		if (skip_space(text, off, end) == end)
			return columns;
	}
}

const enum doc_align *
gfm_aligns(struct arena *a, const char *text, size_t start, size_t end,
    size_t columns)
{
	struct gfm_cell *cells = ARENA_ARRAY(a, struct gfm_cell, columns);
	enum doc_align *aligns = ARENA_ARRAY(a, enum doc_align, columns);

	if (gfm_row(text, start, end, cells, columns) != columns)
		BUG("a row of %zu columns has others", columns);
	for (size_t i = 0; i < columns; i++) {
		bool left = text[cells[i].start] == ':';
		bool right = text[cells[i].end - 1] == ':';

		if (left && right)
			aligns[i] = ALIGN_CENTRE;
		else if (left)
			aligns[i] = ALIGN_START;
		else if (right)
			aligns[i] = ALIGN_END;
	}
	return aligns;
}
