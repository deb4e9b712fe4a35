"""The files of a handbook that are about to change: edits are gathered, judged, then written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator.base.diagnostics import N_, Diagnostic, Edit, Locator, Message, Span
from generator.checking.folder import HandbookFolder, read_folder
from generator.checking.pipeline import Checked
from generator.publish.gate import Gate
from generator.publish.named_folder import gate_at
from generator.publish.refusal import Refused
from generator.publish.rewriting import Rewrite, rewrite
from generator.site.verdict import with_pages
from generator.source.reading.writing import EditsOverlap, TextEdit, applied, text_edits
from generator.source.reading.yaml_file import YamlFile

_MARK = b"\xef\xbb\xbf"
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_CODECS = ("gbk", "gb18030", "utf-16", "utf-32")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What was written: the paths as they are now, and moves (old path, new path, by git)."""

    paths: tuple[str, ...]
    moves: tuple[tuple[str, str, bool], ...] = ()


@dataclass
class Workspace:
    """The files below `root`, each read once; `changed` holds the new texts, `moves` the new paths.

    Byte order marks and line ends stay as they are.
    """

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    moves: dict[str, str] = field(default_factory=dict)
    _raws: dict[str, bytes] = field(default_factory=dict)

    @property
    def gate(self) -> Gate:
        """The gate at the handbook's folder."""
        return gate_at(self.root.resolve())

    def text(self, path: str) -> str:
        """Return the text of a file as it would be now.

        Raises:
            Refused: it is gone, or no UTF-8.
        """
        if path not in self.texts:
            raw = self.gate.read(path)
            try:
                self.texts[path] = (raw or b"").removeprefix(_MARK).decode()
            except UnicodeDecodeError as fault:
                text = N_("{path} is no UTF-8 and is not changed. See `handbook check`.")
                raise Refused(Message(text, {"path": path})) from fault
            if raw is None:
                raise Refused(Message("{path} is gone. Run it again.", {"path": path}))
            self._raws[path] = raw
        return self.changed.get(path, self.texts[path])

    def edit(self, path: str, edits: Iterable[TextEdit]) -> None:
        """Change a file; the edits count the characters of its text as it is now.

        Raises:
            EditsOverlap: two edits want the same characters.
        """
        text = self.text(path)
        new = applied(text, edits)
        if new == self.texts[path]:
            self.changed.pop(path, None)
        elif new != text:
            self.changed[path] = new

    def edit_checked(self, checked: Checked, edits: Iterable[Edit]) -> bool:
        """Make edits of files that were checked as they are now; tell whether all could be made.

        Raises:
            Refused: a file was changed since it was checked.
        """
        by_file: dict[str, list[Edit]] = {}
        for each in edits:
            by_file.setdefault(each.where.file, []).append(each)
        for path, (first, *others) in tuple(by_file.items()):
            if not others and self._recoded(path, first):
                del by_file[path]
        try:
            made = {path: self._made(checked, path, many) for path, many in by_file.items()}
            if None in made.values():
                return False
            for path, many in made.items():
                self.edit(path, many or ())
        except EditsOverlap:
            return False
        return True

    def _made(
        self, checked: Checked, path: str, edits: Sequence[Edit]
    ) -> tuple[TextEdit, ...] | None:
        file = checked.sources.get(path)
        text = self.text(path)
        known = file.text if file else checked.texts.get(path)
        if known is not None and _plain(text) != _plain(known):
            says = N_("{path} was changed while the command was running. Run it again.")
            raise Refused(Message(says, {"path": path}))
        if file is None and not all(isinstance(each.where, Span) for each in edits):
            return None
        return text_edits(file or YamlFile(path, text, None), edits)

    def _recoded(self, path: str, edit: Edit) -> bool:
        """Take the whole text of a file that is no UTF-8 yet; tell whether it is one."""
        if path in self.texts or not isinstance(edit.where, Span) or edit.text is None:
            return False
        raw = self.gate.read(path) or b""
        if not any(_is(raw, edit.text, codec) for codec in _CODECS):
            return False
        self._raws[path], self.texts[path], self.changed[path] = raw, "", edit.text
        return True

    def overlay(self) -> Mapping[str, bytes | None]:
        """What the changed files hold, by path; None where a file has moved away."""
        found: dict[str, bytes | None] = dict.fromkeys(self.moves)
        for path in (*self.changed, *self.moves):
            found[self.moves.get(path, path)] = self._encoded(path)
        return found

    def read(self) -> HandbookFolder:
        """Read and check the handbook as it would be, hand-written pages and all."""
        return with_pages(read_folder(self.root, self.overlay()))

    def check(self) -> Checked:
        """Check the handbook as it would be."""
        return self.read().checked

    def write(self) -> Saved:
        """Write all changes, or none.

        Raises:
            Refused: a file was changed since it was read, or a new path is taken.
        """
        paths = sorted({*self.changed, *self.moves})
        by_git = rewrite(
            self.gate,
            [
                Rewrite(path, self._raws[path], self._encoded(path), self.moves.get(path, ""))
                for path in paths
            ],
        )
        return Saved(
            paths=tuple(self.moves.get(path, path) for path in paths),
            moves=tuple((old, new, new in by_git) for old, new in self.moves.items()),
        )

    def diff(self) -> Iterator[str]:
        """Yield the lines of a patch that says what would change."""
        for path in sorted({*self.changed, *self.moves}):
            old = _lines(self.texts[path])
            new = _lines(self.changed.get(path, self.texts[path]))
            target = self.moves.get(path, path)
            for line in unified_diff(old, new, f"a/{path}", f"b/{target}", n=1):
                yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

    def snapshot(self) -> dict[str, str]:
        """Return the changes so far, to go back to with `restore`."""
        return dict(self.changed)

    def restore(self, changed: Mapping[str, str]) -> None:
        """Go back to the changes of a snapshot."""
        for path in set(self.changed) - set(changed):
            if not self.texts[path]:  # it was no UTF-8: it is read anew
                del self.texts[path]
        self.changed = dict(changed)

    def _encoded(self, path: str) -> bytes:
        mark = _MARK if self._raws[path].startswith(_MARK) else b""
        return mark + self.changed.get(path, self.texts[path]).encode()


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is(raw: bytes, text: str, codec: str) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        pass
    else:
        if b"\0" not in raw:
            return False
    try:
        return raw.decode(codec) == text
    except UnicodeDecodeError:
        return False


def new_findings(
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    names: Mapping[str, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return the findings that were not there before, wherever they stand in their file.

    `names` says which words of findings are other words afterwards, as paths and ids are.
    """
    now = {} if names else names
    old, new = _apart(
        ((_named_anew(each, names), each) for each in before),
        ((_named_anew(each, now), each) for each in after),
    )
    if names:
        # A sentence can quote an id in the middle of a text: what stays is its code and its place.
        old, new = _apart(
            ((_place_of(each, names), each) for each in old),
            ((_place_of(each, _NO_NAMES), each) for each in new),
        )
    return new


_Marked: TypeAlias = "tuple[Hashable, Diagnostic]"


def _apart(
    before: Iterable[_Marked], after: Iterable[_Marked]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What stands in one of two lists only, one for one by its mark."""
    lists = tuple(before), tuple(after)
    counts = [Counter(mark for mark, _ in each) for each in lists]
    both = counts[0] & counts[1]
    old, new = (_beyond(both, each) for each in lists)
    return old, new


def _beyond(both: Mapping[Hashable, int], marked: Iterable[_Marked]) -> tuple[Diagnostic, ...]:
    left = Counter(both)
    kept = []
    for mark, each in marked:
        left[mark] -= 1
        if left[mark] < 0:
            kept.append(each)
    return tuple(kept)


def _named_anew(found: Diagnostic, names: Mapping[str, str] | None) -> Hashable:
    """What tells a finding from others after a renaming; a broken link may be spelt otherwise."""
    if names is not None and "link" in found.args:
        return found.rule.code, found.where.file
    return mark_of(found, names or _NO_NAMES)


def mark_of(found: Diagnostic, names: Mapping[str, str] = _NO_NAMES) -> Hashable:
    """Return what tells a finding from others wherever it stands in its file."""
    args = sorted((name, names.get(str(value), str(value))) for name, value in found.args.items())
    return found.rule.code, names.get(found.where.file, found.where.file), repr(args)


def _place_of(found: Diagnostic, names: Mapping[str, str]) -> Hashable:
    """The code of a finding and the way to its value, whatever its sentence quotes from there."""
    where = found.where
    path = where.path if isinstance(where, Locator) else ()
    return found.rule.code, names.get(where.file, where.file), path
