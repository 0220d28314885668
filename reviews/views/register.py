"""The register of reviews, on the page and as a file."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.decorators import permission_required
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from portal.views.registers import default_view, export_response, register_page
from reviews import presenters
from reviews.filters import narrowed_reviews


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_list(request: PersonRequest) -> HttpResponseBase:
    """The register, newest first, narrowed by the address."""
    if wanted := default_view(request, "reviews"):
        return wanted
    context = register_page(request, "reviews", narrowed_reviews(request.user, request.GET))
    today = timezone.localdate()
    context |= {
        "rows": [presenters.ReviewRow.of(review, today=today) for review in context["page"]],
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "reviews/review_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_export(request: PersonRequest, form: str) -> HttpResponseBase:
    """The same rows in the same order as a file."""
    return export_response(request, "reviews", form)
