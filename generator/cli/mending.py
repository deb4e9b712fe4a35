"""`check --fix`: mends what can be mended, asks where it guesses, and says what it did."""

from __future__ import annotations

import sys
from collections.abc import Hashable
from typing import TYPE_CHECKING

import click

from generator.base.diagnostics import N_, Diagnostic, Message, Safety
from generator.base.i18n import Catalogue
from generator.cli.places import limited, seen_from_here
from generator.cli.printing import print_line
from generator.cli.setting import CommonOptions

if TYPE_CHECKING:
    from generator.checking.pipeline import Checked


def mend_handbook(setting: CommonOptions, paths: tuple[str, ...], *, guesses: bool) -> None:
    """Write what mends findings, in some files or in all; with `guesses` also what was meant.

    On a terminal each guess is asked about. What was mended, and what would have led to other
    findings, is told on the way.
    """
    from generator.authoring.editing.mending import fixable, mend

    answers: dict[Hashable, bool] = {}

    def wanted(checked: Checked, found: Diagnostic) -> bool:
        if paths and found not in limited(checked, paths).diagnostics:
            return False
        if fixable(found, Safety.SAFE):
            return True
        if not guesses or not fixable(found, Safety.ASKS):
            return False
        return _on_terminal() is False or _asked(setting, checked, found, answers)

    mending = mend(setting.root, wanted)
    words = setting.words(mending.after)
    for found in mending.mended:
        setting.tell(_line(setting, words, found, mending.before, N_("Mended: {finding}")))
    for found in mending.harmful:
        text = N_("Not mended, as it would lead to another finding: {finding}")
        setting.tell(_line(setting, words, found, mending.before, text))
    written = mending.workspace.write()
    for path in written.paths:
        setting.tell(words.say(Message("Written: {path}", {"path": path})))


def with_kept_promises(setting: CommonOptions, checked: Checked, paths: tuple[str, ...]) -> Checked:
    """Return a check that offers only fixes that `--fix` and `--fix-all` would make."""
    from generator.authoring.editing.mending import promised

    def counts(now: Checked, found: Diagnostic) -> bool:
        return not paths or found in limited(now, paths).diagnostics

    return promised(setting.root, checked, counts)


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(
    setting: CommonOptions, checked: Checked, found: Diagnostic, answers: dict[Hashable, bool]
) -> bool:
    from generator.authoring.editing.workspace import mark_of
    from generator.report.fixes import edits_of

    mark = mark_of(found)
    if mark not in answers:
        words = setting.words(checked)
        print_line(_line(setting, words, found, checked, "{finding}"))
        for edit in edits_of(checked, found)[:1]:
            before = checked.text(edit.span).split("\n")[edit.span.line - 1]
            last = edit.span.end_column - 1 if edit.span.end_line == edit.span.line else None
            behind = before[last:] if last is not None else ""
            print_line(f"  - {before.strip()}")
            print_line(f"  + {(before[: edit.span.column - 1] + edit.text + behind).strip()}")
        question = words.say(Message(N_("Change it so?")))
        answers[mark] = click.confirm(question, default=False, err=True)
    return answers[mark]


def _line(
    setting: CommonOptions, words: Catalogue, found: Diagnostic, checked: Checked, text: str
) -> str:
    span = checked.span(found.where)
    place = f"{seen_from_here(setting.root)}{span.file}:{span.line}:{span.column}"
    finding = f"{place}: {found.rule.code} {words.say(found.message)}"
    return words.say(Message(text, {"finding": finding})) if text != "{finding}" else finding
