"""Reads ticks and crosses, and lists of words in one field."""

from __future__ import annotations

import re
from typing import Final

from generator.base.plain import cleaned, folded

SIGNS: Final = frozenset("√✓✔☑☒■●🗹✅")
EMPTY_BOX: Final = frozenset("☐□○🗆")
YES: Final = SIGNS | {"是", "是的", "对", "有", "已", "y", "yes", "true", "1", "v", "ok"}
NO: Final = EMPTY_BOX | set("否非无不未0n") | {"no", "false", "不是", "没有"}
ASSENT: Final = YES | {
    "同意",
    "确认",
    "已确认",
    "已办",
    "已完成",
    "完成",
    "agree",
    "agreed",
    "done",
}
_VARIANT: Final = "\ufe0e\ufe0f"  # whether a sign is shown in colour
IN_BOX: Final = SIGNS | {"v", "x", "是", "y", "yes", "1"}
CROSSES: Final = "×✗✘✖✕❌❎"
_MARKS: Final = "".join(sorted(SIGNS | EMPTY_BOX)) + CROSSES
_MARK_FIRST = re.compile(rf"([{_MARKS}]) ?([^{_MARKS}]+)")
_MARK_LAST = re.compile(rf"([^{_MARKS}]+?) ?([{_MARKS}])")
_BETWEEN: Final = " ,、;/|。."
_IN_BRACKETS = re.compile(rf"[\[(【] ?([{_MARKS}xX]?) ?[\])】]")
_WRAPPED = re.compile(r"[\[(【]\s*(.?)\s*[\])】]")


def tick_of(text: str) -> bool | None:
    """Read a yes or no written as a sign or a word; a cross alone is neither."""
    plain = folded(text).lower().strip(_VARIANT).rstrip("。.!")
    if match := _WRAPPED.fullmatch(plain):
        return boxed(match[1])
    chosen = chosen_in(plain)
    if chosen is not None:
        return tick_of(chosen[0]) if len(chosen) == 1 else None
    return True if plain in YES else False if plain in NO else None


def boxed(text: str) -> bool | None:
    """Read what was put into or beside a box to tick: there `x` is a tick too, `×` is unclear."""
    signs = [each for each in folded(text).lower() if not (each.isspace() or each in _VARIANT)]
    kept = "".join(each for each in signs if each not in EMPTY_BOX)
    if not kept:
        return False
    if kept in IN_BOX or (len(set(kept)) == 1 and kept[0] in IN_BOX and not kept[0].isalnum()):
        return True
    return False if kept in {"否", "no", "n", "0"} else None


def chosen_in(text: str) -> tuple[str, ...] | None:
    """Return the words that are ticked in a list of words with a box each: `☑批准 ☐退回`.

    None where it is no such list; a cross counts as empty beside a tick, and as unclear alone.
    """
    plain = "".join(each for each in folded(text) if each not in _VARIANT)
    plain = _IN_BRACKETS.sub(_out_of_brackets, plain).strip(_BETWEEN)
    if plain[:1] and plain[0] in _MARKS:
        pattern, sign, word = _MARK_FIRST, 1, 2
    elif plain[-1:] and plain[-1] in _MARKS:
        pattern, sign, word = _MARK_LAST, 2, 1
    else:
        return None
    pairs = [(match[sign], match[word].strip(_BETWEEN)) for match in pattern.finditer(plain)]
    left = pattern.sub("", plain).strip(_BETWEEN)
    if left or not pairs or not all(words for _, words in pairs):
        return None
    chosen = tuple(words for mark, words in pairs if mark in SIGNS)
    return () if not chosen and any(mark in CROSSES for mark, _ in pairs) else chosen


def _out_of_brackets(match: re.Match[str]) -> str:
    """Return the mark in brackets: `[ ]` is an empty box, `[x]` a ticked one."""
    return {"": "☐", "x": "☒", "X": "☒"}.get(match[1], match[1])


def shown_in(text: str) -> tuple[bool | None, str]:
    """Return whether the box in a control is shown as ticked, and what else stands there.

    None where no box is shown any more.
    """
    boxes = [each for each in text if each in SIGNS | EMPTY_BOX]
    rest = "".join(each for each in text if each not in SIGNS | EMPTY_BOX and each not in _VARIANT)
    return (any(each in SIGNS for each in boxes) if boxes else None), cleaned(rest)


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the entries of a list typed into one field."""
    return tuple(filter(None, (cleaned(each) for each in re.split(r"[、,，;；/\n]", text))))
