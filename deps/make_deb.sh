#!/bin/bash
# SPDX-License-Identifier: MIT
# Packs what "make install" puts there as a Debian package below $OUT/deb.
# Environment: BUILD, OUT, VERSION.
set -eu
cd "$(dirname "$0")/.."
architecture=$(dpkg --print-architecture)
root=$OUT/deb/root
rm -rf "$root"
mkdir -p "$root/DEBIAN"
make --no-print-directory -s BUILD="$BUILD" DEPS=no DESTDIR="$root" PREFIX=/usr install
gzip -9n "$root/usr/share/man/man1/bifolio.1" "$root/usr/share/man/man5/bifolio.5"
mv "$root/usr/share/doc/bifolio/LICENSE" "$root/usr/share/doc/bifolio/copyright"
# The libraries' packages, as the linker found them.
depends=$(objdump -p "$root/usr/bin/bifolio" | awk '/NEEDED/ { print $2 }' |
    while read -r library; do
	path=$(ldconfig -p | awk -v l="$library" '$1 == l { print $NF; exit }')
	dpkg -S "$path" 2>/dev/null || dpkg -S "$(realpath "$path")" ||
	    dpkg -S "${path#/usr}"
    done | cut -d: -f1 | sort -u | tr '\n' ',' | sed 's/,$//; s/,/, /g')
cat >"$root/DEBIAN/control" <<CONTROL
Package: bifolio
Version: $VERSION
Section: text
Priority: optional
Architecture: $architecture
Maintainer: The bifolio authors <bifolio@example.org>
Depends: $depends, fonts-sil-andika, icc-profiles-free
Recommends: fonts-noto-core
Suggests: hyphen-en-gb
Description: makes an accessible website and a booklet from a guide
 bifolio turns a guide written in Markdown into an accessible static website and
 a printable, tagged PDF booklet with worksheets, from one source.
CONTROL
file=$OUT/deb/bifolio_${VERSION}_$architecture.deb
dpkg-deb --root-owner-group --build "$root" "$file" >/dev/null
rm -rf "$root"
echo "$file"
