"""Where the project is, and where what was learnt about it is kept."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
STATE = ROOT / "build" / "mutation"
