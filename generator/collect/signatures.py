"""What signatures come to: who had to sign, who did, and whether that is an approval."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal

from generator.base.refusals import is_refusal
from generator.base.remembered import remembered
from generator.model.authority import Authority
from generator.model.form import Field, Form, FormSection
from generator.model.handbook import Handbook
from generator.model.reference import Band

SignedRow = Mapping[str, Any]
Concluded = Literal["", "approved", "refused"]
# The labels of signatures that decide, whatever the form says of their conclusions.
_DECIDES: Final = re.compile(
    r"批准|审批|核准|核定|审核|审定|复核|签发|特批|裁定|放行|approv|authori[sz]|sanction|endors|review",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a signature field comes to.

    `signed` are the ids of the roles in whose rows somebody signed without refusing, `refused`
    the rows that refuse, `denied` the lists in its section in which a refusal was chosen.
    `missing` are the roles of whom each has to sign yet. `wanted` is the role that the band of
    `amount` names, where none high enough has signed; `unknown` says that the amount by which
    that goes is not there.
    """

    field: Field
    signed: tuple[str, ...] = ()
    refused: tuple[SignedRow, ...] = ()
    denied: tuple[Field, ...] = ()
    missing: tuple[str, ...] = ()
    amount: Decimal | None = None
    authority: Authority | None = None
    wanted: str = ""
    unknown: bool = False

    @property
    def refuses(self) -> bool:
        """Whether it is refused, by a conclusion or by a list beside it."""
        return bool(self.refused or self.denied)

    @property
    def approved(self) -> bool:
        """Whether all who have to have signed, and none of them refuses."""
        lacks = self.missing or self.wanted or self.unknown
        return bool(self.signed) and not self.refuses and not lacks


def verdict(
    field: Field,
    values: Mapping[str, Any],
    handbook: Handbook,
    denied: tuple[Field, ...] = (),
) -> Verdict:
    """Return what the rows of a signature field come to, with the values of its form."""
    rows: Sequence[SignedRow] = values.get(field.field) or ()
    refused = tuple(row for row in rows if _is_refused(field, row.get("conclusion")))
    granted = [row for row in rows if row.get("name") and row not in refused]
    roles = {_title(handbook, role): role for role in field.by}
    signed = tuple(roles[row["signer"]] for row in granted if row.get("signer") in roles)
    authority = handbook.authorities.get(field.band or "")
    if authority is not None:
        return replace(_by_band(field, authority, values, (signed, refused)), denied=denied)
    missing = tuple(role for role in field.by if field.sign == "all" and role not in signed)
    return Verdict(field=field, signed=signed, refused=refused, missing=missing, denied=denied)


def _is_refused(field: Field, conclusion: str | None) -> bool:
    """Go by what the form declares; where it declares nothing, by words that refuse."""
    if conclusion is None or field.refuses:
        return conclusion in {each.source for each in field.refuses}
    return is_refusal(conclusion)


def _by_band(
    field: Field,
    authority: Authority,
    values: Mapping[str, Any],
    rows: tuple[tuple[str, ...], tuple[SignedRow, ...]],
) -> Verdict:
    signed, refused = rows
    amount = values.get(field.amount or "")
    if not authority.by_amount:
        able = set(authority.roles)
        wanted = "" if able.intersection(signed) else authority.roles[0]
        return Verdict(
            field=field, signed=signed, refused=refused, authority=authority, wanted=wanted
        )
    if not isinstance(amount, int | Decimal):
        return Verdict(
            field=field, signed=signed, refused=refused, authority=authority, unknown=True
        )
    sum_ = Decimal(amount)
    at = band_of(authority.bands, sum_)
    able = {band.role for band in authority.bands[at:]}
    return Verdict(
        field=field,
        signed=signed,
        refused=refused,
        amount=sum_,
        authority=authority,
        wanted="" if able.intersection(signed) else authority.bands[at].role,
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
    denied = denials(form, values, handbook)
    return {
        each.field: verdict(each, values, handbook, denied.get(section.section, ()))
        for section in form.sections
        for each in section.fields
        if each.type == "signature"
    }


def denials(
    form: Form, values: Mapping[str, Any], handbook: Handbook
) -> dict[str, tuple[Field, ...]]:
    """Return the lists in which a refusal was chosen, by the section that decides.

    A section decides where a step has it approved, or where a signature in it does.
    """
    approved, decides = _approved_sections(form, handbook), deciding(form, handbook)
    found: dict[str, tuple[Field, ...]] = {}
    for section in form.sections:
        if section.section in approved or any(each.field in decides for each in section.fields):
            refused = tuple(_denied(form, section, values))
            if refused:
                found[section.section] = refused
    return found


def _denied(form: Form, section: FormSection, values: Mapping[str, Any]) -> Iterable[Field]:
    for each in section.fields:
        chosen = values.get(each.field)
        if each.type != "choice" or not isinstance(chosen, str):
            continue
        if chosen in _declared(form) or is_refusal(chosen):
            yield each


@remembered
def _declared(form: Form) -> frozenset[str]:
    """Return the words that refuse, as the form declares them."""
    return frozenset(text.source for each in form.fields for text in each.refuses)


def outcome(
    form: Form, found: Mapping[str, Verdict], denied: Mapping[str, tuple[Field, ...]]
) -> Concluded:
    """Return what a form comes to: any refusal refuses it, all approvals together approve it."""
    if denied or any(each.refused for each in found.values()):
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


@remembered
def deciding(form: Form, handbook: Handbook) -> frozenset[str]:
    """Return the signature fields that decide: by themselves, their label, or because of a step."""
    approved = _approved_sections(form, handbook)
    return frozenset(
        field.field
        for section in form.sections
        for field in section.fields
        if field.type == "signature"
        and (
            is_approval(field)
            or _DECIDES.search(field.label.source) is not None
            or section.section in approved
        )
    )


@remembered
def _approved_sections(form: Form, handbook: Handbook) -> frozenset[str]:
    """Return the sections that a step has approved; all of them where it says none."""
    named = {
        use.use.section
        for use in handbook.uses_by_form.get(form.id, ())
        if use.use.kind == "approve"
    }
    if None in named:
        return frozenset(each.section for each in form.sections)
    return frozenset(each for each in named if each is not None)


def _title(handbook: Handbook, role: str) -> str:
    found = handbook.roles.get(role)
    return found.title.source if found else role
