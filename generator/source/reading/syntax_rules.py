"""Rules about writing that is not YAML, one for each common slip."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule

TAB = Rule(
    code="HB021",
    name="tab",
    message=N_("A tab stands here, where YAML needs spaces."),
    hint=N_("Replace the tab by spaces, two for each level."),
    why=N_(
        "YAML shows by spaces at the start of a line what belongs to what. A tab is as wide as "
        "each editor likes, so it is not allowed there."
    ),
    wrong="steps:\n\t- step: register\n",
    right="steps:\n  - step: register\n",
)
FULL_WIDTH_COLON = Rule(
    code="HB022",
    name="full-width-colon",
    message=N_("The colon after “{word}” is the Chinese one (：)."),
    hint=N_("Write “{word}: ” with an English colon and a space."),
    why=N_(
        "Only the English colon with a space behind it parts a field from its value. The Chinese "
        "colon is right inside a text."
    ),
    wrong="title：客户投诉处理\ncode: P-07-02\n",
    right="title: 客户投诉处理\ncode: P-07-02\n",
)
MISSING_SPACE = Rule(
    code="HB023",
    name="missing-space",
    message=N_("There is no space after “{mark}”."),
    hint=N_("Write “{mark} ”, with a space."),
    why=N_(
        "Only a colon with a space behind it parts a field from its value, and only a hyphen with "
        "a space begins an entry of a list. Without the space they are part of the text, as in "
        "12:30."
    ),
    wrong="title:客户投诉处理\ncode: P-07-02\n",
    right="title: 客户投诉处理\ncode: P-07-02\n",
)
MISSING_COLON = Rule(
    code="HB024",
    name="missing-colon",
    message=N_("“{text}” has no colon."),
    hint=N_(
        "Write a field as “title: text”. If the line continues the text above, indent it deeper."
    ),
    why=N_("Each line of a group is a field name, a colon, a space and a value."),
    wrong="title 客户投诉处理\ncode: P-07-02\n",
    right="title: 客户投诉处理\ncode: P-07-02\n",
)
COLON_IN_TEXT = Rule(
    code="HB025",
    name="colon-in-text",
    message=N_("The text of “{word}” contains a colon with a space behind it."),
    hint=N_("Put the whole text in quotes, or use the Chinese colon (：) inside it."),
    why=N_(
        "A colon with a space behind it means “field: value”, so two of them on one line are "
        "ambiguous."
    ),
    wrong="title: 投诉: 处理办法\n",
    right="title: '投诉: 处理办法'\n",
)
UNCLOSED_QUOTE = Rule(
    code="HB026",
    name="unclosed-quote",
    message=N_("The text that begins here with {quote} has no {quote} at its end."),
    hint=N_("Add {quote} at the end of the text, or remove the one at its start."),
    why=N_("A quoted text goes on, over all lines, until the same quote comes again."),
    wrong='title: "客户投诉处理\ncode: P-07-02\n',
    right='title: "客户投诉处理"\ncode: P-07-02\n',
)
TEXT_AFTER_END = Rule(
    code="HB027",
    name="text-after-end",
    message=N_("Something follows the closing {mark}."),
    hint=N_("Put quotes around the whole text: '…'. For words in quotes inside a text, use “ ”."),
    why=N_(
        "A value that begins with a quote or a bracket ends at the closing one; nothing may "
        "follow it."
    ),
    wrong='title: "客户"投诉处理\n',
    right="title: “客户”投诉处理\n",
)
BAD_ESCAPE = Rule(
    code="HB028",
    name="backslash",
    message=N_("The backslash in this text means nothing."),
    hint=N_("Use single quotes ('…') around the text; in them a backslash is just a backslash."),
    why=N_("Between double quotes a backslash begins a code such as \\n for a new line."),
    wrong='title: "C:\\data"\n',
    right="title: 'C:\\data'\n",
)
UNCLOSED_BRACKET = Rule(
    code="HB029",
    name="unclosed-bracket",
    message=N_(
        "The list or group that begins here with {bracket} is not right before this place "
        "or has no {closing} at its end."
    ),
    hint=N_(
        "Add {closing}, and put a comma between the entries. If {bracket} begins a text, put the "
        "text in quotes."
    ),
    why=N_(
        "A value that begins with a bracket is a list or a group, and ends with the matching one."
    ),
    wrong="informed: [branch-head, complaint-officer\ncode: P-07-02\n",
    right="informed: [branch-head, complaint-officer]\ncode: P-07-02\n",
)
RESERVED_CHARACTER = Rule(
    code="HB030",
    name="reserved-character",
    message=N_("A text cannot begin with {character}."),
    hint=N_("Put the text in quotes: '{character}…'."),
    why=N_(
        "Some characters have a meaning of their own at the start of a value: @ ` % & * ! | > ? , "
        "all brackets, and the hyphen with a space."
    ),
    wrong="contact: @客服部\n",
    right="contact: '@客服部'\n",
)
INDENTATION = Rule(
    code="HB031",
    name="indentation",
    message=N_("This line is not in line with the lines that it belongs to."),
    hint=N_(
        "Give it exactly as many spaces as its neighbours of the same group; what is inside "
        "something stands two spaces deeper."
    ),
    why=N_("YAML shows by the spaces at the start of a line what belongs to what."),
    wrong="revisions:\n   - version: V1.0\n  - version: V0.9\n",
    right="revisions:\n  - version: V1.0\n  - version: V0.9\n",
)
BLOCK_TEXT = Rule(
    code="HB032",
    name="block-text",
    message=N_("The text of several lines must begin on the line below {character}."),
    hint=N_(
        "Start the text on the next line, indented; if {character} belongs to the text, put the "
        "text in quotes."
    ),
    why=N_("The signs | and > say that the indented lines below are one text."),
    wrong="purpose: | 快回应\n  查清责任\n",
    right="purpose: |\n  快回应\n  查清责任\n",
)
SYNTAX = Rule(
    code="HB033",
    name="syntax",
    message=N_("This is not right YAML."),
    hint=N_(
        "Compare it with the lines around it: “field: value”, lists with “- ”, two spaces for "
        "each level. A text with special signs needs quotes."
    ),
    why=N_("From this place on the file cannot be understood."),
    wrong="--- title: 客户投诉处理\n",
    right="---\ntitle: 客户投诉处理\n",
)

SYNTAX_RULES = (
    TAB,
    FULL_WIDTH_COLON,
    MISSING_SPACE,
    MISSING_COLON,
    COLON_IN_TEXT,
    UNCLOSED_QUOTE,
    TEXT_AFTER_END,
    BAD_ESCAPE,
    UNCLOSED_BRACKET,
    RESERVED_CHARACTER,
    INDENTATION,
    BLOCK_TEXT,
    SYNTAX,
)
