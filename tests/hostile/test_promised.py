"""Promises that belong to no single module: templates, patterns, catalogues, sizes, the network."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, PLAIN, new_handbook
from filling import filled_order
from openpyxl import load_workbook
from proving import PROVING

from generator.base.diagnostics import Rule
from generator.base.i18n import parse_catalogue
from generator.cli.importing import import_
from generator.cli.inbox import WORD
from generator.cli.main import handbook
from generator.source.files import list_sources
from generator.source.reading.file_rules import UNREADABLE, VANISHED

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "generator/resources/schemas"
SECONDS = 60
BOMB = "nplurals=2; plural=" + "(" * 3000 + "9**9**9**9" + ")" * 3000 + ";"
SIZE = 500 if PROVING else 60


@pytest.mark.promise("T4")
def test_no_text_is_ever_a_template_and_every_template_escapes() -> None:
    makes = re.compile(
        r"from_string|\bTemplate\(|\|\s*safe\b|autoescape\s*(?:=|%?\})\s*(?:False|false)"
    )
    files = [
        path for ending in ("*.py", "*.html", "*.j2") for path in (ROOT / "generator").rglob(ending)
    ]
    assert [str(path) for path in files if makes.search(path.read_text("utf-8"))] == []
    environments = [
        ast.unparse(node)
        for path in files
        if path.suffix == ".py" and "Environment(" in (text := path.read_text("utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Environment"
    ]
    assert environments
    assert all("autoescape=True" in each for each in environments)


def patterns(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from (tree[key] for key in ("pattern",) if isinstance(tree.get(key), str))
        yield from tree.get("patternProperties", ())
    for each in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from patterns(each)


@pytest.mark.promise("T33")
@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows has no alarm")
def test_every_pattern_comes_to_an_end_on_any_text() -> None:
    """Far longer than anything is ever waited for; what is linear takes moments."""
    found = {
        each
        for path in SCHEMAS.glob("*.json")
        for each in patterns(json.loads(path.read_text("utf-8")))
    }
    assert len(found) > 5
    pieces = ("a", "a-", "-", "1", "1.", ".", " ", "a.b", "{", "${a}", "甲", "A", "+", "V1.0", ", ")
    texts = [piece * (10_000 // len(piece)) + end for piece in pieces for end in ("", "!", "\n")]

    def fail(number: int, frame: object) -> None:
        raise AssertionError("a pattern does not come to an end")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS)
    try:
        for each in found:
            for text in texts:
                re.search(each, text)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.promise("S09")
def test_what_a_catalogue_says_of_plurals_is_never_worked_out() -> None:
    head = f'msgid ""\nmsgstr "Plural-Forms: {BOMB}\\n"\n\n'
    entry = 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] "e"\nmsgstr[1] "f"\n'
    read = parse_catalogue("zh", (head + entry).encode())
    assert read.entries == {"a": "b"}


@pytest.mark.promise("F04")
@pytest.mark.parametrize(
    ("fault", "rule"), [(PermissionError, UNREADABLE), (FileNotFoundError, VANISHED)]
)
def test_a_file_that_cannot_be_read_or_vanishes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[OSError], rule: Rule
) -> None:
    root = new_handbook(tmp_path / "book")
    real = os.open

    def refuse(path: Any, *rest: Any, **more: Any) -> int:
        if str(path).endswith("glossary.yml"):
            raise fault(errno.EACCES if fault is PermissionError else errno.ENOENT, "", path)
        return real(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    read, found = list_sources(root)
    assert [(each.rule, each.where.file) for each in found] == [(rule, "processes/glossary.yml")]
    assert len(read) > 3


@pytest.mark.promise("B06")
def test_no_command_reads_bpmn_of_others() -> None:
    known = "check build diff serve new rename explain schema export import collect"
    assert sorted(handbook.commands) == sorted(known.split())
    assert list(import_.commands) == ["confirmations"]
    assert {".bpmn", ".xml"}.isdisjoint(WORD)


@pytest.mark.promise("T41")
@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="Windows has no alarm")
def test_a_flow_with_more_ways_than_anybody_can_count_is_checked(run: Any, tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "book")
    process = root / "processes/sales/take-order.yml"
    head = process.read_text("utf-8").partition("\nsteps:")[0]
    count = 24

    def step(number: int) -> str:
        ways = "".join(
            f"      - {{when: {way}, next: s{min(count, number + way)}}}\n" for way in range(1, 6)
        )
        return (
            f"  - step: s{number}\n    title: S {number}\n    responsible: clerk\n"
            f"    accountable: manager\n    due: {number + 1}h\n    decide: {{question: Q?}}\n"
            f"    choose:\n{ways}"
        )

    last = f"  - step: s{count}\n    title: Last\n    responsible: clerk\n    end: done\n"
    steps = "".join(map(step, range(count)))
    process.write_text(f"{head}\nsteps:\n{steps}{last}", "utf-8")

    def fail(number: int, frame: object) -> None:
        raise AssertionError("a check does not come to an end")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(SECONDS)
    try:
        assert run("-C", root, "check").code == 1
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.slow
@pytest.mark.promise("S06")
def test_a_matrix_far_larger_than_any_company_leaves_nothing_out(run: Any, tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "book")
    file = root / "processes/organization.yml"
    text = file.read_text("utf-8")
    assert "\nroles:\n" in text
    roles = "".join(f"  - {{role: r{n}, title: Role {n}, unit: shop}}\n" for n in range(SIZE))
    file.write_text(text.replace("\nroles:\n", f"\nroles:\n{roles}", 1), "utf-8")
    process = root / "processes/sales/take-order.yml"
    head = process.read_text("utf-8").partition("\nsteps:")[0]
    steps = "".join(
        f"  - step: s{n}\n    title: Step {n}\n    responsible: r{n}\n"
        f"    accountable: r{(n + 1) % SIZE}\n    informed: [r{(n + 2) % SIZE}]\n    due: 2h\n"
        for n in range(SIZE)
    )
    steps += "    hand-over: ship-order\n"
    process.write_text(f"{head}\nsteps:\n{steps}", "utf-8")
    ran = run("-C", root, "--lang", "en", "export", "matrix", "-o", tmp_path / "out")
    assert ran.code == 0, ran.err
    (made,) = (tmp_path / "out").glob("*.xlsx")
    cells = {
        str(cell.value)
        for sheet in load_workbook(made)
        for row in sheet.iter_rows()
        for cell in row
    }
    assert {f"{n + 1} Step {n}" for n in range(SIZE)} <= cells
    heads = [
        {str(cell.value).partition("\n")[0] for cell in row}
        for sheet in load_workbook(made)
        for row in sheet.iter_rows()
    ]
    assert any({f"Role {n}" for n in range(SIZE)} <= each for each in heads), "a column for each"


@pytest.mark.promise("T27")
def test_whatever_installs_packages_asks_for_their_hashes() -> None:
    lines = [
        f"{path.name}: {line.strip()}"
        for path in (*ROOT.glob("*file"), *ROOT.glob(".github/**/*.yml"))
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"\b(?:pip|PIP\)|INSTALL\)) .*install|\binstall .*-r ", line)
    ]
    assert lines
    own = re.compile(r"--no-deps|--require-hashes|install uv$")  # uv makes the locks anew
    assert [each for each in lines if not own.search(each)] == []


@pytest.mark.slow
@pytest.mark.promise("T38")
@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a system that can cut the network")
def test_no_command_needs_a_network(tmp_path: Path) -> None:
    alone = ["unshare", "--map-root-user", "--net", "sh", "-c"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let us cut the network")
    root = new_handbook(tmp_path / "book")
    (tmp_path / "form.docx").write_bytes(filled_order(root))
    commands = [
        "check --format sarif",
        "diff .",
        "explain HB101",
        "schema -o out/schema",
        "export forms -o out/forms",
        "rename role clerk seller --dry-run",
        "new role seller",
        "collect ../form.docx --into sqlite:///out/forms.db",
    ]
    if not PROVING:
        commands = commands[-1:]
    # `ip` may not be there: that nothing can be reached is asked of Python itself.
    reach = (
        "import socket as s, sys; c = s.socket(); c.settimeout(2);"
        "sys.exit(c.connect_ex(('127.0.0.1', 9)) not in (101, 111))"
    )
    asked = " && ".join(f'"$@" {each}' for each in commands)
    done = subprocess.run(
        [*alone, f'{COMMAND[0]} -c "{reach}" && mkdir out && {asked}', "sh", *COMMAND],
        env=PLAIN,
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
