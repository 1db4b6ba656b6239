#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Small cases of setting, each named after what it shows: small/NAME.md becomes
the first chapter of the guide in base/, is dumped as pages, and the dump of
that chapter is compared with small/NAME.pages.

What can be said in a line is said in small/NAME.claims, so that a wrong golden
file does not pass by being made anew: see "claims" below for the words. A
case that does not claim "warns" says nothing. A line "print: [...]" in
small/NAME.print is what the booklet is made of, small/NAME.language the language
of the guide, whose words stay English.

Usage: run_small.py [NAME...]. REGOLD=1 writes the expected files anew: look at
the difference before it is committed. Environment: BUILD (the binary's folder).
"""
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/golden/small"
BIFOLIO = Path(os.environ.get("BUILD", ROOT / "out/build/rel")).resolve() / "bifolio"
TOLERANCE = 0.03
TOP, GRID, BODY = 15, 6, 4.83


class Wrong(Exception):
    pass


# ------------------------------------------------------------------ the dump

class Text:
    def __init__(self, page, index, line):
        match = re.match(r'  text (\S+) (\S+) (\S+) (\S+)pt (?:(#\w+) )?"(.*)"$', line)
        self.page, self.index = page, index
        self.tag, x, y, size, self.colour, self.text = match.groups()
        self.x, self.y, self.size = float(x), float(y), float(size)
        self.role = self.tag.split("#")[0]


class Path_:
    def __init__(self, page, index, line):
        self.page, self.index = page, index
        self.fill = " fill " in line
        self.stroke = " stroke " in line
        width = re.search(r" stroke #\w+ (\S+)", line)
        self.width = float(width.group(1)) if width else 0.0
        points = re.findall(r"(-?\d+\.\d\d) (-?\d+\.\d\d)", line[line.index(" M "):])
        self.xs = [float(x) for x, _ in points]
        self.ys = [float(y) for _, y in points]

    def is_rule(self):
        return self.stroke and max(self.ys) - min(self.ys) < 0.01


def of_case(dump):
    """The pages, links and bookmarks of the case, without those of fillers."""
    kept = []
    ours = True
    for line in dump.splitlines():
        if line.startswith("page "):
            page = [line]
            ours = True
            kept.append(page)
        elif line.startswith("  "):
            if "#filler-1.title " in line:
                ours = False
            kept[-1].append(line)
            if not ours:
                kept.pop()
                break
    pages = len(kept)
    flat = [line for page in kept for line in page]
    for line in dump.splitlines():
        match = re.match(r"link page (\d+) ", line)
        if match and int(match.group(1)) <= pages:
            flat.append(line)
    return flat, pages


class Dump:
    def __init__(self, lines, pages):
        self.lines, self.pages = lines, pages
        self.items, self.texts, self.paths = [], [], []
        page = 0
        for line in lines:
            if line.startswith("page "):
                page += 1
            elif line.startswith("  text (footer)"):
                continue
            elif line.startswith("  text "):
                self.texts.append(Text(page, len(self.items), line))
                self.items.append(self.texts[-1])
            elif line.startswith("  path "):
                self.paths.append(Path_(page, len(self.items), line))
                self.items.append(self.paths[-1])
        self.body = [t for t in self.texts if t.role != "H1"]
        self.set_lines()

    def set_lines(self):
        """Words beside each other, as one string a line."""
        self.rows = []
        for t in self.body:
            if self.rows and self.rows[-1][0].page == t.page and abs(self.rows[-1][0].y - t.y) < TOLERANCE:
                self.rows[-1].append(t)
            else:
                self.rows.append([t])
        self.strings = ["".join(t.text for t in row) for row in self.rows]

    def find(self, words):
        """The words' item: all of it, else its start, else anywhere."""
        for fits in (lambda s: s.strip() == words, lambda s: s.startswith(words), lambda s: words in s):
            for t in self.body:
                if fits(t.text):
                    return t
        for row, string in zip(self.rows, self.strings):
            if words in string:
                return row[0]
        raise Wrong(f'"{words}" is nowhere')

    def of(self, selector):
        """Texts of a role, or of a role and an id."""
        found = [t for t in self.texts if t.tag == selector or t.role == selector]
        if not found:
            raise Wrong(f"there is no {selector}")
        return found


# ---------------------------------------------------------------- the claims

def must(condition, what):
    if not condition:
        raise Wrong(what)


def in_range(value, bounds):
    low, _, high = bounds.partition("..")
    return float(low) <= value <= float(high or low)


def near(a, b, by=TOLERANCE):
    return abs(a - b) <= by


def lines_of(texts):
    return len({(t.page, t.y) for t in texts})


def off(y, step):
    rest = (y - TOP - BODY) % step
    return min(rest, step - rest)


def once(d, words):
    count = sum(words in s for s in d.strings)
    must(count == 1, f'"{words}" is on {count} lines')


def count(d, words, n):
    found = sum(words in s for s in d.strings)
    must(found == int(n), f'"{words}" is on {found} lines')


def apart(d, a, b, mm):
    found = d.find(b).y - d.find(a).y
    must(d.find(a).page == d.find(b).page and near(found, float(mm)), f"they are {found:.2f} apart")


def before_path(d, words, kind):
    before = d.items[d.find(words).index - 1]
    must(isinstance(before, Path_) and getattr(before, kind), "no such path is before it")


def wide_before(d, words, mm):
    before_path(d, words, "stroke")
    path = d.items[d.find(words).index - 1]
    found = max(path.xs) - min(path.xs) + path.width
    must(near(found, float(mm)), f"it is {found:.2f} wide")


def rules_apart(d, width, mm, n):
    ys = [p.ys[0] for p in d.paths if p.is_rule() and near(p.width, float(width))]
    must(len(ys) == int(n), f"there are {len(ys)} lines")
    must(all(near(b - a, float(mm)) for a, b in zip(ys, ys[1:])), f"they are at {ys}")


def right_edge(d, width, bounds):
    ends = {max(p.xs) for p in d.paths if p.is_rule() and near(p.width, float(width))}
    must(ends and all(in_range(e, bounds) for e in ends), f"they end at {ends}")


def relation(test, what):
    def claim(d, a, b):
        first, second = d.find(a), d.find(b)
        must(test(first, second), f"{what}: {first.page} {first.x} {first.y} and {second.page} {second.x} {second.y}")
    return claim


def every(test):
    def claim(d, value, selector):
        wrong = [t for t in d.of(selector) if not test(t, float(value))]
        must(not wrong, f'"{wrong[0].text}"' if wrong else "")
    return claim


def same_x(d, selector):
    xs = {t.x for t in d.of(selector)}
    must(len(xs) == 1, f"they stand at {sorted(xs)}")


def different_x(d, selector):
    found = d.of(selector)
    must(len({t.x for t in found}) == len(found) > 1, f"they stand at {[t.x for t in found]}")


def reads_leftwards(d, *words):
    """Each is to the left of the one before it."""
    xs = [d.find(w).x for w in words]
    must(all(b < a for a, b in zip(xs, xs[1:])), f"they stand at {xs}")


def page_has_lines(d, page, bounds):
    found = len({row[0].y for row in d.rows if row[0].page == int(page)})
    must(in_range(found, bounds), f"there are {found}")


def value_of(what):
    def claim(d, words, value):
        found = getattr(d.find(words), what)
        must(near(found, float(value)), f"it is {found}")
    return claim


CLAIMS = {
    # words: on one line, and only one; on so many lines
    "once": once, "count": count,
    # the dump has, or has not, a line that matches
    "has": lambda d, r: must(any(re.search(r, line) for line in d.lines), "no line matches"),
    "not": lambda d, r: must(not any(re.search(r, line) for line in d.lines), "a line matches"),
    # a role (or role#id) takes so many lines; pages; lines of a page
    "lines": lambda d, s, n: must(in_range(lines_of(d.of(s)), n), f"it takes {lines_of(d.of(s))}"),
    "pages": lambda d, n: must(d.pages == int(n), f"there are {d.pages}"),
    "page-lines": page_has_lines,
    # where words stand
    "page": value_of("page"), "x": value_of("x"), "size": value_of("size"),
    "x-below": lambda d, w, mm: must(d.find(w).x < float(mm), f"it is at {d.find(w).x}"),
    "every-size": every(lambda t, v: near(t.size, v)),
    "same-x": same_x, "different-x": different_x, "leftwards": reads_leftwards,
    "on-grid": lambda d, w: must(off(d.find(w).y, GRID) <= TOLERANCE, f"it is at {d.find(w).y}"),
    "half-grid": lambda d, w: must(off(d.find(w).y, GRID / 2) <= TOLERANCE, f"it is at {d.find(w).y}"),
    "all-on-grid": lambda d, s: must(all(off(t.y, GRID / 2) <= TOLERANCE for t in d.of(s)), "one is not"),
    # two words
    "same-page": relation(lambda a, b: a.page == b.page, "on pages"),
    "other-page": relation(lambda a, b: a.page < b.page, "on pages"),
    "same-line": relation(lambda a, b: a.page == b.page and near(a.y, b.y), "on lines"),
    "above": relation(lambda a, b: a.page == b.page and a.y < b.y, "at"),
    "left-of": relation(lambda a, b: a.page == b.page and near(a.y, b.y) and a.x < b.x, "at"),
    "apart": apart,
    # shapes: the item before the words is one; lines of that width
    "before-path": before_path, "wide-before": wide_before, "rules-apart": rules_apart, "rules-end": right_edge,
    "rules-page": lambda d, w, n: must(
        {p.page for p in d.paths if p.is_rule() and near(p.width, float(w))} == {int(n)}, "not all of them"),
    # different cells and the like of that role
    "elements": lambda d, s, n: must(len({t.tag for t in d.of(s)}) == int(n), f"there are {len({t.tag for t in d.of(s)})}"),
}


def arguments(line):
    """The words of a claim: "in quotes", /patterns/, others."""
    pattern = re.match(r"(has|not) /(.*)/$", line)
    return list(pattern.groups()) if pattern else shlex.split(line)


# ------------------------------------------------------------------- a case

def turn(guide, name):
    """Another language, in English words: for books from right to left."""
    told = SMALL / f"{name}.language"
    if not told.exists():
        return
    lang = told.read_text(encoding="utf-8").strip()
    (guide / "en-GB").rename(guide / lang)
    strings = guide / "themes/turned/strings"
    strings.mkdir(parents=True)
    (guide / "themes/turned/theme.yaml").write_text("format: 1\nextends: default\n", encoding="utf-8")
    shutil.copy(ROOT / "themes/default/strings/en-GB.yaml", strings / f"{lang}.yaml")
    for file in ("guide.yaml", "clinics/plain.yaml"):
        text = (guide / file).read_text(encoding="utf-8").replace("en-GB", lang)
        (guide / file).write_text(text.replace("theme: default", "theme: turned"), encoding="utf-8")


def dumped(name, scratch):
    guide = Path(scratch) / name / "guide"
    shutil.copytree(ROOT / "tests/golden/base", guide)
    shutil.copy(SMALL / f"{name}.md", guide / "en-GB/case.md")
    turn(guide, name)
    printed = SMALL / f"{name}.print"
    if printed.exists():
        yaml = guide / "guide.yaml"
        text = re.sub(r"^print: .*$", printed.read_text(encoding="utf-8").strip(), yaml.read_text(encoding="utf-8"), flags=re.M)
        yaml.write_text(text, encoding="utf-8")
    run = subprocess.run([str(BIFOLIO), "dump", "pages", "guide"], cwd=guide.parent, text=True,
                         capture_output=True, env={**os.environ, "BIFOLIO_SHARE": str(ROOT)}, check=False)
    return run.returncode, run.stdout, run.stderr


def judge(name, scratch):
    """[(claim, None or what is wrong)]"""
    code, out, said = dumped(name, scratch)
    if code != 0:
        return [("it can be dumped", said)]
    lines, pages = of_case(out)
    text = "\n".join(lines) + "\n"
    results = []
    expected = SMALL / f"{name}.pages"
    if os.environ.get("REGOLD") == "1":
        expected.write_text(text, encoding="utf-8")
    golden = expected.read_text(encoding="utf-8") if expected.exists() else ""
    difference = "\n".join(difflib.unified_diff(golden.splitlines(), lines, "expected", "found", lineterm=""))
    results.append(("its pages are as expected", difference or None))
    claims = (SMALL / f"{name}.claims").read_text(encoding="utf-8").splitlines()
    warnings = [c[6:].strip('"') for c in claims if c.startswith("warns ")]
    silent = said == "" if not warnings else all(w in said for w in warnings) and said.count("warning: ") == len(warnings)
    results.append(("it says what it should, and no more", None if silent else said))
    d = Dump(lines, pages)
    for claim in claims:
        if claim.startswith("warns "):
            continue
        word, *rest = arguments(claim)
        try:
            CLAIMS[word](d, *rest)
            results.append((claim, None))
        except Wrong as wrong:
            results.append((claim, str(wrong)))
        except (KeyError, TypeError, ValueError) as error:
            results.append((claim, f"no such claim can be made: {error!r}"))
    return results


def main():
    names = sys.argv[1:] or sorted(p.stem for p in SMALL.glob("*.md"))
    passed = failed = 0
    if not BIFOLIO.exists():
        print(f"not ok - {BIFOLIO} is not there; run make first")
        print("0 passed, 1 failed")
        return 1
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as pool:
        for name, results in zip(names, pool.map(lambda n: judge(n, scratch), names)):
            for claim, wrong in results:
                passed += wrong is None
                failed += wrong is not None
                if wrong is not None:
                    print(f"not ok - {name}: {claim}")
                    print("\n".join("  " + line for line in wrong.splitlines()[:30]))
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
