"""The desk of a role is a script that holds what its page says, seen from the landing page."""

from __future__ import annotations

import json
import re

from pages import context
from small import book, step, steps

from generator.document.roles.rhythm import Rhythm
from generator.document.role_page import role_page
from generator.renderers.html import Renderer
from generator.site.desks import desks

ROLES = """# processes/organization.yml
roles:
  - {role: manager, title: Shop manager, unit: shop, reports-to: shop}
  - {role: clerk, title: Sales <b>clerk, unit: shop, reports-to: manager}
  - {role: customer, title: Customer, unit: market, external: true}
  - {role: anyone, title: Whoever is there, any-of: [manager, clerk]}
"""


def test_each_role_has_a_desk_with_its_collective_roles_and_addresses_of_the_landing_page() -> None:
    handbook = book(ROLES + steps(step("take", "end: done", role="anyone")))
    ctx = context(handbook)
    pages = [role_page(ctx, role) for role in handbook.roles.values()]
    made = dict(desks(ctx, Renderer(ctx=ctx), pages))
    assert set(made) == {f"assets/handbook/desks/{name}.js" for name in handbook.roles}
    said = made["assets/handbook/desks/clerk.js"].decode()
    head, desk = said.rstrip(";\n").split(" = ", 1)
    assert head == '(window.handbookDesks ??= {})["clerk"]'
    told = json.loads(desk)
    assert (told["title"], told["also"]) == ("Sales <b>clerk", ["anyone"])
    assert f'<h4 id="desk-{Rhythm.AT_ONCE.value}">' in told["html"]
    assert 'href="processes/take-order.html#step-take"' in told["html"]
    assert "<b>" not in re.sub(r"<strong>", "", told["html"])
    assert 'id="does"' not in told["html"]
