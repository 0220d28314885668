"""The versions of a report: beginning one, and what it changes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports.models import Report
from reports.services.versions import begin_version


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
