"""What a role ticks off: the steps that it does or answers for, each once."""

from __future__ import annotations

from small import book, step, steps

from generator.document.tasks import Task, documents_of_role, tasks_in_process, tasks_of_role

ROLES = """# processes/organization.yml
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
"""


def short(tasks: tuple[Task, ...]) -> list[tuple[str, int, str]]:
    return [(task.process.id, task.number, task.letters) for task in tasks]


def of_role(role: str, example: str = "") -> tuple[Task, ...]:
    handbook = book(example)
    return tasks_of_role(handbook, handbook.roles[role])


def test_what_is_done_and_answered_for_in_the_order_of_the_steps() -> None:
    assert short(of_role("clerk")) == [
        ("take-order", 1, "R"),
        ("ship-order", 1, "R"),
        ("ship-order", 2, "R"),
    ]
    assert short(of_role("manager")) == [
        ("take-order", 1, "A"),
        ("take-order", 2, "R/A"),  # both letters, one line
        ("ship-order", 1, "A"),
        ("ship-order", 2, "A"),
    ]


def test_who_is_only_asked_or_told_ticks_nothing_off() -> None:
    assert of_role("customer") == ()


def test_a_member_has_the_tasks_of_its_collective_role_and_knows_through_whom() -> None:
    example = ROLES + steps(step("take", role="anyone"), step("tell", "end: told", role="manager"))
    tasks = of_role("clerk", example)
    assert short(tasks)[:1] == [("take-order", 1, "R")]
    assert (tasks[0].role, tasks[0].collective and tasks[0].collective.role) == ("anyone",) * 2
    assert tasks[-1].collective is None


def test_in_a_process_each_role_stands_for_itself() -> None:
    example = ROLES + steps(
        step("take", role="anyone"), step("tell", "informed: [clerk]", "end: told", role="manager")
    )
    handbook = book(example)
    found = tasks_in_process(handbook, handbook.processes["take-order"])
    assert {role: short(tasks) for role, tasks in found.items()} == {
        "manager": [("take-order", 1, "A"), ("take-order", 2, "R/A")],
        "anyone": [("take-order", 1, "R")],
    }


def test_who_decides_by_amount_has_a_star() -> None:
    example = (
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
        "  - parameter: discount\n    code: PA-03\n    title: Discounts\n"
        "    bands: [{up-to: 5 EUR, role: clerk}, {role: manager}]\n"
        + steps(step("take", "end: done").replace("accountable: manager", "authority: discount"))
    )
    assert short(of_role("manager", example))[0] == ("take-order", 1, "A*")
    assert short(of_role("clerk", example))[0] == ("take-order", 1, "R/A*")


def test_a_role_knows_its_processes_then_the_forms_of_its_steps() -> None:
    handbook = book()
    found = {
        name: [each.code for each in documents_of_role(handbook, role)]
        for name, role in handbook.roles.items()
    }
    assert found == {
        "manager": ["P-01-01", "P-01-02", "FM-01-01"],
        "clerk": ["P-01-01", "P-01-02", "FM-01-01"],
        "customer": ["P-01-01", "P-01-02"],  # it is asked and told, and fills in nothing
    }
