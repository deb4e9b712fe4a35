"""docs/promises.md is whole: every promise has tests, each was seen to fail without it."""

from __future__ import annotations

import breaks
import promises


def test_every_promise_is_proved_and_every_mark_is_one() -> None:
    assert set(promises.promises()) == set(promises.proofs())


def test_the_page_is_that_of_the_marks_and_no_proof_failed() -> None:
    results, broken = promises.known_results(), promises.known_breaks()
    assert promises.PAGE.read_text(encoding="utf-8") == promises.page(results, broken), (
        "python tools/promises.py"
    )
    tests = {test for each in promises.proofs().values() for test in each}
    assert set(results.values()) <= {"passed", promises.UNKNOWN}, "python tools/promises.py --run"
    assert set(results) == tests


def test_every_promise_can_be_broken_in_the_program_as_it_is() -> None:
    """What breaks it is found where it is to stand; `make prove` puts it in."""
    ways = list(breaks.breaks(promises.proofs()))
    assert {each.promise for each in ways} == set(promises.promises())
    assert [(each.promise, flaw) for each in ways for flaw in each.flaws()] == []
    assert all(each.tests for each in ways)


def test_no_test_passed_while_its_promise_was_broken() -> None:
    assert promises.UNNOTICED not in promises.known_breaks().values(), (
        "python tools/promises.py --break"
    )


def test_a_promise_without_a_test_is_seen() -> None:
    said = promises.page({}, {})
    assert f"| {promises.UNKNOWN} |" in said
    assert "`tests/—`" not in said
