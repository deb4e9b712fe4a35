"""Who asked for what a form is about: nobody approves what they ask for themselves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from generator.base.plain import folded
from generator.collect.signatures import SignedRow
from generator.model.form import Field, Form

_PREPARES: Final = re.compile(
    r"申请人|申报人|经办|填报|填表|填写人|编制|制单|制表|拟稿|拟制|报告人|提出人|提交人|发起人|报销人|请购"
    r"|applicant|applied|request(?:er|or|ed)|prepar(?:er|ed)|submitt(?:er|ed)|originat|filled in",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_BETWEEN: Final = re.compile(r"[、,;/&+|\n]| and | 和 | 及 ")
_NO_NAME: Final = re.compile(r"[\d\W_]+|(?:签字|签名|签章|签|signed(?: by)?)$")


def self_approvals(
    field: Field,
    values: Mapping[str, Any],
    header: Iterable[Field],
    form: Form,
    deciding: Collection[str],
) -> tuple[str, ...]:
    """Return the names under which somebody signs who filled in the form, or asked for it.

    Those are the persons of the header, fields whose label says so (`申请人`, “Prepared by”), and
    who signed as such.
    """
    own: set[str] = set()
    for name in _preparers(values, header, form, deciding):
        own |= _names(name)
    rows: Sequence[SignedRow] = values.get(field.field) or ()
    return tuple(row["name"] for row in rows if row.get("name") and _names(row["name"]) & own)


def _preparers(
    values: Mapping[str, Any], header: Iterable[Field], form: Form, deciding: Collection[str]
) -> Iterator[str]:
    for each in header:
        if each.type == "person" and isinstance(value := values.get(each.field), str):
            yield value
    for each in form.fields:
        value = values.get(each.field)
        if each.field in deciding or not _PREPARES.search(each.label.source):
            continue
        if each.type in {"person", "text"} and isinstance(value, str):
            yield value
        elif each.type == "signature":
            yield from (row["name"] for row in value or () if row.get("name"))


def _names(text: str) -> set[str]:
    """Return the names in a text, for comparing: `Ann Lee (signed)` and `lee ann` are one."""
    plain = _BRACKETS.sub(" ", folded(text).casefold())
    found = {_key(plain), *(_key(each) for each in _BETWEEN.split(plain))}
    return {each for each in found if each}


def _key(name: str) -> str:
    words = [_NO_NAME.sub("", each) for each in name.split()]
    latin = all(each.isascii() for each in words)
    # One letter alone is an initial, or part of a name that somebody set wide apart.
    whole = latin and all(len(each) > 1 for each in words)
    return "".join(sorted(words) if whole else words)
