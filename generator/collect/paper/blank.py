"""The blank form: what is printed where, and where something is filled in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.collect.paper.spots import SeenControl, SeenText, Spot, key_of
from generator.model.form_print import print_mark


@dataclass(frozen=True, eq=False)
class FillingSlot:
    """A place to fill in on the blank form: its tag, its prompt, a box to tick or not.

    `label` is what is printed behind it, up to the next place.
    """

    tag: str
    prompt: str
    is_box: bool
    label: str = ""

    @cached_property
    def key(self) -> str:
        """The prompt, for comparing."""
        return key_of(self.prompt)

    def is_prompt(self, key: str) -> bool:
        """Tell whether the key of a text is nothing, or the prompt, be it several times over.

        LibreOffice repeats prompts where it turns the old format .doc into a new one.
        """
        return not key or (bool(self.key) and not key.replace(self.key, ""))


@dataclass(frozen=True, eq=False)
class BlankSpot:
    """A cell or paragraph of the blank form."""

    number: int
    spot: Spot
    slots: tuple[FillingSlot, ...]

    @cached_property
    def printed(self) -> str:
        """The key of what is printed here, prompts apart."""
        return key_of(self.spot.loose)

    @cached_property
    def text(self) -> str:
        """All that an empty form shows here."""
        return self.spot.text

    @cached_property
    def loose(self) -> str:
        """What is printed here, prompts apart."""
        return self.spot.loose

    @cached_property
    def words(self) -> str:
        """What is printed here, on one line."""
        return " ".join(self.spot.text.split())

    @cached_property
    def full(self) -> str:
        """The key of all that an empty form shows here."""
        return key_of(self.spot.text)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The printed lines without a place to fill in."""
        return tuple(
            joined(line) for line in self.spot.lines if all(one.control is None for one in line)
        )

    @cached_property
    def around(self) -> tuple[str, str]:
        """What is printed in front of the first place and behind the last one, in their line."""
        for line in self.spot.lines:
            at = [number for number, one in enumerate(line) if one.control is not None]
            if at:
                return joined(line[: at[0]]), joined(line[at[-1] + 1 :])
        return "", ""


class BlankForm:
    """A form as it is handed out, indexed for comparing.

    `columns` are the tags of table cells in rows that are alike.
    """

    def __init__(
        self, spots: Sequence[Spot], frames: Iterable[Spot] = (), columns: Iterable[str] = ()
    ) -> None:
        self.spots = tuple(
            BlankSpot(number, spot, tuple(_slot(spot, each) for each in spot.controls))
            for number, spot in enumerate(spots)
        )
        plain = set(columns)
        self.by_tag: dict[str, list[BlankSpot]] = defaultdict(list)
        self.printed: dict[str, list[BlankSpot]] = defaultdict(list)
        self.rows: dict[tuple[int, int], list[BlankSpot]] = defaultdict(list)
        self.pattern: dict[int, dict[int, BlankSpot]] = defaultdict(dict)
        self.heads: dict[int, set[str]] = defaultdict(set)
        for each in self.spots:
            self._index(each, plain)
        self.pictures = Counter(
            aside.text for spot in spots for aside in spot.asides if aside.kind == "picture"
        )
        self.frame_spots = tuple(frames)
        self.frames = {frame_key(line) for spot in self.frame_spots for line in spot.lines}

    def _index(self, each: BlankSpot, plain: set[str]) -> None:
        spot = each.spot
        for slot in each.slots:
            self.by_tag[slot.tag].append(each)
        if not each.slots and each.printed:
            self.printed[each.printed].append(each)
        if spot.table >= 0:
            self.rows[spot.table, spot.row].append(each)
            if len(each.slots) == 1 and each.slots[0].tag in plain:
                self.pattern[spot.table].setdefault(spot.column, each)
            elif not each.slots and each.printed:
                self.heads[spot.table].add(each.printed)

    def named_by(self, label: BlankSpot) -> frozenset[str]:
        """Return the tags of the places that a label names: right of it, else below it."""
        spot = label.spot
        if spot.table < 0:
            return frozenset()
        found: set[str] = set()
        for each in self.rows[spot.table, spot.row]:
            if each.spot.ordinal > spot.ordinal:
                if not each.slots and each.printed:
                    break
                found.update(slot.tag for slot in each.slots)
        if found:
            return frozenset(found)
        for (table, row), cells in self.rows.items():
            if table == spot.table and row > spot.row:
                below = [each for each in cells if each.spot.column == spot.column]
                found.update(slot.tag for each in below for slot in each.slots)
        return frozenset(found)

    @cached_property
    def marks(self) -> frozenset[str]:
        """The marks of all that is printed."""
        spots = (*(each.spot for each in self.spots), *self.frame_spots)
        lines = ((spot, line) for spot in spots for line in spot.lines)
        return frozenset(mark_of(piece, spot) for spot, line in lines for piece in pieces_of(line))

    @cached_property
    def slots(self) -> Mapping[str, FillingSlot]:
        """The places by their tags."""
        return {slot.tag: slot for each in self.spots for slot in each.slots}


def pieces_of(line: Iterable[SeenText]) -> list[list[SeenText]]:
    """Return the texts between controls, and those in controls."""
    return [list(piece) for _, piece in groupby(line, key=lambda one: one.control)]


def mark_of(piece: Sequence[SeenText], spot: Spot) -> str:
    """Return the mark of a printed text; empty for what stands in a control."""
    paged = spot.kind in {"header", "footer"}
    return print_mark(joined(piece), paged=paged) if piece[0].control is None else ""


def frame_key(line: Iterable[SeenText]) -> str:
    """Return a line of a header or footer for comparing, whatever page it counts."""
    return re.sub(r"\d+", "#", key_of(joined(line)))


def _slot(spot: Spot, control: SeenControl) -> FillingSlot:
    is_box = control.box is not None
    return FillingSlot(
        tag=control.tag,
        prompt="" if is_box else spot.text_of(control),
        is_box=is_box,
        label=_label_behind(spot, control),
    )


def _label_behind(spot: Spot, control: SeenControl) -> str:
    for line in spot.lines:
        pieces = iter(line)
        if any(one.control is control for one in pieces):
            found = []
            for one in pieces:
                if one.control not in {None, control}:
                    break
                found.append("" if one.control else one.text)
            return "".join(found)
    return ""


def joined(line: Iterable[SeenText]) -> str:
    """Return texts as one."""
    return "".join(one.text for one in line)
