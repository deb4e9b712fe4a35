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
class FormRecord:
    """The values of one filled form.

    `values` holds, by field id: a single value, the tuple of options ticked, for a table the
    tuple of its rows, for a signature the tuple of what each signer filled in. Empty fields are
    left out. `number` is the document number in the header; `version` counts the contents that
    came under one key, from 1; `repeated` marks a content that came before.
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

    @property
    def key(self) -> str:
        """The document number; without one, the digest of the values."""
        return self.number or f"sha256:{self.digest}"


def digest_of(form: str, values: Values) -> str:
    """Return the SHA-256 of the values, whatever the order of fields."""
    text = json.dumps([form, plain_values(values)], ensure_ascii=False, sort_keys=True)
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
