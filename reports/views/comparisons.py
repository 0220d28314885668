"""How the council stands among others: what reports tell of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.history import history_of
from portal.numbers import key_in
from portal.paging import history_page, paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.forms.comparison import ComparisonForm
from reports.models import Comparison
from reports.services.comparisons import add_comparison, edit_comparison, remove_comparison
from reviews.models import Framework


@require_safe
@permission_required(Permission.DRAFT_REPORTS)
def comparison_list(request: PersonRequest) -> HttpResponse:
    """Every comparison, and the frameworks whose grades one can begin with."""
    context = {
        "page": paginate(request, Comparison.objects.order_by("title", "-counted_on")),
        "frameworks": graded_frameworks(),
        "breadcrumbs": [("Reports", reverse("reports:report_list"))],
    }
    return render(request, "reports/comparison_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def comparison_add(request: PersonRequest) -> HttpResponse:
    """Record a comparison; one that is asked for by a framework begins with its grades."""
    framework = graded_frameworks().filter(pk=key_in(request.GET, "framework")).first()
    form = ComparisonForm(sent(request), on=timezone.localdate(), initial=beginning(framework))
    if form.is_valid():
        with form.explaining_refusals():
            comparison = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_comparison(by=request.user, **form.record),
            )
            messages.success(request, "The comparison is added")
            return redirect(comparison)
    return form_page(request, form, heading="Add a comparison", back_url=reverse("reports:comparison_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def comparison_edit(request: PersonRequest, comparison_id: int) -> HttpResponse:
    """Change a comparison; reports that were approved with it keep what it said."""
    comparison = get_object_or_404(Comparison, pk=comparison_id)
    form = ComparisonForm(sent(request), on=timezone.localdate(), editing=comparison)
    if form.is_valid():
        with form.explaining_refusals():
            edit_comparison(comparison=comparison, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(comparison)
    context = {
        "form": form,
        "heading": "Edit the comparison",
        "back_url": comparison.get_absolute_url(),
        "entries": history_page(request, history_of(comparison)),
    }
    return render(request, "portal/edit_with_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def comparison_remove(request: PersonRequest, comparison_id: int) -> HttpResponse:
    """Take a comparison out, on confirmation."""
    comparison = get_object_or_404(Comparison, pk=comparison_id)
    form = ConfirmForm(sent(request), editing=comparison, button="Remove the comparison", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_comparison(comparison=comparison, by=request.user, version=form.version)
            messages.success(request, "The comparison is removed")
            return redirect("reports:comparison_list")
    context = {
        "form": form,
        "heading": "Remove this comparison?",
        "caption": comparison.title,
        "warning": "Drafts do not tell of it any more. Approved reports keep what they say.",
        "back_url": comparison.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def graded_frameworks() -> Any:
    """Return the frameworks that have a scale of grades."""
    return Framework.objects.filter(grades__isnull=False).distinct().order_by("name", "valid_from_on")


def beginning(framework: Framework | None) -> dict[str, str]:
    """Return what a comparison by a framework's grades begins with: a line for each grade, without its number."""
    if framework is None:
        return {}
    return {
        "title": f"{framework}: overall grades",
        "categories": "\n".join(f"{grade}: " for grade in framework.grades.order_by("position", "pk")),
    }
