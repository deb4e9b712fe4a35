"""Lays a seeded fault over a handbook: a small patch in the form of `ndiff`, with a mark.

    @ processes/stock/buy-parts.yml       the file; `(new)`, `(removed)` or `(gbk)` may follow
    -     due: 1d                         lines of the file, which must stand there once
    +     due: quickly                    what stands there instead
    ?          ^                          where the finding is expected

A blank line parts two places of one file; a change above a mark must come before it. Without
a mark the finding is expected at the start of the last file named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass
class Seeded:
    """The files with the fault in them, and where its finding is to begin."""

    files: dict[str, bytes]
    file: str = ""
    line: int = 1
    column: int = 1


@dataclass
class _Hunk:
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    mark: tuple[int, int] | None = None

    def add(self, sign: str, text: str) -> None:
        if sign == "?":
            self.mark = (len(self.new), text.index("^") + 1)
            return
        if sign in " -":
            self.old.append(text)
        if sign in " +":
            self.new.append(text)


def seed(base: Mapping[str, str], patch: str) -> Seeded:
    """Return the files of a handbook with a fault, and the place where it is to be found."""
    seeded = Seeded({path: text.encode() for path, text in base.items()})
    for part in re.split(r"^@ ", patch, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        path, _, kind = head.partition(" ")
        seeded.file, seeded.line, seeded.column = path, 1, 1
        if kind == "(removed)":
            del seeded.files[path]
            continue
        text = base.get(path, "")
        for paragraph in filter(str.strip, re.split(r"\n\n+", body)):
            hunk = _Hunk()
            for line in paragraph.strip("\n").split("\n"):
                hunk.add(line[0], line[2:])
            text = _applied(seeded, text, hunk)
        seeded.files[path] = text.encode("gbk" if kind == "(gbk)" else "utf-8")
    return seeded


def _applied(seeded: Seeded, text: str, hunk: _Hunk) -> str:
    old = "".join(f"{line}\n" for line in hunk.old)
    new = "".join(f"{line}\n" for line in hunk.new)
    if not hunk.new + hunk.old and hunk.mark:
        seeded.column = hunk.mark[1]
        return text
    found = f"\n{text}".split(f"\n{old}") if old else ["", ""]
    assert len(found) == 2, f"stands {len(found) - 1} times in {seeded.file}: {old!r}"
    before = f"{found[0]}\n"[1:]
    if hunk.mark:
        seeded.line = before.count("\n") + hunk.mark[0]
        seeded.column = hunk.mark[1]
    return before + new + found[1]
