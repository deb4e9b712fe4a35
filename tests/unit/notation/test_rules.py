"""The examples of the rules about the small languages show what they say."""

from __future__ import annotations

import pytest
import yaml

from generator.base.diagnostics import Rule
from generator.notation import NOTATION_RULES
from generator.notation.due import parse_due
from generator.notation.due_parameters import fill_due
from generator.notation.duration import parse_duration
from generator.notation.expression import parse_expression
from generator.notation.expression_kinds import Kind, Type
from generator.notation.expression_types import check_types
from generator.notation.findings import Fault
from generator.notation.text import parse_text

PARAMETERS = {"approval-limit": "5000 EUR", "reply-time": "2h"}
SCOPE = {
    "customer": Kind(Type.TEXT),
    "amount": Kind(Type.MONEY),
    "placed_on": Kind(Type.DATE),
    "kind": Kind(Type.TEXT, options=("stock", "custom")),
    "manager_sign": Kind(Type.TEXT),
    "goods": Kind(Type.TABLE),
    "goods.price": Kind(Type.MONEY, many=True),
}


def faults_of(example: str) -> list[Fault]:
    """Read all that is written in the small languages in an example."""
    data = yaml.safe_load(example)
    found: list[Fault] = []
    for step in data.get("steps", ()):
        found += parse_text(step.get("do", "")).faults
        found += parse_duration(step.get("takes", "1h")).faults
        due = parse_due(step["due"])
        found += due.faults
        if due.value:
            found += fill_due(due.value, lambda insert: PARAMETERS.get(insert.id)).faults
    for rule in data.get("rules", ()):
        expression = parse_expression(rule["must"])
        found += expression.faults
        if expression.value:
            found += check_types(expression.value, SCOPE)
    return found


@pytest.mark.parametrize("rule", NOTATION_RULES, ids=lambda rule: rule.code)
def test_the_wrong_example_breaks_just_this_rule_and_the_right_one_none(
    rule: Rule,
) -> None:
    assert isinstance(rule.wrong, str)
    assert isinstance(rule.right, str)
    (fault,) = faults_of(rule.wrong)
    assert fault.rule is rule
    assert faults_of(rule.right) == []


@pytest.mark.parametrize("rule", NOTATION_RULES, ids=lambda rule: rule.code)
def test_every_gap_of_a_rule_is_filled_by_its_faults(rule: Rule) -> None:
    assert isinstance(rule.wrong, str)
    (fault,) = faults_of(rule.wrong)
    assert rule.message.format(**fault.args)
    assert rule.hint.format(**fault.args)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in NOTATION_RULES}) == len(NOTATION_RULES)
    assert len({rule.name for rule in NOTATION_RULES}) == len(NOTATION_RULES)
