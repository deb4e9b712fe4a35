"""A terminal shows what a command prints: no name and no value commands it, or forges a line."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest
from command import new_handbook
from filling import filled_order

from generator.base.printed import is_unseen
from generator.cli.main import handbook
from generator.report.changes.escaping import JOINER

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a terminal of Unix")
if os.name == "posix":
    from terminal import printed

ROOT = Path(__file__).parents[2]
LIE = "\nlie.yml:1:1: error HB999 A line of nobody's.\n"
NAMES = [
    b"\x1b]0;mine\x07",  # the title of the window
    b"\x1b[31m\x1b[2J",  # red, and all is wiped away
    b"all is well\r",
    LIE.replace("/", "").encode(),
    b"\n::error file=lie.yml::A command of nobody's",
    b"\n##vso[task.complete]",
    "\u202egnp.exe\u2066".encode(),
    "\x9b31m\x85next".encode(),  # the same in one character, and another end of a line
    b"tab\tulator\x0b\x0c\x08\x7f",
    "\u2028line\u2029".encode(),
    "zero\u200b\u2060\ufeffwidth".encode(),
    b"\xff\xfe\xe9",  # no UTF-8
    b"plain",  # what is well is told as well
]
FORGED = ("lie.yml", "::error file=lie", "##vso")
TEXTS = [os.fsdecode(each) for each in NAMES]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with hostile names of files, and hostile values in them."""
    root = new_handbook(tmp_path_factory.mktemp("book") / "a\x1b[7m\r\nb\u202e")
    for number, name in enumerate(NAMES):
        for folder, ending in (("processes", b".yml"), ("content", b".md"), ("content", b".exe")):
            place = os.fsencode(root / folder) + b"/" + name.replace(b"/", b"_")
            Path(os.fsdecode(place + ending)).write_bytes(b"title: x\x1b[31m\n" + name)
        text = TEXTS[number].encode(errors="replace").decode()
        quoted = "".join(f"\\U{ord(each):08x}" for each in text)
        (root / f"processes/odd-{number}.yml").write_text(
            f'title: "{quoted}"\n"{quoted}": 1\nsteps:\n  - step: "{quoted}"\n# {text}\n', "utf-8"
        )
    return root


def harmless(seen: bytes, kept: str = "\n") -> str:
    """Return what came to the terminal; nothing in it may be obeyed, unseen or a forged line."""
    text = seen.decode()
    odd = {each for each in text if each not in kept and is_unseen(each)}
    assert odd == set(), text
    assert not [line for line in text.split("\n") if line.startswith(FORGED)]
    assert "Traceback" not in text
    return text


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif"])
@pytest.mark.promise("T37")
def test_findings_in_every_format(root: Path, form: str) -> None:
    code, seen = printed("-C", root, "check", "--format", form)
    text = harmless(seen)
    assert code == 1
    assert text.count("\n") > len(NAMES)


ASKED: tuple[tuple[str, ...], ...] = (
    ("check", "--fix-all"),
    ("build",),
    ("diff", "{odd}"),
    ("diff", ".", "--format", "json"),
    ("export", "forms", "-o", "{odd}"),
    ("export", "{odd}", "-o", "x"),
    ("schema", "-o", "build/{odd}"),
    ("new", "process", "{odd}"),
    ("new", "handbook", "{odd}"),
    ("rename", "role", "{odd}", "b"),
    ("rename", "role", "clerk", "{odd}"),
    ("explain", "{odd}"),
    ("collect", "{odd}"),
    ("collect", "processes", "--into", "{odd}"),
    ("collect", "processes", "content", "--into", "sqlite:///{odd}"),
    ("serve", "--port", "{odd}"),
    ("import", "{odd}"),
    ("import", "confirmations", "{odd}"),
    ("import", "confirmations", "content/plain.md"),
    ("{odd}",),
    ("--{odd}",),
    ("check", "{odd}"),
    ("check", "--since", "{odd}"),
    ("check", "--today", "{odd}"),
    ("-C", "{odd}", "check"),
)


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
@pytest.mark.promise("T37")
def test_every_command_on_hostile_words(
    root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    for odd in ("\x1b[31m\r\n" + LIE + "\u202e\x9b\udcff", "-\u2028\t"):
        code, seen = printed(*(each.format(odd=odd) for each in words))
        harmless(seen)
        assert code in {0, 1, 2}


@pytest.mark.promise("T37")
def test_no_command_and_no_value_of_an_option_is_left_out() -> None:
    """Each command is tried above, and each option that takes a text here with a hostile one."""
    known = dict(commands(handbook))
    assert {
        next(name for name in longest_first(known) if words[: len(name)] == name)
        for words in ASKED
        if words[0] in handbook.commands
    } >= set(known)


def commands(
    command: click.Command, *words: str
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, *words, name)
    if words:
        yield words, command


def longest_first(names: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return sorted(names, key=len, reverse=True)


def values() -> Iterator[tuple[str, ...]]:
    """Every option of every command that takes a value, with a hostile one."""
    for words, command in commands(handbook):
        for each in command.params:
            if isinstance(each, click.Option) and not each.is_flag and not each.count:
                yield (*words, each.opts[-1])


@pytest.mark.parametrize("words", list(values()), ids=" ".join)
@pytest.mark.promise("T37")
def test_every_option_with_a_hostile_value(
    root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    needed = {"export": ["forms"], "rename": ["role", "clerk", "b"], "new": ["role", "b"]}
    more = {"collect": ["processes"], "diff": ["."], "import": ["content/plain.md"]}
    arguments = (needed | more).get(words[0], [])
    code, seen = printed(*words, "\x1b[31m\r\n" + LIE + "\u202e\x9b\udcff", *arguments)
    harmless(seen)
    assert code in {0, 1, 2}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return new_handbook(tmp_path / "a\x1b[7m\r\nb\u202e")


def test_a_site_in_a_hostile_folder(plain: Path) -> None:
    code, seen = printed("-C", plain, "build", "--jobs", "1")
    assert code == 0
    assert "index.html" in harmless(seen)
    (plain / "site/\x1b[31m\nmine").write_text("")
    code, seen = printed("-C", plain, "build", "--jobs", "1")
    assert code == 2
    assert r"\x1b[31m\nmine" in harmless(seen)


def hostile_forms(root: Path) -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(TEXTS):
        # What XML can hold of it; a line break in Word is one, too.
        value = "".join(each for each in text if each >= " " or each in "\t\n")
        customer = value.encode("utf-8", "ignore").decode()
        good = filled_order(root, customer=customer, document_no=f"OS-{number}")
        yield text.replace("/", "_") + ".docx", good
        yield text.replace("/", "_") + "-2.docx", b"no Word"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_forms_with_hostile_names_and_values(plain: Path, tmp_path: Path, form: str) -> None:
    inbox = tmp_path / "in\x1b[31m\nbox"
    inbox.mkdir()
    for name, raw in hostile_forms(plain):
        (inbox / name).write_bytes(raw)
    _, seen = printed("-C", plain, "collect", inbox, "--format", form)
    text = harmless(seen)
    assert r"in\x1b[31m\nbox" in text
    assert "OS-12" in text, "the good ones are kept, and their values shown"


def test_a_state_with_hostile_names(plain: Path, root: Path) -> None:
    for words in (("diff", root), ("check", "--since", root), ("diff", root, "--format", "html")):
        _, seen = printed("-C", plain, *words)
        harmless(seen, kept=f"\n{JOINER}")


@pytest.mark.promise("T37")
def test_only_one_module_prints() -> None:
    """What goes round `cli/printing.py` would go round its escapes too."""
    prints = re.compile(r"\b(?:print|click\.s?echo\w*|sys\.\w+\.write(?:lines)?)\(")
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "generator").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if prints.search(line) and path.name != "printing.py"
    ]
    assert found == []
