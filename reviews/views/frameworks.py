"""Frameworks with their strands and grades, in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reviews import presenters
from reviews.forms.framework import FrameworkForm
from reviews.models import Framework
from reviews.services.framework import FrameworkDetails, add_framework, edit_framework


@require_safe
@permission_required(Permission.ADMINISTER)
def framework_list(request: PersonRequest) -> HttpResponse:
    """Every framework with its strands, grades and deadlines: those in force today, then the others."""
    frameworks = Framework.objects.in_order().prefetch_related("strands", "grades", "guidance_editions")
    context = {
        "groups": presenters.framework_groups(frameworks, today=timezone.localdate()),
        "breadcrumbs": [("Administration", reverse("portal:admin_area"))],
    }
    return render(request, "reviews/framework_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def framework_add(request: PersonRequest) -> HttpResponse:
    """Add a framework, or a new version of one."""
    form = FrameworkForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            framework = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_framework(by=request.user, details=FrameworkDetails(**form.record)),
            )
            messages.success(request, f"The framework “{framework}” is added")
            return redirect("reviews:framework_list")
    return form_page(request, form, heading="Add a framework", back_url=reverse("reviews:framework_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def framework_edit(request: PersonRequest, framework_id: int) -> HttpResponse:
    """Change a framework, its strands or its grades."""
    framework = get_object_or_404(Framework, pk=framework_id)
    form = FrameworkForm(sent(request), editing=framework)
    if form.is_valid():
        with form.explaining_refusals():
            details = FrameworkDetails(**form.record)
            edit_framework(framework=framework, by=request.user, version=form.version, details=details)
            messages.success(request, "Your changes are saved")
            return redirect("reviews:framework_list")
    context = {
        "form": form,
        "heading": "Edit the framework",
        "back_url": reverse("reviews:framework_list"),
        "entries": history_page(request, history_of(framework)),
    }
    return render(request, "reviews/admin_edit.html", context)
