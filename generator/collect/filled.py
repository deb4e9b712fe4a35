"""One place of a form as it was filled in."""

from __future__ import annotations

from typing import NamedTuple


class Filled(NamedTuple):
    """One control: its tag, what stands in it, and the table row that it stands in.

    `text` is empty while the prompt shows. `picked` is the stored value of the list entry shown,
    `stamp` the date and time that a calendar control keeps beside its text. `checked` is None for
    all but boxes to tick. `row` numbers the rows of the document; None outside of tables.
    """

    tag: str
    text: str
    checked: bool | None = None
    picked: str = ""
    stamp: str = ""
    row: int | None = None
    beside: str = ""
    all_text: str = ""
    recovered: bool = False

    @property
    def whole(self) -> str:
        """What stands in the place, whether in the control or beside it."""
        return self.all_text or self.text

    @property
    def is_plain(self) -> bool:
        """Whether nothing stands beside the control."""
        return not self.beside
