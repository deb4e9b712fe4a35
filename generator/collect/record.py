"""A filled form as data: who it is, its values, its key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal

Values = Mapping[str, Any]
OLD_FIELD = "field of another version"
FINDING = "finding"
PRINT = "changed print"
NUMBERLESS = "sha256:"  # begins the key of a form without a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person sees in the returned form and no field holds: a note, a comment, a picture.

    `kind` says in English what it is, `place` where it stands, in the words of the form: its
    section and the label or text nearest before it. `text` is what stands there; for a picture
    its description or name. A finding that leaves the record complete stands there as well.
    """

    kind: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Why a record is partial: somebody has to be asked, or something is missing or does not hold.

    `field` is the id of the field (empty for what concerns several), `place` its label, with table
    and row for a cell; `written` is what stands there and was not taken, empty where the value was.
    `code` is that of the finding, `says` its sentence in the language of the run that found it.
    """

    field: str
    place: str
    written: str
    code: str
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file that came in: its name, its SHA-256, and two times (UTC, ISO 8601; empty: unknown).

    `modified` is when the document says that it was saved, `received` when the file was put where
    it was found.
    """

    file: str
    source: str = ""
    modified: str = ""
    received: str = ""

    @property
    def is_ahead(self) -> bool:
        """Whether it says that it was saved long after it came; hours may be those of a zone."""
        if not (self.modified and self.received) or self.modified <= self.received:
            return False
        came = datetime.fromisoformat(self.received) + timedelta(days=1)
        return datetime.fromisoformat(self.modified) > came


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What a version says otherwise than the one before it.

    `field` is the id of the field (empty for a remark), `place` its label, with table and row for
    a cell; `before` and `after` are the values as people write them, empty where there is none.
    """

    field: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRecord:
    """The values of one filled form, and all that a person sees in it besides.

    `values` holds, by field id: a single value, the tuple of options ticked, for a table the
    tuple of its rows, for a signature the tuple of what each signer filled in. Empty fields are
    left out. `number` is the document number in the header. `arrivals` are the files that brought
    this content, the first one first.

    `version` counts the contents that came under one key, from 1, in the order of the documents'
    own times; `is_newest` marks the last of them; `changes` is what differs from the one before.
    `kept_as` is the key where the number stands on forms of several people.

    `remarks` is what no field holds. A record is partial if and only if it has `open_points`, and
    they say why. `recovered` names the fields (ids) whose value was found by its
    label or its place in the table, because the file has lost the control. `outcome` says what
    the signatures come to: a refused form can be complete, and one not yet decided has none. One
    is approved and partial only where sections behind the last approval are still empty.
    """

    form: str
    code: str
    form_version: str
    edition: str
    language: str
    number: str
    values: Values
    arrivals: tuple[Arrival, ...] = ()
    state: Literal["complete", "partial"] = "complete"
    version: int = 1
    is_newest: bool = True
    kept_as: str = ""
    digest: str = ""
    changes: tuple[Amendment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    recovered: tuple[str, ...] = ()
    outcome: Literal["", "approved", "refused"] = ""

    @property
    def key(self) -> str:
        """The document number; without one, the digest of the file that came first."""
        source = self.arrivals[0].source if self.arrivals else ""
        return self.kept_as or self.number or f"{NUMBERLESS}{source or self.digest}"

    @property
    def file(self) -> str:
        """The name of the file that came first."""
        return self.arrivals[0].file if self.arrivals else ""

    @property
    def modified(self) -> str:
        """When the first of its documents says that it was saved."""
        return self.arrivals[0].modified if self.arrivals else ""

    @property
    def saved(self) -> str:
        """When it was saved, as far as that can be: not after it came in."""
        first = self.arrivals[0] if self.arrivals else Arrival(file="")
        return first.received if first.is_ahead else first.modified


def parts_of(noted: Arrival | Remark | OpenPoint | Amendment) -> dict[str, str]:
    """Return what is noted by the names of its parts; `asdict` would copy each text."""
    return {name: getattr(noted, name) for name in noted.__slots__}


def digest_of(
    form: str,
    values: Values,
    remarks: tuple[Remark, ...] = (),
    open_points: tuple[OpenPoint, ...] = (),
) -> str:
    """Return the SHA-256 of all that stands in a form, whatever the order of its fields.

    Two copies that differ only in a remark are two contents: a comment may take back the whole.
    """
    content: list[Any] = [form, plain_values(values)]
    if remarks or open_points:
        content.append(sorted([each.kind, each.place, each.text] for each in remarks))
        content.append(sorted([each.field, each.place, each.written] for each in open_points))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def plain_values(value: Any) -> Any:
    """Return values as JSON knows them: dates as ISO 8601, decimals as text, every digit kept."""
    match value:
        case str() | None:  # most values; to ask for a mapping first takes longer
            return value
        case Mapping():
            return {name: plain_values(each) for name, each in value.items()}
        case tuple() | list():
            return [plain_values(each) for each in value]
        case Decimal():
            return exact(value)
        case date() | time():
            return value.isoformat()
        case _:
            return value


def exact(value: Decimal) -> str:
    """Return all digits of a number, without noughts behind its last decimal."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def in_words(value: Any) -> str:
    """Return a value as a line of text: options and rows one behind the other."""
    match value:
        case None:
            return ""
        case tuple() | list():
            return "; ".join(in_words(each) for each in value)
        case Mapping():
            return ", ".join(f"{name}: {in_words(each)}" for name, each in value.items())
        case _:
            return str(plain_values(value))
