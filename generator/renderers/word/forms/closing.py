"""Who fills a section at which step; and the end of a form: its way, how long it is kept."""

from __future__ import annotations

from itertools import groupby

from generator.document.process_page import USE_WORDS
from generator.model.handbook import StepUse
from generator.model.hands import hands
from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.text import ParagraphFormat, RunFormat, paragraph, run

LEAD = RunFormat(bold=True)


def closing(pen: FormPen) -> Nodes:
    """Return the last lines of the form."""
    form = pen.form
    lines = [
        (pen.say("Way of this form"), _way(pen)),
        (pen.say("Kept"), "".join(each.text for each in pen.ctx.phrases.keep(form.keep))),
        (pen.say("Note"), pen.words(form.note)),
    ]
    shown = [run(label + pen.say(": "), LEAD) + run(text) for label, text in lines if text]
    last = len(shown) - 1
    return joined(
        paragraph(line, "FormNote", ParagraphFormat(before=20 if at else 100, keep_next=at < last))
        for at, line in enumerate(shown)
    )


def who_fills_line(pen: FormPen, uses: tuple[StepUse, ...]) -> str:
    """Return who fills a section at which steps of which processes, as one line."""
    found: dict[tuple[str, str], list[str]] = {}
    for use in uses:
        number = use.process.steps.index(use.step) + 1
        place = pen.say("{process}, step {number}", process=use.process.code, number=number)
        does = pen.say(USE_WORDS[use.use.kind])
        found.setdefault((_who(pen, use), does), []).append(place)
    return pen.say("; ").join(
        pen.say(
            "{who}: {what} ({steps})", who=who, what=does, steps=pen.ctx.words.comma.join(places)
        )
        for (who, does), places in found.items()
    )


def _way(pen: FormPen) -> str:
    """Return through whose hands the form goes, in the order of the steps."""
    uses = pen.ctx.handbook.uses_by_form.get(pen.form.id, ())
    hands = [
        pen.say("{who}: {what}", who=_who(pen, each), what=pen.say(USE_WORDS[each.use.kind]))
        for each in uses
    ]
    return " → ".join(hand for hand, _ in groupby(hands))


def _who(pen: FormPen, use: StepUse) -> str:
    return "".join(part.text for part in pen.ctx.links.roles(hands(pen.ctx.handbook, use)))
