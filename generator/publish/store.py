"""Keeps the bytes of artifacts between builds, found by the key of all that they depend on."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256

from generator.base.artifact import Artifact
from generator.base.parallel import WORTH_A_PROCESS, side_by_side
from generator.publish.gate import NEW, Gate
from generator.publish.kept import is_debris
from generator.publish.manifest import WORK, Manifest
from generator.publish.owned import LIST, strange

STORE = "store"
_FOLDER = re.compile(r"[0-9a-f]{2}")
_HALF = re.compile(rf"(?:\.new|{re.escape(NEW)}\d*)\Z")
_ENTRY = re.compile(rf"[0-9a-f]{{2}}/[0-9a-f]{{64}}(?:{_HALF.pattern})?")
_DIGEST = 32  # bytes of a SHA-256
_WORTH_PROCESSES = 24  # artifacts; below it, starting processes takes longer than it saves


@dataclass(frozen=True, slots=True)
class ArtifactStore:
    """The folder `store` of a working folder, with one file an artifact, named by its address.

    A file holds the SHA-256 of its address and body, then the body: an entry that was cut short,
    changed, renamed, or put there by somebody else does not fit and counts as missing.
    `program` names the program that makes the bytes; another one finds nothing.
    """

    work: Gate
    program: str
    used: set[str] = field(default_factory=set)
    foreign: list[str] = field(default_factory=list)
    """What stands at the names of entries and is none: it is neither used nor deleted."""

    def address(self, key: str) -> str:
        """Return the name under which the bytes for a key are kept."""
        return sha256(f"{self.program}\0{key}".encode()).hexdigest()

    def through(self, artifact: Artifact) -> Artifact:
        """Return an artifact that is only made where the store does not have it."""
        if artifact.key is None:
            return artifact
        for each in artifact.parts:
            self.through(each)  # used too, where the whole is not made again
        address = self.address(artifact.key)
        self.used.add(address)
        return replace(artifact, body=lambda: self._body(address, artifact))

    def make_ahead(self, artifacts: Sequence[Artifact], *, jobs: int) -> None:
        """Let processes make what is missing side by side: the parts, then what they belong to.

        A few artifacts are left to whoever asks for them.
        """
        if jobs < 2:  # noqa: PLR2004
            return
        missing = self._missing(artifacts)
        parts = self._missing([part for each in missing for part in each.parts])
        self._make(parts, jobs, worth=WORTH_A_PROCESS)
        if len(missing) >= _WORTH_PROCESSES:
            self._make(missing, jobs, worth=_WORTH_PROCESSES)

    def _make(self, missing: Sequence[Artifact], jobs: int, *, worth: int) -> None:
        """Have processes make artifacts; this one alone writes down what they return."""
        makers = [partial(self._made, each) for each in missing]
        with side_by_side(makers, jobs=jobs, worth=worth) as bodies:
            for each, body in zip(missing, bodies, strict=True):
                self._keep(self.address(each.key or ""), body)

    def _made(self, artifact: Artifact) -> bytes:
        """Make an artifact from parts that are kept, and keep nothing."""
        found = [(part, self._read(self.address(part.key or ""))) for part in artifact.parts]
        return artifact.body(*(part.body() if body is None else body for part, body in found))

    def begin(self, *, clean: bool = False) -> None:
        """Make the store where there is none; with `clean`, delete what it holds.

        Raises:
            Refused: there is something in it that is no entry.
        """
        found = self._walk()
        foreign = [path for path, status in found if not _is_entry(path, status)]
        if all(path != LIST for path, _ in found):
            foreign = [path for path, status in found if not stat.S_ISDIR(status.st_mode)]
        if foreign:
            raise strange(self.work.below(STORE), foreign)
        if clean:
            self._forget(lambda _: True)
        self.work.write(f"{STORE}/{LIST}", Manifest(of=WORK).head())

    def end(self) -> None:
        """Delete the whole store."""
        self._forget(lambda _: True)
        for path, _ in self._walk():
            if path == LIST:
                self.work.remove(f"{STORE}/{path}")
            else:
                self.work.remove_folder(f"{STORE}/{path}")
        self.work.remove_folder(STORE)

    def forget_unused(self) -> None:
        """Delete the entries that no artifact of this build used."""
        self._forget(lambda name: name not in self.used)

    def _forget(self, unused: Callable[[str], bool]) -> None:
        for path, status in self._walk():
            name = path.rpartition("/")[2]
            if stat.S_ISREG(status.st_mode) and name != LIST and unused(name):
                if _HALF.search(name) or self._read(name) is not None:
                    self.work.remove(f"{STORE}/{path}")
                else:
                    self.foreign.append(path)

    def _walk(self) -> list[tuple[str, os.stat_result]]:
        found = self.work.walk(STORE)
        return [(path, status) for path, status in found if not is_debris(path)]

    def _body(self, address: str, artifact: Artifact) -> bytes:
        kept = self._read(address)
        if kept is not None:
            return kept
        body = artifact.body(*(self.through(each).body() for each in artifact.parts))
        self._keep(address, body)
        return body

    def _missing(self, artifacts: Iterable[Artifact]) -> list[Artifact]:
        """Return the artifacts that can be kept and are not, each once."""
        keyed = {each.key: each for each in artifacts if each.key is not None}
        return [each for key, each in keyed.items() if not self._has(str(key))]

    def _has(self, key: str) -> bool:
        return self._read(self.address(key)) is not None

    def _path(self, address: str) -> str:
        return f"{STORE}/{address[:2]}/{address}"

    def _read(self, address: str) -> bytes | None:
        raw = self.work.read(self._path(address))
        if raw is None:
            return None
        body = raw[_DIGEST:]
        return body if raw[:_DIGEST] == _digest(address, body) else None

    def _keep(self, address: str, body: bytes) -> None:
        with suppress(OSError):  # a full disk: the site itself will tell
            self.work.write(self._path(address), _digest(address, body) + body)


def _is_entry(path: str, status: os.stat_result) -> bool:
    if stat.S_ISDIR(status.st_mode):
        return _FOLDER.fullmatch(path) is not None
    return stat.S_ISREG(status.st_mode) and (path == LIST or _ENTRY.fullmatch(path) is not None)


def _digest(address: str, body: bytes) -> bytes:
    return sha256(address.encode() + body).digest()
