"""Edits of processes, forms and lists whose changes are known."""

from __future__ import annotations

from collections.abc import Iterable

from planned_steps import Plan, other_role
from random_handbook import FORMS, PROCESSES, Data, revisions, sentence

PEOPLE, LIMITS = "processes/organization.yml", "processes/parameters.yml"
WORDS, BOOK = "processes/glossary.yml", "processes/handbook.yml"


def of_process(plan: Plan) -> None:
    name = plan.rng.choice(PROCESSES)
    process = plan.process(name)
    path = f"process:{name}"
    key, made = plan.rng.choice(
        [
            ("title", ("wording", "")),
            ("purpose", ("wording", "")),
            ("review", ("control", "")),
            ("owner", ("control", "gains loses")),
            ("approver", ("control", "newly-approves no-longer-approves")),
            ("trigger", ("relearn", "first")),
            ("code", ("control", "")),
        ]
    )
    if not plan.free(f"{path} {key}"):
        return
    impact, roles = made
    old = process[key]
    if roles and roles != "first":
        process[key] = new = other_role(plan, old)
        come, gone = roles.split()
        plan.expect(f"{impact} changed {path} {key}", f"{new} {come}", f"{old} {gone}")
        return
    process[key] = {"review": "6mo", "code": f"P-1-1{name[-1:].translate(DIGITS)}"}.get(
        key, f"Other {name} {key}"
    )
    first = process["steps"][0]
    plan.expect(
        f"{impact} changed {path} {key}",
        *([lambda: [f"{first['responsible']} relearns"]] if roles else []),
    )


DIGITS = str.maketrans("abc", "123")


def around_a_process(plan: Plan) -> None:
    name = plan.rng.choice(PROCESSES)
    process, path = plan.process(name), f"process:{name}"
    kind = plan.rng.choice(["record", "kpi", "risk", "exception", "output", "revision"])
    if not plan.free(f"{path} {kind}"):
        return
    if kind == "record":
        process["records"][0]["keep"] = "5y"
        plan.expect(f"control changed {path}/record:File {name.upper()} keep")
    elif kind == "kpi":
        process["kpis"][0]["target"] = "all of them"
        owner = process["kpis"][0]["owner"]
        plan.expect(f"control changed {path}/kpi:Speed {name.upper()} target", f"{owner} relearns")
    elif kind == "risk":
        process["risks"][0]["control"] = sentence(plan.rng)
        at = next(each for each in process["steps"] if each["step"] == process["risks"][0]["at"])
        plan.expect(
            f"control changed {path}/risk:Loss {name.upper()} control",
            lambda: [f"{at['responsible']} relearns"],
        )
    elif kind == "exception":
        process["exceptions"][0]["do"] = sentence(plan.rng)
        told = process["exceptions"][0]["to"]
        plan.expect(
            f"relearn changed {path}/exception:Fire in {name.upper()} do", f"{told} relearns"
        )
    elif kind == "revision":
        new = {**revisions()[0], "version": "V1.1", "date": "2026-02-01", "change": "More"}
        process["revisions"].insert(0, new)
        plan.expect(f"control added {path}/revision:V1.1")


def _field(plan: Plan) -> tuple[str, Data, Data, str]:
    name = plan.rng.choice(FORMS)
    section = plan.rng.choice(plan.form(name)["sections"])
    return name, section, plan.rng.choice(section["fields"]), f"form:{name}"


def field_changed(plan: Plan) -> None:
    _, section, found, path = _field(plan)
    kind = plan.rng.choice(["label", "options", "column", "gone", "new", "moved", "less"])
    part, name = section["section"], found["field"]
    if name.endswith("n") or not plan.free(f"{path} {name}"):
        return
    where = f"{path}/field:{name}"
    if kind == "label":
        found["label"] += " anew"
        plan.expect(f"wording changed {where} label")
    elif kind in {"options", "less"} and "options" in found:
        if kind == "less":
            del found["options"][1]
        else:
            found["options"].insert(1, f"{sentence(plan.rng)}")
        action = "removed" if kind == "less" else "added"
        plan.expect(f"forms-out-of-date {action} {where} options", lambda: plan.fillers(part))
    elif kind == "column" and "columns" in found:
        gone = found["columns"].pop(1)
        plan.expect(
            f"forms-out-of-date removed {where}/field:{gone['field']}", lambda: plan.still(part)
        )
    elif kind == "gone" and len(section["fields"]) > 2:
        section["fields"].remove(found)
        plan.expect(f"forms-out-of-date removed {where}", lambda: plan.still(part))
    elif kind == "new":
        new = f"{name}n"
        section["fields"].append({"field": new, "label": f"New {new}", "type": "text"})
        plan.expect(f"forms-out-of-date added {path}/field:{new}", lambda: plan.fillers(part))


def section_moved(plan: Plan) -> None:
    """The last section goes to the front: it is the one that moved, past several."""
    name = plan.rng.choice(FORMS)
    form = plan.form(name)
    if plan.free(f"form:{name} order"):
        last = form["sections"].pop()
        form["sections"].insert(0, last)
        plan.expect(
            f"forms-out-of-date moved form:{name}/section:{last['section']} order",
            lambda: plan.fillers(last["section"]),
        )


def of_form(plan: Plan) -> None:
    name = plan.rng.choice(FORMS)
    key, impact = plan.rng.choice(
        [("title", "wording"), ("instructions", "wording"), ("keep", "control")]
    )
    if plan.free(f"form:{name} {key}"):
        plan.form(name)[key] = "7y" if key == "keep" else f"Another {name} {key}"
        plan.expect(f"{impact} changed form:{name} {key}")


def parameter(plan: Plan) -> None:
    if plan.free("ta"):
        plan.files[LIMITS]["parameters"][0]["is"] = "3h"
        doers = [
            step
            for name in PROCESSES
            for step in plan.process(name)["steps"]
            if step["due"] == "${ta}"
        ]

        def people() -> Iterable[str]:
            yield from (f"{role} relearns" for role in dict.fromkeys(_roles(doers)))

        plan.expect("relearn changed parameter:ta is", people)


def _roles(steps: Iterable[Data]) -> Iterable[str]:
    return (each["responsible"] for each in steps)


def band(plan: Plan) -> None:
    if plan.free("la", "bands"):
        plan.files[LIMITS]["parameters"][1]["bands"][0]["up-to"] = "200 EUR"
        plan.expect("relearn changed parameter:la bands", "ra relearns", "rb relearns")


def of_lists(plan: Plan) -> None:
    kind = plan.rng.choice(["term", "duties", "chapter", "chapters", "unit", "role", "reports"])
    if not plan.free(f"list {kind}"):
        return
    role = plan.rng.choice(plan.files[PEOPLE]["roles"][1:])
    if kind == "term":
        each = plan.rng.choice(plan.files[WORDS]["terms"])
        each["definition"] = sentence(plan.rng)
        plan.expect(f"wording changed term:{each['term']} definition")
    elif kind == "duties":
        role["duties"] = [*role["duties"], sentence(plan.rng)]
        plan.expect(f"relearn added role:{role['role']} duties", f"{role['role']} relearns")
    elif kind == "chapter":
        chapters = {each["chapter"]: each for each in plan.files[BOOK]["chapters"]}
        chapters["cb"]["title"] = "Other"
        plan.expect("wording changed handbook:/chapter:cb title")
    elif kind == "chapters":
        chapters = plan.files[BOOK]["chapters"]
        chapters.insert(0, chapters.pop())
        plan.expect("wording moved handbook:/chapter:cc order")
    elif kind == "unit":
        role["unit"] = "ub"
        plan.expect(f"control changed role:{role['role']} unit")
    elif kind == "role":
        role["title"] += " anew"
        plan.expect(f"wording changed role:{role['role']} title")


EDITS = (
    *(of_process, of_process, around_a_process, around_a_process, field_changed, field_changed),
    *(field_changed, section_moved, of_form, parameter, band, of_lists, of_lists),
)
