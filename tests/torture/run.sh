#!/bin/bash
# SPDX-License-Identifier: MIT
# Guides that are hard to set, before the referees: each is built within its own
# limits of memory and time, without a complaint but those it asks for, has the
# pages it should have, and is valid PDF/UA-1, PDF/A-2a and PDF.
#
# Usage: run.sh [long|growth].  Short, as "make test" runs it: 300 mixed pages and a
# little of each kind.  Long, as "make soak" does: 2,000 pages, 100,000 words and
# so on, then how time and memory grow with size, which is told and not judged;
# "growth" tells that alone.
# Environment: BUILD (the binary's folder), TOOLS (veraPDF's).
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
build=$(realpath -m "${BUILD:-out/build/rel}")
tools=$(realpath -m "${TOOLS:-out/tools}")
bifolio=$build/bifolio
export BIFOLIO_SHARE=$root
jar=$tools/greenfield-apps-1.28.2.jar
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# Kind, how much of it, fewest and most pages, memory in MiB, warnings.
short='
rows      500   40  110 128 none
tables    16    12   60 128 any
letters   10000 20   60 128 words-broken
nesting   12     4   40 128 none
addresses 60     4   40 128 words-broken
figures   24     8   40 128 none
notes     100    8   60 128 none
mixed     300  200  400 256 any
'
long='
rows      5000  400 1100 768 none
words     100000 300 800 512 none
pages     2000 1600 2600 1024 none
notes     1000  80  600 384 none
tables    800  600 2000 768 any
letters   60000 100  400 384 words-broken
nesting   400   90  800 512 none
addresses 2000  90  800 512 words-broken
figures   400   90  600 384 none
mixed     2000 1300 2600 1024 any
'
# For the growth of time and memory: kind and a first size.
growing='
rows 1000
words 50000
pages 500
notes 500
tables 100
letters 15000
nesting 100
addresses 500
figures 200
mixed 300
'

claim() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok - $2"
		sed 's/^/  /' "$scratch/log" | head -n 12
	fi
}

# Only the warnings that the guide is made to provoke.
said_no_more_than() {
	local said
	said=$(grep -oE ': (error|warning): .*' "$scratch/log")
	case $1 in
	none) [ -z "$said" ] ;;
	any) ! grep -q ': error: ' <<<"$said" ;;
	words-broken) [ -n "$said" ] &&
	    ! grep -qvE ': warning: (a word in column|the word that)' <<<"$said" ;;
	esac
}

judge() {
	local kind=$1 count=$2 least=$3 most=$4 memory=$5 warnings=$6
	local guide=$scratch/$kind out=$scratch/out-$kind pages pdf
	python3 tests/torture/guide.py "$kind" "$count" "$guide" \
	    >"$scratch/log" 2>&1
	claim $? "$kind $count: the guide is written"
	sed -i "s/memory_mib: [0-9]*/memory_mib: $memory/" "$guide/guide.yaml"
	"$bifolio" build "$guide" -o "$out" --only booklet --quiet \
	    >"$scratch/log" 2>&1
	claim $? "$kind $count: it is built in $memory MiB"
	said_no_more_than "$warnings"
	claim $? "$kind $count: there are warnings of the expected kind only"
	pdf=$out/plain/print/en-GB/booklet.pdf
	pages=$(pdfinfo "$pdf" 2>"$scratch/log" | sed -n 's/^Pages: *//p')
	echo "$kind $count: ${pages:-no} pages"
	[ "${pages:-0}" -ge "$least" ] && [ "${pages:-0}" -le "$most" ]
	claim $? "$kind $count: there are $least to $most pages, not ${pages:-0}"
	qpdf --check "$pdf" >"$scratch/log" 2>&1
	claim $? "$kind $count: qpdf finds nothing"
	[ -f "$pdf" ] && cp "$pdf" "$scratch/pdfs/$kind-$count.pdf"
	rm -rf "$out" "$guide"
}

# A website of many pages: all are there; the first lists them, others do not.
judge_site() {
	local pages=$1 memory=$2 guide=$scratch/chapters out=$scratch/site many
	python3 tests/torture/guide.py chapters "$pages" "$guide" \
	    >"$scratch/log" 2>&1
	claim $? "chapters $pages: the guide is written"
	sed -i "s/memory_mib: [0-9]*/memory_mib: $memory/" "$guide/guide.yaml"
	"$bifolio" build "$guide" -o "$out" --only site --quiet \
	    >"$scratch/log" 2>&1
	claim $? "chapters $pages: the site is built in $memory MiB"
	said_no_more_than none
	claim $? "chapters $pages: there are no warnings"
	[ "$(find "$out/plain/site" -name 'c[0-9]*.html' | wc -l)" -eq "$pages" ]
	claim $? "chapters $pages: each has its page"
	[ "$(grep -o 'href="c[0-9]*\.html"' "$out/plain/site/index.html" |
	    sort -u | wc -l)" -eq "$pages" ]
	claim $? "chapters $pages: the first page lists them all"
	many=$(grep -c 'href="c[0-9]*\.html"' "$out/plain/site/c1000.html")
	[ "$many" -ge 11 ] && [ "$many" -le 40 ]
	claim $? "chapters $pages: another page lists those near it, not $many"
	grep -q 'href="index.html#chapters"' "$out/plain/site/c1000.html"
	claim $? "chapters $pages: it leads to the list of all"
	rm -rf "$out" "$guide"
}

validate() {
	local flavour count
	count=$(find "$scratch/pdfs" -name '*.pdf' | wc -l)
	for flavour in ua1 2a; do
		java -Xmx3g -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper \
		    -f "$flavour" --format text "$scratch"/pdfs/*.pdf \
		    >"$scratch/log" 2>&1
		claim $? "veraPDF $flavour accepts all of them"
		[ "$(grep -c '^PASS ' "$scratch/log")" -eq "$count" ]
		claim $? "veraPDF $flavour has judged all $count files"
	done
}

# One build; "seconds kilobytes".
cost() {
	python3 tests/torture/guide.py "$1" "$2" "$scratch/guide"
	python3 tests/torture/cost.py "$bifolio" build "$scratch/guide" \
	    -o "$scratch/grown" --only booklet --quiet
	rm -rf "$scratch/guide" "$scratch/grown"
}

grow() {
	local kind count first second
	printf '%-10s %7s %8s %8s   %s\n' kind size seconds MiB \
	    'twice as much takes'
	while read -r kind count; do
		[ -n "$kind" ] || continue
		read -r -a first <<<"$(cost "$kind" "$count")"
		read -r -a second <<<"$(cost "$kind" $((2 * count)))"
		awk -v kind="$kind" -v size="$count" -v s="${first[0]}" \
		    -v m="${first[1]}" -v s2="${second[0]}" \
		    -v m2="${second[1]}" 'BEGIN {
			printf "%-10s %7d %8.2f %8.0f   ", kind, size, s, m / 1024
			printf "%.1f times the time, %.1f the memory\n",
			    s2 / s, m2 / m
		}'
	done <<<"$growing"
}

if [ "${1:-}" = growth ]; then
	grow
	exit 0
fi
mkdir "$scratch/pdfs"
cases=$short
if [ "${1:-}" = long ]; then
	cases=$long
fi
while read -r row; do
	# shellcheck disable=SC2086
	[ -z "$row" ] || judge $row
done <<<"$cases"
judge_site 2000 512
validate
if [ "${1:-}" = long ]; then
	grow
fi
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
