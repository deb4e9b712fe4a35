"""Reading `content/`: texts, pictures and documents; anything else is told."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.base.diagnostics import Rule
from generator.source.files import list_content
from generator.source.reading.content_rules import CONTENT_RULES
from generator.source.reading.decoding import MAX_BYTES
from generator.source.reading.findings import READING_RULES

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def write(root: Path, path: str, raw: bytes = b"# Title\n") -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


def findings(root: Path) -> list[tuple[str, str]]:
    return [(found.rule.name, found.where.file) for found in list_content(root)[1]]


def test_pages_pictures_and_catalogues_are_read(tmp_path: Path) -> None:
    write(tmp_path, "content/foreword.md", b"\xef\xbb\xbf# A\r\nb\r\n")
    write(tmp_path, "content/images/组织图 2026.PNG", b"\x89PNG\r\n")
    write(tmp_path, "content/locale/en.po", b'msgid "x"\nmsgstr "y"\n')
    files, found = list_content(tmp_path)
    assert [(each.path, each.raw) for each in files] == [
        ("content/foreword.md", b"# A\nb\n"),
        ("content/images/组织图 2026.PNG", b"\x89PNG\r\n"),
        ("content/locale/en.po", b'msgid "x"\nmsgstr "y"\n'),
    ]
    assert found == ()


def test_a_handbook_without_content_is_fine(tmp_path: Path) -> None:
    assert list_content(tmp_path) == ([], ())


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("content/Vorwort.md", "file-name"),
        ("content/前言.md", "file-name"),
        ("content/foreword.MD", "content-name"),
        ("content/run.exe", "content-kind"),
        ("content/page.html", "content-kind"),
        ("content/script.js", "content-kind"),
    ],
)
def test_what_cannot_be_published_is_told(tmp_path: Path, path: str, rule: str) -> None:
    write(tmp_path, path)
    assert findings(tmp_path) == [(rule, path)]
    # A name that cannot stay hides nothing of what stands in the file; other kinds are not read.
    read = [each.path for each in list_content(tmp_path)[0]]
    assert read == ([] if rule == "content-kind" else [path])


@posix
@pytest.mark.parametrize("name", ["a?.png", "x" * 100 + ".png", "a\u202e.png"])
def test_names_that_other_systems_refuse_are_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"content/{name}")
    assert [rule for rule, _ in findings(tmp_path)] == ["content-name"]


@posix
@pytest.mark.parametrize("name", ["con.png", "Aux.tar.PNG", "com².pdf", "nul.md"])
def test_names_that_windows_reserves_are_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"content/{name}")
    assert [rule for rule, _ in findings(tmp_path)] == ["reserved-name"]


@posix
@pytest.mark.promise("T22")
def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.md")
    write(tmp_path, "content/a.md")
    os.symlink("../secret.md", tmp_path / "content/b.md")
    os.symlink(".", tmp_path / "content/loop")
    assert findings(tmp_path) == [
        ("symbolic-link", "content/b.md"),
        ("symbolic-link", "content/loop"),
    ]
    assert [each.path for each in list_content(tmp_path)[0]] == ["content/a.md"]


@posix
def test_content_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    os.symlink("/etc", tmp_path / "content")
    assert findings(tmp_path) == [("symbolic-link", "content")]


def test_texts_in_another_encoding_and_hidden_directions_are_told(tmp_path: Path) -> None:
    write(tmp_path, "content/gbk.md", "前言和说明".encode("gbk"))
    write(tmp_path, "content/bidi.md", "a\u202eb\n".encode())
    assert findings(tmp_path) == [
        ("writing-direction", "content/bidi.md"),
        ("encoding", "content/gbk.md"),
    ]


def test_a_picture_may_be_larger_than_a_text(tmp_path: Path) -> None:
    write(tmp_path, "content/a.png", bytes(MAX_BYTES + 1))
    write(tmp_path, "content/a.md", b"#" * (MAX_BYTES + 1))
    assert findings(tmp_path) == [("file-too-large", "content/a.md")]


@pytest.mark.promise("T23")
def test_names_that_differ_in_capitals_alone_are_told(tmp_path: Path) -> None:
    write(tmp_path, "content/a.png")
    write(tmp_path, "content/A.png")
    if len(list((tmp_path / "content").iterdir())) == 1:
        pytest.skip("this system takes the names for one")
    assert findings(tmp_path) == [("same-name", "content/a.png")]


@posix
@pytest.mark.parametrize("rule", CONTENT_RULES, ids=lambda rule: rule.name)
def test_examples_of_the_rules_are_true(tmp_path: Path, rule: Rule) -> None:
    assert rule in READING_RULES
    write(tmp_path / "wrong", str(rule.wrong).strip())
    write(tmp_path / "right", str(rule.right).strip())
    assert [name for name, _ in findings(tmp_path / "wrong")] == [rule.name]
    assert findings(tmp_path / "right") == []
