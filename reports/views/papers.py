"""The reading room: published reports as they were frozen, on screen, as PDF and in Word."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.decorators import permission_required
from portal.paging import paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from portal.search import asked_words
from reports import presenters
from reports.filters import PaperFilter
from reports.models import Commitment, Committee, Edition, Following, Report, Resolution, Section
from reports.rendering.addresses import paper_annex_address, with_addresses, with_annex_addresses
from reports.rendering.audience import public_part
from reports.rendering.found import with_found_words
from reports.rendering.snapshot import Snapshot
from reports.rendering.sources import with_chart_tables, with_source_addresses
from reports.views.renderings import block_of, block_response, edition_response
from reports.views.scope import published_edition


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_list(request: PersonRequest) -> HttpResponse:
    """Published reports by committee and meeting, the newest first."""
    papers = Report.objects.visible_to(request.user).published().with_published_before()
    papers = papers.select_related("meeting__committee")
    committees = Committee.objects.filter(meetings__reports__status=Report.Status.PUBLISHED).distinct()
    followed = set(Following.objects.filter(person=request.user).values_list("committee", flat=True))
    filtered = PaperFilter(request.GET, queryset=papers, committees=committees, followed=followed)
    context = {
        "filter": filtered,
        "page": paginate(request, filtered.qs),
        "followed": followed,
        "has_several_committees": committees.count() > 1,
    }
    return render(request, "reports/paper_list.html", context)


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_detail(request: PersonRequest, report_id: int) -> HttpResponse:
    """A published report, from the snapshot that its files were made from; of one that was, what became of it."""
    once_open = Report.objects.once_open_to(request.user).with_published_before()
    report = get_object_or_404(once_open.select_related("meeting__committee"), pk=report_id)
    if report.is_over:
        return paper_gone(request, report)
    edition = published_edition(request, report_id)
    snapshot = public_part(edition.snapshot)
    words = asked_words(request.GET, "words")
    context = {
        "report": edition.report,
        "edition": edition,
        "snapshot": snapshot,
        "sections": sections_of(request, edition, snapshot, words),
        "annexes": with_annex_addresses(snapshot["annexes"], partial(paper_annex_address, report.pk)),
        "words": words,
        "changed": what_changed(snapshot),
        "takes_a_place": report.published_before_at is not None,
        "meeting_on": datetime.date.fromisoformat(snapshot["meeting_on"]),
        "full": full_edition(request, report) if snapshot["is_part"] else None,
        "may_see_record": is_allowed(request.user, Permission.SEE_RECORD),
        **followed_up(request, edition.report),
    }
    return render(request, "reports/paper_detail.html", context)


def full_edition(request: PersonRequest, report: Report) -> Edition | None:
    """Return the full edition of a published report, for those who may read it."""
    return Edition.objects.visible_to(request.user).full_of(report).defer("snapshot").first()


def sections_of(
    request: PersonRequest, edition: Edition, snapshot: Snapshot, words: str
) -> list[dict[str, Any]]:
    """Return the sections as the page shows them, with these words marked.

    Numbers lead to what is behind them for those who may open it; for all others they are numbers.
    """
    sections = with_addresses(presenters.shown(snapshot["sections"]), edition.report, is_paper=True)
    sections = with_chart_tables(sections)
    if is_allowed(request.user, Permission.SEE_RECORD):
        sections = with_source_addresses(sections, source_address(edition.report))
    return with_found_words(sections, words)


def source_address(report: Report) -> Callable[[str, int, int, int], str]:
    """Return what gives a cell of a published report the address of what is behind it."""

    def address(kind: str, place: int, row: int, column: int) -> str:
        return reverse("reports:paper_rows", args=[report.pk, kind, place, row, column])

    return address


def what_changed(snapshot: Snapshot) -> dict[str, Any] | None:
    """Return the section on what changed since the last report, which is read first, with its first paragraph.

    None where the paper has none, or has nothing in it that the public may read.
    """
    sections = (row for row in snapshot["sections"] if row["kind"] == Section.Kind.CHANGES)
    for section in sections:
        paragraphs = [block for block in section["blocks"] if block["type"] == "paragraph"]
        if paragraphs:
            is_all = len(section["blocks"]) == 1
            return {"record": section["record"], "first": paragraphs[0], "is_all": is_all}
    return None


def paper_gone(request: PersonRequest, report: Report) -> HttpResponse:
    """Say that a paper is superseded or withdrawn, and what is read in its place."""
    papers = Report.objects.visible_to(request.user).published()
    context = {
        "report": report,
        "current": papers.versions_of(report).first(),
        "colour": presenters.status_colour(report.status),
        "may_see_record": is_allowed(request.user, Permission.SEE_RECORD),
    }
    return render(request, "reports/paper_gone.html", context)


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_pdf(request: PersonRequest, report_id: int) -> HttpResponseBase:
    """A published report as its frozen PDF."""
    return edition_response(published_edition(request, report_id), "pdf")


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_docx(request: PersonRequest, report_id: int) -> HttpResponseBase:
    """A published report as its frozen Word file."""
    return edition_response(published_edition(request, report_id), "docx")


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_chart(request: PersonRequest, report_id: int, section_id: int, place: int) -> HttpResponse:
    """A chart of a published report, as SVG."""
    edition = published_edition(request, report_id)
    return block_response(request, block_of(public_part(edition.snapshot), section_id, place))


def followed_up(request: PersonRequest, report: Report) -> dict[str, Any]:
    """Return what was resolved on a paper and what it promises, as both stand today."""
    today = timezone.localdate()
    resolutions = Resolution.objects.visible_to(request.user).in_public().with_state(on=today).with_places()
    own = resolutions.filter(recommendation__report=report).order_by("meeting__held_on", "pk")
    made = Commitment.objects.visible_to(request.user).made().in_public().with_state(on=today).with_places()
    asked = presenters.asked(report.recommendations.order_by("position"), own)
    return {
        "resolved": [item for item in asked if item.rows],
        "promised": [
            presenters.CommitmentRow.of(row, number=row.paragraph, reader=request.user)
            for row in made.filter(report=report).order_by("paragraph", "pk")
        ],
    }
