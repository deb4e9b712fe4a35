"""Every module of layout, document and renderers has a test of its own that says what it is for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WINGS = ("layout", "document", "renderers")


def modules() -> list[Path]:
    return [
        path.relative_to(ROOT / "generator")
        for wing in WINGS
        for path in sorted((ROOT / "generator" / wing).rglob("*.py"))
        if does_something(ast.parse(path.read_text(encoding="utf-8")), path.name)
    ]


def does_something(tree: ast.Module, name: str) -> bool:
    """A module that only passes names on, or only says which fields there are, does nothing."""
    if any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)):
        return True
    return name != "__init__.py" and any(isinstance(node, ast.Assign) for node in tree.body)


def place_of_the_test(module: Path) -> Path:
    """The test of `renderers/svg/shapes.py` is `tests/unit/renderers/svg/test_shapes.py`."""
    name = module.parent.name if module.name == "__init__.py" else module.stem
    return ROOT / "tests" / "unit" / module.parent / f"test_{name}.py"


@pytest.mark.parametrize("module", modules(), ids=str)
def test_every_module_has_a_test_that_says_what_it_is_for(module: Path) -> None:
    path = place_of_the_test(module)
    assert path.is_file(), f"{path.relative_to(ROOT)} is missing"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = (ast.get_docstring(tree) or "").partition("\n\n")[0]
    assert said.endswith((".", "!", "?")), "its first sentence says what the module is for"
    assert any(
        isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tree.body
    )
