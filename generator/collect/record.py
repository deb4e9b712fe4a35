"""A filled form as data: who it is, its values, its key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a person sees in the returned form and no field holds: a note, a comment, a picture.

    `kind` says in English what it is, `place` where it stands, in the words of the form: its
    section and the label or text nearest before it. `text` is what stands there; for a picture
    its description or name.
    """

    kind: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A value that stands in the form and was not taken, because somebody has to be asked.

    `field` is the id of the field, `place` its label, with table and row for a cell; `written` is
    what stands there, `code` that of the finding which says what is unclear.
    """

    field: str
    place: str
    written: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRecord:
    """The values of one filled form, and all that a person sees in it besides.

    `values` holds, by field id: a single value, the tuple of options ticked, for a table the
    tuple of its rows, for a signature the tuple of what each signer filled in. Empty fields are
    left out. `number` is the document number in the header; `version` counts the contents that
    came under one key, from 1; `repeated` marks a content that came before.

    `remarks` is what no field holds, `open_points` what a field holds and was not taken; a record
    with open points is partial. `recovered` names the fields (ids) whose value was found by its
    label or its place in the table, because the file has lost the control.
    """

    form: str
    code: str
    form_version: str
    edition: str
    language: str
    file: str
    number: str
    values: Values
    state: Literal["complete", "partial"] = "complete"
    version: int = 1
    digest: str = field(default="")
    repeated: bool = False
    remarks: tuple[Remark, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    recovered: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The document number; without one, the digest of the values."""
        return self.number or f"sha256:{self.digest}"


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
    """Return values as JSON knows them: dates as ISO 8601, decimals as numbers of their digits."""
    match value:
        case Mapping():
            return {name: plain_values(each) for name, each in value.items()}
        case tuple() | list():
            return [plain_values(each) for each in value]
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date() | time():
            return value.isoformat()
        case _:
            return value
