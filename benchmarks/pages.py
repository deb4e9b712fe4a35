"""How long the heaviest pages of `content/` take, each of at most 1 MB and just below the limits.

    python benchmarks/pages.py

Each pattern is repeated until one more would be refused, and is read and written as a page and as
blocks of a book. A page must be answered within 5 seconds of processor time.
"""

from __future__ import annotations

import sys
from time import process_time

from generator.document.markdown.limits import LONGEST, MOST_MARKS, LimitReached, weigh
from generator.document.prose import read_prose as read_blocks
from generator.renderers.html import read_prose

MOST_SECONDS = 5.0

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
}


def heaviest(before: str, unit: str, after: str) -> str:
    """Return a page just below the limits."""
    low, high = 1, LONGEST // len(unit)
    while low < high:
        middle = (low + high + 1) // 2
        text = before + unit * middle + after
        if len(text) <= LONGEST and len(text.encode()) <= LONGEST and _passes(text):
            low = middle
        else:
            high = middle - 1
    return before + unit * low + after


def _passes(text: str) -> bool:
    try:
        weigh(text)
    except LimitReached:
        return False
    return True


def main() -> int:
    """Print the seconds of each pattern; return 1 where one takes too long."""
    print(f"at most {MOST_MARKS} marks and lines, {LONGEST} bytes a page")
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
        print(
            f"{name:24} {len(text):>9} characters {seconds:6.2f} s  {' '.join(kinds)}", flush=True
        )
        if seconds > MOST_SECONDS or not page.clean:
            slow.append(name)
    print(f"too slow or not clean: {', '.join(slow) or 'none'}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
