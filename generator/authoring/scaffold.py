"""Starts a handbook, a process, a form or a role from the starter handbook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, TypeAlias

from generator.base.diagnostics import N_, Locator, Message, Severity
from generator.checking.folder import check_folder
from generator.checking.pipeline import Checked
from generator.model.handbook import Handbook
from generator.publish.named_folder import gate_at
from generator.publish.refusal import Refused
from generator.source.reading.file_rules import RESERVED_NAME
from generator.source.reading.names import MAX_NAME, is_id, is_reserved

What: TypeAlias = Literal["handbook", "process", "form", "role"]

_ORGANIZATION = "processes/organization.yml"
_NEEDED = {
    f"{stem}.{ending}"
    for stem in ("processes/handbook", _ORGANIZATION[:-4])
    for ending in ("yml", "yaml")
}


def scaffold(root: Path, what: What, name: str, language: str, *, today: date) -> list[str]:
    """Write something new that checks clean, and return the paths written, relative to `root`.

    `name` is an id; for a process or form CHAPTER/ID, for a handbook the folder to make (or
    `.`). A handbook speaks `language`; what is added to one speaks the handbook's own. Drafts
    are dated `today`. Nothing is ever overwritten; raises `Refused` with what is in the way.
    """
    if what == "handbook":
        return _start_handbook(root, name, language)
    checked = _existing(root)
    if what == "role":
        return _add_role(root, checked, _valid(name))
    return _add_document(root, checked, what, name, today)


def _start_handbook(root: Path, name: str, language: str) -> list[str]:
    folder = "" if name == "." else f"{_valid(name)}/"
    starter = files("generator").joinpath("resources", "starter", language)
    found = {f"{folder}{path}": file for path, file in _files(starter)}
    for path in found:
        _refuse_existing(root, path)
    for path, file in found.items():
        _write(root, path, file.read_bytes())
    return [*found, *_ignored_by_git(root, f"{folder}.gitignore")]


def _ignored_by_git(root: Path, path: str) -> Iterator[str]:
    """Have git ignore what builds make; a list that is there is only added to."""
    wanted = files("generator").joinpath("resources", "starter", "gitignore").read_bytes()
    gate = gate_at(root.resolve())
    there = gate.read(path) or b""
    missing = [line for line in wanted.splitlines() if line not in there.splitlines()]
    if missing:
        start = b"\n" if there and not there.endswith(b"\n") else b""
        gate.write(path, there + start + b"\n".join([*missing, b""]))
        yield path


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            yield from _files(each, f"{path}{each.name}/")
        else:
            yield f"{path}{each.name}", each


def _existing(root: Path) -> Checked:
    checked = check_folder(root)
    errors = (each for each in checked.diagnostics if each.weight is Severity.ERROR)
    broken = any(each.where.file in _NEEDED for each in errors)
    if broken or checked.handbook is None or not checked.handbook.organization.roles:
        text = N_(
            "handbook.yml and organization.yml must be there and without errors first: see "
            "`handbook check`. A new handbook begins with `handbook new handbook ID`."
        )
        raise Refused(Message(text))
    return checked


def _valid(name: str) -> str:
    if is_reserved(name):
        args = {"name": name, "better": f"{name}-1"}
        says = (Message(RESERVED_NAME.message, args), Message(RESERVED_NAME.hint, args))
        raise Refused(Message(N_("{what} {cure}"), {"what": says[0], "cure": says[1]}))
    if is_id(name):
        return name
    text = N_(
        "“{name}” cannot be an id: lower-case words joined by hyphens, at most {limit} "
        "characters, such as take-order."
    )
    raise Refused(Message(text, {"name": name, "limit": MAX_NAME}))


def _add_document(
    root: Path, checked: Checked, what: Literal["process", "form"], name: str, today: date
) -> list[str]:
    handbook = _book(checked)
    chapter, slash, own = name.partition("/")
    if not slash:
        raise Refused(Message("Name it CHAPTER/ID, such as {chapter}/{name}.", _example(checked)))
    _valid(own)
    if chapter not in handbook.chapters:
        known = ", ".join(handbook.chapters)
        text = N_("There is no chapter “{chapter}” in handbook.yml; there are: {known}.")
        raise Refused(Message(text, {"chapter": chapter, "known": known}))
    for document in handbook.processes if what == "process" else handbook.forms:
        if document == own:
            raise Refused(Message("The id “{name}” is taken.", {"name": own}))
    folder = f"processes/{chapter}/forms" if what == "form" else f"processes/{chapter}"
    for ending in ("yml", "yaml"):
        _refuse_existing(root, f"{folder}/{own}.{ending}")
    words = {
        "code": _next_code(handbook, what, chapter),
        "title": own.replace("-", " ").capitalize(),
        "role": _first_role(handbook),
        "date": today.isoformat(),
        "id": own,
    }
    path = f"{folder}/{own}.yml"
    _write(root, path, _filled(what, handbook.settings.languages, words).encode())
    return [path]


def _book(checked: Checked) -> Handbook:
    if checked.handbook is None:
        raise Refused(Message("There is no handbook here."))
    return checked.handbook


def _example(checked: Checked) -> dict[str, str | int | Message]:
    return {"chapter": next(iter(_book(checked).chapters), "sales"), "name": "take-order"}


def _next_code(handbook: Handbook, what: str, chapter: str) -> str:
    codes = handbook.settings.codes
    scheme = codes.form if what == "form" else codes.process
    own = scheme.replace("{chapter}", handbook.chapters[chapter].code)
    number = 1
    while own.replace("{number}", f"{number:02}") in handbook.codes:
        number += 1
    return own.replace("{number}", f"{number:02}")


def _first_role(handbook: Handbook) -> str:
    inside = (each for each in handbook.organization.roles if not each.external)
    single = [each.role for each in inside if not each.members]
    return single[0] if single else handbook.organization.roles[0].role


def _filled(what: str, languages: tuple[str, ...], words: dict[str, str]) -> str:
    folder = files("generator").joinpath("resources", "starter", "new")
    there = [each for each in languages if folder.joinpath(each).is_dir()]
    template = folder.joinpath(there[0] if there else "en", f"{what}.yml")
    text = template.read_text(encoding="utf-8")
    for gap, word in words.items():
        text = text.replace(f"«{gap}»", word)
    return text


def _add_role(root: Path, checked: Checked, name: str) -> list[str]:
    handbook = _book(checked)
    if name in handbook.roles:
        raise Refused(Message("The id “{name}” is taken.", {"name": name}))
    path = next((each for each in checked.sources if each.startswith(_ORGANIZATION[:-4])), "")
    source = checked.sources[path]
    last = Locator(path, ("roles", len(handbook.organization.roles) - 1))
    place = source.span(last)
    lines = (root / path).read_bytes().splitlines(keepends=True)
    before = lines[place.line - 1][: place.column - 1]
    if before.strip() != b"-":
        text = N_("The roles in {path} do not stand one below the other; add the new one by hand.")
        raise Refused(Message(text, {"path": path}))
    top = handbook.roles[_first_role(handbook)]
    entry = [f"role: {name}", f"title: {name.replace('-', ' ').capitalize()}"]
    entry += [f"unit: {top.unit}"] if top.unit else []
    entry.append(f"reports-to: {top.role}")
    end = _last_line(lines, place.line, place.end_line)
    ending = b"\r\n" if lines[0].endswith(b"\r\n") else b"\n"
    lines[end - 1] = lines[end - 1].rstrip(b"\r\n") + ending
    indents = [before, *[b" " * len(before)] * (len(entry) - 1)]
    new = [indent + line.encode() + ending for indent, line in zip(indents, entry, strict=True)]
    gate_at(root.resolve()).write(path, b"".join([*lines[:end], *new, *lines[end:]]))
    return [path]


def _last_line(lines: list[bytes], first: int, last: int) -> int:
    """Return the number of the last line with text; a block's span may end below it."""
    last = min(last, len(lines))
    while last > first and not lines[last - 1].strip():
        last -= 1
    return last


def _refuse_existing(root: Path, path: str) -> None:
    if gate_at(root.resolve()).status(path) is not None:
        raise Refused(Message("{path} is already there.", {"path": path}))


def _write(root: Path, path: str, content: bytes) -> None:
    gate_at(root.resolve()).create(path, content)
