"""The findings about filled forms (HB540 to HB569): files refused, values that do not hold."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

NOT_WORD = Rule(
    code="HB540",
    name="not-a-word-file",
    message=N_("This is not a Word file (.docx)."),
    hint=N_("Open it in Word or WPS and save it as a Word document (.docx)."),
    why=N_("Only .docx files carry the fields by which a form is read."),
    wrong="complaint.docx: a photo, a PDF or a cut-off download",
    right="complaint.docx: saved by Word or WPS as a Word document",
)
LOCKED = Rule(
    code="HB541",
    name="locked-or-old-file",
    message=N_("This file has a password or is in the old format (.doc)."),
    hint=N_("Take the password off, or save it as a Word document (.docx)."),
    why=N_("What is encrypted cannot be read, and the old format has no fields of this kind."),
    wrong="complaint.doc renamed to complaint.docx",
    right="complaint.docx without a password",
)
ACTIVE = Rule(
    code="HB542",
    name="active-content",
    message=N_("This file holds what a form never holds: {what}."),
    hint=N_("Fill in a fresh copy of the form; do not paste anything but text."),
    why=N_("Macros and links to other files can do harm on the next computer."),
    wrong="complaint.docx with a macro (vbaProject.bin)",
    right="complaint.docx with filled fields only",
)
UNSAFE = Rule(
    code="HB543",
    name="unsafe-package",
    message=N_("This file is not put together as Word does it: {what}."),
    hint=N_("Fill in a fresh copy of the form."),
    why=N_("Files that unfold to enormous sizes or that claim one part twice are made to deceive."),
    wrong="complaint.docx of 100 KB that unfolds to 1 GB",
    right="complaint.docx as Word saved it",
)
NOT_A_FORM = Rule(
    code="HB544",
    name="not-a-form",
    message=N_("This Word file is not one of the handbook's forms."),
    hint=N_("Download the form from its page, and fill in that file."),
    why=N_("A text that only looks like the form has no fields to read."),
    wrong="complaint.docx typed up by hand",
    right="complaint.docx downloaded from the form's page",
)
UNKNOWN_FORM = Rule(
    code="HB545",
    name="form-of-another-handbook",
    message=N_("The form {form} is not in this handbook."),
    hint=N_("Check that -C names the handbook that the form was downloaded from."),
    why=N_("Values can only be checked against the form's own definition."),
    wrong="handbook -C ours collect theirs.docx",
    right="handbook -C theirs collect theirs.docx",
)
RECOVERED = Rule(
    code="HB546",
    name="fields-recovered",
    message=N_(
        "{count} {count:field has lost its control|fields have lost their controls}; "
        "found by label and place: {labels}."
    ),
    hint=N_("Compare them with the paper. Word, WPS and LibreOffice 24.8 or newer keep controls."),
    why=N_("Old versions of LibreOffice, and the old format .doc, take the controls away."),
    wrong="complaint.docx saved by LibreOffice 7.4",
    right="complaint.docx saved by Word, WPS or LibreOffice 24.8",
    severity=Severity.WARNING,
)
OTHER_VERSION = Rule(
    code="HB547",
    name="form-of-another-version",
    message=N_("The form is version {own}; the handbook has {current}."),
    hint=N_("The values were read as far as both versions agree."),
    why=N_("Fields may have come, gone or changed between the two."),
    wrong="complaint.docx downloaded before the last revision",
    right="complaint.docx of the version in force",
    severity=Severity.WARNING,
)
FIELD_GONE = Rule(
    code="HB548",
    name="field-removed",
    message=N_("The field “{label}” is no longer in the file."),
    hint=N_("Fill in a fresh copy of the form."),
    why=N_("Somebody took off the protection and deleted the field; what was in it is unknown."),
    wrong="complaint.docx without the field for the date",
    right="complaint.docx with all its fields",
)
FIELD_TWICE = Rule(
    code="HB549",
    name="field-twice",
    message=N_("The field “{label}” stands in the file more than once, with different values."),
    hint=N_("Fill in a fresh copy of the form."),
    why=N_("Nobody can tell which of the values is meant."),
    wrong="complaint.docx with the date copied into a second field",
    right="complaint.docx with each field once",
)
EMPTY = Rule(
    code="HB550",
    name="required-field-empty",
    message=N_("“{label}” is not filled in."),
    hint=N_("Fill it in, and hand the form in again."),
    why=N_("The steps that follow rely on it."),
    wrong="Customer *: (empty)",
    right="Customer *: Miller & Co",
)
WRONG_TYPE = Rule(
    code="HB551",
    name="value-of-another-kind",
    message=N_("“{label}” says “{value}”; {wanted} is wanted."),
    hint=N_("Write a value of that kind, and hand the form in again."),
    why=N_("Values that are no dates or numbers cannot be added up, compared or found again."),
    wrong="Received on: next Monday",
    right="Received on: 2026-11-20",
)
NOT_LISTED = Rule(
    code="HB552",
    name="not-in-the-list",
    message=N_("“{label}” says “{value}”, which is not in the list: {known}."),
    hint=N_("Choose one that is in the list, and hand the form in again."),
    why=N_("Other words for the same thing make counting impossible."),
    wrong="Result: more or less",
    right="Result: partly solved",
)
OUT_OF_LIMITS = Rule(
    code="HB553",
    name="value-out-of-limits",
    message=N_("“{label}” says “{value}”; {limit}."),
    hint=N_("Write a value that keeps the limits, and hand the form in again."),
    why=N_("The form says within which limits a value makes sense."),
    wrong="Score: 120",
    right="Score: 98",
)
RULE_BROKEN = Rule(
    code="HB554",
    name="form-rule-broken",
    message=N_("{says}"),
    hint=N_("Mend the values that the rule compares, and hand the form in again."),
    why=N_("The form itself says so: this is one of its rules."),
    wrong="Start: 2026-12-05, end: 2026-12-01",
    right="Start: 2026-12-01, end: 2026-12-05",
)
WRONG_SUM = Rule(
    code="HB555",
    name="computed-value-differs",
    message=N_("“{label}” says “{value}”, but works out to {expected}."),
    hint=N_("Write the value that the form works out, or mend what it is worked out from."),
    why=N_("Either the result or one of the values that it comes from is wrong."),
    wrong="100 + 200 = 290",
    right="100 + 200 = 300",
)
NO_NUMBER = Rule(
    code="HB556",
    name="no-document-number",
    message=N_("The form has no number; it is kept under {key}."),
    hint=N_("Give it a number, so that corrections find it again."),
    why=N_("Without a number a corrected copy counts as another form."),
    wrong="Number: (empty)",
    right="Number: KS-2026-0137",
)
AGAIN = Rule(
    code="HB557",
    name="second-version-of-a-form",
    message=N_("“{key}” came with other content before; now version {version} of {count}: {what}."),
    hint=N_("All are kept; the one saved last counts. Ask the sender if that is not meant."),
    why=N_("A number that stands on two forms is a correction or a mistake."),
    wrong="two files with the number KS-2026-0137 and different dates",
    right="one file with the number KS-2026-0137",
    severity=Severity.WARNING,
)
UNTOUCHED = Rule(
    code="HB558",
    name="section-not-filled",
    message=N_("The section “{section}” is empty; the form counts as partly filled."),
    hint=N_("Have the section filled in, and hand the form in again."),
    why=N_("Forms are collected before their last step too; their empty sections are no mistakes."),
    wrong="the section “Approval” is empty",
    right="the section “Approval” is filled in",
    severity=Severity.INFO,
)
UNKNOWN_FIELD = Rule(
    code="HB559",
    name="field-not-in-the-form",
    message=N_("The field “{tag}” is not in the form; it says “{value}”."),
    hint=N_("The value was left out."),
    why=N_("It comes from another version of the form, or somebody added it."),
    wrong="a field that the last revision took out",
    right="the fields of the version in force",
    severity=Severity.WARNING,
)
TRACKED = Rule(
    code="HB560",
    name="tracked-changes",
    message=N_("The file holds tracked changes; what was deleted does not count."),
    hint=N_("Accept or reject the changes before handing the form in."),
    why=N_("Who reads the paper may see another text than the one that counts."),
    wrong="a date struck through, another one beside it",
    right="one date",
    severity=Severity.WARNING,
)
UNCLEAR = Rule(
    code="HB561",
    name="value-not-clear",
    message=N_("“{label}” says “{value}”: {doubt}."),
    hint=N_("Ask who filled it in; the value was not taken, the rest of the form was."),
    why=N_("What can mean two things is asked, never guessed."),
    wrong="Received on: 05/06/2026",
    right="Received on: 2026-06-05",
)
NOTHING = Rule(
    code="HB562",
    name="form-not-filled",
    message=N_("Nothing is filled in."),
    hint=N_("Perhaps the form was saved under another name."),
    why=N_("An empty form is no record."),
    wrong="the form as it was downloaded",
    right="the form with its fields filled in",
)
UNSIGNED = Rule(
    code="HB563",
    name="signature-incomplete",
    message=N_("The signature “{label}” of {who} lacks: {what}."),
    hint=N_("Have the signature completed, and hand the form in again."),
    why=N_("A signature counts with name and date, and with the conclusion where there is one."),
    wrong="Approved by: Miller, date: (empty)",
    right="Approved by: Miller, date: 2026-11-20",
)
UNREADABLE = Rule(
    code="HB564",
    name="file-cannot-be-opened",
    message=N_("The file cannot be opened: {reason}."),
    hint=N_("Close it in Word, or ask for the right to read it."),
    why=N_("What cannot be opened cannot be collected."),
    wrong="complaint.docx without the right to read it",
    right="complaint.docx that can be read",
)
FAR_YEAR = Rule(
    code="HB565",
    name="year-far-away",
    message=N_("“{label}” says “{value}”; is the year {year} meant?"),
    hint=N_("The value was taken. If it is a slip of the pen, hand in a corrected form."),
    why=N_("Two figures that change places make a year that nobody meant."),
    wrong="Received on: 2206-11-20",
    right="Received on: 2026-11-20",
    severity=Severity.WARNING,
)
NOT_UNIQUE = Rule(
    code="HB566",
    name="value-used-already",
    message=N_("“{label}” says “{value}”, which stands there already: {place}."),
    hint=N_("Use a value of its own for each, and hand the form in again."),
    why=N_("The form says that no two may be alike."),
    wrong="two contracts with the number HT-2026-001",
    right="contract numbers HT-2026-001 and HT-2026-002",
)
LABEL_CHANGED = Rule(
    code="HB567",
    name="number-under-a-changed-label",
    message=N_("“{label}” says “{value}” beside “{text}”, where the form prints “{printed}”."),
    hint=N_("Ask which unit is meant; the value was not taken, the rest of the form was."),
    why=N_("A number under another unit is another amount: 5 under 万元 is 50,000 yuan."),
    wrong="Amount (yuan) changed to Amount (10,000 yuan): 5",
    right="Amount (yuan): 50,000",
)
PRINT_CHANGED = Rule(
    code="HB569",
    name="print-changed",
    message=N_("The form prints “{printed}”; in the file stands “{text}”."),
    hint=N_("It is kept with the record. Fill in a fresh copy where the form itself is wrong."),
    why=N_("Who changes what a form asks, changes what the answers mean."),
    wrong="Received on, changed to Sent on",
    right="the form as it was handed out",
    severity=Severity.WARNING,
)
ENTRY_OF_THEN = Rule(
    code="HB579",
    name="entry-of-an-older-form",
    message=N_(
        "“{label}” says “{value}”, which was in the list when the form was handed out, and is not"
        " today."
    ),
    hint=N_("It is kept as chosen. Hand out today's form to whoever fills in the next one."),
    why=N_("What could be chosen at that time is evidence of that time."),
    wrong="a form of V1.0 in which “fax” was chosen, which V1.1 no longer lists",
    right="a form of V1.1, with an entry that it lists",
    severity=Severity.INFO,
)
REMARK = Rule(
    code="HB568",
    name="remark-beside-the-fields",
    message=N_("The form also holds this {what} ({place}): “{text}”."),
    hint=N_("It is kept with the record as a remark. Read it: it may change what the fields say."),
    why=N_("A note beside a field can take back what the field says."),
    wrong="a comment “not approved” beside the signature",
    right="the opinion stands in the field for it",
    severity=Severity.WARNING,
)
COLLECT_RULES = (
    NOT_WORD,
    LOCKED,
    ACTIVE,
    UNSAFE,
    NOT_A_FORM,
    UNKNOWN_FORM,
    RECOVERED,
    OTHER_VERSION,
    FIELD_GONE,
    FIELD_TWICE,
    EMPTY,
    WRONG_TYPE,
    NOT_LISTED,
    OUT_OF_LIMITS,
    RULE_BROKEN,
    WRONG_SUM,
    NO_NUMBER,
    AGAIN,
    UNTOUCHED,
    UNKNOWN_FIELD,
    TRACKED,
    UNCLEAR,
    NOTHING,
    UNSIGNED,
    UNREADABLE,
    FAR_YEAR,
    NOT_UNIQUE,
    LABEL_CHANGED,
    REMARK,
    PRINT_CHANGED,
    ENTRY_OF_THEN,
)
