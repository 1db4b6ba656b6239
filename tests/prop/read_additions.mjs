// SPDX-License-Identifier: MIT
//
// Every example of the CommonMark specification as a guide reads it, with all
// that a guide adds: the same HTML, but for a reviewed list of differences.
//
// Uses the npm package commonmark-spec (tests/package.json).  BUILD: the folder
// that holds prop/command_gfm_dump.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { others, refused } from './commonmark_differences.mjs';

const spec = createRequire(import.meta.url)('commonmark-spec');
const build = process.env.BUILD ?? 'out/build/rel';
const EXPECTED_COUNT = 652;

// The examples show a tab as an arrow.
const withTabs = (text) => text.replaceAll('→', '\t');

const refusals = new Map();
for (const group of refused) {
	for (const e of group.examples) {
		const [first, last] = Array.isArray(e) ? e : [e, e];

		for (let number = first; number <= last; number++)
			refusals.set(number, group.id);
	}
}
const other = new Map(others.flatMap((group) =>
    Object.entries(group.examples).map(([n, html]) => [Number(n), html])));

const run = spawnSync(`${build}/prop/command_gfm_dump`, [], {
	input: spec.tests.map((e) => withTabs(e.markdown) + '\0').join(''),
	maxBuffer: 1 << 28,
	encoding: 'utf8',
});
const answers = run.stdout.split('\0').slice(0, -1);

let passed = 0;
let failed = 0;

for (const [i, example] of spec.tests.entries()) {
	const html = withTabs(example.html);
	const want = other.get(example.number) ?? html;
	const id = refusals.get(example.number);
	const got = answers[i];

	// What stands on the list of refusals has to be refused: an example
	// that is let pass one day leaves the list on the same day.
	if (id === undefined ? got === want && (want === html) !==
	    other.has(example.number) : got?.startsWith('error:') &&
	    got.split(' ').slice(1).every((said) => said === id)) {
		passed++;
		continue;
	}
	failed++;
	console.log(`not ok - example ${example.number} (${example.section})`);
	console.log('# markdown ' + JSON.stringify(example.markdown));
	console.log('#     want ' + JSON.stringify(id ?? want));
	console.log('#      got ' + JSON.stringify(got));
}
if (run.status !== 0 || spec.tests.length !== EXPECTED_COUNT) {
	failed++;
	console.log(`not ok - all of ${EXPECTED_COUNT} examples are read`);
	console.log(`# ${spec.tests.length} examples, exit ` +
	    `${run.status ?? run.signal} ${run.stderr}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
