"""Every text of a handbook that has all that one can hold is shown on some page."""

from __future__ import annotations

from pathlib import Path

from bicycles import new_bicycles
from lxml import html
from pages import context

from generator.checking.folder import read_folder
from generator.document.site import site_pages
from generator.renderers.html import Renderer


def test_every_text_is_shown_on_some_page(tmp_path: Path) -> None:
    book = read_folder(new_bicycles(tmp_path / "bicycles")).checked.handbook
    assert book is not None
    ctx = context(book)
    pages = site_pages(ctx, {}, {}, {})
    drawings = dict.fromkeys((("process", each.id) for each in book.process_list), "")
    drawings[("landscape", "")] = ""
    renderer = Renderer(ctx=ctx, figures=drawings)
    shown = " ".join(_words(renderer.render(page).html) for page in pages)
    # Values are said in words, and inserts are replaced.
    texts = [each for each in book.texts if "is" not in each.where.path and "${" not in each.source]
    assert len(texts) > 200
    lost = [each.where for each in texts if "".join(each.source.split()) not in shown]
    assert lost == []


def _words(fragment: str) -> str:
    return "".join("".join(html.fromstring(f"<div>{fragment}</div>").itertext()).split())
