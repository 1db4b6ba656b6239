/* SPDX-License-Identifier: MIT */
/*
 * What a page of the site may load and do: in every page as an element, and in
 * the files for servers as a header.
 */
#ifndef SITE_POLICY_H
#define SITE_POLICY_H

/* Nothing from another host, nothing inline, nothing sent (CSP Level 3). */
#define SITE_POLICY							\
	"default-src 'none'; img-src 'self'; style-src 'self'; "	\
	"font-src 'self'; script-src 'self'; connect-src 'self'; "	\
	"base-uri 'none'; form-action 'none'"

#endif
