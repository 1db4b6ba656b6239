#!/bin/bash
# SPDX-License-Identifier: MIT
# The builder dies, hangs or runs out of something: a clean message, exit 3, and
# the edition that was there stays whole.
set -u
cd "$(dirname "$0")/../.." || exit 1
bifolio=$BUILD/bifolio
export BIFOLIO_SHARE=$PWD
# Sanitizers: no leak check under a tracer, and no handlers of their own for the
# signals that this test sends.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_abort=0
scratch=$(mktemp -d)
trap '[ "$BASHPID" = $$ ] && rm -rf "$scratch"' EXIT
passed=0
failed=0

claim() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok - $2"
		sed 's/^/  /' "$scratch/log" | head -n 5
	fi
}

digest() {
	(cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum |
	    sha256sum)
}

cp -r tests/guides/tiny "$scratch/guide"
"$bifolio" build "$scratch/guide" -o "$scratch/out" -q >"$scratch/log" 2>&1
claim $? "the edition builds"
whole=$(digest "$scratch/out/first")

unharmed() {
	[ "$(digest "$scratch/out/first")" = "$whole" ]
	claim $? "$1: the edition is as it was"
	[ "$(find "$scratch/out" -maxdepth 1 -name '.*.tmp-*' | wc -l)" -eq 0 ]
	claim $? "$1: nothing is left behind"
}

# The builder alone is traced from the moment it is one: it is the process that
# opens guide.yaml. A signal there is a crash, a time limit, a kill.
for signal in SEGV ABRT XCPU KILL BUS; do
	strace -f -o /dev/null -e trace=prctl -e inject="prctl:signal=$signal:when=2" \
	    "$bifolio" build "$scratch/guide" -o "$scratch/out" -q \
	    >"$scratch/log" 2>&1
	[ $? -eq 3 ]
	claim $? "a builder that ends by SIG$signal is exit 3"
	grep -q 'while working on' "$scratch/log"
	claim $? "a builder that ends by SIG$signal: the message says where"
	unharmed "SIG$signal"
done

# No memory: the limit is the guide's own.
if [ "$VARIANT" = rel ]; then
	cp -r "$scratch/guide" "$scratch/hungry"
	printf 'limits: {memory_mib: 64}\n' >>"$scratch/hungry/guide.yaml"
	"$bifolio" build "$scratch/hungry" -o "$scratch/out" -q >"$scratch/log" 2>&1
	[ $? -eq 3 ]
	claim $? "a builder without memory is exit 3"
	unharmed "no memory"

	# Files over their limit are write errors.
	cp -r "$scratch/guide" "$scratch/fat"
	sed -i 's/WORD/FAT/' "$scratch/fat/en-GB/01-only.md"
	(
		ulimit -f 4
		"$bifolio" build "$scratch/fat" -o "$scratch/out" -q >"$scratch/log" 2>&1
	)
	[ $? -eq 3 ]
	claim $? "a file over the limit is exit 3"
	unharmed "file limit"
fi

# The user stops it.
"$bifolio" build "$scratch/guide" -o "$scratch/out" -q >"$scratch/log" 2>&1 &
pid=$!
sleep 0.05
kill -TERM $pid 2>/dev/null
wait $pid
[ "$(digest "$scratch/out/first")" = "$whole" ]
claim $? "SIGTERM: the edition is whole"

# Started with SIGCHLD ignored, as some services do: the end of the builder is
# seen all the same.
timeout -k 5 60 env --ignore-signal=CHLD "$bifolio" build "$scratch/guide" \
    -o "$scratch/out" -q >"$scratch/log" 2>&1
claim $? "a build that was started with SIGCHLD ignored ends"

# Under nohup the terminal's end is nothing to stop for.
env --ignore-signal=HUP "$bifolio" build "$scratch/guide" -o "$scratch/out" \
    -q >"$scratch/log" 2>&1 &
pid=$!
sleep 0.05
kill -HUP $pid 2>/dev/null
wait $pid
claim $? "a build that was started with SIGHUP ignored goes on"

# Links out of the guide are not followed, whatever they point to.
cp -r "$scratch/guide" "$scratch/linked"
rm "$scratch/linked/help.yaml"
ln -s /etc/passwd "$scratch/linked/help.yaml"
"$bifolio" build "$scratch/linked" -o "$scratch/out" -q >"$scratch/log" 2>&1
code=$?
[ $code -ge 1 ] && [ $code -le 3 ] && ! grep -q root: "$scratch/log"
claim $? "a link out of the guide is refused"
unharmed "a link out of the guide"

# A pipe where a file should be would hang a reader that opens it.
cp -r "$scratch/guide" "$scratch/piped"
rm "$scratch/piped/en-GB/01-only.md"
mkfifo "$scratch/piped/en-GB/01-only.md"
timeout 20 "$bifolio" build "$scratch/piped" -o "$scratch/out" -q >"$scratch/log" 2>&1
code=$?
[ $code -ge 1 ] && [ $code -le 3 ]
claim $? "a pipe in the guide is refused"
unharmed "a pipe in the guide"

# Nothing goes to the network.
strace -f -e trace=network -o "$scratch/net" "$bifolio" build "$scratch/guide" \
    -o "$scratch/out" -q >"$scratch/log" 2>&1
claim $? "the build can be traced"
! grep -qE 'connect|sendto|bind' "$scratch/net"
claim $? "a build makes no connection"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
