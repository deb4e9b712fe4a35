"""Decides whether a folder may become the site, and what in it is the product's to replace."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.base.diagnostics import N_, Message
from generator.base.printed import shown
from generator.publish.gate import Gate, is_link, not_a_folder
from generator.publish.kept import is_debris, is_kept
from generator.publish.manifest import SITE, Manifest, half_of, is_half_list, read_manifest
from generator.publish.mounts import mounts_below
from generator.publish.named_folder import (
    MARKER,
    OF_BUILDS,
    gate_at,
    refuse_place,
    resolved,
    same_as_any,
    source_folders,
)
from generator.publish.owned import BUILD, named, strange
from generator.publish.refusal import Refused

_LINK = N_("{folder} is a link to another place. Name the folder itself.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A handbook's claim to a published folder.

    `identity` tells one handbook from another: address, company and title. `keep` lists the files
    that are carried over from site to site, `put_aside` says whether others are moved away.
    """

    identity: Mapping[str, str]
    keep: Sequence[str] = ()
    put_aside: bool = False


def site_folder(root: Path, site: Path) -> Path:
    """Return the absolute path of a folder that a site may stand in; refuse any other.

    Raises:
        Refused: the folder holds sources, is a link, or is where builds work.
    """
    place, home = _absolute(site), resolved(root)
    kept = source_folders(home)
    name = {"folder": str(site)}
    if place.is_symlink() or (place.exists() and is_link(place.lstat())):
        raise Refused(Message(_LINK, name))
    if place == Path(place.anchor) or same_as_any(place, (home, *home.parents)):
        raise Refused(
            Message("{folder} holds the handbook. Name another folder for the site.", name)
        )
    if any(same_as_any(each, kept) for each in (place, *place.parents)):
        text = N_("{folder} holds the handbook's sources. Name another folder for the site.")
        raise Refused(Message(text, name))
    if same_as_any(place, [home / BUILD]):
        raise Refused(Message(OF_BUILDS, name))
    refuse_place(place, home, site)
    if place.exists() and not place.is_dir():
        raise Refused(Message("{folder} is a file. Name a folder for the site.", name))
    return place


def work_gate(root: Path) -> Gate:
    """Return the gate at a handbook's folder, where no folder of builds is a link.

    Raises:
        Refused: one is.
    """
    gate = gate_at(root.resolve())
    for path in (BUILD, f"{BUILD}/store", f"{BUILD}/staged"):
        status = gate.status(path)
        if status is not None and is_link(status):
            raise Refused(Message(_LINK, {"folder": str(gate.path(path))}))
        if status is not None and not stat.S_ISDIR(status.st_mode):
            raise not_a_folder(gate.path(path))
    return gate


def work_folder(root: Path) -> Path:
    """Return the folder for what lies between builds; refuse one that is a link."""
    return work_gate(root).path(BUILD)


def carried_over(root: Path, gate: Gate, site: str, claim: Claim) -> tuple[str, ...] | None:
    """Return what is carried over into the next site; None where the whole site is put aside.

    Raises:
        Refused: there is something that a build would lose.
    """
    if gate.status(site) is None:
        return ()
    tree = gate.below(site)
    for mount in mounts_below(tree.root):
        text = N_("{folder} is a disk of its own inside the site. Unmount it, then build again.")
        raise Refused(Message(text, {"folder": shown(str(mount))}))
    manifest = read_manifest(tree, MARKER, SITE)
    folder = {"folder": str(tree.root)}
    inside = tree.root.is_relative_to(root.resolve())
    if manifest is not None and not inside and not _same_handbook(manifest.identity, claim):
        if claim.put_aside:
            return None
        text = N_(
            "{folder} holds the site of another handbook, “{title}”. Name another folder, or "
            "build with --keep, which moves it aside."
        )
        title = shown(manifest.identity.get("title", "?"))
        raise Refused(Message(text, {**folder, "title": title}))
    known = manifest or Manifest(of=SITE)
    found = [
        path
        for path in known.strange(tree)
        if (path != MARKER or manifest is None)
        # of a build that was killed while it wrote the list
        and not (half_of(path) == MARKER and is_half_list(tree, path))
    ]
    kept = tuple(path for path in found if is_debris(path) or is_kept(path, claim.keep))
    others = _summed_up([path for path in found if path not in kept], known)
    if not others:
        return kept
    if claim.put_aside:
        return kept if manifest is not None else None
    if (root.resolve() / BUILD) in tree.root.parents:  # a preview: nobody publishes it
        raise strange(tree, others)
    raise Refused(_stopped(others, folder, listed=manifest is not None))


def _stopped(others: list[str], folder: Mapping[str, str], *, listed: bool) -> Message:
    if not listed and MARKER in others:
        text = N_(
            "{folder} has no list of its files that can be read: it was damaged, or an earlier "
            "version published the site. Build once with --keep, which moves it aside, and look "
            "there for files of your own."
        )
        return Message(text, folder)
    text = N_(
        "{folder} holds what a build did not make, or what was changed since ({count}): {names}. "
        "Move it away, list it under “site-keep:” in handbook.yml, or build with --keep, which "
        "moves it aside."
    )
    return Message(text, {**folder, "count": len(others), "names": named(others)})


def _summed_up(paths: list[str], manifest: Manifest) -> list[str]:
    """Name a folder that holds nothing of the product's instead of all that is in it."""
    found: dict[str, None] = {}
    for path in paths:
        parts = path.split("/")
        tops = ("/".join(parts[: at + 1]) for at in range(len(parts) - 1))
        top = next((each for each in tops if each not in manifest.folders), None)
        found[path if top is None else f"{top}/"] = None
    return list(found)


def _same_handbook(identity: Mapping[str, str], claim: Claim) -> bool:
    """Whether a site is this handbook's: the same address, or the same company and title."""
    address = identity.get("address")
    if address and address == claim.identity.get("address"):
        return True
    return all(identity.get(key) == claim.identity.get(key) for key in ("company", "title"))


def _absolute(path: Path) -> Path:
    """The path without links and dots, except that a link at its end stays a link."""
    if path.name in {"", ".", ".."}:
        return resolved(path)
    return resolved(path.parent) / path.name
