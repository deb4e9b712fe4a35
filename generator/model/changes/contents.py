"""Compares what stands beside the YAML: pages by section, catalogues by entry, pictures whole.

What only follows from a change that is told anyway is no change of its own: addresses and inserts
with the new id of a renamed thing, the new title of a thing, the translation of a text that came
or went with its thing. Nor is how lines are broken, or in which order a catalogue stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.base.diagnostics import Locator
from generator.base.i18n import parse_catalogue
from generator.model.changes.addresses import mentions_of
from generator.model.changes.change import Action, Element
from generator.model.changes.change import Change as Found
from generator.model.changes.pairing import by_likeness, moved
from generator.model.changes.renames import Renames
from generator.model.changes.spelling import squeezed
from generator.model.handbook import Handbook
from generator.model.text import Text

Pages = Mapping[str, bytes]
CONTENT_ASPECT = "content"
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*(?:\{[^{}]*\}[ \t]*)?")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_LAID_OUT = re.compile(r"(?: {4}|\t|\s*(?:[-*+>|:<`~]|\d+[.)]\s))")
_INSERT = re.compile(r"\$\{(?P<step>step:)?(?P<id>[a-z0-9-]+)")


@dataclass(frozen=True)
class Contents:
    """Knows both handbooks, the renames between them, and the things that have another title."""

    before: Handbook
    after: Handbook
    names: Renames
    titles: tuple[tuple[str, str], ...]

    def compare(self, before: Pages, after: Pages) -> Iterator[Found]:
        """Yield what differs in files, by path."""
        for path in sorted({*before, *after}):
            old, new = before.get(path), after.get(path)
            if old == new:
                continue
            way = (Element("catalogue" if path.endswith(".po") else "page", path),)
            where = Locator(path)
            if old is None:
                yield Found(action=Action.ADDED, path=way, where=where)
            elif new is None:
                yield Found(action=Action.REMOVED, path=way, where=where)
            elif path.endswith(".po"):
                yield from self._catalogue(way, old, new)
            elif path.endswith(".md"):
                yield from self._page(way, self._told(_text(old)), _text(new))
            else:
                yield Found(action=Action.CHANGED, path=way, aspect=CONTENT_ASPECT, where=where)

    def _page(self, way: tuple[Element, ...], old: str, new: str) -> Iterator[Found]:
        where = Locator(way[0].id)
        lists = _sections(old), _sections(new)
        keys = (lambda each: each.said, lambda each: each.title, lambda each: each.body)
        pairs = by_likeness(*lists, keys)
        for each in pairs.removed:
            path = (*way, each.element)
            yield Found(action=Action.REMOVED, path=path, before=each.said, where=where)
        for each in pairs.added:
            path = (*way, each.element)
            yield Found(action=Action.ADDED, path=path, after=each.said, where=where)
        for one, two in pairs.both:
            path = (*way, two.element)
            if self._retold(one.title) != two.title and one.title != two.title:
                yield _differs(path, "title", (one.title, two.title), where)
            yield from self._blocks(path, one.blocks, two.blocks)
        olds, news = ([each.element.id for each in many] for many in lists)
        for name in moved(olds, news):
            path = (*way, Element("heading", name))
            yield Found(action=Action.MOVED, path=path, aspect="order", where=where)

    def _blocks(
        self, path: tuple[Element, ...], old: tuple[str, ...], new: tuple[str, ...]
    ) -> Iterator[Found]:
        """One change for each run of paragraphs that differs."""
        known = set(new)
        told = [each if each in known else self._retold(each) for each in old]
        steps = SequenceMatcher(None, told, new, autojunk=False).get_opcodes()
        for name, start, end, first, last in steps:
            if name != "equal":
                texts = "\n".join(old[start:end]), "\n".join(new[first:last])
                yield _differs(path, CONTENT_ASPECT, texts, Locator(path[0].id))

    def _catalogue(self, way: tuple[Element, ...], old: bytes, new: bytes) -> Iterator[Found]:
        """The entries; one whose text came or went in the handbook goes with its text."""
        language = way[0].id.rpartition("/")[2].partition(".")[0]
        before = {
            self._with_inserts(text): (text, self._with_inserts(said))
            for text, said in parse_catalogue(language, old).entries.items()
        }
        after = parse_catalogue(language, new).entries
        texts = [
            {squeezed(text.source) for text in book.texts} for book in (self.before, self.after)
        ]
        for text in sorted({*before, *after}):
            original, one = before.get(text, (text, None))
            two = after.get(text)
            there = squeezed(original) in texts[0], squeezed(text) in texts[1]
            follows = there[0] != there[1] and (one is None) != (two is None)
            if follows or squeezed(one or "") == squeezed(two or ""):
                continue
            action = (
                Action.ADDED if one is None else Action.REMOVED if two is None else Action.CHANGED
            )
            yield Found(
                action=action,
                path=(*way, Element("translation", text)),
                aspect=CONTENT_ASPECT if action is Action.CHANGED else "",
                before=one,
                after=two,
                where=Locator(way[0].id),
            )

    def _told(self, text: str) -> str:
        """A page of the older handbook with the addresses that things have today."""
        edits: dict[tuple[int, int], str] = {}
        for scope, renames in self.names.names.items():
            kind, _, owner = scope.partition(":")
            around = self._former(kind, owner) if owner else ()
            for old, new in renames.items() if kind != "column" else ():
                address = self.before.settings.address
                for span in mentions_of(text, kind, old, around, address):
                    edits[span] = new
        for (start, end), new in sorted(edits.items(), reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _former(self, kind: str, owner: str) -> tuple[str, ...]:
        outer = "process" if kind == "step" else "form"
        return (self.names.old(outer, owner) or owner,)

    def _retold(self, text: str) -> str:
        """A text of a page with the titles that things have today."""
        for old, new in self.titles:
            text = text.replace(old, new)
        return text

    def _with_inserts(self, text: str) -> str:
        """A text of a catalogue with the ids that parameters and steps have today."""
        steps = [renames for kind, renames in self.names.names.items() if kind.startswith("step:")]

        def told(found: re.Match[str]) -> str:
            name = found["id"]
            many = steps if found["step"] else [self.names.names.get("parameter", {})]
            new = next((each[name] for each in many if name in each), name)
            return f"${{{found['step'] or ''}{new}"

        return _INSERT.sub(told, text)


def retitled(found: Iterable[Found]) -> tuple[tuple[str, str], ...]:
    """The titles before and after of what is called otherwise, the longest first."""
    titles = {
        (str(each.before), str(each.after))
        for each in found
        if each.aspect == "title" and isinstance(each.before, Text) and isinstance(each.after, Text)
    }
    return tuple(sorted(titles, key=lambda pair: (-len(pair[0]), pair)))


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading (empty: what stands above the first), its number among its like, its paragraphs."""

    title: str
    number: int
    blocks: tuple[str, ...]

    @property
    def element(self) -> Element:
        if not self.title:
            return Element("opening", "")
        return Element("heading", self.title + (f" ({self.number})" if self.number > 1 else ""))

    @property
    def said(self) -> str:
        return "\n".join(filter(None, (self.title, self.body)))

    @property
    def body(self) -> str:
        return "\n".join(self.blocks)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def _sections(text: str) -> list[_Section]:
    """The parts of a page between its headings; lines of fences are none."""
    found: list[tuple[str, list[str]]] = [("", [])]
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark["mark"].startswith(fence)):
            fence = "" if fence else mark["mark"]
        heading = None if fence else _HEADING.fullmatch(line)
        if heading:
            found.append((squeezed(heading["title"]), []))
            continue
        found[-1][1].append(line)
    seen: dict[str, int] = {}
    sections = []
    for title, lines in found:
        seen[title] = seen.get(title, 0) + 1
        sections.append(_Section(title, seen[title], tuple(_blocks(lines))))
    return [each for each in sections if each.title or each.blocks]


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs; how the lines of prose are broken says nothing."""
    for block in re.split(r"\n[ \t]*(?:\n[ \t]*)+", "\n".join(lines).strip("\n")):
        parts = [line.rstrip() for line in block.split("\n")]
        if any(_LAID_OUT.match(line) for line in parts):
            yield from (line for line in parts if line)
        elif block.strip():
            yield squeezed(block)


def _differs(
    path: tuple[Element, ...], aspect: str, texts: tuple[str, str], where: Locator
) -> Found:
    before, after = (text or None for text in texts)
    return Found(
        action=Action.CHANGED, path=path, aspect=aspect, before=before, after=after, where=where
    )
