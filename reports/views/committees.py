"""Committees and their meetings, in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.forms.committee import CommitteeForm, MeetingForm
from reports.models import Committee, Meeting
from reports.services.committees import add_committee, add_meeting, edit_committee, edit_meeting


@require_safe
@permission_required(Permission.ADMINISTER)
def committee_list(request: PersonRequest) -> HttpResponse:
    """Every committee with its meetings."""
    context = {
        "committees": Committee.objects.prefetch_related("meetings"),
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "reports/committee_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def committee_add(request: PersonRequest) -> HttpResponse:
    """Add a committee."""
    form = CommitteeForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            committee = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_committee(by=request.user, **form.record),
            )
            messages.success(request, f"The committee “{committee}” is added")
            return redirect("reports:committee_list")
    return form_page(request, form, heading="Add a committee", back_url=reverse("reports:committee_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def committee_edit(request: PersonRequest, committee_id: int) -> HttpResponse:
    """Change a committee."""
    committee = get_object_or_404(Committee, pk=committee_id)
    form = CommitteeForm(sent(request), editing=committee)
    if form.is_valid():
        with form.explaining_refusals():
            edit_committee(committee=committee, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("reports:committee_list")
    context = {
        "form": form,
        "heading": "Edit the committee",
        "back_url": reverse("reports:committee_list"),
        "entries": history_page(
            request, history_of(committee, committee.meetings.select_related("committee"))
        ),
    }
    return render(request, "portal/edit_with_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def meeting_add(request: PersonRequest, committee_id: int) -> HttpResponse:
    """Add a meeting of a committee."""
    committee = get_object_or_404(Committee, pk=committee_id)
    form = MeetingForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_meeting(by=request.user, committee=committee, **form.record),
            )
            messages.success(request, "The meeting is added")
            return redirect("reports:committee_list")
    return form_page(
        request,
        form,
        heading="Add a meeting",
        caption=committee.name,
        back_url=reverse("reports:committee_list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def meeting_edit(request: PersonRequest, committee_id: int, meeting_id: int) -> HttpResponse:
    """Move a meeting to another day."""
    meetings = Meeting.objects.select_related("committee").filter(committee__pk=committee_id)
    meeting = get_object_or_404(meetings, pk=meeting_id)
    form = MeetingForm(sent(request), editing=meeting)
    if form.is_valid():
        with form.explaining_refusals():
            edit_meeting(meeting=meeting, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("reports:committee_list")
    context = {
        "form": form,
        "heading": "Edit the meeting",
        "caption": meeting.committee.name,
        "back_url": reverse("reports:committee_list"),
        "entries": history_page(request, history_of(meeting)),
    }
    return render(request, "portal/edit_with_history.html", context)
