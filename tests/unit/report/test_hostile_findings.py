"""In no report does a finding with hostile words and names become more than one finding."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from small import check

from generator.base.diagnostics import Message, Related, Span
from generator.base.i18n import Catalogue
from generator.base.printed import is_unseen
from generator.report import FORMATS
from generator.rules.unknown_role import RULE

ODD = "\x1b[31m\r\nlie.yml:1:1: error\n::error::lie\u202e\u2028\x85\udcff"


def hostile(form: str) -> str:
    place = Span(f"{ODD}.yml")
    found = RULE.at(
        place,
        hint=Message("{hint}", {"hint": ODD}),
        related=(Related(place, Message("{note}", {"note": ODD})),),
        **dict.fromkeys(("name", "role", "id", "close", "what"), ODD),
    )
    return FORMATS[form](replace(check(), diagnostics=(found,)), Catalogue("en"), f"{ODD}/")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.promise("T37")
def test_nothing_unseen_is_reported(form: str) -> None:
    assert not any(map(is_unseen, hostile(form).replace("\n", "")))


@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.promise("T29", "T37")
def test_no_line_is_forged(form: str) -> None:
    lines = hostile(form).splitlines()
    assert not [each for each in lines if each.startswith(("lie.yml", "::error::"))]
    assert len(lines) == {"text": 4, "github": 1}[form]


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif"])
def test_programs_read_the_words_as_they_are(form: str) -> None:
    told = json.dumps(json.loads(hostile(form)), ensure_ascii=False)
    assert json.dumps(ODD, ensure_ascii=False)[1:-1] in told
