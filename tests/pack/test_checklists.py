"""The checklists together hold all that somebody does or answers for in the model, no more."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

import pytest
from lxml import etree
from shipped import made_by, shipped

from generator.outputs.entries.checklists import CHECKLISTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
Pair = tuple[str, int, str, str]


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return {each.path: each.body() for each in made_by(CHECKLISTS, shipped())}


def tags(raw: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert len(list(root.iter(f"{W}sdt"))) == len(list(root.iter(f"{W14}checkbox")))
    return [str(each.get(f"{W}val")) for each in root.iter(f"{W}tag")]


def pairs(documents: list[bytes]) -> list[Pair]:
    codes = {each.code.lower(): each.id for each in shipped().handbook.process_list}
    found = []
    for raw in documents:
        for tag in tags(raw):
            letters, code, number, *role = tag.split(".")
            if letters in {"r", "a", "ra"}:
                found += [(codes[code], int(number), ".".join(role), each) for each in letters]
    return found


def in_model() -> set[Pair]:
    return {
        (part.process.id, part.process.steps.index(part.step) + 1, part.role, part.letter.lower())
        for part in shipped().handbook.assignments
        if part.letter in "RA"
    }


def parts(found: Iterable[Pair]) -> set[tuple[str, int, str]]:
    """Who does a step itself and answers for it as a member of a collective role has one line."""
    return {(process, number, letter) for process, number, _, letter in found}


def test_role_checklists_are_the_responsible_and_accountable_of_the_model(
    made: dict[str, bytes],
) -> None:
    documents = [raw for path, raw in made.items() if re.fullmatch("roles/.*-checklist.docx", path)]
    assert parts(pairs(documents)) == parts(in_model())
    for raw in documents:
        found = pairs([raw])
        assert len(found) == len(parts(found))  # no step twice


def test_a_role_sees_its_own_parts_and_those_it_has_through_a_collective_role(
    made: dict[str, bytes],
) -> None:
    handbook = shipped().handbook
    for role in handbook.organization.roles:
        names = {role.role, *(each.role for each in handbook.collectives_of.get(role.role, ()))}
        path = f"roles/{role.role}-checklist.docx"
        found = parts(pairs([made[path]])) if path in made else set()
        assert found == parts(pair for pair in in_model() if pair[2] in names)


def test_process_checklists_are_the_same_once_more_without_repetition(
    made: dict[str, bytes],
) -> None:
    found = pairs([raw for path, raw in made.items() if path.startswith("processes/")])
    assert sorted(found) == sorted(in_model())


def test_each_check_of_a_step_has_a_box_of_its_own(made: dict[str, bytes]) -> None:
    handbook = shipped().handbook
    for process in handbook.process_list:
        boxes = [
            tag for tag in tags(made[f"processes/{process.id}-checklist.docx"]) if tag[0] == "c"
        ]
        assert len(boxes) == sum(len(step.checks) for step in process.steps if step.responsible)
        assert len(set(boxes)) == len(boxes)


def test_a_confirmation_names_the_documents_in_their_versions(made: dict[str, bytes]) -> None:
    handbook = shipped().handbook
    raw = made["roles/complaint-officer-confirmation.docx"]
    codes = {tag.removeprefix("read.").upper() for tag in tags(raw)}
    parts = handbook.assignments_by_role["complaint-officer"]
    assert {part.process.code for part in parts} <= codes
    assert {handbook.forms[use.form].code for part in parts if part.letter in "RA"
            for use in part.step.forms} <= codes  # fmt: skip


def test_same_bytes_twice(made: dict[str, bytes]) -> None:
    again = {each.path: each.body() for each in made_by(CHECKLISTS, shipped())}
    assert again == made
