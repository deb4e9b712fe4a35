"""A catalogue is judged entry by entry: how it is written, and what its translations lose."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from generator.base.diagnostics import Diagnostic
from generator.source.reading.catalogue import judge_catalogue
from generator.source.reading.content import read_text
from generator.source.reading.findings import Findings

SHIPPED = Path(__file__).parents[4] / "content/locale/en.po"


def told(text: str) -> list[tuple[str, int, int]]:
    return [(each.rule.code, each.where.line, each.where.column) for each in found(text)]


def found(text: str) -> tuple[Diagnostic, ...]:
    return read_text("content/locale/en.po", text.encode()).diagnostics


GOOD = 'msgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('msgid "接单"\nmsgstr "Take order\n\n' + GOOD, 2, 8),
        ('msgid "接单\nmsgstr "Take order"\n\n' + GOOD, 1, 7),
        ('msgid "接单"\nmsgstr Take order\n\n' + GOOD, 2, 8),
        ('msgid "接单"\nmsgstr “Take order”\n\n' + GOOD, 2, 8),
        ('msgid "接单"\nmsgstr "Take "the" order"\n\n' + GOOD, 2, 14),
        ('msgid "接单"\nmsgstr "Take \\order"\n\n' + GOOD, 2, 14),
        ('msgid "接单"\n\n' + GOOD, 1, 1),
        ('msgstr "Take order"\n\n' + GOOD, 1, 1),
        (GOOD + 'msgstr "c"\n', 3, 1),
        ('"Take order"\n' + GOOD, 1, 1),
        ('msgid "x"\nmsgstr "y"\nTake order\n\n' + GOOD.replace('"a"', '"c"'), 3, 1),
        ('msgid "x"\nmgsstr "y"\n\n' + GOOD, 2, 1),
        ('msgctxt "k"\nmsgid "x"\nmsgstr "y"\n', 1, 1),
        ('msgid "x"\nmsgid_plural "xs"\nmsgstr[0] "y"\n\n' + GOOD, 2, 1),
    ],
)
def test_a_line_that_cannot_be_read_is_told_once(text: str, line: int, column: int) -> None:
    assert told(text) == [("HB601", line, column)]
    assert all(each.hint for each in found(text))


def test_conflict_markers_are_told_as_what_they_are() -> None:
    text = (
        f'{GOOD}\n<<<<<<< HEAD\nmsgid "c"\nmsgstr "d"\n=======\nmsgid "c"\nmsgstr "e"\n>>>>>>> x\n'
    )
    assert told(text) == [("HB052", 4, 1)]
    assert read_text("content/a.md", b"A\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> x\n").diagnostics
    assert not read_text("content/a.md", b"Title\n=======\n\nText\n").diagnostics


def test_an_entry_that_stands_twice_is_told_with_the_first_place() -> None:
    (twice,) = found(f"{GOOD}\n{GOOD}")
    assert (twice.rule.code, twice.where.line, twice.related[0].where.line) == ("HB602", 4, 1)


@pytest.mark.parametrize(
    ("original", "translation", "column"),
    [
        ("超过 ${approval-limit} 的", "above 50,000 CNY", 9),
        ("超过 ${approval-limit} 的", "above ${aproval-limit}", 15),
        ("超过 5 的", "above ${limit} 5", 15),
        ("${a} 到 ${b}", "from ${a}", 9),
        ("${a} 到 ${b}", "from ${a to ${b}", 9),
    ],
)
@pytest.mark.promise("S08")
def test_values_are_the_same_set(original: str, translation: str, column: int) -> None:
    assert told(f'msgid "{original}"\nmsgstr "{translation}"\n') == [("HB603", 2, column)]


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("${a} 到 ${b}", "from ${b} to ${a}, again ${a}"),
        ("15 日前交 P-02-01", "Hand P-02-01 in by the 15th"),
        ("每年 9 月", "each September"),
        ("3 人", "three people"),
        ("5万元", "50,000 CNY"),
        ("50,000 元", "CNY 50000"),
        ("1.5 倍", "1.5 times"),
        ("18:00 前", "before 6 p.m."),
        ("18:30 前", "before 18:30"),
        ("第 2 节", "section two"),
        ("没有", "none of them"),
        ("每季度", "every 3 months"),
        ("十五日前", "before the 15th"),
        ("二〇二六年", "the year"),
        ("年份加上或下，例如 2026-下", "Year and H1 or H2, such as 2026-H2"),
        ("P-02-01", ""),
    ],
)
def test_what_is_only_said_otherwise_is_not_told(original: str, translation: str) -> None:
    assert told(f'msgid "{original}"\nmsgstr "{translation}"\n') == []


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("15 日前", "by the 5th"),
        ("见 P-02-01", "see P-02-10"),
        ("5 万元", "5,000 CNY"),
        ("用 FM-01-02", "use the form"),
        ("24 小时内", "within two days"),
    ],
)
def test_lost_codes_and_numbers_are_told(original: str, translation: str) -> None:
    assert told(f'msgid "{original}"\nmsgstr "{translation}"\n') == [("HB604", 2, 9)]


@pytest.mark.parametrize(
    ("original", "translation", "column"),
    [
        ("按规定时间交", "Hand it in within 14 days", 27),
        ("尽快", "within 3 days", 16),
        ("用这张表", "use FM-01-02", 13),
        ("小额", "up to 5,000 CNY", 15),
    ],
)
def test_numbers_that_are_made_up_are_told(original: str, translation: str, column: int) -> None:
    assert told(f'msgid "{original}"\nmsgstr "{translation}"\n') == [("HB607", 2, column)]


@pytest.mark.promise("S08")
def test_what_is_not_finished_is_not_compared_but_told() -> None:
    begun = 'msgid "16 日"\nmsgstr ""\n'
    assert told('#, fuzzy\nmsgid "15 日"\nmsgstr "5"\n\n' + begun) == [("HB608", 2, 8)]
    assert told(begun) == []  # a catalogue that is only begun
    done = GOOD + '\nmsgid "c"\nmsgstr "d"\n\n'
    (finding,) = found(done + begun)
    assert (finding.rule.code, finding.where.line, finding.args["count"]) == ("HB609", 7, 1)


@pytest.mark.parametrize("charset", ["GBK", "gb2312", "ISO-8859-1"])
def test_another_encoding_in_the_head_is_told(charset: str) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={}\\n"\n\n' + GOOD
    assert told(head.format(charset)) == [("HB610", 3, 36)]
    assert told(head.format("UTF-8")) == told(head.format("utf8")) == []


def test_old_entries_are_left_alone() -> None:
    assert told('#~ msgid "15 日"\n#~ msgstr "5\n') == []


def test_the_shipped_catalogue_is_right() -> None:
    assert told(SHIPPED.read_text(encoding="utf-8")) == []


TEXTS = st.text(st.sampled_from('ab \\"\n\t中'), max_size=8)


def quoted(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(plain, escaped)
    return f'"{text}"'


@given(st.dictionaries(TEXTS.filter(bool), TEXTS, max_size=5), st.booleans())
def test_what_passes_is_read_by_the_build_as_it_is_meant(
    entries: dict[str, str], split: bool
) -> None:
    start = '""\n' if split else ""
    text = "".join(
        f"msgid {start}{quoted(each)}\nmsgstr {start}{quoted(said)}\n\n"
        for each, said in entries.items()
    )
    findings = Findings("x.po", text)
    judge_catalogue(text, findings)
    assert {each.rule.code for each in findings.all()} <= {"HB609"}
    read = {str(each.id): str(each.string) for each in read_po(StringIO(text)) if each.id}
    assert read == entries


def test_a_text_over_several_lines_is_judged_where_its_words_begin() -> None:
    lines = 'msgid ""\n"超过 ${a} "\n"的"\nmsgstr ""\n"above "\n"it"\n'
    assert told(lines) == [("HB603", 5, 2)]
    assert told(lines.replace('"above "', '"above ${b} "')) == [("HB603", 5, 8)]
    assert told(lines.replace('"above "\n"it"\n', '"above ${a}"\n')) == []


def test_the_mark_of_an_entry_that_is_no_longer_used_is_not_the_next_ones() -> None:
    text = '#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n\nmsgid "甲"\nmsgstr "A"\n'
    assert told(text) == []


def head(language: str) -> str:
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n\n'


@pytest.mark.parametrize("language", ["en", "en_GB", "EN-us"])
def test_a_catalogue_in_its_language_is_right(language: str) -> None:
    assert told(head(language) + GOOD) == []


def test_a_catalogue_that_says_another_language_than_its_name_is_told() -> None:
    assert told(head("fr") + GOOD) == [("HB614", 3, 12)]


def test_translations_that_are_the_original_are_told_once_with_their_number() -> None:
    entries = "".join(f'msgid "{each}"\nmsgstr "{each}"\n\n' for each in ("接单", "发货", "OA"))
    (one,) = found(entries)
    assert (one.rule.code, one.where.line, one.args["count"]) == ("HB615", 1, 2)
    assert told('msgid "To be read by all"\nmsgstr "To be read by all"\n') == [("HB615", 1, 8)]
    assert told('msgid "Two Wheels Ltd"\nmsgstr "Two Wheels Ltd"\n') == [], "a name"


@pytest.mark.parametrize("word", ["msgtr", "msgstr:", "mgstr"])
def test_a_misspelt_word_is_told_with_the_word_that_was_meant(word: str) -> None:
    (one,) = found(f'msgid "接单"\n{word} "Take"\n\n{GOOD}')
    assert one.hint
    assert one.hint.args == {"close": "msgstr"}
    assert one.fix
    assert one.fix.edits[0].text == "msgstr"


def test_a_misspelt_original_is_one_finding() -> None:
    (one,) = found(f'mgsid "接单"\nmsgstr "Take"\n\n{GOOD}')
    assert one.hint
    assert one.hint.args == {"close": "msgid"}


def test_values_in_the_translation_of_a_text_without_any_are_to_be_taken_out() -> None:
    (one,) = found('msgid "接单"\nmsgstr "Take ${a}"\n')
    assert one.hint
    assert "{values}" not in one.hint.id
