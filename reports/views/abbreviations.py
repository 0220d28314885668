"""The council's list of abbreviations, in the administration area."""

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
from reports.forms.committee import AbbreviationForm
from reports.models import Abbreviation
from reports.services.committees import add_abbreviation, edit_abbreviation


@require_safe
@permission_required(Permission.ADMINISTER)
def abbreviation_list(request: PersonRequest) -> HttpResponse:
    """Every abbreviation that a report may explain."""
    context = {
        "abbreviations": Abbreviation.objects.all(),
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "reports/abbreviation_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def abbreviation_add(request: PersonRequest) -> HttpResponse:
    """Add an abbreviation."""
    form = AbbreviationForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            added = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_abbreviation(by=request.user, **form.record),
            )
            messages.success(request, f"The abbreviation {added.short} is added")
            return redirect("reports:abbreviation_list")
    return form_page(
        request, form, heading="Add an abbreviation", back_url=reverse("reports:abbreviation_list")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def abbreviation_edit(request: PersonRequest, abbreviation_id: int) -> HttpResponse:
    """Change an abbreviation; reports that are frozen keep what they say."""
    abbreviation = get_object_or_404(Abbreviation, pk=abbreviation_id)
    form = AbbreviationForm(sent(request), editing=abbreviation)
    if form.is_valid():
        with form.explaining_refusals():
            edit_abbreviation(
                abbreviation=abbreviation, by=request.user, version=form.version, changes=form.record
            )
            messages.success(request, "Your changes are saved")
            return redirect("reports:abbreviation_list")
    context = {
        "form": form,
        "heading": "Edit the abbreviation",
        "back_url": reverse("reports:abbreviation_list"),
        "entries": history_page(request, history_of(abbreviation)),
    }
    return render(request, "portal/edit_with_history.html", context)
