"""Content controls: inline ones for entry, repeating ones around rows; and their prompts.

Inline controls are the ones that Word, WPS and LibreOffice all keep. None is bound to XML data:
an editor that does not know of the binding would leave old data that overwrites what was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.renderers.word.ooxml.text import Look, run
from generator.renderers.word.ooxml.xml import attribute

CHECKED, UNCHECKED = "☑", "☐"
BOX_FONT = "Segoe UI Symbol"
LONGEST_TAG = 64  # what Word takes
PROMPT = Look(style="PlaceholderText")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where something is filled in: its tag for programs, its name for people, its prompt."""

    tag: str
    name: str
    prompt: str = ""
    look: Look = field(default=PROMPT)


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

    def text(self, entry: Entry, *, lines: bool = False) -> str:
        """Return a control for text, of one or of several lines."""
        return self._prompted(entry, '<w:text w:multiLine="1"/>' if lines else "<w:text/>")

    def date(self, entry: Entry, shape: DateFormat) -> str:
        """Return a control with a calendar; text may be typed as well."""
        kind = (
            f'<w:date><w:dateFormat w:val="{attribute(shape.pattern)}"/>'
            f'<w:lid w:val="{shape.language}"/><w:storeMappedDataAs w:val="date"/>'
            '<w:calendar w:val="gregorian"/></w:date>'
        )
        return self._prompted(entry, kind)

    def choice(
        self, entry: Entry, options: Iterable[tuple[str, str]], *, open_: bool = False
    ) -> str:
        """Return a list to choose from: (value, words) each; `open_` takes other words too."""
        name = "comboBox" if open_ else "dropDownList"
        return self._prompted(entry, f"<w:{name}>{_items(tuple(options))}</w:{name}>")

    def check(self, entry: Entry) -> str:
        """Return a box to tick."""
        states = "".join(
            f'<w14:{state} w14:val="{ord(mark):04X}" w14:font="{BOX_FONT}"/>'
            for state, mark in (("checkedState", CHECKED), ("uncheckedState", UNCHECKED))
        )
        fonts = (
            f'<w:rPr><w:rFonts w:ascii="{BOX_FONT}" w:hAnsi="{BOX_FONT}" '
            f'w:eastAsia="{BOX_FONT}" w:hint="eastAsia"/></w:rPr>'
        )
        kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
        content = f"<w:r>{fonts}<w:t>{UNCHECKED}</w:t></w:r>"
        return self._control(entry, "", kind, content)

    def repeated(self, entry: Entry, title: str, rows: Sequence[str]) -> str:
        """Return table rows that Word can add to and take away; other editors keep the rows."""
        items = "".join(
            f'<w:sdt><w:sdtPr><w:id w:val="{self._id(entry.tag + "#item")}"/>'
            f"<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>{each}</w:sdtContent></w:sdt>"
            for each in rows
        )
        head = self._head(entry)
        kind = (
            "<w15:repeatingSection>"
            f'<w15:sectionTitle w:val="{attribute(title)}"/></w15:repeatingSection>'
        )
        return f"<w:sdt><w:sdtPr>{head}{kind}</w:sdtPr><w:sdtContent>{items}</w:sdtContent></w:sdt>"

    def _prompted(self, entry: Entry, kind: str) -> str:
        name = self._prompts.setdefault(entry.prompt, f"Prompt{len(self._prompts) + 1}")
        prompt = f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder><w:showingPlcHdr/>'
        return self._control(entry, prompt, kind, run(entry.prompt, entry.look))

    def _control(self, entry: Entry, prompt: str, kind: str, content: str) -> str:
        # The order is the schema's: alias, tag, id, lock, placeholder, then the kind.
        properties = f'{self._head(entry)}<w:lock w:val="sdtLocked"/>{prompt}{kind}'
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _head(self, entry: Entry) -> str:
        return (
            f'<w:alias w:val="{attribute(entry.name)}"/><w:tag w:val="{attribute(entry.tag)}"/>'
            f'<w:id w:val="{self._id(entry.tag)}"/>'
        )

    def _id(self, tag: str) -> int:
        digest = hashlib.sha256(f"{self._document}\n{tag}".encode()).digest()
        number = int.from_bytes(digest[:4], "big") & 0x7FFFFFFF
        while number in self._ids or number == 0:
            number = (number + 1) & 0x7FFFFFFF
        self._ids.add(number)
        return number


@lru_cache(maxsize=256)  # each row of a table has the same lists
def _items(options: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<w:listItem w:displayText="{attribute(words)}" w:value="{attribute(value)}"/>'
        for value, words in options
    )
