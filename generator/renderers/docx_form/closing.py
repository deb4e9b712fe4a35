"""The end of a form: where it goes next, how long it is kept, notes."""

from __future__ import annotations

from generator.document.form_page import USE_WORDS
from generator.model.handbook import StepUse
from generator.ooxml.text import Look, paragraph, run
from generator.renderers.docx_form.pen import Pen

LEAD = Look(bold=True)


def closing(pen: Pen) -> str:
    """Return the last lines of the form."""
    form = pen.form
    lines = [
        (pen.say("Way of this form"), _route(pen)),
        (pen.say("Kept"), "".join(each.text for each in pen.ctx.keep(form.keep))),
        (pen.say("Note"), pen.words(form.note)),
    ]
    shown = [
        paragraph(run(label + pen.say(": "), LEAD) + run(text), "FormNote")
        for label, text in lines
        if text
    ]
    return "".join(shown)


def who_fills_line(pen: Pen, uses: tuple[StepUse, ...]) -> str:
    """Return who fills a section at which step of which process, as one line."""
    return pen.say("; ").join(_use(pen, each) for each in uses)


def _route(pen: Pen) -> str:
    titles = {each.section: pen.words(each.title) for each in pen.form.sections}
    uses = pen.ctx.handbook.uses_by_form.get(pen.form.id, ())
    return " → ".join(_use(pen, each, titles.get(each.use.section or "", "")) for each in uses)


def _use(pen: Pen, each: StepUse, section: str = "") -> str:
    number = each.process.steps.index(each.step) + 1
    who = "".join(part.text for part in pen.ctx.role(each.step.responsible))
    what = pen.say(USE_WORDS[each.use.kind])
    if section:
        what = pen.say("{does} “{section}”", does=what, section=section)
    return pen.say(
        "{who}: {what} ({process}, step {number})",
        who=who,
        what=what,
        process=each.process.code,
        number=number,
    )
