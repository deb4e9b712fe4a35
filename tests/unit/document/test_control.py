"""Every controlled document says its state, its version, who approved it, and its next review."""

from __future__ import annotations

from datetime import date

import pytest
from pages import context
from small import TAKE_ORDER, book

from generator.document.blocks import Badge, Inlines, Link, Note, Target, text_of
from generator.document.context import Context
from generator.document.control import (
    badges,
    control_rows,
    in_force,
    notices,
    revision_section,
)
from generator.model.handbook import Handbook
from generator.model.process import Process

CONFIRMED = "confirmed: {by: manager, on: 2026-02-10, version: V2.0}"
DRAFT = "{version: V0.9, date: 2026-05-01, change: Not yet}"
RETIRED = (
    "{version: V3.0, date: 2026-01-01, approved: 2026-01-02, retired: 2026-08-01, "
    "successor: SUCCESSOR, change: Gone}"
)
FULL = (
    "{version: V2.0, date: 2026-02-01, approved: 2026-02-10, effective: 2026-03-01, "
    "prepared-by: clerk, reviewed-by: [manager, clerk], approved-by: manager, change: More}"
)


def of(revisions: str, *more: str) -> tuple[Context, Process]:
    lines = "".join(f"{line}\n" for line in more)
    handbook: Handbook = book(f"{TAKE_ORDER}{lines}revisions:\n  - {revisions}\n")
    return context(handbook), handbook.processes["take-order"]


def said(rows: tuple[tuple[str, Inlines], ...]) -> dict[str, str]:
    return {label: text_of(value) for label, value in rows}


def test_a_version_that_is_confirmed_shows_its_number_alone() -> None:
    ctx, found = of(FULL, CONFIRMED)
    assert badges(ctx.words, found) == (Badge("V2.0", "info"),)
    (early,) = notices(ctx, found)
    assert (early.title, early.until) == ("Not in force yet", date(2026, 3, 1))
    assert "2026-03-01" in text_of(early.text)


def test_what_rests_on_practice_is_for_trial_until_somebody_confirms_it() -> None:
    ctx, found = of(FULL)
    assert badges(ctx.words, found) == (Badge("V2.0", "info"), Badge("for trial", "trial"))
    note = notices(ctx, found)[-1]
    assert (note.tone, note.title) == ("trial", "For trial")
    assert text_of(note.text).startswith("2 statements rest on practice; the company has yet to")
    form = ctx.handbook.forms["order-sheet"]
    assert [each.text for each in badges(ctx.words, form) if isinstance(each, Badge)] == [
        "V1.0",
        "for trial",
    ]


def test_who_reviewed_the_edition_reviewed_what_came_with_it() -> None:
    settings = (
        "# processes/handbook.yml\neditions: [{edition: First edition, date: DAY, "
        "reviewed-by: [clerk], change: First issue}]\n"
    )
    for day, reviewer in (("2026-01-01", "Sales clerk"), ("2026-01-02", None)):
        handbook = book(settings.replace("DAY", day))
        rows = said(control_rows(context(handbook), handbook.processes["take-order"]))
        assert rows.get("Reviewed by") == reviewer


def test_a_draft_is_marked_and_says_so_first() -> None:
    ctx, found = of(DRAFT)
    assert badges(ctx.words, found) == (Badge("V0.9", "info"), Badge("draft", "draft"))
    (note,) = notices(ctx, found)
    assert (note.tone, note.title) == ("draft", "Draft")
    assert text_of(note.text) == "This is a draft. It has not been approved and is not in force."
    assert in_force(ctx.words, found.revision) == "not in force (draft)"


@pytest.mark.parametrize(
    ("successor", "title", "target"),
    [
        ("ship-order", "P-01-02 Ship an order", Target("process", "ship-order")),
        ("order-sheet", "FM-01-01 Order sheet", Target("form", "order-sheet")),
    ],
)
def test_what_was_withdrawn_names_the_day_and_leads_to_what_replaces_it(
    successor: str, title: str, target: Target
) -> None:
    ctx, found = of(RETIRED.replace("SUCCESSOR", successor))
    assert badges(ctx.words, found) == (
        Badge("V3.0", "info"),
        Badge("retired", "retired"),
    )
    (note,) = notices(ctx, found)
    assert (note.tone, note.title) == ("retired", "Withdrawn")
    assert text_of(note.text) == f"Withdrawn on 2026-08-01. It is replaced by {title}"
    assert note.text[-1] == Link(title, target)


def test_without_a_successor_nothing_replaces_it() -> None:
    ctx, found = of(RETIRED.replace("successor: SUCCESSOR, ", ""))
    (note,) = notices(ctx, found)
    assert isinstance(note, Note)
    assert text_of(note.text) == "Withdrawn on 2026-08-01."


def test_all_facts_of_control_stand_in_one_order() -> None:
    ctx, found = of(FULL, "review: 6mo", "distribution: [clerk, manager]")
    rows = control_rows(ctx, found)
    assert [(label, text_of(value)) for label, value in rows] == [
        ("Code", "P-01-01"),
        ("Version", "V2.0"),
        ("In force from", "2026-03-01"),
        ("Owner", "Shop manager"),
        ("Prepared by", "Sales clerk"),
        ("Reviewed by", "Shop manager, Sales clerk"),
        ("Approved by", "Shop manager"),
        ("Edition", "First edition"),
        ("Review", "every 6 months, next 2026-09-01"),
        ("Distributed to", "Sales clerk, Shop manager"),
    ]


def test_of_a_draft_it_is_said_who_will_approve_it_and_what_nobody_wrote_is_left_out() -> None:
    ctx, found = of(DRAFT)
    rows = said(control_rows(ctx, found))
    assert rows["To be approved by"] == "Shop manager"
    assert not {"Approved by", "Prepared by", "Reviewed by", "Distributed to"} & set(rows)


def test_a_form_has_no_review() -> None:
    handbook = book()
    rows = said(control_rows(context(handbook), handbook.forms["order-sheet"]))
    assert rows["Code"] == "FM-01-01"
    assert "Review" not in rows


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ("date: 2026-01-01, approved: 2026-01-05, effective: 2026-01-31", "2026-01-31"),
        ("date: 2026-01-01, approved: 2026-01-05", "2026-01-05"),
    ],
)
def test_a_version_is_in_force_from_its_day_else_from_its_approval(dates: str, day: str) -> None:
    ctx, found = of(f"{{version: V2.0, {dates}, change: x}}")
    assert in_force(ctx.words, found.revision) == day


def test_the_history_is_a_table_newest_first() -> None:
    older = "{version: V0.1, date: 2026-01-01, change: Begun}"
    ctx, found = of(f"{FULL}\n  - {older}")
    section = revision_section(ctx, found.revisions)
    assert (section.title, section.anchor) == ("Revisions", "revisions")
    (table,) = section.blocks
    assert table.columns == ("Version", "Written", "Approved", "In force from", "What changed")  # type: ignore[union-attr]
    assert [tuple(map(text_of, row.cells)) for row in table.rows] == [  # type: ignore[union-attr]
        ("V2.0", "2026-02-01", "2026-02-10", "2026-03-01", "More"),
        ("V0.1", "2026-01-01", "—", "—", "Begun"),
    ]
    assert revision_section(ctx, (), "history").anchor == "history"
