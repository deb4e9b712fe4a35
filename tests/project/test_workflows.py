"""Workflows of a hosted repository: few rights, nothing of a stranger is run, all is pinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
# What strangers write: a title or a branch may hold commands.
OF_STRANGERS = re.compile(r"\$\{\{[^}]*github\.(?:event|head_ref|actor)")


def test_there_is_one() -> None:
    assert WORKFLOWS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
@pytest.mark.promise("T28")
def test_a_workflow_has_few_rights_and_pins_what_it_uses(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {}
    assert "pull_request_target" not in text
    assert not OF_STRANGERS.search(text)
    for job in flow["jobs"].values():
        assert set(job["permissions"].items()) <= {("contents", "read")}
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
                assert step["with"]["persist-credentials"] is False
