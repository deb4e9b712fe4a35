"""The change policy: what a handbook must respect since an earlier state, and on a given day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.checking.base import HandbookState
from generator.checking.comparison import comparison_of
from generator.checking.folder import HandbookFolder
from generator.checking.pipeline import with_findings
from generator.rules.policy.overdue_review import overdue
from generator.rules.policy.registry import check_since
from generator.rules.policy.since import GLOSSARY, Since
from generator.source.history import last_changes
from generator.source.suppression import unsilenced


def with_policy(
    folder: HandbookFolder,
    root: Path,
    *,
    base: HandbookState | None = None,
    today: date | None = None,
) -> HandbookFolder:
    """Return a folder with the findings of the policy added to its own.

    `base` is the state before the change, `today` the day on which reviews are judged; without
    them there is nothing to find.
    """
    checked = folder.checked
    if checked.handbook is None:
        return folder
    found = list(overdue(checked.handbook, today)) if today else []
    if base is not None:
        found += check_since(_since(folder, root, base))
    kept = unsilenced(found, checked.sources, checked.span)
    return replace(folder, checked=with_findings(checked, kept))


def _since(folder: HandbookFolder, root: Path, base: HandbookState) -> Since:
    comparison, unread = comparison_of(base.folder, folder)
    files = sorted({each.where.file for each in comparison.before.documents})
    files += ["processes/organization.yml", "processes/parameters.yml", GLOSSARY]
    changed = {each.where.file for each in comparison.changes}
    dates = last_changes(root, base.commit, files, changed) if base.commit else {}
    return Since(comparison=comparison, unread=unread, last_changed=dates)
