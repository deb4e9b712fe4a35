"""What the BPMN file of a process shows: its flow, and what is inside each group that can be cut.

A group whose work can be sent back or stopped is a sub-process: it ends when nothing in it is
under way. A way out of it is an event on its border that stops the rest (escalation); work that is
sent to a sibling first stops what the sibling is doing (signal), so that nothing is done twice.
"""

from __future__ import annotations

from generator.document.context import Context
from generator.document.flow_graph import Href, crowded, flow_graph
from generator.document.scope import Scope
from generator.document.scope_builder import ScopeBuilder
from generator.model.process import Process
from generator.model.regions import regions_of


def flow_scopes(ctx: Context, process: Process, href: Href) -> Scope:
    """Return the flow of one process with its groups; `href` gives the address of what is shown.

    Where a way leads across groups so that they cannot meet (another finding), all groups are drawn
    with gateways.
    """
    regions = regions_of(ctx.handbook.flows[process.id])
    builders: dict[int | None, ScopeBuilder] = {}
    for region in (None, *regions.all):
        number = region.number if region else None
        builders[number] = ScopeBuilder(
            ctx,
            process,
            href,
            by_unit=crowded(process),
            regions=regions,
            others=builders,
            region=region,
        )
    for index, step in enumerate(process.steps, start=1):
        region = regions.of_step(step.id)
        builders[region.number if region else None].add_step(index, step)
    for builder in builders.values():
        builder.finish()
    if not all(builder.connected for builder in builders.values()):
        return Scope(graph=flow_graph(ctx, process, href))
    return builders[None].scope()
