/* SPDX-License-Identifier: MIT */
/*
 * QR codes by libqrencode: dark squares of a row that touch become one run.
 */
#include "page/qr.h"

#include <qrencode.h>
#include <string.h>

#include "base/arena.h"

/* Level M holds at most this many bytes (ISO/IEC 18004, table 7). */
#define QR_BYTES 2331

static void
add_row(struct qr_code *code, const unsigned char *modules, int y)
{
	struct qr_row *row;
	int x, start;

	for (x = 0; x < code->side; x++) {
		if ((modules[x] & 1) == 0)
			continue;
		start = x;
		while (x < code->side && (modules[x] & 1) != 0)
			x++;
		row = &code->rows[code->row_count++];
		row->x = start;
		row->y = y;
		row->width = x - start;
	}
}

bool
qr_encode(struct arena *a, const char *text, struct qr_code *code)
{
	QRcode *made;
	size_t side;
	int y;

	if (strlen(text) == 0 || strlen(text) > QR_BYTES)
		return false;
	made = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (made == NULL)
		return false;
	side = (size_t)made->width;
	memset(code, 0, sizeof(*code));
	code->side = made->width;
	/* A row has at most as many runs as every other module dark. */
	code->rows = ARENA_ARRAY(a, struct qr_row, side * ((side + 1) / 2));
	for (y = 0; y < code->side; y++)
		add_row(code, made->data + (size_t)y * side, y);
	QRcode_free(made);
	return true;
}
