"""One edit of each kind that forty edits at once do not have: what it is, and for whom."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from bicycles import BICYCLES
from changed import said
from overlay import checked, handbook_files

from generator.model.changes import compared

# ruff: noqa: E501 - an edit stands on one line
REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
BUY = "processes/stock/buy-parts.yml"
PEOPLE = "processes/organization.yml"
LIMITS = "processes/parameters.yml"
BOOK = "processes/handbook.yml"
BASE = handbook_files(BICYCLES)
STOW = BASE[BUY][BASE[BUY].index("  - step: stow") :]
ANYONE = BASE[PEOPLE][
    BASE[PEOPLE].index("  - role: anyone") : BASE[PEOPLE].index("  - role: rider")
]
WORKSHOP = '  - {chapter: workshop, code: "1", title: Workshop, summary: Repairs from the counter to the road.}\n'
STOCK = '  - {chapter: stock, code: "2", title: Parts and stock}\n'
CASES = {
    "a process moved and renamed": (
        [
            (BUY, "title: Buy parts", "title: Buy parts\nformerly: [buy-parts]"),
            (BUY, "WI 2.1", "WI 1.2"),
            (REPAIR, "call: buy-parts", "call: get-parts"),
            (BUY, None, "processes/workshop/get-parts.yml"),
        ],
        """
        control changed process:get-parts chapter |
        control changed process:get-parts code |
        wording renamed process:get-parts |
        """,
    ),
    "a step that goes to another process": (
        [
            (BUY, STOW, ""),
            (BUY, "      - Price compared\n", "      - Price compared\n    end: Ordered\n"),
            (REPAIR, "    end: The customer rides home\n", "    next: stow\n\n" + STOW.replace("1d after order", "1d")),
        ],
        """
        relearn added process:repair-bicycle/step:stow | anyone gains, owner newly-accountable
        relearn changed process:repair-bicycle/step:return onward | counter relearns
        relearn changed process:buy-parts/step:order onward | mechanic relearns
        relearn removed process:buy-parts/step:stow | anyone loses, owner no-longer-accountable
        """,
    ),
    "a role that goes up in another": (
        [
            (PEOPLE, ANYONE, ""),
            (PEOPLE, "  - role: counter\n", "  - role: counter\n    formerly: [anyone]\n"),
            (REPAIR, "responsible: anyone", "responsible: counter"),
            (BUY, "responsible: anyone", "responsible: counter"),
        ],
        """
        relearn changed process:repair-bicycle/step:receive responsible | counter gains, anyone loses
        relearn changed process:buy-parts/step:stow responsible | counter gains, anyone loses
        control removed role:anyone |
        wording changed role:counter formerly |
        """,
    ),
    "a band more": (
        [(LIMITS, "      - {role: owner}", "      - {value: mid, up-to: 900 GBP, role: mechanic}\n      - {role: owner}")],
        "relearn changed parameter:buying-authority bands | mechanic newly-accountable, owner relearns, mechanic relearns",
    ),
    "another role in a band": (
        [(LIMITS, "200 GBP, role: counter", "200 GBP, role: mechanic")],
        "relearn changed parameter:buying-authority bands | mechanic newly-accountable, counter no-longer-accountable, mechanic relearns",
    ),
    "an item of a checklist": (
        [(REPAIR, "      - Brakes tested\n", "      - Brakes tested\n      - Bell tested\n")],
        "relearn added process:repair-bicycle/step:repair checks | mechanic relearns",
    ),
    "the unit of a due": (
        [(REPAIR, "due: 1wd", "due: 1d")],
        "relearn changed process:repair-bicycle/step:order-parts due | mechanic relearns",
    ),
    "a column of a table": (
        [
            (TICKET, "{field: pieces,", "{field: count, formerly: [pieces],"),
            (TICKET, "pieces * price", "count * price"),
        ],
        "wording renamed form:repair-ticket/field:parts/field:count |",
    ),
    "a column that goes": (
        [(TICKET, "          - {field: part, label: Part, type: text}\n", "")],
        "forms-out-of-date removed form:repair-ticket/field:parts/field:part | counter relearns",
    ),
    "a section with another id": (
        [
            (TICKET, "section: work", "section: job\n    formerly: [work]"),
            (REPAIR, "repair-ticket.work", "repair-ticket.job"),
        ],
        "wording renamed form:repair-ticket/section:job |",
    ),
    "a section with another id that does not name its former one": (
        [
            (TICKET, "section: work\n    title: Work", "section: job\n    title: Job"),
            (TICKET, "label: Ready on", "label: Done on"),
            (TICKET, "      - field: done\n", "      - field: did\n        formerly: [done]\n"),
            (REPAIR, "repair-ticket.work", "repair-ticket.job"),
        ],
        """
        wording renamed form:repair-ticket/field:did |
        wording renamed form:repair-ticket/section:job |
        wording changed form:repair-ticket/section:job title |
        wording changed form:repair-ticket/field:ready_on label |
        """,
    ),
    "another section with other fields": (
        [
            (TICKET, "section: work\n    title: Work", "section: job\n    title: Job"),
            (TICKET, "field: done", "field: hours"),
            (REPAIR, "repair-ticket.work", "repair-ticket.job"),
        ],
        """
        forms-out-of-date added form:repair-ticket/section:job | mechanic relearns
        forms-out-of-date moved form:repair-ticket/field:ready_on section | mechanic relearns
        forms-out-of-date removed form:repair-ticket/section:work | mechanic relearns
        relearn changed process:repair-bicycle/step:repair/form-use:fill repair-ticket.job section | mechanic relearns
        """,
    ),
    "a term with another id": (
        [("processes/glossary.yml", "term: estimate", "term: quotation\n    formerly: [estimate]")],
        "wording renamed term:quotation |",
    ),
    "a term": (
        [("processes/glossary.yml", "without asking", "without a question")],
        "wording changed term:estimate definition |",
    ),
    "chapters in another order": (
        [(BOOK, WORKSHOP + STOCK, STOCK + WORKSHOP)],
        "wording moved handbook:/chapter:stock order |",
    ),
    "a hand-over in place of the end": (
        [(BUY, "    end: The part is on its shelf", "    hand-over: repair-bicycle")],
        "relearn changed process:buy-parts/step:stow onward | anyone relearns, anyone neighbour",
    ),
    "a call that goes": (
        [(REPAIR, "    call: buy-parts\n", "")],
        "neighbours changed process:repair-bicycle/step:order-parts onward | mechanic neighbour, mechanic relearns",
    ),
    "a process that ends": (
        [(BUY, "revisions:\n", "revisions:\n  - {version: V1.9, date: 2026-05-01, approved: 2026-05-01, retired: 2026-06-01, approved-by: owner, change: Ended}\n"),
         (REPAIR, "    call: buy-parts\n", "")],
        """
        relearn added process:buy-parts/revision:V1.9 | mechanic loses, counter no-longer-accountable, owner no-longer-accountable, anyone loses, counter neighbour, mechanic neighbour
        neighbours changed process:repair-bicycle/step:order-parts onward | mechanic neighbour, mechanic relearns
        """,
    ),
    "a form that ends": (
        [(TICKET, "revisions:\n", "revisions:\n  - {version: V1.9, date: 2026-05-01, approved: 2026-05-01, retired: 2026-06-01, change: Ended}\n")],
        "relearn added form:repair-ticket/revision:V1.9 | anyone relearns, counter relearns, mechanic relearns",
    ),
    "a risk at another step": (
        [(REPAIR, "    at: order-parts", "    at: estimate")],
        "control changed process:repair-bicycle/risk:The wrong part is ordered at | mechanic relearns, counter relearns",
    ),
    "a measure told more often": (
        [(REPAIR, "    every: month", "    every: week")],
        "control changed process:repair-bicycle/kpi:Ready on time every | counter relearns",
    ),
    "another superior": (
        [(PEOPLE, "{role: owner, for: pay and leave}", "{role: anyone, for: pay and leave}")],
        "relearn changed role:mechanic/reporting-line:anyone role | mechanic relearns, anyone gains, owner loses",
    ),
    "other hours": (
        [(BOOK, "hours: 09:00-18:00", "hours: 10:00-18:00")],
        "relearn changed handbook: calendar.hours | mechanic relearns",
    ),
    "the title of a milestone": (
        [(REPAIR, "title: Collection day", "title: Day of collection")],
        "wording changed process:repair-bicycle/milestone:collection title |",
    ),
    "two steps made one": (
        [
            (BUY, STOW, "    end: The part is on its shelf\n"),
            (BUY, "  - step: order\n", "  - step: order\n    formerly: [stow]\n"),
        ],
        """
        relearn changed process:buy-parts/step:order onward | mechanic relearns
        relearn removed process:buy-parts/step:stow | anyone loses, owner no-longer-accountable
        wording changed process:buy-parts/step:order formerly |
        """,
    ),
    "a form in another chapter": (
        [(TICKET, "T 1.1", "T 2.1"), (TICKET, None, "processes/stock/forms/repair-ticket.yml")],
        """
        control changed form:repair-ticket chapter |
        control changed form:repair-ticket code |
        """,
    ),
    "members in another order": ([(PEOPLE, "[counter, mechanic]", "[mechanic, counter]")], ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_it_is_told_and_nothing_else(name: str) -> None:
    edits, expected = CASES[name]
    files = dict(BASE)
    for path, old, new in edits:
        if old is None:
            files[new] = files.pop(path)
            assert PurePosixPath(new).suffix == ".yml"
        else:
            assert files[path].count(old) == 1, (path, old)
            files[path] = files[path].replace(old, new)
    before, after = checked(BASE).handbook, checked(files)
    assert not after.failed
    assert before is not None
    assert after.handbook is not None
    found = [said(each) for each in compared(before, after.handbook).changes]
    assert sorted(found) == sorted(line.strip() for line in expected.strip().split("\n") if line)
