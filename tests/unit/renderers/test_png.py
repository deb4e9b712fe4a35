"""Pictures for Word are made with the carried font alone, the same everywhere."""

from __future__ import annotations

import struct

from generator.renderers.png import svg_to_png


def svg(text: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48" '
        'font-family="Microsoft YaHei, sans-serif">'
        f'<text x="8" y="30" font-size="12">{text}</text></svg>'
    ).encode()


def size(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def test_an_inch_has_as_many_pixels_as_asked_for() -> None:
    assert size(svg_to_png(svg("投诉"), 200)) == (200, 100)
    assert size(svg_to_png(svg("投诉"), 300)) == (300, 150)


def test_chinese_text_is_drawn() -> None:
    assert svg_to_png(svg("投诉")) != svg_to_png(svg(""))
    assert svg_to_png(svg("投诉")) != svg_to_png(svg("处理"))


def test_the_same_picture_has_the_same_bytes() -> None:
    assert svg_to_png(svg("客户投诉处理")) == svg_to_png(svg("客户投诉处理"))
