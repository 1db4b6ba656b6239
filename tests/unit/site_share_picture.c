/* SPDX-License-Identifier: MIT */
/*
 * The shared picture: a PNG of what it knows, and nothing of what it does not.
 */
#include "site/share_picture.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "t.h"

#define SVG(inside) "<svg xmlns=\"http://www.w3.org/2000/svg\" "	\
	"viewBox=\"8 4 110 116\">" inside "</svg>\n"
#define GREEN(inside) SVG("<g fill=\"#6d917b\">" inside "</g>")

static bool
is_painted(struct arena *a, const char *svg)
{
	size_t len;

	return share_picture(a, svg, 0xFBF9F4, &len) != NULL;
}

/* As much as a file of a theme may have, which would take minutes. */
static const char *
long_path(struct arena *a)
{
	struct buf out;
	const char *text;

	buf_init(&out);
	buf_puts(&out, "<svg viewBox=\"0 0 9 9\"><path d=\"M1 1C");
	while (out.len < 1000000)
		buf_puts(&out, "1 1 2 9 3 1 3 1 2 9 1 1 ");
	buf_puts(&out, "\" /></svg>");
	text = arena_strdup(a, out.data);
	buf_release(&out);
	return text;
}

T_MAIN
{
	static const char mark[] = GREEN("<circle cx=\"45\" cy=\"24\" "
	    "r=\"15.5\" /><path d=\"M34 47C10 54 6 84 22 101L38,117 "
	    "Z\" />");
	static const char head[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"
	    "\0\0\x04\xB0\0\0\x02\x76\x08\x02\0\0\0";
	struct arena *a = arena_new();
	const char *one, *two;
	size_t len, len_two;

	one = share_picture(a, mark, 0xFBF9F4, &len);
	two = share_picture(a, mark, 0xFBF9F4, &len_two);
	t_ok(one != NULL && len > 1000 && len < 100000 &&
	    memcmp(one, head, sizeof(head) - 1) == 0,
	    "a mark becomes a PNG of 1200 by 630");
	t_ok(two != NULL && len == len_two && memcmp(one, two, len) == 0,
	    "the same one each time");
	t_ok(one != NULL && memcmp(one + len - 8, "IEND\xAE\x42\x60\x82", 8)
	    == 0, "with its end and the check of it");
	two = share_picture(a, mark, 0x000000, &len_two);
	t_ok(two != NULL && (len != len_two || memcmp(one, two, len) != 0),
	    "another paper is another picture");
	t_ok(!is_painted(a, SVG("")), "of nothing there is no picture");
	t_ok(!is_painted(a, ""), "of no file neither");
	t_ok(!is_painted(a, "<svg viewBox=\"0 0 0 0\"><g fill=\"#000000\">"
	    "<circle cx=\"1\" cy=\"1\" r=\"1\" /></g></svg>"),
	    "nor of a drawing without size");
	t_ok(!is_painted(a, GREEN("<rect width=\"4\" />")) &&
	    !is_painted(a, GREEN("<path d=\"M1 1A2 2 0 0 1 3 3Z\" />")) &&
	    !is_painted(a, GREEN("<path d=\"M1 1l2 2Z\" />")) &&
	    !is_painted(a, GREEN("<path d=\"M1 1L2Z\" />")) &&
	    !is_painted(a, GREEN("<path d=\"1 1\" />")) &&
	    !is_painted(a, GREEN("<circle cx=\"1\" cy=\"1\" />")) &&
	    !is_painted(a, GREEN("<circle cx=\"1e9\" cy=\"1\" r=\"1\" />")) &&
	    !is_painted(a, SVG("<circle fill=\"red\" cx=\"1\" cy=\"1\" "
	    "r=\"1\" />")),
	    "what it does not know is not painted wrongly");
	t_ok(!is_painted(a, GREEN("<path d=\"M99999999999999999999 1L1 1Z\" "
	    "/>")), "nor are numbers without end");
	t_ok(!is_painted(a, GREEN("<circle cx=\"9\" cy=\"9\" r=\"4\" "
	    "opacity=\"0\" />")) &&
	    !is_painted(a, GREEN("<path transform=\"scale(2)\" d=\"M1 1L9 1L9 "
	    "9Z\" />")) && !is_painted(a, SVG("<g style=\"fill:red\">"
	    "<circle cx=\"9\" cy=\"9\" r=\"4\" /></g>")),
	    "nor are attributes that it does not know");
	one = share_picture(a, SVG("<circle fill=\"#ff0000\" cx=\"30\" "
	    "cy=\"30\" r=\"9\" /><circle cx=\"60\" cy=\"60\" r=\"9\" />"),
	    0xFFFFFF, &len);
	two = share_picture(a, SVG("<circle fill=\"#ff0000\" cx=\"30\" "
	    "cy=\"30\" r=\"9\" /><circle fill=\"#000000\" cx=\"60\" "
	    "cy=\"60\" r=\"9\" />"), 0xFFFFFF, &len_two);
	t_ok(one != NULL && two != NULL && len == len_two &&
	    memcmp(one, two, len) == 0, "a fill is of its own shape alone");
	t_ok(!is_painted(a, "<svg viewBox=\"0 0 0.001 0.001\"><circle "
	    "cx=\"99999\" cy=\"99999\" r=\"99999\" /></svg>") &&
	    !is_painted(a, "<svg viewBox=\"0 0 0.001 0.001\"><path "
	    "d=\"M999999 0L-999999 0L0 1Z\" /></svg>"),
	    "what is too far out is not painted");
	t_ok(!is_painted(a, long_path(a)), "nor is a path without end");
	arena_free(a);
}
