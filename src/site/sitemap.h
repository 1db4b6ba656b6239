/* SPDX-License-Identifier: MIT */
/*
 * What search engines are told, where the address of the site is known.
 */
#ifndef SITE_SITEMAP_H
#define SITE_SITEMAP_H

struct site;
struct stage;

/* Writes sitemap.xml and robots.txt, or nothing if there is no address. */
void sitemap_write(const struct site *s, struct stage *stage);

#endif
