/* SPDX-License-Identifier: MIT */
/*
 * Metadata of PDF/A-2a (ISO 19005-2, 6.6) and PDF/UA-1 (ISO 14289-1, 5).
 *
 * Dates come from the guide, never from the clock.
 */
#include "pdf/metadata.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/messages.h"
#include "base/utf8.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/obj.h"
#include "pdf/pdf.h"
#include "pdf/syntax.h"
#include "version.h"

#define PRODUCER	"bifolio " BIFOLIO_VERSION

/* ICC.1, 7.2: the header of a profile. */
#define PROFILE_HEADER	128

static bool
given(const char *s)
{
	return s != NULL && *s != '\0';
}

/* Is it "YYYY-MM-DD"? */
static bool
date_given(const char *date)
{
	size_t i;

	if (date == NULL || strlen(date) != 10)
		return false;
	for (i = 0; i < 10; i++) {
		if (i == 4 || i == 7) {
			if (date[i] != '-')
				return false;
		} else if (date[i] < '0' || date[i] > '9') {
			return false;
		}
	}
	return true;
}

static void
put_info(struct buf *b, const char *key, const char *text)
{
	if (!given(text))
		return;
	buf_puts(b, key);
	syntax_text(b, text);
}

uint32_t
metadata_info(struct pdf_output *out)
{
	const struct pdf_info *info = out->info;
	uint32_t object;
	struct buf b;

	buf_init(&b);
	put_info(&b, "/Title ", info->title);
	put_info(&b, "/Author ", info->author);
	put_info(&b, "/Subject ", info->subject);
	put_info(&b, "/Creator ", PRODUCER);
	put_info(&b, "/Producer ", PRODUCER);
	if (date_given(info->date)) {
		/* ISO 32000-1, 7.9.4. */
		buf_printf(&b, "/CreationDate(D:%.4s%.2s%.2s000000Z)",
		    info->date, info->date + 5, info->date + 8);
		buf_printf(&b, "/ModDate(D:%.4s%.2s%.2s000000Z)",
		    info->date, info->date + 5, info->date + 8);
	}
	object = obj_add(out->file, &b);
	buf_release(&b);
	return object;
}

/* XML's characters; what XML cannot hold becomes U+FFFD. */
static void
put_escaped(struct buf *b, const char *s)
{
	uint32_t codepoint;
	size_t len, used;

	for (len = strlen(s); len > 0; s += used, len -= used) {
		used = utf8_decode(s, len, &codepoint);
		if (used == 0) {
			used = 1;
			codepoint = 0xfffd;
		}
		if (codepoint == '&')
			buf_puts(b, "&amp;");
		else if (codepoint == '<')
			buf_puts(b, "&lt;");
		else if (codepoint == '>')
			buf_puts(b, "&gt;");
		else if ((codepoint < 0x20 && codepoint != '\t' &&
		    codepoint != '\n') || codepoint == 0xfffe ||
		    codepoint == 0xffff)
			buf_put_utf8(b, 0xfffd);
		else
			buf_put_utf8(b, codepoint);
	}
}

/* <name> wrap text unwrap </name>, if there is a text. */
static void
put_property(struct buf *b, const char *name, const char *before,
    const char *text, const char *after)
{
	if (!given(text))
		return;
	buf_printf(b, "<%s>%s", name, before);
	put_escaped(b, text);
	buf_printf(b, "%s</%s>\n", after, name);
}

static void
put_identification(struct buf *b)
{
	/* PDF/A wants every schema that it does not know itself described. */
	buf_puts(b,
	    "<pdfaid:part>2</pdfaid:part>\n"
	    "<pdfaid:conformance>A</pdfaid:conformance>\n"
	    "<pdfuaid:part>1</pdfuaid:part>\n"
	    "<pdfaExtension:schemas><rdf:Bag>"
	    "<rdf:li rdf:parseType=\"Resource\">\n"
	    "<pdfaSchema:schema>PDF/UA identification schema"
	    "</pdfaSchema:schema>\n"
	    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
	    "</pdfaSchema:namespaceURI>\n"
	    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	    "<pdfaSchema:property><rdf:Seq>"
	    "<rdf:li rdf:parseType=\"Resource\">\n"
	    "<pdfaProperty:name>part</pdfaProperty:name>\n"
	    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
	    "<pdfaProperty:description>Part of ISO 14289 that the file "
	    "conforms to</pdfaProperty:description>\n"
	    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n");
}

static void
put_packet(struct buf *b, const struct pdf_info *info)
{
	static const char alt[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
	static const char alt_end[] = "</rdf:li></rdf:Alt>";
	struct buf date;

	buf_puts(b, "<?xpacket begin=\"\xef\xbb\xbf\" "
	    "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	    "<rdf:RDF xmlns:rdf="
	    "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	    "<rdf:Description rdf:about=\"\"\n"
	    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
	    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
	    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
	    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
	    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
	    " xmlns:pdfaExtension="
	    "\"http://www.aiim.org/pdfa/ns/extension/\"\n"
	    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
	    " xmlns:pdfaProperty="
	    "\"http://www.aiim.org/pdfa/ns/property#\">\n"
	    "<dc:format>application/pdf</dc:format>\n");
	put_property(b, "dc:title", alt, info->title, alt_end);
	put_property(b, "dc:creator", "<rdf:Seq><rdf:li>", info->author,
	    "</rdf:li></rdf:Seq>");
	put_property(b, "dc:description", alt, info->subject, alt_end);
	put_property(b, "dc:language", "<rdf:Bag><rdf:li>", info->lang,
	    "</rdf:li></rdf:Bag>");
	put_property(b, "dc:identifier", "", info->identifier, "");
	put_property(b, "xmp:CreatorTool", "", PRODUCER, "");
	put_property(b, "pdf:Producer", "", PRODUCER, "");
	if (date_given(info->date)) {
		buf_init(&date);
		buf_printf(&date, "%sT00:00:00Z", info->date);
		put_property(b, "xmp:CreateDate", "", date.data, "");
		put_property(b, "xmp:ModifyDate", "", date.data, "");
		put_property(b, "xmp:MetadataDate", "", date.data, "");
		buf_release(&date);
	}
	put_identification(b);
	buf_puts(b, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
	    "<?xpacket end=\"r\"?>");
}

/* Is the packet well-formed XML? */
static bool
well_formed(const struct buf *b)
{
	const xmlError *error;
	xmlDocPtr document;

	if (b->len > INT32_MAX)
		return false;
	xmlResetLastError();
	document = xmlReadMemory(b->data, (int)b->len, "xmp", "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (document == NULL) {
		error = xmlGetLastError();
		if (error != NULL && error->code == XML_ERR_NO_MEMORY)
			mem_exhausted();
		return false;
	}
	xmlFreeDoc(document);
	return true;
}

static void
write_xmp(struct pdf_output *out, struct buf *catalog)
{
	struct buf packet, entries;

	buf_init(&packet);
	put_packet(&packet, out->info);
	/* Every text in it was checked when it was read. */
	if (!well_formed(&packet))
		BUG("XMP that is not well-formed: %s", packet.data);
	buf_init(&entries);
	/* Not compressed, so that any tool finds it (6.6.2.1). */
	buf_puts(&entries, "/Type/Metadata/Subtype/XML");
	buf_puts(catalog, "/Metadata ");
	syntax_ref(catalog, obj_add_stream(out->file, &entries,
	    arena_strndup(out->arena, packet.data, packet.len), packet.len));
	buf_release(&entries);
	buf_release(&packet);
}

/* ISO 32000-1, 14.11.5; the profile is of RGB, as its header says. */
static bool
write_intent(struct pdf_output *out, struct buf *catalog)
{
	const struct span nowhere = { NULL, 0, 0 };
	const struct pdf_info *info = out->info;
	struct deflate *deflate;
	const char *bytes;
	struct buf b;
	uint32_t profile;
	size_t len;

	if (info->colour_profile == NULL ||
	    info->colour_profile_len < PROFILE_HEADER ||
	    memcmp(info->colour_profile + 16, "RGB ", 4) != 0 ||
	    memcmp(info->colour_profile + 36, "acsp", 4) != 0) {
		diag_say_class(out->dl, DIAG_SYSTEM, nowhere, NULL,
		    SAY_COLOUR_PROFILE_READ);
		return false;
	}
	deflate = deflate_new();
	bytes = deflate_bytes(deflate, out->arena, info->colour_profile,
	    info->colour_profile_len, &len);
	deflate_free(deflate);
	buf_init(&b);
	buf_puts(&b, "/N 3/Filter/FlateDecode");
	profile = obj_add_stream(out->file, &b, bytes, len);
	buf_release(&b);
	buf_puts(catalog, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	    "/RegistryName(http://www.color.org)"
	    "/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
	syntax_ref(catalog, profile);
	buf_puts(catalog, ">>]");
	return true;
}

bool
metadata_write(struct pdf_output *out, struct buf *catalog)
{
	if (!given(out->info->title) || !given(out->info->lang))
		BUG("a PDF without title or language");
	buf_puts(catalog, "/Lang ");
	syntax_text(catalog, out->info->lang);
	write_xmp(out, catalog);
	return write_intent(out, catalog);
}
