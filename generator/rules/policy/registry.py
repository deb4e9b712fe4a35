"""The list of the rules of the change policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from generator.base.diagnostics import Diagnostic, Rule
from generator.rules.policy import (
    approved_before,
    not_compared,
    outdated_confirmation,
    overdue_review,
    removed_field,
    unrevised_change,
    unrevised_parameter,
    vanished_id,
)
from generator.rules.policy.since import Since

_MODULES = (
    unrevised_change,
    removed_field,
    vanished_id,
    approved_before,
    unrevised_parameter,
    not_compared,
    outdated_confirmation,
)
POLICY_RULES: tuple[Rule, ...] = (*(each.RULE for each in _MODULES), overdue_review.RULE)


def check_since(since: Since) -> list[Diagnostic]:
    """Return what a change does not respect."""
    checks = [cast("Callable[[Since], Iterator[Diagnostic]]", each.check) for each in _MODULES]
    return [found for check in checks for found in check(since)]
