/* SPDX-License-Identifier: MIT */
/*
 * Messages about reading a guide.
 * Only through base/messages.h.  lint: long because it is one table.
 *
 * Each SAY_... is level, id, hint and text of one message; a HINT_... is a hint
 * with something to fill in.
 */
#ifndef BASE_MESSAGES_TEXT_H
#define BASE_MESSAGES_TEXT_H

/* read/ */

#define SAY_PLACEHOLDER_HEAD \
	DIAG_ERROR, "placeholder-head", \
	"write the words themselves, or use the value in the text below", \
	"values in {{ }} cannot stand in front matter"

#define HINT_CHAPTER_MISSING \
	"did you mean \"%s\"?"
#define HINT_CHAPTER_MISSING_2 \
	"write a file with \"id: %s\" in its front matter, or take the " \
	"line out"
#define SAY_CHAPTER_MISSING \
	DIAG_ERROR, "chapter-missing", \
	HINT_CHAPTER_MISSING, \
	"no file in %s/ has the id \"%s\""

#define SAY_PARTIAL_WHOLE \
	DIAG_WARNING, "partial-whole", \
	"take \"partial: yes\" out of guide.yaml", \
	"%s has every chapter, so nothing is left out of it"

#define HINT_CHAPTER_UNUSED \
	"add \"- %s\" to order: in guide.yaml"
#define SAY_CHAPTER_UNUSED \
	DIAG_WARNING, "chapter-unused", \
	HINT_CHAPTER_UNUSED, \
	"this file is in no output: its id is not in guide.yaml"

#define HINT_CHAPTER_STRANGER \
	"did you mean \"%s\"?"
#define SAY_CHAPTER_STRANGER \
	DIAG_WARNING, "chapter-stranger", \
	"give it the id of the chapter whose place it takes, or delete it", \
	"no file of %s has the id \"%s\", so this one takes no place"

#define HINT_CHAPTER_RENAMED \
	"call it %s, so that links to it hold"
#define SAY_CHAPTER_RENAMED \
	DIAG_ERROR, "chapter-renamed", \
	HINT_CHAPTER_RENAMED, \
	"this file takes the place of %s but has another name"

#define HINT_SNIPPET_STRANGER \
	"did you mean %s?"
#define SAY_SNIPPET_STRANGER \
	DIAG_WARNING, "snippet-stranger", \
	"give it the name of the snippet whose place it takes, or delete it", \
	"no page uses this snippet, and %s has none of this name"

#define HINT_FIGURE_STRANGER \
	"did you mean %s?"
#define SAY_FIGURE_STRANGER \
	DIAG_WARNING, "figure-stranger", \
	"give it the name of the figure whose words these are, or take it out", \
	"no page shows \"%s\", and the extended language has no such figure"

#define SAY_TERM_UNUSED \
	DIAG_WARNING, "term-unused", \
	"take the line out, or write {{term.NAME}} where the word is meant", \
	"no page uses the term \"%s\""

#define SAY_LANGUAGE_UNKNOWN \
	DIAG_ERROR, "language-unknown", \
	"name it under languages: in guide.yaml", \
	"the guide has no language \"%s\""

#define HINT_CALLOUT_UNKNOWN \
	"did you mean [!%s]?"
#define HINT_CALLOUT_UNKNOWN_2 \
	"the kinds are DO, AVOID, TRY, NOTE, HELP, URGENT, EMERGENCY"
#define SAY_CALLOUT_UNKNOWN \
	DIAG_ERROR, "callout-unknown", \
	HINT_CALLOUT_UNKNOWN_2, \
	"there is no callout of the kind [!%s]"

#define HINT_CALLOUT_MARK \
	"write an exclamation mark behind the bracket: [!%s]"
#define SAY_CALLOUT_MARK \
	DIAG_WARNING, "callout-mark", \
	HINT_CALLOUT_MARK, \
	"[%s] makes no callout"

#define SAY_CALLOUT_PLACE \
	DIAG_WARNING, "callout-place", \
	"a callout is a quote: leave an empty line, then write \"> \" at " \
	"the start of this line and of each line that belongs to it", \
	"[!%s] makes no callout here"

#define SAY_SLIP_SPACE \
	DIAG_WARNING, "slip-space", \
	"delete it and type an ordinary space; some programs make the " \
	"other kind by themselves", \
	"the space after %s is a no-break space, so this is plain text"

#define SAY_SLIP_HEADING \
	DIAG_WARNING, "slip-heading", \
	"write a space between the # and the words", \
	"this is plain text and not a heading: no space follows the #"

#define SAY_SLIP_BULLET \
	DIAG_WARNING, "slip-bullet", \
	"write a hyphen and a space, \"- \", at the start of each item, and " \
	"an empty line above the first", \
	"lines that start with %s make no list"

#define SAY_SLIP_TABLE \
	DIAG_WARNING, "slip-table", \
	"write | between the columns, and below the first line one such " \
	"as | --- | --- |", \
	"these lines have tabs between words and make no table"

#define SAY_SLIP_LINK \
	DIAG_WARNING, "slip-link", \
	"take the space out: [words](address)", \
	"this is plain text and not a link: a space stands between ] and ("

#define HINT_SLIP_ADDRESS \
	"write %%20 for each space, or put the address between < and >: " \
	"(<%s>); a file's name without spaces is easier still"
#define HINT_SLIP_ADDRESS_2 \
	"write %20 for each space in the address"
#define SAY_SLIP_ADDRESS \
	DIAG_WARNING, "slip-address", \
	HINT_SLIP_ADDRESS_2, \
	"this is plain text and no %s: a space stands in the address"

#define SAY_SLIP_TASK \
	DIAG_WARNING, "slip-task", \
	"write a box to tick as \"- [ ] words\", with each of its spaces", \
	"%s is plain text here and no box to tick"

#define HINT_COMPONENT_UNKNOWN \
	"did you mean ```%s?"
#define HINT_COMPONENT_UNKNOWN_2 \
	"a block of plain text has no word behind its ```"
#define SAY_COMPONENT_UNKNOWN \
	DIAG_ERROR, "component-unknown", \
	HINT_COMPONENT_UNKNOWN_2, \
	"there is no component \"%s\""

#define SAY_FENCE_OPEN \
	DIAG_ERROR, "fence-open", \
	"write ``` alone in a line behind the block's last line", \
	"the block that begins here, in line %u, has no end: the closing " \
	"``` is missing"

#define HINT_FENCE_OPEN_TEXT \
	"write %s alone in a line behind the block's last line"
#define SAY_FENCE_OPEN_TEXT \
	DIAG_WARNING, "fence-open", \
	HINT_FENCE_OPEN_TEXT, \
	"the block of plain text that begins here, in line %u, has no end, " \
	"so all that follows belongs to it"

#define SAY_COMPONENT_LINK \
	DIAG_ERROR, "component-link", \
	"put the link into the text before or after", \
	"words of a component may not hold a link"

#define SAY_IMAGE_IN_COMPONENT \
	DIAG_ERROR, "image-in-text", \
	"give it a paragraph of its own", \
	"words of a component may not hold a figure"

#define SAY_FIGURE_UNREADABLE \
	DIAG_ERROR, "figure-unreadable", \
	"see that the file may be read", \
	"figure \"%s\": %s"

#define SAY_FIGURE_MISSING \
	DIAG_ERROR, "figure-missing", \
	HINT_BY_VALUE, \
	"figure \"%s\": %s"

#define SAY_LOGO_UNREADABLE \
	DIAG_ERROR, "logo-unreadable", \
	"see that the file may be read", \
	"logo \"%s\": %s"

#define HINT_LOGO_MISSING \
	"put the file into the folder %s"
#define SAY_LOGO_MISSING \
	DIAG_ERROR, "logo-missing", \
	HINT_BY_VALUE, \
	"logo \"%s\": %s"

#define HINT_ALT_MISSING \
	"write ![what it shows](...)"
#define HINT_ALT_MISSING_2 \
	"say what it shows in figures.yaml (alt:), or \"decorative: yes\" " \
	"if it says nothing"
#define SAY_ALT_MISSING \
	DIAG_ERROR, "alt-missing", \
	HINT_ALT_MISSING_2, \
	"figure \"%s\" has no words for people who cannot see it"

#define SAY_FIGURE_PATH \
	DIAG_ERROR, "figure-path", \
	"put an SVG, PNG or JPEG file into the folder figures/ and write " \
	"![](figures/name.svg)", \
	"\"%s\" is no figure of this guide"

#define HINT_PICTURE_FORMAT_PHOTO \
	"save it as JPEG: on an iPhone, set Settings, Camera, Formats to " \
	"Most Compatible, or send the photo by e-mail, which converts it"
#define HINT_PICTURE_FORMAT_DRAWING \
	"save it as SVG, or as PNG"
#define SAY_PICTURE_FORMAT \
	DIAG_ERROR, "picture-format", \
	"open it in a picture program and save it as JPEG if it is a photo, " \
	"else as PNG", \
	"figure \"%s\" is %s; a figure is an SVG, PNG or JPEG file"

#define SAY_PICTURE_NAME \
	DIAG_WARNING, "picture-name", \
	HINT_BY_VALUE, \
	"figure \"%s\" is %s, whatever its name says"

#define SAY_PICTURE_DAMAGED \
	DIAG_ERROR, "picture-damaged", \
	"take the original once more, or open it in a picture program, look " \
	"whether all is there and save it again", \
	"figure \"%s\" is damaged: %s"

#define SAY_PICTURE_VARIETY \
	DIAG_ERROR, "picture-variety", \
	"open it in a picture program and save it as an ordinary JPEG", \
	"figure \"%s\" is a JPEG of a rare kind, which cannot be read: %s"

#define SAY_PICTURE_TOO_LARGE \
	DIAG_ERROR, "picture-too-large", \
	"open it in a picture program and make it smaller: 2400 pixels " \
	"across are enough for paper", \
	"figure \"%s\" has %lu x %lu pixels; at most 100 million can be " \
	"read, and 65500 in a row"

#define SAY_PICTURE_TOO_SLOW \
	DIAG_ERROR, "picture-too-slow", \
	"open it in a picture program and save it as an ordinary JPEG", \
	"figure \"%s\" is built of %s, which takes too long to read"

#define SAY_PICTURES_TOO_MANY \
	DIAG_ERROR, "pictures-too-many", \
	"make the largest ones smaller: 2400 pixels across are enough for " \
	"paper", \
	"with figure \"%s\" the guide's pictures have more pixels than the " \
	"1 GiB that may be read"

#define SAY_PICTURE_INKS \
	DIAG_WARNING, "picture-inks", \
	"open it in a picture program and save it in RGB, to see what becomes " \
	"of its colours", \
	"figure \"%s\" is made for a printing press (CMYK); its colours " \
	"may look different"

#define SAY_SECTION_PLACE \
	DIAG_ERROR, "section-place", \
	"write it on a line of its own, around whole paragraphs, lists or " \
	"items", \
	"%s stands among other words"

#define HINT_PLACEHOLDER_UNKNOWN \
	"did you mean {{%s}}?"
#define HINT_PLACEHOLDER_UNKNOWN_2 \
	"the names are those of a clinic's profile, such as " \
	"{{clinic.name}}, and {{guide.title}}, {{guide.version}}, " \
	"{{guide.date}}"
#define HINT_PLACEHOLDER_UNKNOWN_TERM \
	"add \"%s:\" and the word to the language's terms.yaml"
#define SAY_PLACEHOLDER_UNKNOWN \
	DIAG_ERROR, "placeholder-unknown", \
	HINT_PLACEHOLDER_UNKNOWN_2, \
	"there is no value \"%s\""

#define HINT_PLACEHOLDER_BLANK_WORDS \
	"put the lines {{#%s}} and {{/%s}} around it"
#define SAY_PLACEHOLDER_BLANK_WORDS \
	DIAG_ERROR, "placeholder-blank", \
	HINT_PLACEHOLDER_BLANK_WORDS, \
	"\"%s\" may be blank, and these words need it"

#define SAY_PLACEHOLDER_ADDRESS \
	DIAG_ERROR, "placeholder-address", \
	"write (tel:{{clinic.phone}}), (mailto:{{clinic.email}}) or " \
	"({{clinic.booking_url}})", \
	"\"%s\" is no address that a link can lead to"

#define HINT_PLACEHOLDER_BLANK \
	"put the lines {{#%s}} and {{/%s}} around it, or give the value a " \
	"line of its own, such as \"Phone: {{clinic.phone}}\""
#define SAY_PLACEHOLDER_BLANK \
	DIAG_ERROR, "placeholder-blank", \
	HINT_PLACEHOLDER_BLANK, \
	"\"%s\" may be blank, and these words need it"

#define SAY_FRONT_MATTER_MISSING \
	DIAG_ERROR, "front-matter-missing", \
	"start the file with a line of ---, then title: and id:, then a " \
	"line of ---", \
	"the file does not start with its front matter"

#define SAY_FRONT_MATTER_OPEN \
	DIAG_ERROR, "front-matter-open", \
	"write a line of --- behind the last line of the front matter", \
	"the front matter that starts here has no end"

#define SAY_FRONT_MATTER_LONG \
	DIAG_ERROR, "front-matter-long", \
	"a line of --- may be missing: the text starts behind it", \
	"the front matter is longer than %zu KiB"

#define SAY_PAGE_TOO_MUCH \
	DIAG_ERROR, "page-too-much", \
	"divide the page into several", \
	"this page has more than %d words, links and other parts"

#define SAY_HELP_PAST_DATE \
	DIAG_ERROR, "help-past-date", \
	"ring the number, then write the new dates into checked: and " \
	"check_by:", \
	"\"%s\" had to be checked again by %s, before this guide's date"

#define SAY_HELP_PAST_DATE_SAMPLE \
	DIAG_WARNING, "help-past-date", \
	"ring the number, then write the new dates into checked: and " \
	"check_by:", \
	"\"%s\" had to be checked again by %s, before this guide's date"

#define SAY_INCLUDE_NAME \
	DIAG_ERROR, "include-name", \
	"write snippet: and the name of a file in snippets/, without .md", \
	"this block does not say which snippet it includes"

#define SAY_SNIPPET_UNREADABLE \
	DIAG_ERROR, "snippet-unreadable", \
	"see that the file may be read", \
	"%s: %s"

#define SAY_SNIPPET_MISSING \
	DIAG_ERROR, "snippet-missing", \
	HINT_BY_VALUE, \
	"snippet \"%s\": %s"

#define SAY_SNIPPET_FRONT_MATTER \
	DIAG_ERROR, "snippet-front-matter", \
	"delete the lines from --- to ---", \
	"a snippet has no front matter"

#define SAY_INCLUDE_LOOP \
	DIAG_ERROR, "include-loop", \
	"take one of these blocks \"include\" out", \
	"snippets include each other in a circle: %s"

#define SAY_INCLUDE_TOO_DEEP \
	DIAG_ERROR, "include-too-much", \
	"write the words here, or use fewer blocks \"include\"", \
	"snippets include each other more than %d deep"

#define SAY_INCLUDE_PLACE \
	DIAG_ERROR, "include-too-much", \
	"write the words here, or use fewer blocks \"include\"", \
	"this snippet is too deep inside lists and quotes"

#define SAY_INCLUDE_TOO_MANY \
	DIAG_ERROR, "include-too-much", \
	"write the words here, or use fewer blocks \"include\"", \
	"this chapter includes more than %d snippets"

#define SAY_INCLUDE_TOO_LONG \
	DIAG_ERROR, "include-too-much", \
	"write the words here, or use fewer blocks \"include\"", \
	"this chapter includes more than %zu MiB of snippets"

#define SAY_INCLUDE_ALONE \
	DIAG_ERROR, "include-alone", \
	"build the guide that this text belongs to", \
	"snippets are only found in a guide's folder"

#define SAY_RAW_HTML \
	DIAG_ERROR, "raw-html", \
	HINT_BY_VALUE, \
	"raw HTML may not be used: %.*s"

#define SAY_PLACEHOLDER \
	DIAG_ERROR, "placeholder", \
	"a value is written {{clinic.name}}, with letters, digits, _ and . " \
	"between the braces; for the signs themselves write `{{`", \
	"these braces hold no name"

#define HINT_LANGUAGE_TAG \
	"write lang:%s"
#define HINT_LANGUAGE_TAG_2 \
	"write a tag such as lang:pl or lang:pt-BR"
#define SAY_LANGUAGE_TAG \
	DIAG_ERROR, "language-tag", \
	HINT_LANGUAGE_TAG_2, \
	"\"%s\" is no language tag"

#define SAY_IMAGE_IN_TEXT \
	DIAG_ERROR, "image-in-text", \
	"give it a paragraph of its own: an empty line before and after it", \
	"a figure may not stand inside a line of text"

#define SAY_NESTING_TOO_DEEP \
	DIAG_ERROR, "nesting-too-deep", \
	"use fewer lists inside lists and quotes inside quotes", \
	"quotes and lists are nested more than %d deep"

#define SAY_PARAGRAPH_TOO_LONG \
	DIAG_ERROR, "paragraph-too-long", \
	"put empty lines between its parts", \
	"this paragraph is longer than %zu KiB"

#define SAY_ROW_TOO_LONG \
	DIAG_ERROR, "paragraph-too-long", \
	"write less into the row", \
	"this row of a table is longer than %zu KiB"

#define SAY_ROW_CELLS \
	DIAG_WARNING, "row-cells", \
	"write \\| for a | in a cell's words, or give the head of the " \
	"table one more column", \
	"this row has more cells than the head of its table has; what is " \
	"from here on is left out"

#define SAY_TABLE_HEAD \
	DIAG_WARNING, "table-head", \
	"write as many cells into the line of dashes as into the line above", \
	"this makes no table: the line above has %zu cells, this one %zu"

#define SAY_TABLE_TOO_LARGE \
	DIAG_ERROR, "table-too-large", \
	"make several smaller tables, in several files", \
	"a table has at most %d columns, and the tables of a text have at " \
	"most %zu cells"

#define HINT_FOOTNOTE_UNUSED \
	"write [^%s] where it belongs, or delete it"
#define SAY_FOOTNOTE_UNUSED \
	DIAG_WARNING, "footnote-unused", \
	HINT_FOOTNOTE_UNUSED, \
	"nothing refers to the footnote [^%s], so it is left out"

#define HINT_FOOTNOTE_UNKNOWN \
	"write a line that begins with %s: and the footnote's words"
#define SAY_FOOTNOTE_UNKNOWN \
	DIAG_WARNING, "footnote-unknown", \
	HINT_FOOTNOTE_UNKNOWN, \
	"there is no footnote %s"

#define SAY_FOOTNOTE_TWICE \
	DIAG_ERROR, "footnote-twice", \
	"give one of them another name, here and where it is referred to", \
	"there is a footnote [^%s] already"

#define SAY_FILE_TOO_LARGE \
	DIAG_ERROR, "file-too-large", \
	"divide the text into several files", \
	"the text is longer than %zu KiB"

#define HINT_SWITCH_NESTED \
	"write <!-- end --> before it; the part \"%s\" began on line %u"
#define SAY_SWITCH_NESTED \
	DIAG_ERROR, "switch-nested", \
	HINT_SWITCH_NESTED, \
	"a part \"%s\" cannot stand inside another"

#define SAY_SWITCH_END \
	DIAG_ERROR, "switch-end", \
	"take this line out, or write <!-- web-only --> or <!-- print-only " \
	"--> above, in the same list or quote", \
	"nothing that this could end begins above"

#define HINT_SWITCH_END_SECTION \
	"write {{/%s}} before this line"
#define SAY_SWITCH_END_SECTION \
	DIAG_ERROR, "switch-end", \
	HINT_SWITCH_END_SECTION, \
	"the section {{#%s}} of line %u is still open"

#define HINT_PLACEHOLDER_UNKNOWN_SECTION \
	"did you mean %s?"
#define HINT_PLACEHOLDER_UNKNOWN_SECTION_2 \
	"the names are those of a clinic's profile, such as " \
	"clinic.booking_url"
#define SAY_PLACEHOLDER_UNKNOWN_SECTION \
	DIAG_ERROR, "placeholder-unknown", \
	HINT_PLACEHOLDER_UNKNOWN_SECTION_2, \
	"there is no value \"%s\""

#define HINT_SECTION_END \
	"take this line out, or write {{#%s}} above, in the same list or " \
	"quote"
#define SAY_SECTION_END \
	DIAG_ERROR, "section-end", \
	HINT_SECTION_END, \
	"no section \"%s\" begins above"

#define HINT_SECTION_END_OTHER \
	"write {{/%s}} here, or before this line"
#define HINT_SECTION_END_OTHER_2 \
	"write <!-- end --> before this line"
#define SAY_SECTION_END_OTHER \
	DIAG_ERROR, "section-end", \
	HINT_SECTION_END_OTHER_2, \
	"the part \"%s\" of line %u is still open"

#define HINT_SECTION_OPEN \
	"write {{/%s}} on a line of its own behind it, in the same list or " \
	"quote"
#define SAY_SECTION_OPEN \
	DIAG_ERROR, "section-open", \
	HINT_SECTION_OPEN, \
	"the section \"%s\" has no end"

#define SAY_SWITCH_OPEN \
	DIAG_ERROR, "switch-open", \
	"write <!-- end --> on a line of its own behind it, in the same " \
	"list or quote", \
	"the part \"%s\" has no end"

#define SAY_NESTING_TOO_DEEP_INLINE \
	DIAG_ERROR, "nesting-too-deep", \
	"take some of the stars and brackets away", \
	"emphasis and links are nested more than %d deep"

#define SAY_PRIVATE_CHARACTER \
	DIAG_ERROR, "private-character", \
	"delete it; it has a meaning in one font alone", \
	"the character U+%05X is for private use"

#define SAY_PLACEHOLDER_TOO_MANY \
	DIAG_ERROR, "placeholder-too-many", \
	"divide the text into several files", \
	"the text holds more than %d values in {{ }}"

#define SAY_LANG_FOLDER \
	DIAG_ERROR, "lang-folder", \
	"move the file, or take the line out", \
	"this file is in the folder of %s"

#define SAY_LANGUAGE_FOLDER \
	DIAG_ERROR, "language-folder", \
	"make the folder and put the chapters into it, or take the " \
	"language out of guide.yaml", \
	"cannot read the folder of this language: %s"

#define SAY_SVG_MISSING \
	DIAG_ERROR, "svg-missing", \
	"every shape says where it is", \
	"<%s> has no %s"

#define SAY_SVG_NUMBER \
	DIAG_ERROR, "svg-number", \
	"write a plain number such as 12.5, without mm or %", \
	"%s=\"%s\" is no number"

#define SAY_SVG_NUMBER_NEGATIVE \
	DIAG_ERROR, "svg-number", \
	"write a number that is not negative", \
	"%s may not be negative"

#define HINT_SVG_ATTRIBUTE \
	"delete it, or save the file as plain SVG with presentation attributes"
#define SAY_SVG_ATTRIBUTE \
	DIAG_ERROR, "svg-attribute", \
	HINT_BY_VALUE, \
	"<%s> may not have %s%s%s here"

#define HINT_SVG_CLASS \
	"did you mean %s?"
#define HINT_SVG_CLASS_2 \
	"the classes are role-paper, role-tint1, role-tint2, role-accent"
#define SAY_SVG_CLASS \
	DIAG_ERROR, "svg-class", \
	HINT_SVG_CLASS_2, \
	"class=\"%s\" is no role"

#define SAY_SVG_COLOUR \
	DIAG_ERROR, "svg-colour", \
	"write none, currentColor, a colour such as #e2b39e or a name such as " \
	"teal; or give it class=\"role-tint1\" (or another role)", \
	"%s=\"%s\" is no colour"

#define SAY_SVG_STROKE_GRADIENT \
	DIAG_ERROR, "svg-stroke", \
	"give the line one colour, or turn it into a shape (Stroke to Path)", \
	"the line of <%s> is drawn with a gradient"

#define SAY_SVG_NUMBER_SHARE \
	DIAG_ERROR, "svg-number", \
	"write a number from 0 to 1 such as 0.5, or 50%", \
	"%s=\"%s\" is no share"

#define SAY_SVG_TRANSFORM \
	DIAG_ERROR, "svg-transform", \
	"write translate(10 20), scale(2), rotate(30), skewX(10), skewY(10) or " \
	"matrix() of six numbers", \
	"%s=\"%s\" is not understood"

#define SAY_SVG_VIEW \
	DIAG_ERROR, "svg-view", \
	"write viewBox=\"0 0 24 24\" and a word such as xMidYMid", \
	"%s=\"%s\" is not understood"

#define SAY_SVG_STYLE \
	DIAG_ERROR, "svg-style", \
	"write properties and their values, such as \"fill: teal; stroke: " \
	"none\", without @, comments or braces", \
	"style may not hold \"%s\""

#define SAY_SVG_REFERENCE \
	DIAG_ERROR, "svg-reference", \
	"a figure refers to its own parts alone: #name, url(#name)", \
	"%s=\"%s\" leads out of the figure"

#define SAY_SVG_REFERENCE_MISSING \
	DIAG_ERROR, "svg-reference", \
	"give the part this id, or delete what refers to it", \
	"%s=\"%s\": nothing in the figure has the id \"%s\""

#define SAY_SVG_REFERENCE_KIND \
	DIAG_ERROR, "svg-reference", \
	"fill refers to gradients, clip-path to clipPath, mask to mask, <use> " \
	"to shapes, groups and symbols", \
	"%s=\"%s\" may not refer to a <%s>"

#define SAY_SVG_CIRCLE \
	DIAG_ERROR, "svg-reference", \
	"let it refer to something that does not lead back to it", \
	"<%s> refers to itself"

#define SAY_SVG_MASK \
	DIAG_ERROR, "svg-mask", \
	"use a clip path (in Inkscape: Object, Clip, Set); a mask may only " \
	"hold white shapes without lines and transparency", \
	"a mask with shades or colours cannot be printed"

#define SAY_SVG_CLIP_RULE \
	DIAG_ERROR, "svg-clip", \
	"unite the shapes in the drawing program (Path, Union)", \
	"<%s> has several shapes, one of them with holes by clip-rule or " \
	"fill-rule evenodd"

#define SAY_SVG_CLIP_INSIDE \
	DIAG_ERROR, "svg-clip", \
	"give clip-path to the <clipPath> itself, or cut the shape in the " \
	"drawing program", \
	"a part of a clip path or mask is clipped itself"

#define HINT_SVG_VALUE \
	"write %s or %s"
#define SAY_SVG_VALUE \
	DIAG_ERROR, "svg-value", \
	HINT_SVG_VALUE, \
	"%s=\"%s\" is not known"

#define SAY_SVG_NUMBER_DASHES \
	DIAG_ERROR, "svg-number", \
	"write lengths such as stroke-dasharray=\"4 3\"", \
	"stroke-dasharray=\"%s\" is not understood"

#define SAY_SVG_PATH \
	DIAG_ERROR, "svg-path", \
	"draw it anew, or save the file again as plain SVG", \
	"<%s>: %s"

#define SAY_SVG_TEXT \
	DIAG_ERROR, "svg-text", \
	"give it data-label=\"name\" and the words in figures.yaml " \
	"(labels:), so that they can be translated", \
	"<%s> has no data-label"

#define HINT_LABEL_MISSING \
	"write \"%s: ...\" under labels: of this figure in figures.yaml"
#define SAY_LABEL_MISSING \
	DIAG_ERROR, "label-missing", \
	HINT_LABEL_MISSING, \
	"the label \"%s\" has no words in this language"

#define HINT_SVG_ELEMENT \
	"write xmlns=\""
#define HINT_SVG_ELEMENT_2 \
	"\" into <svg>"
#define HINT_SVG_ELEMENT_3 \
	"did you mean <%s>?"
#define HINT_SVG_ELEMENT_4 \
	"figures are drawn with shapes, groups, text, gradients and clip " \
	"paths; save the file as plain SVG"
#define SAY_SVG_ELEMENT \
	DIAG_ERROR, "svg-element", \
	HINT_SVG_ELEMENT_4, \
	"a figure may not hold <%s>"

#define SAY_SVG_ELEMENT_PLACE \
	DIAG_ERROR, "svg-element", \
	"the file is one <svg> with shapes in it", \
	"<%s> may not stand here"

#define SAY_SVG_TEXT_OUTSIDE \
	DIAG_ERROR, "svg-text", \
	"put the words into <text data-label=\"...\">", \
	"there are words outside of <text>"

#define SAY_SVG_ELEMENT_OTHER \
	DIAG_ERROR, "svg-element", \
	"delete it", \
	"a figure may hold elements and comments alone"

#define SAY_SVG_ELEMENT_INSIDE \
	DIAG_ERROR, "svg-element", \
	"put it where shapes stand", \
	"<%s> may not stand inside of <%s>"

#define SAY_SVG_TOO_MANY \
	DIAG_ERROR, "svg-too-large", \
	"draw it with fewer shapes", \
	"a figure may hold %d elements"

#define SAY_SVG_TOO_DEEP \
	DIAG_ERROR, "svg-too-large", \
	"take the groups away", \
	"elements are nested more than %d deep"

#define SAY_SVG_TOO_MANY_USED \
	DIAG_ERROR, "svg-too-large", \
	"draw it with fewer copies", \
	"<use>, clip paths and masks may draw %d elements"

#define SAY_SVG_TOO_LONG \
	DIAG_ERROR, "svg-too-large", \
	"simplify its paths (in Inkscape: Path, Simplify) or use fewer clips", \
	"a figure may have %d points, with those of clips, copies and gradients"

#define SAY_SVG_TOO_MUCH_USED \
	DIAG_ERROR, "svg-too-large", \
	"draw it with fewer copies, or with shorter attributes", \
	"a figure may have %d MiB of attributes, with those of copies"

#define SAY_SVG_FAR \
	DIAG_ERROR, "svg-far", \
	"delete what lies outside of the page in the drawing program", \
	"<%s> reaches far out of the figure"

#define SAY_SVG_LABEL_OUTSIDE \
	DIAG_ERROR, "svg-far", \
	"move it into the figure, or delete it", \
	"the label \"%s\" stands outside of the figure"

#define SAY_SVG_SIZE \
	DIAG_ERROR, "svg-size", \
	"write viewBox=\"0 0 320 200\" with its own width and height, at most " \
	"20000", \
	"<svg> does not say how large it is"

#define SAY_SVG_XML \
	DIAG_ERROR, "svg-xml", \
	"open the file in a drawing program and save it as plain SVG", \
	"the figure is not well-formed: %.*s"

#define SAY_SVG_DOCTYPE \
	DIAG_ERROR, "svg-doctype", \
	"delete the line", \
	"a figure may not declare a document type"

#define SAY_SVG_TOO_LARGE \
	DIAG_ERROR, "svg-too-large", \
	"draw it with fewer points", \
	"a figure may be 1 MiB long"

#define HINT_LANGUAGE_TAG_SPAN \
	"write lang=\"%s\""
#define HINT_LANGUAGE_TAG_SPAN_2 \
	"write a tag such as pl or pt-BR"
#define SAY_LANGUAGE_TAG_SPAN \
	DIAG_ERROR, "language-tag", \
	HINT_LANGUAGE_TAG_SPAN_2, \
	"\"%s\" is no language tag"

#define HINT_TAG_OPEN \
	"write </%s> behind the words, in the same paragraph and inside " \
	"the same ** or [ ]"
#define SAY_TAG_OPEN \
	DIAG_ERROR, "tag-open", \
	HINT_TAG_OPEN, \
	"<%s> has no end"

#define SAY_NOT_UTF8 \
	DIAG_ERROR, "not-utf8", \
	"in your editor choose \"save as\" and there the encoding UTF-8", \
	"this file was not saved as UTF-8 text: the byte 0x%02X here is none"

#define SAY_CONTROL_CHARACTER \
	DIAG_ERROR, "control-character", \
	"delete the invisible character at this place", \
	"the control character U+%04X%s may not be used"

#define SAY_BRINGS_HELP_NONE \
	DIAG_ERROR, "brings-help", \
	"write a callout of this kind on the same page, or name one that is " \
	"there", \
	"there is no callout to bring forward: this page has none that is " \
	"\"%s\""

#define HINT_WORKSHEET_UNKNOWN \
	"did you mean \"%s\"?"
#define HINT_WORKSHEET_UNKNOWN_2 \
	"write the id of a file in worksheets/, or take it out"
#define SAY_WORKSHEET_UNKNOWN \
	DIAG_ERROR, "worksheet-unknown", \
	HINT_WORKSHEET_UNKNOWN_2, \
	"there is no worksheet \"%s\""

#define HINT_SOURCE_UNKNOWN \
	"did you mean \"%s\"?"
#define HINT_SOURCE_UNKNOWN_2 \
	"add a source with this id to sources.yaml, or take it out here"
#define SAY_SOURCE_UNKNOWN \
	DIAG_ERROR, "source-unknown", \
	HINT_SOURCE_UNKNOWN_2, \
	"there is no source \"%s\" in sources.yaml"

#define SAY_IN_BOOKLET_PRINTED \
	DIAG_WARNING, "in-booklet", \
	"write \"in_booklet: yes\", or take it out of print:", \
	"this says that worksheet \"%s\" is not in the booklet, but print: " \
	"in %s has it (line %u), and it is printed"

#define HINT_IN_BOOKLET_MISSING \
	"add \"- %s\" to print:, or write \"in_booklet: no\""
#define SAY_IN_BOOKLET_MISSING \
	DIAG_WARNING, "in-booklet", \
	HINT_IN_BOOKLET_MISSING, \
	"this says that worksheet \"%s\" is in the booklet, but print: in " \
	"%s (line %u) does not have it, and it is not printed"

#define SAY_LIVE_HELP \
	DIAG_ERROR, "live-help", \
	"ring the number, then write \"status: verified\" and the day into " \
	"checked:", \
	"\"%s\" is not verified, and the edition \"%s\" is live"

#define HINT_HELP_FILE \
	"write help.yaml, with the lines that answer there: there is no such " \
	"file, or nothing in it"
#define SAY_HELP_NONE \
	DIAG_ERROR, "help-none", \
	"add lines for this region to help.yaml", \
	"no help line that may be printed answers in the region \"%s\""

#define SAY_HELP_EMERGENCY \
	DIAG_ERROR, "help-emergency", \
	"add a line with \"level: emergency\" for this region to " \
	"help.yaml, with status verified or seen", \
	"no emergency line answers in the region \"%s\""

#define HINT_LIVE_REVIEWER \
	"write name, role and date of the review into reviewed_by: in " \
	"guide.yaml, or call \"%s\" a sample"
#define SAY_LIVE_REVIEWER \
	DIAG_ERROR, "live-reviewer", \
	HINT_LIVE_REVIEWER, \
	"a live edition needs a clinical review, and guide.yaml names no " \
	"reviewer"

#define SAY_LIVE_CONTACT \
	DIAG_ERROR, "live-contact", \
	"add phone: or email: to this profile, or call it a sample", \
	"a live edition has to say how to reach the clinic"

#define SAY_LIVE_DRAFT \
	DIAG_ERROR, "live-draft", \
	"write \"status: reviewed\" at its head once a clinician has read " \
	"it", \
	"this page is a draft, and the edition \"%s\" is live"

/* doc/ */

#define SAY_HELP_NONE_HERE \
	DIAG_ERROR, "help-none", \
	"add lines for this region to help.yaml, with status verified or " \
	"seen", \
	"there is no help line to print here (level %s, region %s)"

#define SAY_HELP_NONE_HERE_WARNING \
	DIAG_WARNING, "help-none", \
	"add lines for this region to help.yaml, with status verified or " \
	"seen", \
	"there is no help line to print here (level %s, region %s)"

#define SAY_FIELD_UNKNOWN \
	DIAG_ERROR, "field-unknown", \
	HINT_BY_VALUE, \
	"\"%s\" has no field \"%s\""

#define SAY_FIELD_TYPE \
	DIAG_ERROR, "field-type", \
	HINT_BY_VALUE, \
	"field \"%s\" of \"%s\" cannot hold this"

#define HINT_FIELD_MISSING \
	"add \"%s: ...\": %s"
#define SAY_FIELD_MISSING \
	DIAG_ERROR, "field-missing", \
	HINT_FIELD_MISSING, \
	"\"%s\" needs a field \"%s\""

#define SAY_FIELD_LONG \
	DIAG_ERROR, "field-long", \
	"say it in fewer words", \
	"field \"%s\" holds %zu bytes; at most %zu fit"

#define HINT_FIELD_COUNT \
	"give from %lld to %lld"
#define SAY_FIELD_COUNT \
	DIAG_ERROR, "field-count", \
	HINT_FIELD_COUNT, \
	"field \"%s\" has %zu %s"

#define HINT_FIELD_NUMBER \
	"write a whole number from %lld to %lld"
#define SAY_FIELD_NUMBER \
	DIAG_ERROR, "field-number", \
	HINT_FIELD_NUMBER, \
	"field \"%s\" of \"%s\" cannot hold this"

#define HINT_FIELD_CHOICE \
	"write %s"
#define HINT_FIELD_CHOICE_2 \
	" or "
#define SAY_FIELD_CHOICE \
	DIAG_ERROR, "field-choice", \
	HINT_FIELD_CHOICE_2, \
	"field \"%s\" of \"%s\" cannot hold this"

#define SAY_FIELD_TYPE_MAP \
	DIAG_ERROR, "field-type", \
	"write one \"name: value\" on each line of the block", \
	"\"%s\" takes fields with names"

#define SAY_LINK_SCHEME \
	DIAG_ERROR, "link-scheme", \
	"links may start with http:, https:, mailto:, tel: or sms:", \
	"a link may not start with \"%s:\""

#define SAY_LINK_USER \
	DIAG_ERROR, "link-user", \
	"write the address without what stands before the @", \
	"a link may not hold a user name: \"%s\""

#define SAY_LINK_BROKEN \
	DIAG_ERROR, "link-broken", \
	"write the whole address, without spaces, such as " \
	"https://example.org/page", \
	"\"%s\" is not a whole address"

#define HINT_LINK_NOWHERE \
	"did you mean (%s)?"
#define HINT_LINK_NOWHERE_2 \
	"write the name of a chapter's file, such as (01-rush-of-love.md); " \
	"for a page on the web start with https://"
#define SAY_LINK_NOWHERE \
	DIAG_ERROR, "link-nowhere", \
	HINT_LINK_NOWHERE_2, \
	"this link leads nowhere: there is no chapter in \"%s\""

#define HINT_LINK_NOWHERE_SPARE \
	"add \"- %s\" to order: in guide.yaml, or take the link out"
#define SAY_LINK_NOWHERE_SPARE \
	DIAG_ERROR, "link-nowhere", \
	HINT_LINK_NOWHERE_SPARE, \
	"this link leads nowhere: %s is there, but its id is not in " \
	"guide.yaml's order"

#define SAY_LINK_ONE_MEDIUM \
	DIAG_ERROR, "link-one-medium", \
	"link to the page without #heading, or put the link into a part " \
	"for the same medium", \
	"the heading that this link leads to is only %s"

#define HINT_LINK_NOWHERE_HEADING \
	"did you mean #%s?"
#define HINT_LINK_NOWHERE_HEADING_2 \
	"that page has no headings: take the # and what follows it away"
#define HINT_LINK_NOWHERE_HEADING_3 \
	"its headings are #%s"
#define SAY_LINK_NOWHERE_HEADING \
	DIAG_ERROR, "link-nowhere", \
	HINT_LINK_NOWHERE_HEADING_2, \
	"this link leads nowhere: %s has no heading \"#%s\""

#define SAY_LINK_EMPTY \
	DIAG_ERROR, "link-empty", \
	"write the address between ( and )", \
	"this link has no address"

#define SAY_LINK_NOWHERE_SLASH \
	DIAG_ERROR, "link-nowhere", \
	"write the name of a chapter's file, or a whole address that " \
	"starts with https://", \
	"a link inside the guide cannot start with \"%c\""

#define SAY_CHAPTER_ID_RESERVED \
	DIAG_ERROR, "chapter-id", \
	"choose another id", \
	"\"%s\" is the name of another page"

#define HINT_CHAPTER_ID_TWICE \
	"%s has it already; choose another id"
#define SAY_CHAPTER_ID_TWICE \
	DIAG_ERROR, "chapter-id-twice", \
	HINT_CHAPTER_ID_TWICE, \
	"the id \"%s\" is there twice"

#define HINT_WORKSHEET_NUMBER \
	"%s has it already; choose another number"
#define SAY_WORKSHEET_NUMBER \
	DIAG_ERROR, "worksheet-number", \
	HINT_WORKSHEET_NUMBER, \
	"two worksheets have number %d"

#define SAY_HEADING_ONE \
	DIAG_ERROR, "heading-one", \
	"start this heading with ##; the title of the page is \"title:\" " \
	"at the head of the file", \
	"a heading with one # is the title, and the page has one already"

#define HINT_HEADING_JUMP \
	"start with ##"
#define HINT_HEADING_JUMP_2 \
	"take one # away, or add the heading between"
#define SAY_HEADING_JUMP \
	DIAG_ERROR, "heading-jump", \
	HINT_HEADING_JUMP_2, \
	"this heading is of level %d, but what stands above is of level %d"

#define SAY_PAGE_BREAK_WORKSHEET \
	DIAG_ERROR, "page-break-place", \
	"take it out, or make two worksheets", \
	"a worksheet is one page"

#define SAY_PAGE_BREAK_INSIDE \
	DIAG_ERROR, "page-break-place", \
	"write it between two paragraphs, outside lists, quotes and parts " \
	"for one medium", \
	"a page cannot end inside another block"

#define SAY_CHAPTER_EMPTY \
	DIAG_ERROR, "chapter-empty", \
	"write something below the front matter, or take the chapter out " \
	"of \"order:\" in guide.yaml", \
	"this chapter has no text"

#define SAY_CALLOUT_NESTED \
	DIAG_ERROR, "callout-nested", \
	"end the first callout with an empty line, then start this one", \
	"a callout cannot stand inside another"

#define SAY_LINK_NO_WORDS \
	DIAG_ERROR, "link-no-words", \
	"write between [ and ] where the link leads", \
	"this link has no words"

#define SAY_HEADING_EMPTY \
	DIAG_ERROR, "heading-empty", \
	"write the heading's words behind the #, or take the # away", \
	"this heading has no words"

#define HINT_CARD_FULL \
	"write \"size: a7\", or give at most %d blanks"
#define SAY_CARD_FULL \
	DIAG_ERROR, "card-full", \
	HINT_CARD_FULL, \
	"a card of the size of a wallet cannot hold %zu blanks"

#define SAY_GLOSSARY_NONE \
	DIAG_ERROR, "glossary-none", \
	"add words to glossary.yaml in the folder of the language, or take " \
	"this block out", \
	"there are no words to explain here"

#define SAY_SOURCES_NONE \
	DIAG_ERROR, "sources-none", \
	"add sources to sources.yaml, or take this block out", \
	"there are no sources to list here"

#define SAY_GRID_COLUMN \
	DIAG_ERROR, "grid-column", \
	"keep one of \"circles\", \"tick\", \"choose\" and \"choices\"", \
	"a place of this column cannot hold all of these"

#define SAY_GRID_CHOOSE_ONE \
	DIAG_ERROR, "grid-choose-one", \
	"give another column \"choose: yes\", or write \"tick: yes\"", \
	"there is one circle in a row, so nothing to choose from"

#endif
