"""Each file as far as it can be judged: what was read, what can be bound, and where holes are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.base.diagnostics import Diagnostic, Locator, Message, Span, has_errors
from generator.base.nearest import nearest
from generator.checking.file_part import FilePart, value_at
from generator.model.form import Form
from generator.model.organization import Organization
from generator.model.process import Process
from generator.model.reference import GlossaryFile, InformationFile, ParameterFile, SourcesFile
from generator.model.settings import Settings
from generator.source.as_meant import Meant, meant_readings
from generator.source.reading.file_rules import CALL_IT
from generator.source.reading.slip_rules import LIST_SEPARATOR
from generator.source.reading.structure_rules import DUPLICATE_KEY, EMPTY_FILE, NOT_A_MAPPING
from generator.source.reading.syntax_rules import FULL_WIDTH_COLON, INDENTATION, SYNTAX
from generator.source.reading.yaml_file import FileText, Path, YamlFile
from generator.source.reading.yaml_reader import read_yaml
from generator.source.recovery import Recovered, recover
from generator.source.repair import repaired
from generator.source.schemas import everyday_names
from generator.source.shape import check_shape
from generator.source.shape_rules import (
    EMPTY_VALUE,
    MISSING_KEY,
    OUT_OF_RANGE,
    UNEXPECTED_FILE,
    UNKNOWN_KEY,
)

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
_OUT_OF_LINE = (INDENTATION, SYNTAX, DUPLICATE_KEY)
# A key that nobody knows is misspelt, wherever it stands.
_NAMES_KEYS = (UNKNOWN_KEY,)
_TOP = re.compile(r"processes/(?P<kind>[^/]+)\.ya?ml")


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
    damaged, edited = frozenset[int](), frozenset[int]()
    text = source.text if source else None
    if source is None or has_errors(found):
        recovered = recover(file.path, file.raw, read)
        source, damaged, text = recovered.source, recovered.damaged, recovered.text
        meant = _meant(file.path, kind, found, recovered) if read.value is None else None
        if meant is not None:
            source, damaged, edited = meant.source, frozenset(), meant.edited
        if not any(each.rule is NOT_A_MAPPING for each in found):
            found += recovered.more if meant is None else meant.more
    if kind is None:
        if read.value is not None and not has_errors(found):
            found.append(_unexpected(file.path))
        return FilePart(path=file.path, kind=None, source=source, text=text, findings=tuple(found))
    part = FilePart(
        path=file.path, kind=kind, source=source, damaged=damaged, edited=edited, text=text
    )
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
    if damaged:
        found, wrong = _outside_broken_blocks(found, wrong, source)
    found += wrong
    if not (damaged or edited or has_errors(wrong)):
        return _with(part, found, data=source.data)
    mended = repaired(source.data, kind)
    part = replace(part, guesses=tuple(mended.guesses))
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
        guesses=part.guesses,
        damaged=part.damaged,
        edited=part.edited,
        text=part.text,
        findings=tuple(found),
    )


def _meant(
    path: str, kind: str | None, found: list[Diagnostic], recovered: Recovered
) -> Meant | None:
    """The reading of a broken file that fits its schema as well as what is left without the fault.

    None where no guess does.
    """
    if kind is None or recovered.text is None:
        return None
    least: int | None = None
    if recovered.source is not None:
        rest = FilePart(
            path=path,
            kind=kind,
            source=recovered.source,
            damaged=recovered.damaged,
            text=recovered.text,
        )
        least = sum(not _of_damage(each, rest) for each in check_shape(recovered.source, kind))
        least += len(recovered.more)
    fitting: list[tuple[int, int, Meant]] = []
    for number, meant in enumerate(meant_readings(path, recovered.text, found)):
        wrong = [
            meant.source.span(each.where).line in meant.edited
            for each in check_shape(meant.source, kind)
            if isinstance(each.where, Locator)
        ]
        if least is None or wrong.count(False) + len(meant.more) <= least:
            fitting.append((len(wrong) + len(meant.more), number, meant))
        if not wrong and not meant.more:
            break
    return min(fitting, key=lambda each: each[:2])[2] if fitting else None


def _of_damage(found: Diagnostic, part: FilePart) -> bool:
    """Whether a finding about shape only shows what a fault of the YAML has hidden."""
    unsure = part.damaged | part.edited
    if not unsure or part.source is None or not isinstance(found.where, Locator):
        return False
    span = part.source.span(found.where)
    held = value_at(part.source.data, found.where.path)
    last = span.line if isinstance(held, dict | list) else span.end_line
    if unsure & set(range(span.line, last + 1)):
        return True
    if found.rule is EMPTY_VALUE and span.line + 1 in part.damaged:
        return True
    if found.rule is OUT_OF_RANGE and part.damaged & set(range(span.line, span.end_line + 3)):
        return True  # an entry of the list may stand there
    key = str(found.args.get("key", "")) if found.rule is MISSING_KEY else ""
    lines = (part.text or "").splitlines()
    return bool(key) and any(key in lines[each - 1] for each in part.damaged if each <= len(lines))


def _outside_broken_blocks(
    found: list[Diagnostic], wrong: list[Diagnostic], source: YamlFile
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Leave out what is told of a block below the first line in it that is out of line.

    Where no guess puts such a line in its place, nothing in its block is where it belongs: the
    block is that of a key at the left edge.
    """
    lines = source.text.split("\n")
    blocks: list[int] = []
    for line in lines:
        begins = bool(line[:1].strip()) and line[:1] not in "#-"
        blocks.append((blocks[-1] if blocks else 0) + begins)
    first: dict[int, int] = {}
    for each in found:
        if each.rule in (INDENTATION, SYNTAX) and isinstance(each.where, Span):
            block = blocks[min(each.where.line, len(blocks)) - 1]
            first.setdefault(block, each.where.line)

    def follows(each: Diagnostic) -> bool:
        span = source.span(each.where) if isinstance(each.where, Locator) else each.where
        block = blocks[min(max(span.line, 1), len(blocks)) - 1]
        own = isinstance(each.where, Span) and span.line == first.get(block)
        return block in first and each.rule not in _NAMES_KEYS and not own

    return (
        [each for each in found if not (each.rule in _OUT_OF_LINE and follows(each))],
        [each for each in wrong if not follows(each)],
    )


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
    hint = Message(CALL_IT, {"better": f"{close}.yml"}) if close else None
    return UNEXPECTED_FILE.at(Span(path), hint=hint)
