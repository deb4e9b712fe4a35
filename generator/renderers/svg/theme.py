"""Holds the light theme of diagrams as presentation attributes, the weakest kind of style.

The site's stylesheet overrides them by class for dark pages, print and forced colours. There are
no CSS variables: rasterisers and word processors would draw them black.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.layout import EdgeKind, NodeKind

FONTS = "Handbook Sans SC, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif"
INK = "#1b2733"
MUTED = "#4a5a6a"
LINE = "#46566a"
PAPER = "#ffffff"

PAGE = {"class": "flow-page", "fill": PAPER}
LANE = {"class": "flow-lane", "fill": "#ffffff", "stroke": "#9fb0c0", "stroke-width": "1"}
LANE_HEADER = {
    "class": "flow-lane-header",
    "fill": "#e9eff5",
    "stroke": "#9fb0c0",
    "stroke-width": "1",
}
TEXT = {"class": "flow-text", "fill": INK}
LABEL = {"class": "flow-label", "fill": INK}
LABEL_BACK = {"class": "flow-label-back", "fill": PAPER}
NOTE = {"class": "flow-note-text", "fill": MUTED}
SIGN = {
    "class": "flow-sign",
    "fill": "none",
    "stroke": INK,
    "stroke-width": "1.6",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
NOTE_SIGN = {**SIGN, "class": "flow-note-sign", "stroke": MUTED, "stroke-width": "1"}
ARROW = {"class": "flow-arrow", "fill": LINE}

_EDGE = {
    "fill": "none",
    "stroke": LINE,
    "stroke-width": "1.4",
    "stroke-linejoin": "round",
}
EDGES: Mapping[EdgeKind, Mapping[str, str]] = {
    EdgeKind.SEQUENCE: {"class": "flow-edge flow-edge-sequence", **_EDGE},
    EdgeKind.CALL: {"class": "flow-edge flow-edge-call", **_EDGE},
    EdgeKind.HAND_OVER: {
        "class": "flow-edge flow-edge-hand-over",
        **_EDGE,
        "stroke-dasharray": "6 4",
    },
}

_GATEWAY = {"class": "flow-shape", "fill": "#fdf3d8", "stroke": "#866400", "stroke-width": "1.4"}
SHAPES: Mapping[NodeKind, Mapping[str, str]] = {
    NodeKind.TASK: {
        "class": "flow-shape",
        "fill": "#f5f9ff",
        "stroke": "#2f5f94",
        "stroke-width": "1.4",
    },
    NodeKind.CALL: {
        "class": "flow-shape",
        "fill": "#eef6f2",
        "stroke": "#2a6b52",
        "stroke-width": "3",
    },
    NodeKind.GROUP: {
        "class": "flow-shape",
        "fill": "#f5f9ff",
        "stroke": "#2f5f94",
        "stroke-width": "1.4",
        "stroke-dasharray": "6 3",
    },
    NodeKind.START: {
        "class": "flow-shape",
        "fill": "#e8f5ea",
        "stroke": "#2c7036",
        "stroke-width": "1.6",
    },
    NodeKind.END: {
        "class": "flow-shape",
        "fill": "#fcebea",
        "stroke": "#a3262a",
        "stroke-width": "3.2",
    },
    NodeKind.HAND_OVER: {
        "class": "flow-shape",
        "fill": "#f3edfa",
        "stroke": "#67448f",
        "stroke-width": "3.2",
    },
    NodeKind.SIGNAL: {
        "class": "flow-shape",
        "fill": PAPER,
        "stroke": MUTED,
        "stroke-width": "1.4",
    },
    NodeKind.TIMER: {
        "class": "flow-shape",
        "fill": PAPER,
        "stroke": MUTED,
        "stroke-width": "1.4",
    },
    NodeKind.EXCLUSIVE: _GATEWAY,
    NodeKind.INCLUSIVE: _GATEWAY,
    NodeKind.PARALLEL: _GATEWAY,
    NodeKind.LINK_OUT: {
        "class": "flow-shape",
        "fill": "#eef1f4",
        "stroke": MUTED,
        "stroke-width": "1.4",
    },
    NodeKind.LINK_IN: {
        "class": "flow-shape",
        "fill": "#eef1f4",
        "stroke": MUTED,
        "stroke-width": "1.4",
    },
}
