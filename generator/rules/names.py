"""Names and titles: texts that stand everywhere as they are written, without values in them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import Locator
from generator.model.form import Field
from generator.model.handbook import Handbook
from generator.model.settings import Settings
from generator.model.text import Text

# The keys of names; all other texts are sentences, into which values are put.
_NAMES = frozenset(
    ("title", "label", "options", "conclusions", "refuses", "edition", "company", "every")
)


def is_name(text: Text) -> bool:
    """Whether a text is a name: pictures, lists, files and searches show it as it is written."""
    keys = [key for key in text.where.path if isinstance(key, str)]
    return bool(keys) and keys[-1] in _NAMES


def bare_names(book: Handbook) -> Iterator[tuple[str, Locator]]:
    """Yield what readers see of a handbook that is no text of its model: (words, place)."""
    yield from _codes_and_fonts(book.settings)
    for term in book.glossary.terms:
        if term.en:
            yield term.en, term.where / "en"
        for number, synonym in enumerate(term.synonyms):
            yield synonym, term.where / "synonyms" / number
    for source in book.sources.sources:
        if source.address:
            yield source.address, source.where / "address"
    for field in _fields(book):
        if field.pattern:
            yield field.pattern, field.where / "pattern"


def _codes_and_fonts(settings: Settings) -> Iterator[tuple[str, Locator]]:
    for chapter in settings.chapters:
        yield chapter.code, chapter.where / "code"
    style = settings.house_style
    for name, font in (("font", style.font), ("latin-font", style.latin_font)):
        if font:
            yield font, settings.where / "house-style" / name


def _fields(book: Handbook) -> Iterator[Field]:
    for form in book.form_list:
        for section in form.sections:
            yield from _with_columns(section.fields)
    yield from _with_columns(book.settings.form_header)


def _with_columns(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from field.columns
