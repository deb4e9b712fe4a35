"""ARCHITECTURE.md names every module of the house with the first sentence of its docstring."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|$", re.MULTILINE)


def modules() -> dict[str, str]:
    """Every direct child of the package, and every renderer, with its first sentence."""
    found: dict[str, str] = {}
    for folder, prefix in ((PACKAGE, ""), (PACKAGE / "renderers", "renderers/")):
        for path in sorted(folder.iterdir()):
            source = path / "__init__.py" if path.is_dir() else path
            if source.suffix != ".py" or not source.exists() or path.name.startswith("__"):
                continue
            text = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
            name = f"{prefix}{path.name}/" if path.is_dir() else f"{prefix}{path.name}"
            found[name] = text.split("\n\n")[0].replace("\n", " ")
    return found


def test_the_table_is_what_the_modules_say() -> None:
    table = dict(ROW.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))
    assert table == modules(), "write the sentences of the modules into ARCHITECTURE.md"
