#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pictures from the file to paper and web: every kind of PNG and JPEG, pixel by
pixel, as poppler, djpeg and a reader of our own see them in what was built;
damaged and hostile files, which must end in a message, soon and with little
memory.

Environment: BUILD (the folder that holds the binary), VARIANT.
"""
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests/source"))
import pictures  # noqa: E402

BIFOLIO = os.path.join(os.path.abspath(os.environ.get("BUILD", "out/build/rel")),
                       "bifolio")
SANITIZED = os.environ.get("VARIANT", "rel") != "rel"
MUTATIONS = 300
passed = failed = 0


def claim(ok, text, detail=""):
    global passed, failed
    if ok:
        passed += 1
        return
    failed += 1
    print(f"not ok - {text}")
    for line in str(detail).splitlines()[:20]:
        print(f"  {line}")


class Guide:
    """The tiny guide with one chapter that shows "files", name -> bytes."""

    def __init__(self, folder, files, grey=False):
        self.folder = os.path.join(folder, "guide")
        self.out = os.path.join(folder, "out")
        self.names = list(files)
        shutil.copytree(os.path.join(ROOT, "tests/guides/tiny"), self.folder)
        os.mkdir(os.path.join(self.folder, "figures"))
        for name, data in files.items():
            with open(os.path.join(self.folder, "figures", name), "wb") as f:
                f.write(data)
        if grey:
            with open(os.path.join(self.folder, "clinics/first.yaml"), "a") as f:
                f.write("print: grey\n")
        with open(os.path.join(self.folder, "en-GB/01-only.md"), "a") as f:
            for name in self.names:
                f.write(f"\n<!-- page-break -->\n\n![{name}](figures/{name})\n")

    def build(self, memory=0):
        def limit():
            if memory and not SANITIZED:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

        return subprocess.run(
            [BIFOLIO, "build", self.folder, "-o", self.out, "--quiet"],
            env=dict(os.environ, BIFOLIO_SHARE=ROOT), stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL, preexec_fn=limit, timeout=120,
            errors="replace")

    def paper(self):
        return os.path.join(self.out, "first/print/en-GB/booklet.pdf")

    def on_paper(self):
        """The pictures in page order, as rows."""
        with tempfile.TemporaryDirectory() as to:
            subprocess.run(["pdfimages", self.paper(), to + "/i"], check=True)
            return [pictures.read_pnm(read(os.path.join(to, name)))
                    for name in sorted(os.listdir(to))]

    def on_web(self):
        """(bytes, width, height, lazy) of the pictures in page order."""
        site = os.path.join(self.out, "first/site")
        page = read(os.path.join(site, "only.html")).decode()
        found = []
        for tag in re.findall(r"<img class=\"picture\"[^>]*>", page):
            told = dict(re.findall(r'([a-z]+)="([^"]*)"', tag))
            found.append((read(os.path.join(site, told["src"])),
                          int(told["width"]), int(told["height"]),
                          told.get("loading") == "lazy"))
        return found

    def holds(self, words):
        for folder, _, names in os.walk(self.out):
            for name in names:
                if words in read(os.path.join(folder, name)):
                    return name
        return None


def read(path):
    with open(path, "rb") as file:
        return file.read()


def colours(rows):
    return [[p if len(p) == 3 else p * 3 for p in row] for row in rows]


def furthest(rows, want):
    """The largest difference of a sample; 999 if the sizes differ."""
    rows, want = colours(rows), colours(want)
    if len(rows) != len(want) or len(rows[0]) != len(want[0]):
        return 999
    return max(abs(a - b) for r, w in zip(rows, want) for p, q in zip(r, w)
               for a, b in zip(p, q))


def claim_pngs(folder):
    kinds = dict(pictures.every_png())
    kinds["talkative"] = pictures.talkative()
    kinds["long"] = pictures.Png(2, 8, width=1, height=700, pieces=3)
    kinds["dot"] = pictures.Png(6, 16, width=1, height=1)
    guide = Guide(folder, {f"{k}.png": p.file for k, p in kinds.items()})
    run = guide.build()
    claim(run.returncode == 0, "a guide of all kinds of PNG is built",
          run.stderr)
    if run.returncode != 0:
        return
    paper, web = guide.on_paper(), guide.on_web()
    claim(len(paper) == len(kinds) == len(web), "each is on paper and web",
          f"{len(paper)} {len(web)} {len(kinds)}")
    for (name, png), rows, (data, width, height, lazy) in zip(
            kinds.items(), paper, web):
        off = furthest(rows, png.flat)
        claim(off <= 1, f"{name}: paper shows its pixels on white", off)
        off = furthest(pictures.read_png(data), png.flat)
        claim(off <= 1 and (width, height) == (png.width, png.height),
              f"{name}: so does the website, which says its size", off)
        claim(lazy == (name != "c0-1"), f"{name}: all but the first may wait")
    found = guide.holds(pictures.SECRET)
    claim(found is None, "nothing that a PNG told beside is published", found)


def claim_jpegs(folder):
    upright = pictures.quarters(176, 132)
    small = pictures.quarters(128, 96)
    make = pictures.jpeg
    files = {f"turn{t}.jpg": pictures.phone(
        make(pictures.stored(upright, t)), t, big=t % 2 == 0)
        for t in range(1, 9)}
    files["progressive.jpg"] = make(small, "-progressive")
    files["restart.jpg"] = make(small, "-restart", "1")
    files["full.jpg"] = make(small, "-sample", "1x1")
    files["grey.jpg"] = make(small, "-grayscale")
    files["arithmetic.jpg"] = make(small, "-arithmetic")
    files["rgb.jpg"] = make(small, "-rgb")
    files["odd.jpg"] = make(pictures.quarters(37, 31))
    guide = Guide(folder, files)
    run = guide.build()
    claim(run.returncode == 0, "a guide of all kinds of JPEG is built",
          run.stderr)
    if run.returncode != 0:
        return
    paper, web = guide.on_paper(), guide.on_web()
    claim(len(paper) == len(files) == len(web), "each is on paper and web",
          f"{len(paper)} {len(web)} {len(files)}")
    for (name, data), rows, (shown, width, height, _) in zip(
            files.items(), paper, web):
        anew = name in ("arithmetic.jpg", "rgb.jpg")
        off = furthest(rows, pictures.read_jpeg(data))
        claim(off <= (24 if anew else 0), f"{name}: paper has its very pixels"
              if not anew else f"{name}: paper has it in the usual coding", off)
        turned = name.startswith("turn")
        want = upright if turned else pictures.read_jpeg(data)
        rows = pictures.read_jpeg(shown)
        claim((len(rows[0]), len(rows)) == (width, height) ==
              (len(want[0]), len(want)), f"{name}: the website says its size")
        middle = [(y, x) for y in (height // 4, height * 3 // 4)
                  for x in (width // 4, width * 3 // 4)]
        off = max(abs(a - b) for y, x in middle
                  for a, b in zip(colours(rows)[y][x], colours(want)[y][x]))
        claim(off <= 24, f"{name}: the website shows it upright", off)
    raw = subprocess.run(["pdfimages", "-list", guide.paper()],
                         stdout=subprocess.PIPE, text=True).stdout
    claim(len(re.findall(r"\bjpeg\b", raw)) == len(files),
          "paper has them as JPEG", raw)
    found = guide.holds(pictures.SECRET)
    claim(found is None, "no place where a photo was taken is published", found)
    claim_upright(guide, 8)


def claim_upright(guide, count):
    """Pages 2.. show the same picture however it was stored."""
    with tempfile.TemporaryDirectory() as to:
        subprocess.run(["pdftoppm", "-r", "50", guide.paper(), to + "/p"],
                       check=True)
        pages = [pictures.read_pnm(read(os.path.join(to, name)))
                 for name in sorted(os.listdir(to))]
    seen = 0
    for rows in pages:
        vivid = [(y, x) for y, row in enumerate(rows)
                 for x, p in enumerate(row) if max(p) - min(p) > 150]
        if not vivid or seen == count:
            continue
        top, bottom = vivid[0][0], vivid[-1][0]
        left, right = min(x for _, x in vivid), max(x for _, x in vivid)
        seen += 1
        got = [rows[top + (bottom - top) * j // 4]
               [left + (right - left) * i // 4]
               for j in (1, 3) for i in (1, 3)]
        want = [c for row in pictures.quarters(2, 2) for c in row]
        off = max(abs(a - b) for p, q in zip(got, want) for a, b in zip(p, q))
        claim(off <= 24 and abs((right - left) * 3 - (bottom - top) * 4) <= 12,
              f"a photo of orientation {seen} stands upright on paper",
              f"{got} {right - left} x {bottom - top}")
    claim(seen == count, "all orientations are on paper", seen)


def claim_shared(folder):
    """One picture shown twice is one object; a grey edition has no colours."""
    data = pictures.jpeg(pictures.quarters(64, 48))
    guide = Guide(folder, {"a.jpg": data})
    with open(os.path.join(guide.folder, "en-GB/01-only.md"), "a") as f:
        f.write("\nOnce more.\n\n![again](figures/a.jpg)\n")
    run = guide.build()
    objects = subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                              guide.paper(), "-"],
                             stdout=subprocess.PIPE).stdout
    claim(run.returncode == 0 and objects.count(b"/Subtype /Image") == 1 and
          objects.count(b"/Im1 Do") == 2 and len(guide.on_paper()) == 2,
          "a picture that is shown twice is one object", run.stderr)
    claim(b"/SMask" not in objects and b"/Interpolate" not in objects,
          "no transparency, no interpolation")
    first = {n: read(os.path.join(guide.out, "first", n)) for n in
             ("print/en-GB/booklet.pdf", "print/en-GB/booklet-sheets-a4.pdf")}
    guide.build()
    claim(all(read(os.path.join(guide.out, "first", n)) == b
              for n, b in first.items()), "the same bytes again")


def claim_grey(folder):
    guide = Guide(folder, {
        "a.jpg": pictures.jpeg(pictures.quarters(64, 48)),
        "b.png": pictures.Png(6, 8).file}, grey=True)
    run = guide.build()
    claim(run.returncode == 0, "a grey edition is built", run.stderr)
    raw = subprocess.run(["pdfimages", "-list", guide.paper()],
                         stdout=subprocess.PIPE, text=True).stdout
    claim(len(re.findall(r"\bgray\b", raw)) == 2 and " rgb " not in raw,
          "a grey edition prints its pictures in grey", raw)


def claim_hostile(folder):
    """Bombs: a message, with no more than 512 MiB for the whole builder."""
    files = ("large.png", "large.jpg", "empty.png", "layers.jpg", "twelve.jpg",
             "nothing.png", "damaged.png", "damaged.jpg", "sum.png")
    bombs = {name: pictures.FILES[name]() for name in files}
    bombs["row.png"] = pictures.bomb(2 ** 31 - 1, 1)
    bombs["column.png"] = pictures.bomb(1, 2 ** 31 - 1, interlace=1)
    bombs["wide16.png"] = pictures.bomb(60000, 1000, 6, 16)
    bombs["text.png"] = pictures.SIGNATURE + pictures.head(9, 9, 8, 2) + \
        pictures.chunk(b"iCCP", b"a\0\0" + pictures.zlib.compress(
            bytes(1 << 26))) + pictures.chunk(b"IEND", b"")
    for name, data in bombs.items():
        guide = Guide(os.path.join(folder, name), {name: data})
        run = guide.build(memory=512 << 20)
        claim(run.returncode == 1 and f"figures/{name}" in run.stderr,
              f"{name}: it is told and nothing is published", run.stderr)


def mutated(data, chance):
    data = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data))
        kind = chance.randrange(5)
        if kind == 0:
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            data[at] = chance.choice((0, 255, 127, 128))
        elif kind == 2:
            del data[at:at + chance.randrange(1, 30)]
        elif kind == 3:
            data[at:at] = data[:chance.randrange(1, 40)]
        else:
            del data[max(at, 40):]
        if not data:
            data = bytearray(b"\x89")
    return bytes(data)


def summed(data):
    """The sums of a PNG's chunks put right, so that its content is read."""
    at, out = 8, bytearray(data[:8])
    while at + 12 <= len(data):
        size = int.from_bytes(data[at:at + 4], "big")
        if size > len(data) - at - 12:
            break
        out += pictures.chunk(data[at + 4:at + 8], data[at + 8:at + 8 + size])
        at += 12 + size
    return bytes(out) + bytes(data[at:])


def claim_mutated(folder):
    """Mutated files, thirty to a guide: an ending of our own choosing."""
    chance = random.Random("pictures")
    small = pictures.quarters(48, 32)
    seeds = [(".png", pictures.Png(c, d, t, i, 19, 13).file) for c, d, t, i in
             ((0, 2, 1, 1), (2, 8, 0, 0), (3, 4, 1, 1), (6, 16, 0, 0))]
    seeds += [(".jpg", d) for d in (
        pictures.jpeg(small), pictures.jpeg(small, "-progressive"),
        pictures.jpeg(small, "-arithmetic"),
        pictures.phone(pictures.jpeg(small), 6), pictures.many_scans(3))]
    files = {}
    for i in range(2 * MUTATIONS):
        ending, data = seeds[i % 4 if i < MUTATIONS else 4 + i % 5]
        data = mutated(data, chance)
        if ending == ".png" and i % 3 > 0:
            data = summed(data)
        files[f"m{i}{ending}"] = data
    names = list(files)
    for at in range(0, len(names), 100):
        guide = Guide(os.path.join(folder, str(at)),
                      {n: files[n] for n in names[at:at + 100]})
        run = guide.build()
        claim(run.returncode in (0, 1) and "Sanitizer" not in run.stderr and
              "bug" not in run.stderr.lower(),
              f"mutated files {at} to {at + 99} end in messages, no more",
              f"{run.returncode} {run.stderr[-2000:]}")


with tempfile.TemporaryDirectory() as scratch:
    for check in (claim_pngs, claim_jpegs, claim_shared, claim_grey,
                  claim_hostile, claim_mutated):
        check(os.path.join(scratch, check.__name__))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
