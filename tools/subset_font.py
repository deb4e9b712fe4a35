"""Makes the fonts that the package carries, and their tables, from Noto Sans CJK.

There are two: the characters of everyday texts, read for every picture, and all other Chinese
characters that Noto has (those of GBK and beyond the basic plane), read where one is needed.
Together they may weigh at most 7.5 MB.

Run it only when the characters or the font change; the results are kept in the repository:

    python -m pip install fonttools
    python tools/subset_font.py /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

The font is Debian's fonts-noto-cjk (SIL Open Font License 1.1). The same input gives the same
bytes.
"""

from __future__ import annotations

import argparse
import itertools
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "generator" / "resources" / "fonts"
FONT = FONTS / "HandbookSansSC-Regular.otf"
RARE_FONT = FONTS / "HandbookSansSC-Rare.otf"
TABLE = ROOT / "generator" / "layout" / "advances.py"
COVERAGE = ROOT / "generator" / "layout" / "coverage.py"
FAMILY = "Handbook Sans SC"
RARE_FAMILY = "Handbook Sans SC Rare"
FACE = "Noto Sans CJK SC"
SYMBOLS = "☐☑☒✓✔✗✘①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳★☆●○◆◇■□▲△▼▽▶◀→←↑↓↔⇒⇔≈≠≤≥±×÷∞√∑∈∩∪∴∵‰℃€£¥₩–—―‘’“”…·•"
RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x2010, 0x2040), (0x3000, 0x3040), (0xFF01, 0xFF5F))
# The ideographs of the basic plane with those for compatibility, and the planes of rare ones.
IDEOGRAPHS = ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x40000))
BASIC_PLANE = 0x10000
LINE = 84
NAME_FAMILY, NAME_FULL, NAME_POSTSCRIPT = 1, 4, 6


def characters() -> set[str]:
    """Return the characters of GB 2312, Latin letters and the symbols of forms and flows."""
    wanted = set(SYMBOLS)
    for start, end in RANGES:
        wanted |= {chr(code) for code in range(start, end)}
    for lead, trail in itertools.product(range(0xA1, 0xF8), range(0xA1, 0xFF)):
        wanted |= set(bytes((lead, trail)).decode("gb2312", errors="ignore"))
    return {char for char in wanted if unicodedata.category(char) not in ("Cc", "Zl", "Zp")}


def rare_characters(face: TTFont) -> set[str]:
    """Return the ideographs of a face, and the characters of GBK, that are no everyday ones."""
    drawn = face.getBestCmap()
    wanted = {chr(code) for start, end in IDEOGRAPHS for code in range(start, end) if code in drawn}
    for lead, trail in itertools.product(range(0x81, 0xFF), range(0x40, 0xFF)):
        wanted |= set(bytes((lead, trail)).decode("gbk", errors="ignore"))
    return {char for char in wanted if ord(char) in drawn} - characters()


def open_face(path: Path) -> TTFont:
    """Return the simplified Chinese face of a font file or collection."""
    faces = TTCollection(path).fonts if path.suffix == ".ttc" else [TTFont(path)]
    for face in faces:
        face.recalcTimestamp = False
    return next(face for face in faces if face["name"].getDebugName(NAME_FULL).startswith(FACE))


def subset(face: TTFont, wanted: set[str], family: str) -> TTFont:
    """Cut a face down to the wanted characters and give it a name of its own."""
    options = Options(
        hinting=False, desubroutinize=False, layout_features=[], name_IDs=[0, 1, 2, 4, 6, 13, 14]
    )
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    cutter = Subsetter(options)
    cutter.populate(text="".join(sorted(wanted)))
    cutter.subset(face)
    for table in ("BASE", "GDEF", "GSUB", "GPOS", "VORG", "vhea", "vmtx", "DSIG"):
        if table in face:
            del face[table]
    for name, text in (
        (NAME_FAMILY, family),
        (NAME_FULL, family),
        (NAME_POSTSCRIPT, family.replace(" ", "")),
    ):
        face["name"].setName(text, name, 3, 1, 0x409)
    top = face["CFF "].cff
    top.fontNames = [family.replace(" ", "")]
    top.topDictIndex[0].FullName = family
    top.topDictIndex[0].FamilyName = family
    return face


def advances(face: TTFont) -> dict[int, str]:
    """Return the characters of each advance width, in thousandths of the size."""
    by_width: dict[int, str] = {}
    metrics, units = face["hmtx"], face["head"].unitsPerEm
    for code, glyph in sorted(face.getBestCmap().items()):
        width = round(metrics[glyph][0] * 1000 / units)
        by_width[width] = by_width.get(width, "") + chr(code)
    return by_width


def escaped(char: str) -> str:
    """Return a character as it may stand in a Python string in double quotes."""
    if char.isascii():
        return {'"': "\\x22", "\\": "\\\\"}.get(char, char)
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - Latin-1


def table(by_width: dict[int, str]) -> str:
    """Write the widths as a module; what is missing has the full width of a Chinese character."""
    lines = [
        '"""Holds the widths of the carried font; written by tools/subset_font.py."""',
        "",
        "from __future__ import annotations",
        "",
        "ADVANCES: dict[int, str] = {",
    ]
    for width in sorted(by_width):
        if width == 1000:  # noqa: PLR2004 - the em, which is the default
            continue
        tokens = [escaped(char) for char in by_width[width]]
        chunks = [""]
        while tokens:
            if len(chunks[-1] + tokens[0]) > LINE:
                chunks.append("")
            chunks[-1] += tokens.pop(0)
        if len(chunks) == 1:
            lines.append(f'    {width}: "{chunks[0]}",')
            continue
        lines.append(f"    {width}: (")
        lines += [f'        "{chunk}"' for chunk in chunks]
        lines.append("    ),")
    return "\n".join(
        [*lines, "}", '"""Thousandths of the font size → characters that wide."""', ""]
    )


def coverage(faces: list[TTFont]) -> str:
    """Write the characters that the fonts draw as a module: ranges, and single rare ones."""
    codes = sorted({code for face in faces for code in face.getBestCmap()})
    ranges: list[list[int]] = []
    for code in (code for code in codes if code < BASIC_PLANE):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    beyond = "".join(chr(code) for code in codes if code >= BASIC_PLANE)
    return "\n".join(
        [
            '"""Holds the characters of the carried fonts; written by tools/subset_font.py."""',
            "",
            "from __future__ import annotations",
            "",
            "RANGES: tuple[tuple[int, int], ...] = (",
            *(f"    (0x{first:04X}, 0x{last:04X})," for first, last in ranges),
            ")",
            '"""First and last code points of the basic plane that are drawn."""',
            "BEYOND: frozenset[str] = frozenset(",
            *(f'    "{beyond[at : at + LINE // 2]}"' for at in range(0, len(beyond), LINE // 2)),
            ")",
            '"""The characters beyond the basic plane that are drawn."""',
            "",
        ]
    )


def main() -> None:
    """Read the font named on the command line; write the subsets and the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("font", type=Path)
    source = parser.parse_args().font
    FONTS.mkdir(exist_ok=True)
    subset(open_face(source), characters(), FAMILY).save(FONT, reorderTables=True)
    rare = rare_characters(open_face(source))
    subset(open_face(source), rare, RARE_FAMILY).save(RARE_FONT, reorderTables=True)
    fonts = [TTFont(FONT), TTFont(RARE_FONT)]
    TABLE.write_text(table(advances(fonts[0])), encoding="utf-8")
    COVERAGE.write_text(coverage(fonts), encoding="utf-8")


if __name__ == "__main__":
    main()
