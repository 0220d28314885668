"""The council's themes, in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reviews.forms.theme import ThemeEditForm, ThemeForm
from reviews.models import Theme
from reviews.services.theme import add_theme, edit_theme


@require_safe
@permission_required(Permission.ADMINISTER)
def theme_admin_list(request: PersonRequest) -> HttpResponse:
    """Every theme, in its order."""
    themes = Theme.objects.all()
    crumbs = [("Administration", reverse("portal:admin_area"))]
    return render(request, "reviews/theme_admin_list.html", {"themes": themes, "breadcrumbs": crumbs})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def theme_add(request: PersonRequest) -> HttpResponse:
    """Add a theme."""
    form = ThemeForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            theme = create_once(
                token=form.token, by=request.user, create=lambda: add_theme(by=request.user, **form.record)
            )
            messages.success(request, f"The theme “{theme}” is added")
            return redirect("reviews:theme_admin_list")
    return form_page(request, form, heading="Add a theme", back_url=reverse("reviews:theme_admin_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def theme_edit(request: PersonRequest, theme_id: int) -> HttpResponse:
    """Change a theme, or stop it being chosen."""
    theme = get_object_or_404(Theme, pk=theme_id)
    form = ThemeEditForm(sent(request), editing=theme)
    if form.is_valid():
        with form.explaining_refusals():
            edit_theme(theme=theme, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("reviews:theme_admin_list")
    context = {
        "form": form,
        "heading": "Edit the theme",
        "back_url": reverse("reviews:theme_admin_list"),
        "entries": history_page(request, history_of(theme)),
    }
    return render(request, "reviews/admin_edit.html", context)
