"""What each column of a table holds: strands, findings, kinds, numbers, plans."""

from __future__ import annotations

import re

from .. import tabular
from ..blocks import Cell, ListItem, Row, Table, cell_text
from ..text import ended, fold
from ..vocabulary import Kind
from .layout import Column, Holds, Layout
from .ratings import heads_ratings, rated
from .recommending import BESIDE, REASON, heads_recommendations, recommendation_in, recommending
from .sense import Role, Sense, sense_of_heading
from .table_titles import heads_kinds, kind_in_cell, labels_strand, title_rows
from .views import viewed

_STRAND, _PLAN, _NUMBER, _KIND_WORDS = (
    re.compile(pattern, re.DOTALL)
    for pattern in (
        tabular.STRAND_COLUMNS,
        tabular.PLAN_COLUMNS,
        tabular.NUMBER_COLUMNS,
        tabular.KIND_COLUMNS,
    )
)
_AREA, _FOUND = re.compile(tabular.AREA_COLUMNS), re.compile(tabular.FOUND_COLUMNS)
_SAID, _RESPONSE = re.compile(tabular.SAID_COLUMNS), re.compile(tabular.RESPONSE_COLUMNS)
_TRACKS = re.compile(tabular.TRACKING_COLUMNS)
_STATUS = re.compile(tabular.STATUS_CELLS)
_FIGURE, _DIGIT = re.compile(tabular.FIGURE_CELLS), re.compile(r"\d")
_COUNT = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*[.)]?")
_LABEL_LENGTH = 140
_LEAST_WEIGHT, _AGAINST = 0.7, 0.9


def layout_of(table: Table, *, recommends: bool = False) -> Layout | None:
    """How a table is laid out; None for plans and grades, which hold no findings.

    `recommends` says that it stands where recommendations do, so that one column of a row is what is recommended.
    """
    width = max(len(row.cells) for row in table.rows)
    heads = title_rows(table)
    if _tracks(table.rows[heads]):
        return None
    headed = _headed(table.rows[heads]) and len(table.rows) > heads + 1
    titles = _titles(table.rows[heads], width) if headed else [""] * width
    columns = [_titled_column(title) for title in titles]
    if headed and (answered := _answered(columns)) is not None:
        return Layout(tuple(answered), heads + 1)
    if recommends and headed:
        columns = recommending(columns)
    begins = heads + 1 if headed else int(labels_strand(table))
    body = table.rows[begins:]
    if any(column.sense is not None for column in columns):
        columns = _first_names([_counting(column, index, body) for index, column in enumerate(columns)])
        columns = _beside_kinds(columns)
    elif (ratings := rated(columns, body)) is not None:
        columns = ratings
    elif headed and (views := viewed(columns, body)) is not None:
        return Layout(tuple(views), begins, sparing=True)
    elif any(title and _PLAN.fullmatch(fold(title)) for title in titles):
        return None
    else:
        columns = _by_content(columns, body)
    return Layout(tuple(columns), begins)


def _tracks(row: Row) -> bool:
    """Whether a row heads recommendations of an earlier time and what has become of them."""
    kinds = [sense for cell in row.cells if (sense := sense_of_heading(cell_text(cell))).kind is not None]
    tracked = any(_TRACKS.fullmatch(fold(cell_text(cell))) for cell in row.cells[1:])
    return tracked and bool(kinds) and all(sense.recommends for sense in kinds)


def _headed(row: Row) -> bool:
    """Whether a first row holds column headings: marked so, or by what they say."""
    filled = [cell for cell in row.cells if cell.blocks]
    if not filled or (len(filled) == 1 and len(row.cells) > 1) or _COUNT.fullmatch(cell_text(filled[0])):
        return False
    if all(cell.header for cell in filled):
        return True
    texts = [fold(cell_text(cell)) for cell in filled]
    if any(
        len(text) > _LABEL_LENGTH or any(isinstance(block, ListItem) for block in cell.blocks)
        for text, cell in zip(texts, filled, strict=True)
    ):
        return False
    known = [
        _STRAND.fullmatch(text)
        or _AREA.fullmatch(text)
        or _PLAN.fullmatch(text)
        or _NUMBER.fullmatch(text)
        or kind_in_cell(cell)
        for text, cell in zip(texts, filled, strict=True)
    ]
    if any(map(kind_in_cell, filled)) and any(_PLAN.fullmatch(text) for text in texts[1:]):
        return True
    if heads_recommendations(filled) or heads_kinds(row) or heads_ratings(filled):
        return True
    return all(known) or (len(known) > 1 and all(known[1:]) and kind_in_cell(filled[-1]) is not None)


def _titles(row: Row, width: int) -> list[str]:
    titles = [cell_text(cell) for cell in row.cells]
    return titles + [""] * (width - len(titles))


def _titled_column(title: str) -> Column:
    folded = fold(title)
    if not folded:
        return Column(Holds.OTHER)
    sense = sense_of_heading(title)
    if sense.role is Role.KIND and sense.weight >= _LEAST_WEIGHT and not _KIND_WORDS.fullmatch(folded):
        return Column(Holds.FINDINGS, title, sense)
    if (recommends := recommendation_in(title)) is not None:
        return Column(Holds.FINDINGS, title, recommends)
    for holds, pattern in (
        (Holds.NUMBER, _NUMBER),
        (Holds.STRAND, _STRAND),
        (Holds.KIND, _KIND_WORDS),
        (Holds.REASON, REASON),
    ):
        if pattern.fullmatch(folded):
            return Column(holds, title)
    return Column(Holds.OTHER, title)


def _answered(columns: list[Column]) -> list[Column] | None:
    """The columns of a table that sets what people said beside what is done about it, which is no finding."""
    titles = [fold(column.title) for column in columns]
    said = next((at for at, title in enumerate(titles[:-1]) if title and _SAID.fullmatch(title)), None)
    if said is None or not any(title and _RESPONSE.fullmatch(title) for title in titles[said + 1 :]):
        return None
    if any(column.sense is not None and column.sense.kind is not None for column in columns):
        return None
    kept = [
        Column(column.holds if at < said else Holds.OTHER, column.title) for at, column in enumerate(columns)
    ]
    kept[said] = Column(Holds.FINDINGS, columns[said].title, Sense(Role.MIXED, columns[said].title))
    if said and kept[said - 1].holds is Holds.OTHER:
        kept[said - 1] = Column(Holds.STRAND, columns[said - 1].title)
    return kept


def _counting(column: Column, index: int, rows: tuple[Row, ...]) -> Column:
    """A column that only numbers its rows, as those of cases that were read."""
    cells = [
        cell_text(row.cells[index]) for row in rows if index < len(row.cells) and row.cells[index].blocks
    ]
    counts = column.sense is None and bool(cells) and all(_COUNT.fullmatch(text) for text in cells)
    return Column(Holds.NUMBER, column.title) if counts else column


def _first_names(columns: list[Column]) -> list[Column]:
    """The columns, the first of which names strands where others hold both kinds, even as “Area of development”."""
    kinds = {column.sense.kind for column in columns[1:] if column.sense is not None}
    named = columns[0].sense is not None and kinds >= set(Kind)
    return [Column(Holds.STRAND, columns[0].title), *columns[1:]] if named else columns


def _beside_kinds(columns: list[Column]) -> list[Column]:
    """With columns of a kind, the first column before them names the strands; “Learning” stands against strengths.

    What stands as a finding beside its recommendation is one, of a kind that no heading gives.
    """
    titled = [index for index, column in enumerate(columns) if column.sense is not None]
    strong = any(column.sense is not None and column.sense.kind is Kind.STRENGTH for column in columns)
    for index, column in enumerate(columns):
        if strong and column.holds is Holds.OTHER and _AREA.fullmatch(fold(column.title)):
            sense = Sense(Role.KIND, column.title, kind=Kind.AREA, weight=_AGAINST)
            columns[index] = Column(Holds.FINDINGS, column.title, sense)
    recommends = any(column.sense is not None and column.sense.recommends for column in columns)
    beside = (_PLAN, _TRACKS, BESIDE) if recommends else (_PLAN, _TRACKS)
    named = any(column.holds is Holds.STRAND for column in columns)
    for index, column in enumerate(columns[: titled[0]]):
        title = fold(column.title) or "-"
        if column.holds is not Holds.OTHER or any(pattern.fullmatch(title) for pattern in beside):
            continue
        if recommends and _FOUND.fullmatch(title):
            columns[index] = Column(Holds.FINDINGS, column.title, Sense(Role.FINDINGS, column.title))
        elif not named:
            columns[index], named = Column(Holds.STRAND, column.title), True
    return columns


def _by_content(columns: list[Column], rows: tuple[Row, ...]) -> list[Column]:
    """Without columns of a kind, tell them apart by what their cells are like."""
    result: list[Column] = []
    for index, column in enumerate(columns):
        cells = [
            row.cells[index]
            for row in rows
            if index < len(row.cells) and row.cells[index].blocks and row.cells[index].span == 1
        ]
        has_strand = any(other.holds is Holds.STRAND for other in [*result, *columns[index + 1 :]])
        if column.holds is Holds.NUMBER or (
            cells and all(_COUNT.fullmatch(cell_text(cell)) for cell in cells)
        ):
            result.append(Column(Holds.NUMBER, column.title))
        elif cells and (_are_figures(cells) or all(_STATUS.fullmatch(fold(cell_text(c))) for c in cells)):
            result.append(Column(Holds.OTHER, column.title))
        elif _names_kinds(column, cells, index):
            result.append(Column(Holds.KIND, column.title))
        elif column.holds is Holds.STRAND or (
            not has_strand and index < len(columns) - 1 and _are_labels(cells)
        ):
            result.append(Column(Holds.STRAND, column.title))
        else:
            result.append(Column(Holds.FINDINGS, column.title))
    if not any(column.holds in {Holds.FINDINGS, Holds.OTHER} for column in result):
        return [Column(Holds.FINDINGS, c.title) if c.holds is Holds.STRAND else c for c in result]
    return result


def _names_kinds(column: Column, cells: list[Cell], index: int) -> bool:
    """Whether a column says of each finding of which kind it is."""
    if column.holds is Holds.KIND:
        return any(kind_in_cell(cell) for cell in cells)
    return bool(cells) and index > 0 and all(kind_in_cell(cell) for cell in cells)


def _are_figures(cells: list[Cell]) -> bool:
    """Whether cells hold nothing but shares, counts and sums, as those of statistics do."""
    texts = [fold(cell_text(cell)) for cell in cells]
    return any(map(_DIGIT.search, texts)) and all(map(_FIGURE.fullmatch, texts))


def _are_labels(cells: list[Cell]) -> bool:
    labels = sum(_is_label(cell) for cell in cells)
    return labels > 0 and labels * 2 >= len(cells)


def _is_label(cell: Cell) -> bool:
    text = cell_text(cell)
    return (
        len(text) <= _LABEL_LENGTH
        and (not ended(text) or (text.endswith("?") and kind_in_cell(cell) is not None))
        and not any(isinstance(b, ListItem) for b in cell.blocks)
    )
