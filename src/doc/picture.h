/* SPDX-License-Identifier: MIT */
/*
 * A figure made of pixels: what is left of a PNG or JPEG file once it was
 * proven whole.
 *
 * The bytes are ready to be written: no metadata (so no place where a photo was
 * taken), no transparency.  Made by read/image.c, put on pages by site/ and
 * page/, into files by pdf/.
 */
#ifndef DOC_PICTURE_H
#define DOC_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum picture_form {
	PICTURE_JPEG,		/* baseline or progressive, 8 bit */
	PICTURE_PNG		/* 8 bit, grey or RGB, not interlaced */
};

struct picture_file {
	enum picture_form	 form;
	int			 components;	/* 1: grey, 3: RGB */
	uint32_t		 width, height;	/* as stored */
	const char		*bytes;
	size_t			 len;
};

/*
 * How a stored picture has to be turned to stand upright; numbers of the Exif
 * tag Orientation (Exif 2.32, 4.6.4 A): where the stored first row and first
 * column are when it is looked at.
 */
enum picture_turn {
	TURN_NONE = 1,		/* top, left */
	TURN_MIRRORED,		/* top, right */
	TURN_HALF,		/* bottom, right */
	TURN_FLIPPED,		/* bottom, left */
	TURN_TRANSPOSED,	/* left, top */
	TURN_RIGHT,		/* right, top: a quarter clockwise */
	TURN_TRANSVERSED,	/* right, bottom */
	TURN_LEFT		/* left, bottom */
};

struct picture {
	const char		*name;		/* "figures/walk.jpg" */
	uint32_t		 width, height;	/* upright, of the file */
	struct picture_file	 paper;
	enum picture_turn	 paper_turn;
	struct picture_file	 web;		/* upright */
};

#endif
