"""Cross references in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import checked, handbook_files
from small import book, step, steps

from generator.model.handbook import Handbook

ROOT = Path(__file__).parents[3]
_BANDS = """# processes/parameters.yml
parameters:
  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}
  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}
  - parameter: discount
    code: PA-03
    title: Discounts
    bands:
      - {up-to: 500 EUR, role: clerk, value: small}
      - {up-to: 900 EUR, role: manager}
      - {role: clerk}
"""


@pytest.fixture(scope="module")
def real() -> Handbook:
    handbook = checked(handbook_files(ROOT)).handbook
    assert handbook is not None
    return handbook


def test_neighbours_are_the_same_seen_from_both_sides(real: Handbook) -> None:
    forwards = {(each.source.id, each.target.id, each.step.id) for each in real.neighbours}
    backwards = {
        (each.source.id, each.target.id, each.step.id)
        for many in real.comes_from.values()
        for each in many
    }
    assert forwards == backwards
    written = sum(
        f"{word}: {each}" in text
        for text in handbook_files(ROOT).values()
        for word in ("call", "hand-over")
        for each in real.processes
    )
    assert len(forwards) >= written > 0


def test_every_responsible_role_is_assigned_to_its_step(real: Handbook) -> None:
    for process in real.process_list:
        parts = real.assignments_by_process.get(process.id, ())
        for each in process.steps:
            if each.responsible:
                assert (each.id, each.responsible, "R") in {
                    (part.step.id, part.role, part.letter) for part in parts
                }


def test_a_role_of_two_bands_answers_once() -> None:
    manager_decides = step("take", "end: done").replace(
        "accountable: manager", "authority: discount"
    )
    handbook = book(_BANDS + steps(manager_decides))
    parts = [each for each in handbook.assignments if each.letter == "A" and each.authority]
    assert [each.role for each in parts] == ["clerk", "manager"]


def test_a_named_value_is_a_value_or_the_limit_of_a_band() -> None:
    discount = book(_BANDS).parameters["discount"]
    assert discount.value_named(None) is None
    small = discount.value_named("small")
    assert small is not None
    assert small.source == "500 EUR"
    assert discount.value_named("large") is None


def test_the_parameters_of_a_file_are_found_by_name_value_code_and_authority() -> None:
    text = step("take", "note: more than ${discount.small} as PA-01 says", "end: done")
    example = _BANDS + steps(text.replace("accountable: manager", "authority: discount"))
    cited = book(example).parameters_of_file["processes/sales/take-order.yml"]
    assert set(cited) == {"discount", "approval-limit"}
    assert len(cited) == 2


def test_a_field_of_the_common_header_belongs_to_every_form() -> None:
    handbook = book()
    header = handbook.form_field("order-sheet", "filled_on")
    own = handbook.form_field("order-sheet", "kind")
    assert header is not None
    assert header.label.source == "Date"
    assert own is not None
    assert own.type == "choice"
    assert handbook.form_field("order-sheet", "nothing") is None


def test_processes_stand_in_the_order_of_chapters_and_codes(real: Handbook) -> None:
    order = [each.chapter for each in real.settings.chapters]
    keys = [(order.index(each.chapter), each.code) for each in real.process_list]
    assert keys == sorted(keys)


def test_codes_lead_to_documents_of_every_kind(real: Handbook) -> None:
    assert {kind for kind, _ in real.codes.values()} == {"process", "form", "parameter"}
    assert real.codes["P-07-02"] == ("process", "complaint-handling")
