/* SPDX-License-Identifier: MIT */
/*
 * Growable bytes with one owner.
 *
 * Writing never fails for the caller: past its cap a buffer keeps what it has
 * and remembers that it overflowed (buf_overflowed), which is asked once at the
 * end.  The bytes are always followed by a NUL that is not counted.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char	*data;		/* never NULL after buf_init */
	size_t	 len;
	size_t	 size;		/* allocated; 0: data is the shared "" */
	size_t	 cap;		/* most bytes it may hold; 0: 2 GiB */
	bool	 overflowed;
};

void buf_init(struct buf *b);
void buf_init_capped(struct buf *b, size_t cap_bytes);
/* Frees the bytes; "b" is as after buf_init. */
void buf_release(struct buf *b);
/* Forgets the bytes, keeps the memory. */
void buf_clear(struct buf *b);

void buf_put(struct buf *b, const void *bytes, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *fmt, va_list ap)
    __attribute__((format(printf, 2, 0)));
/* The code point as UTF-8. */
void buf_put_utf8(struct buf *b, uint32_t codepoint);
bool buf_overflowed(const struct buf *b);

#endif
