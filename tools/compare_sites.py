"""Compares what two builds of one handbook say: every text a reader can see, not the bytes.

    .venv/bin/python tools/compare_sites.py BEFORE AFTER [--most 200] [--fold]

For each file, also those inside archives, the texts in their order: paragraphs and labels of
pages, of drawings and Word documents, cells of workbooks, names in BPMN, lines of calendars,
values of JSON. A text that one side lacks is shown once, with how many files lack it and one of
them. What has no text (pictures, fonts, style sheets, scripts) is compared by its bytes.
`--fold` takes full-width and half-width characters as the same, and passes over sizes of files.
Returns 1 when something differs.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from lxml import etree, html

SPOKEN = ("alt", "aria-label", "title", "placeholder", "content")
"""Attributes of HTML whose value is shown or read aloud."""
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "span", "strong", "sub", "sup"}
SILENT = {"script", "style", "path"}
ARCHIVES = {".zip", ".docx", ".xlsx"}
PARTS = {".docx": "word/", ".xlsx": "xl/"}
"""Where the parts with texts stand in a package of Office; the rest describes the package."""
SIZE = re.compile(r"\d+(\.\d+)? [KM]B")
UNITS = {"p", "si", "is", "dc:title"}
"""Elements of Office's XML whose texts belong together: a paragraph, a shared cell text."""


def main() -> int:
    """Compare two folders."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--most", type=int, default=200, help="texts to show of each kind of file")
    parser.add_argument("--fold", action="store_true", help="pass over widths and sizes of files")
    asked = parser.parse_args()
    before, after = (_texts(folder, fold=asked.fold) for folder in (asked.before, asked.after))
    lost, gained = before.keys() - after.keys(), after.keys() - before.keys()
    both = before.keys() & after.keys()
    sys.stdout.write(f"files: {len(both)} on both sides, {len(lost)} lost, {len(gained)} new\n")
    for sign, paths in (("-", lost), ("+", gained)):
        sys.stdout.writelines(f"{sign} {path}\n" for path in sorted(paths))
    differing = [path for path in sorted(both) if before[path] != after[path]]
    sys.stdout.write(f"texts: {len(differing)} files differ\n")
    _show(differing, before, after, asked.most)
    return 1 if lost or gained or differing else 0


def _texts(folder: Path, *, fold: bool) -> dict[str, Counter[str]]:
    """Return the texts of each file by its path, those in archives by `archive!/path`."""
    texts: dict[str, Counter[str]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            for inner, raw in _unpacked(name, path.read_bytes()):
                texts.setdefault(inner, Counter()).update(
                    _folded(text) if fold else text for text in _said(inner, raw)
                )
    return texts


def _folded(text: str) -> str:
    return SIZE.sub("… KB", unicodedata.normalize("NFKC", text))


def _unpacked(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file; of an archive its members, of an Office document its parts as one file."""
    kind = PurePosixPath(name).suffix
    if kind not in ARCHIVES:
        yield name, raw
        return
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for member in archive.namelist():
            if kind == ".zip":
                yield from _unpacked(f"{name}!/{member}", archive.read(member))
            elif member.startswith(PARTS[kind]) and member.endswith(".xml"):
                yield name, archive.read(member)


def _said(name: str, raw: bytes) -> Iterator[str]:
    match PurePosixPath(name).suffix:
        case ".html":
            yield from _of_html(html.document_fromstring(raw))
        case ".svg" | ".bpmn" | ".docx" | ".xlsx" | ".xml":
            yield from _of_xml(etree.fromstring(raw))
        case ".json" | ".webmanifest":
            yield from _of_json(json.loads(raw))
        case ".ics":
            yield from raw.decode().replace("\r\n ", "").splitlines()
        case ".md" | ".txt" | ".yml":
            yield from raw.decode().splitlines()
        case _:
            yield f"(bytes {sha256(raw).hexdigest()[:12]})"


def _of_html(page: html.HtmlElement) -> Iterator[str]:
    """Yield the text of each block of a page, with what its attributes say."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        yield from (f"[{key}] {element.get(key)}" for key in SPOKEN if element.get(key))
        if element.tag not in INLINE and (text := _joined(_run(element))):
            yield text


def _run(element: html.HtmlElement) -> Iterator[str]:
    """Yield the text of an element down to its blocks, and that between them."""
    yield element.text or ""
    for child in element:
        if child.tag in INLINE:
            yield from _run(child)
        else:
            yield "\0"  # a block of its own parts the text before it from the text behind it
        yield child.tail or ""


def _of_xml(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in UNITS:
            written = (part for part in element.iter() if etree.QName(part).localname == "t")
            text = _joined(part.text or "" for part in written)
        elif name in {"text", "title", "desc", "documentation"}:
            text = _joined(element.itertext())
        else:
            text = element.get("name", "") if element.tag.find("BPMN") > 0 else ""
        if name in {"v", "f"}:
            text = element.text or ""
        if text:
            yield text


def _of_json(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _of_json(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, key)
    else:
        yield f"{key}: {value}"


def _joined(parts: Iterator[str]) -> str:
    return " | ".join(
        filter(None, (" ".join(piece.split()) for piece in "".join(parts).split("\0")))
    )


def _show(
    paths: list[str],
    before: Mapping[str, Counter[str]],
    after: Mapping[str, Counter[str]],
    most: int,
) -> None:
    """Show each text that one side lacks, the most frequent first."""
    where: dict[tuple[str, str, str], list[str]] = {}
    for path in paths:
        kind = PurePosixPath(path).suffix
        for sign, left in (
            ("-", before[path] - after[path]),
            ("+", after[path] - before[path]),
        ):
            for text in left:
                where.setdefault((kind, sign, text), []).append(path)
    shown: Counter[str] = Counter()
    for (kind, sign, text), files in sorted(where.items(), key=lambda item: -len(item[1])):
        shown[kind] += 1
        if shown[kind] <= most:
            sys.stdout.write(f"{kind} {sign} {len(files)} × {text[:200]}  ({files[0]})\n")
    for kind, count in shown.items():
        sys.stdout.write(f"{kind}: {count} texts, {max(0, count - most)} not shown\n")


if __name__ == "__main__":
    sys.exit(main())
