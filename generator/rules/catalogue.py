"""Every kind of finding by its code, for `explain`, the documentation and the tests."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.diagnostics import Rule
from generator.notation import NOTATION_RULES
from generator.rules.declared.arrivals import ARRIVAL_RULES
from generator.rules.declared.collect import COLLECT_RULES
from generator.rules.declared.signatures import SIGNATURE_RULES
from generator.rules.declared.site import SITE_RULES
from generator.rules.policy.registry import POLICY_RULES
from generator.rules.registry import semantic_rules
from generator.source.reading.catalogue_rules import CATALOGUE_RULES
from generator.source.reading.findings import READING_RULES
from generator.source.shape_rules import SHAPE_RULES
from generator.source.suppression import SUPPRESSION_RULES


def all_rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order of the codes."""
    return {rule.code: rule for rule in sorted(declared_rules(), key=lambda rule: rule.code)}


def declared_rules() -> tuple[Rule, ...]:
    """Return all rules as they are declared; each code and each name has to be of one rule."""
    return (
        *READING_RULES,
        *CATALOGUE_RULES,
        *SITE_RULES,
        *COLLECT_RULES,
        *SIGNATURE_RULES,
        *ARRIVAL_RULES,
        *SUPPRESSION_RULES,
        *SHAPE_RULES,
        *NOTATION_RULES,
        *semantic_rules(),
        *POLICY_RULES,
    )
