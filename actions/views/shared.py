"""What the views of actions share: the scoped fetch, refusals and the way back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from actions.models import Action
from actions.permissions import can_see_record
from actions.presenters.labels import slip_of
from actions.rules.scale import Scale
from portal.models import User
from portal.permissions import Permission
from portal.requests import PersonRequest

READERS = (Permission.SEE_RECORD, Permission.SEE_OWN_ACTIONS)
REPORTERS = (Permission.UPDATE_ANY_ACTION, Permission.SEE_OWN_ACTIONS)


def get_action(request: PersonRequest, action_id: int, scale: Scale | None = None) -> Action:
    """Fetch an action that this person may see, with what its pages name; 404 outside the scope.

    With the scale, also with how its delivery stands today.
    """
    actions = Action.objects.visible_to(request.user).with_progress()
    if scale:
        actions = actions.with_delivery(on=timezone.localdate(), near=scale.at_risk_days)
    action: Action = get_object_or_404(
        actions.select_related("measure", "superseded_by", "agreed_by"), pk=action_id
    )
    return action


def require(allowed: bool) -> None:
    """Refuse with 403 what this person may see but not do."""
    if not allowed:
        raise PermissionDenied


def back_to(request: PersonRequest, action: Action, why: str) -> HttpResponse:
    """Return to the action, saying why the page that was asked for cannot be used now."""
    messages.warning(request, why)
    return redirect(action)


def crumbs(user: User) -> list[tuple[str, str]]:
    """Return the breadcrumbs above an action's pages: never a register that this person cannot open."""
    if can_see_record(user):
        return [("Actions", reverse("actions:action_list"))]
    return [("My work", reverse("actions:my_work"))]


def form_context(action: Action, **extra: object) -> dict[str, object]:
    """Return what every form about an action shows around it."""
    return {
        "action": action,
        "caption": f"{action.reference}: {action.title}",
        "back_url": action.get_absolute_url(),
        "slip": slip_of(action),
        **extra,
    }
