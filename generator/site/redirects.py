"""Small pages at the addresses that documents had under their former ids."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.document.context import Context
from generator.renderers.html.fragment import language_tag

_PAGE = Markup(
    '<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    '<meta name="robots" content="noindex"><title>{title}</title>'
    '<meta http-equiv="refresh" content="0; url={address}"></head>'
    '<body><main><h1>{title}</h1><p>{said} <a href="{address}">{title}</a></p></main></body>'
    "</html>\n"
)


def redirects(ctx: Context) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of a page for each former id of a process, form, role or unit."""
    for folder, new, old, title in _former(ctx):
        page = _PAGE.format(
            language=language_tag(ctx.words.language),
            title=title,
            address=f"{new}.html",
            said=ctx.words.say("This page has moved:"),
        )
        yield f"{folder}/{old}.html", page.encode()


def _former(ctx: Context) -> Iterator[tuple[str, str, str, str]]:
    book = ctx.handbook
    found = (
        ("processes", [(e.id, e.formerly, e.title) for e in book.process_list]),
        ("forms", [(e.id, e.formerly, e.title) for e in book.form_list]),
        ("roles", [(e.role, e.formerly, e.title) for e in book.organization.roles]),
        ("units", [(e.unit, e.formerly, e.title) for e in book.organization.units]),
    )
    for folder, documents in found:
        for new, formerly, title in documents:
            for old in formerly:
                yield folder, new, old, ctx.words.translated(title.source)
