#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs every area of the test suite, one line each, and closes with
# "N passed, N failed".  Usage: run.sh [AREA...]; run.sh --list.
#
# An area is a command that prints TAP or, last, a line "N passed, N failed".
# Its whole output is kept in $BUILD/test-logs/AREA.log and shown when it
# fails.  Two areas run at a time, those marked "alone" after all others; JOBS=1
# runs one after the other.  Lines come in the order of the table.  So areas
# share nothing but what they read: a scratch folder is made by mktemp, a port is
# the system's choice.
#
# Environment: BUILD, OUT (a finished "make guide"), VARIANT, CC, JOBS.
set -u
cd "$(dirname "$0")/.." || exit 1
export BUILD=${BUILD:-out/build/rel} OUT=${OUT:-out} VARIANT=${VARIANT:-rel}
export TOOLS=${TOOLS:-$PWD/out/tools}
BUILD=$(realpath -m "$BUILD") OUT=$(realpath -m "$OUT")
logs=$BUILD/test-logs
mkdir -p "$logs"

# name, for which variants (all: also under sanitizers), seconds that it should
# stay below beside another area on two processors (told, never judged), command;
# a name with a "!" is of an area that takes the whole machine, or measures what a
# busy one would change
areas=(
	"lint        rel  10 tests/lint/lint.sh"
	"unit        all  20 tests/unit/run.sh"
	"seeds       all   5 tests/fuzz/run.sh"
	"commonmark  all  10 node tests/prop/site_commonmark.mjs"
	"additions   all   5 node tests/prop/read_additions.mjs"
	"gfm         all  10 node tests/prop/read_gfm.mjs"
	"tex         all  30 python3 tests/prop/type_tex_oracle.py"
	"unicode     all   5 tests/prop/type_unicode.sh"
	"shaping     all   5 tests/prop/type_hb_shape.sh"
	"pictures    all  40 python3 tests/prop/read_pictures.py"
	"glyphs      all   5 python3 tests/prop/type_hb_random.py"
	"messages    all  60 tests/golden/run_messages.sh"
	"said        rel   5 python3 tests/lint/messages.py"
	"dumps       all  15 tests/golden/run_dumps.sh"
	"small       all  10 python3 tests/golden/run_small.py"
	"pdf         rel  90 node tests/pdf/referees.mjs"
	"grid        rel  30 node tests/pdf/grid.mjs"
	"text        rel 100 node tests/pdf/text.mjs"
	"footnotes   rel  30 node tests/pdf/footnotes.mjs"
	"fold        rel  20 node tests/pdf/fold.mjs"
	"torture     rel  60 tests/torture/run.sh"
	"guide       rel  90 node tests/content/content.mjs"
	"parity      rel  40 node tests/parity/parity.mjs"
	"source      rel  20 node tests/parity/source.mjs"
	"site        rel  60 node tests/site/pages.mjs"
	"share       rel  15 node tests/site/share.mjs"
	"hosting     rel  90 node tests/site/hosting.mjs"
	"browser     rel 600 node tests/site/browser.mjs"
	"components  rel 360 tests/guides/run.sh"
	"search      rel  60 node tests/site/search.mjs"
	"keeping     rel  60 node tests/site/keeping.mjs"
	"referees    rel  60 node tests/site/referees.mjs"
	"criteria    rel 180 node tests/site/criteria.mjs"
	"firefox     rel 180 node tests/site/firefox.mjs"
	"trees       rel  10 node tests/site/trees.mjs"
	"same        rel 120 tests/prop/same_bytes.sh"
	"install     rel  30 tests/install.sh"
	"figures     rel  10 node tests/figures/figures.mjs"
	"manuals     rel   5 tests/lint/manuals.sh"
	"!lighthouse rel 150 node tests/site/lighthouse.mjs"
	"!publishing rel 150 tests/fault/publishing.sh"
	"!limits     all  10 tests/fault/limits.sh"
)

if [ "${1:-}" = --list ]; then
	printf '%s\n' "${areas[@]}"
	exit 0
fi

# run_area NAME COMMAND: leaves its exit code and tenths of seconds in a file.
run_area() {
	local name=$1 started code
	shift
	started=$(date +%s%N)
	"$@" >"$logs/$name.log" 2>&1 </dev/null
	code=$?
	echo "$code $((($(date +%s%N) - started) / 100000000))" \
	    >"$logs/$name.result"
}

# tell_area NAME: its line, from its log and its result.
tell_area() {
	local name=$1 log=$logs/$1.log code tenths closing ok bad of=
	read -r code tenths <"$logs/$name.result"
	closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
	if [ -n "$closing" ]; then
		ok=${closing%% passed*}
		bad=${closing#*, }
		bad=${bad%% failed*}
	else
		ok=$(grep -c '^ok ' "$log")
		bad=$(grep -c '^not ok ' "$log")
	fi
	# An area that dies, or that claims nothing, has failed.
	if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
	fi
	if [ "$ok" -eq 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
		echo "nothing was tested" >>"$log"
	fi
	passed=$((passed + ok))
	failed=$((failed + bad))
	# Sanitizers take their time.
	[ "$VARIANT" != rel ] || of=" of ${budgets[$name]}"
	[ "$VARIANT" != rel ] || [ "$tenths" -le $((budgets[$name] * 10)) ] ||
	    of+=", over its budget"
	printf '%-11s %6d ok %4d failed %5d.%d s%s\n' "$name" "$ok" "$bad" \
	    $((tenths / 10)) $((tenths % 10)) "$of"
	if [ "$bad" -gt 0 ]; then
		grep -vE '^(ok |1\.\.)' "$log" | tail -n 40 | sed 's/^/    | /'
	fi
}

# What to run, in the order of the table; of these, what runs alone.
names=()
beside=()
alone=()
declare -A commands budgets
for row in "${areas[@]}"; do
	read -r name variants budget command <<<"$row"
	[ "${name#!}" = "$name" ] && mark= || mark=alone
	name=${name#!}
	if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then
		continue
	fi
	if [ "$variants" = rel ] && [ "$VARIANT" != rel ]; then
		continue
	fi
	names+=("$name")
	commands[$name]=$command
	budgets[$name]=$budget
	if [ -n "$mark" ]; then
		alone+=("$name")
	else
		beside+=("$name")
	fi
	rm -f "$logs/$name.result"
done

passed=0
failed=0
told=0

# Says what has ended, as far as all that stands before it has.
tell_ended() {
	while [ "$told" -lt ${#names[@]} ] &&
	    [ -s "$logs/${names[told]}.result" ]; do
		tell_area "${names[told]}"
		told=$((told + 1))
	done
}

# run_areas LANES NAME...: as many at a time.
run_areas() {
	local lanes=$1 running=0 name
	shift
	for name in "$@"; do
		if [ "$running" -eq "$lanes" ]; then
			wait -n
			running=$((running - 1))
			tell_ended
		fi
		# shellcheck disable=SC2086
		run_area "$name" ${commands[$name]} &
		running=$((running + 1))
	done
	while [ "$running" -gt 0 ]; do
		wait -n
		running=$((running - 1))
		tell_ended
	done
}

# Each area is a group of processes, so that none outlives an interrupted run.
set -m
stop() {
	local group
	for group in $(jobs -p); do
		kill -- "-$group" 2>/dev/null
	done
	exit 1
}
trap stop INT TERM HUP
if [ "${JOBS:-2}" = 1 ]; then
	run_areas 1 "${names[@]}"
else
	run_areas 2 "${beside[@]}"
	run_areas 1 "${alone[@]}"
fi
# One that was killed before it could say how it ended has failed.
for name in "${names[@]:told}"; do
	[ -s "$logs/$name.result" ] || echo "137 0" >"$logs/$name.result"
	tell_area "$name"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
