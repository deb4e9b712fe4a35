"""The page of a rule: what it finds, why, a wrong and a right example."""

from __future__ import annotations

from generator.base.diagnostics import Rule
from generator.base.i18n import pattern_shown
from generator.document.blocks import Block, Code, Page, Paragraph, Section, plain
from generator.document.words import Words

LONGEST_EXAMPLE = 2_000


def rule_page(words: Words, rule: Rule) -> Page:
    """Return the page of one rule."""
    blocks: list[Block] = [Paragraph(plain(pattern_shown(words.get(rule.message))))]
    if rule.hint:
        blocks.append(Paragraph(plain(f"→ {words.get(rule.hint)}")))
    blocks += [
        Section(words.say("Why"), "why", (Paragraph(plain(words.get(rule.why))),)),
        Section(words.say("Wrong"), "wrong", (Code(example_text(rule.wrong), "yaml"),)),
        Section(words.say("Right"), "right", (Code(example_text(rule.right), "yaml"),)),
    ]
    return Page(
        path=f"rules/{rule.code.lower()}",
        title=f"{rule.code} {rule.name}",
        kind="rule",
        code=rule.code,
        blocks=tuple(blocks),
    )


def example_text(example: str | bytes) -> str:
    """Return an example so that it can be shown: odd bytes and characters as escapes, cut short."""
    text = example.decode("utf-8", "backslashreplace") if isinstance(example, bytes) else example
    shown = "".join(
        each if each.isprintable() or each == "\n" else each.encode("unicode_escape").decode()
        for each in text[:LONGEST_EXAMPLE]
    )
    return shown + ("…\n" if len(text) > LONGEST_EXAMPLE else "")
