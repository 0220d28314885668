"""The dashboard as the sheets of a workbook: what the page shows, number by number."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from actions.dashboard.board import Board
from actions.dashboard.figures import Figure, Line, Table
from portal.exports import Column, Sheet, Value


def sheets_of(board: Board) -> Iterator[Sheet]:
    """Return every part of the dashboard, with what it is about first and what the ratings mean last."""
    yield sheet_of("About", ("What", "Value"), about(board))
    yield numbers_of("Now", [*board.figures, *([board.areas] if board.areas else [])])
    yield table_of("Status", board.statuses)
    yield table_of("Delivery", board.delivery)
    yield table_of("Confidence", board.confidence)
    yield attention_of(board)
    yield numbers_of("Changed", board.movement)
    yield table_of("Quarters", board.trend)
    yield table_of(board.shares.title, board.shares)
    yield table_of("Difference", board.impact)
    yield sheet_of("Ratings", ("Rating", "Level", "What it means"), definitions(board), widths=(20, 16, 90))


def about(board: Board) -> list[Sequence[Value]]:
    """Say of which day and which actions the numbers are, and since when changes are counted."""
    return [("As at", board.on), ("Changes since", board.since), *(board.chosen or [("Actions", "All")])]


def attention_of(board: Board) -> Sheet:
    """The actions that need attention first, and why."""
    rows = [
        (
            entry.row.action.reference,
            entry.row.action.title,
            ". ".join(entry.reasons),
            entry.row.action.lead.name,
            entry.row.action.lead_organisation.name,
            entry.row.action.due_on,
            entry.row.slip,
            entry.row.delivery.name,
            entry.row.confidence.name,
        )
        for entry in board.attention
    ]
    titles = (
        "Reference",
        "What will be done",
        "Why it needs attention",
        "Lead",
        "Lead organisation",
        "Due",
        "Slips",
        "Delivery",
        "Lead’s confidence",
    )
    return sheet_of("Needs attention", titles, rows, widths=(14, 60, 50, 28, 28, 12, 50, 16, 16))


def definitions(board: Board) -> list[Sequence[Value]]:
    """Say what each level of the two ratings means."""
    scales = (("Delivery", board.scale.delivery), ("Lead’s confidence", board.scale.confidence))
    return [(rating, level.label, level.definition) for rating, levels in scales for level in levels.values()]


def numbers_of(title: str, figures: Sequence[Figure]) -> Sheet:
    """Numbers that stand side by side on the page."""
    return table_of(title, Table(title, "What", ("Number",), [Line(one.label, (one,)) for one in figures]))


def table_of(title: str, table: Table) -> Sheet:
    """A table of the page."""
    rows: list[Sequence[Value]] = [
        (line.name, *(figure.number for figure in line.figures)) for line in table.lines
    ]
    return sheet_of(title, (table.subject, *table.columns), rows)


def sheet_of(
    title: str, titles: Sequence[str], rows: Sequence[Sequence[Value]], *, widths: Sequence[int] = ()
) -> Sheet:
    """A sheet of values in the order of its headings."""
    sizes: list[int] = list(widths) or [40, *(18 for _ in titles[1:])]
    columns: list[Column] = [
        Column(heading, itemgetter(place), size)
        for place, (heading, size) in enumerate(zip(titles, sizes, strict=True))
    ]
    return Sheet(title, columns, rows)
