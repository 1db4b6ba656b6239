#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every message is in the table, and a test provokes it.

Reads what "bifolio dump messages" prints, the headers and the sources; looks
for each text among the expected.txt of tests/golden/messages/cases. What none
of them can provoke is named in tests/golden/messages/elsewhere.txt, with the
test that does, which has to look for the message's id or text, or, for very few,
with the proof that none can. Environment: BUILD.
"""
import glob
import os
import re
import subprocess
import sys

os.chdir(os.path.join(os.path.dirname(__file__), "../.."))
binary = os.path.join(os.environ.get("BUILD", "out/build/rel"), "bifolio")
passed = failed = 0


def claim(ok, text):
    global passed, failed
    if ok:
        passed += 1
    else:
        failed += 1
        print("not ok -", text)


def pattern(form):
    """A printf form as a regular expression of what it can become."""
    parts = re.split(r"%%|%(?:\.\*|0?\d*)?(?:ll|z|l)?[sducX]", form)
    return r"[^\n]*?".join(re.escape(part) for part in parts)


dump = subprocess.run([binary, "dump", "messages"], capture_output=True, text=True, check=True).stdout
table = [line.split("\t") for line in dump.splitlines()]
names = [row[0] for row in table]
claim(len(names) == len(set(names)), "each message is in messages.c once")

headers = "".join(open(f, encoding="utf-8").read() for f in glob.glob("src/base/messages_*.h"))
defined = re.findall(r"^#define SAY_(\w+)", headers, re.M)
for name in sorted(set(defined) ^ set(names)):
    claim(False, f"SAY_{name} is in a header and in messages.c")

sources = {f: open(f, encoding="utf-8").read() for f in glob.glob("src/*/*.c")}
used = set()
for file, text in sources.items():
    if file != "src/base/messages.c":
        used |= set(re.findall(r"\bSAY_(\w+)", text))
for name in names:
    claim(name in used, f"SAY_{name} is said somewhere")
# Messages of other lists are passed on with an id that is no literal.
for file, text in sources.items():
    for call in re.finditer(r"\bdiag_(?:add|error_class)\(([^;]*?)\);", text):
        claim(not re.search(r',\s*"[a-z]+(?:-[a-z0-9]+)*"\s*,', call.group(1)),
              f"{file}: a message of our own is in the table: {call.group(1)[:60]!r}")

# As many messages as may have a proof instead of a test.
UNPROVOKED_MOST = 4


def asserts(test, ident, text):
    """Does the test look for the message's id, or for its longest words?"""
    source = open(test, encoding="utf-8").read()
    if f'"{ident}"' in source or f'"{ident} ' in source:
        return True
    # Adjoining strings of C are one.
    source = re.sub(r'"\s*\n\s*"', "", source).replace('\\"', '"')
    words = max(re.split(r"%%|%(?:\.\*|0?\d*)?(?:ll|z|l)?[sducX]", text), key=len).strip()
    return len(words) >= 12 and words in source


said = "".join(open(f, encoding="utf-8", errors="replace").read()
               for f in sorted(glob.glob("tests/golden/messages/cases/*/expected.txt")))
elsewhere = {}
for line in open("tests/golden/messages/elsewhere.txt", encoding="utf-8"):
    if line.strip() and not line.startswith("#"):
        name, where = line.rstrip("\n").split("\t")
        elsewhere[name] = where
unprovoked = 0
for name, ident, level, text, hint in table:
    seen = re.search(rf"^[^\n]*: {level}: {pattern(text)}$", said, re.M) if text != "%s" else None
    if name in elsewhere:
        claim(not seen or "(shared text)" in elsewhere[name], f"{name} has a case and stands in elsewhere.txt")
        test = re.match(r"(tests/\S+): ", elsewhere[name])
        if test:
            there = os.path.exists(test.group(1))
            claim(there, f"{name}: {test.group(1)} is there")
            claim(there and asserts(test.group(1), ident, text), f"{name}: {test.group(1)} looks for it")
        else:
            unprovoked += 1
            claim(elsewhere[name].startswith("cannot: "), f"{name}: a test provokes it, or \"cannot: \" and the proof")
    else:
        claim(bool(seen), f"a case provokes {name}: {text}")
    claim(level == "note" or hint != "" or "HINT_BY_VALUE" in re.search(
        rf"#define SAY_{name} .*?(?:\n\n|\Z)", headers, re.S).group(0),
          f"{name} has a hint")
for name in elsewhere:
    claim(name in names, f"elsewhere.txt: there is a message {name}")
claim(unprovoked <= UNPROVOKED_MOST, f"{unprovoked} messages have no test; at most {UNPROVOKED_MOST} may")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
