/* SPDX-License-Identifier: MIT */
/*
 * Growable bytes: doubling, a cap, and a NUL that is always there.
 */
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"

#define CAP_BYTES	((size_t)2 * 1024 * 1024 * 1024)

/* The NUL that empty buffers share; never written to. */
static char *
shared_empty(void)
{
	static const char empty[1] = "";
	union {
		const char	*shared;
		char		*data;
	} u;

	u.shared = empty;
	return u.data;
}

void
buf_init(struct buf *b)
{
	buf_init_capped(b, 0);
}

void
buf_init_capped(struct buf *b, size_t cap_bytes)
{
	memset(b, 0, sizeof(*b));
	b->data = shared_empty();
	b->cap = cap_bytes;
}

void
buf_release(struct buf *b)
{
	if (b->size > 0)
		free(b->data);
	buf_init_capped(b, b->cap);
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
	b->overflowed = false;
	if (b->size > 0)
		b->data[0] = '\0';
}

/* Room for "more" bytes and the NUL; false if the cap forbids it. */
static bool
reserve(struct buf *b, size_t more)
{
	size_t cap, size;

	cap = b->cap == 0 ? CAP_BYTES : b->cap;
	if (b->overflowed || more > cap - b->len) {
		b->overflowed = true;
		return false;
	}
	if (b->size > b->len + more)
		return true;
	size = b->size == 0 ? 64 : b->size;
	while (size <= b->len + more)
		size *= 2;
	b->data = mem_realloc(b->size == 0 ? NULL : b->data, size);
	b->size = size;
	return true;
}

void
buf_put(struct buf *b, const void *bytes, size_t len)
{
	if (len == 0 || !reserve(b, len))
		return;
	memcpy(b->data + b->len, bytes, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
	buf_put(b, &c, 1);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int len;

	va_copy(again, ap);
	len = vsnprintf(NULL, 0, fmt, ap);
	if (len < 0) {
		b->overflowed = true;
	} else if (len > 0 && reserve(b, (size_t)len)) {
		(void)vsnprintf(b->data + b->len, (size_t)len + 1, fmt, again);
		b->len += (size_t)len;
	}
	va_end(again);
}

void
buf_put_utf8(struct buf *b, uint32_t codepoint)
{
	char bytes[4];

	buf_put(b, bytes, utf8_encode(codepoint, bytes));
}

bool
buf_overflowed(const struct buf *b)
{
	return b->overflowed;
}
