"""Naming the encoding of a file that is not UTF-8."""

from __future__ import annotations

import pytest

from generator.source.reading.decoding import decode

CHINESE = "title: 客户投诉处理\npurpose: 快回应、查清责任、让客户满意、防止再发。\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("gbk", "GBK"),
        ("gb2312", "GBK"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
    ],
)
@pytest.mark.promise("T12")
def test_likely_encoding_is_named(codec: str, name: str) -> None:
    result = decode("x.yml", CHINESE.encode(codec))
    assert result.value is None
    assert [found.args["encoding"] for found in result.diagnostics] == [name]


def test_rare_characters_are_gb18030() -> None:
    result = decode("x.yml", "title: 𠮷野家\n".encode("gb18030"))
    assert [found.args["encoding"] for found in result.diagnostics] == ["GB18030"]


def test_western_text_is_windows_1252() -> None:
    result = decode("x.yml", "title: café “x”\n".encode("cp1252"))
    assert [found.args["encoding"] for found in result.diagnostics] == ["Windows-1252"]


def test_place_is_the_first_character_that_is_not_ascii() -> None:
    (found,) = decode("x.yml", "code: P\ntitle: 客户投诉\n".encode("gbk")).diagnostics
    assert (found.where.line, found.where.column) == (2, 8)


def test_text_with_one_damaged_place_is_read_on() -> None:
    raw = CHINESE.encode()
    result = decode("x.yml", raw[:9] + raw[10:])
    assert result.value is not None
    assert result.value.endswith("防止再发。\n")
    assert "\ufffd" in result.value


def test_utf8_is_text_with_or_without_mark() -> None:
    assert decode("x.yml", CHINESE.encode()).value == CHINESE
    assert decode("x.yml", CHINESE.encode("utf-8-sig")).value == CHINESE
