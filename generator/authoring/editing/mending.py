"""Mends findings whose cure is known, and takes back whatever would lead to another finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from generator.authoring.editing.workspace import Workspace, mark_of, new_findings
from generator.base.diagnostics import Diagnostic, Place, Safety, Span
from generator.checking.pipeline import Checked
from generator.publish.refusal import Refused

Wanted = Callable[[Checked, Diagnostic], bool]
_Point: TypeAlias = "tuple[str, int | tuple[str | int, ...]]"  # file, line or path of an entry
_ROUNDS = 20  # of fixes that only show when others are made
_DEPTH = 4  # of fixes that mend what another fix has brought to light
_FEW = 4  # of fixes that are still tried one by one where each seems to do harm
_MOST_CHECKS = 12  # of the whole handbook, to learn which fixes can be promised


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What was mended, as it stood before, and what could not be; nothing is written yet.

    `before` is the check in which the places of `mended` and `harmful` stand; `after` holds
    what is left. `untried` are fixes for which there was no check left.
    """

    workspace: Workspace
    before: Checked
    after: Checked
    mended: tuple[Diagnostic, ...]
    harmful: tuple[Diagnostic, ...]
    untried: tuple[Diagnostic, ...] = ()


def fixable(found: Diagnostic, *safeties: Safety) -> bool:
    """Whether a finding has a fix of one of some classes."""
    return found.fix is not None and found.fix.safety in safeties


def mend(
    root: Path, wanted: Wanted, checked: Checked | None = None, most: int | None = None
) -> Mending:
    """Work out what becomes of a handbook's files when the fixes that are wanted are made.

    A fix after which there would be a finding that was not there before, or after which its own
    is still there, is not made. `checked` is the check of the files as they are, where it is known.
    After about `most` checks of the handbook no further fix is tried.
    """
    return _Mender(Workspace(root), wanted, checked, most).mend()


def promised(root: Path, checked: Checked, counts: Wanted) -> Checked:
    """Return a check whose findings carry only those fixes that mending would make.

    `counts` tells of which findings that is asked, such as those in some files. Where that would
    take too many checks, the last fixes are not promised.
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
            root,
            lambda now, each: fixable(each, *safeties) and counts(now, each),
            checked,
            _MOST_CHECKS,
        )
    except Refused:  # a file that cannot be changed now: mending would say so, and change nothing
        return set(map(mark_of, offered))
    return {mark_of(each) for each in (*mending.harmful, *mending.untried)}


class _Mender:
    """One run over a handbook: `checked` is how it stands by now."""

    def __init__(
        self,
        workspace: Workspace,
        wanted: Wanted,
        checked: Checked | None = None,
        most: int | None = None,
    ) -> None:
        self.workspace = workspace
        self.wanted = wanted
        self.left = most
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
            untried=tuple(self._waiting(self.checked.diagnostics)),
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
        """Make fixes, all or those of a part that do no harm; tell whether any was made."""
        if self.left is not None and self.left <= 0:
            return False
        trial = self._all(waiting)
        if trial is None:
            return True
        blamed = trial.blames(waiting, self.checked)
        if len(waiting) == 1 or len(waiting) == len(blamed.surely) > _FEW:
            self.harmful |= {mark_of(each): each for each in waiting}
            return False
        first, second = blamed.parted(waiting)
        # Where some were made, places have moved: what is left is looked for anew.
        return self._try(first) or self._try(second)

    def _all(self, waiting: Sequence[Diagnostic]) -> _Trial | None:
        """Make all of some fixes, with what they bring to light; None if that does no harm.

        What does harm is taken back, and what speaks against it is returned.
        """
        changed, start, made = self.workspace.snapshot(), self.checked, list(self.mended)
        fixes, trial = waiting, _Trial()
        for _ in range(_DEPTH):
            edits = [edit for each in fixes if each.fix for edit in each.fix.edits]
            if not self.workspace.edit_checked(self.checked, edits):
                break
            self.mended += fixes
            self.checked = self._check()
            harm = new_findings(start.diagnostics, self.checked.diagnostics)
            staying = _staying(waiting, start, self.checked)
            if not harm and not staying:
                return None
            trial = _Trial(
                staying, frozenset(p for d in harm for p in _points(self.checked, d.where))
            )
            fixes = self._waiting(harm)
            if not harm or len(fixes) < len(harm):
                break
        self.workspace.restore(changed)
        self.checked, self.mended = start, made
        return trial

    def _check(self) -> Checked:
        if self.left is not None:
            self.left -= 1
        return self.workspace.check()


@dataclass(frozen=True, slots=True)
class _Trial:
    """What speaks against fixes made together: findings that stay, where there are new ones."""

    staying: frozenset[Hashable] = frozenset()
    points: frozenset[_Point] = frozenset()

    def blames(self, waiting: Sequence[Diagnostic], checked: Checked) -> _Blamed:
        """Return which fixes have seemingly done it; `checked` is how it stood before them."""
        surely, near = [], []
        files = {file for file, _ in self.points}
        for each in waiting:
            edits = each.fix.edits if each.fix else ()
            points = {point for edit in edits for point in _points(checked, edit.where)}
            if mark_of(each) in self.staying or not points.isdisjoint(self.points):
                surely.append(each)
            elif not files.isdisjoint(file for file, _ in points):
                near.append(each)
        return _Blamed(surely, near)


@dataclass(frozen=True, slots=True)
class _Blamed:
    """Fixes at whose own place, and others in whose file, there is a new finding."""

    surely: list[Diagnostic]
    near: list[Diagnostic]

    def parted(
        self, waiting: Sequence[Diagnostic]
    ) -> tuple[Sequence[Diagnostic], Sequence[Diagnostic]]:
        """Return two parts to be tried apart, those that seem to do no harm first."""
        for blamed in (self.surely, self.near):
            if 0 < len(blamed) < len(waiting):
                marks = set(map(id, blamed))
                return [each for each in waiting if id(each) not in marks], blamed
        middle = len(waiting) // 2
        return waiting[:middle], waiting[middle:]


def _points(checked: Checked, where: Place) -> tuple[_Point, ...]:
    """Where something is: its line and, for a value in YAML, the entries that it lies in."""
    line = (where.file, checked.span(where).line)
    if isinstance(where, Span):
        return (line,)
    return line, *((where.file, where.path[:end]) for end in range(3, len(where.path) + 1))


def _staying(mended: Iterable[Diagnostic], before: Checked, after: Checked) -> frozenset[Hashable]:
    """The marks of findings that were mended and are not there once less."""
    there = Counter(map(mark_of, before.diagnostics))
    marks = Counter(map(mark_of, mended))
    there.subtract(marks)
    return frozenset(marks) & frozenset(Counter(map(mark_of, after.diagnostics)) - +there)
