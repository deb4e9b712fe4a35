"""Undoes what LibreOffice 7.4 does to a control: its text comes back several times over.

It writes the whole text, then for each stretch of one script that stretch and the whole again:
`甲A` becomes `甲A` `甲` `甲A` `A` `甲A`; `李明`, with an empty stretch behind it, comes four times.
Characters beyond the BMP become `?` in the whole text when the file goes through the format .doc.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.collect.paper.spots import key_of

_FEWEST = 2  # stretches; one stretch comes back once
_FOURFOLD = 4


def untangled(text: str, nameless: Sequence[str], *, by_libre: bool) -> str:
    """Return the text that was written so; any other text as it is.

    `nameless` are the texts of the controls without a tag in the place; where they are gone too,
    `by_libre` says that LibreOffice saved the file.
    """
    if len(nameless) > _FEWEST:
        whole = nameless[0]
        ends = [each for each in nameless[1:] if each.endswith(whole)]
        stretches = "".join(each.removesuffix(whole) for each in ends)
        if len(ends) == len(nameless) - 1 and _is_same(whole, stretches):
            return stretches
    quarter = text[: len(text) // _FOURFOLD]
    foreign = len(quarter) >= _FEWEST and not quarter.isascii()
    if by_libre and foreign and text == quarter * _FOURFOLD:
        return quarter
    for count in range(_FEWEST, len(text)):
        length, rest = divmod(len(text), count + 2)
        if length < _FEWEST:
            break
        if not rest and (found := _stretches(text, text[:length], count)):
            return found
    return text


def _stretches(text: str, whole: str, count: int) -> str:
    """Return the stretches put together, if the text is made of them in this way."""
    parts = text.split(whole)
    if len(parts) != count + 2 or parts[0] or parts[-1]:
        return ""
    joined = "".join(parts)
    return joined if _is_same(whole, joined) and key_of(joined) else ""


def _is_same(whole: str, stretches: str) -> bool:
    """Compare, a lost character of the whole standing for any."""
    return len(stretches) == len(whole) and all(
        one in {other, "?"} for one, other in zip(whole, stretches, strict=True)
    )
