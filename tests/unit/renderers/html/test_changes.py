"""The page of a change is whole, escapes what editors wrote, and fetches nothing."""

from __future__ import annotations

from changed import report
from small import step, steps

from generator.renderers.html.changes import ChangeDrawing, ChangePage, changes_page

TWO = steps(step("take"), step("send", "end: Gone"))
EVIL = TWO.replace("title: Take", "title: <script>alert(1)</script>")


def test_texts_are_escaped_and_nothing_is_fetched() -> None:
    html = changes_page(ChangePage(report=report(EVIL, TWO)))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "src=" not in html
    assert 'href="http' not in html


def test_diagrams_stand_before_and_after() -> None:
    drawn = ChangeDrawing(process="p", title="P-1", before="<svg>old</svg>", after="<svg>new</svg>")
    html = changes_page(ChangePage(report=report(TWO), drawings=(drawn,)))
    assert html.index("<svg>old</svg>") < html.index("<svg>new</svg>")


def test_the_classes_lead_to_their_tables() -> None:
    late = TWO.replace("due: 2h", "due: 3h", 1).replace("title: Send", "title: Send it")
    html = changes_page(ChangePage(report=report(late, TWO)))
    for impact in ("relearn", "wording"):
        assert html.index(f'<a href="#{impact}">') < html.index(f'<section id="{impact}">')
    assert 'href="#control"' not in html
    assert '<a href="#' not in changes_page(ChangePage(report=report(TWO, TWO)))
