"""Figures of reviews, findings, actions and measures in the period."""

from actions.models import SignOff, Status
from actions.presenters.labels import times_words
from findings.models import Kind
from portal.wording import day
from reports.facts import Facts, action_facts, finding_facts, measure_facts, review_facts
from reports.facts.actions import ActionFact
from reports.facts.measures import MeasureFact
from reports.facts.record import reported_on
from reports.figures.parts import (
    ACTIONS,
    FINDINGS,
    MEASURES,
    REVIEWS,
    Block,
    Source,
    behind,
    date,
    short_date,
    table,
)
from reviews.models import Review


def review_figures(known: Facts) -> list[Block]:
    """The reviews of the period, and the grades that they gave."""
    facts = known.about_period(review_facts)
    return [
        table(
            "Reviews that reported in the period",
            ["Review", "Kind", "Reported", "Strengths", "Areas"],
            [
                [
                    fact.review.title,
                    fact.review.get_kind_display(),
                    date(reported_on(fact.review)),
                    str(fact.strengths),
                    str(fact.areas),
                ]
                for fact in facts.reported
            ],
            numeric=(3, 4),
            sources=[
                [behind(REVIEWS, [fact.review]), None, None, *found_by(fact.review, known)]
                for fact in facts.reported
            ],
        ),
        table(
            "Judgements that the reviews gave",
            ["Review", "What was judged", "Grade"],
            [
                [judgement.review.title, str(judgement.strand or "Overall"), str(judgement.grade)]
                for judgement in facts.judgements
            ],
            sources=[[behind(REVIEWS, [judgement.review])] for judgement in facts.judgements],
        ),
    ]


def found_by(review: Review, known: Facts) -> list[Source]:
    """What stands behind the numbers of a review's strengths and areas."""
    found = [row for row in known.about_period(finding_facts).findings if row.review_id == review.pk]
    return [
        behind(FINDINGS, (row for row in found if row.kind == kind)) for kind in (Kind.STRENGTH, Kind.AREA)
    ]


def finding_figures(known: Facts) -> list[Block]:
    """Findings by theme as bars."""
    themes = known.about_period(finding_facts).themes
    strengths = [len(theme.of_kind(Kind.STRENGTH)) for theme in themes]
    areas = [len(theme.of_kind(Kind.AREA)) for theme in themes]
    sources = [
        [behind(FINDINGS, theme.of_kind(kind)) for theme in themes] for kind in (Kind.STRENGTH, Kind.AREA)
    ]
    return [
        {
            "type": "chart",
            "form": "bars",
            "title": "Findings of the period by theme",
            "description": "Strengths and areas for consideration of each theme. The table has the same figures.",
            "labels": [theme.name for theme in themes],
            "series": [["Strengths", strengths], ["Areas for consideration", areas]],
            "sources": sources,
        },
        table(
            "Findings of the period by theme",
            ["Theme", "Strengths", "Areas for consideration"],
            [[theme.name, str(strengths[row]), str(areas[row])] for row, theme in enumerate(themes)],
            numeric=(1, 2),
            sources=[[None, *row] for row in zip(*sources, strict=True)],
        ),
    ]


def action_figures(known: Facts) -> list[Block]:
    """Actions by status as bars, and the list of actions that the committee may ask about."""
    facts = known.about_period(action_facts)
    counts = facts.by_status
    end = day(known.period.as_at)
    return [
        {
            "type": "chart",
            "form": "bars",
            "title": f"Actions by status on {end}",
            "description": ", ".join(
                f"{Status(status).label}: {number}" for status, number in counts.items()
            ),
            "labels": [str(Status(status).label) for status in counts],
            "series": [["Actions", list(counts.values())]],
            "sources": [
                [
                    behind(ACTIONS, (fact.action for fact in facts.actions if fact.status == status))
                    for status in counts
                ]
            ],
        },
        table(
            f"Actions open on {end}, delivered, or signed off in the period",
            ["Action", "Lead", "Due, and first agreed where it moved", "Status"],
            [action_row(fact) for fact in facts.shown],
            widths=(40, 23, 21, 16),
            sources=[[behind(ACTIONS, [fact.action])] for fact in facts.shown],
        ),
    ]


def action_row(fact: ActionFact) -> list[str]:
    """One action: what, who, when and how far."""
    due = date(fact.due_on)
    if fact.days_slipped:
        due += f", first {date(fact.action.original_due_on)}"
    if fact.extensions_granted:
        due += f", extended {times_words(fact.extensions_granted)}"
    status = str(Status(fact.status).label)
    if fact.is_late:
        status += ", late"
    if fact.was_signed_off_in_period and fact.sign_off is not None:
        difference = SignOff.Difference(fact.sign_off.made_difference)
        status += f". Made a difference: {difference.label.lower()}"
    lead = fact.action.lead_words
    return [f"{fact.action.reference}: {fact.action.title}", lead, due, status]


def measure_figures(known: Facts) -> list[Block]:
    """The measures in a table, and each that has a history as a line."""
    measures = known.about_period(measure_facts).measures
    return [
        table(
            f"Measures up to {day(known.period.as_at)}",
            ["Measure", "Latest", "On", "Before", "A year before", "Since then"],
            [measure_row(fact) for fact in measures],
            numeric=(1, 3, 4),
            widths=(46, 12, 13, 10, 10, 9),
            sources=[[behind(MEASURES, [fact.measure])] for fact in measures],
        ),
        *(measure_chart(fact) for fact in measures if len(fact.values) > 1),
    ]


def measure_row(fact: MeasureFact) -> list[str]:
    """One measure: its last value, the one before, and a year before."""
    return [
        f"{fact.measure.name} ({fact.measure.get_better_display().lower()}). Source: {fact.latest.source}",
        fact.write(fact.latest),
        short_date(fact.latest.measured_on),
        fact.write(fact.before) if fact.before else "–",
        fact.write(fact.year_before) if fact.year_before else "–",
        fact.direction or "–",
    ]


def measure_chart(fact: MeasureFact) -> Block:
    """One measure over time."""
    first, last = fact.values[0], fact.latest
    return {
        "type": "chart",
        "form": "line",
        "title": fact.measure.name,
        "description": (
            f"From {fact.write(first)} on {day(first.measured_on)} to "
            f"{fact.write(last)} on {day(last.measured_on)}."
        ),
        "labels": [f"{value.measured_on:%b %Y}" for value in fact.values],
        "days": [value.measured_on.isoformat() for value in fact.values],
        "series": [[fact.measure.name, [fact.shown(value) for value in fact.values]]],
        "unit": fact.unit,
        "sources": [[behind(MEASURES, [fact.measure]) for _ in fact.values]],
    }
