"""What people and programs do to a Word form, as changes of its parts; each says what it adds."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = {"w": W}
DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def xml(text: str) -> Any:
    names = (
        f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    )
    return etree.fromstring(f"<x {names}>{text}</x>")[0]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


@dataclass
class Returned:
    """A filled form while it is damaged; `texts`, `numbers`, `dates` are tags of its fields."""

    parts: dict[str, bytes]
    tree: Any
    texts: list[str]
    numbers: list[str]
    dates: list[str]
    table: str = ""  # the tag of a cell in a table whose rows are alike
    width: int = 0
    words: list[str] = field(default_factory=list)

    def say(self, text: str = "") -> str:
        """Return a word that stands nowhere else, and remember that somebody will see it."""
        word = f"Zq{len(self.words)}{text}"
        self.words.append(word)
        return word

    def control(self, tag: str, number: int = 0) -> Any:
        found = self.tree.xpath(f'//w:sdt[w:sdtPr/w:tag/@w:val="{tag}"]', namespaces=NAMESPACES)
        return found[number]

    def content(self, tag: str) -> Any:
        return self.control(tag).find(w("sdtContent"))

    def cell(self, tag: str) -> Any:
        return next(self.control(tag).iterancestors(w("tc")))

    def row(self, tag: str) -> Any:
        return next(self.control(tag).iterancestors(w("tr")))

    def grid(self, tag: str) -> Any:
        return list(self.control(tag).iterancestors(w("tbl")))[-1]

    @property
    def body(self) -> Any:
        return self.tree.find(w("body"))

    def beside(self, tag: str, *nodes: str) -> None:
        control = self.control(tag)
        for node in reversed(nodes):
            control.addnext(xml(node))

    def relation(self, kind: str, target: str, *, external: bool = False) -> None:
        mode = ' TargetMode="External"' if external else ""
        line = f'<Relationship Id="rIdZ" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
        content = self.parts[RELATIONS]
        self.parts[RELATIONS] = content.replace(
            b"</Relationships>", line.encode() + b"</Relationships>"
        )

    def packed(self) -> bytes:
        document = etree.tostring(
            self.tree, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**self.parts, DOCUMENT: document}.items():
                named = "word/_strict" in self.parts and name.endswith((".xml", ".rels"))
                if name != "word/_strict":
                    archive.writestr(name, strict(content) if named else content)
        return out.getvalue()


def strict(content: bytes) -> bytes:
    return re.sub(
        rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument)/2006/",
        rb"http://purl.oclc.org/ooxml/\1/",
        content,
    )


Damage = Callable[[Returned], None]
DAMAGES: dict[str, Damage] = {}


def damage(function: Damage) -> Damage:
    DAMAGES[function.__name__] = function
    return function


# --- text beside the controls ---------------------------------------------------------------


@damage
def beside_a_text(form: Returned) -> None:
    form.beside(form.texts[0], run(form.say()))


@damage
def before_a_text(form: Returned) -> None:
    form.control(form.texts[0]).addprevious(xml(run(form.say())))


@damage
def beside_a_number(form: Returned) -> None:
    form.beside(form.numbers[0], run(form.say()))


@damage
def figures_beside_a_number(form: Returned) -> None:
    form.beside(form.numbers[0], run("万 " + form.say()))


@damage
def beside_a_date(form: Returned) -> None:
    form.beside(form.dates[0], run(" " + form.say()))


@damage
def beside_an_emptied_control(form: Returned) -> None:
    content = form.content(form.texts[0])
    for text in content.iter(w("t")):
        text.text = ""
    form.beside(form.texts[0], run(form.say()))


@damage
def second_paragraph(form: Returned) -> None:
    form.cell(form.texts[0]).append(xml(paragraph(form.say())))


@damage
def second_paragraph_at_a_number(form: Returned) -> None:
    form.cell(form.numbers[0]).append(xml(paragraph(form.say())))


@damage
def paragraph_in_front(form: Returned) -> None:
    cell = form.cell(form.texts[-1])
    cell.find(w("p")).addprevious(xml(paragraph(form.say())))


@damage
def in_the_cell_of_the_label(form: Returned) -> None:
    label = form.cell(form.texts[0]).getprevious()
    label.find(w("p")).append(xml(run(form.say())))


@damage
def label_written_over(form: Returned) -> None:
    label = form.cell(form.texts[0]).getprevious()
    next(label.iter(w("t"))).text = form.say()


@damage
def row_without_controls(form: Returned) -> None:
    cells = "".join(f"<w:tc>{paragraph(form.say())}</w:tc>" for _ in range(form.width))
    rows = list(form.grid(form.table).iter(w("tr")))
    rows[-1].addnext(xml(f"<w:tr>{cells}</w:tr>"))


@damage
def row_in_a_grid(form: Returned) -> None:
    cells = "".join(f"<w:tc>{paragraph(form.say())}</w:tc>" for _ in range(2))
    form.row(form.texts[0]).addnext(xml(f"<w:tr>{cells}</w:tr>"))


@damage
def note_at_the_end(form: Returned) -> None:
    form.body[-1].addprevious(xml(paragraph(form.say())))


@damage
def note_between_tables(form: Returned) -> None:
    form.grid(form.texts[0]).addprevious(xml(paragraph(form.say())))


@damage
def note_at_the_top(form: Returned) -> None:
    form.body.insert(0, xml(paragraph(form.say())))


# --- notes and pictures ---------------------------------------------------------------------


def note(form: Returned, kind: str, word: str) -> None:
    form.parts[f"word/{kind}s.xml"] = (
        f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="7">{paragraph(word)}</w:{kind}></w:{kind}s>'
    ).encode()
    form.relation(f"{kind}s", f"{kind}s.xml")
    form.beside(form.texts[0], f'<w:r><w:{kind}Reference w:id="7"/></w:r>')


@damage
def comment(form: Returned) -> None:
    note(form, "comment", form.say())


@damage
def footnote(form: Returned) -> None:
    note(form, "footnote", form.say())


@damage
def endnote(form: Returned) -> None:
    note(form, "endnote", form.say())


@damage
def picture(form: Returned) -> None:
    name = form.say(".png")
    form.beside(
        form.texts[0], f'<w:r><w:drawing><wp:docPr id="9" name="{name}"/></w:drawing></w:r>'
    )


@damage
def text_box(form: Returned) -> None:
    box = f"<w:txbxContent>{paragraph(form.say())}</w:txbxContent>"
    form.beside(
        form.texts[0],
        f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>",
    )


@damage
def newer_text_box(form: Returned) -> None:
    box = f"<w:txbxContent>{paragraph(form.say())}</w:txbxContent>"
    form.beside(
        form.texts[0],
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )


@damage
def word_art(form: Returned) -> None:
    form.beside(
        form.texts[0],
        f'<w:r><w:pict><v:shape><v:textpath string="{form.say()}"/></v:shape></w:pict></w:r>',
    )


@damage
def in_the_header(form: Returned) -> None:
    frame(form, "header")


@damage
def in_the_footer(form: Returned) -> None:
    frame(form, "footer")


def frame(form: Returned, kind: str) -> None:
    name = next(each for each in form.parts if re.fullmatch(rf"word/{kind}\d*\.xml", each))
    end = f"</w:{'hdr' if kind == 'header' else 'ftr'}>"
    text = form.parts[name].decode().replace(end, paragraph(form.say()) + end)
    form.parts[name] = text.encode()


# --- inside the controls --------------------------------------------------------------------


@damage
def ruby(form: Returned) -> None:
    base, above = form.say(), form.say()
    form.content(form.texts[0]).append(
        xml(
            f"<w:r><w:ruby><w:rt>{run(above)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
        )
    )


@damage
def symbol(form: Returned) -> None:
    form.content(form.texts[0]).append(xml('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))
    form.words.append("✓")


@damage
def symbol_font(form: Returned) -> None:
    look = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    form.content(form.texts[0]).append(xml(run("\xfe", look)))
    form.words.append("☑")


@damage
def inserted(form: Returned) -> None:
    form.content(form.texts[0]).append(xml(f"<w:ins>{run(form.say())}</w:ins>"))


@damage
def deleted(form: Returned) -> None:
    gone = f"<w:del><w:r><w:delText>{form.say()}</w:delText></w:r></w:del>"
    form.content(form.texts[0]).append(xml(gone))


@damage
def moved(form: Returned) -> None:
    word = form.say()
    form.content(form.texts[0]).append(xml(f"<w:moveTo>{run(word)}</w:moveTo>"))
    form.beside(form.texts[1], f"<w:moveFrom>{run(word)}</w:moveFrom>")


@damage
def hidden(form: Returned) -> None:
    form.content(form.numbers[0]).append(xml(run(form.say(), "<w:vanish/>")))


@damage
def white(form: Returned) -> None:
    form.beside(form.texts[0], run(form.say(), '<w:color w:val="FFFFFF"/>'))


@damage
def tiny(form: Returned) -> None:
    form.beside(form.texts[0], run(form.say(), '<w:sz w:val="2"/>'))


@damage
def page_break(form: Returned) -> None:
    node = f'<w:r><w:br w:type="page"/><w:t>{form.say()}</w:t></w:r>'
    form.beside(form.texts[0], node)


@damage
def list_in_a_cell(form: Returned) -> None:
    look = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    form.cell(form.texts[0]).append(xml(f"<w:p>{look}{run(form.say())}</w:p>"))


@damage
def embedded_object(form: Returned) -> None:
    names = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    program = f'<o:OLEObject {names} ProgID="{form.say()}"/>'
    form.beside(form.texts[0], f"<w:r><w:object>{program}</w:object></w:r>")
    form.parts["word/embeddings/oleObject1.bin"] = b"x"


@damage
def struck_out(form: Returned) -> None:
    form.content(form.numbers[0]).append(xml(run(form.say(), "<w:strike/>")))


@damage
def raised(form: Returned) -> None:
    form.content(form.numbers[0]).append(xml(run("2", '<w:vertAlign w:val="superscript"/>')))


@damage
def turned_around(form: Returned) -> None:
    form.content(form.numbers[0]).append(
        xml(f'<w:bdo w:val="rtl">{run("12" + form.say())}</w:bdo>')
    )


@damage
def field_result(form: Returned) -> None:
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> QUOTE x </w:instrText></w:r>'
    for node in (
        marks.format("begin"),
        code,
        marks.format("separate"),
        run(form.say()),
        marks.format("end"),
    ):
        form.content(form.texts[0]).append(xml(node))


@damage
def simple_field(form: Returned) -> None:
    form.content(form.texts[0]).append(
        xml(f'<w:fldSimple w:instr="X">{run(form.say())}</w:fldSimple>')
    )


@damage
def link(form: Returned) -> None:
    form.content(form.texts[0]).append(xml(f"<w:hyperlink>{run(form.say())}</w:hyperlink>"))


@damage
def smart_tag(form: Returned) -> None:
    form.content(form.texts[0]).append(
        xml(f'<w:smartTag w:element="x">{run(form.say())}</w:smartTag>')
    )


@damage
def custom_xml(form: Returned) -> None:
    form.content(form.texts[0]).append(
        xml(f'<w:customXml w:element="x">{run(form.say())}</w:customXml>')
    )


@damage
def formula(form: Returned) -> None:
    form.beside(form.texts[0], f"<m:oMath><m:r><m:t>{form.say()}</m:t></m:r></m:oMath>")


@damage
def marked_as_prompt(form: Returned) -> None:
    properties = form.control(form.texts[0]).find(w("sdtPr"))
    properties.append(xml("<w:showingPlcHdr/>"))
    next(form.content(form.texts[0]).iter(w("t"))).text = form.say()


@damage
def two_values(form: Returned) -> None:
    content = form.content(form.dates[0])
    content.append(xml(run(" 2027-01-01")))


# --- controls and tables --------------------------------------------------------------------


@damage
def control_twice(form: Returned) -> None:
    control = form.control(form.texts[0])
    second = copy.deepcopy(control)
    next(second.iter(w("t"))).text = form.say()
    control.addnext(second)


@damage
def names_lost(form: Returned) -> None:
    for tag in list(form.tree.iter(w("tag"))):
        tag.getparent().remove(tag)


@damage
def controls_lost(form: Returned) -> None:
    while (control := next(form.tree.iter(w("sdt")), None)) is not None:
        content = control.find(w("sdtContent"))
        for node in list(content if content is not None else ()):
            control.addprevious(node)
        control.getparent().remove(control)


@damage
def control_of_the_cell(form: Returned) -> None:
    """An editor makes the inline control one around the cell."""
    control, cell = form.control(form.texts[0]), form.cell(form.texts[0])
    content = control.find(w("sdtContent"))
    for node in list(content):
        control.addprevious(node)
    control.getparent().remove(control)
    cell.addprevious(control)
    content.append(cell)


@damage
def table_twice(form: Returned) -> None:
    table = form.grid(form.table)
    second = copy.deepcopy(table)
    for tag in second.iter(w("tag")):
        if tag.get(w("val")) == form.table:
            control = tag.getparent().getparent()
            next(control.iter(w("t"))).text = form.say()
            break
    table.addnext(second)
    table.addnext(xml("<w:p/>"))


@damage
def section_twice(form: Returned) -> None:
    table = form.grid(form.texts[0])
    second = copy.deepcopy(table)
    for tag in second.iter(w("tag")):
        if tag.get(w("val")) == form.texts[0]:
            next(tag.getparent().getparent().iter(w("t"))).text = form.say()
            break
    table.addnext(second)
    table.addnext(xml("<w:p/>"))


@damage
def table_in_a_cell(form: Returned) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(form.say())}</w:tc></w:tr></w:tbl>"
    form.cell(form.texts[0]).append(xml(inner))
    form.cell(form.texts[0]).append(xml("<w:p/>"))


@damage
def cells_merged(form: Returned) -> None:
    cell = form.cell(form.texts[0])
    label = cell.getprevious()
    for node in list(label)[::-1]:
        if node.tag == w("p"):
            cell.find(w("p")).addprevious(node)
    label.getparent().remove(label)
    properties = cell.find(w("tcPr"))
    span = properties.find(w("gridSpan"))
    if span is None:
        span = etree.SubElement(properties, w("gridSpan"))
    span.set(w("val"), "2")


@damage
def row_deleted(form: Returned) -> None:
    row = form.row(form.texts[0])
    row.getparent().remove(row)


@damage
def row_deleted_with_tracking(form: Returned) -> None:
    row = form.row(form.texts[0])
    properties = row.find(w("trPr"))
    if properties is None:
        row.insert(0, xml("<w:trPr/>"))
        properties = row.find(w("trPr"))
    properties.append(xml('<w:del w:id="5" w:author="x"/>'))


@damage
def table_split(form: Returned) -> None:
    if not form.table:
        return
    grid = form.grid(form.table)
    second = etree.Element(w("tbl"))
    second.extend(copy.deepcopy(each) for each in grid if each.tag in {w("tblPr"), w("tblGrid")})
    rows = list(grid.iter(w("tr")))
    second.extend(rows[len(rows) // 2 :])
    grid.addnext(second)
    grid.addnext(etree.Element(w("p")))


@damage
def columns_swapped(form: Returned) -> None:
    for row in form.grid(form.table).iter(w("tr")) if form.table else ():
        cells = row.findall(w("tc"))
        if len(cells) > 2:
            cells[2].addnext(cells[1])


@damage
def column_inserted(form: Returned) -> None:
    for number, row in enumerate(form.grid(form.table).iter(w("tr")) if form.table else ()):
        text = form.say() if number == 1 else ""
        row.find(w("tc")).addnext(xml(f"<w:tc>{paragraph(text)}</w:tc>"))


@damage
def column_deleted(form: Returned) -> None:
    for row in form.grid(form.table).iter(w("tr")) if form.table else ():
        cells = row.findall(w("tc"))
        if len(cells) > 2:
            row.remove(cells[-1])


@damage
def head_row_deleted(form: Returned) -> None:
    if form.table:
        grid = form.grid(form.table)
        grid.remove(grid.find(w("tr")))


@damage
def rows_swapped(form: Returned) -> None:
    rows = list(form.grid(form.texts[0]).iter(w("tr")))
    rows[0].addprevious(rows[-1])


@damage
def section_moved_to_the_end(form: Returned) -> None:
    form.body[-1].addprevious(form.grid(form.texts[0]))


@damage
def strict_names(form: Returned) -> None:
    form.parts["word/_strict"] = b""


@damage
def attached_template(form: Returned) -> None:
    form.parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{KIND}/attachedTemplate" Target="file:///C:/x.dotm" '
        'TargetMode="External"/></Relationships>'
    ).encode()


@damage
def other_document(form: Returned) -> None:
    form.parts["word/afchunk.html"] = b"<p>x</p>"
    form.relation("aFChunk", "afchunk.html")


def returned(raw: bytes, **tags: Any) -> Returned:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return Returned(parts=parts, tree=etree.fromstring(parts[DOCUMENT]), **tags)
