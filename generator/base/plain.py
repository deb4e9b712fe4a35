"""Brings what was typed into plain characters, without changing what it says."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_SPACES = re.compile(r"\s+")
_BETWEEN_WIDE = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
# Characters that take no room on paper: marks of direction, joiners, soft hyphens.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u061c\u2066-\u2069]")
OVERRIDES: Final = "\u202a\u202b\u202c\u202d\u202e"  # they change the order that a person sees
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−－"), "-")
_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>")
_NONE: Final = frozenset(
    {
        "/",
        "//",
        "\\",
        "-",
        "--",
        "---",
        "无",
        "無",
        "没有",
        "不适用",
        "n/a",
        "na",
        "n.a.",
        "none",
        "nil",
    }
)
# Words that promise a text, and none that is there.
_LATER: Final = frozenset(
    {
        *(
            "待补",
            "待补充",
            "待补填",
            "待定",
            "待填",
            "待填写",
            "待签",
            "未定",
            "未填",
            "暂缺",
            "暂无",
            "空",
        ),
        *("tbd", "tba", "tbc", "tobeconfirmed", "tobefilledin", "pending", "later", "nothing"),
    }
)
_MARKS: Final = frozenset("|~^`=+<>")  # signs that are no punctuation, and say no more
_ENDS: Final = "。.;；,，"


@lru_cache(maxsize=4096)
def cleaned(text: str) -> str:
    """Return a text without blanks around it; en spaces are what empty prompts consist of."""
    return _UNSEEN.sub("", text).strip() if not text.isascii() else text.strip()


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a text with full-width letters, digits and signs as plain ones.

    Raised, lowered and circled characters stay as they are: `5²` is not 52.
    """
    shown = text
    if not shown.isascii():
        shown = _UNSEEN.sub("", text)
        shown = "".join(map(_plain_character, shown))
    return _SPACES.sub(" ", shown).strip()


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    if unicodedata.decomposition(character).startswith(_KEPT):
        return character
    return unicodedata.normalize("NFKC", character)


def dashed(text: str) -> str:
    """Return a folded text in lower case, with all dashes as hyphens, and no full stop behind."""
    return folded(text).translate(_DASHES).lower().rstrip(_ENDS).rstrip()


@lru_cache(maxsize=4096)
def is_none(text: str) -> bool:
    """Tell whether a text is a mark for “there is none”: `/`, `无`, `—`, `N/A`."""
    plain = folded(text).translate(_DASHES).lower().replace(" ", "")
    return plain in _NONE or plain.rstrip("。") in _NONE


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """Tell whether a text leaves its place as empty as it was: `无`, `（无）`, `？`, `待补`."""
    plain = folded(text).translate(_DASHES).lower().replace(" ", "")
    if all(each in _MARKS or unicodedata.category(each)[0] == "P" for each in plain):
        return True
    bare = "".join(each for each in plain if unicodedata.category(each)[0] != "P")
    return is_none(text) or bare in _NONE | _LATER


_LIKE_FIGURES: Final = str.maketrans("OIL", "011")
_NOUGHTS: Final = re.compile(r"(?<!\d)0+(?=\d)")
_CORRECTED = re.compile(
    r" ?[(\[【]?(?:更正|修订|修正|补正|订正|更新|重报|corrected|correction|amended|revised)"
    r"(?:版|稿|件|后|version|copy)?[)\]】]?$"
)


@lru_cache(maxsize=4096)
def as_key(number: str) -> str:
    """Return a document number as one and the same, however it was typed.

    In one width, in capitals, with hyphens for all dashes, and without a word that the copy is a
    corrected one: `fm—01－0１（更正）` is `FM-01-01`.
    """
    plain = re.sub(r" ?-+ ?", "-", folded(number).translate(_DASHES).lower())
    return (_CORRECTED.sub("", plain).rstrip() or plain).upper()


@lru_cache(maxsize=4096)
def number_look(number: str) -> str:
    """Return what a document number looks like at a glance: `KS-2O26-0137` as `KS-2026-137`.

    Signs between its parts are one and the same, noughts in front do not count, and in a part
    with figures O is 0, I and L are 1.
    """
    parts = re.split(r"[\W_]+", as_key(number))
    return "-".join(_NOUGHTS.sub("", _as_figures(each)) for each in parts if each)


def _as_figures(part: str) -> str:
    known = part.translate(_LIKE_FIGURES)
    return known if known.isdecimal() and any(map(str.isdigit, part)) else part


def is_reordered(text: str) -> bool:
    """Tell whether marks of direction show the text in another order than it is stored."""
    return any(each in text for each in OVERRIDES)


def as_one_word(shown: str) -> str:
    """Return an opinion as it is compared: folded, small, no blanks between wide characters."""
    return _BETWEEN_WIDE.sub("", folded(shown).lower().replace("’", "'"))
