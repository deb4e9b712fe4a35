"""The rules about inserts in text."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule
from generator.notation.examples import take_order

# Braces in a sentence would be taken for gaps, so the findings bring them along as arguments.
INSERT_UNCLOSED = Rule(
    code="HB220",
    name="insert-unclosed",
    message=N_("“{insert}” begins an insert that is not closed."),
    hint=N_("Close it with a brace, for example {example}."),
    why=N_(
        "What stands between the braces is replaced by a value. Without the closing brace nobody "
        "can tell where the name ends, and the page would show half a name."
    ),
    wrong=take_order(do="Confirm within ${reply-time."),
    right=take_order(do="Confirm within ${reply-time}."),
)

INSERT_MALFORMED = Rule(
    code="HB221",
    name="insert-malformed",
    message=N_("“{insert}” is not an insert."),
    hint=N_("Name a parameter or a step by its id, for example {example} or {step}."),
    why=N_(
        "Inserts name a parameter or a step by its id: lower-case words joined by hyphens, "
        "without spaces, in half-width characters."
    ),
    wrong=take_order(do="Confirm within ${Reply Time}."),
    right=take_order(do="Confirm within ${reply-time}."),
)

INSERT_PREFIX = Rule(
    code="HB222",
    name="insert-prefix",
    message=N_("“{insert}” is not an insert: “{prefix}:” is unknown."),
    hint=N_(
        "Only steps have a prefix ({step}). For another document write its code, such as "
        "P-01-01; it becomes a link by itself."
    ),
    why=N_(
        "Steps of the same process and parameters can be inserted. Other documents are mentioned "
        "by their code, which stays readable on paper."
    ),
    wrong=take_order(do="Write it on ${form:order-sheet}."),
    right=take_order(do="Write it on the order sheet."),
)

STEP_INSERT_OUTSIDE_TEXT = Rule(
    code="HB223",
    name="step-insert-outside-text",
    message=N_("“{insert}” inserts a title and can stand only in text."),
    hint=N_("Write the id of the step alone, for example: 3wd after take"),
    why=N_(
        "A step insert becomes the title of the step as a link. A due needs the step itself, "
        "and a condition needs a value."
    ),
    wrong=take_order(due="3wd after ${step:take}"),
    right=take_order(due="3wd after take"),
)

TEXT_RULES = (
    INSERT_UNCLOSED,
    INSERT_MALFORMED,
    INSERT_PREFIX,
    STEP_INSERT_OUTSIDE_TEXT,
)
