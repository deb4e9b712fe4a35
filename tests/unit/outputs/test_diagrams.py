"""Diagrams come in both orientations, keyed by all that they show."""

from __future__ import annotations

from functools import partial

from lxml import etree
from pages import context, real

from generator.document.site import site_pages
from generator.outputs.diagrams import diagram_files, figures
from generator.renderers.html.addresses import href


def hrefs(page: str) -> partial[str]:
    return partial(href, page)


def test_every_figure_is_there_once_lying_and_standing() -> None:
    ctx = context(real())
    pages = site_pages(ctx, frozenset(), {}, {})
    some = tuple(page for page in pages if page.path in ("processes/complaint-handling", "index"))
    drawn = dict(figures(ctx, some, hrefs))
    assert sorted(drawn) == [("landscape", "all"), ("process", "complaint-handling")]
    markup = etree.fromstring(b"<div>" + drawn["process", "complaint-handling"].body() + b"</div>")
    lying, standing = markup
    assert (lying.get("class"), standing.get("class")) == ("hb-flow-lying", "hb-flow-standing")
    links = [{each.get("href") for each in half.iter("{*}a")} for half in (lying, standing)]
    assert links[0] == links[1]
    assert {"#step-register", "../forms/complaint-record.html"} <= links[0]


def test_each_process_has_a_picture_and_a_bpmn_file_with_keys_of_their_own() -> None:
    ctx = context(real())
    made = diagram_files(ctx, hrefs)
    ids = {each.id for each in real().process_list}
    assert {each.path for each in made} == {
        f"processes/{name}{ending}" for name in ids for ending in (".svg", ".bpmn")
    }
    assert len({each.key for each in made}) == len(made)
    assert [each.key for each in made] == [each.key for each in diagram_files(ctx, hrefs)]
    svg, bpmn = (etree.fromstring(each.body()) for each in made[:2])
    assert etree.QName(svg).localname == "svg"
    assert etree.QName(bpmn).localname == "definitions"
