"""Lays YAML examples over the files of a handbook, so that lines and columns stay true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.checking.pipeline import Checked, check
from generator.source.reading.yaml_file import FileText

STARTER = Path(__file__).parents[2] / "generator" / "resources" / "starter"
_HEAD = re.compile(r"^# (processes/\S+\.ya?ml)\n", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z][^:\n]*):", re.MULTILINE)


def starter(language: str = "en") -> dict[str, str]:
    """The YAML files of the starter handbook, by path."""
    return handbook_files(STARTER / language)


def handbook_files(root: Path) -> dict[str, str]:
    """The YAML files of a handbook's folder, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.glob("processes/**/*.yml"))
    }


def laid_over(base: Mapping[str, str], example: str) -> dict[str, str]:
    """Return the files with an example laid over them.

    Each part of the example begins with a line `# processes/….yml`. Its top-level keys replace
    those of that file; a file that is not there is added; a part without any text removes it.
    """
    files = dict(base)
    _, *rest = _HEAD.split(example)
    for path, body in zip(rest[::2], rest[1::2], strict=True):
        if not body.strip():
            del files[path]
        else:
            files[path] = _merged(files.get(path, ""), body)
    return files


def _merged(base: str, body: str) -> str:
    parts = {**dict(_cut(base)), **dict(_cut(body))}
    return "".join(parts.values())


def _cut(text: str) -> Iterable[tuple[str, str]]:
    """Cut a file before each top-level key; what stands above the first key goes with ''."""
    starts = [match.start() for match in _KEY.finditer(text)]
    # Comments right above a key belong to it.
    starts = [_above(text, start) for start in starts]
    ends = [*starts[1:], len(text)] if starts else []
    if head := text[: starts[0] if starts else len(text)]:
        yield "", head
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        key = _KEY.search(piece)
        yield key[1] if key else piece, piece if piece.endswith("\n") else f"{piece}\n"


def _above(text: str, start: int) -> int:
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        if not text[before:start].startswith("#"):
            return start
        start = before
    return start


def checked(files: Mapping[str, str]) -> Checked:
    """Check the files of a handbook."""
    return check(FileText(path, text.encode()) for path, text in sorted(files.items()))


def found(result: Checked) -> list[tuple[str, str, int, int]]:
    """The findings as (code, file, line, column)."""
    spans = [(each.rule.code, result.span(each.where)) for each in result.diagnostics]
    return [(code, span.file, span.line, span.column) for code, span in spans]
