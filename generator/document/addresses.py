"""Says where things stand in the published tree, and which addresses are safe to lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.document.blocks import Target
from generator.document.context import Context

SAFE_SCHEMES = ("http", "https", "mailto")

_SCHEME = re.compile(r"[^/?#]*?:")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")

# Kinds of targets with a page each.
_FOLDERS: Mapping[str, str] = {
    "about": "about",
    "chapter": "chapters",
    "form": "forms",
    "process": "processes",
    "role": "roles",
    "rule": "rules",
    "unit": "units",
}
# Kinds of targets that are places on a list.
_LISTS: Mapping[str, str] = {
    "authority": "authority",
    "basis": "sources",
    "item": "information",
    "law": "laws",
    "parameter": "parameters",
    "term": "glossary",
}


def published(target: Target) -> str:
    """Return the address of a target from the root of the tree: `forms/x.html#field-a`."""
    anchor = target.anchor
    if target.kind == "download":
        path = target.id
    elif target.kind in _LISTS:
        path = f"{_LISTS[target.kind]}.html"
        anchor = target.id.lower() if target.kind in {"basis", "law"} else target.id
    elif target.kind == "page":
        path = f"{target.id}.html"
    else:
        name = target.id.lower() if target.kind == "rule" else target.id
        path = f"{_FOLDERS[target.kind]}/{name}.html"
    return f"{path}#{anchor}" if anchor else path


# What can stand between quotes in a field of Word, in a cell of Excel, and in a calendar.
_PLAIN = re.compile(r"https?://[^\s\"'\\<>{}|^`]+")


def on_the_web(ctx: Context, target: Target) -> str:
    """Return the whole address of a target; empty where `handbook.yml` sets none that is plain."""
    address = ctx.handbook.settings.address
    if target.kind == "address":
        return target.id
    if not address or not _PLAIN.fullmatch(address):
        return ""
    folder = "" if ctx.words.original else f"{ctx.words.language}/"
    return f"{address.rstrip('/')}/{folder}{published(target)}"


def is_safe(address: str) -> bool:
    """Whether an address is a plain one on the web, a mail address, or a place in the tree.

    Browsers skip invisible characters in a scheme, so such an address counts as unsafe.
    """
    if _INVISIBLE.search(address) or "\\" in address or address.startswith("//"):
        return False
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[0][:-1].lower() in SAFE_SCHEMES
