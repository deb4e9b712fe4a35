"""`handbook serve`: live preview; a saved file shows in the open page."""

from __future__ import annotations

import os
from contextlib import suppress
from threading import Event, Thread

import click

from generator.base.diagnostics import N_
from generator.cli.exits import CLEAN, CannotRun
from generator.cli.setting import CommonOptions
from generator.cli.words import command, option, say


@command(
    N_("Show the handbook in the browser; a saved file shows in the open page."),
    N_("Drafts are shown too. What is wrong stands in the page. The published site is left alone."),
)
@option(
    "--port",
    text=N_("Port of the preview on this computer."),
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
)
@click.pass_obj
def serve(setting: CommonOptions, *, port: int) -> int:
    """Run `handbook serve`."""
    setting.require_handbook()
    from generator.authoring.preview.live import Live
    from generator.authoring.preview.loop import keep_up
    from generator.authoring.preview.server import HOST, State, preview_server

    state = State(run=str(os.getpid()))
    try:
        live = Live(setting.root)
        server = preview_server(live.folder, state, port)
    except OSError as fault:
        raise CannotRun(
            "Port {port} is in use. Name another one with --port.", port=port
        ) from fault
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://{HOST}:{server.server_address[1]}/"
    setting.tell(say("Preview: {address} (Ctrl+C ends it)", address=address))

    try:
        with suppress(KeyboardInterrupt):
            keep_up(live, state, words_for=setting.words, tell=setting.tell_lines, stop=Event())
    finally:
        server.shutdown()
        server.server_close()
    return CLEAN
