"""Cures that a schema does not know: an id for another name, a step for a choice in a group.

People write the title of a thing, its code, the name of its file, or its id with other capitals and
other marks between the words: what they mean is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Message, Safety
from generator.model.handbook import Handbook
from generator.rules.book import Book
from generator.source.shape_rules import BAD_PATTERN, MISSING_KEY, UNKNOWN_KEY

_WRITE_ID = N_("Write its id: “{id}”.")
_ENDING = re.compile(r"\.ya?ml$", re.IGNORECASE)
# What is named where a rule finds a name that nobody knows.
_KINDS = {
    "HB201": "role",
    "HB202": "unit",
    "HB203": "process",
    "HB204": "form",
    "HB205": "form-section",
    "HB206": "form-field",
    "HB207": "step",
    "HB209": "authority",
}
# Where only a part of a text names something: the arguments that hold the name.
_DUES = {"HB329": ("text",), "HB323": ("due", "extra")}
_PARTS = {"form-section": "section", "form-field": "field"}
_INSERT = "HB221"

_DECIDE = Message(
    N_(
        "Somebody chooses at some time: name a step “- decision: id” here that has this choice, "
        "and lead its ways on to the join."
    )
)


def cured(found: Iterable[Diagnostic], handbook: Handbook) -> Iterator[Diagnostic]:
    """Yield the findings; one about what names a thing in another way says which id is meant."""
    book = Book(handbook)
    for finding in _choices(tuple(found)):
        yield _cured(finding, book) or finding


def _choices(found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Tell a choice that is a member of a group once, and how it is written."""
    choices = {each.where for each in found if each.rule is UNKNOWN_KEY and _is_choice(each)}
    for each in found:
        if each.where not in choices:
            yield each
        elif each.rule is UNKNOWN_KEY:
            yield replace(each, hint=_DECIDE, fix=None)
        elif each.rule is not MISSING_KEY:
            yield each


def _is_choice(found: Diagnostic) -> bool:
    where = found.where
    return (
        isinstance(where, Locator)
        and found.args["key"] in {"choose", "choose-any"}
        and where.path[-3:-2] == ("together",)
    )


def _cured(found: Diagnostic, book: Book) -> Diagnostic | None:
    if not isinstance(found.where, Locator):
        return None
    code, args = found.rule.code, found.args
    if found.rule is BAD_PATTERN:
        kind, word = str(args.get("ref", "")), str(args["value"])
    elif code in _KINDS:
        form = f"{args['form']}." if "form" in args else ""
        kind, word = _KINDS[code], f"{form}{args['id']}"
    elif code in _DUES:
        words = " ".join(str(args.get(each, "")) for each in _DUES[code])
        kind, word = "form-field", re.sub(r"^(?:by|within) +", "", words)
    elif code == _INSERT:
        kind, word = "parameter", str(args["insert"]).strip("${}＄｛｝ ")
    else:
        return None
    meant = _meant(book, kind, word, found.where.file)
    return _with_id(found, meant) if meant is not None and meant != word else None


def _with_id(found: Diagnostic, meant: str) -> Diagnostic:
    code = found.rule.code
    if code == _INSERT:
        right = f"${{{meant}}}"
        hint = Message("Write “{right}”.", {"right": right})
        return replace(found, hint=hint, fix=Fix.at(found.where, right, Safety.SAFE))
    hint = Message(_WRITE_ID, {"id": meant})
    if code in _DUES:
        return replace(found, hint=hint, fix=None)
    return replace(found, hint=hint, fix=Fix.at(found.where, meant, Safety.SAFE))


def _meant(book: Book, kind: str, word: str, file: str) -> str | None:
    if kind in _PARTS:
        return _part_of_form(book, _PARTS[kind], word)
    if kind == "parameter":
        parameter, dot, value = word.partition(".")
        found = _one(parameter, *_known(book, kind, file))
        return f"{found}{dot}{value}" if found else None
    return _one(word, *_known(book, kind, file))


def _part_of_form(book: Book, part: str, word: str) -> str | None:
    """The form and its section or field that are named; a form alone where there is no more."""
    forms = _known(book, "form", "")
    if (whole := _one(word, *forms)) and part == "section":
        return whole
    for mark in (".", "/", " "):
        name, _, inner = word.rpartition(mark)
        form = book.form(_one(name, *forms) or "")
        if form is None:
            continue
        sections = {each.section: each.title.source for each in form.sections}
        fields = {each.field: each.label.source for each in form.fields}
        held = _one(inner, sections if part == "section" else fields, {})
        if held:
            return f"{form.id}.{held}"
    return None


def _known(book: Book, kind: str, file: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Id → title of the things of a kind that may be named in a file, and id → code."""
    if kind == "step":
        own = [each for each in book.handbook.process_list if each.where.file == file]
        return {step.id: step.title.source for each in own for step in each.steps}, {}
    codes: dict[str, str] = {each.id: each.code for each in book.handbook.documents}
    codes |= {key: each.code or "" for key, each in book.handbook.parameters.items()}
    known = book.known.get("parameter" if kind == "authority" else kind, {})
    return known, {name: code for name, code in codes.items() if code and name in known}


def _one(word: str, titles: Mapping[str, str], codes: Mapping[str, str]) -> str | None:
    """The one thing that a word names by its title, its code, its file or its id; else None."""
    name = _ENDING.sub("", word.strip().strip("“”\"'")).rpartition("/")[2]
    for known in (titles, codes, {each: each for each in titles}):
        for sought in (word.strip(), name):
            found = {key for key, value in known.items() if _letters(value) == _letters(sought)}
            if len(found) == 1 and _letters(sought):
                return found.pop()
    return None


def _letters(word: str) -> str:
    return re.sub(r"[\s_.-]", "", word).casefold()
