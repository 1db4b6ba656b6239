#!/bin/bash
# SPDX-License-Identifier: MIT
# The shared forms of small guides as text: each folder of guides/, and the
# guide of all components, is laid over the guide in base/ and dumped as a tree,
# as pages (the display list) and as tags; the dumps are compared with its
# expected.tree, .pages and .tags, and with .large-print and .worksheets, if it
# has them: the pages of those documents.  Fillers
# make up whole sheets, so that pages for notes do not stand in every dump; a
# file "remove" lists what a case does not take from base/, and "make" holds
# commands that write files into the guide.
#
# Usage: run_dumps.sh [CASE...].  REGOLD=1 writes the expected files anew: look
# at the difference before it is committed.  Environment: BUILD (the folder that
# holds the binary).
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
build=$(realpath -m "${BUILD:-out/build/rel}")
bifolio=$build/bifolio
golden=$root/tests/golden
export BIFOLIO_SHARE=$root root

if [ ! -x "$bifolio" ]; then
	echo "$bifolio is not there; run make first"
	echo "0 passed, 1 failed"
	exit 1
fi

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

fail()
{
	echo "not ok - $1"
	sed 's/^/    /' "$2" | head -n 40
	failed=$((failed + 1))
}

for folder in "$golden"/guides/*/ "$root"/tests/guides/components/; do
	case=$(basename "$folder")
	if [ $# -gt 0 ] && [[ " $* " != *" $case "* ]]; then
		continue
	fi
	work=$scratch/$case
	mkdir -p "$work/guide"
	cp -R "$golden/base/." "$work/guide"
	cp -R "$folder." "$work/guide"
	rm -f "$work"/guide/expected.* "$work/guide/remove" "$work/guide/make"
	if [ -f "$folder/make" ]; then
		(cd "$work/guide" && bash "$folder/make")
	fi
	if [ -f "$folder/remove" ]; then
		while read -r name; do
			rm -r "$work/guide/$name"
		done <"$folder/remove"
	fi
	for form in tree pages tags large-print worksheets; do
		said=$work/$form
		# Pages of the other documents, where a case asks for them.
		what=$form
		case $form in
		large-print | worksheets)
			[ -f "$folder/expected.$form" ] || continue
			what="pages --document $form"
			;;
		esac
		# The guide is named as on every machine: messages and trees
		# hold its path.
		# shellcheck disable=SC2086
		if ! (cd "$work" && "$bifolio" dump $what guide) \
		    >"$said" 2>"$work/errors" || [ -s "$work/errors" ]; then
			fail "$case: $form can be dumped without a message" \
			    "$work/errors"
			continue
		fi
		if [ "${REGOLD:-}" = 1 ]; then
			cp "$said" "$folder/expected.$form"
		fi
		if diff -u "$folder/expected.$form" "$said" \
		    >"$work/diff" 2>&1; then
			passed=$((passed + 1))
		else
			fail "$case: $form is as expected" "$work/diff"
		fi
	done
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
