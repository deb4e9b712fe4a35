"""The blank forms that returned ones are compared with, made as they are handed out."""

from __future__ import annotations

from collections.abc import Iterable

from generator.base.i18n import Catalogue, product_catalogue
from generator.collect.package import package_of
from generator.collect.paper.blank import BlankForm
from generator.collect.paper.seeing import blank_of
from generator.document.context import Context
from generator.model.form import Form
from generator.model.form_tags import column_tag
from generator.model.handbook import Handbook
from generator.renderers.word.forms import pages_of, specification
from generator.renderers.word.ooxml.house import House


class Blanks:
    """Makes each blank form once, in each language that it is asked for."""

    def __init__(self, handbook: Handbook, catalogues: Iterable[Catalogue] = ()) -> None:
        self._handbook = handbook
        self._texts = {each.language: each for each in catalogues}
        self._made: dict[tuple[str, str], BlankForm] = {}
        self._specifications: dict[str, str] = {}

    def of(self, form: Form, language: str) -> BlankForm:
        """Return the blank form in a language; in the handbook's first where it has no such."""
        if (form.id, language) not in self._made:
            self._made[form.id, language] = self._make(form, language)
        return self._made[form.id, language]

    def is_today(self, form: Form, handed_out: str) -> bool:
        """Tell whether a specification, as files carry it, is that of the form as it is now."""
        if form.id not in self._specifications:
            header = self._handbook.settings.form_header
            self._specifications[form.id] = specification(form, header)
        return handed_out == self._specifications[form.id]

    def _make(self, form: Form, language: str) -> BlankForm:
        spoken = language if language in self._handbook.settings.languages else ""
        words = product_catalogue(spoken or self._handbook.settings.languages[0])
        texts = self._texts.get(words.language, Catalogue(words.language))
        context = Context.of(self._handbook, words, texts)
        package = package_of(dict(pages_of(context, form, House())))
        columns = {
            column_tag(table, column)
            for table in form.fields
            if table.columns
            for column in table.columns
        }
        return blank_of(package, columns)
