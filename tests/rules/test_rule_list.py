"""What the product can find, as one list: codes and names are what people write after “ignore”."""

from __future__ import annotations

from collections.abc import Callable

from generator.rules.catalogue import all_rules


def test_every_rule_with_its_weight(snapshot: Callable[[str, str], None]) -> None:
    rules = all_rules()
    lines = [f"{code} {rule.name} {rule.severity.value}" for code, rule in rules.items()]
    assert all(rule.code == code for code, rule in rules.items())
    snapshot("\n".join(lines) + "\n", "rules.txt")
