"""Rights to decide, as steps and forms cite them: approval bands, or a matter of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.reference import Band, Matter, Parameter
from generator.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who may decide what: `id` is how it is cited, `parameter` or `parameter.matter`.

    `bands` rise with the amount; bands of one limit name several roles of whom one is enough.
    Without any limit every role may decide. `matters` are the entries of a table that it covers;
    it is `listed` unless it only holds others together.
    """

    id: str
    parameter: Parameter
    title: Text
    bands: tuple[Band, ...]
    matters: tuple[Matter, ...] = ()
    listed: bool = True

    @property
    def code(self) -> str:
        """How people know it: the code of its parameter, else its id."""
        return self.parameter.code or self.id

    @property
    def roles(self) -> tuple[str, ...]:
        """Who may decide, the lowest first."""
        return tuple(dict.fromkeys(band.role for band in self.bands))

    @property
    def by_amount(self) -> bool:
        """Whether an amount decides who may."""
        return any(band.up_to is not None for band in self.bands)


def authorities_of(parameters: Iterable[Parameter]) -> Mapping[str, Authority]:
    """Return every right to decide by the name under which it is cited."""
    return {each.id: each for parameter in parameters for each in _authorities(parameter)}


def covers(known: Mapping[str, Authority], given: str, wanted: str) -> bool:
    """Whether an approval under one authority is one under another: the same, or a part of it.

    Whoever decides a whole table decides each of its matters, and with a matter its parts.
    """
    if given == wanted:
        return True
    whole, part = known.get(given), known.get(wanted)
    if whole is None or part is None or not part.matters:
        return False
    return whole.parameter.parameter == part.parameter.parameter and all(
        each in whole.matters for each in part.matters
    )


def below(table: Iterable[Matter], name: str) -> tuple[Matter, ...]:
    """Return the entries of a matter and of all that is part of it, in the order of the table."""
    entries = tuple(table)
    names = {name}
    for _ in entries:  # a chain of parts is at most as long as the table
        names |= {each.matter for each in entries if each.of in names}
    return tuple(each for each in entries if each.matter in names)


def _authorities(parameter: Parameter) -> Iterator[Authority]:
    if parameter.bands:
        yield Authority(
            id=parameter.parameter,
            parameter=parameter,
            title=parameter.title,
            bands=parameter.bands,
        )
    elif parameter.authority:
        yield Authority(
            id=parameter.parameter,
            parameter=parameter,
            title=parameter.title,
            bands=tuple(_without_limits(parameter.authority)),
            matters=parameter.authority,
            listed=False,
        )
    for name in dict.fromkeys(each.matter for each in parameter.authority):
        yield _of_matter(parameter, name)


def _of_matter(parameter: Parameter, name: str) -> Authority:
    own = [each for each in parameter.authority if each.matter == name]
    all_ = below(parameter.authority, name)
    levels = [each for each in own if each.level]
    bands = _bands(levels) if levels else _without_limits(all_)
    return Authority(
        id=f"{parameter.parameter}.{name}",
        parameter=parameter,
        title=title_of(own),
        bands=tuple(bands),
        matters=all_,
        listed=bool(levels),
    )


def title_of(entries: Iterable[Matter]) -> Text:
    """Return what the entries of one matter call it; its id where none does."""
    found = tuple(entries)
    named = (each.title for each in found if each.title is not None)
    return next(named, Text(found[0].matter) if found else Text(""))


def _bands(levels: Iterable[Matter]) -> Iterator[Band]:
    for each in levels:
        for role in each.level:
            yield Band(role=role, up_to=each.up_to, where=each.where)


def _without_limits(matters: Iterable[Matter]) -> Iterator[Band]:
    roles = {role: each for each in matters for role in each.level}
    for role, each in roles.items():
        yield Band(role=role, where=each.where)
