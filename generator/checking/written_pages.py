"""Judges the words of hand-written pages against the handbook: values, codes, amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from generator.base.diagnostics import N_, Diagnostic, Fix, Message, Related, Rule, Span
from generator.base.nearest import nearest
from generator.checking.pipeline import Checked
from generator.model.handbook import Handbook
from generator.notation.text import code_pattern
from generator.rules.amounts import amounts_in
from generator.rules.book import Book
from generator.rules.declared.site import PAGE_INSERT
from generator.rules.lookalike_insert import LOOKS_LIKE, names_value
from generator.rules.repeated_amount import RULE as REPEATED_AMOUNT
from generator.rules.repeated_amount import parameter_amounts
from generator.rules.unknown_basis import RULE as UNKNOWN_BASIS
from generator.rules.unknown_code import RULE as UNKNOWN_CODE
from generator.rules.unknown_code import same_number
from generator.source.files import CONTENT
from generator.source.reading.content import is_page
from generator.source.reading.lines import Lines
from generator.source.shape_rules import MISSING_FILE

# What is no running text: blocks and spans of code, addresses of links, remarks.
_NO_PROSE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+)[^\n]*\n(?:(?! {0,3}(?P=fence))[^\n]*\n)*[^\n]*"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^\n]{0,2000}?(?<!`)(?P=ticks)(?!`)"
    r"|(?<=\]\()[^()\n]*|^ {0,3}\[[^\]\n]+\]:[^\n]*|<[^<>\n]*>|https?://[^\s)>]*",
    re.MULTILINE,
)
_INSERT = re.compile(r"\$\{[^{}\n]*\}")
_NAME = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?")
_NUMBER = re.compile(r"([A-Z]{1,3})([0-9]{2,4})")
_CITE = N_("Cite its code {code}: it becomes a link to the value.")
_MOST_ASKED = 1_000  # unknown names for which one that is like them is looked for
_AGAIN = N_("It stands here too.")


def judge_pages(content: Mapping[str, bytes], checked: Checked) -> Iterator[Diagnostic]:
    """Yield what is wrong with the words of the pages (by path below `content/`)."""
    if checked.handbook is None:
        return
    pages = _Pages(checked, checked.handbook)
    for path, raw in content.items():
        if is_page(path):
            text = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n")
            yield from pages.judge(f"{CONTENT}/{path}", text)


class _Pages:
    """What the pages of one handbook may say."""

    def __init__(self, checked: Checked, handbook: Handbook) -> None:
        self._checked = checked
        self._book = Book(handbook)
        self._asked: Counter[str] = Counter()

    def judge(self, file: str, text: str) -> Iterator[Diagnostic]:
        """Yield the findings of one page, the same one once."""
        prose = _NO_PROSE.sub(lambda each: re.sub(r"[^\n]", " ", each[0]), text)
        lines = Lines(text)
        told: dict[tuple[str, str], list[Diagnostic]] = {}
        for start, end, say in self._found(prose):
            found = say(lines.span(file, start, end))
            told.setdefault((found.rule.code, text[start:end]), []).append(found)
        for first, *rest in told.values():
            again = tuple(Related(each.where, Message(_AGAIN)) for each in rest)
            fix = first.fix and Fix(
                tuple(edit for each in (first, *rest) if each.fix for edit in each.fix.edits),
                first.fix.safety,
            )
            yield replace(first, related=again, fix=fix)

    def _found(self, prose: str) -> Iterator[tuple[int, int, Callable[[Span], Diagnostic]]]:
        yield from self._inserts(prose)
        for found in self._codes.finditer(prose):
            if found[0] not in self._book.known["code"] and not self._hidden(found[0]):
                yield *found.span(), self._unknown(UNKNOWN_CODE, found[0], "code")
        for found in self._facts.finditer(prose):
            if found[0] not in self._book.known["basis"] and not self._hidden(found[0]):
                yield *found.span(), self._unknown(UNKNOWN_BASIS, found[0], "basis")
        for start, end, amount, currency in amounts_in(prose) if self._amounts else ():
            named = self._amounts.get((amount, currency))
            if named:
                yield start, end, self._repeated(prose[start:end], *named)

    def _inserts(self, prose: str) -> Iterator[tuple[int, int, Callable[[Span], Diagnostic]]]:
        taken: set[int] = set()
        for found in _INSERT.finditer(prose):
            taken.update(range(*found.span()))
            name = found[0][2:-1].strip()
            yield *found.span(), self._insert(found[0], name)
        for found in LOOKS_LIKE.finditer(prose):
            name = found[found.lastgroup or 0]
            if found.start() not in taken and names_value(self._book, name):
                yield *found.span(), self._insert(found[0], name)

    def _insert(self, text: str, name: str) -> Callable[[Span], Diagnostic]:
        known = self._book.handbook.parameters.get(name.partition(".")[0])
        hint = Message(_CITE, {"code": known.code}) if known and known.code else None
        return lambda where: PAGE_INSERT.at(where, text=text, hint=hint)

    def _unknown(self, rule: Rule, name: str, kind: str) -> Callable[[Span], Diagnostic]:
        return lambda where: self._unknown_at(where, rule, name, kind)

    def _unknown_at(self, where: Span, rule: Rule, name: str, kind: str) -> Diagnostic:
        # Who writes so many that nobody knows has misspelt none of them.
        self._asked[kind] += 1
        few = self._asked[kind] <= _MOST_ASKED
        close = nearest(name, same_number(name, self._book.known[kind])) if few else None
        hint = Message("Did you mean “{close}”?", {"close": close}) if close else None
        return rule.at(where, id=name, hint=hint, fix=Fix.at(where, close) if close else None)

    def _repeated(self, text: str, title: str, name: str) -> Callable[[Span], Diagnostic]:
        known = self._book.handbook.parameters.get(name.partition(".")[0])
        better = known.code if known and known.code else title
        hint = Message(_CITE, {"code": better})
        return lambda where: REPEATED_AMOUNT.at(
            where, hint=hint, text=text, title=title, better=better
        )

    def _hidden(self, name: str) -> bool:
        """Whether what a page names may stand in a file that is missing, or not read as a whole."""
        scheme = {"parameter": self._book.handbook.settings.codes.parameter}
        if self._lacks_parameters and code_pattern(scheme).fullmatch(name):
            return True
        sources = (self._checked.sources.get(path) for path in self._checked.unread)
        return any(each is None or name in each.text for each in sources)

    @cached_property
    def _lacks_parameters(self) -> bool:
        missing = (each for each in self._checked.diagnostics if each.rule is MISSING_FILE)
        return any(each.where.file == "processes/parameters.yml" for each in missing)

    @cached_property
    def _codes(self) -> re.Pattern[str]:
        return code_pattern(self._book.handbook.settings.codes.schemes)

    @cached_property
    def _facts(self) -> re.Pattern[str]:
        """Numbers of facts and decisions as this handbook writes them: F001, I01."""
        return _numbered(self._book.known["basis"])

    @cached_property
    def _amounts(self) -> Mapping[tuple[Decimal, str], tuple[str, str]]:
        return parameter_amounts(self._book)


def _numbered(names: Iterable[str]) -> re.Pattern[str]:
    forms = {
        f"{found[1]}[0-9]{{{len(found[2])}}}"
        for each in names
        if (found := _NUMBER.fullmatch(each))
    }
    if not forms:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(forms))})(?![\w-])", re.ASCII)
