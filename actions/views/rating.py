"""The scale of the ratings and the rules for actions, in the administration area."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.rating import ActionRulesForm, RatingLevelForm
from actions.models import ActionRules
from actions.rules.scale import Scale, level_of
from actions.services import edit_action_rules, edit_rating_level
from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent


@require_safe
@permission_required(Permission.ADMINISTER)
def ratings(request: PersonRequest) -> HttpResponse:
    """Every level of both ratings with what it means, and the rules."""
    scale = Scale.current()
    context = {
        "scale": scale,
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "actions/ratings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def rating_edit(request: PersonRequest, rating: str, code: str) -> HttpResponse:
    """Change what a level is called, its colour, or what it means."""
    try:
        level = level_of(rating, code)
    except KeyError as unknown:
        raise Http404 from unknown
    form = RatingLevelForm(sent(request), editing=level)
    if form.is_valid():
        with form.explaining_refusals():
            edit_rating_level(level=level, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("actions:ratings")
    context = {
        "form": form,
        "heading": f"Edit the level “{level.name}”",
        "caption": level.get_rating_display(),
        "back_url": reverse("actions:ratings"),
        "entries": history_page(request, history_of(level)),
    }
    return render(request, "portal/edit_with_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def action_rules(request: PersonRequest) -> HttpResponse:
    """Change the numbers that the rules for actions depend on."""
    rules = ActionRules.current()
    form = ActionRulesForm(sent(request), editing=rules)
    if form.is_valid():
        with form.explaining_refusals():
            edit_action_rules(by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("actions:ratings")
    context = {
        "form": form,
        "heading": "Rules for actions",
        "back_url": reverse("actions:ratings"),
        "entries": history_page(request, history_of(rules)),
    }
    return render(request, "portal/edit_with_history.html", context)
