"""The way from file texts to a checked handbook: read, shape, bind, rules; all in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.base.diagnostics import Diagnostic, Locator, Message, Severity, Span, has_errors
from generator.base.rubbish import nothing_thrown_away
from generator.checking.cascades import without_cascades
from generator.checking.crowds import thinned
from generator.checking.cures import cured
from generator.checking.followed import independent
from generator.checking.lost_files import without_lost
from generator.checking.merging import merged
from generator.checking.partial import PartialHandbook, judged
from generator.checking.parts import kind_of, parts_of
from generator.model.handbook import Handbook
from generator.source.reading.yaml_file import FileText, YamlFile
from generator.source.shape_rules import MISSING_FILE, UNCHANGEABLE_RULE
from generator.source.suppression import FIXED, apply_suppressions

__all__ = ["Checked", "check", "kind_of", "with_findings"]

# What compares files with each other, or with the list of chapters: a copy is told by its name.
_AMONG_FILES = frozenset({"HB213", "HB214", "HB234", "HB701"})
_REQUIRED = ("handbook", "organization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of a check: the handbook (None when it could not be put together) and findings.

    `incomplete` tells that a file is missing from the model because of its own errors; `unread`
    are the files of which not all is in the model. `texts` are the other files that were read
    (pages, catalogues), of which reports show lines too. `elsewhere` counts the errors and warnings
    of all other files, where the findings are those of some files alone.
    """

    handbook: Handbook | None
    sources: Mapping[str, YamlFile]
    diagnostics: tuple[Diagnostic, ...]
    incomplete: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    elsewhere: tuple[int, int] | None = None

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return has_errors(self.diagnostics)

    def text(self, span: Span) -> str:
        """Return the text in which a place lies; empty where a whole file is meant that is no YAML.

        Lines are parted by line feeds.
        """
        source = self.sources.get(span.file)
        if source:
            return source.text
        return "" if span == Span(span.file) else self.texts.get(span.file, "")

    def span(self, where: Locator | Span) -> Span:
        """Turn a place of a finding into lines and columns."""
        if isinstance(where, Span):
            return where
        source = self.sources.get(where.file)
        return source.span(where) if source else Span(where.file)


def check(files: Iterable[FileText], found: Sequence[Diagnostic] = (), pages: str = "") -> Checked:
    """Check the texts of all files under `processes/`; `found` are findings of listing them.

    `pages` are the hand-written pages, which may cite what the YAML defines.
    """
    with nothing_thrown_away():
        return _checked(files, found, pages)


def _checked(files: Iterable[FileText], found: Sequence[Diagnostic], pages: str) -> Checked:
    parts = tuple(parts_of(files))
    missing = _missing_files(part.path for part in parts)
    partial = PartialHandbook(
        parts=parts,
        missing=frozenset(missing),
        refused=frozenset(
            finding.where.file
            for finding in found
            if finding.weight is Severity.ERROR and finding.where.file.startswith("processes")
        ),
    )
    diagnostics = [*found, *(each for part in parts for each in part.findings)]
    diagnostics += [
        MISSING_FILE.at(Span(path), file=path) for path in missing if path not in partial.refused
    ]
    # Rules are many modules: only what checks a handbook loads them.
    from generator.rules.registry import check_rules

    handbook, more = judged(partial, lambda book, unjudged: check_rules(book, unjudged, pages))
    more = [each for each in more if not _of_name(each, partial.refused)]
    diagnostics = [*cured([*diagnostics, *independent(more)], handbook)]
    diagnostics += _unchangeable(handbook)
    checked = Checked(
        handbook=handbook if partial.has_settings else None,
        sources={part.path: part.source for part in parts if part.source},
        diagnostics=(),
        incomplete=not partial.whole,
        unread=partial.unread,
    )
    kinds = {*(part.kind for part in parts), *(kind_of(path) for path in partial.refused)}
    diagnostics = [*without_lost(diagnostics, kinds, handbook.settings.codes)]
    told = without_cascades(thinned(diagnostics), checked.sources, checked.span, kind_of)
    ordered = _ordered(told, checked)
    # What the rules could not judge in broken files, no comment there can have silenced.
    kept = apply_suppressions(ordered, checked.sources, checked.span, complete=partial.whole)
    return _with(checked, merged(kept, checked.span))


def with_findings(checked: Checked, found: Iterable[Diagnostic]) -> Checked:
    """Return a check with the findings of later steps, weighed by the handbook's own options."""
    return _with(checked, thinned(found))


def _with(checked: Checked, found: Iterable[Diagnostic]) -> Checked:
    book = checked.handbook
    weighed = [_weighed(each, book) if book else each for each in found]
    return replace(checked, diagnostics=_ordered((*checked.diagnostics, *weighed), checked))


def _of_name(found: Diagnostic, refused: Collection[str]) -> bool:
    """Whether a finding only shows that a file or folder may not have the name that it has."""
    if found.rule.code not in _AMONG_FILES or not refused:
        return False
    places = (found.where, *(each.where for each in found.related))
    return any(each.file in refused or each.file.rpartition("/")[0] in refused for each in places)


def _missing_files(paths: Iterable[str]) -> list[str]:
    there = {kind_of(path) for path in paths}
    return [f"processes/{kind}.yml" for kind in _REQUIRED if kind not in there]


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
        (checked.span(finding.where), finding.rule.code, repr(finding.args)): finding
        for finding in found
        if finding.rule.code not in off
    }
    return tuple(placed[key] for key in sorted(placed))
