"""Checks data against the JSON Schemas and turns what they say into sentences for editors."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from generator.base.diagnostics import N_, Argument, Diagnostic, Fix, Locator, Message, Safety
from generator.source.everyday import date_meant, either_day, hours_meant, says_no, says_yes
from generator.source.reading.yaml_file import JsonValue, YamlFile
from generator.source.schemas import (
    DEEPEST,
    HINT,
    REF,
    TOO_DEEP,
    accepts,
    compiled,
    explaining,
)
from generator.source.shape_faults import TIMES, alike, meant_key, meant_word
from generator.source.shape_rules import (
    BAD_PATTERN,
    EMPTY_VALUE,
    GROUPS_TOO_DEEP,
    MISPLACED_KEY,
    MISSING_COMPANION,
    MISSING_KEY,
    NOT_ALLOWED,
    NOT_UNIQUE,
    OUT_OF_RANGE,
    UNKNOWN_KEY,
    WRONG_TYPE,
)

_WRONG = (NOT_ALLOWED, WRONG_TYPE, EMPTY_VALUE, BAD_PATTERN)
_UNIT = N_(
    "Add a unit: {number}h (hours), {number}d (days), {number}wd (working days), {number}mo "
    "(months), {number}y (years)."
)
_HYPHEN = N_("Begin each entry with a hyphen of the English keyboard and a space: “- {first}”.")
# A number with separators, a needless zero, or the digits of a Chinese input method.
_NUMBER = re.compile(r"\d+(?:[_,， ]\d+)*")
# What people write, or what a program makes, in place of “- ”.
_DASHED = re.compile(r"\s*[-－—–−•·●*]+\s*(?=\S)")
_EMPTY_ENTRY = N_("Write the text of this entry, or delete the entry.")
_ENTRY = N_("Write it with the key that says what it is: “- {key}: {value}”.")
_COLON = N_("Write it with a colon: “{close}: {rest}”.")
_EITHER_DAY = N_("Which day is meant? Write {first} or {second}.")
_TYPE_NAMES = {
    "string": Message("text"),
    "object": Message("a group of “key: value” lines"),
    "array": Message("a list"),
    "integer": Message("a whole number"),
    "number": Message("a number"),
    "boolean": Message("true or false"),
}


def check_shape(source: YamlFile, kind: str) -> tuple[Diagnostic, ...]:
    """Return all findings of a file against the schema of its kind (one of KINDS)."""
    if compiled(kind).is_valid(source.data):
        return ()
    found: dict[tuple[object, ...], Diagnostic] = {}
    for error in explaining(kind).iter_errors(source.data):
        for diagnostic in _explain(error, source):
            found.setdefault((diagnostic.rule.code, diagnostic.where), diagnostic)
    return tuple(_without_misspelt(tuple(_once(found.values()))))


def _once(found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what only follows from another finding about the same value, or one in it."""
    listed = {each.where for each in found if each.rule is NOT_ALLOWED}
    misplaced = {each.where for each in found if each.rule is MISPLACED_KEY}
    places = [each.where.path for each in found if isinstance(each.where, Locator)]
    for finding in found:
        if finding.rule is WRONG_TYPE and finding.where in listed:
            continue
        where = finding.where if isinstance(finding.where, Locator) else None
        if finding.rule is BAD_PATTERN and where and where.key in misplaced:
            continue
        path = where.path if where else ()
        within = any(len(each) > len(path) and each[: len(path)] == path for each in places)
        if finding.rule is not OUT_OF_RANGE or not within:
            yield finding


def _without_misspelt(found: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out that a key is missing where a misspelling of it was found."""
    meant = {
        (_parent(each), each.hint.args.get("close"))
        for each in found
        if each.rule is UNKNOWN_KEY and each.hint
    }
    untyped = {place for place, key in meant if key == "type"}
    untyped |= {
        _parent(each)
        for each in found
        if isinstance(each.where, Locator)
        and ((each.rule in _WRONG and each.where.path[-1:] == ("type",)) or _lacks_type(each))
    }
    for finding in found:
        wanted = finding.args.get("companion" if finding.rule is MISSING_COMPANION else "key")
        if finding.rule in (MISSING_KEY, MISSING_COMPANION) and (_parent(finding), wanted) in meant:
            continue
        # What may stand beside a type is known only where the type is.
        if finding.rule is not MISPLACED_KEY or _parent(finding) not in untyped:
            yield finding


def _lacks_type(found: Diagnostic) -> bool:
    return found.rule is MISSING_KEY and found.args["key"] == "type"


def _parent(found: Diagnostic) -> tuple[str | int, ...]:
    return found.where.path[:-1] if isinstance(found.where, Locator) else ()


def _explain(error: Any, source: YamlFile) -> Iterator[Diagnostic]:
    where = Locator(source.path, tuple(error.absolute_path))
    if error.instance is None:
        yield EMPTY_VALUE.at(where.key, fix=Fix.at(where, None), key=_name(where))
        return
    explain = _BY_KEYWORD.get(error.validator, _out_of_range)
    yield from explain(error, where, source)


def _unknown_key(error: Any, where: Locator, _source: YamlFile) -> Iterator[Diagnostic]:
    known = error.schema.get("properties", {})
    for key in error.instance:
        if key not in known:
            close = meant_key(key, known, error.instance[key], error.instance)
            hint = Message("Did you mean “{close}”?", {"close": close}) if close else None
            if close and key.startswith(f"{close} ") and error.instance[key] is None:
                rest = key.removeprefix(close).strip()
                hint = Message(_COLON, {"close": close, "rest": rest[:60]})
            sure = close and (alike(key, close) or key in known[close].get("x-names", ()))
            safety = Safety.SAFE if sure else Safety.ASKS
            place = (where / key).key
            yield UNKNOWN_KEY.at(
                place,
                hint=hint,
                fix=Fix.at(place, close, safety) if close and close not in error.instance else None,
                key=key,
                known=", ".join(known),
                in_=_title(error),
            )


def _missing_key(error: Any, where: Locator, source: YamlFile) -> Iterator[Diagnostic]:
    for key in error.validator_value:
        if key not in error.instance:
            yield MISSING_KEY.at(
                _first_key(where, error.instance), key=key, in_=_title(error), file=source.path
            )


def _first_key(where: Locator, value: dict[str, JsonValue]) -> Locator:
    first = next(iter(value), None)
    return where if first is None else (where / first).key


def _wrong_type(error: Any, where: Locator, source: YamlFile) -> Iterator[Diagnostic]:
    if error.schema.get(TOO_DEEP) and isinstance(error.instance, dict):
        yield GROUPS_TOO_DEEP.at(where, most=DEEPEST)
        return
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    phrase = _TYPE_NAMES[names[0]]
    if len(names) > 1:
        phrase = Message("{one} or {other}", {"one": phrase, "other": _TYPE_NAMES[names[1]]})
    yield WRONG_TYPE.at(
        where,
        hint=_type_hint(error, names, where, source),
        fix=_type_fix(error.instance, names, where, source),
        key=_name(where),
        wanted=phrase,
    )


def _type_hint(error: Any, names: list[str], where: Locator, source: YamlFile) -> Message | None:
    value = error.instance
    if "string" in names and isinstance(value, int | float):
        if where.path and where.path[-1] in TIMES and not isinstance(value, bool):
            return Message(_UNIT, {"number": str(value)})
        return _quoted(_written(source, where), value, where)
    if "array" in names and isinstance(value, str):
        if entry := _DASHED.match(value):
            return Message(_HYPHEN, {"first": value[entry.end() :][:60]})
        return Message(
            N_("Write it as a list: “- {first}”, one a line, or {list}."), _as_list(value)
        )
    if "string" in names and isinstance(value, list):
        joined = "；".join(str(each) for each in value)
        return Message(N_("Write it as one text: {quoted}."), {"quoted": f'"{joined[:60]}"'})
    return _entry_hint(error, names, where) or _word_hint(names, value)


def _entry_hint(error: Any, names: list[str], where: Locator) -> Message | None:
    """The cure of an entry of a list that stands without its key: `- pack` for `- step: pack`."""
    listed = bool(where.path) and isinstance(where.path[-1], int)
    known = list(error.schema.get("properties", ()))
    if not listed or "object" not in names or not isinstance(error.instance, str) or not known:
        return None
    needed = [each for each in known if each in error.schema.get("required", ())]
    value = error.instance.strip()[:60]
    return Message(_ENTRY, {"key": (needed or known)[0], "value": value})


def _word_hint(names: list[str], value: Any) -> Message | None:
    if names == ["boolean"]:
        if says_no(value):
            return Message(N_("Leave the line out."))
        return Message(N_("Write true, or leave the line out."))
    if names == ["integer"] and isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        number = str(int(re.sub(r"[_,，\s]", "", value)))
        return Message(N_("Write {better}."), {"better": number})
    return None


def _type_fix(value: Any, names: list[str], where: Locator, source: YamlFile) -> Fix | None:
    span = source.span(where)
    if "string" in names and isinstance(value, int | float) and not isinstance(value, bool):
        written = _written(source, where)
        if where.path and where.path[-1] == "version":
            return Fix.at(span, f"V{written}")
        return Fix.at(span, f'"{written}"', Safety.SAFE)
    if "array" in names and isinstance(value, str):
        listed = str(_as_list(value)["list"])
        framed = value[:1] in "【（" and value[-1:] in "】）"
        return Fix.at(span, listed, Safety.SAFE if framed else Safety.ASKS)
    if names == ["boolean"] and says_yes(value):
        return Fix.at(span, "true", Safety.SAFE)
    if names == ["boolean"] and says_no(value):
        return Fix.at(where, None)
    return None


def _quoted(written: str, value: float, where: Locator) -> Message:
    if where.path and where.path[-1] == "version" and not isinstance(value, bool):
        return Message(
            N_("Versions begin with a letter: write {version}."), {"version": f"V{written}"}
        )
    return Message(N_("Put it in quotes: {quoted}."), {"quoted": f'"{written}"'})


def _as_list(value: str) -> dict[str, Argument]:
    """The entries of a text that was meant as a list, such as `【甲、乙】`."""
    parts = [part for part in re.split(r"[，、；,;]\s*", value.strip("【】［］[]（）() ")) if part]
    return {"first": parts[0] if parts else value, "list": f"[{', '.join(parts)}]"}


def _not_allowed(error: Any, where: Locator, source: YamlFile) -> Iterator[Diagnostic]:
    allowed = [str(each) for each in error.validator_value]
    close = meant_word(error, str(error.instance))
    hint = (
        Message("Did you mean “{close}”?", {"close": close})
        if close
        else Message("Choose one of: {known}.", {"known": ", ".join(allowed)})
    )
    safety = Safety.SAFE if close and alike(str(error.instance), close) else Safety.ASKS
    fix = Fix.at(where, close, safety) if close and isinstance(error.instance, str) else None
    text = isinstance(error.instance, str)
    value = error.instance if text else _written(source, where)[:60]
    yield NOT_ALLOWED.at(where, hint=hint, fix=fix, key=_name(where), value=value)


def _bad_pattern(error: Any, where: Locator, _source: YamlFile) -> Iterator[Diagnostic]:
    value = str(error.instance)
    fix = _pattern_fix(error, value, where)
    # The schema says beside each pattern how to write what it asks for.
    hint = Message(error.schema[HINT], {"value": value})
    better = str(fix.edits[0].text) if fix else ""
    if better and better[:1].isdigit():
        hint = Message(N_("Write {better}."), {"better": better})
    elif (days := either_day(value)) and all(accepts(error.schema, each) for each in days):
        hint = Message(_EITHER_DAY, {"first": days[0], "second": days[1]})
    ref = str(error.schema.get(REF, ""))
    yield BAD_PATTERN.at(where, hint=hint, fix=fix, key=_name(where), value=value[:60], ref=ref)


def _pattern_fix(error: Any, value: str, where: Locator) -> Fix | None:
    """The same letters in the form that is asked for; the id of a thing itself may be a guess."""
    for better in (date_meant(value), hours_meant(value)):
        if better and accepts(error.schema, better):
            return Fix.at(where, better, Safety.SAFE)
    meant = meant_word(error, value)
    safety = Safety.SAFE if error.schema.get(REF) else Safety.ASKS
    return Fix.at(where, meant, safety) if meant else None


def _not_unique(error: Any, where: Locator, _source: YamlFile) -> Iterator[Diagnostic]:
    seen: list[JsonValue] = []
    for index, value in enumerate(error.instance):
        if value in seen:
            fix = Fix.at(where / index, None, Safety.SAFE)
            yield NOT_UNIQUE.at(where / index, fix=fix, value=str(value)[:60], key=_name(where))
        seen.append(value)


def _missing_companion(error: Any, where: Locator, _source: YamlFile) -> Iterator[Diagnostic]:
    for key, companions in error.validator_value.items():
        for companion in companions:
            if key in error.instance and companion not in error.instance:
                yield MISSING_COMPANION.at((where / key).key, key=key, companion=companion)


def _misplaced(_error: Any, where: Locator, source: YamlFile) -> Iterator[Diagnostic]:
    parent = _value_at(source.data, where.path[:-1])
    kind = str(parent.get("type", "")) if isinstance(parent, dict) else ""
    if not kind and isinstance(parent, dict) and "decision" in parent:
        kind = "decision"
    yield MISPLACED_KEY.at(where.key, key=_name(where), kind=kind)


def _out_of_range(error: Any, where: Locator, _source: YamlFile) -> Iterator[Diagnostic]:
    says: dict[str, str] = {
        "minLength": N_("it is empty."),
        "maxLength": N_("it is longer than {limit} {limit:character|characters}."),
        "minItems": N_("it needs at least {limit} {limit:entry|entries}."),
        "maxItems": N_("it may have at most {limit} {limit:entry|entries}."),
        "minimum": N_("it must be at least {limit}."),
        "maximum": N_("it may be at most {limit}."),
        "minProperties": N_("it is empty."),
        "maxProperties": N_("it may have only one key; write each on a line of its own with “- ”."),
    }
    text = says.get(error.validator, N_("another kind of value is needed."))
    args: dict[str, Argument] = {"limit": str(error.validator_value)}
    hint = fix = None
    if error.instance == "" and where.path and isinstance(where.path[-1], int):
        hint, fix = Message(_EMPTY_ENTRY), Fix.at(where, None)
    yield OUT_OF_RANGE.at(where, hint=hint, fix=fix, key=_name(where), says=Message(text, args))


Explain = Callable[[Any, Locator, YamlFile], Iterator[Diagnostic]]
_BY_KEYWORD: Mapping[str, Explain] = {
    "additionalProperties": _unknown_key,
    "required": _missing_key,
    "type": _wrong_type,
    "enum": _not_allowed,
    "pattern": _bad_pattern,
    "format": _bad_pattern,
    "uniqueItems": _not_unique,
    "dependentRequired": _missing_companion,
    "not": _misplaced,
}


def _title(error: Any) -> str:
    return str(error.schema.get("title", ""))


def _name(where: Locator) -> str:
    keys = [each for each in where.path if isinstance(each, str)]
    return keys[-1] if keys else where.file


def _written(source: YamlFile, where: Locator) -> str:
    span = source.span(where)
    line = source.text.splitlines()[span.line - 1]
    return line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""


def _value_at(data: JsonValue, path: tuple[str | int, ...]) -> JsonValue:
    for part_ in path:
        data = data[part_]  # type: ignore[index]
    return data
