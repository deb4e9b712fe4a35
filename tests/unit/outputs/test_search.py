"""The index of the search: pages before steps before passages, each leading to its own place."""

from __future__ import annotations

import json

from pages import context, real
from small import book

from generator.document.blocks import Page, Prose, Row, Section, Table, plain
from generator.document.process_page import process_page
from generator.document.reference_pages import glossary_page, sources_page
from generator.outputs.search import KINDS, SearchEntry, SearchPassage, index_script, search_entries


def entries(
    *pages: Page, passages: dict[str, tuple[SearchPassage, ...]] | None = None
) -> list[SearchEntry]:
    return list(search_entries(pages, passages or {}))


def test_a_process_its_steps_and_its_sections_lead_to_their_places() -> None:
    ctx = context(book())
    found = entries(process_page(ctx, ctx.handbook.processes["take-order"]))
    assert (found[0].kind, found[0].url, found[0].title) == (
        "process",
        "processes/take-order.html",
        "P-01-01 Take an order",
    )
    step = next(each for each in found if each.kind == "step")
    assert step.url == "processes/take-order.html#step-take"
    assert step.title == "1 Take the order"
    assert step.context == "P-01-01 Take an order"
    assert "Sales clerk" in step.text
    assert "within 2 hours" in step.text
    assert {"summary", "basis"} <= {
        each.url.partition("#")[2] for each in found if each.kind == "section"
    }


def test_every_step_term_and_fact_of_the_shipped_handbook_can_be_found() -> None:
    ctx = context(real())
    pages = [process_page(ctx, each) for each in ctx.handbook.process_list]
    found = entries(*pages, glossary_page(ctx), sources_page(ctx))
    urls = {each.url for each in found}
    for process in ctx.handbook.process_list:
        assert {f"processes/{process.id}.html#step-{step.id}" for step in process.steps} <= urls
    assert {f"glossary.html#{each.term}" for each in ctx.handbook.glossary.terms} <= urls
    assert {f"sources.html#{fact.lower()}" for fact in ctx.handbook.facts} <= urls


def test_tables_that_gather_what_stands_elsewhere_are_not_found_twice() -> None:
    rows = (Row((plain("word"),)),)
    wide = Section("All", "all", (Table("All", ("A",), rows, wide=True),))
    own = Section("Own", "own", (Table("Own", ("A",), rows),))
    page = Page(path="x", title="X", kind="list", blocks=(wide, own))
    assert [each.url for each in entries(page) if "word" in each.text] == ["x.html#own"]


def test_hand_written_passages_lead_to_their_headings() -> None:
    page = Page(
        path="about/foreword", title="Foreword", kind="about", blocks=(Prose("foreword.md"),)
    )
    parts = (SearchPassage("", "", "Opening."), SearchPassage("why", "Why", "Because."))
    found = entries(page, passages={"foreword.md": parts})
    assert found[1:] == [
        SearchEntry("section", "about/foreword.html", "Foreword", "Foreword", "Opening."),
        SearchEntry("section", "about/foreword.html#why", "Why", "Foreword", "Because."),
    ]


def test_other_words_for_a_page_find_it_too() -> None:
    page = Page(path="x", title="X", kind="role", blocks=(), words=("nickname",))
    assert "nickname" in entries(page)[0].text


def test_the_script_holds_every_entry_on_a_line_of_its_own() -> None:
    hostile = "a\tb\nc</script>\u2028'\"\\"
    script = index_script(
        [SearchEntry("step", "x.html", hostile, "c", "t")], dict.fromkeys(KINDS, "k")
    ).decode()
    assert script.count("\n") == 1
    body = script.removeprefix("window.handbookIndex = {kinds: ").removesuffix("};\n")
    kinds, _, lines = body.partition(", lines: ")
    assert len(json.loads(kinds)) == len(KINDS)
    fields = json.loads(lines).split("\t")
    assert fields[:2] == [str(KINDS.index("step")), "x.html"]
    assert fields[2] == "a b c</script> '\"\\"
    assert len(fields) == 5


def test_wide_letters_and_digits_are_indexed_as_narrow_ones() -> None:
    entry = SearchEntry("process", "x.html", "Ｐ－０２ 周报")
    assert "P-02 周报" in index_script([entry], dict.fromkeys(KINDS, "k")).decode()
