"""Formats that change what a person sees: hidden, white on white, struck out, raised, symbols."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from generator.collect.paper.elements import OFF
from generator.collect.paper.symbols import FONTS, in_symbols, raised
from generator.renderers.word.ooxml.xml import W

_W = f"{{{W}}}"
_VAL: Final = f"{_W}val"
_HIDDEN, _STRUCK = "hidden text", "struck-out text"
_KINDS: Final = {f"{_W}vanish": _HIDDEN, f"{_W}strike": _STRUCK, f"{_W}dstrike": _STRUCK}
_ALIGN, _FONTS, _COLOUR, _SIZE = (f"{_W}{name}" for name in ("vertAlign", "rFonts", "color", "sz"))
_STYLES = (f"{_W}pStyle", f"{_W}rStyle")
_WHITE: Final = "FFFFFF"
_PAPER: Final = {"", "AUTO", _WHITE, "NONE"}
_SMALLEST: Final = {"1", "2"}  # half points: nobody reads a letter of one point


class TextLook(NamedTuple):
    """What a text counts as (empty: as text), its font of symbols, raised or lowered."""

    kind: str = ""
    font: str = ""
    place: str = ""

    def shown(self, text: str) -> str:
        """Return a text as it looks."""
        if self.font:
            text = in_symbols(text, self.font)
        return raised(text, self.place) if self.place else text


PLAIN: Final = TextLook()


def looks_matter(root: Any, styles: Collection[str]) -> bool:
    """Tell whether a part has formats, or styles out of `styles`, that change what is seen."""
    if next(root.iter(*_KINDS, _ALIGN), None) is not None:
        return True
    for tag in (_COLOUR, _SIZE):
        if any(_is_unseen_at_all(tag, str(each.get(_VAL))) for each in root.iter(tag)):
            return True
    if any(_font_of_symbols(each) for each in root.iter(_FONTS)):
        return True
    return bool(styles) and any(each.get(_VAL) in styles for each in root.iter(*_STYLES))


def look_around(paragraph: Any, styles: Mapping[str, str]) -> str:
    """Return what the text of a paragraph counts as by its style."""
    if not styles:
        return ""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else styles.get(str(style.get(_VAL)), "")


def look_of(run: Any, around: str, styles: Mapping[str, str]) -> TextLook:
    """Return the look of a run; its own formats count more than its style and the paragraph's."""
    properties = run.find(f"{_W}rPr")
    kinds = {around}
    font = place = ""
    if properties is None:
        return TextLook(around) if around else PLAIN
    style = properties.find(f"{_W}rStyle")
    if style is not None:
        kinds.add(styles.get(str(style.get(_VAL)), ""))
    _own(properties, kinds)
    for each in properties:
        tag, value = each.tag, each.get(_VAL)
        if tag == _ALIGN and value in {"superscript", "subscript"}:
            place = value
        elif _is_unseen(tag, str(value), run):
            kinds.add(_HIDDEN)
        elif tag == _FONTS:
            font = _font_of_symbols(each) or font
    return TextLook(_chief(kinds), font, place)


def _is_unseen(tag: str, value: str, run: Any) -> bool:
    """Tell whether a format makes text that nobody sees: white on paper, or of one point."""
    return _is_unseen_at_all(tag, value) and (tag == _SIZE or not _on_colour(run))


def _is_unseen_at_all(tag: str, value: str) -> bool:
    """Tell whether a format makes text that nobody sees on white paper."""
    return value in _SMALLEST if tag == _SIZE else tag == _COLOUR and value.upper() == _WHITE


def _font_of_symbols(fonts: Any) -> str:
    """Return the font of a run where its letters are signs; else empty."""
    name = str(fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi") or "")
    return name if name.casefold() in FONTS else ""


def _on_colour(run: Any) -> bool:
    """Tell whether anything behind a run has a colour: there white is no paper."""
    around = ((f"{_W}p", f"{_W}pPr"), (f"{_W}tc", f"{_W}tcPr"))
    behind = [run.find(f"{_W}rPr")]
    for outer, properties in around:
        behind += (each.find(properties) for each in run.iterancestors(outer))
    for each in behind:
        if each is None:
            continue
        shade, marked = each.find(f"{_W}shd"), each.find(f"{_W}highlight")
        fill = "" if shade is None else str(shade.get(f"{_W}fill") or "")
        mark = "" if marked is None else str(marked.get(_VAL) or "")
        if fill.upper() not in _PAPER or mark.upper() not in _PAPER | {"WHITE"}:
            return True
    return False


def looks_of_styles(root: Any) -> dict[str, str]:
    """Return what text counts as in the styles that hide it or strike it out: style → kind.

    A style has the formats of the one that it is based on, as far as it has none of its own.
    """
    known = {str(each.get(f"{_W}styleId")): each for each in root.iter(f"{_W}style")}
    found = {}
    for style in known:
        kinds = {""}
        for each in reversed(_chain(style, known)):
            properties = each.find(f"{_W}rPr")
            if properties is not None:
                _own(properties, kinds)
        if kind := _chief(kinds):
            found[style] = kind
    return found


def _chain(style: str, known: Mapping[str, Any]) -> list[Any]:
    """Return a style and what it is based on, the most general one last."""
    chain: list[Any] = []
    each = known.get(style)
    while each is not None and each not in chain:
        chain.append(each)
        based = each.find(f"{_W}basedOn")
        each = None if based is None else known.get(str(based.get(_VAL)))
    return chain


def _own(properties: Any, kinds: set[str]) -> None:
    """Add the kinds that formats switch on, and take off those that they switch off."""
    for each in properties:
        kind = _KINDS.get(each.tag)
        if kind is not None:
            on = (each.get(_VAL) or "1").lower() not in OFF
            kinds.add(kind) if on else kinds.discard(kind)


def _chief(kinds: set[str]) -> str:
    return _HIDDEN if _HIDDEN in kinds else _STRUCK if _STRUCK in kinds else ""
