"""Saying whether a finding was raised before, one suggestion at a time or a review's in a row."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from findings.models import Dismissal, Finding, Suggestion
from findings.presenters.suggestions import Question, suggested, worth_asking
from findings.querysets import reviews_to_compare
from findings.services.recurrence import (
    confirm_suggestion,
    dismiss_suggestion,
    restore_suggestion,
)
from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest
from reviews.models import Review

PER_PAGE = 10


@require_safe
@permission_required(Permission.RECORD)
def review_recurrences(request: PersonRequest, review_id: int) -> HttpResponse:
    """The findings of a review that may have been raised before, areas first, to work through."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    open_ones = worth_asking(Suggestion.objects.filter(finding__review=review))
    findings = review.findings.visible_to(request.user).filter(
        Exists(open_ones.filter(finding=OuterRef("pk")))
    )
    in_full = open_ones.likeliest_first().select_related("earlier__review")
    page = paginate(
        request,
        findings.order_by("kind", "pk").prefetch_related(
            Prefetch("suggestions", in_full, "open_suggestions")
        ),
        per_page=PER_PAGE,
    )
    context = {
        "review": review,
        "page": page,
        "questions": [Question(row, suggested(row, row.open_suggestions)) for row in page],
        "is_waiting": reviews_to_compare().filter(pk=review.pk).exists(),
        "back_url": reverse("findings:review_findings", args=[review.pk]),
    }
    return render(request, "findings/review_recurrences.html", context)


@require_POST
@permission_required(Permission.RECORD)
def suggestion_confirm(request: PersonRequest, finding_id: int, earlier_id: int) -> HttpResponse:
    """Confirm that a finding goes back to an earlier one that was suggested."""
    finding, earlier = _pair(request, finding_id, earlier_id)
    try:
        _require_suggested(finding, earlier)
        confirm_suggestion(by=request.user, finding=finding, earlier=earlier)
        messages.success(request, f"{finding.reference} is linked to {earlier.reference}")
    except Refused as refused:
        messages.info(request, str(refused))
    return _back(request, finding)


@require_POST
@permission_required(Permission.RECORD)
def suggestion_dismiss(request: PersonRequest, finding_id: int, earlier_id: int) -> HttpResponse:
    """Say that a finding does not go back to an earlier one, so that it is not suggested again."""
    finding, earlier = _pair(request, finding_id, earlier_id)
    try:
        _require_suggested(finding, earlier)
        dismiss_suggestion(by=request.user, finding=finding, earlier=earlier)
        messages.success(request, f"{earlier.reference} is not suggested for {finding.reference} any more")
    except Refused as refused:
        messages.info(request, str(refused))
    return _back(request, finding)


@require_POST
@permission_required(Permission.RECORD)
def suggestion_restore(request: PersonRequest, finding_id: int, earlier_id: int) -> HttpResponse:
    """Let an earlier finding that was dismissed be suggested again."""
    finding, earlier = _pair(request, finding_id, earlier_id)
    if Dismissal.objects.filter(finding=finding, earlier=earlier).exists():
        restore_suggestion(by=request.user, finding=finding, earlier=earlier)
        messages.success(request, f"{earlier.reference} is suggested for {finding.reference} again")
    else:
        messages.info(request, f"{earlier.reference} is not dismissed any more. Nothing changed")
    return redirect(finding)


def _pair(request: PersonRequest, finding_id: int, earlier_id: int) -> tuple[Finding, Finding]:
    """Return two findings that this person may see; raises a 404 for any others."""
    visible = Finding.objects.visible_to(request.user).select_related("review")
    finding = get_object_or_404(visible, pk=finding_id)
    return finding, get_object_or_404(visible.exclude(pk=finding_id), pk=earlier_id)


def _require_suggested(finding: Finding, earlier: Finding) -> None:
    """Raise Refused where the findings were compared anew since the page was opened, and the pair is not suggested."""
    if not Suggestion.objects.filter(finding=finding, earlier=earlier).exists():
        raise Refused(
            f"{earlier.reference} is not suggested for {finding.reference} any more. Nothing changed"
        )


def _back(request: PersonRequest, finding: Finding) -> HttpResponse:
    """Return to where the question was asked: the list of the review, or the finding."""
    page = request.POST.get("page", "")
    if page.isdecimal():
        return redirect(f"{reverse('findings:review_recurrences', args=[finding.review_id])}?page={page}")
    return redirect(finding)
