"""GitLab and SARIF: the same verdict as for people, in the form that each documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bicycles import BICYCLES
from overlay import handbook_files
from proving import PROVING
from seeded import seed
from small import TAKE_ORDER, check, step, steps

from generator.base.i18n import product_catalogue
from generator.checking.pipeline import Checked
from generator.checking.pipeline import check as check_files
from generator.report import FORMATS
from generator.report.fixes import edits_of, said
from generator.source.reading.yaml_file import FileText

EN = product_catalogue("en")
# An error with a guess, a warning that can be mended, a note, and one error twice.
FAULTY = (
    steps(
        step("take", "next: snd"),
        step("send", "do: Up to $(approval-limit) or 5,000 EUR.", "end: sent"),
    )
    + "owner: boss\napprover: boss\nevery: {text: now and then}\n"
)


@pytest.fixture(scope="module")
def faulty() -> Checked:
    return check(FAULTY)


def gitlab(checked: Checked, before: str = "") -> list[dict[str, Any]]:
    return json.loads(FORMATS["gitlab"](checked, EN, before))  # type: ignore[no-any-return]


def sarif(checked: Checked, before: str = "") -> dict[str, Any]:
    report = json.loads(FORMATS["sarif"](checked, EN, before))
    assert report["version"] == "2.1.0"
    assert report["$schema"]
    (run,) = report["runs"]
    return run  # type: ignore[no-any-return]


def test_all_formats_carry_the_same_verdict(faulty: Checked) -> None:
    rows = json.loads(FORMATS["json"](faulty, EN, ""))
    wanted = [(each["code"], each["severity"], each["file"], each["line"]) for each in rows]
    assert len({severity for _, severity, *_ in wanted}) >= 2
    places = re.compile(r"^(\S+):(\d+):\d+: (error|warning|note) (HB\d+)", re.MULTILINE)
    levels = {"note": "info", "notice": "info"}
    text = [
        (code, levels.get(level, level), file, int(line))
        for file, line, level, code in places.findall(FORMATS["text"](faulty, EN, ""))
    ]
    commands = re.compile(r"^::(\w+) file=([^,]+),line=(\d+),.*?title=(HB\d+)::", re.MULTILINE)
    github = [
        (code, levels.get(level, level), file, int(line))
        for level, file, line, code in commands.findall(FORMATS["github"](faulty, EN, ""))
    ]
    severities = {"major": "error", "minor": "warning", "info": "info"}
    quality = [
        (
            each["check_name"][:5],
            severities[each["severity"]],
            each["location"]["path"],
            each["location"]["lines"]["begin"],
        )
        for each in gitlab(faulty)
    ]
    results = [
        (
            each["ruleId"],
            levels.get(each["level"], each["level"]),
            place["artifactLocation"]["uri"],
            place["region"]["startLine"],
        )
        for each in sarif(faulty)["results"]
        for place in [each["locations"][0]["physicalLocation"]]
    ]
    assert text == github == quality == results == wanted


def test_all_formats_carry_the_fixes(faulty: Checked) -> None:
    rows = json.loads(FORMATS["json"](faulty, EN, ""))
    fixes = {each["code"]: each["fix"] for each in rows if "fix" in each}
    assert fixes["HB207"]["safety"] == "asks"
    assert [each["text"] for each in fixes["HB207"]["edits"]] == ["send"]
    assert fixes["HB224"]["safety"] == "safe"
    for form in ("github", "gitlab", "sarif"):
        report = FORMATS[form](faulty, EN, "")
        assert "`handbook check --fix` writes “${approval-limit}”." in report, form
        assert "`handbook check --fix-all` writes “send”." in report, form
    assert "`handbook check --fix` mends 1 of them." in FORMATS["text"](faulty, EN, "")


def test_gitlab_has_the_documented_keys_and_no_others(faulty: Checked) -> None:
    rows = gitlab(faulty, "docs/")
    for each in rows:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["location"]["path"].startswith("docs/processes/")
        assert each["location"]["lines"]["begin"] >= 1
    assert len({each["fingerprint"] for each in rows}) == len(rows)


def test_fingerprints_stay_when_lines_move() -> None:
    low = check(TAKE_ORDER + "owner: boss\n")
    high = check(TAKE_ORDER + "# a remark\n# and one more\nowner: boss\n")
    assert [each["fingerprint"] for each in gitlab(low)] == [
        each["fingerprint"] for each in gitlab(high)
    ]


def test_sarif_has_what_the_standard_asks_for(faulty: Checked) -> None:
    """SARIF 2.1.0: run 3.14, toolComponent 3.19, result 3.27, fix 3.55, replacement 3.57."""
    run = sarif(faulty, "a b/")
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert driver["name"] == "handbook"
    ids = [each["id"] for each in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for result in run["results"]:
        assert result["ruleId"] in ids
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            region = place["physicalLocation"]["region"]
            assert region["endLine"] >= region["startLine"] >= 1
            assert min(region["startColumn"], region["endColumn"]) >= 1
            assert place["physicalLocation"]["artifactLocation"]["uri"].startswith("a%20b/")
        for fix in result.get("fixes", ()):
            assert fix["description"]["text"]
            for change in fix["artifactChanges"]:
                assert change["artifactLocation"]["uri"]
                assert all("deletedRegion" in each for each in change["replacements"])
    assert any("fixes" in each for each in run["results"])
    assert any("relatedLocations" in each for each in run["results"])


def test_a_clean_handbook_gives_empty_reports() -> None:
    clean = check()
    assert gitlab(clean) == []
    assert sarif(clean)["results"] == []


def test_the_edits_of_a_report_are_those_that_mending_makes(faulty: Checked) -> None:
    (found,) = [each for each in faulty.diagnostics if each.rule.code == "HB224"]
    (edit,) = edits_of(faulty, found)
    line = faulty.text(edit.span).split("\n")[edit.span.line - 1]
    assert line[edit.span.column - 1 : edit.span.end_column - 1] == "$(approval-limit)"
    assert said(faulty, found, EN) == " `handbook check --fix` writes “${approval-limit}”."


def _object(required: tuple[str, ...], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": optional,
        "required": list(required),
        "additionalProperties": False,
    }


_TEXT = {"type": "string", "minLength": 1}
_NUMBER = {"type": "integer", "minimum": 1}
_MESSAGE = _object(("text",), text=_TEXT)
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_ADDRESS = _object(("uri",), uri={"type": "string", "pattern": r"^[!-~]+$"})
_REGION = _object(
    ("startLine",), startLine=_NUMBER, startColumn=_NUMBER, endLine=_NUMBER, endColumn=_NUMBER
)
_PHYSICAL = _object(("artifactLocation",), artifactLocation=_ADDRESS, region=_REGION)
_LOCATION = _object((), physicalLocation=_PHYSICAL, message=_MESSAGE)
_REPLACEMENT = _object(
    ("deletedRegion",),
    deletedRegion=_REGION,
    insertedContent=_object((), text={"type": "string"}),
)


def _listed(items: dict[str, Any], least: int = 0, *, unique: bool = True) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": unique}


# What the JSON Schema of SARIF 2.1.0 (OASIS) says of the objects that we write, and no more.
SARIF = _object(
    ("version", "runs"),
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=_listed(
        _object(
            ("tool",),
            tool=_object(
                ("driver",),
                driver=_object(
                    ("name",),
                    name=_TEXT,
                    version=_TEXT,
                    rules=_listed(
                        _object(
                            ("id",),
                            id=_TEXT,
                            name=_TEXT,
                            shortDescription=_MESSAGE,
                            fullDescription=_MESSAGE,
                            defaultConfiguration=_object((), level=_LEVEL),
                        )
                    ),
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results=_listed(
                _object(
                    ("message",),
                    ruleId=_TEXT,
                    level=_LEVEL,
                    message=_MESSAGE,
                    locations=_listed(_LOCATION, unique=False),
                    relatedLocations=_listed(_LOCATION),
                    partialFingerprints={"type": "object", "additionalProperties": _TEXT},
                    fixes=_listed(
                        _object(
                            ("artifactChanges",),
                            description=_MESSAGE,
                            artifactChanges=_listed(
                                _object(
                                    ("artifactLocation", "replacements"),
                                    artifactLocation=_ADDRESS,
                                    replacements=_listed(_REPLACEMENT, 1, unique=False),
                                ),
                                1,
                            ),
                            properties={"type": "object"},
                        )
                    ),
                ),
                unique=False,
            ),
        ),
        unique=False,
    ),
)
# What GitLab documents of a code quality report.
QUALITY = _listed(
    _object(
        ("description", "check_name", "fingerprint", "severity", "location"),
        description=_TEXT,
        check_name=_TEXT,
        fingerprint=_TEXT,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=_object(
            ("path", "lines"),
            path={"type": "string", "pattern": r"^(?!/|\./|\.\./)"},
            lines=_object(("begin",), begin=_NUMBER),
        ),
    )
)
FAULTS = Path(__file__).parents[2] / "faults"


def test_every_seeded_fault_is_told_in_a_form_that_its_readers_take() -> None:
    base = handbook_files(BICYCLES)
    paths = sorted(FAULTS.glob("*.diff"))
    of_each_rule = {path.stem[:5]: path for path in reversed(paths)}
    for each in paths if PROVING else list(of_each_rule.values())[::2]:
        raws = seed(base, each.read_text("utf-8")).files
        checked = check_files(FileText(path, raw) for path, raw in sorted(raws.items()))
        report, rows = (
            json.loads(FORMATS[form](checked, EN, "a b/")) for form in ("sarif", "gitlab")
        )
        jsonschema.validate(report, SARIF)
        jsonschema.validate(rows, QUALITY)
        prints = [one["fingerprint"] for one in rows]
        assert len(set(prints)) == len(prints) == len(report["runs"][0]["results"]), each.stem
        levels = {"error": "major", "warning": "minor", "note": "info"}
        told = [levels[one["level"]] for one in report["runs"][0]["results"]]
        assert told == [one["severity"] for one in rows]
        assert ("major" in told) == checked.failed


def test_the_reader_of_reports_refuses_what_is_wrong(faulty: Checked) -> None:
    report = json.loads(FORMATS["sarif"](faulty, EN, ""))
    report["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, SARIF)
