"""Tells a remark from the rest of a text: behind a space, # begins what readers do not see."""

from __future__ import annotations

import re

PROSE = frozenset(
    (
        *("about", "article", "change", "checks", "company", "conclusions", "contact", "control"),
        *("definition", "do", "duties", "edition", "en", "end", "for", "help", "inputs"),
        *(
            "elsewhere",
            "instructions",
            "kpi",
            "label",
            "note",
            "options",
            "outputs",
            "purpose",
            "record",
        ),
        *("refuses", "risk", "say", "says", "scope", "settled", "store", "summary", "synonyms"),
        *("target", "title", "trigger"),
    )
)
"""The keys of texts that readers read: a single word there may be half a sentence, and no id."""
READ = frozenset(
    (
        *("address", "at", "base-document", "code", "computed", "due", "every", "font", "formula"),
        *("kind", "keep", "latin-font", "logo", "must", "review", "site-keep", "takes", "unit"),
    )
)
"""The keys of what only the program reads, in words of its own: dues, formulas, addresses."""
_FOR_THE_PROGRAM = re.compile(r" # *handbook\b")
# A remark whose # stands right before a word, as a number or a name does: “#2”.
_JOINED = re.compile(r" #[^\s#]")
# One with an insert: it was meant to be read.
_INSERT = re.compile(r" #[^\r\n]*\$\{")
_REST = re.compile(r" #[^\r\n]*")
_SENTENCE = re.compile(r"[.。;；!！?？…][)）\]】\"”'’」』]*\Z")
# An id, a code, a number, a date, an insert, an address; an amount or a share.
_WORD = re.compile(r"[a-z$][\w.${}/:@+-]*|[\w./:@+-]*\d[\w./:@%+-]*|[<>=!]=?.*", re.ASCII)
_AMOUNT = re.compile(r"-?\d[\d.]* ?(?:%|[A-Z]{3})")


def cut_off(text: str, end: int, value: str, key: str) -> re.Match[str] | None:
    """Return what was cut off a plain text by a # behind one space, if it is no remark.

    `value` ends at `end` and stands under `key`. Behind two spaces or more, behind a whole
    sentence, and behind what is no sentence at all, a # with a space after it begins a remark.
    """
    if not text.startswith(" #", end) or _FOR_THE_PROGRAM.match(text, end):
        return None
    doubtful = _JOINED.match(text, end) or _INSERT.match(text, end)
    return _REST.match(text, end) if doubtful or not _may_end(value, key) else None


def _may_end(value: str, key: str) -> bool:
    """Whether a remark may follow: the text is whole as it stands."""
    if key in READ or _SENTENCE.search(value) or _AMOUNT.fullmatch(value):
        return True
    return key not in PROSE and _WORD.fullmatch(value) is not None
