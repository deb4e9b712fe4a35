"""A record is all that stands in a form: values, remarks, points still open."""

from __future__ import annotations

from generator.collect.record import Arrival, FormRecord, OpenPoint, Remark, digest_of
from generator.collect.store_json import as_json

REMARK = Remark(kind="comment", place="Order · Customer", text="do not ship")
OPEN = OpenPoint(
    field="wanted", place="Wanted on", written="05/06/2026", code="HB551", says="Which day?"
)


def record() -> FormRecord:
    return FormRecord(
        form="order-sheet",
        code="FM-01-01",
        form_version="V1.0",
        edition="",
        language="en",
        arrivals=(Arrival(file="order.docx"),),
        number="OS-1",
        values={"customer": "Miller"},
        remarks=(REMARK,),
        open_points=(OPEN,),
        recovered=("customer",),
    )


def test_remarks_and_open_points_make_another_content() -> None:
    digests = {
        digest_of("order-sheet", {"customer": "Miller"}),
        digest_of("order-sheet", {"customer": "Miller"}, (REMARK,)),
        digest_of("order-sheet", {"customer": "Miller"}, (), (OPEN,)),
    }
    assert len(digests) == 3


def test_json_holds_them_beside_the_values() -> None:
    found = as_json(record())
    assert found["remarks"] == [
        {"kind": "comment", "place": "Order · Customer", "text": "do not ship"}
    ]
    assert found["open_points"] == [
        {
            "field": "wanted",
            "place": "Wanted on",
            "written": "05/06/2026",
            "code": "HB551",
            "says": "Which day?",
        }
    ]
    assert found["recovered"] == ["customer"]
