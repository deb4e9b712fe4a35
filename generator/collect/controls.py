"""Finds the content controls of a document by their tags, whatever an editor did around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.renderers.word.ooxml.xml import W14, W15, W

_W, _W14, _W15 = f"{{{W}}}", f"{{{W14}}}", f"{{{W15}}}"
_FRAMES = (
    f"{_W15}repeatingSection",
    f"{_W15}repeatingSectionItem",
    f"{_W}group",
    f"{_W}docPartObj",
)
_LISTS = (f"{_W}dropDownList", f"{_W}comboBox")
_OFF = {"0", "false", "off"}
_DELETED = {f"{_W}del", f"{_W}moveFrom"}
_BREAKS = {f"{_W}br", f"{_W}cr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One control: its tag, what stands in it, and the table row that it stands in.

    `text` is empty while the prompt shows. `picked` is the stored value of the list entry shown,
    `stamp` the date and time that a calendar control keeps beside its text. `checked` is None for
    all but boxes to tick. `row` numbers the rows of the document; None outside of tables.
    """

    tag: str
    text: str
    checked: bool | None = None
    picked: str = ""
    stamp: str = ""
    row: int | None = None
    beside: str = ""
    all_text: str = ""
    recovered: bool = False

    @property
    def whole(self) -> str:
        """What stands in the place, whether in the control or beside it."""
        return self.all_text or self.text

    @property
    def is_plain(self) -> bool:
        """Whether nothing stands beside the control."""
        return not self.beside


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledControls:
    """All controls of a document."""

    filled: tuple[Filled, ...]
    unnamed: int
    tracked: bool


def read_controls(document: Any) -> FilledControls:
    """Return the controls of a parsed `word/document.xml`."""
    found: list[Filled] = []
    unnamed = 0
    rows = {each: number for number, each in enumerate(document.iter(f"{_W}tr"))}
    for control in document.iter(f"{_W}sdt"):
        properties = control.find(f"{_W}sdtPr")
        if properties is None or any(properties.find(each) is not None for each in _FRAMES):
            continue
        tag = _value(properties.find(f"{_W}tag"))
        if not tag:
            unnamed += not _inside_named(control)
            continue
        row = next(control.iterancestors(f"{_W}tr"), None)
        found.append(_filled(control, properties, tag, rows.get(row)))
    tracked = next(document.iter(f"{_W}ins", f"{_W}del"), None) is not None
    return FilledControls(filled=tuple(found), unnamed=unnamed, tracked=tracked)


def _inside_named(control: Any) -> bool:
    return any(
        _value(each.find(f"{_W}sdtPr/{_W}tag"))
        for each in control.iterancestors(f"{_W}sdt")
        if not any(each.find(f"{_W}sdtPr/{frame}") is not None for frame in _FRAMES)
    )


def _filled(control: Any, properties: Any, tag: str, row: int | None) -> Filled:
    content = control.find(f"{_W}sdtContent")
    box = properties.find(f"{_W14}checkbox")
    text = "" if content is None else _text(content)
    if box is not None:
        state = box.find(f"{_W14}checked")
        value = state.get(f"{_W14}val", "1") if state is not None else "0"
        return Filled(tag=tag, text=text, checked=value.lower() not in _OFF, row=row)
    if _shows_prompt(properties, content):
        return Filled(tag=tag, text="", row=row)
    calendar = properties.find(f"{_W}date")
    stamp = "" if calendar is None else str(calendar.get(f"{_W}fullDate") or "")
    return Filled(tag=tag, text=text, picked=_picked(properties, text), stamp=stamp, row=row)


def _shows_prompt(properties: Any, content: Any) -> bool:
    mark = properties.find(f"{_W}showingPlcHdr")
    if mark is not None and mark.get(f"{_W}val", "1").lower() not in _OFF:
        return True
    if content is None:
        return True
    # An editor may drop the mark and still show the prompt in its style.
    runs = [each for each in content.iter(f"{_W}r") if each.find(f"{_W}t") is not None]
    return bool(runs) and all(
        _value(each.find(f"{_W}rPr/{_W}rStyle")) == "PlaceholderText" for each in runs
    )


def _picked(properties: Any, text: str) -> str:
    """Return the stored value of the list entry that is shown."""
    for name in _LISTS:
        for entry in properties.iterfind(f"{name}/{_W}listItem"):
            value = str(entry.get(f"{_W}value") or "")
            if entry.get(f"{_W}displayText", value) == text:
                return value
    return ""


def _text(content: Any) -> str:
    return "".join(_pieces(content)).strip("\n")


def _pieces(element: Any) -> Iterator[str]:
    for each in element:
        if each.tag in _DELETED:
            continue
        if each.tag == f"{_W}t":
            yield each.text or ""
        elif each.tag in _BREAKS:
            yield "\n"
        elif each.tag == f"{_W}tab":
            yield "\t"
        elif each.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif each.tag == f"{_W}p":
            yield from _pieces(each)
            yield "\n"
        else:
            yield from _pieces(each)


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_W}val") or "")
