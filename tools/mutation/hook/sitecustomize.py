"""Watches a program that a test started: Python imports this before anything else."""

from __future__ import annotations

import os

if "MUTATION_DATA" in os.environ:
    import atexit

    import coverage

    os.cpu_count = lambda: 1  # in processes of their own its parts would not be seen
    watching = coverage.Coverage(
        data_file=os.environ["MUTATION_DATA"],
        data_suffix=True,
        source=[os.environ["MUTATION_SOURCE"]],
        context=os.environ["MUTATION_CONTEXT"],
        config_file=False,
    )
    watching.start()
    atexit.register(watching.save)
    atexit.register(watching.stop)
