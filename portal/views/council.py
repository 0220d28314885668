"""The council's settings in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.forms.administration import CouncilForm
from portal.history import history_of
from portal.models import CouncilSettings
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services.administration import edit_council


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def council_settings(request: PersonRequest) -> HttpResponse:
    """Edit the council's name, colours and contact line."""
    council = CouncilSettings.current()
    form = CouncilForm(sent(request), editing=council)
    if form.is_valid():
        with form.explaining_refusals():
            edit_council(by=request.user, version=form.version, changes=form.record)
            messages.success(request, "The council’s settings have been saved")
            return redirect("portal:admin_area")
    context = {
        "form": form,
        "heading": "Council settings",
        "back_url": reverse("portal:admin_area"),
        "entries": history_page(request, history_of(council)),
    }
    return render(request, "portal/edit_with_history.html", context)
