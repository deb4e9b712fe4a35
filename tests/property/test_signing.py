"""Who signs below the amount is found, whatever the amount; who signs rightly passes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from banded import banded_book, collected, signed, values
from filling import fill, sample
from forms import TODAY, codes
from shipped import shipped

from generator.base.i18n import Catalogue, product_catalogue
from generator.collect.collecting import Collector
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.reference import Parameter
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

ALL = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
RIGHT = 100 if ALL else 12
EVERY = 1 if ALL else 9
BOOK, SMALL = shipped().handbook, banded_book()
ENGLISH = Catalogue("en")
CONTEXT = Context.of(BOOK, product_catalogue("en"), Catalogue("en"))
ROLES = ("Sales clerk", "Shop manager", "Owner")
LIMITS = (5_000, 50_000)


def test_right_ones_pass() -> None:
    for number in range(RIGHT):
        price = Decimal(number * 997) + Decimal("0.01") * (number % 3)
        least = sum(price > limit for limit in LIMITS)
        signer = ROLES[max(least, number % len(ROLES))]
        result = collected(SMALL, values(price, signed(signer, name=f"Ann {number}")))
        assert codes(result) == [], (price, signer)
        assert result.value is not None
        assert (result.value.state, result.value.outcome) == ("complete", "approved")


@pytest.mark.parametrize("number", range(RIGHT // 4))
def test_wrong_ones_are_found_with_the_band_named(number: int) -> None:
    price = 60_000 + 1_000_003 * number
    witness = {"signer": "Shop manager", "name": "Ann", "date": TODAY}
    faults: dict[str, dict[str, Any]] = {
        "HB570": values(price, signed(ROLES[number % 2])),
        "HB571": values(price, signed("Owner"), witnessed=(witness,)),
        "HB572": values(price, signed("Owner", conclusion="sent back")),
        "HB573": values(price, signed("Owner", name="Bob")),
        "HB574": values(None, signed("Owner")),
    }
    for code, wanted in faults.items():
        result = collected(SMALL, wanted)
        assert result.value is not None
        assert result.value.outcome != "approved", code
        said = [each for each in result.diagnostics if each.rule.code == code]
        assert said, code
        if code in {"HB570", "HB573", "HB574"}:
            assert "PA-01" in ENGLISH.say(said[0].message)
        if code == "HB570":
            assert f"{price:,} needs Owner (PA-01)" in ENGLISH.say(said[0].message)


def banded() -> Iterator[tuple[Form, Field, Parameter]]:
    for form in BOOK.form_list:
        given = {each.field for each in form.fields if not each.computed}
        for field in form.fields:
            named = BOOK.parameters.get(field.band) if field.band else None
            if field.amount in given and named and named.bands:
                yield form, field, named


def amounts(parameter: Parameter) -> Iterator[Decimal]:
    for band in parameter.bands:
        limit = band.up_to.amount if band.up_to else None
        if limit is not None:
            yield from (limit, limit + Decimal("0.01"))
    yield from (Decimal(50_000_000), Decimal(1))


def test_every_band_of_the_shipped_forms_is_kept_to_the_cent() -> None:
    tried = 0
    for form, field, parameter in banded():
        blank = form_docx(CONTEXT, form, House())
        whole = sample(BOOK, form)
        for amount in amounts(parameter):
            for role in field.by:
                tried += 1
                if tried % EVERY:
                    continue
                rows = [
                    {"signer": BOOK.roles[each].title.source}
                    | ({"name": "Li", "date": TODAY} if each == role else {})
                    for each in field.by
                ]
                filled = {**whole, field.field: tuple(rows), field.amount or "": amount}
                raw = fill(blank, BOOK, form, filled)
                result = Collector(CONTEXT).collect("x.docx", raw, TODAY)
                at = next(
                    number
                    for number, band in enumerate(parameter.bands)
                    if band.up_to is None or amount <= (band.up_to.amount or 0)
                )
                enough = {band.role for band in parameter.bands[at:]}
                said = [
                    ENGLISH.say(each.message)
                    for each in result.diagnostics
                    if each.rule.code == "HB570" and each.args["label"] == field.label.source
                ]
                assert bool(said) == (role not in enough), (form.id, amount, role, said)
                assert all(f"({parameter.code})" in each for each in said)
    assert tried >= 40
