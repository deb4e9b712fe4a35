"""The calendars of roles: the duties that come again, for every calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.base.artifact import Artifact
from generator.base.fingerprint import fingerprint
from generator.document.context import Context
from generator.outputs.material import Material
from generator.outputs.output import Output, OutputFile
from generator.renderers.calendar import calendar_of, role_entries


def _files(ctx: Context, _: Material) -> Iterator[OutputFile]:
    """Yield `roles/<id>.ics` of each role that has a recurring duty on days."""
    settings = ctx.handbook.settings
    address = settings.address or ""
    host = address.partition("://")[2].partition("/")[0] or "handbook"
    label = ctx.words.say("Calendar of recurring duties")
    for role in ctx.handbook.organization.roles:
        entries = role_entries(ctx, role)
        if entries:
            title = ctx.words.translated(role.title.source)
            body = partial(calendar_of, title, entries, timezone=settings.timezone, host=host)
            key = fingerprint("calendar", title, entries, settings.timezone, host)
            page = f"roles/{role.role}"
            yield OutputFile(
                artifact=Artifact(f"{page}.ics", body, key, role.where),
                label=label,
                pages=(page,),
                about=role.role,
            )


CALENDARS = Output(id="ics", files=_files)
