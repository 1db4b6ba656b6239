/* SPDX-License-Identifier: MIT */
/*
 * Total fit: from boxes, glue and penalties to the best breaks.
 *
 * The names and the order of the questions are those of tex.web, parts 38 and
 * 39, so that the two can be read side by side; section numbers are given.
 * Where TeX keeps differences between active nodes in a list of deltas, widths
 * here are sums from the start of the paragraph: each node knows the sums at
 * the start of its line.  Integers only, so both give the same numbers.
 */
#include "type/fit.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"

#define INF_BAD		FIT_BADNESS_MOST
#define INF_PENALTY	10000
#define EJECT_PENALTY	(-10000)
#define OVERFULL_BADNESS 1000000
/* TeX stops at 2^30 - 1; long texts must be able to cost more. */
#define AWFUL_BAD	(INT64_MAX / 4)
#define NONE		SIZE_MAX

enum fitness {
	VERY_LOOSE_FIT,
	LOOSE_FIT,
	DECENT_FIT,
	TIGHT_FIT,
	FITNESS_COUNT
};

/* Sums over items: width, stretch by order of infinity, shrink. */
struct sums {
	dim	width;
	dim	stretch[4];
	dim	shrink;
};

/* A break that may be on the best path (tex.web 821). */
struct passive {
	size_t	at;		/* item */
	size_t	previous;	/* passive, or NONE */
	int	badness;	/* of the line that ends here */
};

/* A break from which lines are still being tried (819). */
struct active {
	struct sums	 start;		/* at the start of the line after it */
	int64_t		 total_demerits;
	size_t		 line;		/* number of that line, from 1 */
	size_t		 passive;	/* NONE: start of the paragraph */
	struct active	*next;
	enum fitness	 fitness;
	bool		 hyphenated;
};

struct best {
	int64_t	demerits;
	size_t	passive;
	size_t	line;
	int	badness;
};

struct breaker {
	struct arena		*scratch;
	const struct fit_item	*items;
	size_t			 count;
	const struct fit_parameters *p;
	dim			 first_width, second_width;
	size_t			 last_special_line;

	struct sums		 background, sums;
	struct active		 head;		/* list; head.next is first */
	struct active		*spare;
	VEC(struct passive)	 passives;
	int			 threshold;
	bool			 final_pass;
	bool			 hyphens;	/* are automatic ones tried? */

	struct best		 best[FITNESS_COUNT];
	int64_t			 minimum_demerits;
};

/* The break that is being tried. */
struct trial {
	size_t	at;		/* item; count: end of the paragraph */
	int	penalty;
	bool	hyphenated;
	dim	prebreak;
	bool	start_known;
	struct sums	start;	/* after the break; computed once */
};

static const struct fit_item forbid = {
	.kind = FIT_PENALTY, .penalty = INF_PENALTY
};

static void
parameters_plain(struct fit_parameters *p)
{
	memset(p, 0, sizeof(*p));
	p->pretolerance = 100;
	p->tolerance = 200;
	p->line_penalty = 10;
	p->adj_demerits = 10000;
	p->double_hyphen_demerits = 10000;
	p->final_hyphen_demerits = 5000;
	p->hyphen_penalty = 50;
	p->ex_hyphen_penalty = 50;
	p->left_skip.kind = FIT_GLUE;
	p->right_skip.kind = FIT_GLUE;
	p->par_fill_skip.kind = FIT_GLUE;
}

void
fit_parameters_ragged(struct fit_parameters *p, dim em, dim measure)
{
	parameters_plain(p);
	/*
	 * A short line costs the cube of its gap over 2 em.  Any line may be
	 * short in the second pass: an overfull line is never the lesser evil
	 * where nothing is hyphenated.
	 */
	p->pretolerance = 200;
	p->tolerance = INF_BAD;
	p->right_skip.stretch = 2 * em;
	/*
	 * The last line may have any length, yet one short word costs more
	 * than a few lines that are 2 em short.  Measured on a guide of 180
	 * paragraphs at 117 mm: with \parfillskip=0pt plus 1fil 19 end in one
	 * word, with this 4, and the gaps of the other lines grow by a
	 * fourteenth.
	 */
	p->par_fill_skip.stretch = measure > 0 ? measure * 3 / 10 : 0;
}

void
fit_parameters_justified(struct fit_parameters *p, dim em)
{
	parameters_plain(p);
	/* Plain TeX's 200 is for lines of sixty characters and more; those of
	 * a booklet are shorter. */
	p->tolerance = 800;
	p->emergency_stretch = 2 * em;
	p->par_fill_skip.stretch = DIM_PT;
	p->par_fill_skip.stretch_order = 1;
}

void
fit_parameters_loosen(struct fit_parameters *p)
{
	p->tolerance = INF_BAD;
}

/* How badly glue that can change by "available" is stretched or shrunk by
 * "wanted" >= 0: about 100 times the cube of the ratio (108). */
static int
badness(dim wanted, dim available)
{
	dim r;

	if (wanted == 0)
		return 0;
	if (available <= 0)
		return INF_BAD;
	if (wanted <= 7230584)
		r = wanted * 297 / available;
	else if (available >= 1663497)
		r = wanted / (available / 297);
	else
		r = wanted;
	if (r > 1290)
		return INF_BAD;
	return (int)((r * r * r + 131072) / 262144);
}

static void
sums_add_glue(struct sums *s, const struct fit_item *glue)
{
	s->width += glue->width;
	s->stretch[glue->stretch_order & 3] += glue->stretch;
	s->shrink += glue->shrink;
}

/* The items as TeX sees them: the last glue gives way to a penalty that
 * forbids, and the glue that fills the last line follows (816). */
static const struct fit_item *
item_at(const struct breaker *b, size_t i)
{
	if (i == b->count - 1)
		return &b->p->par_fill_skip;
	if (i == b->count - 2)
		return &forbid;
	return &b->items[i];
}

/* The sums at the start of a line after a break at "t" (837, 840). */
static void
line_start(const struct breaker *b, struct trial *t)
{
	const struct fit_item *item;
	size_t i;

	t->start_known = true;
	t->start = b->sums;
	i = t->at;
	if (i >= b->count)
		return;
	item = item_at(b, i);
	if (item->kind == FIT_DISCRETIONARY) {
		t->start.width += item->nobreak - item->postbreak;
		if (item->postbreak != 0)
			return;
		i++;
	}
	for (; i < b->count; i++) {
		item = item_at(b, i);
		if (item->kind == FIT_GLUE)
			sums_add_glue(&t->start, item);
		else if (item->kind != FIT_PENALTY)
			return;
	}
}

/* Links "added" after "where". */
static struct active *
active_insert(struct breaker *b, struct active *where,
    const struct active *added)
{
	struct active *node;

	node = b->spare;
	if (node != NULL)
		b->spare = node->next;
	else
		node = ARENA_NEW(b->scratch, struct active);
	*node = *added;
	node->next = where->next;
	where->next = node;
	return node;
}

static void
active_remove(struct breaker *b, struct active *previous)
{
	struct active *node;

	node = previous->next;
	previous->next = node->next;
	node->next = b->spare;
	b->spare = node;
}

/* Makes the best ways to break at "t" active, after "previous"; returns the
 * last one made (836, 845). */
static struct active *
activate_best(struct breaker *b, struct trial *t, struct active *previous)
{
	struct passive *passive;
	struct active node;
	int64_t worst;
	int class;

	if (!t->start_known)
		line_start(b, t);
	worst = b->minimum_demerits;
	worst += b->p->adj_demerits < 0 ? -(int64_t)b->p->adj_demerits :
	    b->p->adj_demerits;
	for (class = VERY_LOOSE_FIT; class < FITNESS_COUNT; class++) {
		struct best *best = &b->best[class];

		if (best->demerits <= worst) {
			passive = vec_push(b->scratch, &b->passives);
			passive->at = t->at;
			passive->previous = best->passive;
			passive->badness = best->badness;
			memset(&node, 0, sizeof(node));
			node.start = t->start;
			node.total_demerits = best->demerits;
			node.line = best->line + 1;
			node.passive = b->passives.len - 1;
			node.fitness = (enum fitness)class;
			node.hyphenated = t->hyphenated;
			previous = active_insert(b, previous, &node);
		}
		best->demerits = AWFUL_BAD;
	}
	b->minimum_demerits = AWFUL_BAD;
	return previous;
}

/* Badness and fitness of a line from "r" to "t"; INF_BAD + 1 is overfull
 * (851, 852, 853). */
static int
line_badness(const struct breaker *b, const struct active *r,
    const struct trial *t, dim line_width, enum fitness *fitness)
{
	const struct sums *back = &b->background;
	dim shortfall, stretch, shrink;
	int bad, order;

	shortfall = line_width - (b->sums.width - r->start.width +
	    back->width + t->prebreak);
	*fitness = DECENT_FIT;
	if (shortfall > 0) {
		for (order = 1; order < 4; order++) {
			if (b->sums.stretch[order] - r->start.stretch[order] +
			    back->stretch[order] != 0)
				return 0;
		}
		stretch = b->sums.stretch[0] - r->start.stretch[0] +
		    back->stretch[0];
		if (shortfall > 7230584 && stretch < 1663497)
			bad = INF_BAD;
		else
			bad = badness(shortfall, stretch);
		if (bad > 99)
			*fitness = VERY_LOOSE_FIT;
		else if (bad > 12)
			*fitness = LOOSE_FIT;
		return bad;
	}
	shrink = b->sums.shrink - r->start.shrink + back->shrink;
	bad = -shortfall > shrink ? INF_BAD + 1 : badness(-shortfall, shrink);
	if (bad > 12)
		*fitness = TIGHT_FIT;
	return bad;
}

/* What a line of badness "bad" from "r" to "t" costs (859). */
static int64_t
line_demerits(const struct breaker *b, const struct active *r,
    const struct trial *t, int bad, enum fitness fitness)
{
	int64_t d, penalty;
	int apart;

	d = (int64_t)b->p->line_penalty + bad;
	if (d >= 10000 || d <= -10000)
		d = 100000000;
	else
		d *= d;
	penalty = t->penalty;
	if (penalty > 0)
		d += penalty * penalty;
	else if (penalty > EJECT_PENALTY)
		d -= penalty * penalty;
	if (t->hyphenated && r->hyphenated) {
		d += t->at < b->count ? b->p->double_hyphen_demerits :
		    b->p->final_hyphen_demerits;
	}
	apart = (int)fitness - (int)r->fitness;
	if (apart > 1 || apart < -1)
		d += b->p->adj_demerits;
	return d;
}

/* Considers the line from previous->next to "t"; returns what is "previous"
 * for the next node (851, 854, 855). */
static struct active *
consider(struct breaker *b, const struct trial *t, struct active *previous,
    dim line_width)
{
	struct active *r = previous->next;
	enum fitness fitness;
	bool artificial, stays;
	struct best *best;
	int64_t d;
	int bad;

	artificial = false;
	stays = true;
	bad = line_badness(b, r, t, line_width, &fitness);
	if (bad > INF_BAD || t->penalty == EJECT_PENALTY) {
		/* The last hope of the last pass is taken, however bad. */
		if (b->final_pass && b->minimum_demerits == AWFUL_BAD &&
		    r->next == NULL && previous == &b->head) {
			artificial = true;
		} else if (bad > b->threshold) {
			active_remove(b, previous);
			return previous;
		}
		stays = false;
	} else if (bad > b->threshold) {
		return r;
	}

	d = artificial ? 0 : line_demerits(b, r, t, bad, fitness);
	d += r->total_demerits;
	best = &b->best[fitness];
	if (d <= best->demerits) {
		best->demerits = d;
		best->passive = r->passive;
		best->line = r->line;
		best->badness = bad > INF_BAD ? OVERFULL_BADNESS : bad;
		if (d < b->minimum_demerits)
			b->minimum_demerits = d;
	}
	if (stays)
		return r;
	active_remove(b, previous);
	return previous;
}

/* Tries to break at item "at" (829). */
static void
try_break(struct breaker *b, size_t at, int penalty, bool hyphenated,
    dim prebreak)
{
	struct trial t = { .at = at, .penalty = penalty,
	    .hyphenated = hyphenated, .prebreak = prebreak };
	struct active *previous;
	size_t line, old_line;
	dim line_width;

	if (penalty >= INF_PENALTY)
		return;
	if (penalty < EJECT_PENALTY)
		t.penalty = EJECT_PENALTY;
	old_line = 0;
	line_width = b->second_width;
	previous = &b->head;
	for (;;) {
		/* The end of the list counts as a line after all others. */
		line = previous->next != NULL ? previous->next->line : NONE;
		if (line > old_line) {
			if (b->minimum_demerits < AWFUL_BAD &&
			    (old_line != b->last_special_line ||
			    previous->next == NULL))
				previous = activate_best(b, &t, previous);
			if (previous->next == NULL)
				return;
			if (line > b->last_special_line) {
				line_width = b->second_width;
				old_line = NONE - 1;
			} else {
				line_width = b->first_width;
				old_line = line;
			}
		}
		previous = consider(b, &t, previous, line_width);
	}
}

static bool
breaks_before_glue(enum fit_kind kind)
{
	return kind == FIT_BOX || kind == FIT_DISCRETIONARY;
}

/* Calls try_break at every legal place up to the end (866, 868, 869). */
static void
try_all(struct breaker *b)
{
	const struct fit_item *item, *previous;
	size_t i;
	bool hyphen;

	previous = NULL;
	for (i = 0; i < b->count && b->head.next != NULL; i++) {
		item = item_at(b, i);
		switch (item->kind) {
		case FIT_BOX:
			b->sums.width += item->width;
			break;
		case FIT_GLUE:
			if (previous != NULL &&
			    breaks_before_glue(previous->kind))
				try_break(b, i, 0, false, 0);
			sums_add_glue(&b->sums, item);
			break;
		case FIT_PENALTY:
			try_break(b, i, item->penalty, item->flagged, 0);
			break;
		case FIT_DISCRETIONARY:
			hyphen = item->width != 0;
			if (b->hyphens || !item->automatic)
				try_break(b, i, hyphen ? b->p->hyphen_penalty :
				    b->p->ex_hyphen_penalty, true,
				    item->width);
			b->sums.width += item->nobreak;
			break;
		}
		previous = item;
	}
	if (b->head.next != NULL)
		try_break(b, b->count, EJECT_PENALTY, true, 0);
}

/* One pass; the best active node at the end of the paragraph, or NULL if the
 * threshold allows no way to set it (863, 864, 873, 874). */
static const struct active *
pass(struct breaker *b, int threshold, bool final_pass)
{
	const struct active *r, *best;
	struct active start;
	int class;

	b->threshold = threshold > INF_BAD ? INF_BAD : threshold;
	b->final_pass = final_pass;
	b->minimum_demerits = AWFUL_BAD;
	for (class = VERY_LOOSE_FIT; class < FITNESS_COUNT; class++)
		b->best[class].demerits = AWFUL_BAD;
	b->passives.len = 0;
	memset(&b->sums, 0, sizeof(b->sums));
	memset(&start, 0, sizeof(start));
	start.line = 1;
	start.passive = NONE;
	start.fitness = DECENT_FIT;
	while (b->head.next != NULL)
		active_remove(b, &b->head);
	active_insert(b, &b->head, &start);

	try_all(b);

	best = NULL;
	for (r = b->head.next; r != NULL; r = r->next) {
		if (best == NULL || r->total_demerits < best->total_demerits)
			best = r;
	}
	return best;
}

/* The passes of TeX: as it stands, with hyphens, with emergency stretch. */
static const struct active *
all_passes(struct breaker *b)
{
	const struct active *best;
	bool emergency;

	emergency = b->p->emergency_stretch > 0;
	if (b->p->pretolerance >= 0) {
		best = pass(b, b->p->pretolerance, false);
		if (best != NULL)
			return best;
	}
	b->hyphens = true;
	best = pass(b, b->p->tolerance, !emergency);
	if (best != NULL || !emergency)
		return best;
	b->background.stretch[0] += b->p->emergency_stretch;
	return pass(b, b->p->tolerance, true);
}

static void
breaks_gather(struct arena *a, const struct breaker *b,
    const struct active *last, size_t item_count, struct fit_breaks *breaks)
{
	const struct passive *passive;
	size_t i;

	breaks->count = last->line - 1;
	breaks->demerits = last->total_demerits;
	breaks->at = ARENA_ARRAY(a, size_t, breaks->count);
	breaks->badness = ARENA_ARRAY(a, int, breaks->count);
	i = last->passive;
	for (size_t line = breaks->count; line > 0; line--) {
		if (i == NONE)
			BUG("line %zu of a paragraph has no break", line);
		passive = &b->passives.items[i];
		breaks->at[line - 1] = passive->at < item_count ? passive->at :
		    item_count;
		breaks->badness[line - 1] = passive->badness;
		i = passive->previous;
	}
}

void
fit_break(struct arena *a, const struct fit_item *items, size_t count,
    const struct fit_parameters *parameters,
    const struct fit_measure *measure, struct fit_breaks *breaks)
{
	const struct active *last;
	struct breaker b;

	memset(&b, 0, sizeof(b));
	memset(breaks, 0, sizeof(*breaks));
	b.scratch = arena_new();
	b.items = items;
	b.count = count + 2;
	if (count > 0 && items[count - 1].kind == FIT_GLUE)
		b.count--;
	b.p = parameters;
	b.first_width = measure->width - measure->first_indent;
	b.second_width = measure->width - measure->indent;
	b.last_special_line = b.first_width == b.second_width ? 0 : 1;
	sums_add_glue(&b.background, &parameters->left_skip);
	sums_add_glue(&b.background, &parameters->right_skip);

	last = all_passes(&b);
	if (last == NULL)
		BUG("the last pass over %zu items found no breaks", count);
	breaks_gather(a, &b, last, count, breaks);
	arena_free(b.scratch);
}
