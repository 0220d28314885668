"""Adding an organisation that carried out a review, without waiting for an administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.numbers import key_in
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.services.administration import add_organisation
from portal.views.forms import form_page
from reviews.forms.provider import ProviderForm
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def provider_add(request: PersonRequest) -> HttpResponse:
    """Add an organisation, and go back to the review that it is for with it chosen."""
    back_url = _way_back(request)
    form = ProviderForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            provider = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_organisation(by=request.user, short_name="", **form.record),
            )
            messages.success(request, f"{provider} has been added. It is chosen below")
            return redirect(f"{back_url}?provider={provider.pk}")
    return form_page(request, form, heading="Add an organisation", back_url=back_url)


def _way_back(request: PersonRequest) -> str:
    """Where the organisation is needed: the review that the address names, or a new one. Raises a 404."""
    if not request.GET.get("review"):
        return reverse("reviews:review_add")
    reviews = Review.objects.visible_to(request.user).filter(pk=key_in(request.GET, "review"))
    return reverse("reviews:review_edit", args=[get_object_or_404(reviews).pk])
