"""Extensions: asked for, and decided."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms import DecisionForm, ExtensionForm
from actions.permissions import can_contribute, can_decide_extension
from actions.presenters.days import not_working_words
from actions.services import ask_for_extension, decide_extension
from actions.services.extension import check_can_be_extended, check_decidable
from actions.views.plan import moved_context, waiting_rows
from actions.views.shared import REPORTERS, back_to, form_context, get_action, require
from portal.decorators import permission_required
from portal.exceptions import refusal_of
from portal.permissions import Permission
from portal.registry import deciders_offered
from portal.requests import PersonRequest, sent
from portal.services import create_once


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(*REPORTERS)
def extension_add(request: PersonRequest, action_id: int) -> HttpResponse:
    """Ask for a later due date."""
    action = get_action(request, action_id)
    require(can_contribute(request.user, action))
    today = timezone.localdate()
    form = ExtensionForm(sent(request), action=action, on=today)
    if request.method != "POST" and (why := refusal_of(check_can_be_extended, action)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: ask_for_extension(action=action, by=request.user, on=today, **form.record),
            )
            messages.success(request, "The extension is asked for. A manager will decide")
            if words := not_working_words(form.record["due_asked_on"], "The new due date is"):
                messages.warning(request, words)
            return redirect(action)
    context = form_context(action, form=form, heading="Ask for an extension")
    context["behind"] = waiting_rows(request.user, action)
    return render(request, "actions/extension_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DECIDE_EXTENSIONS)
def extension_decide(request: PersonRequest, action_id: int, extension_id: int) -> HttpResponse:
    """Grant or refuse an extension."""
    action = get_action(request, action_id)
    extensions = action.extensions.select_related("action", "asked_by", "decided_by")
    extension = get_object_or_404(extensions, pk=extension_id)
    require(can_decide_extension(request.user, extension))
    form = DecisionForm(sent(request), on=timezone.localdate(), committees=deciders_offered())
    if request.method != "POST" and (why := refusal_of(check_decidable, extension)):
        return back_to(request, action, why)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: decide_extension(extension=extension, by=request.user, **form.record),
            )
            messages.success(request, "Your decision is saved")
            return redirect(action)
    context = form_context(action, form=form, heading="Decide the extension", extension=extension)
    context |= moved_context(request.user, action, due_on=extension.due_asked_on)
    return render(request, "actions/extension_decide.html", context)
