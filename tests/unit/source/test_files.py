"""Reading the folders: every entry is read, told, or something that nobody misses."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.source import files
from generator.source.files import list_sources
from generator.source.reading import READING_RULES
from generator.source.reading.decoding import MAX_BYTES
from generator.source.reading.file_rules import FILE_RULES

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def write(root: Path, *paths: str, text: str = "title: x\n") -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def paths(root: Path) -> list[str]:
    return [file.path for file in list_sources(root)[0]]


def findings(root: Path) -> list[tuple[str, str]]:
    return [(found.rule.name, found.where.file) for found in list_sources(root)[1]]


def test_files_of_all_folders_are_read_in_order(tmp_path: Path) -> None:
    write(tmp_path, "processes/b/z.yml", "processes/b/forms/a.yaml", "processes/handbook.yml")
    write(tmp_path, "processes/a.yml", text="title: 客户\n")
    found, diagnostics = list_sources(tmp_path)
    assert [file.path for file in found] == [
        "processes/a.yml",
        "processes/b/forms/a.yaml",
        "processes/b/z.yml",
        "processes/handbook.yml",
    ]
    assert found[0].raw.decode() == "title: 客户" + os.linesep
    assert diagnostics == ()


def test_another_folder_can_be_named(tmp_path: Path) -> None:
    write(tmp_path, "drafts/a.yml")
    assert [file.path for file in list_sources(tmp_path, "drafts")[0]] == ["drafts/a.yml"]


@pytest.mark.parametrize("content", ["", "processes"])
def test_missing_folder_is_told(tmp_path: Path, content: str) -> None:
    if content:
        (tmp_path / content).write_text("a file")
    assert findings(tmp_path) == [("missing-folder", "processes")]


@pytest.mark.parametrize(
    "name",
    [
        "Complaints",
        "客户投诉",
        "complaint_handling",
        "complaint handling",
        "-rf",
        "5s",
        "a--b",
        "a-",
        "a.b",
        "x" * 41,
        "x" * 200,
    ],
)
@pytest.mark.promise("T6", "F06")
def test_name_that_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"processes/{name}.yml", f"processes/{name}/fine.yml")
    assert findings(tmp_path) == [
        ("file-name", f"processes/{name}"),
        ("file-name", f"processes/{name}.yml"),
    ]
    # What stands in them is judged all the same.
    assert paths(tmp_path) == [f"processes/{name}.yml", f"processes/{name}/fine.yml"]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Complaint Handling.yml", "complaint-handling.yml"),
        ("takeOrder.yml", "take-order.yml"),
        ("5s-rounds.yml", "s-rounds.yml"),
        ("客户投诉.yml", ""),
        ("客户投诉a.yml", ""),
    ],
)
def test_the_cure_of_a_name_is_a_name(tmp_path: Path, name: str, better: str) -> None:
    write(tmp_path, f"processes/{name}")
    (found,) = list_sources(tmp_path)[1]
    assert found.hint
    assert found.hint.args.get("better", "") == better


@posix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\nb.yml", r"processes/a\nb.yml"),
        (b"a\xffb.yml", r"processes/a\xffb.yml"),
        ("a\u202eb.yml".encode(), r"processes/a\u202eb.yml"),
    ],
)
@pytest.mark.promise("F06")
def test_name_that_cannot_be_printed_is_escaped(tmp_path: Path, name: bytes, shown: str) -> None:
    (tmp_path / "processes").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "processes") + b"/" + name)).write_text("a: 1\n")
    assert findings(tmp_path) == [("file-name", shown)]


@pytest.mark.promise("F05")
def test_two_files_with_one_id_are_told(tmp_path: Path) -> None:
    write(tmp_path, "processes/x.yml", "processes/x.yaml", "processes/a/x.yml")
    assert findings(tmp_path) == [("same-name", "processes/x.yml")]
    assert paths(tmp_path) == ["processes/a/x.yml", "processes/x.yaml"]


@pytest.mark.parametrize("one", ["X.yml", "É.yml"])
@pytest.mark.promise("T23")
def test_names_that_other_systems_take_for_one_are_told(tmp_path: Path, one: str) -> None:
    write(tmp_path, f"processes/{one}", f"processes/{unicodedata.normalize('NFD', one.lower())}")
    if len(list((tmp_path / "processes").iterdir())) == 1:
        pytest.skip("this system takes the names for one")
    assert "same-name" in [rule for rule, _ in findings(tmp_path)]
    assert len(paths(tmp_path)) == 1


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("a.YML", "a.yml"),
        ("a.YAML", "a.yml"),
        ("a.ymal", "a.yml"),
        ("a.yam", "a.yml"),
        ("a.yaml.txt", "a.yml"),
        ("a.yml.txt", "a.yml"),
    ],
)
@pytest.mark.promise("F05")
def test_mistyped_ending_is_told(tmp_path: Path, name: str, better: str) -> None:
    write(tmp_path, f"processes/{name}")
    (found,) = list_sources(tmp_path)[1]
    assert (found.rule.name, found.args["better"]) == ("wrong-extension", better)


@pytest.mark.parametrize("name", ["README.md", "notes.txt", "x.json", "x.docx", "Makefile"])
def test_file_of_another_kind_is_noted(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"processes/{name}")
    (found,) = list_sources(tmp_path)[1]
    assert (found.rule.name, found.weight.value) == ("other-file", "info")


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, *(f"processes/{name}" for name in (".DS_Store", ".a.yml.swp", "a.yml~")))
    write(tmp_path, "processes/Thumbs.db", "processes/.git/config.yml")
    assert list_sources(tmp_path) == ([], ())


@posix
@pytest.mark.promise("T22", "F01", "F02")
def test_links_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret/a.yml", "processes/a.yml")
    os.symlink("../secret/a.yml", tmp_path / "processes/file.yml")
    os.symlink("../secret", tmp_path / "processes/folder")
    os.symlink(".", tmp_path / "processes/loop")
    os.symlink("a.yml", tmp_path / "processes/inside.yml")
    os.symlink("nowhere", tmp_path / "processes/dead.yml")
    assert paths(tmp_path) == ["processes/a.yml"]
    assert {name for name, _ in findings(tmp_path)} == {"symbolic-link"}
    assert len(findings(tmp_path)) == 5


@posix
@pytest.mark.promise("F02")
def test_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/a.yml")
    os.symlink("elsewhere", tmp_path / "processes")
    assert findings(tmp_path) == [("symbolic-link", "processes")]
    assert paths(tmp_path) == []


@posix
@pytest.mark.promise("F03")
def test_what_is_no_file_is_told_and_does_not_hang(tmp_path: Path) -> None:
    (tmp_path / "processes/folder.yml").mkdir(parents=True)
    os.mkfifo(tmp_path / "processes/pipe.yml")
    assert findings(tmp_path) == [
        ("not-a-file", "processes/folder.yml"),
        ("not-a-file", "processes/pipe.yml"),
    ]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_file_without_permission_is_told(tmp_path: Path) -> None:
    write(tmp_path, "processes/a.yml", "processes/b.yml")
    (tmp_path / "processes/a.yml").chmod(0)
    assert findings(tmp_path) == [("unreadable", "processes/a.yml")]
    assert paths(tmp_path) == ["processes/b.yml"]


@posix
def test_folders_too_deep_for_the_system_are_told(tmp_path: Path) -> None:
    write(tmp_path, "processes/a.yml")
    folder = os.open(tmp_path / "processes", os.O_RDONLY)
    for _ in range(120):
        os.mkdir("x" * 40, dir_fd=folder)
        inner = os.open("x" * 40, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    ((name, _),) = findings(tmp_path)
    assert name == "unreadable"
    assert paths(tmp_path) == ["processes/a.yml"]


@pytest.mark.promise("T9")
def test_large_file_is_told(tmp_path: Path) -> None:
    write(tmp_path, "processes/a.yml", text="#" * (MAX_BYTES + 1))
    write(tmp_path, "processes/b.yml", text="#" * MAX_BYTES)
    assert findings(tmp_path) == [("file-too-large", "processes/a.yml")]
    assert paths(tmp_path) == ["processes/b.yml"]


@pytest.mark.promise("F07")
def test_too_many_files_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "processes"
    folder.mkdir()
    for at in range(files.MAX_FILES + 1):
        (folder / f"a{at}.yml").touch()
    assert findings(tmp_path) == [("too-many-files", "processes")]
    assert len(paths(tmp_path)) == files.MAX_FILES


@pytest.mark.promise("T9")
def test_too_much_text_is_told(tmp_path: Path) -> None:
    count = files.MAX_ALL_BYTES // MAX_BYTES + 1
    write(tmp_path, *(f"processes/a{at}.yml" for at in range(count)), text="#" * MAX_BYTES)
    assert findings(tmp_path) == [("all-too-large", "processes")]
    assert len(paths(tmp_path)) == count - 1


def test_a_folder_full_of_other_things_gives_a_short_list(tmp_path: Path) -> None:
    write(tmp_path, *(f"processes/a{at}.txt" for at in range(200)))
    assert len(findings(tmp_path)) == files.LISTED


@posix
@pytest.mark.parametrize("rule", FILE_RULES, ids=lambda rule: rule.name)
def test_examples_of_the_rules_are_true(tmp_path: Path, rule: files.Rule) -> None:
    """The listings that `handbook explain` shows, laid out as files."""
    assert rule in READING_RULES
    wrong, right = tmp_path / "wrong", tmp_path / "right"
    if not _lay_out(wrong, str(rule.wrong)):
        pytest.skip("needs another user, another program, or many files")
    _lay_out(right, str(rule.right))
    assert {found.rule.code for found in list_sources(wrong)[1]} == {rule.code}
    assert list_sources(right)[1] == ()


def _lay_out(root: Path, listing: str) -> bool:
    for line in listing.splitlines():
        path, link, target = line.partition(" -> ")
        size = re.fullmatch(r"(.*) \((\d+) kB\)", line)
        if line.startswith("-") or (line.endswith(")") and not size):
            return False
        if link:
            (root / path).parent.mkdir(parents=True)
            os.symlink(target, root / path)
        elif line.endswith("/"):
            (root / line).mkdir(parents=True)
        elif size:
            write(root, size[1], text="#" * 1000 * int(size[2]))
        else:
            write(root, line)
    return True


@pytest.mark.parametrize(
    "name",
    [".#a.yml", "~$a.yml", ".~lock.a.yml#", "a.yml~", "a.swp", ".a.yml.swp", "a.yml.bak", "A.ORIG"],
)
def test_what_editors_leave_behind_is_left_alone_be_it_a_link(tmp_path: Path, name: str) -> None:
    write(tmp_path, "processes/a.yml", f"processes/{name}")
    assert (paths(tmp_path), findings(tmp_path)) == (["processes/a.yml"], [])
    if sys.platform != "win32":
        (tmp_path / "processes" / name).unlink()
        (tmp_path / "processes" / name).symlink_to("editor@host.1")
        assert (paths(tmp_path), findings(tmp_path)) == (["processes/a.yml"], [])


@posix
@pytest.mark.parametrize("path", ["aux.yml", "a/con.yaml", "nul/a.yml", "a/forms/lpt1.yml"])
def test_names_that_windows_reserves_are_told_as_such(tmp_path: Path, path: str) -> None:
    write(tmp_path, "processes/a.yml", f"processes/{path}")
    ((rule, file),) = findings(tmp_path)
    assert rule == "reserved-name"
    assert file.startswith("processes/")


@posix
@pytest.mark.parametrize(
    ("path", "better"),
    [
        ("processes/pic./x.yml", "“pic”"),
        ("processes/Stock.old/x.yml", "“stock-old”"),
        ("processes/stock/a .yml", "“a.yml”"),
        ("processes/stock/Buy_Parts.yml", "“buy-parts.yml”"),
    ],
)
def test_a_name_that_cannot_stay_is_told_with_one_that_can(
    tmp_path: Path, path: str, better: str
) -> None:
    write(tmp_path, path)
    (told,) = list_sources(tmp_path)[1]
    assert told.hint
    assert f"“{told.hint.args['better']}”" == better


@posix
def test_two_names_of_one_id_are_one_finding(tmp_path: Path) -> None:
    write(tmp_path, "processes/stock/Buy-Parts.yml", "processes/stock/buy-parts.yml")
    assert [name for name, _ in findings(tmp_path)] == ["same-name"]
