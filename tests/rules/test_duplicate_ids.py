"""HB214 looks through every list whose entries have ids, and says where the second one stands."""

from __future__ import annotations

import pytest
from bicycles import BICYCLES
from overlay import checked, found, handbook_files

from generator.rules.duplicate_id import RULE

PARAMETERS = "processes/parameters.yml"
REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
SOURCES = "processes/sources.yml"
TWICE = [  # in which file, what stands there, what stands there instead: «…» is the second id
    ("processes/organization.yml", "- unit: public\n", "- unit: «shop»\n"),
    ("processes/organization.yml", "- role: rider\n", "- role: «owner»\n"),
    ("processes/glossary.yml", "[quote]\n", "[quote]\n  - {term: «estimate», title: x}\n"),
    ("processes/information.yml", "keep: 1y\n", "keep: 1y\n  - {item: «open-tickets»}\n"),
    (SOURCES, "facts:\n", "  - {source: «house-rules», title: Others}\nfacts:\n"),
    (SOURCES, "decision: D1,", "decision: «R1»,"),
    (SOURCES, "decisions:\n", "  - {fact: «R1», source: house-rules, says: No.}\ndecisions:\n"),
    ("processes/handbook.yml", "chapter: stock,", "chapter: «workshop»,"),
    (PARAMETERS, "parameter: estimate-limit\n", "parameter: «repair-time»\n"),
    (PARAMETERS, "value: large,", "value: «small»,"),
    (PARAMETERS, "{role: owner}", "{value: «petty», role: owner}"),
    (REPAIR, "step: return\n", "step: «receive»\n"),
    (REPAIR, "step: return\n", "decision: «receive»\n"),
    (REPAIR, "due: by repair-ticket.wanted_on}\n", "due: 1wd}\n  - {milestone: «collection»}\n"),
    (TICKET, "section: return\n", "section: «work»\n"),
    (TICKET, "field: ready_on\n", "field: «fault»\n"),
    (TICKET, "field: price,", "field: «part»,"),
]


@pytest.mark.parametrize(("file", "old", "new"), TWICE, ids=[row[2].strip() for row in TWICE])
def test_the_second_of_two_is_told_where_it_stands(file: str, old: str, new: str) -> None:
    files = handbook_files(BICYCLES)
    assert files[file].count(old) == 1
    before, rest = files[file].split(old)
    marked = before + new + rest
    head = marked.partition("«")[0]
    files[file] = marked.replace("«", "").replace("»", "")
    line, column = head.count("\n") + 1, len(head) - head.rfind("\n")
    told = [place for code, *place in found(checked(files)) if code == RULE.code]
    assert told == [[file, line, column]]


def test_one_id_may_stand_in_several_lists() -> None:
    files = handbook_files(BICYCLES)
    files[REPAIR] = files[REPAIR].replace("milestone: collection", "milestone: shop")
    files[PARAMETERS] = files[PARAMETERS].replace("value: petty", "value: small")
    assert RULE.code not in [code for code, *_ in found(checked(files))]


@pytest.mark.parametrize(
    ("file", "copy"),
    [
        ("processes/stock/buy-parts.yml", "processes/workshop/buy-parts.yml"),
        (TICKET, "processes/stock/forms/repair-ticket.yml"),
    ],
)
def test_a_file_of_the_same_name_in_another_chapter_is_told(file: str, copy: str) -> None:
    files = handbook_files(BICYCLES)
    files[copy] = files[file]
    told = [place for code, *place in found(checked(files)) if code == RULE.code]
    order = ("workshop", "stock")  # of the chapters
    _, last = sorted((file, copy), key=lambda path: order.index(path.split("/")[1]))
    assert told == [[last, 1, 1]]
