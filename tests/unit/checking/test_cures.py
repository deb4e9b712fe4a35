"""Who names a thing by its title, its code, its file or other letters is told its id."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import handbook_files

from generator.base.diagnostics import Diagnostic
from generator.checking.pipeline import check
from generator.source.reading.yaml_file import FileText

BASE = handbook_files(Path(__file__).parents[2] / "handbooks" / "bicycles")
REPAIR, BUY = "processes/workshop/repair-bicycle.yml", "processes/stock/buy-parts.yml"


def found(path: str, old: str, new: str) -> Diagnostic:
    text = BASE[path]
    assert old in text, old
    files = {**BASE, path: text.replace(old, new, 1)}
    (one,) = check(FileText(each, files[each].encode()) for each in sorted(files)).diagnostics
    return one


@pytest.mark.parametrize(
    ("path", "old", "names", "id_"),
    [
        (
            REPAIR,
            "call: buy-parts",
            ("buy_parts", "Buy-Parts", "BUY PARTS", "Buy parts"),
            "buy-parts",
        ),
        (
            REPAIR,
            "call: buy-parts",
            ("buy-parts.yml", "stock/buy-parts.yml", "WI 2.1", "WI-2.1"),
            "",
        ),
        (
            REPAIR,
            "estimate, order-parts",
            ("order_parts", "Order parts", "Get the parts"),
            "order-parts",
        ),
        (REPAIR, "    consulted: [rider", ("Rider", "RIDER", "Customer"), "rider"),
        (BUY, "authority: buying-authority", ("buying_authority", "L3", "Who may buy parts"), ""),
        (
            REPAIR,
            "fill: repair-ticket.work",
            (
                "repair_ticket.work",
                "Repair ticket.Work",
                "repair-ticket/work",
                "T 1.1.work",
                "forms/repair-ticket.work",
            ),
            "repair-ticket.work",
        ),
        (REPAIR, "fill: repair-ticket.work", ("T 1.1", "repair-ticket.yml"), "repair-ticket"),
        (
            REPAIR,
            "due: by repair-ticket.wanted_on",
            ("by repair-ticket.wanted-on", "by repair-ticket.wanted on"),
            "repair-ticket.wanted_on",
        ),
    ],
)
def test_the_id_of_what_is_named_is_known(
    path: str, old: str, names: tuple[str, ...], id_: str
) -> None:
    kept, _, last = old.rpartition(" ") if "[" not in old else old.rpartition("[")
    mark = "[" if "[" in old else " "
    if old.startswith("due"):
        kept, mark = "due:", " "
    for name in names:
        one = found(path, old, f"{kept}{mark}{name}")
        assert one.hint, name
        assert one.hint.args.get("id") == (id_ or last), name


@pytest.mark.parametrize("name", ["L2", "estimate_limit", "Estimate-Limit", "estimate limit"])
def test_a_parameter_is_known_by_its_code_and_other_letters(name: str) -> None:
    one = found(REPAIR, "${estimate-limit}", f"${{{name}}}")
    assert one.fix
    assert one.fix.edits[0].text == "${estimate-limit}"


@pytest.mark.parametrize(
    "written", ["%{estimate-limit}", "@{estimate-limit}", "<estimate-limit>", "[estimate-limit]"]
)
def test_what_other_programs_make_of_an_insert_is_told_whole(written: str) -> None:
    one = found(REPAIR, "more than ${estimate-limit}.", f"more than {written}.")
    assert (one.rule.code, one.args["text"]) == ("HB224", written)


def test_what_nobody_can_mean_keeps_the_cure_of_its_rule() -> None:
    one = found(REPAIR, "call: buy-parts", "call: Something Else")
    assert one.hint
    assert "id" not in one.hint.args
