"""What a document says about itself, for file managers, Word and `handbook collect`."""

from __future__ import annotations

from datetime import date

from lxml import etree

from generator.renderers.word.ooxml.properties import (
    Properties,
    core_properties,
    custom_properties,
)

KNOWN = Properties(
    title="T & <t>", subject="S", creator="C", language="zh-CN", dated=date(2026, 12, 1)
)
CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


def said(root: etree._Element, name: str) -> list[str]:
    return [str(each.text) for each in root.iterfind(name, CORE)]


def test_core_properties_say_who_what_and_when() -> None:
    root = etree.fromstring(core_properties(KNOWN))
    assert root.tag == f"{{{CORE['cp']}}}coreProperties"
    assert said(root, "dc:title") == ["T & <t>"]
    assert said(root, "cp:lastModifiedBy") == said(root, "dc:creator") == ["C"]
    day = ["2026-12-01T00:00:00Z"]
    assert said(root, "dcterms:created") == said(root, "dcterms:modified") == day
    kind = "{http://www.w3.org/2001/XMLSchema-instance}type"
    assert [each.get(kind) for each in root.iterfind("dcterms:created", CORE)] == ["dcterms:W3CDTF"]


def test_what_is_not_known_is_not_said() -> None:
    assert said(etree.fromstring(core_properties(KNOWN)), "cp:version") == []


def test_custom_properties_are_numbered_from_two() -> None:
    root = etree.fromstring(custom_properties({"FormId": "a&b", "FormCode": "FM"}))
    assert [each.get("pid") for each in root] == ["2", "3"]
    assert [each.get("name") for each in root] == ["FormId", "FormCode"]
    assert ["".join(each.itertext()) for each in root] == ["a&b", "FM"]
    assert root.tag.endswith("custom-properties}Properties")
