"""All files in one run: what is found, in which order, and what is not told twice."""

from __future__ import annotations

import pytest
from overlay import checked, found, laid_over, starter
from small import TAKE_ORDER, check, step, steps

from generator.base.diagnostics import Severity
from generator.checking.pipeline import kind_of

HANDBOOK = "# processes/handbook.yml\n"


def codes(example: str) -> list[str]:
    return [each.rule.code for each in check(example).diagnostics]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("processes/handbook.yml", "handbook"),
        ("processes/sources.yaml", "sources"),
        ("processes/sales/take-order.yml", "process"),
        ("processes/sales/forms/order-sheet.yaml", "form"),
        ("processes/sales/handbook.yml", "process"),
        ("processes/sales/old/take-order.yml", None),
        ("processes/other.yml", None),
    ],
)
def test_where_a_file_stands_says_what_it_is(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind


def test_findings_of_all_stages_come_in_one_run_in_the_order_of_files_and_lines() -> None:
    result = check(
        TAKE_ORDER
        + "owner: boss\n"
        + "scope: ${approval-limit\n"
        + "# processes/sales/ship-order.yml\nowner: [manager]\n"
        + "# processes/glossary.yml\nterms: *all\n"
    )
    places = found(result)
    assert [code for code, *_ in places] == ["HB034", "HB103", "HB201", "HB220"]
    assert [each[1:] for each in places] == sorted(each[1:] for each in places)


def test_the_order_of_the_files_does_not_matter() -> None:
    files = laid_over(starter(), TAKE_ORDER + "owner: boss\nscope: ${limit}\n")
    backwards = dict(reversed(files.items()))
    assert found(checked(files)) == found(checked(backwards))


@pytest.mark.parametrize(
    "path",
    [
        "processes/organization.yml",
        "processes/parameters.yml",
        "processes/sales/take-order.yml",
        "processes/sales/ship-order.yml",
        "processes/sales/forms/order-sheet.yml",
        "processes/glossary.yml",
        "processes/handbook.yml",
    ],
)
@pytest.mark.parametrize("fault", ["no-such-key: 1\n", "more: [\n"])
def test_a_broken_file_gives_its_own_finding_and_no_others(path: str, fault: str) -> None:
    files = starter()
    files[path] = files[path] + fault
    result = checked(files)
    (only,) = result.diagnostics
    assert result.span(only.where).file == path
    assert only.rule.code < "HB2"
    assert result.incomplete


@pytest.mark.parametrize("name", ["organization", "handbook"])
def test_a_missing_file_that_everybody_needs_is_told_once(name: str) -> None:
    result = check(f"# processes/{name}.yml\n")
    assert found(result) == [("HB112", f"processes/{name}.yml", 1, 1)]
    assert (result.handbook is None) == (name == "handbook")


def test_a_process_named_like_a_file_of_ids_hides_nothing_when_it_is_broken() -> None:
    example = "# processes/sales/parameters.yml\ntitle: x\n" + TAKE_ORDER + "scope: ${limit}\n"
    assert "HB208" in codes(example)


def test_files_that_need_not_be_there() -> None:
    for name in ("glossary", "information", "sources"):
        files = {path: text for path, text in starter().items() if name not in path}
        assert checked(files).diagnostics == ()


def test_the_handbook_weighs_rules_in_its_own_way() -> None:
    wrong = TAKE_ORDER + "note: see P-09-09\n"
    (usual,) = check(wrong).diagnostics
    assert usual.weight is Severity.WARNING
    (heavier,) = check(wrong + HANDBOOK + "rules: {HB210: error}\n").diagnostics
    assert heavier.weight is Severity.ERROR
    assert codes(wrong + HANDBOOK + 'rules: {HB210: "off"}\n') == []


def test_rules_about_comments_can_be_weighed_too() -> None:
    unused = TAKE_ORDER + "# handbook: ignore[HB210] comes later\nscope: All.\n"
    assert codes(unused) == ["HB091"]
    assert codes(unused + HANDBOOK + 'rules: {HB091: "off"}\n') == []


def test_options_for_what_is_no_rule_or_keeps_files_in_are_refused() -> None:
    assert codes(HANDBOOK + 'rules: {HB999: "off"}\n') == ["HB113"]
    # Otherwise a whole process would be missing without a word.
    example = HANDBOOK + 'rules: {HB101: "off"}\n' + TAKE_ORDER + "titel: Take\n"
    assert codes(example) == ["HB113", "HB101"]


def test_in_a_draft_what_is_not_there_yet_only_warns() -> None:
    bare = "steps:\n  - {step: take, title: Take, end: taken}\n"
    draft = "revisions:\n  - {version: V2.0, date: 2026-03-01, change: x}\n"
    weights = {
        name: {(each.rule.code, each.weight) for each in check(TAKE_ORDER + text).diagnostics}
        for name, text in (("approved", bare), ("draft", draft + bare))
    }
    lacks = ("HB315", "HB401", "HB402")
    assert weights["approved"] >= {(code, Severity.ERROR) for code in lacks}
    assert weights["draft"] >= {(code, Severity.WARNING) for code in lacks}
    assert not any(weight is Severity.ERROR for _, weight in weights["draft"])


def test_a_misspelt_step_is_told_where_it_is_and_nowhere_else() -> None:
    group = step("take", "together: [pick, bill]", "join: {join}")
    rest = (
        step("pick", "next: {next}"),
        step("bill", "next: send"),
        step("send", "end: sent"),
    )
    for names in ({"join": "snd", "next": "send"}, {"join": "send", "next": "snd"}):
        text = steps(group, *rest).replace("{join}", names["join"]).replace("{next}", names["next"])
        assert codes(text) == ["HB207"]


def test_a_name_that_nobody_knows_is_one_finding_with_all_its_places() -> None:
    result = check(TAKE_ORDER + "owner: boss\napprover: boss\n")
    (only,) = result.diagnostics
    assert only.rule.code == "HB201"
    assert [result.span(each.where).line for each in only.related] == [
        result.span(only.where).line + 1
    ]


def test_a_shape_that_is_wrong_in_every_entry_is_one_finding() -> None:
    entries = "".join(f"  - {{fact: F{number}, says: x}}\n" for number in range(47))
    result = check("# processes/sources.yml\nsources: [{source: s, title: S}]\nfacts:\n" + entries)
    (only,) = result.diagnostics
    assert (only.rule.code, len(only.related)) == ("HB102", 46)


def test_two_different_slips_of_one_kind_are_two_findings() -> None:
    text = steps(step("take", "notte: x"), step("send", "end: sent", "checkz: [x]"))
    assert codes(text) == ["HB101", "HB101"]


def test_values_that_cite_each_other_are_told_once_and_end_no_program() -> None:
    circle = (
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
        '  - {parameter: one, code: PA-03, title: One, is: "see ${other}"}\n'
        '  - {parameter: other, code: PA-04, title: Other, is: "see ${one}"}\n'
        '  - {parameter: third, code: PA-05, title: Third, is: "see ${one}"}\n'
    )
    assert codes(circle + TAKE_ORDER + "note: as in PA-05\n") == ["HB217"]
