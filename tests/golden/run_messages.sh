#!/bin/bash
# SPDX-License-Identifier: MIT
# What an editor is told: each folder of messages/cases is laid over the guide
# in messages/base, built, and the messages are compared with its expected.txt.
#
# A case may hold: files of a guide; "remove", a list of files that are taken
# out; "arguments", what is run instead of "build guide -o out"; "make", commands
# that write files into the guide; "run", commands that run instead of bifolio,
# beside the guide, with $bifolio, for what needs a full disk, another build or a
# call that fails; "rel", where the sanitizers themselves are in the way: why
# there is nothing to test under them; expected.txt, the messages and the exit
# code.
#
# Usage: run_messages.sh [CASE...].  UPDATE=1 writes expected.txt anew.
# Environment: BUILD (the folder that holds the binary), VARIANT.
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
build=$(realpath -m "${BUILD:-out/build/rel}")
bifolio=${BIFOLIO:-$build/bifolio}
export BIFOLIO_SHARE=$root bifolio root
# Sanitizers' leak check cannot run under a tracer.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0

if [ ! -x "$bifolio" ]; then
	echo "$bifolio is not there; run make first"
	echo "0 passed, 1 failed"
	exit 1
fi

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

for folder in tests/golden/messages/cases/*/; do
	case=$(basename "$folder")
	if [ $# -gt 0 ] && [[ " $* " != *" $case "* ]]; then
		continue
	fi
	if [ -f "$folder/rel" ] && [ "${VARIANT:-rel}" != rel ]; then
		echo "left out of $VARIANT: $case: $(cat "$folder/rel")"
		continue
	fi
	work=$scratch/$case
	mkdir -p "$work/guide"
	cp -R tests/golden/messages/base/. "$work/guide"
	cp -R "$folder." "$work/guide"
	rm -f "$work/guide/expected.txt" "$work/guide/remove" \
	    "$work/guide/arguments" "$work/guide/make" "$work/guide/run" \
	    "$work/guide/rel"
	if [ -f "$folder/make" ]; then
		(cd "$work/guide" && bash "$root/$folder/make")
	fi
	arguments='build guide -o out'
	if [ -f "$folder/arguments" ]; then
		arguments=$(cat "$folder/arguments")
	fi
	if [ -f "$folder/remove" ]; then
		while read -r name; do
			rm -r "$work/guide/$name"
		done <"$folder/remove"
	fi
	(
		cd "$work" || exit 1
		if [ -f "$root/$folder/run" ]; then
			bash "$root/$folder/run" >said.txt 2>&1 </dev/null
		else
			# shellcheck disable=SC2086
			"$bifolio" $arguments >said.txt 2>&1
		fi
		echo "exit $?" >>said.txt
		# Places and numbers of this very run are no part of what is said.
		sed -i "s|$root/|ROOT/|g; s|$work/|WORK/|g
		    s/\.tmp-[0-9a-f-]*/.tmp-N/g; s/process [0-9]*/process N/" said.txt
		# Nothing may be published, not even in part.
		find out -type f -not -name '.*' -not -path '*/.cache/*' \
		    2>/dev/null | sed 's/^/published: /' >>said.txt
	)
	if [ "${UPDATE:-}${REGOLD:-}" = 1 ]; then
		cp "$work/said.txt" "$folder/expected.txt"
	fi
	if diff -u "$folder/expected.txt" "$work/said.txt" \
	    >"$work/diff.txt" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok - $case"
		sed 's/^/    /' "$work/diff.txt"
	fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
