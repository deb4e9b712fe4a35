"""The list of what the product has put into a folder: only what stands in it is ever deleted.

A manifest is a file of JSON lines. The first says what the folder is (`of`), and for a site whose
(`identity`); each other one names a file with its size and the SHA-256 of its bytes. A path may
have several lines: any of them fits. It is added to before files are written, so that a build
that is killed leaves nothing that the next one does not know.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.publish.gate import NEW, Gate, is_link

SITE = "site"
WORK = "work"
"""What a folder is: one that is published, or one in which builds work."""

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """Size and SHA-256 of a file; None where other programs may be writing it yet."""

    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a folder is, and the files in it that are the product's, by path."""

    of: str
    identity: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def head(self) -> bytes:
        """Return the first line."""
        return _line({"handbook": _VERSION, "of": self.of, "identity": dict(self.identity)})

    def whole(self) -> bytes:
        """Return the whole file."""
        lines = [entry_line(path, each) for path, found in self.entries.items() for each in found]
        return b"".join([self.head(), *sorted(lines)])

    def is_ours(self, gate: Gate, path: str) -> bool:
        """Whether a file is as the product wrote it."""
        entries = self.entries.get(path, ())
        if any(each.sha256 is None for each in entries):
            return True
        status = gate.status(path) if entries else None
        if status is None or is_link(status) or not stat.S_ISREG(status.st_mode):
            return False
        if all(each.size != status.st_size for each in entries):
            return False
        try:
            return Entry(*gate.digest(path)) in entries
        except PermissionError:
            return False  # it was closed since: it is named, and neither read nor deleted

    @property
    def folders(self) -> frozenset[str]:
        """The folders in which the files stand."""
        found: set[str] = set()
        for path in self.entries:
            *parents, _ = path.split("/")
            found.update("/".join(parents[: at + 1]) for at in range(len(parents)))
        return frozenset(found)

    def strange(self, gate: Gate) -> Iterator[str]:
        """Yield what is in the folder and is not as the product wrote it; folders end with `/`."""
        folders, filled = self.folders, set[str]()
        for path, status in gate.walk():
            filled.add(path.rpartition("/")[0])
            if stat.S_ISDIR(status.st_mode) and not is_link(status):
                if path not in folders and path not in filled:
                    yield f"{path}/"
            elif not self.is_ours(gate, path):
                yield path


def read_manifest(gate: Gate, name: str, of: str) -> Manifest | None:
    """Return the manifest of a folder; None where there is none that says what was expected."""
    lines = (gate.read(name) or b"").split(b"\n")
    head = _parsed(lines[0])
    if head.get("handbook") != _VERSION or head.get("of") != of:
        return None
    identity = head.get("identity")
    entries: dict[str, tuple[Entry, ...]] = {}
    for row in map(_parsed, lines[1:]):
        path, size, digest = row.get("path"), row.get("size"), row.get("sha256")
        entry = Entry()
        if isinstance(size, int) and not isinstance(size, bool) and isinstance(digest, str):
            entry = Entry(size, digest)
        if isinstance(path, str) and (entry != Entry() or of == WORK):
            entries[path] = (*entries.get(path, ()), entry)
    named = identity if isinstance(identity, dict) else {}
    return Manifest(
        of=of, identity={str(key): str(value) for key, value in named.items()}, entries=entries
    )


def manifest_of(
    gate: Gate, of: str, identity: Mapping[str, str], *, but: Iterable[str]
) -> Manifest:
    """Return the manifest of all files in a folder, but some."""
    left_out = frozenset(but)
    entries = {
        path: (Entry(*gate.digest(path)),)
        for path, status in gate.walk()
        if stat.S_ISREG(status.st_mode) and path not in left_out
    }
    return Manifest(of=of, identity=identity, entries=entries)


def entry_line(path: str, entry: Entry) -> bytes:
    """Return the line of a file."""
    return _line({"path": path, "size": entry.size, "sha256": entry.sha256})


def half_of(path: str) -> str | None:
    """Return of which file a path is the half that a killed write leaves; None if of none."""
    whole, ending, number = path.rpartition(NEW)
    return whole if ending and (not number or number.isdecimal()) else None


def is_half_written(path: str, status: os.stat_result, ours: Container[str]) -> bool:
    """Whether a file is what a killed write has left of a file that is the product's."""
    return half_of(path) in ours and stat.S_ISREG(status.st_mode)


def is_half_list(gate: Gate, path: str) -> bool:
    """Whether a file is what a killed write has left of a manifest."""
    status = gate.status(path)
    if status is None or not stat.S_ISREG(status.st_mode):
        return False
    start = Manifest(of="").head().partition(b'""')[0]  # up to what the folder is
    begun = (gate.read(path) or b"")[: len(start)]
    return begun == start[: len(begun)]


def _line(row: Mapping[str, object]) -> bytes:
    return json.dumps(row).encode() + b"\n"


def _parsed(line: bytes) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}  # the end of a line that was cut off: the file itself was not yet written
    return row if isinstance(row, dict) else {}
