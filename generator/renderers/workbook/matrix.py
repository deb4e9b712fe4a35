"""The sheet with the whole matrix: a row for each step, a column for each role."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from generator.base.diagnostics import N_
from generator.document.blocks import Inlines, plain, text_of
from generator.document.context import Context
from generator.document.process_page import decider
from generator.model.process import Process, Step
from generator.renderers.workbook.cells import CellWriter, row_height
from generator.renderers.workbook.look import LETTER_COLOURS, Look

# Columns before those of the roles; the first two are hidden and hold the ids for programs.
PROCESS_ID, STEP_ID, CHAPTER, PROCESS, STEP, DUE, AMOUNT = range(7)
FIRST_ROLE = 7
_WIDTHS = (4, 4, 7, 34, 28, 20, 24)
_TITLES = (N_("Chapter"), N_("Process"), N_("Step"), N_("By when"), N_("Decided by amount"))
TITLE_ROW, LEGEND_ROW, ID_ROW, UNIT_ROW, HEAD_ROW, FIRST_ROW = range(6)
_CHOICES = ["R", "A", "C", "I", "R/A", "A*"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixSheet:
    """What the sheet is made from, and where it is written to."""

    ctx: Context
    legend: str
    sheet: Worksheet
    writer: CellWriter
    look: Look

    def write(self) -> None:
        """Write the sheet."""
        self._columns()
        self._head()
        row = FIRST_ROW
        for process in self.ctx.handbook.process_list:
            row = self._process(row, process)
        last, width = row - 1, FIRST_ROLE + len(self.roles) - 1
        self.sheet.freeze_panes(FIRST_ROW, STEP + 1)
        if last < FIRST_ROW or width < FIRST_ROLE:
            return
        self.sheet.autofilter(HEAD_ROW, CHAPTER, last, width)
        self._letters(last, width)
        self.sheet.repeat_rows(UNIT_ROW, HEAD_ROW)
        self.sheet.repeat_columns(CHAPTER, STEP)
        self.sheet.print_area(TITLE_ROW, CHAPTER, last, width)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles with a column each."""
        return self.ctx.handbook.busy_roles

    def _columns(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width, None, {"hidden": column < CHAPTER})
        if self.roles:
            last = FIRST_ROLE + len(self.roles) - 1
            self.sheet.set_column(FIRST_ROLE, last, 4.3)
        self.sheet.outline_settings(symbols_below=False, symbols_right=False)

    def _head(self) -> None:
        look, ctx = self.look, self.ctx
        self.writer.text(TITLE_ROW, CHAPTER, ctx.words.say("Responsibility matrix"), look.title())
        self.sheet.set_row(TITLE_ROW, 24)
        self.writer.text(LEGEND_ROW, CHAPTER, self.legend, look.remark())
        self.sheet.set_row(ID_ROW, None, None, {"hidden": True})
        self.sheet.set_row(UNIT_ROW, 90)
        self.sheet.set_row(HEAD_ROW, 150)
        for column, title in enumerate(map(ctx.words.get, _TITLES), start=CHAPTER):
            self.writer.text(UNIT_ROW, column, "", look.head())
            self.writer.text(HEAD_ROW, column, title, look.head())
        vertical = look.head(vertical=True)
        for column, role in enumerate(self.roles, start=FIRST_ROLE):
            self.writer.text(ID_ROW, column, role, look.remark())
            self.writer.inlines(UNIT_ROW, column, self._unit(role), vertical, vertical)
            self.writer.inlines(HEAD_ROW, column, ctx.links.role(role), vertical, vertical)

    def _unit(self, name: str) -> Inlines:
        """Return the unit of a role; of a collective role how many of its members are meant."""
        role = self.ctx.handbook.roles[name]
        if role.members:
            return plain(
                self.ctx.words.say(N_("one of several") if role.any_of else N_("all of several"))
            )
        return self.ctx.links.unit(role.unit)

    def _process(self, row: int, process: Process) -> int:
        """Write a process with its steps; return the row below them."""
        look, ctx = self.look, self.ctx
        chapter = ctx.handbook.chapters[process.chapter].code
        group = look.group()
        for column in range(CHAPTER, FIRST_ROLE + len(self.roles)):
            self.writer.text(row, column, "", group)
        self.writer.text(row, PROCESS_ID, process.id, look.remark())
        self.sheet.write_string(row, CHAPTER, chapter, group)
        self.writer.inlines(
            row, PROCESS, ctx.links.process(process.id), group, look.group(link=True)
        )
        owner = ctx.words.say(
            "Owner: {role}", role=ctx.phrases.plain(ctx.handbook.roles[process.owner].title)
        )
        self.writer.text(row, STEP, owner, group)
        for at, each in enumerate(process.steps, start=row + 1):
            self._step(at, process, each)
        return row + 1 + len(process.steps)

    def _step(self, row: int, process: Process, step: Step) -> None:
        look, ctx = self.look, self.ctx
        cell, link = look.cell(), look.cell(link=True)
        title = ctx.links.step(process.id, step.id)
        due = ctx.phrases.deadline(step.due, process)
        amount = decider(ctx, step) if step.authority else ()
        texts = (
            text_of(ctx.links.process(process.id)),
            text_of(title),
            text_of(due),
            text_of(amount),
        )
        widths = (_WIDTHS[at] for at in (PROCESS, STEP, DUE, AMOUNT))
        height = row_height(zip(texts, widths, strict=True))
        self.sheet.set_row(row, height, None, {"level": 1})
        self.writer.text(row, PROCESS_ID, process.id, look.remark())
        self.writer.text(row, STEP_ID, step.id, look.remark())
        self.sheet.write_string(row, CHAPTER, ctx.handbook.chapters[process.chapter].code, cell)
        self.writer.inlines(row, PROCESS, ctx.links.process(process.id), cell, link)
        self.writer.inlines(row, STEP, title, cell, link)
        self.writer.inlines(row, DUE, due, cell, cell)
        self.writer.inlines(row, AMOUNT, amount, cell, cell)
        for column, role in enumerate(self.roles, start=FIRST_ROLE):
            mark = ctx.handbook.marks.get((process.id, step.id, role), "")
            self.writer.text(row, column, mark, look.letter())

    def _letters(self, last: int, width: int) -> None:
        """Colour the letters by what stands in the cells, also after somebody changes them."""
        area = (FIRST_ROW, FIRST_ROLE, last, width)
        for letter in LETTER_COLOURS:
            style = self.look.coloured(letter)
            rule = {"type": "text", "criteria": "begins with", "value": letter, "format": style}
            self.sheet.conditional_format(*area, rule)
        choices = {"validate": "list", "source": _CHOICES, "error_type": "warning"}
        self.sheet.data_validation(*area, choices)
