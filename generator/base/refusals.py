"""Words that refuse, such as 否决, 退回修改, “sent back”; to say that nobody objects is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.base.plain import as_one_word

# What only sounds like a refusal.
_NOT: Final = re.compile(
    r"[无不]需要?(?:作|再|任何)?(?:修改|修订|修正|改|补充|返工|重[做报新])"
    r"|[无没未](?:有|人|任何)?(?:不同意见|异议|反对|否决|拒绝|退回|驳回)(?:意见)?|不(?:反对|否决|拒绝|退回|驳回)"
    r"|不合格品?退回|不予(?:追究|处罚|扣[分款]|考核)|退回(?:供应商|厂家|供方|仓库|总仓|货)"
    r"|\b(?:no|without(?: any)?|nor?) (?:further )?(?:objections?|refusals?|rejections?)\b"
    r"|\bnot (?:refused|rejected|declined|denied)\b|\b(?:do|did|does) ?n[o']t object\b"
)
_REFUSED: Final = (
    r"否决|驳回|拒绝|拒签|拒收|打回|退回|退件|退批"
    r"|[不未没](?:予|能|获|被|得|宜|可|会|敢|好)?"
    r"(?:批准?|准|同意|通过|核准|核定|认可|支持|赞成|赞同|采纳|受理|可行|立项|签)"
    r"|不予(?!以)|不可行"
    r"|\brefus|\breject|\bdeclin|\bdenied\b|\bden(?:y|ies)\b|\bdisapprov|\bdisagree|\bveto"
    r"|\bsen[dt] back\b|\breturned? (?:for|to)\b|\bunapproved\b|\bturn(?:ed)? down\b"
    r"|\b(?:not|never|cannot|can't|don't|won't|didn't) (?:be |yet |to )?"
    r"(?:approv|agree|accept|grant|endors|authori[sz]|sign|support|pass)"
)
_AGAIN: Final = (
    r"|修改|修订|修正|需改|须改|补充|补考察|返工|重做|重报|重新"
    r"|\brevis(?:e|ion)|\brework\b|\bresubmit"
)
_HELD: Final = (
    r"|不行(?!人)|不可(?!或缺|抗力|避免|行)|[拒驳]|[缓再]议|下次再|[金数]额(?:不对|有误|不符|错)|待核|请补|有保留"
    r"|\bno way\b|\bnot (?:now|yet|like this|ok(?:ay)?|possible|in order)\b|\bunder reserve\b"
    r"|有异议|反对|暂缓|缓办|缓批|暂不|作废|撤回|撤销|保留意见|另行(?:研究|讨论|上报)"
    r"|\bon hold\b|\bhold off\b|\bwithdraw|\bobject(?:s|ed|ion)?\b|\bvoid\b|\bpostpone"
)
_WHOLE: Final = frozenset({"否", "不", "no", "nein", "×", "✗", "✘"})
_SHORT: Final = frozenset({"n", "x"})  # of a list; in a text a letter says nothing
_CHOICE: Final = re.compile(_REFUSED + r"|反对|暂缓|缓批" + _AGAIN)
_TEXT: Final = re.compile(_REFUSED + _HELD)


@lru_cache(maxsize=1024)
def is_refusal(option: str) -> bool:
    """Tell whether an option of a list, or a conclusion, is no approval: `否决`, `退回补充`."""
    plain = _plain(option)
    return plain in _WHOLE | _SHORT or _CHOICE.search(plain) is not None


@lru_cache(maxsize=1024)
def says_no(text: str) -> bool:
    """Tell whether a text holds words of refusal: `同意` does not, `不同意，单价偏高` does."""
    plain = _plain(text)
    return plain.rstrip("。.!") in _WHOLE or _TEXT.search(plain) is not None


def _plain(text: str) -> str:
    return _NOT.sub("", as_one_word(text))
