"""One built handbook for all golden files: the bicycles, with what only a site needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from bicycles import new_bicycles
from products import goldens_of, made_by


@pytest.fixture(scope="session")
def bicycles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook in a folder of its own, built once."""
    return new_bicycles(tmp_path_factory.mktemp("golden") / "bicycles")


@pytest.fixture(scope="session")
def made(bicycles: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Path → bytes of every file that the product makes of it."""
    return made_by(bicycles, tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def goldens(made: dict[str, bytes]) -> dict[str, str]:
    """Name of a golden file → what it should hold."""
    return goldens_of(made)
