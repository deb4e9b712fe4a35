"""Diagrams come in both orientations, keyed by all that they show."""

from __future__ import annotations

from functools import partial

from lxml import etree
from pages import context, real

from generator.document.site import site_pages
from generator.outputs.catalogue import files_of
from generator.outputs.entries.diagrams import BPMN, SVG
from generator.outputs.figures import figures
from generator.outputs.material import Material
from generator.renderers.html.addresses import href
from generator.renderers.word.ooxml.house import House


def hrefs(page: str) -> partial[str]:
    return partial(href, page)


def test_every_figure_is_there_once_horizontal_and_vertical() -> None:
    ctx = context(real())
    pages = site_pages(ctx, {}, {}, {})
    some = tuple(page for page in pages if page.path in ("processes/complaint-handling", "index"))
    drawn = dict(figures(ctx, some, hrefs))
    assert sorted(drawn) == [("landscape", "all"), ("process", "complaint-handling")]
    markup = etree.fromstring(b"<div>" + drawn["process", "complaint-handling"].body() + b"</div>")
    horizontal, vertical = markup
    assert (horizontal.get("class"), vertical.get("class")) == (
        "hb-flow-horizontal",
        "hb-flow-vertical",
    )
    links = [{each.get("href") for each in half.iter("{*}a")} for half in (horizontal, vertical)]
    assert links[0] == links[1]
    assert {"#step-register", "../forms/complaint-record.html"} <= links[0]


def test_each_process_has_a_picture_and_a_bpmn_file_with_keys_of_their_own() -> None:
    ctx = context(real())
    made = [
        each.artifact
        for output in (SVG, BPMN)
        for each in files_of(output, ctx, Material(house=House()))
    ]
    ids = {each.id for each in real().process_list}
    assert {each.path for each in made} == {
        f"processes/{name}{ending}" for name in ids for ending in (".svg", ".bpmn")
    }
    assert len({each.key for each in made}) == len(made)
    svg, bpmn = (etree.fromstring(made[at].body()) for at in (0, -1))
    assert etree.QName(svg).localname == "svg"
    assert etree.QName(bpmn).localname == "definitions"
