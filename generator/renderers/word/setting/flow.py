"""Joins what is set in portrait and in landscape into one body with its sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.renderers.word.ooxml.node import Nodes, joined
from generator.renderers.word.ooxml.page import Sheet, section, section_break
from generator.renderers.word.ooxml.table import stacked
from generator.renderers.word.setting.pen import Pen


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs and tables in their order, and whether they need a landscape page."""

    parts: tuple[Nodes, ...]
    landscape: bool = False


def turned(sheet: Sheet) -> Sheet:
    """Return the sheet turned over, its margins with it."""
    return replace(
        sheet,
        landscape=not sheet.landscape,
        top=sheet.left,
        bottom=sheet.right,
        left=sheet.bottom,
        right=sheet.top,
    )


def body_of(pen: Pen, pieces: Iterable[Piece]) -> Nodes:
    """Return the body: neighbours of one kind share a section, so no page stays empty."""
    runs: list[tuple[bool, list[Nodes]]] = []
    for piece in pieces:
        if not any(piece.parts):
            continue
        if not runs or runs[-1][0] != piece.landscape:
            runs.append((piece.landscape, []))
        runs[-1][1].extend(piece.parts)
    found = []
    for number, (landscape, parts) in enumerate(runs, start=1):
        sheet = turned(pen.sheet) if landscape else pen.sheet
        references = pen.landscape_references if landscape else pen.references
        end = section if number == len(runs) else section_break
        found.append(stacked(parts) + end(sheet, references))
    return pen.settled(joined(found))
