"""Silences findings beside a comment `# handbook: ignore[CODE] reason`, and tells unused ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, Rule, Severity, Span
from generator.reading.source import Ignore, SourceFile

_EXAMPLE = (
    "# processes/sales/take-order.yml\n"
    "# handbook: ignore[HB107]{reason}\n"
    "distribution: [manager, manager]\n"
)
IGNORE_WITHOUT_REASON = Rule(
    code="HB090",
    name="ignore-without-reason",
    message="This comment silences {codes} without saying why.",
    hint="Write the reason after the bracket.",
    why="Whoever reads the file next must be able to judge whether the reason still holds.",
    wrong=_EXAMPLE.format(reason=""),
    right=_EXAMPLE.format(reason=" two copies are wanted"),
)
UNUSED_IGNORE = Rule(
    code="HB091",
    name="unused-ignore",
    message="This comment silences {codes}, but there is no such finding here.",
    hint="Take the comment out.",
    why="A comment that outlives its cause would hide the next fault at this place.",
    severity=Severity.WARNING,
    wrong=(
        "# processes/sales/take-order.yml\n"
        "# handbook: ignore[HB107] two copies are wanted\n"
        "distribution: [manager]\n"
    ),
    right="# processes/sales/take-order.yml\ndistribution: [manager]\n",
)
SUPPRESSION_RULES = (IGNORE_WITHOUT_REASON, UNUSED_IGNORE)


def apply_suppressions(
    found: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    span_of: Callable[[Place], Span],
    *,
    complete: bool = True,
) -> tuple[Diagnostic, ...]:
    """Return the findings that no comment silences, and findings about the comments themselves.

    A comment silences its codes on its own line, on the line below it, and anywhere inside
    the span of the finding. Unused ones are told only when the check was `complete`.
    """
    ignores = {path: source.ignores for path, source in sources.items() if source.ignores}
    if not ignores:
        return tuple(found)
    used: set[tuple[Span, str]] = set()
    kept: list[Diagnostic] = []
    for each in found:
        span = span_of(each.where)
        hit = [
            ignore
            for ignore in ignores.get(span.file, ())
            if each.rule.code in ignore.codes and ignore.reason and _covers(ignore, span)
        ]
        used.update((ignore.span, each.rule.code) for ignore in hit)
        if not hit:
            kept.append(each)
    for many in ignores.values():
        for ignore in many:
            kept += _about(ignore, used, complete=complete)
    return tuple(sorted(kept, key=lambda each: (span_of(each.where), each.rule.code)))


def _covers(ignore: Ignore, span: Span) -> bool:
    line = ignore.span.line
    return line in (span.line, span.line - 1) or span.line <= line <= span.end_line


def _about(ignore: Ignore, used: set[tuple[Span, str]], *, complete: bool) -> list[Diagnostic]:
    if not ignore.reason:
        return [IGNORE_WITHOUT_REASON.at(ignore.span, codes=", ".join(ignore.codes))]
    idle = [code for code in ignore.codes if (ignore.span, code) not in used]
    return [UNUSED_IGNORE.at(ignore.span, codes=", ".join(idle))] if idle and complete else []
