"""Addresses lead from any page to any other, in each language and from outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shipped import shipped

from generator.document.addresses import on_the_web, published
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


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (Target("process", "take-order"), "processes/take-order.html"),
        (Target("process", "take-order", "step-1"), "processes/take-order.html#step-1"),
        (Target("form", "order-sheet", "field-a"), "forms/order-sheet.html#field-a"),
        (Target("role", "clerk"), "roles/clerk.html"),
        (Target("unit", "shop"), "units/shop.html"),
        (Target("chapter", "sales"), "chapters/sales.html"),
        (Target("about", "foreword"), "about/foreword.html"),
        (Target("rule", "HB301"), "rules/hb301.html"),
        (Target("page", "matrix"), "matrix.html"),
        (Target("page", "sources", "practice"), "sources.html#practice"),
        (Target("term", "Order"), "glossary.html#Order"),
        (Target("parameter", "L1"), "parameters.html#L1"),
        (Target("item", "stock-list"), "information.html#stock-list"),
        (Target("basis", "F-01"), "sources.html#f-01"),
        (Target("download", "downloads/handbook.docx"), "downloads/handbook.docx"),
    ],
    ids=lambda each: each.kind if isinstance(each, Target) else "",
)
def test_each_kind_of_thing_has_its_place_in_the_tree(target: Target, path: str) -> None:
    assert published(target) == path


def test_a_whole_address_is_taken_as_it_is() -> None:
    target = Target("address", "https://other.example/x")
    assert on_the_web(at(None), target) == "https://other.example/x"
