/* SPDX-License-Identifier: MIT */
/*
 * Escaping for polyglot pages.
 */
#include "site/escape.h"

#include "base/buf.h"
#include "t.h"

static void
claim(struct t_state *t_, const char *text, const char *want,
    const char *what)
{
	struct buf out;

	buf_init(&out);
	escape_html(&out, text);
	t_str(out.data, want, what);
	buf_release(&out);
}

T_MAIN
{
	struct buf out;

	claim(t_, "plain", "plain", "plain words stay");
	claim(t_, "<a href=\"x\">&amp;'", "&lt;a href=&quot;x&quot;&gt;"
	    "&amp;amp;'", "markup becomes references");
	claim(t_, "a\x01" "b\x1f", "a\xEF\xBF\xBD" "b\xEF\xBF\xBD",
	    "control characters that XML forbids are replaced");
	claim(t_, "a\tb\nc\rd", "a\tb\nc\rd", "white space stays");
	claim(t_, "a\xEF\xBF\xBF" "b\xEF\xBF\xBE", "a\xEF\xBF\xBD"
	    "b\xEF\xBF\xBD", "noncharacters are replaced");
	claim(t_, "\xEF\xBF\xBD \xD7\xA9 \xF0\x9F\x8C\xB1",
	    "\xEF\xBF\xBD \xD7\xA9 \xF0\x9F\x8C\xB1",
	    "other characters stay as they are");
	claim(t_, "", "", "nothing stays nothing");
	buf_init(&out);
	escape_attribute(&out, "alt", "5\" & <6");
	t_str(out.data, " alt=\"5&quot; &amp; &lt;6\"",
	    "an attribute is quoted and escaped");
	buf_release(&out);
}
