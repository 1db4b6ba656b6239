// SPDX-License-Identifier: MIT
//
// Where "bifolio html" does not do what cmark-gfm 0.29.0.gfm.6 does, and why:
// reviewed one by one.  The texts that tests/prop/gfm_texts.mjs makes keep away
// from all of them.

// Examples of the specification in the sections on additions that a guide has.
export const additionExamples = 21;

const list = (inside) => `<ul>\n${inside}</ul>\n`;

export const differs = [
	{
		reason: 'A task is an item whose paragraph begins with [ ] ' +
		    '(GFM 5.3), in a callout too; cmark-gfm only looks at ' +
		    'items whose line begins with their mark.',
		text: '> - [ ] a\n',
		ours: '<blockquote>\n' +
		    list('<li><input type="checkbox" disabled="" /> a</li>\n') +
		    '</blockquote>\n',
	},
	{
		reason: 'cmark-gfm takes the end of a line below a head for an ' +
		    'empty line: a list round a table without rows gets loose.',
		text: '- | a |\n  |---|\n- b\n',
		ours: list('<li>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n' +
		    '</thead>\n</table>\n</li>\n<li>b</li>\n'),
	},
	{
		reason: 'The same behind a footnote\'s label.',
		text: '- [^1]:\n  b\n',
		ours: list('<li>b</li>\n'),
	},
	{
		reason: 'A \\| above a table is no part of it; cmark-gfm takes ' +
		    'the stroke away from all of the paragraph.',
		text: '`a\\|b`\n| a |\n|---|\n| b |\n',
		ours: '<p><code>a\\|b</code></p>\n<table>\n<thead>\n<tr>\n' +
		    '<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n' +
		    '</tr>\n</tbody>\n</table>\n',
	},
	{
		reason: 'Definitions of links above a table stay definitions.',
		text: '[r]: /u\n| [r] |\n|---|\n',
		ours: '<table>\n<thead>\n<tr>\n<th><a href="/u">r</a></th>\n' +
		    '</tr>\n</thead>\n</table>\n',
	},
	{
		reason: 'White space before a line without its marks does not ' +
		    'count (CommonMark 4.8); cmark-gfm makes a cell of it.',
		text: '> a\n | b | c |\n> |---|---|\n',
		ours: '<blockquote>\n<p>a</p>\n<table>\n<thead>\n<tr>\n' +
		    '<th>b</th>\n<th>c</th>\n</tr>\n</thead>\n</table>\n' +
		    '</blockquote>\n',
	},
	{
		reason: '~ is punctuation (CommonMark 2.1) for the stars beside ' +
		    'it; cmark-gfm looks past it.',
		text: 't~_g_\n',
		ours: '<p>t~<em>g</em></p>\n',
	},
	{
		reason: 'Where strokes and stars cross, the stars hold.',
		text: '~~a *b~~ c*\n',
		ours: '<p>~~a <em>b~~ c</em></p>\n',
	},
	{
		reason: 'A link or a footnote ends a bare address; cmark-gfm ' +
		    'swallows it.',
		text: 'http://x.org[^1]\n\n[^1]: a\n',
		ours: '<p><a href="http://x.org">http://x.org</a>' +
		    '<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" ' +
		    'data-footnote-ref>1</a></sup></p>\n' +
		    '<section class="footnotes" data-footnotes>\n<ol>\n' +
		    '<li id="fn-1">\n<p>a <a href="#fnref-1" ' +
		    'class="footnote-backref" data-footnote-backref ' +
		    'aria-label="Back to content">↩</a></p>\n</li>\n</ol>\n' +
		    '</section>\n',
	},
	{
		reason: 'Code ends a bare address too.',
		text: 'http://x.org`a`\n',
		ours: '<p><a href="http://x.org">http://x.org</a>' +
		    '<code>a</code></p>\n',
	},
	{
		reason: 'A link in a link is none (CommonMark 6.3): a footnote ' +
		    'in the words of a link keeps its place, the link does not.',
		text: '[a[^1]](u)\n\n[^1]: b\n',
		ours: '<p>[a<sup class="footnote-ref"><a href="#fn-1" ' +
		    'id="fnref-1" data-footnote-ref>1</a></sup>](u)</p>\n' +
		    '<section class="footnotes" data-footnotes>\n<ol>\n' +
		    '<li id="fn-1">\n<p>b <a href="#fnref-1" ' +
		    'class="footnote-backref" data-footnote-backref ' +
		    'aria-label="Back to content">↩</a></p>\n</li>\n</ol>\n' +
		    '</section>\n',
	},
	{
		reason: 'What is no reference keeps its emphasis.',
		text: '[^a*b*]\n',
		ours: '<p>[^a<em>b</em>]</p>\n',
	},
	{
		reason: 'The host of an address has no line below in its last ' +
		    'two parts (GFM 6.9), whatever letters it begins with.',
		text: 'http://ä.org_x\n',
		ours: '<p>http://ä.org_x</p>\n',
	},
	{
		reason: '"Table:" above a table is its caption.',
		text: 'Table: c\n\n| a |\n|---|\n',
		ours: '<table>\n<caption>c</caption>\n<thead>\n<tr>\n<th>a</th>' +
		    '\n</tr>\n</thead>\n</table>\n',
	},
	{
		reason: 'A quote that begins with a kind in brackets is a ' +
		    'callout; cmark-gfm 0.29 has no alerts.',
		text: '> [!TIP] Rest\n> now\n',
		ours: '<div class="callout callout-try">\n' +
		    '<p class="callout-title">Rest</p>\n<p>now</p>\n</div>\n',
	},
];
