"""The handbook holds the whole expert design; additions.yml lists what is more, with reasons."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from generator.model.form import Field, Form
from generator.model.handbook import Handbook
from generator.model.process import Process, Step

Data = dict[str, Any]
TEXT_DUES = 12
PARAMETERS = 28
FIELDS = 422  # the design's own tally; it counts the heading row of each of the 42 forms too


@pytest.fixture(scope="session")
def every_process(handbook: Handbook) -> dict[str, Process]:
    return {each.code: each for each in handbook.process_list}


@pytest.fixture(scope="session")
def processes(every_process: dict[str, Process], additions: Data) -> dict[str, Process]:
    """The processes of the design; those written since are listed apart, with their reason."""
    return {
        code: each for code, each in every_process.items() if code not in additions["processes"]
    }


@pytest.fixture(scope="session")
def every_form(handbook: Handbook) -> dict[str, Form]:
    return {each.code: each for each in handbook.form_list}


@pytest.fixture(scope="session")
def forms(every_form: dict[str, Form], additions: Data) -> dict[str, Form]:
    """The forms of the design; those written since are listed apart, with their reason."""
    return {code: each for code, each in every_form.items() if code not in additions["forms"]}


def designed(digest: Data, code: str) -> list[str]:
    """The titles of the steps of a process as designed, under the names that they have now."""
    renamed = digest["renamed"]["steps"].get(code, {})
    return [renamed.get(title, title) for title in digest["processes"][code]["steps"]]


def by_title(process: Process) -> dict[str, Step]:
    return {str(step.title): step for step in process.steps}


def fields_of(digest: Data, additions: Data, code: str) -> list[str]:
    """The fields of a form as designed, under the names that they have now."""
    renamed = digest["renamed"]["fields"].get(code, {})
    replaced = additions["replaced"].get(code, {})
    return [
        renamed.get(name, name) for name in digest["forms"][code]["fields"] if name not in replaced
    ]


def added_fields(additions: Data, code: str) -> list[str]:
    fields = additions["fields"]
    return [
        *fields["signatures"].get(code, []),
        *fields["decided-by"].get(code, []),
        *fields["others"].get(code, {}),
        *(name for each in additions["replaced"].get(code, {}).values() for name in each["by"]),
    ]


def columns(field: Field) -> list[str]:
    return [each.field for each in field.columns]


# --- processes


def test_the_processes_are_those_of_the_design(processes: dict[str, Process], digest: Data) -> None:
    assert {code: (each.id, str(each.title), each.owner) for code, each in processes.items()} == {
        code: (each["slug"], each["title"], each["owner"])
        for code, each in digest["processes"].items()
    }


def test_further_processes_and_forms_are_listed_and_whole(
    every_process: dict[str, Process], every_form: dict[str, Form], additions: Data
) -> None:
    assert set(additions["processes"]) <= set(every_process)
    assert set(additions["forms"]) <= set(every_form)
    for code in additions["processes"]:
        process = every_process[code]
        work = [step for step in process.steps if step.responsible]
        assert all(step.checks and step.due for step in work), code
        assert all((process.kpis, process.risks, process.records)), code
        assert any(step.forms for step in work), code


def test_no_further_process_stands_alone(handbook: Handbook, additions: Data) -> None:
    linked = {
        each.code
        for pair in handbook.neighbours
        if pair.source.id != pair.target.id
        for each in (pair.source, pair.target)
    }
    assert set(additions["processes"]) <= linked


def test_every_step_stands_in_its_order(processes: dict[str, Process], digest: Data) -> None:
    for code, process in processes.items():
        wanted = designed(digest, code)
        assert [title for title in by_title(process) if title in wanted] == wanted, code


def test_further_steps_are_listed_with_their_reason(
    processes: dict[str, Process], digest: Data, additions: Data
) -> None:
    assert {
        code: [str(step.id) for step in process.steps if str(step.title) not in wanted]
        for code, process in processes.items()
        if len(wanted := designed(digest, code)) < len(process.steps)
    } == {code: list(steps) for code, steps in additions["steps"].items()}


def test_no_way_out_of_a_step_is_lost(
    processes: dict[str, Process], digest: Data, additions: Data
) -> None:
    finer: dict[str, set[str]] = {}
    for code, process in processes.items():
        renamed = digest["renamed"]["steps"].get(code, {})
        ways = {
            title: sum(len(way.when) for way in step.choose)
            for title, step in by_title(process).items()
        }
        wanted = {
            renamed.get(each["step"], each["step"]): each["outcomes"]
            for each in digest["processes"][code]["branches"]
        }
        lost = [title for title, count in wanted.items() if ways[title] < count]
        assert lost == [], code
        for title in designed(digest, code):
            if ways[title] > wanted.get(title, 0):
                finer.setdefault(code, set()).add(by_title(process)[title].id)
    assert finer == {code: set(steps) for code, steps in additions["outcomes"].items()}


def test_every_parallel_group_meets_where_it_should(
    handbook: Handbook, processes: dict[str, Process], digest: Data, additions: Data
) -> None:
    for process in processes.values():
        renamed = digest["renamed"]["steps"].get(process.code, {})
        title = {step.id: str(step.title) for step in process.steps}
        found = [
            ({title[member] for member in group.members}, title[group.join])
            for group in handbook.flows[process.id].groups
        ]
        wanted = [
            ({renamed.get(each, each) for each in group["members"]}, group["join"])
            for group in digest["processes"][process.code]["parallel"]
        ]
        assert all(group in found for group in wanted), process.code
        further = [members for members, join in found if (members, join) not in wanted]
        listed = additions["groups"].get(process.code, [])
        assert further == [{title[each] for each in group["members"]} for group in listed]


def test_checks_indicators_risks_records_and_exceptions(
    processes: dict[str, Process], digest: Data
) -> None:
    for code, wanted in digest["processes"].items():
        process = processes[code]
        steps = by_title(process)
        assert sum(len(steps[title].checks) for title in designed(digest, code)) >= wanted["checks"]
        assert all(steps[title].checks for title in designed(digest, code)), code
        assert len(process.kpis) >= wanted["kpis"], code
        assert len(process.risks) >= wanted["risks"], code
        assert len(process.records) >= wanted["records"], code
        assert len(process.exceptions) >= int(wanted["exception"]), code


def test_further_exceptions_name_their_reason(
    processes: dict[str, Process], additions: Data
) -> None:
    for code, listed in additions["exceptions"].items():
        told = {str(each.when) for each in processes[code].exceptions}
        assert {each["when"] for each in listed} <= told, code


def test_every_form_is_used_where_it_was_designed_for(
    handbook: Handbook, processes: dict[str, Process], digest: Data
) -> None:
    for process in processes.values():
        used = {handbook.forms[use.form].code for step in process.steps for use in step.forms}
        assert set(digest["processes"][process.code]["forms"]) <= used, process.code


# --- forms


def test_the_forms_are_those_of_the_design(forms: dict[str, Form], digest: Data) -> None:
    assert {code: (each.id, str(each.title)) for code, each in forms.items()} == {
        code: (each["slug"], each["title"]) for code, each in digest["forms"].items()
    }


def test_every_field_is_there_and_no_other_without_reason(
    forms: dict[str, Form], digest: Data, additions: Data
) -> None:
    for code, form in forms.items():
        wanted = Counter(fields_of(digest, additions, code) + added_fields(additions, code))
        assert Counter(field.field for field in form.fields) == wanted, code


def test_every_table_has_its_columns(forms: dict[str, Form], digest: Data, additions: Data) -> None:
    for code, wanted in digest["forms"].items():
        fields = {field.field: field for field in forms[code].fields}
        for name, count in wanted["tables"].items():
            added = list(additions["columns"].get(code, {}).get(name, {}))
            assert len(columns(fields[name])) == count + len(added), (code, name)
            assert set(added) <= set(columns(fields[name])), (code, name)


def test_every_signature_and_signer(forms: dict[str, Form], digest: Data, additions: Data) -> None:
    for code, wanted in digest["forms"].items():
        fields = {field.field: field for field in forms[code].fields}
        replaced = additions["replaced"].get(code, {})
        for name in wanted["signature_fields"]:
            for each in replaced[name]["by"] if name in replaced else [name]:
                assert fields[each].type == "signature", (code, each)
        signers = {str(role) for field in fields.values() for role in field.by}
        otherwise = set(additions["signers"].get(code, {}))
        assert set(wanted["signers"]) - signers == otherwise, code


def test_what_is_added_as_a_signature_is_one(forms: dict[str, Form], additions: Data) -> None:
    for code, names in additions["fields"]["signatures"].items():
        types = {field.field: field.type for field in forms[code].fields}
        assert {types[name] for name in names} == {"signature"}, code


def test_what_is_added_to_decide_by_decides(handbook: Handbook, additions: Data) -> None:
    deciding = {
        (handbook.forms[step.decide.form].code, step.decide.field)
        for process in handbook.process_list
        for step in process.steps
        if step.decide
    }
    listed = {
        (code, name) for code, names in additions["fields"]["decided-by"].items() for name in names
    }
    assert listed <= deciding


# --- everything that is written once


def test_units_roles_parameters_facts_items_terms_and_sources(
    handbook: Handbook, digest: Data
) -> None:
    terms = {
        word
        for term in handbook.glossary.terms
        for word in (str(term.title), *(str(each) for each in term.synonyms))
    }
    assert set(digest["units"]) <= set(handbook.units)
    assert {*digest["roles"], *digest["collective_roles"]} <= set(handbook.roles)
    assert set(digest["parameters"]) <= {each.code for each in handbook.parameter_file.parameters}
    assert set(digest["facts"]) <= set(handbook.facts)
    assert set(digest["decisions"]) <= set(handbook.decisions)
    assert set(digest["information"]) <= {each.code for each in handbook.information.items}
    assert set(digest["terms"]) <= terms
    assert set(digest["sources"]) <= {each.upper() for each in handbook.source_documents}


def test_the_numbers_of_the_design(
    handbook: Handbook,
    every_process: dict[str, Process],
    every_form: dict[str, Form],
    digest: Data,
    additions: Data,
) -> None:
    total = digest["totals"]
    processes = [each for code, each in every_process.items() if code not in additions["processes"]]
    added = sum(len(steps) for steps in additions["steps"].values())
    assert total["processes"] == len(processes)
    assert total["forms"] + len(additions["forms"]) == len(every_form)
    assert sum(len(process.steps) for process in processes) == total["steps"] + added
    assert (total["steps"], total["checks"], total["kpis"], total["risks"]) == (235, 590, 67, 33)
    assert sum(len(step.checks) for each in processes for step in each.steps) >= total["checks"]
    assert sum(len(each.kpis) for each in processes) >= total["kpis"]
    assert sum(len(each.risks) for each in processes) >= total["risks"]
    assert sum(len(each.exceptions) for each in processes) >= total["exceptions"]
    assert total["fields"] + total["forms"] == FIELDS
    assert sum(len(form.fields) for form in handbook.form_list) >= FIELDS
    assert len(handbook.information.items) == 22
    assert len(handbook.glossary.terms) == 72 + len(additions["terms"])
    assert len(handbook.parameter_file.parameters) >= PARAMETERS


def test_the_digest_counts_itself_right(digest: Data) -> None:
    processes, forms, total = digest["processes"], digest["forms"], digest["totals"]
    assert total["steps"] == sum(len(each["steps"]) for each in processes.values())
    assert total["groups"] == sum(len(each["parallel"]) for each in processes.values())
    assert total["fields"] == sum(len(each["fields"]) for each in forms.values())
    assert total["tables"] == sum(len(each["tables"]) for each in forms.values())
    for name in ("checks", "kpis", "risks", "decisions", "outcomes"):
        assert total[name] == sum(each[name] for each in processes.values()), name


def test_few_dues_are_left_in_words(handbook: Handbook) -> None:
    in_words = [
        (process.code, step.id)
        for process in handbook.process_list
        for step in process.steps
        if step.due and any(case.text for case in step.due.cases)
    ]
    assert len(in_words) <= TEXT_DUES, in_words
