"""Groups that own actions."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms import GroupForm
from actions.models import Group
from actions.permissions import can_agree
from actions.presenters.labels import rows_of
from actions.rules.scale import Scale
from actions.services import add_group, edit_group
from actions.views.choices import people_of
from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page, paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page


@require_safe
@permission_required(Permission.SEE_RECORD)
def group_list(request: PersonRequest) -> HttpResponse:
    """Every group with the number of its actions."""
    groups = Group.objects.visible_to(request.user).with_action_counts(on=timezone.localdate())
    context = {"page": paginate(request, groups), "can_agree": can_agree(request.user)}
    return render(request, "actions/group_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def group_detail(request: PersonRequest, group_id: int) -> HttpResponse:
    """One group: its purpose, members and actions."""
    group = get_object_or_404(Group.objects.visible_to(request.user), pk=group_id)
    today = timezone.localdate()
    scale = Scale.current()
    actions = group.actions.as_listed(on=today, near=scale.at_risk_days)
    page = paginate(request, actions.open_first())
    context = {
        "group": group,
        "members": group.members.select_related("organisation"),
        "page": page,
        "rows": rows_of(page, scale),
        "scale": scale,
        "can_agree": can_agree(request.user),
        "breadcrumbs": [("Groups", reverse("actions:group_list"))],
        "entries": history_page(request, history_of(group)),
    }
    return render(request, "actions/group_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def group_add(request: PersonRequest) -> HttpResponse:
    """Set up a group."""
    form = GroupForm(sent(request), people=people_of())
    if form.is_valid():
        with form.explaining_refusals():
            group = create_once(
                token=form.token, by=request.user, create=lambda: add_group(by=request.user, **form.record)
            )
            messages.success(request, f"{group} is set up")
            return redirect(group)
    return form_page(request, form, heading="Set up a group", back_url=reverse("actions:group_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def group_edit(request: PersonRequest, group_id: int) -> HttpResponse:
    """Change a group."""
    group = get_object_or_404(Group.objects.visible_to(request.user), pk=group_id)
    form = GroupForm(sent(request), editing=group, people=people_of(group))
    if form.is_valid():
        with form.explaining_refusals():
            edit_group(group=group, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(group)
    return form_page(request, form, heading=f"Change {group.name}", back_url=group.get_absolute_url())
