"""The tables and charts of each kind of section, as plain data that a snapshot can hold."""

from collections.abc import Callable

from reports.facts import Facts
from reports.figures.comparisons import comparison_figures
from reports.figures.judgements import judgement_figures
from reports.figures.parts import Block
from reports.figures.period import action_figures, finding_figures, measure_figures, review_figures
from reports.figures.responses import response_figures
from reports.figures.strands import strand_figures
from reports.figures.text import measure_in_text
from reports.models import Section

__all__ = ["figures", "measure_in_text"]

MAKERS: dict[str, Callable[[Facts], list[Block]]] = {
    Section.Kind.REVIEWS: review_figures,
    Section.Kind.FINDINGS: finding_figures,
    Section.Kind.ACTIONS: action_figures,
    Section.Kind.MEASURES: measure_figures,
    Section.Kind.JUDGEMENTS: judgement_figures,
    Section.Kind.STRANDS: strand_figures,
    Section.Kind.RESPONSES: response_figures,
    Section.Kind.BENCHMARK: comparison_figures,
}


def figures(kind: str, known: Facts) -> list[Block]:
    """Return the tables and charts of a section; a fixed number of queries for each kind."""
    maker = MAKERS.get(kind)
    blocks = maker(known) if maker else []
    return [block for block in blocks if block["rows" if block["type"] == "table" else "labels"]]
