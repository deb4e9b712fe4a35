"""Whether what stands for somebody who confirms may be the name of a person or a post."""

from __future__ import annotations

from generator.base.plain import as_one_word
from generator.base.refusals import is_refusal, says_no

_LEAST = 2  # letters; in Chinese a family name and a given name
# What people write who mean to answer, or who leave it open.
_ANSWERS = frozenset(
    each
    for line in (
        "是的 已是 好的 可以 同意 确认 已确认 待确认 未确认 通过 已通过 批准 已批准 属实 无误 正确",
        "已阅 已核 已核对 已签 没有 无人 本人 自己 大家 全体 各位 某人 某某 不详 未知 待定 暂无",
        "测试 签字 签名 盖章 经办人 确认人 姓名 如上 同上",
        "yes ok okay true false none null nil na n/a tbd todo agreed agree confirmed confirm done",
        "approved accepted correct right me myself self everybody everyone anybody anyone somebody",
        "someone nobody unknown test name signed signature ditto same idem",
    )
    for each in line.split()
)


def is_name(text: str) -> bool:
    """Tell whether a text can be a name: letters above all, and no answer such as `是` or `ok`."""
    letters = sum(each.isalpha() for each in text)
    digits = sum(each.isdigit() for each in text)
    if letters < _LEAST or letters <= digits or "@" in text:
        return False
    plain = as_one_word(text).strip(" .。!！?？")
    return plain not in _ANSWERS and not is_refusal(text) and not says_no(text)
