"""The YAML that the rules of the small languages show as wrong and right examples."""

from __future__ import annotations


def take_order(
    *,
    do: str = "Check the stock and answer the customer.",
    due: str = "1wd",
    takes: str = "30min",
) -> str:
    """Return two steps of the starter process; the second has the given text and times."""
    return f"""\
# processes/sales/take-order.yml
steps:
  - step: take
    title: Take the order
    responsible: clerk
    accountable: manager
    due: same day
    forms:
      - fill: order-sheet.order

  - step: confirm
    title: Confirm the order
    do: {do}
    responsible: manager
    accountable: manager
    due: {due}
    takes: {takes}
    forms:
      - approve: order-sheet.release
    end: The order is confirmed
"""


def order_sheet(must: str) -> str:
    """Return one rule of the starter form."""
    return f"""\
# processes/sales/forms/order-sheet.yml
rules:
  - must: '{must}'
    say: The order sheet breaks a rule of the house.
"""
