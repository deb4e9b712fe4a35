"""Finds text of a page that Markdown takes for its own and that nobody would see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from generator.base.diagnostics import N_, Message
from generator.document.markdown.flaws import Flaw, WrittenLines, WrittenPlace
from generator.notation.punctuation import half_width_marks

_UNUSED = N_("no link of the page uses this address.")
_AGAIN = N_("the name stands twice, and the first counts.")
_NO_MARK = N_("nothing in the text leads to this footnote.")
_INSIDE = N_("a footnote stands in another one.")
_COLUMNS = N_("the row has more cells than the table has columns.")
_INFO = N_("behind the marks of a code block only the name of its language may stand.")
_COUNTED = N_("lists count on by themselves, and {shown} would stand here.")
_DEFINED = N_("Write “{better}” here and where this address is defined.")
_CURES = {
    _COUNTED: N_(
        "Number the entries one after the other; for another number write a text of its own "
        "between, or {escaped}."
    ),
    _UNUSED: N_("Delete the line, or write {what} behind the words of a link."),
    _AGAIN: N_("Give one of the two another name."),
    _NO_MARK: N_("Write {what} in the text where it belongs, or delete the footnote."),
    _INSIDE: N_("Write it as a footnote of its own, without indentation."),
    _COLUMNS: N_(
        "Give the head of the table one more cell; for a stroke that is text write {bar}."
    ),
    _INFO: N_("Write these words in a line above the code."),
}
_LANGUAGE = re.compile(r"[\w+#.-]*", re.ASCII)


def checked_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a table as the library does, and note cells for which it has no column."""
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    made = state.tokens[before:]
    columns = sum(each.type == "th_open" for each in made)
    for token in made:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            written = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
            cells = escapedSplit(written.strip())
            beyond = [each.strip() for each in cells[bool(not cells[0]) :][columns:]]
            if what := " | ".join(each for each in beyond if each):
                state.env["flaws"].append(_hidden(token, state.env["lines"], _COLUMNS, what))
    return True


def losses(tokens: Iterable[Token], lines: WrittenLines) -> Iterator[Flaw]:
    """Yield what of the blocks of a text would not be shown."""
    tokens = list(tokens)
    yield from _footnotes(tokens, lines)
    yield from _numbers(tokens, lines)
    for token in tokens:
        if token.type == "fence" and not _LANGUAGE.fullmatch(token.info.strip()):
            yield _hidden(token, lines, _INFO, token.info.strip())


def narrow_marks(token: Token, lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the half-width marks between Chinese characters in the text of a block."""
    if token.content.isascii():
        return
    names, labels = _named(token)
    for mark in half_width_marks(token.content, markdown=True):
        if _within(mark.start, labels):
            continue
        place = lines.place(token, mark.start, mark.end - mark.start)
        wrong = token.content[mark.start : mark.end].strip()
        cure = Message(_DEFINED, {"better": mark.better}) if _within(mark.start, names) else None
        yield Flaw("half-width", wrong, place, better=mark.better, cure=cure)


def _named(token: Token) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return where words of a link are the name of its address too, and where a name stands alone.

    `[words]`, `[words][]`; the second pair of `[words][name]`, which readers do not see.
    """
    names, labels = [], []
    for child in _inside(token.children or ()):
        text, start, end = child.meta.get("written", ("", 0, 0))
        if "label" in child.meta and text == token.content:
            middle = text.find("][", start, end)
            if middle < 0 or middle + 3 == end:
                names.append((start, end))
            else:
                labels.append((middle, end))
    return names, labels


def _within(at: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether something stands at one of some places, which are in order."""
    number = bisect_right(places, at, key=itemgetter(0)) - 1
    return number >= 0 and at < places[number][1]


def unclosed(tokens: Iterable[Token], lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the blocks of code that nothing closes."""
    for token in tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            last = lines.line(end - 1).strip().lstrip("> ")
            closed = set(last) == {token.markup[0]} and len(last) >= len(token.markup)
            if end - 1 == first or not closed:
                yield Flaw("unclosed", token.markup, lines.whole(first))


def _numbers(tokens: list[Token], lines: WrittenLines) -> Iterator[Flaw]:
    """Yield the numbers of lists that readers would not see: lists count from their first one.

    Who writes the same number before all entries leaves the counting to the page.
    """
    lists: list[list[Token]] = []
    for token in tokens:
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            lists.append([])
        elif token.type == "list_item_open":
            lists[-1].append(token)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            items = lists.pop()
            written = [int(each.info) for each in items if each.info]
            if len(set(written)) > 1 or written[:1] > [1]:
                yield from _counted(items, written, lines)


def _counted(items: list[Token], written: list[int], lines: WrittenLines) -> Iterator[Flaw]:
    for shown, (number, item) in enumerate(zip(written, items, strict=True), start=written[0]):
        if number != shown:
            what, line = f"{item.info}{item.markup}", item.map[0] if item.map else 0
            place, column = lines.whole(line), max(0, lines.line(line).find(what))
            escaped = f"{item.info}\\{item.markup}"
            reason = Message(_COUNTED, {"shown": f"{shown}{item.markup}"})
            cure = Message(_CURES[_COUNTED], {"escaped": escaped})
            place = WrittenPlace(place.line, column + 1, len(what))
            yield Flaw("hidden", what, place, reason, cure=cure)
            return  # the others follow from the first one


def _footnotes(tokens: list[Token], lines: WrittenLines) -> Iterator[Flaw]:
    seen: set[str] = set()
    inside = 0
    for token in tokens:
        if token.type == "footnote_reference_close":
            inside -= 1
        elif token.type == "footnote_reference_open":
            label = token.meta["label"]
            if label in seen:
                yield _hidden(token, lines, _AGAIN, f"[^{label}]")
            elif inside:
                yield _hidden(token, lines, _INSIDE, f"[^{label}]")
            seen.add(label)
            inside += 1


def unused(tokens: Iterable[Token], lines: WrittenLines, env: dict[str, object]) -> Iterator[Flaw]:
    """Yield the addresses and footnotes to which nothing in the text leads."""
    tokens = list(tokens)
    used = {
        child.meta.get("label")
        for token in tokens
        for child in _inside(token.children or ())
        if child.type in {"link_open", "image"}
    }
    seen: set[str] = set()
    for token in tokens:
        if token.type != "definition":
            continue
        label = token.meta["id"]
        if label in seen:
            yield _hidden(token, lines, _AGAIN, f"[{token.meta['label']}]")
        elif label not in used:
            yield _hidden(token, lines, _UNUSED, f"[{token.meta['label']}]")
        seen.add(label)
    footnotes = env.get("footnotes")
    for token in tokens:
        if token.type == "footnote_reference_open" and isinstance(footnotes, dict):
            label = token.meta["label"]
            if footnotes["refs"].get(f":{label}", -1) < 0:
                yield _hidden(token, lines, _NO_MARK, f"[^{label}]")


def _inside(children: Iterable[Token]) -> Iterator[Token]:
    for child in children:
        yield child
        if child.children:
            yield from _inside(child.children)


def _hidden(token: Token, lines: WrittenLines, reason: str, what: str) -> Flaw:
    line = token.map[0] if token.map else 0
    cure = Message(_CURES[reason], {"what": what, "bar": "\\|"})
    return Flaw("hidden", what, lines.whole(line), Message(reason), cure=cure)
