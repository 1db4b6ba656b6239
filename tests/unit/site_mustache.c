/* SPDX-License-Identifier: MIT */
/*
 * The template engine against the core of the Mustache specification 1.4:
 * every case of comments, delimiters, interpolation, inverted sections,
 * partials and sections, with words of our own; then what our engine adds:
 * places of mistakes and bounds.
 */
#include "site/mustache.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "site/value.h"
#include "t.h"

/* Values and partials are written as JSON. */
struct spec_case {
	const char	*claim, *data, *template, *partials, *expected;
};

static const struct spec_case cases[] = {
	{ "comments: inline",
	    "{}",
	    "12345{{! Aside }}67890",
	    "{}",
	    "1234567890" },
	{ "comments: multiline",
	    "{}",
	    "12345{{!\n  Several lines\n  of an aside\n}}67890\n",
	    "{}",
	    "1234567890\n" },
	{ "comments: standalone",
	    "{}",
	    "Start.\n{{! Aside }}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "comments: indented standalone",
	    "{}",
	    "Start.\n  {{! Far in }}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "comments: standalone line endings",
	    "{}",
	    "|\r\n{{! On its own }}\r\n|",
	    "{}",
	    "|\r\n|" },
	{ "comments: standalone without previous line",
	    "{}",
	    "  {{! On its own still }}\n!",
	    "{}",
	    "!" },
	{ "comments: standalone without newline",
	    "{}",
	    "!\n  {{! On its own still }}",
	    "{}",
	    "!\n" },
	{ "comments: multiline standalone",
	    "{}",
	    "Start.\n{{!\nWords that stay\n}}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "comments: indented multiline standalone",
	    "{}",
	    "Start.\n  {{!\n    Words that stay\n  }}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "comments: indented inline",
	    "{}",
	    "  12 {{! 34 }}\n",
	    "{}",
	    "  12 \n" },
	{ "comments: surrounding whitespace",
	    "{}",
	    "12345 {{! Aside }} 67890",
	    "{}",
	    "12345  67890" },
	{ "comments: variable name collision",
	    "{\"! comment\":1,\"! comment \":2,\"!comment\":3,\"comment"
	    "\":4}",
	    "asides stay hidden: >{{! comment }}<",
	    "{}",
	    "asides stay hidden: ><" },
	{ "delimiters: pair behavior",
	    "{\"text\":\"Soft!\"}",
	    "{{=<% %>=}}(<%text%>)",
	    "{}",
	    "(Soft!)" },
	{ "delimiters: special characters",
	    "{\"text\":\"All is well!\"}",
	    "({{=[ ]=}}[text])",
	    "{}",
	    "(All is well!)" },
	{ "delimiters: sections",
	    "{\"section\":true,\"data\":\"Here it is.\"}",
	    "[\n{{#section}}\n  {{data}}\n  |data|\n{{/section}}\n\n{{="
	    " | | =}}\n|#section|\n  {{data}}\n  |data|\n|/section|\n]"
	    "\n",
	    "{}",
	    "[\n  Here it is.\n  |data|\n\n  {{data}}\n  Here it is.\n]"
	    "\n" },
	{ "delimiters: inverted sections",
	    "{\"section\":false,\"data\":\"Here it is.\"}",
	    "[\n{{^section}}\n  {{data}}\n  |data|\n{{/section}}\n\n{{="
	    " | | =}}\n|^section|\n  {{data}}\n  |data|\n|/section|\n]"
	    "\n",
	    "{}",
	    "[\n  Here it is.\n  |data|\n\n  {{data}}\n  Here it is.\n]"
	    "\n" },
	{ "delimiters: partial inheritance",
	    "{\"value\":\"yes\"}",
	    "[ {{>include}} ]\n{{= | | =}}\n[ |>include| ]\n",
	    "{\"include\":\".{{value}}.\"}",
	    "[ .yes. ]\n[ .yes. ]\n" },
	{ "delimiters: post-partial behavior",
	    "{\"value\":\"yes\"}",
	    "[ {{>include}} ]\n[ .{{value}}.  .|value|. ]\n",
	    "{\"include\":\".{{value}}. {{= | | =}} .|value|.\"}",
	    "[ .yes.  .yes. ]\n[ .yes.  .|value|. ]\n" },
	{ "delimiters: surrounding whitespace",
	    "{}",
	    "| {{=@ @=}} |",
	    "{}",
	    "|  |" },
	{ "delimiters: outlying whitespace inline",
	    "{}",
	    " | {{=@ @=}}\n",
	    "{}",
	    " | \n" },
	{ "delimiters: standalone tag",
	    "{}",
	    "Start.\n{{=@ @=}}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "delimiters: indented standalone tag",
	    "{}",
	    "Start.\n  {{=@ @=}}\nStop.\n",
	    "{}",
	    "Start.\nStop.\n" },
	{ "delimiters: standalone line endings",
	    "{}",
	    "|\r\n{{= @ @ =}}\r\n|",
	    "{}",
	    "|\r\n|" },
	{ "delimiters: standalone without previous line",
	    "{}",
	    "  {{=@ @=}}\n=",
	    "{}",
	    "=" },
	{ "delimiters: standalone without newline",
	    "{}",
	    "=\n  {{=@ @=}}",
	    "{}",
	    "=\n" },
	{ "delimiters: pair with padding",
	    "{}",
	    "|{{= @   @ =}}|",
	    "{}",
	    "||" },
	{ "interpolation: no interpolation",
	    "{}",
	    "No tags {here}!\n",
	    "{}",
	    "No tags {here}!\n" },
	{ "interpolation: basic interpolation",
	    "{\"subject\":\"friend\"}",
	    "Good day, {{subject}}!\n",
	    "{}",
	    "Good day, friend!\n" },
	{ "interpolation: no re-interpolation",
	    "{\"template\":\"{{planet}}\",\"planet\":\"Earth\"}",
	    "{{template}}: {{planet}}",
	    "{}",
	    "{{planet}}: Earth" },
	{ "interpolation: html escaping",
	    "{\"forbidden\":\"& \\\" < >\"}",
	    "Made harmless: {{forbidden}}\n",
	    "{}",
	    "Made harmless: &amp; &quot; &lt; &gt;\n" },
	{ "interpolation: triple mustache",
	    "{\"forbidden\":\"& \\\" < >\"}",
	    "Left as they are: {{{forbidden}}}\n",
	    "{}",
	    "Left as they are: & \" < >\n" },
	{ "interpolation: ampersand",
	    "{\"forbidden\":\"& \\\" < >\"}",
	    "Left as they are: {{&forbidden}}\n",
	    "{}",
	    "Left as they are: & \" < >\n" },
	{ "interpolation: basic integer interpolation",
	    "{\"km\":85}",
	    "\"{{km}} miles an hour!\"",
	    "{}",
	    "\"85 miles an hour!\"" },
	{ "interpolation: triple mustache integer interpolation",
	    "{\"km\":85}",
	    "\"{{{km}}} miles an hour!\"",
	    "{}",
	    "\"85 miles an hour!\"" },
	{ "interpolation: ampersand integer interpolation",
	    "{\"km\":85}",
	    "\"{{&km}} miles an hour!\"",
	    "{}",
	    "\"85 miles an hour!\"" },
	{ "interpolation: basic decimal interpolation",
	    "{\"power\":1.21}",
	    "\"{{power}} litres!\"",
	    "{}",
	    "\"1.21 litres!\"" },
	{ "interpolation: triple mustache decimal interpolation",
	    "{\"power\":1.21}",
	    "\"{{{power}}} litres!\"",
	    "{}",
	    "\"1.21 litres!\"" },
	{ "interpolation: ampersand decimal interpolation",
	    "{\"power\":1.21}",
	    "\"{{&power}} litres!\"",
	    "{}",
	    "\"1.21 litres!\"" },
	{ "interpolation: basic null interpolation",
	    "{\"cannot\":null}",
	    "I ({{cannot}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: triple mustache null interpolation",
	    "{\"cannot\":null}",
	    "I ({{{cannot}}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: ampersand null interpolation",
	    "{\"cannot\":null}",
	    "I ({{&cannot}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: basic context miss interpolation",
	    "{}",
	    "I ({{cannot}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: triple mustache context miss interpolation",
	    "{}",
	    "I ({{{cannot}}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: ampersand context miss interpolation",
	    "{}",
	    "I ({{&cannot}}) be seen!",
	    "{}",
	    "I () be seen!" },
	{ "interpolation: dotted names, basic interpolation",
	    "{\"person\":{\"name\":\"Ama\"}}",
	    "\"{{person.name}}\" == \"{{#person}}{{name}}{{/person}}\"",
	    "{}",
	    "\"Ama\" == \"Ama\"" },
	{ "interpolation: dotted names, triple mustache interpolation",
	    "{\"person\":{\"name\":\"Ama\"}}",
	    "\"{{{person.name}}}\" == \"{{#person}}{{{name}}}{{/person}"
	    "}\"",
	    "{}",
	    "\"Ama\" == \"Ama\"" },
	{ "interpolation: dotted names, ampersand interpolation",
	    "{\"person\":{\"name\":\"Ama\"}}",
	    "\"{{&person.name}}\" == \"{{#person}}{{&name}}{{/person}}"
	    "\"",
	    "{}",
	    "\"Ama\" == \"Ama\"" },
	{ "interpolation: dotted names, arbitrary depth",
	    "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"name\":\"Noor\"}}}}}"
	    "}",
	    "\"{{a.b.c.d.e.name}}\" == \"Noor\"",
	    "{}",
	    "\"Noor\" == \"Noor\"" },
	{ "interpolation: dotted names, broken chains",
	    "{\"a\":{}}",
	    "\"{{a.b.c}}\" == \"\"",
	    "{}",
	    "\"\" == \"\"" },
	{ "interpolation: dotted names, broken chain resolution",
	    "{\"a\":{\"b\":{}},\"c\":{\"name\":\"Jim\"}}",
	    "\"{{a.b.c.name}}\" == \"\"",
	    "{}",
	    "\"\" == \"\"" },
	{ "interpolation: dotted names, initial resolution",
	    "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"name\":\"Noor\"}}}}}"
	    ",\"b\":{\"c\":{\"d\":{\"e\":{\"name\":\"Off\"}}}}}",
	    "\"{{#a}}{{b.c.d.e.name}}{{/a}}\" == \"Noor\"",
	    "{}",
	    "\"Noor\" == \"Noor\"" },
	{ "interpolation: dotted names, context precedence",
	    "{\"a\":{\"b\":{}},\"b\":{\"c\":\"BAD\"}}",
	    "{{#a}}{{b.c}}{{/a}}",
	    "{}",
	    "" },
	{ "interpolation: dotted names are never single keys",
	    "{\"a.b\":\"c\"}",
	    "{{a.b}}",
	    "{}",
	    "" },
	{ "interpolation: dotted names, no masking",
	    "{\"a.b\":\"c\",\"a\":{\"b\":\"d\"}}",
	    "{{a.b}}",
	    "{}",
	    "d" },
	{ "interpolation: implicit iterators, basic interpolation",
	    "\"friend\"",
	    "Hello, {{.}}!\n",
	    "{}",
	    "Hello, friend!\n" },
	{ "interpolation: implicit iterators, html escaping",
	    "\"& \\\" < >\"",
	    "Made harmless: {{.}}\n",
	    "{}",
	    "Made harmless: &amp; &quot; &lt; &gt;\n" },
	{ "interpolation: implicit iterators, triple mustache",
	    "\"& \\\" < >\"",
	    "Left as they are: {{{.}}}\n",
	    "{}",
	    "Left as they are: & \" < >\n" },
	{ "interpolation: implicit iterators, ampersand",
	    "\"& \\\" < >\"",
	    "Left as they are: {{&.}}\n",
	    "{}",
	    "Left as they are: & \" < >\n" },
	{ "interpolation: implicit iterators, basic integer interpola"
	    "tion",
	    "85",
	    "\"{{.}} miles an hour!\"",
	    "{}",
	    "\"85 miles an hour!\"" },
	{ "interpolation: interpolation, surrounding whitespace",
	    "{\"string\":\"---\"}",
	    "| {{string}} |",
	    "{}",
	    "| --- |" },
	{ "interpolation: triple mustache, surrounding whitespace",
	    "{\"string\":\"---\"}",
	    "| {{{string}}} |",
	    "{}",
	    "| --- |" },
	{ "interpolation: ampersand, surrounding whitespace",
	    "{\"string\":\"---\"}",
	    "| {{&string}} |",
	    "{}",
	    "| --- |" },
	{ "interpolation: interpolation, standalone",
	    "{\"string\":\"---\"}",
	    "  {{string}}\n",
	    "{}",
	    "  ---\n" },
	{ "interpolation: triple mustache, standalone",
	    "{\"string\":\"---\"}",
	    "  {{{string}}}\n",
	    "{}",
	    "  ---\n" },
	{ "interpolation: ampersand, standalone",
	    "{\"string\":\"---\"}",
	    "  {{&string}}\n",
	    "{}",
	    "  ---\n" },
	{ "interpolation: interpolation with padding",
	    "{\"string\":\"---\"}",
	    "|{{ string }}|",
	    "{}",
	    "|---|" },
	{ "interpolation: triple mustache with padding",
	    "{\"string\":\"---\"}",
	    "|{{{ string }}}|",
	    "{}",
	    "|---|" },
	{ "interpolation: ampersand with padding",
	    "{\"string\":\"---\"}",
	    "|{{& string }}|",
	    "{}",
	    "|---|" },
	{ "inverted: falsey",
	    "{\"truth\":false}",
	    "\"{{^truth}}Shown.{{/truth}}\"",
	    "{}",
	    "\"Shown.\"" },
	{ "inverted: truthy",
	    "{\"truth\":true}",
	    "\"{{^truth}}Hidden.{{/truth}}\"",
	    "{}",
	    "\"\"" },
	{ "inverted: null is falsey",
	    "{\"null\":null}",
	    "\"{{^null}}Shown.{{/null}}\"",
	    "{}",
	    "\"Shown.\"" },
	{ "inverted: context",
	    "{\"context\":{\"name\":\"Ama\"}}",
	    "\"{{^context}}Dear {{name}}.{{/context}}\"",
	    "{}",
	    "\"\"" },
	{ "inverted: list",
	    "{\"list\":[{\"n\":1},{\"n\":2},{\"n\":3}]}",
	    "\"{{^list}}{{n}}{{/list}}\"",
	    "{}",
	    "\"\"" },
	{ "inverted: empty list",
	    "{\"list\":[]}",
	    "\"{{^list}}Hooray!{{/list}}\"",
	    "{}",
	    "\"Hooray!\"" },
	{ "inverted: doubled",
	    "{\"bool\":false,\"two\":\"second\"}",
	    "{{^bool}}\n* first\n{{/bool}}\n* {{two}}\n{{^bool}}\n* thi"
	    "rd\n{{/bool}}\n",
	    "{}",
	    "* first\n* second\n* third\n" },
	{ "inverted: nested falsey",
	    "{\"bool\":false}",
	    "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |",
	    "{}",
	    "| A B C D E |" },
	{ "inverted: nested truthy",
	    "{\"bool\":true}",
	    "| A {{^bool}}B {{^bool}}C{{/bool}} D{{/bool}} E |",
	    "{}",
	    "| A  E |" },
	{ "inverted: context misses",
	    "{}",
	    "[{{^absent}}Nowhere{{/absent}}]",
	    "{}",
	    "[Nowhere]" },
	{ "inverted: dotted names, truthy",
	    "{\"a\":{\"b\":{\"c\":true}}}",
	    "\"{{^a.b.c}}Not There{{/a.b.c}}\" == \"\"",
	    "{}",
	    "\"\" == \"\"" },
	{ "inverted: dotted names, falsey",
	    "{\"a\":{\"b\":{\"c\":false}}}",
	    "\"{{^a.b.c}}Not There{{/a.b.c}}\" == \"Not There\"",
	    "{}",
	    "\"Not There\" == \"Not There\"" },
	{ "inverted: dotted names, broken chains",
	    "{\"a\":{}}",
	    "\"{{^a.b.c}}Not There{{/a.b.c}}\" == \"Not There\"",
	    "{}",
	    "\"Not There\" == \"Not There\"" },
	{ "inverted: surrounding whitespace",
	    "{\"truth\":false}",
	    " | {{^truth}}\t|\t{{/truth}} | \n",
	    "{}",
	    " | \t|\t | \n" },
	{ "inverted: internal whitespace",
	    "{\"truth\":false}",
	    " | {{^truth}} {{! the space counts }}\n {{/truth}} | \n",
	    "{}",
	    " |  \n  | \n" },
	{ "inverted: indented inline sections",
	    "{\"truth\":false}",
	    " {{^truth}}NO{{/truth}}\n {{^truth}}WAY{{/truth}}\n",
	    "{}",
	    " NO\n WAY\n" },
	{ "inverted: standalone lines",
	    "{\"truth\":false}",
	    "| A Line\n{{^truth}}\n|\n{{/truth}}\n| A Line\n",
	    "{}",
	    "| A Line\n|\n| A Line\n" },
	{ "inverted: standalone indented lines",
	    "{\"truth\":false}",
	    "| A Line\n  {{^truth}}\n|\n  {{/truth}}\n| A Line\n",
	    "{}",
	    "| A Line\n|\n| A Line\n" },
	{ "inverted: standalone line endings",
	    "{\"truth\":false}",
	    "|\r\n{{^truth}}\r\n{{/truth}}\r\n|",
	    "{}",
	    "|\r\n|" },
	{ "inverted: standalone without previous line",
	    "{\"truth\":false}",
	    "  {{^truth}}\n^{{/truth}}\n/",
	    "{}",
	    "^\n/" },
	{ "inverted: standalone without newline",
	    "{\"truth\":false}",
	    "^{{^truth}}\n/\n  {{/truth}}",
	    "{}",
	    "^\n/\n" },
	{ "inverted: padding",
	    "{\"truth\":false}",
	    "|{{^ truth }}={{/ truth }}|",
	    "{}",
	    "|=|" },
	{ "partials: basic behavior",
	    "{}",
	    "\"{{>text}}\"",
	    "{\"text\":\"out of the drawer\"}",
	    "\"out of the drawer\"" },
	{ "partials: failed lookup",
	    "{}",
	    "\"{{>text}}\"",
	    "{}",
	    "\"\"" },
	{ "partials: context",
	    "{\"text\":\"inside\"}",
	    "\"{{>partial}}\"",
	    "{\"partial\":\"*{{text}}*\"}",
	    "\"*inside*\"" },
	{ "partials: recursion",
	    "{\"inside\":\"X\",\"nodes\":[{\"inside\":\"Y\",\"nodes\":["
	    "]}]}",
	    "{{>node}}",
	    "{\"node\":\"{{inside}}<{{#nodes}}{{>node}}{{/nodes}}>\"}",
	    "X<Y<>>" },
	{ "partials: nested",
	    "{\"a\":\"hello\",\"b\":\"friend\"}",
	    "{{>outer}}",
	    "{\"outer\":\"*{{a}} {{>inner}}*\",\"inner\":\"{{b}}!\"}",
	    "*hello friend!*" },
	{ "partials: surrounding whitespace",
	    "{}",
	    "| {{>partial}} |",
	    "{\"partial\":\"\\t|\\t\"}",
	    "| \t|\t |" },
	{ "partials: inline indentation",
	    "{\"data\":\"|\"}",
	    "  {{data}}  {{> partial}}\n",
	    "{\"partial\":\">\\n>\"}",
	    "  |  >\n>\n" },
	{ "partials: standalone line endings",
	    "{}",
	    "|\r\n{{>partial}}\r\n|",
	    "{\"partial\":\">\"}",
	    "|\r\n>|" },
	{ "partials: standalone without previous line",
	    "{}",
	    "  {{>partial}}\n>",
	    "{\"partial\":\">\\n>\"}",
	    "  >\n  >>" },
	{ "partials: standalone without newline",
	    "{}",
	    ">\n  {{>partial}}",
	    "{\"partial\":\">\\n>\"}",
	    ">\n  >\n  >" },
	{ "partials: standalone indentation",
	    "{\"inside\":\"<\\n->\"}",
	    "\\\n {{>partial}}\n/\n",
	    "{\"partial\":\"|\\n{{{inside}}}\\n|\\n\"}",
	    "\\\n |\n <\n->\n |\n/\n" },
	{ "partials: padding whitespace",
	    "{\"truth\":true}",
	    "|{{> partial }}|",
	    "{\"partial\":\"[]\"}",
	    "|[]|" },
	{ "sections: truthy",
	    "{\"truth\":true}",
	    "\"{{#truth}}Shown.{{/truth}}\"",
	    "{}",
	    "\"Shown.\"" },
	{ "sections: falsey",
	    "{\"truth\":false}",
	    "\"{{#truth}}Hidden.{{/truth}}\"",
	    "{}",
	    "\"\"" },
	{ "sections: null is falsey",
	    "{\"null\":null}",
	    "\"{{#null}}Hidden.{{/null}}\"",
	    "{}",
	    "\"\"" },
	{ "sections: context",
	    "{\"context\":{\"name\":\"Ama\"}}",
	    "\"{{#context}}Dear {{name}}.{{/context}}\"",
	    "{}",
	    "\"Dear Ama.\"" },
	{ "sections: parent contexts",
	    "{\"a\":\"foo\",\"b\":\"wrong\",\"sec\":{\"b\":\"bar\"},\"c"
	    "\":{\"d\":\"baz\"}}",
	    "\"{{#sec}}{{a}}, {{b}}, {{c.d}}{{/sec}}\"",
	    "{}",
	    "\"foo, bar, baz\"" },
	{ "sections: variable test",
	    "{\"foo\":\"bar\"}",
	    "\"{{#foo}}{{.}} is {{foo}}{{/foo}}\"",
	    "{}",
	    "\"bar is bar\"" },
	{ "sections: list contexts",
	    "{\"tops\":[{\"tname\":{\"upper\":\"A\",\"lower\":\"a\"},\""
	    "middles\":[{\"mname\":\"1\",\"bottoms\":[{\"bname\":\"x\"}"
	    ",{\"bname\":\"y\"}]}]}]}",
	    "{{#tops}}{{#middles}}{{tname.lower}}{{mname}}.{{#bottoms}}"
	    "{{tname.upper}}{{mname}}{{bname}}.{{/bottoms}}{{/middles}}"
	    "{{/tops}}",
	    "{}",
	    "a1.A1x.A1y." },
	{ "sections: deeply nested contexts",
	    "{\"a\":{\"one\":1},\"b\":{\"two\":2},\"c\":{\"three\":3,\""
	    "d\":{\"four\":4,\"five\":5}}}",
	    "{{#a}}\n{{one}}\n{{#b}}\n{{one}}{{two}}{{one}}\n{{#c}}\n{{"
	    "one}}{{two}}{{three}}{{two}}{{one}}\n{{#d}}\n{{one}}{{two}"
	    "}{{three}}{{four}}{{three}}{{two}}{{one}}\n{{#five}}\n{{on"
	    "e}}{{two}}{{three}}{{four}}{{five}}{{four}}{{three}}{{two}"
	    "}{{one}}\n{{one}}{{two}}{{three}}{{four}}{{.}}6{{.}}{{four"
	    "}}{{three}}{{two}}{{one}}\n{{one}}{{two}}{{three}}{{four}}"
	    "{{five}}{{four}}{{three}}{{two}}{{one}}\n{{/five}}\n{{one}"
	    "}{{two}}{{three}}{{four}}{{three}}{{two}}{{one}}\n{{/d}}\n"
	    "{{one}}{{two}}{{three}}{{two}}{{one}}\n{{/c}}\n{{one}}{{tw"
	    "o}}{{one}}\n{{/b}}\n{{one}}\n{{/a}}\n",
	    "{}",
	    "1\n121\n12321\n1234321\n123454321\n12345654321\n123454321"
	    "\n1234321\n12321\n121\n1\n" },
	{ "sections: list",
	    "{\"list\":[{\"item\":1},{\"item\":2},{\"item\":3}]}",
	    "\"{{#list}}{{item}}{{/list}}\"",
	    "{}",
	    "\"123\"" },
	{ "sections: empty list",
	    "{\"list\":[]}",
	    "\"{{#list}}Hooray!{{/list}}\"",
	    "{}",
	    "\"\"" },
	{ "sections: doubled",
	    "{\"bool\":true,\"two\":\"second\"}",
	    "{{#bool}}\n* first\n{{/bool}}\n* {{two}}\n{{#bool}}\n* thi"
	    "rd\n{{/bool}}\n",
	    "{}",
	    "* first\n* second\n* third\n" },
	{ "sections: nested truthy",
	    "{\"bool\":true}",
	    "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |",
	    "{}",
	    "| A B C D E |" },
	{ "sections: nested falsey",
	    "{\"bool\":false}",
	    "| A {{#bool}}B {{#bool}}C{{/bool}} D{{/bool}} E |",
	    "{}",
	    "| A  E |" },
	{ "sections: context misses",
	    "{}",
	    "[{{#absent}}Not so{{/absent}}]",
	    "{}",
	    "[]" },
	{ "sections: implicit iterator, string",
	    "{\"list\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}",
	    "\"{{#list}}({{.}}){{/list}}\"",
	    "{}",
	    "\"(a)(b)(c)(d)(e)\"" },
	{ "sections: implicit iterator, integer",
	    "{\"list\":[1,2,3,4,5]}",
	    "\"{{#list}}({{.}}){{/list}}\"",
	    "{}",
	    "\"(1)(2)(3)(4)(5)\"" },
	{ "sections: implicit iterator, decimal",
	    "{\"list\":[1.1,2.2,3.3,4.4,5.5]}",
	    "\"{{#list}}({{.}}){{/list}}\"",
	    "{}",
	    "\"(1.1)(2.2)(3.3)(4.4)(5.5)\"" },
	{ "sections: implicit iterator, array",
	    "{\"list\":[[1,2,3],[\"a\",\"b\",\"c\"]]}",
	    "\"{{#list}}({{#.}}{{.}}{{/.}}){{/list}}\"",
	    "{}",
	    "\"(123)(abc)\"" },
	{ "sections: implicit iterator, html escaping",
	    "{\"list\":[\"&\",\"\\\"\",\"<\",\">\"]}",
	    "\"{{#list}}({{.}}){{/list}}\"",
	    "{}",
	    "\"(&amp;)(&quot;)(&lt;)(&gt;)\"" },
	{ "sections: implicit iterator, triple mustache",
	    "{\"list\":[\"&\",\"\\\"\",\"<\",\">\"]}",
	    "\"{{#list}}({{{.}}}){{/list}}\"",
	    "{}",
	    "\"(&)(\")(<)(>)\"" },
	{ "sections: implicit iterator, ampersand",
	    "{\"list\":[\"&\",\"\\\"\",\"<\",\">\"]}",
	    "\"{{#list}}({{&.}}){{/list}}\"",
	    "{}",
	    "\"(&)(\")(<)(>)\"" },
	{ "sections: implicit iterator, root-level",
	    "[{\"value\":\"a\"},{\"value\":\"b\"}]",
	    "\"{{#.}}({{value}}){{/.}}\"",
	    "{}",
	    "\"(a)(b)\"" },
	{ "sections: dotted names, truthy",
	    "{\"a\":{\"b\":{\"c\":true}}}",
	    "\"{{#a.b.c}}There{{/a.b.c}}\" == \"There\"",
	    "{}",
	    "\"There\" == \"There\"" },
	{ "sections: dotted names, falsey",
	    "{\"a\":{\"b\":{\"c\":false}}}",
	    "\"{{#a.b.c}}There{{/a.b.c}}\" == \"\"",
	    "{}",
	    "\"\" == \"\"" },
	{ "sections: dotted names, broken chains",
	    "{\"a\":{}}",
	    "\"{{#a.b.c}}There{{/a.b.c}}\" == \"\"",
	    "{}",
	    "\"\" == \"\"" },
	{ "sections: surrounding whitespace",
	    "{\"truth\":true}",
	    " | {{#truth}}\t|\t{{/truth}} | \n",
	    "{}",
	    " | \t|\t | \n" },
	{ "sections: internal whitespace",
	    "{\"truth\":true}",
	    " | {{#truth}} {{! the space counts }}\n {{/truth}} | \n",
	    "{}",
	    " |  \n  | \n" },
	{ "sections: indented inline sections",
	    "{\"truth\":true}",
	    " {{#truth}}YES{{/truth}}\n {{#truth}}GOOD{{/truth}}\n",
	    "{}",
	    " YES\n GOOD\n" },
	{ "sections: standalone lines",
	    "{\"truth\":true}",
	    "| A Line\n{{#truth}}\n|\n{{/truth}}\n| A Line\n",
	    "{}",
	    "| A Line\n|\n| A Line\n" },
	{ "sections: indented standalone lines",
	    "{\"truth\":true}",
	    "| A Line\n  {{#truth}}\n|\n  {{/truth}}\n| A Line\n",
	    "{}",
	    "| A Line\n|\n| A Line\n" },
	{ "sections: standalone line endings",
	    "{\"truth\":true}",
	    "|\r\n{{#truth}}\r\n{{/truth}}\r\n|",
	    "{}",
	    "|\r\n|" },
	{ "sections: standalone without previous line",
	    "{\"truth\":true}",
	    "  {{#truth}}\n#{{/truth}}\n/",
	    "{}",
	    "#\n/" },
	{ "sections: standalone without newline",
	    "{\"truth\":true}",
	    "#{{#truth}}\n/\n  {{/truth}}",
	    "{}",
	    "#\n/\n" },
	{ "sections: padding",
	    "{\"truth\":true}",
	    "|{{# truth }}={{/ truth }}|",
	    "{}",
	    "|=|" },
};

static struct value *read_json(struct arena *a, const char **p);

static char *
read_json_text(struct arena *a, const char **p)
{
	char *text;
	size_t n;

	n = 0;
	text = arena_alloc(a, strlen(*p) + 1);
	for ((*p)++; **p != '"'; (*p)++) {
		if (**p != '\\') {
			text[n++] = **p;
			continue;
		}
		(*p)++;
		text[n++] = (char)(**p == 'n' ? '\n' : **p == 't' ? '\t' :
		    **p == 'r' ? '\r' : **p);
	}
	(*p)++;
	return text;
}

static struct value *
read_json_map(struct arena *a, const char **p)
{
	struct value *map;
	char *name;

	map = value_map(a);
	for ((*p)++; **p != '}'; *p += **p == ',') {
		name = read_json_text(a, p);
		(*p)++;
		value_set(a, map, name, read_json(a, p));
	}
	(*p)++;
	return map;
}

/* Just as much of JSON as the cases need. */
static struct value *
read_json(struct arena *a, const char **p)
{
	struct value *list;
	size_t n;

	if (**p == '{')
		return read_json_map(a, p);
	if (**p == '"')
		return value_text(a, read_json_text(a, p));
	if (**p == '[') {
		list = value_list(a);
		for ((*p)++; **p != ']'; *p += **p == ',')
			value_push(a, list, read_json(a, p));
		(*p)++;
		return list;
	}
	n = strcspn(*p, ",]}");
	*p += n;
	if (strncmp(*p - n, "true", 4) == 0 || strncmp(*p - n, "false", 5) == 0)
		return value_bool(a, (*p)[-(long)n] == 't');
	if (strncmp(*p - n, "null", 4) == 0)
		return value_text(a, "");
	return value_text(a, arena_strndup(a, *p - n, n));
}

static const char *
fill(struct arena *a, struct diag_list *dl, const struct spec_case *c)
{
	const struct mustache *template;
	struct mustache *partial;
	const struct value *partials, *root;
	struct map *map;
	struct buf out;
	const char *p, *text;

	map = map_new(a);
	p = c->partials;
	partials = read_json(a, &p);
	for (size_t i = 0; i < partials->entries.len; i++) {
		text = partials->entries.items[i].value->text;
		partial = mustache_parse(a, dl, "partial", text, strlen(text));
		if (partial == NULL)
			return NULL;
		map_add(map, partials->entries.items[i].name, partial);
	}
	p = c->data;
	root = read_json(a, &p);
	template = mustache_parse(a, dl, "template", c->template,
	    strlen(c->template));
	if (template == NULL)
		return NULL;
	buf_init(&out);
	text = NULL;
	if (mustache_render(dl, template, map, root, &out))
		text = arena_strdup(a, out.data);
	buf_release(&out);
	return text;
}

static void
claim_mistake(struct t_state *t_, struct arena *a, const char *template,
    const char *partials, const char *id, unsigned line, unsigned col,
    const char *claim)
{
	struct spec_case c = { claim, "{\"x\":\"y\"}", template, partials, "" };
	struct diag_list *dl;
	const struct diag *d;

	dl = diag_list_new(a);
	t_ok(fill(a, dl, &c) == NULL, claim);
	if (diag_total(dl) == 0) {
		t_ok(false, "a message says why");
		return;
	}
	d = diag_nth(dl, 0);
	t_str(d->id, id, "the message has its id");
	t_int(d->at.line, line, "the message has the line");
	t_int(d->at.col, col, "the message has the column");
}

T_MAIN
{
	struct arena *a;

	a = arena_new();
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		t_str(fill(a, diag_list_new(a), &cases[i]), cases[i].expected,
		    cases[i].claim);
	claim_mistake(t_, a, "a\n{{#x}}b", "{}", "template-section-open", 2, 1,
	    "a section that stays open is a mistake");
	claim_mistake(t_, a, "a\n {{/x}}", "{}", "template-section-close", 2, 2,
	    "closing what is not open is a mistake");
	claim_mistake(t_, a, "{{#x}}{{#z}}{{/x}}{{/z}}", "{}",
	    "template-section-close", 1, 13, "sections do not overlap");
	claim_mistake(t_, a, "ab{{x", "{}", "template-tag-open", 1, 3,
	    "a tag that does not end is a mistake");
	claim_mistake(t_, a, "{{ }}", "{}", "template-tag-empty", 1, 1,
	    "a tag without a name is a mistake");
	claim_mistake(t_, a, "{{=x=}}", "{}", "template-delimiters", 1, 1,
	    "delimiters come in pairs");
	claim_mistake(t_, a, "{{>a}}", "{\"a\":\"-{{>a}}\"}",
	    "template-too-deep", 1, 2, "a partial without a way out ends");
	claim_mistake(t_, a, "{{>a}}",
	    "{\"a\":\"{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}{{>b}}\","
	    "\"b\":\"{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}{{>c}}\","
	    "\"c\":\"{{>d}}{{>d}}{{>d}}{{>d}}{{>d}}{{>d}}\","
	    "\"d\":\"{{>e}}{{>e}}{{>e}}{{>e}}{{>e}}{{>e}}\","
	    "\"e\":\"{{>f}}{{>f}}{{>f}}{{>f}}{{>f}}{{>f}}\","
	    "\"f\":\"{{>g}}{{>g}}{{>g}}{{>g}}{{>g}}{{>g}}\","
	    "\"g\":\"{{>h}}{{>h}}{{>h}}{{>h}}{{>h}}{{>h}}\","
	    "\"h\":\"{{>i}}{{>i}}{{>i}}{{>i}}{{>i}}{{>i}}\","
	    "\"i\":\"{{>j}}{{>j}}{{>j}}{{>j}}{{>j}}{{>j}}\","
	    "\"j\":\"{{nothing}}{{nothing}}{{nothing}}\"}",
	    "template-too-long", 1, 23, "partials that multiply come to an end");
	arena_free(a);
}
