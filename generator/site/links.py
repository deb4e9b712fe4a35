"""Checks every internal address and anchor, from what the fragments themselves say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import join, normpath
from urllib.parse import unquote

from generator.base.diagnostics import N_, Diagnostic, Edit, Fix, Message, Span
from generator.base.nearest import nearest
from generator.renderers.html.addresses import relative
from generator.rules.declared.site import BROKEN_ANCHOR, BROKEN_LINK, ROOT_LINK, SAME_ANCHOR

_SETTINGS = "processes/handbook.yml"
_DID_YOU_MEAN = N_("Did you mean “{close}”?")


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where a link of a hand-written page is written first, and how; `again`: where else.

    `exact` says whether it stands at all of these places letter by letter.
    """

    where: Span
    written: str
    again: tuple[Span, ...] = ()
    exact: bool = True

    def fix(self, better: str) -> Fix | None:
        """Return the fix that writes another link at each of its places."""
        places = (self.where, *self.again)
        return Fix(tuple(Edit(where, better) for where in places)) if self.exact else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTree:
    """What links may lead to: pages (with ending), files beside them, the places on a page.

    `base` (`/handbook/en/`) is the path under which the tree is published, `site` that of the
    first language, and `folders` (`en/`) are those of the others in it. Their trees have the same
    pages and files, but those that are `shared` stand in the first alone.
    """

    pages: Collection[str]
    files: Container[str]
    anchors: Callable[[str], Collection[str]]
    base: str = "/"
    site: str = "/"
    folders: Sequence[str] = ()
    shared: Container[str] = ()

    def target(self, start: str, path: str) -> tuple[str, str]:
        """Return the tree and the path in it to which an address leads from a folder."""
        own = self.base.removeprefix(self.site)
        if not path:
            return own, f"{start}.html"
        if path.startswith(self.site):
            whole = path.removeprefix(self.site)
        else:
            whole = normpath(join(own, start, path))
        for tree in self.folders:
            if whole.startswith(tree):
                return tree, whole.removeprefix(tree) or "index.html"
        return "", whole or "index.html"

    def has_file(self, tree: str, path: str) -> bool:
        """Whether a file stands in a tree, by its name as in `target`."""
        return not tree if path in self.shared else path in self.files


@dataclass(slots=True)
class PageLinks:
    """What pages lead to and offer; filled page by page so that no page has to be kept.

    `places` are the addresses of hand-written links by (page, address).
    """

    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    cited: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    double: list[tuple[str, str]] = field(default_factory=list)
    places: dict[tuple[str, str], LinkPlace] = field(default_factory=dict)

    def add(self, page: str, file: str, anchors: Iterable[str], links: Iterable[str]) -> None:
        """Note a page (path without ending), its source file, its anchors and its addresses."""
        seen: set[str] = set()
        for anchor in anchors:
            if anchor in seen:
                self.double.append((page, anchor))
            seen.add(anchor)
        self.anchors[f"{page}.html"] = frozenset(seen)
        self.files[page] = file
        folder = page.rpartition("/")[0]
        for link in links:
            if _is_internal(link):
                self.cited.setdefault(
                    (folder, link) if link[0] != "#" else (page, link), []
                ).append(page)

    def check(self, tree: PublishedTree) -> Iterator[Diagnostic]:
        """Yield a finding for each address that leads nowhere in a tree."""
        yield from self._from_root(tree)
        for (start, link), pages in self.cited.items():
            path, _, anchor = unquote(link).partition("#")
            folder, target = tree.target(start, path.partition("?")[0])
            if target not in tree.pages:
                if not tree.has_file(folder, target):
                    for page in pages:
                        yield self._broken_link(page, link, target, tree)
            elif anchor and anchor not in (known := tree.anchors(target)):
                for page in pages:
                    yield self._broken_anchor(page, link, _near(anchor, known))
        for page, anchor in self.double:
            where = Span(self.files.get(page) or _SETTINGS)
            yield SAME_ANCHOR.at(where, path=f"{page}.html", anchor=anchor)

    def _from_root(self, tree: PublishedTree) -> Iterator[Diagnostic]:
        """Yield the hand-written links that lead somewhere by a way that only a host has."""
        if tree.base != tree.site:
            return  # the page is the same in each language, and is told once
        for (page, link), place in self.places.items():
            if not link.startswith("/") or link.startswith("//"):
                continue
            path, mark, anchor = link.partition("#")
            folder, target = tree.target(page, unquote(path).partition("?")[0])
            if target in tree.pages or tree.has_file(folder, target):
                better = f"{'../' * page.count('/')}{folder}{target}{mark}{anchor}"
                yield ROOT_LINK.at(
                    place.where, link=place.written, better=better, fix=place.fix(better)
                )

    def _broken_link(self, page: str, link: str, target: str, tree: PublishedTree) -> Diagnostic:
        place = self._place(page, link)
        close = nearest(target, tree.pages)
        if not close:
            return BROKEN_LINK.at(place.where, link=place.written)
        meant = _as_written(page, close)
        hint = Message(_DID_YOU_MEAN, {"close": meant})
        return BROKEN_LINK.at(
            place.where,
            link=place.written,
            hint=hint,
            fix=self._fix(page, link, meant + "".join(place.written.partition("#")[1:])),
        )

    def _broken_anchor(self, page: str, link: str, close: str | None) -> Diagnostic:
        place = self._place(page, link)
        hint = Message(_DID_YOU_MEAN, {"close": f"#{close}"}) if close else None
        meant = f"{place.written.partition('#')[0]}#{close}"
        fix = self._fix(page, link, meant) if close else None
        return BROKEN_ANCHOR.at(
            place.where, link=place.written, example="{#name}", hint=hint, fix=fix
        )

    def _fix(self, page: str, link: str, meant: str) -> Fix | None:
        """Return the fix of a link whose place in a hand-written page is known."""
        found = self.places.get((page, link))
        return found.fix(meant) if found else None

    def _place(self, page: str, link: str) -> LinkPlace:
        found = self.places.get((page, link))
        return found or LinkPlace(Span(self.files.get(page) or _SETTINGS), link)


def _near(anchor: str, known: Collection[str]) -> str | None:
    """The place that was meant: the steps and fields of a page have their kind before their id."""
    whole = [each for each in known if each.endswith(f"-{anchor}")]
    return min(whole, key=len) if whole else nearest(anchor, known)


def _is_internal(link: str) -> bool:
    head = link.partition("/")[0]
    return bool(link) and ":" not in head


def _as_written(page: str, target: str) -> str:
    """Return a page as a hand-written page names it: those of `content/` by their file."""
    address = relative(page, target)
    of_content = target.startswith("about/") and page.startswith("about/")
    return f"{address.removesuffix('.html')}.md" if of_content else address
