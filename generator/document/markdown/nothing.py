"""Finds what shows nothing: headings and links without words, characters and looks of no use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from generator.base.diagnostics import N_, Message
from generator.document.markdown.flaws import Flaw, WrittenLines, WrittenPlace
from generator.source.reading.characters import REFUSED
from generator.source.reading.hidden import shows

NO_WORDS = N_("this heading has no words.")
_NO_LINK = N_("this link has no words on which somebody could click.")
_NO_ADDRESS = N_("this link leads nowhere.")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


def is_picture(address: str) -> bool:
    """Whether an address can be that of a picture."""
    return address.partition("#")[0].partition("?")[0].lower().endswith(_PICTURES)


def words_of(children: Sequence[Token]) -> str:
    """Return what readers see of the parts of a paragraph; of a picture its name, or its file."""
    return "".join(map(_said, children))


def _said(child: Token) -> str:
    if child.type == "footnote_ref":
        return "1"
    if child.type == "image":
        return child.content or str(child.attrs.get("src", ""))
    return child.content if child.type.startswith(("text", "code")) else ""


def empty_links(children: Sequence[Token]) -> Iterator[tuple[str, int, int, Message]]:
    """Yield the links that nobody can follow: a text, the place in it, and why."""
    opened: list[tuple[int, Token]] = []
    for number, child in enumerate(children):
        if child.type == "link_open":
            opened.append((number, child))
        elif child.type == "link_close" and opened:
            start, link = opened.pop()
            if "written" not in link.meta:
                continue
            if not shows(words_of(children[start + 1 : number])):
                yield (*link.meta["written"], Message(_NO_LINK))
            elif not link.attrs.get("href"):
                yield (*link.meta["written"], Message(_NO_ADDRESS))


def refused_characters(
    children: Sequence[Token], token: Token, lines: WrittenLines
) -> Iterator[Flaw]:
    """Yield the characters that no file may hold and that are written by a name or number."""
    for child in children:
        values = "".join(str(each) for each in child.attrs.values())
        for found in REFUSED.finditer(child.content + values):
            if found[0] not in token.content:  # else it is told where the file is read
                written = child.markup if child.type == "text_special" else "&"
                at = max(0, token.content.find(written))
                yield Flaw("character", found[0], lines.place(token, at, len(written)))


def looks(owners: Sequence[Token], token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the names of looks that a writer gives: what reads them is a style sheet, if any."""
    for owner in owners:
        for name in str(owner.attrs.get("class", "")).split():
            at = token.content.find(name)
            place = lines.place(token, max(0, at), len(name))
            if at < 0:  # that of a heading, from whose words it is cut off already
                column = lines.line(place.line - 1).rfind(name) + 1
                place = WrittenPlace(place.line, column, len(name))
            yield Flaw("class", name, place)
