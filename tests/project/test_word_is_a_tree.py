"""Word's XML is a tree: its elements are named in one package, and nowhere is it text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.renderers.word.ooxml.order import ORDER

ROOT = Path(__file__).parents[2]
WORD = ROOT / "generator" / "renderers" / "word"
OOXML = WORD / "ooxml"
# `<w:p>`, `</w:p>`, `<Types`: what markup begins with.
MARKUP = re.compile(r"</?[A-Za-z]")
ELEMENT = re.compile(r"^</?(?:w|w14|w15|wp|a|pic|asvg):|^(?:w|w14|w15|wp|a|pic|asvg):[A-Za-z]")
# What could read or change XML as text, or as somebody else's tree.
READERS = {"lxml", "xml", "docx", "html"}


def python(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.py"))


def constants(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the strings of a module with their lines, also those in f-strings; no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in said:
            yield each.lineno, each.value


def places(pattern: re.Pattern[str], paths: Iterator[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in paths
        for line, text in constants(path)
        if pattern.search(text)
    ]


def imported(path: Path) -> Iterator[str]:
    for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(each, ast.Import):
            yield from (name.name.partition(".")[0] for name in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield str(each.module).partition(".")[0]


def test_only_one_package_names_the_elements_of_word() -> None:
    elsewhere = (each for each in python(ROOT / "generator") if OOXML not in each.parents)
    assert places(ELEMENT, elsewhere) == []


def test_no_maker_of_word_files_writes_markup() -> None:
    assert places(MARKUP, python(WORD)) == []


def test_only_that_package_can_read_xml() -> None:
    for path in python(WORD):
        if path.parent != OOXML:
            assert not READERS & set(imported(path)), path


def test_texts_of_xml_are_searched_for_one_thing_only() -> None:
    """Characters that no XML can hold; a node is asked, never the text that it becomes."""
    assert [path.name for path in python(OOXML) if "re" in imported(path)] == ["xml.py"]
    names = ("replace", "find", "rfind", "index", "rindex", "count", "endswith")
    for path in python(OOXML):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for each in ast.walk(tree):
            called = isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute)
            if called and each.func.attr in names:
                # These belong to lxml's elements and to names of files.
                assert path.name in {"document.py", "zip.py"}, f"{path.name}:{each.lineno}"


@pytest.mark.parametrize("tag", sorted(ORDER))
def test_the_order_of_the_schema_is_kept_in_one_place(tag: str) -> None:
    """No module makes an element of properties by itself, in an order of its own."""
    for path in python(OOXML):
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
            if made and each.func.id == "Node" and isinstance(each.args[0], ast.Constant):
                assert each.args[0].value != tag, f"{path.name}:{each.lineno}"
