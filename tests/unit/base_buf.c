/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/buf.h.
 */
#include "base/buf.h"

#include "t.h"

T_MAIN
{
	struct buf b;
	int i;

	buf_init(&b);
	t_str(b.data, "", "a new buffer is an empty string");
	buf_clear(&b);
	buf_put(&b, NULL, 0);
	t_int(b.size, 0, "putting nothing allocates nothing");
	for (i = 0; i < 1000; i++)
		buf_printf(&b, "%d,", i % 10);
	t_int(b.len, 2000, "a buffer grows");
	t_ok(b.data[b.len] == '\0', "a NUL follows the bytes");
	buf_clear(&b);
	t_str(b.data, "", "a cleared buffer is empty");
	buf_put(&b, "a\0b", 3);
	t_ok(b.len == 3 && memcmp(b.data, "a\0b", 4) == 0,
	    "bytes may be NUL");
	buf_clear(&b);
	buf_put_utf8(&b, 0x20AC);
	buf_put_utf8(&b, 0x1F476);
	buf_put_utf8(&b, 0xD800);
	t_str(b.data, "\xE2\x82\xAC\xF0\x9F\x91\xB6\xEF\xBF\xBD",
	    "code points become UTF-8, a surrogate U+FFFD");
	buf_release(&b);
	t_str(b.data, "", "a released buffer may be used again");

	buf_init_capped(&b, 5);
	buf_puts(&b, "12345");
	t_ok(!buf_overflowed(&b), "a buffer takes as much as its cap");
	buf_putc(&b, '6');
	t_ok(buf_overflowed(&b), "one byte more overflows");
	t_str(b.data, "12345", "what was there stays after an overflow");
	buf_puts(&b, "");
	buf_printf(&b, "%d", 7);
	t_str(b.data, "12345", "nothing more is taken after an overflow");
	buf_clear(&b);
	buf_puts(&b, "ab");
	t_ok(!buf_overflowed(&b) && b.len == 2, "clearing forgets it");
	buf_release(&b);
}
