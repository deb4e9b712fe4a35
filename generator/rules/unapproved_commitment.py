"""HB414: steps that bind the company before anybody has approved that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule
from generator.model.approvals import Approvals
from generator.model.authority import covers
from generator.model.flow import Flow
from generator.model.ids import StepId
from generator.model.process import Process, Step
from generator.model.ways import Exit
from generator.rules.book import Book
from generator.rules.examples import DISCOUNT, by_authority, step, steps

_SIGN = step("sign", "commits: discount", "end: signed")
_APPROVE = by_authority(
    step("approve", "choose: [{when: granted, next: sign}, {when: no, end: no}]")
)
RULE = Rule(
    code="HB414",
    name="unapproved-commitment",
    message=N_(
        "“{title}” binds the company, and a way leads there without approval of “{matter}”."
    ),
    hint=N_(
        "Let a step with “authority: {authority}” come before on every way: {path}; its refusal "
        "must lead elsewhere."
    ),
    why=N_("What is promised cannot be refused any more: an approval that comes after is none."),
    wrong=DISCOUNT
    + steps(step("take", "next: sign"), _APPROVE, _SIGN).replace(
        "next: sign\n  - step: approve",
        "choose: [{when: a, next: sign}, {when: b, next: approve}]\n  - step: approve",
    ),
    right=DISCOUNT + steps(step("take"), _APPROVE, _SIGN),
)
_Path = tuple[StepId, ...]


def check(book: Book) -> Iterator[Diagnostic]:
    """Find commitments that can be reached past every approving outcome of their authority."""
    known = book.handbook.authorities
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        binding = [each for each in process.steps if each.commits in known]
        if not binding or flow.astray or book.unjudged.may_name(process.id):
            continue
        for each in binding:
            path = _unapproved(book, process, flow, each)
            if path is not None:
                yield _told(process, each, known[each.commits or ""].title.source, path)


def _told(process: Process, step_: Step, matter: str, path: _Path) -> Diagnostic:
    titles = {each.id: each.title.source for each in process.steps}
    places = {each.id: each.where for each in process.steps}
    return RULE.at(
        step_.where / "commits",
        related=tuple(
            Related(places[each], Message("the way passes “{title}”", {"title": titles[each]}))
            for each in path[:-1]
        ),
        title=step_.title.source,
        matter=matter,
        authority=step_.commits or "",
        path=" → ".join(titles[each] for each in path),
    )


def _unapproved(book: Book, process: Process, flow: Flow, step_: Step) -> _Path | None:
    """Return a way to a step that passes no approval of what it binds to; None without one."""
    approvals, known = Approvals(book.handbook, process), book.handbook.authorities
    by_id = {each.id: each for each in process.steps}

    def covering(each: Step) -> bool:
        return bool(each.authority) and covers(known, each.authority or "", step_.commits or "")

    def grants(way: Exit) -> bool:
        each = by_id[way.source]
        return covering(each) and approvals.grants(each, way)

    if covering(step_):
        return None  # it approves and binds in one
    return Paths(flow, grants).to(step_.id)


class Paths:
    """The ways from the start along exits that do not grant; a join waits for all that began."""

    def __init__(self, flow: Flow, grants: Callable[[Exit], bool]) -> None:
        self._flow, self._grants = flow, grants

    def to(self, step_: StepId) -> _Path | None:
        """Return a way to a step, the start and the step included."""
        return self._walk((self._flow.start,), frozenset(), frozenset()).get(step_)

    def _walk(
        self, begin: _Path, stop: frozenset[StepId], inside: frozenset[tuple[StepId, StepId]]
    ) -> Mapping[StepId, _Path]:
        found: dict[StepId, _Path] = {}
        waiting = [begin]
        while waiting:
            path = waiting.pop(0)
            if path[-1] in found:
                continue
            found[path[-1]] = path
            if path[-1] in stop and path != begin:
                continue
            for way in self._flow.exits[path[-1]]:
                if not self._grants(way):
                    waiting += self._onward(path, way, stop, inside, found)
        return found

    def _onward(
        self,
        path: _Path,
        way: Exit,
        stop: frozenset[StepId],
        inside: frozenset[tuple[StepId, StepId]],
        found: dict[StepId, _Path],
    ) -> list[_Path]:
        join = way.join
        group = (way.source, join or way.source)
        if join is None or not way.parallel or way.inclusive or group in inside:
            return [(*path, target) for target in way.targets]
        branches = [
            self._walk((*path, target), stop | {join}, inside | {group}) for target in way.targets
        ]
        for branch in branches:
            for name, way_there in branch.items():
                if name != join:
                    found.setdefault(name, way_there)
        return [branches[0][join]] if all(join in each for each in branches) else []
