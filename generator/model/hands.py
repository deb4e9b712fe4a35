"""Whose hand is on a form at a step: who fills it, and who signs where it is approved."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.form import Form
from generator.model.handbook import Handbook, StepUse
from generator.model.process import Step

_TAKES_PART = "RAC"  # whoever is told afterwards has no hand in it


def hands(handbook: Handbook, use: StepUse) -> tuple[str, ...]:
    """Return the roles that do with a form what a step says.

    Approving is the signer's: of those that may sign the section, who takes part in the step, or
    all of them if none does. Where nobody signs it is who decides at the step. Everything else is
    done by who is responsible for the step.
    """
    step, form = use.step, handbook.forms.get(use.use.form)
    if use.use.kind == "approve":
        signers = signers_of(handbook, form, use.use.section) if form else ()
        here = [each for each in signers if _takes_part(handbook, use, each)]
        found = tuple(here) or signers or deciders(handbook, step)
        if found:
            return found
    return (step.responsible,) if step.responsible else ()


def signers_of(handbook: Handbook, form: Form, section: str | None) -> tuple[str, ...]:
    """Return who may sign a section of a form, or the whole form, people from outside last."""
    named = dict.fromkeys(
        role
        for each in form.sections
        if section in {None, each.section}
        for field in each.fields
        for role in field.by
    )
    return tuple(sorted(named, key=lambda role: _is_external(handbook, role)))


def deciders(handbook: Handbook, step: Step) -> tuple[str, ...]:
    """Return who decides at a step: who is accountable, or whom its authority names."""
    authority = handbook.authorities.get(step.authority or "")
    if authority:
        return authority.roles
    return (step.accountable,) if step.accountable else ()


def same_hand(handbook: Handbook, role: str, others: Iterable[str]) -> bool:
    """Whether a role may be the same person as one of others, through collective roles too."""
    return not _persons(handbook, role).isdisjoint(
        person for other in others for person in _persons(handbook, other)
    )


def _persons(handbook: Handbook, role: str) -> frozenset[str]:
    known = handbook.roles.get(role)
    return frozenset((role, *known.members)) if known else frozenset((role,))


def _takes_part(handbook: Handbook, use: StepUse, role: str) -> bool:
    parts = handbook.assignments_by_process.get(use.process.id, ())
    here = (each.role for each in parts if each.step is use.step and each.letter in _TAKES_PART)
    return same_hand(handbook, role, here)


def _is_external(handbook: Handbook, role: str) -> bool:
    known = handbook.roles.get(role)
    return known.external if known else False
