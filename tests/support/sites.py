"""Small sites for tests: the pages of a handbook staged, built, and looked at as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree, html
from pages import context

from generator.base.diagnostics import Diagnostic
from generator.document.blocks import Block, Page
from generator.document.context import Context
from generator.document.site import site_pages
from generator.model.handbook import Handbook
from generator.renderers.html import Fragment, ProsePage, Renderer
from generator.site import Staged, mkdocs_build, stage
from generator.site.content import content_titles

SETTINGS = "site_name: x\nplugins: [handbook]\ntheme: {name: material}\n"


def page_with(*blocks: Block, path: str = "processes/x", kind: str = "process") -> Page:
    """A page that holds some blocks."""
    return Page(path=path, title="X", kind=kind, blocks=blocks)


def rendered(
    ctx: Context, *blocks: Block, prose: Mapping[str, ProsePage] | None = None
) -> Fragment:
    """A page of some blocks as a fragment."""
    return Renderer(ctx=ctx, prose=prose or {}).render(page_with(*blocks))


def tree(markup: str) -> html.HtmlElement:
    """The elements of a fragment."""
    return html.fragment_fromstring(markup, create_parent="main")


def said(element: etree._Element) -> str:
    """The text of an element, its spaces tidied."""
    return " ".join("".join(str(each) for each in element.itertext()).split())


def staged(
    handbook: Handbook,
    folder: Path,
    content: Mapping[str, bytes] | None = None,
    *,
    inline: bool = False,
) -> Staged:
    """The handbook staged below a folder, without documents and diagrams."""
    ctx, texts = context(handbook), content or {}
    pages = site_pages(ctx, {}, content_titles(texts), {})
    return stage(pages, ctx=ctx, content=texts, figures={}, folder=folder, inline=inline)


def built(tree: Staged, folder: Path, settings: str = SETTINGS) -> tuple[Diagnostic, ...]:
    """Build a staged tree into `folder/site` with some theme settings."""
    (folder / "content").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return mkdocs_build(tree, folder, folder / "site")


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
