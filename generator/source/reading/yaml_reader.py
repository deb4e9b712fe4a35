"""Reads one YAML file: the only module that knows the YAML library."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import yaml

from generator.base.diagnostics import Result
from generator.source.reading.character_rules import CHARACTER_RULES
from generator.source.reading.characters import is_plain, refuse
from generator.source.reading.decoding import decode
from generator.source.reading.findings import Findings
from generator.source.reading.slip_rules import SWALLOWED_ENTRY
from generator.source.reading.slips import without_slips
from generator.source.reading.structure_rules import (
    DIRECTIVE,
    EMPTY_FILE,
    IGNORE_COMMENT,
    NOT_A_MAPPING,
    SEVERAL_DOCUMENTS,
)
from generator.source.reading.syntax import SyntaxFault, explain
from generator.source.reading.syntax_rules import FULL_WIDTH_COLON, MISSING_SPACE, SYNTAX
from generator.source.reading.tree import TreeBuilder
from generator.source.reading.yaml_file import Ignore, Places, YamlFile

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # PyYAML was built without libyaml

    class _Parser(  # type: ignore[no-redef]
        yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser
    ):
        """The parser in Python, twenty times slower."""

        def __init__(self, text: str) -> None:
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_REMARK = re.compile(r"#[ \t]*handbook[ \t]*:[^\r\n]*")
_IGNORE = re.compile(
    r"#[ \t]*handbook[ \t]*:[ \t]*ignore[ \t]*"
    r"\[[ \t]*(HB\d{3}(?:[ \t]*,[ \t]*HB\d{3})*)[ \t]*\][ \t]*(.*)"
)


def read_yaml(path: str, raw: bytes) -> Result[YamlFile]:
    """Read the bytes of a file of the handbook.

    `path` is relative to the handbook's root, with `/`. The values are those of the YAML 1.2
    core schema that JSON has. There is no value when the file cannot be understood; there is
    one beside findings when only single places are wrong, such as a duplicate key.
    """
    decoded = decode(path, raw)
    if decoded.value is None:
        return Result(None, decoded.diagnostics)
    text = decoded.value
    findings = Findings(path, text)
    judged = without_slips(text, findings)
    plain = is_plain(judged)
    builder = TreeBuilder(judged, findings, is_plain=plain)
    _parse(judged if plain else refuse(judged, findings), builder)
    source = _source(path, builder) if not builder.refused else None
    if source is not None and judged != text:
        source = replace(source, text=text)
    found = findings.all()
    if source is None:  # what is no YAML shows nothing of how its lines belong together
        follow = {SWALLOWED_ENTRY.code} | ({SYNTAX.code} if NOT_A_MAPPING in findings else set())
        found = tuple(each for each in found if each.rule.code not in follow)
    return Result(source, found)


def _parse(text: str, builder: TreeBuilder) -> None:
    """Feed the builder, up to the first error of syntax."""
    try:
        _feed(text, builder)
    except yaml.MarkedYAMLError as error:
        builder.refused = True
        _explain(error, builder.findings)
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser in Python trips over escapes such as \\UFFFFFFFF.
        builder.refused = True
        explain(SyntaxFault("", "", 0, 0), builder.findings)


def _feed(text: str, builder: TreeBuilder) -> None:
    take = {
        yaml.ScalarEvent: builder.scalar,
        yaml.SequenceStartEvent: builder.sequence,
        yaml.MappingStartEvent: builder.mapping,
        yaml.SequenceEndEvent: builder.end,
        yaml.MappingEndEvent: builder.end,
        yaml.AliasEvent: builder.alias,
    }
    next_event = _Parser(text).get_event
    event: Any = next_event()
    while event is not None and not builder.stopped:
        handler = take.get(type(event))
        if handler is not None:
            handler(event)
        elif type(event) is yaml.DocumentStartEvent:
            _begin_document(event, builder)
        event = next_event()


def _begin_document(event: Any, builder: TreeBuilder) -> None:
    start: int = event.start_mark.index
    directive = _DIRECTIVE.search(builder.text, 0, start + 1) if not builder.roots else None
    if directive:
        builder.findings.add(DIRECTIVE, *directive.span())
        builder.refused = True
    if builder.roots:
        builder.findings.add(SEVERAL_DOCUMENTS, start, start + 3)
        builder.refused = builder.stopped = True


def _explain(error: yaml.MarkedYAMLError, findings: Findings) -> None:
    at: int = error.problem_mark.index if error.problem_mark else 0
    context_at: int = error.context_mark.index if error.context_mark else at
    if findings.lines.number(at) in findings.lines_of(CHARACTER_RULES):
        return  # the character told already is the cause
    explain(SyntaxFault(error.context or "", error.problem or "", context_at, at), findings)


def _source(path: str, builder: TreeBuilder) -> YamlFile | None:
    findings, text = builder.findings, builder.text
    data = builder.roots[0] if builder.roots else None
    if not builder.roots or (data is None and not builder.last):
        findings.add(EMPTY_FILE, 0, 0)
        return None
    if not isinstance(data, dict):
        if FULL_WIDTH_COLON not in findings and MISSING_SPACE not in findings:
            findings.add(NOT_A_MAPPING, builder.marks[0], builder.marks[1])
        return None
    places = Places(text, data, builder.marks)
    return YamlFile(path, text, data, _ignores(places, findings), places)


def _ignores(places: Places, findings: Findings) -> tuple[Ignore, ...]:
    """The comments that silence findings, even without a reason; unclear ones are told."""
    if "handbook" not in places.text:
        return ()
    remarks = {found.start(): found for found in _REMARK.finditer(places.text)}
    ignores: list[Ignore] = []
    for start in places.comments(list(remarks)):
        remark = remarks[start][0].rstrip()
        found = _IGNORE.fullmatch(remark)
        if found:
            codes = tuple(code.strip() for code in found[1].split(","))
            ignores.append(Ignore(codes, found[2], findings.span(start, start + len(remark))))
        else:
            findings.add(IGNORE_COMMENT, start, start + len(remark))
    return tuple(ignores)
