"""Reporting on an action: updates, corrections of them, and changes of status."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from actions.forms import CorrectionForm, MoveForm, UpdateForm
from actions.models import Action, Update
from actions.permissions import can_contribute, can_correct, moves_for
from actions.rules.scale import Scale
from actions.services import add_evidence, correct_update, move_action, post_update
from actions.services.progress import check_open_to_updates, check_uncorrected
from actions.views.evidence import evidence_choices
from actions.views.shared import REPORTERS, back_to, form_context, get_action, require
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.models import User
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def update_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Post an update on an action, perhaps with evidence, perhaps answering questions."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    latest = action.updates.select_related("posted_by").latest_first().first()
    form = UpdateForm(
        sent(request),
        request.FILES or None,
        action=action,
        latest=latest,
        scale=Scale.current(),
        questions=action.questions.open().exclude(asked_by=request.user).select_related("asked_by"),
        **evidence_choices(request, action),
    )
    if request.method != "POST" and (why := refusal_of(check_open_to_updates, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(token=form.token, by=request.user, create=lambda: post(request.user, action, form))
            messages.success(request, "Your update is posted")
            return redirect(action)
    context = form_context(action, form=form, heading="Post an update", latest=latest)
    return render(request, "actions/update_add.html", context)


def post(user: User, action: Action, form: UpdateForm) -> Update:
    """Post what was sent, with the evidence that is attached."""
    evidence = form.evidence
    attach = partial(add_evidence, action=action, by=user, on=form.on, **evidence) if evidence else None
    return post_update(
        action=action, by=user, attach=attach and (lambda update: attach(update=update)), **form.record
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def update_correct(request: PersonRequest, action_id: int, update_id: int) -> HttpResponse:
    """Correct an update by another one, which counts in its place."""
    action = get_action(request, action_id)
    update = get_object_or_404(action.updates.select_related("action", "posted_by"), pk=update_id)
    require(can_contribute(request.user, action) and can_correct(request.user, update))
    form = CorrectionForm(sent(request), corrected=update, scale=Scale.current())
    why = refusal_of(check_open_to_updates, action) or refusal_of(check_uncorrected, update)
    if request.method != "POST" and why:
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: correct_update(update=update, by=request.user, **form.record),
            )
            messages.success(request, "Your correction is saved. What it corrects stays on the record")
            return redirect(action)
    context = form_context(action, form=form, heading="Correct an update", update=update)
    return render(request, "actions/update_correct.html", context)


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
