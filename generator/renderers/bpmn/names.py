"""Gives elements ids that XML accepts: ASCII names, each used once."""

from __future__ import annotations

import re

NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")


class Names:
    """Remembers which id of a drawing became which id of the document."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._names: dict[tuple[str, str], str] = {}

    def of(self, family: str, key: str) -> str:
        """Return the name of a thing; the same thing always gets the same one."""
        if (family, key) not in self._names:
            stem = name = f"{family}_{NOT_IN_NAMES.sub('_', key)}"
            count = 1
            while name in self._used:
                count += 1
                name = f"{stem}_{count}"
            self._used.add(name)
            self._names[family, key] = name
        return self._names[family, key]
