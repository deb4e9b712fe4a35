"""HB706: a former id that something else bears now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.diagnostics import N_, Diagnostic, Fix, Locator, Rule, Safety
from generator.rules.book import Book
from generator.rules.examples import TAKE_ORDER

RULE = Rule(
    code="HB706",
    name="taken-former-id",
    message=N_("The former id “{id}” is in use."),
    hint=N_("Take it out of “formerly:”, or give the other one another id."),
    why=N_("Old links and QR codes would lead to the wrong page."),
    wrong=TAKE_ORDER + "formerly: [ship-order]\n",
    right=TAKE_ORDER + "formerly: [accept-order]\n",
)
Former = tuple[tuple[str, ...], Locator]


def check(book: Book) -> Iterator[Diagnostic]:
    """Compare former ids with the ids in use, kind by kind."""
    for used, entities in _kinds(book):
        seen: set[str] = set()
        for formerly, where in entities:
            for index, old in enumerate(formerly):
                if old in used or old in seen:
                    place = where / "formerly" / index
                    yield RULE.at(place, fix=Fix.at(place, None, Safety.SAFE), id=old)
                seen.add(old)


def _kinds(book: Book) -> Iterator[tuple[set[str], list[Former]]]:
    handbook = book.handbook
    yield set(handbook.processes), [(p.formerly, p.where) for p in handbook.process_list]
    yield set(handbook.forms), [(f.formerly, f.where) for f in handbook.form_list]
    yield set(handbook.roles), [(r.formerly, r.where) for r in handbook.organization.roles]
    yield set(handbook.units), [(u.formerly, u.where) for u in handbook.organization.units]
    yield (
        set(handbook.parameters),
        [(p.formerly, p.where) for p in handbook.parameter_file.parameters],
    )
    yield (
        {t.term for t in handbook.glossary.terms},
        [(t.formerly, t.where) for t in handbook.glossary.terms],
    )
    for process in handbook.process_list:
        yield {s.id for s in process.steps}, [(s.formerly, s.where) for s in process.steps]
    for form in handbook.form_list:
        yield {s.section for s in form.sections}, [(s.formerly, s.where) for s in form.sections]
        yield {f.field for f in form.fields}, [(f.formerly, f.where) for f in form.fields]
        for table in form.fields:
            yield {c.field for c in table.columns}, [(c.formerly, c.where) for c in table.columns]
