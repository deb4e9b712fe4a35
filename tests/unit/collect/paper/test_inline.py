"""What stands inside a line: signs of other programs, codes of fields, formats out of styles."""

from __future__ import annotations

import pytest
from returned import CUSTOMER, MC, record, run, swapped, with_parts

from generator.collect.paper.field_codes import shown_by

STYLES = "word/styles.xml"


def coded(code: str) -> str:
    parts = ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{code}</w:instrText>")
    return "".join(f"<w:r>{each}</w:r>" for each in (*parts, '<w:fldChar w:fldCharType="end"/>'))


def beside(piece: str) -> str:
    """What the field says once a piece stands behind its text."""
    value = record(swapped(CUSTOMER, CUSTOMER + piece)).values["customer"]
    assert isinstance(value, str)
    return value.removeprefix("Miller <& Co>")


def alternate(space: str, newer: str, older: str) -> str:
    needs = f'<mc:Choice xmlns:q="{space}" Requires="q">{newer}</mc:Choice>'
    return (
        f"<mc:AlternateContent {MC}>{needs}<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_sign_of_a_newer_word_is_read_from_its_older_form() -> None:
    space = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
    sign = alternate(space, '<q:symEx q:font="Emoji" q:char="1F44E"/>', "<w:t>👎</w:t>")
    assert beside(f"<w:r>{sign}</w:r>") == "👎"


def test_of_a_way_that_no_editor_knows_the_older_one_is_seen() -> None:
    inside = alternate("urn:made-up", "<w:t> new</w:t>", "<w:t> old</w:t>")
    assert beside(f"<w:r>{inside}</w:r>") == " old"
    assert beside(alternate("urn:made-up", run(" new"), f"<w:ins>{run(' old')}</w:ins>")) == " old"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r" eq \o\ac(○,退) ", "○退"),
        (r"EQ \o(不,同意)", "不同意"),
        (r"eq \f(1,2)", "1/2"),
        (r'SYMBOL 252 \f "Wingdings" \s 12', "✓"),
        ('QUOTE "not yet"', "not yet"),
        ("MACROBUTTON NoMacro [press here]", "[press here]"),
        ("XE entry", ""),
    ],
)
def test_a_field_without_a_result_shows_what_its_code_says(code: str, shown: str) -> None:
    assert shown_by(code) == shown
    assert beside(coded(code.replace('"', "&quot;"))) == shown


def test_a_day_that_changes_with_the_day_is_told() -> None:
    found = record(swapped(CUSTOMER, CUSTOMER + "<w:r><w:yearLong/><w:t>!</w:t></w:r>"))
    assert found.values["customer"] == "Miller <& Co>!"
    assert [(each.kind, each.text) for each in found.remarks] == [("field", "yearLong")]


def test_of_a_field_with_a_result_the_result_counts() -> None:
    separate = '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>!</w:t></w:r><w:r>'
    end = '<w:fldChar w:fldCharType="end"/>'
    assert beside(coded(r"eq \o(a,b)").replace(end, separate + end)) == "!"


def styled(look: str, *, in_paragraph: bool = False) -> list[tuple[str, str]]:
    """The remarks where a text has a style that is based on one with a look."""
    kind = "paragraph" if in_paragraph else "character"
    base = f'<w:style w:type="{kind}" w:styleId="Old"><w:rPr>{look}</w:rPr></w:style>'
    own = f'<w:style w:type="{kind}" w:styleId="Own"><w:basedOn w:val="Old"/></w:style>'
    used = '<w:pPr><w:pStyle w:val="Own"/></w:pPr>' if in_paragraph else ""
    text = run("gone", "" if in_paragraph else '<w:rStyle w:val="Own"/>')
    ends = {
        STYLES: ("</w:styles>", base + own),
        "word/document.xml": ("<w:sectPr", f"<w:p>{used}{text}</w:p>"),
    }
    return [(each.kind, each.text) for each in record(with_parts({}, ends)).remarks]


@pytest.mark.parametrize("in_paragraph", [True, False])
@pytest.mark.parametrize(
    ("look", "kind"),
    [
        ("<w:strike/>", "struck-out text"),
        ("<w:dstrike/>", "struck-out text"),
        ("<w:vanish/>", "hidden text"),
        ('<w:strike w:val="0"/>', "text"),
    ],
)
def test_a_format_counts_that_a_style_takes_from_another(
    look: str, kind: str, *, in_paragraph: bool
) -> None:
    assert styled(look, in_paragraph=in_paragraph) == [(kind, "gone")]
