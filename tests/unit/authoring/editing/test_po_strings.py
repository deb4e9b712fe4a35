"""Strings of catalogues: decoded, with the place of every character."""

from __future__ import annotations

from generator.authoring.editing.po_strings import po_entries
from generator.source.reading.writing import applied

TEXT = (
    '# a remark\nmsgctxt "c"\nmsgid ""\n"one \\"two\\"\\n"\n"three"\nmsgstr "eins\\t"\n'
    'msgid "next"\nmsgstr[0] "a"\nmsgstr[1] "b"\n\n#~ msgid "gone"\n#~ msgstr "weg"\n'
)


def test_entries_with_their_strings() -> None:
    first, second = po_entries(TEXT)
    assert [(each.word, each.value) for each in first.strings] == [
        ("msgctxt", "c"),
        ("msgid", 'one "two"\nthree'),
        ("msgstr", "eins\t"),
    ]
    assert second.source == "next"
    assert TEXT[second.start : second.end].startswith('msgid "next"')
    assert TEXT[second.start : second.end].endswith('"b"\n')


def test_a_word_on_two_lines_is_put_on_the_first() -> None:
    first, _ = po_entries(TEXT)
    string = first.strings[1]
    start = string.value.index('"\nthr')
    edits = list(string.replaced(start, start + 5, "X"))
    assert applied(TEXT, edits).startswith(
        '# a remark\nmsgctxt "c"\nmsgid ""\n"one \\"twoX"\n"ee"\n'
    )
