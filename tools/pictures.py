"""Makes the pictures of README anew from a built site: a step, a whole diagram, a Word form.

`make pictures` needs the site (`make site`), Chromium and LibreOffice; look at what it made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.renderers.png import svg_to_png

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
PROCESS, STEP, FORM = "complaint-handling", "step-classify", "complaint-record"
NARROW = {"width": 700, "height": 900}
_DIAGRAM_DPI = 64
_FORM_DPI = 64


def step_picture(site: Path, target: Path) -> None:
    """Photograph one step as it stands on its process page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=NARROW)
        page.goto((site / "processes" / f"{PROCESS}.html").as_uri())
        page.locator(".hb-step", has=page.locator(f"#{STEP}")).screenshot(path=target)
        browser.close()


def diagram_picture(site: Path, target: Path) -> None:
    """Turn the diagram of the process into a picture, whole."""
    svg = (site / "processes" / f"{PROCESS}.svg").read_bytes()
    target.write_bytes(svg_to_png(svg, dpi=_DIAGRAM_DPI))


def form_picture(site: Path, target: Path) -> None:
    """Have LibreOffice lay out the first page of the Word form."""
    with tempfile.TemporaryDirectory() as folder:
        form = site / "forms" / f"{FORM}.docx"
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, form]
        subprocess.run(convert, check=True, capture_output=True)
        pdf = Path(folder) / f"{FORM}.pdf"
        page = ["pdftoppm", "-r", str(_FORM_DPI), "-png", "-singlefile", "-f", "1", pdf]
        subprocess.run([*page, target.with_suffix("")], check=True, capture_output=True)


def main() -> int:
    """Make all three pictures from the site that is named, or from `site/`."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    if not (site / "index.html").exists():
        print(f"{site} holds no site: run `make site` first")
        return 2
    step_picture(site, IMAGES / "step.png")
    diagram_picture(site, IMAGES / "diagram.png")
    form_picture(site, IMAGES / "form.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
