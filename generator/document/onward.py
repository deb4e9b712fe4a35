"""Says where the flow goes on after a step, way by way."""

from __future__ import annotations

from generator.document.blocks import Inlines, Plain, joined
from generator.document.context import Context
from generator.model.flow import Exit
from generator.model.process import Process, Step


def onward(ctx: Context, process: Process, step: Step) -> tuple[Inlines, ...]:
    """Return one line for each way out of a step."""
    ways = ctx.handbook.flows[process.id].exits[step.id]
    lines = tuple(_way(ctx, process, way) for way in ways)
    inclusive = next((way.join for way in ways if way.inclusive), None)
    if inclusive is None:
        return lines
    meet = ctx.step(process, inclusive)
    return ((Plain(ctx.say("One or more of these; they meet at ")), *meet), *lines)


def _way(ctx: Context, process: Process, way: Exit) -> Inlines:
    parts: list[Inlines] = []
    if way.call:
        parts.append((Plain(ctx.say("run ")), *ctx.process(way.call)))
    if way.end is not None:
        parts.append((Plain(ctx.say("end: ")), *ctx.inlines(way.end, process)))
    elif way.hand_over:
        parts.append((Plain(ctx.say("hand over to ")), *ctx.process(way.hand_over)))
    elif way.parallel:
        names = joined([ctx.step(process, each) for each in way.targets], ctx.comma)
        meet = ctx.step(process, way.join) if way.join else ()
        together = (Plain(ctx.say("at the same time ")), *names)
        if way.inclusive:
            parts.append(together)
        else:
            parts.append((*together, Plain(ctx.say("; they meet at ")), *meet))
    elif way.targets:
        step = ctx.step(process, way.targets[0])
        parts.append((Plain(ctx.say("then ")), *step) if way.call else step)
    said = joined(parts, ctx.comma)
    if not way.when:
        return (Plain(ctx.say("Next: ")), *said) if way.end is None else said
    when = either(ctx, [ctx.inlines(each, process) for each in way.when])
    return (*when, Plain(" → "), *said)


def either(ctx: Context, conditions: list[Inlines]) -> Inlines:
    """Return conditions of which one is enough: A, B or C."""
    *before, last = conditions or [()]
    return joined([joined(before, ctx.comma), last] if before else [last], ctx.say(" or "))
