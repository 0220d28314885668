"""One action with its story, and what was agreed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms import AgreeForm, EditForm
from actions.models import EvidenceFile, Reply
from actions.presenters.days import not_working_words
from actions.presenters.labels import row_of
from actions.presenters.measure import without_baselines
from actions.rules.scale import Scale
from actions.services import agree_action, edit_action
from actions.services.action import check_editable
from actions.services.extension import check_can_be_extended
from actions.views.choices import choices_for
from actions.views.plan import plan_context
from actions.views.shared import READERS, back_to, crumbs, form_context, get_action
from actions.views.story import action_context
from findings.models import Finding
from findings.rules.small_counts import small_counts_for
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def action_add(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Agree an action about a finding, and others if need be."""
    findings = Finding.objects.visible_to(request.user).select_related("review")
    finding = get_object_or_404(findings, pk=finding_id)
    today = timezone.localdate()
    form = AgreeForm(
        sent(request),
        finding=finding,
        on=today,
        choices=choices_for(request.user),
        initial={"start_on": today, "findings": request.GET.get("with", "")},
    )
    if form.is_valid():
        with form.explaining_refusals():
            action = create_once(
                token=form.token,
                by=request.user,
                create=lambda: agree_action(by=request.user, on=today, **form.record),
            )
            messages.success(request, f"Action {action} is agreed")
            if words := not_working_words(action.due_on, "It is due on"):
                messages.warning(request, words)
            return redirect(action)
    context = {
        "form": form,
        "finding": finding,
        "heading": "Agree an action",
        "back_url": finding.get_absolute_url(),
    }
    return render(request, "actions/action_add.html", context)


@require_safe
@permission_required(*READERS)
def action_detail(request: PersonRequest, action_id: int) -> HttpResponse:
    """One action: how it stands, the findings above it, its story, and what this person can do next."""
    scale = Scale.current()
    action = get_action(request, action_id, scale)
    today = timezone.localdate()
    context = action_context(request.user, action, scale, on=today)
    context |= plan_context(request.user, action, on=today, waiting=context["waiting"])
    context["breadcrumbs"] = crumbs(request.user)
    return render(request, "actions/action_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def action_edit(request: PersonRequest, action_id: int) -> HttpResponse:
    """Change what was agreed, apart from the due date."""
    action = get_action(request, action_id)
    if why := refusal_of(check_editable, action):
        return back_to(request, action, why)
    form = EditForm(
        sent(request),
        editing=action,
        choices=choices_for(request.user, action),
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_action(action=action, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(action)
    context = form_context(action, form=form, heading="Change what was agreed")
    context["may_extend"] = not refusal_of(check_can_be_extended, action)
    return render(request, "actions/action_edit.html", context)


@require_safe
@permission_required(*READERS)
def action_history(request: PersonRequest, action_id: int) -> HttpResponse:
    """Who changed what on this action, when."""
    scale = Scale.current()
    action = get_action(request, action_id, scale)
    history = history_of(
        action,
        action.updates.all(),
        action.evidence.all(),
        EvidenceFile.objects.filter(evidence__action=action),
        action.extensions.all(),
        action.sign_offs.all(),
        action.questions.all(),
        Reply.objects.filter(question__action=action),
        parts=["milestones", "dependencies", "dependants"],
    )
    entries = history_page(request, history)
    entries.object_list = without_baselines(entries.object_list, small_counts_for(request.user))
    context = {
        "action": action,
        "row": row_of(action, scale),
        "scale": scale,
        "entries": entries,
        "breadcrumbs": crumbs(request.user),
    }
    return render(request, "actions/action_history.html", context)
