"""The templates of pages and reports: how they are read, escaped and laid out."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def template_environment(*, keep_trailing_newline: bool) -> Environment:
    """Return an environment that escapes every text and stops at a name that is not given."""
    return Environment(
        loader=PackageLoader("generator.renderers.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=keep_trailing_newline,
    )
