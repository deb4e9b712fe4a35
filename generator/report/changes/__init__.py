"""What a change of the handbook means, for pull requests, programs and browsers."""

from generator.report.changes.formats import CHANGE_FORMATS, ChangeFormat

__all__ = ["CHANGE_FORMATS", "ChangeFormat"]
