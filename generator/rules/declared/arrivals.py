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
SAVED_AHEAD = Rule(
    code="HB585",
    name="saved-in-the-future",
    message=N_(
        "The file says that it was saved at {saved}, long after it came in at {received}; it counts"
        " as saved when it came."
    ),
    hint=N_("Set the clock of the computer that saved it."),
    why=N_("With a clock that is ahead, an old form would win over every later correction."),
    wrong="a form that came in November 2026 and says that it was saved in 2031",
    right="a form saved before it came in",
    severity=Severity.WARNING,
)
LOOKS_ALIKE = Rule(
    code="HB586",
    name="number-like-another",
    message=N_("The number “{key}” looks like “{others}”, which stands on another form."),
    hint=N_(
        "Both are kept apart. If one is a slip of the pen, correct it there and hand it in again."
    ),
    why=N_("A correction under a number with a slip is no version of the form that it corrects."),
    wrong="KS-2026-0137 and KS-2026-137",
    right="KS-2026-0137 and its correction, KS-2026-0137 too",
    severity=Severity.WARNING,
)
SECOND_FORM = Rule(
    code="HB587",
    name="second-form-in-a-file",
    message=N_("The file also holds another form, {form}; of that nothing was read."),
    hint=N_("Hand in each form as a file of its own."),
    why=N_("What stands in the second form would be in no register, or in that of the first one."),
    wrong="two forms pasted into one Word file",
    right="each form in a file of its own",
)
ARRIVAL_RULES = (
    NOT_STORED,
    FAULT,
    OTHER_FILLER,
    NO_TIME,
    LEFT_ASIDE,
    SAVED_AHEAD,
    LOOKS_ALIKE,
    SECOND_FORM,
)
