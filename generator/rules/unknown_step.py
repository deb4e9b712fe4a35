"""HB207: steps and milestones that the process does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Rule
from generator.model.year_plan import planned_days
from generator.rules.book import Book, did_you_mean, fix_meant
from generator.rules.examples import step, steps

RULE = Rule(
    code="HB207",
    name="unknown-step",
    message=N_("This process has no step “{id}”."),
    hint=N_("Name a step of this process, or add the step."),
    why=N_("The flow would lead to a step that does not exist."),
    wrong=steps(step("take", "next: check"), step("send", "end: sent")),
    right=steps(step("take", "next: send"), step("send", "end: sent")),
)


def check(book: Book) -> Iterator[Diagnostic]:
    """Find references to steps (and, in dues, milestones) that do not exist."""
    titles: dict[str, dict[str, str]] = {
        process.where.file: {each.id: each.title.source for each in process.steps}
        for process in book.handbook.process_list
    }
    milestones: dict[str, dict[str, str]] = {
        process.where.file: {each.milestone: each.title.source for each in process.milestones}
        for process in book.handbook.process_list
    }
    planned = {day: each.title.source for day, each in planned_days(book.handbook).items()}
    for reference in book.references("step", "anchor"):
        known = titles.get(reference.where.file, {})
        if reference.kind == "anchor":
            known = {**planned, **known, **milestones.get(reference.where.file, {})}
        if reference.id not in known:
            hint = did_you_mean(reference.id, known)
            fix = fix_meant(
                reference.where,
                reference.id,
                hint,
                "${step:{close}}"
                if reference.kind == "step" and reference.where.chars
                else "{close}",
            )
            yield RULE.at(reference.where, hint=hint, fix=fix, id=reference.id)
