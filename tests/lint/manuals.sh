#!/bin/bash
# SPDX-License-Identifier: MIT
# The manuals are good mdoc, and the components they tell are those there are.
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
if difference=$(man/components.sh "$bifolio" man/bifolio.5 |
    diff -u man/bifolio.5 -); then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "bifolio.5 does not tell what is defined; run \"make manuals\""
	echo "$difference" | head -n 40
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
