#!/bin/bash
# SPDX-License-Identifier: MIT
# Writes the tables of keys into bifolio.5, between the lines
#	.\" keys NAME
#	.\" end of keys NAME
# from what "bifolio dump keys" prints.  Usage: keys.sh [--check]: with --check
# nothing is written, and the exit code says whether the manual is up to date.
# Environment: BUILD (the folder that holds the binary).
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
bifolio=$(realpath -m "${BUILD:-out/build/rel}")/bifolio
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$bifolio" dump keys >"$scratch/keys"
awk -F '\t' -v keys="$scratch/keys" '
function safe(s) {
	gsub(/\\/, "\\e", s)
	gsub(/"/, "\\(dq", s)
	return s
}
# A line of its own in mdoc: no control character first, no sentence inside.
function put(s) {
	if (s ~ /^[.\x27]/)
		s = "\\&" s
	print s
}
function table(name,    line, part, n) {
	print ".Bl -tag -width Ds"
	while ((getline line <keys) > 0) {
		n = split(line, part, "\t")
		if (n != 7 || part[1] != name)
			continue
		print ".It Sy " safe(part[2])
		put(toupper(substr(part[7], 1, 1)) safe(substr(part[7], 2)) \
		    (part[7] ~ /[.]$/ ? "" : "."))
		what = part[3] == "map" ? "A map." : \
		    toupper(substr(part[3], 1, 1)) substr(part[3], 2) ": " \
		    safe(part[5]) "."
		put(what)
		if (part[4] == "required")
			print "Required."
		else if (part[4] != "none")
			print "The default is\n.Ql " safe(part[4]) " ."
		if (part[6] != "0.1")
			print "Since version " part[6] "."
	}
	close(keys)
	print ".El"
}
/^\.\\" keys / {
	print
	name = $0
	sub(/^\.\\" keys /, "", name)
	table(name)
	inside = 1
	next
}
/^\.\\" end of keys / { inside = 0 }
!inside { print }
' man/bifolio.5 >"$scratch/manual"

if [ "${1:-}" = --check ]; then
	diff -u man/bifolio.5 "$scratch/manual"
else
	cp "$scratch/manual" man/bifolio.5
fi
