"""The few HTML tags that a hand-written text may hold; all others stand there as text."""

from __future__ import annotations

import re
from html import unescape

from markdown_it.common.html_re import close_tag, open_tag
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ALLOWED = frozenset(
    {"a", "abbr", "b", "br", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "u"}
)
ATTRIBUTES = frozenset({"class", "dir", "id", "lang", "title"})
# Other kinds are looked for up to the end of the text at each "<?", which takes long.
_TAG = re.compile(f"{open_tag}|{close_tag}")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(
    r"\s([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?", re.ASCII
)
# The other elements of HTML: who writes one of these expects that it does something.
_OF_HTML = """
    address article aside audio base blockquote body button canvas caption center code col
    colgroup datalist dd details dialog div dl dt embed fieldset figcaption figure font footer
    form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li
    link main map marquee math menu meta meter nav noscript object ol optgroup option output p
    param picture portal pre progress script search section select slot source style summary svg
    table tbody td template textarea tfoot th thead title tr track ul var video wbr
"""
_KNOWN = frozenset(_OF_HTML.split())


def tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by the library
    """Read a tag that is allowed; note others of HTML, which stay text."""
    if state.src[state.pos] != "<":
        return False
    if state.src.startswith("<!--", state.pos):
        _note(state, "hidden", "<!--", silent=silent)
        return False
    found = _TAG.match(state.src, state.pos)
    name = _NAME.match(state.src, state.pos)
    if found is None or name is None:
        return False
    lower, written = name[1].lower(), found[0]
    attributes = _attributes(written[name.end() - name.start() :])
    if lower not in ALLOWED or not ATTRIBUTES.issuperset(attributes):
        if not written.startswith("</") and (lower in ALLOWED or lower in _KNOWN):
            _note(state, "as-written", written, silent=silent)
        return False
    if not silent:
        kind = "close" if written.startswith("</") else "open"
        token = state.push("html_break" if lower == "br" else f"html_{kind}", lower, 0)
        token.content = written
        token.attrs = dict(attributes)
    state.pos = found.end()
    return True


def _attributes(written: str) -> dict[str, str]:
    """Return the attributes of a tag, of which the first of a name counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _note(state: StateInline, kind: str, what: str, *, silent: bool) -> None:
    if not silent:
        state.env["notes"].append((kind, what, state.src, state.pos))


def pair(children: list[Token]) -> None:
    """Make text of every tag that is not closed where it was opened."""
    open_tokens: list[Token] = []
    for child in children:
        if child.type == "html_open" or child.nesting == 1:
            open_tokens.append(child)
        elif child.type == "html_close":
            last = open_tokens[-1] if open_tokens else None
            if last is not None and (last.type, last.tag) == ("html_open", child.tag):
                open_tokens.pop()
            else:
                _as_text(child)
        elif child.nesting == -1:
            _close(open_tokens)
    while open_tokens:
        _close(open_tokens)


def _close(open_tokens: list[Token]) -> None:
    """Forget what was opened last by Markdown, and make text of tags opened after it."""
    while open_tokens:
        last = open_tokens.pop()
        if last.type != "html_open":
            break
        _as_text(last)


def _as_text(token: Token) -> None:
    token.type, token.tag, token.attrs = "text", "", {}
