"""Whatever people and programs do to a form: nothing in it is lost, and no value is a wrong one.

Each kind of damage adds words that stand nowhere else. They have to come back in the record, in a
value, a remark or an open point; and each value that was there before is there still, or asked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

import pytest
from damage import DAMAGES, Returned, returned
from filling import fill, sample
from forms import TODAY
from shipped import shipped

from generator.base.diagnostics import Message, Result
from generator.base.i18n import Catalogue, product_catalogue
from generator.collect.collecting import Collector
from generator.collect.record import FormRecord
from generator.collect.store_json import as_json
from generator.document.context import Context
from generator.model.form import Field, Form
from generator.model.form_tags import column_tag, row_marks
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

ALL = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
MOST = 8 if ALL else 1
LOST = {"names_lost", "controls_lost"}
ENOUGH = 0.95


HANDBOOK = shipped().handbook


def context() -> Context:
    return Context.of(HANDBOOK, product_catalogue("zh"), Catalogue("zh"))


def plain_tables(form: Form) -> list[Field]:
    return [
        each
        for each in form.fields
        if each.columns and not row_marks(each) and each.columns[0].type in {"text", "person"}
    ]


def of_type(form: Form, *types: str) -> list[str]:
    return [
        each.field
        for each in form.fields
        if each.type in types and not each.computed and not each.max_length
    ]


def is_rich(form: Form) -> bool:
    texts, numbers = of_type(form, "text", "long-text"), of_type(form, "integer", "number", "money")
    return bool(len(texts) > 1 and numbers and of_type(form, "date") and plain_tables(form))


FORMS = [each.id for each in HANDBOOK.form_list if is_rich(each)][:MOST]


def filled(form: Form) -> bytes:
    book = HANDBOOK
    return fill(form_docx(context(), form, House()), book, form, sample(book, form))


def opened(raw: bytes, form: Form) -> Returned:
    table = next(iter(plain_tables(form)), None)
    return returned(
        raw,
        texts=of_type(form, "text", "long-text"),
        numbers=of_type(form, "integer", "number", "money"),
        dates=of_type(form, "date"),
        table=column_tag(table, table.columns[0]) if table else "",
        width=len(table.columns) if table else 0,
    )


def collected(raw: bytes) -> Result[FormRecord]:
    return Collector(context()).collect("x.docx", raw, TODAY)


def values_of(result: Result[FormRecord]) -> Mapping[str, Any]:
    return result.value.values if result.value else {}


def changed(form: Form, before: Result[FormRecord], after: Result[FormRecord]) -> set[str]:
    """The fields that say something else now; rows may have changed places."""
    old, new = values_of(before), values_of(after)
    worked_out = {each.field for each in form.fields if each.computed}
    return {
        name
        for name in (*old, *new)
        if name not in worked_out and in_any_order(old.get(name)) != in_any_order(new.get(name))
    }


def in_any_order(value: Any) -> Any:
    return sorted(map(repr, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize("form_id", FORMS)
def test_nothing_is_lost_and_no_value_is_wrong(form_id: str) -> None:
    form = HANDBOOK.forms[form_id]
    raw = filled(form)
    before = collected(raw)
    for name, harm in DAMAGES.items():
        harmed = opened(raw, form)
        harm(harmed)
        after = collected(harmed.packed())
        assert after.value is not None, name
        said = json.dumps(as_json(after.value), ensure_ascii=False)
        assert [word for word in harmed.words if word not in said] == [], name
        for field in changed(form, before, after):
            value = str(after.value.values.get(field, ""))
            asked = {point.field for point in after.value.open_points}
            told = field in asked or said_gone(after, form, field) or kept(before, after, field)
            assert told or any(word in value for word in harmed.words), (name, field, value)
        assert name not in LOST or set(after.value.recovered) >= set(after.value.values)


def kept(before: Result[FormRecord], after: Result[FormRecord], name: str) -> bool:
    """Whether what stood in the field is now a remark: text deleted with tracking is no value."""
    words = "".join(str(values_of(before).get(name, "")).split())
    remarks = after.value.remarks if after.value else ()
    return bool(words) and any(words in "".join(each.text.split()) for each in remarks)


def said_gone(result: Result[FormRecord], form: Form, name: str) -> bool:
    """Whether a finding says that the field is no longer there."""
    label = next((each.label.source for each in form.fields if each.field == name), name)
    gone = [each.args["label"] for each in result.diagnostics if each.rule.code == "HB548"]
    tables = [each.args["table"] for each in gone if isinstance(each, Message)]
    return label in gone or label in tables


def test_there_are_more_than_forty_kinds_of_damage() -> None:
    assert len(DAMAGES) >= 50
    assert len(FORMS) == MOST


@pytest.mark.parametrize("kind", sorted(LOST))
def test_without_controls_nearly_all_values_are_found(kind: str) -> None:
    found = [0, 0]
    forms = HANDBOOK.form_list if ALL else HANDBOOK.form_list[:6]
    for form in forms:
        harmed = opened(filled(form), form)
        DAMAGES[kind](harmed)
        values, wanted = values_of(collected(harmed.packed())), sample(HANDBOOK, form)
        for place, value in leaves(wanted, form):
            found[0] += dict(leaves(values, form)).get(place) == value
            found[1] += 1
    assert found[0] >= ENOUGH * found[1] > 0


def leaves(values: Mapping[str, Any], form: Form) -> list[tuple[Any, Any]]:
    """Each single value with its place; what is worked out is left out."""
    worked_out = {each.field for each in form.fields if each.computed}
    worked_out |= {
        f"{each.field}.{inner.field}"
        for each in form.fields
        for inner in each.columns
        if inner.computed
    }
    found: list[tuple[Any, Any]] = []
    for name, value in values.items():
        if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
            found += [
                ((name, number, inner), one)
                for number, row in enumerate(value)
                for inner, one in row.items()
                if f"{name}.{inner}" not in worked_out
            ]
        elif name not in worked_out:
            found.append(((name,), value))
    return found
