"""The life of a preview: a file is saved, the open page follows, what is wrong stands in it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from generator.authoring.preview.live import Live
from generator.authoring.preview.server import State
from generator.authoring.preview.watching import FolderState, snapshot, wait_for_change
from generator.base.diagnostics import Message, Severity
from generator.base.i18n import Catalogue
from generator.checking.folder import blocks_publishing
from generator.checking.pipeline import Checked
from generator.publish.refusal import Refused
from generator.report.json import finding_row
from generator.report.text import report_text

_SHOWN = 20  # findings in the banner
_LOADING = 0.8  # seconds in which browsers load the changed page, undisturbed by the build
_REST = 0.1  # seconds that an editor gets to finish saving


class Superseded(Exception):
    """A file was saved during a build: what it makes is out of date already."""


def keep_up(
    live: Live,
    state: State,
    *,
    words_for: Callable[[Checked | None], Catalogue],
    tell: Callable[[str], None],
    stop: Event,
) -> None:
    """Bring the preview up to date whenever a file was saved, until `stop` is set."""
    while not stop.is_set():
        seen = snapshot(live.root)
        try:
            checked = _bring_up_to_date(live, state, words_for=words_for, seen=seen, stop=stop)
            tell(_news(checked, words_for(checked), state))
        except Superseded:
            stop.wait(_REST)
            continue
        except Refused as refused:
            state.title, state.findings = words_for(None).say(refused.message), ()
            tell(state.title)
        wait_for_change(live.root, seen, stop=stop)


def _bring_up_to_date(
    live: Live,
    state: State,
    *,
    words_for: Callable[[Checked | None], Catalogue],
    seen: FolderState,
    stop: Event,
) -> Checked:
    def progress(stage: Message, done: int = 0, total: int = 0) -> None:
        del stage, total
        if stop.is_set() or (done % 8 == 0 and snapshot(live.root) != seen):
            raise Superseded

    checked, pages = live.refresh()
    words = words_for(checked)
    show(state, checked, words, changed=bool(pages))
    if pages:
        stop.wait(_LOADING)
    if not blocks_publishing(checked, strict=False):
        built = live.rebuild(progress=progress)
        checked = built.checked
        show(state, checked, words, changed=bool(built.changed))
    return checked


def _news(checked: Checked, words: Catalogue, state: State) -> str:
    """What the terminal says after a change: the findings as `handbook check` writes them."""
    if not state.title:
        return words.say(Message("The preview is up to date."))
    return report_text(checked, words) + state.title


def show(state: State, checked: Checked, words: Catalogue, *, changed: bool) -> None:
    """Tell the open pages what is wrong, and to load themselves again where something changed."""
    errors = [each for each in checked.diagnostics if each.weight is Severity.ERROR]
    found = errors or [each for each in checked.diagnostics if each.weight is Severity.WARNING]
    state.findings = tuple(finding_row(checked, each, words) for each in found[:_SHOWN])
    count = {"count": len(found)}
    if errors:
        state.title = words.say(Message("Errors: {count}. The page is as it was before.", count))
    else:
        state.title = words.say(Message("Warnings: {count}.", count)) if found else ""
    state.version += changed
