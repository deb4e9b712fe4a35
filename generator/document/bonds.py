"""Finds the words of Chinese titles, so that lines of text do not break inside them.

Chinese writes no spaces between words. Which characters belong together shows in the handbook's
own text: those of a word stand side by side wherever one of them stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from generator.model.handbook import Handbook
from generator.model.process import Process, Step
from generator.model.text import Text

LEAST_SHARE, SHARE_IF_ONCE = 0.16, 0.5
"""A pair is a bond from this share on of all the places where one of its characters stands."""
LEAST_PULL, OFTEN = 10, 4
"""Common characters are of a word that stands there often, so many times as often as by chance."""
PARTICLES = frozenset("与和及并或不未已的个")
WORDS_OF_DUES = ("工作日", "首月")
"""Words that this program writes into dues."""
EVERYDAY_WORDS = ("财年", "完成", "进入", "纳入", "提前", "带回", "工序")
"""Words of characters so common that counting does not show them."""
LONGEST_NAME = 6
"""The name of a unit stays whole up to so many characters."""
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def bonds_of(handbook: Handbook) -> frozenset[str]:
    """Return the pairs of neighbouring characters that belong to one word."""
    runs = [run for text in _texts(handbook) for run in _CHINESE.findall(text.source)]
    single = Counter(chain.from_iterable(runs))
    pairs = Counter(one + other for run in runs for one, other in pairwise(run))
    found = {pair for pair in pairs if PARTICLES.isdisjoint(pair) and _bound(pair, pairs, single)}
    found |= {
        one + other for word in (*WORDS_OF_DUES, *EVERYDAY_WORDS) for one, other in pairwise(word)
    }
    return frozenset((found | _inside_names(handbook)) - _behind_names(handbook))


def _bound(pair: str, pairs: Counter[str], single: Counter[str]) -> bool:
    """Whether two characters stand side by side often enough to be of one word."""
    count, left, right = pairs[pair], single[pair[0]], single[pair[1]]
    if count == 1:
        return SHARE_IF_ONCE * min(left, right) <= 1
    pulled = count >= OFTEN and count * single.total() >= LEAST_PULL * left * right
    return pulled or count >= LEAST_SHARE * min(left, right)


def _inside_names(handbook: Handbook) -> set[str]:
    return {one + other for name in _short_names(handbook) for one, other in pairwise(name)}


def _behind_names(handbook: Handbook) -> set[str]:
    """Return the pairs between the name of a unit and the rest of a title that begins with it."""
    titles = [
        *(each.title.source for each in handbook.organization.roles),
        *(each.title.source for each in handbook.settings.chapters),
    ]
    return {
        title[len(name) - 1 : len(name) + 1]
        for name in _short_names(handbook)
        for title in titles
        if title.startswith(name)
    }


def _short_names(handbook: Handbook) -> list[str]:
    names = (unit.title.source for unit in handbook.units.values())
    return [name for name in names if len(name) <= LONGEST_NAME and _CHINESE.fullmatch(name)]


def bonds_in(bonds: frozenset[str], texts: Iterable[str]) -> frozenset[str]:
    """Return those of the bonds that occur in some texts."""
    return frozenset(one + other for text in texts for one, other in pairwise(text)) & bonds


def _texts(handbook: Handbook) -> Iterator[Text]:
    yield from (each.title for each in handbook.settings.chapters)
    yield from (each.title for each in handbook.organization.roles)
    yield from (each.title for each in handbook.organization.units)
    for process in handbook.process_list:
        yield from _of_process(process)
    for form in handbook.form_list:
        yield form.title
        yield from (field.label for section in form.sections for field in section.fields)


def _of_process(process: Process) -> Iterator[Text]:
    yield process.title
    yield from (text for text in (process.purpose, process.trigger) if text)
    yield from (*process.inputs, *process.outputs)
    for step in process.steps:
        yield from _of_step(step)


def _of_step(step: Step) -> Iterator[Text]:
    yield step.title
    yield from (text for text in (step.do, step.note) if text)
    yield from step.checks
    for outcome in (*step.choose, *step.choose_any):
        yield from outcome.when
