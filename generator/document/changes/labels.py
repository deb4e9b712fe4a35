"""The words for what can change: kinds of things, keys, classes, and what it is to people."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.diagnostics import N_
from generator.document.words import Words
from generator.model.changes import Action, Impact, Stake

IMPACTS: Mapping[Impact, str] = {
    Impact.FORMS: N_("Forms out of date"),
    Impact.RELEARN: N_("To relearn"),
    Impact.NEIGHBOURS: N_("Neighbours"),
    Impact.CONTROL: N_("Document control"),
    Impact.WORDING: N_("Wording"),
}
MEANINGS: Mapping[Impact, str] = {
    Impact.FORMS: N_("Blank copies are to be replaced; filled ones no longer match."),
    Impact.RELEARN: N_("Somebody does something else, at another time or under another condition."),
    Impact.NEIGHBOURS: N_("Other processes and roles wait for something else."),
    Impact.CONTROL: N_("Owners, approvers, versions, retention, measures and risks."),
    Impact.WORDING: N_("Said otherwise; nobody does anything else."),
}
ACTIONS: Mapping[Action, str] = {
    Action.ADDED: N_("new"),
    Action.REMOVED: N_("removed"),
    Action.CHANGED: N_("changed"),
    Action.MOVED: N_("moved"),
    Action.RENAMED: N_("renamed"),
}
DUTIES: Mapping[Stake, str] = {
    Stake.GAINS: N_("takes over"),
    Stake.LOSES: N_("gives up"),
    Stake.ACCOUNTABLE: N_("newly accountable"),
    Stake.NOT_ACCOUNTABLE: N_("no longer accountable"),
    Stake.CONSULTED: N_("newly consulted"),
    Stake.NOT_CONSULTED: N_("no longer consulted"),
    Stake.INFORMED: N_("newly informed"),
    Stake.NOT_INFORMED: N_("no longer informed"),
    Stake.APPROVES: N_("newly approves"),
    Stake.NOT_APPROVES: N_("no longer approves"),
    Stake.RELEARNS: N_("relearns"),
    Stake.NEIGHBOUR: N_("receives something else"),
}
KINDS: Mapping[str, str] = {
    "process": N_("process"),
    "form": N_("form"),
    "step": N_("step"),
    "outcome": N_("case"),
    "form-use": N_("use of a form"),
    "milestone": N_("milestone"),
    "section": N_("section"),
    "field": N_("field"),
    "rule": N_("rule of the form"),
    "role": N_("role"),
    "reporting-line": N_("reporting line"),
    "unit": N_("unit"),
    "parameter": N_("parameter"),
    "value": N_("value"),
    "term": N_("term"),
    "item": N_("item of information"),
    "source": N_("source"),
    "fact": N_("fact"),
    "decision": N_("editorial decision"),
    "chapter": N_("chapter"),
    "revision": N_("revision"),
    "edition": N_("edition"),
    "record": N_("record"),
    "kpi": N_("indicator"),
    "risk": N_("risk"),
    "exception": N_("exception"),
    "page": N_("page"),
    "opening": N_("beginning of the page"),
    "heading": N_("section of the page"),
    "catalogue": N_("translations"),
    "translation": N_("translation"),
    "handbook": N_("handbook"),
    "organization": N_("organization"),
    "parameters": N_("parameters"),
    "glossary": N_("glossary"),
    "information": N_("information"),
    "sources": N_("sources"),
}
KEYS: Mapping[str, str] = {
    "title": N_("title"),
    "code": N_("code"),
    "chapter": N_("chapter"),
    "owner": N_("owner"),
    "approver": N_("approver"),
    "purpose": N_("purpose"),
    "scope": N_("scope"),
    "trigger": N_("trigger"),
    "review": N_("review period"),
    "every": N_("rhythm"),
    "inputs": N_("inputs"),
    "outputs": N_("outputs"),
    "distribution": N_("distribution"),
    "do": N_("what to do"),
    "responsible": N_("responsible"),
    "accountable": N_("accountable"),
    "authority": N_("approval by amount"),
    "consulted": N_("consulted"),
    "informed": N_("informed"),
    "due": N_("due"),
    "takes": N_("time that the work takes"),
    "checks": N_("checks"),
    "decide": N_("field that decides"),
    "onward": N_("where it leads"),
    "when": N_("condition"),
    "order": N_("order"),
    "section": N_("section"),
    "note": N_("note"),
    "basis": N_("basis"),
    "keep": N_("retention"),
    "keeper": N_("keeper"),
    "control": N_("control"),
    "formula": N_("formula"),
    "target": N_("target"),
    "label": N_("label"),
    "type": N_("type"),
    "help": N_("help"),
    "optional": N_("may stay empty"),
    "options": N_("options"),
    "computed": N_("computed from"),
    "must": N_("what must hold"),
    "say": N_("what the filler is told"),
    "min": N_("smallest value"),
    "max": N_("largest value"),
    "by": N_("who signs"),
    "conclusions": N_("conclusions"),
    "is": N_("value"),
    "bands": N_("approval bands"),
    "unit": N_("unit"),
    "reports-to": N_("reports to"),
    "duties": N_("duties"),
    "holders": N_("holders"),
    "any-of": N_("members (any of)"),
    "all-of": N_("members (all of)"),
    "definition": N_("definition"),
    "formerly": N_("former ids"),
    "version": N_("version"),
    "content": N_("content"),
    "instructions": N_("instructions"),
    "calendar": N_("work calendar"),
}


def key_words(words: Words, key: str) -> str:
    """Return what a key is called; one without a name of its own as it stands in the file."""
    return words.say(KEYS[key]) if key in KEYS else words.say("“{key}”", key=key)


def kind_words(words: Words, kind: str) -> str:
    """Return what a kind of thing is called."""
    return words.say(KINDS[kind]) if kind in KINDS else words.say("“{key}”", key=kind)
