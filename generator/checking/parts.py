"""Each file as far as it can be judged: what was read, what can be bound, and where holes are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.base.diagnostics import Diagnostic, Locator, Message, Span, has_errors
from generator.base.nearest import nearest
from generator.model.form import Form
from generator.model.organization import Organization
from generator.model.process import Process
from generator.model.reference import GlossaryFile, InformationFile, ParameterFile, SourcesFile
from generator.model.settings import Settings
from generator.rules.unjudged import WordSet
from generator.source.reading.slip_rules import LIST_SEPARATOR
from generator.source.reading.structure_rules import EMPTY_FILE, NOT_A_MAPPING
from generator.source.reading.syntax_rules import FULL_WIDTH_COLON
from generator.source.reading.yaml_file import FileText, Path, YamlFile
from generator.source.reading.yaml_reader import read_yaml
from generator.source.recovery import recover, words_in
from generator.source.repair import repaired, without_entries
from generator.source.schemas import everyday_names
from generator.source.shape import check_shape
from generator.source.shape_rules import EMPTY_VALUE, MISSING_KEY, UNEXPECTED_FILE

SINGLE: dict[str, type] = {
    "handbook": Settings,
    "organization": Organization,
    "parameters": ParameterFile,
    "glossary": GlossaryFile,
    "information": InformationFile,
    "sources": SourcesFile,
}
"""The files that stand once, by the kind of their schema, and what they are bound to."""
FOLDERS: dict[str, type] = {"process": Process, "form": Form}
"""The files of chapters likewise."""
FOLDER = re.compile(r"processes/(?P<chapter>[^/]+)/(?P<forms>forms/)?(?P<id>[^/]+)\.ya?ml")
_TOP = re.compile(r"processes/(?P<kind>[^/]+)\.ya?ml")


@dataclass(frozen=True, kw_only=True)
class FilePart:
    """One file: `source` as read (None: not at all), `data` as it can be bound (None: not at all).

    `holes` are the paths of what was left out of the data or filled in, `damaged` the lines whose
    meaning is not known, `text` the characters of the file (None: not even they are known).
    """

    path: str
    kind: str | None
    source: YamlFile | None = None
    data: Any = None
    holes: tuple[Path, ...] = ()
    damaged: frozenset[int] = frozenset()
    text: str | None = None
    findings: tuple[Diagnostic, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether all of the file is in the model, as it was meant."""
        return self.data is not None and not self.holes and not self.damaged

    @cached_property
    def words(self) -> WordSet | None:
        """The words that stand in holes; None where any word may stand there."""
        if self.text is None:
            return None
        if self.source is None or self.data is None:
            return words_in(self.text)
        lines = self.text.splitlines()
        pieces = [lines[number - 1] for number in self.damaged if number <= len(lines)]
        names = everyday_names(self.kind) if self.kind and pieces else {}
        pieces += [key for word, keys in names.items() for key in keys if word in "\n".join(pieces)]
        pieces += [str(each.args["better"]) for each in self.findings if "better" in each.args]
        held = [_scalars(_value(self.source.data, hole)) for hole in self.holes]
        held += [_own_id(self.source.data, hole) for hole in self.holes]
        return words_in("\n".join((*pieces, *(str(each) for many in held for each in many))))

    @cached_property
    def lean(self) -> Any:
        """The data without the entries of lists that a hole lies in."""
        return without_entries(self.data, (*self.holes, *self._damaged_entries()))

    def hides(self, where: Locator, line: int) -> bool:
        """Whether a place lies in a hole, or on a damaged line."""
        return line in self.damaged or any(
            where.path[: len(hole)] == hole for hole in self.holes if hole
        )

    def lacks(self, where: Locator, keys: Iterable[str]) -> bool:
        """Whether one of some keys beside a place may stand in a hole."""
        beside = where.path[:-1]
        return any(
            (*beside, key) in self.holes or (bool(self.damaged) and key in (self.words or ()))
            for key in keys
        )

    def _damaged_entries(self) -> Iterator[Path]:
        """The entry of a list of the file's own that each damaged line belongs to."""
        if not self.damaged or self.source is None or self.source.places is None:
            return
        starts = sorted(
            (self.source.span(Locator(self.path, path)).line, path)
            for path in self.source.places.index
            if len(path) == 2 and isinstance(path[1], int)  # noqa: PLR2004
        )
        for number in self.damaged:
            above = [path for line, path in starts if line <= number]
            if above:
                yield above[-1]


def parts_of(files: Iterable[FileText]) -> Iterator[FilePart]:
    """Read the files and check their shape; each with its findings."""
    for file in files:
        yield _part(file)


def kind_of(path: str) -> str | None:
    """Return which schema a file follows, from where it stands; None where nothing belongs."""
    if match := _TOP.fullmatch(path):
        return match["kind"] if match["kind"] in SINGLE else None
    if match := FOLDER.fullmatch(path):
        return "form" if match["forms"] else "process"
    return None


def _part(file: FileText) -> FilePart:
    kind = kind_of(file.path)
    read = read_yaml(file.path, file.raw)
    source, found = read.value, list(read.diagnostics)
    damaged: frozenset[int] = frozenset()
    text = source.text if source else None
    if source is None or has_errors(found):
        recovered = recover(file.path, file.raw, read)
        source, damaged, text = recovered.source, recovered.damaged, recovered.text
        found += recovered.more
    if kind is None:
        if read.value is not None and not has_errors(found):
            found.append(_unexpected(file.path))
        return FilePart(path=file.path, kind=None, source=source, text=text, findings=tuple(found))
    part = FilePart(path=file.path, kind=kind, source=source, damaged=damaged, text=text)
    if source is None:
        if any(each.rule in (EMPTY_FILE, NOT_A_MAPPING) for each in found):
            part = replace(part, text=None)  # what stood there may have named anything
        return _with(part, found)
    wrong = [
        each
        for each in check_shape(source, kind)
        if not _of_damage(each, part) and not _of_separator(each, source, found)
    ]
    found = [_in_words_of_schema(each, kind) for each in found]
    found += wrong
    if not damaged and not has_errors(wrong):
        return _with(part, found, data=source.data)
    mended = repaired(source.data, kind)
    return _with(part, found, data=mended.data, holes=tuple(mended.holes))


def _with(
    part: FilePart, found: list[Diagnostic], *, data: Any = None, holes: tuple[Path, ...] = ()
) -> FilePart:
    return FilePart(
        path=part.path,
        kind=part.kind,
        source=part.source,
        data=data,
        holes=holes,
        damaged=part.damaged,
        text=part.text,
        findings=tuple(found),
    )


def _of_damage(found: Diagnostic, part: FilePart) -> bool:
    """Whether a finding about shape only shows what a fault of the YAML has hidden."""
    if not part.damaged or part.source is None or not isinstance(found.where, Locator):
        return False
    span = part.source.span(found.where)
    if span.line in part.damaged:
        return True
    if found.rule is EMPTY_VALUE and span.line + 1 in part.damaged:
        return True
    key = str(found.args.get("key", "")) if found.rule is MISSING_KEY else ""
    lines = (part.text or "").splitlines()
    return bool(key) and any(key in lines[each - 1] for each in part.damaged if each <= len(lines))


def _of_separator(found: Diagnostic, source: YamlFile, before: Iterable[Diagnostic]) -> bool:
    """Whether a finding only shows that a list has become one entry."""
    if not isinstance(found.where, Locator):
        return False
    span = source.span(found.where)
    lists = [each.where for each in before if each.rule is LIST_SEPARATOR]
    return any(
        isinstance(each, Span)
        and (span.line, span.column) <= (each.line, each.column)
        and (each.end_line, each.end_column) <= (span.end_line, span.end_column)
        for each in lists
    )


def _in_words_of_schema(found: Diagnostic, kind: str) -> Diagnostic:
    """Let a cure name the key that was meant by an everyday word."""
    if found.rule is not FULL_WIDTH_COLON:
        return found
    keys = everyday_names(kind).get(str(found.args["word"]), frozenset())
    if len(keys) != 1:
        return found
    return replace(found, hint=Message(FULL_WIDTH_COLON.hint, {"word": next(iter(keys))}), fix=None)


def _unexpected(path: str) -> Diagnostic:
    match = _TOP.fullmatch(path)
    close = nearest(match["kind"], SINGLE) if match else None
    return UNEXPECTED_FILE.at(Span(path), close=close or "")


def _value(data: Any, path: Path) -> Any:
    """The value at a path; None where the path leads nowhere."""
    for part in path:
        if isinstance(part, str):
            data = data.get(part) if isinstance(data, dict) else None
        else:
            data = data[part] if isinstance(data, list) and part < len(data) else None
    return data


def _own_id(data: Any, hole: Path) -> Iterator[Any]:
    """The first value of the innermost entry of a list that a hole lies in: mostly its id."""
    for length in range(len(hole), 0, -1):
        entry = _value(data, hole[:length]) if isinstance(hole[length - 1], int) else None
        if isinstance(entry, dict):
            yield from list(entry.values())[:1]
            return


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _scalars(inner)
    elif value is not None:
        yield value
