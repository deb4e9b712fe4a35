"""Lists the sentences that the product says, and keeps its catalogues complete.

`make messages` adds every sentence without an entry to generator/resources/locale/*.po, empty,
and takes out those that nobody says any more. Sentences are found where they are said: the texts
of rules, commands and options, and every string that reaches `Message(…)`, `say(…)` or a
catalogue's `get(…)`, directly, through a variable, a table, or a parameter of a function.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
LOCALE = PACKAGE / "resources" / "locale"

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {language}\\n"

"""

EXAMPLES = "generator.rules.examples"
# Codes of ISO 4217 that a catalogue may have a name for.
CURRENCIES = ("CNY", "HKD", "TWD", "EUR", "USD", "GBP", "JPY")
_SAID = re.compile(r"\bsay\(\s*(['\"])(.*?)\1", re.DOTALL)
# Files, media types, single letters and sentences that are one gap: alike in all languages.
_SAME = re.compile(r"[\w./-]*\.[a-z]+|[a-z]+/[a-z.+-]+|[A-Za-z]|\{\w+\}|")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Module:
    """One module: its tree, its constants, and where its names come from."""

    name: str
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class Extraction:
    """Finds the literals behind the arguments of saying functions, until nothing new comes."""

    modules: Mapping[str, Module]
    # Function or class name → the number and name of the parameter that is a message id.
    sinks: dict[str, tuple[int, str]] = field(
        default_factory=lambda: {
            "Message": (0, "id"),
            "CannotRun": (0, "text"),
            "say": (0, "text"),
            "option": (99, "text"),
            "N_": (0, "text"),
        }
    )
    found: dict[str, str] = field(default_factory=dict)
    # The names that are being looked up: a name may be assigned from itself.
    open: set[tuple[int, str]] = field(default_factory=set)

    def run(self) -> dict[str, str]:
        """Return message id → module that says it."""
        before = -1
        while before != len(self.sinks) + len(self.found):
            before = len(self.sinks) + len(self.found)
            for module in self.modules.values():
                self._walk(module, module.tree, None)
        return self.found

    def _walk(self, module: Module, node: ast.AST, function: Function | None) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call) and not _is_example(module, child):
                for argument in self._said(child):
                    self._resolve(module, argument, function)
            inner = child if isinstance(child, Function) else function
            self._walk(module, child, inner)

    def _said(self, call: ast.Call) -> list[ast.expr]:
        name = _name(call.func)
        if name == "Rule":
            return [each.value for each in call.keywords if each.arg in {"message", "hint", "why"}]
        if name == "get" and isinstance(call.func, ast.Attribute):
            return call.args[:1] if "words" in ast.unparse(call.func.value) else []
        tables = name == "map" and call.args and ast.unparse(call.args[0]).endswith("words.get")
        if tables or name == "say_each":
            return call.args[int(bool(tables)) :]
        if name == "render":
            # What a template is given to say.
            return [each.value for each in call.keywords if each.arg == "letters"]
        if name not in self.sinks:
            return []
        number, keyword = self.sinks[name]
        named = [each.value for each in call.keywords if each.arg == keyword]
        return named or call.args[number : number + 1]

    def _resolve(self, module: Module, value: ast.expr, function: Function | None) -> None:
        match value:
            case ast.Constant(value=str() as text):
                self.found.setdefault(text, module.name)
            case ast.Name():
                self._resolve_name(module, value.id, function)
            case _:
                for each in _parts(value):
                    self._resolve(module, each, function)

    def _resolve_name(self, module: Module, name: str, function: Function | None) -> None:
        if function is not None:
            key = (id(function), name)
            if key in self.open:
                return
            self.open.add(key)
            local = self._resolve_local(module, name, function)
            self.open.discard(key)
            if local:
                return
        if name in module.constants:
            self._resolve(module, module.constants[name], None)
        elif name in module.imports:
            origin, own = module.imports[name]
            if origin in self.modules:
                self._resolve_name(self.modules[origin], own, None)

    def _resolve_local(self, module: Module, name: str, function: Function) -> bool:
        parameters = [*function.args.posonlyargs, *function.args.args]
        names = [each.arg for each in parameters if each.arg not in {"self", "cls"}]
        if name in names or name in {each.arg for each in function.args.kwonlyargs}:
            number = names.index(name) if name in names else 99
            if function.name not in {"get", "set", "__init__"}:
                self.sinks.setdefault(function.name, (number, name))
            return True
        local = False
        for target, value in self._bindings(module, function):
            for found in _matching(target, value, name):
                local = True
                self._resolve(module, found, None if _is_name(found, name) else function)
        return local

    def _bindings(self, module: Module, function: Function) -> Iterator[tuple[ast.expr, ast.expr]]:
        """Yield (target, value) of all assignments and loops of a function."""
        for node in ast.walk(function):
            match node:
                case ast.Assign(targets=[target], value=value):
                    yield target, value
                case ast.AnnAssign(target=target, value=ast.expr() as value):
                    yield target, value
                case ast.NamedExpr(target=target, value=value):
                    yield target, value
                case (
                    ast.For(target=target, iter=value)
                    | ast.comprehension(target=target, iter=value)
                ):
                    for each in self._entries(module, value):
                        yield target, each

    def _entries(self, module: Module, value: ast.expr) -> list[ast.expr]:
        """Return what a loop runs over, as far as it stands in the code."""
        match value:
            case ast.Tuple(elts=entries) | ast.List(elts=entries):
                return list(entries)
            case ast.Dict(keys=keys):
                return [each for each in keys if each]
            case ast.Call(func=ast.Name(id="zip"), args=args):
                return [ast.Tuple(elts=list(args), ctx=ast.Load())]
            case ast.Call(func=ast.Attribute(attr="items", value=ast.Name(id=name))):
                table = self._constant(module, name)
                if isinstance(table, ast.Dict):
                    pairs = zip(table.keys, table.values, strict=True)
                    return [ast.Tuple(elts=list(pair), ctx=ast.Load()) for pair in pairs]
            case ast.Name(id=name):
                table = self._constant(module, name)
                return self._entries(module, table) if table else [value]
        return [value]

    def _constant(self, module: Module, name: str) -> ast.expr | None:
        if name in module.imports and name not in module.constants:
            origin, name = module.imports[name]
            module = self.modules.get(origin, module)
        return module.constants.get(name)


def _is_example(module: Module, call: ast.Call) -> bool:
    """Whether a call makes YAML of an example, though a saying function bears the same name."""
    if not isinstance(call.func, ast.Name):
        return False
    return module.imports.get(call.func.id, ("", ""))[0] == EXAMPLES


def _parts(value: ast.expr) -> list[ast.expr]:
    """Return the expressions of which a value may be one."""
    match value:
        case ast.IfExp(body=body, orelse=other):
            return [body, other]
        case ast.BoolOp(values=parts) | ast.Dict(values=parts):
            return parts
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return parts
        case ast.Starred(value=part) | ast.Subscript(value=part) | ast.NamedExpr(value=part):
            return [part]
        case ast.Call(func=ast.Attribute(attr="get" | "items" | "values", value=table)):
            return [table, *value.args[1:]]
    return []


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _is_name(value: ast.expr, name: str) -> bool:
    return isinstance(value, ast.Name) and value.id == name


def _matching(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    """Yield the parts of a value that a name in the target stands for."""
    if isinstance(target, ast.Tuple | ast.List):
        parts = target.elts
        same = isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(parts)
        for index, part in enumerate(parts):
            inner = value.elts[index] if same else value  # type: ignore[attr-defined]
            yield from _matching(part, inner, name)
    elif _is_name(target, name):
        yield value


def modules() -> dict[str, Module]:
    """Read all modules of the package."""
    read = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = Module(name, ast.parse(path.read_text(encoding="utf-8")))
        for node in module.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=target)], value=value):
                    module.constants[target] = value
                case ast.AnnAssign(target=ast.Name(id=target), value=ast.expr() as value):
                    module.constants[target] = value
                case ast.ImportFrom(module=str() as origin, names=names):
                    for each in names:
                        module.imports[each.asname or each.name] = (origin, each.name)
        read[name] = module
    return read


def template_ids() -> Iterator[tuple[str, str]]:
    """Yield what the templates say, and where."""
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".j2", ".html"}:
            text = path.read_text(encoding="utf-8")
            for match in _SAID.finditer(text):
                yield match[2], path.relative_to(PACKAGE).as_posix()


def rule_ids() -> Iterator[str]:
    """Yield what the rules say."""
    from generator.rules.catalogue import all_rules

    for rule in all_rules().values():
        yield from filter(None, (rule.message, rule.hint, rule.why))


def kind_ids() -> Iterator[str]:
    """Yield the names of the kinds of values, which enumerations hold."""
    from generator.notation.expression_kinds import Type

    yield from (each.value for each in Type)


def command_ids() -> Iterator[str]:
    """Yield the help of all commands and options."""
    import click

    from generator.cli.main import handbook

    for command in (handbook, *handbook.commands.values()):
        for paragraph in (command.help or "").strip().split("\n\n"):
            yield " ".join(paragraph.split())
        for parameter in command.get_params(click.Context(command)):
            if isinstance(parameter, click.Option) and parameter.help:
                yield parameter.help


def message_ids() -> dict[str, str]:
    """Return every sentence that the product can say, and where."""
    found = Extraction(modules()).run()
    for each, place in template_ids():
        found.setdefault(each, place)
    for each in command_ids():
        found.setdefault(each, "generator.cli")
    for each in rule_ids():
        found.setdefault(each, "generator.rules")
    for each in kind_ids():
        found.setdefault(each, "generator.notation")
    for each in CURRENCIES:
        found.setdefault(each, "generator.document.context")
    return {text: place for text, place in found.items() if not _SAME.fullmatch(text)}


def renew(path: Path) -> tuple[int, int, int]:
    """Bring a catalogue in line; return how many entries it has, lacks, and lost."""
    with path.open("rb") as file:
        old = read_po(file)
    known = {entry.id: entry.string for entry in old if entry.id}
    ids = message_ids()
    fresh = Catalog(locale=path.stem, charset="utf-8", fuzzy=False)
    for text in sorted(ids, key=lambda text: (ids[text], text)):
        fresh.add(text, known.get(text, ""))
    out = BytesIO()
    write_po(out, fresh, width=0, omit_header=True, no_location=True)
    path.write_bytes(HEAD.format(language=path.stem).encode() + out.getvalue())
    return len(ids), sum(not known.get(text) for text in ids), len(set(known) - set(ids))


def main() -> int:
    """Renew all catalogues and say what is still missing."""
    missing = 0
    for path in sorted(LOCALE.glob("*.po")):
        count, lacks, lost = renew(path)
        missing += lacks
        print(f"{path.name}: {count} sentences, {lacks} without translation, {lost} taken out")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
