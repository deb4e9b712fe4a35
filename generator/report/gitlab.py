"""Findings as a code quality report of GitLab, which shows them in the merge request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from generator.base.diagnostics import Severity
from generator.base.i18n import Catalogue
from generator.base.printed import as_json
from generator.checking.pipeline import Checked
from generator.report.fixes import said

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report_gitlab(checked: Checked, words: Catalogue, before: str = "") -> str:
    """Return the array: description, check name, fingerprint, severity and place of each finding.

    `before` goes before each path: GitLab needs those from the root of the repository.
    """
    rows = []
    for found, mark in zip(checked.diagnostics, fingerprints(checked), strict=True):
        span = checked.span(found.where)
        hint = f" {words.say(found.hint)}" if found.hint else ""
        text = f"{found.rule.code} {words.say(found.message)}{hint}"
        rows.append(
            {
                "description": text + said(checked, found, words),
                "check_name": f"{found.rule.code}-{found.rule.name}",
                "fingerprint": mark,
                "severity": _LEVELS[found.weight],
                "location": {
                    "path": f"{before}{span.file}",
                    "lines": {"begin": span.line},
                },
            }
        )
    return as_json(rows, indent=1) + "\n"


def fingerprints(checked: Checked) -> Iterator[str]:
    """Yield what tells each finding from others: it stays when the finding moves to another line.

    Of equal findings in a file each has its own.
    """
    seen: Counter[str] = Counter()
    for found in checked.diagnostics:
        args = sorted((name, str(value)) for name, value in found.args.items())
        mark = "\0".join((found.rule.code, found.where.file, repr(args)))
        seen[mark] += 1
        named = f"{mark}\0{seen[mark]}".encode(errors="surrogatepass")  # of a name: no UTF-8
        yield sha256(named).hexdigest()
