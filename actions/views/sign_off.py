"""Signing off, and looking again at the difference that a signed-off action made."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms import LookAgainForm, SignOffForm
from actions.forms.sign_off import DifferenceForm
from actions.models import Action, Status
from actions.permissions import can_sign_off
from actions.presenters.plan import undone_words
from actions.services import look_again, sign_off_action
from actions.services.sign_off import check_asks_for_second_look, check_awaits_sign_off
from actions.views.plan import with_slips
from actions.views.shared import back_to, form_context, get_action, require
from findings.rules.small_counts import small_counts_for
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SIGN_OFF)
def sign_off_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Sign off an action, or look again at the difference where it is signed off."""
    action = get_action(request, action_id)
    require(can_sign_off(request.user, action))
    looks_again = action.status == Status.SIGNED_OFF
    check = check_asks_for_second_look if looks_again else check_awaits_sign_off
    if request.method != "POST" and (why := refusal_of(check, action)):
        return back_to(request, action, why)
    return second_look(request, action) if looks_again else first_look(request, action)


def first_look(request: PersonRequest, action: Action) -> HttpResponse:
    """Ask both questions, and say beside the first what was planned and is not done."""
    ahead = action.dependencies.prefetch_related(with_slips("waits_for")).order_by("waits_for__due_on", "pk")
    undone = undone_words(action.milestones.filter(reached_on=None), ahead)
    form = SignOffForm(sent(request), undone=undone, **choices_of(request, action))
    if form.is_valid() and saved(request, action, form, sign_off_action):
        messages.success(request, "The sign-off is saved")
        return redirect(action)
    return render(request, "actions/sign_off_add.html", form_context(action, form=form, heading="Sign off"))


def second_look(request: PersonRequest, action: Action) -> HttpResponse:
    """Ask whether it has made a difference by now, with what was answered last above."""
    form = LookAgainForm(sent(request), **choices_of(request, action))
    if form.is_valid() and saved(request, action, form, look_again):
        messages.success(request, "What you found is saved")
        return redirect(action)
    context = form_context(action, form=form, heading="Look again at the difference")
    context["last"] = action.sign_offs.latest_first().select_related("signed_off_by").first()
    return render(request, "actions/look_again.html", context)


def choices_of(request: PersonRequest, action: Action) -> dict[str, Any]:
    """Return what both forms depend on: evidence that others supplied, today, and how much this manager has read."""
    evidence = action.evidence.with_measurements().with_files().select_related("added_by")
    return {
        "evidence": evidence.not_supplied_by(request.user),
        "hiding": small_counts_for(request.user),
        "on": timezone.localdate(),
        "initial": {"sign_offs_read": action.sign_offs.count()},
    }


def saved(request: PersonRequest, action: Action, form: DifferenceForm, save: Callable[..., Any]) -> bool:
    """Save a valid form, once; tell whether it was not refused."""
    with form.explaining_refusals():
        create_once(
            token=form.token,
            by=request.user,
            create=lambda: save(action=action, by=request.user, on=form.on, **form.record),
        )
    return not form.errors
