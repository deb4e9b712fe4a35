"""Who had to sign, by amount or all of them; refusals and own requests are no approval."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from arriving import people
from banded import BOOK, DAY, banded_book, collected, signed, values
from filling import fill
from forms import EVERY_TYPE, codes, good, handbook, order_sheet, read
from forms import blank as ordinary
from small import book

from generator.base.diagnostics import Result
from generator.base.i18n import Catalogue
from generator.collect.record import FormRecord
from generator.model.handbook import Handbook

ROLES = ("Sales clerk", "Shop manager", "Owner")


@pytest.fixture(scope="module")
def banded() -> Handbook:
    return banded_book()


def said(result: Result[FormRecord]) -> list[str]:
    words = Catalogue("en")
    return [f"{each.rule.code} {words.say(each.message)}" for each in result.diagnostics]


@pytest.mark.parametrize(
    ("price", "row"),
    [
        (5000, "Sales clerk"),
        (5000, "Owner"),
        (Decimal("5000.01"), "Shop manager"),
        (50_000_000, "Owner"),
        (0, "Sales clerk"),
    ],
)
def test_the_band_of_the_amount_or_one_above_it_suffices(
    banded: Handbook, price: Any, row: str
) -> None:
    result = collected(banded, values(price, signed(row)))
    assert codes(result) == []
    assert result.value is not None
    assert (result.value.state, result.value.outcome) == ("complete", "approved")


@pytest.mark.parametrize(
    ("price", "row", "says"),
    [
        (50_000_000, "Sales clerk", "50,000,000 needs Owner (PA-01), signed by: Sales clerk."),
        (50_000_000, "Shop manager", "50,000,000 needs Owner (PA-01), signed by: Shop manager."),
        (Decimal("5000.01"), "Sales clerk", "5,000.01 needs Shop manager (PA-01), signed by: "),
    ],
)
def test_a_signature_below_the_band_never_suffices(
    banded: Handbook, price: Any, row: str, says: str
) -> None:
    result = collected(banded, values(price, signed(row)))
    assert any(f"HB570 “Granted”: {says}" in each for each in said(result)), said(result)
    assert "HB554 Dear orders need approval" in said(result)
    assert result.value is not None
    assert (result.value.state, result.value.outcome) == ("partial", "")


def test_nobody_has_signed_what_another_section_shows_to_be_done(banded: Handbook) -> None:
    roles = (("Shop manager", "Ann"), ("Sales clerk", "Cy"))
    witness = tuple({"signer": role, "name": name, "date": DAY} for role, name in roles)
    result = collected(banded, values(6000, witnessed=witness))
    assert any("needs Shop manager (PA-01), signed by: nobody." in each for each in said(result))


def test_a_refusal_is_complete_but_no_approval(banded: Handbook) -> None:
    wanted = values(6000, signed("Shop manager", conclusion="sent back"), delivered=None)
    result = collected(banded, wanted)
    assert "HB572" in codes(result)
    assert "HB554" not in codes(result)
    assert result.value is not None
    assert (result.value.state, result.value.outcome) == ("complete", "refused")


def test_going_on_after_a_refusal_breaks_the_rule_that_asks_approval(banded: Handbook) -> None:
    result = collected(banded, values(6000, signed("Shop manager", conclusion="sent back")))
    assert "HB554" in codes(result)
    assert result.value is not None
    assert (result.value.state, result.value.outcome) == ("partial", "refused")


def test_without_the_amount_nobody_can_tell(banded: Handbook) -> None:
    result = collected(banded, values(None, signed("Owner")))
    assert "HB574 Who has to sign “Granted” goes by “Price” (PA-01), which is not known." in said(
        result
    )
    assert result.value is not None
    assert result.value.state == "partial"


def test_everyone_signs_where_all_have_to(banded: Handbook) -> None:
    one = signed("Shop manager")
    del one["conclusion"]
    result = collected(banded, values(60, signed("Owner"), witnessed=(one,)))
    assert any("HB571" in each and "missing: Sales clerk." in each for each in said(result))
    other = {**one, "signer": "Sales clerk", "name": "Cy"}
    assert codes(collected(banded, values(60, signed("Owner"), witnessed=(one, other)))) == []


def test_nobody_approves_their_own_request(banded: Handbook) -> None:
    result = collected(banded, values(6000, signed("Shop manager", name="B ob")))
    wanted = "HB573 “Granted” is signed by “B ob”, who filled in the form; 6,000 needs Shop manager"
    assert any(each.startswith(wanted) for each in said(result)), said(result)
    assert result.value is not None
    assert result.value.state == "partial"


MADE = "      - {field: made, label: Prepared by, type: signature, by: clerk, optional: true}\n"
UNBANDED = EVERY_TYPE.replace("label: Seller", "label: 申请人").replace(
    "  - section: release\n", f"{MADE}  - section: release\n"
)


def unbanded(name: str, **more: Any) -> list[str]:
    """The codes where somebody approves what Bob filled in."""
    row = {"signer": "Shop manager", "name": name, "date": DAY, "conclusion": "yes please"}
    wanted = {**good(), "branch_office": "Shop", "filler": "Bob", "approved": (row,), **more}
    book_ = people(UNBANDED)
    return codes(read(fill(ordinary(book_), book_, order_sheet(book_), wanted), book_))


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Bob", {}),
        ("ＢＯＢ", {}),
        ("Bob (signed)", {}),
        ("Cy、Bob", {}),
        ("王 芳", {"seller": "王芳"}),
        ("Lee Ann", {"seller": "Ann Lee"}),
        ("Cy", {"made": ({"signer": "Sales clerk", "name": "Cy", "date": DAY},)}),
    ],
)
def test_without_a_band_nobody_approves_their_own_request_either(
    name: str, more: dict[str, Any]
) -> None:
    assert unbanded(name, **more) == ["HB573"]


@pytest.mark.parametrize("name", ["Bobby", "Rob", "Ann"])
def test_another_person_approves(name: str) -> None:
    assert unbanded(name) == []


@pytest.mark.parametrize(
    ("day", "doubt"),
    [
        (date(2026, 11, 19), "the form was filled in on 2026-11-20"),
        (date(2026, 12, 2), "the file came on 2026-12-01"),
    ],
)
def test_a_signature_before_the_form_or_in_the_future_is_remarked(day: date, doubt: str) -> None:
    row = {"signer": "Shop manager", "name": "Ann", "date": day, "conclusion": "yes please"}
    values_ = {**good(), "approved": (row,)}
    result = read(fill(ordinary(), handbook(), order_sheet(), values_))
    assert codes(result) == ["HB578"]
    assert result.value is not None
    assert (result.value.state, result.value.outcome) == ("complete", "approved")
    (note,) = result.value.remarks
    assert note.text.endswith(f"with the date {day}; {doubt}.")


def test_every_error_is_an_open_point_with_its_sentence(banded: Handbook) -> None:
    result = collected(banded, values(50_000_000, signed("Sales clerk", name="Bob"), customer=None))
    assert result.value is not None
    assert [each.code for each in result.value.open_points] == ["HB550", "HB570", "HB573", "HB554"]
    assert [f"{each.code} {each.says}" for each in result.value.open_points] == [
        each for each in said(result) if each[:5] in {"HB550", "HB570", "HB573", "HB554"}
    ]


def test_what_need_not_be_filled_in_and_what_follows_a_refusal_is_not_waited_for(
    banded: Handbook,
) -> None:
    for row, outcome in (("yes please", "approved"), ("sent back", "refused")):
        wanted = values(60, signed("Owner", conclusion=row), delivered=None)
        found = collected(banded, wanted).value
        assert found is not None
        assert (found.state, found.outcome, found.open_points) == ("complete", outcome, ())


def test_approved_and_partial_is_only_what_waits_for_later_sections() -> None:
    late = book(BOOK.replace("type: date, optional: true}", "type: date}"))
    found = collected(late, values(60, signed("Owner"), delivered=None)).value
    assert found is not None
    assert (found.state, found.outcome) == ("partial", "approved")
    assert [(each.code, each.place) for each in found.open_points] == [("HB558", "Delivery")]
    found = collected(late, values(60, signed("Owner"), delivered=None, customer=None)).value
    assert found is not None
    assert (found.state, found.outcome) == ("partial", "")


MATTER = BOOK.replace(
    "      - {value: small, up-to: 5000 EUR, role: clerk}\n"
    "      - {value: medium, up-to: 50000 EUR, role: manager}\n"
    "      - {value: rest, role: owner}\n",
    "      - {matter: discount, title: Discounts, level: [clerk], up-to: 5000 EUR}\n"
    "      - {matter: discount, level: [manager, owner]}\n"
    "      - {matter: seal, title: Use of the seal, level: [owner]}\n",
).replace("    bands:\n", "    authority:\n")


def test_a_matter_of_a_table_goes_by_its_levels_and_of_several_roles_one_is_enough() -> None:
    found = book(MATTER.replace("band: order-approval", "band: order-approval.discount"))
    assert found.form_field("order-sheet", "granted").by == ("clerk", "manager", "owner")  # type: ignore[union-attr]
    for row in ("Shop manager", "Owner"):
        assert codes(collected(found, values(6000, signed(row)))) == []
    says = said(collected(found, values(6000, signed("Sales clerk"))))
    assert any("6,000 needs Shop manager (PA-01), signed by: Sales clerk." in each for each in says)


def test_a_matter_without_amounts_asks_for_none() -> None:
    band = "band: order-approval, amount: price"
    found = book(MATTER.replace(band, "band: order-approval.seal"))
    result = collected(found, values(None, signed("Owner")))
    assert (codes(result), result.value and result.value.outcome) == ([], "approved")
    assert codes(collected(found, values(6000))) != []
