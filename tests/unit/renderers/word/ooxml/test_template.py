"""The slim package that every document starts from."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from lxml import etree
from nodes import parsed, parts

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.template import content_types, settings, template
from generator.renderers.word.ooxml.xml import W

SPACE = {"w": W}


def test_an_empty_document_is_one_that_others_open() -> None:
    raw = template(House(), (), english=False, protected=False)
    assert next(iter(parts(raw))) == "[Content_Types].xml"
    assert Document(BytesIO(raw)).paragraphs == []


def test_every_part_has_a_type_and_every_relation_a_part() -> None:
    raw = template(House(), (), english=False, protected=True)
    names = set(parts(raw))
    typed = {str(each.get("PartName"))[1:] for each in parsed(raw, "[Content_Types].xml")
             if each.get("PartName")}  # fmt: skip
    assert typed == {name for name in names if name.endswith(".xml") and "[" not in name}
    targets = {str(each.get("Target")) for each in parsed(raw, "word/_rels/document.xml.rels")}
    assert {f"word/{each}" for each in targets} <= names


def test_pictures_have_their_type_by_their_ending() -> None:
    root = etree.fromstring(
        content_types([("/word/a.PNG", "image/png"), ("/word/document.xml", "main")])
    )
    ends = {
        each.get("Extension"): each.get("ContentType") for each in root if each.get("Extension")
    }
    assert ends["png"] == "image/png"
    assert [each.get("PartName") for each in root if each.get("PartName")] == ["/word/document.xml"]


@pytest.mark.parametrize("protected", [False, True])
def test_only_protected_documents_are_for_filling_in(protected: bool) -> None:
    root = etree.fromstring(settings(english=True, protected=protected))
    found = root.xpath("w:documentProtection[@w:edit='forms' and @w:enforcement='1']",
                       namespaces=SPACE)  # fmt: skip
    assert len(found) == protected


@pytest.mark.parametrize(("english", "language"), [(True, "en-US"), (False, "zh-CN")])
def test_settings_say_the_language_and_the_mode_of_word_2013(english: bool, language: str) -> None:
    root = etree.fromstring(settings(english=english, protected=False))
    assert root.xpath("w:themeFontLang/@w:val", namespaces=SPACE) == [language]
    assert root.xpath("w:compat/w:compatSetting/@w:val", namespaces=SPACE) == ["15"]
