"""The right control for each type of field, with a prompt that fits its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.base.diagnostics import N_
from generator.document.form_words import formula_words
from generator.model.form import Field
from generator.model.form_tags import option_tags
from generator.model.text import Text
from generator.renderers.word.forms.measure import blank, fitting, lines
from generator.renderers.word.forms.pen import FormPen
from generator.renderers.word.forms.styles import SMALL_SIZE, TABLE_SIZE, TEXT_SIZE
from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.text import paragraph, run

MOST_PROMPT_LINES = 2
YES, NO = "yes", "no"
_BLANKS: Mapping[str, str] = {
    "date": N_("yyyy-mm-dd"),
    "date-time": N_("yyyy-mm-dd hh:mm"),
    "time": N_("hh:mm"),
}
_PROMPTS: Mapping[str, str] = {
    "integer": N_("whole number"),
    "number": N_("number"),
    "money": N_("amount"),
    "percent": N_("number"),
    "person": N_("name"),
}


def value_cell(pen: FormPen, field: Field, width: int) -> Nodes:
    """Return the paragraphs of a field's cell: control, unit, and help that is no prompt."""
    if field.type == "choices":
        return _boxes(pen, field) + _help(pen, field)
    if field.type == "check":
        words = pen.say("tick if yes") + "  "
        box = pen.controls.check(pen.entry(field.field, pen.words(field.label)))
        return paragraph(box + run(" " + words), "FormValue") + _help(pen, field)
    prompt = _prompt(pen, field, width)
    control = control_for(pen, field, field.field, prompt)
    content = paragraph(control, "FormValue")
    shown = pen.words(field.help) in {"", prompt}
    if field.type in {"choice", "role", "unit"} or not shown:
        content += _options_below(pen, field, prompt) + (() if shown else _help(pen, field))
    return content


def control_for(pen: FormPen, field: Field, tag: str, prompt: str) -> Nodes:
    """Return the control for a value; boxes to tick are made elsewhere."""
    entry = pen.entry(tag, pen.words(field.label), prompt)
    if field.type in {"date", "date-time"}:
        shape = pen.date_format
        if field.type == "date-time":
            shape = type(shape)(pattern=f"{shape.pattern} HH:mm", language=shape.language)
        return pen.controls.date(entry, shape)
    found = options_of(pen, field)
    if len(found) > 1:
        return pen.controls.choice(entry, found)
    return pen.controls.text(entry, lines=field.type == "long-text")


def options_of(pen: FormPen, field: Field) -> tuple[tuple[str, str], ...]:
    """Return (stored value, words shown): the stored value is the same in all languages."""
    known = id(field)  # fields live as long as the form
    if known not in pen.listed:
        pen.listed[known] = _options(pen, field)
    return pen.listed[known]


def _options(pen: FormPen, field: Field) -> tuple[tuple[str, str], ...]:
    if field.type == "check":
        return ((YES, pen.say("yes")), (NO, pen.say("no")))
    sources: Mapping[str, Callable[[], list[Text]]] = {
        "choice": lambda: list(field.options),
        "role": lambda: [each.title for each in pen.ctx.handbook.organization.roles],
        "unit": lambda: [each.title for each in pen.ctx.handbook.organization.units],
    }
    texts = sources[field.type]() if field.type in sources else []
    return _told_apart([(each.source, pen.words(each)) for each in texts])


def _told_apart(found: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    # A list takes each value and each wording once; two posts may bear one title.
    kept: dict[str, str] = {}
    for value, words in found:
        if value not in kept and words not in kept.values():
            kept[value] = words
    return tuple(kept.items())


def narrow_prompt(pen: FormPen, field: Field, width: int, size: int = TABLE_SIZE) -> str:
    """Return the prompt of a table's cell: as little ink as on a paper form."""
    if field.computed:
        return fitting((f"= {formula_words(pen.ctx, pen.form, field.computed)}", "="), width, size)
    if field.type in _BLANKS:
        spaces = blank(width, size)
        return fitting((pen.say(_BLANKS[field.type]), spaces), width, size)
    if field.type == "check":
        return pen.say("yes / no")
    if options_of(pen, field):
        return fitting((_listed(pen, field), pen.say("choose"), "▾"), width, size)
    return blank(width, size)


def _prompt(pen: FormPen, field: Field, width: int) -> str:
    help_ = pen.words(field.help)
    if field.computed:
        formula = formula_words(pen.ctx, pen.form, field.computed)
        return fitting((f"= {formula}", pen.say("worked out")), width, TEXT_SIZE, MOST_PROMPT_LINES)
    if field.type in _BLANKS:
        return pen.say(_BLANKS[field.type])
    if field.type == "choice":
        options = pen.say("choose: {options}", options=_listed(pen, field))
        return fitting((options, pen.say("choose")), width, TEXT_SIZE, MOST_PROMPT_LINES)
    if field.type in {"role", "unit"}:
        return pen.say("choose")
    prompt = _PROMPTS.get(field.type, N_("click to fill in"))
    return fitting(
        (help_, pen.say(prompt), pen.say("fill in"), "…"), width, TEXT_SIZE, MOST_PROMPT_LINES
    )


def _listed(pen: FormPen, field: Field) -> str:
    return " / ".join(words for _, words in options_of(pen, field))


def _options_below(pen: FormPen, field: Field, prompt: str) -> Nodes:
    listed = _listed(pen, field) if field.type == "choice" else ""
    return () if listed in prompt else pen.help(listed)


def _help(pen: FormPen, field: Field) -> Nodes:
    return pen.help(pen.words(field.help))


def _boxes(pen: FormPen, field: Field) -> Nodes:
    label = pen.words(field.label)
    parts: list[Nodes] = []
    for option, tag in option_tags(field).items():
        words = pen.ctx.words.translated(option)
        box = pen.controls.check(pen.entry(tag, f"{label}: {words}"))
        # A no-break space keeps the box with its words.
        parts.append(box + run("\u00a0" + words.replace(" ", "\u00a0")))
    return paragraph(joined(parts, run("   ")), "FormValue")


def needs_whole_row(pen: FormPen, field: Field, width: int) -> bool:
    """Tell whether half a row is too narrow for a field; `width` is that of the half's value."""
    help_lines = lines(pen.words(field.help), width, SMALL_SIZE) if field.help else 0
    if field.type == "long-text" or help_lines > MOST_PROMPT_LINES:
        return True
    if field.type == "choices":
        boxes = "   ".join(f"☐ {pen.words(each)}" for each in field.options)
        return lines(boxes, width, TEXT_SIZE) > 1
    if field.type == "choice":
        listed = pen.say("choose: {options}", options=_listed(pen, field))
        return lines(listed, width, TEXT_SIZE) > MOST_PROMPT_LINES
    return False
