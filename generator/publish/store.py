"""Keeps the bytes of artifacts between builds, found by the key of all that they depend on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.base.artifact import Artifact
from generator.base.parallel import WORTH_A_PROCESS, side_by_side
from generator.publish.writer import write_file

_NAME = re.compile(r"[0-9a-f]{64}(?:\.new)?")
_WORTH_PROCESSES = 24  # artifacts; below it, starting processes takes longer than it saves
_NO_FOLLOW = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class ArtifactStore:
    """A folder with one file an artifact, named by its address.

    A file holds the SHA-256 of its address and body, then the body: an entry that was cut short,
    changed, renamed, or put there by somebody else does not fit and counts as missing.
    `program` names the program that makes the bytes; another one finds nothing.
    """

    folder: Path
    program: str
    used: set[str] = field(default_factory=set)

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

    def forget_unused(self) -> None:
        """Delete the entries that no artifact of this build used; leave files that are not ours."""
        for entry in self.folder.glob("??/*"):
            if _NAME.fullmatch(entry.name) and entry.name not in self.used and entry.is_file():
                entry.unlink(missing_ok=True)

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

    def _path(self, address: str) -> Path:
        return self.folder / address[:2] / address

    def _read(self, address: str) -> bytes | None:
        try:
            with os.fdopen(os.open(self._path(address), _NO_FOLLOW), "rb") as file:
                digest, body = file.read(32), file.read()
        except OSError:
            return None
        return body if digest == _digest(address, body) else None

    def _keep(self, address: str, body: bytes) -> None:
        try:
            write_file(self._path(address), _digest(address, body) + body)
        except OSError:
            return  # a full disk: the site itself will tell


def _digest(address: str, body: bytes) -> bytes:
    return sha256(address.encode() + body).digest()
