"""What a parameter says: its value, its named values, its bands."""

from __future__ import annotations

from pages import context
from small import book

from generator.document.blocks import Link, Target, text_of
from generator.document.parameters import bands, parameter_values

FILE = (
    "# processes/parameters.yml\nparameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 9 EUR}\n"
    "  - {parameter: discount, code: PA-04, title: Discount, bands: ["
    "{up-to: 5000 EUR, role: clerk}, {role: manager}]}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
    "  - {parameter: notice, code: PA-03, title: Notice, values: ["
    "{value: short, label: Short, is: 3d}, {value: long, label: Long, is: in writing}]}\n"
)


def test_values_are_said_one_after_the_other_by_their_labels() -> None:
    handbook = book(FILE)
    phrases = context(handbook).phrases
    said = {
        name: text_of(parameter_values(phrases, each)) for name, each in handbook.parameters.items()
    }
    assert said == {
        "approval-limit": "9 EUR",
        "discount": "up to 5,000 EUR: Sales clerk; above 5,000 EUR: Shop manager",
        "reply-time": "2 hours",
        "notice": "Short: 3 days; Long: in writing",
    }


def test_each_band_leads_to_the_role_that_decides() -> None:
    handbook = book(FILE)
    said = bands(context(handbook).phrases, handbook.parameters["discount"].bands)
    assert [each[-1] for each in said] == [
        Link("Sales clerk", Target("role", "clerk")),
        Link("Shop manager", Target("role", "manager")),
    ]
