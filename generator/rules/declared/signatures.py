"""The findings about the signatures of filled forms (HB570 to HB579): who signed, and what for."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

BAND_NOT_MET = Rule(
    code="HB570",
    name="signer-below-the-amount",
    message=N_("“{label}”: {amount} needs {role} ({code}), signed by: {who}."),
    hint=N_("Have it signed by the role that decides on this amount, or one above it."),
    why=N_("Who signs above the own limit binds the company without the right to."),
    wrong="50,000,000 signed by the head of group wear, whose limit is 500,000",
    right="50,000,000 signed by the management board",
)
NOT_ALL_SIGNED = Rule(
    code="HB571",
    name="co-signer-missing",
    message=N_("“{label}” has to be signed by every one; still missing: {who}."),
    hint=N_("Have it signed by those who are missing, and hand the form in again."),
    why=N_("The form says that all of them sign."),
    wrong="signed by the buyer; the seller's row is empty",
    right="signed by the buyer and the seller",
)
REFUSED = Rule(
    code="HB572",
    name="form-refused",
    message=N_("“{label}” says “{conclusion}” ({who}): the form is refused, not approved."),
    hint=N_("The record is kept as refused. Once it is mended, have it signed again."),
    why=N_("A form that was sent back carries a signature too, but no approval."),
    wrong="a form taken as approved because somebody signed “sent back”",
    right="the same form, kept as refused",
    severity=Severity.WARNING,
)
SELF_APPROVED = Rule(
    code="HB573",
    name="approved-by-the-filler",
    message=N_("“{label}” is signed by “{name}”, who filled in the form{band}."),
    hint=N_("Have somebody else sign who may decide on it."),
    why=N_("Nobody approves what they ask for themselves."),
    wrong="filled in by Miller, approved by Miller",
    right="filled in by Miller, approved by Smith",
)
NO_AMOUNT = Rule(
    code="HB574",
    name="amount-to-sign-for-missing",
    message=N_("Who has to sign “{label}” goes by “{amount}” ({code}), which is not known."),
    hint=N_("Fill in the amount, and hand the form in again."),
    why=N_("Without the amount nobody can tell whether the signature suffices."),
    wrong="Amount of the contract: (empty)",
    right="Amount of the contract: 480,000",
)
AMENDED = Rule(
    code="HB575",
    name="signed-before-the-change",
    message=N_("“{label}” was signed by {who} before {what} changed: amended, sign again."),
    hint=N_("Have the form signed again as it is now, with the date of today."),
    why=N_("A signature covers what stood there when it was given, and nothing else."),
    wrong="a contract whose amount was raised after the president had signed",
    right="the same contract, signed again",
)
SAYS_NO = Rule(
    code="HB576",
    name="signed-but-says-no",
    message=N_("“{label}” says “{value}” where somebody signed: is that a refusal?"),
    hint=N_("Ask who signed it. Until then the form counts as not decided."),
    why=N_("A signature under words that refuse is no approval, whatever stands beside it."),
    wrong="opinion: “not approved, too dear”, signed by Miller",
    right="conclusion: sent back, opinion: “too dear”, signed by Miller",
)
DENIED = Rule(
    code="HB577",
    name="refused-in-a-list",
    message=N_("“{label}” says “{conclusion}”: taken as a refusal, not as an approval."),
    hint=N_("The record is kept as refused. Once it is mended, have it signed again."),
    why=N_("The signature beside the list confirms what was chosen there, and that is a refusal."),
    wrong="result: rejected, signed by Miller, and the form taken as approved",
    right="the same form, kept as refused",
    severity=Severity.WARNING,
)
SIGNED_ON = Rule(
    code="HB578",
    name="signature-at-an-odd-date",
    message=N_("“{label}” is signed by {who} with the date {date}; {doubt}."),
    hint=N_("The value was taken. If it is a slip of the pen, hand in a corrected form."),
    why=N_("Nobody signs before there is a form, or on a day that has not come yet."),
    wrong="filled in on 2026-11-20, approved on 2026-11-02",
    right="filled in on 2026-11-20, approved on 2026-11-22",
    severity=Severity.WARNING,
)
SIGNATURE_RULES = (
    BAND_NOT_MET,
    NOT_ALL_SIGNED,
    REFUSED,
    SELF_APPROVED,
    NO_AMOUNT,
    AMENDED,
    SAYS_NO,
    DENIED,
    SIGNED_ON,
)
