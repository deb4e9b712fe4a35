"""The English catalogue covers titles, labels and options, in the words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.model.form import Field
from generator.model.handbook import Handbook

CATALOGUE = Path(__file__).parents[2] / "content" / "locale" / "en.po"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# The full title of a unit goes without the abbreviation; a label for many is in the plural.
OTHER_FORMS = {"国内营销中心", "主推款", "否决项"}


@pytest.fixture(scope="session")
def entries() -> list[tuple[str, str]]:
    with CATALOGUE.open("rb") as file:
        return [(str(entry.id), str(entry.string)) for entry in read_po(file) if entry.id]


def field_texts(fields: Iterable[Field]) -> Iterator[object]:
    for field in fields:
        yield from (field.label, *field.options, *field.conclusions, field.unit)
        yield from field_texts(field.columns)


def flow_texts(handbook: Handbook) -> Iterator[object]:
    for process in handbook.process_list:
        yield from (process.title, process.trigger)
        yield from (each.title for each in process.milestones)
        yield from (each.record for each in process.records)
        yield from (each.kpi for each in process.kpis)
        for step in process.steps:
            yield from (step.title, step.end)
            for way in (*step.choose, *step.choose_any):
                yield from (*way.when, way.end)


def texts(handbook: Handbook) -> Iterator[object]:
    yield from (handbook.settings.title, handbook.settings.company)
    yield from (each.title for each in handbook.settings.chapters)
    yield from (each.title for each in handbook.units.values())
    yield from (each.title for each in handbook.roles.values())
    yield from (each.title for each in handbook.items.values())
    for parameter in handbook.parameters.values():
        yield from (parameter.title, *(each.label for each in parameter.values))
    yield from flow_texts(handbook)
    yield from field_texts(handbook.settings.form_header)
    for form in handbook.form_list:
        yield from (form.title, *(section.title for section in form.sections))
        yield from field_texts(form.fields)


def test_every_title_label_and_option_has_its_english(
    handbook: Handbook, entries: list[tuple[str, str]]
) -> None:
    known = {source for source, english in entries if english}
    wanted = {str(each) for each in texts(handbook) if each and CHINESE.search(str(each))}
    assert wanted - known == set()


def test_no_entry_is_left_in_chinese(entries: list[tuple[str, str]]) -> None:
    assert [pair for pair in entries if CHINESE.search(pair[1])] == []


def test_the_entries_are_sorted_and_single(entries: list[tuple[str, str]]) -> None:
    sources = [source for source, _ in entries]
    assert sources == sorted(set(sources))


def test_a_term_is_translated_as_in_the_glossary(
    handbook: Handbook, entries: list[tuple[str, str]]
) -> None:
    glossary = {str(term.title): term.en for term in handbook.glossary.terms if term.en}
    assert [
        (source, english, glossary[source])
        for source, english in entries
        if source in glossary
        and source not in OTHER_FORMS
        and english.lower() != glossary[source].lower()
    ] == []
