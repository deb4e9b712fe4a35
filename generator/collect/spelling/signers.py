"""What stands for a name under a signature, and is none: `待补`, `代签`, `钱二（赵一代签）`."""

from __future__ import annotations

import re
from typing import Final

from generator.base.plain import folded

_FOR: Final = re.compile(
    r"代签|代为?(?:签|批|审|办|填|理|笔|核|署)"
    r"|[(\[/、,，;:： ]代|代(?:[)\]/、]|$)|受.{0,12}委托|授权.{0,12}签"
    r"|\bp\.? ?p\.?(?= |$|:)|\bp/p\b|\bi\. ?a\.|\bi\. ?v\.|\bon behalf\b|\bsigned for\b|\bproxy\b"
)
_LATER: Final = re.compile(
    r"待补|补签|后补|待签|未签|待定|(?:出差|外出|请假|休假|不在)(?:[,，。;； ]|$|未|中|不)"
    r"|电话(?:同意|确认|告知|通知)|口头(?:同意|确认)|微信(?:同意|确认)|短信(?:同意|确认)"
    r"|\bto (?:sign|be signed|follow)\b|\bpending\b|\bon leave\b"
    r"|\b(?:by|per) (?:phone|mail|e-mail)\b"
)
_NO_NAME: Final = frozenset(
    {
        *("已签", "已签字", "签字", "签名", "签章", "盖章", "本人", "同上", "见附件", "见附页"),
        *("signed", "signature", "ditto", "same"),
    }
)


def signs_for_another(text: str) -> bool:
    """Tell whether a name says that it stands for another: `赵一代`, `p.p. Ann Lee`."""
    return _FOR.search(folded(text).lower()) is not None


def says_later(text: str) -> bool:
    """Tell whether words stand where the name should: `出差，后补`, `已签`, `by phone`."""
    plain = folded(text).lower()
    return plain.strip("()[] .。") in _NO_NAME or _LATER.search(plain) is not None
