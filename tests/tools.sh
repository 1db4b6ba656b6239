#!/bin/bash
# SPDX-License-Identifier: MIT
# Brings the referees that Debian does not have: npm packages by the lock file
# and veraPDF by Maven, into $TOOLS.  One that cannot be had is a failure.
set -eu
cd "$(dirname "$0")"
TOOLS=${TOOLS:-$PWD/../out/tools}
mkdir -p "$TOOLS"

if ! cmp -s package-lock.json "$TOOLS/installed-lock.json" ||
    [ ! -d node_modules ]; then
	echo "Installing the test tools of tests/package-lock.json"
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 || {
		echo "npm could not bring the test tools" >&2
		exit 1
	}
	cp package-lock.json "$TOOLS/installed-lock.json"
fi

vera=greenfield-apps-1.28.2.jar
sum=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
if ! echo "$sum  $TOOLS/$vera" | sha256sum -c --status 2>/dev/null; then
	echo "Installing veraPDF 1.28.2"
	mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
	    -Dartifact=org.verapdf.apps:greenfield-apps:1.28.2 \
	    -DoutputDirectory="$TOOLS" >&2 || {
		echo "Maven could not bring veraPDF" >&2
		exit 1
	}
	echo "$sum  $TOOLS/$vera" | sha256sum -c --status || {
		echo "veraPDF's jar is not the one that was expected" >&2
		exit 1
	}
fi

# An nginx that was installed would start a server of its own; this one is only
# unpacked, and started by the test that needs it.
if ! command -v nginx >/dev/null && [ ! -x "$TOOLS/nginx/usr/sbin/nginx" ]; then
	echo "Fetching nginx"
	rm -rf "$TOOLS/nginx"
	mkdir -p "$TOOLS/nginx"
	(cd "$TOOLS/nginx" && apt-get -q download nginx >/dev/null 2>&1 &&
	    dpkg -x nginx_*.deb .) && [ -x "$TOOLS/nginx/usr/sbin/nginx" ] || {
		rm -rf "$TOOLS/nginx"
		echo "apt-get could not bring nginx" >&2
		exit 1
	}
fi
