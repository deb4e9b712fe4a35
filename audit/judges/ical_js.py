"""Whether Mozilla's iCalendar parser reads every calendar, and finds the days of the dues."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import npm
import product

from generator.checking.folder import check_folder
from generator.document.duties import days_of, recurring_duties

NAME = "ical.js"
HERE = Path(__file__).parents[1] / "ical_js"
MOST_SECONDS = 300


def install() -> str | None:
    """Install the parser from its lock file."""
    return npm.install(HERE)


def run(work: Path) -> list[str]:
    """Expand all calendars and compare the days with those of the model."""
    torn = work / "torn.ics"
    torn.write_text("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", encoding="utf-8")
    if not npm.node("days.mjs", str(torn), folder=HERE, seconds=MOST_SECONDS).returncode:
        return ["it does not see: a torn calendar passes"]
    files = sorted(product.site().rglob("roles/*.ics"))
    done = npm.node("days.mjs", *map(str, files), folder=HERE, seconds=MOST_SECONDS)
    if done.returncode:
        return [f"the parser refused: {done.stderr[-300:]}"]
    handbook = check_folder(product.ROOT).handbook
    assert handbook is not None
    said = []
    for path, days in json.loads(done.stdout).items():
        role = handbook.roles[Path(path).stem]
        expected = Counter(
            each.day.isoformat()
            for duty in recurring_duties(handbook, role)
            for each in days_of(handbook, duty)
        )
        if Counter(days) != expected:
            odd = sorted(set((Counter(days) - expected) + (expected - Counter(days))))
            said.append(f"{role.role}: {len(odd)} days differ, such as {odd[0]}")
    return said or ([] if files else ["no calendars were made"])
