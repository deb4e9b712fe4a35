"""Reads a document as a person sees it: text, symbols, what was moved or deleted, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from generator.collect.paper.elements import (
    OFF,
    branches,
    described,
    first_child,
    is_heading,
    last_child,
    old_field,
    plain_text,
)
from generator.collect.paper.field_codes import FieldCodes
from generator.collect.paper.looks import PLAIN, TextLook, look_around, look_of
from generator.collect.paper.spots import Aside, SeenControl, SeenText, Spot
from generator.collect.paper.symbols import symbol
from generator.collect.renaming import new_tag
from generator.renderers.word.ooxml.xml import W14, W15, W

_W, _W14, _W15 = f"{{{W}}}", f"{{{W14}}}", f"{{{W15}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_OLE: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"
_CHUNK: Final = f"{_W}altChunk"
_VAL: Final = f"{_W}val"
_P, _R, _T, _TBL, _TR, _TC, _SDT = (
    f"{_W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc", "sdt")
)
_TEXTS = {_T, f"{_W}delText"}
_TABS = {f"{_W}tab", f"{_W}ptab"}
_HYPHEN, _SYMBOL = f"{_W}noBreakHyphen", f"{_W}sym"
_ALTERNATE = f"{_MC}AlternateContent"
_CONTENT, _PROPERTIES = f"{_W}sdtContent", f"{_W}sdtPr"
_RPR, _PPR, _TCPR = f"{_W}rPr", f"{_W}pPr", f"{_W}tcPr"
_TRPR = f"{_W}trPr"
_TAG, _PROMPT, _BOX = f"{_W}tag", f"{_W}showingPlcHdr", f"{_W14}checkbox"
_KEEPERS = {f"{_W}date", f"{_W}dropDownList", f"{_W}comboBox"}
_BREAKS = {f"{_W}br", f"{_W}cr"}
_DEL: Final = f"{_W}del"
_GONE = {_DEL, f"{_W}moveFrom"}
_CHANGED = _GONE | {f"{_W}ins", f"{_W}moveTo"}
_TURNED = {f"{_W}bdo", f"{_W}dir"}
_DRAWN = {f"{_W}drawing", f"{_W}pict", f"{_W}object"}
_SKIPPED = {
    _RPR,
    _PPR,
    _TRPR,
    _TCPR,
    *(f"{_W}{name}" for name in ("instrText", "delInstrText", "tblPr", "tblGrid")),
}
_FRAMES = {
    f"{_W15}repeatingSection",
    f"{_W15}repeatingSectionItem",
    f"{_W}group",
    f"{_W}docPartObj",
}
# What the properties of a control say that matters; the rest is not looked at twice.
_TOLD = {_TAG, _PROMPT, _BOX, *_KEEPERS, *_FRAMES}
_seen = partial(tuple.__new__, SeenText)  # a quarter million times: the class's own takes longer
_NOTES = {
    f"{_W}footnoteReference": "footnote",
    f"{_W}endnoteReference": "endnote",
    f"{_W}commentReference": "comment",
    f"{_W}commentRangeStart": "comment",
}
_MATH = f"{_M}t"
_SELDOM = {*_TURNED, *_NOTES, _MATH, _ALTERNATE}
_DAYS = {f"{_W}{part}{size}" for part in ("day", "month", "year") for size in ("Short", "Long")}
_LIVING = ("DATE", "TIME", "SAVEDATE", "PRINTDATE")
_FOREIGN = "goog_rdk"  # put around any text by another editor
_RLO, _PDF = "\u202e", "\u202c"


class Walker:
    """Walks through one part of a document; `spots` are what it has seen, in order.

    `styled` says that formats have to be looked at, because they change what is seen; `looks` says
    what text in a style counts as, `renamed` are the names that fields once had.
    """

    def __init__(
        self,
        *,
        styled: bool = True,
        looks: Mapping[str, str] | None = None,
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        self._renamed = renamed or {}
        self.spots: list[Spot] = []
        self.anchors: dict[tuple[str, str], Spot] = {}
        self.tracked = False
        self._styled = styled
        self._looks = looks or {}
        self._around = ""
        self._codes = FieldCodes()
        self._control: SeenControl | None = None
        self._gone = 0
        self._tables = self._rows = -1
        self._kind = ""

    def walk(self, container: Any, kind: str = "") -> list[Spot]:
        """Return the spots of a body, a header or a note."""
        start, self._kind = len(self.spots), kind
        self._blocks(container, None)
        return self.spots[start:]

    # --- blocks -------------------------------------------------------------------------------

    def _blocks(self, container: Any, spot: Spot | None) -> None:
        for child in container:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, spot or self._spot(is_heading=is_heading(child)))
            elif tag == _TCPR:
                continue
            elif tag == _TBL:
                self._table(child, spot)
            elif tag == _SDT:
                self._held(child, spot, self._blocks)
            elif tag in _GONE:
                self._without(child, spot, self._blocks)
            elif tag == _ALTERNATE:
                self._branches(child, spot)
            elif tag == _CHUNK:
                self._aside("inserted document", "altChunk", spot or self._spot())
            elif tag not in _SKIPPED and isinstance(tag, str) and len(child):
                self.tracked |= tag in _CHANGED
                self._blocks(child, spot)

    def _branches(self, element: Any, spot: Spot | None) -> None:
        """Take the newer of two ways to say the same, the older where the newer says nothing."""
        for branch in branches(element):
            before = len(self.spots), len(spot.lines) if spot is not None else 0
            self._blocks(branch, spot)
            if before != (len(self.spots), len(spot.lines) if spot is not None else 0):
                return

    def _spot(self, *, is_heading: bool = False) -> Spot:
        spot = Spot(len(self.spots), self._kind, is_heading=is_heading)
        self.spots.append(spot)
        return spot

    def _table(self, table: Any, parent: Spot | None) -> None:
        self._tables += 1
        number = self._tables
        for row in _inside(table, _TR):
            self._rows += 1
            at, last = self._rows, None
            properties = first_child(row, _TRPR)
            gone = properties is not None and first_child(properties, _DEL) is not None
            self._gone += gone
            for ordinal, (cell, control) in enumerate(self._cells(row, None)):
                spot = self._spot()
                spot.table, spot.row, spot.ordinal = number, at, ordinal
                spot.parent, spot.previous, spot.cell = parent, last, cell
                last = spot
                before_control, self._control = self._control, control or self._control
                if control is not None:
                    spot.controls.append(control)
                self._blocks(cell, spot)
                self._control = before_control
            self._gone -= gone

    def _cells(self, row: Any, around: SeenControl | None) -> Iterator[tuple[Any, Any]]:
        for child in row:
            if child.tag == _TC:
                yield child, around
            elif child.tag == _SDT:
                control = self._named(child)
                content = first_child(child, _CONTENT)
                if content is not None:
                    yield from self._cells(content, control or around)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str) and len(child):
                yield from self._cells(child, around)

    # --- lines --------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Any, spot: Spot) -> None:
        spot.lines.append([])
        if not self._looks:
            self._inline(paragraph, spot)
            return
        before, self._around = self._around, look_around(paragraph, self._looks)
        self._inline(paragraph, spot)
        self._around = before

    def _inline(self, element: Any, spot: Any) -> None:
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child, spot)
            elif tag == _PPR:
                continue
            elif tag == _SDT:
                self._held(child, spot, self._inline)
            elif tag in _GONE:
                self._without(child, spot, self._inline)
            elif tag == _P:
                self._paragraph(child, spot)
            elif tag in _SELDOM:
                self._rarely(child, spot)
            elif tag not in _SKIPPED and isinstance(tag, str) and len(child):
                self.tracked |= tag in _CHANGED
                self._inline(child, spot)

    def _held(self, control: Any, spot: Spot | None, inner: Any) -> None:
        """Go through a content control; what stands in one without a tag stands in none."""
        content = last_child(control, _CONTENT)
        if content is None:
            return
        found, before = self._named(control), self._control
        if found is not None:
            self._control = found
            if spot is not None:
                spot.controls.append(found)
        start = len(self.spots)
        line = spot.lines[-1] if spot is not None and spot.lines else []
        before_text = len(line)
        inner(content, spot)
        if found is None and spot is not None and len(line) > before_text:
            spot.nameless.append("".join(one.text for one in line[before_text:]))
        if found is not None and spot is None:
            for each in self.spots[start:]:
                each.controls.append(found)
        self._control = before

    def _named(self, element: Any) -> SeenControl | None:
        """Return a control in which something may be filled in, if it has a tag."""
        return _control(element, self._renamed)

    def _without(self, element: Any, spot: Spot | None, inner: Any) -> None:
        self.tracked = True
        self._gone += 1
        inner(element, spot)
        self._gone -= 1

    def _run(self, run: Any, spot: Spot) -> None:
        if self._styled or self._gone:
            look = look_of(run, self._around, self._looks) if self._styled else PLAIN
            self._pieces(run, spot, look)
            return
        for child in run:  # nearly all runs are a plain text: each call less is worth it
            tag = child.tag
            if tag == _T:
                if text := child.text:
                    spot.lines[-1].append(_seen((text, self._control)))
            elif tag != _RPR:
                self._piece(child, spot, PLAIN)

    def _pieces(self, run: Any, spot: Spot, look: TextLook) -> None:
        for child in run:
            if child.tag != _RPR:
                self._piece(child, spot, look)

    def _piece(self, child: Any, spot: Spot, look: TextLook) -> None:
        tag = child.tag
        if tag in _TEXTS:
            self._say(look.shown(child.text or ""), spot, look.kind)
        elif tag in _BREAKS:
            self._say("\n", spot, look.kind)
        elif tag in _TABS:
            self._say("\t", spot, look.kind)
        elif tag == _HYPHEN:
            self._say("-", spot, look.kind)
        elif tag == _SYMBOL:
            name, code = str(child.get(f"{_W}font")), str(child.get(f"{_W}char"))
            self._say(symbol(name, code), spot, look.kind)
        elif tag in _DRAWN:
            self._drawn(child, spot)
        else:
            self._rarely(child, spot, look)

    def _rarely(self, child: Any, spot: Spot, look: TextLook = PLAIN) -> None:
        """Go through what seldom stands in a run."""
        tag = child.tag
        if tag in _NOTES:
            self.anchors[_NOTES[tag], str(child.get(f"{_W}id"))] = spot
        elif tag in _TURNED:
            self._turned(child, spot)
        elif tag == _MATH:
            self._say(child.text or "", spot)
        elif tag == f"{_W}ruby":
            self._ruby(child, spot)
        elif tag == f"{_W}fldChar":
            self._say(old_field(child), spot)
            self._say(self._codes.at(str(child.get(f"{_W}fldCharType"))), spot, look.kind)
        elif tag == f"{_W}instrText":
            self._codes.add(child.text or "")
            if (child.text or "").strip().startswith(_LIVING):
                self._aside("field", (child.text or "").strip(), spot)
        elif tag == _ALTERNATE:
            self._alternate(child, spot, look)
        elif tag in _DAYS:  # shows the day on which somebody looks at it
            self._aside("field", tag.removeprefix(_W), spot)

    def _turned(self, element: Any, spot: Spot) -> None:
        """Mark a text that is shown from right to left, by the characters for it."""
        turned = element.get(_VAL) == "rtl"
        self._say(_RLO if turned else "", spot)
        self._inline(element, spot)
        self._say(_PDF if turned else "", spot)

    def _ruby(self, element: Any, spot: Spot) -> None:
        for part in element:
            if part.tag == f"{_W}rubyBase":
                self._inline(part, spot)
            elif part.tag == f"{_W}rt":
                self._aside("ruby", plain_text(part), spot)

    def _say(self, text: str, spot: Spot, look: str = "") -> None:
        if not text:
            return
        if self._gone or look:
            self._aside("deleted text" if self._gone else look, text, spot)
        else:
            spot.lines[-1].append(SeenText(text, self._control))

    def _aside(self, kind: str, text: str, spot: Spot) -> None:
        if spot.asides and spot.asides[-1].kind == kind and kind.endswith("text"):
            text = spot.asides.pop().text + text
        spot.asides.append(Aside(kind, text))

    # --- pictures -----------------------------------------------------------------------------

    def _alternate(self, element: Any, spot: Spot, look: TextLook) -> None:
        """Take the newer of two ways to say the same, the older where the newer says nothing."""
        for branch in branches(element):
            before = len(self.spots), len(spot.asides), len(spot.lines[-1])
            if element.getparent().tag == _R:
                self._pieces(branch, spot, look)
            else:
                self._inline(branch, spot)
            if before != (len(self.spots), len(spot.asides), len(spot.lines[-1])):
                return

    def _drawn(self, element: Any, spot: Spot) -> None:
        if (program := next(element.iter(_OLE), None)) is not None:
            self._aside("embedded object", str(program.get("ProgID") or "OLE"), spot)
            return
        boxes = list(element.iter(f"{_W}txbxContent"))
        seen = [
            *("".join(each.itertext()) for each in element.iter(f"{_A}t")),
            *(str(each.get("string") or "") for each in element.iter(f"{_V}textpath")),
        ]
        for box in boxes:
            if not any(other in boxes for other in box.iterancestors(f"{_W}txbxContent")):
                kind, self._kind = self._kind, "text box"
                control, self._control = self._control, None
                self._blocks(box, None)
                self._kind, self._control = kind, control
        if any(seen):
            self._aside("text in a drawing", " ".join(filter(None, seen)), spot)
        elif not boxes:
            self._aside("picture", described(element), spot)


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag not in _SKIPPED and isinstance(child.tag, str) and len(child):
            yield from _inside(child, wanted)


def _control(element: Any, renamed: Mapping[str, str]) -> SeenControl | None:
    properties = first_child(element, _PROPERTIES)
    if properties is None:
        return None
    found = SeenControl("", properties)
    for each in properties:
        name = each.tag
        if name not in _TOLD:
            continue
        if name == _TAG:
            found.tag = str(each.get(_VAL) or "")
        elif name == _PROMPT:
            found.marked = each.get(_VAL, "1").lower() not in OFF
        elif name in _KEEPERS:
            found.keeps = each
        elif name == _BOX:
            state = each.find(f"{_W14}checked")
            found.box = state is not None and state.get(f"{_W14}val", "1").lower() not in OFF
        elif name in _FRAMES:
            return None
    if not found.tag or found.tag.startswith(_FOREIGN):
        return None
    found.tag = new_tag(found.tag, renamed)
    return found
