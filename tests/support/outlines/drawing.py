"""A drawing inside a page: what it says, where it leads, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from outlines.xml import local

_PLACES = ("x", "y", "width", "height", "cx", "cy", "r", "points", "d", "viewBox")
_SAID = ("class", "href", "aria-label", "role", "data-fits")


def drawing_lines(svg: etree._Element) -> Iterator[str]:
    """A line for each group, with its words, its link and its shapes in whole numbers."""
    yield f"svg {_attributes(svg)}"
    for child in svg:
        yield from _lines(child, " ")


def _lines(element: etree._Element, pad: str) -> Iterator[str]:
    name = local(element.tag)
    if name in {"title", "desc"}:
        yield f"{pad}{name}: {element.text}"
    elif name == "text":
        parts = [f"{each.text}@{_number(each.get('x'))},{_number(each.get('y'))}"
                 for each in element]  # fmt: skip
        yield f"{pad}text.{element.get('class')} {' / '.join(parts) or element.text}"
    elif not len(element):
        places = [f"{key}={_numbers(element.get(key))}" for key in _PLACES if element.get(key)]
        yield f"{pad}{name}.{element.get('class')} {' '.join(places)}"
    else:
        yield f"{pad}{name} {_attributes(element)}".rstrip()
        for child in element:
            yield from _lines(child, f"{pad} ")


def _attributes(element: etree._Element) -> str:
    wanted = {
        key: value
        for key, value in element.attrib.items()
        if key in _SAID or str(key).startswith("data-") or str(key).lower() == "viewbox"
    }
    return " ".join(f'{key}="{value}"' for key, value in wanted.items())


def _number(text: str | None) -> str:
    return str(round(float(text or 0)))


def _numbers(text: str | None) -> str:
    parts = (text or "").replace(",", " ").split()
    return " ".join(_number(each) if _is_number(each) else each for each in parts)


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
