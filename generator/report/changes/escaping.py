"""Makes texts of the YAML harmless in comments: they are read, never obeyed."""

from __future__ import annotations

import re
import unicodedata

# Word joiner: nothing is seen of it, and what it parts is no mention, number or address any more.
_JOINER = "\u2060"
_ENTITIES = {character: f"&#{ord(character)};" for character in "\\`*_[]<>&|~!$^={}\"'"}
# @somebody, #12, !12, ~label, %milestone, GH-12, a command at the start of a line, ::error::,
# ##[command], and whatever a site would turn into a link by itself.
_CALLS = re.compile(
    r"@|#|(?<![^\W\d_])GH(?=-\d)|:(?=[:/])|(?<=www)(?=\.)|^/(?=\w)|^(?=[-+>]|\d+[.)])"
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])|(?<=mailto)(?=:)|%(?=\w)",
    re.IGNORECASE,
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ELLIPSIS = "…"


def one_line(text: str, longest: int) -> str:
    """Return a text on one line, its control characters shown, cut with … where it is too long."""
    flat = " ".join(text.split())
    shown = "".join("�" if unicodedata.category(each) in _INVISIBLE else each for each in flat)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + _ELLIPSIS


def harmless(text: str, longest: int = 160) -> str:
    """Return a text as Markdown that says just this text, on GitHub, GitLab and Gitee.

    No mark-up, mention, image, fence, HTML or link comes of it, and no command of a log.
    """
    parted = _CALLS.sub(_part, one_line(text, longest))
    return "".join(_ENTITIES.get(each, each) for each in parted)


def _part(match: re.Match[str]) -> str:
    return f"{match[0]}{_JOINER}"
