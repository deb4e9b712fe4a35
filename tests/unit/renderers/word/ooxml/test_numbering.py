"""The list with bullets that paragraphs can be entries of."""

from __future__ import annotations

from lxml import etree

from generator.renderers.word.ooxml.numbering import BULLET, numbering
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}


def test_the_list_of_bullets_has_its_number_and_its_bullet() -> None:
    root = etree.fromstring(numbering())
    assert root.xpath("w:num/@w:numId", namespaces=SPACE) == [str(BULLET)]
    abstract = root.xpath("w:abstractNum/@w:abstractNumId", namespaces=SPACE)
    assert root.xpath("w:num/w:abstractNumId/@w:val", namespaces=SPACE) == abstract
    assert root.xpath("//w:lvlText/@w:val", namespaces=SPACE) == ["•"]
    assert root.xpath("//w:numFmt/@w:val", namespaces=SPACE) == ["bullet"]
