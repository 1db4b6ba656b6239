#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts both faces of Andika into themes/mine/fonts, spoilt in one way.

Usage: font.py forbidden|damaged|endless. For the cases about fonts.
"""
import os
import struct
import subprocess
import sys

os.makedirs("themes/mine/fonts")
with open("themes/mine/theme.yaml", "w", encoding="utf-8") as theme:
    theme.write("format: 1\nextends: default\n")
for style in ("Regular", "Bold"):
    path = subprocess.run(["fc-match", "-f", "%{file}", f"Andika:style={style}"],
                          capture_output=True, text=True, check=True).stdout
    font = bytearray(open(path, "rb").read())
    count = struct.unpack(">H", font[4:6])[0]
    tables = [struct.unpack(">4sLLL", font[12 + 16 * i:28 + 16 * i]) for i in range(count)]
    bodies = {tag: bytearray(font[at:at + length]) for tag, _, at, length in tables}
    if sys.argv[1] == "forbidden":
        bodies[b"OS/2"][8:10] = struct.pack(">H", 2)
    elif sys.argv[1] == "damaged":
        # A table that ends before its time.
        del bodies[b"OS/2"][60:]
    elif sys.argv[1] == "endless":
        # Each letter becomes sixty thousand: more than HarfBuzz lays out. The
        # small letters are glyphs 68 to 93.
        first, glyphs, many = 68, 26, 60000
        scripts = struct.pack(">H4sHHHHHHH", 1, b"DFLT", 8, 4, 0, 0, 0xFFFF, 1, 0)
        features = struct.pack(">H4sHHHH", 1, b"ccmp", 8, 0, 1, 0)
        coverage = struct.pack(">HHHHH", 2, 1, first, first + glyphs - 1, 0)
        start = 6 + 2 * glyphs
        sequences = struct.pack(">HHH", 1, start, glyphs)
        sequences += struct.pack(">H", start + len(coverage)) * glyphs
        sequences += coverage + struct.pack(">H", many) + struct.pack(">H", 5) * many
        lookups = struct.pack(">HHHHHH", 1, 4, 2, 0, 1, 8) + sequences
        second = 10 + len(scripts)
        bodies[b"GSUB"] = struct.pack(">LHHH", 0x10000, 10, second, second + len(features))
        bodies[b"GSUB"] += scripts + features + lookups
    head = struct.pack(">4sHHHH", bytes(font[:4]), len(bodies), 0, 0, 0)
    at = 12 + 16 * len(bodies)
    rows, data = b"", b""
    for tag in sorted(bodies):
        body = bytes(bodies[tag])
        rows += struct.pack(">4sLLL", tag, 0, at + len(data), len(body))
        data += body + b"\0" * (-len(body) % 4)
    with open(f"themes/mine/fonts/Andika-{style}.ttf", "wb") as out:
        out.write(head + rows + data)
