"""Each seeded fault gives exactly its finding, at its line and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from overlay import handbook_files
from seeded import seed

from generator.base.i18n import Catalogue, product_catalogue
from generator.checking.pipeline import check
from generator.report.text import report_text
from generator.source.reading.yaml_file import FileText

HERE = Path(__file__).parent
BASE = handbook_files(HERE.parent / "handbooks" / "bicycles")
FAULTS = sorted(HERE.glob("*.diff"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.stem)
@pytest.mark.promise("S01", "S02", "S03", "S04", "S05")
def test_a_fault_gives_exactly_its_finding(
    fault: Path, snapshot: Callable[[str, str], None]
) -> None:
    seeded = seed(BASE, fault.read_text(encoding="utf-8"))
    checked = check(FileText(path, raw) for path, raw in sorted(seeded.files.items()))
    spans = [(each.rule.code, checked.span(each.where)) for each in checked.diagnostics]
    found = [(code, span.file, span.line, span.column) for code, span in spans]
    code = fault.stem.partition("-")[0]
    shown = report_text(checked, Catalogue("en"))
    assert found == [(code, seeded.file, seeded.line, seeded.column)], shown
    (diagnostic,) = checked.diagnostics
    assert fault.stem.partition(".")[0] == f"{code}-{diagnostic.rule.name}"
    assert diagnostic.hint, "every finding has a cure"
    assert report_text(checked, product_catalogue("zh"))
    snapshot(shown, f"{fault.stem}.txt")  # what an editor reads


def test_there_are_enough_faults_of_all_families() -> None:
    codes = [fault.stem[:5] for fault in FAULTS]
    assert len(codes) >= 160
    assert {code[:3] for code in codes} == {"HB0", "HB1", "HB2", "HB3", "HB4", "HB5", "HB7"}
