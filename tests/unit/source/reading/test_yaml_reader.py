"""Comments that silence findings."""

from __future__ import annotations

from generator.base.diagnostics import Span
from generator.source.reading import Ignore, read_yaml

TEXT = """\
# handbook: ignore[HB402, HB305] 部长兼任
title: x   #handbook:ignore[HB701]  to be moved
url: a#handbook:ignore[HB001] part of a text
quoted: "# handbook: ignore[HB002] part of a text"
block: |  # handbook: ignore[HB403] behind the bar
  # handbook: ignore[HB003] part of a text
  x

# handbook: ignore[HB404] below the block
list:
  - 'a
    # handbook: ignore[HB004] part of a text'
  # handbook: ignore[HB405] last
"""


def test_comments_are_told_from_text() -> None:
    result = read_yaml("x.yml", TEXT.encode())
    assert result.diagnostics == ()
    assert result.value is not None
    assert [(ignore.codes, ignore.reason, ignore.span.line) for ignore in result.value.ignores] == [
        (("HB402", "HB305"), "部长兼任", 1),
        (("HB701",), "to be moved", 2),
        (("HB403",), "behind the bar", 5),
        (("HB404",), "below the block", 9),
        (("HB405",), "last", 13),
    ]


def test_the_span_is_the_comment() -> None:
    result = read_yaml("x.yml", "标题: x # handbook: ignore[HB402] y  \n".encode())
    assert result.value is not None
    assert result.value.ignores == (Ignore(("HB402",), "y", Span("x.yml", 1, 7, 1, 34)),)


def test_other_comments_are_left_alone() -> None:
    result = read_yaml("x.yml", b"a: 1 # the handbook: see below\n# handbook\n")
    assert result.diagnostics == ()
    assert result.value is not None
    assert result.value.ignores == ()


def test_a_missing_reason_is_empty() -> None:
    result = read_yaml("x.yml", b"a: 1 # handbook: ignore[HB402] \n")
    assert result.diagnostics == ()
    assert result.value is not None
    assert [ignore.reason for ignore in result.value.ignores] == [""]


def test_comment_that_ends_with_the_file() -> None:
    result = read_yaml("x.yml", b"a: |\n  x\n# handbook: ignore[HB402] y")
    assert result.value is not None
    assert [ignore.codes for ignore in result.value.ignores] == [("HB402",)]
