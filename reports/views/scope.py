"""Fetching what a person may see and change."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from reports.models import Annex, Edition, Exemption, Picture, Recommendation, Report, Section
from reports.rendering.audience import public_part, public_section
from reports.rendering.snapshot import Snapshot


def draft_for(request: PersonRequest, report_id: int, *, with_meeting: bool = False) -> Report:
    """Return a report to edit; a 404 out of scope, a 403 that says why for opening a form on approved text.

    A form that was opened before the approval still comes in: the service refuses it beside what was typed.
    """
    reports = Report.objects.visible_to(request.user)
    if with_meeting:
        reports = reports.select_related("meeting__committee")
    report: Report = get_object_or_404(reports, pk=report_id)
    if request.method != "POST" and not report.can_be_edited:
        fixed = f"{standing(report)}, so nothing in it can change any more"
        raise PermissionDenied(fixed if report.is_over else f"{fixed}. To correct it, begin a new version")
    return report


def standing(report: Report) -> str:
    """Say where a report stands, in the beginning of a sentence."""
    return f"The report is {report.get_status_display().lower()}"


def section_for(request: PersonRequest, report_id: int, section_id: int) -> Section:
    """Return a section to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(report.sections.select_related("report"), pk=section_id)


def annex_for(request: PersonRequest, report_id: int, annex_id: int) -> Annex:
    """Return an annex to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(report.annexes.select_related("report"), pk=annex_id)


def recommendation_for(request: PersonRequest, report_id: int, recommendation_id: int) -> Recommendation:
    """Return a recommendation to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(report.recommendations.select_related("report"), pk=recommendation_id)


def report_for(request: PersonRequest, report_id: int) -> Report:
    """Return a report to add a commitment or an answer to; a 404 out of scope, a 403 for one that is over."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report: Report = get_object_or_404(reports, pk=report_id)
    if request.method != "POST" and report.is_over:
        raise PermissionDenied(f"{standing(report)}, so nothing can be added to it any more")
    return report


def exemption_for(request: PersonRequest, report_id: int, exemption_id: int) -> Exemption:
    """Return an exemption to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(report.exemptions.select_related("report"), pk=exemption_id)


def picture_for(request: PersonRequest, report_id: int, picture_id: int) -> Picture:
    """Return a picture to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(report.pictures.select_related("report"), pk=picture_id)


def published_edition(request: PersonRequest, report_id: int) -> Edition:
    """Return the newest public edition of a published report; a 404 for anything else, whoever asks."""
    editions = Edition.objects.visible_to(request.user).published().filter(report__pk=report_id)
    newest = editions.select_related("report__meeting__committee").order_by("-number")[:1]
    edition: Edition = get_object_or_404(newest)
    return edition


def as_far_as_allowed(snapshot: Snapshot, user: User, *, is_paper: bool = False) -> Snapshot:
    """Return a report, or one that is published as a paper, as far as a person may read it.

    It is whole, or without what is exempt.
    """
    needed = Permission.READ_EXEMPT_PAPERS if is_paper else Permission.SEE_EXEMPT
    return snapshot if is_allowed(user, needed) else public_part(snapshot)


def section_as_far_as_allowed(section: Snapshot, user: User) -> Snapshot:
    """Return a section as far as a person may read it: whole, or with notices in place of what is exempt."""
    return section if is_allowed(user, Permission.SEE_EXEMPT) else public_section(section)
