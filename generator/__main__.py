"""Where the command begins, as `handbook` and as `python -m generator`."""

from __future__ import annotations

import signal


def main() -> None:
    """Load the program and run its command line.

    Ctrl+C while it is being loaded ends it as it ends any program; Python would print where.
    """
    waiting = signal.getsignal(signal.SIGINT)
    if waiting is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.cli import main as run

    if waiting is signal.default_int_handler:
        signal.signal(signal.SIGINT, waiting)
    run()


if __name__ == "__main__":
    main()
