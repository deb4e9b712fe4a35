"""The slim package that every document starts from: made in code, no binary in the sources."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.styles import Style, font_table, stylesheet
from generator.renderers.word.ooxml.xml import DECLARATION, part
from generator.renderers.word.ooxml.zip import packed

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROTECTION = '<w:documentProtection w:edit="forms" w:enforcement="1"/>'


@lru_cache(maxsize=32)
def template(house: House, more: tuple[Style, ...], *, english: bool, protected: bool) -> bytes:
    """Return an empty document with styles, fonts and settings."""
    names = ("styles", "settings", "fontTable")
    kinds = (("document", "document.main"), *((each, each) for each in names))
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(names, start=1)
    )
    return packed(
        (
            (
                "[Content_Types].xml",
                content_types(
                    (f"/word/{name}.xml", f"{WORD_TYPE}.{kind}+xml") for name, kind in kinds
                ),
            ),
            (
                "_rels/.rels",
                _relations(
                    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                    'Target="word/document.xml"/>'
                ),
            ),
            ("word/document.xml", part("document", "<w:body/>")),
            ("word/_rels/document.xml.rels", _relations(links)),
            ("word/styles.xml", stylesheet(house, more)),
            ("word/settings.xml", settings(english=english, protected=protected)),
            ("word/fontTable.xml", font_table(house)),
        )
    )


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
        f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items()
    ]
    entries += [f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in named]
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{"".join(entries)}</Types>'.encode()


def _relations(content: str) -> bytes:
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{content}</Relationships>'.encode()


def settings(*, english: bool, protected: bool) -> bytes:
    """Return the part `word/settings.xml`; compatibility mode 15 is Word 2013 and later."""
    guard = PROTECTION if protected else ""
    mode = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    language = "en-US" if english else "zh-CN"
    return part(
        "settings",
        f'<w:zoom w:percent="100"/>{guard}<w:defaultTabStop w:val="420"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/>{mode}'
        f'<w:themeFontLang w:val="{language}" w:eastAsia="zh-CN"/>',
    )
