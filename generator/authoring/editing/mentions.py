"""Every place in `content/` that names a thing: addresses in pages, inserts in catalogues."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from generator.authoring.editing.named import IdOwner
from generator.authoring.editing.po_strings import PoEntry, PoString, po_entries
from generator.model.changes.addresses import mentions_of
from generator.source.reading.writing import TextEdit, applied


def edits_of_links(text: str, thing: IdOwner, new: str, address: str | None) -> Iterator[TextEdit]:
    """Yield an edit for each address in a page that leads to the thing.

    `address` is that of the handbook itself: links to other sites stay.
    """
    for start, end in mentions_of(text, thing.kind, thing.id, thing.scope, address):
        yield TextEdit(start, end, new)


def edits_of_catalogue(
    text: str, sources: Mapping[str, str], kept: Collection[str], renamed: Callable[[str], str]
) -> Iterator[TextEdit]:
    """Yield the edits of a catalogue whose texts have changed.

    `sources` leads from each changed text to the new one, `kept` are the texts of the handbook as
    they are now: an entry whose text is still in use is written a second time instead.
    """
    for entry in po_entries(text):
        if entry.source not in sources:
            continue
        edits = [edit for string in entry.strings for edit in _edits(string, renamed)]
        if entry.source in kept:
            yield TextEdit(entry.end, entry.end, _copy(text, entry, edits))
        else:
            yield from edits


def _edits(string: PoString, renamed: Callable[[str], str]) -> Iterator[TextEdit]:
    """The edits of a string: its inserts are looked at one by one."""
    for found in re.finditer(r"\$\{[^}]*\}", string.value):
        new = renamed(found[0])
        if new != found[0]:
            yield from string.replaced(found.start(), found.end(), new)


def _copy(text: str, entry: PoEntry, edits: list[TextEdit]) -> str:
    """The entry a second time, with the remarks right above it, of which some are flags."""
    start = entry.start
    while start and text.startswith("#", before := text.rfind("\n", 0, start - 1) + 1):
        start = before
    moved = [TextEdit(each.start - start, each.end - start, each.text) for each in edits]
    copy = applied(text[start : entry.end], moved)
    ending = "\r\n" if "\r\n" in copy else "\n"
    return f"{'' if copy.endswith(ending) else ending}{ending}{copy.rstrip()}{ending}"
