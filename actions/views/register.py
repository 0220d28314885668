"""The register of actions, on the page and as a file."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.filters import ActionFilter
from actions.models import Action
from actions.presenters.labels import rows_of
from actions.rules.scale import Scale
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.registers import default_view, export_response, register_page


@require_safe
@permission_required(Permission.SEE_RECORD)
def action_list(request: PersonRequest) -> HttpResponseBase:
    """The register: every action, with filters."""
    if wanted := default_view(request, "actions"):
        return wanted
    today = timezone.localdate()
    scale = Scale.current()
    actions = Action.objects.visible_to(request.user).as_listed(on=today, near=scale.at_risk_days)
    context = register_page(
        request, "actions", ActionFilter(request.GET, queryset=actions, on=today, scale=scale)
    )
    context |= {"rows": rows_of(context["page"], scale), "scale": scale, "today": today}
    return render(request, "actions/action_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def action_export(request: PersonRequest, form: str) -> HttpResponseBase:
    """The same rows in the same order as a file."""
    return export_response(request, "actions", form)
