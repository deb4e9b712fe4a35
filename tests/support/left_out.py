"""Turns a skipped test into a failed one where nothing may be left out without a written reason."""

from __future__ import annotations

from collections.abc import Iterator

import machine
import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail a test that is skipped in a strict run, unless tools/left_out.txt gives a reason."""
    report = yield
    if isinstance(report, pytest.TestReport):
        _judge(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """Fail a module that is skipped as a whole in a strict run."""
    report = yield
    if isinstance(report, pytest.CollectReport):
        _judge(report)
    return report


def _judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    name = report.nodeid.partition("[")[0]
    if report.skipped and machine.strict() and name not in machine.left_out():
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = (
            f"{name} is left out where CI is set, and tools/left_out.txt does not name it. {why}"
        )
