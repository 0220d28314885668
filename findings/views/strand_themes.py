"""Themes for the strands that came with a document."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from findings.forms.strand_themes import StrandThemesForm
from findings.services.strand_themes import give_themes
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.wording import count
from reviews.models import Review, Theme


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def strand_themes(request: PersonRequest, review_id: int) -> HttpResponse:
    """Choose the council's themes for all strands of a review that have none."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    strands, themes = review.strands.without_themes(), Theme.objects.active()
    form = StrandThemesForm(sent(request), strands=list(strands), themes=list(themes))
    if form.is_valid():
        with form.explaining_refusals():
            give_themes(by=request.user, chosen=form.chosen)
            messages.success(request, f"{count(len(form.chosen), 'strand')} given themes")
            return redirect("findings:review_findings", review.pk)
    context = {
        "form": form,
        "heading": "Choose themes for the new strands",
        "caption": review.title,
        "back_url": reverse("findings:review_findings", args=[review.pk]),
    }
    return render(request, "findings/strand_themes.html", context)
