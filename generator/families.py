"""The families of documents that can be exported by themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.artifact import Artifact
    from generator.model.handbook import Handbook

Family: TypeAlias = "Callable[[Path, Handbook, str, tuple[str, ...]], tuple[Artifact, ...]]"


def _json(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    del root, language
    from generator.renderers.data import handbook_json

    return () if ids else (handbook_json(handbook),)


FAMILIES: Mapping[str, Family] = {"json": _json}
