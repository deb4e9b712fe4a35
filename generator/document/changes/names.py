"""Names what changed and what it refers to, as people know it: by titles, not by ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.base.diagnostics import N_
from generator.base.i18n import AUTONYMS
from generator.document.blocks import text_of
from generator.document.changes.labels import kind_words
from generator.document.context import Context
from generator.document.form_page import TYPE_WORDS
from generator.document.form_words import formula_words
from generator.document.reference_pages import INFORMATION_KINDS
from generator.model.changes import Element
from generator.model.changes.spelling import spelt
from generator.model.handbook import Handbook
from generator.model.ids import FormId
from generator.model.process import FormUse
from generator.model.text import Text
from generator.notation.due_words import WEEKDAYS
from generator.notation.text import Literal, parse_text

_USES: Mapping[str, str] = {
    "read": N_("reads {form}"),
    "fill": N_("fills {form}"),
    "add": N_("adds to {form}"),
    "approve": N_("approves {form}"),
    "file": N_("files {form}"),
}
_ROLES = frozenset(
    {
        *("responsible", "accountable", "consulted", "informed", "owner", "approver", "keeper"),
        *("distribution", "by", "from", "to", "any-of", "all-of", "role", "lanes"),
        *("prepared-by", "reviewed-by", "approved-by", "reports-to"),
    }
)
_VALUES: Mapping[str, Mapping[str, str]] = {
    "type": TYPE_WORDS,
    "workdays": WEEKDAYS,
    "kind": {
        **INFORMATION_KINDS,
        "read": N_("reads it"),
        "fill": N_("fills it"),
        "add": N_("adds to it"),
        "approve": N_("approves it"),
        "file": N_("files it"),
    },
    "sign": {"one": N_("one of them"), "all": N_("all of them")},
    "rules": {
        "error": N_("error"),
        "warning": N_("warning"),
        "info": N_("note"),
        "off": N_("off"),
    },
}
"""Keys whose values are words of the product."""
_PARTS = {
    "covers": "section",
    "section": "section",
    "amount": "field",
    "chapter": "chapter",
    "authority": "authority",
    "commits": "authority",
    "band": "authority",
}
"""Keys whose values are ids of parts of a form or of the handbook, and of what kind."""


def id_words(ctx: Context, path: tuple[Element, ...], key: str, name: str) -> str:
    """Return what an id is called where the key says what it refers to."""
    outer, _, inner = key.partition(".")
    head = inner if inner in _VALUES else outer
    links, book, words = ctx.links, ctx.handbook, ctx.words
    linked = _linked(book, head, name)
    if name in _VALUES.get(head, {}):
        said = words.say(_VALUES[head][name])
    elif head == "languages":
        said = AUTONYMS.get(name, name)
    elif head in _PARTS:
        inside = (*path, Element("", "")) if len(path) == 1 else path
        title = _TITLES[_PARTS[head]](book, inside).get(name)
        said = words.translated(title.source) if title else name
    elif linked is not None:
        said = text_of(getattr(links, linked)(name))
    elif head == "at" and path[0].id in book.processes:
        said = text_of(links.step(path[0].id, name))
    else:
        said = words.translated(name)
    return said


def _linked(book: Handbook, key: str, name: str) -> str | None:
    """The kind of the thing that an id of a key names."""
    if key in _ROLES and (name in book.roles or name not in book.units):
        return "role"
    if key in {*_ROLES, "unit", "parent"}:
        return "unit"
    if key in {"form", "forms"} or (key == "successor" and name in book.forms):
        return "form"
    return "process" if key == "successor" else None


def use_words(ctx: Context, use: FormUse) -> str:
    """Return what a step does with a form."""
    form = text_of(ctx.links.form(use.form))
    found = ctx.handbook.forms.get(use.form)
    for section in found.sections if found else ():
        if section.section == use.section:
            form = f"{form} · {ctx.words.translated(section.title.source)}"
    return ctx.words.say(_USES[use.kind], form=form)


def title_of(ctx: Context, path: tuple[Element, ...]) -> str:
    """Return what a thing is called, the document first; its id where it has no title."""
    return " · ".join(filter(None, (_title(ctx, path[: at + 1]) for at in range(len(path)))))


def _title(ctx: Context, path: tuple[Element, ...]) -> str:
    """Return what the last thing on a way is called."""
    element, words = path[-1], ctx.words
    if len(path) == 1 and element.kind in _LINKED:
        return text_of(getattr(ctx.links, element.kind)(element.id))
    if element.kind in _WORDS:
        return _WORDS[element.kind](ctx, path)
    titles = _TITLES.get(element.kind)
    title = titles(ctx.handbook, path).get(element.id) if titles else None
    if title is not None:
        return words.translated(title.source)
    if "${" in element.id:  # known by a text in which values stand
        parsed = parse_text(element.id).value
        text = Text(element.id, parsed.parts if parsed else (Literal(element.id),))
        return ctx.phrases.plain(text, ctx.handbook.processes.get(path[0].id))
    return words.translated(element.id) if element.id else kind_words(words, element.kind)


def _use(ctx: Context, path: tuple[Element, ...]) -> str:
    kind, _, part = path[-1].id.partition(" ")
    form, _, section = part.partition(".")
    use = FormUse(kind=kind, form=FormId(form), section=section or None)  # type: ignore[arg-type]
    return use_words(ctx, use)


def _rule(ctx: Context, path: tuple[Element, ...]) -> str:
    """What must hold, in words."""
    must, form = path[-1].id, ctx.handbook.forms.get(path[0].id)
    fields = form.fields if form else ()
    rules = (*(form.rules if form else ()), *(rule for field in fields for rule in field.rules))
    found = next((each.must for each in rules if str(spelt(each.must)) == must), None)
    return formula_words(ctx, form, found) if form and found else must


def _term(ctx: Context, path: tuple[Element, ...]) -> str:
    """The title of a term, or the English word that the glossary has for it."""
    term = next((each for each in ctx.handbook.glossary.terms if each.term == path[-1].id), None)
    if term is None:
        return path[-1].id
    english = "" if ctx.words.original else term.en
    return english or ctx.words.translated(term.title.source)


_WORDS: Mapping[str, Callable[[Context, tuple[Element, ...]], str]] = {
    "step": lambda ctx, path: text_of(ctx.links.step(path[0].id, path[-1].id)),
    "reporting-line": lambda ctx, path: text_of(ctx.links.role(path[-1].id)),
    "form-use": _use,
    "rule": _rule,
    "term": _term,
}
"""What is known by something else than a title of its own."""


def _fields(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    form = book.forms.get(path[0].id)
    known = {
        each.field: each for each in (*book.settings.form_header, *(form.fields if form else ()))
    }
    table = known.get(path[-2].id) if path[-2].kind == "field" else None
    return {each.field: each.label for each in (table.columns if table else known.values())}


def _sections(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    form = book.forms.get(path[0].id)
    return {each.section: each.title for each in form.sections} if form else {}


def _milestones(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    process = book.processes.get(path[0].id)
    return {each.milestone: each.title for each in process.milestones} if process else {}


def _values(book: Handbook, path: tuple[Element, ...]) -> Mapping[str, Text]:
    parameter = book.parameters.get(path[0].id)
    return {each.value: each.label for each in parameter.values} if parameter else {}


_TITLES: Mapping[str, Callable[[Handbook, tuple[Element, ...]], Mapping[str, Text]]] = {
    "field": _fields,
    "section": _sections,
    "milestone": _milestones,
    "value": _values,
    "chapter": lambda book, _: {name: each.title for name, each in book.chapters.items()},
    "parameter": lambda book, _: {name: each.title for name, each in book.parameters.items()},
    "authority": lambda book, _: {
        **{name: each.title for name, each in book.parameters.items()},
        **{name: each.title for name, each in book.authorities.items()},
    },
    "source": lambda book, _: {each.source: each.title for each in book.sources.sources},
}
_LINKED = frozenset({"process", "form", "role", "unit", "item"})
