"""Signatures: a row for each signer, with room for pen and stamp."""

from __future__ import annotations

from dataclasses import replace

import pytest
from formpen import field, formpen, text
from forms import context, handbook
from nodes import has, values

from generator.document.context import Context
from generator.model.form import Field
from generator.renderers.word.forms.signatures import signature_table
from generator.renderers.word.ooxml.node import Nodes, within, words_of

SIGNED = "approved"


def signed(**change: object) -> Nodes:
    return signature_table(formpen(), (release(**change),))


def release(**change: object) -> Field:
    return field(SIGNED, **change)


def outsiders() -> Context:
    book = handbook()
    roles = tuple(replace(each, external=True) for each in book.organization.roles)
    return context(replace(book, organization=replace(book.organization, roles=roles)))


def test_each_signer_has_a_row_with_all_that_is_asked() -> None:
    content = signed()
    rows = list(within(content, "w:tr"))
    assert len(rows) == 3
    tags = values(content, "w:tag")
    assert len(set(tags)) == len(tags) == 8
    assert {each.rpartition(".")[2] for each in tags} == {"name", "date", "opinion", "conclusion"}


def test_conclusions_are_chosen_from_a_list() -> None:
    assert values(signed(), "w:listItem", "w:value")[:2] == ["yes please", "no"]


def test_without_conclusions_there_is_no_column_for_them() -> None:
    content = signed(conclusions=())
    assert not has(content, "w:dropDownList")
    assert len(values(content, "w:gridCol", "w:w")) == 4


def test_one_conclusion_is_no_choice() -> None:
    content = signed(conclusions=(text("seen"),))
    assert not has(content, "w:dropDownList")
    assert "—" in words_of(content)


def test_the_columns_fill_the_page() -> None:
    assert sum(map(int, values(signed(), "w:gridCol", "w:w"))) == formpen().sheet.width


def test_the_title_of_a_signer_is_said_unless_the_label_says_it() -> None:
    alone = signed(by=("manager",), label=text("Shop manager signs"))
    assert words_of(alone).count("Shop manager") == 1
    assert words_of(signed()).count("Shop manager") == 1
    assert "Sales clerk" in words_of(signed())


@pytest.mark.parametrize("external", [False, True])
def test_outsiders_have_room_for_a_stamp(external: bool) -> None:
    pen = formpen(ctx=outsiders() if external else None)
    content = signature_table(pen, (release(),))
    assert ("(seal)" in words_of(content)) == external
    spaces = {int(each) for each in values(content, "w:spacing", "w:before")}
    assert (max(spaces) > 200) == external


def test_few_signatures_stay_on_one_page() -> None:
    rows = list(within(signed(), "w:tr"))
    assert [has((each,), "w:keepNext") for each in rows[1:]] == [True, False]
