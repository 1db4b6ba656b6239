// SPDX-License-Identifier: MIT
//
// Makes Markdown texts with GitHub's additions in every container, the same
// ones on every machine.
//
// What is left out, and why, stands with the lists below: raw HTML, which a
// guide refuses, and what tests/prop/gfm_differences.mjs names.

// Numbers below n; xorshift, so that no library decides which.
const numbers = (seed) => {
	let state = BigInt(seed) * 2654435761n + 88172645463325252n;
	const mask = (1n << 64n) - 1n;

	return (n) => {
		state ^= (state << 13n) & mask;
		state ^= state >> 7n;
		state ^= (state << 17n) & mask;
		return Number((state >> 11n) % BigInt(n));
	};
};

const words = ['one', 'two', 'a', 'b c', 'été', '中文', 'x_y', '3.', 'end.',
    'w', 'www', 'http', '(in)', '"q"', 'co-op', '7 %', 'ß', '—', 'I\'m', 'up!'];
const plain = ['\\|', '\\*', '\\~', '&amp;', '&copy;', '&#124;', '\\[', '\\\\',
    '**b**', '*e*', '__s__', '`code`', '`` a`b ``', '`a  b`', '***be***',
    '[link](/u)', '[link](</u v> "t")', '[ref][r]', '[r]', '[Ref]', '[ref][]',
    '[none]', '[a][none]', '<http://a.b/?c>', '<m@n.org>',
    '**b *e* b**', '*e **b** e*', '[*l*](/x)', '1*2*3', 'a * b', '_u_v_'];
const notes = ['[^1]', '[^2]', 'w[^n]', '[^long-name]', '[^none]', '[^1][^2]',
    '[^2][]', '[^1](/u)', '**b[^1]**', '![^2]', '[^n][none]', '[a][^1]',
    '[^ES]', '[^x y]', '\\[^1]', '`[^1]`', '*e*[^2].'];
const strikes = ['~~s~~', '~s~', '~~s t~~', '~~**b** s~~', '**b ~~s~~**',
    '~~~s~~~', '~~s~', '~s~~', 'a~~s~~b', '~~ s~~', '[~~s~~](/x)', '~~`c`~~',
    '~~s[^1]~~', '~~é~~', '~~"s"~~', '~~[l](/x)~~', '~~a\\~~ b~~', '~', '~~'];
const addresses = ['http://example.org', 'https://example.org/a_b/c?d=e&f=g',
    'www.example.org', 'www.example.org.', '(https://x.org/a(b))', 'ftp://x.org',
    'http://x.org/_a_/', 'http://x.org/*a*/b', 'https://x.org/a&amp;b',
    'http://x.org/&copy;', 'http://x.org,', '**http://x.org**', 'ahttp://x.org',
    '~~www.x.org~~', 'http://a_b.c_d', 'www.x', 'https://', 'http://ä.org',
    'someone@example.org', 'a.b-c_d@e.f', 'a@b', 'a@b.c-', 'a@b.c_', 'mailto:a@b.c',
    'xmpp:a@b.c/d', 'a@b@c.de', '"a@b.c"', 'http://x.org/\\*', '[in http://x.org]',
    '[a] http://x.org', '[l](/u) www.x.org',
    'https://x.org/~a~/', 'http://localhost:80/', 'www.x.org/a"b"', '`www.x.org`',
    '*http://x.org*', '_www.x.org_', 'http://x.org/a\'b\'', 'x.org', 'WWW.X.ORG'];

// What may not stand beside the next without a space: see the differences.
const marks = /[~*_[:/.@\\`!&]/;

const maker = (seed) => {
	const below = numbers(seed);
	const pick = (list) => list[below(list.length)];

	const inline = () => {
		const n = below(10);

		if (n < 4)
			return pick(words);
		if (n < 6)
			return pick(plain);
		if (n < 7)
			return pick(notes);
		return n < 8 ? pick(strikes) : n < 9 ? pick(addresses) :
		    pick(words);
	};
	const phrase = (most) => {
		let s = inline();

		for (let i = below(most); i > 0; i--) {
			const next = inline();
			const last = s.split(' ').at(-1);

			s += (below(8) > 0 || marks.test(s.at(-1) + next[0]) ||
			    /\]\(/.test(s.at(-1) + next[0]) ||
			    /www|:\/\//.test(last) ? ' ' : '') + next;
		}
		return s;
	};
	// One line that is a paragraph whatever stands before it.
	const line = (most) => pick(words).replace(/^\d/, 'n') + ' ' +
	    phrase(most);
	const cell = () => {
		const n = below(12);

		if (n === 0)
			return '';
		if (n === 1)
			return pick(['# h', '- i', '1. o', '> q', '```', '---',
			    '[r]: /z', '[ ] t', '    c', '\\|', '^']);
		return phrase(3).replace(/(?<!\\)\|/g, '\\|');
	};
	const row = (columns) => {
		const cells = Array.from({ length: columns }, cell);
		const style = below(6);

		if (style === 0 && columns > 1 && cells[0].trim() !== '' &&
		    cells.at(-1).trim() !== '')
			return 'r ' + cells.join(' | ');
		if (style === 1 && !/www|:\/\/|\\\|/.test(cells.join('|')))
			return '|' + cells.join('|') + '|';
		return '| ' + cells.join(' | ') + ' |' +
		    (below(9) === 0 ? '  ' : '');
	};
	const delimiter = (columns) => {
		const marks = Array.from({ length: columns }, () =>
		    pick(['---', ':--', '--:', ':-:', '-', '-----']));

		return below(4) === 0 && columns > 1 ? ':' + marks.join('|') :
		    '| ' + marks.join(' | ') + ' |';
	};
	const table = () => {
		const columns = 1 + below(4);
		const lines = below(4) === 0 ? [line(3)] : [];

		lines.push(row(columns));
		lines.push(delimiter(below(12) === 0 ? columns + 1 : columns));
		for (let i = 1 + below(3); i > 0; i--)
			lines.push(row(below(4) === 0 ? 1 + below(5) :
			    columns));
		if (below(8) === 0)
			lines.push(pick(['===', '| |', 'tail', '# h', '> q',
			    '- i', '***', '    code', '2. x']));
		return lines;
	};
	const paragraph = () => {
		const lines = [line(4)];

		for (let i = below(3); i > 0; i--)
			lines.push((below(6) === 0 ? '     ' : '') + line(4) +
			    (below(9) === 0 ? '  ' : ''));
		return lines;
	};
	const leaf = () => {
		const n = below(14);

		if (n < 4)
			return paragraph();
		if (n < 9)
			return table();
		if (n === 9)
			return ['#'.repeat(1 + below(3)) + ' ' + phrase(3)];
		if (n === 10)
			return ['```', '| a | b |', '|---|---|', '[^1] x',
			    '- ~~s~~', '```'];
		if (n === 11)
			return ['    | a |', '    |---|', '', '    www.x.org'];
		return n === 12 ? ['***'] : [line(2), pick(['===', '---'])];
	};
	const indent = (lines, first, rest) => lines.map((l, i) =>
	    i === 0 ? first + l : l === '' ? '' : rest + l);

	// Footnotes that stand here; each label once in a text.
	let labels;

	// "tasks": no quote or other item begins on the lines of this list.
	const item = (mark, depth, tasks) => {
		const task = tasks && below(3) === 0 ?
		    pick(['[ ] ', '[x] ', '[X] ', '[x]  ', '[y] ', '[ ]']) : '';
		const lines = task !== '' ? paragraph() :
		    blocks(depth - 1, 1 + below(2), tasks, true);

		return indent(lines, mark + task, ' '.repeat(mark.length));
	};
	const list = (depth, tasks) => {
		const mark = pick(['- ', '* ', '1. ', '2) ', '-   ', '10. ']);
		const lines = [];

		for (let i = 1 + below(3); i > 0; i--) {
			lines.push(...item(mark, depth, tasks));
			if (i > 1 && below(3) === 0)
				lines.push('');
		}
		return lines;
	};
	const quote = (depth) => {
		const lines = blocks(depth - 1, 1 + below(3), false, false);
		// White space belongs to what is in the quote.
		return lines.map((l) => l === '' ? '>' :
		    l.startsWith(' ') ? '> ' + l : pick(['> ', '> ', '>']) + l);
	};
	const note = (depth, tasks) => {
		const label = labels.shift();

		return indent(blocks(depth - 1, 1 + below(2), tasks, true),
		    `[^${label}]:` + pick([' ', ' ', '  ', '']), '    ');
	};
	const block = (depth, tasks, first) => {
		const n = depth > 0 ? below(10) : 9;

		if (n < 2)
			return quote(depth);
		if (n < 4)
			return list(depth, tasks && !first);
		if (n === 4 && labels.length > 0)
			return note(depth, tasks && !first);
		return leaf();
	};
	// "first": the first line of the first block stands behind a mark.
	const blocks = (depth, count, tasks, first) => {
		const lines = [];

		for (let i = 0; i < count; i++) {
			if (i > 0 && below(4) !== 0)
				lines.push('');
			lines.push(...block(depth, tasks, first && i === 0));
		}
		return lines;
	};
	return () => {
		labels = ['1', '2', 'n', 'long-name', 'es'];
		const lines = blocks(3, 2 + below(4), true, false);

		while (labels.length > 0 && below(3) > 0)
			lines.push('', ...note(2, true));
		lines.push('', '[r]: /ref "title"');
		return lines.join(below(20) === 0 ? '\r\n' : '\n') +
		    (below(10) === 0 ? '' : '\n');
	};
};

// "count" texts; the same for the same seed.
export const texts = (count, seed) => {
	const make = maker(seed);

	return Array.from({ length: count }, make);
};

// Lines put together without a plan, to see where blocks begin and end.
export const heaps = (count, seed) => {
	const below = numbers(seed);
	const starts = ['', '', '', '> ', '- ', '    ', '  ', '1. ', '>', '\t',
	    '[^1]: ', '[^2]: ', '   ', '>> ', '      ', '* '];
	const rests = ['| a | b |', '|---|---|', 'a | b', '--|--', '', 'text',
	    '- [ ] t', '===', '---', '```', '# h', '[^1]', '~~s~~', '| a',
	    '|-|', 'www.x.org', '~~~', '    code', ':-:|-', '-', '||',
	    '***', 'x[^2]', '| `|` |', '\\| a |'];

	return Array.from({ length: count }, () => {
		const lines = [];
		let notes = '';

		for (let i = 3 + below(8); i > 0; i--) {
			let start = starts[below(starts.length)] +
			    (below(4) === 0 ? starts[below(starts.length)] : '');
			let rest = rests[below(rests.length)];

			// Each label once.
			for (const label of ['[^1]: ', '[^2]: ']) {
				if (!start.includes(label))
					continue;
				if (notes.includes(label) ||
				    start.split(label).length > 2)
					start = start.replaceAll(label, '');
				else
					notes += label;
			}
			// Tasks behind other marks: see the differences.
			if (rest.startsWith('- [') && start !== '')
				rest = 'text';
			lines.push(start + rest);
		}
		return lines.join('\n') + '\n';
	});
};
