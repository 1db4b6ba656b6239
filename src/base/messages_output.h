/* SPDX-License-Identifier: MIT */
/*
 * Messages about making and publishing what a guide becomes.
 * Only through base/messages.h.
 *
 * Each SAY_... is level, id, hint and text of one message; a HINT_... is a hint
 * with something to fill in.
 */
#ifndef BASE_MESSAGES_OUTPUT_H
#define BASE_MESSAGES_OUTPUT_H

/* booklet/ */

#define SAY_FONT_MISSING \
	DIAG_ERROR, "font-missing", \
	"install it, put its .ttf or .otf files into the folder fonts beside " \
	"theme.yaml, or name another family", \
	"there is no font for the text: %s"

#define SAY_HYPHENS_MISSING \
	DIAG_ERROR, "hyphens-missing", \
	"install them, or say \"hyphens: no\" in theme.yaml", \
	"%s"

#define SAY_COLOUR_PROFILE \
	DIAG_ERROR, "colour-profile", \
	"on Debian: apt-get install icc-profiles-free", \
	"there is no colour profile %s, which every PDF has to carry"

/* emit/ */

#define SAY_TREE_READ \
	DIAG_ERROR, "output-read", \
	HINT_BY_VALUE, \
	"cannot %s %s: %s"

#define SAY_TREE_WRITE \
	DIAG_ERROR, "output-write", \
	HINT_BY_VALUE, \
	"cannot %s %s: %s"

#define SAY_OUTPUT_FOREIGN_FILES \
	DIAG_ERROR, "output-foreign", \
	"choose another folder with -o, or move the file away", \
	"%s was not made by bifolio"

#define SAY_OUTPUT_BUSY \
	DIAG_ERROR, "output-busy", \
	"wait until it is done, then build again", \
	"another build of %s is running%s%s"

#define SAY_OUTPUT_FOREIGN \
	DIAG_ERROR, "output-foreign", \
	"choose an empty folder with -o, or move away what is there", \
	"%s was not made by bifolio: %s"

#define SAY_OUTPUT_LEFTOVER \
	DIAG_WARNING, "output-leftover", \
	"remove the folder by hand", \
	"cannot remove what an earlier build left beside %s: %s"

#define SAY_OUTPUT_ODD \
	DIAG_ERROR, "output-odd", \
	"move it out of the folder, then build again", \
	"%s is neither a file nor a folder; bifolio did not make it"

#define SAY_OUTPUT_STAGE_MISSING \
	DIAG_ERROR, "output-stage", \
	"what was published before is untouched; please report this", \
	"the output %s %s"

#define SAY_OUTPUT_STAGE_CHANGED \
	DIAG_ERROR, "output-stage", \
	"what was published before is untouched; please report this", \
	"nothing was written for %s"

#define SAY_OUTPUT_LEFTOVER_STAGE \
	DIAG_WARNING, "output-leftover", \
	"the next build removes it", \
	"cannot remove %s: %s"

#define SAY_OUTPUT_SYNC \
	DIAG_ERROR, "output-sync", \
	"check the disk, then build again", \
	"%s is new and whole, but it cannot be told whether the disk has " \
	"it: %s"

#define SAY_OUTPUT_LEFTOVER_OLD \
	DIAG_WARNING, "output-leftover", \
	"the next build removes it", \
	"cannot remove the former edition of %s: %s"

#define SAY_OUTPUT_CHANGED \
	DIAG_ERROR, "output-changed", \
	"see what else writes there, then build again", \
	"%s was replaced while it was built"

#define SAY_OUTPUT_BY_FILES \
	DIAG_WARNING, "output-by-files", \
	"build into a folder on a local disk, then copy it", \
	"%s cannot be replaced at once here: its files are replaced one by " \
	"one"

/* page/ */

#define SAY_LINE_TOO_WIDE \
	DIAG_WARNING, "line-too-wide", \
	"use a shorter word, or break it with a space or a hyphen", \
	"a word is wider than the %lld mm it has on paper, by %lld.%lld mm"

#define SAY_WORD_BROKEN \
	DIAG_WARNING, "word-broken", \
	"use a shorter word, or break it with a space or a hyphen", \
	"the word that begins with \"%.*s\" is wider than the %lld mm it has " \
	"on paper, and is broken"

#define SAY_TABLE_WORD_BROKEN \
	DIAG_WARNING, "table-word-broken", \
	"use shorter words, or fewer columns", \
	"a word in column %zu of this table is wider than the %lld mm it has " \
	"on paper, and is broken"

#define SAY_TABLE_STACKED \
	DIAG_WARNING, "table-stacked", \
	"if it should stay a table on paper, use fewer columns or shorter " \
	"words", \
	"this table is too wide for the page: in the booklet each row " \
	"becomes a block of its own"

#define SAY_GRID_HEAD_TOO_HIGH \
	DIAG_WARNING, "grid-head-too-high", \
	"use fewer or shorter words", \
	"a head of this grid takes more than %d lines"

#define SAY_RING_NAME_LONG \
	DIAG_WARNING, "ring-name-long", \
	"give the ring a shorter name, or use fewer rings", \
	"the name of this ring does not fit in it on paper"

#define SAY_WHEEL_WORDS_LONG \
	DIAG_WARNING, "wheel-words-long", \
	"use one or two short words, or fewer tasks", \
	"the words of this part of the wheel do not fit in it on paper"

#define SAY_CARD_TOO_FULL \
	DIAG_WARNING, "card-too-full", \
	"use shorter words, or fewer blanks", \
	"what is on this card does not fit: it is %lld mm too high"

#define SAY_BACK_COVER_TOO_FULL \
	DIAG_WARNING, "back-cover-too-full", \
	"make the address, the hours or emergency_text in the clinic's " \
	"profile shorter", \
	"what stands on the back cover is %lld mm too high"

#define SAY_COVER_TOO_FULL \
	DIAG_WARNING, "cover-too-full", \
	"make the title or the strapline of the guide shorter", \
	"title and strapline are %lld mm too high for the cover"

#define SAY_LEAD_TOO_LONG \
	DIAG_WARNING, "lead-too-long", \
	"make \"summary:\" shorter", \
	"the summary takes %lld lines on paper, more than %d"

#define SAY_TITLE_TOO_LONG \
	DIAG_WARNING, "title-too-long", \
	"make \"title:\" shorter", \
	"the title takes %lld lines on paper, more than %d"

#define SAY_WORKSHEET_HEAD_TOO_HIGH \
	DIAG_WARNING, "worksheet-head-too-high", \
	"make the title, \"why:\", \"for:\" or \"duration:\" shorter, so " \
	"that each takes one line", \
	"the head of this worksheet is %lld mm too high"

#define SAY_WORKSHEET_FOOT_TOO_HIGH \
	DIAG_WARNING, "worksheet-foot-too-high", \
	"make \"closing:\" shorter", \
	"the foot of this worksheet is %lld mm too high"

#define SAY_PAGES_UNSETTLED \
	DIAG_WARNING, "pages-unsettled", \
	"look at the page numbers in the contents; adding or taking out a " \
	"line of text may help", \
	"page numbers still changed after %d passes of layout"

#define SAY_BLOCK_TOO_TALL \
	DIAG_ERROR, "block-too-tall", \
	"shorten it or make two of it", \
	"this does not fit on a page of the booklet: it is %s mm too high"

#define SAY_WORKSHEET_TOO_TALL \
	DIAG_ERROR, "worksheet-too-tall", \
	"take out rows or lines, or take it out of print: in guide.yaml", \
	"the worksheet \"%s\" does not fit on its page: it is %s mm too " \
	"high"

#define SAY_SHEET_TOO_TALL \
	DIAG_ERROR, "sheet-too-tall", \
	"take out rows or lines", \
	"the worksheet \"%s\" does not fit on a whole sheet of paper: it is " \
	"%s mm too high"

#define SAY_LARGE_PRINT_TOO_TALL \
	DIAG_ERROR, "large-print-too-tall", \
	"shorten it or make two of it", \
	"in large print: this does not fit on a page: it is %s mm too high"

/* pdf/ */

#define SAY_FONT_NOT_EMBEDDABLE \
	DIAG_ERROR, "font-not-embeddable", \
	"name another font in theme.yaml", \
	"the makers of %s do not allow this font in a PDF"

#define SAY_FONT_TOO_FULL \
	DIAG_ERROR, "font-too-full", \
	"split the guide", \
	"the guide uses over %d different signs of %s"

#define SAY_FONT_DAMAGED \
	DIAG_ERROR, "font-damaged", \
	"install the font again, or name another one in theme.yaml", \
	"no subset can be made of %s: the file is damaged"

#define SAY_COLOUR_PROFILE_READ \
	DIAG_ERROR, "colour-profile", \
	"install the package icc-profiles-free again", \
	"the colour profile is not one of RGB"

#define SAY_PDF_NOT_WRITTEN \
	DIAG_ERROR, "pdf-not-written", \
	"make the guide smaller, or tell us how it was made", \
	"the PDF could not be put together (libharu says 0x%04lX, %zu " \
	"objects)"

/* run/ */

#define SAY_EDITION_NAME \
	DIAG_ERROR, "edition-name", \
	"nothing was published; please report this", \
	"the builder made something that is no edition: \"%s\""

/* site/ */

#define SAY_TEMPLATE_TAG_OPEN \
	DIAG_ERROR, "template-tag-open", \
	"close the tag with the same kind of braces", \
	"this tag does not end"

#define SAY_TEMPLATE_DELIMITERS_TWO \
	DIAG_ERROR, "template-delimiters", \
	"write two marks with a space between: {{=<% %>=}}", \
	"new delimiters need two marks"

#define SAY_TEMPLATE_DELIMITERS \
	DIAG_ERROR, "template-delimiters", \
	"use two short marks without spaces or = in them", \
	"these marks cannot be delimiters"

#define SAY_TEMPLATE_TOO_DEEP \
	DIAG_ERROR, "template-too-deep", \
	"move a part of this template to a partial", \
	"sections are nested more than 64 deep"

#define SAY_TEMPLATE_SECTION_CLOSE \
	DIAG_ERROR, "template-section-close", \
	"remove this tag, or open the section before it", \
	"no section \"%s\" is open here"

#define SAY_TEMPLATE_SECTION_ORDER \
	DIAG_ERROR, "template-section-close", \
	"close sections in the reverse order of their opening", \
	"\"%s\" is closed while \"%s\" is open"

#define SAY_TEMPLATE_TAG_EMPTY \
	DIAG_ERROR, "template-tag-empty", \
	"write a name between the braces", \
	"this tag has no name"

#define SAY_TEMPLATE_SECTION_OPEN \
	DIAG_ERROR, "template-section-open", \
	"close it with {{/name}}", \
	"section \"%s\" is not closed"

#define SAY_TEMPLATE_TOO_DEEP_CALLS \
	DIAG_ERROR, "template-too-deep", \
	"a template that calls itself needs a way out", \
	"templates call each other more than 16 deep"

#define SAY_TEMPLATE_TOO_LONG \
	DIAG_ERROR, "template-too-long", \
	"does a section or a partial repeat itself?", \
	"this page would be larger than 16 MiB"

#define SAY_PAGE_NAME_TAKEN \
	DIAG_ERROR, "page-name-taken", \
	"give the chapter another id", \
	"the page \"%s.html\" is there already"

#define SAY_SITE_READ_BACK \
	DIAG_ERROR, "site-read-back", \
	"if it was deleted, build without --only, so that it is made again", \
	"cannot read %s: %s"

#define HINT_TEMPLATE_NAME \
	"did you mean \"%s\"?"
#define HINT_TEMPLATE_NAME_2 \
	"templates know only the names in src/site/page_names.c"
#define SAY_TEMPLATE_NAME \
	DIAG_ERROR, "template-name", \
	HINT_TEMPLATE_NAME_2, \
	"there is nothing called \"%s\" here"

#define HINT_TEMPLATE_WORD \
	"did you mean \"words.%s\"?"
#define HINT_TEMPLATE_WORD_2 \
	"words are those of the theme's strings files"
#define SAY_TEMPLATE_WORD \
	DIAG_ERROR, "template-word", \
	HINT_TEMPLATE_WORD_2, \
	"there are no words called \"%s\""

#define SAY_TEMPLATE_SCRIPT \
	DIAG_ERROR, "template-script", \
	"put a script of that name into the theme's folder \"site\"", \
	"there is no script called \"%s.js\""

#define SAY_TEMPLATE_RAW \
	DIAG_ERROR, "template-raw", \
	"write {{name}} with two braces", \
	"only \"content\" may be written without escaping, not \"%s\""

#define SAY_TEMPLATE_RAW_CONTENT \
	DIAG_ERROR, "template-raw", \
	"write {{{content}}}", \
	"\"content\" is HTML already"

#define HINT_TEMPLATE_NAME_GROUP \
	"open a section: {{#%s}}"
#define SAY_TEMPLATE_NAME_GROUP \
	DIAG_ERROR, "template-name", \
	HINT_TEMPLATE_NAME_GROUP, \
	"\"%s\" is no text"

#define HINT_TEMPLATE_MISSING_PARTIAL \
	"did you mean \"%s\"?"
#define HINT_TEMPLATE_MISSING_PARTIAL_2 \
	"put it into the theme's folder \"templates\""
#define SAY_TEMPLATE_MISSING_PARTIAL \
	DIAG_ERROR, "template-missing", \
	HINT_TEMPLATE_MISSING_PARTIAL_2, \
	"there is no template \"%s.mustache\""

#define HINT_PAGE_NOT_WELL_FORMED \
	"mend it in the template %s.mustache or a part of it: every element " \
	"is closed, as in <br />, every attribute has quotation marks"
#define SAY_PAGE_NOT_WELL_FORMED \
	DIAG_ERROR, "page-not-well-formed", \
	"close every element in the theme's templates, as in <br />", \
	"this page is not well-formed: %s"

#define SAY_THEME_FILE \
	DIAG_ERROR, "theme-file", \
	"add \"extends: default\" to theme.yaml, or write the file", \
	"the theme has no file \"site/%s\""

#define HINT_THEME_UNUSED \
	"did you mean %s.mustache?"
#define HINT_THEME_UNUSED_2 \
	"bifolio(5), TEMPLATES, lists the templates that there are; a new one " \
	"is a part, which others name: {{> %s}}"
#define HINT_THEME_UNUSED_ENDING \
	"names of templates end in .mustache"
#define HINT_THEME_UNUSED_SITE \
	"write styles into site.css; names of scripts end in .js"
#define SAY_THEME_UNUSED \
	DIAG_WARNING, "theme-unused", \
	HINT_THEME_UNUSED_ENDING, \
	"nothing uses this file of the theme"

#define SAY_STYLE_COMMENT \
	DIAG_ERROR, "style-comment", \
	"end it with */", \
	"this comment does not end"

#define SAY_STYLE_STRING \
	DIAG_ERROR, "style-string", \
	"end the words with the same mark on the same line", \
	"this quotation mark has no partner on its line"

#define SAY_STYLE_CLOSE \
	DIAG_ERROR, "style-close", \
	"take it out, or look above for a block that was closed too early", \
	"this %c closes nothing"

#define HINT_STYLE_PAIR \
	"put the %c that closes the %c of line %u in front of it"
#define SAY_STYLE_PAIR \
	DIAG_ERROR, "style-pair", \
	"close what was opened last in front of it", \
	"this %c closes something else than what was opened last"

#define HINT_STYLE_OPEN \
	"put its %c where it should end; it may be missing from a rule inside"
#define SAY_STYLE_OPEN \
	DIAG_ERROR, "style-open", \
	"close it where it should end", \
	"this %c is never closed"

#define HINT_STYLE_PROPERTY \
	"did you mean %s?"
#define HINT_STYLE_PROPERTY_2 \
	"bifolio(5), TEMPLATES, lists those there are; set it in this file, " \
	"or write a value behind a comma: var(--name, 1rem)"
#define SAY_STYLE_PROPERTY \
	DIAG_ERROR, "style-property", \
	HINT_STYLE_PROPERTY_2, \
	"nothing sets the property %s"

#define SAY_TEMPLATE_MISSING \
	DIAG_ERROR, "template-missing", \
	"add \"extends: default\" to theme.yaml, or write the template", \
	"the theme has no template \"%s%s\""

#define SAY_WEB_FONT_SUBSET \
	DIAG_ERROR, "web-font-subset", \
	"try another font in theme.yaml", \
	"this font cannot be cut down for the website"

#define SAY_FONT_NOT_SERVABLE \
	DIAG_ERROR, "font-not-embeddable", \
	"name another font in theme.yaml", \
	"the makers of this font do not allow it on a website"

#define SAY_FONT_UNREADABLE \
	DIAG_ERROR, "font-unreadable", \
	"install the font's package again", \
	"cannot read this font: %s"

/* type/ */

#define SAY_GLYPH_MISSING \
	DIAG_ERROR, "glyph-missing", \
	"take it out, or ask for a font that has it: its family goes under " \
	"\"fallback:\" in theme.yaml", \
	"no font has the character %s%s%s%s"

#define SAY_SHAPING_FAILED \
	DIAG_ERROR, "shaping-failed", \
	"name another family in theme.yaml, or write it another way", \
	"these words cannot be set in the theme's font"

#define HINT_PICTURE_COARSE \
	"use a file that is at least %lld pixels wide, better %lld"
#define SAY_PICTURE_COARSE \
	DIAG_WARNING, "picture-coarse", \
	HINT_PICTURE_COARSE, \
	"figure \"%s\" will look coarse on paper: %lu pixels on %lld mm are " \
	"%lld dots an inch, and 150 is the least"

#endif
