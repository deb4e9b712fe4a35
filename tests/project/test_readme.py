"""README shows what is true: its YAML stands in the handbook, its pictures and links exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROCESS = ROOT / "processes" / "customers" / "complaint-handling.yml"


def lines(text: str) -> list[str]:
    """The lines of YAML without their comments."""
    return [re.sub(r"\s+#.*", "", line).strip() for line in text.splitlines()]


def test_the_yaml_beside_the_page_is_the_yaml_of_that_page() -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    rest = iter(lines(PROCESS.read_text(encoding="utf-8")))
    missing = [line for line in lines(shown) if line not in rest]
    assert missing == []


def test_pictures_and_files_that_pages_of_the_project_name_exist() -> None:
    missing = []
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")):
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'(?:\]\(|src=")([^)"#\s]+)', text):
            path = page.parent / target
            if "://" not in target and not path.exists():
                missing.append(f"{page.name}: {path.name}")
    assert missing == []
