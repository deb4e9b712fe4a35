"""The reader against random files: it never fails, and what it says is where it says."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import dataclass, field

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.base.diagnostics import Locator, Span
from generator.source.reading import YamlFile, read_yaml
from generator.source.reading.blanks import normalised
from generator.source.reading.scalars import resolve

YAML_PIECES = st.sampled_from(
    [
        *(
            "a",
            "b: ",
            "- ",
            "\n",
            "  ",
            "\t",
            '"',
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "#",
            "|",
            ">",
        ),
        *("?", "&x ", "*x", "!t ", "%", "@", "`", "---", "...", "<<: ", "\\", "\r", "\u2028"),
        *("\ufeff", "：", "\u3000", "客", "1", "true", "~", "-", "\0", "\u202e"),
        "# handbook: ignore[HB402] x",
    ]
)


def check_spans(source: YamlFile) -> None:
    """Every key and value has a place inside the text."""
    lines = re.split(r"\r\n?|\n", source.text)
    stack: list[Locator] = [Locator(source.path)]
    while stack:
        where = stack.pop()
        value = _value(source, where)
        for span in (source.span(where), source.span(where.key)):
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1
            assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
            assert (span.line, span.column) <= (span.end_line, span.end_column)
        if isinstance(value, str) and value:
            source.span(where.within(0, 1))
            source.span(where.within(len(value) // 2, len(value)))
        elif isinstance(value, dict):
            stack.extend(where / key for key in value)
        elif isinstance(value, list):
            stack.extend(where / at for at in range(len(value)))


def _value(source: YamlFile, where: Locator) -> object:
    value: object = source.data
    for part in where.path:
        value = value[part]  # type: ignore[index]
    return value


@given(st.binary(max_size=300))
def test_any_bytes(raw: bytes) -> None:
    result = read_yaml("x.yml", raw)
    assert result.value is not None or result.diagnostics
    if result.value:
        check_spans(result.value)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assume(not any("\ud800" <= character <= "\udfff" for character in text))
    result = read_yaml("x.yml", text.encode())
    assert result.value is not None or result.diagnostics
    if result.value:
        check_spans(result.value)


@settings(max_examples=400)
@given(st.lists(YAML_PIECES, max_size=30).map("".join))
@example('a: "\\UFFFFFFFF"\n')
@example("? \n")
@example("a: |\n\n# handbook: ignore[HB402] x")
def test_anything_like_yaml(text: str) -> None:
    for candidate in (text, "a:\n  " + text):
        result = read_yaml("x.yml", candidate.encode())
        assert result.value is not None or result.diagnostics
        if result.value:
            check_spans(result.value)
        for found in result.diagnostics:
            assert isinstance(found.where, Span)


# --- values, against JSON, which is YAML ----------------------------------------------------

HARMLESS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"],
        exclude_characters="\u034f\u115f\u1160\u3164\uffa0\ufffd\u17b4\u17b5",
    ),
    max_size=20,
)
KEYS = st.from_regex(r"[a-z_客户0-9 :#\\'\"-]{1,10}", fullmatch=True)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(-1e15, 1e15, allow_nan=False).map(lambda number: round(number, 3))
    | HARMLESS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def without_blanks(data: object) -> object:
    """The same data with its texts as they are read."""
    if isinstance(data, dict):
        return {key: without_blanks(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_blanks(value) for value in data]
    return normalised(data) if isinstance(data, str) else data


@given(
    st.dictionaries(KEYS, JSON, min_size=1, max_size=5),
    st.booleans(),
    st.sampled_from([None, 0, 2]),
)
def test_json_means_the_same(data: dict[str, object], is_ascii: bool, indent: int | None) -> None:
    text = json.dumps(data, ensure_ascii=is_ascii, indent=indent)
    # JSON writes characters beyond U+FFFF as two escapes, which no YAML reader takes.
    assume(not re.search(r"\\ud[89ab]", text))
    result = read_yaml("x.yml", text.encode())
    # Only words that deceive the eye are told; the generated ones may do so.
    assert all(found.rule.name.endswith("-character") for found in result.diagnostics)
    assert result.value is not None
    assert repr(result.value.data) == repr(without_blanks(data))
    check_spans(result.value)


CORE = (  # YAML 1.2.2, 10.3.2
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),
    (re.compile(r"true|True|TRUE"), lambda text: True),
    (re.compile(r"false|False|FALSE"), lambda text: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)
NUMBERS = st.from_regex(r"[-+]?[0-9xo._eE:,aF-]{0,12}", fullmatch=True)


@settings(max_examples=400)
@given(NUMBERS | st.sampled_from(["null", "True", "FALSE", "nULL", "tRUE", "~", "", "no", ".inf"]))
def test_plain_scalars_follow_the_core_schema(text: str) -> None:
    expected: object = text
    for pattern, convert in CORE:
        if pattern.fullmatch(text):
            expected = convert(text)
            break
    has_needless_zero = re.match(r"[-+]?0[0-9]", text) is not None
    is_endless = expected in (float("inf"), float("-inf"))
    if has_needless_zero or is_endless:
        expected = text
    assert repr(resolve(text)) == repr(expected)


@pytest.mark.parametrize("text", ["1" * 19, "-" + "9" * 30, "0x" + "f" * 40])
def test_numbers_too_long_stay_text(text: str) -> None:
    assert resolve(text) == text


# --- places, against a writer that notes where it writes ------------------------------------


@dataclass
class Writer:
    """Writes data as YAML in ways drawn at random, and notes every key and value."""

    draw: st.DataObject
    end: str
    parts: list[str] = field(default_factory=list)
    line: int = 1
    column: int = 1
    keys: dict[Locator, Span] = field(default_factory=dict)
    values: dict[Locator, Span] = field(default_factory=dict)
    letters: dict[Locator, list[tuple[int, int]]] = field(default_factory=dict)

    def put(self, text: str) -> None:
        for character in text:
            self.parts.append(self.end if character == "\n" else character)
            self.line, self.column = (
                (self.line + 1, 1) if character == "\n" else (self.line, self.column + 1)
            )

    def choose(self, *options: str) -> str:
        return self.draw.draw(st.sampled_from(options))

    def span(self, start: tuple[int, int]) -> Span:
        return Span("x.yml", *start, self.line, self.column)

    def mapping(self, data: dict[str, object], where: Locator, indent: int) -> None:
        for at, (key, value) in enumerate(data.items()):
            if at:
                self.put(" " * indent)
            start = self.line, self.column
            self.put(self.choose(key, f"'{key}'", f'"{key}"'))
            self.keys[where / key] = self.span(start)
            self.put(self.choose(":", " :"))
            self.value(value, where / key, indent)

    def sequence(self, data: list[object], where: Locator, indent: int) -> None:
        for at, value in enumerate(data):
            if at:
                self.put(" " * indent)
            self.put("-")
            if isinstance(value, dict) and value and self.choose("same line", "next") != "next":
                self.put(" ")
                start = self.line, self.column
                self.mapping(value, where / at, indent + 2)
                self.values[where / at] = Span("x.yml", *start)
            else:
                self.value(value, where / at, indent)

    def value(self, value: object, where: Locator, indent: int) -> None:
        """A value behind a key or hyphen, with its line break."""
        if isinstance(value, dict | list) and value:
            self.put(self.choose("\n", " # x: 1\n", "\n\n# - y\n"))
            inner = indent + int(self.choose("1", "2", "4"))
            self.put(" " * inner)
            start = self.line, self.column
            if isinstance(value, dict):
                self.mapping(value, where, inner)
            else:
                self.sequence(value, where, inner)
            self.values[where] = Span("x.yml", *start)  # the end is that of the last inner value
            return
        self.put(self.choose(" ", "  "))
        start = self.line, self.column
        is_block = isinstance(value, str) and self.text(value, where, indent)
        if not isinstance(value, str):
            self.put(json.dumps(value))
        self.values[where] = self.span(start)
        self.put(self.choose("\n", "\n\n") if is_block else self.choose("\n", "  # c\n", "  \n"))

    def text(self, value: str, where: Locator, indent: int) -> bool:
        """A text in one of the styles; whether it is a block."""
        places = self.letters[where] = []
        style = self.choose("single", "double", "plain", "block")
        if style == "block":
            self.put("|-\n" + " " * (indent + 2))
            self.characters(value, places, {})
        elif style == "plain" and re.fullmatch(r"[客户x][客户x ]*[客户x]", value):
            self.characters(value, places, {})
        elif style == "double":
            escapes = {'"': '\\"', "\\": "\\\\", "户": "\\u6237"}
            self.put('"')
            self.characters(value, places, escapes)
            self.put('"')
        else:
            self.put("'")
            self.characters(value, places, {"'": "''"})
            self.put("'")
        return style == "block"

    def characters(
        self, value: str, places: list[tuple[int, int]], escapes: dict[str, str]
    ) -> None:
        for character in value:
            places.append((self.line, self.column))
            self.put(escapes.get(character, character))
        places.append((self.line, self.column))


WORDS = st.from_regex(r"[客户x'\"\\#:-][客户x '\"\\#:-]{0,8}[客户x'\"\\#:-]", fullmatch=True)
TREES = st.recursive(
    st.integers(-99, 99) | st.booleans() | WORDS | st.just([]) | st.just({}),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ab", "cd", "客户", "e-f"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(
    st.dictionaries(st.sampled_from(["ab", "cd", "客户", "e-f"]), TREES, min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
def test_places_are_those_that_were_written(
    data: dict[str, object], end: str, draw: st.DataObject
) -> None:
    writer = Writer(draw, end)
    writer.mapping(data, Locator("x.yml"), 0)
    result = read_yaml("x.yml", "".join(writer.parts).encode())
    assert result.diagnostics == ()
    source = result.value
    assert source is not None
    assert source.data == data
    for where, span in writer.keys.items():
        assert source.span(where.key) == span
    for where, span in writer.values.items():
        found = source.span(where)
        assert (found.line, found.column) == (span.line, span.column)
        if not isinstance(_value(source, where), dict | list) or _value(source, where) in ([], {}):
            assert found == span
    for where, places in writer.letters.items():
        for at, (start, stop) in enumerate(itertools.pairwise(places)):
            assert source.span(where.within(at, at + 1)) == Span("x.yml", *start, *stop)
