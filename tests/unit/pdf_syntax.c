/* SPDX-License-Identifier: MIT */
/*
 * Numbers and strings as PDF spells them.
 */
#include "pdf/syntax.h"

#include "base/buf.h"
#include "t.h"

static struct buf b;

static const char *
milli(int64_t n)
{
	buf_clear(&b);
	syntax_milli(&b, n);
	return b.data;
}

static const char *
text(const char *s)
{
	buf_clear(&b);
	syntax_text(&b, s);
	return b.data;
}

T_MAIN
{
	const dim box[4] = { 0, -DIM_PT / 2, DIM_PT, DIM_MM(210) };

	buf_init(&b);
	t_str(milli(0), "0", "nothing is 0");
	t_str(milli(-1), "-0.001", "a small negative number keeps its sign");
	t_str(milli(1500), "1.5", "no more decimals than needed");
	t_str(milli(-12050), "-12.05", "a zero in between stays");
	t_str(milli(7000), "7", "whole numbers have no point");
	buf_clear(&b);
	syntax_int(&b, INT64_MIN);
	t_str(b.data, "-9223372036854775808", "the least number there is");
	buf_clear(&b);
	syntax_box(&b, box);
	t_str(b.data, "[0 -0.5 1 595.276]", "a box in points");

	t_str(text("Plain"), "(Plain)", "ASCII stays readable");
	t_str(text("a(b)\\c"), "(a\\(b\\)\\\\c)", "brackets are escaped");
	t_str(text("\xc3\xa9"), "<FEFF00E9>", "other text is UTF-16");
	t_str(text("\xf0\x9d\x94\x98"), "<FEFFD835DD18>",
	    "beyond the first plane come two halves");
	t_str(text("a\xff"), "<FEFF0061FFFD>",
	    "what is no UTF-8 becomes U+FFFD");
	buf_clear(&b);
	syntax_bytes(&b, "a\n\x80\0", 4);
	t_str(b.data, "(a\\012\\200\\000)", "bytes are escaped in octal");
	buf_clear(&b);
	syntax_hex4(&b, 0x1a2b);
	t_str(b.data, "1A2B", "codes have four digits");
	buf_release(&b);
}
