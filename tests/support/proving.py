"""Whether the long proofs run (`make prove`), where tests try many more cases."""

from __future__ import annotations

import os

PROVING = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
