"""Every file that the product makes is as its golden file shows it, and each is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import ACCEPTING, TO_ACCEPT, compare

pytestmark = pytest.mark.slow

EXPECTED = Path(__file__).parent / "expected"
MOST_BYTES = 1_100_000


def known() -> list[str]:
    return sorted(each.relative_to(EXPECTED).as_posix()
                  for each in EXPECTED.rglob("*") if each.is_file())  # fmt: skip


def test_every_output_has_a_golden_file_and_every_golden_file_an_output(
    goldens: dict[str, str],
) -> None:
    if ACCEPTING:
        for name in set(known()) - set(goldens):
            (EXPECTED / name).unlink()
        for name, text in goldens.items():
            compare(text, EXPECTED / name)
    assert sorted(goldens) == known(), TO_ACCEPT


@pytest.mark.parametrize("name", known())
def test_the_output_is_as_its_golden_file_shows_it(goldens: dict[str, str], name: str) -> None:
    compare(goldens.get(name, "(no such output)\n"), EXPECTED / name)


def test_the_golden_files_stay_small_enough_to_be_read(goldens: dict[str, str]) -> None:
    assert sum(len(text.encode()) for text in goldens.values()) < MOST_BYTES
