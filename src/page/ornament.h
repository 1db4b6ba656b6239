/* SPDX-License-Identifier: MIT */
/*
 * Path data of the default theme's ornaments, for box_ornament.
 */
#ifndef PAGE_ORNAMENT_H
#define PAGE_ORNAMENT_H

/* The mark, 120 x 120 units; two of its four shapes are discs. */
enum { MARK_UNITS = 120 };
#define MARK_ADULT							\
	"M34 47 C10 54 6 84 22 101 C38 117 78 119 97 103 "		\
	"C110 92 115 75 112 60 C111 53 103 53 101 60 "			\
	"C97 77 84 88 68 88 C53 88 45 79 45 68 C45 62 47 58 50 54 "	\
	"C54 48 43 44 34 47 Z"
#define MARK_BABY							\
	"M57 63 C63 54 80 51 91 44 C94 58 91 74 76 79 "			\
	"C65 82 54 75 57 63 Z"

/* The crescent round a chapter's number, units from its centre: 56 to all
 * sides.  Its arcs (radius 56 and 47) as curves. */
#define CRESCENT							\
	"M10.70 -55.00 C-13.48 -59.70 -37.90 -48.06 -49.47 -26.31 "	\
	"C-61.04 -4.56 -57.04 22.20 -39.62 39.62 "			\
	"C-22.20 57.04 4.56 61.04 26.31 49.47 "				\
	"C48.06 37.90 59.70 13.48 55.00 -10.70 L52.40 -10.20 "		\
	"C54.32 9.53 43.64 28.34 25.71 36.80 "				\
	"C7.78 45.27 -13.53 41.56 -27.55 27.55 "			\
	"C-41.56 13.53 -45.27 -7.78 -36.80 -25.71 "			\
	"C-28.34 -43.64 -9.53 -54.32 10.20 -52.40 Z"

#endif
