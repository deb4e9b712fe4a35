"""Finds links, pictures and headings of which readers see the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from generator.base.diagnostics import N_, Message
from generator.document.markdown.flaws import Flaw, WrittenLines
from generator.document.markdown.foreign import foreign_marks

_SPACE = N_("an address with a space in it is none.")
_NO_SPACE = N_("Name the file without spaces, or write %20 for each space of the address.")
_WIDE = N_("the brackets of an address are those of the English keyboard.")
_NARROW = N_("Write the address between ( and ), right behind the words.")
_ADDRESS = N_("this is no address to which a link can lead.")
_PLAIN = N_("An address has no spaces and no strokes like \\; files lie in “content/”.")
_HEADING = N_("a heading has a space behind its #.")
_FOREIGN = N_("it is a mark of another program, and none here.")
_SPACED = N_("Write a space behind it: {better}.")
_FILE = (
    r"(?:https?://[^()（）\n]*|[^()（）\n]*\.(?:md|html?|png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?)"
    r"(?:#[^()（）\n]*)?)"
)
_WORDS = r"!?\[[^\[\]\n]*\]"
_LINK = re.compile(rf"{_WORDS} ?(?P<open>[(（])(?P<address>{_FILE})[)）]", re.IGNORECASE)
# Any other address between brackets that has stayed text, and the address of a name.
_NO_LINK = re.compile(
    r"!?\[[^\[\]\n]*\]\((?P<inline><[^<>\n]*>|[^\s()<>]+)\)"
    r"|^\[[^\[\]\n]+\]:[ \t]*(?P<named><[^<>\n]*>|[^\s<>]+)(?:[ \t]+[\"'(][^\n]*)?[ \t]*$",
    re.MULTILINE,
)
_TOLD = re.compile(r"<?(?:[A-Za-z][\w+.-]*:|//)", re.ASCII)
_SHARPS = re.compile(r"^(?P<sharps>#{1,6}|[#＃]{1,6}[ ]?)(?=[^\W\d_])(?P<rest>.*)", re.MULTILINE)
_GAP = "\0"


def literal_marks(
    block: str, token: Token, lines: WrittenLines, told: Sequence[Flaw]
) -> Iterator[Flaw]:
    """Yield what a block shows with its marks; `block` is the kind of token that opens it.

    What is `told` of the block already is told once.
    """
    addresses = {(each.place.line, each.place.column) for each in told if each.kind == "as-written"}
    for flaw in _literal_marks(block, token, lines):
        behind = flaw.place.column + flaw.what.find("](") + 2
        if (flaw.place.line, behind) not in addresses:
            yield flaw


def _literal_marks(block: str, token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    children = token.children or ()
    # What is no running text, such as code and links that were made, holds no marks.
    text = "".join(_shown(child) for child in children)
    at = 0
    for found in _LINK.finditer(text):
        narrow = found["open"] == "(" and found[0].endswith(")") and "](" in found[0]
        if narrow and not re.search(r"\s", found["address"].strip()):
            continue  # another fault of the address, which is told as such
        reason, cure = (_SPACE, _NO_SPACE) if narrow else (_WIDE, _NARROW)
        flaw, at = _flaw(found[0], token, lines, reason, Message(cure), begin=at)
        yield flaw
    at = 0
    for found in _NO_LINK.finditer(text):
        address = found["inline"] or found["named"]
        if not _TOLD.match(address) and not _LINK.match(found[0]):
            flaw, at = _flaw(found[0], token, lines, _ADDRESS, Message(_PLAIN), begin=at)
            yield flaw
    for found in _SHARPS.finditer(text) if block == "paragraph_open" else ():
        if found["sharps"].strip() == found["sharps"] or "＃" in found["sharps"]:
            better = f"{'#' * len(found['sharps'].strip())} {found['rest'].split(_GAP)[0]}"
            cured = Message(_SPACED, {"better": better[:60]})
            yield _flaw(found[0].split(_GAP)[0], token, lines, _HEADING, cured)[0]
    yield from _foreign(text, token, lines)


def _foreign(text: str, token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the marks of other dialects of Markdown."""
    at = 0
    for what, cure in foreign_marks(text):
        flaw, at = _flaw(what, token, lines, _FOREIGN, cure, begin=at)
        yield flaw


def _shown(child: Token) -> str:
    if child.type in {"softbreak", "hardbreak"}:
        return "\n"
    # A stroke before what is no mark stays.
    stays = child.type == "text_special" and child.content == child.markup
    return child.content if child.type == "text" or stays else _GAP


def _flaw(
    what: str, token: Token, lines: WrittenLines, reason: str, cure: Message, *, begin: int = 0
) -> tuple[Flaw, int]:
    """Return the flaw of what stands behind a place of a block, and where the next may stand."""
    at = max(begin, token.content.find(what.split(_GAP, maxsplit=1)[0], begin))
    shown = what.replace(_GAP, "")
    place = lines.place(token, at, len(shown))
    return Flaw("literal", shown, place, Message(reason), cure=cure), at + 1
