"""What a parameter says: its value, its named values, or who decides up to which amount."""

from __future__ import annotations

from collections.abc import Iterable

from generator.document.blocks import Inlines, Link, Plain, Target, joined
from generator.document.phrases import Phrases
from generator.document.words import Words
from generator.model.authority import Authority, authorities_of
from generator.model.reference import Band, Parameter


def parameter_link(words: Words, parameter: Parameter) -> Inlines:
    """Return the title of a parameter as a link to where it is listed."""
    title = words.translated(parameter.title.source)
    return (Link(title, Target("parameter", parameter.parameter)),)


def authority_link(words: Words, authority: Authority) -> Link:
    """Return what a right to decide is called, as a link to its line in the table of authority."""
    return Link(words.translated(authority.title.source), Target("authority", authority.id))


def parameter_values(phrases: Phrases, parameter: Parameter) -> Inlines:
    """Return all that a parameter says: its value, its named values, its bands or matters."""
    if parameter.is_ is not None:
        return phrases.linked(parameter.is_)
    words = phrases.words
    named: list[Inlines] = [
        (
            Plain(words.translated(value.label.source) + words.say(": ")),
            *phrases.linked(value.is_),
        )
        for value in parameter.values
    ]
    matters = [
        (
            authority_link(words, each),
            Plain(words.say(": ")),
            *joined(bands(phrases, each.bands), words.comma),
        )
        for each in authorities_of((parameter,)).values()
        if each.id != parameter.parameter
    ]
    return joined([*named, *bands(phrases, parameter.bands), *matters], words.semicolon)


def bands(phrases: Phrases, levels: Iterable[Band]) -> list[Inlines]:
    """Return who decides up to which value, band by band."""
    said: list[Inlines] = []
    below = ""
    for band in levels:
        limit = ""
        if band.up_to is not None:
            below = phrases.value(band.up_to)
            limit = phrases.words.say("up to {value}: ", value=below)
        elif below:
            limit = phrases.words.say("above {value}: ", value=below)
        said.append(((Plain(limit),) if limit else ()) + phrases.links.role(band.role))
    return said
