/* SPDX-License-Identifier: MIT */
/*
 * Pictures: kinds by their bytes, pixels made fewer and turned, what is left of
 * a JPEG, limits.  What every kind of file looks like when it is read is in
 * tests/prop/read_pictures.py.
 */
#include "read/image.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/str.h"
#include "doc/picture.h"
#include "read/guide.h"
#include "read/image_int.h"
#include "read/pictures.h"
#include "read/read.h"
#include "t.h"

static const struct span here = { "a.md", 3, 1 };

/* A picture whose samples count up. */
static struct image_pixels
counting(uint32_t width, uint32_t height, int components)
{
	struct image_pixels p = { width, height, components, NULL };
	size_t i;

	p.samples = mem_alloc(image_pixels_bytes(&p));
	for (i = 0; i < image_pixels_bytes(&p); i++)
		p.samples[i] = (uint8_t)(i * 7);
	return p;
}

static void
claim_kinds(struct t_state *t_)
{
	t_ok(image_kind_of("\x89PNG\r\n\x1a\n", 8) == IMAGE_PNG, "a PNG");
	t_ok(image_kind_of("\x89PNG\n\x1a\n", 7) == IMAGE_PNG,
	    "a PNG that was sent as text is a PNG, though damaged");
	t_ok(image_kind_of("\xff\xd8\xff\xe0", 4) == IMAGE_JPEG, "a JPEG");
	t_ok(image_kind_of("\xff\xd8", 2) == IMAGE_UNKNOWN,
	    "two bytes say nothing");
	t_ok(image_kind_of("\xef\xbb\xbf \n<svg>", 10) == IMAGE_SVG,
	    "a drawing behind a mark and white space");
	t_ok(image_kind_of("\0\0\0\x18" "ftypheic", 12) == IMAGE_HEIC,
	    "a phone's HEIC");
	t_ok(image_kind_of("MM\0*", 4) == IMAGE_TIFF, "a TIFF");
	t_ok(image_kind_of("", 0) == IMAGE_UNKNOWN, "an empty file");
}

static void
claim_fit(struct t_state *t_, uint32_t width, uint32_t height,
    uint32_t want_width, uint32_t want_height, const char *claim)
{
	uint32_t w, h;

	image_fit(width, height, 1000, 2000, &w, &h);
	t_ok(w == want_width && h == want_height, claim);
}

static void
claim_fits(struct t_state *t_)
{
	claim_fit(t_, 400, 300, 400, 300, "a small picture stays as it is");
	claim_fit(t_, 4000, 3000, 1000, 750, "a wide one gets narrower");
	claim_fit(t_, 500, 4000, 250, 2000, "a high one gets lower");
	claim_fit(t_, 60000, 1, 1000, 1, "a line has a pixel left");
	claim_fit(t_, 1, 60000, 1, 2000, "so has a column");
}

static void
claim_reduced(struct t_state *t_)
{
	static const uint8_t rows[4][4] = { { 0, 100, 40, 60 },
	    { 100, 200, 20, 80 }, { 10, 10, 255, 255 }, { 10, 10, 255, 0 } };
	static const uint8_t halves[] = { 100, 50, 10, 191 };
	struct image_reducer r;
	int i;

	image_reducer_open(&r, 4, 4, 1, 2, 2);
	for (i = 0; i < 4; i++)
		image_reducer_row(&r, rows[i]);
	t_ok(memcmp(r.to.samples, halves, 4) == 0,
	    "a new pixel is the mean of those that it covers");
	image_reducer_close(&r);
	image_pixels_free(&r.to);
	image_reducer_open(&r, 3, 1, 1, 2, 1);
	image_reducer_row(&r, rows[0]);
	t_ok(r.to.samples[0] == 33 && r.to.samples[1] == 60,
	    "a pixel that lies in two new ones counts in both by its part");
	image_reducer_close(&r);
	image_pixels_free(&r.to);
}

/* Orientation as a chart: what stands where of 1 2 / 3 4 / 5 6. */
static void
claim_turns(struct t_state *t_)
{
	static const uint8_t want[][7] = {
		[TURN_NONE] = "\1\2\3\4\5\6", [TURN_MIRRORED] = "\2\1\4\3\6\5",
		[TURN_HALF] = "\6\5\4\3\2\1", [TURN_FLIPPED] = "\5\6\3\4\1\2",
		[TURN_TRANSPOSED] = "\1\3\5\2\4\6",
		[TURN_RIGHT] = "\5\3\1\6\4\2",
		[TURN_TRANSVERSED] = "\6\4\2\5\3\1",
		[TURN_LEFT] = "\2\4\6\1\3\5"
	};
	struct image_pixels p;
	int turn;
	bool ok;

	for (turn = TURN_NONE; turn <= TURN_LEFT; turn++) {
		p = counting(2, 3, 1);
		memcpy(p.samples, want[TURN_NONE], 6);
		image_turn(&p, (enum picture_turn)turn);
		ok = memcmp(p.samples, want[turn], 6) == 0 &&
		    p.width == (turn >= TURN_TRANSPOSED ? 3 : 2);
		t_ok(ok, "a picture is turned upright");
		image_pixels_free(&p);
	}
}

static void
claim_colours(struct t_state *t_)
{
	struct image_pixels p = counting(1, 2, 3);

	memcpy(p.samples, "\x50\x50\x50\xff\0\0", 6);
	image_drop_colour(&p);
	t_int(p.components, 3, "one red pixel keeps all colours");
	image_to_grey(&p);
	t_ok(p.components == 1 && p.samples[0] == 0x50 && p.samples[1] == 76,
	    "red is a dark grey");
	image_pixels_free(&p);
	p = counting(1, 1, 3);
	memset(p.samples, 9, 3);
	image_drop_colour(&p);
	t_int(p.components, 1, "greys stored as colours are greys");
	image_pixels_free(&p);
}

#define EXIF_BIG "Exif\0\0MM\0*\0\0\0\x08\0\x01" \
	"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
#define EXIF_LITTLE "Exif\0\0II*\0\x08\0\0\0\x01\0" \
	"\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"

static enum picture_turn
exif_of(const char *bytes, size_t len)
{
	return image_exif_turn((const uint8_t *)bytes, len);
}

static void
claim_exif(struct t_state *t_)
{
	char odd[] = EXIF_BIG;
	size_t i;

	t_int(exif_of(EXIF_BIG, sizeof(EXIF_BIG) - 1), TURN_RIGHT,
	    "orientation in big-endian numbers");
	t_int(exif_of(EXIF_LITTLE, sizeof(EXIF_LITTLE) - 1), TURN_LEFT,
	    "orientation in little-endian numbers");
	for (i = 0; i < sizeof(odd) - 4; i++)
		if (exif_of(odd, i) != TURN_NONE)
			break;
	t_int(i, sizeof(odd) - 4, "what is cut short says nothing");
	odd[sizeof(odd) - 4] = 9;
	t_int(exif_of(odd, sizeof(odd) - 1), TURN_NONE,
	    "there is no ninth orientation");
	memcpy(odd + 10, "\xff\xff\xff\xff", 4);
	t_int(exif_of(odd, sizeof(odd) - 1), TURN_NONE,
	    "tags behind the end are not looked for");
}

static bool
holds(const struct buf *b, const char *words)
{
	size_t len = strlen(words), i;

	for (i = 0; i + len <= b->len; i++)
		if (memcmp(b->data + i, words, len) == 0)
			return true;
	return false;
}

/* A JPEG with a comment in front, another behind, and bytes between. */
static void
claim_stripped(struct t_state *t_)
{
	struct image_pixels p = counting(40, 30, 3);
	struct buf plain, told, left;

	buf_init(&plain);
	buf_init(&told);
	buf_init(&left);
	image_jpeg_write(&p, 80, &plain);
	buf_put(&told, plain.data, 2);
	buf_put(&told, "\xff\xfe\0\x08" "SECRET", 10);
	buf_put(&told, "\xff\xe1\0\x0c" "Exif\0\0HERE", 14);
	buf_put(&told, "junk\xff", 5);
	buf_put(&told, plain.data + 2, plain.len - 2);
	buf_puts(&told, "SECRET");
	t_ok(image_jpeg_strip(told.data, told.len, &left) &&
	    left.len == plain.len &&
	    memcmp(left.data, plain.data, plain.len) == 0,
	    "a JPEG loses all but its picture, of which no bit changes");
	t_ok(!holds(&left, "SECRET") && !holds(&left, "HERE"),
	    "what a phone tells is gone");
	buf_clear(&left);
	t_ok(!image_jpeg_strip(told.data, told.len - 30, &left),
	    "a JPEG without end is refused");
	buf_release(&plain);
	buf_release(&told);
	buf_release(&left);
	image_pixels_free(&p);
}

static const struct picture *
read_again(struct arena *a, struct diag_list *dl, const struct image_pixels *p,
    enum image_kind kind, bool grey)
{
	const struct picture *picture;
	struct buf file;

	buf_init(&file);
	if (kind == IMAGE_PNG)
		image_png_write(p, &file);
	else
		image_jpeg_write(p, 80, &file);
	picture = image_read(a, dl, here, "figures/a", kind, file.data,
	    file.len, grey);
	buf_release(&file);
	return picture;
}

static void
claim_grey(struct t_state *t_, struct arena *a, struct diag_list *dl)
{
	struct image_pixels p = counting(40, 30, 3);
	const struct picture *made;

	made = read_again(a, dl, &p, IMAGE_PNG, true);
	t_ok(made != NULL && made->paper.components == 1 &&
	    made->web.components == 3 && made->paper.width == 40,
	    "a grey edition prints a PNG in grey; its website shows colours");
	made = read_again(a, dl, &p, IMAGE_JPEG, true);
	t_ok(made != NULL && made->paper.components == 1 &&
	    made->web.components == 3 && made->paper.form == PICTURE_JPEG,
	    "so with a JPEG");
	made = read_again(a, dl, &p, IMAGE_JPEG, false);
	t_ok(made != NULL && made->paper.components == 3,
	    "other editions print it in colours");
	image_pixels_free(&p);
	p = counting(3000, 20, 3);
	made = read_again(a, dl, &p, IMAGE_PNG, false);
	t_ok(made != NULL && made->width == 3000 && made->paper.width == 2400
	    && made->paper.height == 16 && made->web.width == 1280,
	    "a large PNG is made smaller for paper, and more so for the web");
	image_pixels_free(&p);
}

static void
claim_total(struct t_state *t_, struct arena *a, struct diag_list *dl)
{
	struct picture large = { .name = "figures/large.png", .width = 10000,
	    .height = 10000 };
	struct guide_reader r;
	int i, fine;

	large.paper.components = 3;
	guide_reader_init(&r, a, dl);
	for (i = fine = 0; i < 5; i++)
		fine += pictures_count(&r, here, &large);
	t_int(fine, 3, "three pictures of 300 MB are within the limit");
	t_ok(diag_total(dl) == 1 && str_equal(diag_nth(dl, 0)->id,
	    "pictures-too-many"), "the fourth is told");
}

T_MAIN
{
	struct arena *a = arena_new();
	struct diag_list *dl = diag_list_new(a);

	claim_kinds(t_);
	claim_fits(t_);
	claim_reduced(t_);
	claim_turns(t_);
	claim_colours(t_);
	claim_exif(t_);
	claim_stripped(t_);
	claim_grey(t_, a, dl);
	t_int(diag_total(dl), 0, "none of these files has a fault");
	claim_total(t_, a, dl);
	arena_free(a);
}
