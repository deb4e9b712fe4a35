"""The house style of printed documents: logo, colour, fonts, a base document."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.settings import HouseStyle

_OTHER_NAMES = {
    "宋体": "SimSun",
    "黑体": "SimHei",
    "仿宋": "FangSong",
    "楷体": "KaiTi",
    "微软雅黑": "Microsoft YaHei",
    "等线": "DengXian",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How documents look; the files are bytes, because renderers read no disk.

    The defaults are the fonts that Word and WPS both have.
    """

    colour: str = "1F4E79"
    font: str = "宋体"
    heading_font: str = "黑体"
    latin_font: str = "Arial"
    logo: bytes | None = field(default=None, repr=False)
    base: bytes | None = field(default=None, repr=False)

    @property
    def tint(self) -> str:
        """The colour, thinned to an eighth: the ground of labels."""
        parts = (int(self.colour[at : at + 2], 16) for at in (0, 2, 4))
        return "".join(f"{255 - (255 - part) // 8:02X}" for part in parts)

    @property
    def other_names(self) -> tuple[tuple[str, str], ...]:
        """The fonts with the names that they bear on systems in other languages."""
        fonts = dict.fromkeys((self.font, self.heading_font))
        return tuple((each, _OTHER_NAMES[each]) for each in fonts if each in _OTHER_NAMES)


def house_of(style: HouseStyle, *, logo: bytes | None = None, base: bytes | None = None) -> House:
    """Return the house style that `handbook.yml` asks for, over the defaults."""
    plain = House()
    return House(
        colour=(style.colour or plain.colour).lstrip("#").upper(),
        font=style.font or plain.font,
        heading_font=style.font or plain.heading_font,
        latin_font=style.latin_font or plain.latin_font,
        logo=logo,
        base=base,
    )
