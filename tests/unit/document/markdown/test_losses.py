"""What Markdown would take for its own and show nowhere is told."""

from __future__ import annotations

import pytest

from generator.document.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("| a |\n|---|\n| b | c | | d |", "c | d", 3),
        ("> | a | b |\n> |---|---|\n> | b | c | d", "d", 3),
        ("[a]: b", "[a]", 1),
        ("[a]\n\n[a]: b\n[A]: c", "[A]", 4),
        ("a\n\n[^1]: b", "[^1]", 3),
        ("a[^1]\n\n[^1]: b\n[^1]: c", "[^1]", 4),
        ("a[^1]\n\n[^1]: b\n\n    [^2]: c", "[^2]", 5),
        ("```python 说明\na\n```", "python 说明", 1),
        ("1. a\n2. b\n4. c\n5. d", "4.", 3),
        ("- 1) a\n  3) b", "3)", 2),
        ("1. a\n   - b\n3. c", "3.", 3),
        ("# a[^1]\n\n[^1]: b", "[1]", 1),
    ],
)
def test_what_nobody_would_see_is_told(text: str, what: str, line: int) -> None:
    told = read_markdown(text).flaws
    assert ("hidden", what, line) in [(each.kind, each.what, each.place.line) for each in told]
    assert all(each.reason and each.cure for each in told if each.kind == "hidden")


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|---|\n| \\| | c |\n| d |\n| e | f | |",
        "[a] ![b][a]\n\n[a]: b.png",
        "a[^1] b[^1]\n\n[^1]: c",
        "```python\na\n```",
        "1. a\n1. b\n1. c",
        "5. a\n6. b\n\nc\n\n8. d",
        "1. a\n\n   7. b\n2. c",
    ],
)
def test_what_is_shown_is_not_told(text: str) -> None:
    assert read_markdown(text).flaws == ()


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[甲,乙]: a.md\n\n[甲,乙] 丙,丁", [(3, True), (8, False)]),
        ("[甲,乙]: a.md\n\n丙 [甲,乙][]", [(5, True)]),
        ("[甲,乙]: a.md\n\n[丁,戊][甲,乙],己", [(3, False), (11, False)]),
        ("[甲,乙](a.md) [丙,丁]", [(3, False), (15, False)]),
    ],
)
def test_a_mark_in_the_name_of_an_address_is_not_mended_in_one_place(
    text: str, marks: list[tuple[int, bool]]
) -> None:
    told = [each for each in read_markdown(text).flaws if each.kind == "half-width"]
    assert [(each.place.column, each.cure is not None) for each in told] == marks
