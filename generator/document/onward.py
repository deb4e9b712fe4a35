"""Says where the flow goes on after a step, way by way."""

from __future__ import annotations

from collections.abc import Sequence

from generator.document.blocks import Inlines, Plain, joined
from generator.document.context import Context
from generator.document.words import Words
from generator.model.process import InnerGroup, Process, Step
from generator.model.ways import Exit, Member


def onward(ctx: Context, process: Process, step: Step) -> tuple[Inlines, ...]:
    """Return one line for each way out of a step."""
    ways = ctx.handbook.flows[process.id].exits[step.id]
    lines = tuple(_way(ctx, process, way) for way in ways)
    inclusive = next((way.join for way in ways if way.inclusive), None)
    if inclusive is None:
        return lines
    meet = ctx.links.step(process.id, inclusive)
    return ((Plain(ctx.words.say("One or more of these; they meet at ")), *meet), *lines)


def _way(ctx: Context, process: Process, way: Exit) -> Inlines:
    parts: list[Inlines] = []
    if way.call:
        parts.append((Plain(ctx.words.say("run ")), *ctx.links.process(way.call)))
    if way.end is not None:
        parts.append((Plain(ctx.words.say("end: ")), *ctx.phrases.inlines(way.end, process)))
    elif way.hand_over:
        parts.append((Plain(ctx.words.say("hand over to ")), *ctx.links.process(way.hand_over)))
    elif way.parallel:
        names = _members(ctx, process, way.members)
        meet = ctx.links.step(process.id, way.join) if way.join else ()
        together = (Plain(ctx.words.say("at the same time ")), *names)
        if way.inclusive:
            parts.append(together)
        else:
            parts.append((*together, Plain(ctx.words.say("; they meet at ")), *meet))
    elif way.targets:
        step = ctx.links.step(process.id, way.targets[0])
        parts.append((Plain(ctx.words.say("then ")), *step) if way.call else step)
    said = joined(parts, ctx.words.comma)
    if not way.when:
        return (Plain(ctx.words.say("Next: ")), *said) if way.end is None else said
    when = either(ctx.words, [ctx.phrases.inlines(each, process) for each in way.when])
    return (*when, Plain(" → "), *said)


def _members(ctx: Context, process: Process, members: Sequence[Member]) -> Inlines:
    """Return what starts together; a group inside it with the step where it meets."""
    return joined([_member(ctx, process, each) for each in members], ctx.words.comma)


def _member(ctx: Context, process: Process, member: Member) -> Inlines:
    if not isinstance(member, InnerGroup):
        return ctx.links.step(process.id, member)
    meet = ctx.links.step(process.id, member.join)
    say = ctx.words.say
    inner = _members(ctx, process, member.together)
    return (*inner, Plain(say(" (these meet at ")), *meet, Plain(say(")")))


def either(words: Words, conditions: list[Inlines]) -> Inlines:
    """Return conditions of which one is enough: A, B or C."""
    *before, last = conditions or [()]
    return joined([joined(before, words.comma), last] if before else [last], words.say(" or "))
