"""ARCHITECTURE.md says what is so: its modules, its ways, what a change touches, its words."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.outputs.catalogue import OUTPUTS
from generator.rules.catalogue import all_rules

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|$", re.MULTILINE)
NAME = re.compile(r"`([^`]+)`")
MOST_LINES = 150
MOST_OF_A_FIELD, MOST_OF_AN_OUTPUT = 5, 3


def part(title: str) -> str:
    """The text below a heading of the page."""
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of the tables below a heading, without the heads of the tables."""
    lines = [line for line in part(title).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    ruled = {number for number, row in enumerate(cells) if set("".join(row)) <= set("-:")}
    return [row for number, row in enumerate(cells) if not {number, number + 1} & ruled]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules() -> dict[str, str]:
    """Every direct child of the package, and every renderer, with its first sentence."""
    found: dict[str, str] = {}
    for folder, prefix in ((PACKAGE, ""), (PACKAGE / "renderers", "renderers/")):
        for path in sorted(folder.iterdir()):
            source = path / "__init__.py" if path.is_dir() else path
            if source.suffix != ".py" or not source.exists() or path.name.startswith("__"):
                continue
            text = ast.get_docstring(tree(source)) or ""
            name = f"{prefix}{path.name}/" if path.is_dir() else f"{prefix}{path.name}"
            found[name] = text.split("\n\n")[0].replace("\n", " ")
    return found


def test_the_table_is_what_the_modules_say() -> None:
    table = dict(ROW.findall(part("Where things live")))
    assert table == modules(), "write the sentences of the modules into ARCHITECTURE.md"


def test_the_page_stays_one_page() -> None:
    assert len(PAGE.splitlines()) <= MOST_LINES


def definitions(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name


@pytest.mark.parametrize("row", rows("Follow one due through the house"), ids=lambda row: row[-1])
def test_every_stop_of_a_due_is_there(row: list[str]) -> None:
    file, function = NAME.findall(row[-1])
    assert function in definitions(PACKAGE / file)


def touched(what: str) -> tuple[set[str], str]:
    """The files of a line of “What a change touches”, and its example."""
    line = next(row for row in rows("What a change touches") if row[0] == what)
    return set(NAME.findall(line[1])), line[2].strip("`")


def knowing(*names: str) -> set[str]:
    """The modules that take, define or import one of some names, and the schemas that hold it."""
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in names)
        or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in names)
        or (isinstance(node, ast.alias) and node.name in names)
    }
    schemas = (PACKAGE / "resources" / "schemas").glob("*.json")
    return found | {
        path.relative_to(PACKAGE).as_posix()
        for path in schemas
        if set(names) & set(keys(json.loads(path.read_text(encoding="utf-8"))))
    }


def keys(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
    for value in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(value, dict | list):
            yield from keys(value)


def texts(file: str) -> set[str]:
    """All that a module says: the literals that are sentences of the catalogue."""
    catalogue = (PACKAGE / "resources" / "locale" / "zh.po").read_text(encoding="utf-8")
    return {
        node.value
        for node in ast.walk(tree(PACKAGE / file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and f'msgid "{node.value}"' in catalogue
    }


CATALOGUE = "resources/locale/zh.po"


def test_a_new_field_of_a_step_touches_what_the_page_says() -> None:
    files, field = touched("a field of a step")
    assert files == knowing(field) | {CATALOGUE}
    assert field.capitalize() in texts("document/process_page.py")
    assert len(files) <= MOST_OF_A_FIELD


def test_a_new_output_touches_what_the_page_says() -> None:
    files, output = touched("an output")
    assert files == knowing(output) | {CATALOGUE}
    (entry,) = (file for file in files if file.startswith("outputs/entries/"))
    assert texts(entry)
    assert len(files) <= MOST_OF_AN_OUTPUT


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda output: output.id)
def test_every_output_is_known_to_its_entry_and_the_catalogue_alone(output: object) -> None:
    entries = PACKAGE / "outputs" / "entries"
    (name,) = {
        target.id
        for path in entries.glob("*.py")
        for node in tree(path).body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and f"id={output.id!r}" in ast.unparse(node.value)  # type: ignore[attr-defined]
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    importing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("generator.outputs.entries")
        and name in {alias.name for alias in node.names}
    }
    assert importing == {"outputs/catalogue.py"}


def test_a_new_rule_touches_what_the_page_says() -> None:
    files, rule = touched("a rule")
    assert files == knowing(rule) | {f"rules/{rule}.py", CATALOGUE}
    assert texts(f"rules/{rule}.py")


def test_every_family_of_codes_is_said_where_the_page_says() -> None:
    told = {row[0]: set(NAME.findall(row[2])) for row in rows("Codes and words") if len(row) == 3}
    said: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "code":
                code = getattr(node.value, "value", None)
                if isinstance(code, str) and code in all_rules():
                    wing = path.relative_to(PACKAGE).parts[0]
                    said.setdefault(code[:3], set()).add(f"{wing}/")
    assert told == said


def test_every_word_of_the_dictionary_is_a_class_of_the_house() -> None:
    words = [row[0].strip("`") for row in rows("Codes and words") if len(row) == 2]
    assert words
    classes = {
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in tree(path).body
        if isinstance(node, ast.ClassDef)
    }
    assert [word for word in words if word not in classes] == []
