"""The list of all rules: nothing is found by import magic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import cast

from generator.base.diagnostics import Diagnostic, Rule
from generator.model.handbook import Handbook
from generator.rules import (
    abandoned_group,
    absent_signer,
    ambiguous_parameter,
    call_without_return,
    calls_itself,
    code_scheme,
    dateless_milestone,
    dead_end,
    decides_too_early,
    due_case,
    due_in_words,
    duplicate_code,
    duplicate_id,
    endless_flow,
    expression_types,
    fall_through,
    header_field_again,
    homeless_role,
    idle_form,
    idle_role,
    in_force_without_approval,
    many_accountable,
    member_twice,
    missing_due,
    missing_responsible,
    one_accountable,
    outsider_accountable,
    parameter_in_circle,
    parameter_no_due,
    repeated_version,
    reports_in_circle,
    revision_order,
    role_twice,
    span_of_control,
    taken_former_id,
    two_ways_onward,
    uncovered_option,
    undecidable_field,
    unfilled_section,
    unknown_authority,
    unknown_basis,
    unknown_chapter,
    unknown_code,
    unknown_field,
    unknown_form,
    unknown_option,
    unknown_parameter,
    unknown_process,
    unknown_role,
    unknown_section,
    unknown_source,
    unknown_step,
    unknown_unit,
    unreachable_step,
    unread_value,
    unsound_bands,
    unsound_group,
)
from generator.rules.book import Book
from generator.rules.unjudged import COMPLETE, Unjudged

Check = Callable[[Book], Iterator[Diagnostic]]

MODULES: tuple[ModuleType, ...] = (
    unknown_role,
    unknown_unit,
    unknown_process,
    unknown_form,
    unknown_section,
    unknown_field,
    unknown_step,
    unknown_parameter,
    unknown_authority,
    unknown_code,
    unknown_basis,
    unknown_source,
    unknown_chapter,
    duplicate_id,
    ambiguous_parameter,
    unsound_bands,
    parameter_in_circle,
    unread_value,
    fall_through,
    unreachable_step,
    dead_end,
    endless_flow,
    two_ways_onward,
    uncovered_option,
    unknown_option,
    undecidable_field,
    unsound_group,
    abandoned_group,
    call_without_return,
    calls_itself,
    due_case,
    missing_due,
    due_in_words,
    parameter_no_due,
    dateless_milestone,
    decides_too_early,
    missing_responsible,
    one_accountable,
    role_twice,
    member_twice,
    outsider_accountable,
    many_accountable,
    span_of_control,
    reports_in_circle,
    idle_role,
    homeless_role,
    unfilled_section,
    header_field_again,
    idle_form,
    absent_signer,
    expression_types,
    duplicate_code,
    code_scheme,
    revision_order,
    repeated_version,
    in_force_without_approval,
    taken_former_id,
)


def check_rules(handbook: Handbook, unjudged: Unjudged = COMPLETE) -> list[Diagnostic]:
    """Return the findings of all rules; `unjudged` is what they cannot see."""
    book = Book(handbook, unjudged)
    return [found for module in MODULES for found in cast("Check", module.check)(book)]


def semantic_rules() -> tuple[Rule, ...]:
    """The rules that have a module of their own."""
    rules = (getattr(module, "RULE", None) for module in MODULES)
    return tuple(rule for rule in rules if rule is not None)
