/* SPDX-License-Identifier: MIT */
/*
 * Names and versions of the libraries that this build was made with.
 */
#ifndef COMMAND_LIBRARIES_H
#define COMMAND_LIBRARIES_H

#include <stddef.h>

struct library {
	const char	*name, *version;
};

/* A constant table, sorted by name. */
const struct library *library_versions(size_t *count);

#endif
