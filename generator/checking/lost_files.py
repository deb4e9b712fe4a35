"""Tells a file that is missing once, in place of all that is named from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.base.diagnostics import Diagnostic, Message, Related, Span
from generator.model.settings import CodeScheme
from generator.source.shape_rules import MISSING_FILE

# What is told of names, by the file in which all things of this kind are defined.
_NAMED_FROM = {
    "parameters": frozenset({"HB208", "HB209", "HB331"}),
    "sources": frozenset({"HB211", "HB212"}),
}
_CODES = "HB210"


def without_lost(
    found: Iterable[Diagnostic], kinds: Collection[str | None], codes: CodeScheme
) -> Iterator[Diagnostic]:
    """Yield the findings; where a file is not there at all, that instead of each missing name.

    `kinds` are those of the files that there are, or that are told already.
    """
    listed = list(found)
    for kind, rules in _NAMED_FROM.items():
        named = [each for each in listed if each.rule.code in rules]
        if kind in kinds or not named:
            continue
        if kind == "parameters":
            named += [each for each in listed if _is_code(each, codes.parameter)]
        lost = {id(each) for each in named}
        listed = [each for each in listed if id(each) not in lost]
        file = f"processes/{kind}.yml"
        note = Message("What stands here is defined there.")
        places = [place for one in named for place in (one.where, *(r.where for r in one.related))]
        related = tuple(Related(each, note) for each in dict.fromkeys(places))
        listed.append(MISSING_FILE.at(Span(file), related=related, file=file))
    yield from listed


def _is_code(found: Diagnostic, scheme: str) -> bool:
    before, _, after = scheme.partition("{number}")
    code = str(found.args.get("id", ""))
    number = code.removeprefix(before).removesuffix(after)
    return found.rule.code == _CODES and code == f"{before}{number}{after}" and number.isdigit()
