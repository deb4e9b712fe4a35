"""Keeps the records of a group of files in one step; each commit takes as long as some readings."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.base.diagnostics import Diagnostic
    from generator.collect.record import FormRecord
    from generator.collect.store import Added, Keeper, StoreProblem
    from generator.model.handbook import Handbook

_SHOWN = 120  # characters of a fault


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at: what is said of it, the record in it, what became of that.

    `is_form` is false for what is left aside, because it is no Word file.
    """

    name: str
    findings: tuple[Diagnostic, ...]
    record: FormRecord | None = None
    added: Added | None = None
    is_form: bool = True


class Shelf:
    """Where records are kept; `stopped` is the problem that all further ones would meet."""

    def __init__(self, handbook: Handbook, keepers: Sequence[Keeper]) -> None:
        self.handbook = handbook
        self.keepers = keepers
        self.stopped: StoreProblem | None = None

    def keep(self, group: Sequence[Looked]) -> Sequence[Looked]:
        """Keep the records of a group; where one stops the others, each is tried by itself."""
        together = self._together(group) if self.stopped is None else None
        return together or [self._alone(each) for each in group]

    def _together(self, group: Sequence[Looked]) -> Sequence[Looked] | None:
        """Keep all records, or none of them."""
        try:
            with ExitStack() as stack:
                for keeper in reversed(self.keepers):  # what lasts is the first to be finished
                    stack.enter_context(keeper.together())
                return [self._kept(each) for each in group]
        except Exception:  # noqa: BLE001 - what is wrong is said of the one that it is wrong with
            return None

    def _alone(self, one: Looked) -> Looked:
        from generator.base.diagnostics import Span
        from generator.collect.store import StoreProblem
        from generator.rules.declared.arrivals import NOT_STORED

        problem = self.stopped
        try:
            if problem is None or one.record is None:
                return self._kept(one)
        except StoreProblem as met:
            problem = met
            self.stopped = met if met.lasting else None
        except Exception as error:  # noqa: BLE001 - one that stops us must not stop the others
            return replace(one, findings=(*one.findings, fault(one.name, error)))
        said = NOT_STORED.at(Span(one.name), reason=problem.says)
        return replace(one, findings=(*one.findings, said))

    def _kept(self, one: Looked) -> Looked:
        if one.record is None:
            return one
        form = self.handbook.forms[one.record.form]
        added = [each.add(one.record, form) for each in self.keepers]
        return replace(one, added=added[0])


def fault(name: str, error: Exception) -> Diagnostic:
    """Return what is said of a file that the program itself fails at."""
    from generator.base.diagnostics import Span
    from generator.rules.declared.arrivals import FAULT

    return FAULT.at(Span(name), reason=f"{type(error).__name__}: {error}"[:_SHOWN])
