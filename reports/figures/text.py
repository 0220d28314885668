"""Figures that officers put into the text."""

from reports.facts.measures import MeasureFact
from reports.figures.parts import Block, date, table
from reports.figures.period import measure_chart


def measure_in_text(fact: MeasureFact) -> list[Block]:
    """The chart of one measure, and a table of the same values with the source of the last."""
    rows = [[date(value.measured_on), fact.write(value)] for value in fact.values]
    caption = (
        f"{fact.measure.name} ({fact.measure.get_better_display().lower()}). Source: {fact.latest.source}"
    )
    return [
        {**measure_chart(fact), "measure": fact.measure.pk},
        table(caption, ["On", "Value"], rows, numeric=(1,)),
    ]
