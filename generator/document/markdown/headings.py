"""Names the places of headings: as their writer does, else by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.document.markdown.nodes import ProseNode, bare

_WORDS = re.compile(r"\w+")


def heading_id(title: str) -> str:
    """Return the name of the place of a heading, made from its words in any script."""
    return "-".join(_WORDS.findall(title.lower())) or "part"


def name_headings(nodes: Sequence[ProseNode], taken: set[str]) -> None:
    """Name all headings that have no name yet; `taken` are the names that are given already.

    Words that head one section only are its name. Where several sections have the same title,
    each is named by the title above it too, so that none takes the name of another when a
    section is put in or taken out.
    """
    headings = list(_headings(nodes))
    words = Counter(heading_id(bare(each.children)) for each in headings)
    numbers: Counter[str] = Counter()
    above: list[ProseNode] = []
    for node in headings:
        while above and above[-1].tag >= node.tag:
            above.pop()
        if "id" not in node.attributes:
            name = heading_id(bare(node.children))
            if above and above[-1].tag > "h1" and (words[name] > 1 or name in taken):
                name = f"{above[-1].attributes['id']}-{name}"
            node.attributes["id"] = _free(name, taken, numbers)
        above.append(node)


def _free(name: str, taken: set[str], numbers: Counter[str]) -> str:
    free = name
    while free in taken:
        numbers[name] += 1
        free = f"{name}-{numbers[name] + 1}"
    taken.add(free)
    return free


def _headings(nodes: Sequence[ProseNode]) -> Iterator[ProseNode]:
    for node in nodes:
        if node.kind == "heading":
            yield node
        else:
            yield from _headings(node.children)
