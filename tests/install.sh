#!/bin/bash
# SPDX-License-Identifier: MIT
# "make install" puts there what the manuals say, and it works from there.
set -u
cd "$(dirname "$0")/.." || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

claim() {
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok - $2"
		tail -n 5 "$scratch/log" | sed 's/^/  /'
	fi
}

make --no-print-directory -s BUILD="$BUILD" DEPS=no DESTDIR="$scratch/root" \
    PREFIX=/usr/local install >"$scratch/log" 2>&1
claim $? "make install works"
tool=$scratch/root/usr/local/bin/bifolio
export BIFOLIO_SHARE=$scratch/root/usr/local/share/bifolio
"$tool" --version >"$scratch/log" 2>&1
claim $? "the installed tool runs"
head -n 1 "$scratch/log" | grep -qx "bifolio $(sed -n 's/^#define BIFOLIO_VERSION "\(.*\)"/\1/p' src/version.h)"
claim $? "--version says the version"
[ "$(wc -l <"$scratch/log")" -ge 8 ]
claim $? "--version says the libraries' versions"
(cd "$scratch" && "$tool" build "$OLDPWD/tests/guides/tiny" -o made -q) >"$scratch/log" 2>&1
claim $? "the installed tool builds a guide with the installed theme"
[ -s "$scratch/made/first/print/en-GB/booklet.pdf" ]
claim $? "the booklet is there"
"$tool" list tests/guides/tiny >"$scratch/log" 2>&1
claim $? "list works"
[ "$(cut -f1 "$scratch/log" | sort -u | tr '\n' ' ')" = "first second " ]
claim $? "list names every clinic"
for words in "" "build" "html" "list" "dump"; do
	"$tool" help $words >"$scratch/log" 2>&1
	claim $? "help $words"
done
"$tool" bild >"$scratch/log" 2>&1
[ $? -eq 2 ] && grep -q 'did you mean "build"' "$scratch/log"
claim $? "an unknown command is exit 2 with the nearest name"
"$tool" build --onyl site >"$scratch/log" 2>&1
[ $? -eq 2 ] && grep -q 'did you mean --only' "$scratch/log"
claim $? "an unknown option is exit 2 with the nearest name"
"$tool" build /nonexistent -o "$scratch/x" >"$scratch/log" 2>&1
[ $? -eq 2 ]
claim $? "a guide that is not there is exit 2"
cp -r tests/guides/tiny "$scratch/guide"
"$tool" build "$scratch/guide" -o "$scratch/guide" >"$scratch/log" 2>&1
[ $? -eq 2 ] && [ -z "$(find "$scratch/guide" -name '.bifolio*')" ]
claim $? "the guide's own folder is no output folder"
# Every option of the help is in the manual, and the other way round.
options=$("$tool" help build; "$tool" help html; "$tool" help list; "$tool" help dump)
for option in $(printf '%s\n' "$options" | grep -oE -- '--[a-z]+' | sort -u); do
	grep -q "Fl Fl ${option#--}" man/bifolio.1
	claim $? "bifolio.1 tells $option"
done
make --no-print-directory -s BUILD="$BUILD" DEPS=no DESTDIR="$scratch/root" \
    PREFIX=/usr/local uninstall >"$scratch/log" 2>&1
[ -z "$(find "$scratch/root" -type f)" ]
claim $? "make uninstall leaves nothing"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
