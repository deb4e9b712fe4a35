"""What people put into the published folder is there after any number of builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import handbook, new_handbook
from proving import PROVING

pytestmark = pytest.mark.slow
TIMES = 100 if PROVING else 3
OWN = {
    "forms/order-sheet.docx": b"a filled form, saved over the blank one",
    "notes.txt": "备注".encode(),
    "photos/shop.jpg": b"\xff\xd8 a picture",
    ".well-known/security.txt": b"Contact: mailto:it@example.org",
}


def test_files_of_people_survive_every_build(tmp_path: Path) -> None:
    root = new_handbook(tmp_path / "handbook")
    site, page = root / "site", root / "processes/sales/take-order.yml"
    assert handbook(root, "build").returncode == 0
    for path, content in OWN.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(content)
    text = page.read_text(encoding="utf-8")
    for number in range(TIMES):
        page.write_text(text.replace("title: ", f"title: {number} ", 1), encoding="utf-8")
        done = handbook(root, "build", *(["--clean"] if number % 3 == 1 else []))
        assert done.returncode == 2, done.stderr
        for name in ("forms/order-sheet.docx", "notes.txt", "photos/", ".well-known/"):
            assert name in done.stderr
        assert {path: (site / path).read_bytes() for path in OWN} == OWN
    assert handbook(root, "build", "--keep").returncode == 0
    (kept,) = root.glob("site.kept-*")
    assert {path: (kept / path).read_bytes() for path in OWN} == OWN
    assert handbook(root, "build").returncode == 0
