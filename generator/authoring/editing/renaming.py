"""Gives a thing another id wherever it is named: in the YAML, the pages and the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, splitext

from generator.authoring.editing.mentions import edits_of_catalogue, edits_of_links
from generator.authoring.editing.named import IdOwner, check_new, find
from generator.authoring.editing.references import edits_of_references, renamed_inserts
from generator.authoring.editing.workspace import Workspace, new_findings
from generator.base.diagnostics import N_, Diagnostic, Edit, Message, Span
from generator.checking.folder import HandbookFolder
from generator.checking.pipeline import Checked
from generator.model.handbook import Handbook
from generator.publish.refusal import Refused
from generator.source.suppression import FIXED


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A renaming that is ready to be written.

    `places` counts the places that name the thing, `findings` are those that it would lead to
    (it is not to be written then), `left` remarks and sentences in which the old id still stands.
    """

    thing: IdOwner
    new: str
    workspace: Workspace
    places: int
    checked: Checked
    findings: tuple[Diagnostic, ...] = ()
    left: tuple[Span, ...] = field(default=())


def rename(root: Path, kind: str, old: str, new: str) -> Renaming:
    """Work out what becomes of all files when a thing of a kind gets another id.

    Raises:
        Refused: there is no such thing, the new id cannot be one or is taken, or the handbook
            has faults that may hide places.
    """
    workspace = Workspace(root)
    folder = workspace.read()
    handbook = _whole(folder.checked)
    thing = find(handbook, kind, old)
    if thing.scope and new.replace("/", ".").startswith(f"{'.'.join(thing.scope)}."):
        new = new[len(".".join(thing.scope)) + 1 :]
    check_new(handbook, thing, new)
    edits = {*edits_of_references(handbook, thing, new)}
    if not workspace.edit_checked(folder.checked, (*edits, *_own_edits(thing, new))):
        raise Refused(Message("{path} cannot be changed here.", {"path": thing.where.file}))
    places = len(edits) + _edit_content(folder, handbook, workspace, thing, new)
    if not thing.key:
        path = thing.where.file
        workspace.moves[path] = f"{dirname(path)}/{new}{splitext(path)[1]}"
        _refuse_taken(workspace, workspace.moves[path])
    after = workspace.check()
    names = {thing.id: new, thing.path: ".".join((*thing.scope, new)), **workspace.moves}
    return Renaming(
        thing=thing,
        new=new,
        workspace=workspace,
        places=places,
        checked=after,
        findings=new_findings(folder.checked.diagnostics, after.diagnostics, names),
        left=tuple(_left(after, thing)),
    )


def _whole(checked: Checked) -> Handbook:
    """The handbook, where all of it could be read: else places would be missed."""
    broken = [
        each.where.file
        for each in checked.diagnostics
        if each.rule.code.startswith(FIXED) and each.weight.value == "error"
    ]
    if checked.handbook is None or checked.incomplete or broken:
        text = N_(
            "{path} has faults that may hide places to change. Mend them first: see "
            "`handbook check`."
        )
        raise Refused(Message(text, {"path": (broken or ["processes/"])[0]}))
    return checked.handbook


def _own_edits(thing: IdOwner, new: str) -> Iterator[Edit]:
    """The new id itself, and the old one among the former ids."""
    if thing.key:
        yield Edit(thing.where / thing.key, new)
    formerly = thing.where / "formerly"
    if new in thing.formerly:
        yield Edit(formerly / thing.formerly.index(new), thing.id)
    elif thing.formerly:
        yield Edit(formerly / len(thing.formerly), thing.id)
    else:
        yield Edit(formerly, f"[{thing.id}]", after=thing.key or "title")


def _refuse_taken(workspace: Workspace, target: str) -> None:
    stem = splitext(target)[0]
    for ending in (".yml", ".yaml"):
        if workspace.gate.status(f"{stem}{ending}") is not None:
            raise Refused(Message("{path} is already there.", {"path": f"{stem}{ending}"}))


def _edit_content(
    folder: HandbookFolder, handbook: Handbook, workspace: Workspace, thing: IdOwner, new: str
) -> int:
    """Edit pages and catalogues; return at how many places."""
    count = 0
    for path in folder.content:
        if path.endswith(".md"):
            file = f"content/{path}"
            edits = list(
                edits_of_links(workspace.text(file), thing, new, handbook.settings.address)
            )
            workspace.edit(file, edits)
            count += len(edits)
    if thing.kind not in {"parameter", "step"}:
        return count
    changed, kept = _texts(handbook, thing, new)
    for language in folder.catalogues:
        file = f"content/locale/{language}.po"
        edits = list(
            edits_of_catalogue(
                workspace.text(file),
                changed,
                kept,
                lambda text: renamed_inserts(thing, new, text),
            )
        )
        workspace.edit(file, edits)
        count += len(edits)
    return count


def _texts(handbook: Handbook, thing: IdOwner, new: str) -> tuple[dict[str, str], set[str]]:
    """The texts that change, each with its new one, and all others."""
    changed: dict[str, str] = {}
    kept: set[str] = set()
    for text in handbook.texts:
        inside = thing.kind == "parameter" or text.where.file == thing.where.file
        now = renamed_inserts(thing, new, text.source) if inside else text.source
        if now == text.source:
            kept.add(text.source)
        else:
            changed[text.source] = now
    return changed, kept


def _left(after: Checked, thing: IdOwner) -> Iterator[Span]:
    """The remarks of YAML files that still have the old id: people read them."""
    word = re.compile(rf"(?<![\w-]){re.escape(thing.id)}(?![\w-])")
    for path, source in sorted(after.sources.items()):
        if source.places is None or thing.id not in source.text:
            continue
        marks = [found.start() for found in re.finditer("#", source.text)]
        for start in source.places.comments(marks):
            end = source.text.find("\n", start)
            remark = source.text[start : end if end >= 0 else len(source.text)]
            if word.search(remark):
                yield source.places.lines.span(path, start, start + len(remark.rstrip()))
