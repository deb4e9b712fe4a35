"""Lines of reporting: who is above whom."""

from __future__ import annotations

from generator.model.handbook import Handbook


def is_above(handbook: Handbook, higher: str, lower: str) -> bool:
    """Whether a role reports to another, at once or by way of others; in a circle nobody does."""
    return _reports(handbook, lower, higher) and not _reports(handbook, higher, lower)


def _reports(handbook: Handbook, lower: str, higher: str) -> bool:
    seen: set[str] = set()
    waiting = [lower]
    while waiting:
        role = handbook.roles.get(waiting.pop())
        if role is None or role.role in seen:
            continue
        seen.add(role.role)
        above = [str(line.role) for line in role.reports_to]
        if higher in above:
            return True
        waiting += above
    return False
