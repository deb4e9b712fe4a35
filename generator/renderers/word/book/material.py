"""What a book is made from beside the model: hand-written pages, drawings, page numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.document.blocks import Block
from generator.renderers.word.setting.pen import DrawFigure, no_figures


@dataclass(frozen=True, slots=True)
class Written:
    """A hand-written page: its title and its blocks."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookMaterial:
    """Pages of `content/` by path below it, what draws figures, and the pages of headings.

    `pages` is empty in the first run. Where LibreOffice has told on which page each heading
    stands, it maps the bookmark of the heading to that number, and the contents show it.
    """

    prose: Mapping[str, Written] = field(default_factory=dict)
    drawings: DrawFigure = no_figures
    pages: Mapping[str, int] = field(default_factory=dict)
