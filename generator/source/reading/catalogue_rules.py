"""Rules about the catalogues of translations (`content/locale/*.po`)."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

CATALOGUE_SYNTAX = Rule(
    code="HB601",
    name="catalogue-syntax",
    message=N_("The catalogue cannot be read here: {reason}"),
    hint=N_("An entry is msgid with the original and below it msgstr with the translation."),
    why=N_("What follows a line that cannot be read would be translated wrongly, or not at all."),
    wrong='msgid "接单"\nmsgstr "Take the order\n',
    right='msgid "接单"\nmsgstr "Take the order"\n',
)
TRANSLATED_TWICE = Rule(
    code="HB602",
    name="translated-twice",
    message=N_("“{text}” is translated twice."),
    hint=N_("Delete one of the two entries."),
    why=N_("Only one of the two translations is published, and nobody can say which was meant."),
    wrong='msgid "接单"\nmsgstr "Take the order"\n\nmsgid "接单"\nmsgstr "Accept the order"\n',
    right='msgid "接单"\nmsgstr "Take the order"\n',
)
TRANSLATED_VALUES = Rule(
    code="HB603",
    name="translated-values",
    message=N_("“{value}” {says}"),
    hint=N_("Write the values as the original does: {values}."),
    why=N_(
        "A value that is written out stays as it is when the parameter changes: readers of the "
        "other language would go by a wrong limit."
    ),
    wrong='msgid "超过 ${approval-limit} 的"\nmsgstr "above 50,000 CNY"\n',
    right='msgid "超过 ${approval-limit} 的"\nmsgstr "above ${approval-limit}"\n',
)
TRANSLATED_NUMBERS = Rule(
    code="HB604",
    name="translated-numbers",
    message=N_("“{lost}” stands in the original, but not in its translation."),
    hint=N_("Write it as the original does, or translate the entry anew."),
    why=N_("A number or a code that differs sends readers of the other language wrong."),
    wrong='msgid "15 日前交 P-02-01"\nmsgstr "Hand P-02-01 in by the 5th"\n',
    right='msgid "15 日前交 P-02-01"\nmsgstr "Hand P-02-01 in by the 15th"\n',
    severity=Severity.WARNING,
)
INVENTED_NUMBERS = Rule(
    code="HB607",
    name="invented-numbers",
    message=N_("“{invented}” stands in the translation, but not in its original."),
    hint=N_("Write it as the original does, or translate the entry anew."),
    why=N_("A number or a code that is made up sends readers of the other language wrong."),
    wrong='msgid "按规定时间交"\nmsgstr "Hand it in within 14 days"\n',
    right='msgid "14 日内交"\nmsgstr "Hand it in within 14 days"\n',
    severity=Severity.WARNING,
)
FUZZY_TRANSLATION = Rule(
    code="HB608",
    name="fuzzy-translation",
    message=N_(
        "“{text}” is marked “fuzzy”, so that its translation is not published; {count} "
        "{count:entry is|entries are} marked so."
    ),
    hint=N_("Read the translation again, and delete the line “#, fuzzy” above it."),
    why=N_(
        "Programs for translators mark what they have guessed: readers see the original until "
        "somebody has looked at it."
    ),
    wrong='#, fuzzy\nmsgid "接单"\nmsgstr "Take the order"\n',
    right='msgid "接单"\nmsgstr "Take the order"\n',
    severity=Severity.WARNING,
)
UNTRANSLATED = Rule(
    code="HB609",
    name="untranslated",
    message=N_("“{text}” has no translation; {count} {count:entry has|entries have} none."),
    hint=N_("Write the translation between the quotes of msgstr."),
    why=N_("In the middle of a translated page readers would meet the original."),
    wrong='msgid "接单"\nmsgstr ""\n\nmsgid "发货"\nmsgstr "Ship"\n',
    right='msgid "接单"\nmsgstr "Take the order"\n\nmsgid "发货"\nmsgstr "Ship"\n',
    severity=Severity.WARNING,
)
CATALOGUE_CHARSET = Rule(
    code="HB610",
    name="catalogue-charset",
    message=N_("The catalogue says that it is written in “{charset}”, but it is read as UTF-8."),
    hint=N_("Save it as UTF-8, and write “charset=UTF-8” here."),
    why=N_("Programs for translators go by this line and would show and write wrong characters."),
    wrong='msgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n',
    right='msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
    severity=Severity.WARNING,
)
CATALOGUE_LANGUAGE = Rule(
    code="HB614",
    name="catalogue-language",
    message=N_("The catalogue says that it translates into “{language}”, its name says “{name}”."),
    hint=N_("Write “Language: {name}” here, or give the file the name of its language."),
    why=N_(
        "One of the two is wrong: readers would get texts of another language, and programs for "
        "translators go by this line."
    ),
    wrong='msgid ""\nmsgstr "Language: fr\\n"\n',
    right='msgid ""\nmsgstr "Language: en\\n"\n',
    severity=Severity.WARNING,
)
SAME_AS_ORIGINAL = Rule(
    code="HB615",
    name="same-as-original",
    message=N_(
        "The translation of “{text}” is the original itself; {count} {count:entry is|entries are} "
        "so."
    ),
    hint=N_("Write the translation between the quotes of msgstr."),
    why=N_("It counts as translated, and readers of the other language meet the original."),
    wrong='msgid "接单"\nmsgstr "接单"\n',
    right='msgid "接单"\nmsgstr "Take the order"\n',
    severity=Severity.WARNING,
)
LOST_CATALOGUE = Rule(
    code="HB605",
    name="lost-catalogue",
    message=N_("“{name}” is never used: {reason}"),
    hint=N_("Name it content/locale/ and the language, such as {example}."),
    why=N_("Translations in a file that nobody reads look finished, and are not published."),
    wrong="content/locale/english.po\n",
    right="content/locale/en.po\n",
    severity=Severity.WARNING,
)

GONE_ORIGINAL = Rule(
    code="HB606",
    name="gone-original",
    message=N_(
        "The handbook has no text “{text}”; {count} {count:entry translates|entries translate} "
        "what is not there."
    ),
    hint=N_("Where a text was changed, write it here as it is now; delete the other entries."),
    why=N_(
        "A translation belongs to its text word by word: when the text changes, readers of the "
        "other language see the new one untranslated."
    ),
    wrong='msgid "接订单"\nmsgstr "Take the order"\n',
    right='msgid "接单"\nmsgstr "Take the order"\n',
    severity=Severity.WARNING,
)

CATALOGUE_RULES = (
    CATALOGUE_SYNTAX,
    TRANSLATED_TWICE,
    TRANSLATED_VALUES,
    TRANSLATED_NUMBERS,
    INVENTED_NUMBERS,
    FUZZY_TRANSLATION,
    UNTRANSLATED,
    CATALOGUE_CHARSET,
    CATALOGUE_LANGUAGE,
    SAME_AS_ORIGINAL,
    LOST_CATALOGUE,
    GONE_ORIGINAL,
)
