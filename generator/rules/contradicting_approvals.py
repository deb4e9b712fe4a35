"""HB419: two rights to approve one thing that differ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule
from generator.model.approvals import Approvals
from generator.model.authority import covers
from generator.model.form import Field, Form
from generator.model.handbook import Handbook
from generator.model.hands import deciders, same_hand
from generator.model.process import Step
from generator.rules.book import Book
from generator.rules.examples import ASK, DISCOUNT, by_authority, signed_sheet, step, steps

_OTHER = (
    "  - parameter: rebate\n    code: PA-04\n    title: Rebates\n    bands:\n"
    "      - {up-to: 90 EUR, role: manager}\n      - {role: owner}\n"
)
_PRICE = "      - {field: price, label: Price, type: money}\n"
_BOTH = DISCOUNT.replace("# processes/organization.yml", _OTHER + "# processes/organization.yml")
_STEPS = _BOTH + steps(
    ASK,
    by_authority(step("release", "forms: [{approve: order-sheet.release}]", "note: See PA-04.")),
    step("send", "end: done"),
)
RULE = Rule(
    code="HB419",
    name="contradicting-approvals",
    message=N_("“{title}” is decided here by “{one}”, and there by “{other}”."),
    hint=N_("Name the same authority, or the same decider, in both places."),
    why=N_("Of two rules for one decision people take the easier one."),
    wrong=signed_sheet("type: signature, band: rebate, amount: price", _PRICE) + _STEPS,
    right=signed_sheet("type: signature, band: discount, amount: price", _PRICE) + _STEPS,
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find other bands in the form than at the step, and one section with two deciders."""
    seen: dict[tuple[str, str, str], tuple[Step, tuple[str, ...]]] = {}
    for process in book.handbook.process_list:
        approvals = Approvals(book.handbook, process)
        for step_ in approvals.steps:
            for ruling in approvals.rulings(step_):
                yield from _bands(book.handbook, step_, ruling.section.fields)
                if (not ruling.use and not step_.decide) or not _has_top(book.handbook, step_):
                    continue
                key = (
                    ruling.form.id,
                    ruling.section.section,
                    step_.decide.field if step_.decide and not ruling.use else "",
                )
                found = deciders(book.handbook, step_)
                first, others = seen.setdefault(key, (step_, found))
                if others and found and not same_hand_any(book.handbook, found, others):
                    yield _told(book, step_, first, (found, others), ruling.section.title.source)
    for form in book.handbook.form_list:
        yield from _amounts(book.handbook, form)


def _has_top(handbook: Handbook, step_: Step) -> bool:
    """Whether it is known who decides at a step above all limits; bands without end are told."""
    authority = handbook.authorities.get(step_.authority or "")
    return authority is None or any(band.up_to is None for band in authority.bands)


def same_hand_any(handbook: Handbook, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether any of some roles may be the same person as one of others."""
    return any(same_hand(handbook, each, others) for each in some)


def _bands(handbook: Handbook, step_: Step, fields: tuple[Field, ...]) -> Iterator[Diagnostic]:
    """Find signatures that go by another authority than their step."""
    known, own = handbook.authorities, step_.authority or ""
    for field in fields:
        band = field.band or ""
        if own in known and band in known and not _alike(handbook, own, band):
            note = Message("the form goes by “{other}”", {"other": known[band].title.source})
            yield RULE.at(
                step_.where / "authority",
                related=(Related(field.where / "band", note),),
                title=step_.title.source,
                one=known[own].title.source,
                other=known[band].title.source,
            )


def _alike(handbook: Handbook, one: str, other: str) -> bool:
    known = handbook.authorities
    return covers(known, one, other) or covers(known, other, one)


def _told(
    book: Book,
    step_: Step,
    first: Step,
    who: tuple[tuple[str, ...], tuple[str, ...]],
    section: str,
) -> Diagnostic:
    titles = [
        " / ".join(
            known.title.source if (known := book.handbook.roles.get(role)) else role
            for role in each
        )
        for each in who
    ]
    key = "authority" if step_.authority else "accountable"
    note = Message("decided here by “{other}”", {"other": titles[1]})
    return RULE.at(
        step_.where / key,
        related=(Related(first.where, note),),
        title=section,
        one=titles[0],
        other=titles[1],
    )


def _amounts(handbook: Handbook, form: Form) -> Iterator[Diagnostic]:
    """Find one amount by which two authorities decide in one section."""
    known = handbook.authorities
    for section in form.sections:
        banded = [each for each in section.fields if each.band in known and each.amount]
        for at, field in enumerate(banded):
            for other in banded[:at]:
                same = field.amount == other.amount
                if same and not _alike(handbook, field.band or "", other.band or ""):
                    note = Message("the same amount", {})
                    yield RULE.at(
                        field.where / "band",
                        related=(Related(other.where / "band", note),),
                        title=section.title.source,
                        one=known[field.band or ""].title.source,
                        other=known[other.band or ""].title.source,
                    )
