"""Judges a catalogue of translations (GNU gettext, “The Format of PO Files”) entry by entry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.base.diagnostics import N_, Fix, Message, Safety
from generator.base.nearest import nearest
from generator.source.reading.catalogue_rules import (
    CATALOGUE_CHARSET,
    CATALOGUE_LANGUAGE,
    CATALOGUE_SYNTAX,
    FUZZY_TRANSLATION,
    INVENTED_NUMBERS,
    SAME_AS_ORIGINAL,
    TRANSLATED_NUMBERS,
    TRANSLATED_TWICE,
    TRANSLATED_VALUES,
    UNTRANSLATED,
)
from generator.source.reading.findings import Findings
from generator.source.reading.lines import BREAK
from generator.source.reading.numbers import invented_numbers, lost_numbers

_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<word>[^\s\"#][^\s\"]*)?[ \t]*(?P<rest>.*)")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_ORIGINAL = re.compile(r'^[ \t]*msgid(?P<lines>(?:\s*"(?:[^"\\\n]|\\.)*")+)', re.MULTILINE)
_WORDS = ("msgid", "msgstr")
_FOREIGN = re.compile(r"msgctxt|msgid_plural|msgstr\[\d*\]")
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_INSERT = re.compile(r"\$\{[^{}\n]*\}")
_SHOWN = 30
_CHARSET = re.compile(r"charset=([\w.:-]+)", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w.@-]+)", re.MULTILINE)
_HAN = re.compile("[\u3400-\u9fff]")
_WRITTEN_WITH_HAN = frozenset({"zh", "ja", "yue"})
_SENTENCE = 5
"""So many words are no name any more."""
# All these are read rightly as UTF-8; “CHARSET” is what a template leaves open.
_UNICODE = frozenset({"utf-8", "utf8", "ascii", "us-ascii", "charset"})

_NO_VALUES = N_("Take it out: the original names no value.")
_MEANT_WORD = N_("Did you mean “{close}”?")
_LAYOUT = N_("An entry is msgid with the original and below it msgstr with the translation.")


@dataclass(slots=True)
class _Piece:
    """The original or the translation of an entry: its text, and the offsets of its lines."""

    text: str = ""
    lines: list[tuple[int, int]] = field(default_factory=list)

    @property
    def where(self) -> tuple[int, int]:
        """The text of its first line that holds any, between the quotes."""
        held = [(start, end) for start, end in self.lines if end > start]
        return (held or self.lines or [(0, 0)])[0]


@dataclass(slots=True)
class _Entry:
    start: int
    end: int
    fuzzy: bool = False
    broken: bool = False
    original: _Piece = field(default_factory=_Piece)
    translation: _Piece | None = None


def judge_catalogue(text: str, findings: Findings) -> None:
    """Note what is wrong with a catalogue: how it is written, and what translations lose."""
    seen: dict[str, tuple[int, int]] = {}
    whole = [
        each
        for each in _Reader(text, findings).entries()
        if not each.broken and each.translation is not None
    ]
    _unpublished(whole, findings)
    for entry in whole:
        if entry.translation is None:
            continue
        original = entry.original.text
        if not original:
            _charset(text, entry.translation, findings)
            _language(text, entry.translation, findings)
        if original in seen:
            at = entry.original.where
            shown = original if len(original) <= _SHOWN else f"{original[:_SHOWN]}…"
            findings.add(TRANSLATED_TWICE, *at, first=seen[original], text=shown)
            continue
        seen[original] = entry.original.where
        if original and entry.translation.text and not entry.fuzzy:
            _compare(text, entry.original, entry.translation, findings)


def _unpublished(entries: Sequence[_Entry], findings: Findings) -> None:
    """Note the entries whose translation is not published, each kind once with its number.

    A catalogue of which less than half is translated is only begun: what is empty there is known.
    """
    own = [each for each in entries if each.original.text and each.translation]
    fuzzy = [each for each in own if each.fuzzy]
    empty = [each for each in own if each.translation and not each.translation.text]
    if len(empty) * 2 >= len(own):
        empty = []
    same = [each for each in own if not each.fuzzy and _untouched(each, findings.path)]
    kinds = ((FUZZY_TRANSLATION, fuzzy), (UNTRANSLATED, empty), (SAME_AS_ORIGINAL, same))
    for rule, found in kinds:
        if found:
            first = found[0].original
            shown = first.text if len(first.text) <= _SHOWN else f"{first.text[:_SHOWN]}…"
            findings.add(rule, *first.where, text=shown, count=len(found))


def _charset(text: str, header: _Piece, findings: Findings) -> None:
    """Note another encoding than UTF-8 in the head of a catalogue."""
    found = _CHARSET.search(header.text)
    if found and found[1].lower() not in _UNICODE:
        findings.add(CATALOGUE_CHARSET, *_place(text, header, found[1]), charset=found[1])


def _language(text: str, header: _Piece, findings: Findings) -> None:
    """Note another language in the head of a catalogue than in its name."""
    found = _LANGUAGE.search(header.text)
    name = _language_of(findings.path)
    if found and name and _tag(found[1]) != _tag(name):
        findings.add(
            CATALOGUE_LANGUAGE, *_place(text, header, found[1]), language=found[1], name=name
        )


def _language_of(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".po")


def _tag(language: str) -> str:
    """The language alone, without country or script: zh_CN is zh."""
    return re.split("[-_.@]", language.lower())[0]


def _untouched(entry: _Entry, path: str) -> bool:
    """Whether a translation is the original, and cannot be a name that stays as it is."""
    original = entry.original.text
    if entry.translation is None or entry.translation.text.strip() != original.strip():
        return False
    chinese = _HAN.search(original) and _tag(_language_of(path)) not in _WRITTEN_WITH_HAN
    return bool(chinese) or len(_INSERT.sub(" ", original).split()) >= _SENTENCE


def originals(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the original of each entry, and where its first line stands between the quotes."""
    for entry in _ORIGINAL.finditer(text):
        lines = list(_TEXT.finditer(text, *entry.span("lines")))
        whole = "".join(each[0][1:-1] for each in lines)
        held = next((each for each in lines if len(each[0]) > len('""')), None)
        if held is not None:
            meant = _ESCAPE.sub(lambda each: _MEANT.get(each[1], each[1]), whole)
            yield meant, held.start() + 1, held.end() - 1


def translations(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield original, translation and the place of its first line of each entry that counts."""
    for entry in _Reader(text, Findings("", text)).entries():
        if entry.translation and entry.translation.text and not entry.broken and not entry.fuzzy:
            yield entry.original.text, entry.translation.text, *entry.translation.where


def _compare(text: str, original: _Piece, translation: _Piece, findings: Findings) -> None:
    """Note one finding where values, codes or numbers of the original are lost or made up."""
    meant = dict.fromkeys(_INSERT.findall(original.text))
    given = dict.fromkeys(_INSERT.findall(translation.text))
    foreign = [each for each in given if each not in meant]
    missing = [each for each in meant if each not in given]
    if foreign or missing:
        value = foreign[0] if foreign else missing[0]
        findings.add(
            TRANSLATED_VALUES,
            *(_place(text, translation, value) if foreign else translation.where),
            value=value,
            says=Message(N_("is not in the original.") if foreign else N_("is missing.")),
            hint=None if meant else Message(_NO_VALUES),
            values=", ".join(meant),
            fix=_exchanged(text, translation, foreign, missing, findings),
        )
        return
    here, there = (_INSERT.sub(" ", each.text) for each in (original, translation))
    if lost := lost_numbers(here, there):
        findings.add(TRANSLATED_NUMBERS, *translation.where, lost=", ".join(lost))
    elif invented := invented_numbers(here, there):
        at = _place(text, translation, invented[0])
        findings.add(INVENTED_NUMBERS, *at, invented=", ".join(invented))


def _exchanged(
    text: str, translation: _Piece, foreign: list[str], missing: list[str], findings: Findings
) -> Fix | None:
    """The fix where one value stands in the place of another; that of blanks in it is sure."""
    if len(foreign) != 1 or len(missing) != 1:
        return None
    start, end = _place(text, translation, foreign[0])
    if text[start:end] != foreign[0]:
        return None
    same = re.sub(r"\s", "", foreign[0]) == re.sub(r"\s", "", missing[0])
    safety = Safety.SAFE if same else Safety.ASKS
    return Fix.at(findings.span(start, end), missing[0], safety)


def _place(text: str, piece: _Piece, value: str) -> tuple[int, int]:
    """Return where a value stands in a piece; the piece where it is parted by a line's end."""
    for start, end in piece.lines:
        at = text.find(value, start, end)
        if at >= 0:
            return at, at + len(value)
    return piece.where


class _Reader:
    """Reads the lines of a catalogue; a line that cannot be read spoils only its entry."""

    def __init__(self, text: str, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._entry: _Entry | None = None
        self._fuzzy = False

    def entries(self) -> Iterator[_Entry]:
        """Yield the entries in the order of the file."""
        start = 0
        for found in (*BREAK.finditer(self._text), None):
            end = found.start() if found else len(self._text)
            before = self._entry
            self._line(start, end)
            if before is not None and self._entry is not before:
                yield self._finished(before)
            start = found.end() if found else end
        if self._entry is not None:
            yield self._finished(self._entry)

    def _finished(self, entry: _Entry) -> _Entry:
        if entry.translation is None and not entry.broken:
            reason = N_("this original has no msgstr.")
            cure = N_("Write msgstr below it, with empty quotes while there is no translation.")
            last = entry.original.lines[-1][1] + 1 if entry.original.lines else 0
            self._refuse(entry.start, entry.end, reason, cure, (last, last, '\nmsgstr ""'))
        return entry

    def _line(self, start: int, end: int) -> None:
        line = self._text[start:end]
        if line.lstrip().startswith("#"):
            if line.startswith("#,") and "fuzzy" in line:
                self._fuzzy = True
            elif line.startswith("#~"):  # an entry that nobody uses any more: the mark was its
                self._fuzzy = False
            return
        found = _LINE.fullmatch(line)
        if found is None or not line.strip():
            return
        word, rest = found["word"] or "", start + found.start("rest")
        if word and not self._begin(word, start + found.start("word"), end):
            return
        if self._entry is None:
            reason = N_("a text stands here that belongs to no entry.")
            self._refuse(rest, end, reason, _LAYOUT)
            return
        piece = self._entry.translation or self._entry.original
        self._add(piece, rest, end)

    def _begin(self, word: str, start: int, end: int) -> bool:
        """Begin an entry or its translation; whether a text may follow."""
        if word == "msgid":
            self._entry = _Entry(start, start + len(word), fuzzy=self._fuzzy)
            self._fuzzy = False
            return True
        entry = self._entry
        if word == "msgstr":
            if entry is None or entry.translation is not None:
                self._spoil()
                reason = N_("a translation (msgstr) stands here without its original (msgid).")
                cure = N_("Write msgid with the original above it.")
                self._refuse(start, start + len(word), reason, cure)
                self._entry = None
                return False
            entry.translation = _Piece()
            return True
        told = entry is not None and entry.broken
        self._spoil()
        if _FOREIGN.fullmatch(word):
            if told:  # the plural of an entry is one fault, though it takes several lines
                return False
            reason = N_("contexts and plurals mean nothing in a handbook.")
            self._refuse(start, start + len(word), reason, _LAYOUT)
        else:
            reason = N_("this line begins neither with msgid, msgstr nor a quote.")
            meant = nearest(word, _WORDS)
            if meant and self._text[start:end].rstrip().endswith('"'):
                better = (start, start + len(word), meant)
                self._refuse(start, start + len(word), reason, _MEANT_WORD, better, close=meant)
                self._begin(meant, start, end)
                self._spoil()
            else:
                self._refuse(start, end, reason, N_("Put the text in quotes."))
        return False

    def _add(self, piece: _Piece, start: int, end: int) -> None:
        """Add the text of a line to a piece."""
        given = self._text[start:end].rstrip()
        found = _TEXT.match(given)
        if found and found.end() == len(given):
            inner = given[1:-1]
            piece.lines.append((start + 1, start + len(given) - 1))
            piece.text += self._meant(inner, start + 1)
            return
        self._spoil()
        stop = start + max(1, len(given))
        if not given.startswith('"'):
            reason = N_("the text does not begin with a quote.")
            quoted = given.strip("“”").replace("\\", "\\\\").replace('"', '\\"')
            cure = N_('Put the text in quotes (").')
            self._refuse(start, stop, reason, cure, (start, stop, f'"{quoted}"'))
        elif found is None:
            reason = N_("the quote is never closed.")
            cure = N_('Put a quote (") at the end of the line.')
            self._refuse(start, stop, reason, cure, (stop, stop, '"'))
        else:
            reason = N_("a quote stands inside the text.")
            cure = N_("Write “ and ” inside of a text, or put a backslash before the quote.")
            at = start + found.end() - 1
            inner = re.sub(r'(?<!\\)"', r'\\"', given[1:-1])
            whole = f'"{inner}"'
            sure = given.endswith('"') and _TEXT.fullmatch(whole)
            self._refuse(at, at + 1, reason, cure, (start, stop, whole) if sure else None)

    def _meant(self, inner: str, start: int) -> str:
        for each in _ESCAPE.finditer(inner):
            if each[1] not in _MEANT:
                self._spoil()
                reason = N_("this backslash means nothing.")
                cure = N_("Write two backslashes for one.")
                at = start + each.start()
                self._refuse(at, start + each.end(), reason, cure, (at, at, "\\"))
        return _ESCAPE.sub(lambda each: _MEANT.get(each[1], each[1]), inner)

    def _spoil(self) -> None:
        if self._entry is not None:
            self._entry.broken = True

    def _refuse(
        self,
        start: int,
        end: int,
        reason: str,
        cure: str,
        better: tuple[int, int, str] | None = None,
        **named: str,
    ) -> None:
        """Note that an entry cannot be read; `better` is what would stand where instead."""
        fix = None
        if better is not None:
            first, last, text = better
            fix = Fix.at(self._findings.span(first, last), text, Safety.SAFE)
        self._findings.add(
            CATALOGUE_SYNTAX, start, end, hint=Message(cure, named), fix=fix, reason=Message(reason)
        )
