"""Short ways to write small handbooks for tests: steps of the starter's first process."""

from __future__ import annotations

from overlay import checked, laid_over, starter

from generator.checking.pipeline import Checked
from generator.model.handbook import Handbook
from generator.model.process import Process

TAKE_ORDER = "# processes/sales/take-order.yml\n"


def step(name: str, *lines: str, role: str = "clerk") -> str:
    """A complete step; `lines` follow its standard keys."""
    keys = [f"  - step: {name}", f"    title: {name.capitalize()}", f"    responsible: {role}"]
    keys += ["    accountable: manager", "    due: 2h", *(f"    {line}" for line in lines)]
    return "".join(f"{line}\n" for line in keys)


def steps(*parts: str) -> str:
    """An example that replaces the steps of the starter's first process."""
    return TAKE_ORDER + "steps:\n" + "".join(parts)


def check(example: str = "") -> Checked:
    """Check the English starter with an example laid over it."""
    return checked(laid_over(starter(), example))


def book(example: str = "") -> Handbook:
    """The handbook of `check`, which must be free of errors."""
    result = check(example)
    assert result.handbook is not None
    assert not result.failed, [each.rule.code for each in result.diagnostics]
    return result.handbook


def process(example: str = "") -> Process:
    """The starter's first process with an example laid over it."""
    return book(example).processes["take-order"]
