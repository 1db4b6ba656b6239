/* SPDX-License-Identifier: MIT */
/*
 * Charsets of CFF tables, by hand and from fonts that Debian has; tables that
 * are damaged in every byte.
 */
#include "pdf/cff.h"

#include "base/arena.h"
#include "font_kit.h"
#include "t.h"

#define CJK "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"

/* A CID-keyed table: header, a name, a Top DICT of 15 bytes that begins with
 * ROS, no strings needed; charset at 30, CharStrings behind it. */
static const unsigned char keyed[] = {
	1, 0, 4, 1,			/* header */
	0, 1, 1, 1, 2, 'F',		/* name INDEX: "F" */
	0, 1, 1, 1, 14,			/* Top DICT INDEX: 13 bytes */
	139, 139, 139, 12, 30,		/* ROS */
	28, 0, 30, 15,			/* charset at 30 */
	28, 0, 36, 17,			/* CharStrings at 36 */
	0, 0,				/* string INDEX: none */
	/* 30: format 1, CIDs 7, 8, 9 and 500 */
	1, 0, 7, 2, 1, 0xF4,
	/* 36: four glyphs ... */
	0, 4, 1, 1, 2, 3, 4, 5, 14, 14, 14, 14,
};

static void
test_by_hand(struct t_state *t_)
{
	unsigned char table[sizeof(keyed) + 8];
	uint16_t cids[8];
	bool harmless;

	memcpy(table, keyed, sizeof(keyed));
	t_ok(cff_cids((const char *)table, sizeof(keyed), cids, 4) &&
	    cids[0] == 0 && cids[1] == 7 && cids[2] == 8 && cids[3] == 9,
	    "a range of a charset is counted on");
	t_ok(!cff_cids((const char *)table, sizeof(keyed), cids, 5),
	    "a table with fewer glyphs is refused");
	table[19] = 31;			/* no ROS */
	t_ok(cff_cids((const char *)table, sizeof(keyed), cids, 4) &&
	    cids[1] == 1 && cids[3] == 3,
	    "without ROS glyphs have their own numbers");
	table[19] = 30;
	table[30] = 0;			/* format 0: CIDs 7, 0x0201, 0xF400 */
	t_ok(cff_cids((const char *)table, sizeof(keyed), cids, 3) &&
	    cids[1] == 7 && cids[2] == 0x0201, "format 0 is a list");
	table[30] = 3;
	t_ok(!cff_cids((const char *)table, sizeof(keyed), cids, 4),
	    "there is no format 3");
	table[30] = 1;
	harmless = true;
	for (size_t i = 0; i < sizeof(keyed); i++) {
		harmless = harmless && !cff_cids((const char *)table, i, cids,
		    4);
		for (int c = 0; c < 256; c++) {
			table[i] = (unsigned char)c;
			(void)!cff_cids((const char *)table, sizeof(keyed),
			    cids, 8);
		}
		table[i] = keyed[i];
	}
	t_ok(harmless, "a table that is cut short is refused");
}

/* In Debian's font each glyph's CID is its number, since it has all of them. */
static void
test_font(struct t_state *t_)
{
	const char *cff, *found;
	struct arena *a;
	size_t len, count;
	uint16_t *cids;
	char *bytes;
	bool same;

	a = arena_new();
	bytes = kit_read(a, CJK, &len);
	found = NULL;
	cff = bytes + kit_get32(bytes + 12);
	for (size_t i = 0; i < kit_get32(cff + 4) >> 16; i++) {
		if (memcmp(cff + 12 + 16 * i, "CFF ", 4) == 0)
			found = cff + 12 + 16 * i;
	}
	t_ok(found != NULL, "the font has a CFF table");
	if (found == NULL)
		return;
	count = 65535;
	cids = ARENA_ARRAY(a, uint16_t, count);
	same = cff_cids(bytes + kit_get32(found + 8), kit_get32(found + 12),
	    cids, count);
	for (size_t i = 0; i < count; i++)
		same = same && cids[i] == i;
	t_ok(same, "a font of 65,535 glyphs is read");
	arena_free(a);
}

T_MAIN
{
	test_by_hand(t_);
	test_font(t_);
}
