"""The words that may stand in a list: source texts, and what leads to them in any language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.base.i18n import Catalogue
from generator.base.plain import folded
from generator.base.remembered import remembered
from generator.model.form import Field
from generator.model.handbook import Handbook
from generator.model.text import Text


class Vocabulary:
    """Finds the source text that a chosen or typed word stands for."""

    def __init__(self, handbook: Handbook, catalogues: Iterable[Catalogue] = ()) -> None:
        self._handbook = handbook
        self._catalogues = tuple(catalogues)
        self._listed = remembered(self._index)  # the same lists are asked for again and again

    def known(self, field: Field) -> tuple[str, ...]:
        """Return what may stand in a field; empty where anything may."""
        return tuple(dict.fromkeys(self._words(field).values()))

    def source(self, field: Field, text: str) -> str | None:
        """Return the source text for a word of the list, None when it is not in it."""
        return self._words(field).get(folded(text).casefold())

    def conclusion(self, field: Field, text: str) -> str | None:
        """Return the source text of the conclusion of a signature."""
        return self._listed(field.conclusions).get(folded(text).casefold())

    def _words(self, field: Field) -> Mapping[str, str]:
        if field.type == "role":
            return self._roles
        if field.type == "unit":
            return self._units
        return self._listed(field.options)

    @cached_property
    def _roles(self) -> Mapping[str, str]:
        roles = self._handbook.organization.roles
        ids = {each.role: each.title.source for each in roles}
        return ids | self._index(each.title for each in roles)

    @cached_property
    def _units(self) -> Mapping[str, str]:
        units = self._handbook.organization.units
        ids = {each.unit: each.title.source for each in units}
        return ids | self._index(each.title for each in units)

    def _index(self, texts: Iterable[Text]) -> dict[str, str]:
        found: dict[str, str] = {}
        for each in texts:
            for word in (each.source, *(known.get(each.source) for known in self._catalogues)):
                found.setdefault(folded(word).casefold(), each.source)
        return found

    def title(self, role: str) -> str:
        """Return the title of a role in the handbook's first language."""
        found = self._handbook.roles.get(role)
        return found.title.source if found else role
