"""Words that plainly assent over a signature: `同意`, `情况属实`, “approved”; all others are asked.

A list of refusals never ends (`下次再说`, `金额不对`); what people write who agree is short.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.base.plain import as_one_word

# What sounds like a doubt and is none.
_CLEAR: Final = re.compile(
    r"[无没未](?:有|任何|见|发现)?(?:意见|异议|问题|误|错误|缺失|缺陷|缺损|异常|不妥|不同意见"
    r"|破损|疑问|保留)"
    r"|不反对|不持异议|[未不]超(?:出|过|支)?|不变|不再|不缺|没错|需求|须知|应收|应付|应急|响应"
    r"|供应|反应|应用"
    r"|请(?:按|照|尽快|尽早|抓紧|及时|立即|即|速|执行|办理|安排|落实|知悉|知照|注意|准时|予以"
    r"|领导|财务)"
    r"|\bno (?:further )?(?:objections?|comments?|problems?|issues?|concerns?|doubts?)\b"
    r"|\bwithout (?:any )?(?:reservations?|objections?|comments?)\b|\bas needed\b"
    r"|\bnothing to add\b"
)
_ASSENT: Final = re.compile(
    r"同意|批准|获批|准予|照准|准许|核准|准(?:$|[,。;!])|通过|赞成|赞同|支持|认可|可以|可行|妥当"
    r"|妥(?:$|[,。;!])"
    r"|^(?:可|行|好|好的|准|批|阅|是|对|妥|办|签发|放行|签收)(?:$|[,。;!])|同批|照办|照此|按此"
    r"|如拟|拟同意|请(?:按|照|执行|办理)"
    r"|属实|无误|没错|正确|合格|符合|相符|一致|齐全|完好|正常|达标|满意|良好|合理|恰当|清楚"
    r"|已(?:阅|知|核|审|查|收|确认|办|验|完成|签|复核|审核|核对|清点|归还|结清)|知悉|知晓|收到"
    r"|签收|收讫|确认|接受"
    r"|[无没](?:有|任何)?(?:意见|异议|问题|不同意见|疑问)|不反对|不持异议|审核完|验收完|完成"
    r"|完毕|予以放行|准予放行"
    r"|\bok(?:ay)?\b|\bagree[ds]?\b|\bapprov(?:e[ds]?|al granted)\b|\bassent|\bconsent|\byes\b"
    r"|\bfine\b"
    r"|\bconfirm(?:ed|s)?\b|\bcorrect\b|\baccept(?:ed|s|able)?\b|\bgranted\b|\bin order\b"
    r"|\bchecked\b"
    r"|\bseen\b|\bnoted\b|\bread\b|\bgood\b|\bsupport(?:ed|s)?\b|\bendorsed?\b|\brecommended\b"
    r"|\breceived\b|\bcomplete[d]?\b|\bgo ahead\b|\breviewed\b|\bverified\b|\bauthori[sz]ed\b"
    r"|\bplease proceed\b"
    r"|\bno (?:further )?(?:objections?|comments?|problems?|issues?|concerns?|doubts?)\b"
    r"|\bnothing to add\b"
)
_DOUBT: Final = re.compile(
    r"[但却惟]|不过|除非|如果|假如|倘若|若|只有|仅限|前提|条件|保留|原则|部分|待|暂|缓|再"
    r"|重[新做报审核算]|补"
    r"|不|没|未|无法|缺|漏|错|有误|超|偏|过[高低多少]|驳|拒|退|否|疑|异议|反对|撤|作废|停|改"
    r"|核实|说明|商榷|商议|讨论|研究"
    r"|[需须]|应(?:当|该)?|请|[?]|吗|后(?:再|才|方)|方可|才[能可]|下次"
    r"|\bbut\b|\bif\b|\bunless\b|\bsubject to\b|\bprovided\b|\bcondition|\breserv|\bexcept"
    r"|\bhowever\b"
    r"|\bnot?\b|n't\b|\bnever\b|\buntil\b|\bonly\b|\bpending\b|\blater\b|\bagain\b|\bre-?(?:do"
    r"|submit|vis|work)"
    r"|\bpartly\b|\bin part\b|\bin principle\b|\bwrong\b|\bincorrect\b|\bmissing\b|\btoo \b"
    r"|\bincomplete\b"
    r"|\bdis(?:agree|approv)|\breject|\brefus|\bden(?:y|ied)\b|\bdeclin|\bveto|\bunacceptable\b"
    r"|\bcannot\b"
)


@lru_cache(maxsize=1024)
def is_assent(opinion: str) -> bool:
    """Tell whether an opinion plainly assents, or says that somebody has seen the matter."""
    plain = as_one_word(opinion)
    return _ASSENT.search(plain) is not None and _DOUBT.search(_CLEAR.sub("", plain)) is None
