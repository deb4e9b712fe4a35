"""Who had to sign, by amount or all of them; refusals and own requests are no approval."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from banded import DAY, banded_book, collected, signed, values
from forms import codes

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
