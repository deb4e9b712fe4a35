"""What processes cite: glossary, parameters, information, sources."""

from __future__ import annotations

from pages import has, links, page_at, page_of, section, table, texts
from small import TAKE_ORDER, book

from generator.document.blocks import Target, text_of


def test_a_handbook_without_editions_glossary_sources_and_information() -> None:
    example = "# processes/glossary.yml\n\n# processes/handbook.yml\neditions: []\n"
    example = example.replace("editions: []\n", "feedback: {mail: office@example.com}\n")
    handbook = book(example)
    for path in ("glossary", "information"):
        assert "Nothing is listed here yet." in texts(page_of(handbook, path))
    for anchor in ("sources", "facts", "decisions"):
        assert not has(page_of(handbook, "sources"), anchor)
    assert texts(page_of(handbook, "index"))


def test_parameters_name_the_documents_that_cite_them() -> None:
    rows = {row[1]: row for row in table(section(page_at("parameters"), "all_parameters"))}
    limit = rows["Orders the clerk may release"]
    assert limit[:4] == (
        "PA-01",
        "Orders the clerk may release",
        "5,000 EUR",
        "P-01-01 Take an order; P-01-02 Ship an order",
    )


def test_sources_facts_and_decisions_hang_together() -> None:
    example = (
        "# processes/sources.yml\n"
        "sources: [{source: survey, title: Survey, address: 'https://example.com/survey'}]\n"
        "facts: [{fact: F001, source: survey, says: Orders come by phone., at: p. 3}]\n"
        "decisions: [{decision: I01, about: Phone or mail, settled: Both., facts: [F001]}]\n"
        + TAKE_ORDER
        + "basis: [F001]\n"
    )
    shown = page_at("sources", example)
    assert table(section(shown, "facts")) == [
        ("F001", "Orders come by phone.", "Survey, p. 3", "P-01-01 Take an order")
    ]
    assert links(section(shown, "decisions")) == {"F001": Target("basis", "F001")}
    assert links(section(shown, "sources")) == {
        "https://example.com/survey": Target("address", "https://example.com/survey")
    }
    assert "P-01-02 Ship an order: 2 of 2 steps" in "".join(
        text_of(each)
        for each in section(shown, "practice").blocks[1].items  # type: ignore[union-attr]
    )
