/* SPDX-License-Identifier: MIT */
/*
 * Threads that take the next job until none is left.
 */
#include "base/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"

#define THREADS_MAX	64

struct work {
	atomic_size_t	  next;
	size_t		  count;
	void		(*job)(void *, size_t);
	void		 *context;
};

static void
work_off(struct work *w)
{
	size_t i;

	while ((i = atomic_fetch_add(&w->next, 1)) < w->count)
		w->job(w->context, i);
}

static void *
thread_main(void *arg)
{
	work_off(arg);
	return NULL;
}

void
pool_run(int threads, size_t count, void (*job)(void *, size_t), void *context)
{
	pthread_t ids[THREADS_MAX];
	struct work w;
	size_t started, wanted;

	w.count = count;
	w.job = job;
	w.context = context;
	atomic_init(&w.next, 0);
	wanted = threads <= 1 ? 0 : (size_t)threads - 1;
	if (wanted > THREADS_MAX)
		wanted = THREADS_MAX;
	if (count > 0 && wanted > count - 1)
		wanted = count - 1;
	/* A thread that cannot be had leaves its jobs to the others. */
	for (started = 0; started < wanted; started++) {
		if (pthread_create(&ids[started], NULL, thread_main, &w) != 0)
			break;
	}
	work_off(&w);
	while (started > 0) {
		if (pthread_join(ids[--started], NULL) != 0)
			BUG("pool_run: a thread is lost");
	}
}
