"""The rules of the change policy: each example against the starter as the state before."""

from __future__ import annotations

from datetime import date

import pytest
from chinese import english_words, latin_words
from overlay import checked, laid_over, starter

from generator.base.diagnostics import Diagnostic, Rule
from generator.base.i18n import product_catalogue
from generator.checking.comparison import comparison_of
from generator.checking.folder import HandbookFolder
from generator.checking.pipeline import Checked
from generator.rules.policy import overdue_review
from generator.rules.policy.registry import POLICY_RULES, check_since
from generator.rules.policy.since import Since

TODAY = date(2026, 12, 1)  # eleven months after the starter was issued


def folder(result: Checked) -> HandbookFolder:
    return HandbookFolder(checked=result, content={}, catalogues={}, house_files={})


def found(after: str, before: str = "") -> list[Diagnostic]:
    old, new = (checked(laid_over(starter(), each)) for each in (before, after))
    assert new.handbook is not None
    comparison, unread = comparison_of(folder(old), folder(new))
    policy = check_since(Since(comparison=comparison, unread=unread))
    return [*policy, *overdue_review.overdue(new.handbook, TODAY)]


def codes(after: str, before: str = "") -> list[str]:
    return [each.rule.code for each in found(after, before)]


@pytest.mark.parametrize("rule", POLICY_RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_wrong_example_breaks_just_this_rule_and_the_right_one_none(rule: Rule) -> None:
    assert isinstance(rule.wrong, str)
    assert isinstance(rule.right, str)
    wrong = set(codes(rule.wrong))
    # Taking a review further away, or breaking a file, is a change of its document too.
    assert rule.code in wrong
    assert wrong - {rule.code} <= {"HB801"} if rule.code == "HB806" else wrong == {rule.code}
    assert rule.code not in codes(rule.right)


@pytest.mark.parametrize("rule", POLICY_RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_said_in_both_languages_with_a_cure(rule: Rule, language: str) -> None:
    assert isinstance(rule.wrong, str)
    words = product_catalogue(language)
    for each in found(rule.wrong):
        assert each.hint
        said = words.say(each.message) + words.say(each.hint)
        assert "{" not in said
        files = laid_over(starter(), rule.wrong).values()
        written = {word for text in files for word in latin_words(text)}
        assert language != "zh" or english_words(said, written | {"optional", "true"}) == []


ORDER = "# processes/sales/take-order.yml\n"
DRAFT = ORDER + "revisions:\n  - {version: V0.1, date: 2026-01-01, change: Draft}\n"


def test_a_draft_may_change_as_it_likes() -> None:
    assert codes(DRAFT + "purpose: Something else.\n", DRAFT) == []
    assert codes(ORDER + "purpose: Something else.\n") == ["HB801"]


def test_what_was_withdrawn_two_editions_ago_may_go() -> None:
    retired = (
        "# processes/sales/ship-order.yml\nrevisions:\n  - {version: V1.1, date: 2026-02-01, "
        "approved: 2026-02-01, retired: 2026-03-01, change: Ended}\n"
    )
    book = "# processes/handbook.yml\neditions:\n"
    edition = "  - {{edition: '{0}', date: 2026-0{0}-01, change: Issue}}\n"
    gone = "# processes/sales/ship-order.yml\n"
    for editions, vanished in (("4", True), ("54", False)):
        after = book + "".join(map(edition.format, editions)) + gone
        assert ("HB803" in codes(after, retired)) is vanished


def test_a_former_id_is_kept_for_two_editions() -> None:
    before = ORDER + "formerly: [accept-order]\n"
    assert codes("", before) == ["HB803"]
    editions = "".join(
        f"  - {{edition: '{month}', date: 2026-0{month}-01, change: Issue}}\n" for month in (4, 3)
    )
    assert codes(f"# processes/handbook.yml\neditions:\n{editions}", before) == []


def test_git_knows_when_a_text_was_changed_last() -> None:
    after = ORDER + (
        "purpose: Faster.\nrevisions:\n"
        "  - {version: V1.1, date: 2026-03-01, approved: 2026-03-02, change: Faster}\n"
        "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}\n"
    )
    old, new = (checked(laid_over(starter(), each)) for each in ("", after))
    comparison, _ = comparison_of(folder(old), folder(new))
    for day, expected in (("2026-03-02", []), ("2026-03-03", ["HB804"])):
        dates = {"processes/sales/take-order.yml": date.fromisoformat(day)}
        seen = check_since(Since(comparison=comparison, last_changed=dates))
        assert [each.rule.code for each in seen] == expected


_ENTRIES = (
    "revisions:\n"
    "  - {version: V1.1, date: 2026-03-01, approved: 2026-03-01, change: Fewer steps}\n"
    "  - {version: V1.0, date: 2026-01-01, approved: 2026-01-01, change: First issue}\n"
)
STEPS = (
    ORDER + _ENTRIES + "steps:\n"
    "  - step: enter\n"
    "    title: Enter the order\n"
    "    responsible: clerk\n"
    "    accountable: manager\n"
    "    due: 1d\n"
    "    end: Entered\n"
)


def ids(after: str, before: str = "") -> list[tuple[str, object]]:
    return [(each.rule.code, each.args.get("id")) for each in found(after, before)]


def test_a_step_or_section_that_is_gone_leads_somewhere() -> None:
    gone = {name for code, name in ids(STEPS) if code == "HB803"}
    assert gone
    assert "enter" not in gone
    kept = STEPS.replace(
        "    title: Enter", f"    formerly: [{', '.join(sorted(map(str, gone)))}]\n    title: Enter"
    )
    assert [code for code, _ in ids(kept)] == []
    sections = (
        "# processes/sales/forms/order-sheet.yml\n"
        + _ENTRIES
        + "sections:\n  - section: all\n    title: All\n    fields:\n"
        "      - {field: customer, label: Customer, type: text}\n"
    )
    assert ("HB803", "order") in ids(sections)


def test_a_section_that_is_known_again_by_its_fields_has_to_name_its_former_id() -> None:
    sheet = (
        "# processes/sales/forms/order-sheet.yml\n"
        "sections:\n  - section: %s\n    title: Order\n    fields:\n"
        "      - {field: customer, label: Customer, type: text}\n"
        "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
    )
    before = sheet % "order"
    (told,) = (each for each in found(sheet % "request", before) if each.rule.code == "HB803")
    assert told.args["id"] == "order"
    assert told.hint
    assert "“request”" in product_catalogue("en").say(told.hint)
    assert "HB803" not in codes(sheet % "request\n    formerly: [order]", before)


def test_a_former_id_of_a_step_or_field_is_kept_too() -> None:
    before = STEPS.replace("    title: Enter", "    formerly: [type-in]\n    title: Enter")
    after = STEPS.replace("V1.1", "V1.2")
    assert ids(after, before) == [("HB803", "type-in")]
    draft = STEPS.replace(", approved: 2026-03-01", "").replace(", approved: 2026-01-01", "")
    assert "HB803" not in codes(STEPS, draft.replace("step: enter", "step: other"))


def test_a_former_id_of_a_field_is_kept_for_filled_forms() -> None:
    sheet = (
        "# processes/sales/forms/order-sheet.yml\n"
        + _ENTRIES
        + "sections:\n  - section: order\n    title: Order\n    fields:\n"
        "      - {field: customer, label: Customer, type: text%s}\n"
        "  - section: release\n    title: Release\n    fields:\n"
        "      - {field: sign, label: Sign, type: signature, by: manager}\n"
    )
    before, after = sheet % ", formerly: [client]", sheet.replace("V1.1", "V1.2") % ""
    assert ids(after, before) == [("HB802", "client")]


def test_a_field_of_the_common_header_is_kept_too() -> None:
    header = "# processes/handbook.yml\nform-header:\n  - {field: %s, label: By, type: person%s}\n"
    before = header % ("filler", "")
    assert ids(header % ("writer", ""), before) == [("HB802", "filler")]
    told = found(header % ("writer", ""), before)[0]
    said = product_catalogue("en").say(told.message)
    assert (
        said
        == "“By” (filler) was taken out, but filled forms of all versions of Order sheet carry it."
    )
    assert ids(header % ("writer", ", formerly: [filler]"), before) == []


def test_a_term_that_is_gone_leads_somewhere() -> None:
    glossary = (
        "# processes/glossary.yml\n"
        "terms:\n  - {term: %s, title: Stock, definition: Goods we keep%s}\n"
    )
    before = glossary % ("stock", "")
    assert ids(glossary % ("store", ""), before) == [("HB803", "stock")]
    assert ids(glossary % ("store", ", formerly: [stock]"), before) == []
