/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a picture, in colours and in grey; the first byte's last bit
 * says which, and is not part of the file.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/image.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct span at = { "fuzz.md", 1, 1 };
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);
	enum image_kind kind;

	if (size > 0) {
		kind = image_kind_of((const char *)data + 1, size - 1);
		if (kind == IMAGE_PNG || kind == IMAGE_JPEG)
			(void)image_read(a, dl, at, "figures/fuzz", kind,
			    (const char *)data + 1, size - 1, data[0] & 1);
	}
	arena_free(a);
	return 0;
}
