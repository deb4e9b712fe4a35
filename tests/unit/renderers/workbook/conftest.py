"""The workbook of the starter handbook, read back by another library."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from pages import context
from small import book

from generator.renderers.workbook import workbook_of


@pytest.fixture(scope="package")
def raw() -> bytes:
    return workbook_of(context(book("# processes/handbook.yml\naddress: https://hb.example.com\n")))


@pytest.fixture
def read(raw: bytes) -> Workbook:
    return load_workbook(BytesIO(raw))
