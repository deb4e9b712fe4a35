"""Chooses the tests that have to notice a fault: those that run its lines, quickest first."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mutation.coverage_map import CoverageMap
from mutation.files import ROOT
from mutation.mutants import Mutant

SECONDS = 25.0  # of tests for one fault; what would come later is not tried


def tests_for(mutant: Mutant, seen: CoverageMap) -> list[str]:
    """Return the covering tests, quickest first, as many as fit into the time."""
    direct = _direct(mutant, seen)
    readers = seen.readers(mutant.path) - direct
    chosen: list[str] = []
    paid: set[str] = set()
    spent = 0.0
    for names in (direct, readers):
        for name in sorted(names, key=lambda each: (seen.tests[each].alone, each)):
            test = seen.tests[name]
            spent += test.seconds
            spent += sum(cost for shared, cost in test.shared.items() if shared not in paid)
            paid |= test.shared.keys()
            if spent > SECONDS and chosen:
                return chosen
            chosen.append(name)
    return chosen


def _direct(mutant: Mutant, seen: CoverageMap) -> set[str]:
    path = mutant.path
    if _is_in_a_function(mutant):
        return seen.of_lines(path, range(mutant.line, mutant.last_line + 1))
    # What runs at import is noticed by those who use the name that it is given; a default or a
    # decorator also by those who run the function.
    found = seen.of_lines(path, _body_below(mutant))
    for user, lines in _users(path, _name_at(path, mutant.line)).items():
        found |= seen.of_lines(user, lines)
    return found or seen.of_files([path]) or seen.of_files(_importers(path))


def _users(path: str, name: str) -> dict[str, set[int]]:
    """Return the lines in functions that use a name, also by way of other names at the top."""
    found: dict[str, set[int]] = {}
    waiting, known = [(path, name)], set[tuple[str, str]]()
    while waiting:
        place = waiting.pop()
        if place in known or not place[1]:
            continue
        known.add(place)
        for user, lines in _lines_with(place[1]).items():
            if place[1].startswith("_") and user != place[0]:
                continue  # another name that is spelt the same
            inside = lines & _lines_of_functions(user)
            found.setdefault(user, set()).update(inside)
            waiting += [(user, _name_at(user, line)) for line in lines - inside]
    return found


def _body_below(mutant: Mutant) -> set[int]:
    """Return the lines of the function in whose head, or before which, a fault stands."""
    for node in ast.walk(_tree(mutant.path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
            if first <= mutant.line < node.body[0].lineno:
                return set(range(node.body[0].lineno, (node.end_lineno or 0) + 1))
    return set()


@cache
def _lines_of_functions(path: str) -> frozenset[int]:
    functions = [each for each in ast.walk(_tree(path)) if isinstance(each, ast.FunctionDef)]
    bodies = (range(each.body[0].lineno, (each.end_lineno or 0) + 1) for each in functions)
    return frozenset(number for body in bodies for number in body)


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_bytes())


def _is_in_a_function(mutant: Mutant) -> bool:
    """Say whether the fault is in the body of a function, not in its defaults or decorators."""
    for node in ast.walk(_tree(mutant.path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, last = node.body[0], node.body[-1]
            if first.lineno <= mutant.line and mutant.last_line <= (last.end_lineno or 0):
                return True
    return False


@cache
def _name_at(path: str, line: int) -> str:
    """Return the name that is given by the statement around a line: of a constant, a function."""
    best = ""
    for node in _statements(_tree(path)):
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        if not first <= line <= (node.end_lineno or 0):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            best = node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            best = node.targets[0].id
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            best = node.target.id
    return best


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _statements(child)


@cache
def _texts() -> dict[str, list[str]]:
    paths = sorted((ROOT / "generator").rglob("*.py"))
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in paths
    }


@cache
def _lines_with(name: str) -> dict[str, set[int]]:
    word = re.compile(rf"\b{re.escape(name)}\b")
    found = {
        path: {number for number, line in enumerate(lines, start=1) if word.search(line)}
        for path, lines in _texts().items()
    }
    return {path: lines for path, lines in found.items() if lines}


@cache
def _importers(path: str) -> tuple[str, ...]:
    module = Path(path).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    parent, _, own = module.rpartition(".")
    whole = re.compile(rf"\bfrom {re.escape(module)} import|\bimport {re.escape(module)}\b")
    part = re.compile(rf"\bfrom {re.escape(parent)} import [^\n]*\b{re.escape(own)}\b")
    return tuple(
        other
        for other, lines in _texts().items()
        if any(whole.search(line) or part.search(line) for line in lines)
    )
