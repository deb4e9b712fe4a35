"""Runs the command and writes down every path that it writes, renames or deletes, however it does.

Called as `traced.py LIST WORDS…`, or with `--script TEXT` in place of the words of a command. Calls
of the system that take an opened folder are resolved by what the system says that the folder is;
files that C code opens are heard from the interpreter.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TWO = ("link", "rename", "replace", "symlink")
_ONE = ("chmod", "mkdir", "remove", "rmdir", "truncate", "unlink", "utime")
touched: dict[str, None] = {}


def note(path: Any, folder: int | None = None) -> None:
    if isinstance(path, str | bytes | os.PathLike):
        beside = str(Path(f"/proc/self/fd/{folder}").readlink()) if folder is not None else "."
        touched[os.path.abspath(os.path.join(beside, os.fsdecode(path)))] = None  # noqa: PTH100, PTH118


def watch(name: str) -> None:
    real: Callable[..., Any] = getattr(os, name)

    def call(*args: Any, **named: Any) -> Any:
        if name == "open":
            if args[1] & _WRITES:
                note(args[0], named.get("dir_fd"))
        elif name in _TWO:
            note(args[0], named.get("src_dir_fd"))
            note(args[1], named.get("dst_dir_fd"))
        else:
            note(args[0], named.get("dir_fd"))
        return real(*args, **named)

    setattr(os, name, call)
    for known in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
        if real in known:
            known.add(call)


def heard(event: str, args: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        note(args[0])
    elif event == "sqlite3.connect" and args[0] not in {"", ":memory:"}:  # those are no files
        for ending in ("", "-journal", "-wal", "-shm"):
            note(os.fsdecode(args[0]) + ending)


if __name__ == "__main__":
    for each in ("open", *_ONE, *_TWO):
        watch(each)
    sys.addaudithook(heard)
    from generator.cli.main import main

    words = sys.argv[2:]
    try:
        if words[0] == "--script":
            exec(words[1], {"root": words[2]})  # noqa: S102
        else:
            main(words)
    finally:
        listed = "\n".join(touched)
        with open(sys.argv[1], "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(listed)
