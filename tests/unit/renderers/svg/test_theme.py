"""Everybody can read diagrams: text and outlines stand out from what is behind them (WCAG 2.2)."""

from __future__ import annotations

import pytest

from generator.layout import EdgeKind, NodeKind
from generator.renderers.svg import theme

TEXT, OUTLINE = 4.5, 3.0


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("kind", list(NodeKind))
def test_shapes_stand_out_and_their_text_can_be_read(kind: NodeKind) -> None:
    style = theme.SHAPES[kind]
    assert contrast(style["stroke"], theme.PAPER) >= OUTLINE
    assert contrast(theme.INK, style["fill"]) >= TEXT
    assert contrast(theme.MUTED, style["fill"]) >= TEXT
    assert float(style["stroke-width"]) > 1
    assert style["class"] == "flow-shape"  # what the site's stylesheet overrides


def test_ends_and_calls_are_drawn_thicker_than_beginnings_and_tasks() -> None:
    def width(kind: NodeKind) -> float:
        return float(theme.SHAPES[kind]["stroke-width"])

    assert width(NodeKind.END) >= 2 * width(NodeKind.START)  # BPMN 2.0: a thick line
    assert width(NodeKind.HAND_OVER) == width(NodeKind.END)
    assert width(NodeKind.CALL) >= 2 * width(NodeKind.TASK)


def test_kinds_of_arrows_differ_in_more_than_colour() -> None:
    styles = [theme.EDGES[kind] for kind in EdgeKind]
    assert {style["fill"] for style in styles} == {"none"}
    assert all(contrast(style["stroke"], theme.PAPER) >= OUTLINE for style in styles)
    assert [kind for kind in EdgeKind if "stroke-dasharray" in theme.EDGES[kind]] == [
        EdgeKind.HAND_OVER
    ]
    assert [style["class"] for style in styles] == [
        f"flow-edge flow-edge-{kind.value}" for kind in EdgeKind
    ]


def test_lanes_and_labels_can_be_read() -> None:
    assert contrast(theme.TEXT["fill"], theme.LANE_HEADER["fill"]) >= TEXT
    assert contrast(theme.LABEL["fill"], theme.LABEL_BACK["fill"]) >= TEXT
    assert contrast(theme.NOTE["fill"], theme.PAPER) >= TEXT
    assert contrast(theme.ARROW["fill"], theme.PAPER) >= OUTLINE


def test_the_carried_font_comes_first() -> None:
    assert theme.FONTS.startswith("Handbook Sans SC, ")
    assert theme.FONTS.endswith(", sans-serif")
