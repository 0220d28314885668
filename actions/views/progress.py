"""Reporting on an action: updates, evidence and changes of status."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms import EvidenceForm, MoveForm, UpdateForm
from actions.models import Action
from actions.permissions import can_contribute, moves_for
from actions.rules.scale import Scale
from actions.services import add_evidence, move_action, post_update
from actions.services.progress import check_open_to_evidence, check_open_to_updates
from actions.views.choices import measurements_for
from actions.views.shared import REPORTERS, back_to, form_context, get_action, refusal_of, require
from findings.rules.small_counts import small_counts_for
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def update_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Post an update on an action."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    form = UpdateForm(sent(request), action=action, scale=Scale.current())
    if request.method != "POST" and (why := refusal_of(check_open_to_updates, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: post_update(action=action, by=request.user, **form.record),
            )
            messages.success(request, "Your update is posted")
            return redirect(action)
    latest = action.updates.select_related("posted_by").last()
    context = form_context(action, form=form, heading="Post an update", latest=latest)
    return render(request, "actions/update_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def evidence_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Add evidence to an action."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    today = timezone.localdate()
    form = EvidenceForm(
        sent(request), measurements=measurements_for(action), hiding=small_counts_for(request.user), on=today
    )
    if request.method != "POST" and (why := refusal_of(check_open_to_evidence, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_evidence(action=action, by=request.user, on=today, **form.record),
            )
            messages.success(request, "The evidence is added")
            return redirect(action)
    return render(
        request, "actions/evidence_add.html", form_context(action, form=form, heading="Add evidence")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.UPDATE_ANY_ACTION)
def action_move(request: PersonRequest, action_id: int) -> HttpResponse:
    """Start, pause, resume, cancel, replace or reopen an action."""
    action = get_action(request, action_id)
    moves = moves_for(request.user, action)
    others = Action.objects.visible_to(request.user)
    form = MoveForm(sent(request), action=action, moves=moves, actions=others)
    if request.method != "POST" and not moves:
        return back_to(request, action, f"There is no change of status that you can make to {action} now.")
    if form.is_valid():
        with form.explaining_refusals():
            transition = create_once(
                token=form.token,
                by=request.user,
                create=lambda: move_action(action=action, by=request.user, **form.record),
            )
            messages.success(request, f"The status is now: {transition.get_to_status_display().lower()}")
            return redirect(action)
    return render(
        request, "actions/action_move.html", form_context(action, form=form, heading="Change status")
    )
