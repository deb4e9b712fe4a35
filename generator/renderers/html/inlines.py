"""Writes pieces of text as HTML; the only place where links of the handbook become `href`s."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.document.blocks import Badge, Inline, Inlines, Link, Plain, Strong, Target
from generator.renderers.html.addresses import href

_CODE = re.compile(r"\b[A-Z]{1,4}(?:-[A-Z0-9]{1,6})+\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes for one page: links are relative to `page`, or absolute below `base`.

    `original` is the language tag (BCP 47) of texts that are not translated yet.
    """

    page: str
    original: str
    base: str | None = None

    def inlines(self, pieces: Inlines) -> Markup:
        """Return pieces of text as HTML."""
        return Markup("").join([self._piece(each) for each in pieces])

    def address(self, target: Target) -> str:
        """Return where a target is, seen from the page; not yet escaped."""
        return href(self.page, target, self.base)

    def _piece(self, piece: Inline) -> Markup:
        if isinstance(piece, Plain):
            said = _lines(piece.text)
            return (
                Markup('<span lang="{}">{}</span>').format(self.original, said)
                if piece.foreign
                else said
            )
        if isinstance(piece, Strong):
            return Markup("<strong>{}</strong>").format(piece.text)
        if isinstance(piece, Badge):
            return self._badge(piece)
        return self._link(piece)

    def _link(self, link: Link) -> Markup:
        where = self.address(link.target)
        if not where:
            return _lines(link.text)
        kind = link.target.kind
        if kind == "address":
            return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(where, link.text)
        if kind == "download":
            return Markup('<a class="hb-file" href="{}" download>{}</a>').format(where, link.text)
        return Markup('<a href="{}">{}</a>').format(where, _lines(link.text))

    def _badge(self, badge: Badge) -> Markup:
        where = self.address(badge.target) if badge.target else ""
        tone = f"hb-badge hb-badge--{badge.tone}"
        if where:
            return Markup('<a class="{}" href="{}">{}</a>').format(tone, where, badge.text)
        return Markup('<span class="{}">{}</span>').format(tone, badge.text)


def _lines(text: str) -> Markup:
    """Return a text with its line ends; document codes are kept on one line."""
    said = escape(text)
    if "-" in text:
        said = Markup(_CODE.sub(r'<span class="hb-nobr">\g<0></span>', str(said)))  # noqa: S704
    return said.replace("\n", Markup("<br>")) if "\n" in text else said
