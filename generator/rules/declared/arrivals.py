"""The findings about what comes in and where it is kept (HB580 to HB589)."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

NOT_STORED = Rule(
    code="HB580",
    name="record-not-stored",
    message=N_("The form was read, but not stored: {reason}"),
    hint=N_("Mend what the store says, and collect the file again; the others are kept."),
    why=N_("What was read and not stored is not in the register."),
    wrong="a database that another program holds locked",
    right="the same database, closed there",
)
FAULT = Rule(
    code="HB581",
    name="file-beyond-the-program",
    message=N_("The program cannot cope with this file ({reason}); nothing of it was kept."),
    hint=N_("Send the file to whoever looks after the program. The other files are kept."),
    why=N_("A file that stops the program must not stop the other forms."),
    wrong="a file made to make programs stumble",
    right="complaint.docx as Word saved it",
)
OTHER_FILLER = Rule(
    code="HB582",
    name="number-of-another-form",
    message=N_("The number “{key}” stands on forms of {who}: no version, but another form."),
    hint=N_("Both are kept apart. Give one of them a number of its own."),
    why=N_("Two people who took the same number would overwrite each other."),
    wrong="KS-2026-0137 handed in by the east shop, and by the west shop",
    right="KS-2026-0137 and KS-2026-0138",
)
NO_TIME = Rule(
    code="HB583",
    name="versions-without-time",
    message=N_("No time in the files says which version of “{key}” is the newer one."),
    hint=N_("Save the correction in Word, WPS or LibreOffice, which note the time."),
    why=N_("Versions stand in the order in which their documents were saved."),
    wrong="two versions whose files say no time of saving",
    right="two versions saved one after the other",
    severity=Severity.WARNING,
)
LEFT_ASIDE = Rule(
    code="HB584",
    name="other-file-left-aside",
    message=N_("This is no Word file, and was left aside."),
    hint=N_("If it is a filled form (a scan, a photo, a PDF), have it filled in as a Word form."),
    why=N_("A form that came in another way would be missing without a word."),
    wrong="complaint.pdf among the returned forms",
    right="complaint.docx",
    severity=Severity.INFO,
)
ARRIVAL_RULES = (NOT_STORED, FAULT, OTHER_FILLER, NO_TIME, LEFT_ASIDE)
