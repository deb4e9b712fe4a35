"""All that `build`, `export` and `schema` make of a handbook, and which golden file shows it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from difflib import unified_diff
from fnmatch import fnmatch
from hashlib import sha256
from pathlib import Path

from bicycles import change
from command import PROJECT, handbook
from house import base_document
from outlines import outline_of
from outlines.archive import members
from outlines.page import whole_outline

from generator.cli.main import handbook as group

LIKE = (
    ("site/rules/*", ("hb001.html", "hb301.html")),
    ("site/processes/take-stock-checklist.docx", ("repair-bicycle-checklist.docx",)),
    ("site/roles/*-checklist.docx", ("counter-checklist.docx", "team-checklist.docx")),
    ("site/roles/*-confirmation.docx", ("counter-confirmation.docx", "rider-confirmation.docx")),
    (
        "site/zh/*",
        (
            *("zh/index.html", "matrix.html", "roles/mechanic.html", "rules/hb301.html"),
            *("processes/buy-parts.html", "processes/buy-parts-checklist.docx"),
            *("forms/repair-ticket.html", "forms/repair-ticket.docx"),
        ),
    ),
    ("drafts/zh/*", ("of the original language",)),
    (
        "drafts/*",
        (
            *("processes.html", "changes.html", "stock.html", "sell-bicycle.html"),
            *("sell-bicycle-checklist.docx", "handbook.docx", "checklists.zip"),
        ),
    ),
    ("export/book/handbook-stock.docx", ("handbook-auditor.docx",)),
    ("branded/*", ("repair-ticket.docx", "buy-parts-checklist.docx")),
)
"""Files made by the dozen, or the same way as others → the few among them that are shown."""
WITH_CHROME = ("site/index.html", "site/404.html", "site/zh/index.html")
"""Pages that are shown with the navigation around them; it is the same everywhere."""
THEME = re.compile(r"site/(\w\w/)?assets/(images|javascripts|stylesheets|handbook)/")
ADDRESS = "https://handbook.two-wheels.example/"
"""Where the handbook is published: `@/` in the golden files."""
HASH = re.compile(r"\.[0-9a-f]{8}\.min\.")
BRANDED = """\
@ processes/handbook.yml
- house-style: {logo: house/logo.png, colour: "#7A1F1F", latin-font: Georgia}
+ house-style: {base-document: house/base.docx, colour: "#7A1F1F", latin-font: Georgia}
"""


def made_by(root: Path, out: Path) -> dict[str, bytes]:
    """Run every command that makes files; return path → bytes, those of the site first.

    The families of `export` are read from its help, so that a new one has to be shown.
    """
    run(root, "build", "--site-dir", out / "site")
    run(root, "build", "--drafts", "--site-dir", out / "drafts")
    inside(root, "schema", "-o", out / "schema")
    said = handbook(root, "export", "--help").stdout
    families = re.search(r"\{([a-z|]+)\}", said)
    assert families
    for family in families[1].split("|"):
        inside(root, "export", family, "-o", out / "export" / family)
    inside(root, "export", "book", "auditor", "stock", "-o", out / "export/book")
    inside(root, "export", "forms", "--language", "zh", "-o", out / "export/zh")
    _branded(root, out)
    tops = ("site", "drafts", "export", "schema", "branded")
    files = {f"{top}/{path}": raw for top in tops for path, raw in below(out / top).items()}
    return {**files, "check.txt": handbook(root, "check").stdout.encode()}


def _branded(root: Path, out: Path) -> None:
    """Make some documents on a company's own base document."""
    other = out / "branded-handbook"
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("build"))
    change(other, BRANDED)
    (other / "house/base.docx").write_bytes(base_document())
    inside(other, "export", "forms", "-o", out / "branded")
    inside(other, "export", "checklists", "buy-parts", "-o", out / "branded")


def run(root: Path, *words: str | Path) -> None:
    """Run a command that has to succeed."""
    done = handbook(root, *words)
    assert done.returncode == 0, f"{words}: {done.stderr}"


def inside(root: Path, *words: str | Path) -> None:
    """Run a command that has to succeed in this process, which saves it the start."""
    line = ("-C", root, "--lang", "en", "-q", *words)
    assert not group.main([*map(str, line)], standalone_mode=False), words


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
    listed: defaultdict[str, list[str]] = defaultdict(list)
    twins: dict[bytes, str] = {}
    for path, raw in made.items():
        known = _twin(twins, path, raw) or _theme(path, raw) or _like(path)
        if not known:
            name, text = shown(path, raw, made)
            if other := counterpart(path, goldens, name):
                name, text = f"{name}.diff", changes(goldens[other], text)
            goldens[name] = text
        mark = f" {_print(shown(path, raw, made)[1])}" if known.startswith("like") else ""
        listed[known or "shown"].append(HASH.sub(".*.min.", path) + mark)
    files = "".join(f"{how}:\n{_names(how, paths)}" for how, paths in listed.items())
    return {"files.txt": files, **_once(goldens)}


def _names(how: str, paths: list[str]) -> str:
    if how.startswith("the same in"):
        return f"  {len(paths)} files\n"
    return "".join(f"  {path}\n" for path in paths)


def _twin(twins: dict[bytes, str], path: str, raw: bytes) -> str:
    """Say which file before it a file equals byte for byte."""
    key = sha256(raw).digest()
    top = path.partition("/")[0]
    if top == "site" or twins.setdefault(key, path) == path:
        twins.setdefault(key, path)
        return ""
    same = twins[key]
    if path == same.replace("site", top, 1):
        return f"the same in site and {top}"
    return f"the same as under {same.partition('/')[0]} with this name"


def _theme(path: str, raw: bytes) -> str:
    """Say of a file of the theme whether it is published as it is."""
    if not THEME.match(path) or path.endswith("search-index.js"):
        return ""
    own = PROJECT / "generator/resources/theme/assets/handbook" / path.rpartition("/")[2]
    if "/handbook/" in path:
        return "as in the theme" if own.is_file() and own.read_bytes() == raw else "altered"
    return "of Material for MkDocs"


def _like(path: str) -> str:
    """Say which files stand for one that is like many."""
    for pattern, names in LIKE:
        if fnmatch(path, pattern):
            return "" if path.endswith(names) else f"like {' '.join(names)}"
    return ""


def shown(path: str, raw: bytes, made: dict[str, bytes]) -> tuple[str, str]:
    """Return the golden file of a file, and its outline."""
    name, text = outline_of(path, raw)
    if path.replace("drafts", "site", 1) in WITH_CHROME:
        text = whole_outline(raw)
    if path.endswith(".zip"):
        text = _against(made, path.partition("/")[0], raw)
    return name, text.replace(ADDRESS, "@/")


def _print(text: str) -> str:
    """A finger print of an outline that is not shown."""
    return sha256(text.encode()).hexdigest()[:8]


def counterpart(path: str, goldens: dict[str, str], name: str) -> str:
    """Return the golden file of the same thing on the site, if there is one."""
    if path.startswith("site/"):
        return ""
    rest = name.partition("/")[2]
    own = [
        f"site/{rest}",
        *(each for each in goldens if each.endswith(f"/{rest.rpartition('/')[2]}")),
    ]
    return next((each for each in own if each in goldens and each.startswith("site/")), "")


def changes(one: str, other: str) -> str:
    """The lines that differ, a place after a line of its own."""
    lines = list(unified_diff(one.splitlines(), other.splitlines(), n=0, lineterm=""))[2:]
    return "".join("@@\n" if line.startswith("@@") else f"{line}\n" for line in lines)


def _against(made: dict[str, bytes], top: str, raw: bytes) -> str:
    """The members of an archive, each with the word whether it is the file of the site."""
    site = {
        path.removeprefix(f"{top}/"): sha256(each).hexdigest()
        for path, each in made.items()
        if path.startswith(f"{top}/")
    }
    inside = members(raw)
    listed = [f"{name} {'same' if site.get(name) == key else 'OTHER'}\n"
              for name, key in inside.items() if "/hb" not in name]  # fmt: skip
    missing = [f"(not in it: {name})\n" for name in site if name not in inside]
    rules = [key == site.get(name) for name, key in inside.items() if "/hb" in name]
    count = f"pages on rules: {len(rules)}, same: {sum(rules)}\n"
    return HASH.sub(".*.min.", "".join([*listed, count, *(missing if len(missing) < 9 else [])]))


def _once(goldens: dict[str, str]) -> dict[str, str]:
    """Show a part of a document that another document has too only once."""
    first: dict[str, str] = {}
    done = {}
    for name, text in goldens.items():
        parts = text.split("\n== ")
        for at, part in enumerate(parts):
            head, _, body = part.partition("\n")
            if len(body) > 400 and ".docx" in name and first.setdefault(body, name) != name:
                parts[at] = f"{head}\n  (as in {first[body]})"
        done[name] = "\n== ".join(parts)
    return done
