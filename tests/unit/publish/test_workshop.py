"""Nothing but files and folders of the build becomes the site."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.publish.guard import Claim
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
