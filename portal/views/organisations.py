"""Organisations in the administration area."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms.administration import EditOrganisationForm, OrganisationForm
from portal.history import history_of
from portal.models import Organisation
from portal.paging import history_page, paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.services.administration import add_organisation, edit_organisation
from portal.views.admin_area import ADMINISTRATION
from portal.views.forms import form_page


@require_safe
@permission_required(Permission.ADMINISTER)
def organisation_list(request: PersonRequest) -> HttpResponse:
    """List the organisations with how many people each has."""
    organisations = Organisation.objects.order_by("name").annotate(
        people_count=Count("people", filter=Q(people__is_active=True))
    )
    context = {"page": paginate(request, organisations), "breadcrumbs": [ADMINISTRATION]}
    return render(request, "portal/organisation_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def organisation_add(request: PersonRequest) -> HttpResponse:
    """Add an organisation."""
    form = OrganisationForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            organisation = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_organisation(by=request.user, **form.record),
            )
            messages.success(request, f"{organisation.name} has been added")
            return redirect("portal:organisation_list")
    back_url = reverse("portal:organisation_list")
    return form_page(request, form, heading="Add an organisation", back_url=back_url)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def organisation_edit(request: PersonRequest, organisation_id: int) -> HttpResponse:
    """Edit an organisation, or keep it out of new choices."""
    organisation = get_object_or_404(Organisation, pk=organisation_id)
    form = EditOrganisationForm(sent(request), editing=organisation)
    if form.is_valid():
        with form.explaining_refusals():
            edit_organisation(
                organisation=organisation, by=request.user, version=form.version, changes=form.record
            )
            messages.success(request, f"{organisation.name} has been saved")
            return redirect("portal:organisation_list")
    context = {
        "form": form,
        "heading": f"Edit {organisation.name}",
        "back_url": reverse("portal:organisation_list"),
        "entries": history_page(request, history_of(organisation)),
    }
    return render(request, "portal/edit_with_history.html", context)
