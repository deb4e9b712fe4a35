"""Checks every internal address and anchor, from what the fragments themselves say."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from urllib.parse import unquote

from generator.base.diagnostics import Diagnostic, Span
from generator.rules.declared.site import BROKEN_ANCHOR, BROKEN_LINK, SAME_ANCHOR


@dataclass(slots=True)
class PageLinks:
    """What pages lead to and offer; filled page by page so that no page has to be kept.

    `places` are the addresses of hand-written links by (page, address): where they are written.
    """

    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    cited: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    double: list[tuple[str, str]] = field(default_factory=list)
    places: dict[tuple[str, str], Span] = field(default_factory=dict)

    def add(self, page: str, file: str, anchors: Iterable[str], links: Iterable[str]) -> None:
        """Note a page (path without ending), its source file, its anchors and its addresses."""
        seen: set[str] = set()
        for anchor in anchors:
            if anchor in seen:
                self.double.append((page, anchor))
            seen.add(anchor)
        self.anchors[f"{page}.html"] = frozenset(seen)
        self.files[page] = file
        folder = page.rpartition("/")[0]
        for link in links:
            if _is_internal(link):
                self.cited.setdefault(
                    (folder, link) if link[0] != "#" else (page, link), []
                ).append(page)

    def check(self, others: Container[str], base: str = "/") -> Iterator[Diagnostic]:
        """Yield a finding for each address that leads nowhere; `others` are files beside pages."""
        for (start, link), pages in self.cited.items():
            path, _, anchor = unquote(link).partition("#")
            target = _target(start, path.partition("?")[0], base)
            known = self.anchors.get(target)
            if known is None and target in others:
                continue
            if known is None:
                yield from (BROKEN_LINK.at(self._place(page, link), link=link) for page in pages)
            elif anchor and anchor not in known:
                for page in pages:
                    yield BROKEN_ANCHOR.at(self._place(page, link), link=link, example="{#name}")
        for page, anchor in self.double:
            yield SAME_ANCHOR.at(self._place(page, ""), path=f"{page}.html", anchor=anchor)

    def _place(self, page: str, link: str) -> Span:
        return self.places.get((page, link)) or Span(
            self.files.get(page) or "processes/handbook.yml"
        )


def _is_internal(link: str) -> bool:
    head = link.partition("/")[0]
    return bool(link) and ":" not in head


def _target(start: str, path: str, base: str) -> str:
    if not path:
        return f"{start}.html"
    if path.startswith(base):
        return path[len(base) :] or "index.html"
    return normpath(join(start, path))


def spans_of_links(file: str, text: str, links: Iterable[tuple[str, int]]) -> Mapping[str, Span]:
    """Return where each address is written first in a text; those not found are left out."""
    found: dict[str, Span] = {}
    for link, offset in links:
        if offset < 0 or link in found:
            continue
        line = text.count("\n", 0, offset) + 1
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        end = text.find(")", offset)
        width = (end if end > 0 else offset) - offset
        found[link] = Span(file, line, column, line, column + width)
    return found
