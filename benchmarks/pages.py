"""How long the heaviest pages of `content/` take, each of at most 1 MB and just below the limits.

    python benchmarks/pages.py

Each pattern is repeated until one more would be refused, and is read and written as a page and as
blocks of a book; and `handbook check` answers a handbook with this page, and with one of 1 MB of
the pattern. Each must be done within 5 seconds of processor time.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

from generator.document.markdown.limits import LONGEST, MOST_MARKS, LimitReached, weigh
from generator.document.prose import read_prose as read_blocks
from generator.renderers.html import read_prose

MOST_SECONDS = 5.0
STARTER = Path(__file__).parents[1] / "generator" / "resources" / "starter" / "zh"

# What comes first, what is repeated, what comes last.
PATTERNS: dict[str, tuple[str, str, str]] = {
    "words": ("", "字", ""),
    "paragraphs": ("", "客户投诉处理流程，见总体的说明与重点。\n\n", ""),
    "short lines": ("", "字\n", ""),
    "mixed": ("", "见[总体](a.md)与 **重点** `code`。\n\n- 一\n- 二\n\n", ""),
    "brackets": ("", "[", ""),
    "pictures opened": ("", "![a](", ""),
    "links opened": ("", "[a](b", ""),
    "titles opened": ("", '[a](b "', ""),
    "links": ("", "[a](b) ", ""),
    "empty links": ("", "[](b) ", ""),
    "links with titles": ("", '[a](b "c") ', ""),
    "refused characters": ("", "&#x202E;", ""),
    "settings opened": ("---\n", "-:\n", ""),
    "pictures": ("", "![a](b) ", ""),
    "attributes": ("", "`a`{.b}", ""),
    "attributes opened": ("", "`a`{b=c ", ""),
    "stars": ("", "*", ""),
    "stars and words": ("", "a**b ", ""),
    "stars in turn": ("", "*a **b ", ""),
    "stars and strokes": ("", "*a_ ", ""),
    "backticks": ("", "`a", ""),
    "backticks in turn": ("", "` `` ", ""),
    "tags opened": ("", "<b>", ""),
    "tags": ("", "<b>x</b>", ""),
    "tags with values opened": ("", '<a b="', ""),
    "angle brackets": ("", "<", ""),
    "remarks opened": ("", "<!--", ""),
    "unknown tags": ("", "<p>", ""),
    "addresses opened": ("", "<http://a", ""),
    "addresses": ("", "<http://a>", ""),
    "entities": ("", "&amp;", ""),
    "ampersands": ("", "&", ""),
    "backslashes": ("", "\\*", ""),
    "products": ("", "6*7*8 ", ""),
    "quotations": ("", ">>>>>>>>> a\n", ""),
    "lazy lines": (">" * 38 + "a\n", "b\n", ""),
    "lazy lists": ("- " * 15 + "a\n", "b\n", ""),
    "list": ("", "- a\n", ""),
    "loose list": ("", "- a\n\n", ""),
    "numbers": ("", "1. a\n", ""),
    "lists in lists": ("", "- a\n  - b\n    - c\n", ""),
    "long rows": ("", "a|b\n-|-\nc|d\n\n", ""),
    "rows": ("|a|b|\n|-|-|\n", "|b|c|\n", ""),
    "empty cells": ("|".join("a" * 5000) + "\n" + "|".join("-" * 5000) + "\n", "b|\n", ""),
    "columns": ("", "a|", "a\n" + "-|" * 30_000 + "-\n"),
    "definitions": ("", "[a]: b\n", ""),
    "definitions apart": ("", "[a]: b\n\n", ""),
    "headings": ("", "# a\n", ""),
    "headings by lines": ("", "a\n=\n", ""),
    "lines across": ("", "---\n", ""),
    "code": ("```\n", "a\n", ""),
    "code blocks": ("", "```\na\n```\n", ""),
    "footnotes": ("", "[^1] ", "\n\n[^1]: a"),
    "notes of footnotes": ("", "[^a]: b\n\n", ""),
    "boxes": ("", "!!! a\n", ""),
    "terms": ("", "a\n: b\n\n", ""),
    "codes": ("", "P-01 ", ""),
    "inserts": ("", "${a}", ""),
    "half-width marks": ("", "中,", "文"),
    "half-width brackets": ("", "甲(乙)", "丙"),
    "brackets in each other": ("", "甲(", "乙"),
    "brackets of two kinds": ("", "（乙)", ""),
    "spelt marks": ("", "中&#44;", "文"),
    "looks": ("", "`a`{.b%d} ", ""),
    "headings with names": ("", "# a {#b}\n\n", ""),
    "missing pages": ("", "[a](b%d.md) ", ""),
    "missing places": ("", "[a](#b%d) ", ""),
    "missing definitions": ("", "[a][b%d] ", ""),
    "unsafe links": ("", "[a](javascript:%d) ", ""),
    "wide links": ("", "[甲](b%d.md）", ""),
    "remote pictures": ("", "![a](http://x.y/%d.png) ", ""),
    "unknown codes": ("", "P-99-%d ", ""),
    "unknown inserts": ("", "${a%d} ", ""),
    "amounts": ("", "%d 元 ", ""),
    "marks of others": ("", "~~x%d~~ ", ""),
    "marked words": ("", "==x%d== ", ""),
    "formulas": ("", "$$%d$$ ", ""),
    "signs": ("", ":smile: ", ""),
    "links of wikis": ("", "[[a%d]] ", ""),
    "controls": ("", "\x01", ""),
    "controls apart": ("", "字\x01", ""),
    "directions apart": ("", "字\u202e", ""),
    "unseen characters": ("", "字\u200b", ""),
    "rare characters": ("", "\U0001f4e6", ""),
    "long fence": ("", "`", "\n字"),
}


def heaviest(before: str, unit: str, after: str, *, refused: bool = False) -> str:
    """Return a page just below the limits; just below 1 MB where it may be `refused` by others."""
    low, high = 1, LONGEST // len(unit)
    whole = _repeated(unit, high)
    ends = [0]
    for piece in whole:
        ends.append(ends[-1] + len(piece))
    units = "".join(whole)
    while low < high:
        middle = (low + high + 1) // 2
        text = before + units[: ends[middle]] + after
        if len(text.encode()) <= LONGEST - 100 and (refused or _passes(text)):
            low = middle
        else:
            high = middle - 1
    return before + units[: ends[low]] + after


def _repeated(unit: str, times: int) -> list[str]:
    """A unit so many times, numbered where it has a number."""
    return [unit.replace("%d", str(number)) for number in range(times)]


def checked(root: Path, text: str) -> float:
    """Return the seconds of processor time of `handbook check` with a page."""
    (root / "content" / "heavy.md").write_text(text, "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # The program itself, as somebody would call it.
    subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(root), "check"],
        capture_output=True,
        check=False,
        timeout=600,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _passes(text: str) -> bool:
    try:
        weigh(text)
    except LimitReached:
        return False
    return True


def main() -> int:
    """Print the seconds of each pattern; return 1 where one takes too long."""
    print(f"at most {MOST_MARKS} marks and lines, {LONGEST} bytes a page")
    with tempfile.TemporaryDirectory() as place:
        root = Path(shutil.copytree(STARTER, Path(place) / "handbook"))
        (root / "content").mkdir(exist_ok=True)
        slow = _measured(root)
    print(f"too slow or not clean: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


def _measured(root: Path) -> list[str]:
    """Print the seconds of each pattern; return those that take too long."""
    slow = []
    for name, parts in PATTERNS.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        text = heaviest(*parts)
        start = process_time()
        page = read_prose("a.md", text, frozenset())
        read_blocks(text, "about")
        seconds = process_time() - start
        kinds = sorted({each.kind for each in page.flaws})
        check = checked(root, text), checked(root, heaviest(*parts, refused=True))
        print(
            f"{name:24} {len(text):>9} characters {seconds:6.2f} s, check {check[0]:6.2f} s, "
            f"of 1 MB {check[1]:6.2f} s  {' '.join(kinds)}",
            flush=True,
        )
        if max(seconds, *check) > MOST_SECONDS or not page.clean:
            slow.append(name)
    return slow


if __name__ == "__main__":
    sys.exit(main())
