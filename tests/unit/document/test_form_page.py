"""The page of a form: what belongs into each field, and who fills it at which step."""

from __future__ import annotations

from pages import facts, page_at, section, table, targets, walk

from generator.document.blocks import Download, FormField, FormPart, Target, text_of


def test_a_form_says_who_fills_what_at_which_step() -> None:
    shown = page_at("forms/order-sheet")
    assert ("fill in Order", "Sales clerk", "1 Take the order", "P-01-01 Take an order") in table(
        section(shown, "usage")
    )
    (part,) = (
        each for each in section(shown, "section-release").blocks if isinstance(each, FormPart)
    )
    assert text_of(part.who).startswith("Shop manager fill in: 2 Release the order")
    assert ("Kept", "3 years") in facts(shown).items()


def test_fields_say_what_belongs_into_them() -> None:
    example = (
        "# processes/sales/forms/order-sheet.yml\nsections:\n  - section: order\n    title: Order\n"
        "    fields:\n"
        "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
        "      - {field: placed_on, label: Ordered on, type: date, optional: true}\n"
        "      - {field: count, label: Count, type: integer, min: 1, max: 9, unit: boxes}\n"
        "      - {field: twice, label: Twice, type: number, computed: count * 2}\n"
        "  - section: release\n    title: Release\n    fields:\n"
        "      - {field: sign, label: Signature, type: signature, by: manager}\n"
    )
    fields = {
        each.label: each
        for each in walk(page_at("forms/order-sheet", example))
        if isinstance(each, FormField)
    }
    assert (fields["Kind"].type, fields["Kind"].options) == ("one of", ("stock", "custom"))
    assert fields["Kind"].required
    assert not fields["Ordered on"].required
    assert fields["Count"].limits == ("at least 1", "at most 9", "in boxes")
    assert not fields["Twice"].required
    assert fields["Twice"].type == "worked out"
    assert text_of(fields["Signature"].signers) == "Shop manager"
    assert {"Number", "Filled in by", "Date"} <= fields.keys()


def test_word_forms_are_offered_only_where_they_were_made() -> None:
    target = Target("download", "forms/order-sheet.docx")
    downloads = {"forms/order-sheet": (Download("Fillable form (Word)", target),)}
    for path in ("forms", "forms/order-sheet"):
        assert target in targets(page_at(path, downloads=downloads))
        assert target not in targets(page_at(path))
