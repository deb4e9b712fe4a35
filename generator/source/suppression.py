"""Silences findings beside a comment `# handbook: ignore[CODE] reason`, and tells unused ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.base.diagnostics import N_, Diagnostic, Place, Rule, Severity, Span
from generator.source.reading.yaml_file import Ignore, YamlFile

# Of this family there are findings only where an earlier state, or a day, is named.
POLICY = "HB8"
# Findings of these families keep a file out of the handbook: silencing them would hide that.
FIXED = ("HB00", "HB01", "HB02", "HB03", "HB04", "HB1")

_EXAMPLE = (
    "# processes/sales/take-order.yml\n"
    "# handbook: ignore[HB210]{reason}\n"
    "scope: Not for repairs, which P-09-01 will describe.\n"
)
IGNORE_WITHOUT_REASON = Rule(
    code="HB090",
    name="ignore-without-reason",
    message=N_("This comment silences {codes} without saying why."),
    hint=N_("Write the reason after the bracket."),
    why=N_("Whoever reads the file next must be able to judge whether the reason still holds."),
    wrong=_EXAMPLE.format(reason=""),
    right=_EXAMPLE.format(reason=" comes next year"),
)
UNUSED_IGNORE = Rule(
    code="HB091",
    name="unused-ignore",
    message=N_("This comment silences {codes}, but there is no such finding here."),
    hint=N_("Take the comment out."),
    why=N_("A comment that outlives its cause would hide the next fault at this place."),
    severity=Severity.WARNING,
    wrong=(
        "# processes/sales/take-order.yml\n"
        "# handbook: ignore[HB210] comes next year\n"
        "scope: Not for repairs.\n"
    ),
    right="# processes/sales/take-order.yml\nscope: Not for repairs.\n",
)
INEFFECTIVE_IGNORE = Rule(
    code="HB092",
    name="ineffective-ignore",
    message=N_("This comment cannot silence {codes}."),
    hint=N_("Mend what is told here, then take the comment out."),
    why=N_("A file with such an error is left out of the handbook: nobody may overlook that."),
    wrong=(
        "# processes/sales/take-order.yml\n"
        "# handbook: ignore[HB107] two copies are wanted\n"
        "distribution: [manager, manager]\n"
    ),
    right="# processes/sales/take-order.yml\ndistribution: [manager]\n",
)
SUPPRESSION_RULES = (IGNORE_WITHOUT_REASON, UNUSED_IGNORE, INEFFECTIVE_IGNORE)


def apply_suppressions(
    found: Sequence[Diagnostic],
    sources: Mapping[str, YamlFile],
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
    for finding in found:
        span = span_of(finding.where)
        hit = [
            ignore
            for ignore in ignores.get(span.file, ())
            if finding.rule.code in ignore.codes
            and ignore.reason
            and not finding.rule.code.startswith(FIXED)
            and _covers(ignore, span)
        ]
        used.update((ignore.span, finding.rule.code) for ignore in hit)
        if not hit:
            kept.append(finding)
    for many in ignores.values():
        for ignore in many:
            kept += _about(ignore, used, complete=complete)
    return tuple(sorted(kept, key=lambda each: (span_of(each.where), each.rule.code)))


def unsilenced(
    found: Sequence[Diagnostic],
    sources: Mapping[str, YamlFile],
    span_of: Callable[[Place], Span],
) -> tuple[Diagnostic, ...]:
    """Return the findings that no comment silences; nothing is said of the comments."""
    kept = apply_suppressions(found, sources, span_of, complete=False)
    own = {each.rule.code for each in found}
    return tuple(each for each in kept if each.rule.code in own)


def _covers(ignore: Ignore, span: Span) -> bool:
    line = ignore.span.line
    return line in (span.line, span.line - 1) or span.line <= line <= span.end_line


def _about(ignore: Ignore, used: set[tuple[Span, str]], *, complete: bool) -> Iterator[Diagnostic]:
    if not ignore.reason:
        yield IGNORE_WITHOUT_REASON.at(ignore.span, codes=", ".join(ignore.codes))
        return
    if ineffective := [code for code in ignore.codes if code.startswith(FIXED)]:
        yield INEFFECTIVE_IGNORE.at(ignore.span, codes=", ".join(ineffective))
    idle = [
        code
        for code in ignore.codes
        if code not in ineffective
        and (ignore.span, code) not in used
        and not code.startswith(POLICY)
    ]
    if idle and complete:
        yield UNUSED_IGNORE.at(ignore.span, codes=", ".join(idle))
