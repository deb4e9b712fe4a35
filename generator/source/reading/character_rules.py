"""Rules about the encoding and the characters of a file."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule

ENCODING = Rule(
    code="HB013",
    name="encoding",
    message=N_("This file is saved as {encoding}; save it as UTF-8."),
    hint=N_(
        "VS Code: click the encoding in the status bar, “Save with Encoding”, “UTF-8”. "
        "Notepad: “Save as”, encoding “UTF-8”."
    ),
    why=N_(
        "UTF-8 is the only encoding that every editor, system and browser reads alike. With any "
        "other, Chinese text turns into nonsense on the next computer."
    ),
    wrong="title: 客户投诉处理\n".encode("gbk"),
    right="title: 客户投诉处理\n",
)
NOT_TEXT = Rule(
    code="HB014",
    name="not-text",
    message=N_("This is {kind} with a changed name, not a text file."),
    hint=N_(
        "Put documents and pictures into the folder “content”. To turn an Excel sheet or a "
        "BPMN model into YAML, use “handbook import”."
    ),
    why=N_("Renaming a file does not change what is in it."),
    wrong=b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
    right="title: 客户投诉处理\n",
)
BROKEN_CHARACTER = Rule(
    code="HB015",
    name="broken-character",
    message=N_("A character here is damaged."),
    hint=N_("Delete it (it shows as “\ufffd”) and type the right one."),
    why=N_(
        "The bytes at this place are no character. They come from a copy that was cut off or "
        "converted wrongly, and the original character is lost."
    ),
    wrong="title: 客户投诉处理".encode()[:-1] + b"\n",
    right="title: 客户投诉处理\n",
)
CONTROL_CHARACTER = Rule(
    code="HB016",
    name="control-character",
    message=N_("The control character {character} stands here."),
    hint=N_("Delete it: put the cursor behind the place and press Backspace once."),
    why=N_(
        "Control characters are invisible, come in by copying, and are not allowed in Word and "
        "Excel files."
    ),
    wrong="title: 客户\x0b投诉处理\n",
    right="title: 客户投诉处理\n",
)
LINE_SEPARATOR = Rule(
    code="HB017",
    name="line-separator",
    message=N_("The invisible line separator {character} stands here."),
    hint=N_("Delete it; where a new line is meant, press Enter."),
    why=N_(
        "It comes in by copying from web pages and PDF files. Some programs begin a new line at "
        "it and some do not, so they would read different texts."
    ),
    wrong="title: 客户\u2028投诉处理\n",
    right="title: 客户投诉处理\n",
)
DIRECTION = Rule(
    code="HB018",
    name="writing-direction",
    message=N_("The invisible character {character} changes the writing direction here."),
    hint=N_("Delete it: put the cursor behind the place and press Backspace once."),
    why=N_(
        "It makes a reviewer see another text than the one that the handbook uses "
        "(“Trojan Source”, CVE-2021-42574)."
    ),
    wrong="title: 批准\u202e人总\n",
    right="title: 总经理批准\n",
)
INVISIBLE = Rule(
    code="HB019",
    name="invisible-character",
    message=N_("The invisible character {character} stands in “{text}”."),
    hint=N_("Delete it, or type the word again."),
    why=N_(
        "Two ids that look alike but differ in an invisible character are two different ids; "
        "nobody can see why a reference is not found."
    ),
    wrong="owner: complaint\u200b-officer\n",
    right="owner: complaint-officer\n",
)
LOOK_ALIKE = Rule(
    code="HB020",
    name="look-alike-character",
    message=N_("“{text}” contains {character}, which only looks like “{ascii}”."),
    hint=N_("Write “{better}”."),
    why=N_(
        "Full-width letters and letters of other alphabets look like the ones that ids are made "
        "of, but are others; nobody can see why a reference is not found."
    ),
    wrong="\u043ewner: complaint-officer\n",
    right="owner: complaint-officer\n",
)

CHARACTER_RULES = (
    ENCODING,
    NOT_TEXT,
    BROKEN_CHARACTER,
    CONTROL_CHARACTER,
    LINE_SEPARATOR,
    DIRECTION,
    INVISIBLE,
    LOOK_ALIKE,
)
