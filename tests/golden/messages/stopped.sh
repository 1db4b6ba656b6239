# SPDX-License-Identifier: MIT
# For the files "run" of the cases: somebody does something while a build is
# between two steps.
#
# build_stopped CALL WHEN FOLLOW: builds in the background and stops it behind
# the WHEN-th system call CALL; FOLLOW is -f for the builder's calls, else "".
# build_goes_on: lets it run to its end, with its exit code.

build_stopped() {
	# shellcheck disable=SC2086
	strace $3 -o calls -e trace="$1" -e inject="$1:signal=STOP:when=$2" \
	    "$bifolio" build guide -o out --quiet &
	tracer=$!
	for _ in $(seq 1000); do
		grep -qs 'stopped by SIGSTOP' calls && break
		sleep 0.02
	done
	if [ -n "$3" ]; then
		stopped=$(sed -n 's/^\([0-9]*\) .*stopped by SIGSTOP.*/\1/p' calls | head -n 1)
	else
		stopped=$(cat "/proc/$tracer/task/$tracer/children")
	fi
}

build_goes_on() {
	# shellcheck disable=SC2086
	kill -CONT $stopped
	wait "$tracer"
}
