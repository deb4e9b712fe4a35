"""All that was filled into a form, and all that a person sees in it besides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.collect.filled import Filled
from generator.collect.paper.blank import BlankForm, BlankSpot, frame_key
from generator.collect.paper.displaced import Displaced, displaced
from generator.collect.paper.filling import PlaceReader, filled
from generator.collect.paper.matching import Matcher, is_head
from generator.collect.paper.spots import SeenControl, Spot, key_of
from generator.collect.record import Remark

BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Reworded:
    """A label that somebody changed: what is printed, what stands there, whose values it names."""

    printed: str
    text: str
    place: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The places filled in, the remarks, and the tables that stand in the file more than once.

    `reworded` are the labels that were changed, `displaced` the controls in the place of others.
    """

    filled: list[Filled] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    copied: dict[str, str] = field(default_factory=dict)
    reworded: list[Reworded] = field(default_factory=list)
    displaced: list[Displaced] = field(default_factory=list)


class Gatherer:
    """Compares one returned form with the blank one.

    `own_pictures` are descriptions of pictures that the form may print.
    """

    def __init__(
        self,
        blank: BlankForm,
        spots: Sequence[Spot],
        *,
        is_same: bool,
        by_libre: bool,
        own_pictures: Iterable[str],
    ) -> None:
        self._blank = blank
        self._spots = spots
        matcher = Matcher(blank, spots, is_same=is_same)
        self._matches, self._rows = matcher.match(), matcher.rows
        self._own = set(own_pictures)
        self._pictures = Counter(blank.pictures)
        self._unseen = self._not_seen()
        self._is_same, self._by_libre = is_same, by_libre
        self._places: dict[Spot, tuple[str, str]] = {}
        self.result = Gathered()

    def gather(self) -> Gathered:
        """Return all that was added to the blank form."""
        self._note_places()
        if self._is_same:  # in an older form the places were others
            self.result.displaced.extend(displaced(self._blank, self._rows.values(), self._matches))
        self._take_in_inner_tables()
        copies = self._copies()
        # Not kept: with it, each form would be held in memory until the garbage is looked for.
        reader = PlaceReader(self._is_same, self._by_libre, self._take_print_of_row)
        for spot in self._spots:
            match = self._matches.get(spot)
            as_printed = match is not None and _is_as_printed(spot, match)
            for one in () if as_printed else self._read(spot, match, reader):
                if isinstance(one, str):
                    self.remark(spot.kind or "text", one, spot)
                elif spot.row in copies:
                    self._keep_copy(copies[spot.row], one, spot)
                else:
                    self.result.filled.append(one)
            for aside in spot.asides:
                if aside.kind != "picture" or not self._is_printed_picture(aside.text, spot):
                    self.remark(aside.kind, aside.text, spot)
        return self.result

    def remark(self, kind: str, text: str, spot: Spot | None) -> None:
        """Keep what stands in no field."""
        if kind == "picture" or text.strip():
            place = BETWEEN.join(filter(None, self._places.get(spot, ()))) if spot else ""
            self.result.remarks.append(Remark(kind=kind, place=place, text=text.strip()))

    def add_frames(self, spots: Iterable[Spot]) -> None:
        """Compare headers and footers."""
        for spot in spots:
            for line in spot.lines:
                text = "".join(one.text for one in line)
                if key_of(text) and frame_key(line) not in self._blank.frames:
                    self.remark(spot.kind, text, None)
            self.add_asides(spot, None)

    def add_asides(self, spot: Spot, anchor: Spot | None) -> None:
        """Keep what was deleted, hidden or drawn outside of the page's own text.

        Fields there count pages, and pictures are those of the letterhead.
        """
        for aside in spot.asides:
            if aside.kind not in {"field", "picture"}:
                self.remark(aside.kind, aside.text, anchor)

    def _read(
        self, spot: Spot, match: BlankSpot | None, reader: PlaceReader
    ) -> Iterator[Filled | str]:
        if spot.controls:
            own = {slot.tag for slot in match.slots} if match else set()
            for control in dict.fromkeys(spot.controls):
                if control.tag not in own:
                    yield self._elsewhere(spot, control)
        if match is not None:
            if not self._is_reworded(spot, match):
                yield from reader.read(spot, match)
            return
        for line in spot.lines:
            text = "".join(one.text for one in line if one.control is None)
            key = key_of(text)
            if key and not self._take_print(key):
                yield text

    def _elsewhere(self, spot: Spot, control: SeenControl) -> Filled:
        """Return a control that stands in another place than in the blank form, or in none."""
        slot = self._blank.slots.get(control.tag)
        text = spot.text_of(control)
        if slot is not None and slot.is_prompt(key_of(text)):
            text = ""
        if control.box and control.label:
            text = f"{text} {control.label}"
        return filled(spot, control, text)

    def _is_reworded(self, spot: Spot, match: BlankSpot) -> bool:
        """Note a label that says something else than the form prints there.

        Where the label still stands, and something beside it, that is a text like any other.
        """
        if match.slots or not self._is_same or not match.printed:
            return False
        key = key_of(spot.text)
        if key in {"", match.full}:
            return False
        if self._take_print_of_row(key, match) or self._unseen[key]:
            return False  # labels changed places
        text = " ".join(spot.text.split())
        place = self._places.get(spot, ("",))[0]
        tags = self._blank.named_by(match)
        self.result.reworded.append(Reworded(match.words, text, place, tags))
        return match.printed not in key

    # --- what is printed ----------------------------------------------------------------------

    def _not_seen(self) -> Counter[str]:
        """Return the printed lines that no spot was matched with."""
        seen = set(self._matches.values())
        return Counter(
            key_of("".join(one.text for one in line if one.control is None))
            for each in self._blank.spots
            if each not in seen
            for line in each.spot.lines
        )

    def _take_print(self, key: str) -> bool:
        if not self._unseen[key]:
            return False
        self._unseen[key] -= 1
        return True

    def _take_print_of_row(self, key: str, match: BlankSpot) -> bool:
        """Take a label that stood beside a place, and now stands in it: cells were merged."""
        row = self._blank.rows.get((match.spot.table, match.spot.row), ())
        beside = any(each.printed == key and each is not match for each in row)
        return beside and self._take_print(key)

    def _is_printed_picture(self, text: str, spot: Spot) -> bool:
        """Know the form's own pictures by their words, or, where those are lost, by their place."""
        if self._pictures[text]:
            self._pictures[text] -= 1
            return True
        match = self._matches.get(spot)
        own = [each.text for each in match.spot.asides if each.kind == "picture"] if match else []
        for words in own:
            if self._pictures[words]:
                self._pictures[words] -= 1
                return True
        return text in self._own

    def _note_places(self) -> None:
        place = ("", "")  # section and label
        for spot in self._spots:
            match = self._matches.get(spot)
            if match is not None and not match.slots and match.printed:
                place = (match.words, "") if match.spot.is_heading else (place[0], match.words)
            self._places[spot] = place

    # --- tables -------------------------------------------------------------------------------

    def _take_in_inner_tables(self) -> None:
        """Text of a table that somebody put into a cell belongs to the cell."""
        for spot in self._spots:
            outer = spot.parent
            if outer is None or spot in self._matches or spot.controls:
                continue
            match = self._matches.get(outer)
            if match is not None and match.slots:
                outer.lines.extend(spot.lines)
                spot.lines.clear()

    def _copies(self) -> Mapping[int, int]:
        """Return the rows of second copies of tables whose rows are alike: row → blank table."""
        tables: dict[int, Counter[int]] = defaultdict(Counter)
        for (number, _), spots in self._rows.items():
            for spot in spots:
                match = self._matches.get(spot)
                if match is not None and match.spot.table in self._blank.pattern:
                    tables[number][match.spot.table] += 1
        heads: Counter[int] = Counter()
        found: dict[int, int] = {}
        for (number, row), spots in sorted(self._rows.items(), key=_row_number):
            votes = tables.get(number)
            table = votes.most_common(1)[0][0] if votes else -1
            if table >= 0 and is_head(spots, self._blank.heads[table]):
                heads[table] += 1
            elif table >= 0 and heads[table] > 1:
                found[row] = table
        return found

    def _keep_copy(self, table: int, one: Filled, spot: Spot) -> None:
        if text := one.whole.strip():
            name = next(iter(self._blank.pattern[table].values())).slots[0].tag.split(".")[0]
            before = self.result.copied.get(name)
            self.result.copied[name] = f"{before} | {text}" if before else text
            self.remark("second copy", text, spot)


def _row_number(row: tuple[tuple[int, int], object]) -> int:
    return row[0][1]


def _is_as_printed(spot: Spot, match: BlankSpot) -> bool:
    """Tell at a glance what most places are: print without a place to fill in, as it was."""
    return not (match.slots or spot.controls) and spot.text == match.text
