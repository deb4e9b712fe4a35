"""What the product can find, and what `handbook explain` says of it, rule by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from generator.base.i18n import product_catalogue
from generator.cli.explain import explanation
from generator.rules.catalogue import all_rules, declared_rules


def test_every_rule_with_its_weight(snapshot: Callable[[str, str], None]) -> None:
    rules = all_rules()
    assert all(rule.code == code for code, rule in rules.items())
    lines = [
        " ".join((code, rule.name, rule.severity.value, *rule.keys)) for code, rule in rules.items()
    ]
    snapshot("\n".join(lines) + "\n", "rules.txt")


def test_what_explain_says_of_every_rule(snapshot: Callable[[str, str], None]) -> None:
    words = product_catalogue("en")
    said = [explanation(rule, words) for rule in all_rules().values()]
    snapshot("\n".join(said), "explained.txt")


def test_each_code_and_each_name_belongs_to_one_rule() -> None:
    rules = {id(each): each for each in declared_rules()}.values()
    for names in ([each.code for each in rules], [each.name for each in rules]):
        assert [name for name, number in Counter(names).items() if number > 1] == []
