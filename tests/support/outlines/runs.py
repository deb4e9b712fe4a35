"""The inside of a paragraph as one line: runs, fields, links, controls, pictures, bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from outlines.package import REL
from outlines.xml import compact, local

_FIELD = {"begin": "{", "separate": "=>", "end": "}"}


def attribute(element: etree._Element, name: str) -> str:
    """An attribute in whatever namespace, or ''."""
    return next((v for key, v in element.attrib.items() if local(key) == name), "")


@dataclass(frozen=True)
class Story:
    """A part with text, and where its relations lead."""

    targets: Mapping[str, str]

    def control(self, sdt: etree._Element) -> str:
        """A control without what stands in it."""
        return f"control {' '.join(compact(each) for each in sdt[0])}:"

    def resolved(self, element: etree._Element) -> str:
        """Properties in which relations are replaced by what they lead to."""
        said = compact(element)
        for key in sorted(self.targets, key=len, reverse=True):
            said = said.replace(f"id={key})", f"id={self.targets[key]})")
        return said


def inline(parent: etree._Element, story: Story) -> str:
    """All that stands in a paragraph, or in a part of one."""
    said = [_KINDS.get(local(each.tag), _other)(each, story) for each in parent]
    if local(parent.tag) == "bookmarkStart":
        return _mark(parent, story)
    return _joined(said)


def _joined(parts: list[tuple[str, str] | str]) -> str:
    """Put runs of the same look together and write each look once."""
    done: list[tuple[str, str]] = []
    for part in parts:
        look, text = part if isinstance(part, tuple) else ("", part)
        if done and done[-1][0] == look:
            done[-1] = (look, done[-1][1] + text)
        elif text:
            done.append((look, text))
    return "".join(f"<{look}: {text}>" if look else text for look, text in done)


def _run(run: etree._Element, story: Story) -> tuple[str, str]:
    look, text = "", ""
    for each in run:
        name = local(each.tag)
        if name == "rPr":
            look = " ".join(compact(one) for one in each)
        elif name == "fldChar":
            text += _FIELD[attribute(each, "fldCharType")]
        elif name in {"t", "instrText"}:
            text += each.text or ""
        elif name in {"br", "tab", "cr", "noBreakHyphen", "ptab"}:
            text += f"<{compact(each)}>"
        else:
            text += _pictures(each, story)
    return look, text


def _pictures(element: etree._Element, story: Story) -> str:
    found = []
    for each in element.iter(etree.Element):
        if local(each.tag) == "docPr":
            found.append(f"{attribute(each, 'name')} alt={attribute(each, 'descr')!r}")
        elif local(each.tag) == "extent":
            found.append(f"{attribute(each, 'cx')}x{attribute(each, 'cy')}")
        elif embedded := each.get(f"{REL}embed"):
            found.append(f"<- {story.targets[embedded]}")
    return f"({local(element.tag)} {' '.join(found)})"


def _link(link: etree._Element, story: Story) -> str:
    relation = link.get(f"{REL}id")
    target = story.targets[relation] if relation else f"#{attribute(link, 'anchor')}"
    return f"[{inline(link, story)}]({target})"


def _control(sdt: etree._Element, story: Story) -> str:
    return f"<<{story.control(sdt)} {inline(sdt[-1], story)}>>"


def _mark(element: etree._Element, story: Story) -> str:
    del story
    return f"{{#{attribute(element, 'name')}}}"


def _nothing(element: etree._Element, story: Story) -> str:
    del element, story
    return ""


def _other(element: etree._Element, story: Story) -> str:
    inside = inline(element, story) if len(element) else compact(element)
    return f"<{local(element.tag)} {inside}>"


_KINDS: Mapping[str, Callable[[etree._Element, Story], tuple[str, str] | str]] = {
    "r": _run,
    "hyperlink": _link,
    "sdt": _control,
    "bookmarkStart": _mark,
    "bookmarkEnd": _nothing,
    "pPr": _nothing,
    "proofErr": _nothing,
}
