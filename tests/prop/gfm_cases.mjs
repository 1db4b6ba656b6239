// SPDX-License-Identifier: MIT
//
// Texts on which "bifolio html" and cmark-gfm agree, each for a rule of its
// own; tests/prop/read_gfm.mjs compares them.
export const cases = [
	// Tables: what is one, and where it ends.
	'a | b\n- | -\nc | d\n',
	'a | b\n-|-\nc | d\n===\n---\n# h\n',
	'a | b\n:-|-:\nc | d\n    code\n',
	'a\n-\n',
	'a\n:-\n',
	'p\na | b\n:-:|-\nc\n\n| a |\n| - |\n| \\| x `\\|` |\n',
	'| a |\n| - | - |\n| - |\n| b |\n| - |\n',
	'x `|` y | z\n--|--\n`a|b`\n',
	'| a | b |\n| - | - |\n| x | - [ ] y | z |\n|\n| q |\n- i\n',
	'| a\\\\|b |\n| - |\n| c\\\\\\|d | e |\n',
	'| # a # | 1. b | > c |\n|-|-|-|\n| [x]: y | --- | ``` |\n| \\ | * | `a |\n',
	'| a |\n|-|\n> q\n',
	'| a |\r\n|-|\r\n| b |\r\n\r\n    code\r\n',
	'\t| a |\n\t|-|\n',
	'   | a |\n   |-|\n   | b |\n',
	// ... in what holds it.
	'> | a |\n> |---|\n| c |\n',
	'> x\n| a |\n> |---|\n> | c |\n',
	'- | a |\n  |---|\n  | c |\n- b\n',
	'1. a\n\n   | a |\n   |---|\n   | b |\n\n2. c\n',
	'- [ ] a | b\n  --|--\n  1 | 2\n',
	// Tasks.
	'- [ ] a\n- [x] b\n- [X]\n- [x]  \n- [ ]\n- [y] c\n-   [ ] d\n\n  e\n',
	'* [ ] # head\n* [x] `z`\n* [X] [r]\n\n[r]: /u\n',
	'1. [ ] a\n\n2. [x] b\n',
	'- [x]\td\n-\t[ ] e\n- [ ]  f\n  - [x] g\n  - h\n- k\n  [ ] l\n',
	'- [ ] t\n  ===\n',
	// Footnotes: where they are and what they hold.
	'a[^1]\n\n[^1]: x\n    y\n\n    - z\n\n[^2]: /url\nlazy\n[^3]: unused\n',
	'[^1]: x\n\n   para\n- i[^1]\n\n  [^a]: inside[^b]\n- j\n\n[^b]: foot[^a]\n' +
	    '[^c]:\n    x[^c]\n\nq [^c]',
	'[^1]: a\n===\nb\n[^2]: - i\n      j\n\n  k\n\n[^2][^1]',
	'> [^1]: a\n>\n>     b\n> c[^1]\n',
	'[^1]\n\n[^1]: ```\n    a\n    b\n\n    c\n  \n    d\n',
	'x[^1]\n\n[^1]: a\n\n```\nopen\n| a |\n|-|\n',
	'x[^1]\n\n[^1]: a\n\n> ```\n> open\n',
	'```\nopen\n| a |\n|-|\n[^1]: x\n',
	'# h[^1]\n\n| [^1] | ~~s~~ |\n|-|-|\n| www.x.y | `a\\|b` |\n\n' +
	    '[^1]: | a |\n    | - |\n    | b[^1] |\n',
	'[^1]:\t- a\n\t- b\n\n\t\tcode\n\n- x\n\n  [^2]: y\n      z\n\n\t  w\n' +
	    '- [^1][^2]\n',
	'[^1]:> q\n        - lazy\n[^1]\n',
	'> [^1]: - a\n        - lazy\n\n[^1]\n',
	'[^1]: > - a\n===\n\n[^1]\n',
	'2) [^1]: ***\n\n   x[^1]\n',
	'2) [^1]: a\n\n   x[^1]\n',
	// ... and references to them.
	'a[^1] b[^1] [^2][^1] [^n] ![^1] [^1](x) [^1][] [a][^1] **b.**[^1]\n\n' +
	    '[^1]: x\n[^2]: y\n',
	'[^1][q] [^1][^q] [^1 ] [^ 1] [^x y] `[^1]` \\[^1]\n\n[^1]:a\n',
	'[^É][^é]\n\n[^É]: a\n',
	'[r]: /u\n[^1] ~~s~~ www.x.org\n\n[^1]: a\n',
	// Strokes.
	'~a~ ~~b~~ ~~~c~~~ a~b~c ~~ d~~ ~e~~ *~~g*~~ \\~~h~~',
	'~~i **j** k~~ [~~l~~](x) ~~m [n~~](x)',
	'~~a~ b~~\n\n~~a~b~~\n\n~a~~ b~\n\n~~s ~s~~\n\n~s ~~s~\n',
	'~a ~~b c~~ d~\n\n~a ~~b c~ d~~\n\n~~a~ ~b~~\n\n~s~~ a~~s~~b\n',
	// Addresses.
	'http://a.b/c_d_e www.x.y. (https://x.y/z(a)) [see http://x.y] x',
	'http://x.com/?a=b&amp;c=d&copy; http://x.com&copy; ftp://x.y http://x',
	'foo@bar.baz. a.b-c_d@a.b a.b-c_d@a.b- a.b-c_d@a.b_ a@b@c.de',
	'mailto:a@b.c xmpp:a@b.c/d WWW.a.b ahttp://x.y "https://x.y"',
	'*http://x.y* http://x.y/_a_/ <http://x.y> `http://q.r` http://x.y/~a~/',
	'http://a.b<br http://ä.com/ö http://x.y/\\* x](http://x.y) www.***e***',
	'[http://x.y a http://x.y [b] foo@bar.baz [[](u) www.x.org',
	'_www.x.org_\n\n_www.x.org_ a\n\n**http://x.org**\n',
];
