"""HB805: a parameter was changed without a new entry in the history of the parameters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.changes import Element
from generator.rules.examples import PARAMETERS
from generator.rules.policy.since import Since, new_entry

_EXAMPLE = (
    PARAMETERS + "parameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Orders the clerk may release,\n"
    "     is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time to answer an order, is: 4h}\n"
)
RULE = Rule(
    code="HB805",
    name="unrevised-parameter",
    message=N_("“{title}” was changed, but the parameters have no new entry in “revisions:”."),
    hint=N_("Put a new entry on top of “revisions:” in parameters.yml."),
    why=N_(
        "A changed parameter changes every process and form that cites it: who approved it, and "
        "when, stands in one place, the history of the parameters."
    ),
    wrong=_EXAMPLE,
    right=_EXAMPLE + "revisions:\n"
    "  - {version: V1.0, date: 2026-03-01, approved: 2026-03-01, change: Slower}\n",
)


def check(since: Since) -> Iterator[Diagnostic]:
    """Find the parameters that changed while their history did not."""
    old, new = since.before.parameter_file.revisions, since.after.parameter_file.revisions
    if new_entry(old, new) is not None:
        return
    told: set[str] = set()
    for each in since.contents.get(Element("parameters", ""), ()):
        name = each.document.id
        there = since.after.parameters.get(name) or since.before.parameters.get(name)
        if there is not None and name not in told:
            told.add(name)
            yield RULE.at(each.where, title=there.title.source)
