"""The way from file texts to a checked handbook: read, shape, bind, rules; all in one run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.base.diagnostics import Diagnostic, Locator, Message, Severity, Span, has_errors
from generator.base.nearest import nearest
from generator.model.form import Form
from generator.model.handbook import Handbook
from generator.model.organization import Organization
from generator.model.process import Process
from generator.model.reference import GlossaryFile, InformationFile, ParameterFile, SourcesFile
from generator.model.settings import Settings
from generator.notation.text import code_pattern
from generator.source.binding import Binder
from generator.source.reading.source import FileText, SourceFile
from generator.source.reading.yaml_reader import read_source
from generator.source.shape import check_shape
from generator.source.shape_rules import MISSING_FILE, UNCHANGEABLE_RULE, UNEXPECTED_FILE
from generator.source.suppression import FIXED, apply_suppressions

T = TypeVar("T")

_SINGLE: Mapping[str, type] = {
    "handbook": Settings,
    "organization": Organization,
    "parameters": ParameterFile,
    "glossary": GlossaryFile,
    "information": InformationFile,
    "sources": SourcesFile,
}
_REQUIRED = ("handbook", "organization")
_FOLDER = re.compile(r"processes/(?P<chapter>[^/]+)/(?P<forms>forms/)?(?P<id>[^/]+)\.ya?ml")
_TOP = re.compile(r"processes/(?P<kind>[^/]+)\.ya?ml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a check: the handbook (None when it could not be put together) and findings.

    `incomplete` tells that a file is missing from the model because of its own errors.
    """

    handbook: Handbook | None
    sources: Mapping[str, SourceFile]
    diagnostics: tuple[Diagnostic, ...]
    incomplete: bool = False

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.diagnostics)

    def span(self, where: Locator | Span) -> Span:
        """Turn a place of a finding into lines and columns."""
        if isinstance(where, Span):
            return where
        source = self.sources.get(where.file)
        return source.span(where) if source else Span(where.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The files of a handbook after reading and shape check, before binding."""

    shaped: Mapping[str, SourceFile] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()


def check(files: Iterable[FileText], found: Sequence[Diagnostic] = ()) -> Checked:
    """Check the texts of all files under `processes/`; `found` are findings of listing them."""
    diagnostics = list(found)
    sources: dict[str, SourceFile] = {}
    broken: set[str] = set()
    for each in files:
        result = read_source(each.path, each.raw)
        diagnostics += result.diagnostics
        if result.value is not None:
            sources[each.path] = result.value
        if result.value is None or has_errors(result.diagnostics):
            broken.add(each.path)
    shaped: dict[str, SourceFile] = {}
    for path, source in sources.items():
        # What a slip in the YAML makes of the shape would only hide the slip.
        wrong = _shape(path, source) if path not in broken else ()
        diagnostics += wrong
        if path not in broken and not has_errors(wrong):
            shaped[path] = source
        else:
            broken.add(path)
    for path in _missing_files((*sources, *broken)):
        diagnostics.append(MISSING_FILE.at(Span(path), file=path))
        broken.add(path)
    draft = Draft(shaped=shaped, broken=frozenset(broken))
    handbook, more = _bind(draft)
    diagnostics += more
    if handbook is not None:
        # Rules are many modules: a handbook that cannot be bound does not load them.
        from generator.rules.registry import check_rules

        diagnostics += check_rules(handbook, draft.broken)
        diagnostics += _unchangeable(handbook)
    checked = Checked(
        handbook=handbook, sources=sources, diagnostics=(), incomplete=bool(draft.broken)
    )
    ordered = _ordered(diagnostics, checked)
    # What the rules could not judge in broken files, no comment there can have silenced.
    kept = apply_suppressions(ordered, sources, checked.span, complete=not checked.incomplete)
    return with_findings(checked, kept)


def with_findings(checked: Checked, found: Iterable[Diagnostic]) -> Checked:
    """Return a check with the findings of later steps, weighed by the handbook's own options."""
    book = checked.handbook
    weighed = [_weighed(each, book) if book else each for each in found]
    return replace(checked, diagnostics=_ordered((*checked.diagnostics, *weighed), checked))


def kind_of(path: str) -> str | None:
    """Return which schema a file follows, from where it stands; None where nothing belongs."""
    if match := _TOP.fullmatch(path):
        return match["kind"] if match["kind"] in _SINGLE else None
    if match := _FOLDER.fullmatch(path):
        return "form" if match["forms"] else "process"
    return None


def _shape(path: str, source: SourceFile) -> tuple[Diagnostic, ...]:
    kind = kind_of(path)
    if kind is None:
        match = _TOP.fullmatch(path)
        close = nearest(match["kind"], _SINGLE) if match else None
        return (UNEXPECTED_FILE.at(Span(path), close=close or ""),)
    return check_shape(source, kind)


def _missing_files(paths: Iterable[str]) -> list[str]:
    there = {kind_of(path) for path in paths}
    return [f"processes/{kind}.yml" for kind in _REQUIRED if kind not in there]


def _bind(draft: Draft) -> tuple[Handbook | None, list[Diagnostic]]:
    by_kind: dict[str, list[SourceFile]] = {}
    for path, source in draft.shaped.items():
        by_kind.setdefault(kind_of(path) or "", []).append(source)
    if "handbook" not in by_kind:
        return None, []
    scheme = by_kind["handbook"][0].data
    codes = scheme.get("codes") if isinstance(scheme, dict) else None
    binder = Binder(code_pattern(_code_schemes(codes)))
    single = {
        kind: _bind_file(binder, cls, by_kind[kind][0])
        for kind, cls in _SINGLE.items()
        if kind in by_kind
    }
    settings: Settings = single["handbook"]
    order: dict[str, int] = {each.chapter: number for number, each in enumerate(settings.chapters)}
    processes = _bind_folder(binder, Process, by_kind.get("process", []), order)
    forms = _bind_folder(binder, Form, by_kind.get("form", []), order)
    handbook = Handbook(
        settings=settings,
        organization=single.get("organization", Organization()),
        parameter_file=single.get("parameters", ParameterFile()),
        glossary=single.get("glossary", GlossaryFile()),
        information=single.get("information", InformationFile()),
        sources=single.get("sources", SourcesFile()),
        process_list=processes,
        form_list=forms,
        references=tuple(binder.references),
    )
    return handbook, binder.diagnostics


def _code_schemes(codes: Any) -> dict[str, str]:
    schemes = {
        "process": "P-{chapter}-{number}",
        "form": "FM-{chapter}-{number}",
        "parameter": "PA-{number}",
    }
    return {**schemes, **codes} if isinstance(codes, dict) else schemes


def _bind_file(binder: Binder, cls: type, source: SourceFile) -> Any:
    data: Any = source.data
    return binder.bind(cls, data, Locator(source.path))


def _bind_folder(
    binder: Binder, cls: type[T], sources: Iterable[SourceFile], order: Mapping[str, int]
) -> tuple[T, ...]:
    bound: list[tuple[int, str, str, T]] = []
    for source in sources:
        match = _FOLDER.fullmatch(source.path)
        if match is None:
            continue
        data: Any = source.data
        chapter, own = match["chapter"], match["id"]
        value = binder.bind(cls, data, Locator(source.path), id=own, chapter=chapter)
        bound.append((order.get(chapter, len(order)), str(data["code"]), own, value))
    return tuple(each[3] for each in sorted(bound, key=lambda each: each[:3]))


def _options(handbook: Handbook) -> Mapping[str, str]:
    """The options that hold: a file that cannot be read or bound is never passed over."""
    rules = handbook.settings.rules
    return {code: option for code, option in rules.items() if not code.startswith(FIXED)}


def _unchangeable(handbook: Handbook) -> Iterable[Diagnostic]:
    settings = handbook.settings
    if not settings.rules:
        return
    # Only handbooks with options of their own need the list of all rules.
    from generator.rules.catalogue import all_rules

    known = all_rules()
    for code in settings.rules:
        if code not in known:
            says = Message("there is no such rule.")
        elif code.startswith(FIXED):
            says = Message("without it a file would be missing from the handbook.")
        else:
            continue
        yield UNCHANGEABLE_RULE.at((settings.where / "rules" / code).key, rule=code, says=says)


def _weighed(found: Diagnostic, handbook: Handbook) -> Diagnostic:
    """Give a finding the severity that the handbook's own options say."""
    option = _options(handbook).get(found.rule.code)
    if option is None or option == "off":
        return found
    return replace(found, severity=Severity(option))


def _ordered(found: Iterable[Diagnostic], checked: Checked) -> tuple[Diagnostic, ...]:
    options = _options(checked.handbook) if checked.handbook else {}
    off = {code for code, option in options.items() if option == "off"}
    placed = {
        (checked.span(each.where), each.rule.code, repr(each.args)): each
        for each in found
        if each.rule.code not in off
    }
    return tuple(placed[key] for key in sorted(placed))
