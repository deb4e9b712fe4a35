"""The findings about shape (HB1xx): keys, types and values that the schemas do not allow."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule

_HEAD = "# processes/sales/take-order.yml\n"
_STEP = (
    "  - {{{{step: {0}, title: {0}, responsible: clerk, accountable: manager, due: 2h, {1}}}}}\n"
)
_TOGETHER = (
    _HEAD + "steps:\n"
    "  - step: take\n    title: Take\n    responsible: clerk\n    accountable: manager\n"
    "    due: 2h\n    forms: [{{fill: order-sheet}}]\n"
    "    together: [pick, bill]\n{join}"
    + _STEP.format("pick", "next: send")
    + _STEP.format("bill", "next: send")
    + _STEP.format("send", "end: sent")
)
_NINE = "pick"
for _level in range(8):
    _NINE = f"{{{{together: [{_NINE}, bill], join: send}}}}"

UNKNOWN_KEY = Rule(
    code="HB101",
    name="unknown-key",
    message=N_("There is no key “{key}” here."),
    hint=N_("Keys that may stand here: {known}."),
    why=N_(
        "A misspelt key would be ignored, and what stands there would be missing in the handbook."
    ),
    wrong=_HEAD + "titel: Take an order\n",
    right=_HEAD + "title: Take an order\n",
)
MISSING_KEY = Rule(
    code="HB102",
    name="missing-key",
    message=N_("“{key}:” is missing."),
    hint=N_("Add a line “{key}: …”."),
    why=N_("Without it the page, the form or the matrix would have a hole."),
    wrong=("# processes/glossary.yml\nterms:\n  - term: order\n    title: order\n"),
    right=(
        "# processes/glossary.yml\n"
        "terms:\n  - term: order\n    title: order\n    definition: What a customer asks for.\n"
    ),
)
WRONG_TYPE = Rule(
    code="HB103",
    name="wrong-type",
    message=N_("“{key}” must be {wanted}."),
    hint=N_("Write {wanted} behind the colon."),
    why=N_("YAML reads 1.10 as the number 1.1 and a single word as text, not as a list."),
    wrong=_HEAD + "title: 2026\n",
    right=_HEAD + 'title: "2026"\n',
)
NOT_ALLOWED = Rule(
    code="HB104",
    name="not-allowed",
    message=N_("“{value}” is not possible for “{key}”."),
    hint=N_("Choose one of the words that are listed for “{key}”."),
    why=N_("Only the listed words have a meaning here."),
    wrong=(
        "# processes/information.yml\n"
        "items:\n  - {item: news, title: News, kind: outside, from: clerk, to: manager}\n"
    ),
    right=(
        "# processes/information.yml\n"
        "items:\n  - {item: news, title: News, kind: external, from: clerk, to: manager}\n"
    ),
)
BAD_PATTERN = Rule(
    code="HB105",
    name="bad-pattern",
    message=N_("“{value}” is not a valid “{key}”."),
    hint=N_("Write it in the form that “{key}” asks for."),
    why=N_(
        "Ids become addresses and Word tags, versions and dates are compared: all have one form."
    ),
    wrong=_HEAD + "owner: Sales Clerk\n",
    right=_HEAD + "owner: clerk\n",
)
OUT_OF_RANGE = Rule(
    code="HB106",
    name="out-of-range",
    message=N_("“{key}” does not fit: {says}"),
    hint=N_("Keep to the limit, or take “{key}:” out."),
    why=N_("An empty list or an endless text is mostly a slip."),
    wrong=_HEAD + "steps: []\n",
    right=(
        _HEAD + "steps:\n"
        "  - step: take\n    title: Take\n    responsible: clerk\n    accountable: manager\n"
        "    due: 2h\n    forms: [{fill: order-sheet}]\n    checks: [complete]\n    end: done\n"
    ),
)
NOT_UNIQUE = Rule(
    code="HB107",
    name="not-unique",
    message=N_("“{value}” stands twice in “{key}”."),
    hint=N_("Take one of them out."),
    why=N_("The same entry twice is a slip of copying."),
    wrong=_HEAD + "distribution: [manager, manager]\n",
    right=_HEAD + "distribution: [manager]\n",
)
MISSING_COMPANION = Rule(
    code="HB108",
    name="missing-companion",
    message=N_("“{key}:” needs “{companion}:” beside it."),
    hint=N_("Add a line “{companion}: …” beside it."),
    why=N_("One of the two says only half: steps that start together must meet again at a step."),
    wrong=_TOGETHER.format(join=""),
    right=_TOGETHER.format(join="    join: send\n"),
)
MISPLACED_KEY = Rule(
    code="HB109",
    name="misplaced-key",
    message=N_("“{key}:” has no meaning for “{kind}”."),
    hint=N_("Take the line out, or change the type."),
    why=N_("Rows belong to tables, options to choices: elsewhere they would be ignored."),
    wrong=(
        "# processes/sales/forms/order-sheet.yml\n"
        "sections:\n  - section: order\n    title: Order\n    fields:\n"
        "      - {field: customer, label: Customer, type: text, rows: 3}\n"
        "      - {field: kind, label: Kind, type: choice, options: [stock, custom]}\n"
        "      - {field: placed_on, label: Ordered on, type: date}\n"
        "  - section: release\n    title: Release\n    fields:\n"
        "      - {field: manager_sign, label: Manager, type: signature, by: manager}\n"
    ),
    right=("# processes/sales/take-order.yml\nscope: Orders of the house.\n"),
)
EMPTY_VALUE = Rule(
    code="HB110",
    name="empty-value",
    message=N_("“{key}:” is empty."),
    hint=N_("Write the value after the colon, or take the line out."),
    why=N_("An empty line promises something that is not there."),
    wrong=_HEAD + "scope:\n",
    right=_HEAD + "scope: Orders of the house.\n",
)
UNEXPECTED_FILE = Rule(
    code="HB111",
    name="unexpected-file",
    message=N_("This file does not belong here."),
    hint=N_("Processes stand in processes/<chapter>/, forms in processes/<chapter>/forms/."),
    why=N_("A file in the wrong folder would be left out without a word."),
    wrong="# processes/sales/old/take-order.yml\ntitle: Take an order\n",
    right=_HEAD + "scope: Orders of the house.\n",
)
MISSING_FILE = Rule(
    code="HB112",
    name="missing-file",
    message=N_("The file {file} is missing."),
    hint=N_("Add it; `handbook new handbook` shows what it looks like."),
    why=N_("The handbook's title, chapters and roles are needed by every page."),
    wrong="# processes/organization.yml\n",
    right=_HEAD + "scope: Orders of the house.\n",
)
UNCHANGEABLE_RULE = Rule(
    code="HB113",
    name="unchangeable-rule",
    message=N_("The weight of {rule} cannot be set: {says}"),
    hint=N_("`handbook explain CODE` tells what a code stands for."),
    why=N_("An option without effect makes one believe that something is not checked, or is."),
    wrong="# processes/handbook.yml\nrules: {HB999: off}\n",
    right="# processes/handbook.yml\nrules: {HB409: off}\n",
)
GROUPS_TOO_DEEP = Rule(
    code="HB114",
    name="groups-too-deep",
    message=N_("Here a group of steps stands inside others more than {most} levels deep."),
    hint=N_("Make a process of its own of the inner groups, and “call:” it."),
    why=N_("Nobody can follow who waits for whom in a group so deep, and no picture shows it."),
    wrong=_TOGETHER.replace("[pick, bill]", f"[{_NINE}, bill]").format(join="    join: send\n"),
    right=_TOGETHER.format(join="    join: send\n"),
)

SHAPE_RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    NOT_ALLOWED,
    BAD_PATTERN,
    OUT_OF_RANGE,
    NOT_UNIQUE,
    MISSING_COMPANION,
    MISPLACED_KEY,
    EMPTY_VALUE,
    UNEXPECTED_FILE,
    MISSING_FILE,
    UNCHANGEABLE_RULE,
    GROUPS_TOO_DEEP,
)
