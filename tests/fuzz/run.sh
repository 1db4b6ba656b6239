#!/bin/bash
# SPDX-License-Identifier: MIT
# Replays every seed through its fuzz target, each within ten seconds.  Seeds
# are files of seeds/TARGET, or what the commands in its file "make" write.
set -u
cd "$(dirname "$0")/../.." || exit 1
export root=$PWD
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0
for source in tests/fuzz/*.c; do
	name=$(basename "$source" .c)
	seeds=$root/tests/fuzz/seeds/$name
	if [ -f "$seeds/make" ]; then
		mkdir "$scratch/$name"
		(cd "$scratch/$name" && bash "$seeds/make")
		seeds=$scratch/$name
	fi
	for seed in "$seeds"/*; do
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
