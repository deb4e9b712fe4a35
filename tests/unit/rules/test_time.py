"""Time that is waited for: days of the week, called processes, and what goes on for a while."""

from __future__ import annotations

import pytest
from small import check

from generator.rules.examples import step, steps


def told(code: str, text: str) -> list[str]:
    return [
        str(each.args.get("way") or each.args.get("due"))
        for each in check(text).diagnostics
        if each.rule.code == code
    ]


CALLED = """
# processes/sales/pay.yml
code: P-01-09
title: Pay
owner: manager
approver: manager
revisions:
  - {{version: V1.0, date: 2026-01-05, approved: 2026-01-06, effective: 2026-01-07, change: First}}
purpose: Money goes out.
{more}steps:
"""


def calling(called: str, more: str = "", *, back: str = "1d", promise: str = "4d") -> str:
    take = step("take", "call: pay", "next: send", due="1d")
    send = step("send", "end: sent", due=back)
    return (
        steps(take, send)
        + f"promises: [{{promise: {promise}}}]\n"
        + CALLED.format(more=more).lstrip("\n")
        + called
    )


def test_a_day_of_the_week_is_waited_for() -> None:
    parts = steps(step("take", due="1d"), step("meet", "end: decided", due="weekly fri"))
    assert told("HB349", parts + "promises: [{promise: 3d}]\n") == ["Take 1d → Meet weekly fri"]
    assert told("HB349", parts + "promises: [{promise: 8d}]\n") == []
    begun = parts.replace("due: 1d", "due: weekly tue") + "every: weekly tue\n"
    assert told("HB349", begun + "promises: [{promise: 3d}]\n") == []
    assert told("HB349", begun + "promises: [{promise: 2d}]\n")


def test_what_a_called_process_may_take_is_added_where_it_promises_nothing() -> None:
    slow = step("ask", due="3d") + step("book", "end: paid", due="2d")
    assert told("HB349", calling(slow)) == ["Take 1d → Ask 3d → Book 2d → Send 1d"]
    assert told("HB349", calling(slow, promise="7d")) == []
    assert told("HB349", calling(slow, "promises: [{promise: 5d}]\n", promise="6d"))
    again = step("ask", "call: take-order", due="3d") + step("book", "end: paid", due="2d")
    assert told("HB349", calling(again, promise="7d")) == []


def test_calls_within_calls_are_worked_out_once() -> None:
    called = "".join(
        CALLED.replace("/pay.yml", f"/pay{at}.yml").replace("P-01-09", f"P-01-{at + 10}")
        .replace("title: Pay", f"title: Pay {at}").format(more="").lstrip("\n")
        + "".join(step(f"s{n}", f"call: pay{at + 1}", f"next: s{n + 1}", due="1d") for n in "012"
                  if at < 30 for n in [int(n)])
        + step("s3", "end: paid", due="1d")
        for at in range(31)
    )  # fmt: skip
    parts = steps(step("take", "call: pay0", "next: send", due="1d"), step("send", "end: sent"))
    parts = parts.replace("due: 2h", "due: 1d") + "promises: [{promise: 9wd}]\n" + called
    assert len(told("HB349", parts)) == 1


def test_days_go_on_through_a_call() -> None:
    parts = steps(
        step("take", "call: pay", "next: send", due="monthly 8"),
        step("send", "end: sent", due="monthly 12"),
    )
    slow = CALLED.format(more="").lstrip("\n") + step("book", "end: paid", due="{due}")
    assert told("HB340", parts + slow.replace("{due}", "6d")) == ["Take (monthly 8) → Pay (6d)"]
    assert told("HB340", parts + slow.replace("{due}", "3d")) == []
    early = step("ask", due="2d") + step("book", "end: paid", due="monthly 9")
    inside = parts + CALLED.format(more="").lstrip("\n") + early
    assert told("HB340", inside) == ["Take (monthly 8) → Ask (2d)"]
    assert told("HB340", inside.replace("monthly 9", "monthly 11")) == []


@pytest.mark.parametrize(
    ("first", "then", "late"),
    [("fri", "tue", False), ("thu", "mon", False), ("fri", "wed", True), ("wed", "mon", True)],
)
def test_the_nearer_way_round_the_week_is_counted_in_days_of_work(
    first: str, then: str, *, late: bool
) -> None:
    parts = steps(
        step("take", due=f"weekly {first}"), step("meet", "end: decided", due=f"weekly {then}")
    )
    assert bool(told("HB340", parts)) == late


@pytest.mark.parametrize(
    "check_",
    [
        "已陈列满 60 天", "新物料已张贴满 60 日", "至少陈列 60 天", "公示期不少于 15 日",
        "陈列已达 60 天", "试用期已过 3 个月", "三个月试用期已满", "运行 30 天无故障",
        "已公示 15 天", "冷静期 15 天已过",
        "收货在 15 日内确认", "Posted for at least 60 days", "The notice has hung 60 days",
        "Notice up for a full 60 days", "The 15 day period is over", "60 days on display",
        "30 days without complaint",
    ],
)  # fmt: skip
def test_who_says_how_long_it_has_gone_on_must_have_waited(check_: str) -> None:
    line = f"checks: ['{check_}']"
    assert told("HB342", steps(step("take", line, "end: done", due="5d")))
    assert not told("HB342", steps(step("take", line, "end: done", due="95d")))


@pytest.mark.parametrize(
    "check_",
    [
        "合同写明试用期不少于 3 个月", "公告注明公示 15 日", "逾期 60 天的已列出",
        "提前至少 15 天通知", "库存 30 天以上的已清理",
        "The contract says 60 days on display", "Lease open for 3 years", "库存够卖 30 天",
        "保修 12 个月", "近 3 个月无投诉记录", "账期不超过 90 天", "连续两周缺报的已通报",
        "会员满 60 天的已回访", "Stock for 30 days on hand", "Past 60 days without complaint",
    ],
)  # fmt: skip
def test_what_stands_on_paper_needs_no_waiting(check_: str) -> None:
    assert not told("HB342", steps(step("take", f"checks: ['{check_}']", "end: done", due="5d")))
