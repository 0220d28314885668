"""Themes for several findings of a review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from findings.forms.finding_themes import FindingThemesForm
from findings.services.finding_themes import add_themes
from portal.decorators import permission_required
from portal.paging import BULK_PER_PAGE, paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.wording import count
from reviews.models import Review, Theme


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def review_themes(request: PersonRequest, review_id: int) -> HttpResponse:
    """Give findings of a review themes beside those that they have; those without any stand first."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    findings = review.findings.visible_to(request.user)
    page = paginate(
        request, findings.bare_first().select_related("strand").prefetch_related("themes"), BULK_PER_PAGE
    )
    form = FindingThemesForm(
        sent(request),
        findings=findings,
        shown=list(page),
        themes=Theme.objects.active(),
    )
    back_url = reverse("findings:review_findings", args=[review.pk])
    if form.is_valid():
        with form.explaining_refusals():
            gained = add_themes(by=request.user, **form.record)
            messages.success(request, f"{count(gained, 'finding')} given themes")
            return redirect(back_url)
    context = {
        "form": form,
        "heading": "Give findings themes",
        "caption": review.title,
        "page": page,
        "back_url": back_url,
    }
    return render(request, "findings/review_themes.html", context)
