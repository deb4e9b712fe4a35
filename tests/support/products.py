"""All that `build`, `export` and `schema` make of a handbook, and which golden file shows it."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from command import PROJECT, handbook
from outlines import outline_of
from outlines.archive import members
from outlines.page import whole_outline

LIKE = {
    "site/rules/*.html": ("hb001", "hb301"),
    "site/roles/*-checklist.docx": ("counter",),
    "site/roles/*-confirmation.docx": ("counter", "rider"),
}
"""Files that one page builder or one document makes by the dozen → those that stand for them."""
WITH_CHROME = ("site/index.html", "site/404.html", "site/processes/repair-bicycle.html")
"""Pages that are shown with the navigation around them; it is the same everywhere."""
THEME = re.compile(r"site/(\w\w/)?assets/(images|javascripts|stylesheets|handbook)/")


def made_by(root: Path, out: Path) -> dict[str, bytes]:
    """Run every command that makes files; return path → bytes.

    The families of `export` are read from its help, so that a new one has to be shown.
    """
    run(root, "build", "--site-dir", out / "site")
    said = handbook(root, "export", "--help").stdout
    families = re.search(r"\{([a-z|]+)\}", said)
    assert families
    for family in families[1].split("|"):
        run(root, "export", family, "-o", out / "export" / family)
    run(root, "schema", "-o", out / "schema")
    return below(out)


def run(root: Path, *words: str | Path) -> None:
    """Run a command that has to succeed."""
    done = handbook(root, *words)
    assert done.returncode == 0, f"{words}: {done.stderr}"


def below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def goldens_of(made: dict[str, bytes]) -> dict[str, str]:
    """Name of a golden file → its text; `files.txt` says of every file made what shows it."""
    goldens: dict[str, str] = {}
    listed = []
    twins: dict[bytes, str] = {}
    for path in sorted(made, key=lambda path: (not path.startswith("site/"), path)):
        raw = made[path]
        where = twin(twins, path, raw) or theme(path, raw) or like(path)
        if not where:
            name, text = shown(path, raw, made)
            goldens[name] = text
            where = f"-> {name}"
        listed.append(f"{re.sub(r'[.][0-9a-f]{8}[.]min', '.*.min', path)} {where}\n")
    return {"files.txt": "".join(listed), **goldens}


def twin(twins: dict[bytes, str], path: str, raw: bytes) -> str:
    """Say which file before it an exported file equals byte for byte."""
    if path.startswith("site/"):
        twins.setdefault(sha256(raw).digest(), path)
        return ""
    same = twins.get(sha256(raw).digest())
    return f"= {same}" if same else ""


def theme(path: str, raw: bytes) -> str:
    """Say of a file of the theme whether it is published as it is."""
    if not THEME.match(path) or path.endswith("search-index.js"):
        return ""
    own = PROJECT / "generator/resources/theme/assets/handbook" / path.rpartition("/")[2]
    if "/handbook/" in path:
        return "as in the theme" if own.is_file() and own.read_bytes() == raw else "altered"
    return "of Material for MkDocs"


def like(path: str) -> str:
    """Say which files stand for one that is like many."""
    for pattern, names in LIKE.items():
        if fnmatch(path, pattern):
            files = [pattern.replace("*", name) for name in names]
            return "" if path in files else f"like {files[0]}"
    return ""


def shown(path: str, raw: bytes, made: dict[str, bytes]) -> tuple[str, str]:
    """Return the golden file of a file, and its outline."""
    top, _, rest = path.partition("/")
    name, text = outline_of(rest if top == "site" else path, raw)
    if path in WITH_CHROME:
        text = whole_outline(raw)
    if path.endswith(".zip"):
        text = _against(made, raw)
    return f"{top}/{name}" if top == "site" else name, text


def _against(made: dict[str, bytes], raw: bytes) -> str:
    """The members of an archive, each with the word whether it is the file of the site."""
    site = {key[5:]: sha256(each).hexdigest() for key, each in made.items() if key[:5] == "site/"}
    inside = members(raw)
    listed = [
        f"{name} {'same' if site.get(name) == key else 'OTHER'}\n" for name, key in inside.items()
    ]
    missing = [f"(not in it: {name})\n" for name in site if name not in inside]
    return re.sub(r"[.][0-9a-f]{8}[.]min", ".*.min", "".join([*listed, *missing]))
