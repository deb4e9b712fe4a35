"""What signatures come to: who had to sign, who did, and whether that is an approval."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from generator.model.form import Field, Form
from generator.model.handbook import Handbook
from generator.model.reference import Band, Parameter

SignedRow = Mapping[str, Any]
Concluded = Literal["", "approved", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a signature field comes to.

    `signed` are the ids of the roles in whose rows somebody signed without refusing, `refused`
    the rows that refuse. `missing` are the roles of whom each has to sign yet. `wanted` is the
    role that the band of `amount` names, where none high enough has signed; `unknown` says that
    the amount by which that goes is not there.
    """

    field: Field
    signed: tuple[str, ...] = ()
    refused: tuple[SignedRow, ...] = ()
    missing: tuple[str, ...] = ()
    amount: Decimal | None = None
    parameter: Parameter | None = None
    wanted: str = ""
    unknown: bool = False

    @property
    def approved(self) -> bool:
        """Whether all who have to have signed, and none of them refuses."""
        lacks = self.missing or self.wanted or self.unknown
        return bool(self.signed) and not self.refused and not lacks


def verdict(field: Field, values: Mapping[str, Any], handbook: Handbook) -> Verdict:
    """Return what the rows of a signature field come to, with the values of its form."""
    rows: Sequence[SignedRow] = values.get(field.field) or ()
    refusals = {each.source for each in field.refuses}
    refused = tuple(row for row in rows if row.get("conclusion") in refusals)
    granted = [row for row in rows if row.get("name") and row not in refused]
    roles = {_title(handbook, role): role for role in field.by}
    signed = tuple(roles[row["signer"]] for row in granted if row.get("signer") in roles)
    parameter = handbook.parameters.get(field.band or "")
    if parameter is not None and parameter.bands:
        return _by_band(field, parameter, values, (signed, refused))
    missing = tuple(role for role in field.by if field.sign == "all" and role not in signed)
    return Verdict(field=field, signed=signed, refused=refused, missing=missing)


def _by_band(
    field: Field,
    parameter: Parameter,
    values: Mapping[str, Any],
    rows: tuple[tuple[str, ...], tuple[SignedRow, ...]],
) -> Verdict:
    signed, refused = rows
    amount = values.get(field.amount or "")
    if not isinstance(amount, int | Decimal):
        return Verdict(
            field=field, signed=signed, refused=refused, parameter=parameter, unknown=True
        )
    sum_ = Decimal(amount)
    at = band_of(parameter.bands, sum_)
    able = {band.role for band in parameter.bands[at:]}
    return Verdict(
        field=field,
        signed=signed,
        refused=refused,
        amount=sum_,
        parameter=parameter,
        wanted="" if able.intersection(signed) else parameter.bands[at].role,
    )


def band_of(bands: Sequence[Band], amount: Decimal) -> int:
    """Return which band an amount falls into; a limit belongs to the band below it."""
    for at, band in enumerate(bands):
        limit = band.up_to.amount if band.up_to else None
        if limit is None or amount <= limit:
            return at
    return len(bands) - 1


def verdicts(form: Form, values: Mapping[str, Any], handbook: Handbook) -> dict[str, Verdict]:
    """Return the verdict of each signature field of a form, by field id."""
    return {
        each.field: verdict(each, values, handbook)
        for each in form.fields
        if each.type == "signature"
    }


def outcome(form: Form, found: Mapping[str, Verdict]) -> Concluded:
    """Return what a form comes to: any refusal refuses it, all approvals together approve it."""
    if any(each.refused for each in found.values()):
        return "refused"
    asked = [
        found[each.field]
        for each in form.fields
        if each.field in found and (is_approval(each) or found[each.field].signed)
    ]
    needed = [each for each in asked if each.signed or not each.field.optional]
    return "approved" if needed and all(each.approved for each in needed) else ""


def is_approval(field: Field) -> bool:
    """Whether a signature decides: it goes by amount, or some conclusion of it refuses."""
    return bool(field.band or field.refuses)


def deciding(form: Form, handbook: Handbook) -> frozenset[str]:
    """Return the signature fields that approve: by themselves, or because a step says so."""
    approved = {
        use.use.section
        for use in handbook.uses_by_form.get(form.id, ())
        if use.use.kind == "approve"
    }
    return frozenset(
        field.field
        for section in form.sections
        for field in section.fields
        if field.type == "signature"
        and (is_approval(field) or section.section in approved or None in approved)
    )


def self_approvals(
    field: Field, values: Mapping[str, Any], header: Iterable[Field]
) -> tuple[str, ...]:
    """Return the names under which somebody signs who filled in the form, as its header says."""
    fillers = {
        _folded(value)
        for each in header
        if each.type == "person" and isinstance(value := values.get(each.field), str)
    }
    rows: Sequence[SignedRow] = values.get(field.field) or ()
    return tuple(row["name"] for row in rows if row.get("name") and _folded(row["name"]) in fillers)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()


def _title(handbook: Handbook, role: str) -> str:
    found = handbook.roles.get(role)
    return found.title.source if found else role
