#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pictures for tests, made rather than kept: PNG files of every kind with the
pixels they stand for, and JPEG files by cjpeg, with what phones put into them.

Nothing here shares code with the tool: PNG is written and read by the rules of
its specification alone.  Usage: pictures.py NAME... writes them into the folder
one is in; see FILES for the names.
"""
import random
import struct
import subprocess
import sys
import tempfile
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
          (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
SECRET = b"SECRET-PLACE-51.5007N-0.1246W"


def chunk(name, data):
    return (struct.pack(">I", len(data)) + name + data +
            struct.pack(">I", zlib.crc32(name + data)))


def head(width, height, depth, colour, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour,
                                      0, 0, interlace))


def pack_row(samples, depth):
    if depth == 16:
        return b"".join(struct.pack(">H", s) for s in samples)
    if depth == 8:
        return bytes(samples)
    out, have, bits = bytearray(), 0, 0
    for s in samples:
        bits = bits << depth | s
        have += depth
        if have == 8:
            out.append(bits)
            have = bits = 0
    if have:
        out.append(bits << (8 - have) & 255)
    return bytes(out)


def predict(kind, a, b, c):
    if kind == 4:
        p = a + b - c
        pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
        return a if pa <= pb and pa <= pc else b if pb <= pc else c
    return [0, a, b, (a + b) // 2][kind]


def filter_row(kind, row, above, step):
    out = bytearray([kind])
    for i, byte in enumerate(row):
        a = row[i - step] if i >= step else 0
        b = above[i] if above else 0
        c = above[i - step] if above and i >= step else 0
        out.append((byte - predict(kind, a, b, c)) & 255)
    return bytes(out)


def rows_of(samples, width, height, per, depth, chance):
    """samples[y][x] is a tuple; filtered bytes of a picture or of one pass."""
    out, above = bytearray(), None
    step = max(1, per * depth // 8)
    for y in range(height):
        row = pack_row([s for x in range(width) for s in samples[y][x]], depth)
        out += filter_row(chance.randrange(5), row, above, step)
        above = row
    return bytes(out)


class Png:
    """A PNG of random pixels: .file, and .flat, rows of RGB tuples on white."""

    def __init__(self, colour, depth, transparent=False, interlace=0,
                 width=23, height=17, seed=1, extra=b"", pieces=1):
        chance = random.Random(f"{colour} {depth} {transparent} {seed}")
        per, top = CHANNELS[colour], (1 << depth) - 1
        count = min(1 << depth, 200)
        palette = [tuple(chance.randrange(256) for _ in range(3))
                   for _ in range(count)]
        alphas = [chance.randrange(256) for _ in range(count // 2 + 1)]
        pixels = [[tuple(chance.randrange(count if colour == 3 else top + 1)
                         for _ in range(per)) for _ in range(width)]
                  for _ in range(height)]
        key = pixels[0][0]
        self.width, self.height = width, height
        file = SIGNATURE + head(width, height, depth, colour, interlace)
        file += extra
        if colour == 3:
            file += chunk(b"PLTE", b"".join(bytes(p) for p in palette))
        if transparent:
            file += chunk(b"tRNS", bytes(alphas[:count]) if colour == 3 else
                          b"".join(struct.pack(">H", s) for s in key))
        data = b""
        if interlace:
            for x0, y0, dx, dy in PASSES:
                part = [row[x0::dx] for row in pixels[y0::dy]]
                if part and part[0]:
                    data += rows_of(part, len(part[0]), len(part), per, depth,
                                    chance)
        else:
            data = rows_of(pixels, width, height, per, depth, chance)
        data = zlib.compress(data)
        size = -(-len(data) // pieces)
        for at in range(0, len(data), size):
            file += chunk(b"IDAT", data[at:at + size])
        self.file = file + chunk(b"IEND", b"")

        def eight(s):
            return s * 255 // top if depth <= 8 else (s * 255 + 32767) // 65535

        def flat(p):
            alpha = 255
            if colour == 3:
                i = p[0]
                if transparent and i < len(alphas[:count]):
                    alpha = alphas[i]
                rgb = palette[i]
            else:
                if transparent and p == key:
                    alpha = 0
                p = tuple(eight(s) for s in p)
                if colour in (4, 6):
                    alpha = p[-1]
                rgb = p[:3] if colour in (2, 6) else (p[0],) * 3
            return tuple(round((c * alpha + 255 * (255 - alpha)) / 255)
                         for c in rgb)

        self.flat = [[flat(p) for p in row] for row in pixels]


def every_png():
    """(name, Png) of each colour type, depth, transparency and interlacing."""
    kinds = [(0, d, t) for d in (1, 2, 4, 8, 16) for t in (0, 1)]
    kinds += [(2, d, t) for d in (8, 16) for t in (0, 1)]
    kinds += [(3, d, t) for d in (1, 2, 4, 8) for t in (0, 1)]
    kinds += [(c, d, 0) for c in (4, 6) for d in (8, 16)]
    for colour, depth, transparent in kinds:
        for interlace in (0, 1):
            name = (f"c{colour}-{depth}" + ("-trns" if transparent else "") +
                    ("-adam7" if interlace else ""))
            yield name, Png(colour, depth, bool(transparent), interlace)


def talkative(colour=2):
    """What programs write into a PNG beside the picture."""
    profile = zlib.compress(b"no profile at all " + SECRET)
    extra = chunk(b"gAMA", struct.pack(">I", 100000))
    extra += chunk(b"iCCP", b"Odd\0\0" + profile)
    extra += chunk(b"tEXt", b"Comment\0" + SECRET)
    extra += chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET))
    extra += chunk(b"eXIf", b"MM\0*" + SECRET)
    extra += chunk(b"acTL", struct.pack(">II", 2, 0))
    return Png(colour, 8, extra=extra, pieces=5)


def read_png(data):
    """Rows of tuples of a plain PNG: 8 bit, grey or RGB, not interlaced."""
    at, rows, info = 8, b"", None
    while at < len(data):
        size, = struct.unpack(">I", data[at:at + 4])
        name, body = data[at + 4:at + 8], data[at + 8:at + 8 + size]
        if zlib.crc32(name + body) != struct.unpack(
                ">I", data[at + 8 + size:at + 12 + size])[0]:
            raise ValueError("a chunk's sum is wrong")
        if name == b"IHDR":
            info = struct.unpack(">IIBBBBB", body)
        elif name == b"IDAT":
            rows += body
        elif name != b"IEND":
            raise ValueError(f"there is a chunk {name}")
        at += 12 + size
    width, height, depth, colour, _, _, interlace = info
    if depth != 8 or colour not in (0, 2) or interlace:
        raise ValueError(f"not a plain PNG: {info}")
    per = CHANNELS[colour]
    rows, out, above = zlib.decompress(rows), [], bytes(width * per)
    for y in range(height):
        line = rows[y * (width * per + 1):(y + 1) * (width * per + 1)]
        row = bytearray()
        for i, byte in enumerate(line[1:]):
            a = row[i - per] if i >= per else 0
            c = above[i - per] if i >= per else 0
            row.append((byte + predict(line[0], a, above[i], c)) & 255)
        out.append([tuple(row[x * per:(x + 1) * per]) for x in range(width)])
        above = row
    return out


def read_pnm(data):
    """Rows of tuples of a binary PGM or PPM."""
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while data[end:end + 1].strip():
            end += 1
        if data[at:at + 1] == b"#":
            end = data.index(b"\n", at)
        elif end > at:
            fields.append(data[at:end])
        at = end + 1
    width, height = int(fields[1]), int(fields[2])
    per = 3 if fields[0] == b"P6" else 1
    return [[tuple(data[at + (y * width + x) * per:][:per])
             for x in range(width)] for y in range(height)]


def ppm(rows):
    body = b"".join(bytes(p) for row in rows for p in row)
    kind = b"P6" if len(rows[0][0]) == 3 else b"P5"
    return kind + f"\n{len(rows[0])} {len(rows)}\n255\n".encode() + body


def quarters(width, height):
    """Red, green, blue and yellow, read like a page."""
    colours = [[(230, 20, 20), (20, 180, 20)], [(20, 20, 230), (240, 220, 0)]]
    return [[colours[y * 2 // height][x * 2 // width] for x in range(width)]
            for y in range(height)]


def jpeg(rows, *options):
    return subprocess.run(["cjpeg", "-quality", "92", *options],
                          input=ppm(rows), stdout=subprocess.PIPE,
                          check=True).stdout


def read_jpeg(data):
    return read_pnm(subprocess.run(["djpeg", "-pnm"], input=data,
                                   stdout=subprocess.PIPE, check=True).stdout)


def segment(mark, body):
    return bytes([0xFF, mark]) + struct.pack(">H", len(body) + 2) + body


def phone(data, turn, big=True):
    """Puts before the picture what a phone does: orientation, place, comment."""
    order = ">" if big else "<"
    exif = (b"Exif\0\0" + (b"MM" if big else b"II") +
            struct.pack(order + "HI", 42, 8) + struct.pack(order + "H", 1) +
            struct.pack(order + "HHIHH", 0x0112, 3, 1, turn, 0) +
            struct.pack(order + "I", 0) + SECRET)
    return (data[:2] + segment(0xE1, exif) + data[2:20] +
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET) +
            segment(0xFE, SECRET) + segment(0xED, b"Photoshop" + SECRET) +
            data[20:] + b"MotionPhoto" + SECRET)


# The stored picture is such that it stands upright when it is turned.
def stored(rows, turn):
    flip = [list(reversed(r)) for r in rows]
    down = list(reversed(rows))
    across = [list(c) for c in zip(*rows)]
    return {1: rows, 2: flip, 3: list(reversed(flip)), 4: down, 5: across,
            6: [list(c) for c in zip(*flip)],
            7: [list(reversed(c)) for c in reversed(across)],
            8: [list(c) for c in zip(*down)]}[turn]


def photo(width=1600, height=1200):
    """Something with as many shades as a photo, made fast."""
    lines = []
    for y in range(0, height, 4):
        lines += [bytes(v for x in range(width) for v in (
            x * 255 // width, y * 255 // height, (x ^ y) & 255))] * 4
    body = b"P6\n%d %d\n255\n" % (width, height) + b"".join(lines)
    return subprocess.run(["cjpeg", "-quality", "85"], input=body,
                          stdout=subprocess.PIPE, check=True).stdout


def bomb(width, height, colour=2, depth=8, interlace=0):
    """A PNG that says it is large and holds nothing."""
    return (SIGNATURE + head(width, height, depth, colour, interlace) +
            chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b""))


def many_scans(count):
    """A progressive JPEG whose last layer stands in it time and again."""
    with tempfile.NamedTemporaryFile("w") as script:
        script.write("0,1,2: 0-0, 0, 0;" + "".join(
            f"{i}: 1-63, 0, 0;" for i in range(3)))
        script.flush()
        data = jpeg(quarters(64, 48), "-scans", script.name)
    at = data.rindex(b"\xff\xda")
    last = data[at:-2]
    return data[:-2] + last * count + b"\xff\xd9"


FILES = {
    "walk.jpg": lambda: phone(jpeg(stored(quarters(700, 525), 6)), 6),
    "photo.jpg": photo,
    "plain.png": lambda: Png(2, 8, width=720, height=300).file,
    "small.png": lambda: Png(6, 8, width=200, height=90).file,
    "grey.jpg": lambda: jpeg([[(x * 255 // 800,) for x in range(800)]
                              for _ in range(500)]),
    "damaged.png": lambda: Png(2, 8).file[:-40],
    "sum.png": lambda: Png(2, 8).file[:80] + b"?" + Png(2, 8).file[81:],
    "damaged.jpg": lambda: jpeg(quarters(64, 48))[:-60],
    "large.png": lambda: bomb(50000, 50000),
    "large.jpg": lambda: jpeg(quarters(64, 48)).replace(
        struct.pack(">HH", 48, 64), b"\xff\xff\xff\xff", 1),
    "empty.png": lambda: bomb(0, 5),
    "layers.jpg": lambda: many_scans(1000),
    "twelve.jpg": lambda: jpeg(quarters(64, 48)).replace(
        b"\xff\xc0\0\x11\x08", b"\xff\xc0\0\x11\x0c", 1),
    "moving.gif": lambda: b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" +
        b",\0\0\0\0\1\0\1\0\0\2\2D\1\0;",
    "phone.heic": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "web.webp": lambda: b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0",
    "liar.png": lambda: jpeg(quarters(700, 525)),
    "liar.svg": lambda: Png(2, 8, width=700, height=300).file,
    "drawing.png": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" '
        b'viewBox="0 0 9 9"><path fill="none" d="M0 0L9 9"/></svg>',
    "words.png": lambda: b"only words",
    "nothing.png": lambda: b"",
    "inks.jpg": lambda: inks(jpeg(quarters(700, 300), "-rgb")),
}


def inks(data):
    """A grey picture said to have the four inks of a press: its one component
    is there four times."""
    grey = jpeg([[(150,) for _ in range(64)] for _ in range(48)])
    at = grey.index(b"\xff\xc0")
    frame = segment(0xC0, grey[at + 4:at + 9] + b"\4" + b"".join(
        bytes([i, 0x11, 0]) for i in (1, 2, 3, 4)))
    end = at + 2 + struct.unpack(">H", grey[at + 2:at + 4])[0]
    grey = grey[:at] + frame + grey[end:]
    at = grey.index(b"\xff\xda")
    end = at + 2 + struct.unpack(">H", grey[at + 2:at + 4])[0]
    scan = grey[end:-2]
    out = grey[:at]
    for i in (1, 2, 3, 4):
        out += segment(0xDA, bytes([1, i, 0, 0, 63, 0])) + scan
    return out + b"\xff\xd9"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with open(name, "wb") as out:
            out.write(FILES[name]())
