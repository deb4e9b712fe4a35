"""Wherever a text may stand in a handbook: a value in it is put in, or a finding says it is not."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bicycles import new_bicycles
from proving import PROVING

from generator.base.diagnostics import Severity
from generator.checking.folder import HandbookFolder, read_folder
from generator.document.site import site_pages
from generator.outputs.catalogue import all_files
from generator.outputs.figures import figures
from generator.outputs.material import contexts, material_of
from generator.renderers.html import Renderer
from generator.source.reading.yaml_reader import read_yaml
from generator.source.schemas import KINDS, bundle

Place = tuple[str, ...]
# What a handbook need not have; the rules look at these keys in other places too.
_RARE = {"help", "unit", "pattern", "note", "text", "from", "is", "due", "every", "end", "when"}
_RARE |= {"elsewhere", "options", "computed", "min", "max", "font", "base-document", "*"}
_RARE_PLACES = {
    ("handbook", "year-plan", "title"),
    ("parameters", "parameters", "authority", "title"),
    ("parameters", "parameters", "authority", "up-to"),
    ("process", "promises", "promise"),
    *(("sources", "laws", key) for key in ("article", "says", "title")),
}


def places(schema: dict[str, Any], path: Place) -> Iterator[Place]:
    """Yield where a schema lets words stand."""
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "string" in kinds and not schema.keys() & {"enum", "pattern"}:
        yield path
    for key, inner in schema.get("properties", {}).items():
        yield from places(inner, (*path, key)) if isinstance(inner, dict) else ()
    if "items" in schema:
        yield from places(schema["items"], path)
    if isinstance(schema.get("additionalProperties"), dict):
        yield from places(schema["additionalProperties"], (*path, "*"))


def words(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict | list):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from words(inner, (*path, key))


def kind_of(file: str) -> str:
    name = file.rsplit("/", 1)[1].removesuffix(".yml")
    return name if name in KINDS else "form" if "/forms/" in file else "process"


def marked(root: Path) -> dict[str, Place]:
    """Put a value of its own into one text of each place; return the values by place."""
    allowed = {each for kind in KINDS for each in places(bundle(kind), (kind,))}
    marks: dict[str, Place] = {}
    trees = {}
    for file in sorted(
        each.relative_to(root).as_posix() for each in root.glob("processes/**/*.yml")
    ):
        value = read_yaml(file, (root / file).read_bytes()).value
        assert value is not None
        trees[file] = tree = value.data
        for path, text in list(words(tree)):
            place = (kind_of(file), *(each for each in path if isinstance(each, str)))
            if place in allowed and place not in marks.values():
                mark = f"mark-{len(marks)}-end"
                marks[mark] = place
                holder: Any = tree
                for key in path[:-1]:
                    holder = holder[key]
                holder[path[-1]] = f"{text} ${{{mark}}}"
    values = trees["processes/parameters.yml"]["parameters"]  # type: ignore[index,call-overload]
    values += [{"parameter": mark, "title": mark, "is": "five"} for mark in marks]
    for file, tree in trees.items():
        (root / file).write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")
    unmarked = allowed - set(marks.values()) - _RARE_PLACES
    assert {each[-1] for each in unmarked if each[-2:] != ("confirmed", "by")} <= _RARE
    return marks


def told(folder: HandbookFolder, root: Path) -> set[str]:
    """The values of which an error says that they cannot stand where they do."""
    found = set()
    for each in folder.checked.diagnostics:
        span = folder.checked.span(each.where)
        if each.weight is Severity.ERROR and (root / span.file).is_file():
            line = (root / span.file).read_text(encoding="utf-8").split("\n")[span.line - 1]
            found |= set(re.findall(r"\$\{(mark-\d+-end)\}", line))
    return found


def readable(raw: bytes) -> str:
    if raw[:2] != b"PK":
        return re.sub(r"<[^>]*>", "", raw.decode("utf-8", "ignore"))
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return " ".join(readable(parts.read(name)) for name in parts.namelist())


def put_out(folder: HandbookFolder) -> Iterator[str]:
    """All that readers see; of files only the proofs make all."""
    material = material_of(folder, lambda _document: ())
    for ctx in contexts(folder, drafts=True):
        pages = site_pages(ctx, {}, {}, {})
        drawn = {key: each.body().decode() for key, each in figures(ctx, pages, lambda _: _href)}
        renderer = Renderer(ctx=ctx, figures=drawn)
        for page in pages:
            yield renderer.render(page).html
        for made in all_files(ctx, material) if PROVING else ():
            # Data for programs hold the text as it is written, and beside it what is put in.
            if not made.artifact.path.endswith(".json"):
                yield readable(made.artifact.body())


def _href(_target: object) -> str:
    return ""


def test_no_value_is_published_by_its_name(tmp_path: Path) -> None:
    root = new_bicycles(tmp_path / "bicycles")
    marks = marked(root)
    assert len(marks) > 100
    folder = read_folder(root)
    assert folder.checked.handbook is not None
    left = set(marks) - told(folder, root)
    assert len(left) > 40
    shown = set(re.findall(r"\$\{(mark-\d+-end)\}", " ".join(put_out(folder))))
    assert {marks[each] for each in shown & left} == set()
