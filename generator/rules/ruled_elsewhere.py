"""HB351: a limit of time in a text whose subject a parameter rules already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.base.diagnostics import N_, Diagnostic, Rule, Severity
from generator.model.reference import Parameter
from generator.model.text import Text
from generator.notation.due_kinds import Within
from generator.rules.book import Book
from generator.rules.examples import step, steps
from generator.rules.spoken_time import spoken
from generator.rules.timeline import settled

_STEP = steps(step("take", "checks: ['{check}']", "end: done"))
RULE = Rule(
    code="HB351",
    name="ruled-elsewhere",
    message=N_("{span} stands here in words, while “{title}” rules “{word}”: {values}."),
    hint=N_("Write “{better}”, or say what else is meant than the parameter."),
    why=N_("A figure that is written twice is changed in one place, and then two hold."),
    severity=Severity.INFO,
    wrong=_STEP.format(check="Answer given within 1 hour"),
    right=_STEP.format(check="Answer given within ${reply-time}"),
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[a-z]{4,}")
_SENTENCE = re.compile(r"[。；;！!？?]|\.(?=\s|$)")
# What the titles of limits of time have in common says nothing about their subject.
_EMPTY = frozenset(
    re.findall(
        r"\S+",
        "时限 时间 期限 限期 日期 周期 天数 工作 作日 以内 之内 办理 完成 要求 规定 "
        "标准 规则 管理 业务 公司 "
        "time limit term day hour week within after before deadline with from that this than until",
    )
)


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A parameter that holds lengths of time, as it is cited, and what they are."""

    parameter: Parameter
    cited: str
    values: str


def check(book: Book) -> Iterator[Diagnostic]:
    """Find limits in checks of steps that share a word with the title of one parameter alone."""
    subjects = _subjects(book)
    if not subjects:
        return
    for process in book.handbook.process_list:
        for each in process.steps:
            for text in each.checks:
                yield from _text(book, text, subjects)


def _text(book: Book, text: Text, subjects: Mapping[str, _Ruled]) -> Iterator[Diagnostic]:
    for sentence in _SENTENCE.split(text.source):
        if "${" in sentence:
            continue  # it cites a parameter for itself
        limits = [each for each in spoken(book.handbook, Text(sentence)) if each.limit]
        known = [(word, subjects[word]) for word in _words(sentence) if word in subjects]
        if limits and known:
            word, ruled = known[0]
            yield RULE.at(
                text.where,
                span=str(limits[0].duration),
                title=ruled.parameter.title.source,
                word=word,
                values=ruled.values,
                better=f"${{{ruled.cited}}}",
            )
            return


def _subjects(book: Book) -> Mapping[str, _Ruled]:
    """Return the words that stand in the title of just one parameter of times, and in no post."""
    posts = {word for each in book.handbook.roles.values() for word in _words(each.title.source)}
    found: dict[str, _Ruled] = {}
    twice: set[str] = set(posts)
    for name, parameter in book.handbook.parameters.items():
        times = [
            (cited, str(due.duration))
            for cited, value in (
                (name, parameter.is_),
                *((f"{name}.{each.value}", each.is_) for each in parameter.values),
            )
            if value and isinstance(due := settled(book.handbook, value.due), Within)
        ]
        for word in _words(parameter.title.source):
            if word in found:
                twice.add(word)
            if times:
                cited = times[0][0]
                found[word] = _Ruled(parameter, cited, ", ".join(span for _, span in times))
            else:
                twice.add(word)
    return {word: ruled for word, ruled in found.items() if word not in twice}


def _words(text: str) -> list[str]:
    """Return what a text speaks of: pairs of Chinese characters, and longer Latin words."""
    pairs = [run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)]
    latin = [word.removesuffix("s") for word in _WORD.findall(text.casefold())]
    return [word for word in dict.fromkeys((*pairs, *latin)) if word not in _EMPTY]
