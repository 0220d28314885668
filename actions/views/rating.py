"""The scale of the ratings and the rules for actions, in the administration area."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms.rating import ActionRulesForm, ConfidenceLevelForm, RatingLevelForm
from actions.models import ActionRules, Rating, RatingLevel
from actions.rules.scale import Scale, level_of
from actions.services import (
    add_rating_level,
    edit_action_rules,
    edit_level_of_confidence,
    edit_rating_level,
    remove_rating_level,
)
from actions.services.confidence import check_removable
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.forms import ConfirmForm
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page


@require_safe
@permission_required(Permission.ADMINISTER)
def ratings(request: PersonRequest) -> HttpResponse:
    """Every level of both ratings with what it means, and the rules."""
    scale = Scale.current()
    levels = RatingLevel.objects.all()
    context = {
        "scale": scale,
        "entries": history_page(request, history_of(ActionRules.current(), levels)),
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "actions/ratings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def rating_add(request: PersonRequest) -> HttpResponse:
    """Add a level to the scale of the lead's confidence."""
    level = RatingLevel(rating=Rating.CONFIDENCE)
    form = ConfidenceLevelForm(sent(request), level=level, scale=Scale.current())
    if form.is_valid():
        with form.explaining_refusals():
            added = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_rating_level(by=request.user, **form.record),
            )
            messages.success(request, f"The level “{added.name}” is added")
            return redirect("actions:ratings")
    return form_page(
        request,
        form,
        heading="Add a level",
        caption=level.get_rating_display(),
        back_url=reverse("actions:ratings"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def rating_edit(request: PersonRequest, rating: str, code: str) -> HttpResponse:
    """Change what a level is called, its colour, or what it means; of one of confidence, also its place."""
    level = get_level(rating, code)
    heading = f"Edit the level “{level.name}”"
    form, edit = editing_of(level, sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            edit(level=level, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("actions:ratings")
    context = {
        "form": form,
        "level": level,
        "heading": heading,
        "caption": level.get_rating_display(),
        "back_url": reverse("actions:ratings"),
        "entries": history_page(request, history_of(level)),
    }
    return render(request, "actions/rating_edit.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def rating_remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove a level of confidence that nothing uses, on confirmation; of one that is used, say what to do instead."""
    level = get_level(Rating.CONFIDENCE, code)
    form = ConfirmForm(sent(request), editing=level, button="Remove the level", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_rating_level(level=level, by=request.user, version=form.version)
            messages.success(request, f"The level “{level.name}” is removed")
            return redirect("actions:ratings")
    context = {
        "form": form,
        "heading": "Remove this level?",
        "caption": level.name,
        "warning": "Leads can no longer select it. Its name and meaning stay in the history of the ratings.",
        "why_not": refusal_of(check_removable, level),
        "edit_url": reverse("actions:rating_edit", args=[level.rating, level.code]),
        "back_url": reverse("actions:ratings"),
    }
    return render(request, "actions/rating_remove.html", context)


def get_level(rating: str, code: str) -> RatingLevel:
    """Fetch a level as it is now; 404 for one that there is not."""
    try:
        return level_of(rating, code)
    except KeyError as unknown:
        raise Http404 from unknown


def editing_of(level: RatingLevel, data: Any) -> tuple[RatingLevelForm, Callable[..., RatingLevel]]:
    """Return the form of a level, and the service that it calls."""
    if level.rating == Rating.DELIVERY:
        return RatingLevelForm(data, level=level, editing=level), edit_rating_level
    form = ConfidenceLevelForm(data, level=level, editing=level, scale=Scale.current())
    return form, edit_level_of_confidence


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
