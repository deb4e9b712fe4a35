"""The one gate through which the product writes and deletes: no link is followed on the way.

A gate stands at a folder that somebody named. Links above it are theirs to set; below it every
folder is opened one by one, each inside the one before, and none of them may be a link. Where the
system cannot open a file inside an opened folder (Windows), each folder is looked at instead.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from generator.base.diagnostics import N_, Message
from generator.base.printed import shown
from generator.publish.refusal import Refused, naming

NEW = ".handbook-new"
"""Ending of a file that is being written, until it takes its name; a killed write leaves it."""

_LINK_BELOW = N_("{path} is a link to another place, and none is followed here. Move it away.")
_NOT_A_FOLDER = N_("{path} is no folder, but one is needed here. Move it away.")
_NOT_A_FILE = N_("{path} is no file, but one is to be written here. Move it away.")
_TWO_NAMES = N_("{path} is the same file as one elsewhere (a hard link). Move it away.")

_WINDOWS_LINKS = (0xA000000C, 0xA0000003)  # IO_REPARSE_TAG_SYMLINK, ..._MOUNT_POINT
_DESCRIPTORS = {os.open, os.mkdir, os.rename, os.unlink, os.rmdir, os.stat, os.link} <= (
    os.supports_dir_fd
) and hasattr(os, "O_NOFOLLOW")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_FOLLOW
_RENAME_EXCHANGE = 2
_PLAIN = _NO_FOLLOW | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class Gate:
    """The files below a folder, each named by its path with `/`; `""` is the folder itself.

    `by_descriptor` says whether folders are opened one inside the other. The last `opened` parts
    of the folder's path are, too: what is a folder now may be a link at the next write.
    """

    root: Path
    by_descriptor: bool = _DESCRIPTORS
    opened: int = 0

    def below(self, path: str) -> Gate:
        """Return the gate at a folder in it, where no link leads to it.

        Raises:
            Refused: a link, or a file, is in the way.
        """
        with self._at(f"{path}/."):
            parts = len(PurePosixPath(path).parts)
            return Gate(self.path(path), self.by_descriptor, self.opened + parts)

    def path(self, path: str) -> Path:
        """Return the path of a file as the system names it."""
        return self.root.joinpath(*path.split("/")) if path else self.root

    def status(self, path: str) -> os.stat_result | None:
        """Return what the system knows of a path, not following a link; None where nothing is."""
        try:
            with self._at(path) as (folder, name):
                return _status(folder, name)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def look_at(self, path: str) -> None:
        """Refuse what others would write in place to, and is no plain file of one name."""
        with suppress(FileNotFoundError), self._at(path) as (folder, name):
            status = self._plain(path, folder, name)
            if status is not None and status.st_nlink > 1:
                raise _refused(_TWO_NAMES, self.path(path))

    def read(self, path: str) -> bytes | None:
        """Return the bytes of a file; None where there is none.

        Raises:
            Refused: a link is in the way.
        """
        try:
            with self._at(path) as (folder, name):
                return self._read(path, folder, name)
        except FileNotFoundError:
            return None

    def digest(self, path: str) -> tuple[int, str]:
        """Return the size and the SHA-256 of a file."""
        with self._at(path) as (folder, name):
            descriptor = self._open(path, folder, name, os.O_RDONLY)
        with os.fdopen(descriptor, "rb") as file:
            return os.fstat(descriptor).st_size, hashlib.file_digest(file, "sha256").hexdigest()

    def write(self, path: str, content: bytes) -> bool:
        """Write a file, whole or not at all, where it differs; tell whether anything changed."""
        with self._at(path, make=True) as (folder, name):
            status = self._plain(path, folder, name)
            same = status is not None and status.st_size == len(content)
            if same and self._read(path, folder, name) == content:
                return False
            fresh = self._free(path, folder, name)
            mode = stat.S_IMODE(status.st_mode) if status is not None else None
            _create(folder, fresh, content, self.path(path), mode)
            os.replace(fresh, name, src_dir_fd=folder, dst_dir_fd=folder)
        return True

    def create(self, path: str, content: bytes) -> None:
        """Write a file that is not there yet.

        Raises:
            FileExistsError: something is there.
        """
        with self._at(path, make=True) as (folder, name):
            _create(folder, name, content, self.path(path))

    @contextmanager
    def written(self, path: str) -> Iterator[BinaryIO]:
        """Give a stream for a file, which takes its name when all went well."""
        with self._at(path, make=True) as (folder, name):
            self._plain(path, folder, name)
            half = self._free(path, folder, name)
            fresh = path + half.removeprefix(name)
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
            descriptor = self._open(fresh, folder, half, flags)
        try:
            with naming(self.path(path)), os.fdopen(descriptor, "w+b") as file:
                yield file
            with self._at(path) as (folder, name), self._at(fresh) as (_, half):
                os.replace(half, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException:
            self.remove(fresh)
            raise

    def append(self, path: str, content: bytes) -> None:
        """Write at the end of a file, which is made where it is missing."""
        with self._at(path, make=True) as (folder, name):
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            descriptor = self._of_one_name(path, self._open(path, folder, name, flags))
        with naming(self.path(path)), os.fdopen(descriptor, "ab") as file:
            file.write(content)

    def open(self, path: str) -> int:
        """Return a descriptor of a file to read and write, which is made where it is missing."""
        with self._at(path, make=True) as (folder, name):
            descriptor = self._open(path, folder, name, os.O_RDWR | os.O_CREAT)
            return self._of_one_name(path, descriptor)

    def make_folders(self, path: str) -> None:
        """Make a folder and those above it, where they are missing."""
        if path:
            with self._at(f"{path}/.", make=True):
                pass

    def make_folder(self, path: str) -> None:
        """Make a folder that is not there yet, and those above it."""
        with self._at(path, make=True) as (folder, name):
            os.mkdir(name, dir_fd=folder)

    def move(self, path: str, target: str) -> None:
        """Give a file or folder another name, at which nothing may be."""
        with self._at(path) as (folder, name), self._at(target, make=True) as (other, new):
            if self.status(target) is not None:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
            os.rename(name, new, src_dir_fd=folder, dst_dir_fd=other)

    def swap(self, path: str, other: str) -> bool:
        """Exchange two folders in one call, where the system has it; tell whether it did."""
        call = _renameat2()
        if call is None or not self.by_descriptor:
            return False
        with self._at(path) as (folder, name), self._at(other) as (beside, new):
            done = call(folder, os.fsencode(name), beside, os.fsencode(new), _RENAME_EXCHANGE)
        return bool(done == 0)  # else: renames one after the other give the reason

    def link(self, path: str, target: str) -> None:
        """Give a file a second name."""
        with self._at(path) as (folder, name), self._at(target, make=True) as (other, new):
            os.link(name, new, src_dir_fd=folder, dst_dir_fd=other, follow_symlinks=False)

    def set_times(self, path: str, status: os.stat_result) -> None:
        """Give a file the times of another one."""
        times = (status.st_atime_ns, status.st_mtime_ns)
        with self._at(path) as (folder, name):
            self._plain(path, folder, name)
            if self.by_descriptor:
                os.utime(name, ns=times, dir_fd=folder, follow_symlinks=False)
            else:
                os.utime(name, ns=times)

    def set_mode(self, path: str, mode: int) -> None:
        """Say who may read a file or folder, `""` the folder itself, where systems ask by file."""
        with self._at(path or ".") as (folder, name):
            os.fchmod(descriptor := os.open(name, os.O_RDONLY | _PLAIN, dir_fd=folder), mode)
            os.close(descriptor)

    def remove(self, path: str) -> None:
        """Delete a file, whose name alone goes where it is a link."""
        with self._at(path) as (folder, name):
            os.unlink(name, dir_fd=folder)

    def make_writable(self, path: str) -> None:
        """Let the owner of a folder delete what is in it, where the system asks for that."""
        if self.by_descriptor:
            with self._at(f"{path}/." if path else ".") as (folder, _):
                if folder is not None:
                    os.fchmod(folder, stat.S_IMODE(os.fstat(folder).st_mode) | stat.S_IRWXU)

    def remove_folder(self, path: str) -> bool:
        """Delete a folder where it is empty; tell whether it is gone."""
        try:
            with self._at(path) as (folder, name):
                os.rmdir(name, dir_fd=folder)
        except OSError as fault:
            return isinstance(fault, FileNotFoundError)
        return True

    def walk(self, path: str = "") -> Iterator[tuple[str, os.stat_result]]:
        """Yield all that is below a folder, relative to it and sorted.

        Folders come after what is in them. Links are yielded as what they are.
        """
        # No recursion: people can make folders deeper than Python can call.
        levels = [("", iter(self.entries(path)))]
        folders: list[tuple[str, os.stat_result]] = []
        while levels:
            inside, rest = levels[-1]
            entry = next(rest, None)
            if entry is None:
                levels.pop()
                if folders:
                    yield folders.pop()
                continue
            name, status = f"{inside}{entry[0]}", entry[1]
            if stat.S_ISDIR(status.st_mode) and not is_link(status):
                folders.append((name, status))
                below = f"{path}/{name}" if path else name
                levels.append((f"{name}/", iter(self.entries(below))))
            else:
                yield name, status

    def entries(self, path: str = "") -> list[tuple[str, os.stat_result]]:
        """Return what stands in a folder, sorted; nothing where there is none."""
        try:
            with (
                self._at(f"{path}/." if path else ".") as (folder, name),
                os.scandir(name if folder is None else folder) as entries,
            ):
                found = [(each.name, each.stat(follow_symlinks=False)) for each in entries]
        except FileNotFoundError:
            return []
        return sorted(found)

    @contextmanager
    def _at(self, path: str, *, make: bool = False) -> Iterator[tuple[int | None, str]]:
        """Give the folder in which a file stands, and its name there, or no folder and its path."""
        *parents, name = path.split("/")
        if ".." in parents or name == "..":
            raise ValueError(path)
        known = self.root.parts[len(self.root.parts) - self.opened :]
        place = self.root.parents[self.opened - 1] if self.opened else self.root
        folder = os.open(place, _FOLDER & ~_NO_FOLLOW) if self.by_descriptor else None
        try:
            for at, part in enumerate((*known, *parents)):
                place, making = place / part, make and at >= len(known)
                if folder is None:
                    self._look_at(place, make=making)
                    continue
                inside = self._opened(folder, place, make=making)
                os.close(folder)
                folder = inside
            yield (
                folder,
                name if folder is not None else str(place if name == "." else place / name),
            )
        finally:
            if folder is not None:
                os.close(folder)

    def _opened(self, folder: int, place: Path, *, make: bool) -> int:
        name = place.name
        try:
            return os.open(name, _FOLDER, dir_fd=folder)
        except FileNotFoundError:
            if not make:
                raise
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=folder)
            return os.open(name, _FOLDER, dir_fd=folder)
        except OSError as fault:
            if fault.errno in (errno.ELOOP, errno.EMLINK, errno.ENOTDIR):
                link = is_link(os.stat(name, dir_fd=folder, follow_symlinks=False))
                raise _refused(_LINK_BELOW if link else _NOT_A_FOLDER, place) from fault
            raise

    def _look_at(self, place: Path, *, make: bool) -> None:
        try:
            status = place.lstat()
        except FileNotFoundError:
            if not make:
                raise
            place.mkdir(exist_ok=True)
            status = place.lstat()
        if is_link(status):
            raise _refused(_LINK_BELOW, place)
        if not stat.S_ISDIR(status.st_mode):
            raise _refused(_NOT_A_FOLDER, place)

    def _open(self, path: str, folder: int | None, name: str, flags: int) -> int:
        """Open a file that is neither a link nor anything but a plain file."""
        self._plain(path, folder, name)
        descriptor = os.open(name, flags | _PLAIN, 0o666, dir_fd=folder)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise _refused(_NOT_A_FILE, self.path(path))
        return descriptor

    def _of_one_name(self, path: str, descriptor: int) -> int:
        """Refuse a file that is to be changed in place and has a name elsewhere too."""
        if os.fstat(descriptor).st_nlink > 1:
            os.close(descriptor)
            raise _refused(_TWO_NAMES, self.path(path))
        return descriptor

    def _plain(self, path: str, folder: int | None, name: str) -> os.stat_result | None:
        """Look at a file, which may be missing, but nothing else than a plain file."""
        status = _status(folder, name)
        if status is not None and is_link(status):
            raise _refused(_LINK_BELOW, self.path(path))
        if status is not None and not stat.S_ISREG(status.st_mode):
            raise _refused(_NOT_A_FILE, self.path(path))
        return status

    def _free(self, path: str, folder: int | None, name: str) -> str:
        """Return a name for a file that is being written; a file of such a name is somebody's."""
        endings = (f"{NEW}{number or ''}" for number in range(100))
        ending = next((e for e in endings if not self._plain(path + e, folder, name + e)), NEW)
        return name + ending

    def _read(self, path: str, folder: int | None, name: str) -> bytes:
        with os.fdopen(self._open(path, folder, name, os.O_RDONLY), "rb") as file:
            return file.read()


def not_a_folder(place: Path) -> Refused:
    """Return the refusal where a file stands in the place of a folder."""
    return _refused(_NOT_A_FOLDER, place)


def _refused(text: str, place: Path) -> Refused:
    return Refused(Message(text, {"path": shown(str(place))}))


def _renameat2() -> Callable[..., int] | None:
    """Return renameat2(2) of Linux, which Python does not have."""
    if not sys.platform.startswith("linux"):
        return None
    call: Callable[..., int] | None = getattr(ctypes.CDLL(None), "renameat2", None)
    return call


def _status(folder: int | None, name: str) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _create(
    folder: int | None, name: str, content: bytes, place: Path, mode: int | None = None
) -> None:
    """Write a new file; half of it does not stay. `place` is what a fault of the disk names."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    descriptor = os.open(name, flags | _PLAIN, 0o666, dir_fd=folder)
    try:
        with naming(place), os.fdopen(descriptor, "wb") as file:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), mode)  # who may read and run the file it replaces
            file.write(content)
    except OSError:
        with suppress(OSError):
            os.unlink(name, dir_fd=folder)
        raise


def is_link(status: os.stat_result) -> bool:
    """Whether this is a symbolic link, or a junction of Windows."""
    if sys.platform == "win32":
        return stat.S_ISLNK(status.st_mode) or status.st_reparse_tag in _WINDOWS_LINKS
    return stat.S_ISLNK(status.st_mode)
