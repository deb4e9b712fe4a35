"""What can be wrong with hand-written pages, links and the theme when the site is built."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

BROKEN_LINK = Rule(
    code="HB711",
    name="broken-link",
    message=N_("“{link}” leads to a page that does not exist."),
    hint=N_("Mend the address; a page of content is named by its file, such as “overall.md”."),
    why=N_("A reader who follows the link finds nothing."),
    wrong="[Complaints](../processes/complaint.html)\n",
    right="[Complaints](../processes/complaint-handling.html)\n",
)
BROKEN_ANCHOR = Rule(
    code="HB712",
    name="broken-anchor",
    message=N_("“{link}” leads to a place that the page does not have."),
    hint=N_("Mend what stands after the “#”; a heading gets a fixed name by “{example}”."),
    why=N_("The page opens, but not where the reader was to look."),
    wrong="[Scope](overall.md#scpoe)\n",
    right="[Scope](overall.md#scope)\n",
)
UNSAFE_CONTENT = Rule(
    code="HB713",
    name="unsafe-content",
    message=N_("“{what}” stands on the page as it is written: here it is only text."),
    hint=N_("Write it as Markdown; links begin with http, https or mailto."),
    why=N_(
        "Scripts, frames and attributes that run something could change what readers see, or send "
        "away what they do. Of HTML a page takes only a few tags for pieces of text, such as "
        "“<sub>”."
    ),
    wrong="<script>alert(1)</script>\n",
    right="**Attention**\n",
    severity=Severity.WARNING,
)
CONTENT_NOT_TEXT = Rule(
    code="HB714",
    name="content-not-text",
    message=N_("“{name}” is not text in UTF-8."),
    hint=N_("Save the file again with the encoding UTF-8."),
    why=N_("A page in another encoding would show wrong characters."),
    wrong=b"# \xc7\xb0\xd1\xd4\n",
    right="# 前言\n",
)
SAME_PAGE = Rule(
    code="HB715",
    name="same-page",
    message=N_("Two pages claim the address “{path}”."),
    hint=N_("Rename one of the two files."),
    why=N_(
        "One page would overwrite the other. Names that differ in capitals alone are the same on "
        "Windows and macOS."
    ),
    wrong="content/Index.md and content/index.md\n",
    right="content/index.md and content/overview.md\n",
)
SAME_ANCHOR = Rule(
    code="HB716",
    name="same-anchor",
    message=N_("Two places on the page “{path}” are named “{anchor}”."),
    hint=N_("Give one of them another name."),
    why=N_("A link to the second place would lead to the first."),
    wrong="## Scope {#scope}\n\n## Limits {#scope}\n",
    right="## Scope {#scope}\n\n## Limits {#limits}\n",
)
LOST_PAGE = Rule(
    code="HB717",
    name="lost-page",
    message=N_("“{name}” stands on no page: there is no chapter “{chapter}”."),
    hint=N_("Name the file by the id of a chapter, or move it out of “chapters”."),
    why=N_(
        "A text in this folder becomes the beginning of the page of the chapter of its name. "
        "Without such a chapter nobody would ever see it."
    ),
    wrong="content/chapters/sale.md\n",
    right="content/chapters/sales.md\n",
)
HOUSE_FILE = Rule(
    code="HB718",
    name="house-file",
    message=N_("The house style cannot use “{name}”: {reason}"),
    hint=N_("Write the path from the handbook's folder, such as {example}."),
    why=N_(
        "Printed documents would come out without the company's logo or letterhead, or not at all."
    ),
    wrong="house-style: {logo: content/lgoo.png}\n",
    right="house-style: {logo: content/logo.png}\n",
)
HIDDEN_TEXT = Rule(
    code="HB719",
    name="hidden-text",
    message=N_("Readers would not see “{what}” as it is meant: {reason}"),
    hint=N_("Delete it, or write it so that it is shown."),
    why=N_(
        "Markdown takes some text for its own and shows it nowhere. What somebody wrote for "
        "readers would be missing from the page, the book and the search."
    ),
    wrong="| Day | From |\n|---|---|\n| Monday | 9 | by appointment |\n",
    right="| Day | From | |\n|---|---|---|\n| Monday | 9 | by appointment |\n",
)
PAGE_LIMIT = Rule(
    code="HB720",
    name="page-limit",
    message=N_("The page cannot be read: {reason}"),
    hint=N_("Make lists flatter, or divide the page."),
    why=N_(
        "Such a page would keep a check waiting for minutes. No page that people write by hand "
        "comes near the limits."
    ),
    wrong=">" * 60 + " Scope\n",
    right="> Scope\n",
)
REMOTE_PICTURE = Rule(
    code="HB721",
    name="remote-picture",
    message=N_("The picture “{address}” is not a file of the handbook."),
    hint=N_("Put the picture into content/ and write its path, such as {example}."),
    why=N_(
        "The site is read without a network too, and a picture of another host tells that host "
        "who reads which page."
    ),
    wrong="![Plan](https://example.org/plan.png)\n",
    right="![Plan](plan.png)\n",
)
LOST_STARS = Rule(
    code="HB722",
    name="lost-stars",
    message=N_("The stars of “{what}” would not be shown: Markdown takes them for emphasis."),
    hint=N_("Write × or \\* between the numbers."),
    why=N_("Of 60*90*120 readers would see 6090120, with the middle in italics."),
    wrong="The box measures 60*90*120 cm.\n",
    right="The box measures 60×90×120 cm.\n",
)
NOT_CLEAN = Rule(
    code="HB723",
    name="not-clean",
    message=N_("The page would hold HTML that may not stand in the handbook."),
    hint=N_("Tell the makers of the program, with the page."),
    why=N_(
        "A second program looks over each page at the end and must find nothing to take out. If it "
        "does, the first has a fault, and nothing is published."
    ),
    wrong="(a fault of the program)\n",
    right="Any page of content.\n",
)
PAGE_INSERT = Rule(
    code="HB724",
    name="page-insert",
    message=N_("“{text}” stays as it is: pages of content take no values."),
    hint=N_("Say it in words, or cite the code of the parameter, which becomes a link."),
    why=N_("Readers would see the name of a parameter in braces instead of its value."),
    wrong="Orders up to ${approval-limit} are released by the clerk.\n",
    right="Orders up to the limit (PA-01) are released by the clerk.\n",
)
ROOT_LINK = Rule(
    code="HB725",
    name="root-link",
    message=N_("“{link}” leads to the root of the host, which a copy on a disk does not have."),
    hint=N_("Write the way from this page: {better}."),
    why=N_("Opened by double click, or from the archive, the link would lead nowhere."),
    severity=Severity.WARNING,
    wrong="[Complaints](/processes/complaint-handling.html)\n",
    right="[Complaints](../processes/complaint-handling.html)\n",
)
UNDEFINED_REFERENCE = Rule(
    code="HB726",
    name="undefined-reference",
    message=N_("“{what}” leads nowhere: the page says nowhere what “{name}” is."),
    hint=N_("Write “{definition}” on a line of its own, or take the mark out."),
    why=N_("Readers would see the brackets instead of a note or a link."),
    severity=Severity.WARNING,
    wrong="Returns take a week[^week].\n",
    right="Returns take a week[^week].\n\n[^week]: Seven working days.\n",
)
UNCLOSED_BLOCK = Rule(
    code="HB727",
    name="unclosed-block",
    message=N_("The block of code that begins here is never closed."),
    hint=N_("Write “{mark}” on a line of its own where it ends."),
    why=N_("All that follows on the page would be shown as code, links and headings included."),
    severity=Severity.WARNING,
    wrong="```\nhandbook check\n\n## Next\n",
    right="```\nhandbook check\n```\n\n## Next\n",
)
NO_PICTURE = Rule(
    code="HB728",
    name="no-picture",
    message=N_("“{address}” is no picture."),
    hint=N_("Name a file such as {example}; to a page leads [words](page.md), without “!”."),
    why=N_("Readers would see a broken picture in the place of what is meant."),
    wrong="![Plan](overall.md)\n",
    right="[Plan](overall.md)\n",
)
NOTHING_SHOWN = Rule(
    code="HB729",
    name="nothing-shown",
    message=N_("“{what}”: {reason}"),
    hint=N_("Write what is missing, or delete it."),
    why=N_(
        "An empty heading leaves a hole on the page and in its contents, and a link without words "
        "or without an address cannot be followed."
    ),
    wrong="[](overall.md)\n",
    right="[Overall](overall.md)\n",
)
PAGE_SETTINGS = Rule(
    code="HB730",
    name="page-settings",
    message=N_("The lines between “{mark}” at the head of the page would be shown as text."),
    hint=N_("Delete them: the title is the first heading, and a page has no other settings."),
    why=N_("Other programs keep settings there. Readers would see them above the page."),
    wrong="---\ntitle: Scope\n---\n\nAll orders.\n",
    right="# Scope\n\nAll orders.\n",
)
IDLE_LOOK = Rule(
    code="HB731",
    name="idle-look",
    message=N_("“{name}” changes nothing here: no style sheet of content/ knows this class."),
    hint=N_("Delete it, or give it a look in a style sheet, such as {example}."),
    why=N_("The name of a look shows nowhere; who writes one expects that readers see something."),
    wrong="`Attention`{.red}\n",
    right="**Attention**\n",
    severity=Severity.WARNING,
)
SHOWN_MARKS = Rule(
    code="HB732",
    name="shown-marks",
    message=N_("“{what}” is shown as it is written: {reason}"),
    hint=N_("Write it as Markdown asks for it, or put a stroke \\ before the mark."),
    why=N_("Readers would see the marks in place of a link, a picture or a heading."),
    wrong="[Overall](the overall.md)\n",
    right="[Overall](overall.md)\n",
    severity=Severity.WARNING,
)
MKDOCS_FAILED = Rule(
    code="HB901",
    name="mkdocs-failed",
    message=N_("MkDocs could not build the site: {reason}"),
    hint=N_("Look at mkdocs.yml; it holds settings of the theme only."),
    why=N_(
        "MkDocs with its theme puts the chrome around the pages. What it says is passed on here."
    ),
    wrong="theme: {name: material, custom_dir: theme-with-a-broken-template}\n",
    right="theme: {name: material}\n",
)
MKDOCS_WARNING = Rule(
    code="HB902",
    name="mkdocs-warning",
    message=N_("MkDocs says: {reason}"),
    hint=N_("Mend what MkDocs names in its sentence."),
    why=N_("MkDocs goes on after a warning, but the site may lack something."),
    wrong="extra_css: 3\n",
    right="extra_css: [extra.css]\n",
    severity=Severity.WARNING,
)
BAD_SETTING = Rule(
    code="HB903",
    name="bad-setting",
    message=N_("“{key}” of mkdocs.yml cannot be used: {reason}"),
    hint=N_("Mend it, or delete it: without a setting the theme stays as it is."),
    why=N_("The theme puts the chrome around every page: without it there is no site."),
    wrong="theme: {name: no-such-theme}\n",
    right="theme: {name: material}\n",
)
IDLE_SETTING = Rule(
    code="HB904",
    name="idle-setting",
    message=N_("“{key}” of mkdocs.yml changes nothing: {reason}"),
    hint=N_("Delete it; mkdocs.yml holds settings of the theme only."),
    why=N_("Who writes a setting expects that it does something."),
    wrong="nav: [index.md]\n",
    right="theme: {name: material}\n",
    severity=Severity.WARNING,
)

SITE_RULES = (
    BROKEN_LINK,
    BROKEN_ANCHOR,
    UNSAFE_CONTENT,
    CONTENT_NOT_TEXT,
    SAME_PAGE,
    SAME_ANCHOR,
    LOST_PAGE,
    HOUSE_FILE,
    HIDDEN_TEXT,
    PAGE_LIMIT,
    REMOTE_PICTURE,
    LOST_STARS,
    NOT_CLEAN,
    PAGE_INSERT,
    ROOT_LINK,
    UNDEFINED_REFERENCE,
    UNCLOSED_BLOCK,
    NO_PICTURE,
    NOTHING_SHOWN,
    PAGE_SETTINGS,
    IDLE_LOOK,
    SHOWN_MARKS,
    MKDOCS_FAILED,
    MKDOCS_WARNING,
    BAD_SETTING,
    IDLE_SETTING,
)
