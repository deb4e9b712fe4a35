"""Judges catalogues against the handbook: whether they are read, and translate what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Span
from generator.base.i18n import LANGUAGES
from generator.base.nearest import nearest
from generator.checking.pipeline import Checked
from generator.layout import undrawn
from generator.model.handbook import Handbook
from generator.rules.invisible_text import RULE as INVISIBLE_TEXT
from generator.rules.undrawn_character import RULE as UNDRAWN
from generator.rules.undrawn_character import in_pictures, shown
from generator.source.files import CONTENT, LOCALE
from generator.source.reading.blanks import normalised
from generator.source.reading.catalogue import originals, translations
from generator.source.reading.catalogue_rules import GONE_ORIGINAL, LOST_CATALOGUE
from generator.source.reading.hidden import shows
from generator.source.reading.lines import Lines

_LIST_IT = N_("Add “{language}” under “languages” of handbook.yml, or delete the file.")
_NO_OTHER = N_("Delete it: the handbook has one language, and needs no translation.")
_SETTINGS = frozenset(("processes/handbook.yml", "processes/handbook.yaml"))


def judge_translations(catalogues: Mapping[str, bytes], checked: Checked) -> Iterator[Diagnostic]:
    """Yield what is wrong with catalogues (by path below `content/`), as far as it can be told."""
    if checked.handbook is None or _SETTINGS & checked.unread:
        return
    lost = [*_lost(catalogues, checked.handbook.settings.languages)]
    yield from lost
    unused = {each.where.file for each in lost}
    for path, raw in catalogues.items():
        yield from _unseen(path, raw, checked.handbook)
    if checked.incomplete:
        return  # a text that seems gone may stand in what could not be read
    known: set[str] | None = None
    texts = {text.source for text in checked.handbook.texts}
    for path, raw in catalogues.items():
        if f"{CONTENT}/{path}" in unused:
            continue
        entries = list(originals(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")))
        gone = [each for each in entries if normalised(each[0]) not in texts]
        if gone and known is None:
            known = {text for each in checked.sources.values() for text in _strings(each.data)}
        gone = [each for each in gone if normalised(each[0]) not in (known or ())]
        if gone:
            yield _gone(path, raw, gone, texts - {normalised(each[0]) for each in entries})


def _unseen(path: str, raw: bytes, book: Handbook) -> Iterator[Diagnostic]:
    """Yield translations of which nobody sees anything, and what no picture can draw of them."""
    text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if text.isascii():
        return
    pictured = {each.source for each in book.texts if in_pictures(each)}
    lines = Lines(text)
    for original, translation, start, end in translations(text):
        if not shows(translation):
            span = lines.span(f"{CONTENT}/{path}", start, end)
            yield INVISIBLE_TEXT.at(span, key="msgstr")
        elif normalised(original) in pictured:
            for char in undrawn(translation):
                at = text.find(char, start, end)
                place = (at, at + 1) if at >= 0 else (start, end)
                span = lines.span(f"{CONTENT}/{path}", *place)
                yield UNDRAWN.at(span, character=shown(char))


def _gone(
    path: str, raw: bytes, gone: Sequence[tuple[str, int, int]], untranslated: Collection[str]
) -> Diagnostic:
    lines = Lines(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    places = [lines.span(f"{CONTENT}/{path}", start, end) for _, start, end in gone]
    text = normalised(gone[0][0])
    close = nearest(text, untranslated)
    hint = Message(N_("The text is now: “{close}”."), {"close": close}) if close else None
    return GONE_ORIGINAL.at(
        places[0],
        hint=hint,
        related=tuple(Related(each, Message("It stands here too.")) for each in places[1:]),
        text=text[:60],
        count=len(gone),
    )


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
        if isinstance(value, dict):
            yield from value


def _lost(paths: Iterable[str], languages: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a finding for each catalogue that translates into no language of the handbook."""
    first, *others = languages
    for path in paths:
        language = path.removeprefix(LOCALE).removesuffix(".po")
        if path == f"{LOCALE}{language}.po" and language in others:
            continue
        cure = None
        if path != f"{LOCALE}{language}.po" or "/" in language:
            reason = Message(N_("catalogues stand in content/locale/."))
        elif language == first:
            reason = Message(N_("the handbook is written in this language."))
            if not others:
                cure = Message(_NO_OTHER)
        else:
            reason = Message(
                N_("handbook.yml lists no such language under “languages”: {listed}."),
                {"listed": ", ".join(languages)},
            )
            if language in LANGUAGES:
                cure = Message(_LIST_IT, {"language": language})
            elif not others:
                cure = Message(_NO_OTHER)
        file = f"{CONTENT}/{path}"
        example = f"{CONTENT}/{LOCALE}{others[0] if others else 'en'}.po"
        yield LOST_CATALOGUE.at(Span(file), hint=cure, name=file, reason=reason, example=example)
