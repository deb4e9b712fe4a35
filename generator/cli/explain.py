"""`handbook explain`: a rule, why it is there, and what is wrong and right."""

from __future__ import annotations

import click

from generator.base.diagnostics import N_, Message, Rule
from generator.base.i18n import Catalogue, pattern_shown
from generator.cli.exits import CLEAN, CannotRun
from generator.cli.printing import print_text
from generator.cli.setting import CommonOptions
from generator.cli.words import command


@command(
    N_("Explain a finding: why it matters, a wrong and a right example. Without CODE: list all.")
)
@click.argument("code", required=False)
@click.pass_obj
def explain(setting: CommonOptions, code: str | None) -> int:
    """Run `handbook explain`."""
    from generator.rules.catalogue import all_rules

    rules = all_rules()
    if code is None:
        print_text("".join(f"{rule.code}  {rule.name}\n" for rule in rules.values()))
        return CLEAN
    by_name = {rule.name: rule for rule in rules.values()}
    rule = rules.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise CannotRun(
            "There is no rule {code}. The codes run from {first} to {last}.",
            code=code,
            first=next(iter(rules)),
            last=list(rules)[-1],
        )
    print_text(explanation(rule, setting.words()))
    return CLEAN


def explanation(rule: Rule, words: Catalogue) -> str:
    """Return what the rule says, why, and its examples, as plain text."""
    parts = [
        f"{rule.code} {rule.name}",
        pattern_shown(words.get(rule.message)),
        words.get(rule.why),
        words.say(Message("Wrong:")),
        _shown(rule.wrong),
        words.say(Message("Right:")),
        _shown(rule.right),
    ]
    if rule.hint:
        parts.insert(2, f"→ {words.get(rule.hint)}")
    return "\n\n".join(parts) + "\n"


def _shown(example: str | bytes) -> str:
    # The pages take long to import: `--help` does without.
    from generator.document.rule_page import example_text

    return "\n".join(f"    {line}" for line in example_text(example).rstrip("\n").split("\n"))
