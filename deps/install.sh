#!/bin/bash
# SPDX-License-Identifier: MIT
# Installs what is missing of deps/packages.  Usage: install.sh build|test...
# Says what it installs and why; needs apt-get, and sudo when not root.
# Environment: DEPS=no says what is missing and installs nothing.
set -eu
here=$(dirname "$0")
[ "${DEPS:-yes}" = no ] && exit 0
missing=()
for purpose in "$@"; do
	while read -r kind package colon command; do
		[ "$kind" = "$purpose" ] || continue
		if [ "${colon:-}" = : ]; then
			command -v "$command" >/dev/null 2>&1 && continue
		fi
		status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
		[ "$status" = "install ok installed" ] && continue
		missing+=("$package")
	done < <(sed 's/#.*//' "$here/packages")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
	printf 'bifolio needs these packages, and there is no apt-get here: %s\n' \
	    "${missing[*]}" >&2
	exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null 2>&1; then
		printf 'Ask the administrator for: apt-get install %s\n' \
		    "${missing[*]}" >&2
		exit 1
	fi
	as_root=(sudo)
fi
printf 'Installing for %s (DEPS=no turns this off): %s\n' "$*" "${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update >/dev/null
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qy \
    install --no-install-recommends "${missing[@]}" >/dev/null
