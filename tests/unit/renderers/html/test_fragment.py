"""What stands in blocks stands on the page: as text, never as markup, under headings and links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import context, real
from sites import page_with, rendered, said, tree
from small import book

from generator.document.blocks import (
    Badge,
    Block,
    Bullets,
    Card,
    Cards,
    Checklist,
    Code,
    Download,
    Downloads,
    Facts,
    Figure,
    FormField,
    FormPart,
    Link,
    Matrix,
    MatrixColumn,
    MatrixRow,
    Note,
    Paragraph,
    Plain,
    Row,
    Section,
    StepItem,
    Steps,
    Strong,
    Table,
    Target,
    plain,
)
from generator.document.process_page import process_page
from generator.document.site import site_pages
from generator.renderers.html import Renderer

HOSTILE = """<img src=x onerror=alert(1)>"'&{{ 7*7 }}{% x %}`*_[a](javascript:b)</script>"""
CTX = context(book())


def everything(text: str) -> tuple[Block, ...]:
    """Every kind of block with a text wherever a text can stand."""
    words = (Plain(text), Strong(text), Link(text, Target("process", "x")), Badge(text, "practice"))
    required = True
    field = FormField("f", text, text, required, words, (text,), (), 1, (text,), words)
    table_field = FormField("t", text, text, not required, words, columns=(field,))
    step = StepItem("1", "step-a", text, words, ((text, words),), (words,), (words,), words)
    columns = (MatrixColumn("clerk", words, "sales"),)
    row = MatrixRow("1", words, ("R/A*",), "take-order", "sales")
    return (
        Section(text, "one", (Paragraph(words), Facts(((text, words),))), words),
        Table(text, (text,), (Row((words,), "row-a"),)),
        Bullets((words,)),
        Checklist((words,)),
        Steps((step,)),
        Matrix(text, columns, (row,), filters=True),
        Figure("process", "x", text, text),
        Note("warning", text, words),
        Cards((Card(text, Target("form", "x"), words),)),
        Downloads((Download(text, Target("download", "forms/x.docx"), words),)),
        FormPart((field, table_field), words),
        Code(text),
    )


def test_every_kind_of_block_as_html(snapshot: Callable[[str, str], None]) -> None:
    snapshot(rendered(CTX, *everything("mild")).html + "\n", "blocks.html")


UP = ("Start", "../index.html")


def trail(path: str, example: str = "") -> list[tuple[str, str]]:
    """The way to a page as it stands above its title: words and addresses."""
    ctx = context(book(example))
    page = next(each for each in site_pages(ctx, {}, {}, {}) if each.path == path)
    found = tree(Renderer(ctx=ctx).render(page).html).xpath("//nav[1]//a")
    return [(said(each), each.get("href")) for each in found]


@pytest.mark.parametrize(
    ("path", "way"),
    [
        (
            "processes/take-order",
            [("Start", "../index.html"), ("01 Sales", "../chapters/sales.html")],
        ),
        ("forms/order-sheet", [("Start", "../index.html"), ("01 Sales", "../chapters/sales.html")]),
        ("roles/clerk", [UP, ("All roles", "../roles.html")]),
        ("units/shop", [UP, ("All roles", "../roles.html")]),
        ("glossary", [("Start", "index.html")]),
        ("index", []),
    ],
)
def test_a_page_says_how_one_gets_to_it(path: str, way: list[tuple[str, str]]) -> None:
    assert trail(path) == way


SUBJECT = "Remark%20on%20P-01-01%20Take%20an%20order"


@pytest.mark.parametrize(
    ("feedback", "address"),
    [
        ("mail: hb@example.com", f"mailto:hb@example.com?subject={SUBJECT}"),
        ("issues: https://e.com/hb/issues/new", f"https://e.com/hb/issues/new?title={SUBJECT}"),
        ("issues: https://e.com/hb", "https://e.com/hb"),
    ],
)
def test_remarks_go_where_the_handbook_wants_them(feedback: str, address: str) -> None:
    ctx = context(book(f"# processes/handbook.yml\nfeedback: {{{feedback}}}\n"))
    page = process_page(ctx, ctx.handbook.processes["take-order"])
    links = tree(Renderer(ctx=ctx).render(page).html).xpath("//a/@href")
    assert address in links


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 KB"), (1535, "1 KB"), (1537, "2 KB"), (2**20, "1.0 MB"), (2_540_000, "2.4 MB")],
)
def test_downloads_say_how_large_they_are(size: int, text: str) -> None:
    block = Downloads((Download("File", Target("download", "forms/x.docx")),))
    html = Renderer(ctx=CTX, sizes={"forms/x.docx": size}).render(page_with(block)).html
    assert text in said(tree(html))


@pytest.mark.promise("T1")
def test_hostile_text_changes_no_element_and_is_shown_as_written() -> None:
    mild = tree(rendered(CTX, *everything("mild")).html)
    wild = tree(rendered(CTX, *everything(HOSTILE)).html)
    assert [each.tag for each in wild.iter()] == [each.tag for each in mild.iter()]
    assert [sorted(each.keys()) for each in wild.iter()] == [
        sorted(each.keys()) for each in mild.iter()
    ]
    assert said(wild).count(" ".join(HOSTILE.split())) == said(mild).count("mild")


# What means something in HTML, put together by chance: letters alone would hardly ever.
MARKS = st.sampled_from(
    ["<", ">", "&", "<b>", "</p>", "<!--", "-->", "&lt;", "&#60;", '"', "'", "/", "a"]
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@given(st.lists(MARKS | TEXTS, min_size=1).map("".join))
@pytest.mark.promise("T1")
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    found = tree(rendered(CTX, Paragraph(plain(text))).html)
    assert found.xpath("p")[-1].text_content() == text


@pytest.mark.promise("T5")
def test_an_unsafe_address_stays_text() -> None:
    link = Link("here", Target("address", "javascript:alert(1)"))
    found = tree(rendered(CTX, Paragraph((link,))).html)
    assert said(found.xpath("p")[-1]) == "here"
    assert "javascript" not in rendered(CTX, Paragraph((link,))).html


def test_codes_stay_on_one_line_and_text_around_them_is_untouched() -> None:
    found = tree(rendered(CTX, Paragraph(plain("see P-07-02 & <b>"))).html).xpath("p")[-1]
    assert found.text_content() == "see P-07-02 & <b>"
    assert [each.text for each in found.xpath("span")] == ["P-07-02"]


def test_the_contents_list_leads_to_anchors_that_are_there() -> None:
    found = rendered(CTX, *everything("x"))
    assert {each.anchor for each in found.contents} <= set(found.anchors)
    assert [(each.level, each.anchor) for each in found.contents] == [(2, "one"), (3, "step-a")]


def test_tables_have_a_caption_heads_with_a_scope_and_a_region_that_takes_the_focus() -> None:
    found = tree(rendered(CTX, Table("Cap", ("A", "B"), (Row((plain("1"), plain("2"))),))).html)
    (table,) = found.xpath("//table")
    assert said(table.xpath("caption")[0]) == "Cap"
    assert [each.get("scope") for each in table.xpath(".//th")] == ["col", "col", "row"]
    region = table.getparent()
    assert (region.get("role"), region.get("tabindex"), region.get("aria-label")) == (
        "region",
        "0",
        "Cap",
    )


def test_letters_of_the_matrix_are_letters_and_explained() -> None:
    row = MatrixRow("1", plain("Step"), ("R/A*",))
    found = tree(rendered(CTX, Matrix("M", (MatrixColumn("c", plain("Clerk")),), (row,))).html)
    assert [said(each) for each in found.xpath("//td/span")] == ["R", "A*"]
    legend = [said(each) for each in found.xpath("//ul[@class='hb-legend']/li")]
    assert legend[:2] == ["R does it", "A answers for it"]


def test_a_diagram_stands_in_its_figure_and_without_one_there_is_its_description() -> None:
    figure = Figure("process", "x", "Flow", "Two steps.")
    drawn = Renderer(ctx=CTX, figures={("process", "x"): '<svg id="d"></svg>'}).render(
        page_with(figure)
    )
    assert tree(drawn.html).xpath("//figure[@data-flow='process/x']//svg")
    without = tree(rendered(CTX, figure).html)
    assert not without.xpath("//figure")
    assert "Two steps." in said(without)


def test_files_to_take_away_say_their_kind_and_size() -> None:
    item = Downloads((Download("Sheet", Target("download", "forms/x.docx")),))
    found = Renderer(ctx=CTX, sizes={"forms/x.docx": 20_480}).render(page_with(item))
    assert "DOCX, 20 KB" in said(tree(found.html))


def test_practice_is_marked_and_leads_to_its_explanation() -> None:
    page = process_page(CTX, CTX.handbook.processes["take-order"])
    found = tree(Renderer(ctx=CTX).render(page).html)
    (badge,) = {
        (each.get("href"), said(each)) for each in found.xpath("//a[contains(@class, 'practice')]")
    }
    assert badge == ("../sources.html#practice", "practice, to be confirmed by the company")


def test_every_step_of_the_shipped_handbook_is_a_card_with_its_checks_and_ways_on() -> None:
    ctx = context(real())
    for process in ctx.handbook.process_list:
        found = tree(Renderer(ctx=ctx).render(process_page(ctx, process)).html)
        cards = found.xpath("//li[@class='hb-step']")
        assert [each.get("aria-labelledby") for each in cards] == [
            f"step-{s.id}" for s in process.steps
        ]
        boxes = [len(card.xpath(".//*[@class='hb-box']")) for card in cards]
        assert boxes == [len(step.checks) for step in process.steps]
        assert all(card.xpath(".//ul[@class='hb-onward']/li") for card in cards)


def test_remarks_on_a_page_name_it() -> None:
    example = "# processes/handbook.yml\nfeedback: {mail: office@example.org}\n"
    ctx = context(book(example))
    page = process_page(ctx, ctx.handbook.processes["take-order"])
    (link,) = tree(Renderer(ctx=ctx).render(page).html).xpath("//a[@class='hb-feedback']/@href")
    assert link.startswith("mailto:office@example.org?subject=Remark%20on%20P-01-01")
