"""From the parts of a returned file to what was filled in, and what stands there besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from generator.collect.package import Package
from generator.collect.paper.blank import BlankForm
from generator.collect.paper.gathering import Gathered, Gatherer
from generator.collect.paper.looks import looks_matter, looks_of_styles
from generator.collect.paper.older import drop_older_print
from generator.collect.paper.spots import Spot
from generator.collect.paper.walker import Walker
from generator.model.form_print import printed_marks
from generator.renderers.word.ooxml.xml import W

_W = f"{{{W}}}"
_RULERS = {"separator", "continuationSeparator", "continuationNotice"}


def blank_of(package: Package, columns: Iterable[str]) -> BlankForm:
    """Return the blank form; `columns` are the tags of cells in rows that are alike."""
    walker = Walker(styled=False)
    spots = walker.walk(_body(package))
    blank = BlankForm(spots, _frames(package), columns)
    for spot in spots:
        spot.let_go()
    for spot in spots:
        spot.cell = None
    return blank


def gathered(
    package: Package,
    blank: BlankForm,
    *,
    is_same: bool,
    renamed: Mapping[str, str] | None = None,
    own_pictures: Iterable[str] = (),
) -> tuple[Gathered, bool]:
    """Return what was added to the blank form, and whether changes were tracked.

    `is_same` says that the form was handed out as it would be today; `renamed` are the names that
    its fields once had, `own_pictures` the descriptions of pictures that it may print.
    """
    looks = looks_of_styles(package.styles) if package.styles is not None else {}
    walker = Walker(styled=looks_matter(package.document, looks), looks=looks, renamed=renamed)
    spots = walker.walk(_body(package))
    marks = printed_marks(package.properties)
    is_older = not marks.keys() <= blank.marks
    frames = _frames(package, to_change=is_older)
    if is_older:
        drop_older_print((*spots, *frames), blank, marks)
    gatherer = Gatherer(
        blank,
        spots,
        is_same=is_same,
        by_libre=package.by_libre,
        own_pictures=own_pictures,
    )
    result = gatherer.gather()
    gatherer.add_frames(frames)
    for part in package.notes:
        for note in part.root:
            if note.get(f"{_W}type") not in _RULERS:
                seen = Walker().walk(note)
                anchor = walker.anchors.get((part.kind, str(note.get(f"{_W}id"))))
                text = "\n".join(spot.text for spot in seen)
                gatherer.remark(part.kind, _with_author(text, note), anchor)
                for spot in seen:
                    gatherer.add_asides(spot, anchor)
    return result, walker.tracked


def _with_author(text: str, note: Any) -> str:
    """Return a comment with whoever wrote it, and when: who takes back a value matters."""
    said = (str(note.get(f"{_W}{name}") or "").strip() for name in ("author", "date"))
    by = ", ".join(filter(None, said))
    return f"{text} ({by})" if by and text.strip() else text


def _body(package: Package) -> Any:
    return package.document.find(f"{_W}body")


def _frames(package: Package, *, to_change: bool = False) -> list[Spot]:
    """Return what stands around each page; `to_change` says that it will be."""
    found: list[Spot] = []
    for each in package.frames:
        shared = each.shared and not to_change
        found += _known(each.kind, each.root) if shared else Walker().walk(each.root, each.kind)
    return found


@lru_cache(maxsize=256)
def _known(kind: str, root: Any) -> tuple[Spot, ...]:
    """Return the spots of a part that many forms have."""
    return tuple(Walker().walk(root, kind))
