"""Controls that stand in the place of others: two fields have changed places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.collect.paper.blank import BlankForm, BlankSpot
from generator.collect.paper.spots import Spot, key_of


class Displaced(NamedTuple):
    """A control that stands beside the label of another field: its tag, text and that label."""

    tag: str
    text: str
    label: str


def displaced(
    blank: BlankForm, rows: Iterable[Sequence[Spot]], matches: Mapping[Spot, BlankSpot]
) -> Iterator[Displaced]:
    """Yield the controls that stand where the blank form has those of another field.

    A row that was moved as a whole keeps its label, and so does a cell in a row that got more
    cells or fewer: there nothing can be said.
    """
    for row in rows:
        if not any(spot.controls for spot in row):
            continue
        label = next((at for each in row if (at := matches.get(each)) and _is_label(at)), None)
        expected = _expected(blank, row, matches, label)
        if len(expected) != len(row):
            continue
        for spot, place in zip(row, expected, strict=True):
            own = {slot.tag for slot in place.slots}
            for control in dict.fromkeys(spot.controls) if own else ():
                slot = None if control.tag in own else blank.slots.get(control.tag)
                if slot is None:
                    continue
                text = spot.text_of(control)
                if not slot.is_prompt(key_of(text)):
                    yield Displaced(control.tag, text, _named(expected, place) or "—")


def _expected(
    blank: BlankForm,
    row: Sequence[Spot],
    matches: Mapping[Spot, BlankSpot],
    label: BlankSpot | None,
) -> Sequence[BlankSpot]:
    """Return the cells that the blank form has in this row: by its label, else by its table."""
    if label is not None:
        return blank.rows[label.spot.table, label.spot.row]
    found = next((at for each in row if (at := matches.get(each))), None)
    pattern = blank.pattern.get(found.spot.table, {}) if found is not None else {}
    return [place for _, place in sorted(pattern.items(), key=lambda each: each[0])]


def _named(row: Sequence[BlankSpot], place: BlankSpot) -> str:
    """Return the label that stands nearest on the left; in a table of rows that are alike, none."""
    before = row[: row.index(place)]
    return next((each.words for each in reversed(before) if _is_label(each)), "")


def _is_label(place: BlankSpot) -> bool:
    return not place.slots and bool(place.printed)
