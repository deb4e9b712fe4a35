"""Whatever is written or comes in: the program does not fail, and what it says can be said.

Files of a handbook, pages, catalogues and forms are cut up and put together again with pieces that
mean something to their readers. What was found so stands below as an example of its own.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from io import BytesIO
from typing import Any

from forms import read
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from overlay import checked, starter
from proving import PROVING
from returned import swapped

from generator.base.diagnostics import Diagnostic
from generator.base.i18n import Catalogue, parse_catalogue, product_catalogue
from generator.document.prose import read_prose as read_blocks
from generator.renderers.html import read_prose
from generator.report import FORMATS
from generator.source import shape
from generator.source.reading import read_yaml
from generator.source.reading.content import read_text
from generator.source.schemas import KINDS

SPOKEN = (product_catalogue("en"), product_catalogue("zh"))
DOCUMENT = "word/document.xml"
ODD = ("\0", "\x1b[31m", "\u202e", "\u2028", "\ufeff", "\U0001f6b2", "甲", "é", "\ud7ff", "\uffff")
YAML = (
    *(
        "- ",
        ": ",
        "\n",
        "\n  ",
        "\n    - ",
        "{",
        "}",
        "[",
        "]",
        "'",
        '"',
        "#",
        "|\n",
        ">-\n",
        "&a ",
    ),
    *("*a", "!x ", "? ", "---\n", "%", "~", "null", "true", "1e9999", "0x1F", ".nan", "2026-02-30"),
    *(
        "${",
        "}",
        "${reply-time}",
        "[R1]",
        "3wd after take",
        "5%",
        "next: take\n",
        "due: 1h\n",
        "：",
        "，",
    ),
)
MARKDOWN = (
    *(
        "# ",
        "## ",
        "* ",
        "1. ",
        "> ",
        "```\n",
        "~~~\n",
        "    ",
        "\n",
        "\n\n",
        "|a|b|\n|-|-|\n",
        "---\n",
    ),
    *("[a](b)", '![a](b "c")', "[a][b]", "[b]: c\n", "<b>", "</b>", "<!--", "-->", "&amp;", "&#0;"),
    *(
        "{#a}",
        "{.a}",
        "[^1]",
        "[^1]: a\n",
        "`",
        "**",
        "_",
        "\\",
        "$$",
        "!!! note\n",
        '--8<-- "/etc/x"\n',
    ),
    *(
        "<script>x</script>",
        "javascript:x",
        "{{ 7*7 }}",
        "{% x %}",
        "${reply-time}",
        ": a\n",
        "==a==",
    ),
)
PO = (
    *(
        'msgid "',
        'msgstr "',
        'msgctxt "',
        'msgid_plural "',
        'msgstr[0] "',
        '"\n',
        '"',
        "\n",
        "\n\n",
    ),
    *("#, fuzzy\n", "#~ ", "#: a:1\n", "#| ", "\\n", "\\", "\\x", "${a}", "5", "%s", "<b>"),
    *(
        '"Plural-Forms: nplurals=2; plural=9**9**9;\\n"\n',
        '"Content-Type: text/plain; charset=x\\n"\n',
    ),
)
XML = (
    *(
        "<w:p/>",
        "<w:tbl>",
        "</w:tbl>",
        "</w:tc>",
        "<w:t>x</w:t>",
        "<w:sdt>",
        "</w:sdt>",
        "<w:r>",
        "</w:r>",
    ),
    *('<w:fldChar w:fldCharType="begin"/>', "<w:del>", "</w:del>", "<w:ins>", "</w:ins>", "&#10;"),
    *(
        '<w:sdtPr><w:tag w:val="x"/></w:sdtPr>',
        '<w:gridSpan w:val="-9"/>',
        "<!--",
        "]]>",
        "&lt;",
        "&x;",
    ),
    *(
        '<w:ilvl w:val="99999999999"/>',
        '<w:sz w:val="x"/>',
        "<w:drawing/>",
        "<mc:AlternateContent/>",
    ),
)


def spliced(text: str, pieces: Sequence[str], cuts: Iterable[tuple[float, float, int]]) -> str:
    """Take pieces out of a text and put others in: each cut says where, how much, and which."""
    for at, length, which in cuts:
        start = int(at * len(text))
        end = start + int(length * length * 60)
        piece = text[-end:] if which < 0 else (*pieces, *ODD)[which % (len(pieces) + len(ODD))]
        text = text[:start] + piece + text[end:]
    return text


def cuts(most: int = 6) -> st.SearchStrategy[list[tuple[float, float, int]]]:
    place = st.floats(0, 1, allow_nan=False)
    return st.lists(st.tuples(place, place, st.integers(-1, 200)), min_size=1, max_size=most)


def some(count: int) -> Callable[[Any], Any]:
    """How many examples a gate tries; the long proofs try many more."""
    return settings(max_examples=count * 50 if PROVING else count, deadline=None)


def can_be_said(found: Iterable[Diagnostic]) -> None:
    for each in found:
        for words in SPOKEN:
            assert words.say(each.message)
            assert each.hint is None or words.say(each.hint)
            assert all(words.say(more.note) for more in each.related)


@given(st.sampled_from(sorted(starter())), cuts())
@some(15)
def test_any_file_of_a_handbook(path: str, where: list[tuple[float, float, int]]) -> None:
    files = starter()
    files[path] = spliced(files[path], YAML, where).encode(errors="replace").decode()
    result = checked(files)
    can_be_said(result.diagnostics)
    for found in result.diagnostics:
        span = result.span(found.where)
        assert span.line >= 1
        assert span.column >= 1
    for form in FORMATS.values():
        assert form(result, SPOKEN[0], "") is not None


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.dates().map(str),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.sampled_from(KINDS), st.lists(st.tuples(st.floats(0, 1), TREES), min_size=1, max_size=3))
@some(25)
def test_any_shape(kind: str, changes: list[tuple[float, Any]]) -> None:
    path = (
        next(each for each in sorted(starter()) if kind_of(each) == kind) if kind in known() else ""
    )
    text = starter().get(path, "{}")
    source = read_yaml(path or "processes/x.yml", text.encode()).value
    assert source is not None
    tree: Any = json.loads(json.dumps(source.data))
    for at, value in changes:
        places = list(inside(tree))
        if not places:
            break
        node, key = places[int(at * (len(places) - 1))]
        node[key] = value
    read = read_yaml(
        path or "processes/x.yml", json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")
    )
    can_be_said(read.diagnostics)
    if read.value is not None:
        can_be_said(shape.check_shape(read.value, kind))


def kind_of(path: str) -> str:
    name = path.rpartition("/")[2].removesuffix(".yml")
    return "form" if "/forms/" in path else name if path.count("/") == 1 else "process"


@cache
def known() -> frozenset[str]:
    return frozenset(map(kind_of, starter()))


def inside(tree: Any) -> Iterable[tuple[Any, Any]]:
    """Every place of a tree: what holds it, and its key there."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield tree, key
        if isinstance(value, (dict, list)):
            yield from inside(value)


PAGE = (
    "# A page\n\nSome **words** about [it](index.md) and ${reply-time}.\n\n- one\n- two\n\n"
    "| a | b |\n|---|---|\n| c | d |\n"
)


@given(st.just(PAGE) | st.text(max_size=80), cuts(12))
@some(60)
def test_any_page(text: str, where: list[tuple[float, float, int]]) -> None:
    written = spliced(text, MARKDOWN, where)
    read_back = read_text("content/more.md", written.encode(errors="replace"))
    can_be_said(read_back.diagnostics)
    if read_back.value is not None:
        assert read_prose("more.md", read_back.value, frozenset()).clean
        read_blocks(read_back.value, "about")


ENTRIES = (
    'msgid ""\nmsgstr "Language: en\\n"\n\n#: x\nmsgid "a ${b}"\nmsgstr "c ${b}"\n\n'
    'msgid "5 d"\nmsgstr "5 e"\n'
)


@given(st.just(ENTRIES) | st.text(max_size=80), cuts(12))
@some(60)
@example(ENTRIES, [(0.3125, 0.0, 0)])  # a language that is none
def test_any_catalogue(text: str, where: list[tuple[float, float, int]]) -> None:
    raw = spliced(text, PO, where).encode(errors="replace")
    result = read_text("content/locale/en.po", raw)
    can_be_said(result.diagnostics)
    if result.value is not None:
        assert isinstance(parse_catalogue("en", result.value.encode()), Catalogue)


@cache
def form() -> bytes:
    return swapped("<w:body>", "<w:body>")


def with_document(change: Callable[[str], str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(form())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            raw = source.read(name)
            target.writestr(
                name, change(raw.decode()).encode(errors="replace") if name == DOCUMENT else raw
            )
    return out.getvalue()


@given(cuts(3))
@some(25)
def test_any_document_of_a_form(where: list[tuple[float, float, int]]) -> None:
    raw = with_document(partial(spliced, pieces=XML, cuts=where))
    can_be_said(read(raw).diagnostics)


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["copy", "move", "drop"]))
@some(25)
@example(0.0, 0.0, "drop")  # a document without a body
def test_any_elements_copied_moved_and_dropped(first: float, second: float, how: str) -> None:
    def change(text: str) -> str:
        tree = etree.fromstring(text.encode())
        nodes = [
            each
            for each in tree.iter()
            if isinstance(each.tag, str) and each.getparent() is not None
        ]
        one, two = (nodes[int(at * (len(nodes) - 1))] for at in (first, second))
        parent = one.getparent()
        assert parent is not None
        if how == "drop":
            parent.remove(one)
        elif one is not two and one not in list(two.iterancestors()):
            two.append(etree.fromstring(etree.tostring(one)) if how == "copy" else one)
        return etree.tostring(tree, encoding="unicode")

    can_be_said(read(with_document(change)).diagnostics)


@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4)), min_size=1, max_size=6))
@some(25)
@example([(0.0, b"")])
def test_any_bytes_of_a_form(changes: list[tuple[float, bytes]]) -> None:
    raw = bytearray(form())
    for at, piece in changes:
        start = int(at * len(raw))
        raw[start : start + len(piece)] = piece
    can_be_said(read(bytes(raw)).diagnostics)
