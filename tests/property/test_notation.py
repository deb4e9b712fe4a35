"""Whatever is written in the small languages is read, and what they write reads back the same."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostics import Message
from generator.notation.due import parse_due
from generator.notation.due_kinds import (
    Anchor,
    AtOnce,
    ByField,
    ByParameter,
    Daily,
    Due,
    Every,
    FieldMention,
    LastDay,
    Monthly,
    Offset,
    OnDemand,
    Quarterly,
    Relative,
    SameDay,
    Weekday,
    Weekly,
    Within,
    WithinField,
    Workdays,
    Yearly,
)
from generator.notation.due_words import due_words
from generator.notation.duration import Duration, TimeUnit, parse_duration
from generator.notation.evaluation import Given, evaluate
from generator.notation.expression import parse_expression
from generator.notation.expression_kinds import Kind, Type
from generator.notation.expression_tree import (
    STRENGTHS,
    Binary,
    Call,
    Expression,
    FieldName,
    Length,
    Minus,
    Not,
    Number,
    TextLiteral,
)
from generator.notation.expression_types import check_types
from generator.notation.findings import Fault
from generator.notation.inserts import ParameterInsert
from generator.notation.text import parse_text

ids = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
fields = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
inserts = st.builds(ParameterInsert, ids, st.none() | ids)
durations = st.builds(Duration, st.integers(1, 9999), st.sampled_from(TimeUnit))
ranges = st.builds(
    lambda low, more, unit: Duration(low + more, unit, low),
    st.integers(1, 5000),
    st.integers(1, 4999),
    st.sampled_from(TimeUnit),
)
anchors = st.builds(Anchor, ids)
times = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.sets(st.sampled_from(Weekday), min_size=1).map(
    lambda chosen: tuple(day for day in Weekday if day in chosen)
)
ends = st.sampled_from(LastDay)
relations = st.sampled_from(["before", "on", "not before"])
spans = durations | inserts

dues: st.SearchStrategy[Due] = st.one_of(
    st.builds(Within, durations),
    st.builds(ByParameter, inserts),
    st.builds(Offset, span=spans, relation=st.just("after"), anchor=anchors),
    st.builds(
        Offset,
        span=spans,
        relation=st.just("before"),
        anchor=anchors,
        at_least=st.booleans(),
    ),
    st.builds(Relative, relation=relations, anchor=anchors, at=times).filter(
        # “on demand” is a due of its own.
        lambda due: due.anchor.id != "demand"
    ),
    st.builds(Every, span=spans),
    st.builds(SameDay, at=times),
    st.builds(Daily, at=times),
    st.builds(Workdays, at=times),
    st.builds(Weekly, days=days, at=times),
    st.builds(Monthly, on=st.integers(1, 28) | ends, at=times),
    st.builds(Quarterly, on=st.integers(1, 30) | ends, at=times),
    st.builds(Yearly, month=st.integers(1, 12), on=st.integers(1, 28), at=times),
    st.builds(ByField, st.builds(FieldMention, ids, fields)),
    st.builds(WithinField, st.builds(FieldMention, ids, fields)),
    st.builds(Within, ranges),
    st.just(AtOnce()),
    st.just(OnDemand()),
)

names = fields.filter(lambda name: name not in {"and", "or", "not"})
columns = st.builds("{}.{}".format, names, fields)
atoms: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Number, st.decimals(0, 10**9, allow_nan=False, places=2)),
    st.builds(TextLiteral, st.text(max_size=8)),
    st.builds(Length, durations),
    st.builds(FieldName, names | columns),
    inserts,
)
functions = st.sampled_from(["sum", "count", "filled", "today", "date"])
expressions: st.SearchStrategy[Expression] = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(Minus, inner),
        st.builds(Binary, st.sampled_from(sorted(STRENGTHS)), inner, inner),
        st.builds(Call, functions, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)

WORDS = re.split(
    " ",
    "at least once on demand by before after not every daily workdays weekly sat fri monthly last "
    "last-wd quarterly yearly 12-28 13-40 18:00 24:00 3wd 3 天 工作日 每周 六 每月 底 前 后 两 十 "
    "opening form.field ${a} ${a.b} ${step:x} ${ } $ and or ( ) , = == <> < > + - * / sum today "
    'count filled date a goods.amount "x" “ ” " \' 30d 5000 EUR P-07-03 FM-1-2 \uff04\uff5b \uff1d',
)
scribbles = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from(["", " ", "  "]).map(lambda gap: gap.join(words))
)
anything = st.text(max_size=60) | scribbles


def holds_inside(source: str, faults: tuple[Fault, ...]) -> None:
    """Check that the places of faults are places of the text, and their sentences complete."""
    for fault in faults:
        assert 0 <= fault.start <= fault.end <= len(source)
        assert fault.rule.message.format(**fault.args)
        assert fault.hint or fault.rule.hint.format(**fault.args)


@given(anything)
def test_any_text_is_read_or_told(source: str) -> None:
    parsed = parse_text(source)
    holds_inside(source, parsed.faults)
    assert (parsed.value is None) == bool(parsed.faults)
    if parsed.value:
        assert str(parsed.value) == source


@given(anything)
def test_any_due_is_read_or_told_in_one_fault(source: str) -> None:
    parsed = parse_due(source)
    holds_inside(source, parsed.faults)
    assert len(parsed.faults) == (parsed.value is None)
    for fault in parsed.faults:
        if fault.right is not None:
            mended = source[: fault.start] + fault.right + source[fault.end :]
            assert fault.rule not in {again.rule for again in parse_due(mended).faults}


@given(anything)
def test_any_duration_is_read_or_told(source: str) -> None:
    parsed = parse_duration(source)
    holds_inside(source, parsed.faults)
    assert len(parsed.faults) == (parsed.value is None)


@given(anything)
def test_any_expression_is_read_or_told(source: str) -> None:
    parsed = parse_expression(source)
    holds_inside(source, parsed.faults)
    assert parsed.value is not None or parsed.faults


@given(durations)
def test_durations_read_back_the_same(duration: Duration) -> None:
    assert parse_duration(str(duration)).value == duration


@given(dues)
def test_dues_read_back_the_same_and_can_be_said(due: Due) -> None:
    assert parse_due(str(due)).value == due
    assert isinstance(due_words(due, {each: each.id for each in due.mentions}), Message)


@given(expressions)
def test_expressions_read_back_the_same(tree: Expression) -> None:
    parsed = parse_expression(str(tree))
    assert parsed.value == tree or "HB533" in {fault.rule.code for fault in parsed.faults}


values = st.none() | st.decimals() | st.text(max_size=3) | st.booleans() | st.dates()
kinds = st.builds(Kind, st.sampled_from(Type), st.booleans(), st.just(("x", "y")))


@given(
    expressions,
    values | st.datetimes() | st.timedeltas() | durations | st.tuples(values),
)
def test_any_expression_can_be_worked_out(tree: Expression, value: object) -> None:
    everywhere = _Everywhere(value)
    evaluate(tree, everywhere, everywhere, date(2026, 11, 30))


@given(expressions, kinds)
def test_any_expression_can_be_checked(tree: Expression, kind: Kind) -> None:
    source = str(tree)
    parsed = parse_expression(source)
    if parsed.value:
        scope = {"a": kind} | dict.fromkeys(["b", "c"], Kind(Type.NUMBER))
        holds_inside(source, check_types(parsed.value, scope, wanted=Type.ANY))


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6), st.integers(1, 1000))
def test_arithmetic_is_exact(first: int, second: int, third: int) -> None:
    tree = parse_expression("a + b * c").value
    assert tree is not None
    cents: dict[str, Given] = {
        "a": Decimal(first) / 100,
        "b": Decimal(second) / 100,
        "c": third,
    }
    found = evaluate(tree, cents, {}, date(2026, 11, 30))
    assert found == Decimal(first + second * third) / 100


class _Everywhere(dict[str, Any]):
    """Gives the same value for every name."""

    def __init__(self, value: object) -> None:
        self._value = value

    def get(self, _key: object, _default: object = None) -> Any:
        return self._value
