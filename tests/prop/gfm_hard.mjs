// SPDX-License-Identifier: MIT
//
// Texts that make a careless reader of GitHub's additions slow: each is to be
// read in time that grows no faster than its length.
const r = (s, n) => s.repeat(n);
const lines = (n, line) => Array.from({ length: n }, (_, i) => line(i)).join('');

export const hard = {
	'a thousand columns':
	    '|' + r('a|', 1000) + '\n|' + r('-|', 1000) + '\n' + r('|b\n', 150),
	'ten thousand pipes':
	    r('|', 10000) + '\n' + r('-|', 10000) + '\n',
	'ten thousand pipes in rows':
	    '|a|\n|-|\n' + r(r('|', 10000) + '\n', 20),
	'rows':
	    '|a|b|\n|-|-|\n' + r('|c|d|\n', 60000),
	'heads without rows':
	    r('|a|\n|-|\n\n', 60000),
	'heads in one paragraph':
	    r('|a|\n|-|-|\n', 4000),
	'footnotes':
	    lines(10000, (i) => `[^n${i}]\n\n`) + lines(10000, (i) => `[^n${i}]: a\n\n`),
	'references to one':
	    '[^1]: a\n\n' + r(r('[^1] ', 5000) + '\n\n', 20),
	'footnotes in footnotes':
	    lines(60, (i) => `[^${i}]: `) + 'x' + lines(60, (i) => `[^${i}]`),
	'footnotes nested too deep':
	    lines(5000, (i) => `[^${i}]: `) + 'x',
	'open brackets':
	    r('[', 30000) + '\n\n' + r('[^', 15000) + '\n\n' + r('[^1', 15000) + '\n\n[^1]: a\n',
	'open brackets and addresses':
	    r('[http://x.y ', 5000) + '\n',
	'strokes':
	    r('~a ~~b ', 9000) + '\n\n' + r('a~~ b~ ', 9000) + '\n\n' + r('~', 60000) + '\n',
	'strokes that open and close':
	    r('a~b~~c', 9000) + '\n\n' + r('~a~~b', 12000) + '\n',
	'stars and strokes':
	    r('*~~a* b~~ ', 6000) + '\n',
	'addresses':
	    r('http://a.b/ ', 5000) + '\n\n' + r('www.', 15000) + '\n\n' + r('http://', 9000) + '\n\n' + r('(www.a ', 9000) + '\n\n' + r('a_www.', 9000),
	'an address of brackets':
	    'http://a.b/' + r('(', 30000) + r(')', 30000) + '\n\nhttp://a.b/' + r(')', 60000) + '\n\nhttp://a.b/' + r('&a;', 20000) + '\n',
	'mail':
	    r('a@', 30000) + '\n\n' + r('a@b.', 15000) + '\n\n' + r('a.b@c.d ', 8000) + '\n\n' + r('mailto:', 9000) + '@a.b\n\n' + r('xmpp:a@b/', 6000),
	'address and emphasis':
	    r('http://a.b/_a_', 4000) + '\n\nhttp://a.b/' + r('*a', 15000) + r('*', 100) + '\n',
	'entities':
	    r('~&amp;', 9000) + '\n\n' + r('[&copy;', 8000) + '\n',
	'escapes in cells':
	    '|a|\n|-|\n|' + r('\\|', 30000) + '|\n|' + r('`\\|` ', 12000) + '|\n',
	'tasks':
	    r('- [ ] \n- [x] a\n', 20000),
	'lazy lines':
	    '> a\n' + r('b|c\n', 10000),
	'fences in footnotes':
	    lines(3000, (i) => `[^${i}]: ~~~\n    x\n`) + '[^1]',
};
