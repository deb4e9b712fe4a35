"""Which modules are hardly run by the test that bears their name: it tests something else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from coverage.numbits import numbits_to_nums

from mutation.coverage_map import CoverageMap
from mutation.files import ROOT

WINGS = ("layout", "document", "renderers")
LEAST = 0.6  # of the lines in the functions of a module


def hardly_run(seen: CoverageMap) -> Iterator[tuple[str, float]]:
    """Yield the modules of which their own test runs too little, and how much that is."""
    for wing in WINGS:
        for path in sorted((ROOT / "generator" / wing).rglob("*.py")):
            share = _share(path.relative_to(ROOT), seen)
            if share is not None and share < LEAST:
                yield path.relative_to(ROOT).as_posix(), share


def _share(module: Path, seen: CoverageMap) -> float | None:
    lines = _lines_of_functions(ast.parse((ROOT / module).read_bytes()))
    name = module.parent.name if module.name == "__init__.py" else module.stem
    own = Path("tests/unit", *module.parts[1:-1], f"test_{name}.py").as_posix()
    tests = [test for each, test in seen.tests.items() if each.partition("::")[0] == own]
    if not lines or not tests:  # tests/project says which modules need one
        return None
    bits = [test.lines[module.as_posix()] for test in tests if module.as_posix() in test.lines]
    run = {number for each in bits for number in numbits_to_nums(each)}
    return len(lines & run) / len(lines)


def _lines_of_functions(tree: ast.Module) -> set[int]:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    bodies = [each for function in functions for each in function.body]
    return {
        node.lineno
        for each in bodies
        for node in ast.walk(each)
        if isinstance(node, ast.stmt)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    }
