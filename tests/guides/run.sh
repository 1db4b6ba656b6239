#!/bin/bash
# SPDX-License-Identifier: MIT
# The site of the guide of all components before the referees of the real one:
# files first, then browsers.
#
# Environment: BUILD (the folder that holds the binary).
set -u
cd "$(dirname "$0")/../.." || exit 1
build=$(realpath -m "${BUILD:-out/build/rel}")
export BIFOLIO_SHARE=$PWD
OUT=$(mktemp -d) || exit 1
export OUT
trap 'rm -rf "$OUT"' EXIT

if ! "$build/bifolio" build tests/guides/components -o "$OUT" --quiet; then
	echo "not ok - the guide of all components can be built"
	echo "0 passed, 1 failed"
	exit 1
fi
passed=0
failed=0
for referee in pages browser; do
	log=$(node "tests/site/$referee.mjs" 2>&1)
	grep -vE '^[0-9]+ passed, [0-9]+ failed$' <<<"$log"
	closing=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' <<<"$log")
	# A referee that dies has no closing line.
	if [ -z "$closing" ]; then
		failed=$((failed + 1))
		continue
	fi
	ok=${closing%% passed*}
	bad=${closing#*, }
	passed=$((passed + ok))
	failed=$((failed + ${bad%% failed*}))
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
