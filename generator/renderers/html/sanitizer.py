"""Writes HTML anew with the elements, attributes and addresses that may stand in the handbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from generator.renderers.html.addresses import is_safe

_VOID = frozenset({"br", "hr", "img"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ELEMENTS = (
    _VOID
    | _HEADINGS
    | {"a", "abbr", "aside", "b", "blockquote", "caption", "cite", "code", "dd", "del", "details"}
    | {"div", "dl", "dt", "em", "figcaption", "figure", "i", "ins", "kbd", "li", "mark", "ol", "p"}
    | {"pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"}
)
# Elements whose content is no text for readers: it goes with them.
_SILENT = frozenset(
    {"iframe", "noscript", "object", "script", "style", "svg", "template", "textarea", "title"}
)
_ATTRIBUTES = frozenset({"class", "dir", "id", "lang", "title"})
_OWN_ATTRIBUTES = {
    "a": frozenset({"href"}),
    "details": frozenset({"open"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "ol": frozenset({"start", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
}
_ALIGNMENT = {"text-align: center": "hb-center", "text-align: right": "hb-right"}
_NOT_CITED = frozenset({"a", "code", "pre", "kbd"})
_CODE = re.compile(r"(?<![\w&#-])[A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,8}){0,4}(?![\w-])", re.ASCII)
_BLOCKS = _HEADINGS | {
    "p",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "tr",
    "br",
    "figcaption",
    "summary",
    "pre",
}


@dataclass(slots=True)
class Passage:
    """A headed part of a text: anchor, title, level of the heading, bare text."""

    anchor: str = ""
    title: str = ""
    level: int = 0
    text: str = ""


@dataclass(slots=True)
class _State:
    open: list[str] = field(default_factory=list)
    silent: str = ""
    heading: str = ""
    in_title: bool = False


class Sanitizer(HTMLParser):
    """Feed it HTML; `html` is what was written anew.

    `address` turns an address as written into that on the page, `cited` a code such as `P-02-02`
    into the address of what it names (empty if it names nothing). The first `h1` is left out: its
    id is `title_anchor`. Of places with one name the first keeps it; `doubled` are such names.
    Tables get a region of their own that scrolls and takes the focus.
    """

    def __init__(self, address: Callable[[str], str], cited: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self._address = address
        self._cited = cited
        self._out: list[str] = []
        self._state = _State()
        self._passages = [Passage()]
        self._ids: set[str] = set()
        self.title_anchor = ""
        self.left_out: dict[str, None] = {}
        self.doubled: dict[str, None] = {}
        self.links: list[tuple[str, str]] = []

    @property
    def html(self) -> str:
        """What was written."""
        return "".join(self._out).strip() + "\n"

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The headed parts, with their spaces tidied."""
        for each in self._passages:
            each.text = " ".join(each.text.split())
            each.title = " ".join(each.title.split())
        return tuple(each for each in self._passages if each.title or each.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write the beginning of an element that is known."""
        state = self._state
        if state.silent:
            return
        if tag not in _ELEMENTS:
            self.left_out[f"<{tag}>"] = None
            state.silent = tag if tag in _SILENT else ""
            return
        if state.in_title:
            return  # the page writes its title itself, without marks
        written = self._attributes(tag, attrs)
        if tag == "h1" and not self.title_anchor and not self._seen_title():
            state.in_title = True
            self.title_anchor = written.get("id", "")
            return
        if tag in _HEADINGS:
            self._start_passage(tag, written)
        if tag in _BLOCKS:
            self._passages[-1].text += " "
        if tag == "table":
            label = escape(self._passages[-1].title)
            self._out.append(
                f'<div class="hb-scroll" tabindex="0" role="region" aria-label="{label}">'
            )
            written["class"] = f"hb-table {written.get('class', '')}".strip()
        if tag == "th":
            written.setdefault("scope", "col")
        said = "".join(f' {name}="{escape(value)}"' for name, value in written.items())
        self._out.append(f"<{tag}{said}>")
        if tag not in _VOID:
            state.open.append(tag)

    def _seen_title(self) -> bool:
        return len(self._passages) > 1 or bool("".join(self._out).strip())

    def _start_passage(self, tag: str, written: dict[str, str]) -> None:
        self._passages.append(Passage(anchor=written.get("id", ""), level=int(tag[1])))
        self._state.heading = tag

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> dict[str, str]:
        known = _ATTRIBUTES | _OWN_ATTRIBUTES.get(tag, frozenset())
        written: dict[str, str] = {}
        for name, given in attrs:
            value = given or ""
            if name == "style" and value.rstrip("; ") in _ALIGNMENT:
                written["class"] = _ALIGNMENT[value.rstrip("; ")]
            elif name not in known:
                self.left_out[f"{name}="] = None
            elif name in {"href", "src"}:
                self._write_address(name, value, written)
            elif name == "id" and value in self._ids:
                self.doubled[value] = None
            else:
                written[name] = value
        self._ids.add(written.get("id", ""))
        return written

    def _write_address(self, name: str, value: str, written: dict[str, str]) -> None:
        if not is_safe(value):
            self.left_out[f"{name}={value.partition(':')[0].strip()}:"] = None
            return
        written[name] = self._address(value)
        self.links.append((value, written[name]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write an element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Write the end of an element, and of those in it that were left open."""
        state = self._state
        if state.silent:
            state.silent = "" if tag == state.silent else state.silent
            return
        if tag == "h1" and state.in_title:
            state.in_title = False
            return
        if tag not in state.open:
            return
        while state.open:
            last = state.open.pop()
            self._end(last)
            if last == tag:
                break
        if tag == state.heading:
            state.heading = ""

    def _end(self, tag: str) -> None:
        self._out.append(f"</{tag}>" + ("</div>" if tag == "table" else ""))

    def handle_data(self, data: str) -> None:
        """Write text."""
        state = self._state
        if state.silent or state.in_title:
            return
        quiet = state.heading or not _NOT_CITED.isdisjoint(state.open)
        self._out.append(escape(data) if quiet else _CODE.sub(self._link, escape(data)))
        if state.heading:
            self._passages[-1].title += data
        else:
            self._passages[-1].text += data

    def _link(self, code: re.Match[str]) -> str:
        address = self._cited(code[0])
        return f'<a href="{escape(address)}">{code[0]}</a>' if address else code[0]

    def close(self) -> None:
        """End what is still open."""
        super().close()
        while self._state.open:
            self._end(self._state.open.pop())
