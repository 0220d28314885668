"""The guard of everything that changes a report's text."""

from django.db.models import F

from portal.exceptions import Refused
from reports.models import Report

EDITABLE = (Report.Status.DRAFT, Report.Status.IN_REVIEW)
APPROVED_TEXT = "The text of an approved report cannot change"


def require_editable(report: Report) -> None:
    """Raise Refused where the report is approved by now."""
    if not Report.objects.filter(pk=report.pk, status__in=EDITABLE).exists():
        raise Refused(APPROVED_TEXT)


def touch(report: Report) -> None:
    """Note that the text changes, so that nobody approves what they have not read.

    Call it inside the change's transaction: the conditional update also keeps an approval from slipping in
    between. Raises Refused where the report is approved by now.
    """
    open_reports = Report.objects.filter(pk=report.pk, status__in=EDITABLE)
    if not open_reports.update(version=F("version") + 1):
        raise Refused(APPROVED_TEXT)
