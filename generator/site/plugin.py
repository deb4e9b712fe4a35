"""The MkDocs plugin `handbook`: puts fragments in place; stages them when MkDocs runs by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.renderers.html import Heading
from generator.site.mkdocs_config import configure
from generator.site.staging import Staged

# Material's own search and the maps of its scripts serve nobody here.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


class HandbookPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Give it `staged` to build a staged tree; without, it stages the handbook of the folder."""

    staged: Staged | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Point MkDocs at the staged tree."""
        if self.staged is None:
            from generator.site.alone import stage_alone

            self.staged = stage_alone(Path(config.config_file_path).parent)
        configure(config, self.staged)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out what the theme would copy for nothing."""
        del config
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        return files

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Put article, contents list and navigation in place, just before the page is written."""
        del config, nav
        path = page.file.src_uri.removesuffix(".md")
        staged = self._staged()
        page.content = staged.fragment(path)
        page.toc = TableOfContents(anchors(staged.contents[path]))
        context["handbook"] = chrome(staged, path)
        return context

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Forget the article: a thousand of them would fill the memory."""
        del config
        page.content = ""
        return output

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """Do the same for the page that is shown for unknown addresses."""
        del config
        staged = self._staged()
        context["handbook"] = chrome(staged, "404")
        if template_name == "404.html" and "404" in staged.contents:
            context["handbook"]["article"] = staged.fragment("404")
        return context

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Watch what the pages are made from."""
        del builder
        root = Path(config.config_file_path).parent
        server.watch(str(root / "processes"))
        server.watch(str(root / "content"))
        return server

    def _staged(self) -> Staged:
        if self.staged is None:
            raise RuntimeError("on_config has not run")
        return self.staged


def chrome(staged: Staged, page: str) -> dict[str, Any]:
    """Return what the templates around an article need."""
    return {
        "say": staged.ctx.say,
        "navigation": staged.navigation.html(page, staged.base if page == "404" else None),
        "edition": staged.edition,
        "company": staged.company,
        "article": "",
    }


def anchors(contents: tuple[Heading, ...]) -> list[AnchorLink]:
    """Return a contents list as MkDocs keeps it, the finer headings below the coarser."""
    from generator.site.settings import html_safe

    found: list[AnchorLink] = []
    for each in contents:
        link = AnchorLink(html_safe(each.title), each.anchor, each.level)
        if each.level > 2 and found:  # noqa: PLR2004 - the level of sections
            found[-1].children.append(link)
        else:
            found.append(link)
    return found
