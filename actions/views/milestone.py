"""The milestones of an action: added, changed, reached, taken back, removed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms.plan import MilestoneForm, ReachedForm
from actions.models import Action, Milestone
from actions.permissions import can_contribute
from actions.presenters.days import not_working_words
from actions.services import (
    add_milestone,
    edit_milestone,
    reach_milestone,
    remove_milestone,
    undo_milestone,
)
from actions.services.action import check_editable
from actions.services.milestone import check_reached, check_to_be_reached
from actions.views.shared import REPORTERS, back_to, form_context, get_action, require
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def milestone_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Add a step to an action: those who report on it may, for a step more never makes it look better."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    if why := refusal_of(check_editable, action):
        return back_to(request, action, why)
    form = MilestoneForm(sent(request), action=action)
    if form.is_valid():
        with form.explaining_refusals():
            milestone = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_milestone(action=action, by=request.user, **form.record),
            )
            messages.success(request, "The milestone is added")
            say_not_working(request, milestone)
            return redirect(action)
    context = form_context(action, form=form, heading="Add a milestone")
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def milestone_edit(request: PersonRequest, action_id: int, milestone_id: int) -> HttpResponse:
    """Change what a step is or when it is due: for those who agree actions, as the delivery depends on it."""
    action = get_action(request, action_id)
    milestone = get_milestone(action, milestone_id)
    if why := refusal_of(check_editable, action):
        return back_to(request, action, why)
    form = MilestoneForm(sent(request), action=action, editing=milestone)
    if form.is_valid():
        with form.explaining_refusals():
            edit_milestone(milestone=milestone, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            say_not_working(request, milestone)
            return redirect(action)
    context = form_context(action, form=form, heading="Change the milestone")
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def milestone_reach(request: PersonRequest, action_id: int, milestone_id: int) -> HttpResponse:
    """Say that a milestone was reached, and when."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    milestone = get_milestone(action, milestone_id)
    today = timezone.localdate()
    form = ReachedForm(sent(request), on=today, initial={"reached_on": today})
    if why := refusal_of(check_editable, action) or refusal_of(check_to_be_reached, milestone):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            reach_milestone(milestone=milestone, by=request.user, on=today, **form.record)
            messages.success(request, f"Reached: {milestone}")
            return redirect(action)
    context = form_context(action, form=form, heading=f"Reached: {milestone}")
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def milestone_undo(request: PersonRequest, action_id: int, milestone_id: int) -> HttpResponse:
    """Take back that a milestone was reached, on confirmation."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    milestone = get_milestone(action, milestone_id)
    if why := refusal_of(check_editable, action) or refusal_of(check_reached, milestone):
        return back_to(request, action, why)
    form = ConfirmForm(sent(request), button="It is still to be reached")
    if form.is_valid():
        with form.explaining_refusals():
            undo_milestone(milestone=milestone, by=request.user)
            messages.success(request, f"Still to be reached: {milestone}")
            return redirect(action)
    explanation = f"“{milestone}” is then shown as still to be reached. The history keeps what was said."
    context = form_context(action, form=form, heading="Was it not reached?", explanation=explanation)
    return render(request, "confirm_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def milestone_remove(request: PersonRequest, action_id: int, milestone_id: int) -> HttpResponse:
    """Take a milestone out of the plan, on confirmation."""
    action = get_action(request, action_id)
    milestone = get_milestone(action, milestone_id)
    if why := refusal_of(check_editable, action) or refusal_of(check_to_be_reached, milestone):
        return back_to(request, action, why)
    form = ConfirmForm(sent(request), editing=milestone, button="Remove the milestone", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_milestone(milestone=milestone, by=request.user, version=form.version)
            messages.success(request, f"Removed: {milestone}")
            return redirect(action)
    warning = f"“{milestone}” leaves the plan. The history keeps it."
    context = form_context(action, form=form, heading="Remove the milestone?", warning=warning)
    return render(request, "confirm_page.html", context)


def get_milestone(action: Action, milestone_id: int) -> Milestone:
    """Fetch a milestone of an action that was fetched in scope; 404 for another's."""
    milestone = get_object_or_404(action.milestones.select_related("reached_by"), pk=milestone_id)
    milestone.action = action
    return milestone


def say_not_working(request: PersonRequest, milestone: Milestone) -> None:
    """Say where a milestone is due on a day on which nobody works; it is kept all the same."""
    if words := not_working_words(milestone.due_on, "The milestone is due on"):
        messages.warning(request, words)
