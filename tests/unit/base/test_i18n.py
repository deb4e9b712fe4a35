"""Sentences and texts in a language."""

from __future__ import annotations

import pytest

from generator.base.diagnostics import Message
from generator.base.i18n import (
    STRICT,
    Catalogue,
    UnknownMessage,
    message_language,
    parse_catalogue,
    product_catalogue,
)
from generator.source.reading.content import read_text

_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def catalogue(text: str) -> Catalogue:
    return parse_catalogue("zh", (_HEAD + text).encode())


def test_a_missing_translation_leaves_the_text() -> None:
    words = catalogue('msgid "Steps"\nmsgstr "步骤"\n')
    assert (words.get("Steps"), words.get("Forms")) == ("步骤", "Forms")


def test_what_the_head_says_is_never_worked_out() -> None:
    for line in ("Language: a b", "POT-Creation-Date: soon", "Plural-Forms: nplurals=x"):
        read = parse_catalogue(
            "zh", f'msgid ""\nmsgstr "{line}\\n"\n\nmsgid "a"\nmsgstr "b"\n'.encode()
        )
        assert read.entries == {"a": "b"}


def test_where_a_plural_has_no_number_the_entries_before_it_are_read_and_it_is_told() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0x "e"\n'
    assert parse_catalogue("zh", text.encode()).entries == {"a": "b"}
    told = read_text("content/locale/zh.po", text.encode()).diagnostics
    assert any(each.rule.code == "HB601" and each.where.line == 6 for each in told)


def test_empty_and_fuzzy_entries_count_as_missing() -> None:
    words = catalogue(
        'msgid "Steps"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "Forms"\nmsgstr "表格"\n\nmsgid "Roles"\nmsgstr "岗位"\n'
    )
    assert dict(words.entries) == {"Roles": "岗位"}


def test_gaps_may_stand_in_another_order_and_hold_messages() -> None:
    words = catalogue(
        'msgid "{a} of {b}"\nmsgstr "{b}的{a}"\n\nmsgid "step {n}"\nmsgstr "第 {n} 步"\n'
    )
    said = words.say(Message("{a} of {b}", {"a": Message("step {n}", {"n": 3}), "b": "流程"}))
    assert said == "流程的第 3 步"


def test_braces_in_a_gap_are_text() -> None:
    said = Catalogue("en").say(Message("“{insert}” is odd.", {"insert": "${reply-time} {0}"}))
    assert said == "“${reply-time} {0}” is odd."


def test_long_texts_over_several_lines() -> None:
    words = catalogue('msgid ""\n"One "\n"line."\nmsgstr ""\n"一"\n"行。"\n')
    assert words.get("One line.") == "一行。"


@pytest.mark.parametrize(
    ("lang", "languages", "expected"),
    [
        (None, (), "zh"),
        (None, ("en",), "en"),
        (None, ("de", "en"), "zh"),
        ("en", ("zh",), "en"),
        ("fr", ("en",), "en"),
    ],
)
def test_the_language_of_messages(
    lang: str | None, languages: tuple[str, ...], expected: str
) -> None:
    assert message_language(lang, languages) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_sentence_that_no_catalogue_has_stops_a_test(language: str) -> None:
    for said in ("no such words", Message("{n} steps too many", {"n": 1})):
        words = product_catalogue(language)
        with pytest.raises(UnknownMessage):
            words.say(said) if isinstance(said, Message) else words.get(said)
    with pytest.raises(UnknownMessage):
        product_catalogue(language).say_each("Role", "Rolle")


def test_a_reader_gets_english_for_what_no_catalogue_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STRICT)
    words = product_catalogue.__wrapped__("zh")
    assert words.say_each("Rolle", "Role") == ("Rolle", "岗位")


def test_english_needs_no_catalogue_and_chinese_has_one() -> None:
    assert product_catalogue("en").entries == {}
    assert product_catalogue("zh").get("Who does it") == "谁来做"


def test_the_file_is_utf8_whatever_its_head_says() -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'
    entry = 'msgid "步骤"\nmsgstr "Steps"\n'
    for charset in ("utf-8", "gbk", "no-such-charset"):
        words = parse_catalogue("en", (head.format(charset) + entry).encode())
        assert words.get("步骤") == "Steps"


def test_broken_bytes_hide_only_their_own_entry() -> None:
    raw = 'msgid "步骤"\nmsgstr "Steps"\n\n'.encode()
    raw += 'msgid "表单"\nmsgstr "Forms"\n'.encode("gbk")
    assert parse_catalogue("en", raw).get("步骤") == "Steps"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 files are"), (1, "1 file is"), (2, "2 files are"), (11, "11 files are")],
)
def test_words_go_with_their_number(count: int, said: str) -> None:
    message = Message("{n} {n:file is|files are} here.", {"n": count})
    assert Catalogue("en").say(message) == f"{said} here."
    assert catalogue('msgid "{n} {n:file is|files are} here."\nmsgstr "{n}"\n').say(message) == str(
        count
    )


def test_both_forms_stay_for_a_script_that_fills_the_gap() -> None:
    message = Message("{n} {n:hit|hits}", {"n": "{count}"})
    assert Catalogue("en").say(message) == "{count} {count:hit|hits}"
