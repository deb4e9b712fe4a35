"""A thing gets another id wherever it is named, and not a byte changes elsewhere."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from bicycles import change, new_bicycles
from command import hashes
from proving import PROVING

from generator.authoring.editing.named import KINDS, named
from generator.authoring.editing.renaming import Renaming, rename
from generator.base.i18n import product_catalogue
from generator.checking.folder import check_folder
from generator.model.form import Field
from generator.publish.refusal import Refused
from generator.source.schemas import part

# All ways of writing a reference that the handbook for the golden files has not got.
WRITTEN = """
@ processes/workshop/repair-bicycle.yml
- owner: counter
+ "owner": 'counter'   # the counter answers for it

-     do: Ring the customer when it is more than ${estimate-limit}.
+     do: >-
+       Ring the customer when it is more
+       than ${estimate-limit}; see ${step:order-parts}, which
+       costs extra.

-     do: Look in the store first; ${step:repair} waits for them.
+     do: |
+       Look in the store first.
+       ${step:repair} waits, "${repair-time.large}" at most.

-     due: 1wd
+     due: 1wd after receive

-     informed: [rider]
+     informed: [ 'rider',  "mechanic" ]
@ processes/workshop/forms/repair-ticket.yml
-           - {field: amount, label: Amount, type: money, computed: pieces * price}
+           - {field: amount, label: Amount, type: money, computed: pieces * price}
+           - {field: rest, label: Total, type: money, computed: "pieces * price + total * 0"}

-       - field: rider_sign
+       - {field: owner_sign, label: Owner, type: signature, band: buying-authority,
+          amount: total, covers: [ 'total', taken_on,  parts ]}
+       - field: rider_sign

-         computed: sum(parts.amount)
+         optional: true

-   - when: total > ${estimate-limit}
+   - when: 'total > ${estimate-limit} and sum(parts.price) > 0'
"""
PAGE = """# How we work

[Counter](roles/counter.html), [again](../handbook/roles/counter.html) and its
[list](roles/counter-checklist.docx); [the shop](units/shop.html "roles/counter.html").
[Repair](processes/repair-bicycle.html#step-repair), [ticket](forms/repair-ticket.html#field-size),
[order](forms/repair-ticket.html#section-order), [L2](parameters.html#estimate-limit),
[word](glossary.html#estimate), [not ours](https://elsewhere.example/roles/counter.html).
"""
CATALOGUE = """
#, fuzzy
#~ msgid "Old ${estimate-limit}"
#~ msgstr "旧"

msgid "Above ${estimate-limit} the customer must agree first."
msgstr "超过 ${estimate-"
"limit} 须客户同意。"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = new_bicycles(tmp_path / "handbook")
    change(folder, WRITTEN)
    (folder / "content/tools/page.md").write_bytes(PAGE.replace("\n", "\r\n").encode())
    with (folder / "content/locale/zh.po").open("a", encoding="utf-8") as file:
        file.write(CATALOGUE)
    organization = folder / "processes/organization.yml"
    organization.write_bytes(b"\xef\xbb\xbf" + organization.read_bytes().replace(b"\n", b"\r\n"))
    assert not check_folder(folder).failed
    return folder


def done(root: Path, kind: str, old: str, new: str) -> Renaming:
    renaming = rename(root, kind, old, new)
    assert [each.rule.code for each in renaming.findings] == []
    renaming.workspace.write()
    return renaming


def lines_changed(root: Path, before: dict[str, bytes]) -> list[str]:
    """The lines that are new, of all files, and where; each changed line is one for one."""
    found = []
    for path in sorted(root.rglob("*")):
        if not path.is_file() or (raw := path.read_bytes()) == before.get(str(path)):
            continue
        old = before.get(str(path), b"").splitlines()
        found += [
            f"{path.name}: {line.decode().strip()}" for line in raw.splitlines() if line not in old
        ]
    return found


def contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_role_in_every_way_that_it_can_be_written(root: Path) -> None:
    before = contents(root)
    renaming = done(root, "role", "counter", "front-desk")
    changed = lines_changed(root, before)
    assert "repair-bicycle.yml: \"owner\": 'front-desk'   # the counter answers for it" in changed
    assert "organization.yml: - {role: front-desk, for: the day's jobs, daily: true}" in changed
    assert "organization.yml: any-of: [front-desk, mechanic]" in changed
    assert "organization.yml: formerly: [clerk, counter]" in changed
    assert "page.md: [Counter](roles/front-desk.html), [again](../handbook/roles/" in "".join(
        changed
    )
    assert "https://elsewhere.example/roles/counter.html" in "".join(
        (root / "content/tools/page.md").read_text()
    )
    organization = (root / "processes/organization.yml").read_bytes()
    assert organization.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in organization.replace(b"\r\n", b"")
    assert len(renaming.left) == 1, "the remark is for people to look at"
    assert (root / "content/tools/page.md").read_bytes().count(b"\r\n") == PAGE.count("\n")


def test_a_unit_and_its_former_id(root: Path) -> None:
    done(root, "unit", "shop", "store-front")
    text = (root / "processes/organization.yml").read_text(encoding="utf-8-sig")
    assert "formerly: [store, shop]" in text
    assert "unit: shop" not in text
    assert "units/store-front.html" in (root / "content/tools/page.md").read_text()


def test_a_process_takes_its_file_along(root: Path) -> None:
    done(root, "process", "repair-bicycle", "mend-bicycle")
    assert not (root / "processes/workshop/repair-bicycle.yml").exists()
    text = (root / "processes/workshop/mend-bicycle.yml").read_text()
    assert text.startswith("code: WI 1.1\ntitle: Repair a bicycle\nformerly: [repair-bicycle]\n")
    assert "processes/mend-bicycle.html#step-repair" in (root / "content/tools/page.md").read_text()


def test_a_form_with_its_sections_fields_and_dues(root: Path) -> None:
    done(root, "form", "repair-ticket", "job-ticket")
    text = (root / "processes/workshop/repair-bicycle.yml").read_text()
    assert "due: by job-ticket.wanted_on" in text
    assert "decide: job-ticket.size" in text
    assert "- fill: job-ticket.work" in text
    assert "forms: [job-ticket]" in text
    assert "repair-ticket" not in text
    assert (root / "processes/workshop/forms/job-ticket.yml").is_file()


def test_a_step_and_the_texts_that_insert_it(root: Path) -> None:
    done(root, "step", "repair-bicycle.order-parts", "get-parts")
    text = (root / "processes/workshop/repair-bicycle.yml").read_text()
    assert "together: [estimate, get-parts]" in text
    assert "      than ${estimate-limit}; see ${step:get-parts}, which\n" in text
    assert "at: get-parts" in text
    assert "  - step: get-parts\n    formerly: [order-parts]\n" in text


def test_a_step_of_the_same_id_in_another_process_stays(root: Path) -> None:
    before = (root / "processes/stock/buy-parts.yml").read_bytes()
    done(root, "step", "repair-bicycle.receive", "take-in")
    assert "due: 1wd after take-in" in (root / "processes/workshop/repair-bicycle.yml").read_text()
    assert (root / "processes/stock/buy-parts.yml").read_bytes() == before


def test_a_section_a_field_and_a_column(root: Path) -> None:
    done(root, "section", "repair-ticket.order", "request")
    done(root, "field", "repair-ticket.size", "job_size")
    done(root, "field", "repair-ticket.parts.price", "unit_price")
    done(root, "field", "repair-ticket.total", "sum_total")
    done(root, "field", "repair-ticket.parts", "spares")
    process = (root / "processes/workshop/repair-bicycle.yml").read_text()
    form = (root / "processes/workshop/forms/repair-ticket.yml").read_text()
    page = (root / "content/tools/page.md").read_text()
    assert "fill: repair-ticket.request" in process
    assert "decide: repair-ticket.job_size" in process
    assert 'computed: "pieces * unit_price + sum_total * 0"' in form
    assert "when: 'sum_total > ${estimate-limit} and sum(spares.unit_price) > 0'" in form
    assert "{field: unit_price, formerly: [price], label: Price, type: money}" in form
    assert "repair-ticket.html#field-job_size" in page
    assert "repair-ticket.html#section-request" in page


def test_a_field_of_the_common_header(root: Path) -> None:
    done(root, "field", "taken_on", "received_on")
    assert (
        "must: ready_on >= received_on"
        in (root / "processes/workshop/forms/repair-ticket.yml").read_text()
    )
    assert (
        "{field: received_on, formerly: [taken_on], label: Date, type: date}"
        in (root / "processes/handbook.yml").read_text()
    )


def test_a_parameter_in_texts_dues_expressions_and_catalogues(root: Path) -> None:
    done(root, "parameter", "estimate-limit", "free-limit")
    done(root, "parameter", "repair-time", "mending-time")
    done(root, "parameter", "buying-authority", "may-buy")
    process = (root / "processes/workshop/repair-bicycle.yml").read_text()
    catalogue = (root / "content/locale/zh.po").read_text()
    assert "than ${free-limit}; see" in process
    assert "small: ${mending-time.small}" in process
    assert '"${mending-time.large}" at most' in process
    assert "authority: may-buy" in (root / "processes/stock/buy-parts.yml").read_text()
    assert 'msgid "Above ${free-limit} the customer must agree first."' in catalogue
    assert 'msgstr "超过 ${free-limit"\n"} 须客户同意。"' in catalogue or (
        'msgstr "超过 ${free-limit}"\n" 须客户同意。"' in catalogue
    )
    assert '#~ msgid "Old ${estimate-limit}"' in catalogue, "obsolete entries are remarks"
    assert "formerly: [limit, estimate-limit]" in (root / "processes/parameters.yml").read_text()


def test_a_term(root: Path) -> None:
    done(root, "term", "estimate", "quotation")
    assert (
        "  - term: quotation\n    formerly: [estimate]\n"
        in (root / "processes/glossary.yml").read_text()
    )
    assert "glossary.html#quotation" in (root / "content/tools/page.md").read_text()


def test_a_text_that_another_process_shares_keeps_its_translation(root: Path) -> None:
    change(
        root,
        "@ processes/stock/buy-parts.yml\n"
        "-     do: Check the delivery against the order.\n"
        "+     do: See ${step:stow}.\n"
        "@ processes/workshop/repair-bicycle.yml\n"
        "-   - step: return\n"
        "+   - step: stow\n\n"
        "-     do: Explain the bill and ask for a signature.\n"
        "+     do: See ${step:stow}.\n",
    )
    catalogue = root / "content/locale/zh.po"
    entry = '\n#, fuzzy\nmsgid "See ${step:stow}."\nmsgstr "见 ${step:stow}。"\n'
    catalogue.write_text(catalogue.read_text() + entry)
    renaming = rename(root, "step", "buy-parts.stow", "put-away")
    assert {each.rule.code for each in renaming.findings} <= {"HB608"}  # as before
    renaming.workspace.write()
    now = catalogue.read_text()
    assert entry in now
    assert '\n#, fuzzy\nmsgid "See ${step:put-away}."\nmsgstr "见 ${step:put-away}。"\n' in now


@pytest.mark.parametrize("kind", KINDS)
def test_there_and_back_leaves_only_the_former_id(root: Path, kind: str) -> None:
    book = check_folder(root).handbook
    assert book is not None
    catalogue = root / "content/locale/zh.po"  # whose strings are joined once for all
    catalogue.write_text(catalogue.read_text().replace('estimate-"\n"limit', "estimate-limit"))
    for number, thing in enumerate(list(named(book, kind))[:3]):
        before = hashes(root)
        new = f"other_{number}" if kind == "field" else f"other-{number}"
        done(root, kind, thing.path, new)
        there = ".".join((*thing.scope, new))
        done(root, kind, there, thing.id)
        after = hashes(root)
        home = thing.where.file
        assert {path for path in before if before[path] != after.get(path)} == {home}
        text = (root / home).read_text(encoding="utf-8-sig")
        assert text.count(new) == 1, "only as a former id"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_kind_is_forgotten(root: Path, kind: str) -> None:
    before = check_folder(root)
    assert before.handbook is not None
    things = list(named(before.handbook, kind))
    for thing in things if PROVING else things[:: 1 + len(things) // 6]:
        new = "other_name" if kind == "field" else "other-name"
        renaming = rename(root, kind, thing.path, new)
        assert [each.args for each in renaming.findings] == []
        after = renaming.checked.handbook
        assert after is not None
        assert len(after.references) == len(before.handbook.references)
        old = renaming.thing
        still = [
            each
            for each in after.references
            if each.id == old.id
            and each.kind == kind
            and kind in {"role", "unit", "process", "form"}
        ]
        assert still == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "says"),
    [
        ("role", "counter", "mechanic", "“mechanic” cannot be the new id: a role has it."),
        ("role", "counter", "shop", "“shop” cannot be the new id: a unit has it."),
        ("role", "counter", "counter", "“counter” is its id already."),
        ("role", "counter", "Front Desk", "“Front Desk” cannot be an id"),
        ("role", "counter", "con", "Windows reserves the name"),
        ("role", "mechanic", "clerk", "it is a former id of the role “counter”"),
        ("role", "conter", "desk", "There is no role “conter”. Did you mean “counter”?"),
        ("role", "zzzzzzzz", "desk", "There is no role “zzzzzzzz”."),
        ("step", "repair-bicycle.repair", "collection", "a milestone has it"),
        ("field", "repair-ticket.size", "taken_on", "a field has it"),
        ("field", "repair-ticket.size", "job-size", "cannot be the id of a field"),
        ("field", "repair-ticket.total", "price", "an expression in"),
        ("field", "repair-ticket.parts.price", "total", "an expression in"),
        ("process", "buy-parts", "repair-bicycle", "a process has it"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(
    root: Path, kind: str, old: str, new: str, says: str
) -> None:
    before = hashes(root)
    with pytest.raises(Refused) as refused:
        rename(root, kind, old, new)
    assert says in product_catalogue("en").say(refused.value.message)
    assert hashes(root) == before


def test_an_id_in_several_documents_has_to_be_named_with_one(root: Path) -> None:
    change(
        root,
        "@ processes/stock/buy-parts.yml\n-   - step: order\n+   - step: repair\n\n"
        "-     due: 1d after order\n+     due: 1d after repair\n",
    )
    with pytest.raises(Refused) as refused:
        rename(root, "step", "repair", "mend")
    said = product_catalogue("en").say(refused.value.message)
    assert "repair-bicycle.repair, buy-parts.repair" in said


def test_a_handbook_that_hides_places_is_not_touched(root: Path) -> None:
    path = root / "processes/stock/buy-parts.yml"
    path.write_text(path.read_text().replace("owner: counter", "owner: &a counter"))
    with pytest.raises(Refused, match="hide places"):
        rename(root, "role", "counter", "desk")


def test_what_somebody_changed_meanwhile_is_not_overwritten(root: Path) -> None:
    renaming = rename(root, "role", "counter", "desk")
    path = root / "processes/stock/buy-parts.yml"
    path.write_text(path.read_text() + "# mine\n")
    before = hashes(root)
    with pytest.raises(Refused, match="was changed while"):
        renaming.workspace.write()
    assert hashes(root) == before


def test_a_file_is_moved_with_git_where_git_knows_it(root: Path) -> None:
    git = ("git", "-C", str(root))
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "processes"], check=True)
    written = rename(root, "process", "buy-parts", "order-parts").workspace.write()
    assert [by_git for _, _, by_git in written.moves] == [True]
    known = subprocess.run([*git, "ls-files"], check=True, capture_output=True, text=True).stdout
    assert "processes/stock/order-parts.yml" in known
    assert "processes/stock/buy-parts.yml" not in known


def test_a_signature_goes_by_fields_that_are_renamed(root: Path) -> None:
    for old, new in (("repair-ticket.total", "sum_total"), ("taken_on", "received_on"),
                     ("repair-ticket.parts", "spares")):  # fmt: skip
        done(root, "field", old, new)
    form = (root / "processes/workshop/forms/repair-ticket.yml").read_text()
    assert "amount: sum_total, covers: [ 'sum_total', received_on,  spares ]}" in form


def _hints(schema: Any, key: str = "") -> Iterator[str]:
    """The keys of a schema whose values name a field of the same form."""
    if isinstance(schema, dict):
        if str(schema.get("$ref", "")).endswith("/field-id"):
            yield key
        for name, inner in schema.items():
            yield from _hints(inner, key if name in {"items", "properties"} else name)
    elif isinstance(schema, list):
        for each in schema:
            yield from _hints(each, key)


def test_every_key_that_names_a_field_is_noted_as_a_reference() -> None:
    kinds = ("form", "handbook", "process", "common", "organization", "parameters")
    named_by = {key for kind in kinds for key in _hints(part(kind))}
    own = {"field", "formerly"}  # the id itself, and those that it had
    noted = {each for each, hint in get_type_hints(Field).items() if "FieldId" in repr(hint)}
    assert named_by - own == noted == {"amount", "covers"}


def test_a_warning_that_quotes_the_id_was_there_before(root: Path) -> None:
    nothing = "price / (${estimate-limit} - ${estimate-limit})"
    change(
        root,
        "@ processes/workshop/forms/repair-ticket.yml\n"
        "-           - {field: rest, label: Total, type: money, "
        'computed: "pieces * price + total * 0"}\n'
        f'+           - {{field: rest, label: Total, type: number, computed: "{nothing}"}}\n',
    )
    quoting = [
        each for each in check_folder(root).diagnostics if "estimate-limit" in str(each.args)
    ]
    assert [each.rule.code for each in quoting] == ["HB534"]
    assert done(root, "parameter", "estimate-limit", "free-limit").findings == ()


def test_what_would_lead_to_a_finding_is_told_as_such(root: Path) -> None:
    renaming = rename(root, "field", "repair-ticket.total", "not")
    assert "HB520" in {each.rule.code for each in renaming.findings}
