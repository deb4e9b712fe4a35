"""Nothing but files and folders of the build becomes the site."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path

import pytest

from generator.publish.gate import Gate
from generator.publish.guard import Claim
from generator.publish.named_folder import MARKER
from generator.publish.refusal import Refused
from generator.publish.workshop import workshop

CLAIM = Claim(identity={"title": "Handbook"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "handbook"
    (root / "processes").mkdir(parents=True)
    return root


def publish(root: Path, site: Path) -> None:
    with workshop(root, site, claim=CLAIM, clean=False, waiting=print) as place:
        place.fresh("en").write("index.html", b"page")
        place.publish()


@pytest.mark.parametrize("name", ["site", "public/web", "../beside", "processes/../web/."])
def test_the_site_stands_where_it_was_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(root)
    publish(root, Path(name))
    assert (root / name / "en/index.html").read_bytes() == b"page"


def test_a_name_that_is_only_dots_is_the_folder_meant(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = root.parent / "other/deep"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    with pytest.raises(Refused, match="what a build did not make"):
        publish(root, Path(".."))  # the current folder stands in it
    publish(root, Path())
    assert (here / "en/index.html").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_link_put_into_a_site_being_made_is_not_published(root: Path) -> None:
    publish(root, root / "site")
    (root / "elsewhere").mkdir()
    (root / "elsewhere/file").write_text("somebody else's")
    with workshop(root, root / "site", claim=CLAIM, clean=False, waiting=print) as place:
        place.fresh().write("index.html", b"new")
        place.fresh().gate.path("assets").symlink_to(root / "elsewhere")
        with pytest.raises(Refused, match="did not write"):
            place.publish()
        place.fresh().gate.remove("assets")
    assert not (root / "site/assets").exists()
    assert not (root / "site/index.html").exists()
    assert (root / "elsewhere/file").read_text() == "somebody else's"


KEEPING = Claim(identity=CLAIM.identity, keep=("photos", "CNAME", "empty"))


def publish_keeping(root: Path) -> tuple[str, ...]:
    with workshop(root, root / "site", claim=KEEPING, clean=False, waiting=print) as place:
        place.fresh("en").write("index.html", b"page")
        return place.publish()


def test_what_is_listed_goes_from_site_to_site_also_an_empty_folder(root: Path) -> None:
    publish(root, root / "site")
    (root / "site/photos").mkdir()
    (root / "site/photos/shop.jpg").write_bytes(b"picture")
    (root / "site/CNAME").write_text("handbook.example")
    (root / "site/empty").mkdir()
    for _ in range(2):
        assert publish_keeping(root) == ()
        assert (root / "site/photos/shop.jpg").read_bytes() == b"picture"
        assert (root / "site/CNAME").read_text() == "handbook.example"
        assert list((root / "site/empty").iterdir()) == []


def test_on_a_disk_where_a_file_has_one_name_it_is_copied_with_its_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(root, root / "site")
    (root / "site/CNAME").write_text("handbook.example")
    os.utime(root / "site/CNAME", (1_700_000_000, 1_700_000_000))

    def refuse(gate: Gate, source: str, target: str) -> None:
        raise OSError

    monkeypatch.setattr(Gate, "link", refuse)
    publish_keeping(root)
    assert (root / "site/CNAME").read_text() == "handbook.example"
    assert (root / "site/CNAME").stat().st_mtime == 1_700_000_000


def test_what_is_listed_may_not_be_what_the_handbook_makes(root: Path) -> None:
    publish(root, root / "site")
    (root / "site/CNAME").write_text("mine")
    with workshop(root, root / "site", claim=KEEPING, clean=False, waiting=print) as place:
        place.fresh().write("CNAME", b"made")
        with pytest.raises(Refused, match="which the handbook makes itself") as refused:
            place.publish()
    assert refused.value.message.args == {"path": "CNAME"}
    assert (root / "site/CNAME").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
def test_a_listed_link_is_not_followed(root: Path) -> None:
    publish(root, root / "site")
    (root / "elsewhere").write_text("somebody else's")
    (root / "site/CNAME").symlink_to(root / "elsewhere")
    with pytest.raises(Refused, match="it is a link, or no plain file") as refused:
        publish_keeping(root)
    assert refused.value.message.args == {"path": str(root / "site/CNAME")}
    assert (root / "site/CNAME").is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")
@pytest.mark.parametrize("link", [True, False])
def test_what_stands_in_the_place_of_a_folder_is_put_aside(root: Path, link: bool) -> None:
    site, claim = root / "site", Claim(identity={"title": "One"}, put_aside=True)

    def build() -> tuple[str, ...]:
        with workshop(root, site, claim=claim, clean=False, waiting=print) as place:
            place.fresh().write("roles/clerk.html", b"page")
            place.publish()
        return place.put_aside()

    build()
    shutil.rmtree(site / "roles")
    if link:
        (root / "out").mkdir()
        (site / "roles").symlink_to(root / "out")
    else:
        (site / "roles").write_text("mine")
    (aside,) = build()
    assert (Path(aside) / "roles").is_symlink() is link
    assert (site / "roles/clerk.html").read_bytes() == b"page"


@pytest.mark.skipif(os.name != "posix", reason="Windows gives rights by folder")
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o027])
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.promise("F11")
def test_everybody_may_read_a_site_whatever_the_umask_unless_asked(
    root: Path, umask: int, private: bool
) -> None:
    before = os.umask(umask)
    try:
        publish(root, root / "site")
        mine = root / "site/photos"
        mine.mkdir(mode=0o700)
        (mine / "mine.jpg").touch(0o600)
        for _ in range(2):
            with workshop(root, root / "site", claim=KEEPING, clean=False, waiting=print) as place:
                place.fresh("en").write("index.html", b"other page")
                place.publish(private=private)
    finally:
        os.umask(before)
    folder, file = (0o777 & ~umask, 0o666 & ~umask) if private else (0o755, 0o644)
    modes = {
        path.relative_to(root / "site").as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in [root / "site", *(root / "site").rglob("*")]
    }
    assert modes.pop("photos/mine.jpg") == 0o600 & ~umask, "what people put there is theirs"
    modes.pop("photos")
    assert modes == {".": folder, "en": folder, "en/index.html": file, MARKER: file}
