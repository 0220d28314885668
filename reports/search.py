"""Finding reports by words."""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Prefetch
from django.urls import reverse

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.registry import SearchHit
from portal.search import passage
from reports.models import AnnexFile, Report
from reports.rendering.word_texts import without_exemptions

MARKS = re.compile(r"\{[^{}]*\}|[*#\\]|\|[ |:-]*")


def search_reports(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find reports that this person may see; a published one leads to the reading room."""
    reports = Report.objects.visible_to(user).matching(words, for_=user).select_related("meeting__committee")
    may_see_exempt = is_allowed(user, Permission.READ_EXEMPT_PAPERS)
    files = Prefetch("annexes__file", AnnexFile.objects.only("words"))
    for report in reports.prefetch_related("sections", "annexes", files)[:limit]:
        is_paper = report.status == Report.Status.PUBLISHED
        url = reverse("reports:paper_detail", args=[report.pk]) if is_paper else report.get_absolute_url()
        about = _about(report, words, may_see_exempt=may_see_exempt)
        yield SearchHit(report.title, url, f"Report, {report.get_status_display().lower()}", about)


def _about(report: Report, words: str, *, may_see_exempt: bool) -> str:
    """The meeting that a report is for, and what the first section with one of the words says about it."""
    wanted = words.lower().split()
    for heading, text in _texts(report, may_see_exempt=may_see_exempt):
        if any(word in f"{heading} {text}".lower() for word in wanted):
            return f"{report.meeting}. {heading}: {passage(text, words)}"
    return str(report.meeting)


def _texts(report: Report, *, may_see_exempt: bool) -> Iterator[tuple[str, str]]:
    """Each section's heading and words, as far as this person may read them."""
    for line in report.public_text.splitlines():
        heading, _, text = line.partition(": ")
        yield heading, text
    if may_see_exempt:
        full = "In the full edition, " if report.status == Report.Status.PUBLISHED else ""
        yield from (
            (f"{full}{section.heading}", MARKS.sub(" ", section.body)) for section in report.sections.all()
        )
        for annex in report.annexes.all():
            said = without_exemptions(annex.file.words) if annex.file else MARKS.sub(" ", annex.body)
            yield f"{full}{annex.title}", said
