"""Two forms in one file: nothing of the second one is taken for the first, and it is said."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO

import docx
import pytest
from filling import fill, sample
from forms import TODAY
from shipped import shipped

from generator.base.i18n import Catalogue, product_catalogue
from generator.collect.collecting import Collector
from generator.document.context import Context
from generator.renderers.word.forms import form_docx
from generator.renderers.word.ooxml.house import House

FIRST, OTHER = "urgent-flash", "weekly-market-report"


def filled(name: str) -> bytes:
    book = shipped().handbook
    ctx = Context.of(book, product_catalogue("zh"), Catalogue("zh"))
    form = book.forms[name]
    return fill(form_docx(ctx, form, House()), book, form, sample(book, form))


def with_form(name: str) -> bytes:
    """Return the first form with all that stands in another one behind it."""
    document, added = docx.Document(BytesIO(filled(FIRST))), docx.Document(BytesIO(filled(name)))
    end = document.element.body[-1]
    for each in list(added.element.body)[:-1]:
        end.addprevious(deepcopy(each))
    made = BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("name", [OTHER, FIRST])
def test_a_second_form_in_the_file_is_said_by_name(name: str) -> None:
    book = shipped().handbook
    ctx = Context.of(book, product_catalogue("en"), Catalogue("zh"))
    alone = Collector(ctx).collect("flash.docx", filled(FIRST), TODAY)
    found = Collector(ctx).collect("flash.docx", with_form(name), TODAY)
    assert alone.value is not None
    assert found.value is not None
    assert "HB587" not in {each.code for each in alone.value.open_points}
    (said,) = [each.says for each in found.value.open_points if each.code == "HB587"]
    assert book.forms[name].code in said
    assert found.value.form == FIRST
