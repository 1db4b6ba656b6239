/* SPDX-License-Identifier: MIT */
/*
 * libharu as object writer: its cross-reference list without its document.
 *
 * Every object is an empty libharu dictionary with a write function that puts
 * our text between << and >>; a stream follows from the function that libharu
 * calls behind the brackets.  So none of libharu's limits on numbers, strings,
 * names and arrays are met, and its page, font and image code never runs.
 */
#include "pdf/obj.h"

#include <hpdf.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/vec.h"

/* Object numbers of libharu's cross-reference table. */
#define OBJECTS_MOST	8388606U

#define FNV_OFFSET	14695981039346656037U
#define FNV_PRIME	1099511628211U
/* Another start for the second half of the identifier. */
#define OTHER_OFFSET	0x6a09e667f3bcc908U

struct object {
	struct obj_file	*file;
	const char	*entries;
	size_t		 entries_len;
	const void	*bytes;		/* NULL: no stream */
	size_t		 len;
	bool		 set;
	HPDF_Dict	 dict;		/* libharu's, freed with its list */
	HPDF_Stream	 to;		/* while it is written */
};

struct obj_file {
	struct arena		*arena;
	HPDF_Error_Rec		 error;
	HPDF_MMgr		 memory;
	HPDF_Xref		 xref;
	VEC(struct object *)	 objects;	/* by number - 1 */
	bool			 failed;
	/* While the file is written. */
	struct buf		*out;
	uint64_t		 hash[2];
	uint32_t		 root, info;
};

static void *
memory_take(HPDF_UINT size)
{
	return mem_alloc(size);
}

static void
memory_give(void *p)
{
	free(p);
}

static void
check(struct obj_file *file, HPDF_STATUS status)
{
	if (status != HPDF_OK)
		file->failed = true;
}

struct obj_file *
obj_open(void)
{
	struct obj_file *file;

	file = mem_calloc(1, sizeof(*file));
	file->arena = arena_new();
	HPDF_Error_Init(&file->error, NULL);
	/* Without a pool: libharu's does not align. */
	file->memory = HPDF_MMgr_New(&file->error, 0, memory_take,
	    memory_give);
	if (file->memory == NULL)
		mem_exhausted();
	file->xref = HPDF_Xref_New(file->memory, 0);
	if (file->xref == NULL)
		mem_exhausted();
	return file;
}

void
obj_close(struct obj_file *file)
{
	if (file == NULL)
		return;
	HPDF_Xref_Free(file->xref);
	HPDF_MMgr_Free(file->memory);
	arena_free(file->arena);
	free(file);
}

static HPDF_STATUS
write_entries(HPDF_Dict dict, HPDF_Stream to)
{
	struct object *object = dict->attr;
	HPDF_STATUS status;
	struct buf b;

	object->to = to;
	status = HPDF_Stream_Write(to, (const HPDF_BYTE *)object->entries,
	    (HPDF_UINT)object->entries_len);
	if (status != HPDF_OK || object->bytes == NULL)
		return status;
	buf_init(&b);
	buf_printf(&b, "/Length %zu", object->len);
	status = HPDF_Stream_WriteStr(to, b.data);
	buf_release(&b);
	return status;
}

static HPDF_STATUS
write_bytes(HPDF_Dict dict)
{
	struct object *object = dict->attr;
	HPDF_STATUS status;

	status = HPDF_Stream_WriteStr(object->to, "\nstream\r\n");
	if (status == HPDF_OK && object->len > 0)
		status = HPDF_Stream_Write(object->to, object->bytes,
		    (HPDF_UINT)object->len);
	if (status == HPDF_OK)
		status = HPDF_Stream_WriteStr(object->to, "\nendstream");
	return status;
}

uint32_t
obj_reserve(struct obj_file *file)
{
	struct object *object;
	HPDF_Dict dict;

	if (file->objects.len >= OBJECTS_MOST) {
		file->failed = true;
		return OBJECTS_MOST;
	}
	object = ARENA_NEW(file->arena, struct object);
	object->file = file;
	*vec_push(file->arena, &file->objects) = object;
	dict = HPDF_Dict_New(file->memory);
	if (dict == NULL)
		mem_exhausted();
	object->dict = dict;
	dict->attr = object;
	dict->write_fn = write_entries;
	check(file, HPDF_Xref_Add(file->xref, dict));
	if ((dict->header.obj_id & 0x00ffffffU) != file->objects.len)
		BUG("libharu numbers an object %u, not %zu",
		    (unsigned)(dict->header.obj_id & 0x00ffffffU),
		    file->objects.len);
	return (uint32_t)file->objects.len;
}

static struct object *
object_to_set(struct obj_file *file, uint32_t number)
{
	struct object *object;

	/* After too many objects the last one stands for all others. */
	if (file->failed && number == OBJECTS_MOST)
		return file->objects.items[number - 1];
	if (number == 0 || number > file->objects.len)
		BUG("there is no object %u", (unsigned)number);
	object = file->objects.items[number - 1];
	if (object->set)
		BUG("object %u is set twice", (unsigned)number);
	return object;
}

void
obj_set(struct obj_file *file, uint32_t number, const struct buf *entries)
{
	struct object *object;

	object = object_to_set(file, number);
	object->set = true;
	object->entries = arena_strndup(file->arena, entries->data,
	    entries->len);
	object->entries_len = entries->len;
	/* libharu counts in 32 bits. */
	if (buf_overflowed(entries) || entries->len > UINT32_MAX)
		file->failed = true;
}

void
obj_set_stream(struct obj_file *file, uint32_t number,
    const struct buf *entries, const void *bytes, size_t len)
{
	struct object *object;

	obj_set(file, number, entries);
	object = file->objects.items[number - 1];
	object->bytes = bytes == NULL ? "" : bytes;
	object->len = len;
	object->dict->after_write_fn = write_bytes;
	if (len > UINT32_MAX)
		file->failed = true;
}

uint32_t
obj_add(struct obj_file *file, const struct buf *entries)
{
	uint32_t number;

	number = obj_reserve(file);
	obj_set(file, number, entries);
	return number;
}

uint32_t
obj_add_stream(struct obj_file *file, const struct buf *entries,
    const void *bytes, size_t len)
{
	uint32_t number;

	number = obj_reserve(file);
	obj_set_stream(file, number, entries, bytes, len);
	return number;
}

/* Receives the bytes of the file from libharu. */
static HPDF_STATUS
receive(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT len)
{
	struct obj_file *file = stream->attr;
	uint64_t first, second;
	HPDF_UINT i;

	first = file->hash[0];
	second = file->hash[1];
	for (i = 0; i < len; i++) {
		first = (first ^ bytes[i]) * FNV_PRIME;
		second = (second ^ bytes[i]) * FNV_PRIME;
		second ^= second >> 29;
	}
	file->hash[0] = first;
	file->hash[1] = second;
	buf_put(file->out, bytes, len);
	return buf_overflowed(file->out) ? HPDF_FILE_IO_ERROR : HPDF_OK;
}

static HPDF_STATUS
write_trailer(HPDF_Dict trailer, HPDF_Stream to)
{
	struct obj_file *file = trailer->attr;
	HPDF_STATUS status;
	struct buf b;
	int i;

	buf_init(&b);
	buf_printf(&b, "/Root %u 0 R/Info %u 0 R/ID[",
	    (unsigned)file->root, (unsigned)file->info);
	/* The file was never changed: both halves of the /ID are the same. */
	for (i = 0; i < 2; i++)
		buf_printf(&b, "<%016llX%016llX>",
		    (unsigned long long)file->hash[0],
		    (unsigned long long)file->hash[1]);
	buf_putc(&b, ']');
	status = HPDF_Stream_WriteStr(to, b.data);
	buf_release(&b);
	return status;
}

bool
obj_save(struct obj_file *file, struct diag_list *dl, uint32_t root,
    uint32_t info, struct buf *out)
{
	/* Four bytes over 127: the file is not text, for those who look. */
	static const char header[] = "%PDF-1.7\n%\xb5\xb5\xb5\xb5\n";
	const struct span nowhere = { NULL, 0, 0 };
	HPDF_Stream to;
	size_t i;

	for (i = 0; i < file->objects.len; i++)
		if (!file->failed && !file->objects.items[i]->set)
			BUG("object %zu is not set", i + 1);
	file->out = out;
	file->hash[0] = FNV_OFFSET;
	file->hash[1] = OTHER_OFFSET;
	file->root = root;
	file->info = info;
	file->xref->trailer->attr = file;
	file->xref->trailer->write_fn = write_trailer;
	to = HPDF_CallbackWriter_New(file->memory, receive, file);
	if (to == NULL)
		mem_exhausted();
	if (!file->failed)
		check(file, HPDF_Stream_WriteStr(to, header));
	if (!file->failed)
		check(file, HPDF_Xref_WriteToStream(file->xref, to, NULL));
	HPDF_Stream_Free(to);
	if (file->error.error_no != HPDF_OK)
		file->failed = true;
	if (file->failed)
		diag_say_class(dl, DIAG_SYSTEM, nowhere, NULL,
		    SAY_PDF_NOT_WRITTEN, (unsigned long)file->error.error_no,
		    file->objects.len);
	return !file->failed;
}
