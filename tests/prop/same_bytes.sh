#!/bin/bash
# SPDX-License-Identifier: MIT
# The same input gives the same bytes: built twice, in two folders, by gcc and
# by clang, with one job and two, in another time zone, locale, umask, current
# folder and environment, from a copy of the guide made in another order.  Whole
# output folders are compared; lock files are no output.
#
# Environment: BUILD (the folder that holds the binary), CC, VARIANT.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
build=$(realpath -m "${BUILD:-out/build/rel}")
# The other compiler's binary, objects and all, beside this one's.
case ${CC:-gcc} in
*clang*) other=gcc ;;
*) other=clang ;;
esac
other_build=$(dirname "$build")/$other

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

fail()
{
	echo "not ok - $1"
	sed 's/^/    /' "$2" | head -n 20
	failed=$((failed + 1))
}

# build_guide OUT GUIDE [OPTION...]: with the binary and share folder in use.
build_guide()
{
	local out=$1 guide=$2
	shift 2
	mkdir -p "$out" && "$binary" build "$guide" -o "$out" --quiet "$@" \
	    >"$scratch/said" 2>&1 </dev/null
}

# same NAME OUT: is OUT what the first build made?
same()
{
	if diff -r -x '.*.lock' "$scratch/first" "$2" >"$scratch/diff" 2>&1
	then
		passed=$((passed + 1))
	else
		fail "the same bytes: $1" "$scratch/diff"
	fi
}

# try NAME COMMAND...: COMMAND builds into $out, in a shell of its own.
try()
{
	local name=$1
	shift
	out=$scratch/$((++runs))
	if ("$@"); then
		same "$name" "$out"
	else
		fail "it builds: $name" "$scratch/said"
	fi
}

twice_in_place()
{
	build_guide "$out" content && build_guide "$out" content
}

in_a_deep_folder()
{
	mkdir -p "$out"
	build_guide "$out/a folder/deep/er" content &&
	    mv "$out/a folder/deep/er" "$scratch/deep" && rm -r "$out" &&
	    mv "$scratch/deep" "$out"
}

with_jobs()
{
	build_guide "$out" content -j "$1"
}

in_environment()
{
	# The shell itself may not know the locale.
	export "$@" 2>/dev/null
	build_guide "$out" content
}

with_umask()
{
	umask "$1"
	build_guide "$out" content
}

from_elsewhere()
{
	cd /
	build_guide "$out" "$root/content"
}

# Files are made in the reverse order, so that folders list them otherwise.
from_a_copy()
{
	local copy="$scratch/copy of all" path
	for path in content themes; do
		(cd "$root" && find "$path" -type d) | sort |
		    while read -r name; do mkdir -p "$copy/$name"; done
		(cd "$root" && find "$path" -type f) | sort -r |
		    while read -r name; do
			cp "$root/$name" "$copy/$name"
			touch -d 2001-02-03 "$copy/$name"
		    done
	done
	export BIFOLIO_SHARE=$copy
	cd "$copy" || return 1
	build_guide "$out" content
}

only_the_clinic()
{
	build_guide "$out" content --clinic example-uk
}

in_two_steps()
{
	build_guide "$out" content --only site,booklet,sheets,large-print,worksheets
}

with_other_compiler()
{
	binary=$other_build/bifolio
	build_guide "$out" content
}

export BIFOLIO_SHARE=$root LC_ALL=C TZ=UTC
binary=$build/bifolio
runs=0
if ! build_guide "$scratch/first" content; then
	fail "the guide can be built" "$scratch/said"
	echo "$passed passed, $failed failed"
	exit 1
fi
if [ "$(find "$scratch/first" -type f | wc -l)" -lt 10 ]; then
	echo "too few files to compare" >"$scratch/said"
	fail "there is something to compare" "$scratch/said"
fi

try "built twice in one folder" twice_in_place
try "in another folder, with spaces" in_a_deep_folder
try "with one job" with_jobs 1
try "with two jobs" with_jobs 2
try "with seven jobs" with_jobs 7
try "in Kathmandu" in_environment TZ=Asia/Kathmandu
try "in the time zone of Honolulu, said as a rule" in_environment TZ=HST10
# Where locales can be made, they are; else they are only named.
if command -v localedef >/dev/null && [ -d /usr/share/i18n/locales ]; then
	mkdir "$scratch/locales"
	for locale in tr_TR de_DE ar_EG; do
		localedef -i $locale -f UTF-8 \
		    "$scratch/locales/$locale.UTF-8" >/dev/null 2>&1
	done
	export LOCPATH=$scratch/locales
fi
for locale in tr_TR.UTF-8 de_DE.UTF-8 ar_EG.UTF-8; do
	try "in the locale $locale" in_environment LC_ALL=$locale \
	    LANG=$locale LANGUAGE="${locale%%_*}"
done
# One that this machine surely has.
for locale in $(locale -a | grep -vxE 'C|POSIX' | head -n 2); do
	try "in the locale $locale" in_environment LC_ALL="$locale"
done
try "with a date to pretend" in_environment SOURCE_DATE_EPOCH=1
try "for another user" in_environment HOME=/nonexistent USER=nobody \
    LOGNAME=nobody HOSTNAME=elsewhere
try "with a narrow terminal and colours" in_environment COLUMNS=20 \
    TERM=xterm-256color
try "with an umask of 077" with_umask 077
try "with an umask of 000" with_umask 000
try "from another current folder" from_elsewhere
try "from a copy made in another order" from_a_copy
try "with the clinic named" only_the_clinic
try "with all outputs named" in_two_steps

if (unset MAKEFLAGS MFLAGS MAKELEVEL
    make -j2 BUILD="$other_build" CC="$other" VARIANT="${VARIANT:-rel}" \
    "$other_build/bifolio") >"$scratch/said" 2>&1; then
	try "with $other" with_other_compiler
else
	tail -n 20 "$scratch/said" >"$scratch/tail"
	fail "$other builds the tool" "$scratch/tail"
fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
