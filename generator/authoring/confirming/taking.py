"""Works out which confirmations of a returned workbook can be written into the YAML, and where."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from generator.authoring.confirming.names import is_name
from generator.authoring.confirming.sheet import FilledRow, contradictory, filled_rows
from generator.authoring.editing.workspace import Workspace, new_findings
from generator.base.diagnostics import N_, Diagnostic, Edit, Message
from generator.base.refusals import is_refusal, says_no
from generator.checking.pipeline import Checked
from generator.model.control import Confirmation, Revision
from generator.model.form import Form
from generator.model.grounds import Confirmable, state_of, statements
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.reference import Parameter
from generator.publish.refusal import Refused

# Words may be confirmed while they are written: a year before the first edition is too early.
_BEFOREHAND = timedelta(days=366)
_BEGINNING = date(2000, 1, 1)
_BEHIND = ("basis", "title", "kpi", "risk", "record")
_PLAIN = re.compile(r"[\w.-][\w. -]*[\w.-]|\w")
# What asks for another text than the one to be confirmed.
_CHANGE = re.compile(
    r"改[为成]|应[当该]?[为是]|\b(?:should|must) (?:be|read|say)\b|\binstead\b", re.IGNORECASE
)
_NO_DAY = N_("“{day}” is no day; write it like 2026-12-05")
_OTHERWISE = N_("it says something else now than when the sheet was made")
_REWRITTEN = N_(
    "its sentence was changed in the sheet, so that something else was confirmed than the handbook "
    "says; change the handbook first, then send a new sheet"
)
_SERIAL = N_("“{day}” is a bare number; if it means {meant}, write it like that")
_FUTURE = N_("“{day}” has not come yet")
_TOO_EARLY = N_("“{day}” is long before the document was written on {written}")
_NOBODY = N_("“{by}” is neither a role of the handbook nor the name of a person")
_OUTSIDE = N_("“{by}” is not one of the company, which alone can confirm")
_OBJECTS = N_("its remark objects: “{remark}”; settle that first, then empty it and import again")
_NO_MARK = N_(
    "its mark is gone, so nobody can tell what it confirms; take the row from a new sheet"
)
_UNREADABLE = N_("The handbook cannot be read as it is: see `handbook check`.")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was not taken, or not all of it, and why."""

    row: FilledRow
    why: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """What becomes of a returned workbook; nothing is written yet.

    `taken` are rows whose confirmation is new, `known` those that stand in the YAML already,
    `left_out` says what of the rest was not taken; `waiting` counts the rows nobody filled in.
    """

    workspace: Workspace
    checked: Checked
    taken: tuple[FilledRow, ...]
    known: tuple[FilledRow, ...]
    left_out: tuple[LeftOut, ...]
    waiting: int
    findings: tuple[Diagnostic, ...] = ()

    @property
    def refused(self) -> int:
        """How many rows were not taken at all."""
        kept = {(each.sheet, each.row) for each in (*self.taken, *self.known)}
        return len({(each.row.sheet, each.row.row) for each in self.left_out} - kept)


def take(root: Path, raw: bytes, today: date) -> Taking:
    """Read a workbook and put its confirmations beside the statements that they confirm.

    What is confirmed on a day after `today` is not taken.

    Raises:
        NoWorkbook: the file is no workbook with open points.
        Refused: a file of the handbook cannot be read or changed.
    """
    rows = filled_rows(raw)
    workspace = Workspace(root)
    checked = workspace.check()
    if checked.handbook is None:
        raise Refused(Message(_UNREADABLE))
    desk = _Desk(checked, checked.handbook, today)
    torn = contradictory(rows)
    for row in rows:
        desk.judge(row, torn)
    if not workspace.edit_checked(checked, desk.edits.values()):
        raise Refused(Message(_UNREADABLE))
    found = new_findings(checked.diagnostics, workspace.check().diagnostics) if desk.edits else ()
    return Taking(
        workspace=workspace,
        checked=checked,
        taken=tuple(desk.taken),
        known=tuple(desk.known),
        left_out=tuple(desk.left_out),
        waiting=sum(row.empty for row in rows),
        findings=found,
    )


@dataclass
class _Desk:
    """Judges one row after the other."""

    checked: Checked
    book: Handbook
    today: date
    edits: dict[str, Edit] = field(default_factory=dict)
    taken: list[FilledRow] = field(default_factory=list)
    known: list[FilledRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @cached_property
    def _points(self) -> Mapping[str, Confirmable]:
        return {each.name: each for each in statements(self.book)}

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        """Roles by id and by title; a title that two roles have means neither."""
        titles = [each.title.source for each in self.book.organization.roles]
        named = {
            each.title.source: str(each.role)
            for each in self.book.organization.roles
            if titles.count(each.title.source) == 1
        }
        return named | {str(each.role): str(each.role) for each in self.book.organization.roles}

    def judge(self, row: FilledRow, torn: frozenset[str]) -> None:
        """Take a row, or say why not; what is empty waits."""
        if row.empty:
            return
        filled = bool(row.by or row.on_text)
        if row.remark and not (filled and _objects(row.remark)):
            text = N_("its remark stays in the workbook: “{remark}”")
            self.left_out.append(LeftOut(row, Message(text, {"remark": row.remark})))
        if not filled:
            return
        why = self._why_not(row, torn)
        if why:
            self.left_out.append(LeftOut(row, why))

    def _why_not(self, row: FilledRow, torn: frozenset[str]) -> Message | None:
        """Take a row if nothing speaks against it."""
        point = self._points.get(row.name)
        who = self._who(row.by) if row.by else None
        when = self._when(row, point) if point and row.on else None
        changed = bool(row.shown) and row.shown != row.seen
        reasons: tuple[tuple[bool, Message | None], ...] = (
            (not row.name, Message(_NO_MARK)),
            (point is None, Message(N_("nothing of this name is in the handbook any more"))),
            (not row.by, Message(N_("who confirmed it is missing"))),
            (not row.on_text, Message(N_("the day is missing"))),
            (row.on is None, _no_day(row)),
            (who is not None, who),
            (when is not None, when),
            (_objects(row.remark), Message(_OBJECTS, {"remark": row.remark})),
            (row.name in torn, Message(N_("two rows confirm it in different ways"))),
            (bool(point and row.state != state_of(point.statement)), Message(_OTHERWISE)),
            (changed, Message(_REWRITTEN)),
        )
        why = next((why for holds, why in reasons if holds), None)
        if why or point is None or row.on is None:
            return why
        by, version = self._roles.get(row.by, row.by), _version(self.book, point)
        return self._put(row, point, Confirmation(by=by, on=row.on, version=version))

    def _who(self, by: str) -> Message | None:
        """Return what speaks against somebody as the one who confirms."""
        role = self.book.roles.get(self._roles.get(by, ""))
        if role is not None and role.external:
            return Message(_OUTSIDE, {"by": by})
        return None if role or is_name(by) else Message(_NOBODY, {"by": by})

    def _when(self, row: FilledRow, point: Confirmable) -> Message | None:
        """Return what speaks against a day: it is to come, or long before the words were there."""
        day = row.on
        if day is None:
            return None
        if day > self.today:
            return Message(_FUTURE, {"day": day.isoformat()})
        revisions = _revisions(self.book, point)
        first = min((each.date for each in revisions), default=_BEGINNING)
        if day < first - _BEFOREHAND:
            args = {"day": day.isoformat(), "written": first.isoformat()}
            return Message(_TOO_EARLY, args)
        return None

    def _put(self, row: FilledRow, point: Confirmable, given: Confirmation) -> Message | None:
        own = point.statement.confirmed
        if own is not None and (own.by, own.on) == (given.by, given.on):
            self.known.append(row)
            return None
        if own is not None:
            text = N_("it is confirmed already, by {by} on {day}")
            return Message(text, {"by": own.by, "day": own.on.isoformat()})
        file = self.checked.sources.get(point.where.file)
        group = file.places.value(point.where.path) if file and file.places else None
        if not isinstance(group, dict):
            return Message(N_("its place in the file cannot be found"))
        behind = next((key for key in _BEHIND if key in group), "")
        if row.name not in self.edits:
            self.taken.append(row)
        self.edits[row.name] = Edit(point.where / "confirmed", written(given), behind)
        return None


def _objects(remark: str) -> bool:
    """Whether a remark says no, or asks for another text: then nothing is confirmed."""
    return bool(remark) and (
        says_no(remark) or is_refusal(remark) or _CHANGE.search(remark) is not None
    )


def written(confirmation: Confirmation) -> str:
    """Return a confirmation as it stands in YAML."""
    parts = [f"by: {_scalar(confirmation.by)}", f"on: {confirmation.on.isoformat()}"]
    if confirmation.version:
        parts.append(f"version: {_scalar(confirmation.version)}")
    return f"{{{', '.join(parts)}}}"


def _scalar(text: str) -> str:
    simple = _PLAIN.fullmatch(text) and not re.match(r"[-.\d]", text)
    words = {"null", "true", "false", "yes", "no", "on", "off", "~"}
    return text if simple and text.casefold() not in words else json.dumps(text, ensure_ascii=False)


def _version(book: Handbook, point: Confirmable) -> str | None:
    """The version of the document in which a statement stands."""
    revisions = _revisions(book, point)
    return revisions[0].version if revisions else None


def _revisions(book: Handbook, point: Confirmable) -> tuple[Revision, ...]:
    if isinstance(point.document, Process | Form):
        return point.document.revisions
    file = book.parameter_file if isinstance(point.document, Parameter) else book.organization
    return file.revisions


def _no_day(row: FilledRow) -> Message:
    if row.serial is None:
        return Message(_NO_DAY, {"day": row.on_text})
    return Message(_SERIAL, {"day": row.on_text, "meant": row.serial.isoformat()})
