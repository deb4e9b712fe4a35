"""An Office package taken apart: its parts as XML, and where their relations lead."""

from __future__ import annotations

import posixpath
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Package:
    """The parts of a package by name."""

    def __init__(self, raw: bytes) -> None:
        """Unpack all of it."""
        with ZipFile(BytesIO(raw)) as archive:
            self.parts = {name: archive.read(name) for name in sorted(archive.namelist())}

    def tree(self, name: str) -> etree._Element:
        """A part as a tree."""
        return etree.fromstring(self.parts[name])

    def targets(self, name: str) -> dict[str, str]:
        """Id of a relation of a part → the part or address that it leads to."""
        folder, _, file = name.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        if relations not in self.parts:
            return {}
        return {
            str(each.get("Id")): str(each.get("Target"))
            if each.get("TargetMode") == "External"
            else posixpath.normpath(posixpath.join("/", folder, str(each.get("Target"))))[1:]
            for each in self.tree(relations)
        }
