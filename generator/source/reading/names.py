"""Names that files may have: ids, names that Windows keeps to itself, what editors leave behind."""

from __future__ import annotations

import re

MAX_NAME = 40
"""The length of an id, and so of a file name without its ending."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# Devices of Windows, whatever ending follows. It takes ¹, ² and ³ for digits.
_RESERVED = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]")
_LEFT_BEHIND = re.compile(
    r"\..*|.*~|~\$.*|Thumbs\.db|desktop\.ini|.*\.(?:swp|swo|bak|orig)", re.IGNORECASE | re.DOTALL
)


def is_id(name: str) -> bool:
    """Whether a name is an id: lower-case words joined by hyphens, not too long."""
    return len(name) <= MAX_NAME and _ID.fullmatch(name) is not None


def id_near(name: str) -> str:
    """Return the id that is nearest to a name; empty where hardly anything of it would be left."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower())
    near = "-".join(words)[:MAX_NAME].strip("-0123456789")
    bare = re.sub(r"^[\s._-]+|[\s._-]+$", "", name)
    return near if len(near) * 2 > len(bare) or len(near) == MAX_NAME else ""


def is_reserved(name: str) -> bool:
    """Whether Windows has no file of this name, whatever its ending."""
    return _RESERVED.fullmatch(name.partition(".")[0].rstrip(" ").lower()) is not None


def is_left_behind(name: str) -> bool:
    """Whether systems and editors leave files of this name behind, of which nobody expects a page.

    Hidden files are such (`.#` of Emacs, `.~lock` of LibreOffice), and copies kept for safety.
    """
    return _LEFT_BEHIND.fullmatch(name) is not None
