"""What the registers of findings and measures hold as files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from django.apps import apps
from django.db.models import Count, OuterRef, Q
from django.utils.datastructures import MultiValueDict

from findings.filters import narrowed_findings, narrowed_measures
from findings.models import Finding, Measure, Measurement
from findings.presenters.findings import response_label
from findings.presenters.measures import words_for
from findings.querysets import FindingQuerySet
from findings.rules.progress import Progress, with_progress
from findings.rules.small_counts import SmallCounts, small_counts_outside
from portal.databases import Joined
from portal.exports import Column, Export, Value, in_parts
from portal.models import User
from portal.querysets import BY_REFERENCE
from reviews.models import Theme

MeasureValue = tuple[Measure, Measurement | None]
OF_AN_UPLOAD = 6
"""So many of the first columns of measures are those that an upload takes."""

FINDING_COLUMNS = (
    Column("Reference", lambda row: row.reference, 14),
    Column("Kind", lambda row: row.get_kind_display(), 22),
    Column("The reviewers’ words", lambda row: row.text, 80),
    Column("Correction", lambda row: row.correction, 40),
    Column("Prominence", lambda row: row.get_prominence_display(), 16),
    Column("Review", lambda row: row.review.title, 36),
    Column("Provider", lambda row: row.review.provider.name, 28),
    Column("Framework", lambda row: str(row.review.framework or ""), 28),
    Column("Review date", lambda row: row.dated_on, 14),
    Column("Strand", lambda row: str(row.strand or ""), 28),
    Column("Themes", lambda row: row.theme_names, 36),
    Column("Place in the document", lambda row: row.source_ref, 26),
    Column("Response", lambda row: response_label(row), 22),
    Column("Reason for the response", lambda row: row.response_reason, 50),
    Column("Responded by", lambda row: str(row.responded_by or ""), 24),
    Column("Responded on", lambda row: row.responded_at, 18),
    Column("Actions", lambda row: row.action_references, 24),
    Column("Progress", lambda row: dict(Progress.choices).get(row.progress, ""), 32),
)


def export_of_findings(person: User, query: MultiValueDict) -> Export:
    """Return the findings that an address asks for as a file, in their order on the page."""
    rows = narrowed_findings(person, query, with_what_is_exported(Finding.objects.all())).qs
    return Export("Findings", FINDING_COLUMNS, rows=lambda: in_parts(rows), count=rows.count)


def export_of_measures(person: User, query: MultiValueDict) -> Export:
    """Return every value of the measures that an address asks for as a file, in the columns that an upload takes."""
    measures = Measure.objects.with_decimals().prefetch_related("measurements", "themes")
    measures = narrowed_measures(person, query, measures).qs
    return Export(
        "Measures",
        measure_columns(hiding=small_counts_outside()),
        rows=lambda: values_of(in_parts(measures)),
        count=lambda: measures.aggregate(
            rows=Count("measurements") + Count("pk", filter=Q(measurements=None))
        )["rows"],
    )


def empty_template() -> Export:
    """Return the headings of an upload of measures, with no row below them."""
    columns = measure_columns(hiding=SmallCounts(0))[:OF_AN_UPLOAD]
    return Export("Measures-template", columns, rows=list, count=lambda: 0)


def with_what_is_exported(findings: FindingQuerySet) -> FindingQuerySet:
    """Findings with everything that the columns of the export hold, in the query that reads them."""
    actions = apps.get_model("actions", "Action")._default_manager.order_by(*BY_REFERENCE)
    return (
        with_progress(findings)
        .select_related("review__provider", "review__framework", "strand", "responded_by")
        .annotate(
            theme_names=Joined(
                Theme.objects.filter(findings=OuterRef("pk")).order_by("position", "name"), "name"
            ),
            action_references=Joined(actions.filter(findings=OuterRef("pk")), "reference"),
        )
    )


def values_of(measures: Iterable[Measure]) -> Iterator[MeasureValue]:
    """Return a row for each value of each measure, oldest first; one without a value for a measure that has none."""
    for measure in measures:
        rows: list[Measurement | None] = [*measure.measurements.all()]
        yield from ((measure, row) for row in rows or [None])


def measure_columns(*, hiding: SmallCounts) -> Sequence[Column]:
    """Return the columns of the export, those of an upload first. A small count is words, not a number."""

    def number(name: str) -> Callable[[MeasureValue], Value]:
        return lambda pair: getattr(pair[1], name) if pair[1] and not hiding.hides(pair[0], pair[1]) else None

    def value(pair: MeasureValue) -> Value:
        measure, row = pair
        if row is None:
            return None
        if hiding.hides(measure, row):
            return words_for(measure, row, hiding)
        return row.value.quantize(Decimal(1).scaleb(-measure.decimals))

    return (
        Column("Measure", lambda pair: pair[0].name, 44),
        Column("Date", lambda pair: pair[1] and pair[1].measured_on, 12),
        Column("Value", value, 18),
        Column("Numerator", number("numerator"), 12),
        Column("Denominator", number("denominator"), 12),
        Column("Source", lambda pair: pair[1] and pair[1].source, 44),
        Column("Unit", lambda pair: pair[0].get_unit_display(), 22),
        Column("Which way is better", lambda pair: pair[0].get_better_display(), 20),
        Column("Themes", lambda pair: "; ".join(theme.name for theme in pair[0].themes.all()), 36),
        Column("In use", lambda pair: "Yes" if pair[0].is_active else "No", 10),
    )
