"""Evidence: adding it, reading it, and the versions of its file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from actions.forms import EvidenceForm, VersionForm
from actions.models import Action, Evidence, EvidenceFile
from actions.permissions import can_contribute
from actions.presenters.evidence import measurement_facts
from actions.services import add_evidence, add_evidence_version
from actions.services.evidence import check_open_to_evidence
from actions.views.choices import measurements_for
from actions.views.shared import READERS, REPORTERS, back_to, crumbs, form_context, get_action, require
from findings.rules.small_counts import small_counts_for
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.files import file_response


def evidence_choices(request: PersonRequest, action: Action) -> dict[str, Any]:
    """Return what a form of evidence depends on: the values to choose from, and today."""
    return {
        "measurements": measurements_for(action),
        "hiding": small_counts_for(request.user),
        "on": timezone.localdate(),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def evidence_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Add evidence to an action."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    form = EvidenceForm(sent(request), request.FILES or None, **evidence_choices(request, action))
    if request.method != "POST" and (why := refusal_of(check_open_to_evidence, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_evidence(action=action, by=request.user, on=form.on, **form.record),
            )
            messages.success(request, "The evidence is added")
            return redirect(action)
    context = form_context(action, form=form, heading="Add evidence")
    return render(request, "actions/evidence_add.html", context)


@require_safe
@permission_required(*READERS)
def evidence_detail(request: PersonRequest, action_id: int, evidence_id: int) -> HttpResponse:
    """One piece of evidence, with every version of its file."""
    action = get_action(request, action_id)
    evidence = get_evidence(action, evidence_id)
    files = list(evidence.files.select_related("added_by"))
    may_add = can_contribute(request.user, action) and not refusal_of(check_open_to_evidence, action)
    context = {
        "action": action,
        "evidence": evidence,
        "facts": measurement_facts(evidence, small_counts_for(request.user)),
        "files": files[::-1],
        "may_add_version": bool(files) and may_add,
        "breadcrumbs": [*crumbs(request.user), (action.reference, action.get_absolute_url())],
    }
    return render(request, "actions/evidence_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def evidence_version_add(request: PersonRequest, action_id: int, evidence_id: int) -> HttpResponse:
    """Add a later version of the file of evidence."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    evidence = get_evidence(action, evidence_id)
    form = VersionForm(sent(request), request.FILES or None)
    if request.method != "POST" and (why := refusal_of(check_open_to_evidence, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            version = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_evidence_version(evidence=evidence, by=request.user, **form.record),
            )
            messages.success(request, f"Version {version.number} is added. The earlier ones stay")
            return redirect(evidence)
    context = form_context(action, form=form, heading="Add a version of the file", evidence=evidence)
    context["back_url"] = evidence.get_absolute_url()
    return render(request, "actions/evidence_version_add.html", context)


@require_safe
@permission_required(*READERS)
def evidence_file(request: PersonRequest, action_id: int, evidence_id: int, number: int) -> HttpResponseBase:
    """Give a version of a file back as it came, always as a download: a browser must never run it."""
    evidence = get_evidence(get_action(request, action_id), evidence_id)
    version = get_object_or_404(EvidenceFile, evidence=evidence, number=number)
    return file_response(version.file, filename=version.name, content_type="application/octet-stream")


def get_evidence(action: Action, evidence_id: int) -> Evidence:
    """Fetch evidence of an action that this person may see; 404 for another action's."""
    rows = action.evidence.with_measurements().select_related("action", "added_by")
    evidence: Evidence = get_object_or_404(rows, pk=evidence_id)
    return evidence
