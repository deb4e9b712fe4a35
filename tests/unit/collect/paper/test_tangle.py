"""What LibreOffice 7.4 multiplies is taken apart; what people repeat is left alone."""

from __future__ import annotations

import pytest

from generator.collect.paper.tangle import untangled


@pytest.mark.parametrize(
    ("text", "nameless", "whole"),
    [
        ("野 & S野 野 & S& S野 & S", (), "野 & S"),
        ("?A𠮷?AA?A", (), "𠮷A"),
        ("李明李明李明李明", ("李明", "李明李明", "李明"), "李明"),
        ("李明李明", ("李明", "李明"), "李明李明"),
        ("李明李明李明", ("李明", "李明", "李明"), "李明李明李明"),
        ("1212", (), "1212"),
        ("哈哈哈哈", (), "哈哈哈哈"),
        ("abcabc", (), "abcabc"),
    ],
)
def test_only_the_pattern_of_the_program_is_undone(
    text: str, nameless: tuple[str, ...], whole: str
) -> None:
    assert untangled(text, nameless, by_libre=False) == whole


def test_four_times_the_same_counts_once_where_libreoffice_saved_the_file() -> None:
    assert untangled("李明" * 4, (), by_libre=True) == "李明"
    assert untangled("12" * 4, (), by_libre=True) == "12" * 4
    assert untangled("哈" * 4, (), by_libre=True) == "哈" * 4
