"""Rules about slips: what merging, pasting and a forgotten quote leave in a file."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

CONFLICT_MARKERS = Rule(
    code="HB052",
    name="conflict-markers",
    message=N_("Two people changed the same lines, and nobody has chosen yet."),
    hint=N_(
        "Keep one of the two versions, or join them, and delete the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>."
    ),
    why=N_(
        "Git writes both versions of the lines into the file, parted by such markers, and leaves "
        "the choice to people."
    ),
    wrong=(
        "<<<<<<< HEAD\ntitle: 客户投诉处理\n=======\ntitle: 顾客投诉处理\n>>>>>>> branch\n"
        "scope: 全部投诉\n"
    ),
    right="title: 客户投诉处理\nscope: 全部投诉\n",
)
ODD_INDENTATION = Rule(
    code="HB053",
    name="odd-indentation",
    message=N_("This line is indented with {character}, which is no space for YAML."),
    hint=N_("Indent it with ordinary spaces."),
    why=N_(
        "Spaces of Chinese input methods and of web pages look like spaces; YAML takes them for "
        "letters, and the line no longer belongs to its group."
    ),
    wrong="steps:\n  - step: register\n\u3000\u3000title: 受理登记\n",
    right="steps:\n  - step: register\n    title: 受理登记\n",
)
CUT_OFF = Rule(
    code="HB054",
    name="cut-off-text",
    message=N_("“{rest}” is not part of the text: behind a space, # begins a remark."),
    hint=N_(
        "Put the text in quotes: {quoted}. "
        "If it is a remark, write it on a line of its own, with a space behind the #."
    ),
    why=N_("What stands behind # is for editors only; readers would see half a sentence."),
    wrong="do: 到 #2 收银台登记。\n",
    right='do: "到 #2 收银台登记。"\n',
    severity=Severity.WARNING,
)
LIST_SEPARATOR = Rule(
    code="HB055",
    name="list-separator",
    message=N_("“{text}” is one entry of the list: “{mark}” does not part entries."),
    hint=N_(
        "Part them with the comma of the English keyboard: {better}. If it is one entry, put it "
        "in quotes."
    ),
    why=N_(
        "Only a comma and a space part the entries of a list in brackets; with another mark the "
        "whole becomes a single entry."
    ),
    wrong="options: [现货，定制]\n",
    right="options: [现货, 定制]\n",
)
SWALLOWED_ENTRY = Rule(
    code="HB057",
    name="swallowed-entry",
    message=N_("“{text}” is part of the text above, and no entry of a list."),
    hint=N_("Put it below the key of its list, or write the text above in one line."),
    why=N_(
        "A line that stands deeper than the text above goes on with it, whatever it begins with."
    ),
    wrong="do: Ask for\n  - the number\n",
    right="do: Ask for the number\n",
)

SLIP_RULES = (CONFLICT_MARKERS, ODD_INDENTATION, CUT_OFF, LIST_SEPARATOR, SWALLOWED_ENTRY)
