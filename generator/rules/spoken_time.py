"""Finds lengths of time that stand in texts: “within 24 hours”, “满 15 日”, `${reply-time}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.handbook import Handbook
from generator.model.text import Text
from generator.notation.due_kinds import Within
from generator.notation.duration import Duration, read_duration
from generator.notation.spelling import respell
from generator.rules.timeline import settled

_SPOKEN = re.compile(
    r"(?P<over>逾期|overdue )?"
    r"(?P<before>满|连续|持续|不超过|至多|within |in |for |at most |no more than |takes )?\s*"
    r"(?<![\d.月每第周])"
    r"(?P<span>\d+ ?(?:min|h|d|wd|w|mo|y)(?![a-z])"
    r"|(?:\d+|[一二两三四五六七八九十]+) ?个?(?:工作日|分钟|小时|天|日|周|星期|年)"
    r"|(?:\d+|[一二两三四五六七八九十]+) ?个月"
    r"|\d+ (?:minutes?|hours?|(?:working )?days?|weeks?|months?|years?))"
    r"(?P<after>\s*之?内?\s*(?:办完|办结|完成|结案)|\s*之?内)?"
)
_CLOSES = re.compile("办完|办结|结案")
_LASTING = {"满", "连续", "持续", "for"}
_LIMITS = {"不超过", "至多", "within", "in", "at most", "no more than", "takes"}
# What goes on for a while: whoever says how long it has gone on says that so much time is over.
_GOES_ON = (
    "(?:陈列|张贴|公示|公告|公布|展示|展出|悬挂|挂|上架|试?运行|试行|试用|试穿|试销|静置|存放|放置|观察|冷静|"
    "保持|留存|使用)"
)
_BEFORE = re.compile(
    rf"(?:(?:已|已经|至少|不少于){_GOES_ON}了?"
    rf"|{_GOES_ON}[^，。；,;、\d]{{0,4}}?(?:已达|已过|达到|已经|已|达|足|至少|不少于|不低于|超过))\s*$"
    r"|\b(?:displayed|posted|hung|hanging|shown|rested|stored|observed|published|up|open|used|tested"
    r"|ran|run|running|on (?:display|show|trial)|in use) "
    r"(?:for )?(?:at least |a full |the full |more than |over )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:的?[\u4e00-\u9fff]{0,3}期)?(?:已满|届满|期满|已过(?!期))"
    r"|\s*无(?:故障|投诉|异议|异常|差错|返修)"
    r"|(?: (?:have|has) (?:passed|elapsed|gone)| (?:are|is) over| on (?:display|show|trial)"
    r"| without| period is over)\b",
    re.IGNORECASE,
)
# A time that a thing has by its nature or contract, one that is looked back on, and one that only
# says which things are meant: nobody waits for those.
_TERM = re.compile("(?:账|租|保质|有效|质保|保修|合同|付款|信用|授信)期限?$|[库货账店]龄$")
_BACK = re.compile(r"(?:近|过去)\s*$|\b(?:last|past|previous|recent)\s*$", re.IGNORECASE)
_WHICH = re.compile(r"[^，。；,;]{0,8}的[^，。；,;]|\s(?:on hand|of stock|of supply)\b")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A length of time in a text: `lasting` for so long, or a `limit` within which it happens.

    `whole` limits close something for good, such as 7 天内结案.
    """

    duration: Duration
    lasting: bool
    limit: bool
    whole: bool


def spoken(book: Handbook, text: Text | None) -> Iterator[Spoken]:
    """Yield the lengths of time in a text, those of its parameters included."""
    if text is None:
        return
    source = text.source
    for insert in text.inserts:
        value = book.value_of(insert)
        due = settled(book, value.due) if value else None
        if isinstance(due, Within):
            source = source.replace(str(insert), str(due.duration))
    for match in _SPOKEN.finditer(source):
        duration = read_duration(respell(match["span"]))
        if duration:
            before = "" if match["over"] else (match["before"] or "").strip()
            limit = before in _LIMITS or bool(match["after"])
            whole = bool(_CLOSES.search(match["after"] or ""))
            left, right = source[: match.start("span")], source[match.end("span") :]
            lasting = not match["over"] and bool(_BEFORE.search(left) or _BEHIND.match(right))
            lasting = lasting or before in _LASTING
            aside = _BACK.search(source[: match.start()]) or _WHICH.match(right)
            limit = limit and not _TERM.search(source[: match.start()].rstrip())
            yield Spoken(duration, lasting and not aside, limit, whole)
