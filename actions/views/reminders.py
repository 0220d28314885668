"""What one is reminded of by e-mail, and for administrators what could not be sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.reminders import RemindersForm
from actions.models import Digest, ReminderChoice
from actions.reminders.owed import kinds_for
from actions.reminders.sending import GIVEN_UP_AFTER
from actions.services import choose_reminders
from portal.decorators import permission_required
from portal.paging import paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS)
def reminders(request: PersonRequest) -> HttpResponse:
    """Choose how often one is reminded, and of what."""
    choice = ReminderChoice.of(request.user)
    reads_drafts = is_allowed(request.user, Permission.SEE_EXEMPT)
    offered = kinds_for(request.user)
    form = RemindersForm(sent(request), editing=choice, offered=offered, reads_drafts=reads_drafts)
    if form.is_valid():
        with form.explaining_refusals():
            choose_reminders(by=request.user, version=form.version, **form.record)
            messages.success(request, "Your choice is saved")
            return redirect("portal:account")
    context = {
        "form": form,
        "heading": "Your reminders",
        "back_url": reverse("portal:account"),
        "reads_drafts": reads_drafts,
    }
    return render(request, "actions/reminders.html", context)


@require_safe
@permission_required(Permission.ADMINISTER)
def reminders_undelivered(request: PersonRequest) -> HttpResponse:
    """List those whose last digest was not taken, and what the mail server says."""
    context = {
        "page": paginate(request, Digest.objects.undelivered().select_related("person")),
        "days": GIVEN_UP_AFTER.days,
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "actions/reminders_undelivered.html", context)
