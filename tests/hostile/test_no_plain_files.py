"""A pipe, a socket or a device among what is read is refused, told, and never waited for."""

from __future__ import annotations

import os
import signal
import socket  # noqa: TID251
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from command import new_handbook
from filling import filled_order

from generator.base.diagnostics import Rule
from generator.rules.declared.site import BAD_SETTING, HOUSE_FILE
from generator.source.reading.file_rules import NOT_A_FILE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
SECONDS = 60
LOGO = "house-style: {logo: content/logo.png}\n"
THEME = "  custom_dir: overrides\n"


@pytest.fixture(autouse=True)
def never_wait() -> Iterator[None]:
    """Fail where something waits for a pipe that nobody writes to."""

    def fail(number: int, frame: object) -> None:
        raise AssertionError("waited for a file that has no end")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def device(path: Path) -> None:
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # zeros without end
    except PermissionError:
        pipe(path)  # only root makes devices; both are refused alike


KINDS: tuple[Callable[[Path], None], ...] = (pipe, bound, device)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("path", "rule", "more"),
    [
        ("processes/handbook.yml", NOT_A_FILE, None),
        ("processes/sales/forms/other.yml", NOT_A_FILE, None),
        ("content/more.md", NOT_A_FILE, None),
        ("content/locale/zh.po", NOT_A_FILE, None),
        ("content/logo.png", HOUSE_FILE, ("processes/handbook.yml", LOGO)),
        ("mkdocs.yml", NOT_A_FILE, None),
        ("overrides/main.html", BAD_SETTING, ("mkdocs.yml", THEME)),
        ("overrides/logo.svg", BAD_SETTING, ("mkdocs.yml", THEME)),
    ],
)
@pytest.mark.promise("F03")
def test_what_a_handbook_is_made_from_is_plain_files(  # noqa: PLR0917
    run: Any,
    tmp_path: Path,
    kind: Callable[[Path], None],
    path: str,
    rule: Rule,
    more: tuple[str, str] | None,
) -> None:
    root = new_handbook(tmp_path / "book")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).unlink(missing_ok=True)
    kind(root / path)
    if more:
        settings = root / more[0]
        settings.write_text(settings.read_text("utf-8") + more[1], "utf-8")
    for command in ("check", "build"):
        ran = run("-C", root, "--lang", "en", command)
        assert ran.code == 1
        assert f"error {rule.code} " in ran.out + ran.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.promise("F03")
def test_a_form_is_a_plain_file(run: Any, tmp_path: Path, kind: Callable[[Path], None]) -> None:
    root = new_handbook(tmp_path / "book")
    (tmp_path / "inbox").mkdir()
    kind(tmp_path / "inbox/a.docx")
    for named in ("inbox", "inbox/a.docx"):
        ran = run("-C", root, "--lang", "en", "collect", tmp_path / named)
        assert ran.code == 1
        assert "error HB564" in ran.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.promise("F03")
def test_a_returned_workbook_is_a_plain_file(
    run: Any, tmp_path: Path, kind: Callable[[Path], None]
) -> None:
    root = new_handbook(tmp_path / "book")
    kind(tmp_path / "book.xlsx")
    ran = run("-C", root, "--lang", "en", "import", "confirmations", tmp_path / "book.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert "is no file" in ran.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words", [("-o", "{odd}"), ("--format", "xlsx", "-o", "{odd}"), ("--into", "sqlite:///{odd}")]
)
def test_nothing_is_written_into_one(
    run: Any, tmp_path: Path, kind: Callable[[Path], None], words: tuple[str, ...]
) -> None:
    root = new_handbook(tmp_path / "book")
    (tmp_path / "form.docx").write_bytes(filled_order(root))
    odd = tmp_path / "odd"
    kind(odd)
    told = (each.format(odd=odd) for each in words)
    ran = run("-C", root, "--lang", "en", "collect", tmp_path / "form.docx", *told)
    assert (ran.code, ran.out) == (2, "")
    assert "is no file" in ran.err
