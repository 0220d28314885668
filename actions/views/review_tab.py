"""The actions that a review led to."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.permissions import can_agree
from actions.presenters.labels import rows_of
from actions.rules.scale import Scale
from portal.decorators import permission_required
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest
from reviews.models import Review


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_actions(request: PersonRequest, review_id: int) -> HttpResponse:
    """Every action about a finding of this review."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    scale = Scale.current()
    actions = Action.objects.visible_to(request.user).about_review(review)
    listed = actions.as_listed(on=timezone.localdate(), near=scale.at_risk_days)
    page = paginate(request, listed.open_first())
    context = {
        "review": review,
        "page": page,
        "rows": rows_of(page, scale),
        "scale": scale,
        "can_agree": can_agree(request.user),
        "breadcrumbs": [("Reviews", reverse("reviews:review_list"))],
    }
    return render(request, "actions/review_actions.html", context)
