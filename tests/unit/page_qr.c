/* SPDX-License-Identifier: MIT */
/*
 * Claims about QR codes: their finder patterns and their limits.
 */
#include "page/qr.h"

#include <string.h>

#include "base/arena.h"
#include "t.h"

static int
dark_modules(const struct qr_code *code, int y)
{
	size_t i;
	int dark = 0;

	for (i = 0; i < code->row_count; i++)
		if (code->rows[i].y == y)
			dark += code->rows[i].width;
	return dark;
}

T_MAIN
{
	struct arena *a = arena_new();
	struct qr_code code;
	char *text;

	t_ok(qr_encode(a, "https://example.org/", &code),
	    "an address becomes a code");
	t_int(code.side, 25, "20 bytes at level M are version 2");
	t_ok(code.rows[0].x == 0 && code.rows[0].y == 0 &&
	    code.rows[0].width == 7, "a finder pattern is in the corner");
	t_ok(dark_modules(&code, 0) >= 14, "another is in the next corner");
	t_ok(!qr_encode(a, "", &code), "nothing has no code");
	text = arena_alloc(a, 4000);
	memset(text, 'x', 3999);
	t_ok(!qr_encode(a, text, &code), "a very long text has no code");
	arena_free(a);
}
