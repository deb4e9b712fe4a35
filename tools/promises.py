"""Makes docs/promises.md: each promise, the tests named after it, and what they last said.

`python tools/promises.py` writes the page with the results that it knows; with `--run` it runs the
tests first, with `--break` it breaks each promise in a copy of the project and says whether its
tests fail then (`make prove` does both; names behind it limit it to some promises). What is
promised stands in tests/promises.toml, what breaks it in tests/breaks/; a test says by its mark
`promise("T1")` what it proves.
"""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from breaks import breaks, try_all

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
PAGE = ROOT / "docs" / "promises.md"
REPORT = ROOT / "build" / "promises.xml"
GROUPS = {
    "T": "What somebody might do",
    "F": "Files and folders",
    "S": "Specifications",
    "R": "Forms that come back",
    "B": "Builds",
}
HEAD = """\
# What is promised, and what proves it

Made by `tools/promises.py` of [tests/promises.toml](../tests/promises.toml) and the marks of the
tests; `make prove` runs them and renews the last columns. What is promised to whom, and how to
report a fault of it, stands in [SECURITY.md](../SECURITY.md).

The last column says what the test said while the promise was broken on purpose, in one of the ways
that [tests/breaks](../tests/breaks) lists: a test that passes then would prove nothing. A dash says
that it was not tried, or that the ways to break it are noticed by other tests of the same promise.
"""
HEADS = "\n| | promise | proved by | last result | when broken |\n|---|---|---|---|---|\n"
UNKNOWN = "not run"
NOTICED, UNNOTICED, NOT_BROKEN = "fails", "PASSES", "—"
_ROW = re.compile(
    r"^\| ?(?P<name>\w*) \|[^|]*\| `tests/(?P<test>[^`]+)` \| (?P<result>[^|]+) \| "
    r"(?P<broken>[^|]+) \|$",
    re.MULTILINE,
)
Broken = Mapping[tuple[str, str], str]
"""What a test of a promise said while it was broken, by the names of both."""


def promises() -> dict[str, str]:
    """Return what is promised, by its short name."""
    return tomllib.loads((TESTS / "promises.toml").read_text(encoding="utf-8"))


def proofs() -> dict[str, list[str]]:
    """Return the tests that bear the mark of a promise, by its name: `file.py::test`."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if "mark.promise(" in text:
            for test, names in _marked(ast.parse(text)):
                for name in names:
                    found.setdefault(name, []).append(
                        f"{path.relative_to(TESTS).as_posix()}::{test}"
                    )
    return found


def _marked(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in tree.body:
        for mark in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
            if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.promise":
                yield node.name, [ast.literal_eval(each) for each in mark.args]


def known_results() -> dict[str, str]:
    """Return what the page says of each test."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    return {match["test"]: match["result"].strip() for match in _ROW.finditer(text)}


def known_breaks() -> Broken:
    """Return what the page says of each test while its promise was broken."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
    found, name = {}, ""
    for match in _ROW.finditer(text):
        name = match["name"] or name
        found[name, match["test"]] = match["broken"].strip()
    return found


def page(results: Mapping[str, str], broken: Broken) -> str:
    """Return the page."""
    parts, said, proved = [HEAD], promises(), proofs()
    for letter, title in GROUPS.items():
        parts.append(f"\n## {title}\n{HEADS}")
        for name in (each for each in said if each[0] == letter):
            for number, test in enumerate(proved.get(name, ["—"])):
                first = f"| {name} | {said[name]}" if not number else "| | "
                told = f"{results.get(test, UNKNOWN)} | {broken.get((name, test), NOT_BROKEN)}"
                parts.append(f"{first} | `tests/{test}` | {told} |\n")
    return "".join(parts)


def run() -> dict[str, str]:
    """Run all tests that bear a mark; return what each said, the worst of its cases."""
    REPORT.parent.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "pytest", "-q", "-m", "promise", f"--junitxml={REPORT}"]
    subprocess.run(
        [*words, "-o", "junit_family=xunit1", "tests", "tests/build"], cwd=ROOT, check=False
    )
    results: dict[str, str] = {}
    for case in ET.parse(REPORT).iter("testcase"):  # noqa: S314 - pytest wrote it just now
        path = str(case.get("file", "")).removeprefix("tests/")
        test = f"{path}::{str(case.get('name', '')).partition('[')[0]}"
        said = {each.tag for each in case}
        bad = "failed" if said & {"failure", "error"} else "skipped" if "skipped" in said else ""
        results[test] = bad or results.get(test, "passed")
    return results


def break_all(names: Collection[str]) -> Broken:
    """Break each promise, or those named; return what their tests said, the worst of all ways.

    A test says nothing of a way that another test of the same promise has noticed.
    """
    found: dict[tuple[str, str], str] = {}
    worst = (UNNOTICED, NOTICED, NOT_BROKEN)
    ways = [each for each in breaks(proofs()) if not names or each.promise in names]
    for number, (way, failed) in enumerate(try_all(ways), start=1):
        unseen = UNNOTICED if failed.isdisjoint(way.tests) else NOT_BROKEN
        for test in way.tests:
            said = NOTICED if test in failed else unseen
            print(
                f"{number:3} of {len(ways)} {way.promise} {said}: {test}: {way.without}", flush=True
            )
            known = found.get((way.promise, test), said)
            found[way.promise, test] = min(known, said, key=worst.index)
    return found


def main() -> int:
    """Write the page; leave with 1 where a promise is not kept, or a break not noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", action="store_true", help="run the tests first")
    parser.add_argument("--break", nargs="*", dest="names", help="break promises: all, or these")
    asked = parser.parse_args()
    results = run() if asked.run else known_results()
    new = {} if asked.names is None else break_all(asked.names)
    broken = dict(known_breaks())
    if asked.names is not None:
        gone = {name for name, _ in new} if asked.names else set(promises())
        broken = {key: said for key, said in broken.items() if key[0] not in gone} | new
    PAGE.write_text(page(results, broken), encoding="utf-8")
    bad = {test for tests in proofs().values() for test in tests if results.get(test) != "passed"}
    print("".join(f"{results.get(test, UNKNOWN)}: {test}\n" for test in sorted(bad)), end="")
    return 1 if bad or UNNOTICED in broken.values() else 0


if __name__ == "__main__":
    sys.exit(main())
