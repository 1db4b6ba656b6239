/* SPDX-License-Identifier: MIT */
/*
 * Claims about base/pool.h.
 */
#include "base/pool.h"

#include "t.h"

#define COUNT	1000

static void
job(void *context, size_t i)
{
	int *slots = context;

	slots[i] += (int)i + 1;
}

T_MAIN
{
	static const int threads[] = { 0, 1, 2, 7, 1000 };
	int slots[COUNT];
	size_t i, k;
	bool right;

	right = true;
	for (k = 0; k < sizeof(threads) / sizeof(threads[0]); k++) {
		memset(slots, 0, sizeof(slots));
		pool_run(threads[k], COUNT, job, slots);
		for (i = 0; i < COUNT; i++)
			right &= slots[i] == (int)i + 1;
	}
	t_ok(right, "every job runs once, on any number of threads");
	pool_run(4, 0, job, NULL);
	t_ok(true, "no jobs, nothing to do");
}
