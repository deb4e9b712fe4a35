"""The families of documents that can be exported by themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.artifact import Artifact
    from generator.document.context import Context
    from generator.model.handbook import Handbook

Family: TypeAlias = "Callable[[Path, Handbook, str, tuple[str, ...]], tuple[Artifact, ...]]"


def _json(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    del root, language
    from generator.renderers.data import handbook_json

    return () if ids else (handbook_json(handbook),)


def _forms(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    from dataclasses import replace

    from generator.pack import house_in
    from generator.renderers.docx_form import form_artifacts

    found = form_artifacts(_context(root, handbook, language), house_in(root, handbook), ids)
    return tuple(replace(each, path=each.path.rpartition("/")[2]) for each in found)


def _context(root: Path, handbook: Handbook, language: str) -> Context:
    from generator.document.context import Context
    from generator.i18n import Catalogue, parse_catalogue, product_catalogue

    file = root / "content" / "locale" / f"{language}.po"
    texts = parse_catalogue(language, file.read_bytes()) if file.is_file() else Catalogue(language)
    return Context(handbook, language, product_catalogue(language), texts)


FAMILIES: Mapping[str, Family] = {"forms": _forms, "json": _json}
