"""Edits by the dozen, each of whose changes is known: all are told, no other, the roles exact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random  # noqa: TID251  (with a seed)
from typing import Any

import planned_lists
import planned_steps
from changed import said
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import checked
from planned_steps import Plan
from random_handbook import FORMS, PROCESSES, ROLES, Data, handbook, renamed, written

from generator.model.changes import compared

EDITS = (*planned_steps.EDITS, *planned_lists.EDITS)


def rename_some(plan: Plan) -> None:
    """Give things other ids, with `formerly:`, and a process another chapter."""
    for kind, key, paths in (
        ("role", "role", [("role", each) for each in ROLES]),
        ("process", "", [("process", each) for each in PROCESSES]),
        ("form", "", [("form", each) for each in FORMS]),
        ("unit", "unit", [("unit", "ub")]),
        ("term", "term", [("term", "wc")]),
        ("parameter", "parameter", [("parameter", "ta")]),
        ("step", "step", [("step", f"{each}-s{n}") for each in PROCESSES for n in (1, 4, 8)]),
        ("section", "section", [("section", f"{each}-b") for each in FORMS]),
        ("field", "field", [("field", f"{each}_ab") for each in FORMS]),
        ("field", "field", [("field", f"{each}_bdz") for each in FORMS]),
    ):
        if plan.rng.random() < 0.5:
            continue
        old = plan.rng.choice(paths)[1]
        if not any(
            f": '{old}'" in str(each) or f"/{old}.yml" in path for path, each in plan.files.items()
        ):
            continue
        new = f"{old}-anew" if kind != "field" else f"{old}_anew"
        plan.files = renamed(plan.files, old, new)
        plan.names[old] = new
        owner = _formerly(plan.files, key, old, new)
        prefix = {
            "step": f"process:{owner}/",
            "section": f"form:{owner}/",
            "field": f"form:{owner}/" + (f"field:{old[:-1]}/" if len(old) > 5 else ""),
        }.get(kind, "")
        plan.expect(f"wording renamed {prefix}{kind}:{old}")


def _formerly(files: Data, key: str, old: str, new: str) -> str:
    """Write the old id where the new one is defined; return the document's name."""
    for path, data in files.items():
        stem = path.rpartition("/")[2].partition(".")[0]
        if not key:
            if stem == new:
                data["formerly"] = [old]
                return new
            continue
        for each in _things(data):
            if each.get(key) == new and "title" in each | {"title": each.get("label")}:
                each["formerly"] = [old]
                return stem
    raise AssertionError(new)


def _things(value: Any) -> Iterable[Data]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from _things(each)


def told_anew(plan: Plan, line: str) -> str:
    for old, new in plan.names.items():
        line = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, line)
    return line


def by_role(told: str) -> str:
    """The line of a change with its roles in the order of the alphabet."""
    head, _, roles = told.partition(" |")
    return f"{head} | {', '.join(sorted(filter(None, roles.strip().split(', '))))}"


def line(plan: Plan, head: str, people: Callable[[], Iterable[str]]) -> str:
    roles = ", ".join(sorted({told_anew(plan, each) for each in people()}))
    return f"{told_anew(plan, head)} | {roles}"


@settings(max_examples=settings().max_examples // 4)
@given(seed=st.integers(0, 2**32), many=st.integers(0, 45))
def test_every_edit_is_told_and_nothing_else(seed: int, many: int) -> None:
    rng = Random(seed)  # noqa: S311
    files = handbook(rng)
    before = written(files, rng)
    plan = Plan(rng, files)
    for _ in range(many):
        rng.choice(EDITS)(plan)
    wanted = [tuple(line(plan, head, people) for head in heads) for heads, people in plan.expected]
    known = len(wanted)
    rename_some(plan)
    wanted = [tuple(told_anew(plan, each) for each in heads) for heads in wanted] + [
        (line(plan, heads[0], people),) for heads, people in plan.expected[known:]
    ]
    results = [checked(each) for each in (before, written(plan.files, rng))]
    for result in results:
        assert result.handbook is not None
        assert not [each for each in result.diagnostics if each.rule.code < "HB2"]
    old, new = (result.handbook for result in results)
    assert old is not None
    assert new is not None
    found = sorted(by_role(said(each)) for each in compared(old, new).changes)
    for heads in wanted:
        told = next((each for each in heads if each in found), None)
        assert told is not None, (
            heads,
            [each for each in found if heads[0].split(" |")[0] in each],
        )
        found.remove(told)
    assert found == []
