#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tells how long sites and a booklet take and how much memory: bench.py BIFOLIO
FLOOR [PAGES...], where FLOOR is floor.c's program and PAGES are those of sites
(100, 1,000 and 10,000 unless told).

The guides are made by tests/torture/guide.py, the same on every machine.  Each
program takes its turn in three rounds, and the quickest round counts.  The
floor only reads, parses and writes; bifolio also checks every page, packs it,
sums it up, makes the search, fonts and what servers need, and writes about
three times as many files.  The table says so, and judges nothing.
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
BOOKLET_PAGES = 2000


def guide(kind, count, folder):
    subprocess.run([sys.executable, ROOT / "tests/torture/guide.py", kind, str(count), folder], check=True)
    settings = folder / "guide.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("memory_mib: 1024", "memory_mib: 8192"), encoding="utf-8")
    return folder


def once(command, out):
    """Seconds by the clock, of processor, and the MiB that one process had."""
    # Files that were just deleted make new ones slow on ext4: what an earlier
    # round wrote is moved out of the way.
    if out.exists():
        out.rename(out.with_name(f"{out.name}.{time.monotonic_ns()}"))
    reading, writing = os.pipe()
    # In a process of its own, which has no children but this one.
    child = os.fork()
    if child == 0:
        started = time.monotonic()
        code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        took = time.monotonic() - started
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writing, f"{code} {took} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    code, *numbers = os.read(reading, 200).split()
    os.close(reading)
    if int(code) != 0:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {int(code)}")
    return [float(n) for n in numbers]


def rounds(commands, count=ROUNDS):
    """The quickest of each, taken in turn."""
    best = {}
    for _ in range(count):
        for name, (command, out) in commands.items():
            found = once(command, out)
            if name not in best or found[0] < best[name][0]:
                best[name] = found
    return best


def row(what, pages, found, floor=None):
    ratio = f"{found[0] / floor[0]:9.1f} {found[1] / floor[1]:9.1f}" if floor else ""
    print(f"{what:<22}{pages:>7}{found[0]:>9.2f}{found[1]:>9.2f}{found[2]:>8.0f}  {ratio}".rstrip(), flush=True)


def sites(bifolio, floor, scratch, pages):
    made = guide("chapters", pages, scratch / f"chapters-{pages}")
    commands = {
        "floor": ([floor, made / "en-GB", scratch / "floor"], scratch / "floor"),
        "site, 1 thread": ([bifolio, "build", made, "-o", scratch / "site", "--only", "site", "-j", "1"],
                           scratch / "site"),
        "site": ([bifolio, "build", made, "-o", scratch / "site", "--only", "site"], scratch / "site"),
    }
    if shutil.which("hugo"):
        commands["hugo"] = (hugo(made, scratch / "hugo"), scratch / "hugo/public")
    found = rounds(commands)
    for name, numbers in found.items():
        row(name, pages, numbers, None if name == "floor" else found["floor"])
    for folder in scratch.iterdir():
        shutil.rmtree(folder)


def hugo(made, project):
    (project / "layouts/_default").mkdir(parents=True, exist_ok=True)
    shutil.copytree(made / "en-GB", project / "content", dirs_exist_ok=True)
    (project / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    page = '<!DOCTYPE html>\n<html lang="en-GB"><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n'
    for name in ("single", "list"):
        (project / f"layouts/_default/{name}.html").write_text(page)
    return ["hugo", "--quiet", "--source", project]


def booklet(bifolio, scratch):
    made = guide("mixed", BOOKLET_PAGES, scratch / "mixed")
    out = scratch / "booklet"
    found = rounds({"booklet": ([bifolio, "build", made, "-o", out, "--only", "booklet"], out)}, 1)
    row("booklet", BOOKLET_PAGES, found["booklet"])


def main():
    bifolio, floor = (Path(p).resolve() for p in sys.argv[1:3])
    os.environ["BIFOLIO_SHARE"] = str(ROOT)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}: other work makes the clock tell more")
    for name in ("hugo", "typst"):
        if not shutil.which(name):
            print(f"{name} is not installed: it is left out")
    print(f"{'':<22}{'pages':>7}{'clock s':>9}{'proc. s':>9}{'MiB':>8}  {'times the floor':>19}")
    print(f"{'':<57}{'clock':>9} {'proc.':>9}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for pages in [int(n) for n in sys.argv[3:]] or [100, 1000, 10000]:
            sites(bifolio, floor, scratch, pages)
        booklet(bifolio, scratch)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
