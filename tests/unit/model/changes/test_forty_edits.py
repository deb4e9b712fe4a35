"""More than forty edits at once: every change is told once, none that is not there, roles exact."""

from __future__ import annotations

from bicycles import BICYCLES
from changed import said
from overlay import checked, handbook_files

from generator.model.changes import Comparison, Impact, compared

REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
BUY = "processes/stock/buy-parts.yml"
BOUGHT = "processes/workshop/purchase-parts.yml"
PEOPLE = "processes/organization.yml"
LIMITS = "processes/parameters.yml"
BOOK = "processes/handbook.yml"

RECORD = """  - step: record
    title: Write it down
    responsible: counter
    accountable: owner
    due: same day
"""
PAY = """  - step: pay
    title: Pay
    responsible: mechanic
    accountable: owner
    due: 3d
"""
WORK = """  - section: work
    title: Work
    fields:
      - field: done
        label: What was done
        type: long-text
      - field: ready_on
        label: Ready on
        type: date

"""
AGREED = """      - field: agreed
        label: Customer agreed
        type: check
"""
TEST_RIDE = """
  - step: test-ride
    title: Ride round the block
    responsible: anyone
    accountable: owner
    informed: [mechanic]
    due: same day
    checks:
      - Lights tested

  - step: approve-bill
    title: Approve the bill
    responsible: mechanic
    authority: buying-authority
    due: at once
"""
# What the bicycles lack for some of the edits.
# ruff: noqa: E501 - an edit stands on one line
PREPARED = [
    (
        REPAIR,
        "      - when: large\n",
        "      - {when: scrap, end: Nothing to repair}\n      - when: large\n",
    ),
    (REPAIR, "      large: ${repair-time.large}", "      else: ${repair-time.large}"),
    (TICKET, "options: [small, large]", "options: [small, scrap, large]"),
    (TICKET, AGREED, AGREED + "      - {field: colour, label: Colour, type: text}\n"),
    (BUY, "  - step: stow\n", RECORD + PAY + "  - step: stow\n"),
]
EDITS = [
    # renames: a step, a field, a role named everywhere; a process whose file moves too
    (REPAIR, "  - step: order-parts\n", "  - step: get-parts\n    formerly: [order-parts]\n"),
    (REPAIR, "together: [estimate, order-parts]", "together: [get-parts, estimate]"),
    (REPAIR, "    at: order-parts", "    at: get-parts"),
    (REPAIR, "call: buy-parts", "call: purchase-parts"),
    (TICKET, "field: rider_name", "field: customer_name\n        formerly: [rider_name]"),
    # a repair
    (REPAIR, "title: Hand it back", "title: Hand the bicycle back"),
    (REPAIR, "    responsible: anyone\n", "    responsible: counter\n"),
    (REPAIR, "    due: at once\n    takes: 15min", "    due: 15min\n    takes: 15min"),
    (REPAIR, "      - {when: scrap, end: Nothing to repair}\n", ""),
    (REPAIR, "responsible: counter\n    accountable: owner\n    consulted: [rider]\n    due: same day",
     "responsible: counter\n    accountable: mechanic\n    consulted: [owner, rider]\n    due: same day"),
    (REPAIR, "      - Brakes tested\n      - Lights tested\n", "      - Both brakes tested\n" + TEST_RIDE),
    (REPAIR, "    informed: [rider]", "    informed: [mechanic, rider]"),
    (REPAIR, "      - file: repair-ticket\n", ""),
    (REPAIR, "approver: owner", "approver: mechanic"),
    (REPAIR, "review: 12mo", "review: 6mo"),
    (REPAIR, "A customer brings a bicycle.", "A customer brings a bicycle or rings us."),
    (REPAIR, "[The repaired bicycle, The bill]", "[The bill, The repaired bicycle, The old parts]"),
    (REPAIR, "keep: {is: 2y, from: collection}", "keep: {is: 3y, from: collection}"),
    (REPAIR, "≥ 95%", "≥ 97%"),
    (REPAIR, "The mechanic orders, not the counter", "The mechanic orders, never the counter"),
    (REPAIR, "Stop, and tell the customer why.", "Stop, keep it here, and tell the customer why."),
    (REPAIR, "revisions:\n", "revisions:\n  - {version: V1.2, date: 2026-05-01, change: A test ride}\n"),
    # buying
    (BUY, RECORD + PAY, PAY + RECORD),
    (BUY, "owner: counter", "formerly: [buy-parts]\nowner: owner"),
    (BUY, "code: WI 2.1", "code: WI 1.2"),
    (BUY, "    end: The part is on its shelf", "    hand-over: repair-bicycle"),
    (BUY, "weekly tue 09:00", "weekly tue fri 09:00"),
    # the ticket
    (TICKET, "options: [small, scrap, large]", "options: [small, large]"),
    (TICKET, "      - {field: colour, label: Colour, type: text}\n", ""),
    (TICKET, AGREED, ""),
    (TICKET, "  - section: estimate", AGREED + "\n  - section: estimate"),
    (TICKET, "label: What is wrong\n        type: long-text", "label: What is wrong\n        type: text"),
    (TICKET, "label: Ready on", "label: Ready for collection on"),
    (TICKET, WORK.replace("Ready on", "Ready for collection on"), ""),
    (TICKET, "  - section: estimate",
     WORK.replace("Ready on", "Ready for collection on").rstrip("\n")
     + "\n      - {field: hours, label: Hours, type: number}\n\n  - section: estimate"),
    (TICKET, "It hangs on the handlebar.", "It hangs on the saddle."),
    (TICKET, "must: ready_on >= taken_on", "must: ready_on>=(taken_on)"),
    # parameters
    (LIMITS, "is: 5wd", "is: 6wd"),
    (LIMITS, "up-to: 200 GBP", "up-to: 300 GBP"),
    (LIMITS, "is: 40 GBP", "is: 50.00 GBP"),
    # people and lists
    (PEOPLE, "holders: 2", "holders: 3"),
    (PEOPLE, "duties: [Opens and closes the shop]",
     "formerly: [counter]\n    duties: [Opens and closes the shop, Feeds the cat]"),
    (PEOPLE, "extension 1", "extension 2"),
    ("processes/glossary.yml", "before we begin;", "in writing before we begin;"),
    ("processes/information.yml", "daily 09:00", "daily 10:00"),
    (BOOK, "title: Parts and stock", "title: Parts"),
    (BOOK, "holidays: [2026-12-25]", "holidays: [2026-12-25, 2026-12-28]"),
    (BOOK, "form-header:\n", "form-header:\n  - {field: branch, label: Branch, type: text, optional: true}\n"),
]  # fmt: skip
EXPECTED = """
forms-out-of-date changed form:repair-ticket/field:fault type | desk relearns
forms-out-of-date moved form:repair-ticket/field:agreed section | desk relearns
forms-out-of-date removed form:repair-ticket/field:size options | desk relearns
forms-out-of-date removed form:repair-ticket/field:colour | desk relearns
forms-out-of-date added form:repair-ticket/field:hours | mechanic relearns
forms-out-of-date moved form:repair-ticket/section:work order | mechanic relearns, desk relearns
forms-out-of-date added handbook:/field:branch | desk relearns, mechanic relearns
forms-out-of-date changed parameter:estimate-limit is | desk relearns, mechanic relearns
relearn changed process:repair-bicycle trigger | desk relearns
relearn changed process:repair-bicycle/exception:The frame is cracked do | owner relearns
relearn changed process:repair-bicycle/step:receive responsible | desk gains, anyone loses
relearn changed process:repair-bicycle/step:receive due | desk relearns
relearn removed process:repair-bicycle/step:receive/outcome:scrap | desk relearns
relearn changed process:repair-bicycle/step:estimate accountable | \
mechanic newly-accountable, owner no-longer-accountable
relearn changed process:repair-bicycle/step:estimate consulted | owner newly-consulted
relearn changed process:repair-bicycle/step:repair checks | mechanic relearns
relearn removed process:repair-bicycle/step:repair checks | mechanic relearns
relearn added process:repair-bicycle/step:test-ride | \
anyone gains, owner newly-accountable, mechanic newly-informed
relearn added process:repair-bicycle/step:approve-bill | \
mechanic gains, desk newly-accountable, owner newly-accountable
relearn changed process:repair-bicycle/step:return informed | mechanic newly-informed
relearn removed process:repair-bicycle/step:return/form-use:file repair-ticket | desk relearns
relearn changed process:purchase-parts every | mechanic relearns
relearn changed process:purchase-parts/step:stow onward | anyone relearns, desk neighbour
relearn moved process:purchase-parts/step:pay order | mechanic relearns, desk relearns
relearn changed parameter:repair-time/value:large is | mechanic relearns
relearn changed parameter:buying-authority bands | desk relearns, owner relearns, mechanic relearns
relearn added role:desk duties | desk relearns
relearn changed item:open-tickets due | desk relearns
relearn changed handbook: calendar.holidays | mechanic relearns
neighbours added process:repair-bicycle outputs | owner neighbour
control changed process:repair-bicycle approver | mechanic newly-approves, owner no-longer-approves
control changed process:repair-bicycle review |
control added process:repair-bicycle/revision:V1.2 |
control changed process:repair-bicycle/record:Repair tickets keep |
control changed process:repair-bicycle/kpi:Ready on time target | desk relearns
control changed process:repair-bicycle/risk:The wrong part is ordered control | mechanic relearns
control changed process:purchase-parts chapter |
control changed process:purchase-parts code |
control changed process:purchase-parts owner | owner gains, desk loses
control changed role:mechanic holders |
control changed unit:shop contact |
wording changed process:repair-bicycle/step:return title |
wording changed form:repair-ticket instructions |
wording changed form:repair-ticket/field:ready_on label |
wording changed term:estimate definition |
wording changed handbook:/chapter:stock title |
wording renamed process:purchase-parts |
wording renamed process:repair-bicycle/step:get-parts |
wording renamed form:repair-ticket/field:customer_name |
wording renamed role:desk |
"""


def edited(files: dict[str, str], edits: list[tuple[str, str, str]]) -> dict[str, str]:
    found = dict(files)
    for path, old, new in edits:
        assert found[path].count(old) == 1, (path, old, found[path].count(old))
        found[path] = found[path].replace(old, new)
    return found


def before_and_after() -> Comparison:
    before = edited(handbook_files(BICYCLES), PREPARED)
    after = edited(before, EDITS)
    after[BOUGHT] = after.pop(BUY)
    after = {path: _desk(text) for path, text in after.items()}
    books = [checked(files) for files in (before, after)]
    assert [book.failed for book in books] == [False, False]
    first, second = (book.handbook for book in books)
    assert first is not None
    assert second is not None
    return compared(first, second)


def _desk(text: str) -> str:
    """Rename the role of the counter wherever it is named."""
    lines = text.replace("formerly: [counter]", "formerly: [COUNTER]").split("\n")
    told = [line.replace("counter", "desk") if _names_a_role(line) else line for line in lines]
    return "\n".join(told).replace("COUNTER", "counter")


def _names_a_role(line: str) -> bool:
    prose = ("control:", "settled:", "do:", "summary:")
    return not any(each in line for each in prose)


def test_every_true_change_no_false_one_and_the_roles_by_name() -> None:
    found = [said(each) for each in before_and_after().changes]
    expected = EXPECTED.strip().split("\n")
    assert sorted(found) == sorted(expected)
    assert len(expected) == len(set(expected)) >= 40


def test_the_worst_stands_first() -> None:
    ranks = [each.impact.rank for each in before_and_after().changes]
    assert ranks == sorted(ranks)
    assert set(ranks) == {impact.rank for impact in Impact}


def test_a_changed_parameter_lists_every_place_and_its_approvers() -> None:
    changes = {each.document.id: each for each in before_and_after().changes if each.touches}
    touched = {
        name: [("/".join(one.id for one in each.path), each.aspect) for each in change.touches]
        for name, change in changes.items()
    }
    assert touched == {
        "repair-time": [("repair-bicycle/repair", "due")],
        "buying-authority": [
            ("purchase-parts/order", "do"),
            ("purchase-parts/order", "authority"),
            ("repair-bicycle/approve-bill", "authority"),
        ],
        "estimate-limit": [
            ("repair-bicycle/estimate", "do"),
            ("repair-ticket/agreed", "say"),
            ("repair-ticket/agreed", "when"),
        ],
    }
    assert changes["repair-time"].approvers == ("mechanic",)
    assert changes["buying-authority"].approvers == ("owner", "mechanic")
    assert changes["estimate-limit"].forms == ("repair-ticket",)


def test_each_fingerprint_stands_once_and_stays() -> None:
    first = [each.fingerprint for each in before_and_after().changes]
    assert len(set(first)) == len(first)
    assert first == [each.fingerprint for each in before_and_after().changes]
