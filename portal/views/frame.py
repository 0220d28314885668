"""Home, health and the council's colours."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from portal import registry
from portal.models import CouncilSettings
from portal.requests import PersonRequest


@require_safe
def home(request: PersonRequest) -> HttpResponse:
    """Send each role to its home."""
    url_name = registry.homes.get(request.user.role)
    if url_name is None:
        raise Http404
    return redirect(url_name)


@require_safe
@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """Answer that the portal and its database are there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
@cache_control(public=True, max_age=60)
def council_css(request: HttpRequest) -> HttpResponse:
    """Give the council's colours to the style sheet."""
    return render(
        request, "portal/council.css", {"colours": CouncilSettings.current()}, content_type="text/css"
    )
