"""Content controls: inline ones for entry, repeating ones around rows; and their prompts.

Inline controls are the ones that Word, WPS and LibreOffice all keep. None is bound to XML data:
an editor that does not know of the binding would leave old data that overwrites what was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.renderers.word.ooxml.node import Nodes, XmlNode, joined, valued
from generator.renderers.word.ooxml.order import ordered, properties
from generator.renderers.word.ooxml.text import RunFormat, run

CHECKED, UNCHECKED = "☑", "☐"
BOX_FONT = "Segoe UI Symbol"
LONGEST_TAG = 64  # what Word takes
PROMPT = RunFormat(style="PlaceholderText")


def _state(name: str, mark: str) -> XmlNode:
    return XmlNode(f"w14:{name}", {"w14:val": f"{ord(mark):04X}", "w14:font": BOX_FONT})


_CHECKBOX = XmlNode(
    "w14:checkbox",
    {},
    (
        XmlNode("w14:checked", {"w14:val": "0"}),
        _state("checkedState", CHECKED),
        _state("uncheckedState", UNCHECKED),
    ),
)
_BOX_LOOK = {
    "w:ascii": BOX_FONT,
    "w:hAnsi": BOX_FONT,
    "w:eastAsia": BOX_FONT,
    "w:hint": "eastAsia",
}
_BOX: Nodes = (
    XmlNode(
        "w:r",
        {},
        (*properties("w:rPr", (XmlNode("w:rFonts", _BOX_LOOK),)), XmlNode("w:t", text=UNCHECKED)),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlProperties:
    """Where something is filled in: its tag for programs, its name for people, its prompt."""

    tag: str
    name: str
    prompt: str = ""
    look: RunFormat = field(default=PROMPT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFormat:
    """How Word writes a date that is picked: its pattern and the language of its words."""

    pattern: str = "yyyy年M月d日"
    language: str = "zh-CN"


class Controls:
    """Makes the controls of one document: ids are unique and stay when other fields change."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._ids: set[int] = set()
        self._prompts: dict[str, str] = {}

    @property
    def prompts(self) -> dict[str, str]:
        """The prompts used, by the name of their entry in the glossary."""
        return {name: prompt for prompt, name in self._prompts.items()}

    def text(self, entry: ControlProperties, *, lines: bool = False) -> Nodes:
        """Return a control for text, of one or of several lines."""
        return self._prompted(entry, XmlNode("w:text", {"w:multiLine": "1"} if lines else {}))

    def date(self, entry: ControlProperties, shape: DateFormat) -> Nodes:
        """Return a control with a calendar; text may be typed as well."""
        parts = (
            valued("w:dateFormat", shape.pattern),
            valued("w:lid", shape.language),
            valued("w:storeMappedDataAs", "date"),
            valued("w:calendar", "gregorian"),
        )
        return self._prompted(entry, XmlNode("w:date", {}, parts))

    def choice(
        self, entry: ControlProperties, options: Iterable[tuple[str, str]], *, open_: bool = False
    ) -> Nodes:
        """Return a list to choose from: (value, words) each; `open_` takes other words too."""
        name = "comboBox" if open_ else "dropDownList"
        return self._prompted(entry, XmlNode(f"w:{name}", {}, _items(tuple(options))))

    def check(self, entry: ControlProperties) -> Nodes:
        """Return a box to tick."""
        return self._control(entry, (_CHECKBOX,), _BOX)

    def repeated(self, entry: ControlProperties, title: str, rows: Sequence[Nodes]) -> Nodes:
        """Return table rows that Word can add to and take away; other editors keep the rows."""
        items = joined(self._item(entry, each) for each in rows)
        kind = XmlNode("w15:repeatingSection", {}, (valued("w15:sectionTitle", title),))
        return _sdt((*self._head(entry), kind), items)

    def _item(self, entry: ControlProperties, rows: Nodes) -> Nodes:
        number = valued("w:id", self._id(entry.tag + "#item"))
        return _sdt((number, XmlNode("w15:repeatingSectionItem")), rows)

    def _prompted(self, entry: ControlProperties, kind: XmlNode) -> Nodes:
        name = self._prompts.setdefault(entry.prompt, f"Prompt{len(self._prompts) + 1}")
        shown = XmlNode("w:placeholder", {}, (valued("w:docPart", name),))
        properties = (shown, XmlNode("w:showingPlcHdr"), kind)
        return self._control(entry, properties, run(entry.prompt, entry.look))

    def _control(self, entry: ControlProperties, properties: Nodes, content: Nodes) -> Nodes:
        return _sdt((*self._head(entry), valued("w:lock", "sdtLocked"), *properties), content)

    def _head(self, entry: ControlProperties) -> Nodes:
        return (
            valued("w:alias", entry.name),
            valued("w:tag", entry.tag),
            valued("w:id", self._id(entry.tag)),
        )

    def _id(self, tag: str) -> int:
        digest = hashlib.sha256(f"{self._document}\n{tag}".encode()).digest()
        number = int.from_bytes(digest[:4], "big") & 0x7FFFFFFF
        while number in self._ids or number == 0:
            number = (number + 1) & 0x7FFFFFFF
        self._ids.add(number)
        return number


def _sdt(properties: Nodes, content: Nodes) -> Nodes:
    held = XmlNode("w:sdtContent", {}, content)
    return (XmlNode("w:sdt", {}, (ordered("w:sdtPr", properties), held)),)


@lru_cache(maxsize=256)  # each row of a table has the same lists
def _items(options: tuple[tuple[str, str], ...]) -> Nodes:
    return tuple(
        XmlNode("w:listItem", {"w:displayText": words, "w:value": value})
        for value, words in options
    )
