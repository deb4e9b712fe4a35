"""Undoes what LibreOffice 7.4 does to a control: its text comes back several times over.

It writes the whole text, then for each stretch of one script that stretch and the whole again:
`甲A` becomes `甲A` `甲` `甲A` `A` `甲A`; `李明`, with an empty stretch behind it, comes four times.
Latin letters and figures at the beginning are no stretch: `9件` becomes `9件` `件` `9件` `` `9件`.
On the way through the format .rtf the last whole but one is a nought: `李明李明李明0李明`.
Characters beyond the BMP become `?` in the whole text when the file goes through the format .doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.collect.paper.spots import key_of

_FEWEST = 2  # stretches; one stretch comes back once
_FOURFOLD = 4
_LONGEST: Final = 2_000  # characters of a text that is looked through for one at its beginning
_WIDE: Final = "\u2e80"  # the first of the characters of East Asia


def untangled(text: str, nameless: Sequence[str], *, by_libre: bool) -> str:
    """Return the text that was written so; any other text as it is.

    `nameless` are the texts of the controls without a tag in the place; where they are gone too,
    `by_libre` says that LibreOffice saved the file.
    """
    if len(nameless) > _FEWEST:
        whole = nameless[0]
        ends = [each for each in nameless[1:] if each.endswith(whole)]
        stretches = [each.removesuffix(whole) for each in ends]
        if len(ends) == len(nameless) - 1 and (found := _together(whole, stretches)):
            return found
    quarter = text[: len(text) // _FOURFOLD]
    if by_libre and quarter and not quarter.isascii() and text == quarter * _FOURFOLD:
        return quarter
    for size in range(1, len(text) // (_FEWEST + 1) + 1):
        whole = text[:size]
        if whole[-1] == text[-1] and text.endswith(whole) and (found := _read(text, whole)):
            return found
    return _with_more(text) if by_libre and len(text) <= _LONGEST else text


def _with_more(text: str) -> str:
    """Return what stands behind a text that came back so, with the text itself in front."""
    for size in range(1, len(text) // (_FEWEST + 1) + 1):
        whole = text[:size]
        end = text.rfind(whole) + size
        if end > (_FEWEST + 1) * size:
            found = _read(text[:end], whole)
            if not found and text[:end] == whole * _FOURFOLD and len(whole) >= _FEWEST:
                found = "" if whole.isascii() else whole
            if found:
                return found + text[end:]
    return text


def _read(text: str, whole: str) -> str:
    """Return the text, if all is made of it in this way, be it with a nought."""
    noughted = f"0{whole}"
    if text == f"{whole * 3}{noughted}":
        return "" if whole.isascii() else whole
    if text.endswith(noughted):
        first, *stretches = text.removesuffix(noughted).split(whole)
        if not first and (found := _together(whole, stretches)):
            return found
    first, *stretches = text.split(whole)
    return "" if first or stretches.pop() or len(whole) < _FEWEST else _together(whole, stretches)


def _together(whole: str, stretches: Sequence[str]) -> str:
    """Return the stretches put together, if they are the whole, its Latin beginning apart."""
    joined = "".join(stretches)
    left = whole[: len(whole) - len(joined)]
    if len(stretches) < _FEWEST or not key_of(joined) or any(each >= _WIDE for each in left):
        return ""
    return left + joined if _is_same(whole[len(left) :], joined) else ""


def _is_same(whole: str, stretches: str) -> bool:
    """Compare, a lost character of the whole standing for any."""
    return len(stretches) == len(whole) and all(
        one in {other, "?"} for one, other in zip(whole, stretches, strict=True)
    )
