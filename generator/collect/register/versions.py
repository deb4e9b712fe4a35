"""The versions of a form, derived from all that came under its number, in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.base.diagnostics import Argument, Message, Rule
from generator.base.i18n import SOURCE_LANGUAGE, Catalogue
from generator.base.plain import folded
from generator.collect.record import FINDING, FormRecord, OpenPoint, Remark
from generator.collect.register.amendments import amended
from generator.collect.register.differences import differences
from generator.model.form import Field, Form
from generator.model.form_tags import NUMBER_FIELD
from generator.rules.declared.arrivals import LOOKS_ALIKE, OTHER_FILLER
from generator.rules.declared.collect import NOT_UNIQUE
from generator.rules.declared.signatures import AMENDED

_BY = {"unit", "person"}  # types of the header's fields that say whose form it is
Taken = Mapping[str, Sequence[str]]
Say = Callable[[Message], str]
ENGLISH: Say = Catalogue(SOURCE_LANGUAGE).say


def versions(
    arrivals: Iterable[FormRecord],
    form: Form,
    header: tuple[Field, ...],
    taken: Taken | None = None,
    say: Say = ENGLISH,
    *,
    alike: Sequence[str] = (),
) -> tuple[FormRecord, ...]:
    """Return the versions of all that came under one number.

    They stand in the order of the documents' own times, then of their digests; contents that are
    alike and follow one another are one. What another unit or person handed in under the same
    number is no version but a form of its own, and both are open. `taken` names, by unique field,
    the keys of other forms whose newest version has the same value; `say` puts points into words.
    `alike` are the numbers of other forms that look like this one.
    """
    chains = _chains(sorted(arrivals, key=_order), header)
    found: list[FormRecord] = []
    for number, chain in enumerate(chains, start=1):
        key = chain[0].key if number == 1 else f"{chains[0][0].key} ≠{number}"
        conflict = (_conflict(chain[0], header),) if len(chains) > 1 else ()
        found += _versions(chain, form, header, taken or {}, key=key, points=conflict)
    if alike:
        found = [_with_look(each, alike, header, say) if each.is_newest else each for each in found]
    return tuple(_said(each, say, taken or {}, chains, header) for each in found)


def _said(
    record: FormRecord,
    say: Say,
    taken: Taken,
    chains: Sequence[Sequence[FormRecord]],
    header: tuple[Field, ...],
) -> FormRecord:
    """Give each point that is worked out here its sentence."""
    if all(each.says for each in record.open_points):
        return record
    changed = ", ".join(dict.fromkeys(each.place for each in record.changes)) or "—"
    owners = "; ".join(dict.fromkeys(owner_of(chain[0], header) for chain in chains))
    said: Mapping[str, tuple[Rule, Callable[[OpenPoint], Mapping[str, Argument]]]] = {
        AMENDED.code: (
            AMENDED,
            lambda point: {"label": point.place, "who": point.written, "what": changed},
        ),
        OTHER_FILLER.code: (OTHER_FILLER, lambda _: {"key": record.number, "who": owners}),
        NOT_UNIQUE.code: (
            NOT_UNIQUE,
            lambda point: {
                "label": point.place,
                "value": point.written,
                "place": ", ".join(taken.get(point.field, ())),
            },
        ),
    }
    points = []
    for each in record.open_points:
        rule, args = said.get(each.code, (None, None))
        if not each.says and rule is not None and args is not None:
            points.append(replace(each, says=say(Message(rule.message, args(each)))))
        else:
            points.append(each)
    return replace(record, open_points=tuple(points))


def _order(record: FormRecord) -> tuple[str, str, str]:
    return record.saved, record.digest, record.file


def _with_look(
    record: FormRecord, alike: Sequence[str], header: tuple[Field, ...], say: Say
) -> FormRecord:
    """Keep with a record that other numbers look like its own."""
    said = say(Message(LOOKS_ALIKE.message, {"key": record.number, "others": ", ".join(alike)}))
    text = f"{LOOKS_ALIKE.code} {said}"
    return replace(
        record,
        remarks=(*record.remarks, Remark(kind=FINDING, place=_label(header), text=text)),
    )


def _label(header: tuple[Field, ...]) -> str:
    """Return the label of the document number."""
    return next((each.label.source for each in header if each.field == NUMBER_FIELD), NUMBER_FIELD)


def _chains(arrivals: Iterable[FormRecord], header: tuple[Field, ...]) -> list[list[FormRecord]]:
    """Part what came by who handed it in; a field left empty contradicts nobody."""
    chains: list[list[FormRecord]] = []
    owners: list[dict[str, Any]] = []
    for record in arrivals:
        own = _owner(record, header)
        for chain, known in zip(chains, owners, strict=True):
            if all(known.get(name, value) == value for name, value in own.items()):
                chain.append(record)
                known.update(own)
                break
        else:
            chains.append([record])
            owners.append(own)
    return chains


def owner_of(record: FormRecord, header: tuple[Field, ...]) -> str:
    """Return whose form it is, in words: unit and person of the header, else the file."""
    said = (record.values.get(each.field) for each in header if each.type in _BY)
    return ", ".join(str(each) for each in said if each) or record.file


def _owner(record: FormRecord, header: tuple[Field, ...]) -> dict[str, Any]:
    return {
        each.field: folded(str(record.values[each.field]))
        for each in header
        if each.type in _BY and record.values.get(each.field)
    }


def _conflict(record: FormRecord, header: tuple[Field, ...]) -> OpenPoint:
    return OpenPoint(
        field=NUMBER_FIELD, place=_label(header), written=record.number, code=OTHER_FILLER.code
    )


def _versions(
    chain: Sequence[FormRecord],
    form: Form,
    header: tuple[Field, ...],
    taken: Taken,
    *,
    key: str,
    points: tuple[OpenPoint, ...],
) -> list[FormRecord]:
    contents: list[list[FormRecord]] = []
    for each in chain:
        if contents and contents[-1][0].digest == each.digest:
            contents[-1].append(each)
        else:
            contents.append([each])
    fields = (*header, *form.fields)
    history: list[FormRecord] = []
    found: list[FormRecord] = []
    for number, same in enumerate(contents, start=1):
        first = same[0]
        newest = number == len(contents)
        signed_before = amended(history, first, form)
        more = (*points, *signed_before, *(_used(first, fields, taken) if newest else ()))
        version = replace(
            first,
            arrivals=tuple(one for each in same for one in each.arrivals),
            version=number,
            is_newest=newest,
            kept_as="" if key == first.key else key,
            changes=differences(history[-1], first, fields) if history else (),
            open_points=(*first.open_points, *more),
            state="partial" if more else first.state,
            outcome="" if more and first.outcome == "approved" else first.outcome,
        )
        history.append(first)
        found.append(version)
    return found


def _used(record: FormRecord, fields: tuple[Field, ...], taken: Taken) -> tuple[OpenPoint, ...]:
    return tuple(
        OpenPoint(
            field=each.field,
            place=each.label.source,
            written=str(record.values[each.field]),
            code=NOT_UNIQUE.code,
        )
        for each in fields
        if taken.get(each.field) and record.values.get(each.field) is not None
    )
