"""How a new report begins: what stands around its text."""

from typing import Any

from portal.models import User
from reports.models import Cycle, Meeting, Report

OF_THE_SCHEDULE = ("title", "report_of", "author_contact", "chief_officer_contact")
OF_A_REPORT = (*OF_THE_SCHEDULE, "specialist_officers", "recommendations_lead")


def suggested_particulars(meeting: Meeting | None, *, by: User) -> dict[str, Any]:
    """Suggest them as the committee's schedule says, else as in its last report, else as in anybody's.

    A title is never that of another committee's report.
    """
    reports = Report.objects.visible_to(by).order_by("-pk").values(*OF_A_REPORT)
    of_any = {**(reports.first() or {}), "title": ""}
    if meeting is None:
        return of_any
    last = reports.filter(meeting__committee=meeting.committee_id).first()
    schedule = Cycle.objects.filter(committee=meeting.committee_id).values(*OF_THE_SCHEDULE).first()
    return {**(last or of_any), **(schedule or {})}
