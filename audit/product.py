"""Builds what the judges look at, once for all of them: the handbook, and a hostile one."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
BICYCLES = ROOT / "tests" / "handbooks" / "bicycles"
# What readers see of a handbook's YAML; keys, ids and the small languages stay as they are.
SEEN = {
    "about", "change", "checks", "company", "contact", "control", "definition", "do", "duties",
    "end", "explanation", "for", "formula", "help", "inputs", "instructions", "kpi", "label",
    "note", "outputs", "purpose", "record", "risk", "says", "settled", "summary", "synonyms",
    "target", "title", "trigger",
}  # fmt: skip
PAYLOADS = (
    '<img src=x onerror="window.__ran=1">',
    "<script>window.__ran=2</script>",
    "</script></title><svg onload=window.__ran=3>",
    '"><iframe srcdoc="<script>parent.__ran=4</script>"></iframe>',
    "' onmouseover='window.__ran=5' x='",
    "[x](javascript:window.__ran=6) {{7*7}} {% raw %}",
    "]]><!--",
)
HOSTILE_PAGE = """# Hostile <b onclick="window.__ran=7" onmouseover="window.__ran=7">title</b>

<script>window.__ran=8</script>

[x](javascript:window.__ran=9) <a href="JAVA&#10;SCRIPT:window.__ran=10">y</a>

<svg onload="window.__ran=11"><script>window.__ran=12</script></svg>
"""


@cache
def folder() -> Path:
    """A folder that goes when the audit ends."""
    made = Path(tempfile.mkdtemp(prefix="audit-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def handbook(root: Path, *words: str | Path) -> None:
    """Run a command of the product; what it says comes with the failure."""
    line = [sys.executable, "-m", "generator", "-q", "-C", root, *words]
    done = subprocess.run([*map(str, line)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stderr or done.stdout)[-2000:]


@cache
def site() -> Path:
    """Return the folder of the built handbook."""
    made = folder() / "site"
    handbook(ROOT, "build", "--site-dir", made)
    return made


@cache
def hostile_site() -> Path:
    """Return the site of a handbook whose texts try to become more than text."""
    root = folder() / "hostile"
    shutil.copytree(BICYCLES, root, ignore=shutil.ignore_patterns("site", "build"))
    shutil.copy(ROOT / "generator" / "resources" / "starter" / "en" / "mkdocs.yml", root)
    number = 0
    for file in sorted(root.glob("processes/**/*.yml")):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        number = _lace(data, number)
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
        file.write_text(text, encoding="utf-8")
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "hostile.md").write_text(HOSTILE_PAGE, encoding="utf-8")
    made = folder() / "hostile-site"
    handbook(root, "build", "--site-dir", made)
    return made


def _lace(data: Any, number: int) -> int:
    """Put a payload behind every text that is shown; return how many there are so far."""
    if isinstance(data, list):
        for each in data:
            number = _lace(each, number)
    if isinstance(data, dict):
        for key, value in data.items():
            if key in SEEN and isinstance(value, str):
                data[key], number = _laced(value, number)
            elif key in SEEN and isinstance(value, list) and value and isinstance(value[0], str):
                for place, each in enumerate(value):
                    value[place], number = _laced(each, number)
            else:
                number = _lace(value, number)
    return number


def _laced(text: str, number: int) -> tuple[str, int]:
    return f"{text} {PAYLOADS[number % len(PAYLOADS)]}", number + 1
