"""What a parameter says: its value, its named values, or who decides up to which amount."""

from __future__ import annotations

from generator.document.blocks import Inlines, Link, Plain, Target, joined
from generator.document.phrases import Phrases
from generator.document.words import Words
from generator.model.reference import Parameter


def parameter_link(words: Words, parameter: Parameter) -> Inlines:
    """Return the title of a parameter as a link to where it is listed."""
    title = words.translated(parameter.title.source)
    return (Link(title, Target("parameter", parameter.parameter)),)


def parameter_values(phrases: Phrases, parameter: Parameter) -> Inlines:
    """Return all that a parameter says: its value, its named values, or its bands."""
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
    return joined([*named, *bands(phrases, parameter)], words.semicolon)


def bands(phrases: Phrases, parameter: Parameter) -> list[Inlines]:
    """Return who decides up to which value, band by band."""
    said: list[Inlines] = []
    below = ""
    for band in parameter.bands:
        limit = ""
        if band.up_to is not None:
            below = phrases.value(band.up_to)
            limit = phrases.words.say("up to {value}: ", value=below)
        elif below:
            limit = phrases.words.say("above {value}: ", value=below)
        said.append(((Plain(limit),) if limit else ()) + phrases.links.role(band.role))
    return said
