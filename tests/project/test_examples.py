"""The files that show how the YAML is written are accepted word for word."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import checked, handbook_files

from generator.checking.pipeline import kind_of
from generator.source.reading.yaml_reader import read_yaml
from generator.source.shape import check_shape

HANDBOOKS = Path(__file__).parents[1] / "handbooks"
EXAMPLES = handbook_files(HANDBOOKS / "examples")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.rpartition("/")[2])
def test_each_example_is_right_in_yaml_and_shape(path: str) -> None:
    read = read_yaml(path, EXAMPLES[path].encode())
    assert read.diagnostics == ()
    assert read.value is not None
    kind = kind_of(path)
    assert kind is not None
    assert check_shape(read.value, kind) == ()


def test_the_process_and_its_form_are_bound_whole() -> None:
    result = checked(EXAMPLES)
    assert not result.incomplete
    book = result.handbook
    assert book is not None
    process = book.processes["complaint-handling"]
    assert [step.id for step in process.steps][:3] == ["register", "classify", "resolve-at-store"]
    assert [group.join for group in book.flows["complaint-handling"].groups] == ["propose"]
    assert len(book.forms["complaint-record"].fields) == 16
    # They are cut out of a whole: only what they name elsewhere is not there. HB612 is about
    # their marks, which a person typed.
    codes = {each.rule.code for each in result.diagnostics}
    assert codes <= {
        "HB201",
        "HB202",
        "HB204",
        "HB210",
        "HB211",
        "HB213",
        "HB612",
        "HB228",
        "HB409",
        "HB503",
    }


def test_an_invented_company_checks_clean() -> None:
    result = checked(handbook_files(HANDBOOKS / "bicycles"))
    assert result.diagnostics == ()
    assert result.handbook is not None
    assert len(result.handbook.roles) == 5
