// SPDX-License-Identifier: MIT
//
// Every example of the CommonMark specification, byte for byte, through
// "bifolio html --commonmark": our tree and our writer.
//
// Uses the npm package commonmark-spec (tests/package.json).  BUILD: the folder
// that holds the binary.  BIFOLIO_HTML: another program to be tried instead, as
// a command with its arguments separated by spaces; it reads standard input.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const spec = require('commonmark-spec');

const build = process.env.BUILD ?? 'out/build/rel';
const command = process.env.BIFOLIO_HTML?.split(' ') ??
    [`${build}/bifolio`, 'html', '--commonmark', '-'];

// The examples show a tab as an arrow.
const withTabs = (text) => text.replaceAll('→', '\t');

// CommonMark 0.30 has 652 examples; fewer mean that the reader of the
// specification lost some.
const EXPECTED_COUNT = 652;

let passed = 0;
let failed = 0;

for (const example of spec.tests) {
	const run = spawnSync(command[0], command.slice(1), {
		input: withTabs(example.markdown),
		encoding: 'utf8',
	});
	const want = withTabs(example.html);

	if (run.error !== undefined) {
		console.error(`cannot run ${command.join(' ')}: ` +
		    run.error.message);
		process.exit(3);
	}
	if (run.status === 0 && run.stdout === want) {
		passed++;
		continue;
	}
	failed++;
	console.log(`not ok - example ${example.number} ` +
	    `(${example.section}), exit ${run.status ?? run.signal}`);
	console.log('# markdown ' + JSON.stringify(example.markdown));
	console.log('#     want ' + JSON.stringify(want));
	console.log('#      got ' + JSON.stringify(run.stdout));
	if (run.stderr !== '')
		console.log('#   stderr ' + JSON.stringify(run.stderr));
}
if (spec.tests.length !== EXPECTED_COUNT) {
	failed++;
	console.log(`not ok - the specification has ${spec.tests.length} ` +
	    `examples, not ${EXPECTED_COUNT}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
