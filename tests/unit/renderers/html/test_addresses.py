"""Addresses lead from any page to any other, and never to a script."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.blocks import Target
from generator.renderers.html.addresses import href, is_safe, published, relative

PATHS = st.lists(st.sampled_from(["a", "b", "forms"]), min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (Target("process", "x", "step-a"), "processes/x.html#step-a"),
        (Target("form", "x"), "forms/x.html"),
        (Target("role", "x"), "roles/x.html"),
        (Target("unit", "x"), "units/x.html"),
        (Target("chapter", "x"), "chapters/x.html"),
        (Target("parameter", "x"), "parameters.html#x"),
        (Target("term", "x"), "glossary.html#x"),
        (Target("item", "x"), "information.html#x"),
        (Target("basis", "F001"), "sources.html#f001"),
        (Target("page", "roles", "sales"), "roles.html#sales"),
        (Target("about", "foreword"), "about/foreword.html"),
        (Target("rule", "HB101"), "rules/hb101.html"),
        (Target("download", "forms/x.docx"), "forms/x.docx"),
    ],
)
def test_every_kind_of_target_has_its_place(target: Target, address: str) -> None:
    assert published(target) == address


@given(PATHS, PATHS)
def test_relative_addresses_lead_back_to_where_they_mean(page: str, path: str) -> None:
    found = relative(page, f"{path}.html")
    assert normpath(join(page.rpartition("/")[0], found)) == f"{path}.html"


def test_a_place_on_the_page_itself_is_only_an_anchor() -> None:
    assert relative("processes/x", "processes/x.html#step-a") == "#step-a"
    assert relative("processes/x", "processes/x.html") == "x.html"


def test_the_page_for_unknown_addresses_leads_from_the_root() -> None:
    assert href("404", Target("page", "index"), "/handbook/") == "/handbook/index.html"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVA\nSCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\u200bscript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil\\x",
    ],
)
@pytest.mark.promise("T5", "T6")
def test_addresses_that_run_or_leave_unseen_are_refused(address: str) -> None:
    assert not is_safe(address)
    assert href("index", Target("address", address)) == ""


@pytest.mark.parametrize(
    "address", ["https://a.example/?q=1#x", "mailto:a@b.example", "../x.html#a", "#a"]
)
def test_plain_addresses_are_kept(address: str) -> None:
    assert is_safe(address)
    assert href("index", Target("address", address)) == address
