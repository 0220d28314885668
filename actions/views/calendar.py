"""The calendar of what one owes: its secret address, and the calendar itself for the program that reads it."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from actions.digest_querysets import hash_of
from actions.forms.reminders import CalendarForm
from actions.models import CalendarFeed
from actions.services import end_feed, make_feed, new_key
from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_safe
@permission_required(Permission.SEE_OWN_ACTIONS)
def calendar(request: PersonRequest) -> HttpResponse:
    """Say what the calendar is, and whether it has an address."""
    feed = CalendarFeed.objects.of(request.user).live().first()
    context = {
        "feed": feed,
        "decides": is_allowed(request.user, Permission.SIGN_OFF),
        "back_url": reverse("portal:account"),
    }
    return render(request, "actions/calendar.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_OWN_ACTIONS)
def calendar_add(request: PersonRequest) -> HttpResponse:
    """Make an address, shown on this one page and never again; an older one ends."""
    form = CalendarForm(sent(request), initial={"shows_titles": "no"})
    if form.is_valid():
        key = new_key()
        with form.explaining_refusals():
            feed = create_once(
                token=form.token,
                by=request.user,
                create=lambda: make_feed(by=request.user, key=key, **form.record),
            )
            if feed.key_hash != hash_of(key):
                messages.error(request, "The address was shown once. If you do not have it, make a new one")
                return redirect("actions:calendar")
            path = reverse("actions:calendar_feed", args=[key])
            return render(request, "actions/calendar_made.html", {"address": f"{settings.PUBLIC_URL}{path}"})
    context = {
        "form": form,
        "heading": "Make a secret address",
        "back_url": reverse("actions:calendar"),
        "has_address": CalendarFeed.objects.of(request.user).live().exists(),
    }
    return render(request, "actions/calendar_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_OWN_ACTIONS)
def calendar_remove(request: PersonRequest) -> HttpResponse:
    """Take the address back, on confirmation."""
    form = ConfirmForm(sent(request), button="End the address", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            if end_feed(by=request.user):
                messages.success(request, "The address no longer works")
            return redirect("actions:calendar")
    context = {
        "form": form,
        "heading": "End the address of your calendar?",
        "warning": "Calendars that read it get nothing new. What they have shown so far may stay in them.",
        "back_url": reverse("actions:calendar"),
    }
    return render(request, "confirm_page.html", context)


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar behind an address; nobody signs in for it, so a wrong, ended or useless address is not found."""
    # Imported here: loading it takes as long as answering a page does, and most processes write no calendar.
    from actions.feed import calendar_of

    feed = CalendarFeed.objects.opened_by(key).first()
    if feed is None or not is_allowed(feed.person, Permission.SEE_OWN_ACTIONS):
        raise Http404
    response = HttpResponse(calendar_of(feed), content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private"
    response["Content-Disposition"] = 'inline; filename="actions.ics"'
    return response
