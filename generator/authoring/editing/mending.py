"""Mends findings whose cure is known, and takes back whatever would lead to another finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.authoring.editing.workspace import Workspace, mark_of, new_findings
from generator.base.diagnostics import Diagnostic, Safety
from generator.checking.pipeline import Checked
from generator.publish.refusal import Refused

Wanted = Callable[[Checked, Diagnostic], bool]
_ROUNDS = 20  # of fixes that only show when others are made
_DEPTH = 4  # of fixes that mend what another fix has brought to light


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What was mended, as it stood before, and what could not be; nothing is written yet.

    `before` is the check in which the places of `mended` and `harmful` stand; `after` holds
    what is left.
    """

    workspace: Workspace
    before: Checked
    after: Checked
    mended: tuple[Diagnostic, ...]
    harmful: tuple[Diagnostic, ...]


def fixable(found: Diagnostic, *safeties: Safety) -> bool:
    """Whether a finding has a fix of one of some classes."""
    return found.fix is not None and found.fix.safety in safeties


def mend(root: Path, wanted: Wanted, checked: Checked | None = None) -> Mending:
    """Work out what becomes of a handbook's files when the fixes that are wanted are made.

    A fix after which there would be a finding that was not there before, or after which its own
    is still there, is not made. `checked` is the check of the files as they are, where it is known.
    """
    return _Mender(Workspace(root), wanted, checked).mend()


def promised(root: Path, checked: Checked, counts: Wanted) -> Checked:
    """Return a check whose findings carry only those fixes that mending would make.

    `counts` tells of which findings that is asked, such as those in some files.
    """
    for safeties in ((Safety.SAFE,), (Safety.SAFE, Safety.ASKS)):
        offered = [each for each in checked.diagnostics if fixable(each, safeties[-1])]
        if not offered:
            continue
        refused = _refused(root, checked, offered, counts, safeties)
        kept = (
            replace(each, fix=None) if each in offered and mark_of(each) in refused else each
            for each in checked.diagnostics
        )
        checked = replace(checked, diagnostics=tuple(kept))
    return checked


def _refused(
    root: Path,
    checked: Checked,
    offered: Sequence[Diagnostic],
    counts: Wanted,
    safeties: tuple[Safety, ...],
) -> set[Hashable]:
    """The marks of the findings that mending would leave, of those that are offered."""
    try:
        mending = mend(
            root, lambda now, each: fixable(each, *safeties) and counts(now, each), checked
        )
    except Refused:  # a file that cannot be changed now: mending would say so, and change nothing
        return set(map(mark_of, offered))
    return set(map(mark_of, mending.harmful))


class _Mender:
    """One run over a handbook: `checked` is how it stands by now."""

    def __init__(
        self, workspace: Workspace, wanted: Wanted, checked: Checked | None = None
    ) -> None:
        self.workspace = workspace
        self.wanted = wanted
        self.before = self.checked = workspace.check() if checked is None else checked
        self.mended: list[Diagnostic] = []
        self.harmful: dict[Hashable, Diagnostic] = {}

    def mend(self) -> Mending:
        for _ in range(_ROUNDS):
            waiting = self._waiting(self.checked.diagnostics)
            if not waiting or not self._try(waiting):
                break
        return Mending(
            workspace=self.workspace,
            before=self.before,
            after=self.checked,
            mended=tuple(self.mended),
            harmful=tuple(self.harmful.values()),
        )

    def _waiting(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [
            each
            for each in found
            if each.fix is not None
            and mark_of(each) not in self.harmful
            and self.wanted(self.checked, each)
        ]

    def _try(self, waiting: Sequence[Diagnostic]) -> bool:
        """Make fixes, all or by halves those that do no harm; tell whether any was made."""
        if self._all(waiting):
            return True
        if len(waiting) == 1:
            self.harmful[mark_of(waiting[0])] = waiting[0]
            return False
        middle = len(waiting) // 2
        first = self._try(waiting[:middle])
        if first:  # places have moved: what is left is looked for anew
            return True
        return self._try(waiting[middle:])

    def _all(self, waiting: Sequence[Diagnostic]) -> bool:
        """Make all of some fixes, with what they bring to light; take back what does harm."""
        changed, start, made = self.workspace.snapshot(), self.checked, list(self.mended)
        fixes = waiting
        for _ in range(_DEPTH):
            edits = [edit for each in fixes if each.fix for edit in each.fix.edits]
            if not self.workspace.edit_checked(self.checked, edits):
                break
            self.mended += fixes
            self.checked = self.workspace.check()
            harm = new_findings(start.diagnostics, self.checked.diagnostics)
            if not harm and _are_gone(waiting, start, self.checked):
                return True
            fixes = self._waiting(harm)
            if not harm or len(fixes) < len(harm):
                break
        self.workspace.restore(changed)
        self.checked, self.mended = start, made
        return False


def _are_gone(mended: Iterable[Diagnostic], before: Checked, after: Checked) -> bool:
    """Whether each finding that was mended is there once less."""
    there = Counter(map(mark_of, before.diagnostics))
    there.subtract(Counter(map(mark_of, mended)))
    return not Counter(map(mark_of, after.diagnostics)) - +there
