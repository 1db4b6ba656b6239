#!/bin/bash
# SPDX-License-Identifier: MIT
# What a machine can see of the house rules.  Prints findings, exits 1 if any.
# Environment: BUILD (folder with objects), CC.
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
BUILD=${BUILD:-out/build/rel}
CC=${CC:-gcc}
failed=0
passed=0

check() {
	local name=$1 out
	shift
	if out=$("$@" 2>&1) && [ -z "$out" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'lint: %s\n%s\n' "$name" "$out"
	fi
}

mapfile -t sources < <(find src -name '*.[ch]' | sort)
mapfile -t headers < <(find src -name '*.h' | sort)
mapfile -t objects < <(find "$BUILD" -name '*.o' -path '*/*' | sort)

layers() { awk -f tests/lint/layers.awk src/LAYERS "${sources[@]}"; }

shape() { awk -f tests/lint/shape.awk "${sources[@]}"; }

headers_alone() {
	local h
	for h in "${headers[@]}"; do
		# A header of macros alone is no translation unit by itself.
		{ cat "$h"; echo 'extern int lint_;'; } |
		    "$CC" -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -Wall \
		    -Wextra -Wpedantic -Werror -fsyntax-only -x c - ||
		    { echo "$h"; return 1; }
	done
}

guards() {
	local h want
	for h in "${headers[@]}"; do
		want=${h#src/}
		want=$(printf %s "$want" | tr 'a-z/.' 'A-Z__')
		grep -q "^#define $want\$" "$h" ||
		    echo "$h: its guard is $want"
	done
}

# A global that is written to would make two threads, or two books in one
# process, meet.  Only read-only data may have static storage.
globals() {
	[ ${#objects[@]} -gt 0 ] || { echo "nothing is built in $BUILD"; return 1; }
	# Tables of pointers are relocated once at start (.data.rel.ro): "d" in
	# a section whose name ends in .ro is constant.
	local o
	for o in "${objects[@]}"; do
		objdump -t "$o" | awk -v o="$o" '
		    $0 ~ / [gl]  *O / && ($0 ~ /[ \t]\.data($|[ \t.])/ || $0 ~ /\.bss/ || $0 ~ /\*COM\*/) &&
		    $0 !~ /\.data\.rel\.ro/ && $NF !~ /^__|^\.|asan|ubsan|odr/ {
			print o ": writable global " $NF }'
	done
}

names() {
	find src tests -name '*.[ch]' | grep -E '(util|misc|helper|manager|common)' |
	    sed 's/$/: say what it is/'
}

scripts() {
	local s
	for s in $(find tests deps .ci -name '*.sh' -not -path '*/node_modules/*'; echo .ci/run); do
		bash -n "$s"
	done
}

# A path of the machine that a file was made on is of no use on any other.
stands_alone() {
	grep -rnIF "$PWD/" src themes content tests deps man Makefile README.md \
	    --exclude-dir=node_modules
}
stands_alone_clean() { ! stands_alone; }

check 'layers and owners of library headers (src/LAYERS)' layers
check 'shape of C files' shape
check 'headers compile alone' headers_alone
check 'header guards' guards
check 'no writable globals' globals
check 'names' names
check 'scripts parse' scripts
check 'the repository stands alone' stands_alone_clean
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
