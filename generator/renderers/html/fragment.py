"""Renders a page: its blocks through one set of templates, with what others lead to on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from jinja2 import Environment
from jinja2.filters import do_urlencode
from markupsafe import Markup

from generator.base.diagnostics import N_
from generator.document.blocks import Block, Page, Prose, Section, Steps, Target
from generator.document.context import Context
from generator.renderers.html.environment import template_environment
from generator.renderers.html.inlines import InlineWriter, letters_row
from generator.renderers.html.prose import ProsePage

LETTERS = (
    ("R", N_("does it")),
    ("A", N_("answers for it")),
    ("C", N_("is asked first")),
    ("I", N_("is told afterwards")),
)
KINDS: Mapping[str, str] = {
    "about": N_("About the handbook"),
    "chapter": N_("Chapter"),
    "form": N_("Form"),
    "index": N_("Handbook"),
    "list": N_("Overview"),
    "process": N_("Process"),
    "role": N_("Role"),
    "rule": N_("Rule"),
    "unit": N_("Unit"),
}
_KB, _MB = 1024, 1024 * 1024
_TOP = 2  # the level of the headings of sections
MANY_COLUMNS = 8
"""From how many roles on the heads of a matrix are written vertically."""

# The fragment is our own HTML: a space before each attribute, every value quoted, every quote in a
# text escaped. Patterns that begin with letters are found fast in the long paths of diagrams.
_ANCHOR = re.compile(r' id="([^"]*)"')
_ADDRESSES = (re.compile(r' href="([^"]*)"'), re.compile(r' src="([^"]*)"'))


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents list: level (2 or 3), anchor, title."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """The article of a page. `links` are its addresses as written, each once; `anchors` its ids."""

    path: str
    title: str
    html: str
    contents: tuple[ContentsLine, ...]
    anchors: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Renderer:
    """Renders the pages of one handbook in one language.

    `figures` are drawings by (kind, id) as SVG that is fit to stand in a page, `prose` the
    hand-written texts by path, `sizes` the bytes of the downloads, `base` the path
    (`/handbook/`) under which the site is published, for the page that is shown anywhere.
    """

    ctx: Context
    figures: Mapping[tuple[str, str], str] = field(default_factory=dict)
    prose: Mapping[str, ProsePage] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)
    base: str = "/"

    @cached_property
    def _say(self) -> Callable[..., str]:
        return lru_cache(maxsize=4096)(self.ctx.words.say)

    def render(self, page: Page) -> Fragment:
        """Return the article of a page."""
        contents = tuple(_contents(page.blocks, self.prose))
        html = self._html("page.html.j2", page, contents)
        return Fragment(
            path=page.path,
            title=page.title,
            html=html,
            contents=contents,
            anchors=tuple(_ANCHOR.findall(html)),
            links=tuple(dict.fromkeys(link for each in _ADDRESSES for link in each.findall(html))),
        )

    def desk(self, page: Page) -> str:
        """Return the blocks of a page as they stand below a heading of another."""
        return self._html("desk.html.j2", page, ())

    def _html(self, template: str, page: Page, contents: tuple[ContentsLine, ...]) -> str:
        ctx = self.ctx
        original = language_tag(ctx.handbook.settings.languages[0])
        writer = InlineWriter(page.path, original, self.base if page.kind == "notfound" else None)
        return (
            _templates()
            .get_template(template)
            .render(
                page=page,
                contents=contents,
                write=writer.inlines,
                cells=writer.cells,
                pairs_of=writer.pairs,
                letters_row=letters_row,
                foreign="" if ctx.words.original else original,
                address=writer.address,
                say=self._say,
                figures=self.figures,
                prose=self.prose,
                size=self._size,
                handbook=ctx.handbook,
                translated=ctx.words.translated,
                process_link=ctx.links.process,
                trail=self._trail(page),
                feedback=self._feedback(page),
                anchor=self._title_anchor(page),
                letters=LETTERS,
                kind=ctx.words.say(KINDS[page.kind]) if page.kind in KINDS else "",
                many=MANY_COLUMNS,
            )
        )

    def _title_anchor(self, page: Page) -> str:
        first = page.blocks[0] if page.blocks else None
        found = self.prose.get(first.path) if isinstance(first, Prose) else None
        return found.anchor if found else ""

    def _size(self, path: str) -> str:
        size = self.sizes.get(path)
        if size is None:
            return ""
        return f"{size / _MB:.1f} MB" if size >= _MB else f"{max(1, round(size / _KB))} KB"

    def _trail(self, page: Page) -> tuple[tuple[str, Target], ...]:
        """Return the way to a page: landing, then chapter or list."""
        ctx, (folder, _, name) = self.ctx, page.path.rpartition("/")
        if page.kind in {"index", "notfound"}:
            return ()
        start = (ctx.words.say("Start"), Target("page", "index"))
        documents = ctx.handbook.forms if page.kind == "form" else ctx.handbook.processes
        document = documents.get(name) if page.kind in {"process", "form"} else None
        chapter = ctx.handbook.chapters.get(document.chapter) if document else None
        if chapter:
            title = f"{chapter.code} {ctx.words.translated(chapter.title.source)}"
            return (start, (title, Target("chapter", chapter.chapter)))
        if folder in {"roles", "units"}:
            return (start, (ctx.words.say("All roles"), Target("page", "roles")))
        return (start,)

    def _feedback(self, page: Page) -> str:
        """Return the address for remarks about a page, with its code in the subject."""
        feedback = self.ctx.handbook.settings.feedback
        document = f"{page.code} {page.title}".strip()
        subject = do_urlencode(self.ctx.words.say("Remark on {document}", document=document))
        if feedback.mail:
            return f"mailto:{feedback.mail}?subject={subject}"
        issues = feedback.issues or ""
        return f"{issues}?title={subject}" if issues.endswith("/new") else issues


def language_tag(language: str) -> str:
    """Return the language tag of a page (BCP 47); Chinese here is that of the mainland."""
    return "zh-CN" if language == "zh" else language


def _contents(
    blocks: tuple[Block, ...], prose: Mapping[str, ProsePage], level: int = _TOP
) -> Iterator[ContentsLine]:
    for block in blocks:
        if isinstance(block, Section):
            yield ContentsLine(level, block.anchor, block.title)
            if level == _TOP:
                yield from _contents(block.blocks, prose, 3)
        elif isinstance(block, Steps):
            for item in block.items:
                yield ContentsLine(3, item.anchor, f"{item.number} {item.title}")
        elif isinstance(block, Prose) and block.path in prose:
            for passage in prose[block.path].passages:
                if passage.anchor and passage.level in {2, 3}:
                    yield ContentsLine(passage.level, passage.anchor, passage.title)


def _kind(block: Block) -> str:
    return type(block).__name__


def _svg(markup: str) -> Markup:
    """Take over a drawing of our own: it comes from an XML writer, so it is safe as it stands."""
    return Markup(markup)  # noqa: S704


@cache
def _templates() -> Environment:
    environment = template_environment(keep_trailing_newline=False)
    environment.filters["kind"] = _kind
    environment.filters["svg"] = _svg
    environment.filters["suffix"] = lambda path: path.rpartition(".")[2].upper()
    return environment
