"""Every kind of finding by its code, for `explain`, the documentation and the tests."""

from __future__ import annotations

from collections.abc import Mapping

from generator.collect_rules import COLLECT_RULES
from generator.diagnostics import Rule
from generator.notation import NOTATION_RULES
from generator.reading.findings import READING_RULES
from generator.rules.registry import semantic_rules
from generator.shape_rules import SHAPE_RULES
from generator.site_rules import SITE_RULES
from generator.suppression import SUPPRESSION_RULES


def all_rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order of the codes."""
    rules = (
        *READING_RULES,
        *SITE_RULES,
        *COLLECT_RULES,
        *SUPPRESSION_RULES,
        *SHAPE_RULES,
        *NOTATION_RULES,
        *semantic_rules(),
    )
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
