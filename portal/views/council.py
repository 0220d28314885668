"""The council's settings in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.decorators import PersonRequest, permission_required
from portal.exceptions import StaleRecord
from portal.forms import initial_from
from portal.forms.administration import CouncilForm
from portal.history import history_of
from portal.models import CouncilSettings
from portal.permissions import Permission
from portal.services.administration import edit_council

EDITED = ("name", "short_name", "primary_colour", "accent_colour", "contact_line")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def council_settings(request: PersonRequest) -> HttpResponse:
    """Edit the council's name, colours and contact line."""
    council = CouncilSettings.current()
    form = CouncilForm(
        request.POST if request.method == "POST" else None,
        initial=initial_from(council, *EDITED),
        editing=council,
    )
    if request.method == "POST" and form.is_valid():
        try:
            edit_council(by=request.user, version=form.version, changes=form.record)
        except StaleRecord as stale:
            form.explain_stale(stale)
        else:
            messages.success(request, "The council’s settings have been saved")
            return redirect("portal:admin_area")
    context = {
        "form": form,
        "heading": "Council settings",
        "back_url": reverse("portal:admin_area"),
        "entries": history_of(council),
    }
    return render(request, "portal/edit_with_history.html", context)
