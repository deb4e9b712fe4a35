"""The rules about dues and durations."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule
from generator.notation.examples import take_order

DUE_NOT_UNDERSTOOD = Rule(
    code="HB320",
    name="due-not-understood",
    message=N_("“{text}” is not a due."),
    hint=N_(
        "Write a duration such as 2h, 5wd or 15-30min, a point such as “30d before opening”, or a "
        "rhythm such as “weekly sat 18:00”. As a last resort write “text:” with a sentence below."
    ),
    why=N_(
        "Calendars, checklists and reminders are worked out from the dues. That succeeds only "
        "with dues in the forms that the program knows."
    ),
    wrong=take_order(due="soon"),
    right=take_order(due="2wd"),
)

DUE_SPELLING = Rule(
    code="HB321",
    name="due-spelling",
    message=N_("“{text}” is not how this due is written."),
    hint=N_("Write “{right}”."),
    why=N_("Every due has one spelling, so that files compare well and nobody has to guess."),
    wrong=take_order(due="3 working days"),
    right=take_order(due="3wd"),
)

DUE_INCOMPLETE = Rule(
    code="HB322",
    name="due-incomplete",
    message=N_("Something is missing in “{text}”."),
    hint=N_("Write it like “{example}”."),
    why=N_("A rhythm needs its day, and a point in time needs the step or milestone it hangs on."),
    wrong=take_order(due="weekly"),
    right=take_order(due="weekly sat 18:00"),
)

DUE_TOO_LONG = Rule(
    code="HB323",
    name="due-too-long",
    message=N_("“{extra}” does not belong after “{due}”."),
    hint=N_("Leave it out, or say it in the text of the step."),
    why=N_("A due says one thing. Words beside it would be lost in calendars and checklists."),
    wrong=take_order(due="2wd if possible"),
    right=take_order(due="2wd"),
)

DUE_TIME = Rule(
    code="HB324",
    name="due-time",
    message=N_("“{time}” is not a time of day."),
    hint=N_("Write two digits each for hour and minute, from 00:00 to 23:59."),
    why=N_(
        "Times are written as on a 24-hour clock. 24:00 is left out because it could be taken for "
        "either of two days."
    ),
    wrong=take_order(due="daily 24:00"),
    right=take_order(due="daily 23:59"),
)

DUE_WEEKDAY = Rule(
    code="HB325",
    name="due-weekday",
    message=N_("“{day}” is not a day of the week."),
    hint=N_("Write mon, tue, wed, thu, fri, sat or sun."),
    why=N_("The days of the week have short English names, the same in every handbook."),
    wrong=take_order(due="weekly someday 18:00"),
    right=take_order(due="weekly sat 18:00"),
)

DUE_DAY = Rule(
    code="HB326",
    name="due-day",
    message=N_("“{day}” is not a day that comes every time."),
    hint=N_(
        "Write a day from 1 to {highest}, “last” for the last day or “last-wd” for the last "
        "working day."
    ),
    why=N_(
        "Not every month has a 29th, 30th or 31st. A due on such a day would be skipped in some "
        "months, or everyone would count it differently. A quarterly due counts in the first month "
        "of the quarter, which always has 30 days."
    ),
    wrong=take_order(due="monthly 31"),
    right=take_order(due="monthly last"),
)

DUE_DATE = Rule(
    code="HB327",
    name="due-date",
    message=N_("“{date}” is not a day that comes every year."),
    hint=N_("Write month and day with two digits each, for example 12-28."),
    why=N_("A yearly due needs a month from 01 to 12 and a day that this month has in every year."),
    wrong=take_order(due="yearly 13-28"),
    right=take_order(due="yearly 12-28"),
)

DUE_ANCHOR = Rule(
    code="HB328",
    name="due-anchor",
    message=N_("“{text}” cannot be the id of a step or milestone."),
    hint=N_(
        "Write the id that stands after “step:” or “milestone:”; it has lower-case letters, "
        "digits and hyphens."
    ),
    why=N_("Dues hang on steps and milestones by id, so that a changed title breaks nothing."),
    wrong=take_order(due="3wd after Take_Order"),
    right=take_order(due="3wd after take"),
)

DUE_FIELD = Rule(
    code="HB329",
    name="due-field",
    message=N_("“{text}” does not name a field of a form."),
    hint=N_(
        "Write form and field with a dot between them: by order-sheet.placed_on, "
        "within order-sheet.reply_hours"
    ),
    why=N_(
        "“by” takes the date and “within” the duration that somebody writes into a form; for a "
        "step or milestone write “before”."
    ),
    wrong=take_order(due="by order-sheet"),
    right=take_order(due="by order-sheet.placed_on"),
)

DURATION_NOT_UNDERSTOOD = Rule(
    code="HB330",
    name="duration-not-understood",
    message=N_("“{text}” is not a duration."),
    hint=N_(
        "Write a whole number from 1 to 9999 and a unit, without a space: 15min, 2h, 3d, "
        "5wd (working days), 4w, 12mo, 3y."
    ),
    why=N_(
        "Due dates are worked out from durations, so they have one spelling. Days (d) are "
        "calendar days; working days (wd) follow the calendar of the handbook."
    ),
    wrong=take_order(takes="30 minutes"),
    right=take_order(takes="30min"),
)

DUE_PARAMETER = Rule(
    code="HB331",
    name="due-parameter",
    message=N_("“{parameter}” is “{value}”, which is no time for a due."),
    hint=N_(
        "Here a due needs a parameter with a duration such as 2h; alone it may also be a whole "
        "due such as “weekly sat 18:00”."
    ),
    why=N_(
        "The value of the parameter takes its place in the due. An amount of money or a text is "
        "no time."
    ),
    wrong=take_order(due="${approval-limit}"),
    right=take_order(due="${reply-time}"),
)

DUE_RULES = (
    DUE_NOT_UNDERSTOOD,
    DUE_SPELLING,
    DUE_INCOMPLETE,
    DUE_TOO_LONG,
    DUE_TIME,
    DUE_WEEKDAY,
    DUE_DAY,
    DUE_DATE,
    DUE_ANCHOR,
    DUE_FIELD,
    DURATION_NOT_UNDERSTOOD,
    DUE_PARAMETER,
)
