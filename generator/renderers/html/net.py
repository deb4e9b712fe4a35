"""The last net below hand-written pages: a sanitizer that must find nothing to do."""

from __future__ import annotations

import nh3

from generator.document.addresses import SAFE_SCHEMES
from generator.renderers.html.prose_writer import QUOTE

_TAGS = """
    a abbr b blockquote br cite code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd
    li mark ol p pre q s section small span strong sub sup table tbody td th thead tr u ul
"""
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href"},
    "div": {"aria-label", "role", "tabindex"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"start"},
    "th": {"scope"},
}
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS.split()),
    attributes=_ATTRIBUTES,
    url_schemes=set(SAFE_SCHEMES),
    link_rel=None,
)


def is_clean(html: str) -> bool:
    """Whether a sanitizer finds in HTML only what may stand there, in the form that it writes.

    That form is the one of browsers, but for the quotes in texts.
    """
    return _CLEANER.clean(html) == html.replace(QUOTE, '"')
