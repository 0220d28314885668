"""The action plan of a review, to read, to print and to send."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.presenters.action_plan import PlanRow, plan_columns, plan_rows
from actions.rules.scale import Scale
from findings.models import Finding
from portal.decorators import permission_required
from portal.exports import Export
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.registers import csv_response, workbook_response
from reviews.models import Review


@require_safe
@permission_required(Permission.SEE_RECORD)
def action_plan(request: PersonRequest, review_id: int) -> HttpResponse:
    """Everything that was agreed about a review, with what the ratings mean."""
    review = get_review(request, review_id)
    scale = Scale.current()
    rows = rows_for(request, review, scale)
    context = {
        "review": review,
        "rows": [row for row in rows if row.action],
        "bare": [row for row in rows if not row.action],
        "scale": scale,
        "today": timezone.localdate(),
        "breadcrumbs": [
            ("Reviews", reverse("reviews:review_list")),
            (review.title, review.get_absolute_url()),
            ("Actions", reverse("actions:review_actions", args=[review.pk])),
        ],
    }
    return render(request, "actions/action_plan.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def action_plan_export(request: PersonRequest, review_id: int, form: str) -> HttpResponseBase:
    """The same plan as a file, one line for each action and for each area that has none."""
    review = get_review(request, review_id)
    scale = Scale.current()
    rows = rows_for(request, review, scale)
    export = Export("Action-plan", plan_columns(review, scale), rows=lambda: rows, count=lambda: len(rows))
    return csv_response(export) if form == "csv" else workbook_response(export)


def get_review(request: PersonRequest, review_id: int) -> Review:
    """Fetch a review that this person may see; 404 outside the scope."""
    review: Review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    return review


def rows_for(request: PersonRequest, review: Review, scale: Scale) -> list[PlanRow]:
    """Fetch a plan with a fixed number of queries, however many lines it has."""
    today = timezone.localdate()
    findings = Finding.objects.visible_to(request.user).filter(review=review).headline_first()
    actions = Action.objects.visible_to(request.user).about_review(review)
    listed = actions.as_listed(on=today, near=scale.at_risk_days).for_plan().prefetch_related("findings")
    return plan_rows(list(findings), listed.open_first(), scale, on=today)
