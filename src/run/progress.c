/* SPDX-License-Identifier: MIT */
/*
 * The shared page: text goes in on one side and comes out on the other.  The
 * reader trusts nothing: the writer may have died in the middle of a word.
 */
#define _GNU_SOURCE
#include "run/progress.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/arena.h"

struct page {
	char	where[1024];
	char	said[15 * 1024];
};

struct run_progress {
	struct page	*page;
};

static struct run_progress *
map_page(int descriptor)
{
	struct run_progress *p;
	struct page *page;

	page = mmap(NULL, sizeof(*page), PROT_READ | PROT_WRITE, MAP_SHARED,
	    descriptor, 0);
	if (page == MAP_FAILED)
		return NULL;
	p = mem_alloc(sizeof(*p));
	p->page = page;
	return p;
}

struct run_progress *
run_progress_new(int *descriptor)
{
	struct run_progress *p;

	*descriptor = memfd_create("bifolio-progress", 0);
	if (*descriptor < 0)
		return NULL;
	if (ftruncate(*descriptor, (off_t)sizeof(struct page)) != 0 ||
	    (p = map_page(*descriptor)) == NULL) {
		close(*descriptor);
		return NULL;
	}
	return p;
}

struct run_progress *
run_progress_open(int descriptor)
{
	return map_page(descriptor);
}

void
run_progress_close(struct run_progress *p)
{
	if (p == NULL)
		return;
	munmap(p->page, sizeof(*p->page));
	free(p);
}

static void
put_text(char *to, size_t size, const char *from)
{
	size_t len;

	len = strlen(from);
	if (len >= size)
		len = size - 1;
	memcpy(to, from, len);
	to[len] = '\0';
}

static void
take_text(const char *from, size_t from_size, char *out, size_t size)
{
	size_t len;

	for (len = 0; len < from_size && from[len] != '\0'; len++)
		continue;
	if (len >= size)
		len = size - 1;
	memcpy(out, from, len);
	out[len] = '\0';
}

void
run_progress_at(struct run_progress *p, const char *what)
{
	if (p != NULL)
		put_text(p->page->where, sizeof(p->page->where), what);
}

void
run_progress_say(struct run_progress *p, const char *line)
{
	size_t used;

	if (p == NULL)
		return;
	for (used = 0; used < sizeof(p->page->said) &&
	    p->page->said[used] != '\0'; used++)
		continue;
	if (used + strlen(line) + 2 >= sizeof(p->page->said))
		return;
	put_text(p->page->said + used, sizeof(p->page->said) - used, line);
	put_text(p->page->said + used + strlen(line),
	    sizeof(p->page->said) - used - strlen(line), "\n");
}

void
run_progress_where(const struct run_progress *p, char *out, size_t size)
{
	take_text(p->page->where, sizeof(p->page->where), out, size);
}

void
run_progress_said(const struct run_progress *p, char *out, size_t size)
{
	take_text(p->page->said, sizeof(p->page->said), out, size);
}
