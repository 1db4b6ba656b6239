#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Glyphs, advances and offsets of random lines against hb-shape, in every face
of the default theme and in a CID-keyed one.  Lines are of one script, since
hb-shape does not look for others.  Needs $BUILD/prop/type_shape_dump, hb-shape.
"""
import os
import random
import shutil
import subprocess
import sys
import unicodedata

ANDIKA = "/usr/share/fonts/truetype/andika/Andika-%s.ttf"
NOTO = "/usr/share/fonts/truetype/noto/NotoSans%s-%s.ttf"
CJK = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
TEXTS = 250  # in each face
JOINERS = "\u200c\u200d"

# script, language, right to left, first and last character of its blocks
SCRIPTS = {
    "Latn": ("en", False, [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F),
                           (0x300, 0x331), (0x1E00, 0x1EFF)]),
    "Cyrl": ("uk", False, [(0x400, 0x45F)]),
    "Grek": ("el", False, [(0x386, 0x3CE)]),
    "Arab": ("ar", True, [(0x620, 0x65F), (0x66E, 0x6D3)]),
    "Hebr": ("he", True, [(0x591, 0x5EA)]),
    "Deva": ("hi", False, [(0x900, 0x963)]),
    "Beng": ("bn", False, [(0x980, 0x9E3)]),
    "Guru": ("pa", False, [(0xA01, 0xA75)]),
    "Gujr": ("gu", False, [(0xA81, 0xAE3)]),
    "Taml": ("ta", False, [(0xB82, 0xBD7)]),
    "Telu": ("te", False, [(0xC00, 0xC63)]),
    "Ethi": ("am", False, [(0x1200, 0x1357)]),
    "Thai": ("th", False, [(0xE01, 0xE3A), (0xE40, 0xE4E)]),
    "Khmr": ("km", False, [(0x1780, 0x17D3)]),
    "Hani": ("zh-Hans", False, [(0x4E00, 0x4FFF)]),
    "Kana": ("ja", False, [(0x30A1, 0x30FA)]),
}
FACES = [(ANDIKA, None, ["Latn", "Cyrl"]), (NOTO, "", ["Latn", "Cyrl", "Grek"]),
         (NOTO, "Arabic", ["Arab"]), (NOTO, "Hebrew", ["Hebr"]),
         (NOTO, "Devanagari", ["Deva"]), (NOTO, "Bengali", ["Beng"]),
         (NOTO, "Gurmukhi", ["Guru"]), (NOTO, "Gujarati", ["Gujr"]),
         (NOTO, "Tamil", ["Taml"]), (NOTO, "Telugu", ["Telu"]),
         (NOTO, "Ethiopic", ["Ethi"]), (NOTO, "Thai", ["Thai"]),
         (NOTO, "Khmer", ["Khmr"]), (CJK, None, ["Latn", "Hani", "Kana"])]


def run(command, lines):
    return subprocess.run(command, input="\n".join(lines) + "\n", text=True,
                          encoding="utf-8", stdout=subprocess.PIPE).stdout.splitlines()


def hb_shape(font, lang, rtl, script):
    path, _, index = font.partition("#")
    return ["hb-shape", "--shapers=ot", "--no-glyph-names", "--no-clusters",
            "--cluster-level=1", "--language=" + lang, "--script=" + script,
            "--direction=" + ("rtl" if rtl else "ltr"),
            "--face-index=" + (index or "0"), "--text-file=-", path]


def characters(font, lang, rtl, script, blocks):
    """What the font has of the script, sorted into letters and marks."""
    chars = [chr(c) for first, last in blocks for c in range(first, last + 1)
             if unicodedata.bidirectional(chr(c)) in
             (("R", "AL", "NSM") if rtl else ("L", "NSM"))
             and unicodedata.category(chr(c))[0] in "LM"]
    shaped = run(hb_shape(font, lang, rtl, script) + ["--no-positions"], chars)
    chars = [c for c, glyphs in zip(chars, shaped)
             if "0" not in glyphs.strip("[]").split("|")]
    marks = [c for c in chars if unicodedata.category(c)[0] == "M"]
    return [c for c in chars if c not in marks], marks


def text(rng, letters, marks, joiners):
    words = []
    for _ in range(rng.randint(1, 6)):
        word = ""
        for _ in range(rng.randint(1, 8)):
            word += rng.choice(letters)
            while marks and rng.random() < 0.3:
                word += rng.choice(marks)
            if joiners and rng.random() < 0.05:
                word += rng.choice(joiners)
        words.append(word)
    return " ".join(words).rstrip(JOINERS)


def main():
    if shutil.which("hb-shape") is None:
        print("hb-shape is missing: apt-get install libharfbuzz-bin")
        print("0 passed, 1 failed")
        return 1
    dump = os.path.join(os.environ["BUILD"], "prop", "type_shape_dump")
    passed = failed = 0
    for pattern, family, scripts in FACES:
        for style in ("Regular", "Bold"):
            path = pattern % (style if family is None else (family, style))
            font = path + "#2" if path.endswith(".ttc") else path
            for script in scripts:
                lang, rtl, blocks = SCRIPTS[script]
                rng = random.Random(script + font)
                letters, marks = characters(font, lang, rtl, script, blocks)
                if len(letters) < 20:
                    print("%s has only %d letters of %s" % (
                        font, len(letters), script))
                    failed += 1
                    continue
                joiners = JOINERS if script not in ("Hani", "Kana") else ""
                texts = [text(rng, letters, marks, joiners)
                         for _ in range(TEXTS)]
                want = run(hb_shape(font, lang, rtl, script), texts)
                got = run([dump, font, lang, "rtl" if rtl else "ltr", "-"],
                          texts)
                if len(want) != TEXTS or len(got) != TEXTS:
                    print("%s %s: %d and %d lines of %d" % (
                        font, script, len(want), len(got), TEXTS))
                    failed += 1
                    continue
                for line, a, b in zip(texts, want, got):
                    if a == b:
                        passed += 1
                        continue
                    failed += 1
                    print("%s %s: %s\n  want %s\n  got  %s" % (
                        font, script, line, a, b))
    print("%d passed, %d failed" % (passed, failed))
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
