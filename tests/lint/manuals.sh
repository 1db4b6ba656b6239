#!/bin/bash
# SPDX-License-Identifier: MIT
# The manuals are good mdoc, and what they tell of components, templates and keys
# is what there is.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0
failed=0
for page in man/*.[15]; do
	out=$(mandoc -Tlint -Wwarning "$page" 2>&1)
	if [ -z "$out" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$out"
	fi
done
bifolio=$(realpath -m "${BUILD:-out/build/rel}")/bifolio
for list in components templates; do
	if difference=$(man/lists.sh "$bifolio" man/bifolio.5 "$list" |
	    diff -u man/bifolio.5 -); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "bifolio.5 does not tell the $list; run \"make manuals\""
		echo "$difference" | head -n 40
	fi
done
# The templates that are told are the files of the default theme.
if diff -u <("$bifolio" dump templates |
    sed -n 's/^  \([a-z-]*\.mustache\): .*/\1/p' | LC_ALL=C sort) \
    <(cd themes/default/templates && find . -name '*.mustache' |
    sed 's,^\./,,' | LC_ALL=C sort); then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "src/site/page_name_tables.c tells other templates than there are"
fi
if BUILD=${BUILD:-out/build/rel} man/keys.sh --check; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "bifolio.5 does not tell the keys as they are; run \"make manuals\""
fi
for file in src/doc/component_*.c; do
	name=$(sed -n 's/^	\.name = "\(.*\)",$/\1/p' "$file")
	[ -z "$name" ] && continue
	if grep -q "^\.It Sy $name\$" man/bifolio.5; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "bifolio.5 does not tell the component $name"
	fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
