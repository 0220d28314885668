"""Assembling tables cell by cell, with cells that span columns or rows."""

from __future__ import annotations

from ..blocks import Block, Cell, Row, Table

MAX_COLUMNS = 50


class TableBuilder:
    """Collects rows and cells; a cell that spans leaves empty cells where it reaches."""

    def __init__(self, number: int) -> None:
        """Begin a table at a source line."""
        self._number = number
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._row_number = number
        self._open: tuple[list[Block], bool, tuple[int, int]] | None = None
        self._reaching: dict[int, int] = {}
        self._before: list[Block] = []

    def start_row(self, number: int) -> None:
        """Close the row before, if any, and begin another."""
        self._close_row()
        self._row_number = number

    def start_cell(self, *, header: bool, spans: tuple[int, int], number: int | None = None) -> None:
        """Begin a cell that spans so many columns and rows; a row may begin on the line of its first cell."""
        self.end_cell()
        if number is not None and not self._cells:
            self._row_number = number
        self._fill()
        self._open = ([], header, spans)

    def add(self, blocks: list[Block]) -> None:
        """Put blocks into the open cell; text outside of cells is kept before the table."""
        (self._before if self._open is None else self._open[0]).extend(blocks)

    def end_cell(self) -> None:
        """Close the open cell, if any."""
        if self._open is None:
            return
        blocks, header, (columns, rows) = self._open
        self._open = None
        for column in range(columns):
            if len(self._cells) >= MAX_COLUMNS:
                break
            if rows > 1:
                self._reaching[len(self._cells)] = rows - 1
            self._cells.append(Cell(tuple(blocks), header, columns) if column == 0 else Cell((), header))

    def finish(self) -> list[Block]:
        """The table, after any text that stood in it outside of a cell."""
        self._close_row()
        if not self._rows:
            return self._before
        return [*self._before, Table(tuple(self._rows), (self._number,))]

    def _fill(self) -> None:
        """Leave empty cells where a cell of a row above reaches down."""
        while (column := len(self._cells)) in self._reaching and column < MAX_COLUMNS:
            self._cells.append(Cell(()))
            self._reaching[column] -= 1
            if not self._reaching[column]:
                del self._reaching[column]

    def _close_row(self) -> None:
        self.end_cell()
        if not self._cells:
            return
        self._fill()
        self._rows.append(Row(tuple(self._cells), (self._row_number,)))
        self._cells = []
