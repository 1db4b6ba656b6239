#!/bin/bash
# SPDX-License-Identifier: MIT
# Writes the section COMPONENTS of bifolio.5 from the components' definitions.
#
# Usage: components.sh BIFOLIO PAGE.  Comes in: what "BIFOLIO dump components"
# prints, and the page.  Goes out: the page with all that stands between the two
# marks made anew, on standard output.
set -eu -o pipefail
export LC_ALL=C

[ $# -eq 2 ] || { echo "usage: $0 BIFOLIO PAGE" >&2; exit 2; }
made=$(mktemp)
trap 'rm -f "$made"' EXIT

# "name: what it is" with fields indented by two, fields of items by four.
"$1" dump components | awk '
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
	n = split(words ".", list, " ")
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

awk -v made="$made" '
/^\.\\" components: begin/ {
	print
	while ((getline line <made) > 0)
		print line
	inside = 1
	next
}
/^\.\\" components: end/ { inside = 0; ended = 1 }
!inside { print }
END { if (inside || !ended) exit 1 }' "$2"
