"""Puts a handbook together from what could be bound, and keeps what rules say of holes apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.base.diagnostics import Diagnostic, Locator
from generator.checking.file_part import FilePart
from generator.checking.parts import FOLDER, FOLDERS, SINGLE
from generator.checking.reach import reaches
from generator.model.handbook import Handbook
from generator.model.settings import Settings
from generator.model.signing import with_signers
from generator.model.text import plain
from generator.notation.text import code_pattern
from generator.rules.unjudged import Unjudged
from generator.source.binding import Binder
from generator.source.repair import SAMPLE

_DEFAULT = Settings(title=plain(""), company=plain(""))
# Findings about a reference, an insert or an id look at nothing but the name and what may be named.
_LOCAL = frozenset(
    f"HB{number}" for number in (*range(201, 215), *range(219, 225), 228, 229, 231, 233)
)
# Of these a hole in the entry itself, such as a title that is none, may be the cause.
_IDLE = frozenset({"HB228", "HB229"})
_FIELDS = {
    "organization": "organization",
    "parameters": "parameter_file",
    "glossary": "glossary",
    "information": "information",
    "sources": "sources",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialHandbook:
    """The parts of a handbook, and which of its files are missing or were not opened."""

    parts: tuple[FilePart, ...]
    missing: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether every file is in the model as it was meant."""
        return not self.missing and not self.refused and all(part.whole for part in self.parts)

    @property
    def unread(self) -> frozenset[str]:
        """The files of which not all is in the model."""
        holed = {part.path for part in self.parts if not part.whole}
        return frozenset(holed) | self.missing | self.refused

    @property
    def has_settings(self) -> bool:
        """Whether `handbook.yml` could be bound: without it the default settings hold."""
        return any(part.kind == "handbook" and part.data is not None for part in self.parts)

    @property
    def unjudged(self) -> Unjudged:
        """What the rules cannot see."""
        holed = {part.path: part.words for part in self.parts if not part.whole}
        return Unjudged(
            words={**holed, **dict.fromkeys(self.missing)},
            unbound=frozenset(part.path for part in self.parts if part.data is None),
            refused=self.refused,
            settings=self._unset,
            keys={
                part.path: frozenset(str(key) for hole in part.holes for key in hole)
                for part in self.parts
                if part.holes
            },
            ids={part.path: part.unnamed for part in self.parts if part.unnamed},
        )

    @property
    def _unset(self) -> frozenset[str] | None:
        """The keys of `handbook.yml` of which the values are not known; None: all."""
        part = next((each for each in self.parts if each.kind == "handbook"), None)
        if part is None or part.data is None or part.words is None:
            return None
        return frozenset(str(hole[0]) for hole in part.holes if hole) | (
            part.words if part.damaged else frozenset()
        )


def bound(
    partial: PartialHandbook, data_of: Callable[[FilePart], Any] = lambda part: part.data
) -> tuple[Handbook, list[Diagnostic]]:
    """Return the handbook of the parts that can be bound, and the findings of binding them."""
    parts = [(part, data) for part in partial.parts if (data := data_of(part)) is not None]
    by_kind: dict[str, list[tuple[FilePart, Any]]] = {}
    for part, data in parts:
        by_kind.setdefault(part.kind or "", []).append((part, data))
    scheme = by_kind["handbook"][0][1].get("codes") if "handbook" in by_kind else None
    binder = Binder(code_pattern(_code_schemes(scheme)))
    single: dict[str, Any] = {
        kind: binder.bind(cls, by_kind[kind][0][1], Locator(by_kind[kind][0][0].path))
        for kind, cls in SINGLE.items()
        if kind in by_kind
    }
    settings: Settings = single.pop("handbook", _DEFAULT)
    order: dict[str, int] = {each.chapter: number for number, each in enumerate(settings.chapters)}
    processes, forms = (
        _bound_folder(binder, FOLDERS[kind], by_kind.get(kind, ()), order)
        for kind in ("process", "form")
    )
    parameters = single["parameters"].parameters if "parameters" in single else ()
    handbook = Handbook(
        settings=settings,
        process_list=processes,
        form_list=with_signers(forms, parameters),
        references=tuple(binder.references),
        texts=tuple(binder.texts),
        **{_FIELDS[kind]: value for kind, value in single.items()},
    )
    return handbook, binder.diagnostics


def judged(
    partial: PartialHandbook, rules: Callable[[Handbook, Unjudged], Sequence[Diagnostic]]
) -> tuple[Handbook, list[Diagnostic]]:
    """Return the handbook without its holes, and what binding and the rules find beside them.

    A finding that is the same whether the entries with holes are there (filled) or not does not
    come from the holes, nor does one that asks for nothing that lies in them. One about a reference
    looks at nothing but names; one about missing keys stands where none of its keys lies in a hole.
    """
    handbook, binding = bound(partial)
    unjudged = partial.unjudged
    found = rules(handbook, unjudged)
    if partial.whole:
        return handbook, [*binding, *found]
    lean, _ = bound(partial, lambda part: part.lean if part.data is not None else None)
    twice = {_mark(each) for each in rules(lean, unjudged)}
    by_path = {part.path: part for part in partial.parts}
    holed = [part for part in partial.parts if part.data is not None and not part.whole]
    kept = [
        finding
        for finding in found
        if finding.rule.code in _LOCAL
        or _mark(finding) in twice
        or _beside(finding, by_path)
        or _apart(finding, holed)
    ]
    return lean, [
        each
        for each in (*binding, *kept)
        if not _in_hole(each, by_path)
        and not _of_sample(each)
        and (not _alone(each, by_path) or _apart(each, holed))
    ]


def _apart(found: Diagnostic, holed: Iterable[FilePart]) -> bool:
    """Whether no hole can have brought forth a finding, by what stands in the holes."""
    return not any(reaches(part, found) for part in holed)


def _of_sample(found: Diagnostic) -> bool:
    """Whether a finding tells of what was only filled in where something is missing."""
    return any(SAMPLE in str(each) for each in found.args.values())


def _alone(found: Diagnostic, parts: Mapping[str, FilePart]) -> bool:
    """Whether a finding lies in the only entry of a list, which a hole has spoilt.

    Such an entry cannot be left out to see whether the finding comes from the hole.
    """
    if found.rule.code in _LOCAL - _IDLE or not isinstance(found.where, Locator):
        return False
    part = parts.get(found.where.file)
    return part is not None and part.spoils(found.where) and not _beside(found, parts)


def _mark(found: Diagnostic) -> tuple[str, object, str]:
    return found.rule.code, found.where, repr(found.args)


def _beside(found: Diagnostic, parts: Mapping[str, FilePart]) -> bool:
    """Whether a finding tells of missing keys, and none of them may stand in a hole."""
    if not found.rule.keys or not isinstance(found.where, Locator):
        return False
    part = parts.get(found.where.file)
    return part is not None and not part.lacks(found.where, found.rule.keys)


def _in_hole(found: Diagnostic, parts: Mapping[str, FilePart]) -> bool:
    if not isinstance(found.where, Locator):
        return False
    part = parts.get(found.where.file)
    if part is None or part.source is None:
        return False
    return part.hides(found.where, part.source.span(found.where).line)


def _code_schemes(codes: Any) -> dict[str, str]:
    schemes = {
        "process": "P-{chapter}-{number}",
        "form": "FM-{chapter}-{number}",
        "parameter": "PA-{number}",
    }
    return {**schemes, **codes} if isinstance(codes, dict) else schemes


def _bound_folder(
    binder: Binder, cls: type, parts: Iterable[tuple[FilePart, Any]], order: Mapping[str, int]
) -> tuple[Any, ...]:
    found: list[tuple[int, str, str, Any]] = []
    for part, data in parts:
        match = FOLDER.fullmatch(part.path)
        if match is None:
            continue
        chapter, own = match["chapter"], match["id"]
        value = binder.bind(cls, data, Locator(part.path), id=own, chapter=chapter)
        found.append((order.get(chapter, len(order)), str(data["code"]), own, value))
    return tuple(each[3] for each in sorted(found, key=lambda each: each[:3]))
