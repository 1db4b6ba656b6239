/* SPDX-License-Identifier: MIT */
/*
 * What changed from version to version, as a feed that programs follow.
 */
#ifndef SITE_FEED_H
#define SITE_FEED_H

#include <stdbool.h>

struct book;
struct site;
struct stage;

#define FEED_FILE "feed.xml"

/* Has the guide changes to tell of, and the site an address? */
bool feed_is_there(const struct book *b);
/*
 * Writes feed.xml (Atom, RFC 4287) into the language's folder of the site, if
 * it is there.  An entry's id is a tag URI (RFC 4151) of its date and page and
 * its number among those alike, counted from the oldest, so that new ones leave
 * it as it is.
 */
void feed_write(const struct site *s, struct stage *stage);

#endif
