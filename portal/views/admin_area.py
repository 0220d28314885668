"""The administration area's front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from portal import registry
from portal.decorators import permission_required
from portal.permissions import Permission

ADMINISTRATION = ("Administration", reverse_lazy("portal:admin_area"))


@require_safe
@permission_required(Permission.ADMINISTER)
def admin_area(request: HttpRequest) -> HttpResponse:
    """List what an administrator can manage."""
    return render(request, "portal/admin_area.html", {"items": registry.admin_items})
