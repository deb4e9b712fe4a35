"""Puts the site together: stages pages as files and has MkDocs put the chrome around them."""

from __future__ import annotations

from generator.site.mkdocs_config import mkdocs_build
from generator.site.staging import Staged, stage

__all__ = ["Staged", "mkdocs_build", "stage"]
