"""The words of hand-written pages are judged against the handbook like those of its YAML."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site.verdict import read_handbook

BOOK = Path(__file__).parents[2] / "handbooks" / "bicycles"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pages") / "book"
    shutil.copytree(BOOK, root, ignore=shutil.ignore_patterns("build"))
    sources = root / "processes/sources.yml"
    sources.write_text(sources.read_text().replace("fact: R1", "fact: R01"))
    for path in (root / "processes").rglob("*.yml"):
        path.write_text(path.read_text().replace("[R1]", "[R01]"))
    return root


def told(book: Path, page: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and number of further places of each finding of a page."""
    (book / "content/more.md").write_text(page, encoding="utf-8")
    checked = read_handbook(book).checked
    return [
        (each.rule.code, span.line, span.column, len(each.related))
        for each in checked.diagnostics
        if (span := checked.span(each.where)) and each.hint
    ]


@pytest.mark.parametrize(
    ("page", "code", "column"),
    [
        ("Up to ${estimate-limit} at once.\n", "HB724", 7),
        ("Up to ${no-limit} at once.\n", "HB724", 7),
        ("Up to $(estimate-limit) at once.\n", "HB724", 7),
        ("最多＄｛estimate-limit｝。\n", "HB724", 3),
        ("See WI 9.9 for more.\n", "HB210", 5),
        ("See R02 for more.\n", "HB211", 5),
        ("Up to £40 at once.\n", "HB225", 7),
        ("Up to 40 GBP at once.\n", "HB225", 7),
        ("A note[^1].\n", "HB726", 7),
        ("See [the rules][rules].\n", "HB726", 5),
        ("See [rules][].\n", "HB726", 5),
        ("[Repair](/processes/repair-bicycle.html)\n", "HB725", 10),
        ("```\nnever closed\n", "HB727", 1),
        ("> ~~~~\n> never closed\n> ~~~\n", "HB727", 1),
    ],
)
def test_what_readers_would_see_otherwise_is_told_once(
    book: Path, page: str, code: str, column: int
) -> None:
    assert told(book, page) == [(code, 1, column, 0)]


@pytest.mark.parametrize(
    "page",
    [
        "The limit (L2) of WI 1.1 follows R01.\n",
        "Write `${estimate-limit}` or `£40` in YAML.\n",
        "~~~\n${estimate-limit} of 40 GBP, WI 9.9\n~~~\n",
        "```text\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> x\n```\n",
        "[Repair](../processes/repair-bicycle.html?a=${estimate-limit})\n",
        "A5 paper, £400, 4,040 GBP, $5 and ${ as such.\n",
        "An array x[1][2] and a task [x] done.\n",
        "A note[^1].\n\n[^1]: Here.\n",
        "- ```\n  closed\n  ```\n\n> ```\n> closed\n> ```\n",
    ],
)
def test_what_is_meant_as_it_stands_is_not_told(book: Path, page: str) -> None:
    assert told(book, page) == []


def test_the_same_on_one_page_is_one_finding(book: Path) -> None:
    assert told(book, "WI 9.9\n\nWI 9.9, £40 and £40\n") == [
        ("HB210", 1, 1, 1),
        ("HB225", 3, 9, 1),
    ]


def test_a_reserved_name_and_a_merge_hide_no_link(book: Path) -> None:
    (book / "content/aux.md").write_text("<<<<<<< a\n[x](no.md)\n=======\n[x](y.md)\n>>>>>>> b\n")
    try:
        found = told(book, "Text.\n")
        lines = read_handbook(book).checked.texts["content/aux.md"].splitlines()
    finally:
        (book / "content/aux.md").unlink()
    assert [each[:3] for each in found] == [("HB056", 1, 1), ("HB052", 1, 1), ("HB711", 2, 5)]
    assert lines[0] == "<<<<<<< a"


def test_what_a_broken_file_may_define_is_not_unknown(book: Path) -> None:
    path = book / "processes/stock/buy-parts.yml"
    text = path.read_text()
    path.write_text(text.replace("code: WI 2.1", "code: [WI 2.1"))
    try:
        assert [each[0] for each in told(book, "See WI 2.1 and WI 9.9.\n")] == ["HB210", "HB029"]
    finally:
        path.write_text(text)
