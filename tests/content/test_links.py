"""The running text leads only to pages, places and numbers that exist."""

from __future__ import annotations

import posixpath
import re

from generator.model.handbook import Handbook

LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")
HEADING = re.compile(r"\{#([a-z0-9-]+)\}")
NUMBER = re.compile(r"\b[FI]\d{2,3}\b")
LISTS = ("parameters", "information", "sources", "reviews", "glossary", "matrix")


def pages(handbook: Handbook, content: dict[str, str]) -> set[str]:
    folders = {
        "processes": handbook.processes,
        "forms": handbook.forms,
        "roles": handbook.roles,
        "units": handbook.units,
        "chapters": handbook.chapters,
    }
    single = {f"{folder}/{each}.html" for folder, found in folders.items() for each in found}
    return {*single, *content, *(f"{each}.html" for each in LISTS)}


def places(handbook: Handbook, content: dict[str, str], page: str) -> set[str]:
    if page == "parameters.html":
        return set(handbook.parameters)
    return set(HEADING.findall(content.get(page, "")))


def test_every_link_arrives(handbook: Handbook, content: dict[str, str]) -> None:
    known = pages(handbook, content)
    lost = []
    for page, text in content.items():
        for _, target in LINK.findall(text):
            path, _, place = target.partition("#")
            full = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
            full = full if path else page
            arrives = full in known and (not place or place in places(handbook, content, full))
            lost += [] if arrives else [(page, target)]
    assert lost == []


def test_every_number_is_known(handbook: Handbook, content: dict[str, str]) -> None:
    known = {*handbook.facts, *handbook.decisions}
    unknown = [
        (page, number)
        for page, text in content.items()
        for number in NUMBER.findall(text)
        if number not in known
    ]
    assert unknown == []


def test_a_link_named_by_a_code_leads_to_that_document(
    handbook: Handbook, content: dict[str, str]
) -> None:
    for page, text in content.items():
        for label, target in LINK.findall(text):
            if label not in handbook.codes:
                continue
            kind, name = handbook.codes[label]
            end = f"#{name}" if kind == "parameter" else f"/{name}.html"
            assert target.endswith(end), (page, label, target)


def test_every_decision_of_the_editors_is_told(handbook: Handbook, content: dict[str, str]) -> None:
    notes = content["about/editorial-notes.html"]
    assert [each for each in handbook.decisions if f"| {each} |" not in notes] == []


def test_every_fact_of_the_narrative_is_told_or_cited(
    handbook: Handbook, content: dict[str, str]
) -> None:
    cited = {number for text in content.values() for number in NUMBER.findall(text)}
    for text in content.values():
        for first, last in re.findall(r"F(\d{3})–F(\d{3})", text):
            cited |= {f"F{number:03}" for number in range(int(first), int(last) + 1)}
    for process in handbook.process_list:
        cited |= set(process.basis or ())
    facts = {each for each in handbook.facts if each.startswith("F")}
    assert facts - cited == set()
