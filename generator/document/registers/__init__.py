"""The registers of the responsibility workbook: lists across all processes, from the model."""

from __future__ import annotations

from generator.document.context import Context
from generator.document.indicators import kpis_table, records_table, risks_table
from generator.document.registers.authority import authority
from generator.document.registers.hand_overs import hand_overs
from generator.document.registers.open_points import open_points
from generator.document.registers.papers import forms, parameters
from generator.document.registers.parts import by_role, by_unit
from generator.document.registers.register import Register

__all__ = ["Register", "registers"]


def registers(ctx: Context) -> tuple[Register, ...]:
    """Return all lists in the order of the sheets; a list without rows is left out."""
    tables = (kpis_table(ctx), risks_table(ctx), records_table(ctx))
    lists = (
        by_role(ctx),
        by_unit(ctx),
        hand_overs(ctx),
        forms(ctx),
        authority(ctx),
        parameters(ctx),
        *(Register(table.caption, table) for table in tables),
        open_points(ctx),
    )
    return tuple(each for each in lists if each.table.rows)
