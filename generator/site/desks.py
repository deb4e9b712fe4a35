"""Writes the desk of each role: what its page says, for the landing page, as a script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.document.blocks import Block, Page, Section
from generator.document.context import Context
from generator.renderers.html import Renderer
from generator.site.settings import ASSETS

DESKS = f"{ASSETS}/desks"
_PREFIX = "desk-"


def desks(ctx: Context, renderer: Renderer, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the desk of each role, made of the blocks of its page.

    It is a script, as a page in a folder (`file://`) may load those only.
    """
    for page in pages:
        if page.kind == "role":
            role = page.path.rpartition("/")[2]
            yield f"{DESKS}/{role}.js", _script(ctx, renderer, page, role)


def _script(ctx: Context, renderer: Renderer, page: Page, role: str) -> bytes:
    collectives = ctx.handbook.collectives_of.get(role, ())
    desk = {
        "title": page.title,
        "also": [each.role for each in collectives],
        "html": renderer.desk(on_the_landing_page(page)),
    }
    said = json.dumps(desk, ensure_ascii=False).replace("\u2028", " ").replace("\u2029", " ")
    return f"(window.handbookDesks ??= {{}})[{json.dumps(role)}] = {said};\n".encode()


def on_the_landing_page(page: Page) -> Page:
    """Return the page of a role as part of the landing page, with anchors of its own."""
    return replace(page, path="index", kind="index", blocks=tuple(map(_moved, page.blocks)))


def _moved(block: Block) -> Block:
    if not isinstance(block, Section):
        return block
    blocks = tuple(map(_moved, block.blocks))
    return replace(block, anchor=f"{_PREFIX}{block.anchor}", former=(), blocks=blocks)
