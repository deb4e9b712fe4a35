"""The index of the search as a table: kind, address, title, context, text."""

from __future__ import annotations

import json
import re

KEPT = ("rules/hb001.html", "rules/hb301.html")
"""Of the many pages on rules, which all come from one list, these stand for all."""


def index_table(raw: bytes) -> str:
    """One line an entry, as a browser reads it; the head is the names of the kinds."""
    found = re.fullmatch(
        r'window\.handbookIndex = \{kinds: (\[.*?\]), lines: (".*")\};\n', raw.decode(), re.DOTALL
    )
    assert found, "the search index has another form"
    entries = [line.split("\t") for line in json.loads(found[2]).split("\n")]
    rows = [each for each in entries if not each[1].startswith("rules/") or each[1] in KEPT]
    left_out = f"({len(entries) - len(rows)} more pages on rules)"
    return "\n".join([found[1], *("\t".join(each) for each in rows), left_out]) + "\n"
