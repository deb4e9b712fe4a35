"""What changed for a role, without the first issues of its documents."""

from __future__ import annotations

from pages import section, table, texts
from role_pages import page
from small import TAKE_ORDER


def test_what_changed_for_a_role_leaves_the_first_issues_to_one_line() -> None:
    example = TAKE_ORDER + (
        "revisions:\n"
        "  - {version: V1.1, date: 2026-02-01, approved: 2026-02-02, change: Faster}\n"
        "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First}\n"
    )
    news = section(page("clerk", example), "changed")
    assert table(news) == [("2026-02-02", "P-01-01 Take an order", "V1.1", "Faster")]
    assert (
        "3 documents of mine, issued from 2026-01-01 to 2026-01-01; 1 change since then."
        in texts(news)
    )
