#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a guide that is hard to set: guide.py KIND COUNT FOLDER [LANGUAGE].

KIND is what there is much of, COUNT how much:

  rows       a table of COUNT rows
  tables     COUNT tables of all shapes
  words      a chapter of COUNT words
  pages      a guide of about COUNT pages, in chapters of 20
  notes      COUNT footnotes
  letters    a word of COUNT letters, in text, a list, a table and a callout
  nesting    lists in lists, COUNT of them after each other
  addresses  COUNT long addresses
  figures    COUNT figures of all widths and heights
  mixed      a guide of about COUNT pages of all of that
  chapters   a guide of COUNT short chapters, each a page of the website

LANGUAGE is what it says of itself, en-GB unless told; the words stay English,
so that "he" shows what a book from right to left does with its pages.

The same call writes the same bytes on every machine.
"""
import shutil
import sys
from pathlib import Path

ENGLISH = Path(__file__).resolve().parents[2] / "themes/default/strings/en-GB.yaml"

WORDS = ("the a of and to in is you it that was for on are with as they be at "
         "one have this from or had by hot but some what there we can out other "
         "were all your when up use word how said an each she which do their "
         "time if will way about many then them would write like so these her "
         "long make thing see him two has look more day could go come did my "
         "sound no most number who over know water than call first people may "
         "down side been now find any new work part take get place made live "
         "where after back little only round man year came show every good me "
         "give our under name very through just form much great think say help "
         "low line before turn cause same mean differ move right boy old too "
         "does tell sentence set three want air well also play small end put "
         "home read hand port large spell add even land here must big high "
         "such follow act why ask men change went light kind off need house "
         "picture try us again animal point mother world near build self earth "
         "father grandmother breastfeeding nevertheless understanding").split()


class Writer:
    """Words that look like chance, from a generator of our own: the same in
    every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % limit

    def sentence(self, least=4, most=19):
        words = [WORDS[self.below(len(WORDS))] for _ in range(least + self.below(most - least))]
        if self.below(9) == 0:
            words.insert(len(words) // 2, f"{1 + self.below(30)} kg")
        if self.below(7) == 0:
            words[-1] = f"**{words[-1]}**"
        return " ".join(words).capitalize() + "."

    def paragraph(self, words):
        """About so many words in lines of source of one sentence each."""
        lines = []
        while words > 0:
            lines.append(self.sentence())
            words -= len(lines[-1].split())
        return "\n".join(lines) + "\n\n"


HELP = """format: 1
lines:
  - id: danger
    regions: [GB]
    level: emergency
    name: Somebody fast
    number: "999"
    source: The tests
    checked: 2026-01-02
    check_by: 2026-07-02
    status: seen
"""
CALLOUTS = ["DO", "AVOID", "TRY", "NOTE", "HELP", "URGENT", "EMERGENCY"]
FIGURES = {
    "wide": (320, 40), "flat": (320, 12), "square": (100, 100),
    "tall": (60, 100), "common": (320, 120),
}


def table(w, rows, columns=4):
    heads = ["No.", "What it is", "What people say of it", "How much"][:columns]
    out = "| " + " | ".join(heads) + " |\n|--:|---|---|--:|\n"
    for i in range(rows):
        out += (f"| {i + 1} | {w.sentence(2, 5)} | {w.sentence(3, 14)} | "
                f"{w.below(1000)} |\n")
    return out + "\n"


def shaped(w, i):
    """A table that is wide, high, without words in its head, or small."""
    shape = i % 8
    if shape == 0:
        words = [letters(w, 11) for _ in range(8)]
        rows = [[w.sentence(2, 4) for _ in words] for _ in range(6)]
        return lined(words, rows)
    if shape == 1:
        return lined(["One", "Two"], [["a", "b"], [w.sentence(), w.paragraph(400).replace("\n", " ")], ["c", "d"]])
    if shape == 2:
        return lined(["", ""], [["", w.sentence()], [w.sentence(), ""]])
    if shape == 3:
        return lined([letters(w, 14) for _ in range(9)], [])
    if shape == 4:
        rows = [[f"**{w.sentence(2, 3)}**".replace("****", ""), "1", w.sentence()] for _ in range(3)]
        return "> [!NOTE]\n> " + lined(["", ":-:", "--:"], rows).replace("\n", "\n> ").rstrip("> ") + "\n"
    if shape == 5:
        return "- In a list:\n\n  " + lined(["A", "B"], [[w.sentence(), "b"]]).replace("\n", "\n  ").rstrip(" ") + "\n"
    if shape == 6:
        words = [letters(w, 12) for _ in range(7)]
        return lined(words, [[w.sentence(30, 40) for _ in words] for _ in range(2)])
    return "Table: " + w.sentence() + "\n\n" + lined(["Only", "a", "head"], [])


def lined(heads, rows):
    return "".join("| " + " | ".join(row) + " |\n" for row in [heads, ["---"] * len(heads), *rows]) + "\n"


def letters(w, count):
    return "".join("abcdefghijklmnopqrstuvwxyz"[w.below(26)] for _ in range(count))


def address(w):
    path = "/".join(WORDS[w.below(len(WORDS))] for _ in range(3 + w.below(12)))
    query = "&".join(f"{WORDS[w.below(len(WORDS))]}={w.below(10**9)}" for _ in range(w.below(4)))
    return f"https://www.example.org/{path}?{query}"


def nested(w, depth):
    out = ""
    for i in range(depth):
        mark = "-" if i % 2 == 0 else "1."
        out += "   " * i + f"{mark} {w.sentence()}\n"
    return out + "\n"


def callout(w, i):
    return f"> [!{CALLOUTS[i % 7]}]\n> {w.sentence()} {w.sentence()}\n\n"


def figure(w):
    name = sorted(FIGURES)[w.below(len(FIGURES))]
    return f"![](figures/{name}.svg \"{w.sentence()}\")\n\n"


def about_a_page(w, i):
    """Text for roughly one page, of all that there is."""
    out = ""
    if i % 3 == 0:
        out += f"## {w.sentence(2, 5)}\n\n".replace("**", "")
    out += w.paragraph(60)
    what = i % 8
    if what == 0:
        out += callout(w, i // 8)
    elif what == 1:
        out += "".join(f"- {w.sentence()}\n" for _ in range(5)) + "\n"
    elif what == 2:
        out += table(w, 4, 4)
    elif what == 3:
        out += figure(w)
    elif what == 4:
        out += f"See {address(w)} for more.\n\n"
    elif what == 5:
        out += (w.paragraph(30).rstrip() + f"[^n{i}]\n\n[^n{i}]: {w.sentence()}\n\n")
    elif what == 6:
        out += nested(w, 4)
    return out + w.paragraph(70)


def chapters_of(pages):
    w = Writer(pages)
    made = []
    for start in range(0, pages, 20):
        body = "".join(about_a_page(w, i) for i in range(start, min(start + 20, pages)))
        made.append(body)
    return made


def plain_chapters(pages):
    w = Writer(pages)
    return ["".join(w.paragraph(65) for _ in range(3 * min(20, pages - start)))
            for start in range(0, pages, 20)]


def short_chapter(w, i):
    """About 450 words of what most guides are made of; it needs no other."""
    out = w.paragraph(60)
    for section in range(3):
        out += f"## {w.sentence(2, 5)}\n\n".replace("**", "")
        out += w.paragraph(60)
        out += [callout(w, i), "".join(f"- {w.sentence()}\n" for _ in range(4)) + "\n",
                table(w, 3)][(i + section) % 3]
        out += w.paragraph(40)
    return out


def letters_everywhere(w, count):
    word = letters(w, count)
    return (f"A word: {word}\n\n- {word}\n\n| One | Two |\n|---|---|\n"
            f"| {word} | b |\n\n> [!NOTE]\n> {word[:800]}\n\n")


def notes(w, count):
    out = ""
    for i in range(count):
        out += w.paragraph(25).rstrip() + f"[^n{i}]\n\n"
    for i in range(count):
        out += f"[^n{i}]: {w.sentence()}\n"
    return out


def chapters(kind, count):
    w = Writer(count)
    if kind == "rows":
        return [w.paragraph(40) + table(w, count) + w.paragraph(40)]
    if kind == "tables":
        return ["".join(w.paragraph(20) + shaped(w, i) for i in range(count))]
    if kind == "words":
        return ["".join(w.paragraph(90) for _ in range(count // 95 + 1))]
    if kind == "pages":
        return plain_chapters(count)
    if kind == "notes":
        return [notes(w, count)]
    if kind == "letters":
        return [letters_everywhere(w, count)]
    if kind == "nesting":
        return ["".join(nested(w, 12) + w.paragraph(20) for _ in range(count))]
    if kind == "addresses":
        return ["".join(f"{w.sentence()} {address(w)}\n\n" for _ in range(count))]
    if kind == "figures":
        return ["".join(w.paragraph(20) + figure(w) for _ in range(count))]
    if kind == "mixed":
        return chapters_of(count)
    if kind == "chapters":
        return [short_chapter(w, i) for i in range(count)]
    sys.exit(f"guide.py: there is no kind \"{kind}\"\n{__doc__}")


def svg(width, height):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\n'
            f'<path d="M2 2L{width - 2} 2L{width - 2} {height - 2}L2 {height - 2}Z" fill="none" '
            'stroke="currentColor" stroke-width="1.5"/>\n</svg>\n')


def write(kind, count, folder, lang):
    made = chapters(kind, count)
    (folder / lang).mkdir(parents=True)
    (folder / "themes/own/strings").mkdir(parents=True)
    (folder / "themes/own/theme.yaml").write_text("format: 1\nextends: default\n", encoding="utf-8")
    shutil.copy(ENGLISH, folder / f"themes/own/strings/{lang}.yaml")
    (folder / "clinics").mkdir()
    (folder / "figures").mkdir()
    ids = []
    for i, body in enumerate(made):
        ids.append(f"c{i + 1}")
        (folder / lang / f"{i + 1:03}-c{i + 1}.md").write_text(
            f"---\ntitle: Chapter {i + 1}\nid: c{i + 1}\nkind: chapter\n"
            f"summary: What is in chapter {i + 1}.\n---\n\n{body}", encoding="utf-8")
    (folder / lang / "figures.yaml").write_text("format: 1\nfigures:\n" + "".join(
        f"  {name}.svg:\n    alt: A frame.\n    source: Drawn for the tests\n    licence: MIT\n"
        for name in sorted(FIGURES)), encoding="utf-8")
    for name, (width, height) in FIGURES.items():
        (folder / "figures" / f"{name}.svg").write_text(svg(width, height), encoding="utf-8")
    (folder / "clinics" / "plain.yaml").write_text(
        "format: 1\nname: Corner Clinic\nphone: \"+441632960123\"\n"
        "phone_display: 01632 960 123\nregion: GB\nlanguages: [" + lang + "]\nedition: sample\n",
        encoding="utf-8")
    (folder / "help.yaml").write_text(HELP, encoding="utf-8")
    (folder / "guide.yaml").write_text(
        "format: 1\nid: torture\nversion: \"1\"\ndate: 2026-01-05\nnext_review: 2027-01-05\n"
        "author: the tests\nlicence: MIT\ndefault_clinic: plain\ndefault_language: " + lang + "\n"
        "theme: own\nlanguages:\n  " + lang + ":\n    title: A guide that is hard to set\n"
        "    strapline: Much of everything\n    credit: Nobody's work\n"
        "limits: {memory_mib: 1024, cpu_seconds: 300, file_mib: 256}\n"
        f"order: [{', '.join(ids)}]\nprint: [contents, {', '.join(ids)}]\n",
        encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    write(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), (sys.argv[4:] or ["en-GB"])[0])
