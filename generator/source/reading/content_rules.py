"""Rules about the files of `content/`. Their examples are folder listings."""

from __future__ import annotations

from generator.base.diagnostics import N_, Rule, Severity

CONTENT_KIND = Rule(
    code="HB050",
    name="content-kind",
    message=N_("“{name}” is left out, because files of this kind are not published."),
    hint=N_("Write pages as Markdown (.md); beside them pictures, PDF and Office files may stand."),
    why=N_(
        "Only text, pictures and documents become part of the site: a program or a page of "
        "another tool put here by mistake would run in the browsers of all readers."
    ),
    wrong="content/install.exe\n",
    right="content/foreword.md\n",
    severity=Severity.WARNING,
)
CONTENT_NAME = Rule(
    code="HB051",
    name="content-name",
    message=N_("“{name}” cannot be used as the name of a published file."),
    hint=N_(
        "Write the ending in small letters, leave out the characters {characters}, and keep the "
        "name shorter than 100 characters."
    ),
    why=N_(
        "The name becomes a web address and a file on every kind of computer, and Windows allows "
        "fewer names than others."
    ),
    wrong="content/price?.pdf\n",
    right="content/price.pdf\n",
)
PICTURE_RUNS = Rule(
    code="HB058",
    name="picture-runs",
    message=N_("The drawing “{name}” holds {what}."),
    hint=N_("Take it out of the SVG file, or save the drawing as PNG."),
    why=N_(
        "Whoever opens the drawing by itself runs what is in it with the rights of the handbook, "
        "and asks the computers that it names."
    ),
    wrong="content/map.svg   (with <script> in it)\n",
    right="content/map.svg   (lines, shapes and texts alone)\n",
)
CONTENT_RULES = (CONTENT_KIND, CONTENT_NAME)
DRAWING_RULES = (PICTURE_RUNS,)
