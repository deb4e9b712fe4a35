"""The kinds of small faults: for a node of the syntax tree, what may stand there instead.

Each operator takes a node and yields pairs of a name and new nodes. The names are the column
"fault" of `docs/mutation.md`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy

Fault = tuple[str, ast.AST]

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_TWINS = {
    "min": "max",
    "any": "all",
    "startswith": "endswith",
    "lstrip": "rstrip",
    "removeprefix": "removesuffix",
    "lower": "upper",
    "append": "extend",
    "find": "rfind",
    "partition": "rpartition",
    "union": "intersection",
}
_TWINS |= {twin: name for name, twin in _TWINS.items()}
SWAPPED = "elements swapped"
NO_BEHAVIOUR = {"slots", "kw_only", "repr"}  # named arguments that change nothing that comes out
_TRUTHS = {"any", "all", "isinstance", "bool"}


def comparisons(node: ast.AST) -> Iterator[Fault]:
    """`<` becomes `<=` and `>=`, `==` becomes `!=`, `in` becomes `not in` and so on."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in _COMPARE[type(operator)]:
                new = deepcopy(node)
                new.ops[place] = other()
                yield "comparison", new


def conditions(node: ast.AST) -> Iterator[Fault]:
    """`and` becomes `or`, one part is left out, `not` goes, a condition is turned round."""
    if isinstance(node, ast.BoolOp):
        new = deepcopy(node)
        new.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "and-or", new
        for part in range(len(node.values)):
            fewer = [value for place, value in enumerate(node.values) if place != part]
            shorter = deepcopy(node)
            shorter.values = fewer
            yield "condition left out", fewer[0] if len(fewer) == 1 else shorter
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not removed", node.operand


def tests_turned_round(node: ast.AST) -> Iterator[Fault]:
    """The bare name or call after `if`, `while` and in `a if b else c`, with a `not` before it."""
    if isinstance(node, ast.Name | ast.Call | ast.Attribute | ast.NamedExpr):
        yield "condition negated", ast.UnaryOp(ast.Not(), node)


def arithmetic(node: ast.AST) -> Iterator[Fault]:
    """`+` becomes `-`, `*` becomes `/`, a sign is lost and so on."""
    if isinstance(node, ast.BinOp):
        yield "arithmetic", ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield "sign lost", node.operand


def constants(node: ast.AST) -> Iterator[Fault]:
    """A number is one more or less, a text is another or empty, a truth is turned round."""
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield "truth", ast.Constant(not value)
    elif isinstance(value, int | float):
        yield "number", ast.Constant(value + 1)
        if value:
            yield "number", ast.Constant(value - 1)
    elif isinstance(value, str):
        yield "text", ast.Constant(f"XX{value}XX")
        if value:
            yield "text", ast.Constant("")
    elif isinstance(value, bytes):
        yield "text", ast.Constant(b"XX" + value)


def texts_with_gaps(node: ast.AST) -> Iterator[Fault]:
    """In an f-string, one piece of text or one gap is left out."""
    if isinstance(node, ast.JoinedStr):
        for place in range(len(node.values)):
            values = [value for other, value in enumerate(node.values) if other != place]
            if values:
                yield "piece of text left out", ast.JoinedStr(values)


def calls(node: ast.AST) -> Iterator[Fault]:
    """Two arguments change places, a named argument is left out, `min` becomes `max`."""
    if not isinstance(node, ast.Call):
        return
    for place in range(len(node.args) - 1):
        first, second = node.args[place : place + 2]
        if ast.dump(first) != ast.dump(second) and not isinstance(second, ast.Starred):
            new = deepcopy(node)
            new.args[place], new.args[place + 1] = second, first
            yield "arguments swapped", new
    for place, keyword in enumerate(node.keywords):
        if keyword.arg is not None and keyword.arg not in NO_BEHAVIOUR:
            new = deepcopy(node)
            del new.keywords[place]
            yield "named argument left out", new
    new = deepcopy(node)
    if isinstance(new.func, ast.Name) and new.func.id in _TWINS:
        new.func.id = _TWINS[new.func.id]
        yield "twin function", new
    elif isinstance(new.func, ast.Attribute) and new.func.attr in _TWINS:
        new.func.attr = _TWINS[new.func.attr]
        yield "twin function", new
    elif isinstance(new.func, ast.Name) and new.func.id == "sorted":
        new.func.id = "list"
        new.keywords = []
        yield "not sorted", new


def collections(node: ast.AST) -> Iterator[Fault]:
    """A list, tuple, set or dict lacks one of its elements, or two neighbours change places."""
    if isinstance(node, ast.Dict):
        for place in range(len(node.keys)):
            smaller = deepcopy(node)
            del smaller.keys[place], smaller.values[place]
            yield "element left out", smaller
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        for place in range(len(node.elts)):
            fewer = deepcopy(node)
            del fewer.elts[place]
            if fewer.elts or not isinstance(node, ast.Set):
                yield "element left out", fewer
        if not isinstance(node, ast.Set):
            for place in range(len(node.elts) - 1):
                swapped = deepcopy(node)
                pair = swapped.elts[place : place + 2]
                swapped.elts[place : place + 2] = pair[::-1]
                yield SWAPPED, swapped


def slices(node: ast.AST) -> Iterator[Fault]:
    """A slice loses its start, its end or its step."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        for bound in ("lower", "upper", "step"):
            if getattr(node.slice, bound) is not None:
                new = deepcopy(node)
                setattr(new.slice, bound, None)
                yield "slice", new


def filters(node: ast.AST) -> Iterator[Fault]:
    """A comprehension loses one of its conditions."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        for place, generator in enumerate(node.generators):
            for condition in range(len(generator.ifs)):
                new = deepcopy(node)
                del new.generators[place].ifs[condition]
                yield "filter left out", new


def choices(node: ast.AST) -> Iterator[Fault]:
    """`a if b else c` becomes `a`, and `c`."""
    if isinstance(node, ast.IfExp):
        yield "always the first", node.body
        yield "always the second", node.orelse


def returns(node: ast.AST) -> Iterator[Fault]:
    """What a function returns becomes nothing, or the opposite; a bare `return` goes."""
    if not isinstance(node, ast.Return):
        return
    if node.value is None:
        yield "statement removed", ast.Pass()
    elif _is_a_truth(node.value):
        yield "return value", ast.Return(ast.UnaryOp(ast.Not(), node.value))
    elif not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield "return value", ast.Return(ast.Constant(None))


def _is_a_truth(node: ast.expr) -> bool:
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return isinstance(node, ast.Compare | ast.BoolOp) or (called and node.func.id in _TRUTHS)


def statements(node: ast.AST) -> Iterator[Fault]:
    """A statement is missing, a value is never set, a loop goes on or ends too early."""
    if isinstance(node, ast.Break):
        yield "loop", ast.Continue()
    elif isinstance(node, ast.Continue):
        yield "loop", ast.Break()
    elif isinstance(node, ast.AugAssign):
        other = _ARITHMETIC[type(node.op)]()
        yield "arithmetic", ast.AugAssign(node.target, other, node.value)
        yield "statement removed", ast.Pass()
    elif isinstance(node, ast.Raise | ast.Delete | ast.Expr):
        yield "statement removed", ast.Pass()
    elif isinstance(node, ast.Assign):
        if isinstance(node.targets[0], ast.Attribute | ast.Subscript):
            yield "statement removed", ast.Pass()
        elif isinstance(node.targets[0], ast.Name) and not _is_nothing(node.value):
            yield "never set", ast.Assign(node.targets, ast.Constant(None))


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


EXPRESSIONS: tuple[Callable[[ast.AST], Iterator[Fault]], ...] = (
    comparisons,
    conditions,
    arithmetic,
    constants,
    texts_with_gaps,
    calls,
    collections,
    slices,
    filters,
    choices,
)
STATEMENTS: tuple[Callable[[ast.AST], Iterator[Fault]], ...] = (returns, statements)
