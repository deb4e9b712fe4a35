"""docs/promises.md is whole: every promise has tests, every mark a promise, and the page is new."""

from __future__ import annotations

import promises


def test_every_promise_is_proved_and_every_mark_is_one() -> None:
    assert set(promises.promises()) == set(promises.proofs())


def test_the_page_is_that_of_the_marks_and_no_proof_failed() -> None:
    results = promises.known_results()
    assert promises.PAGE.read_text(encoding="utf-8") == promises.page(results), (
        "python tools/promises.py"
    )
    tests = {test for each in promises.proofs().values() for test in each}
    assert set(results.values()) <= {"passed", promises.UNKNOWN}, "python tools/promises.py --run"
    assert set(results) == tests


def test_a_promise_without_a_test_is_seen(monkeypatch: object) -> None:
    said = promises.page({})
    assert f"| {promises.UNKNOWN} |" in said
    assert "`tests/—`" not in said
