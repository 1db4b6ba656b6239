#!/bin/bash
# SPDX-License-Identifier: MIT
# Publishing under faults: the parent is killed at system calls, and system calls
# fail in turn. The edition has to be the old one or the new one, whole; exit code
# 0 only with the new one; the next build has to work and leave nothing behind.
#
# Each place in the program that calls the system is met: where it does so for
# one file after the other, at the first, the second, the last and every tenth
# call. POINTS=all takes every call ("make soak"). A next build depends on what
# it finds, so that it is made once for each state that a fault left behind.
#
# Environment: BUILD. The points are shared out among as many workers as there
# are processors, each with an output folder of its own.
set -u
cd "$(dirname "$0")/../.." || exit 1
bifolio=$BUILD/bifolio
# Sanitizers' leak check cannot run under a tracer.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0
scratch=$(mktemp -d)
trap '[ "$BASHPID" = $$ ] && rm -rf "$scratch"' EXIT
# A theme of its own: nobody edits it while the test runs.
mkdir "$scratch/share"
cp -r themes "$scratch/share/themes"
export BIFOLIO_SHARE=$scratch/share
# What fontconfig is told on this machine takes longer to read than the guide.
cat >"$scratch/fonts.conf" <<EOF
<?xml version="1.0"?>
<fontconfig>
<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
<cachedir>$scratch/font-cache</cachedir>
</fontconfig>
EOF
export FONTCONFIG_FILE=$scratch/fonts.conf
out=$scratch/out
log=$scratch/log
passed=0
failed=0

claim() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok - $2"
	fi
}

# Names, modes and bytes below a folder, as one word. Temporary names and the
# numbers of processes in locks are other ones each time.
digest() {
	[ -d "$1" ] || { echo none; return; }
	(cd "$1" && find . -mindepth 1 -printf '%P %y %m %l\n' &&
	    find . -type f ! -name '*.lock' -exec sha256sum {} + &&
	    find . -name '*.lock' -empty) |
	    sed -E 's/\.tmp-[0-9]+-[0-9a-f]+/.tmp/g' | LC_ALL=C sort |
	    sha256sum | cut -c1-16
}
export -f digest

# The same with times.
digest_times() {
	(cd "$1" && find . -type f -printf '%p %T@ %s\n' | sort | sha256sum;
	    digest .) | tr '\n' ' '
}

build() {
	"$bifolio" build "$@" --quiet >"$log" 2>&1
}

cp -r tests/guides/tiny "$scratch/old-guide"
cp -r tests/guides/tiny "$scratch/new-guide"
sed -i 's/WORD/OLD/' "$scratch/old-guide/en-GB/01-only.md"
sed -i 's/WORD/NEW/' "$scratch/new-guide/en-GB/01-only.md"

build "$scratch/old-guide" -o "$scratch/old"
claim $? "the old edition builds: $(cat "$log")"
build "$scratch/new-guide" -o "$scratch/new"
claim $? "the new edition builds"
old=$(digest "$scratch/old/first")
new=$(digest "$scratch/new/first")
[ "$old" != "$new" ]
claim $? "the two editions differ"

restore() {
	rm -rf "$out"
	cp -a "$scratch/old" "$out"
}

leftovers() {
	find "$out" -maxdepth 1 -name '.*.tmp-*' | wc -l
}

# after WHAT CODE: is the edition whole, and does the next build work?
after() {
	local what=$1 code=$2 now
	now=$(digest "$out/first")
	if [ "$code" -eq 0 ]; then
		[ "$now" = "$new" ]
		claim $? "$what: success means the new edition"
	else
		[ "$now" = "$old" ] || [ "$now" = "$new" ]
		claim $? "$what: the edition is the old or the new ($now, exit $code)"
	fi
}

next_build() {
	build "$scratch/new-guide" -o "$out"
	claim $? "$1: the next build works: $(tail -n 3 "$log")"
	[ "$(digest "$out/first")" = "$new" ]
	claim $? "$1: the next build is whole"
	[ "$(leftovers)" -eq 0 ]
	claim $? "$1: nothing is left behind"
}

# The same, if no fault has left the folder in this state before.
next_build_once() {
	! mkdir "$scratch/states/$(digest "$out")" 2>/dev/null ||
	    next_build "$1"
}

# Every call of the parent in a build that replaces an edition, with the way
# through the program that leads to it.
restore
strace -k -o "$scratch/trace" "$bifolio" build "$scratch/new-guide" \
    -o "$out" --quiet >/dev/null 2>&1
claim $? "the build can be traced"
# A strace that does not tell the way: every call is a place of its own.
grep -q '^ > ' "$scratch/trace" || POINTS=all

# (name, number of the call of that name, calls at its place) between the first
# write and the last unlink. rt_sigtimedwait and wait4 depend on timing: their
# number varies. A function that calls itself is one place.
awk '
    /^[a-z0-9_]+\(/ {
	calls++
	name[calls] = place[calls] = substr($0, 1, index($0, "(") - 1)
	number[calls] = ++n[name[calls]]
	if (first == 0 && name[calls] ~ /^mkdir/)
		first = calls
	if (name[calls] == "unlinkat")
		last = calls
	frame = ""
    }
    /^ > / {
	if ($2 != frame)
		place[calls] = place[calls] " " $2
	frame = $2
    }
    END {
	skipped = "^(rt_sig|wait4|clock_|exit|clone|brk|mmap|munmap|mprotect|getppid|getpid)"
	for (i = first; i > 0 && i <= last; i++)
		if (name[i] !~ skipped)
			at[++count] = i
	for (i = 1; i <= count; i++)
		total[place[at[i]]]++
	for (i = 1; i <= count; i++)
		print name[at[i]], number[at[i]], ++met[place[at[i]]], total[place[at[i]]]
    }' "$scratch/trace" >"$scratch/calls"
every=$(wc -l <"$scratch/calls")
places=$(awk '$3 == 1' "$scratch/calls" | wc -l)
points=$(awk -v all="${POINTS:-}" '
    all == "all" || $3 <= 2 || $3 == $4 || $3 % 10 == 0 { print $1, $2 }' \
    "$scratch/calls")
count=$(printf '%s\n' "$points" | wc -l)
echo "# $places places, $every calls, a fault at $count of them"
[ "$every" -ge 60 ]
claim $? "there are enough points to be killed at ($every)"
[ "${POINTS:-}" = all ] || [ "$places" -ge 60 ]
claim $? "the places of the program are told apart ($places)"
mkdir "$scratch/states"

kill_at() {
	restore
	strace -o /dev/null -e trace="$1" -e inject="$1:signal=KILL:when=$2" \
	    "$bifolio" build "$scratch/new-guide" -o "$out" --quiet \
	    >/dev/null 2>&1
	after "killed at $1 $2" $?
	next_build_once "killed at $1 $2"
}

# A call that writes, or that finds out, fails.
fail_at() {
	case $1 in
	write | pwrite64 | fsync | fdatasync | syncfs | rename* | mkdir* | \
	    open* | close | unlink* | flock | fchmod | ftruncate | memfd_create | \
	    getdents64 | newfstatat | fstat) ;;
	*) return ;;
	esac
	# A full disk for what writes, a bad one for the rest.
	local errno=EIO code
	case $1 in
	write | pwrite64 | mkdir* | open* | ftruncate | memfd_create) errno=ENOSPC ;;
	esac
	restore
	strace -o /dev/null -e trace="$1" -e inject="$1:error=$errno:when=$2" \
	    "$bifolio" build "$scratch/new-guide" -o "$out" --quiet \
	    >"$log" 2>&1
	code=$?
	after "$errno at $1 $2" $code
	[ "$code" -le 3 ]
	claim $? "$errno at $1 $2: exit $code"
	next_build_once "$errno at $1 $2"
}

# worker ME OF: every OF-th point.
worker() {
	local n=0 name k
	out=$scratch/out-$1 log=$scratch/log-$1
	passed=0 failed=0
	while read -r name k; do
		if [ $((n++ % $2)) -eq "$1" ]; then
			kill_at "$name" "$k"
			fail_at "$name" "$k"
		fi
	done < <(printf '%s\n' "$points")
	next_build "after failing calls"
	echo "$passed $failed" >"$scratch/result-$1"
}

workers=$(nproc)
for ((i = 0; i < workers; i++)); do
	worker $i "$workers" &
done
wait
for ((i = 0; i < workers; i++)); do
	read -r ok bad <"$scratch/result-$i"
	passed=$((passed + ok))
	failed=$((failed + bad))
done

# The builder's own writes fail: nothing is published.
for name in write mkdirat; do
	for k in 1 2 3 5 8 13; do
		restore
		strace -f -o /dev/null -e trace="$name" \
		    -e inject="$name:error=ENOSPC:when=$k" "$bifolio" build \
		    "$scratch/new-guide" -o "$out" --quiet \
		    >"$log" 2>&1
		after "no space at $name $k in both processes" $?
	done
done
next_build "after a full disk in the builder"

# A disk that is really full.
if [ "$(id -u)" -eq 0 ] && unshare -m true 2>/dev/null; then
	full=$(unshare -m bash -c '
	    mkdir -p "$1/small" && mount -t tmpfs -o size=600k none "$1/small" || exit 9
	    cp -a "$1/old/." "$1/small/" || exit 9
	    dd if=/dev/zero of="$1/small/filler" bs=1k >/dev/null 2>&1
	    "$2" build "$1/new-guide" -o "$1/small" --quiet >"$1/log" 2>&1
	    echo "$?"; digest "$1/small/first"' - "$scratch" "$bifolio" | tr '\n' ' ')
	[ "$full" = "3 $old " ]
	claim $? "a full disk: exit 3 and the old edition ($full)"
fi

# Only one output: the others keep their bytes and times.
restore
before=$(digest_times "$out/first/print")
build "$scratch/new-guide" -o "$out" --only site
claim $? "--only site builds"
[ "$(digest_times "$out/first/print")" = "$before" ]
claim $? "--only site leaves the PDFs as they were"
grep -q NEW "$out/first/site/only.html"
claim $? "--only site makes the site anew"
before=$(digest_times "$out/first/site")
build "$scratch/new-guide" -o "$out" --only booklet,sheets
claim $? "--only booklet,sheets builds"
[ "$(digest_times "$out/first/site")" = "$before" ]
claim $? "--only booklet,sheets leaves the site as it was"

# Another clinic: the first edition is not touched.
before=$(digest_times "$out/first")
build "$scratch/old-guide" -o "$out" --clinic second
claim $? "a second clinic builds"
[ "$(digest_times "$out/first")" = "$before" ]
claim $? "a second clinic leaves the first as it was"
grep -q 'first/site/index.html' "$out/index.html" &&
    grep -q 'second/site/index.html' "$out/index.html"
claim $? "out/index.html names both editions"

# A folder that is not ours.
rm -rf "$scratch/theirs"
mkdir -p "$scratch/theirs/first"
echo precious >"$scratch/theirs/first/letter.txt"
build "$scratch/new-guide" -o "$scratch/theirs"
[ $? -eq 2 ]
claim $? "a folder that is not ours is refused with 2"
[ "$(ls -A "$scratch/theirs/first")" = letter.txt ] &&
    [ "$(cat "$scratch/theirs/first/letter.txt")" = precious ]
claim $? "a folder that is not ours is left alone"
[ "$(find "$scratch/theirs" -maxdepth 1 -name '.*.tmp-*' | wc -l)" -eq 0 ]
claim $? "a refusal leaves nothing behind"

# An output folder that cannot be.
echo file >"$scratch/file"
build "$scratch/new-guide" -o "$scratch/file/out"
[ $? -eq 3 ]
claim $? "an output folder below a file is a system error"
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	mkdir -p "$scratch/locked"
	chmod 755 "$scratch" "$scratch/locked"
	chmod -R a+rX "$scratch/new-guide"
	if setpriv --reuid 65534 --clear-groups test -x "$bifolio" 2>/dev/null; then
		setpriv --reuid 65534 --clear-groups "$bifolio" build \
		    "$scratch/new-guide" -o "$scratch/locked" >"$log" 2>&1
		[ $? -eq 3 ]
		claim $? "an output folder that cannot be written to: $(cat "$log")"
	fi
fi

# Another build of the same edition is running.
restore
(
	flock -n 9 || exit 1
	build "$scratch/new-guide" -o "$out"
	[ $? -eq 3 ]
) 9>>"$out/.first.lock"
claim $? "another build running is a system error"
[ "$(digest "$out/first")" = "$old" ]
claim $? "another build running: nothing is published"

# Errors in the guide publish nothing.
restore
cp -r "$scratch/new-guide" "$scratch/bad-guide"
echo '[nowhere](missing.md)' >>"$scratch/bad-guide/en-GB/01-only.md"
build "$scratch/bad-guide" -o "$out"
[ $? -eq 1 ]
claim $? "an error in the guide is exit 1"
[ "$(digest "$out/first")" = "$old" ]
claim $? "an error in the guide publishes nothing"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
