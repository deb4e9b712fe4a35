"""What the code imports is declared, and what is declared is locked with hashes."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DECLARED = PROJECT["project"]["dependencies"]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", name)[0]).lower()


def imported() -> set[str]:
    """The packages of others that the product imports."""
    names = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"generator"}


def test_everything_imported_is_declared() -> None:
    distributions = packages_distributions()
    declared = {normal(each) for each in DECLARED}
    undeclared = {
        name
        for name in imported()
        if not declared & {normal(each) for each in distributions.get(name, [name])}
        # comes with jsonschema, as its registry of references
        and name != "referencing"
    }
    assert undeclared == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
@pytest.mark.promise("T27")
def test_what_is_declared_is_locked_with_hashes_and_without_hosts(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = {normal(each) for each in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}
    assert {normal(each) for each in DECLARED} <= locked, "make lock"
    if "dev" in lock:
        wanted = [each for each in PROJECT["dependency-groups"]["dev"] if isinstance(each, str)]
        assert {normal(each) for each in wanted} <= locked, "make lock"
    assert all("--hash=sha256:" in each for each in re.split(r"\n(?=\w)", text)[1:])
    assert "://" not in text
