"""The desk of a role as the landing page shows it: its title, its collective roles, its texts."""

from __future__ import annotations

import json
import re

from outlines.page import page_outline


def desk_outline(raw: bytes) -> str:
    """The title, the collective roles, then the outline of what stands on it."""
    found = re.fullmatch(
        r"\(window\.handbookDesks \?\?= \{\}\)\[(\".*?\")\] = (\{.*\});\n", raw.decode(), re.DOTALL
    )
    assert found, "the desk has another form"
    desk = json.loads(found[2])
    head = f"{json.loads(found[1])}: {desk['title']} {' '.join(desk['also'])}".rstrip()
    page = f"<html><head></head><body><article>{desk['html']}</article></body></html>"
    return f"{head}\n{page_outline(page.encode())}"
