"""Installs programs for Node.js from the lock file of a judge, once."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

NODE = 18


def install(folder: Path) -> str | None:
    """Install what `folder/package-lock.json` names; return why it cannot be, if so."""
    if not shutil.which("node") or not shutil.which("npm"):
        return f"Node.js {NODE} or newer with npm is not installed"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    if int(version.stdout.lstrip("v").split(".")[0]) < NODE:
        return f"Node.js is {version.stdout.strip()}; {NODE} is needed"
    lock = (folder / "package-lock.json").read_bytes()
    stamp = folder / "node_modules" / ".locked"
    digest = hashlib.sha256(lock).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return None
    words = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"npm could not install it: {(done.stderr or done.stdout).strip()[:200]}"
    stamp.write_text(digest)
    return None
