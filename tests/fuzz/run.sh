#!/bin/bash
# SPDX-License-Identifier: MIT
# Replays every seed through its fuzz target, each within ten seconds.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0
failed=0
for source in tests/fuzz/*.c; do
	name=$(basename "$source" .c)
	for seed in tests/fuzz/seeds/"$name"/*; do
		if timeout 10 "$BUILD/fuzz/$name" "$seed" >/dev/null 2>&1; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			echo "not ok - $name fails on $seed"
		fi
	done
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
