"""After an edit a build makes what a clean build makes, whatever the store knows from before."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest
from bicycles import change
from command import COMMAND, PLAIN
from golden import difference
from outlines import outline_of
from products import below
from proving import PROVING

pytestmark = pytest.mark.slow

EDITS = Path(__file__).parent / "edits"
MANIFEST = ""  # it has no ending
DOCUMENTS = {".html", ".docx", ".js", ".zip", MANIFEST}
DRAWINGS = {".svg", ".bpmn"}
OF_EACH_KIND = {
    "step-title": DOCUMENTS | DRAWINGS | {".json", ".xlsx"},
    "parameter": DOCUMENTS | {".json", ".xlsx"},
    "field-label": DOCUMENTS | {".json"},
    "page-text": DOCUMENTS,
    "translation": DOCUMENTS | DRAWINGS | {".xlsx"},
    "holiday": {".ics", ".json"},
    "logo_redrawn": {".docx"},
    "picture_redrawn": {".png"},
    "process_renamed": DOCUMENTS | DRAWINGS | {".json", ".xlsx"},
}
"""Edit that `make test` tries → the kinds of files that change; `make prove` tries all, alone."""
IN_BOTH_LANGUAGES = {"role-title", "translation"}
MADE = shutil.ignore_patterns("build", "site")
ONE_LANGUAGE = """\
@ processes/handbook.yml
- languages: [en, zh]
+ languages: [en]
"""


TOGETHER = (
    ("step-title", "page-text"),
    ("parameter", "holiday", "picture_redrawn"),
    ("field-label", "logo_redrawn"),
    ("translation",),
    ("process_renamed",),
)
"""What `make test` edits at once: in each, every edit changes a kind of file that others leave."""


def patched(name: str) -> Callable[[Path], None]:
    return lambda root: change(root, (EDITS / f"{name}.diff").read_text(encoding="utf-8"))


def process_renamed(root: Path) -> None:
    """Give a process another id; the old one leads to it."""
    old = root / "processes/workshop/true-wheels.yml"
    text = old.read_text(encoding="utf-8")
    old.with_stem("straighten-wheels").write_text(f"{text}formerly: [true-wheels]\n")
    old.unlink()


def process_added(root: Path) -> None:
    """Copy a process under another id and code."""
    old = root / "processes/workshop/true-wheels.yml"
    text = old.read_text(encoding="utf-8").replace("WI 1.2", "WI 1.3")
    old.with_stem("wash-bicycle").write_text(text.replace("True a wheel", "Wash a bicycle"))


def logo_redrawn(root: Path) -> None:
    """Put the picture of the shop in the place of the logo."""
    shutil.copy(root / "content/shop.png", root / "house/logo.png")


def picture_redrawn(root: Path) -> None:
    """Put the logo in the place of the picture of the shop."""
    shutil.copy(root / "house/logo.png", root / "content/shop.png")


BY_HAND = (process_renamed, process_added, logo_redrawn, picture_redrawn)
ALL: dict[str, Callable[[Path], None]] = {
    **{path.stem: patched(path.stem) for path in sorted(EDITS.glob("*.diff"))},
    **{each.__name__: each for each in BY_HAND},
}


@pytest.fixture(scope="module")
def built(bicycles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The handbook without any edit, built: in both languages, and in English alone."""
    roots = {}
    for both in (True, False):
        roots[both] = Path(shutil.copytree(bicycles, tmp_path_factory.mktemp("built") / "bicycles"))
        if not both:
            change(roots[both], ONE_LANGUAGE)
        assert building(roots[both]).wait() == 0
    return roots


@pytest.mark.parametrize("names", [(each,) for each in ALL] if PROVING else TOGETHER)
@pytest.mark.promise("B02")
def test_a_build_after_an_edit_makes_what_a_clean_build_makes(
    names: tuple[str, ...], built: dict[bool, Path], tmp_path: Path
) -> None:
    before = built[not IN_BOTH_LANGUAGES.isdisjoint(names)]
    # Each edit starts from a store that knows all of the handbook as it was, and nothing else.
    worked_on = edited(Path(shutil.copytree(before, tmp_path / "worked-on")), names)
    clean = Path(shutil.copytree(worked_on, tmp_path / "clean", ignore=MADE))
    with building(clean) as fresh, building(worked_on) as again:
        assert (fresh.wait(), again.wait()) == (0, 0)
    wanted, found = below(clean / "site"), below(worked_on / "site")
    assert list(found) == list(wanted)
    wrong = [path for path, raw in wanted.items() if found[path] != raw]
    assert not wrong, stale(wrong, wanted, found)
    known = below(before / "site")
    changed = {ending(path) for path, raw in wanted.items() if known.get(path) != raw}
    assert changed, "the edit changes nothing"
    assert changed >= set().union(*(OF_EACH_KIND.get(name, set()) for name in names))


def test_the_edits_change_every_kind_of_file(built: dict[bool, Path]) -> None:
    made = {ending(path) for path in below(built[True] / "site")}
    assert set().union(*OF_EACH_KIND.values()) == made - {".css"}  # of the theme alone
    assert sorted(chain(*TOGETHER)) == sorted(OF_EACH_KIND)


def ending(path: str) -> str:
    return PurePosixPath(path).suffix


def edited(root: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        ALL[name](root)
    return root


def building(root: Path) -> subprocess.Popen[bytes]:
    words = ("-C", str(root), "--lang", "en", "--quiet", "build", "--jobs", "1")
    return subprocess.Popen([*COMMAND, *words], env=PLAIN, cwd=root)


def stale(paths: list[str], wanted: dict[str, bytes], found: dict[str, bytes]) -> str:
    """Say which outputs are stale, and show the first."""
    first = paths[0]
    old, new = outline_of(first, found[first])[1], outline_of(first, wanted[first])[1]
    return f"stale: {' '.join(paths)}\n{difference(old, new, first)}"
