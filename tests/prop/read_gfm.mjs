// SPDX-License-Identifier: MIT
//
// GitHub's additions: the HTML of "bifolio html" against that of libcmark-gfm
// 0.29.0.gfm.6, for the examples of the GFM specification, for cases of our own
// and for texts made here.
//
// BUILD: the folder that holds prop/command_gfm_dump; CC: the compiler.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { cases } from './gfm_cases.mjs';
import { additionExamples, differs } from './gfm_differences.mjs';
import { hard } from './gfm_hard.mjs';
import { heaps, texts } from './gfm_texts.mjs';

const build = process.env.BUILD ?? 'out/build/rel';
const oracle = `${build}/prop/gfm_oracle`;
const TEXTS = Number(process.env.GFM_TEXTS ?? 6000);
const HEAPS = Number(process.env.GFM_HEAPS ?? 6000);
const SEED = Number(process.env.GFM_SEED ?? 1);

let passed = 0;
let failed = 0;

const check = (ok, claim, details) => {
	if (ok) {
		passed++;
		return;
	}
	failed++;
	if (failed > 20)
		return;
	console.log(`not ok - ${claim}`);
	for (const line of details)
		console.log(`# ${line}`);
};

const compileOracle = () => {
	mkdirSync(`${build}/prop`, { recursive: true });
	execFileSync(process.env.CC ?? 'gcc', ['-std=c11', '-O2',
	    '-D_POSIX_C_SOURCE=200809L', '-o', oracle,
	    'tests/prop/oracle/gfm.c', '-lcmark-gfm-extensions', '-lcmark-gfm']);
};

// The HTML of each text.
// "seconds" of the processor, however busy it is, if there is a limit.
const run = (program, inputs, seconds = 'unlimited') => {
	const result = spawnSync('bash', ['-c', 'ulimit -t "$1" && exec "$0"',
	    program, String(seconds)], {
		input: inputs.map((t) => t + '\0').join(''),
		maxBuffer: 1 << 30,
		encoding: 'utf8',
	});

	if (result.status !== 0) {
		console.log(`not ok - ${program} ends well ` +
		    `(${result.status ?? result.signal})`);
		console.log(result.stderr.slice(0, 2000));
		failed++;
	}
	return result.stdout.split('\0').slice(0, -1);
};

const answers = (name, inputs) => {
	const ours = run(`${build}/prop/command_gfm_dump`, inputs);
	const theirs = run(oracle, inputs);

	check(ours.length === inputs.length && theirs.length === inputs.length,
	    `${name}: every text has an answer`,
	    [`${inputs.length} texts, ${ours.length} and ${theirs.length}`]);
	return inputs.map((text, i) =>
	    ({ text, ours: ours[i], theirs: theirs[i] }));
};

const details = (a) => ['text ' + JSON.stringify(a.text),
    'want ' + JSON.stringify(a.theirs), ' got ' + JSON.stringify(a.ours)];

const compare = (name, inputs) => {
	answers(name, inputs).forEach((a, i) =>
	    check(a.ours === a.theirs, `${name} ${i}`, details(a)));
};

// Each difference is one, and is what it is said to be.
const compareDifferences = () => {
	answers('difference', differs.map((d) => d.text)).forEach((a, i) => {
		check(a.ours === differs[i].ours, `difference: ${differs[i].reason}`,
		    ['text ' + JSON.stringify(a.text),
		    'want ' + JSON.stringify(differs[i].ours),
		    ' got ' + JSON.stringify(a.ours)]);
		check(a.ours !== a.theirs,
		    `there is still a difference: ${differs[i].reason}`,
		    details(a));
	});
};

const words = (html) => html.replace(/<[^>]*>/g, '')
    .replace(/[\s|:~=[\]`-]/g, '');

// Lines without a plan meet the differences now and then; even so no word may
// be lost.
const compareHeaps = () => {
	const all = answers('heap', heaps(HEAPS, SEED));
	const equal = all.filter((a) => a.ours === a.theirs).length;

	for (const [i, a] of all.entries())
		check(words(a.ours) === words(a.theirs),
		    `heap ${i}: the words are the same`, details(a));
	check(equal > 0.99 * all.length, 'most heaps are the same',
	    [`${equal} of ${all.length}`]);
};

// The examples of the specification that show an addition.
const specification = () => {
	const file = '/usr/share/doc/cmark-gfm/spec.txt.gz';

	if (!existsSync(file)) {
		check(false, `${file} is there`, ['install cmark-gfm']);
		return [];
	}
	const spec = gunzipSync(readFileSync(file)).toString();
	const examples = [...spec.matchAll(
	    /^`{32} example (table|autolink|strikethrough)\n(.*?)^\.\n.*?^`{32}$/gms)];

	check(examples.length === additionExamples,
	    `the specification shows ${additionExamples} examples`,
	    [`found ${examples.length}`]);
	return examples.map((e) => e[2].replaceAll('→', '\t'));
};

// Two seconds of the processor each, more under sanitizers; most take a hundredth
// of that.
const readHard = () => {
	const most = process.env.VARIANT === 'rel' ? 2 : 20;

	for (const [name, text] of Object.entries(hard)) {
		const [answer] = run(`${build}/prop/command_gfm_dump`, [text], most);

		check(answer !== undefined, `${name}: read in time`,
		    [`not in ${most} s`]);
	}
};

compileOracle();
compare('example', specification());
compare('case', cases);
compareDifferences();
compare('text', texts(TEXTS, SEED));
compareHeaps();
readHard();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
