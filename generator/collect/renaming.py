"""The tags of fields that had other names in an older version of the form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.form import Field


def renamed_fields(fields: Iterable[Field]) -> dict[str, str]:
    """Return the names that fields and columns (`table.column`) once had: old → new."""
    names: dict[str, str] = {}
    for field in fields:
        names |= dict.fromkeys(field.formerly, field.field)
        for inner in field.columns:
            names |= {f"{field.field}.{old}": inner.field for old in inner.formerly}
    return names


def new_tag(tag: str, renamed: Mapping[str, str]) -> str:
    """Return the tag that a place has today."""
    if not renamed:
        return tag
    signed = tag.startswith("sign.")
    head, dot, rest = tag.removeprefix("sign.").partition(".")
    head = renamed.get(head, head)
    rest = renamed.get(f"{head}.{rest}", rest)
    return ("sign." if signed else "") + head + dot + rest
