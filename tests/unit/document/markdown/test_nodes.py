"""The tree of a text holds every kind of part that renderers know, and no other."""

from __future__ import annotations

import pytest
from markdown_it.token import Token

from generator.document.markdown import bare, read_markdown
from generator.document.markdown.nodes import nodes_of


def test_bare_text_has_single_spaces_and_the_names_of_pictures() -> None:
    text = "a *b*\nc  \nd ![e `f`](g.png)[^1]\n\n- h\n- i\n\n| j | k |\n|---|---|\n\n[^1]: l"
    assert bare(read_markdown(text).nodes) == "a b c d e f[1] h i j k l"


def test_kinds_that_no_renderer_knows_are_a_fault() -> None:
    for unknown in ("frame", "frame_open"):
        with pytest.raises(ValueError, match=unknown):
            nodes_of([Token(unknown, "", 0)])


def test_numbers_begin_where_they_are_written_to_begin() -> None:
    (numbers,) = read_markdown("3. a\n4. b").nodes
    assert numbers.attributes == {"start": "3"}
