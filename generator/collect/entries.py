"""One place to fill in becomes one value of its type; what is not clear is asked, not guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from generator.base.diagnostics import N_, Message
from generator.base.plain import cleaned, folded, is_none
from generator.collect.doubts import doubt_about
from generator.collect.filled import Filled
from generator.collect.reading import FieldPlace, Reading, short
from generator.collect.record import Remark
from generator.collect.spelling.amounts import integer_of, number_of
from generator.collect.spelling.clock import moment_of, time_of
from generator.collect.spelling.days import date_of, is_far
from generator.collect.spelling.ticks import (
    ASSENT,
    boxed,
    chosen_in,
    pieces_of,
    shown_in,
    tick_of,
)
from generator.rules.declared.collect import (
    ENTRY_OF_THEN,
    FAR_YEAR,
    NOT_LISTED,
    OUT_OF_LIMITS,
    UNCLEAR,
    WRONG_TYPE,
)

LONGEST_TEXT: Final = 20_000
MOST_DIGITS: Final = 15  # of whole numbers: what every store and spreadsheet keeps exactly
_TOO_MANY: Final = 10**MOST_DIGITS
_WANTED: Mapping[str, str] = {
    "integer": N_("a whole number"),
    "number": N_("a number"),
    "money": N_("an amount of money"),
    "percent": N_("a percentage"),
    "date": N_("a date such as 2026-11-20"),
    "time": N_("a time such as 09:30"),
    "date-time": N_("a date with a time, such as 2026-11-20 09:30"),
    "check": N_("a tick, yes or no"),
}
_BLANK_SIGNS = " \u2002\u3000年月日时分-–:/"  # what is printed where a date will stand
_BLANK_SHAPES = {"date", "time", "date-time"}
_LISTED = {"choice", "role", "unit"}


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads single values into `reading`, which notes what is not clear."""

    reading: Reading

    def value(self, place: FieldPlace, one: Filled) -> Any:
        """Return the value that stands in a place; None where nothing stands or it was not taken.

        Text beside a control counts as part of its value.
        """
        if one.checked is not None:
            return self._box(place, one)
        text = cleaned(one.whole)
        if not text:
            return None
        if len(text) > LONGEST_TEXT:
            limit = Message("at most {value} {value:character|characters}", {"value": LONGEST_TEXT})
            return self.reading.ask(OUT_OF_LIMITS, place, text, limit=limit)
        return self._of_kind(place, one, text)

    def _of_kind(self, place: FieldPlace, one: Filled, text: str) -> Any:
        kind = place.field.type
        if kind in _LISTED:
            return self._listed(place, one, text)
        if kind == "choices":
            return self._several(place, text)
        if kind in _WANTED:
            return self.parsed(place, kind, text, stamp=one.stamp)
        return text

    def parsed(self, place: FieldPlace, kind: str, text: str, stamp: str = "") -> Any:
        """Return a date, time, number or tick; `stamp` is what a calendar control keeps beside."""
        if is_none(text) or (kind in _BLANK_SHAPES and not text.strip(_BLANK_SIGNS)):
            return None
        if kind == "date-time" and stamp:
            text = _with_time(text, stamp)
        value = self._typed(place, kind, text)
        if value is None:
            doubt = doubt_about(kind, text)
            if doubt is None:
                self.reading.ask(WRONG_TYPE, place, text, wanted=Message(_WANTED[kind]))
            else:
                self.reading.ask(UNCLEAR, place, text, doubt=doubt)
            return None
        if kind == "date-time" and stamp and value.time() == time.min and _is_midnight(stamp):
            doubt = Message("a date without a time; calendars put 00:00 there")
            return self.reading.ask(UNCLEAR, place, text, doubt=doubt)
        if isinstance(value, date):
            self._look_at_year(place, value)
        if kind == "integer" and abs(value) >= _TOO_MANY:
            limit = Message("at most {value} {value:digit|digits}", {"value": MOST_DIGITS})
            return self.reading.ask(OUT_OF_LIMITS, place, text, limit=limit)
        return value

    def conclusion(self, place: FieldPlace, one: Filled) -> str | None:
        """Return the conclusion of a signature in the words of the handbook."""
        text = cleaned(one.whole)
        if not text or is_none(text):
            return None
        words = (one.picked if one.is_plain else "") or _ticked(text)
        value = self.reading.vocabulary.conclusion(place.field, words)
        if value is None:
            known = self.reading.listed((each.source for each in place.field.conclusions), text)
            self.reading.ask(NOT_LISTED, place, text, known=known)
        return value

    def _typed(self, place: FieldPlace, kind: str, text: str) -> Any:
        unit = place.field.unit.source if place.field.unit else ""
        readers: Mapping[str, Callable[[], Any]] = {
            "integer": lambda: integer_of(text, unit),
            "number": lambda: number_of(text, unit),
            "money": lambda: number_of(text, currency=self.reading.currency),
            "percent": lambda: number_of(text, percent=True),
            "date": lambda: date_of(text),
            "time": lambda: time_of(text),
            "date-time": lambda: moment_of(text, self.reading.timezone),
            "check": lambda: tick_of(text),
        }
        return readers[kind]()

    def _look_at_year(self, place: FieldPlace, value: date) -> None:
        today = self.reading.today
        if today is not None and is_far(value, today):
            self.reading.note(
                FAR_YEAR,
                place,
                label=self.reading.label_of(place),
                value=str(value),
                year=value.year,
            )

    def _box(self, place: FieldPlace, one: Filled) -> bool | None:
        """Return whether a box is ticked, in it or beside it; other words there are a remark."""
        inside = self._inside(place, one)
        beside = cleaned(one.beside)
        said = boxed(beside) if beside else False
        if inside is None:
            return None
        if said is not None:
            return bool(inside or said)
        if not _is_sign(beside):
            self.reading.remarks.append(Remark(kind="text", place=place.words, text=beside))
            return inside
        self.reading.ask(UNCLEAR, place, beside, doubt=Message("a cross can mean yes or no"))
        return None

    def _inside(self, place: FieldPlace, one: Filled) -> bool | None:
        """Return whether a box shows a tick; words typed over it are kept as a remark.

        What a person sees counts; where that and what the control keeps differ, it is asked.
        """
        shown, words = shown_in(cleaned(one.text))
        if not words:
            if shown is False and one.checked:
                doubt = Message("the box is shown empty, and kept as ticked")
                self.reading.ask(UNCLEAR, place, one.text, doubt=doubt)
                return None
            return bool(one.checked if shown is None else shown)
        said = boxed(words)
        if said is None and _is_sign(words):
            doubt = Message("a cross can mean yes or no")
            self.reading.ask(UNCLEAR, place, one.text, doubt=doubt)
            return None
        if said is not None:
            return bool(said or shown)
        if folded(words).lower() not in ASSENT and shown is None:
            doubt = Message("words stand where the box was")
            self.reading.ask(UNCLEAR, place, one.text, doubt=doubt)
            return None
        self.reading.remarks.append(Remark(kind="text", place=place.words, text=words))
        return bool(shown or one.checked or folded(words).lower() in ASSENT)

    def _listed(self, place: FieldPlace, one: Filled, text: str) -> Any:
        vocabulary = self.reading.vocabulary
        words = (one.picked if one.is_plain else "") or text
        value = vocabulary.source(place.field, words)
        if value is None:
            value = vocabulary.source(place.field, _ticked(text))
        if value is not None or is_none(text):
            return value
        if one.picked and one.is_plain and not self.reading.is_todays:
            self.reading.note(
                ENTRY_OF_THEN, place, label=self.reading.label_of(place), value=short(text)
            )
            return one.picked
        known = self.reading.listed(vocabulary.known(place.field), text)
        return self.reading.ask(NOT_LISTED, place, text, known=known)

    def _several(self, place: FieldPlace, text: str) -> tuple[str, ...]:
        if is_none(text):
            return ()
        vocabulary, found = self.reading.vocabulary, []
        whole = vocabulary.source(place.field, text)  # an option may hold a comma
        chosen = chosen_in(text) if whole is None else (text,)
        for piece in pieces_of(text) if chosen is None else chosen:
            value = vocabulary.source(place.field, piece)
            if value is None:
                known = self.reading.listed(vocabulary.known(place.field), piece)
                self.reading.ask(NOT_LISTED, place, piece, known=known)
            else:
                found.append(value)
        return tuple(found)


def _ticked(text: str) -> str:
    """Return the one word that is ticked in a list of words typed with boxes; else the text."""
    chosen = chosen_in(text)
    return chosen[0] if chosen and len(chosen) == 1 else text


def _is_sign(text: str) -> bool:
    """A word beside a box is a note; a letter or a sign is meant for the box."""
    return len(text) == 1 and (text in "×✗✘xX" or not text.isalnum())


def _is_midnight(stamp: str) -> bool:
    kept = moment_of(stamp.rstrip("Z"))
    return kept is not None and kept.time() == time.min


def _with_time(text: str, stamp: str) -> str:
    """Add the time that a calendar control keeps where it shows only the same day.

    What is shown counts: some editors leave an old date behind it.
    """
    kept = moment_of(stamp.rstrip("Z"))
    if kept is None or kept.time() == time.min or date_of(text) != kept.date():
        return text
    return kept.isoformat(sep=" ")
