"""A comment silences its codes on its line, on the next one, and inside the finding's span."""

from __future__ import annotations

import pytest
from overlay import checked, found, laid_over, starter

HEAD = "# processes/sales/take-order.yml\n"


def codes(example: str) -> list[str]:
    return [code for code, *_ in found(checked(laid_over(starter(), HEAD + example)))]


@pytest.mark.parametrize(
    "example",
    [
        "scope: See P-09-09.   # handbook: ignore[HB210] next year\n",
        "# handbook: ignore[HB210] next year\nscope: See P-09-09.\n",
    ],
)
def test_a_finding_beside_a_comment_is_silenced(example: str) -> None:
    assert codes(example) == []


def test_another_finding_on_the_same_line_is_not_silenced() -> None:
    line = "scope: See P-09-09 and ${limit}.   # handbook: ignore[HB210] next year\n"
    assert codes(line) == ["HB208"]


def test_a_comment_far_away_silences_nothing_and_is_told() -> None:
    example = (
        "# handbook: ignore[HB210] next year\n"
        "inputs: [order]\n"
        "outputs: [parcel]\n"
        "scope: See P-09-09.\n"
    )
    assert sorted(codes(example)) == ["HB091", "HB210"]


def test_of_several_codes_the_idle_ones_are_told() -> None:
    line = "scope: See P-09-09.   # handbook: ignore[HB210, HB201] next year\n"
    (told,) = checked(laid_over(starter(), HEAD + line)).diagnostics
    assert told.rule.code == "HB091"
    assert told.args["codes"] == "HB201"


def test_what_keeps_a_file_out_cannot_be_silenced() -> None:
    line = "distribution: [manager, manager]   # handbook: ignore[HB107] two copies\n"
    assert codes(line) == ["HB107", "HB092"]


def test_a_comment_in_a_broken_file_is_not_called_idle() -> None:
    broken = "distribution: [manager   # handbook: ignore[HB210] next year\n"
    assert "HB091" not in codes(broken)
