#!/bin/sh
# SPDX-License-Identifier: MIT
# Line breaks and bidi against the files of Debian's unicode-data, which are of
# the version of Unicode that Debian's ICU has.  Needs $BUILD/prop/type_unicode.

"$BUILD/prop/type_unicode" "${UNICODE:-/usr/share/unicode}" \
    "$(dirname "$0")/icu_differences.txt"
