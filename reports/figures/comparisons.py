"""Bars and tables of how the council stands among others."""

from portal.wording import day
from reports.facts import Facts, comparison_facts
from reports.figures.parts import Block, table
from reports.models import Category, Comparison


def comparison_figures(known: Facts) -> list[Block]:
    """The categories of each comparison as bars, ours marked, and the same in a table with the share of all."""
    facts = known.about_period(comparison_facts)
    return [
        block for row in facts.comparisons for block in (bars(row, facts.council), counts(row, facts.council))
    ]


def bars(comparison: Comparison, council: str) -> Block:
    """One comparison as bars."""
    counted = ", ".join(f"{row.name}: {row.number:,}" for row in comparison.rows)
    ours = f" {council} is in “{comparison.our_category}”." if comparison.our_category else ""
    return {
        "type": "chart",
        "form": "bars",
        "title": comparison.title,
        "description": f"Of {comparison.total:,} {comparison.counted}: {counted}.{ours}",
        "labels": [named(row, comparison, council) for row in comparison.rows],
        "series": [[comparison.counted, [row.number for row in comparison.rows]]],
    }


def counts(comparison: Comparison, council: str) -> Block:
    """One comparison as a table."""
    rows = [
        [named(row, comparison, council), f"{row.number:,}", share(row.number, comparison.total)]
        for row in comparison.rows
    ]
    if comparison.in_none:
        rows.append(["None of these", f"{comparison.in_none:,}", share(comparison.in_none, comparison.total)])
    return table(
        f"{comparison.title}: {comparison.total:,} {comparison.counted}. "
        f"Source: {comparison.source}, {day(comparison.counted_on)}",
        ["Category", "Number", "Share of all"],
        rows,
        numeric=(1, 2),
    )


def named(row: Category, comparison: Comparison, council: str) -> str:
    """Name a category, and say where it is ours."""
    return f"{row.name} ({council})" if row.name == comparison.our_category else row.name


def share(number: int, total: int) -> str:
    """Write a share of all with one decimal."""
    return f"{100 * number / total:.1f}%"
