"""Keeps the records of a group of files in one step; each commit takes as long as some readings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.base.diagnostics import Diagnostic
    from generator.collect.record import FormRecord
    from generator.collect.store import Added, Keeper, StoreProblem
    from generator.model.handbook import Handbook

_SHOWN = 120  # characters of a fault


@dataclass(slots=True)
class Looked:
    """A file that was looked at: what is said of it, the record in it, what became of that.

    `is_form` is false for what is left aside, because it is no Word file.
    """

    name: str
    findings: list[Diagnostic]
    record: FormRecord | None = None
    added: Added | None = None
    is_form: bool = True


@dataclass(slots=True)
class Shelf:
    """Where records are kept; `stopped` is the problem that all further ones would meet."""

    handbook: Handbook
    keepers: Sequence[Keeper]
    stopped: StoreProblem | None = None

    def keep(self, group: Iterable[Looked]) -> None:
        """Keep the records of a group; where one stops the others, each is tried by itself."""
        full = [each for each in group if each.record is not None]
        if self.stopped is not None or not self._together(full):
            for each in full:
                self._alone(each)

    def _together(self, group: Sequence[Looked]) -> bool:
        """Keep all records or none; tell whether they are kept."""
        try:
            with ExitStack() as stack:
                for keeper in reversed(self.keepers):  # what lasts is the first to be finished
                    stack.enter_context(keeper.together())
                added = [self._add(each) for each in group]
        except Exception:  # noqa: BLE001 - what is wrong is said of the one that it is wrong with
            return False
        for each, one in zip(group, added, strict=True):
            each.added = one
        return True

    def _alone(self, one: Looked) -> None:
        from generator.base.diagnostics import Span
        from generator.collect.store import StoreProblem
        from generator.rules.declared.arrivals import NOT_STORED

        problem = self.stopped
        try:
            if problem is None:
                one.added = self._add(one)
        except StoreProblem as met:
            problem = met
            self.stopped = met if met.lasting else None
        except Exception as error:  # noqa: BLE001 - one that stops us must not stop the others
            one.findings.append(fault(one.name, error))
        if problem is not None:
            one.findings.append(NOT_STORED.at(Span(one.name), reason=problem.says))

    def _add(self, one: Looked) -> Added | None:
        record = one.record
        if record is None:
            return None
        form = self.handbook.forms[record.form]
        added = [each.add(record, form) for each in self.keepers]
        return added[0]


def fault(name: str, error: Exception) -> Diagnostic:
    """Return what is said of a file that the program itself fails at."""
    from generator.base.diagnostics import Span
    from generator.rules.declared.arrivals import FAULT

    return FAULT.at(Span(name), reason=f"{type(error).__name__}: {error}"[:_SHOWN])
