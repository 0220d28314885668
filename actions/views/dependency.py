"""Which actions an action waits for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from actions.forms.plan import DependencyForm
from actions.models import Action
from actions.services import add_dependency, remove_dependency
from actions.services.action import check_editable
from actions.views.shared import back_to, form_context, get_action
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def dependency_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Say which other action this one waits for."""
    action = get_action(request, action_id)
    if why := refusal_of(check_editable, action):
        return back_to(request, action, why)
    form = DependencyForm(sent(request), action=action, actions=Action.objects.visible_to(request.user))
    if form.is_valid():
        with form.explaining_refusals():
            dependency = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_dependency(action=action, by=request.user, **form.record),
            )
            messages.success(request, str(dependency))
            return redirect(action)
    context = form_context(action, form=form, heading="Say what it waits for")
    return render(request, "actions/dependency_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def dependency_remove(request: PersonRequest, action_id: int, dependency_id: int) -> HttpResponse:
    """Let the action wait for another no longer, on confirmation."""
    action = get_action(request, action_id)
    dependency = get_object_or_404(action.dependencies.select_related("waits_for"), pk=dependency_id)
    dependency.action = action
    if why := refusal_of(check_editable, action):
        return back_to(request, action, why)
    form = ConfirmForm(sent(request), button="Stop waiting", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_dependency(dependency=dependency, by=request.user)
            messages.success(request, f"{action} no longer waits for {dependency.waits_for}")
            return redirect(action)
    warning = f"{action} can then be due before {dependency.waits_for}. The history keeps that it waited."
    heading = f"Stop waiting for {dependency.waits_for}?"
    context = form_context(action, form=form, heading=heading, warning=warning)
    return render(request, "confirm_page.html", context)
