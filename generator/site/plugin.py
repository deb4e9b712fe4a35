"""The MkDocs plugin `handbook`: puts fragments in place; stages them when MkDocs runs by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.outputs.catalogue import SITE_ARCHIVE, archives_of
from generator.outputs.output import OutputFile
from generator.publish.bundles import write_archive
from generator.publish.named_folder import gate_at
from generator.publish.writer import paths_below, write_artifacts
from generator.renderers.html import ContentsLine
from generator.site.mkdocs_config import configure
from generator.site.navigation import contents_list
from generator.site.settings import html_safe
from generator.site.staging import Staged

# Material's own search serves nobody here, and a site map would tell the time of the build.
_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")


class HandbookPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Give it `staged` to build a staged tree; without, it stages the handbook of the folder."""

    staged: Staged | None = None
    documents: tuple[OutputFile, ...] = ()
    serving = False

    def on_startup(self, command: str, dirty: bool) -> None:  # noqa: FBT001 - MkDocs calls it
        """Note whether MkDocs serves: then the documents, which take long, are not made."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Point MkDocs at the staged tree."""
        if self.staged is None:
            self.staged, self.documents = self._stage(Path(config.config_file_path))
        configure(config, self.staged)
        return config

    def _stage(self, settings: Path) -> tuple[Staged, tuple[OutputFile, ...]]:
        # Only MkDocs run by itself needs the whole program here.
        from generator.site.alone import NotBuildable, stage_alone

        try:
            return stage_alone(settings.absolute().parent, documents=not self.serving)
        except NotBuildable as fault:
            raise PluginError("The handbook has errors; “handbook check” names them.") from fault

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the documents beside the pages, and the archives of both."""
        if not self.documents:
            return
        site = gate_at(Path(config.site_dir))
        write_artifacts(site, (each.artifact for each in self.documents))
        for archive, packed in archives_of(self.documents).items():
            write_archive(site, site, archive.path, packed)
        write_archive(site, site, SITE_ARCHIVE, paths_below(site))

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out what the theme would copy for nothing."""
        del config
        for file in list(files):
            if file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map"):
                files.remove(file)
        return files

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Take templates as they are within a build."""
        del config, files
        env.auto_reload = False
        return env

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Spare thin pages the way through Markdown."""
        del config, files
        page.render = _no_markdown  # type: ignore[method-assign]
        page.content = ""
        return page

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Put article, contents list and navigation in place, just before the page is written."""
        del config, nav
        path = page.file.src_uri.removesuffix(".md")
        staged = self._staged()
        page.content = staged.fragment(path)
        page.toc = TableOfContents(anchors(staged.contents[path]))  # Material looks at it too
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


def _no_markdown(config: MkDocsConfig, files: Files) -> None:
    """Convert nothing: the article is finished."""
    del config, files


def chrome(staged: Staged, page: str) -> dict[str, Any]:
    """Return what the templates around an article need."""
    return {
        "say": staged.say,
        "navigation": staged.navigation.html(page, staged.base if page == "404" else None),
        "edition": staged.edition,
        "company": staged.company,
        "contents": contents_list(staged.contents.get(page, ())),
        "languages": staged.other_languages(page),
        "article": "",
    }


def anchors(contents: tuple[ContentsLine, ...]) -> list[AnchorLink]:
    """Return the first heading as MkDocs keeps it: the skip link leads there."""
    return [AnchorLink(html_safe(each.title), each.anchor, each.level) for each in contents[:1]]
