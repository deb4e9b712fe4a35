"""One built handbook for all golden files: the bicycles, with what only a site needs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command import STARTER
from products import goldens_of, made_by

BICYCLES = Path(__file__).parents[1] / "handbooks" / "bicycles"


@pytest.fixture(scope="session")
def bicycles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook in a folder of its own, built once."""
    root = tmp_path_factory.mktemp("golden") / "bicycles"
    shutil.copytree(BICYCLES, root)
    shutil.copy(STARTER / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="session")
def made(bicycles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Path → bytes of every file that the product makes of it."""
    return made_by(bicycles, tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def goldens(made: dict[str, bytes]) -> dict[str, str]:
    """Name of a golden file → what it should hold."""
    return goldens_of(made)
