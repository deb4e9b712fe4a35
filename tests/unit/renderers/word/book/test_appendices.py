"""The appendices: lists of forms, parameters, information and terms, and the index of roles."""

from __future__ import annotations

import pytest
from nodes import has
from shipped import shipped
from word import pen

from generator.document.blocks import Link, Table, text_of
from generator.renderers.word.book.appendices import appendix_pieces, role_index
from generator.renderers.word.ooxml.node import joined, words_of
from generator.renderers.word.ooxml.text import HARD_HYPHEN
from generator.renderers.word.setting.pen import Pen


def index() -> Table:
    (found,) = role_index(shipped()).blocks
    assert isinstance(found, Table)
    return found


@pytest.fixture(scope="module")
def made() -> tuple[Pen, str]:
    pen_ = pen()
    pieces = list(appendix_pieces(pen_))
    return pen_, words_of(pen_.settled(joined(joined(each.parts) for each in pieces)))


def test_there_are_six_and_none_has_a_number(made: tuple[Pen, str]) -> None:
    entries = [each for each in made[0].entries if each.level == 1]
    assert len(entries) == 6
    assert {each.number for each in entries} == {""}


def test_every_form_parameter_and_role_is_listed(made: tuple[Pen, str]) -> None:
    handbook = made[0].ctx.handbook
    for form in handbook.form_list:
        assert form.code in made[1]
    for role in handbook.organization.roles:
        assert role.title.source in made[1]
    for term in handbook.glossary.terms:
        assert term.title.source in made[1]


def test_the_index_leads_each_role_to_its_processes() -> None:
    handbook = shipped().handbook
    for row, role in zip(index().rows, handbook.organization.roles, strict=True):
        assert row.anchor == role.role
        found = {
            (letters, each.target.id)
            for letters, cell in zip(("R", "A", "CI"), row.cells[2:], strict=True)
            for each in cell
            if isinstance(each, Link)
        }
        parts = handbook.assignments_by_role.get(role.role, ())
        held = {("CI" if p.letter in "CI" else p.letter[0], p.process.id) for p in parts}
        assert {each for each in held if each[0] != "CI"} <= found


def test_a_code_never_breaks_at_its_hyphens() -> None:
    codes = [text_of(cell) for row in index().rows for cell in row.cells[2:] if cell]
    assert codes
    assert not any("-" in each for each in codes)
    assert any(HARD_HYPHEN in each for each in codes)


def test_each_appendix_begins_a_page() -> None:
    firsts = [
        each.parts[0]
        for each in appendix_pieces(pen())
        if each.parts and has(each.parts[0], "w:pageBreakBefore")
    ]
    assert len(firsts) == 6
