"""Every rule's wrong example breaks just that rule; its right example breaks none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from overlay import checked, laid_over, starter

from generator.base.diagnostics import Rule, Severity
from generator.base.i18n import Catalogue, product_catalogue
from generator.report.text import report_text
from generator.rules.catalogue import all_rules
from generator.rules.declared.arrivals import ARRIVAL_RULES
from generator.rules.declared.collect import COLLECT_RULES
from generator.rules.declared.signatures import SIGNATURE_RULES
from generator.rules.declared.site import SITE_RULES
from generator.rules.policy.registry import POLICY_RULES
from generator.source.reading.catalogue_rules import CATALOGUE_RULES
from generator.source.reading.findings import READING_RULES

# Examples that are no handbook: whole files or folder listings, hand-written pages, filled forms.
# Their own tests run them.
_LISTS = (
    READING_RULES,
    CATALOGUE_RULES,
    SITE_RULES,
    COLLECT_RULES,
    SIGNATURE_RULES,
    ARRIVAL_RULES,
    POLICY_RULES,
)
ELSEWHERE = {id(rule) for rules in _LISTS for rule in rules}
RULES = [rule for rule in all_rules().values() if id(rule) not in ELSEWHERE]

# What a wrong example cannot help breaking too.
INEVITABLE: dict[str, set[str]] = {
    "HB090": {"HB210"},  # without a reason the comment silences nothing
    "HB092": {"HB107"},
    "HB504": {"HB416"},  # whoever decides there does not sign either
    "HB114": {"HB309"},  # one step is a member nine times, which keeps the example short
}


def codes(example: str | bytes, *, least: Severity | None = None) -> list[str]:
    assert isinstance(example, str)
    result = checked(laid_over(starter(), example))
    return [each.rule.code for each in result.diagnostics if least is None or each.weight is least]


def test_the_starter_handbook_is_clean() -> None:
    assert checked(starter()).diagnostics == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_wrong_example_breaks_just_this_rule(
    rule: Rule, snapshot: Callable[[str, str], None]
) -> None:
    assert isinstance(rule.wrong, str)
    result = checked(laid_over(starter(), rule.wrong))
    snapshot(report_text(result, Catalogue("en")), f"{rule.code}-{rule.name}.txt")
    found = [each.rule.code for each in result.diagnostics]
    assert rule.code in found
    assert set(found) - {rule.code} == INEVITABLE.get(rule.code, set())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_gap_of_its_sentences_is_filled(rule: Rule, language: str) -> None:
    assert isinstance(rule.wrong, str)
    words = product_catalogue(language)
    for each in checked(laid_over(starter(), rule.wrong)).diagnostics:
        said = words.say(each.message) + (words.say(each.hint) if each.hint else "")
        left = [
            gap for gap in re.findall(r"(?<!\$)\{(\w+)\}", rule.message) if f"{{{gap}}}" in said
        ]
        assert left == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_right_example_breaks_no_rule(rule: Rule) -> None:
    assert codes(rule.right, least=Severity.ERROR) == []
    assert rule.code not in codes(rule.right)
