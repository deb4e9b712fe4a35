"""`handbook serve`: what is saved shows in the page, and what is wrong; nothing is published."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection  # noqa: TID251
from pathlib import Path
from threading import Event

import pytest
from command import COMMAND, PLAIN, new_handbook

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="needs signals of Unix"),
]


class Preview:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [*COMMAND, "-C", str(root), "--lang", "en", "serve", "--port", "0"],
            env=PLAIN,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self.process.stderr is not None
        found = re.search(r":(\d+)/", self.process.stderr.readline())
        assert found
        self.port = int(found[1])
        assert self.process.stderr.readline() == "The preview is up to date.\n"

    def get(self, path: str) -> str:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            connection.request("GET", path)
            with connection.getresponse() as answer:
                return answer.read().decode()

    def state(self) -> dict[str, object]:
        return dict(json.loads(self.get("/-/state")))

    def wait(self, condition: Callable[[], bool]) -> None:
        for _ in range(1200):
            if condition():
                return
            Event().wait(0.05)
        pytest.fail("nothing came in a minute")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(new_handbook(tmp_path_factory.mktemp("handbook")))
    yield preview
    preview.process.send_signal(signal.SIGINT)
    _, said = preview.process.communicate(timeout=60)
    assert preview.process.returncode == 0
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("file", "page", "old", "new"),
    [
        (
            "processes/sales/take-order.yml",
            "/processes/take-order.html",
            "purpose: ",
            "purpose: Freshly saved. ",
        ),
        ("content/index.md", "/about/index.html", "It says", "Freshly saved: it says"),
    ],
)
def test_a_saved_file_shows_in_the_page(
    preview: Preview, file: str, page: str, old: str, new: str
) -> None:
    source = preview.root / file
    text = source.read_text(encoding="utf-8")
    assert old in text
    before = preview.state()["version"]
    source.write_text(text.replace(old, new, 1), encoding="utf-8")
    preview.wait(lambda: preview.state()["version"] != before)
    preview.wait(lambda: "Freshly saved" in preview.get(page))
    assert preview.get(page).count("/-/reload.js") == 1
    source.write_text(text, encoding="utf-8")
    preview.wait(lambda: "Freshly saved" not in preview.get(page))


def test_a_new_page_comes_too(preview: Preview) -> None:
    (preview.root / "content/news.md").write_text("# News\n\nAll of it\n", encoding="utf-8")
    preview.wait(lambda: "All of it" in preview.get("/about/news.html"))
    (preview.root / "content/news.md").unlink()
    preview.wait(lambda: "All of it" not in preview.get("/about/news.html"))


def test_a_finding_stands_in_the_page_until_it_is_mended(preview: Preview) -> None:
    source = preview.root / "processes/sales/take-order.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("purpose:", "porpose:", 1), encoding="utf-8")
    preview.wait(lambda: bool(preview.state()["findings"]))
    state = preview.state()
    assert "The page is as it was before" in str(state["title"])
    assert "porpose" in json.dumps(state["findings"])
    assert "<h1" in preview.get("/processes/take-order.html")
    source.write_text(text, encoding="utf-8")
    preview.wait(lambda: not preview.state()["title"])


def test_nothing_is_published(preview: Preview) -> None:
    assert sorted(each.name for each in preview.root.iterdir()) == [
        "build",
        "content",
        "mkdocs.yml",
        "processes",
    ]
    for page in (preview.root / "build/preview").rglob("*.html"):
        assert "/-/" not in page.read_text(encoding="utf-8")


def test_a_port_in_use_is_told(preview: Preview) -> None:
    done = subprocess.run(
        [*COMMAND, "-C", str(preview.root), "--lang", "en", "serve", "--port", str(preview.port)],
        env=PLAIN,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "--port" in done.stderr
