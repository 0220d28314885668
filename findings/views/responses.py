"""Answering several areas of a review at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from findings.forms.finding import ResponsesForm
from findings.services.finding import respond_to_findings
from portal.decorators import permission_required
from portal.paging import BULK_PER_PAGE, paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.wording import count
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def review_respond(request: PersonRequest, review_id: int) -> HttpResponse:
    """Give one response to several areas of a review that wait for one."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    waiting = review.findings.visible_to(request.user).awaiting_response().under_strands()
    page = paginate(request, waiting.select_related("strand"), BULK_PER_PAGE)
    form = ResponsesForm(sent(request), waiting=waiting, shown=list(page))
    back_url = reverse("findings:review_findings", args=[review.pk])
    if form.is_valid():
        with form.explaining_refusals():
            answered = respond_to_findings(by=request.user, **form.record)
            messages.success(request, f"{count(len(answered), 'area')} answered")
            return redirect(back_url)
    context = {
        "form": form,
        "heading": "Respond to several areas",
        "caption": review.title,
        "page": page,
        "back_url": back_url,
    }
    return render(request, "findings/review_respond.html", context)
