"""Tables to fill in: typed columns, blank rows or rows with their option, room on the paper."""

from __future__ import annotations

import pytest
from formpen import field, formpen, text
from nodes import has, values

from generator.model.form import Field
from generator.renderers.word.forms.pen import SHADE
from generator.renderers.word.forms.rows import least_widths, needs_landscape, table_field
from generator.renderers.word.ooxml.node import Nodes, within, words_of


def rows_of(content: Nodes) -> list[Nodes]:
    return [(each,) for each in within(content, "w:tr")]


def wide(count: int) -> Field:
    goods = field("goods")
    money = goods.columns[2]
    return field("goods", columns=(goods.columns[0], *([money] * count)))


def test_blank_rows_repeat_below_a_heading() -> None:
    content = table_field(formpen(), field("goods"))
    head, *blank = rows_of(content)
    assert has(head, "w:tblHeader")
    assert "*Article" in words_of(head)
    assert len(blank) == 3
    assert len(list(within(content, "w15:repeatingSectionItem"))) == 3
    assert values(blank[0], "w:tag")[0] == "goods.article"


def test_a_table_without_a_number_of_rows_has_one() -> None:
    assert len(rows_of(table_field(formpen(), field("goods", rows=None)))) == 2


def test_options_in_the_first_column_are_printed_row_by_row() -> None:
    content = table_field(formpen(), field("marks"))
    assert not has(content, "w15:repeatingSection")
    _, *printed = rows_of(content)
    assert [words_of(each)[:5] for each in printed] == ["frame", "brake"]
    assert all(has(each, "w14:checkbox") for each in printed)
    tags = [tag for each in printed for tag in values(each, "w:tag")]
    assert len(set(tags)) == len(tags) == 4


def test_what_is_worked_out_is_grey_and_said_below() -> None:
    content = table_field(formpen(), field("goods"))
    assert values(content, "w:shd", "w:fill").count(SHADE) == 3
    assert "= Amount × Price" in words_of(content[-1:])


def test_a_help_text_of_the_table_stands_above_and_of_a_column_below() -> None:
    goods = field("goods")
    column = field("goods").columns[0]
    noted = field(
        "goods", help=text("All of them"), columns=(column_with_help(column), *goods.columns[1:])
    )
    content = table_field(formpen(), noted)
    at = next(at for at, each in enumerate(content) if each.tag == "w:tbl")
    assert "All of them" in words_of(content[:at])
    assert "As on the box" in words_of(content[at + 1 :])


def column_with_help(column: Field) -> Field:
    return Field(
        field=column.field, label=column.label, type=column.type, help=text("As on the box")
    )


@pytest.mark.parametrize(("count", "across"), [(3, False), (14, True)])
def test_too_many_columns_turn_the_paper(count: int, across: bool) -> None:
    assert needs_landscape(formpen(), wide(count)) == across


def test_columns_fill_the_paper_and_texts_get_most_of_it() -> None:
    pen = formpen()
    content = table_field(pen, field("goods"))
    widths = list(map(int, values(content, "w:gridCol", "w:w")))
    assert sum(widths) == pen.sheet.width
    assert widths[0] == max(widths)


def test_no_column_is_narrower_than_its_heading_needs() -> None:
    pen = formpen()
    long = Field(field="x", label=text("Extraordinarilylongword"), type="integer")
    short = Field(field="y", label=text("No"), type="integer")
    first, second = least_widths(pen, field("goods", columns=(long, short)))
    assert first > second


def test_what_is_typed_decides_how_much_room_a_column_needs() -> None:
    pen = formpen()
    kinds = [
        *("integer", "check", "number", "percent", "time", "person", "money", "text"),
        *("date", "role", "unit", "choices", "long-text", "date-time"),
    ]
    columns = [Field(field="it", label=text("It"), type=kind) for kind in kinds]
    least = dict(zip(kinds, least_widths(pen, field("goods", columns=tuple(columns))), strict=True))
    for same in ("integer check", "number percent", "person money", "role unit choices"):
        assert len({least[kind] for kind in same.split()}) == 1, same
    order = ("integer", "number", "time", "money", "text", "date", "role", "long-text", "date-time")
    assert sorted(order, key=lambda kind: least[kind]) == list(order)
    assert len({least[kind] for kind in order}) == len(order)


def test_a_choice_gets_room_for_its_longest_option_within_limits() -> None:
    def room(*options: str) -> int:
        column = Field(
            field="it", label=text("It"), type="choice", options=tuple(map(text, options))
        )
        return least_widths(formpen(), field("goods", columns=(column,)))[0]

    assert room("a") == 750
    assert 750 < room("a", "by phone") < room("by post, or", "a") < 1700
    assert room("a" * 40) == 1700


@pytest.mark.parametrize(("count", "printed"), [(12, True), (13, False)])
def test_paper_shows_the_options_of_a_column_below_the_table(count: int, printed: bool) -> None:
    options = tuple(text(f"kind {number}") for number in range(count))
    column = Field(field="kind", label=text("Kind"), type="choice", options=options)
    content = table_field(formpen(), field("goods", columns=(column,)))
    assert ("kind 0 / kind 1" in words_of(content[-1:])) == printed


def test_options_that_head_the_rows_are_not_said_again_below() -> None:
    marks = field("marks")
    sound = Field(
        field="state", label=text("State"), type="choice", options=(text("good"), text("bad"))
    )
    content = table_field(formpen(), field("marks", columns=(*marks.columns, sound)))
    assert words_of(content[-1:]) == "State: good / bad"


def test_the_longest_word_of_a_heading_counts() -> None:
    one, other = (
        Field(field="x", label=text(words), type="integer")
        for words in ("Extraordinarily no", "no Extraordinarily")
    )
    first, second = least_widths(formpen(), field("goods", columns=(one, other)))
    assert first == second > 800
