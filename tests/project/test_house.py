"""The rules of the house that no linter knows: sizes, first sentences, what files may mention."""

from __future__ import annotations

import ast
import re
import subprocess
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
MOST_LINES = 400
MOST_ENTRIES = 21
MOST_LINES_OF_A_FUNCTION = 60


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """The files that git keeps; in an unpacked archive, all that could be kept."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this is no git checkout")
    paths = [ROOT / each for each in done.stdout.decode().split("\0") if each]
    return [path for path in paths if path.is_file()]


def test_the_wings_can_be_seen_at_a_glance() -> None:
    top = {path.relative_to(ROOT).parts[1] for path in tracked() if name(path)[:10] == "generator/"}
    assert len(top) <= MOST_ENTRIES, "which wing does the new one belong to?"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_and_functions_fit_on_few_screens(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES, "is there a seam to part it at?"
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    first = {}
    for path in MODULES:
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first[name(path)] = said.split("\n\n")[0].replace("\n", " ")
    assert [path for path, said in first.items() if not said.endswith(".")] == []
    twice = {said for said in first.values() if list(first.values()).count(said) > 1}
    assert twice == set()


def test_no_file_mentions_the_place_where_it_was_written() -> None:
    # Put together from parts, or this file would be found itself.
    words = ["/wor" + "k/", "/tm" + "p/h", r"\.\./sha" + "red", "/opt/py" + "pi", "clau" + "de"]
    hosts = ["pypi" + r"\.org", "pythonhos" + "ted", "registry" + r"\.npmjs", "deb" + r"\.debian"]
    forbidden = re.compile("|".join([*words, *hosts]), re.IGNORECASE)
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if forbidden.search(line):
                found.append(f"{name(path)}:{number}")
    assert found == []


def test_no_file_is_heavier_than_it_needs_to_be() -> None:
    # The font for measuring and drawing is the one large file.
    heavy = [name(path) for path in tracked() if path.stat().st_size > 1_048_576]
    assert [path for path in heavy if not path.startswith("generator/resources/fonts/")] == []


def test_every_public_data_class_that_travels_is_frozen() -> None:
    """Those that may change are the hands of one module at work: written down here, one by one."""
    changing = {
        f"{path.stem}.{node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for decorator in map(ast.unparse, node.decorator_list)
        if decorator.startswith("dataclass") and "frozen=True" not in decorator
    }
    assert {name for name in changing if "._" not in name} == {
        "binding.Binder",
        "collect.Desk",
        "flow_graph.FlowBuilder",
        "group_search.Search",
        "label_room.Sides",
        "links.PageLinks",
        "live.Live",
        "pen.Pen",
        "po_strings.PoEntry",
        "po_strings.PoString",
        "reading.Reading",
        "repair.Repaired",
        "scope_builder.ScopeBuilder",
        "server.State",
        "workspace.Workspace",
    }


def indexed_cells(source: str) -> list[int]:
    """The lines that take a cell of a row by its number."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "cells"
        and any(isinstance(each, ast.Constant) for each in ast.walk(node.slice))
    ]


def test_nobody_outside_blocks_reads_a_table_by_the_number_of_its_columns() -> None:
    assert indexed_cells("a = row.cells[3]\nb = row.cells[:4]\nc = row.cells[at]\n") == [1, 2]
    blocks = ROOT / "generator" / "document" / "blocks.py"
    found = {
        name(path): lines
        for path in MODULES
        if path != blocks and (lines := indexed_cells(path.read_text(encoding="utf-8")))
    }
    assert found == {}, "build it from the model"


def test_no_pattern_has_a_possessive_group() -> None:
    """Python 3.11.2, that of Debian 12, loses its place behind `(…)*+`."""
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\)[*+?]\+|\(\?>", line) and "re.compile" in line
    ]
    assert found == []


def test_no_mark_of_a_merge_stays() -> None:
    mark = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
    kept = [
        path for path in tracked() if path.suffix in {".md", ".py", ".po", ".yml", ".css", ".js"}
    ]
    assert len(kept) > 1_000
    assert not [name(path) for path in kept if mark.search(path.read_text(encoding="utf-8"))]


def test_the_runner_leaves_no_folder_of_tests_out(pytestconfig: pytest.Config) -> None:
    patterns = pytestconfig.getini("norecursedirs")
    folders = {part for path in tracked() if path.name[:5] == "test_" for part in path.parts}
    folders -= set(ROOT.parts)
    assert "build" in folders
    assert not [each for each in folders for one in patterns if fnmatch(each, one)]
