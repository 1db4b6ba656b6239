#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs the unit tests that "make" built into $BUILD/unit.
set -u
passed=0
failed=0
for test in "$BUILD"/unit/*; do
	[ -x "$test" ] && [ ! -d "$test" ] || continue
	out=$("$test" 2>&1)
	code=$?
	ok=$(printf '%s\n' "$out" | grep -c '^ok ')
	bad=$(printf '%s\n' "$out" | grep -c '^not ok ')
	if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
		bad=1
	fi
	if [ "$bad" -gt 0 ]; then
		printf '%s:\n%s\n' "${test##*/}" "$(printf '%s\n' "$out" | grep -v '^ok ')"
	fi
	passed=$((passed + ok))
	failed=$((failed + bad))
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
