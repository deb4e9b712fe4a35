"""What a role does, answers for, is asked about and is told: each step once."""

from __future__ import annotations

from collections import Counter

from pages import context, facts, has, links, real, section, table, texts
from role_pages import ROLES, page, rows_of, sections_of, work
from small import book, step, steps

from generator.document.blocks import Download, Target
from generator.document.role_page import role_page
from generator.document.roles.rhythm import Rhythm


def test_steps_are_listed_by_how_often_they_come_each_with_all_its_letters() -> None:
    clerk = page("clerk")
    assert work(clerk)[0] == (
        "1 Take the order",
        "R",
        "within 2 hours",
        "Order sheet",
        "Take an order",
    )
    every = [
        row[:2] for each in Rhythm if has(clerk, each.value) for row in work(clerk, each.value)
    ]
    assert every == [
        ("1 Take the order", "R"),
        ("1 Pack the goods", "R"),
        ("2 Send the parcel", "R"),
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Release the order"]
    assert not has(clerk, "asked")
    assert section(clerk, "told").folded == "I am told of 1 step"
    assert section(clerk, "work").former == ("does", "answers")


def test_what_a_collective_role_does_stands_on_the_pages_of_its_members() -> None:
    example = ROLES + steps(
        step("take", role="anyone"),
        step("tell", "informed: [everybody]", "end: told", role="manager"),
    )
    clerk, manager = page("clerk", example), page("manager", example)
    assert ("1 Take", "R") in [row[:2] for row in work(clerk)]
    assert texts(section(clerk, "at-once")).count("As Whoever is there: ") == 1
    assert [row[:2] for row in work(manager)][:2] == [
        ("1 Take (also as Whoever is there)", "R/A"),
        ("2 Tell (also as The whole shop)", "R/A/I"),
    ]
    assert [row[0] for row in table(section(clerk, "told"))] == ["2 Tell"]
    assert "As The whole shop: " in texts(section(clerk, "told"))
    assert facts(clerk)["Also meant by"] == "Whoever is there, The whole shop"


def test_what_all_is_had_through_one_collective_role_is_said_once() -> None:
    example = ROLES + steps(step("take", "end: done", role="anyone"))
    packing = steps(step("pack", "end: packed", role="anyone")).partition("\n")[2]
    example += f"# processes/sales/ship-order.yml\n{packing}"
    clerk = page("clerk", example)
    assert " All of it as Whoever is there.\n" in texts(section(clerk, "work"))
    assert "As Whoever is there: " not in texts(section(clerk, "work"))


def test_a_form_can_be_saved_from_the_line_of_a_step() -> None:
    handbook = book()
    word = Download("Order sheet", Target("download", "forms/order-sheet.docx"))
    shown = role_page(context(handbook), handbook.roles["clerk"], {"forms/order-sheet": (word,)})
    assert links(section(shown, "at-once"))["Word"] == word.target


def test_every_step_of_the_shipped_handbook_is_once_on_the_page_of_each_of_its_roles() -> None:
    handbook = real()
    ctx = context(handbook)
    anchors = (*(each.value for each in Rhythm), "asked", "told")
    shown = {
        name: Counter(
            target
            for each in sections_of(role_page(ctx, role))
            if each.anchor in anchors
            for row in rows_of(each)
            for target in [row.subject]
        )
        for name, role in handbook.roles.items()
    }
    for part in handbook.assignments:
        target = Target("process", part.process.id, f"step-{part.step.id}")
        for name in (part.role, *handbook.roles[part.role].members):
            assert shown[name][target] == 1, (name, target)
