"""HB414: steps that bind the company before anybody has approved that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.base.diagnostics import N_, Diagnostic, Message, Related, Rule, Severity
from generator.model.approvals import Approvals
from generator.model.authority import covers
from generator.model.flow import Flow
from generator.model.process import Process, Step
from generator.model.ways import Exit
from generator.rules.approved_paths import Paths, Standing, Trail
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


def check(book: Book) -> Iterator[Diagnostic]:
    """Find commitments that can be reached unapproved, after a refusal, or once more."""
    known = book.handbook.authorities
    for process in book.handbook.process_list:
        flow = book.handbook.flows[process.id]
        binding = [each for each in process.steps if each.commits in known]
        if not binding or flow.astray or book.unjudged.may_name(process.id):
            continue
        for each in binding:
            paths = _paths(book, process, flow, each)
            matter = known[each.commits or ""].title.source
            if paths and (path := paths.to(each.id, Standing.OPEN)):
                yield _told(process, each, matter, path)
            elif paths and (path := paths.to(each.id, Standing.USED)):
                # It may be meant: one approval for all that follows.
                yield replace(_told(process, each, matter, path), severity=Severity.WARNING)


def _told(process: Process, step_: Step, matter: str, path: Trail) -> Diagnostic:
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


def _paths(book: Book, process: Process, flow: Flow, step_: Step) -> Paths | None:
    """Return the ways through a flow as to what a step binds to; None where it approves itself."""
    approvals, known = Approvals(book.handbook, process), book.handbook.authorities
    by_id = {each.id: each for each in process.steps}

    def covering(each: Step) -> bool:
        return bool(each.authority) and covers(known, each.authority or "", step_.commits or "")

    def ruled(way: Exit, standing: Standing) -> Standing:
        each = by_id[way.source]
        if each.id == step_.id:
            return Standing.USED if standing is Standing.GIVEN else standing
        refused = approvals.approves(each) and not approvals.grants(each, way)
        if covering(each):
            return Standing.OPEN if refused else Standing.GIVEN
        # What is sent back is done again: it binds to nothing new.
        return Standing.GIVEN if refused and standing is Standing.USED else standing

    return None if covering(step_) else Paths(flow, ruled)
