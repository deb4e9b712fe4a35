"""The three small languages inside YAML text: inserts, dues and expressions."""

from __future__ import annotations

from generator.notation.due_rules import DUE_RULES
from generator.notation.expression_rules import EXPRESSION_RULES
from generator.notation.text_rules import TEXT_RULES

NOTATION_RULES = (*TEXT_RULES, *DUE_RULES, *EXPRESSION_RULES)
