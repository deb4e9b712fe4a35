"""The handbook itself, read and bound once for all tests of its content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checking.folder import check_folder
from generator.model.handbook import Handbook

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    found = check_folder(ROOT).handbook
    assert found
    return found


@pytest.fixture(scope="session")
def digest() -> dict[str, Any]:
    return json.loads((HERE / "brief-digest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def additions() -> dict[str, Any]:
    return yaml.safe_load((HERE / "additions.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def content() -> dict[str, str]:
    """The chapters of running text: published address → text."""
    folder = ROOT / "content"
    names = {
        path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.md")
    }
    return {
        f"{name}.html" if name.startswith("chapters/") else f"about/{name}.html": path.read_text(
            encoding="utf-8"
        )
        for name, path in names.items()
    }
