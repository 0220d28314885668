"""What a report means for money, people and the law; and the council's list of what to say, for administrators."""

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
from reports.forms.implication import ImplicationForm, ImplicationKindForm
from reports.models import ImplicationKind
from reports.services.implications import (
    add_implication_kind,
    answer_implication,
    edit_implication,
    edit_implication_kind,
)
from reports.views.scope import draft_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def implication_edit(request: PersonRequest, report_id: int, kind_id: int) -> HttpResponse:
    """Say what the report means for one matter, or that it means nothing."""
    report = draft_for(request, report_id)
    kind = get_object_or_404(ImplicationKind, pk=kind_id)
    answer = report.implications.select_related("report", "kind").filter(kind=kind).first()
    form = ImplicationForm(sent(request), editing=answer)
    if form.is_valid():
        with form.explaining_refusals():
            if answer is None:
                answer = answer_implication(by=request.user, report=report, kind=kind, **form.record)
            else:
                edit_implication(
                    implication=answer, by=request.user, version=form.version, changes=form.record
                )
            messages.success(request, f"What the report means is saved: {kind.name}")
            return redirect(answer)
    return form_page(
        request,
        form,
        heading=f"Implications: {kind.name}",
        caption=report.title,
        back_url=f"{report.get_absolute_url()}#implication-{kind.pk}",
    )


@require_safe
@permission_required(Permission.ADMINISTER)
def implication_kind_list(request: PersonRequest) -> HttpResponse:
    """Every kind of implication that reports are asked about."""
    context = {
        "kinds": ImplicationKind.objects.all(),
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "reports/implication_kind_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def implication_kind_add(request: PersonRequest) -> HttpResponse:
    """Add a kind to the list."""
    last = ImplicationKind.objects.order_by("position").last()
    form = ImplicationKindForm(sent(request), initial={"position": last.position + 1 if last else 1})
    if form.is_valid():
        with form.explaining_refusals():
            added = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_implication_kind(by=request.user, **form.record),
            )
            messages.success(request, f"The kind of implication “{added}” is added")
            return redirect("reports:implication_kind_list")
    return form_page(
        request, form, heading="Add a kind of implication", back_url=reverse("reports:implication_kind_list")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def implication_kind_edit(request: PersonRequest, kind_id: int) -> HttpResponse:
    """Change a kind of the list; reports that are frozen keep what they say."""
    kind = get_object_or_404(ImplicationKind, pk=kind_id)
    form = ImplicationKindForm(sent(request), editing=kind)
    if form.is_valid():
        with form.explaining_refusals():
            edit_implication_kind(kind=kind, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("reports:implication_kind_list")
    context = {
        "form": form,
        "heading": "Edit the kind of implication",
        "back_url": reverse("reports:implication_kind_list"),
        "entries": history_page(request, history_of(kind)),
    }
    return render(request, "portal/edit_with_history.html", context)
