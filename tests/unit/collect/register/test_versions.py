"""Versions follow from what came, not from the order in which it came."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from itertools import permutations

import pytest
from arriving import HEAD, arrived, people, signed
from forms import EVERY_TYPE, order_sheet

from generator.collect.record import Amendment, FormRecord, OpenPoint, Remark
from generator.collect.register.contents import packed, unpacked
from generator.collect.register.versions import versions

A, B = {"customer": "Miller", "pieces": 2}, {"customer": "Miller", "pieces": 3}


def of(*records: FormRecord) -> tuple[FormRecord, ...]:
    return versions(records, order_sheet(), HEAD)


def test_a_then_b_then_a_are_three_versions_and_the_newest_is_a() -> None:
    came = (
        arrived(saved="09", file="1", **A),
        arrived(saved="10", file="2", **B),
        arrived(saved="11", file="3", **A),
    )
    for each in permutations(came):
        found = of(*each)
        assert [one.version for one in found] == [1, 2, 3]
        assert [one.values["pieces"] for one in found] == [2, 3, 2]
        assert [one.is_newest for one in found] == [False, False, True]


def test_the_same_content_twice_is_one_version_with_both_files() -> None:
    found = of(arrived(saved="09", file="1", **A), arrived(saved="10", file="2", **A))
    assert [(each.version, [one.file for one in each.arrivals]) for each in found] == [
        (1, ["1", "2"])
    ]


def test_each_version_says_field_by_field_what_it_changed() -> None:
    before = {**A, "goods": ({"article": "X", "amount": 1}, {"article": "Y"}), "agreed": True}
    after = {
        "customer": "Smith",
        "pieces": 2,
        "deposit": Decimal("1200.50"),
        "goods": ({"article": "X", "amount": 4},),
        "agreed": True,
    }
    note = Remark(kind="comment", place="Order", text="do not ship")
    asked = OpenPoint(field="wanted", place="Wanted on", written="05/06/2026", code="HB561")
    first = arrived(saved="09", **before)
    second = arrived(saved="10", remarks=(note,), points=(asked,), **after)
    one, other = of(first, second)
    assert one.changes == ()
    assert set(other.changes) == {
        Amendment(field="customer", place="Customer", before="Miller", after="Smith"),
        Amendment(field="deposit", place="Deposit", before="", after="1200.5"),
        Amendment(field="goods", place="Goods · 1 · Amount", before="1", after="4"),
        Amendment(field="goods", place="Goods · 2 · Article", before="Y", after=""),
        Amendment(field="wanted", place="Wanted on", before="", after="05/06/2026"),
        Amendment(field="", place="Order", before="", after="do not ship"),
    }


def test_a_signature_does_not_cover_what_changes_later() -> None:
    first = arrived(saved="09", reason="cheap", approved=(signed(),))
    later = arrived(saved="10", reason="dear", approved=(signed(),))
    _, found = of(first, later)
    assert [(each.field, each.written, each.code) for each in found.open_points] == [
        ("approved", "Ann", "HB575")
    ]
    assert found.state == "partial"


@pytest.mark.parametrize(
    "later",
    [
        {"reason": "dear", "approved": (signed(day=21),)},
        {"reason": "dear", "approved": (signed(name="Bea"),)},
        {"reason": "cheap", "delivered": "of a later section", "approved": (signed(),)},
        {"reason": "cheap", "approved": (signed(opinion="fine"),)},
    ],
)
def test_a_new_signature_or_another_section_is_no_amendment(later: dict[str, object]) -> None:
    first = arrived(saved="09", reason="cheap", approved=(signed(),))
    found = of(first, arrived(saved="10", **later))
    assert [each.open_points for each in found] == [(), ()]


def test_a_signature_stays_amended_until_it_is_given_again_or_the_change_is_taken_back() -> None:
    came = [
        arrived(saved=f"{9 + at:02}", reason=reason, later=at, approved=(signed(),))
        for at, reason in enumerate(["cheap", "dear", "dear", "cheap"])
    ]
    assert [bool(each.open_points) for each in of(*came)] == [False, True, True, False]


def test_a_signature_covers_the_fields_that_it_names() -> None:
    form = people(EVERY_TYPE.replace("by: [manager, clerk],", "by: [manager], covers: [pieces],"))
    sheet = form.forms["order-sheet"]
    came = (arrived(saved="09", pieces=1, approved=(signed(),), form=sheet),)
    later = arrived(saved="10", pieces=2, approved=(signed(),), form=sheet)
    found = versions((*came, later), sheet, form.settings.form_header)
    assert [each.code for each in found[-1].open_points] == ["HB575"]


def test_a_signature_that_names_no_fields_covers_all_sections_before_it() -> None:
    first = arrived(saved="09", pieces=1, approved=(signed(),))
    later = arrived(saved="10", pieces=2, approved=(signed(),))
    (point,) = of(first, later)[-1].open_points
    assert "was signed by Ann before Pieces changed: amended" in point.says


def test_a_signature_that_names_fields_covers_no_others_of_other_sections() -> None:
    form = people(EVERY_TYPE.replace("by: [manager, clerk],", "by: [manager], covers: [pieces],"))
    sheet = form.forms["order-sheet"]
    came = (arrived(saved="09", way="shop", approved=(signed(),), form=sheet),)
    later = arrived(saved="10", way="post", approved=(signed(),), form=sheet)
    found = versions((*came, later), sheet, form.settings.form_header)
    assert found[-1].open_points == ()


def test_a_number_that_another_person_took_is_another_form() -> None:
    handbook = people(EVERY_TYPE)
    sheet, header = handbook.forms["order-sheet"], handbook.settings.form_header
    came = (
        arrived(saved="09", file="1", filler="Ann", form=sheet),
        arrived(saved="10", file="2", filler="Bob", form=sheet),
        arrived(saved="11", file="3", filler="A nn", pieces=2, form=sheet),
        arrived(saved="12", file="4", filler="Ann", pieces=3, form=sheet),
        arrived(saved="13", file="5", pieces=4, form=sheet),
    )
    for each in list(permutations(came))[::7]:
        found = versions(each, sheet, header)
        keys = [(one.key, one.version, one.values.get("filler")) for one in found]
        assert keys[:2] == [("OS-1", 1, "Ann"), ("OS-1", 2, "Ann")]
        assert {key for key, *_ in keys} == {"OS-1", "OS-1 ≠2", "OS-1 ≠3"}
        assert {one.state for one in found} == {"partial"}
        assert all(any(point.code == "HB582" for point in one.open_points) for one in found)


def test_a_value_that_another_form_has_too_is_open_in_the_newest_version() -> None:
    came = (arrived(saved="09", pieces=1), arrived(saved="10", pieces=2))
    found = versions(came, order_sheet(), HEAD, {"pieces": ["OS-2"]})
    assert [[one.code for one in each.open_points] for each in found] == [[], ["HB566"]]


def test_without_times_the_order_is_that_of_the_contents() -> None:
    came = (arrived(file="1", **A), arrived(file="2", **B), arrived(file="3", **A))
    orders = {tuple(each.digest for each in of(*some)) for some in permutations(came)}
    assert len(orders) == 1
    assert len(next(iter(orders))) == 2


def test_contents_come_back_as_they_were() -> None:
    record = arrived(
        saved="09",
        pieces=3,
        deposit=Decimal("1234567890123456789012345678901234567890.10"),
        wanted=date(2026, 11, 20),
        hour=time(9, 30),
        called=datetime(2026, 11, 20, 9, 30),
        agreed=True,
        extras=("bell", "rack"),
        goods=({"article": "=date", "amount": 2},),
        approved=({"date": date(2026, 11, 21)}, {"date": "next week"}),
    )
    assert unpacked(packed(record)) == record


def test_contents_know_what_their_fields_are_called_today() -> None:
    record = arrived(buyer="Miller", goods=({"name": "X"},))
    renamed = EVERY_TYPE.replace("label: Customer,", "label: Customer, formerly: [buyer],").replace(
        "label: Article,", "label: Article, formerly: [name],"
    )
    form = people(renamed).forms["order-sheet"]
    found = unpacked(packed(record), form.fields)
    assert found.values["customer"] == "Miller"
    assert found.values["goods"] == ({"article": "X"},)
