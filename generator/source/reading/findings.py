"""All findings about files and YAML (HB001 to HB059), and how those of one file are gathered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.base.diagnostics import (
    Argument,
    Diagnostic,
    Fix,
    Message,
    Related,
    Rule,
    Safety,
    Span,
)
from generator.source.reading.character_rules import CHARACTER_RULES
from generator.source.reading.content_rules import CONTENT_RULES, DRAWING_RULES
from generator.source.reading.file_rules import FILE_RULES, NAME_RULES
from generator.source.reading.fixes import fix_of
from generator.source.reading.lines import Lines
from generator.source.reading.slip_rules import SLIP_RULES
from generator.source.reading.structure_rules import (
    MORE_FINDINGS,
    STRUCTURE_RULES,
    TEXT_TOO_LONG,
    TOO_MANY_VALUES,
)
from generator.source.reading.syntax_rules import SYNTAX_RULES

READING_RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *FILE_RULES,
            *CHARACTER_RULES,
            *SYNTAX_RULES,
            *STRUCTURE_RULES,
            *CONTENT_RULES,
            *DRAWING_RULES,
            *SLIP_RULES,
            *NAME_RULES,
        ),
        key=lambda rule: rule.code,
    )
)
SKETCHED: tuple[Rule, ...] = (
    *FILE_RULES,
    *CONTENT_RULES,
    *DRAWING_RULES,
    *NAME_RULES,
    TOO_MANY_VALUES,
    TEXT_TOO_LONG,
    MORE_FINDINGS,
)
"""Rules whose examples only sketch the case: folder listings, and files too long to print."""

LISTED = 50
"""How many findings of one kind are listed for one file."""
MOST_MENDED = 10_000
"""How many findings of one kind are mended together; a file with more is hardly a text."""


class Findings:
    """Gathers the findings of one file, at most `LISTED` of a kind."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._found: list[tuple[int, Diagnostic]] = []
        self._counts: Counter[str] = Counter()
        self._beyond: dict[str, list[Fix | None]] = {}
        self._places: set[tuple[str, int]] = set()
        self._lines: Lines | None = None

    @property
    def lines(self) -> Lines:
        """The lines of the file."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def span(self, start: int, end: int) -> Span:
        """The place of the characters [start, end)."""
        return self.lines.span(self.path, start, end)

    def add(
        self,
        rule: Rule,
        start: int,
        end: int,
        *,
        first: tuple[int, int] | None = None,
        hint: Message | None = None,
        fix: Fix | None = None,
        **args: Argument,
    ) -> None:
        """Note a finding at the characters [start, end); `first` is where the same stood before.

        `hint` is its cure where the rule has none that fits.
        """
        if (rule.code, start) in self._places:
            return
        self._counts[rule.code] += 1
        if self._counts[rule.code] > LISTED:
            if self._counts[rule.code] <= MOST_MENDED:
                made = fix or fix_of(rule, self.path, self.lines, (start, end), args)
                self._beyond.setdefault(rule.code, []).append(made)
            return
        self._places.add((rule.code, start))
        related: tuple[Related, ...] = ()
        if first is not None:
            related = (Related(self.span(*first), Message("It stands here first.")),)
        where = self.span(start, end)
        fix = fix or fix_of(rule, self.path, self.lines, (start, end), args)
        self._found.append((start, rule.at(where, hint=hint, related=related, fix=fix, **args)))

    def __contains__(self, rule: Rule) -> bool:
        return rule.code in self._counts

    def lines_of(self, rules: Iterable[Rule]) -> set[int]:
        """The lines, counted from 0, on which findings of some rules stand."""
        codes = {rule.code for rule in rules}
        return {self.lines.number(at) for at, found in self._found if found.rule.code in codes}

    def all(self) -> tuple[Diagnostic, ...]:
        """The findings in the order of the text, and how many more there are.

        Where there are more, one fix mends all of a kind: made one by one, each would bring the
        next ones to light.
        """
        found = [note for _, note in sorted(self._found, key=lambda item: item[0])]
        end = len(self.text)
        for code, count in self._counts.items():
            if count > LISTED:
                fixes = [each.fix for each in found if each.rule.code == code]
                found = [
                    replace(each, fix=None) if each.rule.code == code else each for each in found
                ]
                fix = _together([*fixes, *self._beyond[code]]) if count <= MOST_MENDED else None
                more = count - LISTED
                found.append(MORE_FINDINGS.at(self.span(end, end), fix=fix, count=more, code=code))
        return tuple(found)


def _together(fixes: Sequence[Fix | None]) -> Fix | None:
    """The fix that mends all of some findings; none where one has none."""
    known = [each for each in fixes if each is not None]
    if not known or len(known) < len(fixes):
        return None
    safe = all(each.safety is Safety.SAFE for each in known)
    edits = tuple(edit for each in known for edit in each.edits)
    return Fix(edits, Safety.SAFE if safe else Safety.ASKS)
