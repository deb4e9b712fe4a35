"""Templates: every text is escaped, and a name that is not given stops them."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from generator.renderers.html.environment import template_environment


@pytest.mark.promise("T4")
def test_a_text_is_escaped_where_it_stands() -> None:
    made = template_environment(keep_trailing_newline=False).from_string("<p>{{ text }}</p>\n")
    assert made.render(text="<b>") == "<p>&lt;b&gt;</p>"


def test_a_name_that_is_not_given_is_a_fault() -> None:
    made = template_environment(keep_trailing_newline=True).from_string("{{ nobody }}")
    with pytest.raises(UndefinedError):
        made.render()
