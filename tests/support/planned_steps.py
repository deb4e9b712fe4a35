"""Edits of steps whose changes are known, and the plan in which they are gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random  # noqa: TID251  (with a seed)

from random_handbook import PROCESSES, ROLES, Data, sentence


@dataclass
class Plan:
    """A handbook on its way, and the changes that are expected: line, roles in the end."""

    rng: Random
    files: Data
    expected: list[tuple[tuple[str, ...], Callable[[], Iterable[str]]]] = field(
        default_factory=list
    )
    used: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.start = deepcopy(self.files)

    def expect(self, line: str, *roles: str | Callable[[], Iterable[str]], other: str = "") -> None:
        """Expect a change; `other` is another way to tell the same."""

        def people() -> Iterable[str]:
            for each in roles:
                yield from [each] if isinstance(each, str) else each()

        self.expected.append(((line, other) if other else (line,), people))

    def free(self, *names: str) -> bool:
        """Whether nothing with these names has been edited yet; they are from now on."""
        if self.used & set(names):
            return False
        self.used |= set(names)
        return True

    def process(self, name: str) -> Data:
        found: Data = self.files[_path(name)]
        return found

    def form(self, name: str) -> Data:
        found: Data = self.files[f"processes/ca/forms/{name}.yml"]
        return found

    def still(self, section: str) -> list[str]:
        """Who filled a section before all edits and does in the end; else who did before."""
        before = self.fillers(section, before=True)
        return [each for each in before if each in self.fillers(section)] or before

    def fillers(self, section: str, *, before: bool = False) -> list[str]:
        """Who fills a section in the end, or did before all edits."""
        found: list[str] = []
        for name in PROCESSES:
            for step in (self.start if before else self.files)[_path(name)]["steps"]:
                for use in step.get("forms", ()):
                    said = next(iter(use.values()))
                    if section == said.partition(".")[2]:
                        found.append(step["responsible"])
        return [f"{role} relearns" for role in dict.fromkeys(found)]


def _path(process: str) -> str:
    return f"processes/ca/{process}.yml"


def a_step(plan: Plan, *numbers: int) -> tuple[str, Data, str]:
    """One of the steps with some numbers that still stand in their process."""
    found = [
        (name, step, f"process:{name}/step:{step['step']}")
        for name in PROCESSES
        for step in plan.process(name)["steps"]
        if step["step"] in {f"{name}-s{number + 1}" for number in numbers or range(8)}
    ]
    return plan.rng.choice(found)


def other_role(plan: Plan, *roles: str) -> str:
    return plan.rng.choice([each for each in ROLES if each not in roles])


def step_title(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} title"):
        step["title"] += " anew"
        plan.expect(f"wording changed {path} title")


def step_text(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} do"):
        step["do"] = sentence(plan.rng)
        plan.expect(f"relearn changed {path} do", lambda: [f"{step['responsible']} relearns"])


def responsible(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} responsible"):
        old, new = step["responsible"], other_role(plan, step["responsible"])
        step["responsible"] = new
        plan.expect(f"relearn changed {path} responsible", f"{new} gains", f"{old} loses")


def accountable(plan: Plan) -> None:
    _, step, path = a_step(plan, 0, 1, 4, 5)
    if plan.free(f"{path} accountable"):
        old, new = step["accountable"], other_role(plan, step["accountable"])
        step["accountable"] = new
        plan.expect(
            f"relearn changed {path} accountable",
            f"{new} newly-accountable",
            f"{old} no-longer-accountable",
        )


def approval_by_amount(plan: Plan) -> None:
    _, step, path = a_step(plan, 6)
    if plan.free(f"{path} accountable", "la"):
        old = step.pop("accountable")
        step["authority"] = "la"
        plan.expect(
            f"relearn changed {path} accountable",
            *([f"{old} no-longer-accountable"] if old not in {"ra", "rb"} else []),
        )
        come = [f"{each} newly-accountable" for each in ("ra", "rb") if each != old]
        plan.expect(f"relearn changed {path} authority", *come)


def consulted(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} consulted"):
        new = other_role(plan, *step["consulted"])
        step["consulted"] = [new, *step["consulted"]]
        plan.expect(f"relearn changed {path} consulted", f"{new} newly-consulted")


def informed(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} informed"):
        new = other_role(plan)
        step["informed"] = [new]
        plan.expect(f"relearn changed {path} informed", f"{new} newly-informed")


def due(plan: Plan) -> None:
    _, step, path = a_step(plan, 0, 1, 2, 4, 5, 6, 7)
    if plan.free(f"{path} due"):
        step["due"] = plan.rng.choice(["20d", "3wd", "5h", "same day", "monthly 5"])
        plan.expect(f"relearn changed {path} due", lambda: [f"{step['responsible']} relearns"])


def checklist(plan: Plan) -> None:
    _, step, path = a_step(plan)
    if plan.free(f"{path} checks"):
        kind = plan.rng.choice(["added", "removed", "changed"])
        at = plan.rng.randrange(3)
        if kind == "added":
            step["checks"].insert(at, sentence(plan.rng))
        elif kind == "removed":
            del step["checks"][at]
        else:
            step["checks"][at] = f"{step['checks'][at]} today"
        plan.expect(f"relearn {kind} {path} checks", lambda: [f"{step['responsible']} relearns"])


def new_step(plan: Plan) -> None:
    name, _, _ = a_step(plan)
    steps = plan.process(name)["steps"]
    number = plan.rng.choice([6, 8])
    if plan.free(f"{name} {number} steps"):
        doer, answers = plan.rng.sample(ROLES, 2)
        new = f"{name}-n{number}"
        at = next(at for at, each in enumerate(steps) if each["step"] == f"{name}-s{number}")
        steps.insert(
            at,
            {
                "step": new,
                "title": f"New {new}",
                "responsible": doer,
                "accountable": answers,
                "due": "1d",
                "checks": [sentence(plan.rng)],
            },
        )
        path = f"process:{name}/step:{new}"
        plan.expect(f"relearn added {path}", f"{doer} gains", f"{answers} newly-accountable")


def split_step(plan: Plan) -> None:
    name, step, path = a_step(plan, 5)
    if plan.free(*(f"{path} {key}" for key in ("checks", "swap"))):
        doer, answers = plan.rng.sample(ROLES, 2)
        first, *rest = step["checks"]
        step["checks"] = [first]
        new = f"{step['step']}b"
        steps = plan.process(name)["steps"]
        steps.insert(
            steps.index(step) + 1,
            {
                "step": new,
                "title": f"Half {new}",
                "responsible": doer,
                "accountable": answers,
                "due": "1d",
                "checks": rest,
            },
        )
        for _ in rest:
            plan.expect(
                f"relearn removed {path} checks", lambda: [f"{step['responsible']} relearns"]
            )
        path = f"process:{name}/step:{new}"
        plan.expect(f"relearn added {path}", f"{doer} gains", f"{answers} newly-accountable")


def step_to_another_process(plan: Plan) -> None:
    name, step, path = a_step(plan, 6)
    target = plan.rng.choice([each for each in PROCESSES if each != name])
    taken = {each for each in plan.used if each.startswith((f"{path} ", f"{name} moved", "moved"))}
    if taken or not plan.free("moved", f"{name} moved", *(f"{path} {key}" for key in STEP_KEYS)):
        return
    plan.process(name)["steps"].remove(step)
    steps = plan.process(target)["steps"]
    last = next(at for at, each in enumerate(steps) if each["step"] == f"{target}-s8")
    steps.insert(last, step)
    parts = [("responsible", "gains", "loses"), ("accountable", *ACCOUNTABLE)]
    roles = [(step[key], come, gone) for key, come, gone in parts]
    roles += [(each, "newly-consulted", "no-longer-consulted") for each in step["consulted"]]
    new = f"process:{target}/step:{step['step']}"
    plan.expect(f"relearn removed {path}", *(f"{role} {gone}" for role, _, gone in roles))
    plan.expect(f"relearn added {new}", *(f"{role} {come}" for role, come, _ in roles))


ACCOUNTABLE = ("newly-accountable", "no-longer-accountable")
STEP_KEYS = ("title", "do", "responsible", "accountable", "consulted", "informed", "due", "checks")


def branch_dropped(plan: Plan) -> None:
    _, step, path = a_step(plan, 1)
    if plan.free(f"{path} choose"):
        step["choose"] = step["choose"][:2]
        plan.expect(
            f"relearn removed {path}/outcome:Nobody came",
            lambda: [f"{step['responsible']} relearns"],
        )


def branch_turned(plan: Plan) -> None:
    name, step, path = a_step(plan, 1)
    if plan.free(f"{path} choose"):
        step["choose"][1]["next"] = f"{name}-s5"
        plan.expect(
            f"relearn changed {path}/outcome:Something broke onward",
            lambda: [f"{step['responsible']} relearns"],
        )


def branch_added(plan: Plan) -> None:
    _, step, path = a_step(plan, 1)
    if plan.free(f"{path} choose"):
        step["choose"].insert(1, {"when": "The lights went out", "end": "Waiting"})
        plan.expect(
            f"relearn added {path}/outcome:The lights went out",
            lambda: [f"{step['responsible']} relearns"],
        )


def form_no_longer_filled(plan: Plan) -> None:
    _, step, path = a_step(plan, 2)
    if plan.free(f"{path} forms"):
        form = step["forms"][0]["fill"]
        step["forms"] = [{"fill": form}, {"file": form.partition(".")[0]}]
        plan.expect(
            f"relearn added {path}/form-use:file {form.partition('.')[0]}",
            lambda: [f"{step['responsible']} relearns"],
        )


def hand_over(plan: Plan) -> None:
    name, step, path = a_step(plan, 7)
    target = plan.rng.choice([each for each in PROCESSES if each != name])
    if plan.free(f"{path} onward"):
        del step["end"]
        step["hand-over"] = target

        def people() -> Iterable[str]:
            yield f"{step['responsible']} relearns"
            yield f"{plan.process(target)['steps'][0]['responsible']} neighbour"

        plan.expect(f"relearn changed {path} onward", people)


def call(plan: Plan) -> None:
    name, step, path = a_step(plan, 4)
    target = plan.rng.choice([each for each in PROCESSES if each != name])
    if plan.free(f"{path} onward"):
        step["call"] = target

        def people() -> Iterable[str]:
            yield f"{step['responsible']} relearns"
            yield f"{plan.process(target)['steps'][0]['responsible']} neighbour"

        plan.expect(f"neighbours changed {path} onward", people)


def swapped(plan: Plan) -> None:
    """Two steps that follow each other change places; either may be the one that moved."""
    name, one, path = a_step(plan, 5)
    if not plan.free(f"{name} 6 steps", f"{name} 7 steps", f"{path} swap", f"{name} moved"):
        return
    steps = plan.process(name)["steps"]
    at = steps.index(one)
    if steps[at + 1]["step"] != f"{name}-s7":
        return
    other = steps[at + 1]
    steps[at], steps[at + 1] = other, one

    def people() -> Iterable[str]:
        yield from (f"{each['responsible']} relearns" for each in (one, other))

    plan.expect(
        f"relearn moved {path} order",
        people,
        other=f"relearn moved process:{name}/step:{other['step']} order",
    )


EDITS = (
    *(step_title, step_text, responsible, accountable, approval_by_amount, consulted, informed),
    *(due, checklist, checklist, new_step, split_step, step_to_another_process, swapped),
    *(branch_dropped, branch_turned, branch_added, form_no_longer_filled, hand_over, call),
)
