"""The slim package that every document starts from: made in code, no binary in the sources."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.node import XmlNode, valued
from generator.renderers.word.ooxml.order import ordered
from generator.renderers.word.ooxml.styles import Style, font_table, stylesheet
from generator.renderers.word.ooxml.xml import part, written
from generator.renderers.word.ooxml.zip import packed

_TYPES = {"xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"}
_RELATIONS = {"xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROTECTION = XmlNode("w:documentProtection", {"w:edit": "forms", "w:enforcement": "1"})


@lru_cache(maxsize=32)
def template(house: House, more: tuple[Style, ...], *, english: bool, protected: bool) -> bytes:
    """Return an empty document with styles, fonts and settings."""
    names = ("styles", "settings", "fontTable")
    kinds = (("document", "document.main"), *((each, each) for each in names))
    types = ((f"/word/{name}.xml", f"{WORD_TYPE}.{kind}+xml") for name, kind in kinds)
    parts = (
        ("[Content_Types].xml", content_types(types)),
        ("_rels/.rels", _relations((("officeDocument", "word/document.xml"),))),
        ("word/document.xml", written(part("document", (XmlNode("w:body"),)))),
        ("word/_rels/document.xml.rels", _relations((name, f"{name}.xml") for name in names)),
        ("word/styles.xml", stylesheet(house, more)),
        ("word/settings.xml", settings(english=english, protected=protected)),
        ("word/fontTable.xml", font_table(house)),
    )
    return packed(parts)


def content_types(parts: Iterable[tuple[str, str]]) -> bytes:
    """Return `[Content_Types].xml` for (name, type) of each part; pictures go by their ending."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    named: list[tuple[str, str]] = []
    for name, kind in parts:
        if kind.startswith("image/"):
            defaults[name.rpartition(".")[2].lower()] = kind
        else:
            named.append((name, kind))
    entries = [
        XmlNode("Default", {"Extension": ending, "ContentType": kind})
        for ending, kind in defaults.items()
    ]
    entries += [
        XmlNode("Override", {"PartName": name, "ContentType": kind}) for name, kind in named
    ]
    return written(XmlNode("Types", _TYPES, tuple(entries)))


def _relations(targets: Iterable[tuple[str, str]]) -> bytes:
    links = (
        XmlNode(
            "Relationship",
            {"Id": f"rId{number}", "Type": f"{OFFICE}/{kind}", "Target": target},
        )
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return written(XmlNode("Relationships", _RELATIONS, tuple(links)))


def settings(*, english: bool, protected: bool) -> bytes:
    """Return the part `word/settings.xml`; compatibility mode 15 is Word 2013 and later."""
    mode = XmlNode(
        "w:compatSetting",
        {
            "w:name": "compatibilityMode",
            "w:uri": "http://schemas.microsoft.com/office/word",
            "w:val": "15",
        },
    )
    language = {"w:val": "en-US" if english else "zh-CN", "w:eastAsia": "zh-CN"}
    known = [
        XmlNode("w:zoom", {"w:percent": "100"}),
        valued("w:defaultTabStop", 420),
        valued("w:characterSpacingControl", "compressPunctuation"),
        XmlNode("w:compat", {}, (mode,)),
        XmlNode("w:themeFontLang", language),
    ]
    if protected:
        known.append(PROTECTION)
    return written(part("settings", ordered("w:settings", known).children))
