"""Runs pytest on a copy of the project, in a process that began as a copy of this one.

What takes long to import and is no part of the project is imported here once.
"""

from __future__ import annotations

import importlib
import os
import resource
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from mutation.workplace import Workplace

_HEAVY = (
    "babel.messages.pofile",
    "click",
    "docx",
    "icalendar",
    "jinja2",
    "jsonschema",
    "jsonschema_rs",
    "lxml.etree",
    "mkdocs.commands.build",
    "openpyxl",
    "rapidfuzz",
    "resvg_py",
    "rich.console",
    "segno",
    "sqlalchemy",
    "xlsxwriter",
    "yaml",
)
_MEMORY = 6 * 2**30


def prepare() -> None:
    """Import what is heavy, and make property tests try the same examples every time."""
    for name in _HEAVY:
        with suppress(ImportError):
            importlib.import_module(name)
    settings.register_profile(
        "mutate",
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.too_slow],
    )
    os.environ["HYPOTHESIS_PROFILE"] = "mutate"
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    os.cpu_count = lambda: 1  # two faults are tried at once; one process each, and all of it seen


def begin(place: Workplace, work: Callable[[], int], log: Path) -> int:
    """Start a process that works in a copy, and return its number."""
    sys.stdout.flush()
    number = os.fork()
    if number:
        return number
    code = 70
    try:
        _settle(place, log)
        code = work()
    except Exception:  # noqa: BLE001  (this process ends here, and its log has to say why)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _settle(place: Workplace, log: Path) -> None:
    os.setsid()
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.chdir(place.root)
    os.environ["PYTHONPATH"] = str(place.root)
    os.environ["TMPDIR"] = str(place.scratch)
    sys.path.insert(0, str(place.root))


def run_pytest(place: Workplace, words: Sequence[str], plugin: object) -> int:
    """Run pytest in the copy, and return its exit code."""
    fixed = (
        "-q",
        "-p",
        "no:cacheprovider",
        "--assert=plain",
        "--rootdir",
        str(place.root),
        "--no-header",
    )
    base = ("--basetemp", str(place.scratch / "pytest"), "-c", str(place.root / "pyproject.toml"))
    return int(pytest.main([*fixed, *base, *words], plugins=[plugin]))
