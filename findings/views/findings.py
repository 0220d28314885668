"""A review's findings, and recording, correcting and answering one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from findings.forms.finding import FindingForm, ResponseForm
from findings.models import Finding
from findings.presenters import findings as presenters
from findings.rules.chains import chains_of_shown
from findings.services.finding import (
    NewFinding,
    edit_finding,
    record_finding,
    respond_to_finding,
    withdraw_response,
)
from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.history import history_of
from portal.paging import BULK_PER_PAGE, history_page, paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reviews.models import Review, Theme


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_findings(request: PersonRequest, review_id: int) -> HttpResponse:
    """A review's findings under its strands, page by page: strengths and areas, headlines first."""
    reviews = Review.objects.visible_to(request.user).select_related("provider")
    review = get_object_or_404(reviews, pk=review_id)
    findings = review.findings.visible_to(request.user)
    page = paginate(request, findings.with_action_count().under_strands_by_kind(), BULK_PER_PAGE)
    strands = presenters.strand_groups(
        review.strands.all(), findings.counted_by_strand(), per_page=BULK_PER_PAGE
    )
    context = {
        "review": review,
        "waiting_count": findings.awaiting_response().count(),
        "page": page,
        "strands": strands,
        "groups": presenters.shown_under(strands, page),
        "chains": chains_of_shown(page),
        "bare_count": findings.without_themes().count(),
        "without_themes": review.strands.without_themes().count(),
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/review_findings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def finding_add(request: PersonRequest, review_id: int) -> HttpResponse:
    """Record a finding by hand."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    form = FindingForm(
        sent(request),
        strands=review.strands.all(),
        themes=Theme.objects.active(),
        documents=review.documents.all(),
    )
    if form.is_valid():
        with form.explaining_refusals():
            finding = create_once(
                token=form.token,
                by=request.user,
                create=lambda: record_finding(
                    by=request.user, review=review, finding=NewFinding(**form.record)
                ),
            )
            messages.success(request, recorded_message(finding))
            return redirect(finding)
    context = {
        "form": form,
        "heading": "Record a finding",
        "breadcrumbs": [
            ("Reviews", reverse("reviews:review_list")),
            (review.title, review.get_absolute_url()),
            ("Findings", reverse("findings:review_findings", args=[review.pk])),
        ],
    }
    return render(request, "findings/finding_add.html", context)


def recorded_message(finding: Finding) -> SafeString:
    """Say that a finding is recorded, and lead on to the next one of its document."""
    return render_to_string("findings/recorded_message.html", {"finding": finding})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def finding_edit(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Correct a finding, the reviewers' words included."""
    findings = Finding.objects.visible_to(request.user).select_related("review")
    finding = get_object_or_404(findings, pk=finding_id)
    form = FindingForm(
        sent(request),
        strands=finding.review.strands.all(),
        themes=(Theme.objects.active() | finding.themes.all()).distinct(),
        documents=finding.review.documents.all(),
        editing=finding,
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_finding(finding=finding, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(finding)
    return form_page(
        request,
        form,
        heading="Edit the finding",
        caption=f"{finding.reference}, {finding.review}",
        back_url=finding.get_absolute_url(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def finding_respond(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Say whether the council accepts an area for consideration; strengths get no response."""
    areas = Finding.objects.visible_to(request.user).areas().select_related("review")
    finding = get_object_or_404(areas, pk=finding_id)
    form = ResponseForm(sent(request), editing=finding)
    if form.is_valid():
        with form.explaining_refusals():
            respond_to_finding(finding=finding, by=request.user, version=form.version, **form.record)
            messages.success(request, "The response is saved")
            return redirect(finding)
    context = {
        "form": form,
        "finding": finding,
        "heading": "Respond to the finding",
        "caption": f"{finding.reference}, {finding.review}",
        "back_url": finding.get_absolute_url(),
    }
    return render(request, "findings/finding_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def response_withdraw(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Take back the council's response, on confirmation; without one there is nothing to take back."""
    answered = Finding.objects.visible_to(request.user).exclude(response="").select_related("review")
    finding = get_object_or_404(answered, pk=finding_id)
    form = ConfirmForm(sent(request), editing=finding, button="Take back the response", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            withdraw_response(finding=finding, by=request.user, version=form.version)
            messages.success(request, "The response is taken back")
            return redirect(finding)
    context = {
        "form": form,
        "heading": "Take back the response?",
        "caption": f"{finding.reference}, {finding.review}",
        "warning": "The finding waits for a response again. Its history keeps what the response was.",
        "back_url": finding.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def finding_history(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Who changed what about a finding and its links to earlier ones, those removed included."""
    findings = Finding.objects.visible_to(request.user).select_related("review")
    finding = get_object_or_404(findings, pk=finding_id)
    entries = history_page(request, history_of(finding, parts=["earlier_links", "dismissals"]))
    context = {
        "finding": finding,
        "entries": entries,
        "breadcrumbs": [
            ("Findings", reverse("findings:finding_list")),
            (finding.reference, finding.get_absolute_url()),
        ],
    }
    return render(request, "findings/finding_history.html", context)
