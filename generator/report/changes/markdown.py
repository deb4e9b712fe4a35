"""A comparison as a comment under a pull request: five rows open, the rest folded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.base.diagnostics import N_
from generator.document.changes.report import ChangeReport, ChangeRow, PersonRow
from generator.document.words import Words
from generator.report.changes.escaping import harmless, shortened

MARKER = "<!-- handbook-diff -->"
"""The first line, by which a program finds the comment that it is to renew."""
OPEN_ROWS = 5
LARGEST = 60_000
"""Characters; GitHub takes 65,536."""
_LENGTHS = (160, 90, 45, 24)
"""Characters of a cell: as many as fit into the comment with all rows."""
_SHORT = 60
_PEOPLE, _PLACES, _TOUCHED, _FILES = 12, 3, 6, 20


def changes_as_markdown(report: ChangeReport) -> str:
    """Return the comment; where it would grow too large, it says how many rows are left out."""
    for longest in _LENGTHS:
        text = _comment(report, len(report.rows), longest)
        if len(text) <= LARGEST:
            return text
    fits, misses = 0, len(report.rows)
    while misses - fits > 1:
        middle = (fits + misses) // 2
        fine = len(_comment(report, middle, _LENGTHS[-1])) <= LARGEST
        fits, misses = (middle, misses) if fine else (fits, middle)
    return _comment(report, fits, _LENGTHS[-1])


def _comment(report: ChangeReport, most: int, longest: int) -> str:
    return "".join(f"{line}\n" for line in _lines(report, most, longest))


def _lines(report: ChangeReport, most: int, longest: int) -> Iterator[str]:
    words = report.ctx.words
    yield MARKER
    yield "### " + words.say("What changes: {count}", count=len(report.rows))
    yield ""
    before, after = harmless(report.before, _SHORT), harmless(report.after, _SHORT)
    yield words.say("From {before} to {after}.", before=before, after=after)
    yield from _unread(report, words)
    if not report.rows:
        yield ""
        yield nothing_changed(report)
        return
    yield ""
    for each in report.classes:
        count = words.say("{label}: {value}", label=each.title, value=len(each.rows))
        yield f"- **{count}** — {each.meaning}"
    yield from _people(report.people, words)
    yield from _table(words.say("The gravest"), report.rows[:OPEN_ROWS], words, longest)
    rest = report.rows[OPEN_ROWS:most]
    for each in report.classes:
        rows = [row for row in each.rows if row in rest]
        if rows:
            title = words.say("{label} ({value})", label=each.title, value=len(rows))
            yield from _folded(title, _table("", rows, words, longest))
    if (left := len(report.rows) - max(most, OPEN_ROWS)) > 0:
        yield ""
        yield words.say(
            "**{count} more {count:change has|changes have} no room here**; "
            "`handbook diff --format html` shows all.",
            count=left,
        )


def nothing_changed(report: ChangeReport) -> str:
    """Return what is said where no change was found; of files not compared nothing is known."""
    if report.unread:
        return report.ctx.words.say("In all other files nothing has changed its meaning.")
    text = N_("No change of meaning: only formatting, order or comments, if anything.")
    return report.ctx.words.say(text)


def _unread(report: ChangeReport, words: Words) -> Iterator[str]:
    if report.unread:
        yield ""
        files = words.comma.join(harmless(each) for each in report.unread[:_FILES])
        if (more := len(report.unread) - _FILES) > 0:
            files += words.say(" and {count} more", count=more)
        text = N_("⚠ **Not compared**, because they cannot be read whole: {files}")
        yield words.say(text, files=files)


def _people(people: tuple[PersonRow, ...], words: Words) -> Iterator[str]:
    if not people:
        return
    yield ""
    yield f"#### {words.say('Whom it reaches')}"
    yield ""
    lines = [_person(each, words) for each in people]
    yield from lines[:_PEOPLE]
    if lines[_PEOPLE:]:
        title = words.say("{count} {count:role|roles} more", count=len(lines) - _PEOPLE)
        yield from _folded(title, lines[_PEOPLE:])


def _person(person: PersonRow, words: Words) -> str:
    said = []
    for duty, places in person.duties:
        shown = words.semicolon.join(harmless(each, _SHORT) for each in places[:_PLACES])
        if more := len(places) - _PLACES:
            shown += words.say(" and {count} more", count=more) if more > 0 else ""
        said.append(words.say("{label} ({value})", label=duty, value=shown))
    title = f"**{harmless(person.title, _SHORT)}**"
    return "- " + words.say("{label}: {value}", label=title, value=words.semicolon.join(said))


def _folded(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"<details><summary>{title}</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def _table(title: str, rows: Iterable[ChangeRow], words: Words, longest: int) -> Iterator[str]:
    if title:
        yield ""
        yield f"#### {title}"
        yield ""
    heads = words.say_each("Where", "What", "Before", "After", "Whom")
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|---|"
    for row in rows:
        before, after = shortened(row.before, row.after, longest)
        cells = (
            harmless(row.place, longest),
            f"{harmless(row.what, longest)} <sub>{row.change.fingerprint}</sub>",
            harmless(before, longest),
            harmless(after, longest) + _touched(row, words),
            _whom(row, words, lambda text: harmless(text, _SHORT)),
        )
        yield f"| {' | '.join(cells)} |"


def _whom(row: ChangeRow, words: Words, said: Callable[[str], str]) -> str:
    people = [
        words.say("{label}: {value}", label=said(each.title), value=each.said)
        for each in row.people
    ]
    return "<br>".join(people[:_PEOPLE]) + (
        "<br>" + words.say("{count} {count:role|roles} more", count=len(people) - _PEOPLE)
        if len(people) > _PEOPLE
        else ""
    )


def _touched(row: ChangeRow, words: Words) -> str:
    if not row.touches:
        return ""
    places = words.semicolon.join(
        harmless(" · ".join(filter(None, (each.place, each.key))), _SHORT)
        for each in row.touches[:_TOUCHED]
    )
    more = len(row.touches) - _TOUCHED
    if more > 0:
        places += words.say(" and {count} more", count=more)
    said = words.say("touches {places}", places=places)
    if row.approvers:
        approvers = words.comma.join(harmless(each, _SHORT) for each in row.approvers)
        said += words.semicolon + words.say("approved by {approver}", approver=approvers)
    return "<br>" + said
