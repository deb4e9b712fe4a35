"""The `handbook` command and the guard that keeps tracebacks from users."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import traceback
from _thread import interrupt_main
from contextlib import suppress
from pathlib import Path
from threading import Timer, main_thread
from typing import NoReturn

import click

from generator import __version__
from generator.base.diagnostics import N_
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.collect import collect
from generator.cli.diff import diff
from generator.cli.exits import CannotRun
from generator.cli.explain import explain
from generator.cli.export import export
from generator.cli.importing import import_
from generator.cli.language import language_option
from generator.cli.new import new
from generator.cli.printing import Readers, let_go, outliving, print_line, quieten_libraries
from generator.cli.rename import rename
from generator.cli.schema import schema
from generator.cli.serve import serve
from generator.cli.setting import CommonOptions
from generator.cli.usage import usage_sentence
from generator.cli.words import CommandGroup, option, say, words
from generator.publish.refusal import Refused, is_of_the_disk, reason

USAGE_ERROR = 2
INTERNAL_FAULT = 70
_PIPE = 141  # 128 and the number of SIGPIPE, which Windows does not have
_A_MOMENT = 0.05  # seconds until whatever lost an exception is over


@click.group(
    cls=CommandGroup,
    help=N_("Turns YAML process specifications into a published process handbook."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option(
    "-C",
    "root",
    text=N_("The handbook's folder: the one with processes/ and content/."),
    type=click.Path(path_type=Path),
    default=".",
    metavar="DIR",
)
@language_option
@option("-q", "--quiet", text=N_("Say only what is wrong."), is_flag=True)
@option("-v", "--verbose", text=N_("Say more."), is_flag=True)
@click.version_option(
    __version__,
    "--version",
    message="handbook %(version)s",
    help=N_("Show the version and exit."),
)
@click.pass_context
def handbook(
    ctx: click.Context, root: Path, lang: str | None, *, quiet: bool, verbose: bool
) -> None:
    """Keep what stands before the command."""
    _stand_somewhere()
    ctx.obj = CommonOptions(root=root, lang=lang, quiet=quiet, verbose=verbose)


for each in (
    check,
    build,
    diff,
    serve,
    new,
    rename,
    explain,
    schema,
    export,
    import_,
    collect,
):
    handbook.add_command(each)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code; no traceback ever reaches a user."""
    _keep_streams()
    Readers.gone = False
    _speak_utf8()
    _end_in_order()
    quieten_libraries()
    try:
        code = handbook.main(args, prog_name="handbook", standalone_mode=False)
    except click.ClickException as error:
        print_line(usage_sentence(error))
        code = USAGE_ERROR
    except CannotRun as error:
        print_line(error.sentence)
        code = USAGE_ERROR
    except Refused as refused:
        print_line(words().say(refused.message))
        code = USAGE_ERROR
    except _Ended as ended:
        _leave_at_once(128 + ended.number)
    except (click.Abort, KeyboardInterrupt):
        _leave_at_once(128 + signal.SIGINT)
    except OSError as fault:
        code = _disk_fault(fault) if is_of_the_disk(fault) else _internal_fault()
    except Exception:  # noqa: BLE001 - the one guard between a fault of ours and the user
        code = _internal_fault()
    _let_go_of_streams()
    code = code if isinstance(code, int) else 0
    # A verdict stands, whoever reads it; what nobody took is no success: as `git log | head` says.
    sys.exit(_PIPE if Readers.gone and not code else code)


class _Ended(BaseException):
    """Somebody asked the program to end: what it has begun is put in order first."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _end_in_order() -> None:
    def end(number: int, frame: object) -> None:
        del frame
        raise _Ended(number)

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)
    sys.unraisablehook = _ask_again


def _ask_again(lost: sys.UnraisableHookArgs) -> None:
    """Ask once more to end where Python lost that we were asked: in a destructor, say."""
    if isinstance(lost.exc_value, _Ended | KeyboardInterrupt):
        number = lost.exc_value.number if isinstance(lost.exc_value, _Ended) else signal.SIGINT
        again = Timer(_A_MOMENT, _ask, (number,))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)


def _ask(number: int) -> None:
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(main_thread().ident or 0, number)  # wakes it, whatever it waits for
    else:
        interrupt_main(signal.Signals(number))


def _stand_somewhere() -> None:
    try:
        Path.cwd()
    except FileNotFoundError:
        raise CannotRun("The current folder is gone. Change into one that is there.") from None


def _leave_at_once(code: int) -> NoReturn:
    """Leave when all is in order: to take a whole handbook apart in memory may take seconds."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody listens any more
            stream.flush()
    os._exit(code)


def _keep_streams() -> None:
    """Take the place of streams that are closed, lest a file of ours be opened in it."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _let_go_of_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            with outliving(stream):
                stream.flush()
        except (OSError, ValueError):
            let_go(stream)


def _speak_utf8() -> None:
    # A Windows console may stand at GBK: Chinese and the caret lines must get through.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _disk_fault(fault: OSError) -> int:
    file = str(fault.filename or say("Standard output"))
    with suppress(OSError):  # it may be this very stream
        print_line(say("{file} cannot be written: {reason}.", file=file, reason=reason(fault)))
    return USAGE_ERROR


def _internal_fault() -> int:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="handbook-fault-", suffix=".txt", delete=False
    ) as file:
        file.write(f"handbook {__version__}, Python {sys.version}\n")
        file.write(traceback.format_exc())
    text = N_("This is a fault of handbook itself. The details are in {file}; please report them.")
    print_line(say(text, file=file.name))
    return INTERNAL_FAULT
