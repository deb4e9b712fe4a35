"""Files that only claim to be filled forms: each is refused for one reason, and harms nothing."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from command import COMMAND, PLAIN, new_handbook
from filling import fill
from forms import blank, codes, good, handbook, order_sheet, read

from generator.base.i18n import product_catalogue

Change = Callable[[dict[str, bytes]], None]
DOCUMENT = "word/document.xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
CHINESE = product_catalogue("zh")
MOST_MEMORY = 300_000  # kB


def filled() -> bytes:
    return fill(blank(), handbook(), order_sheet(), good())


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(change: Change) -> bytes:
    parts = parts_of(filled())
    change(parts)
    return packed(parts)


def swapped(old: bytes, new: bytes, name: str = DOCUMENT) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)

    return changed(change)


def added(name: str, content: bytes = b"x") -> bytes:
    return changed(lambda parts: parts.update({name: content}))


def linked(kind: str, *, external: bool) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    line = f'<Relationship Id="rIdX" Type="http://x/{kind}" Target="file:///x"{mode}/>'
    return swapped(
        b"</Relationships>", line.encode() + b"</Relationships>", "word/_rels/document.xml.rels"
    )


def twice() -> bytes:
    out = BytesIO(filled())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"<x/>")
    return out.getvalue()


def elements() -> bytes:
    """105 kB that unfold to eight million paragraphs."""
    return swapped(b"<w:body>", b"<w:body>" + b"<w:p/>" * 8_000_000)


def few_elements() -> bytes:
    """Below the limit of bytes, above that of elements."""
    return swapped(b"<w:body>", b"<w:body>" + b"<w:p/>" * 700_000)


def lying() -> bytes:
    """The directory says that the document is small."""
    raw = bytearray(elements())
    with zipfile.ZipFile(BytesIO(bytes(raw))) as archive:
        size = archive.getinfo(DOCUMENT).file_size
    real = size.to_bytes(4, "little")
    return bytes(raw).replace(real, (1_000).to_bytes(4, "little"))


def encrypted() -> bytes:
    raw = bytearray(filled())
    for match in re.finditer(rb"PK\x01\x02", bytes(raw)):
        raw[match.start() + 8] |= 1
    return bytes(raw)


def overlapping() -> bytes:
    """All entries of the directory lead to the first part."""
    raw = bytearray(filled())
    for match in re.finditer(rb"PK\x01\x02", bytes(raw)):
        raw[match.start() + 42 : match.start() + 46] = bytes(4)
    return bytes(raw)


def another() -> bytes:
    """A Word file without the marks of a form."""
    parts = parts_of(filled())
    del parts["docProps/custom.xml"]
    return packed({**parts, "word/header1.xml": b"<x/>"})


DTD = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
HEAD = b"standalone='yes'?>\n"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "HB540"),
    "text": (lambda: b"no form at all", "HB540"),
    "cut off": (lambda: filled()[:9_000], "HB540"),
    "zip of something else": (lambda: packed({"a.txt": b"x"}), "HB540"),
    "old word or password": (lambda: OLE + b"\0" * 5_000, "HB541"),
    "encrypted entries": (encrypted, "HB541"),
    "macro": (lambda: added("word/vbaProject.bin"), "HB542"),
    "macro type": (
        lambda: swapped(
            b"document.main+xml", b"document.macroEnabled.main+xml", "[Content_Types].xml"
        ),
        "HB542",
    ),
    "external picture": (lambda: linked("image", external=True), "HB542"),
    "link to a file": (lambda: linked("hyperlink", external=True), "HB542"),
    "linked object": (lambda: linked("oleObject", external=True), "HB542"),
    "control with a program": (lambda: linked("control", external=False), "HB542"),
    "dtd": (lambda: swapped(HEAD, HEAD + DTD), "HB543"),
    "dtd elsewhere": (lambda: swapped(HEAD, HEAD + DTD, "word/styles.xml"), "HB543"),
    "bomb": (elements, "HB543"),
    "bomb of elements": (few_elements, "HB543"),
    "lying directory": (lying, "HB540"),
    "part twice": (twice, "HB543"),
    "overlapping parts": (overlapping, "HB543"),
    "name that leads out": (lambda: added("../../x.xml", b"<x/>"), "HB543"),
    "too many parts": (
        lambda: changed(lambda parts: parts.update({f"x{n}.xml": b"<x/>" for n in range(600)})),
        "HB543",
    ),
    "not well-formed": (lambda: swapped(b"</w:body>", b""), "HB543"),
    "too deep": (
        lambda: swapped(b"<w:body>", b"<w:body>" + b"<w:p>" * 2_000 + b"</w:p>" * 2_000),
        "HB543",
    ),
    "another document": (another, "HB544"),
    "another handbook": (
        lambda: swapped(b">order-sheet<", b">other-sheet<", "docProps/custom.xml"),
        "HB545",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.promise("T19", "T20", "T21", "R01", "R03", "R04", "R10")
def test_each_is_refused_for_one_reason(name: str) -> None:
    make, code = REFUSED[name]
    result = read(make())
    assert result.value is None
    assert codes(result) == [code]
    reason = CHINESE.word(result.diagnostics[0].args.get("what", ""))
    assert re.search("[a-z]{2}", reason) is None


def test_the_address_of_the_page_may_be_a_link_as_word_saves_it() -> None:
    line = (
        b'<Relationship Id="rIdX" Type="http://x/hyperlink" '
        b'Target="https://handbook.example/forms/x.html" TargetMode="External"/></Relationships>'
    )
    result = read(swapped(b"</Relationships>", line, "word/_rels/document.xml.rels"))
    assert codes(result) == []


@pytest.mark.promise("R07")
def test_what_was_deleted_under_tracked_changes_does_not_count() -> None:
    old = b"<w:t>Miller &lt;&amp; Co&gt;</w:t></w:r>"
    gone = b'<w:del w:id="9" w:author="x"><w:r><w:t>wrong</w:t></w:r></w:del>'
    result = read(swapped(old, old + gone))
    assert result.value is not None
    assert result.value.values["customer"] == "Miller <& Co>"
    assert "HB560" in codes(result)


@pytest.mark.promise("R05")
def test_a_field_with_two_values_is_named_and_the_others_are_read() -> None:
    parts = parts_of(filled())
    found = re.search(rb'<w:sdt><w:sdtPr><w:alias w:val="Customer"/>.*?</w:sdt>', parts[DOCUMENT])
    assert found
    second = found[0].replace(b"Miller", b"Smith")
    result = read(swapped(found[0], found[0] + second))
    assert codes(result) == ["HB549"]
    assert result.diagnostics[0].args["label"] == "Customer"


@pytest.mark.promise("R05")
def test_a_field_that_was_deleted_is_found_by_its_label() -> None:
    parts = parts_of(filled())
    found = re.search(rb'<w:sdt><w:sdtPr><w:alias w:val="Pieces"/>.*?</w:sdt>', parts[DOCUMENT])
    assert found
    result = read(swapped(found[0], b"<w:r><w:t>2</w:t></w:r>"))
    assert codes(result) == ["HB546"]
    assert result.value is not None
    assert result.value.values["pieces"] == 2
    assert result.value.recovered == ("pieces",)


def test_a_row_that_was_deleted_is_named() -> None:
    parts = parts_of(filled())
    rows = re.findall(rb"<w:tr>(?:(?!<w:tr>).)*?</w:tr>", parts[DOCUMENT], re.DOTALL)
    row = next(each for each in rows if b'w:val="pieces"' in each)
    result = read(swapped(row, b""))
    assert "HB548" in codes(result)
    assert result.value is not None
    assert result.value.state == "partial"


def test_a_file_may_name_the_template_of_its_editor() -> None:
    assert codes(read(linked("attachedTemplate", external=True))) == []


@pytest.mark.parametrize("name", ["word/embeddings/oleObject1.bin", "word/afchunk1.xml"])
def test_a_file_inside_is_named_and_never_opened(name: str) -> None:
    result = read(added(name, b"<!DOCTYPE no XML"))
    assert result.value is not None
    assert result.value.values["customer"] == good()["customer"]
    assert [(each.kind, each.text) for each in result.value.remarks] == [("embedded object", name)]


OLE_OBJECT = (
    b'<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"'
    b' ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
)


def test_an_object_and_a_document_say_where_they_stand() -> None:
    def put_in(parts: dict[str, bytes]) -> None:
        body = parts["word/document.xml"]
        body = body.replace(b"</w:p>", OLE_OBJECT, 1)
        parts["word/document.xml"] = body.replace(b"<w:sectPr", b"<w:altChunk/><w:sectPr", 1)

    result = read(changed(put_in))
    assert result.value is not None
    kinds = [(each.kind, each.text) for each in result.value.remarks]
    assert kinds == [("embedded object", "Excel.Sheet.12"), ("inserted document", "altChunk")]


@pytest.mark.promise("R08")
def test_hostile_words_stay_words() -> None:
    words = ("<script>x</script>", "=1+1", "_x0007_", "{ INCLUDETEXT }", "x" * 20_001)
    for each in words:
        raw = fill(blank(), handbook(), order_sheet(), {**good(), "wishes": each})
        result = read(raw)
        if len(each) > 20_000:
            assert codes(result) == ["HB553"]
        else:
            assert result.value is not None
            assert result.value.values["wishes"] == each


# A process begins with the memory of the one that starts it, so that one has to be small.
MEASURED = """
import resource, subprocess, sys
ran = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(ran.returncode)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for the memory used")
@pytest.mark.parametrize(
    "name", ["bomb", "bomb of elements", "lying directory", "overlapping parts"]
)
@pytest.mark.promise("T20", "R02")
def test_a_bomb_takes_little_memory_and_leaves_one_line(name: str, tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "book")
    (tmp_path / "bomb.docx").write_bytes(REFUSED[name][0]())
    words = [*COMMAND, "-C", root, "--lang", "en", "collect", tmp_path / "bomb.docx"]
    measured = [sys.executable, "-c", MEASURED, *map(str, words)]
    ran = subprocess.run(measured, env=PLAIN, capture_output=True, encoding="utf-8", check=False)
    *lines, memory = ran.stderr.splitlines()
    unit = 1024 if sys.platform == "darwin" else 1
    assert ran.returncode == 1
    assert int(memory) / unit < MOST_MEMORY
    assert len([line for line in lines if "HB54" in line]) == 1
    assert "Traceback" not in "".join(lines)
