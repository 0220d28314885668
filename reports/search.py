"""Finding reports by words."""

import re
from collections.abc import Iterable

from django.urls import reverse

from portal.models import User
from portal.registry import SearchHit
from portal.search import passage
from reports.models import Report

MARKS = re.compile(r"[*#\\]")


def search_reports(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find reports that this person may see; a published one leads to the reading room."""
    reports = Report.objects.visible_to(user).matching(words).select_related("meeting__committee")
    for report in reports.prefetch_related("sections")[:limit]:
        is_paper = report.status == Report.Status.PUBLISHED
        url = reverse("reports:paper_detail", args=[report.pk]) if is_paper else report.get_absolute_url()
        yield SearchHit(report.title, url, f"{report.get_status_display()} report", _about(report, words))


def _about(report: Report, words: str) -> str:
    """The meeting that a report is for, and what the first section with one of the words says about it."""
    wanted = words.lower().split()
    for section in report.sections.all():
        if any(word in section.body.lower() for word in wanted):
            said = passage(MARKS.sub("", section.body), words)
            return f"{report.meeting}. {section.heading}: {said}"
    return str(report.meeting)
