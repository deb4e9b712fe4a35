"""Opens a .docx that nobody vouches for: within limits, in memory, never onto the disk.

Nothing in it is run, followed or fetched.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from lxml import etree

from generator.base.diagnostics import Diagnostic, Message, Span
from generator.collect.zipped import SHORT, Refusal, unzipped
from generator.rules.declared.collect import ACTIVE, LOCKED, NOT_WORD, UNSAFE

LARGEST_FILE: Final = 20_000_000
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ACTIVE_NAME = re.compile(r"vba(project|data)|/activex/|/attachedtoolbars|/customui", re.IGNORECASE)
# What lies in the form as a file of its own: it is named, and never unpacked or opened.
_EMBEDDED_NAME = re.compile(r"/embeddings/|/afchunk", re.IGNORECASE)
_ACTIVE_TYPE = re.compile(rb"macroEnabled|vbaProject|activeX", re.IGNORECASE)
_ACTIVE_LINK = re.compile(r"/(vbaProject|control|subDocument)$")
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_BODY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # zipfile: a compression or an encryption that it does not know
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)
# The names of the strict form of the standard, which Word writes on demand.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_FRAMES = {"header": "header", "footer": "footer"}
_NOTES = {"comments": "comment", "footnotes": "footnote", "endnotes": "endnote"}
_BESIDE = re.compile(rf"word/({'|'.join((*_FRAMES, *_NOTES))})\d*\.xml")
# What nobody here looks at: with it, a form takes twice as long to unpack.
_UNREAD = re.compile(
    r"word/(?:settings|webSettings|fontTable|numbering|theme/\w+|glossary/\w+)\.xml"
)
OFFICE_DOCUMENT = "/officeDocument"
_PARSER: Final = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    collect_ids=False,
    remove_comments=True,
    remove_pis=True,
)


class SidePart(NamedTuple):
    """A part that stands around the document; `shared` says that other forms may have the same."""

    kind: str
    root: Any
    shared: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a form that are read: the document, what stands around it, its properties.

    `frames` are the headers and footers, `notes` the comments,
    footnotes and endnotes, each with its kind; `styles` the list of
    styles, if any of them hides text or strikes it out. Headers and footers are those of many
    forms at once: they are looked at, never changed.
    `by_libre` says that LibreOffice saved the file, `modified` when the document was saved (UTC,
    ISO 8601; empty where it does not say so). `embedded` names the files that lie in it.
    """

    document: Any
    properties: Mapping[str, str]
    frames: tuple[SidePart, ...] = ()
    notes: tuple[SidePart, ...] = ()
    styles: Any = None
    by_libre: bool = False
    modified: str = ""
    embedded: tuple[str, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The texts of the headers."""
        return tuple("".join(each.root.itertext()) for each in self.frames if each.kind == "header")


def open_package(raw: bytes, name: str) -> Package | Diagnostic:
    """Return the parts of a Word file, or the one reason why it is refused."""
    try:
        return _open(raw)
    except Refusal as refusal:
        return Diagnostic(
            rule=refusal.rule,
            where=Span(name),
            args={"what": refusal.what},
            hint=Message(refusal.rule.hint),
        )
    except _BROKEN:
        return NOT_WORD.at(Span(name))


def _open(raw: bytes) -> Package:
    if raw.startswith(_OLE):
        raise Refusal(LOCKED)
    if len(raw) > LARGEST_FILE:
        raise Refusal(UNSAFE, Message("it is too large"))
    if not raw.startswith(b"PK"):
        raise Refusal(NOT_WORD)
    parts, names = unzipped(raw, _is_read, _checked)
    return package_of(parts, tuple(each for each in names if _EMBEDDED_NAME.search(f"/{each}")))


def package_of(parts: Mapping[str, bytes], embedded: tuple[str, ...] = ()) -> Package:
    """Return the package of parts that are known to be harmless, by their names.

    Raises:
        KeyError: there is nothing that says where the document is, or it has no body.
    """
    main = _main_part(parts)
    related = _related(parts, main)
    document = _parsed(parts[main])
    if document.find(_BODY) is None:
        raise KeyError(main)
    return Package(
        document=document,
        properties=_custom_properties(parts),
        frames=_roots(parts, _FRAMES, related),
        notes=_roots(parts, _NOTES, related),
        styles=_styles(parts),
        by_libre=b">LibreOffice" in parts.get("docProps/app.xml", b""),
        modified=_modified(parts.get("docProps/core.xml")),
        embedded=embedded,
    )


def _roots(
    parts: Mapping[str, bytes], kinds: Mapping[str, str], related: Mapping[str, str]
) -> tuple[SidePart, ...]:
    """Return the parts of some kinds, by what the document calls them or their name begins with."""
    found = []
    for name, content in parts.items():
        begins = _BESIDE.fullmatch(name)
        calls = {related.get(name, ""), begins[1] if begins else ""}
        for start, kind in kinds.items():
            if start in calls:
                found.append(SidePart(kind, _root_of(content), len(content) < SHORT))
    return tuple(found)


def _related(parts: Mapping[str, bytes], main: str) -> dict[str, str]:
    """Return what the document calls the parts that belong to it: name → last word of its type."""
    folder, _, name = main.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    return _called(folder, _relations(relations)) if relations else {}


@lru_cache(maxsize=256)
def _called(folder: str, relations: tuple[_Relation, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in relations:
        target = each.target
        path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
        found[posixpath.normpath(path)] = each.kind.rpartition("/")[2]
    return found


def _styles(parts: Mapping[str, bytes]) -> Any:
    """Return the list of styles, where some of them hide text or strike it out."""
    content = parts.get("word/styles.xml", b"")
    return _parsed(content) if b"vanish" in content or b"trike" in content else None


@lru_cache(maxsize=1024)
def _is_read(name: str) -> bool:
    """Tell by its name whether a part is read."""
    if _ACTIVE_NAME.search(f"/{name}"):
        raise Refusal(ACTIVE, Message("a macro or a control with a program"))
    if _EMBEDDED_NAME.search(f"/{name}") or _UNREAD.fullmatch(name):
        return False
    return name.casefold().endswith((".xml", ".rels"))


def _checked(name: str, content: bytes) -> bytes:
    """Return the content of a part that does no harm."""
    if name == "[Content_Types].xml" and _ACTIVE_TYPE.search(content):
        raise Refusal(ACTIVE, Message("a macro or a control with a program"))
    if name.casefold().endswith(".rels"):
        _check_links(_relations(content))
    return content


class _Relation(NamedTuple):
    """What one part has to do with another."""

    kind: str
    target: str
    mode: str


def _relations(content: bytes) -> tuple[_Relation, ...]:
    """Return the relations that a part lists; forms of one kind list the same, again and again."""
    return _known_relations(content) if len(content) < SHORT else _read_relations(content)


def _read_relations(content: bytes) -> tuple[_Relation, ...]:
    names = ("Type", "Target", "TargetMode")
    return tuple(
        _Relation(*(str(each.get(name, "")) for name in names)) for each in _parsed(content)
    )


_known_relations = lru_cache(maxsize=256)(_read_relations)


def _check_links(relations: Iterable[_Relation]) -> None:
    for each in relations:
        if _ACTIVE_LINK.search(each.kind):
            raise Refusal(ACTIVE, Message("a linked file, or a control with a program"))
        if each.mode.casefold() == "external" and not _harmless(each):
            raise Refusal(ACTIVE, Message("a link to something outside"))


def _harmless(relation: _Relation) -> bool:
    """Editors save the address of the form's page as a link; nothing follows it by itself."""
    kind = relation.kind
    if kind.endswith("/attachedTemplate"):
        return True  # Word names the template of whoever saved the file; nothing opens it
    shown = kind.endswith("/hyperlink")
    return shown and _WEB.match(relation.target) is not None


def _root_of(content: bytes) -> Any:
    """Return a part that is the same in many forms, and that nobody changes."""
    return _known_root(content) if len(content) < SHORT else _parsed(content)


@lru_cache(maxsize=256)
def _known_root(content: bytes) -> Any:
    return _parsed(content)


def _parsed(content: bytes) -> Any:
    if _STRICT in content:
        content = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Refusal(UNSAFE, Message("a part is not well-formed")) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(UNSAFE, Message("a part defines its own document type (DTD)"))
    return root


def _main_part(parts: Mapping[str, bytes]) -> str:
    for each in _relations(parts["_rels/.rels"]):
        if each.kind.endswith(OFFICE_DOCUMENT):
            name = each.target.lstrip("/")
            if name in parts:
                return name
    raise Refusal(NOT_WORD)


def _custom_properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    content = parts.get("docProps/custom.xml")
    if content is None:
        return {}
    return dict(_known_properties(content) if len(content) < SHORT else _read_properties(content))


def _read_properties(content: bytes) -> tuple[tuple[str, str], ...]:
    return tuple((str(each.get("name")), "".join(each.itertext())) for each in _parsed(content))


_known_properties = lru_cache(maxsize=256)(_read_properties)


def _modified(content: bytes | None) -> str:
    """Return when the document was saved, as its core properties say it."""
    if content is None:
        return ""
    for each in _root_of(content).iter("{http://purl.org/dc/terms/}modified"):
        try:
            moment = datetime.fromisoformat((each.text or "").strip())
            known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return known.astimezone(UTC).isoformat(timespec="microseconds")
        except (ValueError, OverflowError):
            return ""
    return ""
