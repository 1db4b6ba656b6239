/* SPDX-License-Identifier: MIT */
/*
 * Messages about YAML, settings, themes and the command line.
 * Only through base/messages.h.
 *
 * Each SAY_... is level, id, hint and text of one message; a HINT_... is a hint
 * with something to fill in.
 */
#ifndef BASE_MESSAGES_SETTINGS_H
#define BASE_MESSAGES_SETTINGS_H

/* base/ */

#define SAY_YAML_COLON \
	DIAG_ERROR, "yaml-colon", \
	HINT_BY_VALUE, \
	"a colon followed by a space begins a new value here"

#define SAY_YAML_TAB \
	DIAG_ERROR, "yaml-tab", \
	"use spaces, not tabs", \
	"a tab is used to indent"

#define SAY_YAML_TAB_SPACE \
	DIAG_ERROR, "yaml-tab", \
	"use spaces, not tabs", \
	"a tab stands here where a space belongs"

#define SAY_YAML_ESCAPE \
	DIAG_ERROR, "yaml-escape", \
	"write \\\\ for a backslash, or use single quotes", \
	"a backslash in double quotes needs a character that it may stand " \
	"before"

#define SAY_YAML_QUOTE_OPEN \
	DIAG_ERROR, "yaml-quote-open", \
	"add the same quotation mark where the text ends", \
	"a quotation mark is never closed"

#define SAY_YAML_KEY_BELOW \
	DIAG_ERROR, "yaml-key", \
	"indent it as its neighbours are, and write \"key: value\"", \
	"this does not fit below the line above it"

#define SAY_YAML_KEY_START \
	DIAG_ERROR, "yaml-key", \
	"write \"key: value\" in every line", \
	"this does not fit below what is above it"

#define SAY_YAML_KEY \
	DIAG_ERROR, "yaml-key", \
	"write \"key: value\", with a space after the colon; a longer text " \
	"goes on in lines that are indented", \
	"this line has no key"

#define SAY_YAML_LIST_PLACE \
	DIAG_ERROR, "yaml-list", \
	"begin the list in the line after its key, each item with \"- \"", \
	"a list cannot begin here"

#define SAY_YAML_LIST \
	DIAG_ERROR, "yaml-list", \
	"begin it with \"- \", or indent it as its neighbours are", \
	"this line does not belong to the list above it"

#define SAY_YAML_BRACKET \
	DIAG_ERROR, "yaml-bracket", \
	HINT_BY_VALUE, \
	"text that begins with [ is read as a list"

#define HINT_YAML_GROUP_NOTE \
	"a # after a space begins a note; put quotes round what begins with " \
	"it, such as \"#265240\""
#define HINT_YAML_GROUP_END \
	"end the group with } on the same line, or put quotes round it if it " \
	"is none"
#define SAY_YAML_BRACE \
	DIAG_ERROR, "yaml-bracket", \
	HINT_BY_VALUE, \
	"text that begins with { is read as a group of values"

#define SAY_YAML_ALIAS_STAR \
	DIAG_ERROR, "yaml-alias", \
	HINT_BY_VALUE, \
	"text that begins with * needs quotes"

#define SAY_YAML_ALIAS_AND \
	DIAG_ERROR, "yaml-alias", \
	HINT_BY_VALUE, \
	"text that begins with & needs quotes"

#define SAY_YAML_BLOCK \
	DIAG_ERROR, "yaml-block", \
	"put the text in the next line, indented, or put quotes round it", \
	"after | or > the text begins in the next line"

#define SAY_YAML_PLACEHOLDER \
	DIAG_ERROR, "yaml-placeholder", \
	HINT_BY_VALUE, \
	"a value that begins with {{ needs quotes"

#define SAY_YAML_QUOTES \
	DIAG_ERROR, "yaml-quotes", \
	"put quotes round it whole: in double quotes write \\\" for a " \
	"quotation mark", \
	"there is more text after the closing quotation mark"

#define SAY_YAML_SIGN \
	DIAG_ERROR, "yaml-quotes", \
	HINT_BY_VALUE, \
	"text that begins with %c needs quotes"

#define SAY_YAML_KEY_STRAY \
	DIAG_ERROR, "yaml-key", \
	"indent it as the key above it, and see that the colon in the line " \
	"above has a space after it", \
	"a new key cannot begin here"

#define SAY_YAML_SYNTAX \
	DIAG_ERROR, "yaml-syntax", \
	"check the indentation and the quotation marks of this line and of " \
	"the one above", \
	"this does not fit here (%s)"

#define SAY_YAML_ALIAS \
	DIAG_ERROR, "yaml-alias", \
	HINT_BY_VALUE, \
	"text that begins with %c needs quotes"

#define SAY_YAML_TAG \
	DIAG_ERROR, "yaml-tag", \
	HINT_BY_VALUE, \
	"text that begins with ! needs quotes"

#define SAY_YAML_CONTROL_ESCAPE \
	DIAG_ERROR, "yaml-control", \
	"remove the backslash escape that makes it", \
	"the text holds a control character"

#define SAY_YAML_DEPTH \
	DIAG_ERROR, "yaml-depth", \
	"write it with fewer levels of indentation or brackets", \
	"values are nested more than %d deep"

#define SAY_YAML_KEY_KIND \
	DIAG_ERROR, "yaml-key", \
	HINT_BY_VALUE, \
	"a list or a group of values cannot be a key"

#define HINT_YAML_PLACEHOLDER_KEY \
	"put quotes round it"
#define SAY_YAML_PLACEHOLDER_KEY \
	DIAG_ERROR, "yaml-placeholder", \
	HINT_YAML_PLACEHOLDER_KEY, \
	"a value that begins with {{ needs quotes"

#define SAY_YAML_KEY_EMPTY \
	DIAG_ERROR, "yaml-key", \
	"write a key before the colon", \
	"a key is missing"

#define SAY_YAML_MERGE \
	DIAG_ERROR, "yaml-merge", \
	"write the values out", \
	"<< is not known here"

#define SAY_YAML_DUPLICATE_KEY \
	DIAG_ERROR, "yaml-duplicate-key", \
	"keep one of the two", \
	"\"%s\" is there twice, first in line %u"

#define SAY_YAML_DIRECTIVE \
	DIAG_ERROR, "yaml-directive", \
	"remove the lines that begin with %", \
	"a YAML directive is not known here"

#define SAY_YAML_DOCUMENTS \
	DIAG_ERROR, "yaml-documents", \
	"remove the line --- and what comes after it", \
	"a second document begins here"

#define SAY_YAML_SIZE \
	DIAG_ERROR, "yaml-size", \
	"split it into several files", \
	"this is too long: it has %zu bytes, and at most %zu are read"

#define SAY_YAML_UTF8 \
	DIAG_ERROR, "yaml-utf8", \
	"in your editor choose \"save as\" and there the encoding UTF-8", \
	"this file was not saved as UTF-8 text"

#define SAY_YAML_CONTROL \
	DIAG_ERROR, "yaml-control", \
	"delete it", \
	"there is a control character here"

#define SAY_YAML_SPACE \
	DIAG_ERROR, "yaml-space", \
	"delete it and type an ordinary space; some programs make the " \
	"other kind by themselves", \
	"this is a no-break space, which only looks like a space"

/* conf/ */

#define HINT_MISSING_KEY \
	"add \"%s:\" (%s)%s%s"
#define SAY_EMPTY_KEY \
	DIAG_ERROR, "empty-key", \
	HINT_MISSING_KEY, \
	"%s: \"%s\" is empty"

#define SAY_EMPTY_COLOUR \
	DIAG_ERROR, "empty-colour", \
	"a # after a space begins a note: put quotes round the colour, such " \
	"as \"#265240\", or take the line out", \
	"\"%s\" holds no colour"

#define HINT_CURLY_QUOTES \
	"write straight ones: \"%s\", or none; if they belong to the words, " \
	"put straight ones round them"
#define HINT_CURLY_QUOTES_2 \
	"write straight ones, \", or none"
#define SAY_CURLY_QUOTES \
	DIAG_WARNING, "curly-quotes", \
	HINT_CURLY_QUOTES_2, \
	"these are curly quotation marks, which readers will see"

#define SAY_MISSING_KEY \
	DIAG_ERROR, "missing-key", \
	HINT_MISSING_KEY, \
	"%s: \"%s\" is missing"

#define SAY_FIGURE_LABEL \
	DIAG_ERROR, "figure-label", \
	"write the words after the colon", \
	"label \"%s\" has no words"

#define SAY_FIGURE_ALT_DECORATIVE \
	DIAG_ERROR, "figure-alt", \
	"take out \"alt:\", or \"decorative: yes\"", \
	"figure \"%s\" is called decorative but has an alt text"

#define SAY_FIGURE_ALT \
	DIAG_ERROR, "figure-alt", \
	"write \"alt:\" with what it shows, or \"decorative: yes\" if a " \
	"reader who cannot see it misses nothing", \
	"figure \"%s\" has no alt text"

#define HINT_BAD_VALUE_LANGUAGE \
	"write %s"
#define HINT_BAD_VALUE_LANGUAGE_2 \
	"write the language's tag, such as en-GB, pl or ar"
#define SAY_BAD_VALUE_LANGUAGE \
	DIAG_ERROR, "bad-value", \
	HINT_BAD_VALUE_LANGUAGE_2, \
	"\"%s\" is not a language tag"

#define SAY_EXTENDS_UNKNOWN \
	DIAG_ERROR, "extends-unknown", \
	"name a language that stands under \"languages:\" too", \
	"the guide has no language \"%s\" to extend"

#define SAY_EXTENDS_LOOP \
	DIAG_ERROR, "extends-loop", \
	"take \"extends:\" out of the language that is whole", \
	"language \"%s\" leads round in a circle: it comes back to \"%s\""

#define SAY_CHANGES_ORDER \
	DIAG_ERROR, "changes-order", \
	"put the newest change first", \
	"this change is newer than the one above it, of %s"

#define SAY_CHANGES_LATER \
	DIAG_ERROR, "changes-later", \
	"give guide.yaml the date and version that have this change", \
	"this change is later than the guide's date, %s"

#define HINT_CHANGES_PAGE \
	"did you mean \"%s\"?"
#define HINT_CHANGES_PAGE_2 \
	"write the id of a page in guide.yaml's order, or leave it out"
#define SAY_CHANGES_PAGE \
	DIAG_ERROR, "changes-page", \
	HINT_CHANGES_PAGE_2, \
	"there is no page \"%s\""

#define SAY_REDIRECT_ADDRESS \
	DIAG_ERROR, "redirect-address", \
	"write it from the site's first page on, such as old-name.html or " \
	"old-folder/", \
	"\"%s\" is not an address that a page can have had"

#define SAY_REDIRECT_TAKEN \
	DIAG_ERROR, "redirect-taken", \
	"take it out, or give the other page another name", \
	"there is a page at \"%s\" already"

#define HINT_GLOSSARY_INSTEAD \
	"did you mean \"%s\"?"
#define SAY_GLOSSARY_INSTEAD \
	DIAG_WARNING, "glossary-instead", \
	"write the word as it stands in the other file, or take the line out", \
	"the extended language has no word \"%s\""

#define HINT_HELP_WORDS_STRANGER \
	"did you mean \"%s\"?"
#define SAY_HELP_WORDS_STRANGER \
	DIAG_WARNING, "help-words-stranger", \
	"write the words as they stand in the guide's help.yaml, " \
	"and look at their translation again", \
	"no line of help.yaml says \"%s\""

#define SAY_HELP_WORDS_FORM \
	DIAG_ERROR, "help-words-form", \
	"write words of help.yaml, a colon, and what this language says", \
	"there is no translation of \"%s\""

#define HINT_TERM_STRANGER \
	"did you mean \"%s\"?"
#define SAY_TERM_STRANGER \
	DIAG_WARNING, "term-stranger", \
	"name a term of the extended language, or add it there", \
	"the extended language has no term \"%s\""

#define SAY_TERM_FORM \
	DIAG_ERROR, "term-form", \
	"write a line such as \"nappy: diaper\"; names have letters, digits " \
	"and hyphens", \
	"term \"%s\" cannot be used"

#define SAY_LANGUAGE_UNKNOWN_DEFAULT \
	DIAG_ERROR, "language-unknown", \
	"add it under \"languages:\", or name one that is there", \
	"the guide has no language \"%s\""

#define HINT_REPEATED \
	"it stands on line %u already; take one of them out"
#define SAY_REPEATED \
	DIAG_ERROR, "repeated", \
	HINT_REPEATED, \
	"\"%s\" is twice in \"%s\""

#define HINT_PRINT_UNKNOWN \
	"did you mean \"%s\"?"
#define HINT_PRINT_UNKNOWN_2 \
	"write cover, contents, notes, back-cover or an id that stands " \
	"under \"order:\""
#define SAY_PRINT_UNKNOWN \
	DIAG_ERROR, "print-unknown", \
	HINT_PRINT_UNKNOWN_2, \
	"\"print\" names \"%s\", which is not in \"order\""

#define SAY_BAD_DATE_REVIEW \
	DIAG_ERROR, "bad-date", \
	"the next review has to be later than \"date\"", \
	"the next review, %s, is not after the guide's date, %s"

#define SAY_NO_GUIDE \
	DIAG_ERROR, "no-guide", \
	"name the folder that holds guide.yaml, as in \"bifolio build " \
	"my-guide\"; to start a new guide, copy the folder \"content\" of " \
	"bifolio's source code", \
	"there is no guide.yaml in %s"

#define SAY_HELP_UNREACHABLE \
	DIAG_ERROR, "help-unreachable", \
	"give it a \"number\", a \"text_to\" or a \"web\"", \
	"nobody can reach help line \"%s\""

#define SAY_HELP_TEXT_NUMBER \
	DIAG_ERROR, "help-text-number", \
	"add \"text_to:\" with the number", \
	"there is a word to send but no number to send it to"

#define SAY_HELP_NUMBER \
	DIAG_ERROR, "help-number", \
	"add \"number:\" with the number as it is dialled", \
	"there is a number to read but none to dial"

#define SAY_HELP_UNPROVEN \
	DIAG_ERROR, "help-unproven", \
	"add \"source\", \"checked\" and \"check_by\", or call it " \
	"unverified (then it is not printed)", \
	"help line \"%s\" does not say who checked it, and when"

#define SAY_BAD_DATE_CHECK \
	DIAG_ERROR, "bad-date", \
	"\"check_by\" has to be later than \"checked\"", \
	"help line \"%s\" was due before it was checked"

#define SAY_REPEATED_HELP \
	DIAG_ERROR, "repeated", \
	"give each help line an id of its own", \
	"two help lines are called \"%s\""

#define SAY_REPEATED_TERM \
	DIAG_ERROR, "repeated", \
	"explain each word once", \
	"\"%s\" is there twice"

#define SAY_REPEATED_SOURCE \
	DIAG_ERROR, "repeated", \
	"give each source an id of its own", \
	"two sources are called \"%s\""

#define SAY_FILE_UNREADABLE_KIND \
	DIAG_ERROR, "file-unreadable", \
	"it has to be a plain file of at most 1 MiB", \
	"cannot read this file: %s"

#define SAY_FILE_UNREADABLE \
	DIAG_ERROR, "file-unreadable", \
	"look at the file's owner and permissions", \
	"cannot read this file: %s"

#define SAY_WRONG_TYPE_MAP \
	DIAG_ERROR, "wrong-type", \
	"write one \"name: value\" on each line", \
	"%s takes names with values here"

#define SAY_UNKNOWN_KEY \
	DIAG_ERROR, "unknown-key", \
	HINT_BY_VALUE, \
	"%s has no key \"%s\" here"

#define SAY_WRONG_TYPE \
	DIAG_ERROR, "wrong-type", \
	HINT_BY_VALUE, \
	"\"%s\" cannot hold this"

#define SAY_BAD_FORMAT \
	DIAG_ERROR, "bad-format", \
	HINT_BY_VALUE, \
	"this version reads format 1 of %s, not \"%s\""

#define SAY_BAD_DATE \
	DIAG_ERROR, "bad-date", \
	HINT_BY_VALUE, \
	"\"%s\" is not a value for \"%s\""

#define SAY_BAD_NUMBER \
	DIAG_ERROR, "bad-number", \
	HINT_BY_VALUE, \
	"\"%s\" is not a value for \"%s\""

#define SAY_BAD_CHOICE \
	DIAG_ERROR, "bad-choice", \
	HINT_BY_VALUE, \
	"\"%s\" is not a value for \"%s\""

#define SAY_BAD_VALUE \
	DIAG_ERROR, "bad-value", \
	HINT_BY_VALUE, \
	"\"%s\" is not a value for \"%s\""

#define SAY_TOO_LONG \
	DIAG_ERROR, "too-long", \
	"say it in fewer words", \
	"\"%s\" holds %zu bytes; at most %zu fit"

#define HINT_BAD_COUNT \
	"give from %lld to %lld entries"
#define SAY_BAD_COUNT \
	DIAG_ERROR, "bad-count", \
	HINT_BAD_COUNT, \
	"\"%s\" has %zu %s"

#define SAY_EMPTY_ENTRY \
	DIAG_ERROR, "empty-entry", \
	"write something after the hyphen, or take the line out", \
	"an entry of \"%s\" is empty"

#define SAY_BAD_VALUE_SITE \
	DIAG_ERROR, "bad-value", \
	"write the folder in which the site will stand", \
	"a site's address holds no \"?\" and no \"#\""

#define SAY_PHONE_MISSING \
	DIAG_ERROR, "phone-missing", \
	"add \"phone:\" with the number as it is dialled", \
	"there is a number to read but none to dial"

#define SAY_BAD_VALUE_SUBREGION \
	DIAG_ERROR, "bad-value", \
	"a part of GB is GB-ENG, GB-NIR, GB-SCT or GB-WLS", \
	"\"%s\" is not a part of \"%s\""

#define SAY_REPEATED_LANGUAGE \
	DIAG_ERROR, "repeated", \
	"take one of them out", \
	"\"%s\" is twice in \"languages\""

#define SAY_LANGUAGE_UNKNOWN_PROFILE \
	DIAG_ERROR, "language-unknown", \
	"name one of those under \"languages:\"", \
	"\"%s\" is not one of the profile's languages"

#define SAY_NO_PROFILE \
	DIAG_ERROR, "no-profile", \
	HINT_BY_VALUE, \
	"there is no profile of a clinic \"%s\""

#define SAY_NO_PROFILES \
	DIAG_ERROR, "no-profiles", \
	"make the folder, with a file <name>.yaml for each clinic", \
	"cannot read the folder of the clinics' profiles: %s"

#define SAY_PROFILE_NAME \
	DIAG_ERROR, "profile-name", \
	"use small letters a to z, digits and hyphens, with a letter first", \
	"\"%s\" cannot be the name of a profile"

#define SAY_LANGUAGE_UNKNOWN_GUIDE \
	DIAG_ERROR, "language-unknown", \
	"name a language that stands under \"languages:\" in guide.yaml", \
	"the guide is not there in \"%s\""

#define HINT_BAD_LENGTH \
	"choose between %lld and %lld mm"
#define SAY_BAD_LENGTH \
	DIAG_ERROR, "bad-length", \
	HINT_BAD_LENGTH, \
	"\"%s\" cannot be printed like this"

#define SAY_BAD_LENGTH_SIZE \
	DIAG_ERROR, "bad-length", \
	"make the leading at least as large as the size", \
	"the lines of \"%s\" would touch"

#define SAY_CONTRAST \
	DIAG_ERROR, "contrast", \
	"make one of the two darker, or the other one lighter", \
	"\"%s\" on \"%s\" is %u.%02u to 1 %s; " \
	"to be seen by everybody it has to be %u.%u to 1"

#define SAY_THEME_INCOMPLETE \
	DIAG_ERROR, "theme-incomplete", \
	"write \"extends: default\", or set it here", \
	"the theme does not set %s \"%s\"%s%s"

#define SAY_THEME_INCOMPLETE_MORE \
	DIAG_ERROR, "theme-incomplete", \
	"write \"extends: default\": then all that you do not set comes " \
	"from the default theme", \
	"the theme does not set %zu more of its values"

#define HINT_NO_THEME \
	"a theme is a folder with a theme.yaml in it; looked in %s"
#define HINT_NO_THEME_2 \
	"no folder at all"
#define HINT_NO_THEME_3 \
	"it comes with bifolio: install bifolio (\"make install\"), or set " \
	"BIFOLIO_SHARE to the folder that holds its folder \"themes\"; " \
	"looked in %s"
#define SAY_NO_THEME \
	DIAG_ERROR, "no-theme", \
	HINT_NO_THEME_2, \
	"there is no theme \"%s\""

#define SAY_THEME_LOOP \
	DIAG_ERROR, "theme-loop", \
	"let the last of them extend default", \
	"themes extend each other in a circle"

#define SAY_NOT_UTF8_FILE \
	DIAG_ERROR, "not-utf8", \
	"save it as UTF-8 in your editor", \
	"this file is not plain text in UTF-8"

#define SAY_FILE_UNREADABLE_FOLDER \
	DIAG_ERROR, "file-unreadable", \
	"look at the folder's owner and permissions", \
	"cannot read this folder: %s"

#define SAY_THEME_TOO_MANY_FILES \
	DIAG_ERROR, "theme-too-many-files", \
	"take out what is not used", \
	"a theme has at most %d files in a folder"

#define HINT_UNKNOWN_KEY_WORDS \
	"did you mean \"%s\"?"
#define HINT_UNKNOWN_KEY_WORDS_2 \
	"take it out; bifolio never prints it"
#define SAY_UNKNOWN_KEY_WORDS \
	DIAG_ERROR, "unknown-key", \
	HINT_UNKNOWN_KEY_WORDS_2, \
	"bifolio has no words called \"%s\""

#define SAY_WRONG_TYPE_WORDS \
	DIAG_ERROR, "wrong-type", \
	"write the words after the colon", \
	"\"%s\" has no words"

#define SAY_WORD_HOLES \
	DIAG_ERROR, "word-holes", \
	HINT_BY_VALUE, \
	"\"%s\" (%s) does not have the right places to fill in"

#define SAY_BAD_FORMAT_WORDS \
	DIAG_ERROR, "bad-format", \
	"write \"format: 1\"", \
	"this version reads format 1 of %s"

#define HINT_WORD_MISSING \
	"add a line \"%s: ...\" (%s)"
#define SAY_WORD_MISSING \
	DIAG_ERROR, "word-missing", \
	HINT_WORD_MISSING, \
	"the words \"%s\" are missing"

#define HINT_NO_WORDS \
	"copy %s/strings/en-GB.yaml to %s.yaml in the same folder, and " \
	"translate the words in it"
#define SAY_NO_WORDS \
	DIAG_ERROR, "no-words", \
	HINT_NO_WORDS, \
	"the theme has no words of its own in \"%s\""

/* command/ */

#define SAY_EDITIONS_LIST \
	DIAG_ERROR, "editions-list", \
	"look at the folder's permissions", \
	"cannot list the editions: %s"

#define SAY_BUILDER_ENDED \
	DIAG_ERROR, "builder-ended", \
	"build again, and report it if it comes back; what was published " \
	"before is as it was", \
	"there is no new edition: %s"

#define SAY_PROGRESS \
	DIAG_ERROR, "progress", \
	"free some memory and build again", \
	"cannot share memory with the builder: %s"

#define SAY_LIMITS \
	DIAG_ERROR, "limits", \
	"say so to whoever looks after this machine", \
	"the build cannot be kept in its limits: %s"

#define SAY_CONFINE \
	DIAG_ERROR, "confine", \
	"say so to whoever looks after this machine", \
	"the build cannot be kept apart from other files: %s"

#define SAY_GUIDE_FOLDER \
	DIAG_ERROR, "guide-folder", \
	"name the folder that holds guide.yaml", \
	"cannot open the guide's folder: %s"

#define SAY_LANGUAGE_UNKNOWN_ASKED \
	DIAG_ERROR, "language-unknown", \
	"name one of the languages in the profile, or leave --lang out", \
	"clinic \"%s\" has no language \"%s\""

#define SAY_INPUT_READ_STANDARD \
	DIAG_ERROR, "input-read", \
	"name a Markdown file, or send its text through a pipe", \
	"cannot read standard input: %s"

#define SAY_INPUT_READ_FILE \
	DIAG_ERROR, "input-read", \
	"name a Markdown file of at most 1 MiB", \
	"cannot read it: %s"

#define SAY_OUTPUT_WRITE \
	DIAG_ERROR, "output-write", \
	"free some space", \
	"cannot write to standard output: %s"

#define SAY_OUTPUT_IN_GUIDE \
	DIAG_ERROR, "output-in-guide", \
	"name another folder with -o, such as -o out", \
	"the output folder is the guide itself"

#endif
