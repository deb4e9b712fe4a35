"""XML in one form: an element a line, attributes sorted, numbers as they are."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def local(name: object) -> str:
    """The name of an element or attribute without its namespace."""
    return str(name).rpartition("}")[2]


def canonical(raw: bytes) -> str:
    """A whole file; an element that holds nothing but text stands on one line with it."""
    root = etree.fromstring(raw)
    spaces = sorted({(prefix or "", uri) for e in root.iter() for prefix, uri in e.nsmap.items()})
    declared = [f"<!-- {prefix or '(none)'}: {uri} -->" for prefix, uri in spaces]
    return "\n".join([*declared, *_lines(root, 0)]) + "\n"


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    pad = "  " * depth
    name = f"{element.prefix}:{local(element.tag)}" if element.prefix else local(element.tag)
    attributes = "".join(f' {local(k)}="{v}"' for k, v in sorted(element.attrib.items()))
    text = (element.text or "").strip()
    if not len(element):
        yield f"{pad}<{name}{attributes}>{text}</{name}>" if text else f"{pad}<{name}{attributes}/>"
        return
    yield f"{pad}<{name}{attributes}>{text}"
    for child in element:
        yield from _lines(child, depth + 1)
        if tail := (child.tail or "").strip():
            yield f"{pad}  {tail}"
    yield f"{pad}</{name}>"


def compact(element: etree._Element) -> str:
    """An element as `name=value`, `name(attribute=value child …)`: for long lists of properties."""
    name = local(element.tag)
    plain = {local(key): value for key, value in element.attrib.items()}
    if name == "shd" and plain.pop("val") == "clear" and plain.pop("color") == "auto":
        return f"ground={plain['fill']}"
    inner = [f"{key}={value}" for key, value in plain.items()]
    inner += [compact(child) for child in element]
    if text := (element.text or "").strip():
        inner.append(repr(text))
    if set(plain) == {"val"} and len(inner) == 1:
        return f"{name}={plain['val']}"
    return f"{name}({' '.join(inner)})" if inner else name
