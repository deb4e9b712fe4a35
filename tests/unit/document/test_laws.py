"""The register of law says what each article asks, since when, and whether anybody compared it."""

from __future__ import annotations

from pages import context, links, section, table
from small import TAKE_ORDER, book

from generator.document.blocks import Target
from generator.document.laws import laws_page
from generator.document.links import Links
from generator.model.handbook import Handbook

LAWS = """# processes/sources.yml
sources: [{source: own, title: Own rules}]
laws:
  - {law: L1, title: Consumer act, article: s. 24, says: Goods may be returned, since: 2014-03-15}
  - {law: L2, title: Trade act, says: Prices are shown, checked: {by: manager, on: 2026-11-20}}
"""


def with_laws() -> Handbook:
    return book(LAWS + TAKE_ORDER + "basis: [L1]\n")


def test_each_article_with_its_day_and_who_compared_it() -> None:
    page = laws_page(context(with_laws()))
    assert table(section(page, "laws")) == [
        (
            "L1",
            "Consumer act s. 24",
            "Goods may be returned",
            "2014-03-15",
            "not yet",
            "P-01-01 Take an order",
        ),
        ("L2", "Trade act", "Prices are shown", "—", "Shop manager, 2026-11-20", ""),
    ]
    assert "1 of 2 articles" in str(section(page, "laws").blocks[0])


def test_a_statement_names_the_article_it_rests_on() -> None:
    ctx = context(with_laws())
    assert isinstance(ctx.links, Links)
    assert links(ctx.links.basis(("L1",))) == {"Consumer act s. 24": Target("law", "L1")}


def test_a_handbook_without_laws_says_so() -> None:
    assert "Nothing is listed" in str(laws_page(context(book())).blocks)
