"""What a change of a handbook means: two handbooks compared by id, and the people it reaches."""

from generator.model.changes.change import Action, Change, Effect, Element, Impact, Stake, Touched
from generator.model.changes.comparing import Comparison, compared

__all__ = [
    "Action",
    "Change",
    "Comparison",
    "Effect",
    "Element",
    "Impact",
    "Stake",
    "Touched",
    "compared",
]
