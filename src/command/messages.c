/* SPDX-License-Identifier: MIT */
/*
 * Prints a list of diagnostics; knows nothing of where they come from.
 */
#include "command/messages.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/str.h"

void
messages_print(struct diag_list *dl, FILE *to)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	size_t errors, warnings;
	struct buf out;
	bool colour;

	errors = diag_count(dl, DIAG_ERROR);
	warnings = diag_count(dl, DIAG_WARNING);
	if (diag_total(dl) == 0)
		return;
	colour = isatty(fileno(to)) && (no_color == NULL ||
	    *no_color == '\0') && term != NULL && !str_equal(term, "dumb");
	buf_init(&out);
	diag_write(dl, &out, colour);
	if (errors + warnings > 0)
		buf_printf(&out, "%zu %s, %zu %s\n", errors,
		    str_by_count(errors, "error", "errors"), warnings,
		    str_by_count(warnings, "warning", "warnings"));
	fwrite(out.data, 1, out.len, to);
	fflush(to);
	buf_release(&out);
}
