"""Builds one handbook under every Python that is found, and compares the sites byte by byte.

`PYTHONS="python3.12 /opt/…/bin/python3" python tools/pythons.py`; without `PYTHONS` those are taken
that are on the path as python3.11 and so on. Each gets the locked packages in an environment of its
own below build/pythons. What is a zip archive is compared member by member: how small one gets
depends on the zlib of a Python.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from bicycles import new_bicycles  # noqa: E402 - it lies in tests/, which the line above makes known

ENVIRONMENTS = ROOT / "build" / "pythons"
LOCK = ROOT / "requirements.lock"
KNOWN = ("python3.11", "python3.12", "python3.13", "python3.14")
MANIFEST = ".handbook-site"  # it holds the sizes and hashes of all others, archives too
_VERSION = "import sys; print('%d.%d.%d' % sys.version_info[:3])"


def pythons() -> dict[str, str]:
    """Return the programs by their version, this one first."""
    named = os.environ.get("PYTHONS", "").split() or [
        each for each in map(shutil.which, KNOWN) if each
    ]
    found: dict[str, str] = {}
    for program in (sys.executable, *named):
        done = subprocess.run([program, "-c", _VERSION], capture_output=True, text=True, check=True)
        if tuple(map(int, done.stdout.split(".")[:2])) >= (3, 11):
            found.setdefault(done.stdout.strip(), program)
    return found


def environment(version: str, program: str) -> Path:
    """Return the Python of an environment with the locked packages, made once."""
    if program == sys.executable:
        return Path(program)
    place = ENVIRONMENTS / version
    python = place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = place / "locked"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest:
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run([program, "-m", "venv", str(place)], check=True)
        words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        words += ["--require-hashes", "--no-deps", "-r", str(LOCK)]
        subprocess.run([str(python), *words], check=True)
        stamp.write_text(digest, encoding="utf-8")
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([str(python), *install, "--force-reinstall", str(wheel())], check=True)
    return python


@cache
def wheel() -> Path:
    """Return the package as it is given away, made anew."""
    folder = ENVIRONMENTS / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    (made,) = folder.glob("*.whl")
    return made


def site(python: Path, work: Path) -> dict[str, bytes]:
    """Build the bicycles under a Python; return all files, those inside of archives too."""
    root = new_bicycles(work / "book")
    command = [str(python), "-m", "generator", "-q", "-C", str(root), "build", "--jobs", "1"]
    subprocess.run(command, check=True, cwd=work)
    files = (path for path in sorted((root / "site").rglob("*")) if path.is_file())
    return {
        name: raw
        for path in files
        if path.name != MANIFEST
        for name, raw in members(path.relative_to(root / "site").as_posix(), path.read_bytes())
    }


def members(name: str, raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, or in place of an archive what is in it."""
    if not raw.startswith(b"PK\x03\x04"):
        yield name, raw
        return
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        for entry in archive.infolist():
            yield from members(f"{name}!{entry.filename}", archive.read(entry))


def main() -> int:
    """Compare each Python with this one; leave with 1 where a byte differs."""
    found = pythons()
    first, *others = found
    with tempfile.TemporaryDirectory() as work:
        before = site(environment(first, found[first]), Path(work, first))
        print(f"Python {first}: {len(before)} files, members of archives counted")
        bad = 0
        for version in others:
            after = site(environment(version, found[version]), Path(work, version))
            odd = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
            print(f"Python {version}: {len(after)} files, {len(odd)} differ", *odd[:20], sep="\n  ")
            bad += len(odd)
    if not others:
        print("No other Python was found: name some in PYTHONS.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
