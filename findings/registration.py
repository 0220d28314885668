"""What the app adds to the frame."""

from findings.exports import export_of_findings, export_of_measures
from findings.models import (
    Dismissal,
    Document,
    Finding,
    Intake,
    Measure,
    Measurement,
    MeasurementCorrection,
    Recurrence,
)
from findings.panels import my_documents_panel, responses_panel, unfinished_panel
from findings.search import search_documents, search_findings, search_measures
from findings.uses import of_strand, relating_to_strand
from portal.history import keep_history
from portal.permissions import Permission
from portal.registry import NavigationItem, Panel, Register, SearchSource, Tab, Use, register


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(Dismissal, Document, Finding, Measure, Measurement, MeasurementCorrection, Recurrence)
    keep_history(Intake, exclude=["passages", "particulars", "strands"])
    seen_by = frozenset({Permission.SEE_RECORD})
    register(
        NavigationItem("Findings", "findings:finding_list", seen_by, 30),
        NavigationItem("Themes", "findings:theme_list", seen_by, 35),
        NavigationItem("Measures", "findings:measure_list", seen_by, 50),
        Register(
            "findings",
            "Findings",
            "findings:finding_list",
            "findings:finding_export",
            Permission.SEE_RECORD,
            20,
            export_of_findings,
        ),
        Register(
            "measures",
            "Measures",
            "findings:measure_list",
            "findings:measure_export",
            Permission.SEE_RECORD,
            40,
            export_of_measures,
        ),
        SearchSource("Findings", 20, search_findings),
        SearchSource("Documents", 40, search_documents),
        SearchSource("Measures", 50, search_measures),
        Panel("review", "findings/panels/unfinished.html", 5, unfinished_panel),
        Panel("review", "findings/panels/review.html", 10, responses_panel),
        Panel("my work", "findings/panels/my_work.html", 10, my_documents_panel),
        Use("strand", "finding", of_strand),
        Use("strand", "related finding", relating_to_strand),
        Tab("review", "Findings", "findings:review_findings", 20, lambda review: review.findings.count()),
        Tab("review", "Documents", "findings:review_documents", 40, lambda review: review.documents.count()),
    )
