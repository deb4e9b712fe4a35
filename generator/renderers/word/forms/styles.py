"""The paragraph styles that only forms have, and their sizes in half points."""

from __future__ import annotations

from generator.renderers.word.ooxml.styles import GREY, Style

TEXT_SIZE = 20
LABEL_SIZE = 19
TABLE_SIZE = 18
SMALL_SIZE = 16
# Room for the pen comes from space around the text, not from heights of rows: LibreOffice 7.4
# loses rows of a set height that have to go to the next page.
STYLES = (
    Style(id="FormLabel", name="Form Label", size=LABEL_SIZE, heading=True, before=50, after=50),
    Style(id="FormValue", name="Form Value", size=TEXT_SIZE),
    Style(id="FormCell", name="Form Cell", size=TABLE_SIZE, before=30, after=30),
    Style(
        id="FormColumn",
        name="Form Column",
        size=TABLE_SIZE,
        heading=True,
        align="center",
        keep_next=True,
    ),
    Style(
        id="FormCaption",
        name="Form Caption",
        size=LABEL_SIZE,
        heading=True,
        before=80,
        after=30,
        keep_next=True,
    ),
    Style(id="FormHelp", name="Form Help", size=SMALL_SIZE, colour=GREY),
    Style(id="FormNote", name="Form Note", size=SMALL_SIZE, colour=GREY, before=20, after=20),
    Style(id="FormWho", name="Form Who", size=SMALL_SIZE, colour=GREY, after=40, keep_next=True),
)
