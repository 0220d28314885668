"""The outlines that committees' reports begin with."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.forms.outline import OutlineForm
from reports.models import Committee, Outline
from reports.services.outlines import add_outline, keep_outline, outline_for, remove_outline
from reports.views.scope import draft_for


@require_safe
@permission_required(Permission.DRAFT_REPORTS)
def outline_list(request: PersonRequest) -> HttpResponse:
    """Every outline, and the sections of reports whose committee has none."""
    context = {
        "outlines": Outline.objects.select_related("committee").prefetch_related("sections"),
        "planned": outline_for(None),
        "breadcrumbs": [("Reports", reverse("reports:report_list"))],
    }
    return render(request, "reports/outline_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def outline_add(request: PersonRequest) -> HttpResponse:
    """Give a committee an outline of its own."""
    form = OutlineForm(sent(request), committees=Committee.objects.filter(is_active=True))
    if form.is_valid():
        with form.explaining_refusals():
            outline = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_outline(by=request.user, **form.record),
            )
            messages.success(request, "The outline is added. Change its sections")
            return redirect(outline)
    return form_page(request, form, heading="Add an outline", back_url=reverse("reports:outline_list"))


@require_safe
@permission_required(Permission.DRAFT_REPORTS)
def outline_detail(request: PersonRequest, outline_id: int) -> HttpResponse:
    """One outline: its sections in order, and its history."""
    outline = get_object_or_404(Outline.objects.select_related("committee"), pk=outline_id)
    context = {
        "outline": outline,
        "sections": outline.sections.order_by("position"),
        "entries": history_page(request, history_of(outline)),
        "breadcrumbs": [
            ("Reports", reverse("reports:report_list")),
            ("Outlines", reverse("reports:outline_list")),
        ],
    }
    return render(request, "reports/outline_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def outline_remove(request: PersonRequest, outline_id: int) -> HttpResponse:
    """Let a committee have the council's outline again, on confirmation."""
    outline = get_object_or_404(Outline.objects.select_related("committee"), pk=outline_id)
    form = ConfirmForm(sent(request), editing=outline, button="Remove the outline", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_outline(outline=outline, by=request.user, version=form.version)
            messages.success(request, "The outline is removed")
            return redirect("reports:outline_list")
    context = {
        "form": form,
        "heading": "Remove this outline?",
        "caption": str(outline),
        "warning": "Reports drafted from now on begin with the council’s outline, or with one section of each kind.",
        "back_url": outline.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def report_outline(request: PersonRequest, report_id: int) -> HttpResponse:
    """Keep a report's order as its committee's outline, on confirmation."""
    report = draft_for(request, report_id)
    form = ConfirmForm(sent(request), editing=report, button="Keep this order")
    if form.is_valid():
        with form.explaining_refusals():
            outline = keep_outline(by=request.user, report=report)
            messages.success(request, "The order is kept as the committee’s outline")
            return redirect(outline)
    context = {
        "form": form,
        "heading": "Keep this report’s order as the committee’s outline?",
        "caption": report.title,
        "explanation": "Reports that are drafted for this committee from now on have these sections in this order. "
        "Their text is not kept.",
        "back_url": report.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)
