"""Reads the handbook's folders: the only place that opens source files."""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from generator.base.diagnostics import N_, Argument, Diagnostic, Message, Rule, Span
from generator.base.printed import shown
from generator.source.reading.content import read_text
from generator.source.reading.content_rules import CONTENT_KIND, CONTENT_NAME, PICTURE_RUNS
from generator.source.reading.decoding import MAX_BYTES
from generator.source.reading.file_rules import (
    ALL_TOO_LARGE,
    CALL_IT,
    FILE_NAME,
    FILE_TOO_LARGE,
    MISSING_FOLDER,
    NOT_A_FILE,
    OTHER_FILE,
    RESERVED_NAME,
    SAME_NAME,
    SYMBOLIC_LINK,
    TOO_MANY_FILES,
    UNREADABLE,
    VANISHED,
    WRONG_EXTENSION,
)
from generator.source.reading.names import MAX_NAME, id_near, is_id, is_left_behind, is_reserved
from generator.source.reading.pictures import what_runs
from generator.source.reading.yaml_file import FileText

CONTENT = "content"
LOCALE = "locale/"  # the translations in it
"""The folder of the hand-written pages."""
MAX_FILES = 5_000
"""How many entries of the folders are looked at."""
MAX_ALL_BYTES = 20_000_000
"""How large all files may be together."""
MAX_PICTURE_BYTES = 10_000_000
"""The size of the largest picture or document in `content/`."""
MAX_CONTENT_BYTES = 200_000_000
"""How large all files of `content/` may be together."""
LISTED = 50
"""How many findings of one kind are listed."""

_ENDINGS = (".yml", ".yaml")
_TEXTS = (".md", ".po")
_DRAWING = ".svg"
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_DOCUMENTS = (".csv", ".docx", ".pdf", ".pptx", ".xlsx")
_PUBLISHED = (*_TEXTS, *_PICTURES, *_DOCUMENTS)
_NOT_IN_NAMES = '\\ / : * ? " < > | #'
_PUBLIC_NAME = re.compile(r'[^\\/:*?"<>|#\x00-\x1f]{1,99}')
# A letter wrong, missing or too many; other capitals; an ending added by Notepad.
_NEAR_ENDING = re.compile(
    r"\.(?:ya?m?l?|y[aml]{2,4}|yml?s|yaml?s|yal|ymal|aml)(?:\.txt)?", re.IGNORECASE
)
_REASONS = {
    errno.ENAMETOOLONG: N_("the path is too long"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("it is no folder"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EROFS: N_("it can only be read"),
}
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # a link put here after the look at it is not followed
    | getattr(os, "O_NONBLOCK", 0)  # a pipe does not wait for a writer
)
_WINDOWS_LINKS = (0xA000000C, 0xA0000003)  # IO_REPARSE_TAG_SYMLINK, ..._MOUNT_POINT


def list_sources(
    root: Path, folder: str = "processes"
) -> tuple[list[FileText], tuple[Diagnostic, ...]]:
    """Read all YAML files below a folder of the handbook, sorted by path.

    Links are not followed, only regular files are opened, and nothing is left out silently:
    whatever is not read is told, except for hidden files and what editors leave behind.
    """
    return _listed(_Listing(folder), root)


def list_content(root: Path) -> tuple[list[FileText], tuple[Diagnostic, ...]]:
    """Read the hand-written pages of `content/`, its pictures, documents and catalogues.

    The same holds as for the YAML files. Texts are UTF-8 with line ends as on Unix. The folder
    may be missing.
    """
    if not os.path.lexists(root / CONTENT):
        return [], ()
    return _listed(_Content(CONTENT), root)


def _listed(listing: _Listing, root: Path) -> tuple[list[FileText], tuple[Diagnostic, ...]]:
    top = root / listing.folder
    try:
        status = os.lstat(top)
    except OSError:
        listing.add(MISSING_FOLDER, listing.folder, folder=listing.folder)
        return [], tuple(listing.found)
    if _is_link(status):
        listing.add(SYMBOLIC_LINK, listing.folder, name=listing.folder)
    elif not stat.S_ISDIR(status.st_mode):
        listing.add(MISSING_FOLDER, listing.folder, folder=listing.folder)
    else:
        _walk(listing, top)
        _read(listing, top)
    listing.found.sort(key=lambda found: (_place(found), found.rule.code))
    return listing.files, tuple(listing.found)


@dataclass(slots=True)
class _Listing:
    """What was seen so far in the folders."""

    folder: str
    names: list[str] = field(default_factory=list)
    files: list[FileText] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    entries: int = 0

    def path(self, name: str) -> str:
        return f"{self.folder}/{name}"

    def add(self, rule: Rule, path: str, *, hint: Message | None = None, **args: Argument) -> None:
        self.counts[rule.code] = self.counts.get(rule.code, 0) + 1
        if self.counts[rule.code] <= LISTED:
            where = Span(shown(path))
            self.found.append(rule.at(where, hint=hint, related=(), fix=None, **args))

    def limit(self, name: str) -> int:
        """How large a file may be."""
        del name
        return MAX_BYTES

    def limit_of_all(self) -> int:
        return MAX_ALL_BYTES

    def same(self, name: str) -> str:
        """What two files may not have in common."""
        return _split(name)[0]

    def wants(self, name: str, path: str) -> bool:
        """Whether a file of this name is to be read; else it is told why not."""
        if _split(name)[1] in _ENDINGS:
            return True
        _not_yaml(self, name, path)
        return False

    def names_well(self, name: str, path: str) -> bool:
        """Whether a file may have this name; else it is told."""
        if self.keeps(name, path):
            return False
        if is_id(_split(name)[0]):
            return True
        self.misnamed(name, path)
        return False

    def misnamed(self, name: str, path: str, *, folder: bool = False) -> None:
        """Tell a name that is no id, with one that is near it."""
        stem, ending = _split(name)
        if folder:
            stem, ending = name, ""
        better = id_near(stem)
        better = better and f"{better}{ending}"
        cure = Message(CALL_IT, {"better": better}) if better else None
        self.add(FILE_NAME, path, hint=cure, name=shown(name), limit=MAX_NAME)

    def keeps(self, name: str, path: str) -> bool:
        """Whether Windows keeps a name to itself; then it is told."""
        if not is_reserved(name):
            return False
        stem, dot, ending = shown(name).partition(".")
        self.add(RESERVED_NAME, path, name=stem, better=f"{stem}-1{dot}{ending}")
        return True

    def take(self, path: str, raw: bytes) -> None:
        """Keep what was read."""
        self.files.append(FileText(path, raw))


class _Content(_Listing):
    """The same for `content/`, where files of several kinds stand."""

    def limit(self, name: str) -> int:
        return MAX_BYTES if name.endswith(_TEXTS) else MAX_PICTURE_BYTES

    def limit_of_all(self) -> int:
        return MAX_CONTENT_BYTES

    def same(self, name: str) -> str:
        return name

    def wants(self, name: str, path: str) -> bool:
        if _split(name)[1].lower() in _PUBLISHED:
            return True
        self.add(CONTENT_KIND, path, name=shown(path))
        return False

    def names_well(self, name: str, path: str) -> bool:
        ending = _split(name)[1]
        if ending in _TEXTS:
            return _Listing.names_well(self, name, path)
        if self.keeps(name, path):
            return False
        fine = name.isprintable() and _PUBLIC_NAME.fullmatch(name)
        if fine and ending.lower() not in _TEXTS:
            return True
        self.add(CONTENT_NAME, path, name=shown(path), characters=_NOT_IN_NAMES)
        return False

    def take(self, path: str, raw: bytes) -> None:
        if path.lower().endswith(_DRAWING) and (found := what_runs(raw)):
            what, line = found
            self.found.append(PICTURE_RUNS.at(Span(path, line, 1, line, 1), name=path, what=what))
            return
        if not path.endswith(_TEXTS):
            self.files.append(FileText(path, raw))
            return
        text = read_text(path, raw)
        self.found += text.diagnostics
        if text.value is not None:
            self.files.append(FileText(path, text.value.encode(), written=raw))


def _walk(listing: _Listing, top: Path) -> None:
    """Collect the names of the YAML files, relative to the top folder, sorted."""
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(top / inside) as entries:
                for entry in entries:
                    listing.entries += 1
                    if listing.entries > MAX_FILES:
                        listing.add(
                            TOO_MANY_FILES, listing.folder, folder=listing.folder, limit=MAX_FILES
                        )
                        waiting.clear()
                        break
                    name = f"{inside}{entry.name}"
                    if _take(listing, entry, name):
                        waiting.append(f"{name}/")
        except OSError as fault:
            name = listing.path(inside.rstrip("/"))
            listing.add(UNREADABLE, name, name=shown(name), reason=reason_of(fault))
    listing.names.sort()
    _refuse_same(listing)


def _take(listing: _Listing, entry: os.DirEntry[str], name: str) -> bool:
    """Note an entry of a folder; whether it is a folder to look into."""
    path = listing.path(name)
    spelt = shown(path)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as fault:
        listing.add(_rule_of(fault), path, name=spelt, reason=reason_of(fault))
        return False
    if is_left_behind(entry.name):
        pass
    elif _is_link(status):
        listing.add(SYMBOLIC_LINK, path, name=spelt)
    elif stat.S_ISDIR(status.st_mode):
        return _take_folder(listing, entry.name, path)
    elif not listing.wants(entry.name, path):
        pass
    elif not stat.S_ISREG(status.st_mode):
        listing.add(NOT_A_FILE, path, name=spelt)
    elif listing.names_well(entry.name, path) or spelt == path:
        # A name that cannot stay hides no fault of what stands in the file.
        listing.names.append(name)
    return False


def _take_folder(listing: _Listing, name: str, path: str) -> bool:
    if _NEAR_ENDING.fullmatch(_split(name)[1]):
        listing.add(NOT_A_FILE, path, name=shown(path))
        return False
    if not listing.keeps(name, path) and not is_id(name):
        listing.misnamed(name, path, folder=True)
    return shown(name) == name


def _not_yaml(listing: _Listing, name: str, path: str) -> None:
    near = re.search(rf"{_NEAR_ENDING.pattern}$", name, re.IGNORECASE)
    spelt = shown(name)
    if near:
        better = f"{shown(name[: near.start()])}.yml"
        listing.add(WRONG_EXTENSION, path, name=spelt, better=better)
    else:
        listing.add(OTHER_FILE, path, name=spelt)


def _refuse_same(listing: _Listing) -> None:
    """Of files with one id, keep the first."""
    kept: list[str] = []
    for name in listing.names:
        key = unicodedata.normalize("NFC", listing.same(name)).casefold()
        other = listing.ids.setdefault(key, name)
        if other == name:
            kept.append(name)
        else:
            # Both names would be mended into one: that there are two is the fault.
            twins = {listing.path(name), listing.path(other)}
            listing.found = [
                each
                for each in listing.found
                if each.rule is not FILE_NAME or each.where.file not in twins
            ]
            listing.add(
                SAME_NAME, listing.path(name), name=listing.path(name), other=listing.path(other)
            )
    listing.names = kept


def _read(listing: _Listing, top: Path) -> None:
    """Read the files in order, up to the limit of all together."""
    total = 0
    for name in listing.names:
        raw = _read_file(listing, top / name, listing.path(name))
        if raw is None:
            continue
        total += len(raw)
        if total > listing.limit_of_all():
            limit = listing.limit_of_all() // 1_000_000
            listing.add(ALL_TOO_LARGE, listing.folder, folder=listing.folder, limit=limit)
            return
        listing.take(listing.path(name), raw)


def _read_file(listing: _Listing, file: Path, path: str) -> bytes | None:
    try:
        descriptor = os.open(file, _OPEN_FLAGS)
    except OSError as fault:
        rule = _rule_of(fault)
        listing.add(rule, path, name=path, reason=reason_of(fault))
        return None
    try:
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                listing.add(NOT_A_FILE, path, name=path)
                return None
            raw = stream.read(listing.limit(path) + 1)
    except OSError as fault:
        listing.add(UNREADABLE, path, name=path, reason=reason_of(fault))
        return None
    if len(raw) > listing.limit(path):
        listing.add(FILE_TOO_LARGE, path, name=path, limit=listing.limit(path) // 1000)
        return None
    return raw


def _is_link(status: os.stat_result) -> bool:
    """Whether this is a symbolic link, or a junction of Windows."""
    tag = getattr(status, "st_reparse_tag", 0)
    return stat.S_ISLNK(status.st_mode) or tag in _WINDOWS_LINKS


def _split(name: str) -> tuple[str, str]:
    """A name, or path, and its ending with the dot."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")


def _rule_of(fault: OSError) -> Rule:
    if fault.errno in (errno.ENOENT, errno.ENOTDIR):
        return VANISHED
    return SYMBOLIC_LINK if fault.errno == errno.ELOOP else UNREADABLE


def reason_of(fault: OSError) -> Message:
    """Return what the system says, in words of ours, as its own depend on its language."""
    if isinstance(fault, PermissionError):
        return Message("no permission")
    for known, says in _REASONS.items():
        if fault.errno == known:
            return Message(says)
    return Message("error of the disk or the network")


def _place(found: Diagnostic) -> str:
    return found.where.file
