"""The responsibility matrix: steps against roles, of one process or of the whole handbook."""

from __future__ import annotations

from collections.abc import Iterable

from generator.document.blocks import Matrix, MatrixColumn, MatrixRow
from generator.document.context import Context
from generator.document.words import Words
from generator.model.process import Process


def whole_matrix(ctx: Context) -> Matrix:
    """Return who has which part in every step of the handbook."""
    roles = ctx.handbook.busy_roles
    rows = [row for process in ctx.handbook.process_list for row in _rows(ctx, process, roles)]
    columns = tuple(_column(ctx, name) for name in roles)
    return Matrix(ctx.words.say("Responsibility matrix"), columns, tuple(rows), filters=True)


def matrix_of(ctx: Context, process: Process) -> Matrix:
    """Return the responsibility matrix of a process: only the roles that take part."""
    parts = ctx.handbook.assignments_by_process.get(process.id, ())
    busy = {part.role for part in parts}
    roles = [name for name in ctx.handbook.roles if name in busy]
    title = ctx.words.translated(process.title.source)
    return Matrix(
        ctx.words.say("Responsibility matrix of {title}", title=title),
        tuple(_column(ctx, name) for name in roles),
        tuple(_rows(ctx, process, roles)),
    )


def matrix_legend(words: Words) -> str:
    """Return what the letters of the matrix say; pages have a list of them below each matrix."""
    return words.say(
        "R does it, A answers for it, C is asked first, I is told afterwards; A* decides by amount."
    )


def _rows(ctx: Context, process: Process, roles: Iterable[str]) -> Iterable[MatrixRow]:
    marks = ctx.handbook.marks
    for number, step in enumerate(process.steps, start=1):
        yield MatrixRow(
            str(number),
            ctx.links.step(process.id, step.id),
            tuple(marks.get((process.id, step.id, name), "") for name in roles),
            group=process.id,
            chapter=process.chapter,
        )


def _column(ctx: Context, role: str) -> MatrixColumn:
    return MatrixColumn(role, ctx.links.role(role), ctx.handbook.roles[role].unit or "")
