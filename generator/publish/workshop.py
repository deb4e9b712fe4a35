"""The place of one build: locked, recovered, and emptied again however the build ends."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.publish.comparison import changed_files
from generator.publish.exchange import FILES, NEW, WORKING, Beside
from generator.publish.gate import Gate, is_link
from generator.publish.guard import Claim, carried_over, site_folder, work_gate
from generator.publish.kept import is_debris, kept_folder
from generator.publish.lock import locked
from generator.publish.manifest import SITE, Manifest, manifest_of, read_manifest
from generator.publish.named_folder import BESIDE, MARKER, gate_at
from generator.publish.owned import BUILD, Owned, strange
from generator.publish.program import program_name
from generator.publish.refusal import Refused, is_of_the_disk, left_over, not_written
from generator.publish.store import STORE, ArtifactStore
from generator.publish.writer import PathClash, paths_below

_FILE_MODE, _FOLDER_MODE = 0o644, 0o755  # who may read a site, and enter its folders
_GONE = N_("{folder} was moved or deleted while a build worked in it. Build again.")


@dataclass(frozen=True, slots=True)
class Fresh:
    """A folder of a build that nobody else has seen: what is written in it is noted first."""

    gate: Gate
    beside: Beside
    place: str

    def write(self, path: str, content: bytes) -> bool:
        """Write a file; one of the same name is written over where the product wrote it too."""
        known = f"{self.place}/{path}" in self.beside.noted
        self.note([path])
        if known:
            return self.gate.write(path, content)
        self.gate.create(path, content)
        return True

    def note(self, paths: Iterable[str]) -> None:
        """Write down which files are going to be written, by whomever."""
        self.beside.note(f"{self.place}/{path}" for path in paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where a build works; staged pages and the store outlive it.

    `put_aside` are the folders with what was not the product's in the site before.
    """

    site: Path
    root: Path
    claim: Claim
    beside: Beside
    work: Gate
    store: ArtifactStore

    def fresh(self, folder: str = "") -> Fresh:
        """Return the folder that becomes the site, or one in it."""
        return self._folder(NEW, folder)

    def files(self, folder: str) -> Fresh:
        """Return a folder for what stands beside the pages, until they are there."""
        return self._folder(FILES, folder)

    def staged(self, folder: str) -> Gate:
        """Return the folder with the staged pages of a language."""
        self.work.make_folders(f"staged/{folder}")
        return self.work.below(f"staged/{folder}")

    def move_files(self, folder: str, target: str) -> None:
        """Move what waits in a folder of files beside its pages; none may be there yet."""
        source, fresh = self.files(folder), self.fresh(target)
        paths = paths_below(source.gate)
        fresh.note(paths)
        for path in paths:
            try:
                waiting = f"{self.beside.name}/{source.place}/{path}"
                self.beside.gate.move(waiting, f"{self.beside.name}/{fresh.place}/{path}")
            except FileExistsError as fault:
                raise PathClash(path) from fault

    def publish(self, *, private: bool = False) -> tuple[str, ...]:
        """Make the fresh folder the site; return the paths that changed.

        Everybody may read it, whatever the umask says that this process began with; where it is
        `private`, the umask decides.

        Raises:
            Refused: there is something in the site before that a build would lose.
        """
        gate, site, fresh = self.beside.gate, self.beside.site, self.fresh().gate
        known, top = self.beside.noted, self.fresh().place
        odd = [
            path
            for path, status in fresh.walk()
            if not _is_plain(status)
            or (stat.S_ISREG(status.st_mode) and f"{top}/{path}" not in known)
        ]
        if odd:
            raise strange(fresh, odd)
        kept = carried_over(self.root, gate, site, self.claim)
        after = manifest_of(fresh, SITE, self.claim.identity, but=(MARKER,))
        for path in kept or ():
            self._carry(path)
        self.fresh().note([MARKER])
        fresh.write(MARKER, after.whole())
        if not private and fresh.by_descriptor:  # Windows gives rights by folder
            _open_to_all(fresh, but=set(kept or ()))
        if kept is None:
            place = kept_folder(gate, site)
            gate.move(site, place)
            self.beside.kept.add(place)
        old = gate.below(site) if gate.status(site) else None
        before = (read_manifest(old, MARKER, SITE) if old else None) or Manifest(of=SITE)
        changed = changed_files(old, before, fresh, after)
        self.beside.exchange()
        self.store.forget_unused()
        return changed

    def put_aside(self) -> tuple[str, ...]:
        """Return the folders, by path, into which other people's files were moved."""
        return tuple(str(self.beside.gate.path(name)) for name in sorted(self.beside.kept))

    def _carry(self, path: str) -> None:
        """Give a file of the site before a second name in the next one, or copy it."""
        gate, target = self.beside.gate, f"{self.beside.name}/{NEW}/{path}"
        source = f"{self.beside.site}/{path}"
        status = gate.status(source)
        if gate.status(target) is not None:
            text = N_(
                "“site-keep:” lists {path}, which the handbook makes itself. Rename one of them."
            )
            raise Refused(Message(text, {"path": path}))
        if path.endswith("/"):
            gate.make_folder(target.rstrip("/"))
        elif status is None or not stat.S_ISREG(status.st_mode):
            text = N_(
                "{path} cannot be carried over: it is a link, or no plain file. Move it away."
            )
            raise Refused(Message(text, {"path": str(gate.path(source))}))
        else:
            try:
                gate.link(source, target)
            except OSError:  # a disk where a file has one name
                gate.create(target, gate.read(source) or b"")
                gate.set_times(target, status)

    def _folder(self, top: str, folder: str) -> Fresh:
        place = f"{top}/{folder}" if folder else top
        here = self.beside.here
        if here.status(place) is None:
            self.beside.note([f"{place}/."])
            here.make_folder(place)
        return Fresh(here.below(place), self.beside, place)


@contextmanager
def workshop(
    root: Path, site: Path, *, claim: Claim, clean: bool, waiting: Callable[[Message], None]
) -> Iterator[Workshop]:
    """Open the place of a build; the site changes only where `publish` is called in it.

    Raises:
        Refused: the folder may not become the site, or the disk does not let us write.
    """
    home = work_gate(root)
    place = site_folder(root, site)
    try:
        above = site.parent if site.name == place.name else place.parent  # else it ends with dots
        beside = Beside(gate_at(above, root), place.name)
        with locked(beside.gate, beside.name, waiting=waiting):
            own = _writable(home.path(BUILD))
            kept, folder = (home, BUILD) if own else (beside.gate, f"{beside.name}/{WORKING}")
            with locked(kept, folder, waiting=waiting), _begun(beside, waiting):
                work = kept.below(folder)
                store = ArtifactStore(work, program_name())
                store.begin(clean=clean)
                if clean:
                    _clear_staged(work)
                carried_over(root, beside.gate, beside.site, claim)
                yield Workshop(
                    site=place, root=root, claim=claim, beside=beside, work=work, store=store
                )
                if not own:
                    store.end()
                    _clear_staged(work)
                if store.foreign:
                    waiting(strange(work.below(STORE), sorted(set(store.foreign))).message)
    except OSError as fault:
        if not is_of_the_disk(fault):
            if gone := _gone(home.path(BUILD), place.parent / f".{place.name}{BESIDE}"):
                raise Refused(Message(_GONE, {"folder": str(gone)})) from fault
            raise
        raise not_written(site, fault, home.path(BUILD)) from fault


@contextmanager
def _begun(beside: Beside, say: Callable[[Message], None]) -> Iterator[None]:
    beside.begin()
    try:
        yield
    except BaseException:
        with suppress(Refused):  # the next build tells
            beside.discard()
        raise
    beside.discard()
    for left in beside.left():
        say(left_over(left).message)


def _open_to_all(site: Gate, *, but: set[str]) -> None:
    """Let everybody read a site, and only its owner write to it; leave what is people's own."""
    for path, status in site.walk():
        mode = _FOLDER_MODE if stat.S_ISDIR(status.st_mode) else _FILE_MODE
        if path not in but and f"{path}/" not in but and stat.S_IMODE(status.st_mode) != mode:
            site.set_mode(path, mode)
    site.set_mode("", _FOLDER_MODE)


def _clear_staged(work: Gate) -> None:
    """Delete the staged pages of all languages."""
    for name, _ in work.entries("staged"):
        if not is_debris(name):
            Owned(work.below(f"staged/{name}")).clear()
            work.remove_folder(f"staged/{name}")
    work.remove_folder("staged")


def _is_plain(status: os.stat_result) -> bool:
    """Whether something is a file or a folder, as a build makes them."""
    return not is_link(status) and (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode))


def _gone(*folders: Path) -> Path | None:
    """Return the first of some folders in which a build worked and that is no longer there."""
    return next((each for each in folders if not each.is_dir()), None)


def _writable(folder: Path) -> bool:
    """Whether a folder can be used, or made; the sources may stand on a read-only disk."""
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
