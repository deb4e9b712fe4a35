"""Writes pieces of text as HTML; the only place where links of the handbook become `href`s."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.document.blocks import Badge, Day, Inline, Inlines, Link, Plain, Strong, Target
from generator.renderers.html.addresses import href

# Codes and dates, which browsers would break at their hyphens.
_CODE = re.compile(r"\b(?:[A-Z]{1,4}(?:-[A-Z0-9]{1,6})+|\d{4}-\d\d-\d\d)\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes for one page: links are relative to `page`, or absolute below `base`.

    `original` is the language tag (BCP 47) of texts that are not translated yet.
    """

    page: str
    original: str
    base: str | None = None

    def inlines(self, pieces: Inlines) -> Markup:
        """Return pieces of text as HTML."""
        return Markup(self._pieces(pieces))  # noqa: S704

    def cells(self, cells: tuple[Inlines, ...], former: tuple[str, ...] = ()) -> Markup:
        """Return the cells of a table's row; the first names the row and has its old anchors."""
        first, *others = cells or ((),)
        anchors = "".join([f'<span id="{escape(each)}"></span>' for each in former])
        return Markup(  # noqa: S704
            f'<th scope="row">{anchors}{self._pieces(first)}</th>'
            + "".join([f"<td>{self._pieces(each)}</td>" for each in others])
        )

    def pairs(self, rows: tuple[tuple[str, Inlines], ...]) -> Markup:
        """Return pairs of a label and what it is, for a list of facts."""
        return Markup(  # noqa: S704
            "\n".join(
                [
                    f"<div><dt>{_text(label)}</dt><dd>{self._pieces(value)}</dd></div>"
                    for label, value in rows
                ]
            )
        )

    def address(self, target: Target) -> str:
        """Return where a target is, seen from the page; not yet escaped."""
        return href(self.page, target, self.base)

    # These build plain strings from escaped parts: a page has hundreds of pieces, and safe
    # strings (`Markup`) would take three times as long.

    def _pieces(self, pieces: Inlines) -> str:
        return "".join([self._piece(each) for each in pieces])

    def _piece(self, piece: Inline) -> str:
        if isinstance(piece, Plain):
            said = _text(piece.text)
            return f'<span lang="{escape(self.original)}">{said}</span>' if piece.foreign else said
        if isinstance(piece, Link):
            return self._link(piece)
        if isinstance(piece, Strong):
            return f"<strong>{_text(piece.text)}</strong>"
        if isinstance(piece, Day):
            return f'<time datetime="{piece.day.isoformat()}">{_text(piece.text)}</time>'
        return self._badge(piece)

    def _link(self, link: Link) -> str:
        where, said = escape(self.address(link.target)), _text(link.text)
        if not where:
            return said
        if link.target.kind == "address":
            return f'<a href="{where}" rel="noopener noreferrer">{said}</a>'
        if link.target.kind == "download":
            return f'<a class="hb-file" href="{where}" download>{said}</a>'
        if link.target.kind == "term":
            return f'<a class="hb-term" href="{where}">{said}</a>'
        return f'<a href="{where}">{said}</a>'

    def _badge(self, badge: Badge) -> str:
        where = escape(self.address(badge.target)) if badge.target else ""
        tone = f"hb-badge hb-badge--{escape(badge.tone)}"
        if where:
            return f'<a class="{tone}" href="{where}">{_text(badge.text)}</a>'
        return f'<span class="{tone}">{_text(badge.text)}</span>'


def letters_row(letters: tuple[str, ...]) -> Markup:
    """Return the cells of a matrix's row: each letter with a class for its colour."""
    return Markup("".join(map(_letters, letters)))  # noqa: S704


@lru_cache(maxsize=256)
def _letters(letters: str) -> str:
    """Return one cell of a matrix, with none or several letters parted by strokes."""
    marks = [
        f'<span class="hb-letter hb-letter--{escape(each[0].lower())}">{escape(each)}</span>'
        for each in letters.split("/")
        if each
    ]
    return f"<td>{''.join(marks)}</td>"


@lru_cache(maxsize=16_384)
def _text(text: str) -> str:
    """Return a text as HTML with its line ends; codes and dates are kept on one line."""
    said = escape(text)
    if "-" in text:
        said = _CODE.sub(r'<span class="hb-nobr">\g<0></span>', said)
    return said.replace("\n", "<br>")
