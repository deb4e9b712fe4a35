"""Puts a finished site in the place of the old one in one move, and recovers after a kill.

Beside the site stands a hidden folder while a build runs. `new` in it is the site being made,
`files` the downloads that wait for it, `list` the names of all that may stand in them. As soon as
`exchange` is there, `new` is whole: it is the next site or, after the exchange, the one before.
Sites before that the system does not let go stay as `left-1` and so on: each build tries again.
Where the system cannot exchange two folders in one call, the old site is first renamed to `old`;
a missing site then means a build killed between two renames, of which the second is made up for.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.publish.gate import Gate, is_link
from generator.publish.kept import is_debris, kept_folder
from generator.publish.lock import LOCK
from generator.publish.manifest import (
    SITE,
    WORK,
    Entry,
    Manifest,
    entry_line,
    half_of,
    is_half_list,
    is_half_written,
    read_manifest,
)
from generator.publish.named_folder import BESIDE, MARKER
from generator.publish.owned import strange
from generator.publish.refusal import Refused, left_over

NEW, FILES, OLD, WORKING = "new", "files", "old", "work"
_LIST, _EXCHANGE = "list", "exchange"
_TREES = {NEW, FILES, OLD}
_LEFT = {f"left-{number}" for number in range(1, 10)}
_OURS = {*_TREES, *_LEFT, WORKING, _LIST, _EXCHANGE, LOCK}


class Beside:
    """The folder beside a site in which a build of it works; `gate` stands above the two."""

    def __init__(self, gate: Gate, site: str) -> None:
        self.gate = gate
        self.site = site
        self.kept: set[str] = set()
        self.noted: set[str] = set()

    @property
    def name(self) -> str:
        """The name of the folder."""
        return f".{self.site}{BESIDE}"

    @property
    def here(self) -> Gate:
        """The gate at the folder."""
        return self.gate.below(self.name)

    def begin(self) -> None:
        """Recover after a killed build, and make a new empty folder for the next site.

        Raises:
            Refused: the folder, or what a killed build left in it, is not the product's alone.
        """
        self.discard()
        here = self.here
        for name in (NEW, FILES, OLD):
            if here.status(name) is not None:
                self._set_aside(name)
        with suppress(FileNotFoundError):
            here.remove(_EXCHANGE)  # of what was set aside: the new one is not whole yet
        here.write(_LIST, Manifest(of=WORK).head())  # whole: half of it would be nobody's
        here.make_folder(NEW)
        here.make_folder(FILES)
        self.noted.clear()

    def note(self, paths: Iterable[str]) -> None:
        """Write down what is going to be written below `new` and `files`, before it is."""
        fresh = [path for path in dict.fromkeys(paths) if path not in self.noted]
        if fresh:
            self.here.append(_LIST, b"".join(entry_line(path, Entry()) for path in fresh))
            self.noted.update(fresh)

    def exchange(self) -> None:
        """Put the new folder in the site's place; what stood there is deleted by `discard`."""
        self.here.create(_EXCHANGE, b"")
        new, site, old = f"{self.name}/{NEW}", self.site, f"{self.name}/{OLD}"
        if self.gate.status(site) is None:
            self.gate.move(new, site)
        elif not self.gate.swap(new, site):
            two_renames(self.gate, new, site, old)

    def discard(self) -> None:
        """Clear the folder, finishing first what was begun between two renames.

        What is neither the product's nor the same in the site is put aside; `kept` names it.

        Raises:
            Refused: somebody else's files are in the folder.
        """
        here = self.here
        entries = dict(here.entries())
        links = {name for name, status in entries.items() if is_link(status)}
        there = set(entries)
        foreign = sorted(
            name
            for name in there - _OURS | links
            if not is_debris(name) and not is_half_written(name, entries[name], _OURS)
        )
        listed = read_manifest(here, _LIST, WORK)
        if listed is None:
            foreign += sorted(there & (_TREES | _LEFT | {_LIST, _EXCHANGE}) - set(foreign))
        if foreign:
            raise strange(here, foreign)
        if listed is not None:
            self._finish(there)
            self._clear(here, listed, whole=_EXCHANGE in there)

    def left(self) -> Iterator[Path]:
        """Yield what could not be deleted of the site before: the next build will ask for it."""
        with suppress(FileNotFoundError):
            here = self.here
            yield from (here.path(name) for name, _ in here.entries() if name in _TREES | _LEFT)

    def _set_aside(self, name: str) -> None:
        """Give what could not be deleted another name, lest it be in the way of this build."""
        here = self.here
        free = next((each for each in sorted(_LEFT) if here.status(each) is None), None)
        try:
            if free is None:
                raise left_over(here.path(name))
            here.move(name, free)
        except PermissionError as fault:
            raise left_over(here.path(name)) from fault

    def _finish(self, there: set[str]) -> None:
        if self.gate.status(self.site) is None and _EXCHANGE in there:
            whole = next((each for each in (NEW, OLD) if each in there), None)
            if whole:
                self.gate.move(f"{self.name}/{whole}", self.site)

    def _clear(self, here: Gate, listed: Manifest, *, whole: bool) -> None:
        unknown: list[str] = []
        for name in (*sorted(_LEFT), NEW, FILES, OLD):
            if here.status(name) is None:
                continue
            tree = here.below(name)
            if name == OLD or name in _LEFT or (whole and name == NEW):
                self._put_aside(name, _remove(tree, self._site_manifest(tree), self._published))
                continue
            below = f"{name}/"
            entries = {
                path.removeprefix(below): found
                for path, found in listed.entries.items()
                if path.startswith(below)
            }
            left = _remove(tree, Manifest(of=WORK, entries=entries), self._published)
            unknown += [f"{name}/{path}" for path in left]
        if unknown:
            raise strange(here, unknown)
        here.remove_folder(WORKING)
        gone = [here.remove_folder(name) for name in (NEW, FILES, OLD, *sorted(_LEFT))]
        if not all(gone):
            return  # what could not be deleted is still known to the next build
        halves = [name for name, status in here.entries() if is_half_written(name, status, _OURS)]
        for name in (*halves, _EXCHANGE, _LIST):
            with suppress(FileNotFoundError):
                here.remove(name)

    def _put_aside(self, name: str, paths: list[str]) -> None:
        if paths:
            place = kept_folder(self.gate, self.site)
            for path in paths:
                self.gate.move(f"{self.name}/{name}/{path}", f"{place}/{path}")
            for path, status in list(self.here.walk(name)):
                if stat.S_ISDIR(status.st_mode):
                    self.here.remove_folder(f"{name}/{path}")
            self.kept.add(place)

    def _site_manifest(self, tree: Gate) -> Manifest:
        return read_manifest(tree, MARKER, SITE) or Manifest(of=SITE)

    def _published(self, tree: Gate, path: str) -> bool:
        """Whether the site has the same file, or folder, so that nothing is lost with this one."""
        try:
            status, other = tree.status(path), self.gate.status(f"{self.site}/{path}")
        except Refused:  # the site has a file in the place of a folder above
            return False
        if status is None or other is None:
            return False
        if stat.S_ISDIR(status.st_mode):
            return stat.S_ISDIR(other.st_mode)
        if not stat.S_ISREG(status.st_mode):
            return False
        if not stat.S_ISREG(other.st_mode) or status.st_size != other.st_size:
            return False
        same = os.path.samestat(status, other)
        return same or tree.digest(path) == self.gate.digest(f"{self.site}/{path}")


def _remove(tree: Gate, manifest: Manifest, published: Callable[[Gate, str], bool]) -> list[str]:
    """Delete what is the product's or published, the manifest last; return what is neither.

    What the system does not let go stays, and with it the manifest.
    """
    left: list[str] = []
    folders, filled = manifest.folders, set[str]()
    last = MARKER if manifest.of == SITE else None  # it says what the others are
    found = list(tree.walk())
    for path, status in found:
        if path in folders and not status.st_mode & stat.S_IWUSR:
            with suppress(PermissionError):  # somebody else's: it stays, and the next build tells
                tree.make_writable(path)
    for path, status in found:
        parent = path.rpartition("/")[0]
        if stat.S_ISDIR(status.st_mode) and not is_link(status):
            if path in folders or path in filled or published(tree, path):
                tree.remove_folder(path)
            else:
                left.append(path)
        elif path != last and not _removed(tree, path, status, manifest, published):
            left.append(path)
        filled.add(parent)
    stuck = any(path not in {*left, last} for path, status in tree.walk() if _is_file(status))
    if last and not stuck and tree.status(last) is not None:
        if read_manifest(tree, MARKER, SITE) is None:
            left.append(MARKER)
        else:
            tree.remove(MARKER)
    return left


def _is_file(status: os.stat_result) -> bool:
    return is_link(status) or not stat.S_ISDIR(status.st_mode)


def _removed(
    tree: Gate,
    path: str,
    status: os.stat_result,
    manifest: Manifest,
    published: Callable[[Gate, str], bool],
) -> bool:
    if manifest.of == SITE:
        half = half_of(path) == MARKER and is_half_list(tree, path)
    else:
        half = is_debris(path) or is_half_written(path, status, manifest.entries)
    ours = half or manifest.is_ours(tree, path)
    if not ours and not published(tree, path):
        return False
    with suppress(PermissionError):  # held open by another program of Windows: the next build does
        tree.remove(path)
    return True


def two_renames(gate: Gate, new: str, site: str, old: str) -> None:
    """Exchange by two renames; where the second fails, the first is undone."""
    gate.move(site, old)
    try:
        gate.move(new, site)
    except OSError:
        gate.move(old, site)
        raise
