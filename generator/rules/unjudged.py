"""What rules cannot judge: the words in parts of files that could not be read or bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, splitext

from generator.source.recovery import as_id

# Where the things of a kind are defined that are not files of their own.
_DEFINED_IN = {
    "role": "organization",
    "unit": "organization",
    "superior": "organization",
    "signer": "organization",
    "value": "parameters",
    "parameter": "parameters",
    "authority": "parameters",
    "source": "sources",
    "basis": "sources",
    "term": "glossary",
    "item": "information",
    "chapter": "handbook",
}
# The keys that give the things of a kind their ids.
_NAMED_BY = {
    "role": ("role",),
    "signer": ("role",),
    "unit": ("unit",),
    "superior": ("unit", "role"),
    "value": ("parameter", "value"),
    "parameter": ("parameter", "value"),
    "authority": ("parameter",),
    "source": ("source",),
    "basis": ("fact", "decision"),
    "term": ("term",),
    "item": ("item",),
    "chapter": ("chapter",),
    "step": ("step", "decision", "milestone"),
    "anchor": ("step", "decision", "milestone"),
    "section": ("section",),
    "field": ("section", "field"),
    "code": ("code",),
}
WordSet = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """The holes of a handbook.

    `words` holds, for each file with holes, the words that stand in them in the form of ids
    (None: the file could not be read, any word may stand there); `unbound` are files of which
    nothing is in the model, `refused` files and folders that were not even opened. `settings`
    are the keys of handbook.yml in holes (None: any may be), `keys` those that lead to holes, by
    file; `ids` those of things (role, step, …) of which one may have any id.
    """

    words: Mapping[str, WordSet | None] = field(default_factory=dict)
    unbound: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    settings: frozenset[str] | None = frozenset()
    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def may_set(self, key: str) -> bool:
        """Whether a hole of handbook.yml may set something, so that its default says nothing."""
        return self.settings is None or key in self.settings

    def may_hold(self, key: str) -> bool:
        """Whether a hole of some file lies at, or in, what a key of this name holds."""
        return any(key in keys for keys in self.keys.values())

    def __bool__(self) -> bool:
        return bool(self.words or self.unbound or self.refused)

    def may_name(self, word: str) -> bool:
        """Whether a hole may name something, so that it cannot be said to be idle."""
        if self.refused:
            return True
        return any(self._holds(file, word) for file in self.words)

    def may_mention(self, text: str) -> bool:
        """Whether some words may stand in a sentence that lies in a hole."""
        if self.refused:
            return True
        sought = as_id(text)
        return any(
            words is None or any(sought in word for word in words) for words in self.words.values()
        )

    def may_define(self, kind: str, name: str, file: str) -> bool:
        """Whether a hole may define what a place of `file` names, so that it is not unknown."""
        first, _, last = name.partition(".")
        if not self or (self.ids and self._may_be_any(kind, first, file)):
            return bool(self)
        if kind in {"process", "form", "successor"}:
            return self._may_be_file(name)
        if kind in {"step", "anchor"}:
            return self._holds(file, name)
        if kind in {"section", "field"}:
            return self._in_form(first, last)
        if kind == "code":
            return bool(self.refused or self.unbound) or any(
                self._holds(each, name) for each in self.words
            )
        home = _DEFINED_IN.get(kind, "")
        return any(
            self._holds(each, part)
            for each in (f"processes/{home}.yml", f"processes/{home}.yaml")
            for part in (first, last or first)
        )

    def _may_be_any(self, kind: str, form: str, file: str) -> bool:
        """Whether a thing whose id is not known may be what is named."""
        names = _NAMED_BY.get(kind, ())
        homes = {
            each
            for each, ids in self.ids.items()
            if not ids.isdisjoint(names)
            and (kind not in {"step", "anchor"} or each == file)
            and (kind not in {"section", "field"} or _stem(each) in {form, "handbook"})
        }
        return bool(homes)

    def _in_form(self, form: str, name: str) -> bool:
        return any(
            self._holds(word, name)
            for word in self.words
            if _stem(word) in {form, "handbook"}  # the common header stands in handbook.yml
        )

    def _may_be_file(self, name: str) -> bool:
        """Whether a file that was not opened or not bound may be the process or form."""
        if any(as_id(_stem(each)) == as_id(name) for each in (*self.unbound, *self.refused)):
            return True
        return any(not splitext(each)[1] and dirname(each) for each in self.refused)

    def _holds(self, file: str, word: str) -> bool:
        if file in self.refused:
            return True
        if file not in self.words:
            return False
        words = self.words[file]
        return words is None or as_id(word) in words


COMPLETE = Unjudged()
"""A handbook without holes."""


def _stem(path: str) -> str:
    return splitext(basename(path))[0]
