"""Two controls that changed places are asked for; a row that was moved as a whole is not."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from filling import fill
from forms import blank, good, handbook, order_sheet
from returned import DOCUMENT, record


def rewritten(change: Callable[[str], str]) -> bytes:
    out = BytesIO()
    raw = fill(blank(), handbook(), order_sheet(), {**good(), "seller": "Bob", "deposit": 7})
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == DOCUMENT:
                content = change(content.decode()).encode()
            target.writestr(name, content)
    return out.getvalue()


def control(text: str, tag: str) -> str:
    parts = re.findall(r"<w:sdt>(?:(?!<w:sdt>).)*?</w:sdt>", text, re.DOTALL)
    return next(each for each in parts if f'w:tag w:val="{tag}"' in each)


def exchanged(text: str, one: str, other: str) -> str:
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def swapped_controls(first: str, second: str) -> bytes:
    return rewritten(lambda text: exchanged(text, control(text, first), control(text, second)))


@pytest.mark.parametrize(("first", "second"), [("customer", "seller"), ("pieces", "deposit")])
def test_two_fields_that_changed_places_are_asked(first: str, second: str) -> None:
    found = record(swapped_controls(first, second))
    assert not {first, second} & found.values.keys()
    assert {each.field for each in found.open_points} >= {first, second}
    assert "it stands in the place of another field (" in found.open_points[0].says


def test_in_a_table_two_cells_that_changed_places_are_asked() -> None:
    found = record(swapped_controls("goods.amount", "goods.price"))
    assert "goods" in {each.field for each in found.open_points}


def test_a_signature_that_changed_places_is_asked() -> None:
    found = record(swapped_controls("sign.approved_6ee4a4.name", "customer"))
    assert {"approved", "customer"} <= {each.field for each in found.open_points}
    assert found.outcome == ""


def test_a_row_moved_as_a_whole_is_no_question() -> None:
    def moved(text: str) -> str:
        rows = re.findall(r"<w:tr[ >](?:(?!<w:tr[ >]).)*?</w:tr>", text, re.DOTALL)
        one, other = (
            next(row for row in rows if f'w:tag w:val="{tag}"' in row)
            for tag in ("customer", "seller")
        )
        return exchanged(text, one, other)

    found = record(rewritten(moved))
    assert found.open_points == ()
    assert found.values["seller"] == "Bob"


@pytest.mark.parametrize("times", [1, 2, 3])
def test_prompts_that_an_editor_repeats_are_no_value(times: int) -> None:
    def repeated(text: str) -> str:
        there = control(text, "wishes")
        prompt = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", there))
        assert prompt.strip()
        return text.replace(there, f"<w:r><w:t>{prompt * times}</w:t></w:r>")

    found = record(rewritten(repeated))
    assert "wishes" not in found.values
    assert found.open_points == ()
