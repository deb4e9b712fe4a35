"""What LibreOffice 7.4 multiplies is taken apart; what people repeat is left alone."""

from __future__ import annotations

import pytest

from generator.collect.paper.tangle import untangled


@pytest.mark.parametrize(
    ("text", "nameless", "whole"),
    [
        ("野 & S野 野 & S& S野 & S", (), "野 & S"),
        ("?A𠮷?AA?A", (), "𠮷A"),
        ("9件件9件9件", (), "9件"),  # what begins with figures or Latin letters
        ("A甲甲A甲A甲", (), "A甲"),
        ("ab 中 d中 ab 中 ddab 中 d", (), "ab 中 d"),
        ("李明李明李明0李明", (), "李明"),  # on the way through .rtf
        ("中中中0中", (), "中"),
        ("甲A甲甲AA0甲A", (), "甲A"),
        ("100件件100件0100件", (), "100件"),
        ("甲<乙甲甲<乙<甲<乙乙甲<乙0甲<乙", (), "甲<乙"),
        ("李明李明李明李明", ("李明", "李明李明", "李明"), "李明"),
        ("李明李明", ("李明", "李明"), "李明李明"),
        ("李明李明李明", ("李明", "李明", "李明"), "李明李明李明"),
        ("1212", (), "1212"),
        ("哈哈哈哈", (), "哈哈哈哈"),
        ("abcabc", (), "abcabc"),
        ("1000", (), "1000"),
        ("中0中", (), "中0中"),
        ("张三张三", (), "张三张三"),
        ("2020年10月2020年10月", (), "2020年10月2020年10月"),
        ("11-11-11", (), "11-11-11"),
        ("乙甲乙甲乙", (), "乙甲乙甲乙"),
    ],
)
def test_only_the_pattern_of_the_program_is_undone(
    text: str, nameless: tuple[str, ...], whole: str
) -> None:
    assert untangled(text, nameless, by_libre=False) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("甲A甲甲AA甲A\n又2", "甲A\n又2"),
        ("9件件9件9件，另12件", "9件，另12件"),
        ("李明李明李明0李明 6月", "李明 6月"),
        ("李明李明李明李明/王五", "李明/王五"),
        ("张三、张三、张三", "张三、张三、张三"),
        ("2026年2026年2026年3月", "2026年2026年2026年3月"),
    ],
)
def test_what_was_typed_behind_it_stays(text: str, whole: str) -> None:
    assert untangled(text, (), by_libre=True) == whole


def test_four_times_the_same_counts_once_where_libreoffice_saved_the_file() -> None:
    assert untangled("李明" * 4, (), by_libre=True) == "李明"
    assert untangled("12" * 4, (), by_libre=True) == "12" * 4
    assert untangled("无" * 4, (), by_libre=True) == "无"
