"""What MkDocs and its kin are told: title, navigation, language, look."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any

from generator.document.blocks import Page
from generator.document.context import Context
from generator.site.navigation import Navigation, NavItem

ASSETS = "assets/handbook"
SEARCH_INDEX = f"{ASSETS}/search-index.js"
STYLE = f"{ASSETS}/handbook.css"
INLINE_ASSETS = ("handbook.css", "desk.js", "flow.js", "matrix.js", "start.js")
"""What articles need where another theme puts the chrome around them."""


def quoted(text: str) -> str:
    """Return a text as an HTML-safe YAML string in double quotes (JSON is YAML).

    MkDocs and its themes write titles as they are, so they are escaped here.
    """
    return json.dumps(html_safe(text), ensure_ascii=False)


def html_safe(text: str) -> str:
    """Return a text that means itself in HTML."""
    return escape(" ".join(text.split()))


def site_title(ctx: Context) -> str:
    """Return the title of the handbook, HTML-safe."""
    return html_safe(ctx.words.translated(ctx.handbook.settings.title.source))


def nav_setting(navigation: Navigation, pages: Sequence[str]) -> list[Any]:
    """Return `nav` as MkDocs takes it; pages that stand nowhere in it come last, by kind."""
    placed: set[str] = set()

    def line(item: NavItem) -> Any:
        placed.add(item.path)
        title = html_safe(f"{item.code} {item.title}".strip())
        own = {title: f"{item.path}.md"}
        return {title: [f"{item.path}.md", *map(line, item.items)]} if item.items else own

    groups: list[Any] = []
    for group in navigation.groups:
        lines = [line(each) for each in group.items]
        groups.append({html_safe(group.title): lines})
    rest = [f"{each}.md" for each in pages if each not in placed and each != "404"]
    return [*groups, {html_safe(navigation.more): rest}] if rest else groups


def settings_file(ctx: Context, navigation: Navigation, pages: Sequence[Page]) -> bytes:
    """Return a whole `mkdocs.yml` (as JSON, which is YAML) for engines without plugins."""
    settings = {
        "site_name": site_title(ctx),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "extra_css": [STYLE],
        "extra_javascript": [f"{ASSETS}/{name}" for name in INLINE_ASSETS if name.endswith(".js")],
        "extra": {"generator": False},
        "markdown_extensions": ["attr_list", {"toc": {"permalink": False}}],
        "nav": nav_setting(navigation, [page.path for page in pages]),
        "plugins": ["search"],
        "theme": {
            "name": "material",
            "language": ctx.words.language,
            "font": False,
            "features": ["navigation.prune", "navigation.indexes"],
        },
    }
    if ctx.handbook.settings.address:
        settings["site_url"] = ctx.handbook.settings.address
    return (json.dumps(settings, ensure_ascii=False, indent=1) + "\n").encode()
