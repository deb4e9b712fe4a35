"""Broken and hostile bytes: each is answered by a finding at its line, or by the right value."""

from __future__ import annotations

import base64
import json
import subprocess
import sys

import pytest

from generator.source.reading import read_yaml
from generator.source.reading.decoding import MAX_BYTES
from generator.source.reading.tree import MAX_DEPTH, MAX_TEXT, MAX_VALUES

BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

# Name: what the file holds, and the findings (code, line) that it must give, in order.
REFUSED: dict[str, tuple[str | bytes, list[tuple[str, int]]]] = {
    # twice the same key
    "key twice": ("a: 1\nb: 2\na: 3\n", [("HB039", 3)]),
    "key three times": ("a: 1\na: 2\na: 3\n", [("HB039", 2), ("HB039", 3)]),
    "key twice in a list entry": ("a:\n  - b: 1\n    b: 2\n", [("HB039", 3)]),
    "key twice in brackets": ("a: {b: 1, b: 2}\n", [("HB039", 1)]),
    "key twice, once quoted": ("a: 1\n'a': 2\n", [("HB039", 2)]),
    "key twice, once escaped": ('a: 1\n"\\x61": 2\n', [("HB039", 2)]),
    "key twice with a tree below": ("a: 1\na:\n  b: 2\n  c: [3]\nd: 4\n", [("HB039", 2)]),
    # references
    "bomb of aliases": (BOMB, [("HB034", 1), *[("HB034", at) for at in range(2, 10)] * 3]),
    "alias": ("a: *x\n", [("HB034", 1)]),
    "anchor": ("a: &x 1\n", [("HB034", 1)]),
    "anchor of a list": ("a: &x\n  - 1\n", [("HB034", 1)]),
    "alias to itself": ("a: &x [*x]\n", [("HB034", 1), ("HB034", 1)]),
    "alias as key": ("*x : 1\n", [("HB034", 1)]),
    "merge key": ("a: {<<: {b: 1}}\n", [("HB036", 1)]),
    "merge key with alias": ("a:\n  <<: *x\n", [("HB036", 2), ("HB034", 2)]),
    "text with an asterisk": ("a: *重要*\n", [("HB030", 1)]),
    "text with an ampersand": ("a: & 合作\n", [("HB030", 1)]),
    # depth and size
    "lists in lists": ("a: " + "[" * 1_000 + "]" * 1_000, [("HB043", 1)]),
    "brackets without end": ("[" * 100_000, [("HB043", 1)]),
    "groups in groups": ("a: " + "{b: " * 50_000, [("HB043", 1)]),
    "hyphens in a row": ("- " * 50_000, [("HB043", 1)]),
    "question marks in a row": ("? " * 50_000, None),
    "indented ever deeper": (
        "".join(" " * at + "a:\n" for at in range(200)),
        [("HB043", MAX_DEPTH + 1)],
    ),
    "many entries": ("a:\n" + "- b\n" * (MAX_VALUES + 1), [("HB044", MAX_VALUES - 1)]),
    "many keys": ("".join(f"k{at}: 1\n" for at in range(90_000)), [("HB044", 50_001)]),
    "long text": ("a: 1\nb: " + "x" * (MAX_TEXT + 1), [("HB045", 2)]),
    "long key": ("a: 1\n" + "k" * 300 + ": 1\n", [("HB045", 2)]),
    "large file": ("a: b\n" + "#" * MAX_BYTES, [("HB011", 1)]),
    "nothing but line breaks": ("\n" * 900_000, [("HB046", 1)]),
    "nothing but backslashes": ('a: "' + "\\" * 900_000, [("HB026", 1)]),
    # tags and directives
    "python object": ("a: !!python/object/apply:os.system [ls]\n", [("HB035", 1)]),
    "own tag": ("a: !ENV HOME\n", [("HB035", 1)]),
    "standard tag": ("a: !!str 1\n", [("HB035", 1)]),
    "tag of the file": ("!x\na: 1\n", [("HB035", 1)]),
    "unknown tag handle": ("a: 1\nb: !e!x 2\n", [("HB035", 2)]),
    "exclamation mark in front": ("a: !重要\n", [("HB035", 1)]),
    "version": ("%YAML 1.1\n---\na: 1\n", [("HB037", 1)]),
    "tag directive": ("%TAG ! tag:x,2000:\n---\na: 1\n", [("HB037", 1)]),
    "unknown directive": ("%FOO\n---\na: 1\n", [("HB037", 1)]),
    "percent sign": ("a: 1\nb: %50\n", [("HB030", 2)]),
    # encodings
    "UTF-16": ("title: 客户\n".encode("utf-16"), [("HB013", 1)]),
    "UTF-16 without mark": ("title: 客户投诉处理\ncode: P-1\n".encode("utf-16-le"), [("HB013", 1)]),
    "UTF-16 big": ("title: 客户\n".encode("utf-16-be"), [("HB013", 1)]),
    "UTF-32": ("title: 客户\n".encode("utf-32"), [("HB013", 1)]),
    "GBK": ("code: P\ntitle: 客户投诉处理\n".encode("gbk"), [("HB013", 2)]),
    "Big5": ("code: P\n\ntitle: 客戶投訴處理\n".encode("big5"), [("HB013", 3)]),
    "Latin-1": ("a: 1\nb: café \n".encode("latin-1"), [("HB013", 2)]),
    "one damaged character": ("a: 客户\nb: 投诉处理".encode()[:-1], [("HB015", 2)]),
    "overlong form": ("a: 客户投诉处理\nb: ".encode() + b"\xc0\xaf\n", [("HB015", 2)]),
    "surrogate in UTF-8": ("a: 客户投诉处理\nb: ".encode() + b"\xed\xa0\x80\n", None),
    "replacement character": ("a: \ufffd\n", [("HB015", 1)]),
    "mark in the middle": ("a: 1\n\ufeffb: 2\n", [("HB019", 2)]),
    "mark twice": ("\ufeff\ufeffa: 1\n", [("HB019", 1)]),
    # characters that no file may hold
    "NUL": ("a: 1\nb: x\0y\n", [("HB016", 2)]),
    "nothing but NUL": (b"\0" * 1000, [("HB013", 1)]),
    "escape": ("a: \x1b[31m\n", [("HB016", 1)]),
    "delete": ("a: x\x7f\n", [("HB016", 1)]),
    "C1 control": ("a: x\x90\n", [("HB016", 1)]),
    "form feed": ("a: 1\n\x0cb: 2\n", [("HB016", 2)]),
    "non-character": ("a: \ufffe\nb: \uffff\n", [("HB016", 1), ("HB016", 2)]),
    "NUL by escape": ('a: "x\\0y"\n', [("HB016", 1)]),
    "bell by escape": ('a: "\\a"\n', [("HB016", 1)]),
    "line separator": ("a: x\u2028b: y\n", [("HB017", 1)]),
    "paragraph separator": ("a: x\u2029b: y\n", [("HB017", 1)]),
    "next line": ("a: x\u0085b: y\n", [("HB017", 1)]),
    "line separator by escape": ('a: "x\\Ly"\n', [("HB017", 1)]),
    "right to left": ("a: x\nb: \u202eevil\u202c\n", [("HB018", 2), ("HB018", 2)]),
    "isolate": ("a: \u2066x\u2069\n", [("HB018", 1), ("HB018", 1)]),
    "direction mark in a comment": ("a: 1\n# \u200f\n", [("HB018", 2)]),
    "right to left by escape": ('a: "\\u202e"\n', [("HB018", 1)]),
    "zero width space in a key": ("a\u200bb: 1\n", [("HB019", 1)]),
    "zero width space in an id": ("a: branch\u200b-clerk\n", [("HB019", 1)]),
    "soft hyphen in an id": ("a:\n  - 1\n  - branch\u00ad-clerk\n", [("HB019", 3)]),
    "wide space before a key": ("a: 1\n\u3000b: 2\n", [("HB053", 2)]),
    "wide space as indentation": ("a:\n  b: 1\n \u3000c: 2\n", [("HB053", 3)]),
    "wide space behind a colon": ("a:\n  b:\u30001\n  c: 2\n", [("HB019", 2)]),
    "Cyrillic key": ("a: 1\nti\u0442le: 2\n\u0430pprover: 3\n", [("HB020", 3)]),
    "Cyrillic id": ("a: branch-\u0441lerk\n", [("HB020", 1)]),
    "full-width key": ("\uff54itle: x\n", [("HB020", 1)]),
    "full-width hyphen": ("a: branch\uff0dclerk\n", [("HB020", 1)]),
    # structure
    "empty": ("", [("HB046", 1)]),
    "only a mark": ("\ufeff", [("HB046", 1)]),
    "only comments": ("# a\n# b\n", [("HB046", 1)]),
    "only a document start": ("---\n", [("HB046", 1)]),
    "null": ("null\n", [("HB047", 1)]),
    "list": ("- a\n- b\n", [("HB047", 1)]),
    "text": ("\n\nhello\n", [("HB047", 3)]),
    "number": ("5\n", [("HB047", 1)]),
    "two documents": ("a: 1\n---\nb: 2\n", [("HB038", 2)]),
    "two documents with an end": ("a: 1\n...\nb: 2\n", [("HB038", 3)]),
    "empty second document": ("a: 1\n---\n", [("HB038", 2)]),
    "list as key": ("[a, b]: 1\n", [("HB042", 1)]),
    "group as key": ("a: {{x}}\n", [("HB042", 1)]),
    "long key form": ("? [a]\n: b\n", [("HB042", 1)]),
    "number as key": ("a:\n  2026: 1\n", [("HB040", 2)]),
    "truth as key": ("true: 1\n", [("HB040", 1)]),
    "null as key": ("~: 1\n", [("HB040", 1)]),
    "no key": (": 1\n", [("HB041", 1)]),
    "no key further down": ("a: 1\n: 2\n", [("HB041", 2)]),
    # slips of writing
    "tab": ("a:\n\tb: 1\n", [("HB021", 2)]),
    "tab behind spaces": ("a:\n  b: 1\n  \tc: 2\n", [("HB021", 3)]),
    "tab in a text of several lines": ("a: |\n\tx\n", [("HB021", 2)]),
    "Chinese colon": ("title：客户\ncode: 1\n", [("HB022", 1)]),
    "Chinese colon alone": ("title：客户\n", [("HB022", 1)]),
    "Chinese colons": ("a:\n  - step：b\n    title：c\n    do: d\n", [("HB022", 2), ("HB022", 3)]),
    "Chinese colons only": ("a:\n  - step：b\n    title：c\n", [("HB022", 2), ("HB022", 3)]),
    "no space": ("a: 1\nb:\n  c:1\n  d: 2\n", [("HB023", 3)]),
    "no space in braces": ("a: {x:1, y:2}\n", [("HB023", 1), ("HB023", 1)]),
    "no space behind a hyphen": ("a:\n  -b: 1\n  - b: 2\n", [("HB023", 2)]),
    "no space behind hyphens": ("a:\n  -已写明\n  -已拍照\n", [("HB023", 2), ("HB023", 3)]),
    "no colon": ("a: 1\ncode\nb: 2\n", [("HB024", 2)]),
    "no colon at the end": ("a: 1\ncode P-1\n", [("HB024", 2)]),
    "two colons": ("a: 1\nb: c: d\n", [("HB025", 2)]),
    "no closing quote": ("a: 1\nb: 'c\nd: 2\n", [("HB026", 2)]),
    "document end in quotes": ("a: 'x\n---\nb: 1\n", [("HB026", 1)]),
    "quotes inside quotes": ('a: "he said "hi" twice"\n', [("HB027", 1)]),
    "apostrophe in quotes": ("a: 'it's'\n", [("HB027", 1)]),
    "text after a list": ("a: [b] c\n", [("HB027", 1)]),
    "Windows path": ('a: 1\nb: "C:\\data"\n', [("HB028", 2)]),
    "no closing bracket": ("a: 1\nb: [c,\n  d\ne: 2\n", [("HB029", 2)]),
    "no closing brace": ("a: {b: 1\n", [("HB029", 1)]),
    "at sign": ("a: @b\n", [("HB030", 1)]),
    "backtick": ("a: `b`\n", [("HB030", 1)]),
    "bracket without beginning": ("a: ]\n", [("HB030", 1)]),
    "list on the line of its key": ("a: - b\n", [("HB030", 1)]),
    "one space too few": ("a:\n   b: 1\n  c: 2\n", [("HB031", 3)]),
    "one space too many": ("a: 1\n b: 2\n", [("HB031", 2)]),
    "entry out of line": ("a:\n- b: 1\n  c: 2\n - b: 3\n", [("HB031", 4)]),
    "list in a group": ("a: 1\n- b\n", [("HB031", 2)]),
    "text behind a bar": ("a: | b\n  c\n", [("HB032", 1)]),
    "key behind a document start": ("--- a: 1\n", [("HB033", 1)]),
    # other kinds of files
    "Word file": (b"PK\x03\x04" + b"\0" * 100, [("HB014", 1)]),
    "old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [("HB014", 1)]),
    "PDF file": (b"%PDF-1.7\n", [("HB014", 1)]),
    # remarks to the program
    "ignore of no code": ("a: 1 # handbook: ignore[] why\n", [("HB048", 1)]),
    "ignore without code": ("a: 1\n# handbook: ignore why\n", [("HB048", 2)]),
}

# Name: what the file holds, and the data that it must give, without findings.
READ: dict[str, tuple[str | bytes, object]] = {
    "no": ("a: no\nb: yes\nc: on\nd: off\n", {"a": "no", "b": "yes", "c": "on", "d": "off"}),
    "time": ("a: 12:30\nb: 12:30:45\n", {"a": "12:30", "b": "12:30:45"}),
    "date": ("a: 2026-01-31\n", {"a": "2026-01-31"}),
    "time stamp": ("a: 2026-01-31T10:00:00Z\n", {"a": "2026-01-31T10:00:00Z"}),
    "leading zero": ("a: 010\nb: 007\nc: 0\n", {"a": "010", "b": "007", "c": 0}),
    "underscore": ("a: 1_000\nb: 1,000\n", {"a": "1_000", "b": "1,000"}),
    "bases": ("a: 0x1F\nb: 0o17\nc: 0b1\n", {"a": 31, "b": 15, "c": "0b1"}),
    "numbers": ("a: -5\nb: +5\nc: 1.10\nd: 1e3\ne: .5\n", None),
    "long number": ("a: 6222021234567890123\n", {"a": "6222021234567890123"}),
    "no numbers": ("a: .inf\nb: .nan\nc: 1e999\nd: +\n", None),
    "equals sign": ("a: =\nb: <<\n", {"a": "=", "b": "<<"}),
    "nulls": ("a:\nb: ~\nc: null\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
    "truth": ("a: true\nb: FALSE\nc: tRue\n", {"a": True, "b": False, "c": "tRue"}),
    "quoted": ("a: 'true'\nb: \"5\"\n", {"a": "true", "b": "5"}),
    "keys of YAML 1.1": ("on: 1\nno: 2\ny: 3\n", {"on": 1, "no": 2, "y": 3}),
    "UTF-8 mark": (b"\xef\xbb\xbfa: 1\n", {"a": 1}),
    "Windows line ends": (b"a: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny"}),
    "old Mac line ends": (b"a: 1\rb: 2\r", {"a": 1, "b": 2}),
    "no line end": ("a: 1\nb: 2", {"a": 1, "b": 2}),
    "document marks": ("---\na: 1\n...\n# end\n", {"a": 1}),
    "Chinese colon in a text": ("a: 注意：先登记\n", {"a": "注意：先登记"}),
    "address": ("a: http://x.cn:80/y\n", {"a": "http://x.cn:80/y"}),
    "parameter": ("a: ${x.y}\n", {"a": "${x.y}"}),
    "emoji": ("a: 👨\u200d👩\ufe0f 你好\n", {"a": "👨\u200d👩\ufe0f 你好"}),
    "wide space in a text": ("a: 甲\u3000乙\n", {"a": "甲\u3000乙"}),
    "hash in a text": ("a: b#c  # d\n", {"a": "b#c"}),
    "prototype names": ("__proto__: 1\n__class__: 2\n", {"__proto__": 1, "__class__": 2}),
    "markup": ("a: <script>alert(1)</script>\n", {"a": "<script>alert(1)</script>"}),
    "template": ("a: '{{ 7*7 }}{% x %}'\n", {"a": "{{ 7*7 }}{% x %}"}),
}


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _answer(content: str | bytes) -> list[tuple[str, int]]:
    found = read_yaml("processes/x.yml", _bytes(content)).diagnostics
    return [(note.rule.code, note.where.line) for note in found]


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.promise("T7", "T8", "T10", "T12", "T13", "T14")
def test_is_refused_at_its_line(name: str) -> None:
    content, expected = REFUSED[name]
    answer = _answer(content)
    if name == "bomb of aliases":
        assert {code for code, _ in answer} == {"HB034"}
        assert [line for _, line in answer] == sorted(line for _, line in expected)
    elif expected is None:
        assert answer
    else:
        assert answer == expected


@pytest.mark.parametrize("name", READ)
@pytest.mark.promise("T11")
def test_is_read_as_yaml_1_2(name: str) -> None:
    content, expected = READ[name]
    result = read_yaml("processes/x.yml", _bytes(content))
    assert result.diagnostics == ()
    assert result.value is not None
    if expected is not None:
        assert result.value.data == expected
        assert repr(result.value.data) == repr(expected)  # 1 is not True


def test_numbers_are_those_of_the_core_schema() -> None:
    result = read_yaml("x.yml", _bytes(READ["numbers"][0]))
    assert result.value is not None
    assert result.value.data == {"a": -5, "b": 5, "c": 1.1, "d": 1000.0, "e": 0.5}
    result = read_yaml("x.yml", _bytes(READ["no numbers"][0]))
    assert result.value is not None
    assert result.value.data == {"a": ".inf", "b": ".nan", "c": "1e999", "d": "+"}


CHILD = """
import base64, json, sys
if sys.argv[1] == "python":
    sys.modules["yaml._yaml"] = None  # as when PyYAML was installed without libyaml
else:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
from generator.source.reading import read_yaml
answers = {}
for name, content in json.load(sys.stdin).items():
    result = read_yaml("processes/x.yml", base64.b64decode(content))
    data = result.value.data if result.value else None
    answers[name] = [[d.rule.code, d.where.line] for d in result.diagnostics], data
print(json.dumps(answers))
"""


def _child(parser: str, contents: dict[str, bytes]) -> dict[str, list[object]]:
    given = {name: base64.b64encode(content).decode() for name, content in contents.items()}
    run = subprocess.run(
        [sys.executable, "-c", CHILD, parser],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: dict[str, list[object]] = json.loads(run.stdout)
    return answers


def test_parser_in_python_gives_the_same_answers() -> None:
    # Surrogates in escapes and tabs behind a colon are the differences of the two parsers.
    everything = {**REFUSED, **READ}
    contents = {name: _bytes(content) for name, (content, _) in everything.items()}
    short = {name: content for name, content in contents.items() if len(content) < 20_000}
    assert len(short) > 100
    for name, (found, data) in _child("python", short).items():
        result = read_yaml("processes/x.yml", short[name])
        expected = [[note.rule.code, note.where.line] for note in result.diagnostics]
        assert found == expected, name
        assert data == (result.value.data if result.value else None), name


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are a thing of Unix")
@pytest.mark.promise("T7")
def test_hostile_files_need_little_memory() -> None:
    megabyte = {
        "controls": b"a: " + b"\x01" * 990_000,
        "lines of controls": b"\x01\n" * 499_000,
        "duplicates": b"a: 1\n" * 199_000,
        "references": b"a: &x [*x, *x]\n" * 60_000,
        "ignores": b"a: 1\n" + b"# handbook: ignore[HB402] x\n" * 30_000,
        "wide colons": "title：x\n".encode() * 80_000,
        "swallowed": b"a:\n" + b" b:c\n" * 190_000 + b" d: e\n",
        "colons": b"a" + b": " * 499_000,
        "spaces": b"a: " + b" " * 900_000 + b": b",
        "digits": b"a: " + b"9" * 900_000 + b"\nb: 0." + b"9" * 90_000,
    }
    answers = _child("c", megabyte)
    assert all(found for name, (found, _) in answers.items() if name != "ignores")
