"""Records that came in, made without any file: who saved what when."""

from __future__ import annotations

from datetime import date
from typing import Any

from forms import handbook, order_sheet
from small import book

from generator.collect.record import Arrival, FormRecord, OpenPoint, Remark, digest_of
from generator.model.form import Field, Form
from generator.model.handbook import Handbook

HEAD: tuple[Field, ...] = handbook().settings.form_header
PEOPLE = """
form-header:
  - {field: document_no, label: No., type: text}
  - {field: filled_on, label: Date, type: date}
  - {field: branch_office, label: Office, type: unit}
  - {field: filler, label: Filled in by, type: person}
"""


def people(form: str) -> Handbook:
    """A handbook whose forms say who filled them in."""
    return book("# processes/handbook.yml\n" + PEOPLE.lstrip() + "\n" + form)


def arrived(
    number: str = "OS-1",
    saved: str = "",
    file: str = "a.docx",
    *,
    form: Form | None = None,
    remarks: tuple[Remark, ...] = (),
    points: tuple[OpenPoint, ...] = (),
    **values: Any,
) -> FormRecord:
    """Return the record of one file; `saved` is the hour of a day."""
    form = form or order_sheet()
    whole = {"document_no": number, **values} if number else dict(values)
    digest = digest_of(form.id, whole, remarks, points)
    moment = f"2026-11-20T{saved}:00+00:00" if saved else ""
    return FormRecord(
        form=form.id,
        code=form.code,
        form_version="V1.0",
        edition="",
        language="en",
        number=number,
        values=whole,
        remarks=remarks,
        open_points=points,
        digest=digest,
        arrivals=(Arrival(file=file, source=f"{digest}{moment}", modified=moment),),
    )


def signed(name: str = "Ann", day: int = 20, **more: Any) -> dict[str, Any]:
    """Return a row of the signature “approved”."""
    return {"signer": "Shop manager", "name": name, "date": date(2026, 11, day), **more}
