"""A pen over the shipped handbook, and what it wrote as a finished document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree
from nodes import parsed
from shipped import shipped

from generator.renderers.word.ooxml.house import House
from generator.renderers.word.ooxml.properties import Properties
from generator.renderers.word.setting.document import PrintDocument
from generator.renderers.word.setting.flow import Piece, body_of
from generator.renderers.word.setting.frame import frame
from generator.renderers.word.setting.pen import Pen

DAY = date(2026, 12, 1)


def pen(house: House | None = None, **more: Any) -> Pen:
    """A pen of a document without a frame."""
    house = house or House()
    document = PrintDocument(house, english=False)
    return Pen(ctx=shipped(), house=house, document=document, name="test", **more)


def framed(house: House | None = None) -> Pen:
    """A pen of a document with header and footer."""
    made = pen(house)
    frame(made, "标题", "P-01")
    return made


def without_address(made: Pen) -> Pen:
    """The same pen over a handbook that is nowhere on the web."""
    ctx = made.ctx
    settings = replace(ctx.handbook.settings, address=None)
    return replace(made, ctx=replace(ctx, handbook=replace(ctx.handbook, settings=settings)))


def printed(made: Pen, pieces: list[Piece]) -> bytes:
    """The bytes of a document with some pieces."""
    known = Properties(title="t", subject="s", creator="c", language="zh", dated=DAY)
    return made.document.finish(body_of(made, pieces), known)


def body(made: Pen, pieces: list[Piece]) -> etree._Element:
    """The body of a document with some pieces."""
    return parsed(printed(made, pieces))
