/* SPDX-License-Identifier: MIT */
/*
 * The smallest test harness: TAP on standard output, exit code 1 if any claim
 * failed.  A test file defines T_MAIN with its claims in it:
 *
 *	T_MAIN
 *	{
 *		t_ok(sum(1, 1) == 2, "one and one make two");
 *		t_str(name(), "bifolio", "the name is in lower case");
 *	}
 */
#ifndef TESTS_T_H
#define TESTS_T_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct t_state {
	unsigned	run, failed;
};

static inline void
t_claim(struct t_state *t, bool ok, const char *file, int line,
    const char *claim)
{
	t->run++;
	if (ok) {
		printf("ok %u - %s\n", t->run, claim);
		return;
	}
	t->failed++;
	printf("not ok %u - %s\n# %s:%d\n", t->run, claim, file, line);
}

static inline void
t_claim_str(struct t_state *t, const char *got, const char *want,
    const char *file, int line, const char *claim)
{
	bool ok;

	ok = got == want ||
	    (got != NULL && want != NULL && strcmp(got, want) == 0);
	t_claim(t, ok, file, line, claim);
	if (!ok)
		printf("#  got: %s\n# want: %s\n", got ? got : "(null)",
		    want ? want : "(null)");
}

static inline void
t_claim_int(struct t_state *t, int64_t got, int64_t want, const char *file,
    int line, const char *claim)
{
	t_claim(t, got == want, file, line, claim);
	if (got != want)
		printf("#  got: %lld\n# want: %lld\n", (long long)got,
		    (long long)want);
}

#define t_ok(cond, claim)						\
	t_claim(t_, (cond), __FILE__, __LINE__, (claim))
#define t_str(got, want, claim)						\
	t_claim_str(t_, (got), (want), __FILE__, __LINE__, (claim))
#define t_int(got, want, claim)						\
	t_claim_int(t_, (int64_t)(got), (int64_t)(want), __FILE__,	\
	    __LINE__, (claim))

/* Other functions of a test file take "struct t_state *t_" to make claims. */
#define T_MAIN								\
static void t_body(struct t_state *);					\
int									\
main(void)								\
{									\
	struct t_state t = { 0, 0 };					\
									\
	t_body(&t);							\
	printf("1..%u\n", t.run);					\
	return t.failed != 0 || t.run == 0;				\
}									\
static void								\
t_body(struct t_state *t_)

#endif
