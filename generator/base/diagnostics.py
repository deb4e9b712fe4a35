"""Says what is wrong, where, and how to mend it: findings as data, never as exceptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")


def N_(text: str) -> str:  # noqa: N802 - the name that gettext's tools and readers know
    """Mark a sentence for the catalogues where it is written; it is translated where it is said.

    `make messages` finds literals inside `N_(…)`, `Message(…)`, `say(…)`, `say_each(…)` and
    `CannotRun(…)`: whatever reaches those by another way has to be marked.
    """
    return text


class Severity(Enum):
    """How much a finding weighs; not part of the code, so that it can change."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Locator:
    """A symbolic place: a file and the keys and indices that lead to a value in it.

    `on` says whether the key or the value is meant; `chars` narrows the place to
    characters [start, end) of a text value, for findings inside the small languages.
    Turned into a `Span` only when a finding is reported.
    """

    file: str
    path: tuple[str | int, ...] = ()
    on: Literal["value", "key"] = "value"
    chars: tuple[int, int] | None = None

    def __truediv__(self, part: str | int) -> Locator:
        return Locator(self.file, (*self.path, part))

    @property
    def key(self) -> Locator:
        """The same place, meaning its key."""
        return Locator(self.file, self.path, "key")

    def within(self, start: int, end: int) -> Locator:
        """The characters [start, end) of the text at this place."""
        return Locator(self.file, self.path, "value", (start, end))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A concrete place: lines and columns count from 1, columns in characters, the end excluded."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


Place: TypeAlias = "Locator | Span"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet in any language: a catalogue id and what stands in its gaps."""

    id: str
    args: Mapping[str, Argument] = field(default_factory=dict)


Argument: TypeAlias = "str | int | Message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding: its code, its sentence, and what `handbook explain` tells of it.

    `message` and `hint` are English catalogue ids with `{gaps}`. `wrong` and `right` are YAML
    examples laid over the starter handbook; the tests run both: `wrong` must give exactly this
    code, `right` nothing. An example may be raw bytes where the fault is not text. `keys` are the
    keys whose absence the rule tells, where that is all it looks at.
    """

    code: str
    name: str
    message: str
    hint: str = ""
    why: str
    wrong: str | bytes
    right: str | bytes
    severity: Severity = Severity.ERROR
    keys: tuple[str, ...] = ()

    def at(
        self,
        where: Place,
        *,
        hint: Message | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
        **args: Argument,
    ) -> Diagnostic:
        """Return a finding of this kind at a place."""
        own = Message(self.hint, args) if self.hint else None
        return Diagnostic(
            rule=self, where=where, args=args, hint=hint or own, related=related, fix=fix
        )


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, with a note such as “first defined here”."""

    where: Place
    note: Message


class Safety(Enum):
    """Who may apply a fix: the program by itself, the program when asked to, or only a person."""

    SAFE = "safe"
    ASKS = "asks"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to stand at a place instead.

    At a span, `text` replaces the characters of the file as they are. At a locator it is a key, a
    value, or characters of one, and is spelt as YAML needs it there; None takes the whole entry
    out of its list or group, and a key that is not there yet is added behind the key `after`, or
    at the end.
    """

    where: Place
    text: str | None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding together, and who may apply them."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.ASKS

    @classmethod
    def at(cls, where: Place, text: str | None, safety: Safety = Safety.ASKS) -> Fix:
        """Return the fix that is one edit."""
        return cls((Edit(where, text),), safety)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a rule, a place, and the words for the gaps of the rule's sentence."""

    rule: Rule
    where: Place
    args: Mapping[str, Argument] = field(default_factory=dict)
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None

    @property
    def weight(self) -> Severity:
        """The severity that holds here: the finding's own, else the rule's."""
        return self.severity or self.rule.severity

    @property
    def message(self) -> Message:
        """The sentence of the finding."""
        return Message(self.rule.message, self.args)


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """What came of a step: a value (None when there is none) and the findings on the way."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is an error."""
    return any(found.weight is Severity.ERROR for found in diagnostics)
