"""No public class name stands for two things."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def public_types(tree: ast.Module) -> Iterator[str]:
    """The classes of a module and its aliases of types, those with a leading underscore aside."""
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(name), annotation=ast.Name("TypeAlias")):
                yield name
            case ast.Assign(targets=[ast.Name(name)], value=ast.Subscript()) if is_type(name):
                yield name


def is_type(name: str) -> bool:
    return name[0].isupper() and not name.isupper()


def test_what_counts_as_the_name_of_a_type() -> None:
    source = (
        "class Plain: ...\nclass _Own: ...\nAlias: TypeAlias = 'int'\n"
        "Letter = Literal['R']\nMOST = LIMITS[0]\nfound = rows[0]\nT = TypeVar('T')\n"
    )
    assert [each for each in public_types(ast.parse(source)) if not each.startswith("_")] == [
        "Plain",
        "Alias",
        "Letter",
    ]


def test_no_public_class_name_has_two_meanings() -> None:
    places = defaultdict(list)
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for name in public_types(ast.parse(path.read_text(encoding="utf-8"))):
            if not name.startswith("_"):
                places[name].append(path.relative_to(ROOT).as_posix())
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
