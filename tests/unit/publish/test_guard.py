"""A folder becomes the site only where nothing of anybody else's can be lost."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from generator.publish.gate import Gate
from generator.publish.guard import Claim, carried_over, site_folder, work_folder
from generator.publish.manifest import SITE, manifest_of
from generator.publish.named_folder import MARKER
from generator.publish.owned import Owned, exported
from generator.publish.refusal import Refused

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "手册 one"
    for folder in ("processes/sales", "content/chapters", "build/store"):
        (root / folder).mkdir(parents=True)
    return root


_DIGEST = Gate.digest
OURS = Claim(identity={"company": "Two Wheels", "title": "Handbook"})


def guarded(root: Path, site: Path) -> Path:
    return site_folder(root, site)


def listed(folder: Path, claim: Claim = OURS) -> None:
    """Put the manifest of all that is in a folder into it."""
    manifest = manifest_of(Gate(folder), SITE, claim.identity, but=())
    (folder / MARKER).write_bytes(manifest.whole())


def carried(root: Path, claim: Claim = OURS, name: str = "site") -> tuple[str, ...] | None:
    place = root / name
    return carried_over(root, Gate(place.parent), place.name, claim)


@pytest.fixture
def site(root: Path) -> Path:
    site = root / "site"
    for path in ("index.html", "forms/order.docx", "en/index.html"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(path)
    listed(site)
    return site


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "processes",
        "processes/sales",
        "processes/new",
        "content",
        "content/chapters",
        "content/../processes",
        "build",
    ],
)
def test_folders_of_the_handbook_are_refused(root: Path, name: str) -> None:
    with pytest.raises(Refused):
        guarded(root, root / name)


def test_the_top_of_the_disk_is_refused(root: Path) -> None:
    with pytest.raises(Refused):
        guarded(root, Path(root.anchor))


@pytest.mark.parametrize("name", ["site", "public/handbook", "build/preview"])
def test_a_new_folder_is_taken(root: Path, name: str) -> None:
    assert guarded(root, root / name) == root.resolve() / name


def test_an_empty_folder_is_taken_also_with_git_files(root: Path) -> None:
    (root / "site").mkdir()
    assert carried(root) == ()
    (root / "site/.gitignore").write_text("*\n")
    assert carried(root) == (".gitignore",)


def test_a_site_of_ours_is_taken_again(root: Path, site: Path) -> None:
    assert carried(root) == ()
    (site / "index.html").unlink()
    (site / ".DS_Store").touch()
    assert carried(root) == (".DS_Store",)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("thesis.docx", "thesis.docx"),
        ("photos/party.jpg", "photos/"),
        ("photos/", "photos/"),
        (".git/config", ".git/"),
        ("forms/order.docx", "forms/order.docx"),
        ("forms/other.docx", "forms/other.docx"),
        ("index.html/page.html", "index.html/"),
    ],
)
def test_what_a_build_did_not_make_stops_it(root: Path, site: Path, name: str, told: str) -> None:
    if name.startswith("index.html"):
        (site / "index.html").unlink()
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).mkdir() if name.endswith("/") else (site / name).write_text("mine")
    with pytest.raises(Refused) as refused:
        carried(root)
    assert refused.value.message.args["names"] == told
    assert "site-keep:" in refused.value.message.id


def test_a_change_of_the_same_size_is_seen(root: Path, site: Path) -> None:
    times = (site / "index.html").stat()
    (site / "index.html").write_text("INDEX.HTML")
    os.utime(site / "index.html", ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(Refused):
        carried(root)


def test_many_names_are_cut_short_and_counted(root: Path, site: Path) -> None:
    for number in range(30):
        (site / f"{number:02}.txt").touch()
    with pytest.raises(Refused) as refused:
        carried(root)
    args = refused.value.message.args
    assert args["count"] == 30
    assert str(args["names"]).endswith("19.txt, …")


def test_what_is_listed_is_carried_over(root: Path, site: Path) -> None:
    for name in ("CNAME", ".well-known/a/b.txt", ".nojekyll", "photos/x.jpg"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("mine")
    keep = Claim(identity=OURS.identity, keep=("CNAME", ".well-known", "photos/"))
    assert carried(root, keep) == (".nojekyll", ".well-known/a/b.txt", "CNAME", "photos/x.jpg")
    (site / "CNAMES").touch()
    with pytest.raises(Refused) as refused:
        carried(root, keep)
    assert refused.value.message.args["names"] == "CNAMES"


def test_a_manifest_copied_to_another_folder_is_no_licence(root: Path, site: Path) -> None:
    (root / "web").mkdir()
    (root / "web/index.html").write_text("of another program")
    (root / "web" / MARKER).write_bytes((site / MARKER).read_bytes())
    with pytest.raises(Refused) as refused:
        carried(root, name="web")
    assert refused.value.message.args["names"] == "index.html"


@pytest.mark.parametrize("text", ["Written by `handbook build`, which replaces all …\n", "", "{}"])
def test_a_site_without_a_list_is_put_aside_when_told(root: Path, text: str) -> None:
    (root / "site").mkdir()
    (root / "site/index.html").touch()
    (root / "site" / MARKER).write_text(text)
    with pytest.raises(Refused) as refused:
        carried(root)
    assert "earlier version" in refused.value.message.id
    assert "--keep" in refused.value.message.id
    assert carried(root, Claim(identity={}, put_aside=True)) is None


def test_a_file_that_was_closed_since_is_named(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def digest(gate: Gate, path: str) -> tuple[int, str]:
        if path == "index.html":
            raise PermissionError(13, "Permission denied", path)
        return _DIGEST(gate, path)

    monkeypatch.setattr(Gate, "digest", digest)  # root would read a file without permissions
    with pytest.raises(Refused) as refused:
        carried(root)
    assert refused.value.message.args["names"] == "index.html"


@pytest.mark.parametrize(
    "name",
    [
        ".site.handbook",
        ".x.handbook/new",
        "build",
        "build/store/x",
        "build/staged",
        ".git",
        ".git/x",
    ],
)
def test_no_site_stands_where_builds_work(root: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        site_folder(root, root / name)
    assert "builds keep their own files" in refused.value.message.id


def test_no_site_stands_in_another_one(root: Path, site: Path) -> None:
    with pytest.raises(Refused) as refused:
        site_folder(root, site / "sub")
    assert "published site" in refused.value.message.id


@pytest.mark.parametrize("name", ["site", "site/forms", "build/store", ".site.handbook/new"])
def test_nothing_is_exported_among_what_is_published(root: Path, site: Path, name: str) -> None:
    with pytest.raises(Refused):
        exported(root, root / name)
    assert exported(root, root / "build/forms").gate.root == root / "build/forms"


@posix
def test_links_in_a_circle_lead_nowhere(root: Path) -> None:
    (root / "a").symlink_to(root / "b")
    (root / "b").symlink_to(root / "a")
    for refused in (lambda: site_folder(root, root / "a/x"), lambda: exported(root, root / "a/x")):
        with pytest.raises(Refused) as told:
            refused()
        assert "is a link" in told.value.message.id


@posix
def test_where_the_system_makes_no_folder_another_is_asked_for(root: Path) -> None:
    with pytest.raises(Refused) as refused:
        exported(root, Path("/proc/self/x/y"))
    assert "cannot be made" in refused.value.message.id


@pytest.mark.parametrize("name", ["build/staged", "build/store"])
def test_a_file_in_the_place_of_a_work_folder_is_named(root: Path, name: str) -> None:
    shutil.rmtree(root / name, ignore_errors=True)
    (root / name).touch()
    with pytest.raises(Refused) as refused:
        work_folder(root)
    assert "is no folder" in refused.value.message.id


def test_a_list_that_no_program_can_read_is_no_list(root: Path, site: Path) -> None:
    with (site / MARKER).open("a") as file:
        file.write("[" * 200_000 + "\n")
    assert carried(root) == ()


@pytest.mark.parametrize("name", ["index.html.handbook-new", "mine.handbook-new"])
def test_what_ends_like_half_a_file_may_be_somebodys(root: Path, site: Path, name: str) -> None:
    (site / name).write_text("mine")
    with pytest.raises(Refused) as refused:
        carried(root)
    assert refused.value.message.args["names"] == name


def test_half_a_list_of_a_killed_build_is_nobodys(root: Path, site: Path) -> None:
    (site / f"{MARKER}.handbook-new").write_text("{")
    assert carried(root) == ()


def test_the_title_of_another_handbook_stays_on_its_line(tmp_path: Path) -> None:
    root, site = tmp_path / "one", tmp_path / "two/site"
    for folder in (root, site):
        folder.mkdir(parents=True)
    listed(site, Claim(identity={"company": "x", "title": "A\nB\x1b[31m"}))
    with pytest.raises(Refused) as refused:
        carried_over(root, Gate(site.parent), "site", OURS)
    assert refused.value.message.args["title"] == "A\\nB\\x1b[31m"


@pytest.mark.parametrize("name", ["processes", "content", "processes/sales/forms", "x/../content"])
def test_nothing_is_exported_among_the_sources(root: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        exported(root, root / name)
    assert "sources" in refused.value.message.id


def test_what_stops_a_build_does_not_when_it_is_put_aside(root: Path, site: Path) -> None:
    (site / "thesis.docx").touch()
    (site / ".nojekyll").touch()
    assert carried(root, Claim(identity={}, put_aside=True)) == (".nojekyll",)


def test_the_site_of_another_handbook_is_refused(root: Path, tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "index.html").touch()
    listed(web, Claim(identity={"address": "", "company": "Two Wheels", "title": "Other"}))
    with pytest.raises(Refused) as refused:
        carried_over(root, Gate(tmp_path), "web", OURS)
    assert refused.value.message.args["title"] == "Other"
    aside = Claim(identity=OURS.identity, put_aside=True)
    assert carried_over(root, Gate(tmp_path), "web", aside) is None
    listed(web)
    assert carried_over(root, Gate(tmp_path), "web", OURS) == ()
    listed(web, Claim(identity={"address": "https://h.example", "title": "Old name"}))
    renamed = Claim(identity={"address": "https://h.example", "title": "New name"})
    assert carried_over(root, Gate(tmp_path), "web", renamed) == ()


def test_a_handbook_may_change_its_title(root: Path, site: Path) -> None:
    assert carried(root, Claim(identity={"company": "Two Wheels", "title": "New"})) == ()


def test_a_file_is_no_site(root: Path) -> None:
    (root / "site").touch()
    with pytest.raises(Refused):
        guarded(root, root / "site")


@posix
def test_a_link_in_a_site_stops_a_build(root: Path, site: Path) -> None:
    for name in ("index.html", "en"):
        (site / name).rename(root / name)
        (site / name).symlink_to(root / name)
        with pytest.raises(Refused) as refused:
            carried(root)
        assert refused.value.message.args["names"] == name
        (site / name).unlink()
        (root / name).rename(site / name)


@posix
@pytest.mark.parametrize("target", ["elsewhere", "processes", "nowhere"])
@pytest.mark.promise("F09")
def test_links_are_refused(root: Path, target: str) -> None:
    (root / "elsewhere").mkdir()
    (root / "site").symlink_to(root / target)
    with pytest.raises(Refused):
        guarded(root, root / "site")


@posix
def test_sources_reached_by_another_way_are_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other way").symlink_to(root)
    for name in ("processes/new", "content", "."):
        with pytest.raises(Refused):
            guarded(root, tmp_path / "other way" / name)
    with pytest.raises(Refused):
        guarded(tmp_path / "other way", root / "processes")


@posix
@pytest.mark.parametrize("name", ["build", "build/store", "build/staged"])
def test_a_work_folder_that_is_a_link_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    for folder in (root / "build/store", root / "build"):
        folder.rmdir()
    (root / name).parent.mkdir(exist_ok=True)
    os.symlink(tmp_path, root / name)
    with pytest.raises(Refused):
        work_folder(root)


def test_of_a_folder_of_builds_only_their_own_halves_are_deleted(tmp_path: Path) -> None:
    owned = Owned(Gate(tmp_path))
    owned.write("a.html", b"page")
    (tmp_path / "a.html.handbook-new").write_text("pa")
    owned.remove_others(["a.html"])
    assert not (tmp_path / "a.html.handbook-new").exists()
    (tmp_path / "b.html.handbook-new").write_text("mine")
    with pytest.raises(Refused) as refused:
        owned.remove_others(["a.html"])
    assert refused.value.message.args["names"] == "b.html.handbook-new"
    assert (tmp_path / "b.html.handbook-new").read_text() == "mine"
