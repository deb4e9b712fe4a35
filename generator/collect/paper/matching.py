"""Finds for each place of a returned form the place of the blank one that it was.

By the tags of its controls, else by what is printed there, else by where it stands in its table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from generator.collect.paper.blank import BlankForm, BlankSpot
from generator.collect.paper.spots import Spot, key_of

Matches: TypeAlias = "dict[Spot, BlankSpot]"
_FEWEST_HEADS = 2


class Matcher:
    """Matches the spots of one returned form; `rows` are its cells, by table and row.

    `is_same` says that the form was handed out as the blank one is made now; in an older one, a
    control that the blank one lacks belongs to another field than the place that it stands in.
    """

    def __init__(self, blank: BlankForm, spots: Sequence[Spot], *, is_same: bool = True) -> None:
        self._is_same = is_same
        self._blank = blank
        self._spots = spots
        self.rows: dict[tuple[int, int], list[Spot]] = defaultdict(list)
        self._taken: set[BlankSpot] = set()
        self._tagged = {control.tag for spot in spots for control in spot.controls}
        self.found: Matches = {}
        for spot in spots:
            if spot.table >= 0:
                self.rows[spot.table, spot.row].append(spot)

    def match(self) -> Matches:
        """Return which blank spot each returned spot was; what was added has none."""
        self._by_tags_and_print()
        self._leave_other_tables()
        left = [spot for spot in self._spots if spot not in self.found]
        if any(spot.table >= 0 for spot in left):
            tables = self._tables()
            for place in dict.fromkeys((spot.table, spot.row) for spot in left):
                if place[0] >= 0:
                    self._in_row(self.rows[place], tables.get(place[0], -1))
        self._still_empty()
        return self.found

    def _by_tags_and_print(self) -> None:
        seen: Counter[str] = Counter()
        last, by_tag = -1, self._blank.by_tag
        for spot in self._spots:
            tag = ""
            for each in spot.controls:  # most have none
                if each.tag in by_tag:
                    tag = each.tag
                    break
            if tag:
                places = by_tag[tag]
                match = places[min(seen[tag], len(places) - 1)]
                seen[tag] += 1
            else:
                found = self._printed(spot, last)
                if found is None:
                    continue
                match = found
            self.found[spot] = match
            self._taken.add(match)
            last = match.number

    def _leave_other_tables(self) -> None:
        """Match print again where it led into another table: a value may look like a label."""
        tables = self._tables()
        for spot, match in list(self.found.items()):
            if spot.table >= 0 and not match.slots and match.spot.table != tables[spot.table]:
                del self.found[spot]
                self._taken.discard(match)
        for spot in self._spots:
            if spot.table in tables and spot not in self.found:
                match_again = self._printed(spot, -1, tables[spot.table])
                if match_again is not None:
                    self.found[spot] = match_again
                    self._taken.add(match_again)

    def _printed(self, spot: Spot, last: int, table: int | None = None) -> BlankSpot | None:
        """Return the next place with the same print; else, as rows may be moved, the first."""
        places = self._blank.printed.get(key_of(spot.text))
        if places is None:
            return None
        free = [
            each
            for each in places
            if each not in self._taken
            and _is_alike(each.spot, spot)
            and table in {None, each.spot.table}
        ]
        return next((each for each in free if each.number > last), free[0] if free else None)

    def _tables(self) -> Mapping[int, int]:
        """Return which blank table each returned table is, by most of its cells."""
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        for spot, match in self.found.items():
            if spot.table >= 0 and match.spot.table >= 0:
                votes[spot.table][match.spot.table] += 1
        known = set(votes)
        for spot in self._spots:  # a second copy of a table has all its print taken
            if spot.table >= 0 and spot.table not in known:
                for table, heads in self._blank.heads.items():
                    if key_of(spot.text) in heads:
                        votes[spot.table][table] += 1
        return {table: count.most_common(1)[0][0] for table, count in votes.items() if count}

    def _in_row(self, row: list[Spot], table: int) -> None:
        votes = Counter(
            (match.spot.table, match.spot.row)
            for spot in row
            if (match := self.found.get(spot)) is not None and match.spot.table >= 0
        )
        pattern = self._blank.pattern.get(table, {})
        printed = any(spot in self.found and not self.found[spot].slots for spot in row)
        if votes and (printed or not pattern):
            self._beside(row, self._blank.rows[votes.most_common(1)[0][0]])
        elif pattern and not is_head(row, self._blank.heads[table]):
            self._by_columns(row, list(pattern.items()))

    def _by_columns(self, row: list[Spot], columns: list[tuple[int, BlankSpot]]) -> None:
        """Match the cells of a row in a table whose rows are alike."""
        by_grid, in_order = dict(columns), [match for _, match in sorted(columns, key=_first)]
        same = len(row) == len(in_order)
        for spot in row:
            if spot in self.found or self._is_of_older(spot):
                continue
            match = in_order[spot.ordinal] if same else by_grid.get(spot.column)
            if match is not None:
                self.found[spot] = match

    def _beside(self, row: list[Spot], places: Sequence[BlankSpot]) -> None:
        """Match cells by the neighbours that are known."""
        order = {each: number for number, each in enumerate(places)}
        known = [(spot, order[self.found[spot]]) for spot in row if self.found.get(spot) in order]
        for spot in row:
            if spot in self.found or self._is_of_older(spot):
                continue
            for other, at in _nearest_first(known, spot.ordinal):
                match = _at(places, at + spot.ordinal - other.ordinal)
                # In an older form a label that has gone stood there, and this one elsewhere.
                if match is not None and not (match.slots or self._is_same):
                    break
                if match is not None and self._is_free(match):
                    self.found[spot] = match
                    self._taken.add(match)
                    break

    def _is_of_older(self, spot: Spot) -> bool:
        """Whether a cell of an older form is no answer to what stands in its place today.

        It has a control of its own, or is a label that stands elsewhere since.
        """
        return not self._is_same and bool(spot.controls or key_of(spot.text) in self._blank.printed)

    def _is_free(self, match: BlankSpot) -> bool:
        return match not in self._taken and not any(
            slot.tag in self._tagged for slot in match.slots
        )

    def _still_empty(self) -> None:
        """Match what still shows the prompts of a place whose controls were lost."""
        free = defaultdict(list)
        for each in self._blank.spots:
            if each.slots and each not in self._taken and self._is_free(each):
                free[each.full].append(each)
        for spot in self._spots if free else ():
            key = key_of(spot.text)  # an empty paragraph is like any place without a prompt
            if key and spot not in self.found and (places := free.get(key)):
                self.found[spot] = places.pop(0)


def is_head(row: Iterable[Spot], heads: set[str]) -> bool:
    """Tell whether a row repeats the names of the columns."""
    keys = [key for spot in row if (key := key_of(spot.text))]
    known = sum(key in heads for key in keys)
    return bool(keys) and known >= min(_FEWEST_HEADS, len(keys)) and known * 2 > len(keys)


def _first(pair: tuple[int, BlankSpot]) -> int:
    return pair[0]


def _is_alike(one: Spot, other: Spot) -> bool:
    """Tell whether both are cells with the same neighbours, or both paragraphs; of one kind."""
    if (one.table < 0) != (other.table < 0) or one.kind != other.kind:
        return False
    return one.ordinal == other.ordinal or one.column == other.column


def _nearest_first(known: list[tuple[Spot, int]], ordinal: int) -> list[tuple[Spot, int]]:
    """Sort neighbours by their distance, the left one first."""

    def distance(pair: tuple[Spot, int]) -> tuple[int, bool]:
        return abs(pair[0].ordinal - ordinal), pair[0].ordinal > ordinal

    return sorted(known, key=distance)


def _at(places: Sequence[BlankSpot], number: int) -> BlankSpot | None:
    return places[number] if 0 <= number < len(places) else None
