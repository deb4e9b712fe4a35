"""The command line answers in the language asked for, wherever in it the asking stands."""

from __future__ import annotations

from typing import Any

import click
import pytest
from click.testing import CliRunner

from generator import __version__
from generator.cli.main import handbook

HELP = ("Usage: handbook", "用法：handbook")
UNKNOWN = ("There is no option --bogus.", "没有“--bogus”这个选项。")
LACKS = ("A value is missing after -C.", "-C 后面缺一个值。")
FLAG = ("--quiet takes no value.", "--quiet 后面不写值。")
NO_COMMAND = ("There is no command “chek”.", "没有“chek”这个命令。")


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOOK_LANG", raising=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{} --help", HELP),
        ("--help {}", HELP),
        ("-q {} -h", HELP),
        ("-C . {} --help", HELP),
        ("{} --bogus", UNKNOWN),
        ("--bogus {}", UNKNOWN),
        ("{} check --bogus", UNKNOWN),
        ("{} -C", LACKS),
        ("--quiet=3 {}", FLAG),
        ("-qC . {} chek", NO_COMMAND),
        ("{} check --help", ("Usage: handbook check", "用法：handbook check")),
    ],
)
@pytest.mark.parametrize("form", ["--lang {}", "--lang={}"])
def test_the_language_is_heard_before_anything_else(
    run: Any, words: str, said: tuple[str, str], form: str
) -> None:
    for language, sentence in zip(("en", "zh"), said, strict=True):
        ran = run(*words.format(form.format(language)).split())
        assert sentence in ran.out + ran.err


def test_one_command_line_does_not_speak_for_the_next(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert HELP[0] in run("--lang", "en", "--help").out
    assert HELP[1] in run("--help").out
    monkeypatch.setenv("HANDBOOK_LANG", "en")
    assert HELP[0] in run("--help").out
    assert HELP[1] in run("--lang", "zh", "--help").out


def test_other_programs_may_run_the_command_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["other", "--lang", "zh"])
    shown = CliRunner().invoke(handbook, ["--lang", "en", "--help"], prog_name="handbook")
    assert shown.output.startswith(HELP[0])


def test_the_value_of_another_option_is_no_language(run: Any) -> None:
    assert UNKNOWN[1] in run("-C", "--lang=en", "--bogus").err


def test_help_lists_options_only_under_options(run: Any) -> None:
    for name, each in handbook.commands.items():
        shown = run("--lang", "en", name, "--help").out.partition("Options:\n")[2]
        options = sum(isinstance(param, click.Option) for param in each.params)
        assert shown.count("\n  -") + shown.startswith("  -") == options + 1, name


def test_the_version_is_said_in_all_languages_alike(run: Any) -> None:
    for language in ("en", "zh"):
        assert run("--lang", language, "--version").out == f"handbook {__version__}\n"
