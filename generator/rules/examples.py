"""The YAML that rules show as wrong and right examples, cut from one small process."""

from __future__ import annotations

TAKE_ORDER = "# processes/sales/take-order.yml\n"
ORGANIZATION = "# processes/organization.yml\n"
PARAMETERS = "# processes/parameters.yml\n"
ORDER_SHEET = "# processes/sales/forms/order-sheet.yml\n"


def step(name: str, *lines: str, role: str = "clerk", due: str = "2h") -> str:
    """Return one complete step; `lines` follow its standard keys."""
    keys = [
        f"  - step: {name}",
        f"    title: {name.capitalize()}",
        f"    responsible: {role}",
        "    accountable: manager",
        f"    due: {due}",
        *(f"    {line}" for line in lines),
    ]
    return "".join(f"{line}\n" for line in keys)


def steps(*parts: str) -> str:
    """Return the steps of the starter's first process, replaced by others."""
    return TAKE_ORDER + "steps:\n" + "".join(parts)


def signed_sheet(sign: str, more: str = "") -> str:
    """Return the starter's form with another signature; `more` are lines of its first section."""
    return (
        ORDER_SHEET + "sections:\n"
        "  - section: order\n    title: Order\n    fields:\n"
        "      - {field: customer, label: Customer, type: text}\n"
        "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
        f"{more}"
        "  - section: release\n    title: Release\n    fields:\n"
        f"      - {{field: manager_sign, label: Manager, {sign}}}\n"
    )


# A parameter by which the manager decides up to 500 EUR and the owner above.
DISCOUNT = (
    PARAMETERS + "parameters:\n"
    "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: PA-02, title: Time to answer, is: 2h}\n"
    "  - parameter: discount\n    code: PA-03\n    title: Discounts\n    bands:\n"
    "      - {up-to: 500 EUR, role: manager}\n      - {role: owner}\n" + ORGANIZATION + "roles:\n"
    "  - {role: owner, title: Owner, unit: shop, reports-to: shop}\n"
    "  - {role: manager, title: Shop manager, unit: shop, reports-to: owner}\n"
    "  - {role: clerk, title: Sales clerk, unit: shop, reports-to: manager}\n"
    "  - {role: customer, title: Customer, unit: market, external: true}\n"
)


# A step that fills in the order, for which the clerk answers too.
ASK = step("take", "forms: [{fill: order-sheet.order}]").replace(
    "accountable: manager", "accountable: clerk"
)


def by_authority(text: str, authority: str = "discount") -> str:
    """Return a step that decides by an authority in place of one role."""
    return text.replace("accountable: manager", f"authority: {authority}")
