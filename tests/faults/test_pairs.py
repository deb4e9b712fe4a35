"""A fault of the YAML or of the shape hides no other fault of its file, and calls up none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from overlay import handbook_files
from proving import PROVING
from seeded import seed

from generator.checking.pipeline import check
from generator.source.reading.yaml_file import FileText

HERE = Path(__file__).parent
BASE = handbook_files(HERE.parent / "handbooks" / "bicycles")
PATCHES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.diff"))}
OF_FORM = ("HB0", "HB1")
EVERY = 1 if PROVING else 12
"""Of the others one in so many is paired with a fault, each time beginning at the next one."""


def codes(files: dict[str, bytes]) -> Counter[str]:
    found = check(FileText(path, raw) for path, raw in sorted(files.items()))
    return Counter(each.rule.code for each in found.diagnostics)


def touched(patch: str) -> set[str]:
    return {line[2:].split(" ")[0] for line in patch.splitlines() if line.startswith("@ ")}


def both(first: str, second: str) -> dict[str, bytes] | None:
    """The files with two faults in one of them; None where the patches do not fit together."""
    if not touched(first) & touched(second):
        return None
    try:
        once = {path: raw.decode() for path, raw in seed(BASE, first).files.items()}
        return seed(once, second).files
    except (AssertionError, KeyError, UnicodeDecodeError):
        return None


def pairs() -> Iterator[tuple[str, str, dict[str, bytes]]]:
    others = [name for name in PATCHES if not name.startswith(OF_FORM)]
    for number, one in enumerate(name for name in PATCHES if name.startswith(OF_FORM)):
        for other in others[number % EVERY :: EVERY]:
            files = both(PATCHES[one], PATCHES[other])
            if files is not None:
                yield one, other, files


@pytest.mark.slow
def test_both_faults_of_a_file_are_found_and_no_third() -> None:
    missed, extra, count = [], [], 0
    for one, other, files in pairs():
        found, wanted = codes(files), Counter((one[:5], other[:5]))
        extra += [(one, other, *(found - wanted))] if found - wanted else []
        missed += [(one, other)] if wanted - found else []
        count += 1
    assert count >= 5_000 / EVERY
    assert extra == []
    assert len(missed) <= 0.05 * count, missed


def with_unknown_owner(name: str) -> dict[str, bytes] | None:
    """The files with a fault, and away from it in the same file an owner that nobody knows."""
    seeded = seed(BASE, PATCHES[name])
    try:
        lines = seeded.files[seeded.file].decode().splitlines(keepends=True)
    except (KeyError, UnicodeDecodeError):
        return None
    for number, line in enumerate(lines, start=1):
        if line.startswith(("owner:", "approver:")) and abs(number - seeded.line) > 1:
            lines[number - 1] = line.partition(":")[0] + ": nobody-known\n"
            seeded.files[seeded.file] = "".join(lines).encode()
            return seeded.files
    return None


OWNED = {
    name: files
    for name in PATCHES
    if name.startswith(OF_FORM) and (files := with_unknown_owner(name))
}


@pytest.mark.parametrize("name", OWNED)
def test_what_stands_beside_a_fault_of_form_is_judged(name: str) -> None:
    assert codes(OWNED[name]) == Counter((name[:5], "HB201"))


def test_five_faults_of_five_stages_in_one_file_are_five() -> None:
    path = "processes/workshop/repair-bicycle.yml"
    text = BASE[path]
    for old, new in (
        ("purpose:", "scope: *all\npurpose:"),  # YAML
        ("inputs:", "imputs:"),  # shape
        ("    due: 1wd", "    due: quikly 1wd"),  # the language of dues
        ("\nowner: ", "\nowner: nobody-"),  # a reference
        ("when: small", "when: tiny"),  # the flow and its form
    ):
        assert old in text, old
        text = text.replace(old, new, 1)
    found = codes({**{each: raw.encode() for each, raw in BASE.items()}, path: text.encode()})
    assert set(found) == {"HB034", "HB101", "HB201", "HB307", "HB320"}
    assert sum(found.values()) == 5
