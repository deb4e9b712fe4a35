"""Rules about YAML that is right but that a handbook does not use, and about its limits."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

ALIAS = Rule(
    code="HB034",
    name="alias",
    message=N_("“{text}” is a YAML reference, which handbooks do not use."),
    hint=N_("If it is a text, put it in quotes; otherwise write the content out here."),
    why=N_(
        "References (& and *) make one line change others far away, which no reviewer sees, and "
        "a few lines of them can fill the memory of a computer."
    ),
    wrong="inputs: *standard-inputs\n",
    right="inputs: [投诉内容, 购买凭证]\n",
)
TAG = Rule(
    code="HB035",
    name="tag",
    message=N_("“{text}” is a YAML type tag, which handbooks do not use."),
    hint=N_("If it is a text, put it in quotes; otherwise delete the word with the “!”."),
    why=N_(
        "Tags let a file ask the program to create things; a handbook holds text, numbers, yes "
        "and no only."
    ),
    wrong="title: !important 客户投诉处理\n",
    right="title: 客户投诉处理\n",
)
MERGE_KEY = Rule(
    code="HB036",
    name="merge-key",
    message=N_("“<<” would copy fields from elsewhere, which handbooks do not use."),
    hint=N_("Write the fields out here."),
    why=N_("Copied fields are seen neither by reviewers nor in a comparison of two versions."),
    wrong="steps:\n  - <<: {title: 受理登记}\n",
    right="steps:\n  - title: 受理登记\n",
)
DIRECTIVE = Rule(
    code="HB037",
    name="directive",
    message=N_("A line cannot begin with %."),
    hint=N_("Delete the line; if it is a remark, begin it with #."),
    why=N_("Such lines are instructions to YAML programs. A handbook needs none."),
    wrong="%YAML 1.2\n---\ntitle: 客户投诉处理\n",
    right="# YAML 1.2\ntitle: 客户投诉处理\n",
)
SEVERAL_DOCUMENTS = Rule(
    code="HB038",
    name="several-documents",
    message=N_("A second document begins here; a file holds one."),
    hint=N_("Delete the line “---”, or move what follows into a file of its own."),
    why=N_("The file name is the id of one process or form; a second one would have no name."),
    wrong="title: 客户投诉处理\n---\ntitle: 维修\n",
    right="title: 客户投诉处理\n",
)
DUPLICATE_KEY = Rule(
    code="HB039",
    name="duplicate-key",
    message=N_("“{key}” stands here a second time."),
    hint=N_("Keep one of the two; for a new entry of a list, begin the line with “- ”."),
    why=N_("Most programs would silently keep one of the two and lose the other."),
    wrong="title: 客户投诉处理\ntitle: 投诉\n",
    right="title: 客户投诉处理\n",
)
KEY_NOT_TEXT = Rule(
    code="HB040",
    name="key-not-text",
    message=N_("The name of this field, “{key}”, is not a text for YAML."),
    hint=N_("Put it in quotes: '{key}'."),
    why=N_("An unquoted number, true, false or null is a number or a truth value, not a name."),
    wrong="values:\n  2026: 50000\n",
    right="values:\n  '2026': 50000\n",
)
EMPTY_KEY = Rule(
    code="HB041",
    name="empty-key",
    message=N_("There is no field name before this colon."),
    hint=N_(
        "Write the name before the colon, or put the text in quotes if the colon belongs to it."
    ),
    why=N_("Each value needs a name by which the handbook can find it."),
    wrong="title: 客户投诉处理\n: P-07-02\n",
    right="title: 客户投诉处理\ncode: P-07-02\n",
)
COMPLEX_KEY = Rule(
    code="HB042",
    name="complex-key",
    message=N_("A list or group cannot be the name of a field."),
    hint=N_("Use a plain word as the name; a text that begins with a bracket or ? needs quotes."),
    why=N_("Names of fields are words, so that they can be found and compared."),
    wrong="[一般, 较大]: 2h\n",
    right="一般: 2h\n",
)
TOO_DEEP = Rule(
    code="HB043",
    name="too-deep",
    message=N_("More than {limit} levels lie within each other here."),
    hint=N_("Check the brackets and the indentation; a process needs about ten levels."),
    why=N_("The limit keeps a damaged or hostile file from exhausting the program."),
    wrong="title: " + "[" * 50 + "]" * 50 + "\n",
    right="title: [[]]\n",
)
TOO_MANY_VALUES = Rule(
    code="HB044",
    name="too-many-values",
    message=N_("This file holds more than {limit} entries."),
    hint=N_("Split it into several processes or forms."),
    why=N_(
        "A long process has about a thousand entries. The limit keeps a damaged or hostile file "
        "from exhausting the program."
    ),
    wrong="inputs: [投诉内容, …]   # 100000 entries\n",
    right="inputs: [投诉内容]\n",
)
TEXT_TOO_LONG = Rule(
    code="HB045",
    name="text-too-long",
    message=N_("This text has {length} characters; at most {limit} are allowed."),
    hint=N_("Shorten it, or divide it into several fields. Is a closing quote missing?"),
    why=N_("An Excel cell holds 32,767 characters and cuts off the rest without a word."),
    wrong="purpose: 快回应、查清责任……   # 25000 characters\n",
    right="purpose: 快回应、查清责任。\n",
)
EMPTY_FILE = Rule(
    code="HB046",
    name="empty-file",
    message=N_("This file is empty."),
    hint=N_("Write its content, or delete it. “handbook new” makes a file to start from."),
    why=N_("An empty file is most often one that was not saved."),
    wrong="# 待写\n",
    right="title: 客户投诉处理\n",
)
NOT_A_MAPPING = Rule(
    code="HB047",
    name="not-fields",
    message=N_("This file does not consist of fields."),
    hint=N_("Begin it with lines such as “title: text”."),
    why=N_(
        "Every file of a handbook is a group of fields with names; a list or a mere text is not."
    ),
    wrong="- title: 客户投诉处理\n",
    right="title: 客户投诉处理\n",
)
IGNORE_COMMENT = Rule(
    code="HB048",
    name="ignore-comment",
    message=N_("This remark to the handbook program is not understood."),
    hint=N_("Write “# handbook: ignore[HB402] and the reason”."),
    why=N_(
        "A finding may be silenced, but only by its code and with a reason that the next editor "
        "can read."
    ),
    wrong="title: 客户投诉处理   # handbook: ignore HB402 部长兼任\n",
    right="title: 客户投诉处理   # handbook: ignore[HB402] 部长兼任\n",
)
MORE_FINDINGS = Rule(
    code="HB049",
    name="more-findings",
    message=N_("This file has {count} more {count:finding|findings} of the kind {code}."),
    hint=N_("Correct the ones listed; then the next ones are shown."),
    why=N_(
        "Only the first 50 of a kind are listed for a file, because the rest mostly have the "
        "same cause."
    ),
    wrong="\n".join(f"n{at % 2}: 1" for at in range(53)) + "\n",
    right="n0: 1\nn1: 1\n",
    severity=Severity.INFO,
)

STRUCTURE_RULES = (
    ALIAS,
    TAG,
    MERGE_KEY,
    DIRECTIVE,
    SEVERAL_DOCUMENTS,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    EMPTY_KEY,
    COMPLEX_KEY,
    TOO_DEEP,
    TOO_MANY_VALUES,
    TEXT_TOO_LONG,
    EMPTY_FILE,
    NOT_A_MAPPING,
    IGNORE_COMMENT,
    MORE_FINDINGS,
)
