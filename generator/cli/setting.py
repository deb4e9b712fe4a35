"""The global options, and the handbook that they point at."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.i18n import Catalogue, message_language, product_catalogue
from generator.cli.exits import CannotRun
from generator.cli.language import asked_language
from generator.cli.printing import print_line, print_text

if TYPE_CHECKING:
    from generator.checking.folder import HandbookFolder
    from generator.checking.pipeline import Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonOptions:
    """What stands before the command: where the handbook is, and how to speak."""

    root: Path
    lang: str | None
    quiet: bool
    verbose: bool

    def require_handbook(self) -> None:
        """Exit 2 where no handbook is."""
        if not (self.root / "processes").is_dir():
            raise CannotRun(
                "There is no folder “processes” in {root}. Go to the handbook's folder, "
                "or name it with -C.",
                root=str(self.root),
            )

    def check(self) -> Checked:
        """Read and check the handbook; exit 2 where there is none."""
        return self.read().checked

    def read(self) -> HandbookFolder:
        """Read and check the handbook with all that it is made from; exit 2 where there is none."""
        self.require_handbook()
        # Reading and checking take 150 ms to import: `--help` does without.
        from generator.site.verdict import read_handbook

        return read_handbook(self.root)

    def words(self, checked: Checked | None = None) -> Catalogue:
        """Return the catalogue of messages: as asked for, else the handbook's first language."""
        languages = checked.handbook.settings.languages if checked and checked.handbook else ()
        asked = self.lang or (asked_language() if not languages else None)
        return product_catalogue(message_language(asked, languages))

    def report(self, checked: Checked) -> str:
        """Return the findings as text, with places as seen from the current folder."""
        from generator.cli.places import seen_from_here
        from generator.report.text import report_text

        return report_text(checked, self.words(checked), seen_from_here(self.root))

    def tell(self, text: str) -> None:
        """Say something on the way, unless it should be quiet; never on the data's stream."""
        if not self.quiet:
            print_line(text)

    def tell_lines(self, text: str) -> None:
        """Say something that has several lines, as `tell` does."""
        if not self.quiet:
            print_text(f"{text}\n", err=True)

    @property
    def on_terminal(self) -> bool:
        """Whether a person watches the progress."""
        return sys.stderr.isatty() and not self.quiet
