"""Keeps the catalogues complete: what the product says stands in each, and nothing else.

`make messages` adds every new sentence to generator/resources/locale/*.po, empty, and takes out
those that nobody says any more. Babel's extractors find them where they are marked: literals in
`N_(…)`, `Message(…)`, `say(…)`, `say_each(…)` and `CannotRun(…)` of modules and templates, and the
hints beside the patterns of the schemas.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "generator"
LOCALE = PACKAGE / "resources" / "locale"
KEYWORDS = dict.fromkeys(("N_", "Message", "say", "say_each", "CannotRun"))
Found = tuple[int, str, Any, list[str]]

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {language}\\n"

"""


def _modules(
    file: IO[bytes],
    keywords: Mapping[str, None],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """Yield what Babel finds in a module; `say_each` says several sentences."""
    for line, name, texts, comments in extract_python(file, keywords, comment_tags, options):  # type: ignore[arg-type]
        several = name == "say_each" and isinstance(texts, tuple)
        for text in texts if several else (texts,):
            yield line, name, text, comments


def _schemas(file: IO[bytes], *_args: object, **_options: object) -> Iterator[Found]:
    """Yield the hints that a schema gives beside its patterns."""
    for hint in hints(json.load(file)):
        yield 1, "N_", hint, []


def hints(schema: Any) -> Iterator[str]:
    """Yield every `x-hint` of a schema."""
    for key, value in schema.items() if isinstance(schema, dict) else enumerate(schema):
        if key == "x-hint":
            yield value
        elif isinstance(value, dict | list):
            yield from hints(value)


METHODS = [
    ("**.py", _modules),
    ("**.j2", "jinja2"),
    ("resources/theme/**.html", "jinja2"),
    ("resources/schemas/*.json", _schemas),
]
# A template that cannot be read must not lose its sentences in silence.
OPTIONS = {"**.j2": {"silent": "false"}, "resources/theme/**.html": {"silent": "false"}}


def message_ids(folder: Path = PACKAGE) -> dict[str, str]:
    """Return every sentence that the product can say, and the file that says it."""
    found: dict[str, str] = {}
    for path, _, text, _, _ in extract_from_dir(folder, METHODS, OPTIONS, KEYWORDS):  # type: ignore[arg-type]
        if isinstance(text, str):
            found.setdefault(text, path)
    return found


def renewed(language: str, old: bytes, ids: Collection[str]) -> bytes:
    """Return a catalogue with exactly these sentences, sorted, known translations kept."""
    known = {entry.id: entry.string for entry in read_po(BytesIO(old)) if entry.id}
    fresh = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for text in sorted(ids):
        fresh.add(text, known.get(text, ""))
    out = BytesIO()
    write_po(out, fresh, width=0, omit_header=True, no_location=True)
    return HEAD.format(language=language).encode() + out.getvalue().rstrip() + b"\n"


def main() -> int:
    """Renew all catalogues and say what is still missing."""
    ids = message_ids()
    missing = 0
    for path in sorted(LOCALE.glob("*.po")):
        path.write_bytes(renewed(path.stem, path.read_bytes(), ids))
        empty = [entry.id for entry in read_po(BytesIO(path.read_bytes())) if not entry.string]
        missing += len(empty)
        print(f"{path.name}: {len(ids)} sentences, {len(empty)} without translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
