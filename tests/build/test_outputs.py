"""One catalogue: export gives the bytes of the site, every file is offered, bodies are pure."""

from __future__ import annotations

import sys
import sysconfig
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html
from published import DRAFT_FORM, DRAFT_PROCESS, published, shop

import generator
from generator.base.artifact import Artifact
from generator.checking.folder import read_folder
from generator.cli.main import handbook
from generator.document.context import Context
from generator.outputs import catalogue
from generator.outputs.material import Material, contexts, material_of
from generator.outputs.output import Archive, Output, OutputFile
from generator.publish.office import pages_of_headings

pytestmark = pytest.mark.slow

LANGUAGES = ("en", "zh")
EXPORTED = tuple(catalogue.exported_outputs())
# Where files of an output stand in the site that are not at the same place in the exported folder.
FOLDERS = ("", "downloads/", "forms/", "processes/", "roles/")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop's handbook."""
    return shop(tmp_path_factory.mktemp("shop") / "handbook")


@pytest.fixture(scope="module", params=[False, True], ids=["in-force", "drafts"])
def site(
    root: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, bool]:
    """The shop's site, without drafts and with them."""
    drafts: bool = request.param
    return published(root, tmp_path_factory.mktemp("site") / "site", drafts=drafts), drafts


def exported(root: Path, name: str, folder: Path, *options: str) -> dict[str, bytes]:
    words = ["-q", "-C", str(root), "export", name, "-o", str(folder), *options]
    assert not handbook.main(words, standalone_mode=False)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXPORTED)
def test_export_gives_the_bytes_of_the_site(
    root: Path, site: tuple[Path, bool], name: str, language: str, tmp_path: Path
) -> None:
    folder, drafts = site
    output = catalogue.exported_outputs()[name]
    tree = folder / language if language != LANGUAGES[0] and output.every_language else folder
    options = ["--language", language, *(["--drafts"] if drafts else [])]
    found = exported(root, name, tmp_path / "out", *options)
    endings = {PurePosixPath(path).suffix for path in found}
    assert len(endings) == 1
    for path, raw in found.items():
        (published,) = [tree / f"{at}{path}" for at in FOLDERS if (tree / f"{at}{path}").is_file()]
        assert published.read_bytes() == raw, path
    named = {path.rpartition("/")[2] for path in found}
    drafted = {each for each in named if each.startswith((DRAFT_PROCESS, DRAFT_FORM))}
    about_one = name in {"bpmn", "svg", "checklists", "forms"}
    assert bool(drafted) == (drafts and about_one)


def test_the_outputs_that_can_be_exported_make_all_documents_of_the_site(
    root: Path, site: tuple[Path, bool], tmp_path: Path
) -> None:
    folder, drafts = site
    options = ["--drafts"] if drafts else []
    found = {
        path.rpartition("/")[2]
        for name in EXPORTED
        for path in exported(root, name, tmp_path / name, *options)
    }
    kinds = {".docx", ".xlsx", ".svg", ".bpmn", ".ics", ".json"}
    assert found == {
        path.name
        for path in folder.rglob("*")
        if path.suffix in kinds
        and not {"assets", "schema", "zh"} & set(path.relative_to(folder).parts)
    }


def test_every_file_of_the_site_can_be_reached_by_links(site: tuple[Path, bool]) -> None:
    folder, _ = site
    files = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    # Shown for addresses that lead nowhere; our mark; what the theme brings.
    expected = {
        each
        for each in files
        if each.rpartition("/")[2] not in {"404.html", ".handbook-site"}
        and "assets" not in each.split("/")
    }
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in files:
            continue
        reached.add(page)
        if page.endswith(".html"):
            text = folder.joinpath(page).read_text(encoding="utf-8")
            waiting += _leads_to(page, text)
    assert expected - reached == set()
    assert len(expected) > 50


def _leads_to(page: str, text: str) -> list[str]:
    links = html.document_fromstring(text.encode()).xpath("//@href | //@src")
    paths = [urlsplit(str(each)) for each in links]
    return [
        normpath(join(PurePosixPath(page).parent.as_posix(), unquote(each.path)))
        for each in paths
        if each.path and not each.scheme and not each.path.startswith("/")
    ]


def test_an_archive_holds_the_documents_of_the_site(site: tuple[Path, bool]) -> None:
    folder, drafts = site
    for name, ending in (("forms", "forms/*.docx"), ("checklists", "*/*-checklist.docx")):
        with ZipFile(folder / f"downloads/{name}.zip") as archive:
            packed = {each: archive.read(each) for each in archive.namelist()}
        assert packed == {
            each.relative_to(folder).as_posix(): each.read_bytes()
            for each in folder.glob(ending)
        }
        assert any(DRAFT_FORM in each or DRAFT_PROCESS in each for each in packed) == drafts


def test_an_id_without_documents_ends_an_export(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.cli.main import main

    for words, sentence in (
        (["svg", "repair-bicycle", "nothing"], "no document bears the id nothing."),
        (["svg", DRAFT_PROCESS], f"These are drafts: {DRAFT_PROCESS}. Add --drafts"),
        (["json", "repair-bicycle"], "no document bears the id repair-bicycle."),
    ):
        with pytest.raises(SystemExit) as left:
            main(["--lang", "en", "-C", str(root), "export", *words, "-o", str(tmp_path / "out")])
        assert left.value.code == 2
        assert sentence in capsys.readouterr().err
        assert not (tmp_path / "out").exists()


# A new output: what `ARCHITECTURE.md` promises is all that it needs.


def _poster(ctx: Context, material: Material) -> Iterator[OutputFile]:
    del material
    archive = Archive(path="downloads/posters.zip", label="All posters (ZIP)")
    for role in ctx.handbook.organization.roles:
        page = f"roles/{role.role}"
        yield OutputFile(
            artifact=Artifact(f"{page}-poster.txt", role.title.source.encode),
            label="Poster",
            pages=(page,),
            about=role.role,
            archive=archive,
        )


POSTERS = Output(id="posters", files=_poster)


def test_a_new_output_is_exported_built_offered_and_packed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "OUTPUTS", (*catalogue.OUTPUTS, POSTERS))
    assert "posters" in catalogue.exported_outputs()
    one = exported(root, "posters", tmp_path / "out", "owner")
    assert list(one) == ["owner-poster.txt"]
    site = published(root, tmp_path / "site", drafts=False)
    assert (site / "roles/owner-poster.txt").read_bytes() == one["owner-poster.txt"]
    assert (site / "zh/roles/owner-poster.txt").is_file()
    page = (site / "roles/owner.html").read_text(encoding="utf-8")
    assert 'href="owner-poster.txt"' in page
    assert 'href="downloads/posters.zip"' in (site / "index.html").read_text(encoding="utf-8")
    assert "All posters (ZIP)" in (site / "assets/handbook/search-index.js").read_text(encoding="utf-8")
    with ZipFile(site / "downloads/posters.zip") as archive:
        assert archive.read("roles/owner-poster.txt") == one["owner-poster.txt"]


# Bodies are pure: they touch nothing but the program itself and what Python brings.

_watching: list[str] | None = None
_PROGRAM = tuple(
    str(Path(each).resolve())
    for each in (
        Path(generator.__file__).parent,
        sys.prefix,
        sys.base_prefix,
        sysconfig.get_path("stdlib"),
        *zoneinfo.TZPATH,
    )
)
_TOUCHES = ("open", "os.", "shutil.", "tempfile.", "subprocess.", "socket.", "pathlib.")


def _heard(event: str, args: tuple[object, ...]) -> None:
    if _watching is None or not event.startswith(_TOUCHES) or event == "os.putenv":
        return
    place = args[0] if args else ""
    if event in {"open", "os.listdir", "os.scandir"} and isinstance(place, str | bytes):
        path = place.decode() if isinstance(place, bytes) else place
        reads = event != "open" or args[1] is None or str(args[1]).startswith("r")
        if reads and str(Path(path).resolve()).startswith(_PROGRAM):
            return
    _watching.append(f"{event}: {args}")


sys.addaudithook(_heard)


@contextmanager
def _watched() -> Iterator[list[str]]:
    global _watching  # noqa: PLW0603 - an audit hook cannot be taken away, only silenced
    _watching = touched = []
    try:
        yield touched
    finally:
        _watching = None


def test_the_watch_sees_a_disk_that_is_touched(tmp_path: Path) -> None:
    with _watched() as touched:
        (tmp_path / "a").write_text("a", encoding="utf-8")
        (tmp_path / "a").read_text(encoding="utf-8")
        list(tmp_path.iterdir())
    assert len(touched) == 3


@pytest.mark.parametrize("drafts", [False, True], ids=["in-force", "drafts"])
def test_bodies_touch_no_disk(root: Path, drafts: bool) -> None:  # noqa: FBT001
    sources = read_folder(root)
    material = material_of(sources, pages_of_headings)
    count = 0
    for ctx in contexts(sources, drafts=drafts):
        for file in catalogue.all_files(ctx, material):
            artifact = file.artifact
            with _watched() as touched:
                parts = [each.body() for each in artifact.parts]
                assert artifact.body(*parts)
            assert touched == [], artifact.path
            count += 1
    assert count > 40


def test_the_material_is_part_of_the_key_and_all_that_a_body_sees(root: Path) -> None:
    sources = read_folder(root)
    ctx = next(contexts(sources, drafts=False))
    before = material_of(sources, pages_of_headings)
    prose = replace(before, prose={**before.prose, "more.md": "# More\n\nFresh words\n"})
    house = replace(before, house=replace(before.house, colour="AA0000"))

    def made(material: Material) -> dict[str, str | None]:
        return {e.artifact.path: e.artifact.key for e in catalogue.all_files(ctx, material)}

    def changed(material: Material) -> set[str]:
        return {path for path, key in made(material).items() if made(before)[path] != key}

    book = "downloads/handbook.docx"
    assert changed(prose) == {book}
    assert changed(house) == {path for path in made(before) if path.endswith(".docx")}
    (file,) = [e for e in catalogue.all_files(ctx, prose) if e.artifact.path == book]
    with ZipFile(BytesIO(file.artifact.body())) as archive:
        assert "Fresh words" in archive.read("word/document.xml").decode()
