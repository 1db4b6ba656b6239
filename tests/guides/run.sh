#!/bin/bash
# SPDX-License-Identifier: MIT
# The site of the guide of all components before the referees of the real one:
# files first, then drawings, then browsers; a few of its pages once more with a
# title of 93 characters.  Then the guide in three languages, one of them from
# right to left: what it owes its readers, and the same referees.
#
# Environment: BUILD (the folder that holds the binary).
set -u
cd "$(dirname "$0")/../.." || exit 1
build=$(realpath -m "${BUILD:-out/build/rel}")
export BIFOLIO_SHARE=$PWD
OUT=$(mktemp -d) || exit 1
export OUT
trap 'rm -rf "$OUT" "$OUT.long"' EXIT

if ! "$build/bifolio" build tests/guides/components -o "$OUT" --quiet; then
	echo "not ok - the guide of all components can be built"
	echo "0 passed, 1 failed"
	exit 1
fi
passed=0
failed=0

# referee NAME: adds what it claims to the sums
referee()
{
	judge=tests/site/$1.mjs
	[ -f "$judge" ] || judge=tests/guides/$1.mjs
	log=$(node "$judge" 2>&1)
	grep -vE '^[0-9]+ passed, [0-9]+ failed$' <<<"$log"
	closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' <<<"$log")
	# A referee that dies has no closing line.
	if [ -z "$closing" ]; then
		failed=$((failed + 1))
		return
	fi
	ok=${closing%% passed*}
	bad=${closing#*, }
	passed=$((passed + ok))
	failed=$((failed + ${bad%% failed*}))
}

referee pages
SOURCE=tests/guides/components referee drawings
referee browser

cp -R tests/guides/components "$OUT.long" && rm -rf "$OUT" && mkdir "$OUT" ||
    exit 1
title="All components in every state, on paper and on the web, with a title as"
title="$title long as any guide has"
sed -i "s/title: All components,/title: \"$title\",/" "$OUT.long/guide.yaml"
if "$build/bifolio" build "$OUT.long" -o "$OUT" --only site --quiet; then
	PAGES="index.html choosing.html help.html" referee browser
else
	echo "not ok - the guide with a long title can be built"
	failed=$((failed + 1))
fi

rm -rf "$OUT" && mkdir "$OUT" || exit 1
if "$build/bifolio" build tests/guides/languages -o "$OUT" --clinic all \
    --quiet; then
	referee languages
	referee pages
	pages="index.html ar/index.html ar/text.html ar/colours.html"
	pages="$pages ar/sheet-write.html ar/sheet-grid.html ar/help.html"
	PAGES="$pages ar/downloads.html" referee browser
else
	echo "not ok - the guide in three languages can be built"
	failed=$((failed + 1))
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
