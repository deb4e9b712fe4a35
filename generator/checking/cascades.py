"""Leaves out findings of one slip that another finding of it has told already.

A slip is seen by many: the rule of the shape, the one of the meaning, the reader of YAML. These are
the pairs that random slips in handbooks gave; the finding that names the cause stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.base.diagnostics import Diagnostic, Locator, Message, Place, Span
from generator.checking.lost_lines import CLEARER, LOST_LINES
from generator.checking.told import Told, entry_of, lies_in, path_of
from generator.source.reading.yaml_file import YamlFile

# At one place the first is only a consequence of the second.
_AT_ONE_PLACE = frozenset({("HB208", "HB231")})
# What a step lacks, besides keys that each needs.
_LACKING = frozenset({"HB315", "HB401", "HB402"})


def without_cascades(
    found: Iterable[Diagnostic],
    sources: Mapping[str, YamlFile],
    span_of: Callable[[Place], Span],
    kind_of: Callable[[str], str | None],
) -> list[Diagnostic]:
    """Return the findings without those that only repeat another; some get its better cure."""
    told = Told(tuple(found), sources, span_of, kind_of)
    if len(told.found) < 2:  # noqa: PLR2004
        return list(told.found)
    follows = {id(each) for rule in _RULES for each in rule(told)}
    return [_clearer(each, told) for each in told.found if id(each) not in follows]


def _clearer(found: Diagnostic, told: Told) -> Diagnostic:
    for make in _CURES:
        found = make(found, told) or found
    return found


def _at_one_place(told: Told) -> Iterator[Diagnostic]:
    shapes = {each.where for each in told.of("HB103", "HB104", "HB105")}
    yield from (
        each for each in told.found if each.where in shapes and not each.rule.code.startswith("HB1")
    )
    for follows, cause in _AT_ONE_PLACE:
        places = {each.where for each in told.of(cause)}
        yield from (each for each in told.of(follows) if each.where in places)


def _one_option_twice(told: Told) -> Iterator[Diagnostic]:
    """A choice of which all options are the same one."""
    lists = {(each.where.file, path_of(each.where)[:-1]) for each in told.of("HB107")}
    for each in told.of("HB505"):
        if (each.where.file, path_of(each.where)[:-1]) in lists:
            yield each


def _remarks(told: Told) -> Iterator[Diagnostic]:
    """The remark that is all that stands behind a key: the key is told as empty."""
    empty = {told.line(each.where) for each in told.of("HB110")}
    yield from (each for each in told.of("HB054") if told.line(each.where) in empty)


def _quoted_remark(found: Diagnostic, told: Told) -> Diagnostic | None:
    if found.rule.code != "HB110":
        return None
    line = told.line(found.where)
    remark = next((each for each in told.of("HB054") if told.line(each.where) == line), None)
    return replace(found, hint=remark.hint, fix=remark.fix) if remark else None


def _idle_terms(told: Told) -> Iterator[Diagnostic]:
    """A term that no text uses because its own words are of a wrong shape."""
    shapes = [each for each in told.found if each.rule.code.startswith("HB1")]
    for each in told.of("HB229"):
        entry = entry_of(each.where)
        if any(lies_in(one, each.where.file, entry) for one in shapes):
            yield each


def _copied_ids(told: Told) -> Iterator[Diagnostic]:
    """What is missing in an entry that is nothing but an id.

    Where the id stands below once more, all of it follows from that; else the first thing stays.
    """
    again = {
        (first.where.file, entry_of(first.where))
        for twice in told.of("HB214")
        for first in twice.related
    }
    for lost in told.of("HB102"):
        file, entry = lost.where.file, entry_of(lost.where)
        held = told.value(Locator(file, entry)) if entry else None
        if isinstance(held, dict) and len(held) == 1:
            copied = (file, entry) in again
            yield from (
                each
                for each in told.found
                if lies_in(each, file, entry)
                and each.rule.code != "HB214"
                and (copied or each.rule.code in _LACKING)
            )


def _open_bands(told: Told) -> Iterator[Diagnostic]:
    """The second of two findings about the bands of one parameter, mostly exchanged lines."""
    seen: set[str] = set()
    for each in sorted(told.of("HB216"), key=lambda one: told.span_of(one.where)):
        name = str(each.args.get("id"))
        if name in seen:
            yield each
        seen.add(name)


def _too_few_ways(told: Told) -> Iterator[Diagnostic]:
    """What is missing, or stands double, at a choice that has lost the line of an outcome."""
    for few in told.of("HB106"):
        names = [each for each in path_of(few.where) if isinstance(each, str)]
        if names and names[-1] in {"choose", "choose-any"}:
            step = path_of(few.where)[:2]
            for each in told.of("HB305", "HB306"):
                if lies_in(each, few.where.file, step):
                    yield each


def _groups_of_one(told: Told) -> Iterator[Diagnostic]:
    """What is reached, or meets, no more where a group has lost a member."""
    files = {
        each.where.file for each in told.of("HB106", "HB107") if "together" in path_of(each.where)
    }
    yield from (each for each in told.of("HB302", "HB309") if each.where.file in files)


def _left_out_cases(told: Told) -> Iterator[Diagnostic]:
    """A value that nobody cites, where the due of just this case is missing."""
    missing = {
        str(says.args.get("case"))
        for each in told.of("HB314")
        if isinstance(says := each.args.get("says"), Message)
    }
    yield from (each for each in told.of("HB218") if told.value(each.where) in missing)


def _groups_that_run_on(told: Told) -> Iterator[Diagnostic]:
    """A group that does not come together, where a step runs on because its “next:” is missing."""
    files = {each.where.file for each in told.of("HB301")}
    yield from (each for each in told.of("HB309") if each.where.file in files)


def _unfilled_sections(told: Told) -> Iterator[Diagnostic]:
    """A decision by a field of a section that is filled under a name that nobody knows."""
    forms = {str(each.args.get("form")) for each in told.of("HB205")}
    yield from (each for each in told.of("HB318") if str(each.args.get("form")) in forms)


def _twins(told: Told) -> Iterator[Diagnostic]:
    """What a role is blamed for that has got the id of another."""
    for twice in told.of("HB214"):
        if path_of(twice.where)[-1:] == ("role",):
            entry = entry_of(twice.where)
            for each in told.found:
                if each.rule.code.startswith("HB4") and lies_in(each, twice.where.file, entry):
                    yield each


def _homeless_signers(told: Told) -> Iterator[Diagnostic]:
    """Who signs and takes no part, where the role is told as one of nobody knows where."""
    titles = {each.args.get("title") for each in told.of("HB410")}
    yield from (each for each in told.of("HB504") if each.args.get("title") in titles)


def _meant_things(told: Told) -> Iterator[Diagnostic]:
    """What seems idle, or led to by nothing, because it was named by its title or its code."""
    meant = {str(each.hint.args.get("id")) for each in told.of("HB105") if each.hint}
    for each in told.of("HB228", "HB302", "HB409"):
        if told.value(each.where) in meant:
            yield each
    for each in told.of("HB501"):
        if f"{each.args.get('form')}.{each.args.get('id')}" in meant:
            yield each


def _copied_codes(told: Told) -> Iterator[Diagnostic]:
    """The code of an entry that stands twice as a whole."""
    for twice in told.of("HB214"):
        if entry := entry_of(twice.where):
            yield from (each for each in told.of("HB701") if lies_in(each, twice.where.file, entry))


def _units_as_roles(found: Diagnostic, told: Told) -> Diagnostic | None:
    """A superior that nobody knows, where the same name is told as a unit: it is one."""
    if found.rule.code != "HB201" or "reports-to" not in path_of(found.where):
        return None
    name = found.args.get("id")
    unit = next((each for each in told.of("HB202") if each.args.get("id") == name), None)
    return replace(found, rule=unit.rule, hint=unit.hint) if unit else None


_RULES: tuple[Callable[[Told], Iterable[Diagnostic]], ...] = (
    *LOST_LINES,
    _at_one_place,
    _one_option_twice,
    _remarks,
    _idle_terms,
    _copied_ids,
    _open_bands,
    _too_few_ways,
    _groups_of_one,
    _left_out_cases,
    _groups_that_run_on,
    _unfilled_sections,
    _twins,
    _copied_codes,
    _meant_things,
    _homeless_signers,
)
_CURES: tuple[Callable[[Diagnostic, Told], Diagnostic | None], ...] = (
    *CLEARER,
    _quoted_remark,
    _units_as_roles,
)
