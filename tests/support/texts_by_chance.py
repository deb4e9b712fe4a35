"""Makes texts of blanks, rare characters and marks by chance, and puts them into a handbook."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from random import Random  # noqa: TID251 - each seed gives the same texts
from typing import Any

from bicycles import new_bicycles

from generator.base.diagnostics import Severity
from generator.checking.folder import HandbookFolder, read_folder
from generator.source.reading.yaml_reader import read_yaml

BLANKS = ("\u3000", " ", "  ", "\t", "\u00a0", "\u2003", "\u202f", "\u2009", "\n", "\n\n", "\r\n")
INVISIBLE = ("\u200b", "\u200d", "\u2060", "\u00ad", "\ufe0f", "\u034f")
PIECES = (
    *("客户投诉处理", "order", "é", "ß", "ﬁ", "\U00020bb7", "囍", "\U0001f600", "مرحبا", "שלום"),
    *("\U0001f468\u200d\U0001f469\u200d\U0001f466", "한국어", "ไทย", "नमस्ते", "\u0301", "２０２６"),
    *("<b>", "&amp;", "]]>", '"', "'", "\\", "%", "{0}", "|", "*", "_", "`", "#", "-", "…", "——"),
    *("“引号”", "a" * 80, "字" * 80, "1,000", "5万元", "\U0001f1e8\U0001f1f3", "①", "☑", "㍿", "ǅ"),
    *("\U0001d4b3", "⿰", "﷽", "\u0e33", "=1+1", "@x", "[a](b)", "<!--", "https://a.example/b"),
)
RANGES = (
    *((0x20, 0x7E), (0xA1, 0x2FFF), (0x3000, 0x9FFF), (0xA000, 0xD7FF), (0xF900, 0xFFEF)),
    (0x10000, 0x3FFFF),
)
# Keys whose texts people read; what others name (dues, cases, conclusions) stays as it is.
_KEYS = """
title label checks do note end purpose trigger outputs say is help definition inputs record kpi
formula target risk control instructions summary duties text about scope change
"""
KEYS = frozenset(_KEYS.split())


def text_by_chance(chance: Random) -> str:
    """Return a text, often with blanks at its ends."""
    if chance.random() < 0.1:
        points = (chance.randint(*chance.choice(RANGES)) for _ in range(chance.randint(1, 30)))
        return "".join(map(chr, points))
    several = (
        chance.choice(PIECES if chance.random() < 0.75 else (*BLANKS, *INVISIBLE))
        for _ in range(chance.randint(1, 6))
    )
    before = chance.choice(BLANKS) if chance.random() < 0.3 else ""
    after = chance.choice(BLANKS) if chance.random() < 0.3 else ""
    return before + "".join(several) + after


def handbook_of_texts(folder: Path, seed: int) -> tuple[HandbookFolder, int]:
    """Return the bicycles with texts by chance that a check passes, and how many they are."""
    chance = Random(seed)  # noqa: S311 - no secret
    root = new_bicycles(folder)
    book = read_folder(root).checked.handbook
    assert book is not None
    # Values of parameters are read by dues and formulas.
    files = {each.where.file for each in book.texts} - {"processes/parameters.yml"}
    files = {each for each in files if each.startswith("processes/")}
    slots: dict[str, list[tuple[str, tuple[Any, ...]]]] = defaultdict(list)
    for each in book.texts:
        keys = [key for key in each.where.path if isinstance(key, str)]
        if keys and keys[-1] in KEYS and each.where.file in files:
            slots[each.source].append((each.where.file, tuple(each.where.path)))
    base = {file: _data(root, file) for file in files}
    new = {slot: text_by_chance(chance) for slot in slots}
    while True:
        lines = _write(root, base, slots, new)
        found = read_folder(root)
        wrong = [each for each in found.checked.diagnostics if each.weight is Severity.ERROR]
        if not wrong:
            return found, len(new)
        places = {found.checked.span(each.where) for each in wrong}
        refused = {slot for span in places for slot in lines.get((span.file, span.line), ())}
        for slot in refused or set(chance.sample(sorted(new), len(new) // 4 + 1)):
            new.pop(slot, None)


def _data(root: Path, file: str) -> Any:
    value = read_yaml(file, (root / file).read_bytes()).value
    assert value is not None
    return value.data


def _write(
    root: Path,
    base: Mapping[str, Any],
    slots: Mapping[str, list[tuple[str, tuple[Any, ...]]]],
    new: Mapping[str, str],
) -> dict[tuple[str, int], list[str]]:
    """Write the files with new texts; return what stands in which line."""
    data = copy.deepcopy(dict(base))
    said: dict[str, list[str]] = defaultdict(list)
    for slot, text in new.items():
        for file, path in slots[slot]:
            if _put(data[file], path, text):
                said[json.dumps(text, ensure_ascii=False)].append(slot)
    lines: dict[tuple[str, int], list[str]] = defaultdict(list)
    for file, tree in data.items():
        written = json.dumps(tree, ensure_ascii=False, indent=0)
        (root / file).write_text(written, encoding="utf-8", newline="")
        for number, line in enumerate(written.split("\n"), start=1):
            value = line.partition(": ")[2] if line.startswith('"') and '": ' in line else line
            lines[file, number] += said.get(value.rstrip(","), [])
            lines[file, number] += said.get(line.rstrip(","), [])
    return lines


def _put(tree: Any, path: tuple[Any, ...], text: str) -> bool:
    *way, last = path
    for key in way:
        tree = tree[key]
    if not isinstance(tree[last], str):
        return False
    tree[last] = text
    return True
