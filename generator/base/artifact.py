"""What renderers return: a path, the bytes to make, and the key of all that they depend on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.base.diagnostics import Locator


@dataclass(frozen=True, slots=True)
class Artifact:
    """A published file.

    `path` is relative to the output's root, with `/`. `body` is pure and called once at most. It
    takes the bytes of the `parts`, which others may have kept; given none, it makes them itself.
    `key` names everything that the bytes depend on; where it is None the bytes are made anew.
    `source` is the place that an editor would change.
    """

    path: str
    body: Callable[..., bytes]
    key: str | None = None
    source: Locator | None = field(default=None, compare=False)
    parts: tuple[Artifact, ...] = ()
