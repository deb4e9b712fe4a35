"""How the keys of the YAML follow from the fields of the model."""

from __future__ import annotations


def yaml_key(name: str) -> str:
    """Return the YAML key of a field: `hand_over` → `hand-over`, `from_` → `from`."""
    return name.rstrip("_").replace("_", "-")
