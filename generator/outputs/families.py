"""The families of documents that can be exported by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from generator.base.artifact import Artifact
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
    from generator.outputs.pack import house_in
    from generator.renderers.word.forms import form_artifacts

    return _bare(form_artifacts(_context(root, handbook, language), house_in(root, handbook), ids))


def _checklists(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    from generator.outputs.pack import checklists

    endings = ("-checklist.docx", "-confirmation.docx")
    names = tuple(f"/{each}{ending}" for each in ids for ending in endings)
    made = checklists(_context(root, handbook, language), root)
    return tuple(each for each in made if not ids or each.path.endswith(names))


def _matrix(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    from generator.outputs.pack import workbook

    return () if ids else _bare(workbook(_context(root, handbook, language)))


def _book(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    from generator.outputs.pack import books

    return _bare(books(_context(root, handbook, language), root, ids))


def _ics(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...]
) -> tuple[Artifact, ...]:
    from generator.outputs.pack import calendars

    made = _bare(calendars(_context(root, handbook, language)))
    return tuple(each for each in made if not ids or each.path.removesuffix(".ics") in ids)


def _bare(artifacts: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """Return artifacts without the folders of the published tree."""
    from dataclasses import replace

    return tuple(replace(each, path=each.path.rpartition("/")[2]) for each in artifacts)


def with_pdf(artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield artifacts, and after each Word document the same laid out as PDF by LibreOffice."""
    from generator.base.artifact import Artifact
    from generator.outputs.office import to_pdf

    for each in artifacts:
        if not each.path.endswith(".docx"):
            yield each
            continue
        raw = each.body()
        yield Artifact(each.path, partial(bytes, raw))
        yield Artifact(f"{each.path.removesuffix('.docx')}.pdf", partial(to_pdf, raw))


def _context(root: Path, handbook: Handbook, language: str) -> Context:
    from generator.base.i18n import Catalogue, parse_catalogue, product_catalogue
    from generator.document.context import Context

    file = root / "content" / "locale" / f"{language}.po"
    texts = parse_catalogue(language, file.read_bytes()) if file.is_file() else Catalogue(language)
    return Context.of(handbook, product_catalogue(language), texts)


def _diagrams(
    root: Path, handbook: Handbook, language: str, ids: tuple[str, ...], *, ending: str
) -> tuple[Artifact, ...]:
    from generator.document.addresses import on_the_web
    from generator.outputs.diagrams import file_of

    ctx = _context(root, handbook, language)
    wanted = [each.id for each in handbook.process_list if not ids or each.id in ids]
    return _bare(file_of(ctx, each, ending, partial(on_the_web, ctx)) for each in wanted)


FAMILIES: Mapping[str, Family] = {
    "bpmn": partial(_diagrams, ending=".bpmn"),
    "book": _book,
    "checklists": _checklists,
    "forms": _forms,
    "ics": _ics,
    "json": _json,
    "matrix": _matrix,
    "svg": partial(_diagrams, ending=".svg"),
}
