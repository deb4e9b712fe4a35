"""HB807: a file that could not be compared with its earlier state."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule, Span
from generator.rules.examples import TAKE_ORDER
from generator.rules.policy.since import Since

RULE = Rule(
    code="HB807",
    name="not-compared",
    message=N_("{file} cannot be read whole in both states: what changed in it is not known."),
    hint=N_("Mend the file, or name an earlier state in which it was whole."),
    why=N_("What is not known must not count as “nothing changed”."),
    wrong=TAKE_ORDER + "purpose: [\n",
    right=TAKE_ORDER + "title: Take an order\n",
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Tell every such file."""
    for file in since.unread:
        yield RULE.at(Span(file), file=file)
