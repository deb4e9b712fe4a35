"""Texts, values and dues as sentences, with links."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pages import context
from small import TAKE_ORDER, book, process, step, steps

from generator.base.diagnostics import Argument, Message
from generator.base.i18n import Catalogue, product_catalogue
from generator.document.blocks import Link, Plain, Target, text_of
from generator.document.context import Context
from generator.document.links import Links
from generator.document.parameters import parameter_values
from generator.document.words import Words
from generator.model.process import Process
from generator.model.text import Text
from generator.model.value import Value
from generator.notation.inserts import ParameterInsert

OWN_CODES = (
    "# processes/handbook.yml\ncodes: {process: 'V {chapter}.{number}', form: 'F {number}', "
    "parameter: 'W {number}'}\n"
    "# processes/parameters.yml\nparameters:\n"
    "  - {parameter: approval-limit, code: W 01, title: Limit, is: 5000 EUR}\n"
    "  - {parameter: reply-time, code: W 02, title: Time to answer, is: 2h}\n"
    "# processes/sales/forms/order-sheet.yml\ncode: F 01\n"
    "# processes/sales/ship-order.yml\ncode: V 01.02\n" + TAKE_ORDER + "code: V 01.01\n"
)
SCOPE = "Up to ${approval-limit} as V 01.02 says, before ${step:release}."


def scope_in_german(translation: str) -> tuple[object, ...]:
    handbook = book(OWN_CODES + f'scope: "{SCOPE}"\n')
    process = handbook.processes["take-order"]
    texts = Catalogue("de", {SCOPE: translation, "Release the order": "Freigeben"})
    return context(handbook, "de", texts).phrases.inlines(process.scope, process)


def test_a_translation_has_its_own_inserts_and_codes_of_this_handbook() -> None:
    said = scope_in_german("Vor ${step:release}: V 01.02 bis ${approval-limit}.")
    assert said == (
        Plain("Vor "),
        Link("Freigeben", Target("process", "take-order", "step-release")),
        Plain(": "),
        Link("V 01.02", Target("process", "ship-order")),
        Plain(" bis "),
        Link("5,000 EUR", Target("parameter", "approval-limit")),
        Plain("."),
    )


def test_what_has_no_translation_is_marked_as_foreign() -> None:
    handbook = book(OWN_CODES + f'scope: "{SCOPE}"\n')
    process = handbook.processes["take-order"]
    foreign = context(handbook, "de").phrases.inlines(process.scope, process)
    assert [each.foreign for each in foreign if isinstance(each, Plain)] == [True] * 4
    own = context(handbook).phrases.inlines(process.scope, process)
    assert [each.foreign for each in own if isinstance(each, Plain)] == [False] * 4


def test_a_translation_with_a_broken_insert_counts_as_missing() -> None:
    said = scope_in_german("Bis ${approval-limit")
    assert text_of(said).startswith("Up to 5,000 EUR")  # type: ignore[arg-type]
    assert Plain("Up to ", foreign=True) in said


def test_figures_and_latin_names_of_a_chinese_handbook_need_no_translation() -> None:
    handbook = book("# processes/handbook.yml\nlanguages: [zh, en]\n")
    ctx = context(handbook, "en")
    assert ctx.phrases.inlines(
        book(TAKE_ORDER + "scope: SWOT 2026\n").processes["take-order"].scope
    ) == (Plain("SWOT 2026"),)
    (chinese,) = ctx.phrases.inlines(
        book(TAKE_ORDER + "scope: 全部订单\n").processes["take-order"].scope
    )
    assert chinese == Plain("全部订单", foreign=True)


def test_no_text_says_nothing() -> None:
    ctx = context(book())
    assert ctx.phrases.inlines(None) == ctx.phrases.inlines(Text("")) == ()
    assert ctx.phrases.plain(None) == ""
    assert ctx.phrases.deadline(None) == ctx.phrases.keep(None) == ()


def test_values_as_people_write_them() -> None:
    handbook = book(
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 1234567.5 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time, is: 1wd}\n"
        "  - {parameter: share, code: PA-03, title: Share, is: 98%}\n"
        "  - {parameter: round, code: PA-04, title: Round, is: weekly sat 18:00}\n"
        '  - {parameter: words, code: PA-05, title: Words, is: "twice ${approval-limit}"}\n'
    )
    ctx = context(handbook)
    shown = {
        name: text_of(parameter_values(ctx.phrases, each))
        for name, each in handbook.parameters.items()
    }
    assert shown == {
        "approval-limit": "1,234,567.5 EUR",
        "reply-time": "1 working day",
        "share": "98%",
        "round": "every Saturday at 18:00",
        "words": "twice 1,234,567.5 EUR",
    }


def test_a_parameter_is_a_due_where_it_stands_for_one_and_a_duration_in_text() -> None:
    text = step("take", "note: Answer within ${reply-time}.", "end: done")
    (take,) = (
        book(steps(text.replace("due: 2h", "due: ${reply-time}"))).processes["take-order"].steps
    )
    ctx = context(book())
    assert text_of(ctx.phrases.deadline(take.due)) == "within 2 hours"
    assert text_of(ctx.phrases.inlines(take.note)) == "Answer within 2 hours."


def test_chinese_values() -> None:
    handbook = book()
    chinese = Context.of(handbook, product_catalogue("zh"), Catalogue("zh"))
    money = Value(source="5000 CNY", kind="money", amount=Decimal(5000), currency="CNY")
    assert chinese.phrases.value(money) == "5,000 元"
    take = handbook.processes["take-order"].steps[0]
    assert text_of(chinese.phrases.deadline(take.due)) == "2 小时内"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("口头批准后 ${reply-time} 内补单", "口头批准后 2 小时内补单"),
        ("周报在 ${cutoff} 前发出", "周报在每周六 18:00 前发出"),
        ("不少于 ${least} 人", "不少于 10 人"),
        ("ask within ${reply-time} or wait", "ask within 2 小时 or wait"),
    ],
)
def test_chinese_words_close_up_where_a_value_is_inserted(written: str, shown: str) -> None:
    values = (
        "# processes/parameters.yml\nparameters:\n"
        "  - {parameter: approval-limit, code: PA-01, title: Limit, is: 5000 EUR}\n"
        "  - {parameter: reply-time, code: PA-02, title: Time, is: 2h}\n"
        "  - {parameter: cutoff, code: PA-03, title: Cut-off, is: weekly sat 18:00}\n"
        "  - {parameter: least, code: PA-04, title: Persons, is: 10}\n"
    )
    handbook = book(values + TAKE_ORDER + f"scope: {written}\n")
    process = handbook.processes["take-order"]
    said = Context.of(handbook, product_catalogue("zh"), Catalogue("en"))
    assert said.phrases.plain(process.scope, process) == shown


OPENING = "milestones:\n  - {milestone: opening, title: Opening day, due: weekly sat 18:00}\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("3wd after take", "within 3 working days after Take"),
        ("5d before opening", "5 days before Opening day"),
        ("by order-sheet.placed_on", "by the date in Ordered on"),
        ("${reply-time} after take", "within 2 hours after Take"),
        ("daily 18:00", "every day at 18:00"),
    ],
)
def test_a_due_names_what_it_mentions_by_its_title(written: str, said: str) -> None:
    process = with_due(written)
    assert text_of(context(book()).phrases.deadline(process.steps[-1].due, process)) == said


def with_due(written: str) -> Process:
    pack = step("pack", "end: done").replace("due: 2h", f"due: {written}")
    return book(steps(step("take", "next: pack"), pack) + OPENING).processes["take-order"]


def test_a_due_with_cases_says_each_and_leads_to_its_parameter() -> None:
    process = with_due("{urgent: 2h, else: '${reply-time}'}")
    assert context(book()).phrases.deadline(process.steps[-1].due, process) == (
        Plain("urgent: within 2 hours"),
        Plain("; "),
        Link("other cases: within 2 hours", Target("parameter", "reply-time")),
    )


def test_a_due_on_its_way_to_a_page_is_put_into_words_and_linked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    process = with_due("${reply-time} after take")
    said: list[Argument] = []
    linked: list[str] = []
    word, parameter = Words.message, Links.parameter

    def message(self: Words, each: Argument) -> str:
        said.append(each)
        return word(self, each)

    def link(self: Links, insert: ParameterInsert, text: str) -> Link:
        linked.append(text)
        return parameter(self, insert, text)

    monkeypatch.setattr(Words, "message", message)
    monkeypatch.setattr(Links, "parameter", link)
    context(book()).phrases.deadline(process.steps[-1].due, process)
    assert linked == ["within 2 hours after Take"]
    assert [each.id for each in said if isinstance(each, Message) and "{" in each.id] == [
        "within {duration} after {anchor}"
    ]


def test_a_case_of_a_due_in_words_says_its_case() -> None:
    example = steps(step("take", "end: done")).replace(
        "due: 2h", "due: {small: 2h, else: {text: as agreed}}"
    )
    found = process(example)
    said = context(book()).phrases.deadline(found.steps[0].due, found)
    assert text_of(said) == "small: within 2 hours; other cases: as agreed"
