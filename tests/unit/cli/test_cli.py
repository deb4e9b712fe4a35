"""The command line as a person or a CI meets it: exit codes, streams, formats, languages."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

STARTER = Path(__file__).parents[3] / "generator" / "resources" / "starter"
TAKE_ORDER = "processes/sales/take-order.yml"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook in Chinese."""
    shutil.copytree(STARTER / "zh", tmp_path, dirs_exist_ok=True)
    folder = tmp_path
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def edit(book: Path) -> Edit:
    def change(path: str, old: str, new: str) -> None:
        text = (book / path).read_text(encoding="utf-8")
        assert old in text
        (book / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.fixture
def faulty(book: Path, edit: Edit) -> Path:
    """Errors and a note; one of them stands behind double-width characters."""
    edit(TAKE_ORDER, "do: 查看客户", "do: 限额见 ${limit},查看客户")
    edit(TAKE_ORDER, "responsible: manager", "responsible: boss")
    edit("processes/sales/ship-order.yml", "due: same day", "due: {text: 看天气}")
    edit("processes/sales/ship-order.yml", "do: 按订单表打包", "do: 按 P-09-09 打包")
    edit("processes/glossary.yml", "title: 订单", "titel: 订单")
    return book


def test_a_clean_handbook_leaves_with_0(run: Any, book: Path) -> None:
    ran = run("-C", book, "check")
    assert (ran.code, ran.out, ran.err) == (0, "7 个文件，没有问题。\n", "")
    assert run("-C", book, "-q", "check").out == ""


def test_errors_leave_with_1_and_warnings_only_when_strict(
    run: Any, book: Path, edit: Edit
) -> None:
    edit("processes/sales/ship-order.yml", "do: 按订单表打包", "do: 按 P-09-09 打包")
    assert run("-C", book, "check").code == 0
    assert run("-C", book, "check", "--strict").code == 1
    edit(TAKE_ORDER, "responsible: manager", "responsible: boss")
    assert run("-C", book, "check").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("chek",),
        ("check", "--form", "text"),
        ("check", "--format", "pdf"),
        ("explain", "HB999"),
        ("new", "process", "sales/a"),
        ("export", "json", "-o", "out", "--language", "fr"),
        ("--lang", "de", "check"),
    ],
)
def test_what_cannot_run_leaves_with_2_and_a_sentence(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_report(run: Any, faulty: Path, snapshot: Any, lang: str) -> None:
    snapshot(run("-C", faulty, "--lang", lang, "check").out, f"check-{lang}.txt")


def test_the_marks_stand_below_what_they_mean(run: Any, faulty: Path) -> None:
    out = run("-C", faulty, "check").out
    line, mark = re.search(r"\| ( *do: 限额见 .*)\n *\| ( *\^+)\n", out).groups()  # type: ignore[union-attr]
    before = line[: line.index("$")]
    assert before == "    do: 限额见 "
    assert mark == " " * (len(before) + len("限额见")) + "^" * len("${limit}")


def test_the_report_as_json(run: Any, faulty: Path, snapshot: Any) -> None:
    ran = run("-C", faulty, "--lang", "en", "check", "--format", "json")
    rows = json.loads(ran.out)
    assert set(rows[0]) >= {
        "code",
        "severity",
        "message",
        "file",
        "line",
        "column",
        "end_line",
        "end_column",
        "hint",
    }
    assert [(row["file"], row["line"], row["column"]) for row in rows] == sorted(
        (row["file"], row["line"], row["column"]) for row in rows
    )
    snapshot(ran.out, "check.json")


def test_the_report_for_github(run: Any, faulty: Path, snapshot: Any) -> None:
    snapshot(run("-C", faulty, "check", "--format", "github").out, "check-github.txt")


def test_text_from_a_handbook_cannot_give_github_commands(run: Any, book: Path, edit: Edit) -> None:
    edit(TAKE_ORDER, "responsible: manager", 'responsible: "a\\n::error::x%0A"')
    out = run("-C", book, "check", "--format", "github").out
    assert all(line.startswith(("::error file=", "::warning file=")) for line in out.splitlines())


def test_the_handbooks_own_language_is_spoken_unless_another_is_asked_for(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(STARTER / "en", tmp_path, dirs_exist_ok=True)
    assert "all is well" in run("-C", tmp_path, "check").out
    assert "没有问题" in run("-C", tmp_path, "--lang", "zh", "check").out
    monkeypatch.setenv("HANDBOOK_LANG", "en")
    assert "Explain a finding" in run("--help").out


def test_a_comment_with_a_reason_silences_just_its_finding(
    run: Any, book: Path, edit: Edit
) -> None:
    edit(
        TAKE_ORDER,
        "do: 查看客户",
        "do: 见 P-09-09,${limit}   # handbook: ignore[HB210] 明年编写\n    note: 客户",
    )
    found = json.loads(run("-C", book, "check", "--format", "json").out)
    assert [row["code"] for row in found] == ["HB208"]


def test_explain_without_a_code_lists_all(run: Any) -> None:
    lines = run("explain").out.splitlines()
    assert "HB402  one-accountable" in lines
    assert lines == sorted(lines)


def test_explain_knows_codes_and_names(run: Any) -> None:
    by_code = run("--lang", "en", "explain", "hb402")
    assert by_code.code == 0
    assert by_code.out == run("--lang", "en", "explain", "one-accountable").out
    assert "Wrong:" in by_code.out


def test_export_and_schema_write_files(run: Any, book: Path, tmp_path: Path) -> None:
    assert run("-C", book, "export", "json", "-o", tmp_path / "out").code == 0
    data = json.loads((tmp_path / "out/handbook.json").read_text(encoding="utf-8"))
    assert [each["code"] for each in data["processes"]] == ["P-01-01", "P-01-02"]
    assert run("-C", book, "schema", "-o", tmp_path / "schema").code == 0
    process = json.loads((tmp_path / "schema/process.json").read_text(encoding="utf-8"))
    assert process["properties"]["owner"]["enum"] == ["manager", "clerk", "customer"]
    assert "$ref" not in json.dumps(process)


def test_diagrams_are_exported_for_all_processes_or_for_some(
    run: Any, book: Path, tmp_path: Path
) -> None:
    assert run("-C", book, "export", "bpmn", "-o", tmp_path / "all").code == 0
    assert len(list((tmp_path / "all").glob("*.bpmn"))) == 2
    name = min((tmp_path / "all").iterdir()).stem
    assert run("-C", book, "export", "svg", name, "-o", tmp_path / "one").code == 0
    (file,) = (tmp_path / "one").iterdir()
    assert file.name == f"{name}.svg"
    assert f'href="{name}.html#' in file.read_text(encoding="utf-8"), "as in the site"
    assert run("-C", book, "export", "svg", "nothing", "-o", tmp_path / "none").code == 2


def test_a_faulty_handbook_is_not_exported(run: Any, faulty: Path, tmp_path: Path) -> None:
    ran = run("-C", faulty, "export", "json", "-o", tmp_path / "out")
    assert (ran.code, ran.out) == (1, "")
    assert "HB201" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_fault_of_ours_is_told_in_one_line_without_traceback(
    run: Any, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "a fault"
        raise RuntimeError(message)

    monkeypatch.setattr("generator.cli.setting.CommonOptions.read", broken)
    ran = run("-C", book, "--lang", "en", "check")
    assert (ran.code, ran.out) == (70, "")
    (line,) = ran.err.splitlines()
    file = Path(re.search(r"in (\S+);", line)[1])  # type: ignore[index]
    assert "RuntimeError: a fault" in file.read_text(encoding="utf-8")
    file.unlink()


def command(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    arguments = [sys.executable, "-m", "generator", *map(str, words)]
    return subprocess.run(arguments, capture_output=True, env=environment, check=False)


def test_chinese_gets_through_a_gbk_console(faulty: Path) -> None:
    done = command("-C", faulty, "check", PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "岗位“boss”没有定义。" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="pipes of Windows break otherwise")
@pytest.mark.parametrize(
    ("root", "words", "code"),
    [
        ("faulty", ("check",), 1),  # the verdict stands
        ("book", ("check", "--format", "sarif"), 141),  # what nobody read is no success
        ("book", ("explain",), 141),
        ("book", ("check", "--today", "never"), 2),
    ],
)
def test_a_reader_who_goes_early_changes_no_verdict(
    request: pytest.FixtureRequest, root: str, words: tuple[str, ...], code: int
) -> None:
    folder = str(request.getfixturevalue(root))
    arguments = [sys.executable, "-m", "generator", "-C", folder, *words]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == code
    assert b"Traceback" not in said
    assert b"Exception" not in said


@pytest.mark.skipif(os.name != "posix", reason="pipes of Windows break otherwise")
def test_a_command_goes_on_where_nobody_reads_what_it_says(book: Path, tmp_path: Path) -> None:
    words = ("export", "json", "-o", str(tmp_path / "out"))
    arguments = [sys.executable, "-m", "generator", "-C", str(book), *words]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        process.stderr.close()
    assert process.returncode == 0
    assert list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("words", [("--help",), ("check",), ("explain", "HB402")])
def test_checking_loads_nothing_heavy(book: Path, words: tuple[str, ...]) -> None:
    code = (
        "import sys\n"
        "from generator.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    print(sorted({'mkdocs', 'docx', 'openpyxl', 'xlsxwriter', 'lxml', 'resvg_py'}"
        " & set(sys.modules)), file=sys.stderr)\n"
    )
    arguments = [sys.executable, "-c", code, "-C", str(book), *words]
    done = subprocess.run(arguments, capture_output=True, check=False, text=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        ("chek", "没有“chek”这个命令。是不是“check”？", "There is no command “chek”."),
        ("check --formt=x", "没有“--formt”这个选项。", "There is no option --formt."),
        ("build a b", "多写了：a b。", "This is too much: a b."),
        ("build --jobs x", "要写 1 到 64 之间的整数。", "a whole number from 1 to 64."),
        ("build --jobs", "--jobs 后面缺一个值。", "A value is missing after --jobs."),
        ("export svgs", "可选：book, bpmn,", "Choose one of: book, bpmn,"),
        ("collect", "缺少 FILE|FOLDER…。", "FILE|FOLDER… is missing."),
    ],
)
def test_a_wrong_command_line_is_told_in_the_users_language(
    run: Any, book: Path, words: str, chinese: str, english: str
) -> None:
    for language, sentence in (("zh", chinese), ("en", english)):
        ran = run("-C", book, "--lang", language, *words.split())
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err
        assert ran.err.count("\n") == 1


def test_fix_mends_what_has_one_meaning_and_checks_again(run: Any, faulty: Path) -> None:
    path = faulty / TAKE_ORDER
    path.write_text(
        path.read_text("utf-8").replace("due: 1wd", "due: 2 working days  # soon"), "utf-8"
    )
    ran = run("-C", faulty, "--lang", "en", "check", "--fix", "--format", "json")
    assert ran.code == 1
    assert "HB321" not in {each["code"] for each in json.loads(ran.out)}
    assert "Mended: " in ran.err
    assert f"Written: {TAKE_ORDER}\n" in ran.err
    assert "due: 2wd  # soon\n" in path.read_text("utf-8")
    assert "responsible: boss" in path.read_text("utf-8"), "a guess is not made unasked"
    again = run("-C", faulty, "--lang", "en", "check", "--fix", "--format", "json")
    assert (again.out, again.err) == (ran.out, "")


def test_fix_all_makes_the_guesses_where_nobody_can_be_asked(run: Any, faulty: Path) -> None:
    ran = run("-C", faulty, "--lang", "en", "check", "--fix-all")
    assert "titel" not in (faulty / "processes/glossary.yml").read_text("utf-8")
    assert "HB101" not in ran.out


@pytest.mark.parametrize(("answer", "made"), [("y\n", True), ("n\n", False)])
def test_on_a_terminal_each_guess_is_asked_about(
    run: Any, book: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, answer: str, *, made: bool
) -> None:
    edit("processes/glossary.yml", "title: 订单", "titel: 订单")
    monkeypatch.setattr("generator.cli.mending._on_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ran = run("-C", book, "--lang", "en", "check", "--fix-all")
    assert "- titel: 订单\n" in ran.err
    assert "+ title: 订单\n" in ran.err
    assert "Change it so? [y/N]" in ran.err
    assert ("titel" in (book / "processes/glossary.yml").read_text("utf-8")) is not made


def test_only_what_would_be_mended_is_announced(
    book: Path, edit: Edit, run: Callable[..., Any]
) -> None:
    edit(TAKE_ORDER, "    due: ", "    due：看情况 ")
    edit("processes/glossary.yml", "title: ", "title：")
    ran = run("-C", book, "--lang", "en", "check")
    assert ran.out.count("HB022") == 2
    assert "`handbook check --fix` mends 1 of them." in ran.out
    alone = run("-C", book, "--lang", "en", "check", book / TAKE_ORDER)
    assert "--fix" not in alone.out
    mended = run("-C", book, "--lang", "en", "check", "--fix")
    assert mended.err.count("Mended: ") == 1
    assert "--fix" not in mended.out


def test_fix_keeps_to_the_files_that_are_named(run: Any, faulty: Path) -> None:
    text = (faulty / TAKE_ORDER).read_text("utf-8")
    run("-C", faulty, "check", "--fix-all", faulty / "processes/glossary.yml")
    assert (faulty / TAKE_ORDER).read_text("utf-8") == text
    assert "titel" not in (faulty / "processes/glossary.yml").read_text("utf-8")


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif"])
def test_every_form_leaves_with_the_same_code(run: Any, faulty: Path, form: str) -> None:
    assert run("-C", faulty, "check", "--format", form).code == run("-C", faulty, "check").code
