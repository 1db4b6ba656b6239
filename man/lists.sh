#!/bin/bash
# SPDX-License-Identifier: MIT
# Writes a list of bifolio.5 from the definitions in the program.
#
# Usage: lists.sh BIFOLIO PAGE components|templates.  Comes in: what "BIFOLIO
# dump" prints of that, and the page.  Goes out: the page with all that stands
# between the two marks of that name made anew, on standard output.
set -eu -o pipefail
export LC_ALL=C

[ $# -eq 3 ] || {
	echo "usage: $0 BIFOLIO PAGE components|templates" >&2
	exit 2
}
made=$(mktemp)
trap 'rm -f "$made"' EXIT

# "name: what it is" with fields indented by two, fields of items by four.
"$1" dump "$3" | awk '
function depth_of(line) {
	match(line, /^ */)
	return RLENGTH / 2
}
function nest(depth) {
	for (; open < depth; open++)
		print ".Bl -tag -width Ds -compact"
	for (; open > depth; open--)
		print ".El"
}
# Lines of at most 78 bytes; a full stop at the end.
function tell(words,    line, list, n, i) {
	gsub(/\\/, "\\e", words)
	n = split(words (words ~ /[.?]$/ ? "" : "."), list, " ")
	line = ""
	for (i = 1; i <= n; i++) {
		if (line != "" && length(line) + 1 + length(list[i]) > 78) {
			print line
			line = ""
		}
		line = line == "" ? list[i] : line " " list[i]
	}
	print line
}
BEGIN { print ".Bl -tag -width Ds" }
{
	nest(depth_of($0))
	sub(/^ */, "")
	colon = index($0, ": ")
	words = substr($0, colon + 2)
	print ".It Sy " substr($0, 1, colon - 1)
	tell(toupper(substr(words, 1, 1)) substr(words, 2))
}
END { nest(0); print ".El" }' >"$made"

awk -v made="$made" -v begin=".\\\\\" $3: begin" -v end=".\\\\\" $3: end" '
index($0, begin) == 1 {
	print
	while ((getline line <made) > 0)
		print line
	inside = 1
	next
}
index($0, end) == 1 { inside = 0; ended = 1 }
!inside { print }
END { if (inside || !ended) exit 1 }' "$2"
