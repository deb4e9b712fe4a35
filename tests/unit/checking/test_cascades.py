"""One slip of a hand is one finding, wherever it happens; and it is told, not what follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from overlay import handbook_files

from generator.base.diagnostics import Diagnostic
from generator.checking.pipeline import check
from generator.source.reading.yaml_file import FileText

BASE = handbook_files(Path(__file__).parents[2] / "handbooks" / "bicycles")
HANDBOOK, ORGANIZATION, PARAMETERS, GLOSSARY = (
    f"processes/{each}.yml" for each in ("handbook", "organization", "parameters", "glossary")
)
REPAIR = "processes/workshop/repair-bicycle.yml"
TICKET = "processes/workshop/forms/repair-ticket.yml"
BUY = "processes/stock/buy-parts.yml"


def found(path: str, old: str, new: str) -> tuple[Diagnostic, ...]:
    text = BASE[path]
    assert old in text, old
    files = {**BASE, path: text.replace(old, new, 1)}
    return check(FileText(each, files[each].encode()) for each in sorted(files)).diagnostics


SLIPS = {
    # a line that is gone
    "key of a list": (ORGANIZATION, "units:\n", "", "HB102"),
    "key of the steps": (REPAIR, "steps:\n", "", "HB102"),
    "key of the revisions": (TICKET, "revisions:\n", "", "HB102"),
    "id of a unit": (ORGANIZATION, "  - unit: public\n", "", "HB039"),
    "id of a step": (REPAIR, "  - step: estimate\n", "", "HB039"),
    "id of a field": (TICKET, "      - field: wanted_on\n", "", "HB039"),
    "first id of a list": (PARAMETERS, "  - parameter: repair-time\n", "", "HB031"),
    "key of a due": (REPAIR, "    due:\n      small:", "      small:", "HB031"),
    "outcome": (REPAIR, "      - when: large\n", "", "HB106"),
    "way onward": (REPAIR, "    next: repair\n\n  - step: order", "\n  - step: order", "HB301"),
    "key of the records": (REPAIR, "records:\n", "", "HB101"),
    "key of the sources": ("processes/sources.yml", "sources:\n", "", "HB0"),
    # a line that stands twice
    "id twice": (GLOSSARY, "  - term: estimate\n", "  - term: estimate\n" * 2, "HB214"),
    "step twice": (BUY, "  - step: stow\n", "  - step: stow\n" * 2, "HB214"),
    "value twice": (PARAMETERS, "    is: 40 GBP\n", "    is: 40 GBP\n" * 2, "HB039"),
    # lines that changed places
    "entries above their key": (
        BUY,
        "    checks:\n      - Nothing is missing\n",
        "      - Nothing is missing\n    checks:\n",
        "HB057",
    ),
    "key below its neighbour": (
        PARAMETERS,
        "    title: Time for a repair\n    values:\n",
        "    values:\n    title: Time for a repair\n",
        "HB031",
    ),
    "options below the next field": (
        TICKET,
        "        options: [small, large]\n      - field: wanted_on\n",
        "      - field: wanted_on\n        options: [small, large]\n",
        "HB109",
    ),
    "entry below another key": (
        REPAIR,
        "      - fill: repair-ticket.estimate\n    checks:\n",
        "    checks:\n      - fill: repair-ticket.estimate\n",
        "HB110",
    ),
    "bands": (
        PARAMETERS,
        "      - {value: petty, up-to: 200 GBP, role: counter}\n      - {role: owner}\n",
        "      - {role: owner}\n      - {value: petty, up-to: 200 GBP, role: counter}\n",
        "HB216",
    ),
    # what stands too deep, or not deep enough
    "key a space out": (REPAIR, "    decide:", "   decide:", "HB031"),
    "key a space in": (PARAMETERS, "    is: 40", "     is: 40", "HB031"),
    "entry a space out": (PARAMETERS, "  - parameter: estimate", " - parameter: estimate", "HB031"),
    "first entry a space in": (BUY, "  - step: order", "   - step: order", "HB031"),
    "list a space out": (PARAMETERS, "    values:", "   values:", "HB031"),
    "first line of a file": ("processes/sources.yml", "sources:", " sources:", "HB033"),
    "tab before an entry": (BUY, "  - step: stow", "\t- step: stow", "HB021"),
    "tab before a key": (BUY, "    end:", "\tend:", "HB021"),
    "tab before a top key": (REPAIR, "exceptions:", "\texceptions:", "HB021"),
    # a mark that is missing or another
    "hyphen of a step": (REPAIR, "  - step: return", "  step: return", "HB031"),
    "hyphen of a role": (ORGANIZATION, "  - role: counter", "  role: counter", "HB031"),
    "hyphen of an outcome": (REPAIR, "      - when: small", "      when: small", "HB031"),
    "hyphen of a field": (HANDBOOK, "  - {field: ticket_no", "  {field: ticket_no", "HB031"),
    "colon of a list": (PARAMETERS, "    values:", "    values", "HB024"),
    "colon in braces": (HANDBOOK, "{edition: Spring", "{edition Spring", "HB101"),
    "wide colon of a list": (PARAMETERS, "    bands:", "    bands：", "HB022"),
    "wide colon of checks": (REPAIR, "checks:\n      - Br", "checks：\n      - Br", "HB022"),
    # what is empty, or of another kind
    "unit without id": (ORGANIZATION, "unit: company", "unit:", "HB110"),
    "role without id": (ORGANIZATION, "role: counter", "role:", "HB110"),
    "number for a unit": (ORGANIZATION, "  - unit: public", "  - unit: 12", "HB103"),
    "number for a field": (TICKET, "- field: total", "- field: 12", "HB103"),
    "number for a section": (TICKET, "- section: return", "- section: 12", "HB103"),
    "number for a superior": (ORGANIZATION, "reports-to: company", "reports-to: 12", "HB103"),
    "number for a code": (BUY, "code: WI 2.1", "code: 12", "HB103"),
    "number for a title": (GLOSSARY, "title: Estimate", "title: 12", "HB103"),
    "number for a due": (REPAIR, "small: ${repair-time.small}", "small: 12", "HB103"),
    "number for a type": (TICKET, "type: signature", "type: 12", "HB104"),
    "list for a title": (GLOSSARY, "title: Estimate", "title: [Estimate]", "HB103"),
    "word for the sections": (
        TICKET,
        BASE[TICKET][BASE[TICKET].index("sections:") : BASE[TICKET].index("rules:")],
        "sections: none\n",
        "HB103",
    ),
    "chapters without any": (
        HANDBOOK,
        BASE[HANDBOOK][BASE[HANDBOOK].index("chapters:") : BASE[HANDBOOK].index("codes:")],
        "chapters:\n",
        "HB110",
    ),
    "text among outcomes": (REPAIR, "- when: large", "- more\n      - when: large", "HB103"),
    "decision by nothing": (REPAIR, "decide: repair-ticket.size", "decide:", "HB110"),
    "remark in place of a title": (REPAIR, "title: Name the", "title: # Name the", "HB110"),
    "insert in a title": (REPAIR, "title: Name", "title: ${nothing} Name", "HB231"),
    "one option twice": (TICKET, "[small, large]", "[small, small]", "HB107"),
    "cut key": (REPAIR, "- fill: repair-ticket.work", "- fil: repair-ticket.work", "HB101"),
    "cut companion": (REPAIR, "        join:", "        joi:", "HB101"),
    "group of one": (REPAIR, "[estimate, order-parts]", "[estimate]", "HB106"),
    "answer twice": (REPAIR, "when: large", "when: small", "HB307"),
    "planned day": (
        HANDBOOK,
        "form-header:",
        "year-plan:\n  - {day: closing, title: Closing, due: monthly 32}\nform-header:",
        "HB326",
    ),
    "outsider": (REPAIR, "owner\n    consulted: [rider]", "rider\n    consulted: [rider]", "HB405"),
    "mark of an outsider": (ORGANIZATION, "    external: true\n", "", "HB410"),
    # a name that was changed
    "unit": (ORGANIZATION, "  - unit: company", "  - unit: firm", "HB202"),
    "section": (TICKET, "- section: order\n", "- section: orders\n", "HB205"),
    "role of another": (ORGANIZATION, "  - role: rider", "  - role: owner", "HB214"),
    "chapter of another": (
        HANDBOOK,
        '  - {chapter: stock, code: "2", title: Parts and stock}\n',
        '  - {chapter: stock, code: "2", title: Parts and stock}\n' * 2,
        "HB214",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_finding(slip: str) -> None:
    path, old, new, code = SLIPS[slip]
    told = [each.rule.code for each in found(path, old, new)]
    assert len(told) == 1, told
    assert told[0].startswith(code)


@pytest.mark.parametrize("gone", ["parameters", "sources"])
def test_a_file_that_is_missing_is_one_finding(gone: str) -> None:
    files = {path: text for path, text in BASE.items() if path != f"processes/{gone}.yml"}
    told = check(FileText(each, files[each].encode()) for each in sorted(files)).diagnostics
    assert [(each.rule.code, each.where.file) for each in told] == [
        ("HB112", f"processes/{gone}.yml")
    ]
    assert told[0].related, "it says where something is taken from there"


def test_a_wrong_name_is_no_missing_file() -> None:
    told = found(REPAIR, "${estimate-limit}", "${nothing-known}")
    assert [each.rule.code for each in told] == ["HB208"]


def test_nobody_reads_of_what_was_only_filled_in() -> None:
    for path, old, new, _ in SLIPS.values():
        for each in found(path, old, new):
            said = [*each.args.values(), *(each.hint.args.values() if each.hint else ())]
            assert not [one for one in said if "left" in str(one) and "out" in str(one)]


def test_the_cure_is_that_of_the_slip() -> None:
    (lost,) = found(*SLIPS["key of the steps"][:3])
    assert lost.hint
    assert "above this one" in lost.hint.id
    assert lost.where.path == ("steps",) or lost.where.path[:1] == ("milestones",)  # type: ignore[union-attr]
    (remark,) = found(*SLIPS["remark in place of a title"][:3])
    assert remark.hint
    assert "quotes" in remark.hint.id
    (cut,) = found(*SLIPS["cut key"][:3])
    assert cut.hint
    assert cut.hint.args == {"close": "fill"}
    (colon,) = found(*SLIPS["colon in braces"][:3])
    assert colon.hint
    assert colon.hint.args == {"close": "edition", "rest": "Spring 2026"}


# A slip of the YAML, and in another step of the file a fault of the flow: both are told.
FLOW = {
    "two ways": ("    end: The customer", "    next: receive\n    end: The customer", "HB305"),
    "no end": ("    end: The customer rides home\n", "", "HB303"),
    "unknown option": ("when: small", "when: tiny", "HB307"),
    "no due": ("    due: 1wd\n", "", "HB315"),
    "nobody": ("    responsible: mechanic\n    accountable: counter\n    due: 1wd", "", "HB401"),
}
BROKEN = {
    "bracket": ("consulted: [rider]\n    due: same", "consulted: [rider\n    due: same"),
    "quote": ("    title: Name the price", '    title: "Name the price'),
    "column": ("    title: Name the price", "     title: Name the price"),
    "hyphen": ("  - step: estimate", "  step: estimate"),
    "colon": ("    title: Name the price", "    title： Name the price"),
    "space": ("    title: Name the price", "    title:Name the price"),
    "text with a colon": ("    title: Name the price", "    title: Name: the price"),
    "mark": ("    title: Name the price", "    title: @Name the price"),
    "tab": ("    due: same day", "\tdue: same day"),
}


@pytest.mark.parametrize("flow", FLOW)
@pytest.mark.parametrize("broken", BROKEN)
def test_broken_yaml_hides_no_fault_of_the_flow(broken: str, flow: str) -> None:
    old, new, code = FLOW[flow]
    if not new:
        new = "    accountable: counter\n    due: 1wd" if "responsible" in old else ""
    text = BASE[REPAIR]
    for one, other in ((old, new), BROKEN[broken]):
        assert one in text
        text = text.replace(one, other, 1)
    files = {**BASE, REPAIR: text}
    told = check(FileText(each, files[each].encode()) for each in sorted(files)).diagnostics
    codes = [each.rule.code for each in told]
    assert code in codes, codes
    assert len(codes) == 2, codes
