"""The versions of a report: beginning one, and what it changes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports import presenters
from reports.models import Report
from reports.rendering.differences import Difference, differences
from reports.rendering.passages import Passage, passages_of
from reports.rendering.places import content_of
from reports.services.versions import begin_version, discard_version
from reports.views.scope import as_far_as_allowed, draft_for, standing


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def version_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Begin a new version of a report whose text can no longer change."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    form = ConfirmForm(sent(request), button="Begin a new version")
    if form.is_valid():
        try:
            version = create_once(
                token=form.token,
                by=request.user,
                create=lambda: begin_version(report=report, by=request.user),
            )
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect(report)
        messages.success(request, f"Version {version.number} is begun. Edit what has to change")
        return redirect(version)
    context = {
        "form": form,
        "heading": "Begin a new version of this report?",
        "caption": report.title,
        "explanation": "It begins as a draft for the same meeting, with the text, recommendations, exemptions, "
        "commitments and answers of this one, and goes through review and approval like any other. Sections that are "
        "written from the record say what the record says now. When it is published, it takes the place of this one.",
        "back_url": report.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def version_discard(request: PersonRequest, report_id: int) -> HttpResponse:
    """Delete the draft of a new version, on confirmation."""
    report = draft_for(request, report_id)
    if report.begun_from is None:
        raise Http404
    if request.method != "POST" and report.status != Report.Status.DRAFT:
        raise PermissionDenied(
            f"{standing(report)}, and only a draft can be discarded. Ask a manager to send it back for changes first"
        )
    form = ConfirmForm(sent(request), editing=report, button="Discard this version", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            source = discard_version(report=report, by=request.user, version=form.version)
            messages.success(request, f"Version {report.number} is discarded")
            return redirect(source)
    context = {
        "form": form,
        "heading": f"Discard version {report.number}?",
        "caption": report.title,
        "explanation": f"Version {report.begun_from.number} stays as it is, with its promises, its answers "
        "and what was resolved on it.",
        "warning": "All that was written in this draft is deleted, contributions included.",
        "back_url": report.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_changes(request: PersonRequest, report_id: int) -> HttpResponse:
    """What a version says otherwise than the paper that it replaces, or than the one that it was begun from."""
    related = ("meeting__committee", "begun_from__meeting__committee")
    reports = Report.objects.visible_to(request.user).select_related(*related)
    report = get_object_or_404(reports, pk=report_id)
    if report.begun_from is None:
        raise Http404
    before, other = compared_with(report, report.begun_from, asked=request.GET.get("with", ""))
    page = paginate(request, found_between(request, before, report))
    context = {
        "report": report,
        "before": before,
        "other": other,
        "colour": presenters.status_colour(report.status),
        "page": page,
        "rows": presenters.tagged(page),
    }
    return render(request, "reports/report_changes.html", context)


def compared_with(report: Report, begun_from: Report, *, asked: str) -> tuple[Report, Report | None]:
    """Return the version that this one is compared with, and the other one that it can be, if there is one.

    Readers know the latest version that was published; its author knows the one that this was begun from.
    """
    earlier = Report.objects.versions_of(report).filter(number__lt=report.number, published_at__isnull=False)
    published = earlier.select_related("meeting__committee").first()
    if published is None or published == begun_from:
        return begun_from, None
    return (begun_from, published) if asked == str(begun_from.number) else (published, begun_from)


def found_between(request: PersonRequest, before: Report, report: Report) -> list[Difference]:
    """Return the differences between two versions, as far as this person may read them."""

    def passages(version: Report) -> list[Passage]:
        return passages_of(as_far_as_allowed(content_of(version), request.user))

    return differences(passages(before), passages(report))
