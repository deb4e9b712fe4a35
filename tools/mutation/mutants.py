"""Finds every place of a file where an operator can put a fault, and puts one there.

What is left alone, and why:

- docstrings, annotations, `if TYPE_CHECKING:`, `__all__`, `__slots__`, `cast("…", x)`, type
  variables: the program does not run them;
- `@cache`, `@lru_cache(…)`, `@overload`, `@override`, `@final`, `slots=`: they change how fast the
  program is or what the type checker says, never what comes out;
- `kw_only=`, `repr=`: how code is written and debugged, which the type checker sees;
- `assert`: it tells the type checker what is known already;
- the order of `x in (a, b)`, `frozenset((a, b))`, `isinstance(x, (a, b))`, `except (a, b)`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, islice

from mutation.files import ROOT
from mutation.operators import (
    EXPRESSIONS,
    NO_BEHAVIOUR,
    STATEMENTS,
    SWAPPED,
    Fault,
    tests_turned_round,
)

_SPEED_OR_TYPES = {"cache", "lru_cache", "overload", "override", "final", "runtime_checkable"}
_TYPES_ONLY = {"TypeVar", "NewType", "ParamSpec", "TypeAlias"}
_NAMES_ONLY = {"__all__", "__slots__"}
_UNORDERED = {"set", "frozenset", "isinstance", "issubclass", "startswith", "endswith"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault in one place; `start` and `end` are bytes of the file."""

    path: str
    line: int
    last_line: int
    inside: str
    operator: str
    before: str
    after: str
    start: int
    end: int
    twin: int = 0  # which of several alike in one function

    @property
    def key(self) -> str:
        """A name that stays while the function stays: without numbers of lines."""
        parts = (self.path, self.inside, self.operator, self.before, self.after, str(self.twin))
        return sha256("\0".join(parts).encode()).hexdigest()[:12]

    @property
    def fault(self) -> str:
        """What was changed, on one line."""
        before, after = (_short(text) for text in (self.before, self.after))
        return f"{self.operator}: {before} → {after}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.fault}"

    def put_into(self, source: bytes) -> bytes:
        """Return the file with the fault in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def mutants_of(path: str) -> list[Mutant]:
    """Return all mutants of a file, in the order of the file."""
    source = (ROOT / path).read_bytes()
    tree = ast.parse(source)
    found = _Finder(path, source).walk(tree)
    seen: Counter[tuple[str, ...]] = Counter()
    numbered = []
    for mutant in found:
        alike = (mutant.inside, mutant.operator, mutant.before, mutant.after)
        numbered.append(replace(mutant, twin=seen[alike]))
        seen[alike] += 1
    return numbered


def sample(mutants: list[Mutant], seed: int, count: int) -> list[Mutant]:
    """Choose by the hash of seed and name: a change of one file leaves the choice in the others."""
    ranked = sorted(mutants, key=lambda each: sha256(f"{seed} {each.key}".encode()).digest())
    return list(islice(filter(_can_be_read, ranked), count))


def _can_be_read(mutant: Mutant) -> bool:
    try:
        ast.parse(mutant.put_into((ROOT / mutant.path).read_bytes()))
    except (SyntaxError, ValueError):
        return False
    return True


class _Finder:
    """Walks through the tree of one file."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.unordered: set[int] = set()
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def walk(self, node: ast.AST, inside: str = "") -> Iterator[Mutant]:
        """Yield the mutants of a node and of all below it."""
        if _left_alone(node):
            return
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inside = f"{inside}.{node.name}".lstrip(".")
            yield from self._decorators(node, inside)
        self.unordered |= set(map(id, _unordered(node)))
        yield from self._own(node, inside)
        for child in _children(node):
            yield from self.walk(child, inside)

    def _own(self, node: ast.AST, inside: str) -> Iterator[Mutant]:
        if isinstance(node, ast.expr):
            for fault in chain.from_iterable(operator(node) for operator in EXPRESSIONS):
                if fault[0] != SWAPPED or id(node) not in self.unordered:
                    yield self._mutant(node, fault, inside, brackets=True)
        elif isinstance(node, ast.stmt):
            for fault in chain.from_iterable(operator(node) for operator in STATEMENTS):
                yield self._mutant(node, fault, inside)
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            for fault in tests_turned_round(node.test):
                yield self._mutant(node.test, fault, inside, brackets=True)

    def _decorators(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, inside: str
    ) -> Iterator[Mutant]:
        for decorator in node.decorator_list:
            if not _left_alone(decorator):
                fault = ("decorator removed", ast.Constant(None))
                mutant = self._mutant(decorator, fault, inside)
                at = self.source.rindex(b"@", 0, mutant.start)
                yield replace(mutant, start=at, before=f"@{mutant.before}", after="")

    def _mutant(
        self, node: ast.expr | ast.stmt, fault: Fault, inside: str, *, brackets: bool = False
    ) -> Mutant:
        start = self.starts[node.lineno - 1] + node.col_offset
        last_line = node.end_lineno or node.lineno
        end = self.starts[last_line - 1] + (node.end_col_offset or 0)
        operator, new = fault
        after = ast.unparse(ast.fix_missing_locations(new))
        return Mutant(
            path=self.path,
            line=node.lineno,
            last_line=last_line,
            inside=inside,
            operator=operator,
            before=self.source[start:end].decode(),
            after=f"({after})" if brackets and not isinstance(new, ast.Constant) else after,
            start=start,
            end=end,
        )


def _unordered(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the collections right below a node of which the order does not matter."""
    match node:
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[collection]):
            yield collection
        case ast.ExceptHandler(type=ast.Tuple() as collection):
            yield collection
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
            yield from args if name in _UNORDERED else ()


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "type_params", "type_comment", "ctx"}:
            continue
        if isinstance(node, ast.JoinedStr):
            continue  # positions inside f-strings are not known before Python 3.12
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield child


def _left_alone(node: ast.AST) -> bool:  # noqa: PLR0911  (one line for each of the reasons)
    """Say whether a node is none of what the program does; the docstring says why."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) if name in _NAMES_ONLY:
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Assign(value=ast.Call() as call) | ast.AnnAssign(value=ast.Call() as call):
            return _left_alone(call)
        case ast.keyword(arg=name):
            return name in NO_BEHAVIOUR
        case ast.If(test=test):
            return ast.unparse(test) == "TYPE_CHECKING"
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _TYPES_ONLY | _SPEED_OR_TYPES
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _SPEED_OR_TYPES
    return False
