"""Addresses lead from any page to any other, in each language and from outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shipped import shipped

from generator.document.addresses import on_the_web
from generator.document.blocks import Target
from generator.document.context import Context

ROLE = Target("role", "branch-head")


def at(address: str | None, language: str = "zh") -> Context:
    ctx = shipped(language)
    settings = replace(ctx.handbook.settings, address=address)
    return replace(ctx, handbook=replace(ctx.handbook, settings=settings))


def test_a_translation_has_addresses_of_its_own() -> None:
    ctx = at("https://h.example/a", "en")
    assert on_the_web(ctx, ROLE) == "https://h.example/a/en/roles/branch-head.html"
    assert on_the_web(at("https://h.example/a/"), ROLE) == (
        "https://h.example/a/roles/branch-head.html"
    )


@pytest.mark.parametrize("address", [None, "", 'https://h" \\o "x', "javascript:alert(1)", "h x"])
def test_an_address_that_is_not_plain_leads_nowhere(address: str | None) -> None:
    assert on_the_web(at(address), ROLE) == ""
