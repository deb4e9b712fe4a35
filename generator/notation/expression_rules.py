"""The rules about expressions: the conditions and computed fields of forms."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity
from generator.notation.examples import order_sheet

EXPRESSION_NOT_UNDERSTOOD = Rule(
    code="HB520",
    name="expression-not-understood",
    message=N_("“{found}” was not expected here."),
    hint=N_("Write it like: amount > 5000 and filled(manager_sign)"),
    why=N_(
        "Rules and computed fields are worked out when a form comes back, so they follow a fixed "
        "grammar: fields, numbers, texts in quotation marks, operators as in Excel."
    ),
    wrong=order_sheet("amount > > 0"),
    right=order_sheet("amount > 0"),
)

EXPRESSION_SPELLING = Rule(
    code="HB521",
    name="expression-spelling",
    message=N_("“{wrong}” is not how this is written."),
    hint=N_("Write “{right}”."),
    why=N_(
        "Expressions have one spelling, as in Excel: = <> <= >= and or not, in half-width "
        "characters and lower case."
    ),
    wrong=order_sheet("amount == 0 or filled(manager_sign)"),
    right=order_sheet("amount = 0 or filled(manager_sign)"),
)

EXPRESSION_QUOTES = Rule(
    code="HB522",
    name="expression-quotes",
    message=N_("Texts in expressions stand in straight quotation marks."),
    hint=N_("Write {right} instead of {wrong}."),
    why=N_(
        "Other quotation marks are understood, but the straight one is the same on every keyboard "
        "and in Excel."
    ),
    wrong=order_sheet("kind = “stock” or filled(manager_sign)"),
    right=order_sheet('kind = "stock" or filled(manager_sign)'),
    severity=Severity.WARNING,
)

EXPRESSION_UNCLOSED = Rule(
    code="HB523",
    name="expression-unclosed",
    message=N_("“{opening}” is not closed."),
    hint=N_("Write the closing sign where the text or the group ends."),
    why=N_(
        "Parentheses and quotation marks come in pairs; without the second one nobody can tell "
        "what belongs together."
    ),
    wrong=order_sheet("(amount > 0"),
    right=order_sheet("(amount > 0)"),
)

EXPRESSION_UNKNOWN_NAME = Rule(
    code="HB524",
    name="expression-unknown-name",
    message=N_("“{name}” is not a field here."),
    hint=N_(
        "Write the id that stands after “field:”; a column is written table.column; a text "
        "stands in quotation marks."
    ),
    why=N_(
        "An expression can only use the fields of its form. A mistyped id would make the rule "
        "silently never apply."
    ),
    wrong=order_sheet("amont > 0"),
    right=order_sheet("amount > 0"),
)

EXPRESSION_UNQUOTED_OPTION = Rule(
    code="HB525",
    name="expression-unquoted-option",
    message=N_("“{option}” is an option of “{name}”, so it stands in quotation marks."),
    hint=N_("Write {right}."),
    why=N_("Words without quotation marks are fields; options are texts."),
    wrong=order_sheet("kind = stock or filled(manager_sign)"),
    right=order_sheet('kind = "stock" or filled(manager_sign)'),
)

EXPRESSION_UNKNOWN_OPTION = Rule(
    code="HB526",
    name="expression-unknown-option",
    message=N_("“{option}” is not an option of “{name}”."),
    hint=N_("Write one of its options: {options}"),
    why=N_(
        "A comparison with an option that does not exist is never true, and nobody would notice."
    ),
    wrong=order_sheet('kind = "stok" or filled(manager_sign)'),
    right=order_sheet('kind = "stock" or filled(manager_sign)'),
)

EXPRESSION_FUNCTION = Rule(
    code="HB527",
    name="expression-function",
    message=N_("“{function}(…)” cannot be worked out."),
    hint=N_(
        "The functions are: sum(fields), count(fields), filled(field), approved(signature), "
        "today(), date(year, month, day)"
    ),
    why=N_("There are six functions, and each needs its arguments."),
    wrong=order_sheet("total(amount) > 0"),
    right=order_sheet("sum(amount) > 0"),
)

EXPRESSION_RESULT = Rule(
    code="HB528",
    name="expression-result",
    message=N_("This gives {found}, but {wanted} is needed here."),
    hint=N_(
        "A rule must be true or false, so compare something (amount > 0). A number of days is "
        "a difference of dates divided by 1d."
    ),
    why=N_("A rule holds or does not hold. A computed field needs a value of its own type."),
    wrong=order_sheet("amount + 1"),
    right=order_sheet("amount + 1 > 1"),
)

EXPRESSION_TYPES = Rule(
    code="HB529",
    name="expression-types",
    message=N_("“{operator}” cannot join {left} and {right}."),
    hint=N_(
        "Both sides must be alike: numbers with numbers, dates with dates, texts with texts; "
        "a duration such as 30d can be added to a date."
    ),
    why=N_("Comparing unlike things is always a slip, and its result would be meaningless."),
    wrong=order_sheet("placed_on > 5"),
    right=order_sheet("placed_on > date(2026, 1, 31)"),
)

EXPRESSION_DURATION = Rule(
    code="HB530",
    name="expression-duration",
    message=N_("“{duration}” is not always equally long, so it cannot be compared."),
    hint=N_("Add it to a date and compare dates: placed_on + {duration} >= today()"),
    why=N_(
        "A month has 28 to 31 days, and working days depend on the calendar. Counted from a date "
        "they are exact."
    ),
    wrong=order_sheet("today() - placed_on < 3mo"),
    right=order_sheet("today() < placed_on + 3mo"),
)

EXPRESSION_ROWS = Rule(
    code="HB531",
    name="expression-rows",
    message=N_("“{name}” has many values, not one."),
    hint=N_("Say what to make of them: sum({name}) or count({name})."),
    why=N_(
        "A column of a table has a value in every row. For a rule about each row write it under "
        "the table itself."
    ),
    wrong="""\
# processes/sales/forms/order-sheet.yml
sections:
  - section: order
    title: Order
    fields:
      - {field: customer, label: Customer, type: text}
      - {field: amount, label: Amount, type: money}
      - {field: placed_on, label: Placed on, type: date}
      - {field: kind, label: Kind, type: choice, options: [stock, custom]}
      - field: goods
        label: Goods
        type: table
        rows: 3
        columns:
          - {field: price, label: Price, type: money}
  - section: release
    title: Release
    fields:
      - {field: manager_sign, label: Manager, type: signature, by: manager}
rules:
  - must: amount = goods.price
    say: The amount is the sum of the goods.
""",
    right="""\
# processes/sales/forms/order-sheet.yml
sections:
  - section: order
    title: Order
    fields:
      - {field: customer, label: Customer, type: text}
      - {field: amount, label: Amount, type: money}
      - {field: placed_on, label: Placed on, type: date}
      - {field: kind, label: Kind, type: choice, options: [stock, custom]}
      - field: goods
        label: Goods
        type: table
        rows: 3
        columns:
          - {field: price, label: Price, type: money}
  - section: release
    title: Release
    fields:
      - {field: manager_sign, label: Manager, type: signature, by: manager}
rules:
  - must: amount = sum(goods.price)
    say: The amount is the sum of the goods.
""",
)

EXPRESSION_CHAIN = Rule(
    code="HB532",
    name="expression-chain",
    message=N_("“{operator}” cannot follow another comparison."),
    hint=N_("Join two comparisons with “and”: amount > 0 and amount < 5000"),
    why=N_(
        "In a chain it is not clear what is compared with what; Excel reads it differently from "
        "what people mean."
    ),
    wrong=order_sheet("0 < amount < 5000"),
    right=order_sheet("0 < amount and amount < 5000"),
)

EXPRESSION_TOO_COMPLEX = Rule(
    code="HB533",
    name="expression-too-complex",
    message=N_("This expression is too long or too deeply nested."),
    hint=N_("Split it into several rules, each with a sentence of its own."),
    why=N_(
        "A person who breaks a rule reads one sentence about it. An expression of more than 200 "
        "words and signs, or with more than 20 levels, says too much for one sentence."
    ),
    wrong=order_sheet("(" * 21 + "amount > 0" + ")" * 21),
    right=order_sheet("(amount > 0)"),
)

EXPRESSION_RULES = (
    EXPRESSION_NOT_UNDERSTOOD,
    EXPRESSION_SPELLING,
    EXPRESSION_QUOTES,
    EXPRESSION_UNCLOSED,
    EXPRESSION_UNKNOWN_NAME,
    EXPRESSION_UNQUOTED_OPTION,
    EXPRESSION_UNKNOWN_OPTION,
    EXPRESSION_FUNCTION,
    EXPRESSION_RESULT,
    EXPRESSION_TYPES,
    EXPRESSION_DURATION,
    EXPRESSION_ROWS,
    EXPRESSION_CHAIN,
    EXPRESSION_TOO_COMPLEX,
)
