/* SPDX-License-Identifier: MIT */
/*
 * An address as the dark squares of a QR code.  Owner of <qrencode.h>.
 */
#ifndef PAGE_QR_H
#define PAGE_QR_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct qr_row {
	int	x, y, width;	/* a run of dark modules */
};

struct qr_code {
	int		 side;		/* modules, without quiet zone */
	struct qr_row	*rows;
	size_t		 row_count;
};

/* ISO/IEC 18004, level M.  False if the text is too long for a code. */
bool qr_encode(struct arena *a, const char *text, struct qr_code *code);

#endif
