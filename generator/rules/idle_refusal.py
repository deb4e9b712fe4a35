"""HB508: refusals that are no conclusions, or that leave no way to approve."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Message, Rule
from generator.rules.book import Book
from generator.rules.examples import signed_sheet

_SIGN = "type: signature, by: manager, conclusions: [granted, sent back], refuses: "
RULE = Rule(
    code="HB508",
    name="idle-refusal",
    message=N_("“{label}”: {what}."),
    hint=N_("List under “refuses:” some of these, word for word: {known}"),
    why=N_("A refusal that nobody can choose is never found, and who cannot approve only refuses."),
    wrong=signed_sheet(_SIGN + "[refused]"),
    right=signed_sheet(_SIGN + "[sent back]"),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find refusals that are not among the conclusions, and signatures that can only refuse."""
    for form in book.handbook.form_list:
        for field in form.fields:
            known = [each.source for each in field.conclusions]
            listed, label = ", ".join(known), field.label.source
            for each in field.refuses:
                if each.source not in known:
                    gap = {"refusal": each.source}
                    what = Message("“{refusal}” is none of the conclusions", gap)
                    yield RULE.at(each.where, what=what, label=label, known=listed)
            if known and {each.source for each in field.refuses} >= set(known):
                what = Message("every conclusion is a refusal")
                yield RULE.at(field.where / "refuses", what=what, label=label, known=listed)
