"""What is to be said of an arrival once it is known what came before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.base.diagnostics import Diagnostic, Message, Span
from generator.collect.reading import short
from generator.collect.register.versions import owner_of
from generator.collect.store import Added
from generator.model.form import Field, Form
from generator.rules.declared.arrivals import LOOKS_ALIKE, NO_TIME, OTHER_FILLER
from generator.rules.declared.collect import AGAIN, NOT_UNIQUE
from generator.rules.declared.signatures import AMENDED

_MOST_NAMED = 6


def told(
    added: Added, form: Form, header: tuple[Field, ...], names: Callable[[str], str]
) -> Iterator[Diagnostic]:
    """Yield the findings; `names` says a label in the language of the findings."""
    record, place = added.record, Span(_file(added))
    labels = {each.field: names(each.label.source) for each in (*header, *form.fields)}
    if len({each.key for each in added.all}) > 1:
        who = "; ".join(dict.fromkeys(owner_of(each, header) for each in added.all))
        yield OTHER_FILLER.at(place, key=record.number, who=who)
    if len(added.versions) > 1 and not added.repeated:
        yield AGAIN.at(
            place,
            key=record.key,
            version=record.version,
            count=len(added.versions),
            what=_changed(added, labels),
        )
        if any(each.modified == record.modified for each in added.versions if each is not record):
            yield NO_TIME.at(place, key=record.key)
    if added.alike and not added.repeated:
        yield LOOKS_ALIKE.at(place, key=record.number, others=", ".join(added.alike))
    for point in record.open_points:
        if point.code == AMENDED.code:
            yield AMENDED.at(
                place, label=labels[point.field], who=point.written, what=_changed(added, labels)
            )
    for name, keys in added.others.items():
        value = short(str(record.values.get(name, "")))
        yield NOT_UNIQUE.at(place, label=labels[name], value=value, place=", ".join(keys))


def _file(added: Added) -> str:
    return added.record.arrivals[-1].file


def _changed(added: Added, labels: dict[str, str]) -> str | Message:
    """Return the labels of what this version changed; of the first one, what the next did."""
    at = added.versions.index(added.record)
    told_by = added.record if at else added.versions[1] if len(added.versions) > 1 else added.record
    changed = dict.fromkeys(labels.get(each.field) or each.place for each in told_by.changes)
    if not changed:
        return Message("nothing that is read")
    said = list(changed)
    return ", ".join(said[:_MOST_NAMED]) + (" …" if len(said) > _MOST_NAMED else "")
