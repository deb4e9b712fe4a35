"""What stands in one place of a returned form, without what the blank form prints there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from generator.collect.filled import Filled
from generator.collect.paper.blank import BlankSpot, FillingSlot
from generator.collect.paper.spots import SeenControl, SeenText, Spot, key_of
from generator.collect.paper.tangle import untangled
from generator.collect.spelling.ticks import SIGNS
from generator.renderers.word.ooxml.xml import W

_W = f"{{{W}}}"
_BLANKS = re.compile(r"\s+")
_STUCK = re.compile(rf"([{''.join(SIGNS)}xX]+)(?=\s)")  # a sign that touches the label before it
_MARK: Final = 0xE000  # stands for the control of a box while labels are looked for
# What Word puts into an empty control once it has lost the form's own prompt.
_PROMPTS: Final = frozenset(
    key_of(each)
    for each in (
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Choose an item.",
        "Click or tap to enter a date.",
        "Click here to enter a date.",
        "单击或点击此处输入文字。",
        "单击此处输入文字。",
        "选择一项。",
        "单击或点击此处输入日期。",
        "单击此处输入日期。",
    )
)


@dataclass(frozen=True, slots=True)
class PlaceReader:
    """Reads places; `is_same` says that the form was handed out as the blank one is made now.

    `by_libre` says that LibreOffice saved the file.
    `is_printed` takes a line that the form prints in the same row and that was not seen there.
    """

    is_same: bool
    by_libre: bool
    is_printed: Callable[[str, BlankSpot], bool]

    def read(self, spot: Spot, match: BlankSpot) -> Iterator[Filled | str]:
        """Yield what stands in each place to fill in; text that belongs to none as a string."""
        if len(spot.controls) == len(match.slots) == 1 and not spot.loose and not match.loose:
            (control,), (slot,) = spot.controls, match.slots
            if control.tag == slot.tag:  # what nearly all places are: one control, and no print
                yield self._plain(spot, control, slot)
                return
        controls = {each.tag: each for each in spot.controls}
        if len(controls) < len(spot.controls):
            yield from self._several(spot, match)
            return
        whole = all(slot.tag in controls for slot in match.slots)
        loose = spot.loose
        if whole and (loose == match.loose or key_of(loose) == match.printed):
            for slot in match.slots:
                yield self._plain(spot, controls[slot.tag], slot)
        elif match.slots and all(slot.is_box for slot in match.slots):
            yield from self._boxes(spot, match, controls)
        elif len(match.slots) == 1:
            yield self._single(spot, match, controls.get(match.slots[0].tag))
        else:
            for slot in match.slots:
                if slot.tag in controls:
                    yield self._plain(spot, controls[slot.tag], slot)
            yield from self._rest(spot, match)

    def _several(self, spot: Spot, match: BlankSpot) -> Iterator[Filled | str]:
        """Read a place that holds a control twice: whether both say the same is seen later."""
        slots = {slot.tag: slot for slot in match.slots}
        for control in spot.controls:
            if control.tag in slots:
                yield self._plain(spot, control, slots[control.tag])
        yield from self._rest(spot, match)

    def _plain(self, spot: Spot, control: SeenControl, slot: FillingSlot) -> Filled:
        text = spot.text_of(control)
        if control.box is None and self._is_prompt(control, slot, text):
            text = ""
        return filled(spot, control, text)

    def _is_prompt(self, control: SeenControl, slot: FillingSlot, text: str) -> bool:
        key = key_of(text)
        if slot.is_prompt(key):
            return True
        # Some editors leave the mark on a control that was filled in.
        if self.is_same and key not in _PROMPTS:
            return False
        return control.marked or _looks_like_a_prompt(control, text)

    def _single(self, spot: Spot, match: BlankSpot, control: SeenControl | None) -> Filled:
        slot = match.slots[0]
        inside = spot.text_of(control) if control else ""
        if control and self._is_prompt(control, slot, inside):
            inside = ""
        lines = [
            self._without(each, control, slot, match, inside) for each in self._lines(spot, match)
        ]
        text = "\n".join(filter(None, lines))
        if control is None:
            text = untangled(text, spot.nameless, by_libre=self.by_libre)
            return Filled(
                tag=slot.tag,
                text="" if slot.is_prompt(key_of(text)) else text,
                row=_row(spot),
                recovered=True,
            )
        beside = text.replace(inside, "", 1).strip() if inside else text
        if not beside:
            return filled(spot, control, inside)
        plain = filled(spot, control, inside)
        return Filled(
            tag=control.tag,
            text=inside,
            picked=plain.picked,
            stamp=plain.stamp,
            row=plain.row,
            beside=beside,
            all_text=text,
        )

    def _without(
        self,
        line: list[SeenText],
        control: SeenControl | None,
        slot: FillingSlot,
        match: BlankSpot,
        inside: str,
    ) -> str:
        """Return a line without prompt and print."""
        shown = [one for one in line if inside or control is None or one.control is not control]
        text = "".join(one.text for one in shown).strip()
        if control is None and slot.key and slot.prompt.strip() in text:
            text = text.replace(slot.prompt.strip(), "", 1)
        front, behind = (each.strip() for each in match.around)
        return text.removeprefix(front).removesuffix(behind).strip()

    def _lines(self, spot: Spot, match: BlankSpot) -> Iterator[list[SeenText]]:
        """Yield the lines that are not printed in this place, nor anywhere else."""
        printed = Counter(key_of(each) for each in match.lines)
        for line in spot.lines:
            if any(one.control is not None for one in line):
                yield line
                continue
            key = key_of("".join(one.text for one in line))
            if printed[key]:
                printed[key] -= 1
            elif key and not self.is_printed(key, match):
                yield line

    def _rest(self, spot: Spot, match: BlankSpot) -> Iterator[str]:
        for line in self._lines(spot, match):
            text = "".join(one.text for one in line if one.control is None).strip()
            for words in sorted(filter(None, _printed_pieces(match)), key=len, reverse=True):
                text = text.replace(words, "", 1).strip()
            if key_of(text):
                yield text

    # --- boxes --------------------------------------------------------------------------------

    def _boxes(
        self, spot: Spot, match: BlankSpot, controls: dict[str, SeenControl]
    ) -> Iterator[Filled | str]:
        """Read boxes with their labels; a sign counts for the box that it is nearest."""
        order = [controls.get(slot.tag) for slot in match.slots]
        shown = "\n".join(_marked(line, order) for line in self._lines(spot, match))
        text = _BLANKS.sub(" ", shown)
        parts = _split(text, [slot.label for slot in match.slots])
        if parts is None:
            for slot in match.slots:
                control = controls.get(slot.tag)
                if control is not None:
                    yield self._plain(spot, control, slot)
            yield from self._rest(spot, match)
            return
        for number, slot in enumerate(match.slots):
            control = order[number]
            beside = parts[number].replace(chr(_MARK + number), "").strip()
            if control is not None:
                kept = filled(spot, control, spot.text_of(control))
                yield Filled(
                    tag=slot.tag, text=kept.text, checked=kept.checked, row=kept.row, beside=beside
                )
            else:
                yield Filled(
                    tag=slot.tag,
                    text="",
                    checked=False,
                    row=_row(spot),
                    beside=beside,
                    recovered=True,
                )
        if key_of(parts[-1]):
            yield parts[-1].strip()


def filled(spot: Spot, control: SeenControl, text: str) -> Filled:
    """Return what a control holds, with what it keeps beside its text."""
    if control.box is not None:
        return Filled(tag=control.tag, text=text, checked=control.box, row=_row(spot))
    picked = stamp = ""
    kept = control.keeps if text else None
    if kept is not None and kept.tag == f"{_W}date":
        stamp = str(kept.get(f"{_W}fullDate") or "")
    elif kept is not None:
        picked = _picked(kept, text)
    return Filled(tag=control.tag, text=text, picked=picked, stamp=stamp, row=_row(spot))


def _picked(listed: Any, text: str) -> str:
    """Return the stored value of the list entry that is shown."""
    for entry in listed.iterfind(f"{_W}listItem"):
        value = str(entry.get(f"{_W}value") or "")
        if entry.get(f"{_W}displayText", value) == text:
            return value
    return ""


def _row(spot: Spot) -> int | None:
    return spot.row if spot.row >= 0 else None


def _looks_like_a_prompt(control: SeenControl, text: str) -> bool:
    content = control.properties.getnext()
    if content is None or not text:
        return False
    runs = [each for each in content.iter(f"{_W}r") if each.find(f"{_W}t") is not None]
    return bool(runs) and all(
        (style := each.find(f"{_W}rPr/{_W}rStyle")) is not None
        and style.get(f"{_W}val") == "PlaceholderText"
        for each in runs
    )


def _printed_pieces(match: BlankSpot) -> Iterator[str]:
    for line in match.spot.lines:
        yield from (one.text.strip() for one in line if one.control is None)


def _marked(line: list[SeenText], order: list[SeenControl | None]) -> str:
    shown: list[str] = []
    for one in line:
        if one.control in order and one.control is not None:
            mark = chr(_MARK + order.index(one.control))
            if mark not in shown:
                shown.append(mark)
        else:
            shown.append(one.text)
    return "".join(shown)


def _split(text: str, labels: list[str]) -> list[str] | None:
    """Return what stands before each label, and behind the last one; None where one is missing."""
    parts: list[str] = []
    at = 0
    for label in labels:
        words = _BLANKS.sub(" ", label).strip()
        found = text.find(words, at) if words else len(text)
        if found < 0 or (not words and label is not labels[-1]):
            return None
        part = text[at:found]
        if parts and (stuck := _STUCK.match(part)):
            parts[-1] += stuck[1]
            part = part[stuck.end() :]
        parts.append(part)
        at = found + len(words)
    tail = text[at:]
    if stuck := _STUCK.match(f"{tail} "):
        parts[-1] += stuck[1]
        tail = tail[stuck.end() :]
    return [*parts, tail]
