"""Makes texts of the YAML harmless in comments: they are read, never obeyed."""

from __future__ import annotations

import re

from generator.base.printed import is_unseen

# Word joiner: nothing is seen of it, and what it parts is no mention, number or address any more.
JOINER = "\u2060"
_ENTITIES = {character: f"&#{ord(character)};" for character in "\\`*_[]<>&|~!$^={}\"'"}
# @somebody, #12, !12, ~label, %milestone, GH-12, a command at the start of a line, ::error::,
# ##[command], and whatever a site would turn into a link by itself.
_CALLS = re.compile(
    r"@|#|(?<![^\W\d_])GH(?=-\d)|:(?=[:/])|(?<=www)(?=\.)|^/(?=\w)|^(?=[-+>]|\d+[.)])"
    r"|(?<=[0-9a-f]{6})(?=[0-9a-f])|(?<=mailto)(?=:)|%(?=\w)",
    re.IGNORECASE,
)
_ELLIPSIS = "…"


def one_line(text: str, longest: int) -> str:
    """Return a text on one line, its control characters shown, cut with … where it is too long."""
    flat = " ".join(text.split())
    shown = "".join("�" if is_unseen(each) else each for each in flat)
    return shown if len(shown) <= longest else shown[: longest - 1].rstrip() + _ELLIPSIS


def shortened(before: str, after: str, longest: int) -> tuple[str, str]:
    """Return two texts on one line each, cut with … around the first place where they differ.

    They never look the same where they are not.
    """
    texts = [one_line(each, len(each) + 1) for each in (before, after)]
    pairs = enumerate(zip(*texts, strict=False))
    shared = next((at for at, (one, two) in pairs if one != two), min(map(len, texts)))
    start = shared - longest // 4 if max(map(len, texts)) > longest else 0
    first, second = (_window(each, start if start > 1 else 0, longest) for each in texts)
    return first, second


def _window(text: str, start: int, longest: int) -> str:
    if len(text) <= longest:
        return text
    head = _ELLIPSIS if start else ""
    rest = head + text[start:].lstrip()
    return rest if len(rest) <= longest else rest[: longest - 1].rstrip() + _ELLIPSIS


def harmless(text: str, longest: int = 160) -> str:
    """Return a text as Markdown that says just this text, on GitHub, GitLab and Gitee.

    No mark-up, mention, image, fence, HTML or link comes of it, and no command of a log.
    """
    parted = _CALLS.sub(_part, one_line(text, longest))
    return "".join(_ENTITIES.get(each, each) for each in parted)


def _part(match: re.Match[str]) -> str:
    return f"{match[0]}{JOINER}"
